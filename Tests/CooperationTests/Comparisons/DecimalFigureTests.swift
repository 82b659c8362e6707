import FoundationEssentials
import Testing

@testable import Cooperation

@Suite("Figures with decimals") struct DecimalFigureTests {
    @Test(
        "are written in one way each",
        arguments: ["0", "7", "-7", "12.5", "12.50", "-0.32", "0.001", "128901.5", "999999999999999", "0.000000001"]
    )
    func written(_ text: String) throws {
        let figure = try decimal(text)
        #expect(figure.text == text)
        #expect(try figure.number == #require(Double(text)))
        #expect(try JSONDecoder().decode(DecimalFigure.self, from: JSONEncoder().encode(figure)) == figure)
    }

    @Test(
        "are nothing else",
        arguments: [
            "", "-", ".", "1.", ".5", "1,5", "+1", "1e3", "01", "-0", "-0.0", "1.2.3", " 1", "NaN", "1 000",
            "9999999999999999", "0.0000000001", "−1",
        ]
    )
    func refused(_ text: String) { #expect(DecimalFigure(text) == nil) }

    @Test("read back what they wrote, at random, and are nearest to the number they are made of")
    func random() throws {
        var dice = Dice(18)
        for _ in 0..<Effort.count(200_000, otherwise: 5_000) {
            let digits = Int64(dice.below(2_000_000_001)) - 1_000_000_000
            let decimals = dice.below(10)
            let figure = try #require(DecimalFigure(digits: digits, decimals: decimals))
            #expect(digits == 0 && figure.text.hasPrefix("-") == false || DecimalFigure(figure.text) == figure)
            let made = try #require(DecimalFigure(figure.number, decimals: decimals))
            #expect(made.number == figure.number)
        }
        #expect(DecimalFigure(.nan, decimals: 1) == nil && DecimalFigure(.infinity, decimals: 1) == nil)
        #expect(DecimalFigure(1e15, decimals: 0) == nil && DecimalFigure(12.34, decimals: 1)?.text == "12.3")
        #expect(DecimalFigure(-0.04, decimals: 1)?.text == "0" && DecimalFigure(1200, decimals: 3)?.text == "1200")
    }
}
