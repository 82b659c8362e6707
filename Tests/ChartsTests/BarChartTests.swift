import Markup
import Testing

@testable import Charts

@Suite("Charts of bars") struct BarChartTests {
    private static func chart(_ bars: [BarChart.Bar], reference: BarChart.Reference? = nil, shape: DrawingShape) -> Drawn {
        Drawn(
            BarChart(bars, reference: reference, shape: shape, title: "Jämförelse", description: "Staplar.", id: "staplar").markup
        )
    }

    private static let bars: [BarChart.Bar] = [
        .init(
            "Andel elever i årskurs 9 som är behöriga till gymnasieskolans yrkesprogram, kommunala skolor",
            84.2,
            text: "84,2 %"
        ), .init("Arbetsmarknads\u{AD}politiska åtgärder", 12.5, text: "12,5 %", isHighlighted: true),
        .init("Salem", nil, text: "Uppgift saknas i källan"), .init("Nykvarn", 42.1, text: "42,1 %", fill: .hollow),
        .init("Tyresö", 0, text: "0 %"),
    ]

    @Test("every name and figure stands free, and a bar is as long as its figure", arguments: DrawingShape.allCases) func bars(
        shape: DrawingShape
    ) {
        let drawn = Self.chart(Self.bars, shape: shape)
        #expect(drawn.faults(shape, id: "staplar") == [])
        #expect(drawn.overlaps(shape) == [])
        let words = drawn.words
        for bar in Self.bars { #expect(words.isSuperset(of: bar.text.split(separator: " ").map(String.init))) }
        #expect(words.contains("yrkesprogram,"))
        let rects = drawn.all("rect")
        // None for what has no figure; a sliver for nought.
        #expect(rects.count == 4)
        #expect(abs((rects[2]["width"] + 1.5) / rects[0]["width"] - 0.5) < 0.01)
        #expect(abs(rects[1]["width"] / rects[0]["width"] - 12.5 / 84.2) < 0.01)
        #expect(Set(rects.map { $0["x"].rounded(.down) }).count == 1)
        #expect(rects[1].classes.contains("chart-highlight") && !rects[0].classes.contains("chart-highlight"))
    }

    @Test("a figure to compare with stands where a bar of that length ends", arguments: DrawingShape.allCases) func reference(
        shape: DrawingShape
    ) throws {
        let drawn = Self.chart(Self.bars, reference: .init(84.2, text: "Medel i länet 84,2 %"), shape: shape)
        #expect(drawn.faults(shape, id: "staplar") == [])
        let line = try #require(drawn.all("line").first { $0.classes.contains("chart-reference") })
        let bar = drawn.all("rect")[0]
        #expect(abs(line["x1"] - bar["x"] - bar["width"]) < 0.1)
        #expect(drawn.words.contains("Medel"))
    }

    @Test("without bars there is still a drawing", arguments: DrawingShape.allCases) func empty(shape: DrawingShape) {
        #expect(Self.chart([], shape: shape).faults(shape, id: "staplar") == [])
        #expect(Self.chart([.init("Alla", 0, text: "0")], shape: shape).faults(shape, id: "staplar") == [])
    }

    @Test("whatever the figures: inside, whole, and texts apart", arguments: 0..<UInt64(cases)) func random(seed: UInt64) {
        var dice = Dice(seed: seed)
        let shape = dice.shape()
        let bars = (0..<dice.below(12)).map { _ in
            BarChart.Bar(
                dice.text(words: 9),
                dice.figure(),
                text: dice.text(),
                isHighlighted: dice.chance(3),
                fill: dice.chance(3) ? .hollow : .solid
            )
        }
        let drawn = Self.chart(bars, reference: dice.chance(2) ? nil : .init(dice.figure() ?? 1, text: dice.text()), shape: shape)
        #expect(drawn.faults(shape, id: "staplar") == [])
        #expect(drawn.overlaps(shape) == [])
    }
}
