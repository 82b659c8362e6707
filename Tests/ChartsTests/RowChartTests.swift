import FoundationEssentials
import Markup
import Testing

@testable import Charts

@Suite("Charts of rows") struct RowChartTests {
    private static func chart(_ rows: [RowChart.Row], reference: RowChart.Reference? = nil, shape: DrawingShape) -> Drawn {
        Drawn(markup(rows, reference: reference, shape: shape))
    }

    private static func markup(_ rows: [RowChart.Row], reference: RowChart.Reference? = nil, shape: DrawingShape) -> Markup {
        RowChart(
            rows,
            reference: reference,
            axisTitle: "Procent.",
            shape: shape,
            title: "Jämförelse",
            description: "Rader.",
            id: "rader",
            format: { "\(Int($0))" }
        ).markup
    }

    private static func row(_ name: String, _ value: Double?, _ sign: RowChart.Sign, isHighlighted: Bool = false) -> RowChart.Row
    {
        RowChart.Row(
            name,
            value.map { [.init($0, sign, text: "\(name) 2022: \($0)", cell: DrawnCell(name, "2022"))] } ?? [],
            text: value.map { "\($0)" } ?? "– uppgift saknas",
            isHighlighted: isHighlighted
        )
    }

    @Test("bars go from zero both ways, and are as long as their figures", arguments: DrawingShape.allCases)
    func bars(shape: DrawingShape) throws {
        let rows = [
            Self.row("Huddinge", -18.5, .bar), Self.row("Upplands Väsby", 9.25, .stripedBar, isHighlighted: true),
            Self.row("Salem", nil, .bar), Self.row("Nykvarn", 0, .hollowBar),
        ]
        let drawn = Self.chart(rows, reference: .init(-3, text: "Medianen av liknande kommuner är −3,0"), shape: shape)
        #expect(drawn.faults(shape, id: "rader") == [])
        #expect(drawn.overlaps(shape) == [])
        let bars = drawn.all("path").filter { $0.attributes["data-rad"] != nil }
        #expect(bars.map { $0.attributes["data-rad"] } == ["Huddinge", "Upplands Väsby", "Nykvarn"])
        let layout = RowLayout(rows, reference: .init(-3, text: ""), axisTitle: "", shape: shape) { "\($0)" }
        let zero = try #require(layout.zero)
        let (left, right) = (layout.rows[0].places[0], layout.rows[1].places[0])
        #expect(abs((zero - left) / (right - zero) - 18.5 / 9.25) < 1e-9 && layout.rows[3].places[0] == zero)
        let line = try #require(layout.reference)
        #expect(abs((zero - line.x) / (zero - left) - 3 / 18.5) < 1e-9)
        // The shape says what the colour says.
        #expect(drawn.all("path").count { $0.classes.contains("chart-stripes") } == 1)
        #expect(drawn.words.isSuperset(of: ["saknas", "Väsby", "−3,0"]))
    }

    @Test("dots have a scale that need not hold zero, and a pair is joined", arguments: DrawingShape.allCases)
    func dots(shape: DrawingShape) throws {
        let pair = RowChart.Row(
            "Tyresö",
            [
                .init(80, .disc, text: "Tyresö kvinnor: 80", cell: DrawnCell("0138", "women")),
                .init(70, .square, text: "Tyresö män: 70", cell: DrawnCell("0138", "men")),
            ],
            text: "80 och 70",
            isJoined: true
        )
        let many = RowChart.Row(
            "Liknande",
            (0..<7).map { .init(72 + Double($0), .tick, text: "\($0)") },
            text: "72–78",
            isApart: true
        )
        let drawn = Self.chart([pair, many], shape: shape)
        #expect(drawn.faults(shape, id: "rader") == [])
        #expect(drawn.overlaps(shape) == [])
        #expect(drawn.all("circle").count == 1 && drawn.all("line").count { $0.classes.contains("chart-join") } == 1)
        #expect(drawn.all("title").count == 10)
        #expect(RowLayout([pair, many], reference: nil, axisTitle: "", shape: shape) { "\($0)" }.zero == nil)
        #expect(drawn.all("circle")[0].attributes["data-kolumn"] == "women")
    }

