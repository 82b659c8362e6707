import Cooperation
import Testing

@testable import Web

@Suite("The words of each language") struct WordsTests {
    /// Every fixed text by its place; functions are given marks in the place of what will stand there.
    static func texts(of words: Words) -> [(place: String, text: String)] {
        var found: [(place: String, text: String)] = []
        func visit(_ value: Any, _ place: String) {
            switch value {
            case let text as String: found.append((place, text))
            case let texts as [String]: for (index, text) in texts.enumerated() { found.append(("\(place).\(index)", text)) }
            default:
                let mirror = Mirror(reflecting: value)
                if mirror.displayStyle == .dictionary {
                    // Texts by what they are about, in an order that is the same in both languages.
                    let pairs = mirror.children.map { Mirror(reflecting: $0.value).children.map(\.value) }
                    for pair in pairs.sorted(by: { "\($0[0])" < "\($1[0])" }) { visit(pair[1], "\(place).\(pair[0])") }
                    return
                }
                let made = Made.texts(of: value)
                for text in made { found.append((place, text)) }
                if !made.isEmpty { return }
                let children = Mirror(reflecting: value).children
                if children.isEmpty { Issue.record("\(place) is of a kind that isn't read: \(type(of: value))") }
                for child in children {
                    visit(child.value, place.isEmpty ? child.label ?? "?" : "\(place).\(child.label ?? "?")")
                }
            }
        }
        visit(words, "")
        return found
    }

    /// Texts that are the same in both languages, and ought to be.
    private static let same: Set<String> = [
        "programme.vision", "programme.frameVision", "organisation.title", "members.squareKilometres", "dates.day", "dates.month",
        "seats.person", "scenario.kronor", "comparisons.preliminaryShort", "comparisons.medianOf", "improvements.caseOf",
        "studies.formTitle", "serviceCards.version", "serviceCards.versionOn", "serviceCards.status", "themeDays.version",
        "standing.index",
    ]

