import Cooperation
import NIOCore

/// A form with what somebody wrote in it, and what is wrong with it.
///
/// It is filled from what is recorded now, then reads what was sent. What was written stays in it whatever is wrong, and is shown again;
/// passwords, codes and files are the exceptions. A right answer is kept in one way: a day as `2026-11-23`, a number as figures, a choice as
/// its own value, a text with line feeds and nothing around it.
///
/// A form that **changes** something also merges. For every field it tells three values apart: what stood there when the form was opened,
/// what was sent, and what stands there now. Where only one side has changed a field, that side's value is taken. Where both have, and not
/// to the same, the field is in `clashes` and the page asks.
struct Form: Sendable {
    let fields: [FormField]
    /// What is wrong, in the order of the fields; what is about the whole form comes first.
    private(set) var faults: [FormFault] = []
    /// The fields that both have changed, each in its own way.
    private(set) var clashes: [String] = []
    /// The fields that only somebody else has changed, and that now hold what that person wrote.
    private(set) var taken: [String] = []
    /// The fields that only the sender has changed.
    private(set) var changed: [String] = []
    /// Whether something was read, and not only filled in.
    private(set) var isRead = false

    private var values: [String: [String]] = [:]
    /// What stood in the fields when the form was opened, for one that merges: a name of each value.
    private(set) var grounds: [String: String]?
    /// What stands in the record now.
    private let now: [String: [String]]
    private var files: [String: SentFile] = [:]
    private var today: Day?

    /// A form filled with these values: a new thing, or something that only its owner changes.
    ///
    /// - Parameters:
    ///   - fields: what it asks for.
    ///   - values: what stands in it at first, by the names of the fields; days as `2026-11-23`, a ticked sentence as `Form.yes`.
    init(_ fields: [FormField], values: [String: [String]] = [:]) {
        self.fields = fields
        now = [:]
        for field in fields { self.values[field.name] = Self.kept(values[field.name] ?? [], in: field, today: nil) }
    }

    /// A form that changes what is recorded, and merges with what others change meanwhile.
    ///
    /// - Parameters:
    ///   - fields: what it asks for.
    ///   - now: what is recorded now, by the names of the fields.
    init(_ fields: [FormField], changing now: [String: [String]]) {
        self.fields = fields
        var kept: [String: [String]] = [:]
        for field in fields { kept[field.name] = Self.kept(now[field.name] ?? [], in: field, today: nil) }
        self.now = kept
        values = kept
        grounds = [:]
        for field in fields where Self.merges(field) { grounds?[field.name] = Self.ground(kept[field.name] ?? []) }
    }

    /// Puts something else in a field than what was written, as what was read from a file.
    mutating func fill(_ name: String, _ written: [String]) {
        guard let field = fields.first(where: { $0.name == name }) else { return }
        values[name] = Self.kept(written, in: field, today: today)
    }

    /// What a ticked sentence is sent as.
    static let yes = "ja"

    /// Whether every answer can be taken as it stands.
    var isRight: Bool { faults.isEmpty && clashes.isEmpty }

    // MARK: Reading what was sent

    /// Reads what was sent, merges it if the form changes something, and checks every answer.
    ///
    /// - Parameters:
    ///   - sent: the pairs of the form.
    ///   - files: the files that came with it; a field that was left empty has none.
    ///   - words: the language of what is said about faults.
    ///   - today: what 'i dag' means.
    mutating func read(_ sent: Query, files: [SentFile] = [], in words: Words, on today: Day) {
        (isRead, self.today) = (true, today)
        (faults, clashes, taken, changed, self.files) = ([], [], [], [], [:])
        for field in fields {
            if field.isFile {
                self.files[field.name] = files.first { $0.field == field.name }
            } else {
                values[field.name] = Self.kept(sent.all(field.name), in: field, today: today)
            }
        }
        let undecided = grounds == nil ? [] : merge(sent)
        for field in fields {
            for message in objections(to: field, words.forms, words) {
                faults.append(FormFault(field: field.name, message: message))
            }
        }
        // What is wrong in itself is put right before it is weighed against what somebody else wrote.
        let wrong = Set(faults.compactMap(\.field))
        for name in clashes where !wrong.contains(name) { grounds?[name] = Self.ground(now[name] ?? []) }
        disputed = clashes.filter(wrong.contains)
        clashes.removeAll(where: wrong.contains)
        for field in fields where undecided.contains(field.name) && clashes.contains(field.name) {
            refuse(field.name, words.forms.notDecided(field.label))
        }
    }

    /// The fields that both have changed, where what was sent is wrong in itself.
    private(set) var disputed: [String] = []

    /// Takes each field from the side that has changed it.
    ///
    /// - Returns: the fields that were asked about and got no answer.
    private mutating func merge(_ sent: Query) -> Set<String> {
        var opened: [String: String] = [:]
        for pair in (sent[FormName.ground] ?? "").utf8.split(separator: UInt8(ascii: " ")) {
            let parts = pair.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            if parts.count == 2 { opened[String(Substring(parts[0]))] = String(Substring(parts[1])) }
        }
        let asked = Set(sent.all(FormName.asked))
        var undecided: Set<String> = []
        for field in fields where Self.merges(field) {
            let (name, stands, written) = (field.name, now[field.name] ?? [], values[field.name] ?? [])
            let (ground, here) = (opened[name], Self.ground(stands))
            let verdict = asked.contains(name) ? sent[FormName.verdict(name)] : FormName.use
            if verdict == FormName.keep || !asked.contains(name) && Self.ground(written) == ground {
                values[name] = stands
                if here != ground { taken.append(name) }
            } else if written == stands {
                continue
            } else if here == ground, verdict == FormName.use {
                changed.append(name)
            } else {
                clashes.append(name)
                grounds?[name] = ground ?? ""
                if verdict != FormName.use { undecided.insert(name) }
            }
        }
        return undecided
    }

