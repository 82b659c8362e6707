import Cooperation

/// What the name of a meeting says of it, in the words that municipal calendars use.
///
/// A wrong meeting in a calendar leads to a wrong last day, silently; one that is left out is seen. So a name that could also mean
/// something else, or what only happens around a meeting, isn't taken for one.
struct MeetingName {
    /// What is called by the name.
    enum Kind: Hashable {
        case meeting(DecisionStage)
        /// Only words such as `Ordinarie sammanträde`: it may stand elsewhere what it is.
        case nothingSaid
        /// Another body, something around a meeting, or two bodies at once.
        case somethingElse
    }

    let kind: Kind
    let isCancelled: Bool

    init(_ name: String) {
        let words = name.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0) }
        isCancelled =
            words.contains { ["inställt", "inställd", "inställda"].contains($0) }
            || zip(words, words.dropFirst()).contains { $0 == "ställs" && $1 == "in" }
        kind = Self.kind(words)
    }

    private static func kind(_ words: [String]) -> Kind {
        if words.contains(where: isAround) { return .somethingElse }
        let saysCouncil = words.contains { $0 == "kf" || isForm($0, of: "kommunfullmäktige") }
        let saysBoard = words.contains { $0 == "ks" || isForm($0, of: "kommunstyrelse") }
        let saysCommittee = words.contains { ["ksau", "au"].contains($0) || isCommittee($0) }
        // These need that nothing else is said: there are other boards, councils and committees.
        let rest = words.filter { !fillers.contains($0) }
        switch (saysCouncil, saysBoard, saysCommittee) {
        case (true, false, false): return .meeting(.council)
        case (false, true, false): return .meeting(.board)
        case (false, true, true): return .meeting(.committee)
        case (false, false, true):
            let isClear = rest.allSatisfy {
                ["ksau", "au"].contains($0) || isForm($0, of: "utskott") || isForm($0, of: "arbetsutskott")
            }
            return isClear || words.contains("ksau") ? .meeting(.committee) : .somethingElse
        case (true, _, _): return .somethingElse
        case (false, false, false):
            guard !rest.isEmpty else { return .nothingSaid }
            if rest.allSatisfy({ isForm($0, of: "fullmäktige") }) { return .meeting(.council) }
            if rest.allSatisfy({ isForm($0, of: "styrelse") }) { return .meeting(.board) }
            return .somethingElse
        }
    }

    private static func isForm(_ word: String, of stem: String) -> Bool {
        let endings = ["", "n", "s", "ns", "et", "ets", "möte", "mötet", "sammanträde", "sammanträdet"]
        return word.hasPrefix(stem) && endings.contains { word.dropFirst(stem.count) == $0 }
    }

    private static func isCommittee(_ word: String) -> Bool {
        ["utskott", "utskottet", "utskotts", "utskottets"].contains { word.hasSuffix($0) }
    }

    /// Whether a word tells of another body, or of what happens around a meeting.
    private static func isAround(_ word: String) -> Bool {
        let endings = ["nämnd", "nämnden", "nämndens", "nämnder", "nämnderna"]
        let parts = [
            "handling", "kallelse", "utskick", "justering", "justerat", "protokoll", "beredning", "presidi", "gruppmöte",
            "förmöte",
            "utbildning", "dialog", "seminari", "konferens", "revis", "förvaltning", "stopp", "planeringsdag", "strategidag",
            "anslag",
        ]
        return word == "inför" || endings.contains { word.hasSuffix($0) } || parts.contains { word.contains($0) }
    }

    private static let fillers: Set<String> = [
        "sammanträde", "sammanträdet", "sammanträden", "möte", "mötet", "möten", "ordinarie", "extra", "extrainsatt",
        "offentligt",
        "öppet", "digitalt", "preliminärt", "beredande", "kommunens", "med", "i", "kl", "nr", "inställt", "inställd", "inställda",
        "ställs", "in", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "januari", "februari", "mars", "april", "maj", "juni",
        "juli", "augusti", "september", "oktober", "november", "december",
    ]
}

extension Day {
    /// The day written as `2027-02-09`, `9/2 2027` or `9 februari 2027`, or nil when the text is something else.
    init?(swedish text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        var words = text.lowercased().unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        if words.count == 4, words[0] == "den" { words.removeFirst() }
        if words.count <= 2, text.utf8.contains(UInt8(ascii: "/")) {
            words = words.joined(separator: "/").unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" }
                .map { String($0) }
        }
        guard words.count == 3, let day = Self.figure(words[0], 1...2), let year = Self.figure(words[2], 4...4) else {
            return nil
        }
        guard let month = Self.figure(words[1], 1...2) ?? Self.month(words[1]) else { return nil }
        // `9 2 2027` is no way to write a day, and what it means is a guess.
        guard Self.month(words[1]) != nil || text.utf8.contains(UInt8(ascii: "/")) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func figure(_ text: String, _ length: ClosedRange<Int>) -> Int? {
        guard length.contains(text.utf8.count) else { return nil }
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return Int(text)
    }

    private static func month(_ word: String) -> Int? {
        let names = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
            "december",
        ]
        let short = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
        let bare = word.utf8.last == UInt8(ascii: ".") ? String(word.dropLast()) : word
        if bare == "sept" { return 9 }
        return (names.firstIndex(of: word) ?? short.firstIndex(of: bare)).map { $0 + 1 }
    }
}
