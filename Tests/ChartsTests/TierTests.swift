import Markup
import Testing

@testable import Charts

@Suite("Drawings of organisations") struct TierTests {
    private static func drawing(_ tiers: [TierDrawing.Tier], _ connectors: [TierDrawing.Connector], shape: DrawingShape) -> Drawn
    {
        Drawn(
            TierDrawing(
                tiers,
                connectors: connectors,
                shape: shape,
                title: "Så arbetar vi",
                description: "Vem gör vad.",
                id: "org"
            ).markup
        )
    }

    private static let names = ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Salem", "Södertälje", "Tyresö"]

    private static func tiers(isLinked: Bool = false) -> [TierDrawing.Tier] {
        [
            .init(
                "Beslutar",
                names.map { .init(id: $0, text: "Kommunstyrelsen i\u{A0}\($0)", address: isLinked ? "/kommuner/\($0)" : nil) }
            ),
            .init(
                "Föreslår",
                [.init(id: "ks", text: "Kommunstyrelsernas ordförande", detail: "möts fyra gånger om året", isHighlighted: true)]
            ), .init("Förbereder", [.init(id: "kd", text: "Kommundirektörerna"), .init(id: "sam", text: "Samordnaren")]),
            .init(
                "Genomför",
                [
                    .init(id: "n1", text: "Planeringschefer"), .init(id: "n2", text: "Näringslivschefer"),
                    .init(id: "n3", text: "Ekonomidirektörer"),
                ]
            ),
        ]
    }

    private static let connectors: [TierDrawing.Connector] =
        names.map { .init(from: "ks", to: $0, label: "förslag") } + [
            .init(from: "kd", to: "ks", label: "underlag"), .init(from: "sam", to: "kd"),
            .init(from: "n1", to: "kd", label: "rapporterar"), .init(from: "n2", to: "kd", label: "rapporterar"),
            .init(from: "n3", to: "sam"), .init(from: "ingen", to: "kd"),
        ]

    @Test("boxes and texts stand free, inside, and in the tiers' order", arguments: DrawingShape.allCases, [false, true])
    func boxes(shape: DrawingShape, isLinked: Bool) {
        let drawn = Self.drawing(Self.tiers(isLinked: isLinked), Self.connectors, shape: shape)
        #expect(drawn.faults(shape, id: "org", hasLinks: isLinked) == [])
        #expect(drawn.overlaps(shape) == [])
        #expect(
            drawn.words.isSuperset(of: [
                "Beslutar", "Föreslår", "Förbereder", "Genomför", "förslag", "underlag", "rapporterar", "Samordnaren",
            ])
        )
        let boxes = drawn.all("rect")
        #expect(boxes.count == 14)
        #expect(boxes.map { $0["y"] } == boxes.map { $0["y"] }.sorted())
        if shape == .wide { #expect(Set(boxes.prefix(8).map { $0["y"] }).count == 1) }
        #expect(drawn.all("a").count == (isLinked ? 8 : 0))
    }

    @Test("lines run along the axes, and every arrow touches a box", arguments: DrawingShape.allCases) func lines(
        shape: DrawingShape
    ) {
        let layout = TierLayout(Self.tiers(), connectors: Self.connectors, shape: shape)
        for line in layout.lines { for (a, b) in zip(line, line.dropFirst()) { #expect(a.x == b.x || a.y == b.y) } }
        // One at each board, one at the chairs, one at the co-ordinator, one or two at the directors.
        #expect((11...12).contains(layout.arrows.count))
        for arrow in layout.arrows {
            let tip = arrow[0]
            let isAtBox = layout.boxes.contains { placed in
                let box = placed.box
                let isOnSide = abs(tip.x - box.x) < 0.01 || abs(tip.x - box.maxX) < 0.01
                let isOnEnd = abs(tip.y - box.y) < 0.01 || abs(tip.y - box.maxY) < 0.01
                return isOnSide && (box.y...box.maxY).contains(tip.y) || isOnEnd && (box.x...box.maxX).contains(tip.x)
            }
            #expect(isAtBox)
        }
    }

    @Test("no line goes through a box", arguments: 0..<UInt64(cases)) func free(seed: UInt64) {
        var dice = Dice(seed: seed)
        let tiers = (0..<(1 + dice.below(4))).map { tier in
            TierDrawing.Tier(
                dice.text(words: 1),
                (0..<(1 + dice.below(9))).map {
                    .init(id: "\(tier)-\($0)", text: dice.text(), detail: dice.chance(3) ? dice.text() : nil)
                }
            )
        }
        let ids = tiers.flatMap { $0.nodes.map(\.id) }
        let connectors = (0..<dice.below(6)).map { _ in
            TierDrawing.Connector(
                from: ids[dice.below(ids.count)],
                to: ids[dice.below(ids.count)],
                label: dice.chance(3) ? dice.text(words: 2) : nil
            )
        }
        for shape in DrawingShape.allCases {
            #expect(Self.drawing(tiers, connectors, shape: shape).faults(shape, id: "org") == [])
            let layout = TierLayout(tiers, connectors: connectors, shape: shape)
            for line in layout.lines {
                for placed in layout.boxes {
                    let inner = Box(
                        x: placed.box.x + 1,
                        y: placed.box.y + 1,
                        width: placed.box.width - 2,
                        height: placed.box.height - 2
                    )
                    #expect(!Polygon.meets((line[0], line[1]), inner), "\(shape) \(line)")
                }
            }
            for (index, placed) in layout.boxes.enumerated() {
                for other in layout.boxes[(index + 1)...] { #expect(!placed.box.overlaps(other.box)) }
            }
        }
    }

    @Test("without boxes there is still a drawing", arguments: DrawingShape.allCases) func empty(shape: DrawingShape) {
        #expect(Self.drawing([], [], shape: shape).faults(shape, id: "org") == [])
        #expect(Self.drawing([.init("Beslutar", [])], Self.connectors, shape: shape).faults(shape, id: "org") == [])
    }
}
