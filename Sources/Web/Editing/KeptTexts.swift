import Cooperation

/// Recorded texts as the fields of a form show them, and what is sent as passages again.
///
/// What a form leaves as it was keeps its commitment (`Passage`). An erased text is shown as the words that stand in its place, and is known
/// again by them.
extension Reading {
    /// A recorded text as a field for several lines shows it.
    func shown(_ prose: Prose?) -> [String] {
        text(prose).map { [FormText.cleaned($0, hasLines: true)] } ?? []
    }

    /// Recorded texts as a list shows them: each on one line, however many it has.
    func lines(_ proses: [Prose]) -> [String] {
        texts(proses).map { FormText.cleaned($0, hasLines: false) }
    }

    /// Everything that a recorded text can stand as in a field: a form may have been opened in another language than it is sent in.
    fileprivate func looks(_ prose: Prose) -> Set<String> {
        let words: String = text(prose)
        return marks(prose).union([FormText.cleaned(words, hasLines: true), FormText.cleaned(words, hasLines: false)])
    }

    /// The words that stand in the place of a text that is erased or lost, in every language; none for one that is there.
    fileprivate func marks(_ prose: Prose) -> Set<String> {
        guard isErased(prose) else { return [] }
        return Set(
            PageLanguage.allCases.map { language in
                let words = Words.of(language).frame
                return erasure(of: prose.commitment).map { words.erased($0) } ?? words.lost
            }
        )
    }
}

extension Form {
    /// Whether the form asks for something.
    func asks(for name: String) -> Bool { fields.contains { $0.name == name } }

    /// Whether the sender has changed anything else than the day from which it holds.
    func isChanged(besides day: String) -> Bool { changed.contains { $0 != day } }

    /// What stands in a field for several lines; the recorded text when it is unchanged.
    ///
    /// - Throws: a `Refusal` when words have been written around an erased text.
    func passage(_ name: String, keeping recorded: Prose?, _ reading: Reading) throws(Refusal) -> Passage? {
        guard let text = given(name) else { return nil }
        if let recorded, reading.looks(recorded).contains(text) { return .kept(recorded) }
        try refuseAround(recorded.map { [$0] } ?? [], [text], name, reading)
        return .written(text)
    }

    /// The lines of a list; those that are unchanged are the recorded texts.
    ///
    /// - Throws: a `Refusal` when words have been written around an erased text.
    func passages(_ name: String, keeping recorded: [Prose], _ reading: Reading) throws(Refusal) -> [Passage] {
        let lines = all(name)
        let places = Self.places(of: lines, among: recorded, reading)
        try refuseAround(recorded, zip(lines, places).filter { $1 == nil }.map(\.0), name, reading)
        return zip(lines, places).map { line, place in place.map { .kept(recorded[$0]) } ?? .written(line) }
    }

    /// The statements of a list with their sources.
    ///
    /// A line that is changed keeps its sources when it can be told which it was: when as many lines are new as are gone.
    ///
    /// - Throws: a `Refusal` when words have been written around an erased text.
    func details(_ name: String, keeping recorded: [Detail], _ reading: Reading) throws(Refusal) -> [Detail.Plain] {
        let lines = all(name)
        let places = Self.places(of: lines, among: recorded.map(\.text), reading)
        try refuseAround(recorded.map(\.text), zip(lines, places).filter { $1 == nil }.map(\.0), name, reading)
        let kept = Set(places.compactMap(\.self))
        var gone = recorded.indices.filter { !kept.contains($0) }[...]
        if gone.count != places.count(where: { $0 == nil }) { gone = [] }
        return zip(lines, places).map { line, place in
            if let place { return Detail.Plain(of: recorded[place]) }
            return Detail.Plain(line, sources: gone.popFirst().map { recorded[$0].sources } ?? [])
        }
    }

    /// The sources of a list: an address or the name of a document on each line.
    func sources(_ name: String) -> [Source] { all(name).map { Source($0) } }

    /// Which recorded text each line is, by its place among them; nil for a new one.
    private static func places(of lines: [String], among recorded: [Prose], _ reading: Reading) -> [Int?] {
        var free = recorded.indices.map { ($0, reading.looks(recorded[$0])) }
        return lines.map { line in
            free.firstIndex { $0.1.contains(line) }.map { free.remove(at: $0).0 }
        }
    }

    private func refuseAround(_ recorded: [Prose], _ texts: [String], _ name: String, _ reading: Reading) throws(Refusal) {
        for prose in recorded where reading.isErased(prose) {
            let marks = reading.marks(prose).map { Array($0.utf8) }
            guard texts.contains(where: { text in marks.contains { Array(text.utf8).firstRange(of: $0) != nil } }) else {
                continue
            }
            throw Refusal("editing.erased", field: name, reading.words.editing.erased)
        }
    }
}

extension FormField {
    /// A text of several lines, with room for what stands there.
    static func text(_ name: String, _ label: String, holding texts: [String], help: String? = nil, rows: Int = 4) -> FormField {
        FormField(name, label, .text(rows: rows), help: help, isRequired: false, most: room(4_000, for: texts))
    }

    /// A list with one thing on each line, with room for what stands there.
    static func list(_ name: String, _ label: String, holding lines: [String], help: String? = nil) -> FormField {
        FormField(
            name,
            label,
            .lines(mostLines: max(100, lines.count)),
            help: help,
            isRequired: false,
            most: room(2_000, for: lines)
        )
    }

    private static func room(_ usual: Int, for texts: [String]) -> Int {
        texts.reduce(usual) { max($0, $1.unicodeScalars.count) }
    }
}
