import Testing

@testable import SeriesStore

@Suite struct DecimalTests {
    private func read(_ text: String, point: UInt8 = UInt8(ascii: ".")) -> (value: Double?, rest: Int) {
        let bytes = Array(text.utf8) + [0, 0, 0, 0, 0, 0, 0, 0]
        return bytes.withUnsafeBufferPointer { buffer in
            guard var at = buffer.baseAddress else { return (nil, 0) }
            let start = at
            let value = readDecimal(&at, powersOfTen, point: point)
            return (value, at - start)
        }
    }

    @Test func readsAsTheStandardLibraryDoes() throws {
        var dice = Dice(1)
        for _ in 0..<(Effort.isFull ? 1_000_000 : 20_000) {
            var text = Bool.random(using: &dice) ? "-" : ""
            let whole = (0..<Int.random(in: 1...Int.random(in: 1...22, using: &dice), using: &dice))
                .map { _ in String(Int.random(in: 0...9, using: &dice)) }.joined()
            let first = whole.first { $0 != "0" }
            text += first == nil ? "0" : String(whole.drop { $0 == "0" })
            if Bool.random(using: &dice) {
                let decimals = Int.random(in: 1...Int.random(in: 1...24, using: &dice), using: &dice)
                text += "." + (0..<decimals).map { _ in String(Int.random(in: 0...9, using: &dice)) }.joined()
            }
            if Int.random(in: 0..<4, using: &dice) == 0 {
                text += ["e", "E"].randomElement(using: &dice) ?? "e"
                text += ["", "+", "-"].randomElement(using: &dice) ?? ""
                text += String(Int.random(in: 0...320, using: &dice))
            }
            let (value, rest) = read(text)
            let expected = try #require(Double(text))
            guard expected.isFinite else {
                #expect(value == nil, "\(text)")
                continue
            }
            guard value?.bitPattern == expected.bitPattern, rest == text.utf8.count else {
                Issue.record("\(text): \(String(describing: value)) is not \(expected)")
                return
            }
        }
    }

    @Test(
        "What isn't a number is none",
        arguments: [
            "", "-", ".5", "5.", "007", "00", "-01", "+1", "NaN", "Infinity", "1e", "1e+", "e5", "1e400", "-1e400", "true",
        ]
    )
    func refuses(_ text: String) {
        #expect(read(text).value == nil)
    }

    @Test func takesACommaWhenAsked() {
        #expect(read("1234,5", point: UInt8(ascii: ",")).value == 1234.5)
        #expect(read("123456789012345678901,25", point: UInt8(ascii: ",")).value == 123456789012345678901.25)
    }

    @Test func keepsMinusNought() {
        #expect(read("-0.0").value?.sign == .minus)
    }
}
