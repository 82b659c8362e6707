import Cooperation

extension Plan {
    /// Reads `dokument: …`, a steering document.
    mutating func readDocument(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Document.self)
        let title = fields.requiredText("titel")
        let kind = fields.requiredText("slag")
        let decided = fields.requiredPeriod("beslutat")
        let decidedInWords = fields.text("beslutat i ord")
        let decidedBy = fields.text("beslutat av")
        let validity = documentValidity(&fields, log)
        let about = fields.period("avser")
        let edition = fields.reference("utgåva", to: Edition.self)
        let replaces = fields.reference("ersätter", to: Document.self)
        let details = fields.details()
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        if let edition { references.append((.edition(edition.id), edition.line, log)) }
        if let replaces { references.append((.document(replaces.id), replaces.line, log)) }
        guard let id, let title, let kind, let decided else { return }
        var request = RecordDocument(id: id, title: title, kind: kind)
        request.decidedBy = decidedBy
        request.decidedInWords = decidedInWords
        request.validity = validity
        request.about = about
        request.edition = edition?.id
        request.replaces = replaces?.id
        request.details = details
        request.missing = missing.map { .written($0) }
        request.remarks = remarks.map { .written($0) }
        request.sources = sources
        let origin = log.origin(entry)
        let planned = PlannedRequest(request: request, period: decided, origin: origin)
        add(Named(id: id, period: decided, after: replaces?.id, origin: origin, requests: [planned]), to: \.documents, log)
    }

    /// `gäller: 2019 till 2022`, `gäller: 2014` for one year, or `gäller: tills vidare`.
    private func documentValidity(_ fields: inout Fields, _ log: FaultLog) -> Document.Validity? {
        guard let line = fields.one("gäller") else { return nil }
        var below = Fields(line, log)
        let isInferred = below.flag("härlett") ? true : nil
        below.finish()
        guard let value = fields.value(of: line) else { return nil }
        if value == "tills vidare" { return Document.Validity(isUntilFurtherNotice: true, isInferred: isInferred) }
        let words = value.unicodeScalars.split(separator: " ").map { String($0) }
        switch words.count {
        case 1:
            return fields.period(words[0], at: line.line).map { Document.Validity(from: $0, to: $0, isInferred: isInferred) }
        case 2 where words[0] == "från":
            return fields.period(words[1], at: line.line).map { Document.Validity(from: $0, isInferred: isInferred) }
        case 3 where words[1] == "till":
            guard let from = fields.period(words[0], at: line.line), let to = fields.period(words[2], at: line.line) else {
                return nil
            }
            guard to.last >= from.first else {
                log.add(line.line, "Dokumentet kan inte sluta gälla innan det börjar. Kontrollera åren.")
                return nil
            }
            return Document.Validity(from: from, to: to, isInferred: isInferred)
        default:
            log.add(line.line, "”\(value)” är inte en tid. Skriv ”2019 till 2022”, ”2014”, ”från 2014” eller ”tills vidare”.")
            return nil
        }
    }
}
