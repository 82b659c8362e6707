import Cooperation

/// The register of joint statements, ready to show: all of them, or those of one kind.
struct StatementsPage: Encodable, Sendable {
    /// One statement in the register.
    struct Row: Encodable, Sendable {
        var id: String
        var date: Period
        var kind: String
        var title: String
        var recipient: String?
        var recipientIsInferred: Bool
        var reference: String?
        var priorities: [EditionPage.Reference]
        var sources: [Source]
    }

    /// A kind of statement, in the cooperation's own word.
    struct Kind: Encodable, Sendable {
        var name: String
        var count: Int
    }

    /// How many statements are known of a year.
    struct Year: Encodable, Sendable {
        var year: Int
        var count: Int
    }

    var cooperation: String
    /// The kind that is shown; nil when all are.
    var kind: String?
    /// In alphabetical order.
    var kinds: [Kind]
    /// How many are known of every kind together.
    var total: Int
    /// The newest first.
    var statements: [Row]
    /// Every year from the first that has any until the day that is shown.
    var years: [Year]
    /// Those that most statements are known to have gone to; empty when none got more than one.
    var mostOftenTo: [String]

    /// The register, of one kind or of all.
    init(_ reading: Reading, kind: String?) {
        let advocacy = reading.cooperation.advocacy
        let all = advocacy.statementsInOrder
        let shown = kind.map { kind in all.filter { $0.facts.kind == kind } } ?? all
        cooperation = reading.calledName
        self.kind = kind
        kinds = Dictionary(all.map { ($0.facts.kind, 1) }, uniquingKeysWith: +)
            .map { Kind(name: $0.key, count: $0.value) }
            .inSwedishOrder(by: \.name)
        total = all.count
        statements = shown.reversed().map { Row($0, advocacy) }
        years = Self.years(of: shown, until: reading.day.year)
        mostOftenTo = Self.mostFrequent(
            shown.filter { $0.facts.recipientIsInferred != true }.compactMap(\.facts.recipient)
        )
    }

    private static func years(of statements: [Statement], until last: Int) -> [Year] {
        let counts = Dictionary(statements.map { ($0.made.last.year, 1) }, uniquingKeysWith: +)
        guard let first = counts.keys.min() else { return [] }
        return (first...max(first, last)).map { Year(year: $0, count: counts[$0] ?? 0) }
    }

    private static func mostFrequent(_ names: [String]) -> [String] {
        let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        guard let most = counts.values.max(), most > 1 else { return [] }
        return counts.filter { $0.value == most }.map(\.key).inSwedishOrder { $0 }
    }

    /// The register as a table for a file.
    func table(_ words: Words) -> Table {
        let advocacy = words.advocacy
        return Table(
            columns: [
                "id", advocacy.date, advocacy.statement, advocacy.kind, advocacy.recipient, advocacy.recipientLikely,
                advocacy.reference, advocacy.priorities, words.frame.sources,
            ],
            rows: statements.map { row in
                [
                    row.id, row.date.iso, row.title, row.kind, row.recipient ?? "",
                    row.recipientIsInferred ? advocacy.yes : advocacy.no, row.reference ?? "",
                    row.priorities.map(\.title).joined(separator: "; "), row.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }

    /// The sentence that answers what people come with.
    func lead(_ reading: Reading) -> String {
        let words = reading.words
        let advocacy = words.advocacy
        if let kind {
            guard !statements.isEmpty else { return advocacy.noneOfKind(kind) }
            return advocacy.ofKind(kind, words.number(statements.count), words.number(total))
        }
        guard let first = statements.last?.date.last.year, let last = statements.first?.date.last.year else {
            return reading.isNow ? advocacy.noStatement : advocacy.noStatementThen
        }
        let times = advocacy.times(words.count(total), total)
        let spoken =
            first == last ? advocacy.spokenIn(times, "\(first)") : advocacy.spokenBetween(times, "\(first)", "\(last)")
        return mostOftenTo.isEmpty ? spoken : spoken + " " + advocacy.mostOftenTo(words.list(mostOftenTo))
    }
}

extension StatementsPage.Row {
    /// A statement as one row.
    init(_ statement: Statement, _ advocacy: Advocacy) {
        let facts = statement.facts
        id = facts.id.text
        date = statement.made
        kind = facts.kind
        title = facts.title
        recipient = facts.recipient
        recipientIsInferred = facts.recipient != nil && facts.recipientIsInferred == true
        reference = facts.reference
        priorities = advocacy.references(to: facts.priorities)
        sources = facts.sources
    }
}

extension Advocacy {
    /// Those of some priorities that may be seen, by their names now.
    func references(to ids: [Priority.ID]) -> [EditionPage.Reference] {
        ids.compactMap { self[$0] }.map { EditionPage.Reference(id: $0.facts.id.text, title: $0.facts.name) }
    }
}