    @Test("every text is there in both languages, and none is blank")
    func complete() {
        let (swedish, english) = (Self.texts(of: .swedish), Self.texts(of: .english))
        #expect(swedish.map(\.place) == english.map(\.place))
        #expect(swedish.count > 150)
        for (place, text) in swedish + english where !["dates.decimal", "dates.thousands"].contains(place) {
            #expect(!text.isBlank, "\(place)")
            #expect(!text.contains("  ") && !text.hasPrefix(" ") && !text.hasSuffix(" "), "\(place): \(text)")
        }
        for (place, text) in swedish + english where place.hasPrefix("dates.") { #expect(!text.isEmpty, "\(place)") }
    }

    @Test("a function uses all that it is given, in both languages")
    func used() {
        for (swedish, english) in zip(Self.texts(of: .swedish), Self.texts(of: .english)) {
            for mark in ["X", "Y", "Z"] {
                let isUsed = { (text: String) in text.split { !$0.isLetter && !$0.isNumber }.contains { $0 == mark } }
                // The seats are in words for many, not for one.
                if swedish.place == "about.seatNames" { continue }
                #expect(isUsed(swedish.text) == isUsed(english.text), "\(swedish.place): \(swedish.text) – \(english.text)")
            }
        }
    }

    @Test("no text is the same in both languages, but for those that ought to be")
    func translated() {
        let same = zip(Self.texts(of: .swedish), Self.texts(of: .english)).filter { $0.text == $1.text }.map(\.0.place)
        #expect(Set(same).subtracting(Self.same).isEmpty, "\(same)")
        #expect(Self.same.isSubset(of: same), "the list has names that aren't needed: \(Self.same.subtracting(same))")
    }

    @Test("no English is left in the Swedish, nor Swedish in the English")
    func leftovers() {
        let english: Set<String> = [
            "the", "and", "of", "with", "not", "is", "was", "are", "page", "day", "show", "what", "here", "from", "this", "that",
            "which",
            "has", "have", "been", "its", "other", "than", "programme", "municipality", "municipalities", "goal", "goals",
            "source",
        ]
        let swedish: Set<String> = [
            "och", "att", "det", "som", "är", "inte", "den", "av", "för", "på", "till", "ett", "kommun", "kommuner", "målet",
            "källan", "dag",
        ]
        // The link to the other language is written in that language.
        let links: Set<String> = ["frame.otherLanguage", "frame.otherLanguageLabel"]
        for (texts, stops) in [(Self.texts(of: .swedish), english), (Self.texts(of: .english), swedish)] {
            for (place, text) in texts where !links.contains(place) {
                let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
                #expect(words.isDisjoint(with: stops), "\(place): \(text)")
            }
        }
    }

    @Test("Swedish sentences are easy to read: LIX is at most 45, all together and part by part")
    func readability() {
        let sentences = Self.texts(of: .swedish).filter { $0.text.hasSuffix(".") && !$0.place.hasPrefix("dates.") }
        #expect(sentences.count > 40)
        #expect(Self.lix(sentences.map(\.text)) <= 45)
        for (part, texts) in Dictionary(grouping: sentences, by: { String($0.place.prefix { $0 != "." }) }) {
            let lix = Self.lix(texts.map(\.text))
            #expect(lix <= 45, "\(part): \(lix)")
        }
        #expect(Self.lix(["Katten satt på mattan."]) == 4)
        #expect(Self.lix(["Kommunfullmäktige beslutade."]) == 102)
    }

    /// Björnsson's index: words in a sentence, and how many in a hundred are longer than six letters.
    private static func lix(_ texts: [String]) -> Int {
        let sentences = texts.reduce(0) { $0 + max(1, $1.split { ".:!?".contains($0) }.count) }
        let words = texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
        let long = words.filter { $0.count > 6 }.count
        guard !words.isEmpty else { return 0 }
        return Int((Double(words.count) / Double(sentences) + 100 * Double(long) / Double(words.count)).rounded())
    }

    // MARK: Writing

    @Test(
        "numbers",
        arguments: [
            (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1\u{202F}000", "1,000"),
            (113_920, "113\u{202F}920", "113,920"),
            (1_234_567, "1\u{202F}234\u{202F}567", "1,234,567"), (-1234, "−1\u{202F}234", "−1,234"),
        ]
    )
    func numbers(_ number: Int, _ swedish: String, _ english: String) {
        #expect(Words.swedish.number(number) == swedish)
        #expect(Words.english.number(number) == english)
    }

    @Test(
        "decimals",
        arguments: [
            (45_785, 2, "457,85"), (45_785, 1, "457,9"), (5, 2, "0,05"), (5, 1, "0,1"), (4, 1, "0,0"), (100, 1, "1,0"),
            (100, 2, "1,00"),
            (100_000_000, 2, "1\u{202F}000\u{202F}000,00"), (0, 1, "0,0"), (994, 1, "9,9"), (995, 1, "10,0"),
        ]
    )
    func decimals(_ hundredths: Int, _ decimals: Int, _ text: String) {
        #expect(Words.swedish.decimal(hundredths: hundredths, decimals: decimals) == text)
    }

    @Test("days and periods in words")
    func periods() throws {
        let words = Words.swedish
        let period = { (text: String) in words.period(try #require(Period(text))) }
        #expect(try period("2007") == "2007")
        #expect(try period("2018-10") == "oktober 2018")
        #expect(try period("2018-06-12") == "12 juni 2018")
        #expect(Words.english.date(try #require(Day("2018-06-01"))) == "1 June 2018")
        let (from, to) = (try #require(Period("2019")), try #require(Period("2022")))
        #expect(words.span(from: from, to: to) == "2019–2022")
        #expect(words.span(from: from, to: from) == "2019")
        #expect(words.span(from: from, to: nil) == "från 2019")
    }

    @Test("counts and lists in words")
    func counts() {
        #expect((0...13).map { Words.swedish.count($0) }.suffix(3) == ["elva", "tolv", "13"])
        #expect(Words.swedish.countFirst(8) == "Åtta")
        #expect(Words.english.countFirst(1) == "One")
        #expect(Words.swedish.list([]) == "" && Words.swedish.list(["Salem"]) == "Salem")
        #expect(Words.swedish.list(["Salem", "Tyresö"]) == "Salem och Tyresö")
        #expect(Words.english.list(["Salem", "Tyresö", "Nacka"]) == "Salem, Tyresö and Nacka")
    }
}

/// What the functions among the words give for marks in the place of what will stand there.
///
/// A mirror hands out a function as it is stored in its structure, under a type that calls for another convention; called as it is, it
/// crashes. Put back into a structure of one field it is stored as it was, and can be called.
private enum Made {
    private struct Held<Function> { var function: Function }
    private struct One { var make: @Sendable (String) -> String }
    private struct Two { var make: @Sendable (String, String) -> String }
    private struct Three { var make: @Sendable (String, String, String) -> String }
    private struct Four { var make: @Sendable (String, String, String, String) -> String }
    private struct Five { var make: @Sendable (String, String, String, String, String) -> String }
    private struct Sided { var make: @Sendable (String, String, String, Words.Comparisons.Side) -> String }
    private struct Each { var make: @Sendable (String, String, String, String, String, Bool) -> String }
    private struct Whole { var make: @Sendable (String, String, Bool) -> String }
    private struct Counted { var make: @Sendable (String, Int) -> String }
    private struct Dated { var make: @Sendable (Int, String, Int) -> String }
    private struct Many { var make: @Sendable (Int) -> String }
    private struct ManyWritten { var make: @Sendable (Int, String) -> String }
    private struct Unread { var make: @Sendable (Fault.Part) -> String }
    private struct Seated { var make: @Sendable (Seat.Role) -> String }
    private struct Stepped { var make: @Sendable (Study.Step) -> String }
    private struct Gendered { var make: @Sendable (CopiedValue.Gender) -> String }
    private struct Classed { var make: @Sendable (ImprovementCase.Class) -> String }
    private struct Directed { var make: @Sendable (BetterDirection) -> String }

    static func texts(of value: Any) -> [String] {
        if let one = put(value, (@Sendable (String) -> String).self, One.self) { return [one.make("X")] }
        if let two = put(value, (@Sendable (String, String) -> String).self, Two.self) { return [two.make("X", "Y")] }
        if let three = put(value, (@Sendable (String, String, String) -> String).self, Three.self) {
            return [three.make("X", "Y", "Z")]
        }
        if let four = put(value, (@Sendable (String, String, String, String) -> String).self, Four.self) {
            return [four.make("X", "Y", "Z", "W")]
        }
        if let five = put(value, (@Sendable (String, String, String, String, String) -> String).self, Five.self) {
            return [five.make("X", "Y", "Z", "W", "V")]
        }
        if let sided = put(value, (@Sendable (String, String, String, Words.Comparisons.Side) -> String).self, Sided.self) {
            return [.over, .under, .same].map { sided.make("X", "Y", "Z", $0) }
        }
        if let each = put(value, (@Sendable (String, String, String, String, String, Bool) -> String).self, Each.self) {
            return [true, false].map { each.make("X", "Y", "Z", "W", "V", $0) }
        }
        if let whole = put(value, (@Sendable (String, String, Bool) -> String).self, Whole.self) {
            return [true, false].map { whole.make("X", "Y", $0) }
        }
        if let counted = put(value, (@Sendable (String, Int) -> String).self, Counted.self) { return [counted.make("X", 2)] }
        if let dated = put(value, (@Sendable (Int, String, Int) -> String).self, Dated.self) { return [dated.make(1, "X", 2)] }
        if let many = put(value, (@Sendable (Int) -> String).self, Many.self) { return [0, 1, 2].map { many.make($0) } }
        if let many = put(value, (@Sendable (Int, String) -> String).self, ManyWritten.self) {
            return [0, 1, 2].map { many.make($0, "X") }
        }
        if let unread = put(value, (@Sendable (Fault.Part) -> String).self, Unread.self) {
            return [.address, .query, .form, .body, .value("X")].map { unread.make($0) }
        }
        if let seated = put(value, (@Sendable (Seat.Role) -> String).self, Seated.self) {
            return Seat.Role.allCases.map { seated.make($0) }
        }
        if let stepped = put(value, (@Sendable (Study.Step) -> String).self, Stepped.self) {
            return Study.Step.allCases.map { stepped.make($0) }
        }
        if let gendered = put(value, (@Sendable (CopiedValue.Gender) -> String).self, Gendered.self) {
            return CopiedValue.Gender.allCases.map { gendered.make($0) }
        }
        if let classed = put(value, (@Sendable (ImprovementCase.Class) -> String).self, Classed.self) {
            return ImprovementCase.Class.allCases.map { classed.make($0) }
        }
        if let directed = put(value, (@Sendable (BetterDirection) -> String).self, Directed.self) {
            return BetterDirection.allCases.map { directed.make($0) }
        }
        return []
    }

    private static func put<Function, Holder>(_ value: Any, _ type: Function.Type, _ holder: Holder.Type) -> Holder? {
        (value as? Function).map { unsafeBitCast(Held(function: $0), to: Holder.self) }
    }
}
