import Testing

@testable import Difference

@Suite("Kortaste vägen mellan två texter")
struct EditScriptTests {
    @Test("Det som tas bort och läggs till är så lite som det kan vara", arguments: Effort.seeds)
    func shortest(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<500 {
            let kinds = 1 + dice.below(8)
            let old = (0..<dice.below(40)).map { _ in Int32(dice.below(kinds)) }
            let new = (0..<dice.below(40)).map { _ in Int32(dice.below(kinds + 2)) }
            let script = EditScript(from: old, to: new, count: 12)
            let common = longestCommon(old, new)
            #expect(script.isShortest)
            #expect(script.removed.count { $0 } == old.count - common)
            #expect(script.inserted.count { $0 } == new.count - common)
            #expect(kept(old, script.removed) == kept(new, script.inserted))
        }
    }

    @Test("Några hundra ändringar i en lång text hittas på kortaste sätt", arguments: Effort.seeds)
    func fewEdits(seed: UInt64) {
        var dice = Dice(seed: seed)
        let old = (0..<20_000).map { _ in Int32(dice.below(1 + dice.below(8000))) }
        var new = old
        for _ in 0..<300 {
            switch dice.below(3) {
            case 0: new.remove(at: dice.below(new.count))
            case 1: new.insert(Int32(dice.below(9000)), at: dice.below(new.count))
            default: new[dice.below(new.count)] = Int32(dice.below(9000))
            }
        }
        let script = EditScript(from: old, to: new, count: 9000)
        #expect(script.isShortest)
        #expect(kept(old, script.removed) == kept(new, script.inserted))
        #expect(script.removed.count { $0 } <= 300 && script.inserted.count { $0 } <= 300)
        #expect(script.steps < 20 * (old.count + new.count))
    }

    /// Texts that have little in common in the same order, each in its own way.
    static let hard: [(name: String, old: @Sendable (Int) -> Int, new: @Sendable (Int) -> Int)] = [
        ("inget gemensamt", { $0 % 500 }, { 1000 + $0 % 500 }),
        ("baklänges", { $0 }, { 19_999 - $0 }),
        ("olika takt", { $0 % 7 }, { $0 % 5 }),
        ("två ord", { $0 &* 2_654_435_761 >> 13 & 1 }, { $0 &* 40_503 >> 7 & 1 }),
        ("hundra ord", { ($0 &* 2_654_435_761 >> 9) % 100 }, { ($0 &* 40_503 >> 5) % 100 }),
        ("byta halvor", { $0 }, { ($0 + 10_000) % 20_000 }),
        ("byta grannar", { $0 }, { $0 ^ 1 }),
        ("byta stycken", { $0 }, { $0 ^ 64 }),
        ("vart ord dubbelt", { $0 / 2 }, { $0 % 10_000 }),
    ]

    @Test("Arbetet växer med längden också när texterna inte liknar varandra", arguments: hard.indices)
    func bounded(number: Int) {
        let texts = Self.hard[number]
        for length in [2000, 20_000] {
            let old = (0..<length).map { Int32(texts.old($0) & 0x7FFF) }
            let new = (0..<length).map { Int32(texts.new($0) & 0x7FFF) }
            let script = EditScript(from: old, to: new, count: 0x8000)
            #expect(kept(old, script.removed) == kept(new, script.inserted))
            let most = EditScript.stepsForWhole + 2 * EditScript.deepestAnchors + 40
            #expect(script.steps <= 4 * EditScript.leastSteps + most * 2 * length)
        }
    }

    @Test("När gränsen nås delas texten vid ord som är ensamma, och det mesta hittas ändå")
    func anchored() {
        var dice = Dice(seed: 1)
        // Of ten words nine are any words; the tenth is alone of its kind.
        func word(_ place: Int) -> Int32 {
            place % 10 == 0 ? Int32(1000 + place / 10) : Int32(dice.below(200))
        }
        let old = (0..<60_000).map(word)
        let new = (0..<60_000).map(word)
        let script = EditScript(from: old, to: new, count: 8000)
        #expect(!script.isShortest)
        #expect(kept(old, script.removed) == kept(new, script.inserted))
        #expect(script.removed.count { !$0 } > 6000)
    }

    private func kept(_ words: [Int32], _ isGone: [Bool]) -> [Int32] {
        zip(words, isGone).filter { !$1 }.map(\.0)
    }

    @Test("Den längsta stigande följden är lika lång som den gemensamma med den ordnade", arguments: Effort.seeds)
    func longestRise(seed: UInt64) {
        var dice = Dice(seed: seed)
        for count in 0..<60 {
            let numbers = Array(0..<count).shuffled(using: &dice)
            let rise = numbers.longestRise()
            #expect(rise == rise.sorted() && Set(rise).count == rise.count)
            #expect(zip(rise, rise.dropFirst()).allSatisfy { numbers[$0] < numbers[$1] })
            #expect(rise.count == longestCommon(numbers, Array(0..<count)))
        }
    }
}
