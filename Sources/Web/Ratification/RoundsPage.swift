import Charts
import Cooperation
import Markup

/// All rounds of decisions, ready to show.
struct RoundsPage: Encodable, Sendable {
    /// The latest locked first.
    var rounds: [ShownRound]

    /// The rounds on the day that is asked about.
    init(_ reading: Reading) {
        rounds = reading.cooperation.ratification.inOrder.map { ShownRound($0, reading) }
    }

    /// The first sentence: how the latest stands.
    func leadSentence(_ words: Words) -> String {
        guard let latest = rounds.first else { return words.round.none }
        return "\(latest.title): \(latest.sentence(words))"
    }

    /// The rounds as a table for a file.
    func table(_ words: Words) -> Table {
        let round = words.round
        return Table(
            columns: [
                "id", words.programme.edition, round.round, round.state, round.adopted, words.members.title, round.locked,
                round.inForce,
            ],
            rows: rounds.map { row in
                [
                    row.edition, row.title, row.number.map { "\($0)" } ?? "", row.label(words), "\(row.adopted)",
                    "\(row.members)",
                    row.locked?.iso ?? "", row.inForce?.iso ?? "",
                ]
            }
        )
    }

    /// The list, one row for each round.
    func write(_ html: HTML, _ reading: Reading) {
        let (words, round) = (reading.words, reading.words.round)
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.ratification.title)
                html.p(leadSentence(words), .class("lead"))
                html.p(round.lead)
            }
            guard !rounds.isEmpty else { return }
            html.scrollingTable(words.ratification.title, words) {
                html.thead {
                    html.tr {
                        for column in [words.programme.edition, round.decision, round.state, round.locked, round.inForce] {
                            html.th(column, scope: .column)
                        }
                    }
                }
                html.tbody {
                    for row in rounds {
                        html.tr {
                            html.th(scope: .row, .class("name-cell"), .content) {
                                html.a(row.title, to: reading.address("ratificering", row.edition))
                            }
                            html.td {
                                if row.number != nil, row.state != .notSent {
                                    html.text(row.count(words))
                                    html.text(" ")
                                    html.embed(EightMarks(row.marks, label: nil).markup)
                                } else {
                                    html.em(round.notYet, .class("unknown"))
                                }
                            }
                            html.td { html.roundState(row, words) }
                            html.td(row.locked.map(words.period) ?? round.notYet, .class("day-cell"))
                            html.td(row.inForce.map(words.date) ?? round.notYet, .class("day-cell"))
                        }
                    }
                }
            }
        }
    }
}
