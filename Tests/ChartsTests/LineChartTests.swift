import Markup
import Testing

@testable import Charts

@Suite("Charts of lines") struct LineChartTests {
    private static func chart(
        _ series: [LineChart.Series],
        band: LineChart.Band? = nil,
        shape: DrawingShape,
        note: String = "Skalan börjar inte vid noll."
    ) -> Drawn {
        Drawn(
            LineChart(
                series,
                band: band,
                axisTitle: "Invånare.",
                scaleNote: note,
                whenEmpty: "Uppgift saknas i källan.",
                shape: shape,
                title: "Folkmängd",
                description: "Så har folkmängden ändrats.",
                id: "folk",
                format: { String(Int($0)) }
            ).markup
        )
    }

    private static let eight: [(String, Double)] = [
        ("Botkyrka", 95_000), ("Haninge", 98_000), ("Huddinge", 114_000), ("Nykvarn", 11_000), ("Nynäshamn", 29_500),
        ("Salem", 17_200), ("Södertälje", 101_000), ("Tyresö", 49_000),
    ]

    private static func population(highlighted: String = "Haninge") -> [LineChart.Series] {
        eight.map { name, last in
            LineChart.Series(
                name,
                (2014...2023).map { year in
                    let value = last * (1 - Double(2023 - year) * 0.01)
                    let isGap = name == "Tyresö" && year == 2018
                    return LineChart.Entry(
                        .year(year),
                        isGap ? nil : value,
                        text: "\(Int(value))",
                        isHollow: year == 2017,
                        isLabelled: name == highlighted && year == 2014
                    )
                },
                isHighlighted: name == highlighted
            )
        }
    }

    @Test("the eight: every name stands free, every figure is there", arguments: DrawingShape.allCases) func eight(
        shape: DrawingShape
    ) {
        let drawn = Self.chart(Self.population(), shape: shape)
        #expect(drawn.faults(shape, id: "folk") == [])
        #expect(drawn.overlaps(shape) == [])
        for (name, last) in Self.eight {
            #expect(drawn.words.contains(name))
            #expect(drawn.words.contains("\(Int(last))"))
        }
        let count = Self.population().flatMap(\.entries).count { $0.value != nil }
        #expect(drawn.all("circle").count == count)
        #expect(drawn.all("circle").count { $0.classes.contains("chart-hollow") } == 8)
        // A gap makes one more line.
        #expect(drawn.all("path").count { $0.classes.contains("chart-line") } == 9)
    }

    @Test("what is looked at is drawn last, so nothing covers it") func order() {
        let lines = Self.chart(Self.population(), shape: .wide).all("path").filter { $0.classes.contains("chart-line") }
        #expect(lines.last?.classes.contains("chart-highlight") == true)
        #expect(lines.count { $0.classes.contains("chart-highlight") } == 1)
    }

    @Test("a higher figure stands higher, a later one farther to the right", arguments: DrawingShape.allCases) func direction(
        shape: DrawingShape
    ) {
        let entries = [
            LineChart.Entry(.day(year: 2016, month: 12, day: 31), 85_693, text: "85 693"),
            LineChart.Entry(.day(year: 2014, month: 6, day: 30), 80_932, text: "80 932"),
            LineChart.Entry(.year(2022), 97_986, text: "97 986"),
        ]
        let circles = Self.chart([.init("Haninge", entries)], shape: shape).all("circle")
        #expect(circles.map { $0["cx"] } == circles.map { $0["cx"] }.sorted())
        #expect(circles.map { $0["cy"] } == circles.map { $0["cy"] }.sorted(by: >))
    }

    @Test("the note stands where the scale doesn't begin at zero, and only there") func note() {
        #expect(Self.chart(Self.population(), shape: .wide).words.contains("noll.") == false)
        let near = LineChart.Series("Haninge", [.init(.year(2020), 95_000, text: "a"), .init(.year(2021), 97_000, text: "b")])
        #expect(Self.chart([near], shape: .wide).words.contains("noll."))
    }

    @Test("one figure alone has a scale around it", arguments: DrawingShape.allCases) func single(shape: DrawingShape) {
        let drawn = Self.chart(
            [.init("Nykvarn", [.init(.year(2020), 11_213, text: "11 213")], isHighlighted: true)],
            shape: shape
        )
        #expect(drawn.faults(shape, id: "folk") == [])
        #expect(drawn.all("circle").count == 1)
        #expect(drawn.words.isSuperset(of: ["2020", "Nykvarn", "213", "10500", "12000"]))
    }

    @Test("no figure at all is said in words", arguments: DrawingShape.allCases) func empty(shape: DrawingShape) {
        for series in [[], [LineChart.Series("Nykvarn", [.init(.year(2020), nil, text: "")])]] {
            let drawn = Self.chart(series, shape: shape)
            #expect(drawn.faults(shape, id: "folk") == [])
            #expect(drawn.written.contains("Uppgift saknas i källan."))
            #expect(drawn.all("circle").isEmpty)
        }
    }

    @Test("a band lies between its figures and has its name") func band() {
        let band = LineChart.Band("Länet", [(.year(2020), 80, 90), (.year(2021), 85, 95)])
        let drawn = Self.chart([.init("Salem", [.init(.year(2020), 88, text: "88")])], band: band, shape: .wide)
        #expect(drawn.faults(.wide, id: "folk") == [])
        #expect(drawn.all("polygon").count { $0.classes.contains("chart-band") } == 1)
        #expect(drawn.words.contains("Länet"))
    }

    @Test("whatever the figures: inside, whole, and names apart", arguments: 0..<UInt64(cases)) func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        let shape = dice.shape()
        let series = (0..<dice.below(10)).map { _ in
            LineChart.Series(
                dice.text(),
                (0..<dice.below(30)).map { _ in
                    LineChart.Entry(
                        dice.moment(),
                        dice.figure(),
                        text: dice.text(words: 2),
                        isHollow: dice.chance(4),
                        isLabelled: dice.chance(8)
                    )
                },
                isHighlighted: dice.chance(4)
            )
        }
        let band =
            dice.chance(2)
            ? nil : LineChart.Band(dice.text(), (2000...2009).map { (.year($0), dice.figure() ?? 0, dice.figure() ?? 0) })
        let drawn = Self.chart(series, band: band, shape: shape)
        #expect(drawn.faults(shape, id: "folk") == [])
        let layout = LineLayout(series, band: band, axisTitle: "", scaleNote: "", shape: shape, format: { "\($0)" })
        #expect(layout.height.isFinite)
        for line in layout.lines { for point in line.runs.joined() { #expect(point.x.isFinite && point.y.isFinite) } }
        for (first, second) in zip(layout.labels, layout.labels.dropFirst()) where first.leader != nil && second.leader != nil {
            #expect(!first.box.overlaps(second.box))
        }
    }
}
