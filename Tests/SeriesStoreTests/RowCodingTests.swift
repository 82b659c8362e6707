import Testing

@testable import SeriesStore

@Suite struct RowCodingTests {
    /// Writes a row and reads it back.
    private func roundTrip(_ values: [Double], _ states: [UInt8]) -> (values: [Double], states: [UInt8], length: Int)? {
        let count = values.count
        var bytes = [UInt8](repeating: 0, count: RowCoding.maximumLength(years: count) + 8)
        var integers = [Int64](repeating: 0, count: count)
        let length = bytes.withUnsafeMutableBufferPointer { bytes in
            integers.withUnsafeMutableBufferPointer { integers -> Int in
                guard let output = bytes.baseAddress, let integers = integers.baseAddress else { return 0 }
                return RowCoding.encode(values, states, count: count, to: output, integers: integers, powers: powersOfTen)
            }
        }
        guard let (values, states) = decode(bytes, length, count) else { return nil }
        return (values, states, length)
    }

    private func decode(_ bytes: [UInt8], _ length: Int, _ count: Int) -> ([Double], [UInt8])? {
        var values = [Double](repeating: 0, count: count)
        var states = [UInt8](repeating: 0, count: count)
        let isRead = values.withUnsafeMutableBufferPointer { values in
            states.withUnsafeMutableBufferPointer { states -> Bool in
                guard let values = values.baseAddress, let states = states.baseAddress else { return false }
                return RowCoding.decode(bytes, length: length, count: count, values: values, states: states, powers: powersOfTen)
            }
        }
        return isRead ? (values, states) : nil
    }

    /// A value of the kinds that sources have, and of those that they don't.
    private func value(_ kind: Int, _ dice: inout Dice) -> Double {
        switch kind {
        case 0: Double(Int.random(in: -1000...1_000_000, using: &dice))
        case 1: Double(String(Int.random(in: 0...99_999, using: &dice)) + ".5") ?? 0
        case 2: Double("0.\(Int.random(in: 10_000_000...99_999_999, using: &dice))") ?? 0
        case 3: Double.random(in: -1e6...1e6, using: &dice)
        case 4:
            [0.0, -0.0, 1e308, -1e308, .leastNonzeroMagnitude, 0x1p53, 0x1p53 + 2, -0x1p53, 1e15, 0.1, 1e-15, 1e-16]
                .randomElement(using: &dice) ?? 0
        default: Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &dice))
        }
    }

    @Test func comesBackBitForBit() throws {
        var dice = Dice(2)
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...40, using: &dice)
            let kind = Int.random(in: 0...6, using: &dice)
            let values = (0..<count).map { _ in value(kind == 6 ? Int.random(in: 0...5, using: &dice) : kind, &dice) }
            let present = Double.random(in: 0...1, using: &dice)
            let states = (0..<count).map { _ in
                Double.random(in: 0...1, using: &dice) <= present ? CellState.value : UInt8.random(in: 1...5, using: &dice)
            }
            let back = try #require(roundTrip(values, states))
            #expect(back.states == states)
            for year in 0..<count {
                if states[year] == CellState.value {
                    #expect(back.values[year].bitPattern == values[year].bitPattern)
                } else {
                    #expect(back.values[year].isNaN)
                }
            }
        }
    }

    @Test(
        "Values with few decimals take few bytes",
        arguments: [
            // Three years from 100.1 to 100.3: a byte each for the decimals and the width, two for the least, six bits in all.
            ([100.1, 100.2, 100.3], 5),
            ([7, 7, 7], 3),
            ([-1, 0, 1], 4),
            ([1e-16, 1, 2], 25),
        ] as [([Double], Int)]
    )
    func isShort(_ values: [Double], _ length: Int) throws {
        #expect(try #require(roundTrip(values, [0, 0, 0])).length == length)
    }

    @Test func silenceTakesNothing() throws {
        #expect(try #require(roundTrip([.nan, .nan], [CellState.silent, CellState.silent])).length == 0)
    }

    @Test func neitherTrapsNorInventsWhateverTheBytes() {
        var dice = Dice(3)
        for _ in 0..<(Effort.isFull ? 1_000_000 : 20_000) {
            let length = Int.random(in: 0...40, using: &dice)
            let bytes = (0..<length + 16).map { _ in UInt8.random(in: 0...(Bool.random(using: &dice) ? 255 : 20), using: &dice) }
            let count = Int.random(in: 1...12, using: &dice)
            guard let (values, states) = decode(bytes, length, count) else { continue }
            for year in 0..<count { #expect(values[year].isNaN == (states[year] != CellState.value)) }
        }
    }
}
