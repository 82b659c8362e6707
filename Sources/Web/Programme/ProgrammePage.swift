import Cooperation

/// The programme's own page, ready to show: what applies, and every edition.
struct ProgrammePage: Encodable, Sendable {
    /// One edition in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var title: String
        var standing: EditionPage.Standing
        var inForce: Period?
        var validFrom: Period
        var validTo: Period?
        var endIsInferred: Bool
        var decidedBy: String?
        var sources: [Source]
    }

    /// The edition that applies, or that applied last; nil when none has come into force.
    var current: EditionPage?
    /// The latest edition with known goals, when the current one has none.
    var lastWithGoals: EditionPage?
    /// The oldest first.
    var editions: [Row]
    /// The rounds of decisions that haven't come to their end; nil when there are none.
    var running: [ShownRound]?
    /// Whether there has been any round of decisions.
    var hasRounds: Bool

    private enum CodingKeys: String, CodingKey { case current, lastWithGoals, editions, running }

    /// The page of the programme.
    init(_ reading: Reading) {
        let programme = reading.cooperation.programme
        let rounds = reading.runningRounds
        running = rounds.isEmpty ? nil : rounds
        hasRounds = !reading.cooperation.ratification.inOrder.isEmpty
        current =
            reading.view.hidesEditionInForce ? nil : programme.latestInForce(on: reading.day).map { EditionPage($0, reading) }
        if current?.tree.isEmpty ?? false {
            lastWithGoals = programme.inOrder
                .last { $0.inForce != nil && $0.text.nodes.contains { node in node.parent != nil } }
                .map { EditionPage($0, reading) }
        }
        editions = programme.inOrder.map { edition in
            let standing: EditionPage.Standing =
                switch reading.view.standings[edition.text.id] ?? .notInForce {
                case .notInForce: .notInForce
                case .inForce: .inForce
                case .lapsed: .lapsed
                case .replaced: .replaced
                }
            return Row(
                id: edition.text.id.text,
                title: edition.text.title,
                standing: standing,
                inForce: edition.inForce,
                validFrom: edition.text.validity.from,
                validTo: edition.text.validity.to,
                endIsInferred: edition.text.validity.endIsInferred ?? false,
                decidedBy: edition.text.decidedBy,
                sources: edition.text.sources
            )
        }
    }

    /// The list as a table for a file.
    func table(_ words: Words) -> Table {
        let programme = words.programme
        return Table(
            columns: [
                "id", programme.edition, programme.standing, programme.inForce, programme.valid, programme.decidedBy,
                words.frame.sources,
            ],
            rows: editions.map { row in
                [
                    row.id, row.title, words.label(row.standing), row.inForce?.iso ?? "",
                    row.validTo.map { "\(row.validFrom.iso)–\($0.iso)" } ?? "\(row.validFrom.iso)–", row.decidedBy ?? "",
                    row.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }
}

extension Words {
    /// Where an edition stands, as a plain label.
    func label(_ standing: EditionPage.Standing) -> String {
        switch standing {
        case .inForce: programme.labelInForce
        case .replaced: programme.labelReplaced
        case .lapsed: programme.labelLapsed
        case .notInForce: programme.labelNotInForce
        }
    }

    /// The sentence that answers what people come with: whether it applies.
    func sentence(on edition: EditionPage) -> String {
        switch edition.standing {
        case .inForce: programme.appliesSince(edition.title, edition.inForce.map(period) ?? frame.unknown)
        case .replaced:
            if let since = edition.replacedSince, let by = edition.replacedBy {
                programme.replacedSince(edition.title, period(since), by.title)
            } else {
                programme.replacedOnly(edition.title)
            }
        case .lapsed: programme.lapsed(edition.title, edition.lapsed.map(period) ?? frame.unknown)
        case .notInForce:
            // What the members have adopted may have a first day that lies ahead.
            edition.inForce.map { programme.appliesFrom(edition.title, period($0)) } ?? programme.notInForce(edition.title)
        }
    }
}
