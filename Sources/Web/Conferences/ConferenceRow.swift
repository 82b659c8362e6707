import Cooperation
import Markup

/// One conference in a register, ready to show.
struct ConferenceRow: Encodable, Sendable {
    /// What is known to have become of it, on the day that is asked about.
    enum Standing: String, Encodable, Sendable {
        case held, cancelled, planned
        /// Was planned for a day that has passed, and no source says whether it was held.
        case uncertain
    }

    /// A municipality that was host.
    struct Host: Encodable, Sendable {
        var id: String
        var name: String
        var isInferred: Bool
    }

    var series: String
    var id: String
    /// The series and the year; the whole date when the series has several that year.
    var title: String
    var date: Period
    var standing: Standing
    var form: Conference.Form?
    /// The source's own count, as it writes it.
    var number: String?
    var hosts: [Host]
    var place: String?
    var theme: String?
    var participants: String?
    var sources: [Source]

    /// Every conference of a series, the latest first.
    static func rows(of series: ConferenceSeries, _ reading: Reading) -> [ConferenceRow] {
        let conferences = series.inOrder
        var counts: [Int: Int] = [:]
        for conference in conferences { counts[conference.year, default: 0] += 1 }
        return conferences.reversed().map { conference in
            let isAloneThatYear = counts[conference.year] == 1
            let when = isAloneThatYear ? "\(conference.year)" : reading.words.period(conference.facts.date)
            return ConferenceRow(conference, title: "\(series.facts.name) \(when)", reading)
        }
    }

    /// A conference under a title.
    init(_ conference: Conference, title: String, _ reading: Reading) {
        let facts = conference.facts
        series = facts.series.text
        id = facts.id.text
        self.title = title
        date = facts.date
        standing =
            switch facts.status {
            case .held: .held
            case .cancelled: .cancelled
            case .planned: facts.date.last < reading.day ? .uncertain : .planned
            }
        form = facts.form
        number = facts.number
        hosts = facts.hosts.compactMap { host in
            reading.cooperation.members[host.municipality].map {
                Host(id: $0.facts.id.text, name: $0.facts.name, isInferred: host.isInferred ?? false)
            }
        }
        place = facts.place
        theme = reading.text(facts.theme)
        participants = facts.participants
        sources = facts.sources
    }

    /// The year it is for.
    var year: Int { date.last.year }

    /// Whether it can stand in a calendar.
    var hasKnownDay: Bool { date.precision == .day }

    /// The steps of its page.
    var steps: [String] { ["konferenser", series, id] }

    /// Those who were host according to a source.
    var knownHosts: [String] { hosts.filter { !$0.isInferred }.map(\.name) }

    /// Those who were host as far as can be inferred.
    var inferredHosts: [String] { hosts.filter(\.isInferred).map(\.name) }
}

extension Conference {
    /// The year it is for.
    var year: Int { facts.date.last.year }
}

extension [ConferenceRow] {
    /// Whether a calendar of them has anything in it.
    var hasKnownDay: Bool { contains { $0.hasKnownDay } }

    /// The register as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.conferences
        return Table(
            columns: [
                columns.seriesName, "id", columns.conference, columns.date, columns.standing, columns.hosts,
                columns.inferredHosts, columns.place, columns.form, columns.theme, columns.participants, columns.number,
                words.frame.sources,
            ],
            rows: map { row in
                [
                    row.series, row.id, row.title, row.date.iso, columns.name(row.standing), words.list(row.hosts.map(\.name)),
                    words.list(row.inferredHosts), row.place ?? "", row.form.map(columns.name) ?? "", row.theme ?? "",
                    row.participants ?? "", row.number ?? "", row.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }
}

extension Words.Conferences {
    /// How people met, in a word or two.
    func name(_ form: Conference.Form) -> String {
        switch form {
        case .inPerson: inPerson
        case .digital: digital
        }
    }

    /// What became of a conference, in a few words.
    func name(_ standing: ConferenceRow.Standing) -> String {
        switch standing {
        case .held: held
        case .cancelled: cancelled
        case .planned: planned
        case .uncertain: uncertain
        }
    }
}

extension HTML {
    /// The register of some conferences: a row for each.
    func register(_ rows: [ConferenceRow], _ caption: String, _ reading: Reading) {
        div(.class("register")) { registerTable(rows, caption, reading) }
    }

    /// The table of a register.
    private func registerTable(_ rows: [ConferenceRow], _ caption: String, _ reading: Reading) {
        let words = reading.words
        scrollingTable(caption, words) {
            thead {
                tr {
                    for column in words.conferences.columns { th(column, scope: .column) }
                }
            }
            tbody {
                for row in rows {
                    tr {
                        th(scope: .row, .content) { a(row.title, to: reading.address(steps: row.steps)) }
                        td(words.period(row.date), .class("day-cell"))
                        td(words.conferences.name(row.standing))
                        td(.content) { hosts(row.hosts, words) }
                        cell(row.place, words)
                        td { text(row.form.map(words.conferences.name), words) }
                        cell(row.theme, words, .class("theme-cell"))
                        cell(row.participants, words)
                    }
                }
            }
        }
    }

    /// Hosts in a row; after an inferred one a small note says that it is.
    private func hosts(_ hosts: [ConferenceRow.Host], _ words: Words) {
        guard !hosts.isEmpty else { return text(nil, words) }
        for (index, host) in hosts.enumerated() {
            if index > 0 { text(index == hosts.count - 1 ? " \(words.frame.and) " : ", ") }
            text(host.name)
            if host.isInferred { small(" (\(words.conferences.inferred))") }
        }
    }

    /// A cell with the cooperation's own words; one without says that the source doesn't say.
    private func cell(_ value: String?, _ words: Words, _ attribute: Attribute? = nil) {
        if let value {
            if let attribute { td(value, attribute, .content) } else { td(value, .content) }
        } else {
            td { text(nil, words) }
        }
    }

    /// A value, or that the source doesn't say.
    private func text(_ value: String?, _ words: Words) {
        if let value { text(value) } else { em(words.frame.unknown, .class("unknown")) }
    }
}

extension Words.Conferences {
    /// The headings of the register.
    fileprivate var columns: [String] { [conference, date, standing, hosts, place, form, theme, participants] }
}
