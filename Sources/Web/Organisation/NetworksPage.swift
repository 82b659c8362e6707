import Cooperation
import Markup

/// The networks, ready to show.
struct NetworksPage: Encodable, Sendable {
    /// One network in the list.
    struct Row: Encodable, Sendable {
        var body: BodyLink
        var parts: [ProgrammePart]
        var since: Period
        var lastSeen: Period
        var status: BodyPage.Status
        var closed: Period?
        /// The members that nobody sits for; nil when nobody knows who sits there.
        var vacancies: [BodyPage.Vacancy]?
        var sources: [Source]
    }

    /// In Swedish alphabetical order.
    var networks: [Row]

    /// The page of the networks.
    init(_ reading: Reading) {
        let parts = ProgrammeParts(reading)
        networks = reading.cooperation.organisation.bodies(.network).map { body in
            Row(
                body: BodyLink(body),
                parts: parts.parts(of: body),
                since: body.since,
                lastSeen: body.lastSeen,
                status: BodyPage.Status(of: body, on: reading.day),
                closed: body.closing?.period,
                vacancies: BodyPage.Vacancy.all(of: body, reading),
                sources: body.facts.sources
            )
        }
    }

    /// How many networks there are, in a sentence.
    func sentence(_ words: Words) -> String {
        guard !networks.isEmpty else { return words.organisation.noNetworks }
        let open = networks.count { $0.status != .closed }
        return switch open {
        case 0: words.organisation.networksClosed
        case 1: words.organisation.oneNetwork
        default: words.organisation.networksSentence(words.countFirst(open))
        }
    }

    /// The list as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.organisation
        return Table(
            columns: [
                "id", columns.network, columns.worksWith, columns.knownSince, columns.lastSeen, columns.status, columns.closed,
                words.frame.sources, words.seats.standEmpty,
            ],
            rows: networks.map { row in
                [
                    row.body.id, row.body.name, row.parts.byTitle.map(\.title).joined(separator: ", "), row.since.iso,
                    row.lastSeen.iso, words.label(row.status), row.closed?.iso ?? "",
                    row.sources.map(\.text).joined(separator: " "),
                    (row.vacancies ?? []).map(\.municipality.title).joined(separator: ", "),
                ]
            }
        )
    }

    /// The networks, with what they work with and when a source last shows them.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.organisation.networks)
                html.p(sentence(words), .class("lead"))
                if let latest = networks.map(\.lastSeen).max(by: { $0.last < $1.last }) {
                    html.p("\(words.organisation.networksText) \(words.organisation.networksLatest(words.period(latest)))")
                }
                html.begin(reading, .beginOrEndBody, words.bodyForms.newNetwork, at: ["natverk", "ny"])
            }
            if !networks.isEmpty {
                html.section(.label(words.organisation.networks)) {
                    writeTable(html, reading)
                    if networks.contains(where: { $0.status == .unclear }) {
                        html.p(words.organisation.unclearText, .class("help"))
                    }
                    html.sources(networks.flatMap(\.sources).unique, words)
                }
            }
            html.p(.class("go")) { html.a(words.organisation.title, to: reading.address("organisation")) }
        }
    }

    private func writeTable(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.scrollingTable(words.organisation.networks, words) {
            html.thead {
                html.tr {
                    html.th(words.organisation.network, scope: .column)
                    html.th(words.organisation.worksWith, scope: .column)
                    html.th(words.organisation.knownSince, scope: .column)
                    html.th(words.organisation.lastSeen, scope: .column)
                    html.th(words.organisation.status, scope: .column)
                }
            }
            html.tbody {
                for row in networks {
                    html.tr {
                        html.th(scope: .row, .content) { html.a(row.body.name, to: reading.address(steps: row.body.steps)) }
                        html.td { writeParts(row.parts.byTitle, html, reading) }
                        html.td(words.period(row.since), .class("day-cell"))
                        html.td(words.period(row.lastSeen), .class("day-cell"))
                        html.td {
                            html.status(row.status, words)
                            html.vacancies(row.vacancies, words)
                        }
                    }
                }
            }
        }
    }

    private func writeParts(_ parts: [ProgrammePart], _ html: HTML, _ reading: Reading) {
        guard !parts.isEmpty else {
            html.em(reading.words.frame.unknown, .class("unknown"))
            return
        }
        for (index, part) in parts.enumerated() {
            if index > 0 { html.text(", ") }
            html.a(part.title, to: part.address(reading), .content)
        }
    }
}

extension HTML {
    /// Which members nobody sits for, under what a cell says; nothing when all are there.
    func vacancies(_ vacancies: [BodyPage.Vacancy]?, _ words: Words) {
        guard let vacancies, !vacancies.isEmpty else { return }
        p(.class("help")) {
            text("\(words.seats.standEmpty): ")
            span(words.list(vacancies.map(\.municipality.title)), .content)
        }
    }

    /// A label that says whether a body is known to be at work; a sign and a word, not a colour alone.
    func status(_ status: BodyPage.Status, _ words: Words) {
        switch status {
        case .seenThisYear: span("✓ \(words.label(status))", .class("label", "in-force"))
        case .unclear: span("… \(words.label(status))", .class("label", "lapsed"))
        case .closed: span("→ \(words.label(status))", .class("label", "replaced"))
        }
    }
}

extension Words {
    /// Whether a body is known to be at work, as a plain label.
    func label(_ status: BodyPage.Status) -> String {
        switch status {
        case .seenThisYear: organisation.seenNow
        case .unclear: organisation.unclear
        case .closed: organisation.closed
        }
    }
}