    @Test("whatever the figures: inside, whole, and texts apart", arguments: 0..<UInt64(cases)) func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        let shape = dice.shape()
        let rows = (0..<dice.below(30)).map { _ in
            RowChart.Row(
                dice.text(words: 6),
                (0..<dice.below(4)).compactMap { _ in
                    dice.figure().map { .init($0, RowChart.Sign.allCases[dice.below(7)], text: dice.text()) }
                },
                text: dice.text(words: 3),
                isHighlighted: dice.chance(3),
                isJoined: dice.chance(3),
                isApart: dice.chance(4)
            )
        }
        let drawn = Self.chart(rows, reference: dice.chance(2) ? nil : .init(dice.figure() ?? 1, text: dice.text()), shape: shape)
        #expect(drawn.faults(shape, id: "rader") == [])
        #expect(drawn.overlaps(shape) == [])
    }

    @Test("a drawing as a file stands by itself", arguments: DrawingShape.allCases)
    func file(shape: DrawingShape) throws {
        let text = String(
            decoding: DrawingFile(Self.markup([Self.row("Salem", 3, .bar)], shape: shape), shape: shape).bytes,
            as: UTF8.self
        )
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ") && text.hasSuffix("</svg>\n"))
        #expect(text.contains(" width=\"\(Int(shape.width))\" height=\"") && text.contains("<style>") && !text.contains("var("))
        let height = try #require(
            text.split(separator: "viewBox=\"0 0 ").last?.split(separator: "\"").first?.split(separator: " ").last
        )
        #expect(text.contains(" height=\"\(height)\"><style>"))
    }

    @Test("a line that can't be compared across a year isn't drawn across it, nor is the band", arguments: DrawingShape.allCases)
    func breaks(shape: DrawingShape) throws {
        let years = Array(2015...2022)
        let drawn = Drawn(
            LineChart(
                [
                    .init("Haninge", years.map { .init(.year($0), Double($0), text: "\($0)") }, isHighlighted: true, row: "0136")
                ],
                band: .init("Liknande kommuner", years.map { (.year($0), 2010, 2020) }),
                breaks: [
                    .init(before: 2019, text: "Räknas på ett nytt sätt från 2019"), .init(before: 2021, text: "Ny lag 2021"),
                ],
                axisTitle: "Procent.",
                shape: shape,
                title: "T",
                description: "B",
                id: "linjer",
                format: { "\(Int($0))" }
            ).markup
        )
        #expect(drawn.faults(shape, id: "linjer") == [])
        #expect(drawn.overlaps(shape) == [])
        #expect(drawn.all("path").count { $0.classes.contains("chart-line") } == 3)
        #expect(drawn.all("polygon").count == 3)
        #expect(drawn.all("line").count { $0.classes.contains("chart-reference") } == 2)
        let marks = drawn.all("circle")
        #expect(
            marks.map { $0.attributes["data-kolumn"] } == years.map { "\($0)" }
                && marks.allSatisfy { $0.attributes["data-rad"] == "0136" }
        )
        #expect(drawn.all("title").contains { $0.text == "Haninge 2016: 2016" })
    }

    @Test("an area's value is told by stripes and by its text", arguments: DrawingShape.allCases)
    func map(shape: DrawingShape) throws {
        let fills: [AreaMap.Fill] = [.plain, .striped, .crossed]
        let names = [
            "0126": "Huddinge", "0127": "Botkyrka", "0128": "Salem", "0136": "Haninge", "0138": "Tyresö", "0140": "Nykvarn",
            "0181": "Södertälje", "0192": "Nynäshamn",
        ]
        let codes = Outlines.codes.filter { names[$0] != nil }
        let areas = try codes.enumerated().map { index, code in
            AreaMap.Area(
                id: code,
                name: names[code] ?? "",
                rings: try #require(Outlines.rings(of: code)),
                fill: fills[index % 3],
                text: "104\u{202F}97\(index)",
                cell: DrawnCell(code, "2022")
            )
        }
        let drawn = Drawn(AreaMap(areas, shape: shape, title: "T", description: "B", id: "karta").markup)
        #expect(drawn.faults(shape, id: "karta") == [])
        #expect(drawn.overlaps(shape) == [])
        #expect(drawn.all("pattern").count == 2)
        #expect(drawn.all("path").count { $0.classes.contains("area-pattern") } == areas.indices.count { $0 % 3 > 0 })
        #expect(drawn.all("path").compactMap { $0.attributes["data-rad"] } == codes)
    }
}
