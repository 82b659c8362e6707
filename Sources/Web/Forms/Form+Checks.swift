import Cooperation

/// What can be wrong with an answer by itself.
extension Form {
    /// What is wrong with the answer in a field.
    func objections(to field: FormField, _ words: Words.Forms, _ all: Words) -> [String] {
        let values = self.all(field.name)
        if case .file(_, let mostBytes) = field.kind { return objections(to: file(field.name), in: field, mostBytes, words, all) }
        if values.isEmpty { return field.isRequired ? [field.missing ?? field.missingSentence(words)] : [] }
        if field.choices.isEmpty, values.contains(where: { $0.unicodeScalars.contains(where: FormText.isRefused) }) {
            return [field.isSecret ? words.secretUnreadable(field.label) : words.unreadable(field.label)]
        }
        let text = values[0]
        switch field.kind {
        case .line(let line, _):
            if let message = tooLong(field, words, all) { return [message] }
            if line == .email, !FormText.isMail(text) { return [words.notMail] }
            if line == .url, !text.utf8.starts(with: "https://".utf8), !text.utf8.starts(with: "http://".utf8) {
                return [words.notAddress]
            }
            return []
        case .text: return tooLong(field, words, all).map { [$0] } ?? []
        case .day:
            switch WrittenDay(text, today: nil) {
            case .day: return []
            case .none(let year, let month, let number):
                return [all.faults.noSuchDay(all.dates.day(number, all.dates.months[month - 1], year))]
            case .unreadable: return [all.faults.notADay(FormText.shortened(text))]
            }
        case .period:
            switch WrittenDay.OrLonger(text, today: nil) {
            case .period: return []
            case .none(let year, let month, let number):
                return [all.faults.noSuchDay(all.dates.day(number, all.dates.months[month - 1], year))]
            case .unreadable: return [words.notAPeriod(FormText.shortened(text))]
            }
        case .number(let range):
            switch WrittenNumber(text) {
            case .number(let number) where range.contains(number): return []
            case .unreadable: return [words.notNumber(field.label)]
            default:
                let (least, most) = (all.number(range.lowerBound), all.number(range.upperBound))
                if range.upperBound == .max { return [words.tooSmall(field.label, least)] }
                return [words.outside(field.label, least, most)]
            }
        case .choice(let choices), .radio(let choices):
            return choices.contains { $0.value == text } ? [] : [words.notChoice(field.label)]
        case .lines(let mostLines):
            if values.count > mostLines { return [words.tooManyLines(field.label, all.number(mostLines))] }
            let long = values.indices.filter { values[$0].unicodeScalars.count > field.most }
            return long.map { words.lineTooLong(all.number($0 + 1), field.label, all.number(field.most)) }
        case .several, .check, .file: return []
        }
    }

    private func tooLong(_ field: FormField, _ words: Words.Forms, _ all: Words) -> String? {
        self[field.name].unicodeScalars.count > field.most ? words.tooLong(field.label, all.number(field.most)) : nil
    }

    private func objections(
        to file: SentFile?,
        in field: FormField,
        _ mostBytes: Int,
        _ words: Words.Forms,
        _ all: Words
    ) -> [String] {
        guard let file else { return field.isRequired ? [field.missing ?? field.missingSentence(words)] : [] }
        if file.bytes.isEmpty { return [words.emptyFile] }
        return file.bytes.count > mostBytes ? [words.fileTooLarge(all.size(mostBytes))] : []
    }
}

extension FormField {
    /// The usual sentence when there is no answer.
    func missingSentence(_ words: Words.Forms) -> String {
        switch kind {
        case .line, .text, .day, .period, .number, .lines: words.missing(label)
        case .choice, .radio, .several: words.notChosen(label)
        case .check: words.notTicked(label)
        case .file: words.noFile(label)
        }
    }
}

extension FormText {
    /// The beginning of a text, for a message that quotes it.
    static func shortened(_ text: String) -> String {
        let scalars = text.unicodeScalars
        return scalars.count <= 40 ? text : String(scalars.prefix(39)) + "…"
    }
}
