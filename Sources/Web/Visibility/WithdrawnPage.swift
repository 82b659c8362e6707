import Cooperation
import Markup

/// Everything that has been withdrawn from the public, ready to show to those who may change it.
struct WithdrawnPage: Sendable {
    /// Something that has been withdrawn.
    struct Row: Sendable {
        var subject: Subject
        var name: String
        var reason: String
        /// When it was withdrawn, and by whom; nil when no act that counts says so.
        var act: Record?
    }

    /// The latest withdrawn first.
    var rows: [Row]

    /// The page of what may not be seen.
    init(_ reading: Reading) {
        let cooperation = reading.cooperation
        rows = cooperation.withdrawnSubjects.map { subject in
            let act = reading.view.acts(about: [subject]).lazy.compactMap { reading.view.counted($0.position) }.first { record in
                if case .visibility(.withdrawn(let change)) = record.act { change.subject == subject } else { false }
            }
            return Row(
                subject: subject,
                name: reading.name(of: subject),
                reason: reading.text(cooperation.reasonForWithdrawal(of: subject)) ?? reading.words.frame.unknown,
                act: act
            )
        }
        .sorted { ($0.act?.position.number ?? 0, $0.subject.text) > ($1.act?.position.number ?? 0, $1.subject.text) }
    }

    /// The list, each with a way to show it again.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.visibility
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                html.p(rows.isEmpty ? words.none : words.lead, .class("lead"))
                if rows.isEmpty { html.p(words.noneText) }
            }
            if !rows.isEmpty {
                html.ul(.class("worklist")) { for row in rows { html.li { write(row, html, reading) } } }
            }
        }
    }

    private func write(_ row: Row, _ html: HTML, _ reading: Reading) {
        let words = reading.words.visibility
        html.p(row.act.map { words.since(reading.words.period($0.happened)) } ?? "", .class("due"))
        html.div {
            html.p(.class("what"), .content) { html.text(row.name) }
            html.p(row.reason, .class("where"), .content)
            if let act = row.act { html.p(words.by(reading.name(of: act.actor)), .class("where")) }
        }
        html.a(
            words.show,
            to: reading.address(steps: Visibility.steps(Visibility.show, row.subject)),
            .class("button"),
            .label("\(words.show): \(row.name)")
        )
    }
}
