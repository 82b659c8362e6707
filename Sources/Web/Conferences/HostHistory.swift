import Cooperation
import Markup

/// The conferences that a municipality has been host to, as a part of its page.
struct HostHistory: Encodable, Sendable {
    private let id: String
    private let name: String
    /// The latest first.
    private let conferences: [ConferenceRow]

    private enum CodingKeys: CodingKey { case conferences }

    /// What is known of a municipality as host.
    init(of municipality: Municipality.Facts, _ reading: Reading) {
        id = municipality.id.text
        name = municipality.name
        let all = reading.cooperation.conferences
        conferences = all.hosted(by: municipality.id).reversed().compactMap { conference in
            all[conference.facts.series].map { series in
                let when = reading.words.period(conference.facts.date)
                return ConferenceRow(conference, title: "\(series.facts.name) \(when)", reading)
            }
        }
    }

    /// The section on the municipality's page.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "vardskap")) {
            html.h2(words.conferences.hostOf, .id("vardskap"))
            guard !conferences.isEmpty else {
                html.p(words.conferences.neverHost(name))
                return
            }
            html.ul {
                for row in conferences {
                    html.li {
                        html.a(row.title, to: reading.address(steps: row.steps), .content)
                        let notes = notes(on: row, words)
                        if !notes.isEmpty { html.small(" (\(notes.joined(separator: ", ")))") }
                    }
                }
            }
        }
    }

    private func notes(on row: ConferenceRow, _ words: Words) -> [String] {
        var notes: [String] = []
        if row.standing != .held { notes.append(words.conferences.name(row.standing)) }
        if row.hosts.contains(where: { $0.id == id && $0.isInferred }) { notes.append(words.conferences.inferred) }
        return notes
    }
}
