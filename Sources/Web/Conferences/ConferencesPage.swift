import Cooperation
import Markup

/// The conferences, ready to show: every series and every time that is known.
struct ConferencesPage: Encodable, Sendable {
    /// A series in the list.
    struct Series: Encodable, Sendable {
        var id: String
        var name: String
        var purpose: String?
        /// How many times the sources know of, those that were cancelled or are planned too.
        var count: Int
    }

    var cooperation: String
    /// In the order in which they are first known.
    var series: [Series]
    /// The latest first.
    var conferences: [ConferenceRow]

    /// The page of all conferences.
    init(_ reading: Reading) {
        cooperation = reading.calledName
        series = []
        conferences = []
        for one in reading.cooperation.conferences.inOrder {
            let rows = ConferenceRow.rows(of: one, reading)
            series.append(
                Series(
                    id: one.facts.id.text,
                    name: one.facts.name,
                    purpose: reading.text(one.rules?.purpose),
                    count: rows.count
                )
            )
            conferences += rows
        }
        conferences.sort { ($1.date.last, $1.series, $1.id) < ($0.date.last, $0.series, $0.id) }
    }

    /// What the conferences are for, and how many are known.
    func lead(_ reading: Reading) -> String {
        let words = reading.words.conferences
        if conferences.isEmpty { return reading.isNow ? words.none : words.noneThen }
        return words.lead(cooperation, reading.words.count(conferences.count))
    }

    /// How many were held, cancelled and planned, in a sentence.
    func outcomes(_ words: Words) -> String {
        let conferences = words.conferences
        var counts: [ConferenceRow.Standing: Int] = [:]
        for row in self.conferences { counts[row.standing, default: 0] += 1 }
        let parts: [(ConferenceRow.Standing, (String) -> String)] = [
            (.held, conferences.countHeld), (.cancelled, conferences.countCancelled), (.planned, conferences.countPlanned),
            (.uncertain, conferences.countUncertain),
        ]
        return words.list(parts.compactMap { part in counts[part.0].map { part.1(words.count($0)) } }).withCapital + "."
    }

    /// The register as a table for a file.
    func table(_ words: Words) -> Table { conferences.table(words) }

    /// The series, the times that are known, and the register.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.conferences.title)
                html.p(lead(reading), .class("lead"))
                if !conferences.isEmpty { html.p(outcomes(words)) }
            }
            if !conferences.isEmpty {
                let rows = Dictionary(grouping: conferences, by: \.series)
                ConferenceTimeline(
                    series: series.map { ($0.name, rows[$0.id] ?? []) },
                    subject: words.conferences.subject,
                    isDetailed: false
                ).write(html, reading)
            }
            if !series.isEmpty { writeSeries(html, reading) }
            if !conferences.isEmpty {
                html.section(.labelled(by: "alla")) {
                    html.h2(words.conferences.all, .id("alla"))
                    html.register(conferences, words.conferences.all, reading)
                    html.sources(conferences.flatMap(\.sources).unique, words)
                }
            }
        }
    }

    private func writeSeries(_ html: HTML, _ reading: Reading) {
        let words = reading.words.conferences
        html.section(.labelled(by: "serier")) {
            html.h2(words.series, .id("serier"))
            html.dl(.class("conference-series")) {
                for one in series {
                    html.div {
                        html.dt(.content) { html.a(one.name, to: reading.address("konferenser", one.id)) }
                        if let purpose = one.purpose?.firstSentence {
                            html.dd(purpose, .content)
                        } else {
                            html.dd(words.purposeUnknown)
                        }
                        html.dd(
                            one.count == 0 ? words.knowsNone : words.knowsSome(reading.words.count(one.count)),
                            .class("help")
                        )
                    }
                }
            }
        }
    }
}

extension String {
    /// The text as far as its first sentence goes.
    fileprivate var firstSentence: String {
        let bytes = Array(utf8)
        let end = bytes.indices.first { index in
            // A full stop inside a sentence, as in an abbreviation, has a small letter after it.
            guard bytes[index] == UInt8(ascii: "."), index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: " ") else {
                return false
            }
            return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[index + 2]) || bytes[index + 2] >= 0x80
        }
        return end.map { String(decoding: bytes[...$0], as: UTF8.self) } ?? self
    }
}
