import FoundationEssentials
import Markup
import Testing

@testable import Charts

@Suite("Maps and outlines") struct AreaMapTests {
    private static let names = [
        "0127": "Botkyrka", "0136": "Haninge", "0126": "Huddinge", "0140": "Nykvarn", "0192": "Nynäshamn", "0128": "Salem",
        "0181": "Södertälje", "0138": "Tyresö", "0182": "Nacka",
    ]

    private static func map(_ areas: [AreaMap.Area], shape: DrawingShape) -> Drawn {
        Drawn(AreaMap(areas, shape: shape, title: "Karta", description: "De åtta kommunerna.", id: "karta").markup)
    }

    private static func areas(_ fill: (String) -> AreaMap.Fill = { _ in .plain }, hasMarks: Bool = false, isLinked: Bool = false)
        throws -> [AreaMap.Area]
    {
        try Outlines.codes.map { code in
            AreaMap.Area(
                id: code,
                name: try #require(names[code]),
                rings: try #require(Outlines.rings(of: code)),
                fill: fill(code),
                mark: hasMarks ? .adopted : nil,
                text: hasMarks ? "98 123" : nil,
                address: isLinked ? "/kommuner/\(code)" : nil
            )
        }
    }

    @Test("every name stands free and in the drawing", arguments: DrawingShape.allCases, [false, true]) func names(
        shape: DrawingShape,
        hasMarks: Bool
    ) throws {
        let drawn = Self.map(try Self.areas(hasMarks: hasMarks), shape: shape)
        #expect(drawn.faults(shape, id: "karta") == [])
        #expect(drawn.overlaps(shape) == [])
        #expect(drawn.words.isSuperset(of: Self.names.values))
        #expect(drawn.all("path").count { $0.classes.contains("area") } == 9)
    }

    @Test("a name stands in its area, or a line leads there", arguments: DrawingShape.allCases) func leaders(shape: DrawingShape)
        throws
    {
        let areas = try Self.areas { $0 == "0136" ? .strong : $0 == "0182" ? .muted : .plain }
        for place in MapLayout(areas, shape: shape).places {
            let isNamed =
                if let leader = place.leader { Polygon.contains(leader.to, in: place.rings) } else {
                    Polygon.contains(place.label.centre, in: place.rings)
                }
            #expect(isNamed, "\(place.area.name)")
        }
    }

    @Test("no dark name stands on the dark area", arguments: DrawingShape.allCases)
    func contrast(shape: DrawingShape) throws {
        for code in Outlines.codes {
            let places = MapLayout(try Self.areas { $0 == code ? .strong : .plain }, shape: shape).places
            let dark = try #require(places.first { $0.area.fill == .strong })
            for place in places where place.area.fill != .strong || place.isOverLines {
                let name = place.label
                for column in 0...6 {
                    let point = Point(x: name.x + name.width * Double(column) / 6, y: name.centre.y)
                    #expect(!Polygon.contains(point, in: dark.rings), "\(place.area.name) on \(dark.area.name)")
                }
            }
        }
    }

