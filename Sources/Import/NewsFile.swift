import Cooperation

extension Plan {
    /// Reads `nyhet: …`, a piece of news.
    mutating func readNewsItem(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: NewsItem.self)
        let title = fields.requiredText("rubrik")
        let lead = fields.requiredText("ingress")
        let text = fields.text("text")
        let from = fields.requiredDay("visas från")
        let written = fields.period("uppgifter från")
        let about = newsSubject(&fields, log)
        let sources = fields.sources()
        fields.finish()

        guard let id, let title, let lead, let from else { return }
        var request = PublishNews(id: id, title: title, lead: lead, from: from)
        request.text = text.map { .written($0) }
        request.about = about
        request.sources = sources
        let origin = log.origin(entry)
        let period = written ?? .day(from)
        let planned = PlannedRequest(request: request, period: period, origin: origin)
        add(Named(id: id, period: period, origin: origin, requests: [planned]), to: \.news, log)
    }

    /// `handlar om: konferens radslag/2019`: a kind as it is written first in the files, and a name in addresses.
    private mutating func newsSubject(_ fields: inout Fields, _ log: FaultLog) -> Subject? {
        guard let line = fields.one("handlar om"), let value = fields.leaf(line) else { return nil }
        let words = value.unicodeScalars.split(separator: " ", maxSplits: 1).map { String($0) }
        guard words.count == 2, let kind = NewsSubjectKind(rawValue: words[0]) else {
            let kinds = NewsSubjectKind.allCases.map(\.rawValue)
            log.add(
                line.line,
                "”\(value)” säger inte vad nyheten handlar om. Skriv ett av orden \(kinds.joined(separator: ", ")) "
                    + "och namnet i adresser, som ”dokument samarbetsavtal”.\(suggestion(for: words.first ?? "", among: kinds))"
            )
            return nil
        }
        guard let (subject, reference) = kind.read(words[1], at: line.line, fields) else { return nil }
        references.append((reference, line.line, log))
        return subject
    }
}

/// What a piece of news can be about, by the word that the thing itself begins with in the files.
private enum NewsSubjectKind: String, CaseIterable {
    case municipality = "kommun"
    case edition = "program"
    case body = "organ"
    case network = "nätverk"
    case document = "dokument"
    case series = "konferensserie"
    case conference = "konferens"
    case statement = "yttrande"
    case priority = "satsning"
    case plan = "verksamhetsplan"

    /// The thing with that name; nil when it can't be a name, which is told.
    func read(_ name: String, at line: Int, _ fields: Fields) -> (Subject, Plan.Reference)? {
        func named<Entity>(
            _ subject: (Identifier<Entity>) -> Subject,
            _ reference: (Identifier<Entity>) -> Plan.Reference
        ) -> (Subject, Plan.Reference)? {
            let id: Identifier<Entity>? = fields.id(name, at: line)
            return id.map { (subject($0), reference($0)) }
        }
        switch self {
        case .municipality: return named(Subject.municipality, Plan.Reference.municipality)
        case .edition: return named(Subject.edition, Plan.Reference.edition)
        case .body, .network: return named(Subject.body, Plan.Reference.body)
        case .document: return named(Subject.document, Plan.Reference.document)
        case .series: return named(Subject.series, Plan.Reference.series)
        case .statement: return named(Subject.statement, Plan.Reference.statement)
        case .priority: return named(Subject.priority, Plan.Reference.priority)
        case .plan: return named(Subject.plan, Plan.Reference.plan)
        case .conference:
            let pair: (ConferenceSeries.ID, Conference.ID)? = fields.pair(name, at: line, example: "radslag/2019")
            return pair.map { (.conference($0.0, $0.1), .conference($0.0, $0.1)) }
        }
    }
}

extension Fields {
    /// A day; a month or a year is a fault.
    mutating func requiredDay(_ key: String) -> Day? {
        guard let line = required(key), let value = leaf(line) else { return nil }
        if let day = Day(value) { return day }
        log.add(line.line, "”\(value)” är inte en dag som finns. Skriv som 2027-02-28.")
        return nil
    }
}
