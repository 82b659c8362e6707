import Markup
import Testing

@testable import Charts

@Suite("Drawings of time") struct TimelineTests {
    private static func drawing(_ years: ClosedRange<Int>, _ rows: [TimelineDrawing.Row], shape: DrawingShape) -> Drawn {
        Drawn(
            TimelineDrawing(
                years: years,
                rows: rows,
                key: [
                    (.held, "Genomförd"), (.cancelled, "Inställd"), (.digital, "Digital"), (.planned, "Planerad"),
                    (.moved, "Flyttad"),
                ],
                shape: shape,
                title: "Konferenser",
                description: "När de hölls.",
                id: "tid"
            ).markup
        )
    }

    private static let rows: [TimelineDrawing.Row] = [
        .init(
            "Södertörns Rådslag",
            [
                .mark(.held, .day(year: 2009, month: 3, day: 26), "Nykvarn"), .mark(.held, .year(2010), "Huddinge (sannolikt)"),
                .mark(.held, .day(year: 2012, month: 3, day: 20), "Nynäshamn"),
                .mark(.held, .day(year: 2019, month: 4, day: 10), "Salem"),
            ]
        ),
        .init(
            "Södertörnskonferensen",
            (2011...2019).map { .mark(.held, .year($0), "Tema \($0)") } + [
                .mark(.cancelled, .year(2020), "Inställd"), .mark(.digital, .day(year: 2021, month: 4, day: 21), "Digital"),
                .mark(.planned, .day(year: 2023, month: 5, day: 16), "Nytt program; framtidens resande och transporter"),
            ]
        ),
        .init(
            "Program",
            [
                .span(from: .year(2009), to: .day(year: 2013, month: 3, day: 1), "Utvecklingsprogram 2007"),
                .span(
                    from: .day(year: 2013, month: 3, day: 1),
                    to: .day(year: 2019, month: 10, day: 11),
                    "Utvecklingsprogram 2013"
                ), .span(from: .day(year: 2019, month: 10, day: 11), to: nil, "Utvecklingsprogram 2035", isHighlighted: true),
            ]
        ),
    ]

    @Test("every item has its shape and its text, and texts stand free", arguments: DrawingShape.allCases) func items(
        shape: DrawingShape
    ) {
        let drawn = Self.drawing(2009...2024, Self.rows, shape: shape)
        #expect(drawn.faults(shape, id: "tid") == [])
        #expect(drawn.overlaps(shape) == [])
        #expect(drawn.words.isSuperset(of: ["Nykvarn", "Huddinge", "Tema", "2035", "transporter", "Rådslag", "Flyttad"]))
        // Discs: fourteen that were held, one ring that is planned, and one of each in the key.
        #expect(drawn.all("circle").count == 16)
        #expect(drawn.all("circle").count { $0.classes.contains("mark-ground") } == 2)
        // Two bars that have ended and one that goes on, which is a shape with a point.
        #expect(drawn.all("rect").count == 2)
        #expect(drawn.all("polygon").count { $0.classes.contains("chart-bar") } == 1)
        #expect(drawn.all("polygon").contains { $0.classes.contains("chart-bar") && $0.classes.contains("chart-highlight") })
    }

    @Test("every year has its place, also those without anything") func gaps() {
        let years = Set((2009...2024).map(String.init))
        #expect(Self.drawing(2009...2024, Self.rows, shape: .narrow).words.isSuperset(of: years))
        #expect(Self.drawing(2009...2024, Self.rows, shape: .wide).words.isSuperset(of: years))
        let empty = Self.drawing(2009...2024, [.init("Rådslag", [])], shape: .wide)
        #expect(empty.words.isSuperset(of: years))
        #expect(empty.all("line").count { $0.classes.contains("chart-faint") } == 17)
    }

    @Test("marks of the same day stand beside one another", arguments: [DrawingShape.column, .wide]) func sameDay(
        shape: DrawingShape
    ) {
        let items = (1...5).map { TimelineDrawing.Item.mark(.digital, .year(2015), "Sak \($0)") }
        let layout = TimelineLayout.across([.init("Saker", items)], years: 2000...2030, shape: shape)
        let places = layout.symbols.map(\.at.x)
        for (first, second) in zip(places, places.dropFirst()) { #expect(second - first >= 15) }
        #expect(Self.drawing(2000...2030, [.init("Saker", items)], shape: shape).overlaps(shape) == [])
    }

    @Test("no line from a mark to its text goes through another text", arguments: 0..<UInt64(cases)) func leaders(seed: UInt64) {
        var dice = Dice(seed: seed)
        let items = (0..<(1 + dice.below(12))).map { _ in TimelineDrawing.Item.mark(.held, dice.moment(), dice.text(words: 3)) }
        let layout = TimelineLayout.across([.init("", items)], years: 1990...2040, shape: .wide)
        let size = DrawingShape.wide.textSize
        for leader in layout.leaders {
            for text in layout.texts {
                let width = Lettering.width(of: text.lines, size: size)
                let box = Box(x: text.x, y: text.y - size * 0.7, width: width, height: size * 0.7)
                #expect(!Polygon.meets((leader.from, leader.to), box), "\(text.lines)")
            }
        }
    }

    @Test("whatever happens: inside, whole, and texts apart", arguments: 0..<UInt64(cases)) func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        let shape = dice.shape()
        let first = 1990 + dice.below(20)
        let rows = (0..<dice.below(4)).map { _ in
            TimelineDrawing.Row(
                dice.text(words: 3),
                (0..<dice.below(9)).map { _ in
                    if dice.chance(3) {
                        return .span(
                            from: dice.moment(),
                            to: dice.chance(3) ? nil : dice.moment(),
                            dice.text(),
                            isHighlighted: dice.chance(4)
                        )
                    }
                    let mark = TimelineDrawing.Mark.allCases[dice.below(6)]
                    return .mark(mark, dice.moment(), dice.text(words: 3), isHighlighted: dice.chance(4))
                }
            )
        }
        let drawn = Self.drawing(first...(first + dice.below(40)), rows, shape: shape)
        #expect(drawn.faults(shape, id: "tid") == [])
        #expect(drawn.overlaps(shape) == [])
    }
}
