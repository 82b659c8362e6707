import Cooperation
import Markup

/// How often each municipality has been host to a series, as far as known: all the members, also those that never have.
struct HostCounts: Encodable, Sendable {
    /// A municipality, and the times that it was host.
    struct Count: Encodable, Sendable {
        /// A time that it was host.
        struct Time: Encodable, Sendable {
            var id: String
            var date: Period
            var isInferred: Bool
        }

        var id: String
        var name: String
        var isMember: Bool
        /// The earliest first.
        var times: [Time]
    }

    /// The members in Swedish alphabetical order, then others that have been host.
    let counts: [Count]

    /// The hosts of the conferences that were held.
    ///
    /// - Parameters:
    ///   - rows: a series, the latest first.
    ///   - reading: what they are read from.
    init(_ rows: [ConferenceRow], _ reading: Reading) {
        var times: [String: [Count.Time]] = [:]
        var names: [String: String] = [:]
        for row in rows.reversed() where row.standing == .held {
            for host in row.hosts {
                times[host.id, default: []].append(Count.Time(id: row.id, date: row.date, isInferred: host.isInferred))
                names[host.id] = host.name
            }
        }
        let members = reading.cooperation.members.members.map(\.facts)
        for member in members { names[member.id.text] = nil }
        let others = names.map { (id: $0.key, name: $0.value) }.inSwedishOrder(by: \.name)
        counts =
            members.map { Count(id: $0.id.text, name: $0.name, isMember: true, times: times[$0.id.text] ?? []) }
            + others.map { Count(id: $0.id, name: $0.name, isMember: false, times: times[$0.id] ?? []) }
    }

    /// Whether any host is known.
    var isKnown: Bool { counts.contains { !$0.times.isEmpty } }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(counts)
    }

    /// What is known of the hosts, in a sentence or two.
    func sentences(_ words: Words) -> String {
        let members = counts.filter(\.isMember)
        let never = members.filter { $0.times.isEmpty }
        let conferences = words.conferences
        if !isKnown { return conferences.hostsUnknown }
        if members.isEmpty { return conferences.hostsBeside }
        if never.isEmpty { return conferences.allHosts(words.count(members.count)) }
        return conferences.someHosts(words.countFirst(members.count - never.count), words.count(members.count)) + " "
            + conferences.neverHost(words.list(never.map(\.name)))
    }

    /// Which municipalities have been host, and how many times.
    func write(_ html: HTML, series: String, _ reading: Reading) {
        let words = reading.words
        let conferences = words.conferences
        html.section(.class("host-history"), .labelled(by: "vardar")) {
            html.h2(conferences.hostHistory, .id("vardar"))
            html.p(sentences(words))
            guard !counts.isEmpty else { return }
            html.scrollingTable(conferences.hostHistory, words) {
                html.thead {
                    html.tr {
                        html.th(words.members.municipality, scope: .column)
                        html.th(conferences.knownTimes, scope: .column, .class("number"))
                        html.th(conferences.whichTimes, scope: .column)
                    }
                }
                html.tbody { for count in counts { write(count, html, series, reading) } }
            }
        }
    }

    private func write(_ count: Count, _ html: HTML, _ series: String, _ reading: Reading) {
        let words = reading.words
        html.tr {
            html.th(scope: .row, .content) { html.a(count.name, to: reading.address("kommuner", count.id)) }
            html.td(words.number(count.times.count), .class("number"))
            html.td {
                if count.times.isEmpty { html.em(words.conferences.noKnownTime, .class("unknown")) }
                for (index, time) in count.times.enumerated() {
                    if index > 0 { html.text(", ") }
                    html.a(words.period(time.date), to: reading.address("konferenser", series, time.id))
                    if time.isInferred { html.small(" (\(words.conferences.inferred))") }
                }
            }
        }
    }
}
