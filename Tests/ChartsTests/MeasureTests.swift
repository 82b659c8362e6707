import Markup
import Testing

@testable import Charts

@Suite("Round numbers, room for texts and for things") struct MeasureTests {
    @Test(
        "a scale has these ticks",
        arguments: [
            ([78_000.0, 97_986], [70_000.0, 80_000, 90_000, 100_000]), ([0, 100], [0, 50, 100]),
            ([0.12, 0.31], [0.1, 0.2, 0.3, 0.4]), ([84.2, 86.9], [84, 85, 86, 87]), ([11_213], [10_500, 11_000, 11_500, 12_000]),
            ([], [0, 0.5, 1]), ([0], [-1, -0.5, 0, 0.5, 1]), ([-3, 12], [-5, 0, 5, 10, 15]),
        ] as [([Double], [Double])]
    ) func ticks(values: [Double], expected: [Double]) { #expect(Ticks(covering: values).values == expected) }

    @Test("ticks are three to five, round, even and cover the figures", arguments: 0..<UInt64(cases)) func randomTicks(
        seed: UInt64
    ) {
        var dice = Dice(seed: seed)
        let size = [1e-9, 1e-3, 1, 1e4, 1e9, 1e17][dice.below(6)]
        var values = (0..<(1 + dice.below(6))).map { _ in dice.real(-size...size) }
        if dice.chance(3) { values = values.map(abs) }
        if dice.chance(4) { values = Array(repeating: values[0], count: 2) }
        if dice.chance(5) { values.append(.nan) }
        let ticks = Ticks(covering: values)
        #expect((3...5).contains(ticks.values.count))
        #expect(ticks.values.allSatisfy { $0.isFinite })
        let step = ticks.values[1] - ticks.values[0]
        for (first, second) in zip(ticks.values, ticks.values.dropFirst()) { #expect(abs(second - first - step) <= step * 1e-6) }
        var leading = step
        while leading >= 9.99 { leading /= 10 }
        while leading < 0.999 { leading *= 10 }
        #expect([1.0, 2, 5].contains { abs($0 - leading) < 1e-4 }, "\(step)")
        for value in values where value.isFinite && abs(value) <= 1e15 { #expect(ticks.lower <= value && value <= ticks.upper) }
    }

    @Test("things are moved apart, in order, and no farther than they must", arguments: 0..<UInt64(cases)) func spacing(
        seed: UInt64
    ) {
        var dice = Dice(seed: seed)
        let count = dice.below(12)
        let wanted = (0..<count).map { _ in dice.real(0...300) }.sorted()
        let sizes = (0..<count).map { _ in dice.real(1...25) }
        let places = Spacing.apart(wanted, sizes: sizes, within: 0...300)
        #expect(places.count == count)
        for index in places.indices.dropFirst() {
            #expect(places[index] - places[index - 1] >= (sizes[index] + sizes[index - 1]) / 2 - 1e-6)
        }
        for index in places.indices {
            #expect(places[index] - sizes[index] / 2 >= -1e-6 && places[index] + sizes[index] / 2 <= 300 + 1e-6)
        }
        // What has room around it stays.
        for index in places.indices {
            let isAlone = wanted.indices.allSatisfy { abs(wanted[$0] - wanted[index]) > 60 || $0 == index }
            let isFree = places.indices.allSatisfy { abs(places[$0] - wanted[index]) > 60 || $0 == index }
            if isAlone, isFree, (30.0...270).contains(wanted[index]) { #expect(abs(places[index] - wanted[index]) < 1e-6) }
        }
    }

    @Test(
        "a text is broken into these lines",
        arguments: [
            ("Kommunstyrelsen i Botkyrka", 120.0, ["Kommunstyrelsen", "i Botkyrka"]),
            ("Södertörns utvecklings\u{AD}program 2035", 170, ["Södertörns utvecklings-", "program 2035"]),
            ("Södertörns utvecklings\u{AD}program 2035", 400, ["Södertörns utvecklingsprogram 2035"]),
            ("  två   ord ", 400, ["två ord"]), ("98\u{A0}123 invånare", 60, ["98\u{A0}123", "invånare"]),
            ("närings- och arbetsliv", 60, ["närings-", "och", "arbetsliv"]), ("", 100, [""]),
        ] as [(String, Double, [String])]
    ) func lines(text: String, width: Double, expected: [String]) {
        #expect(Lettering.lines(text, within: width, size: 13) == expected)
    }

    @Test("no line is too wide and no letter is lost", arguments: 0..<UInt64(cases)) func randomLines(seed: UInt64) {
        var dice = Dice(seed: seed)
        let text = dice.text(words: 12)
        let width = dice.real(40...300)
        let isStrong = dice.chance(2)
        let lines = Lettering.lines(text, within: width, size: 14, isStrong: isStrong)
        for line in lines { #expect(Lettering.width(of: line, size: 14, isStrong: isStrong) <= width, "\(line)") }
        func letters(_ text: String) -> [Unicode.Scalar] {
            text.unicodeScalars.filter { $0 != " " && $0 != "-" && $0 != "\u{AD}" }
        }
        #expect(letters(lines.joined()) == letters(text))
    }
}