    @Test("links have names, lead somewhere and are no part of an image") func links() throws {
        let drawn = Self.map(try Self.areas(hasMarks: true, isLinked: true), shape: .wide)
        #expect(drawn.faults(.wide, id: "karta", hasLinks: true) == [])
        #expect(
            drawn.all("a").map { $0.attributes["aria-label"] ?? "" }
                == Outlines.codes.compactMap { Self.names[$0].map { "\($0), 98 123" } }
        )
        #expect(drawn.all("path").count { $0.isInLink && $0.classes.contains("area-hit") } == 9)
        #expect(drawn.all("text").filter { !$0.classes.contains("area-halo") }.allSatisfy { $0.isInLink })
    }

    @Test("no areas, or empty ones, make no fault", arguments: DrawingShape.allCases) func empty(shape: DrawingShape) {
        #expect(Self.map([], shape: shape).faults(shape, id: "karta") == [])
        let odd = AreaMap.Area(id: "a", name: "A", rings: [[Point(x: .nan, y: 1)]])
        let point = AreaMap.Area(id: "b", name: "B", rings: [[Point(x: 3, y: 3), Point(x: 3, y: 3), Point(x: 3, y: 3)]])
        #expect(Self.map([odd, point], shape: shape).faults(shape, id: "karta") == [])
    }

    @Test("whatever the areas: inside and whole", arguments: 0..<UInt64(min(cases, 200))) func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        let shape = dice.shape()
        let areas = (0..<dice.below(9)).map { index in
            let x = dice.real(-1e4...1e4)
            let y = dice.real(-1e4...1e4)
            let size = dice.real(1...4e3)
            let fills: [AreaMap.Fill] = [.plain, .strong, .tinted, .muted]
            return AreaMap.Area(
                id: "\(index)",
                name: dice.text(words: 2),
                rings: [[Point(x: x, y: y), Point(x: x + size, y: y), Point(x: x + size / 2, y: y + size)]],
                fill: fills[dice.below(4)],
                mark: dice.chance(2) ? MemberMark.allCases[dice.below(6)] : nil,
                text: dice.chance(2) ? dice.text(words: 1) : nil
            )
        }
        #expect(Self.map(areas, shape: shape).faults(shape, id: "karta") == [])
    }

    @Test("every code has rings of whole numbers, and unknown codes have none") func outlines() throws {
        #expect(Outlines.codes == Self.names.keys.sorted())
        #expect(Outlines.rings(of: "0180") == nil)
        for code in Outlines.codes {
            let rings = try #require(Outlines.rings(of: code))
            #expect(!rings.isEmpty)
            for ring in rings {
                #expect(ring.count >= 3 && ring.first != ring.last && Polygon.area(of: ring) > 0)
                for point in ring {
                    #expect(point.x.rounded() == point.x && point.y.rounded() == point.y)
                    #expect((0...1000).contains(point.x) && (0...1000).contains(point.y))
                }
            }
        }
    }

    @Test(
        "what isn't written as outlines gives none",
        arguments: ["", "1,2", "1,2 3,4", "1,2 3,4 5", "1,2 3,4 5,x", "1,2 3,4 5,6;"]
    ) func refused(written: String) { #expect(Outlines.decoded(written) == nil) }

    @Test("steps lead from point to point") func decoded() {
        let points = [Point(x: 5, y: 6), Point(x: 4, y: 8), Point(x: 7, y: 8)]
        #expect(Outlines.decoded("5,6 -1,2 3,0") == [points])
        #expect(Outlines.decoded("5,6 -1,2 3,0;5,6 -1,2 3,0") == [points, points])
    }

    @Test("neighbours share their borders, and no border crosses another") func borders() throws {
        struct Edge: Hashable {
            var points: [[Double]]
            init(_ a: Point, _ b: Point) { points = [[a.x, a.y], [b.x, b.y]].sorted { $0.lexicographicallyPrecedes($1) } }
        }
        var owners: [Edge: Set<String>] = [:]
        var sides: [(from: Point, to: Point)] = []
        for code in Outlines.codes {
            for ring in try #require(Outlines.rings(of: code)) {
                for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                    owners[Edge(a, b), default: []].insert(code)
                    sides.append((a, b))
                }
            }
        }
        #expect(owners.values.allSatisfy { $0.count <= 2 })
        let shared = Set(owners.values.filter { $0.count == 2 }.map { $0.sorted().joined(separator: "-") })
        #expect(
            shared.isSuperset(of: [
                "0126-0127", "0126-0136", "0136-0138", "0127-0192", "0136-0192", "0127-0128", "0140-0181", "0128-0181",
            ])
        )
        let crossings = sides.indices.flatMap { first in sides[(first + 1)...].filter { Polygon.intersects(sides[first], $0) } }
        #expect(crossings.isEmpty)
    }

    private static let source =
        "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/shared/kolada/data/geo/"

    private struct Collection: Decodable {
        struct Feature: Decodable {
            struct Properties: Decodable { var kn_kod: String }
            struct Geometry: Decodable { var coordinates: [[[[Double]]]] }
            var properties: Properties
            var geometry: Geometry
        }
        var features: [Feature]
    }

    @Test(
        "areas keep their sizes to one another",
        .enabled(
            if: FileManager.default.fileExists(atPath: source + "sodertorn_wgs84.geojson"),
            "../shared/kolada/data/geo finns inte här"
        )
    ) func sizes() throws {
        var sizes: [String: Double] = [:]
        for file in ["sodertorn_wgs84.geojson", "stockholms_lan_wgs84.geojson"] {
            let data = try Data(contentsOf: URL(filePath: Self.source + file))
            for feature in try JSONDecoder().decode(Collection.self, from: data).features
            where Self.names[feature.properties.kn_kod] != nil {
                // The cosine of 59.08 degrees, the middle of Södertörn.
                let rings = feature.geometry.coordinates.joined().map { $0.map { Point(x: $0[0] * 0.5138, y: $0[1]) } }
                sizes[feature.properties.kn_kod] = rings.reduce(0) { $0 + Polygon.area(of: $1) }
            }
        }
        #expect(sizes.count == 9)
        let whole = sizes.values.reduce(0, +)
        let drawn = try Outlines.codes.map { code in
            (code, try #require(Outlines.rings(of: code)).reduce(0) { $0 + Polygon.area(of: $1) })
        }
        let wholeDrawn = drawn.reduce(0) { $0 + $1.1 }
        for (code, size) in drawn {
            let source = try #require(sizes[code])
            #expect(abs(size / wholeDrawn / (source / whole) - 1) < 0.1, "\(code)")
        }
    }
}