    private static func merges(_ field: FormField) -> Bool { !field.isSecret && !field.isFile }

    /// A short name of a value, by which it is known again without being sent along.
    ///
    /// The value itself would double the form. Nobody gains by a forged name: who sends the form may write in the fields all the same.
    static func ground(_ values: [String]) -> String {
        var bytes = ByteBuffer()
        for value in values {
            bytes.writeInteger(UInt32(truncatingIfNeeded: value.utf8.count))
            bytes.writeString(value)
        }
        return Fingerprint(bytes).text
    }

    /// Values in the one way that they are kept in; what can't be read as it ought to be stays as it was written.
    private static func kept(_ written: [String], in field: FormField, today: Day?) -> [String] {
        let first = written.first ?? ""
        switch field.kind {
        case .line(.password, _): return [first]
        case .line: return [FormText.cleaned(first, hasLines: false)]
        case .text: return [FormText.cleaned(first, hasLines: true)]
        case .lines: return written.flatMap(FormText.lines)
        case .day:
            let text = FormText.cleaned(first, hasLines: false)
            if case .day(let day) = WrittenDay(text, today: today) { return [day.iso] }
            return [text]
        case .period:
            let text = FormText.cleaned(first, hasLines: false)
            if case .period(let period) = WrittenDay.OrLonger(text, today: today) { return [period.iso] }
            return [text]
        case .number:
            let text = FormText.cleaned(first, hasLines: false)
            if case .number(let number) = WrittenNumber(text) { return [String(number)] }
            return [text]
        case .choice(let choices), .radio(let choices):
            // The choice's own value, letter for letter: Å can be written as one character or as two.
            return [choices.first { $0.value == first }?.value ?? first]
        case .several(let choices): return choices.map(\.value).filter(written.contains)
        case .check: return first.isEmpty ? [] : [yes]
        case .file: return []
        }
    }

    // MARK: Refusing

    /// Notes that something can't be taken, in words that say what to do.
    ///
    /// - Parameters:
    ///   - field: the name of the field; nil, or a name that the form doesn't have, when it is about the whole form.
    ///   - message: what is wrong and what to do.
    mutating func refuse(_ field: String?, _ message: String) {
        let place = place(of: field)
        let fault = FormFault(field: place == nil ? nil : field, message: message)
        guard !faults.contains(fault) else { return }
        let index = faults.firstIndex { self.place(of: $0.field) ?? -1 > place ?? -1 } ?? faults.endIndex
        faults.insert(fault, at: index)
    }

    /// Notes what a rule has refused.
    ///
    /// - Parameters:
    ///   - refusal: the rule's answer.
    ///   - names: the form's names of the request's fields, where they differ.
    mutating func refuse(_ refusal: Refusal, names: [String: String] = [:]) {
        refuse(refusal.field.map { names[$0] ?? $0 }, refusal.message)
    }

    private func place(of field: String?) -> Int? {
        field.flatMap { name in fields.firstIndex { $0.name == name } }
    }

    // MARK: The answers

    /// What stands in a field; empty when nothing does.
    ///
    /// The lines of a list come with line feeds between them.
    subscript(_ name: String) -> String { all(name).joined(separator: "\n") }

    /// What stands in a field; nil when nothing does.
    func given(_ name: String) -> String? {
        let text = self[name]
        return text.isEmpty ? nil : text
    }

    /// Everything that was chosen in a field, in the order of the choices, or every line of a list.
    func all(_ name: String) -> [String] { (values[name] ?? []).filter { !$0.isEmpty } }

    /// Whether a sentence is ticked.
    func isChecked(_ name: String) -> Bool { !all(name).isEmpty }

    /// A day; nil when none is given, or none that can be read.
    func day(_ name: String) -> Day? {
        if case .day(let day) = WrittenDay(self[name], today: today) { day } else { nil }
    }

    /// A day, a month or a year; nil when none is given, or none that can be read.
    func period(_ name: String) -> Period? {
        if case .period(let period) = WrittenDay.OrLonger(self[name], today: today) { period } else { nil }
    }

    /// A number; nil when none is given, or none that can be read.
    func number(_ name: String) -> Int? {
        if case .number(let number) = WrittenNumber(self[name]) { number } else { nil }
    }

    /// The file that was sent in a field.
    func file(_ name: String) -> SentFile? { files[name] }

    /// What stands in the record now, in a form that changes something.
    func recorded(_ name: String) -> [String] { (now[name] ?? []).filter { !$0.isEmpty } }

    /// Whether files were chosen that have to be chosen again if the form is shown again.
    func hadFile(_ name: String) -> Bool { files[name] != nil }
}
