import Cooperation
import Markup
import Publishing

extension Calendar {
    /// The conferences whose day is known, for those who keep them in a calendar of their own.
    ///
    /// - Parameters:
    ///   - conferences: in the order in which they are to be written; those without a known day are left out.
    ///   - name: what the calendar is called.
    ///   - reading: what they are read from.
    ///   - address: where readers reach the site.
    init(of conferences: [Conference], named name: String, _ reading: Reading, _ address: PublicAddress) {
        self.init(
            name: "\(name) – \(reading.name)",
            producer: "-//Samverka//Kalender//SV",
            events: conferences.compactMap { Event($0, reading, address) }
        )
    }
}

extension Calendar.Event {
    /// A conference as an event; nil when its day isn't known.
    ///
    /// Its uid is the page's path and the site's host, so it is the same in every calendar of the site, and its stamp is when something
    /// about it was last recorded.
    init?(_ conference: Conference, _ reading: Reading, _ address: PublicAddress) {
        let facts = conference.facts
        guard facts.date.precision == .day, let series = reading.cooperation.conferences[facts.series] else { return nil }
        let words = reading.words
        let name = series.facts.name
        let row = ConferenceRow(conference, title: name, reading)
        let hosts = row.form == .digital ? [] : row.knownHosts
        var description = row.sentence(named: name, words)
        if let theme = row.theme { description += "\n\(words.conferences.theme): \(theme)" }
        self.init(
            uid: "\(row.steps.joined(separator: "/"))@\(address.authority)",
            stamp: reading.view.acts(about: [.conference(facts.series, facts.id)]).first?.recorded
                ?? Instant(startOf: reading.day),
            time: .day(facts.date.last),
            summary: row.standing == .cancelled ? words.conferences.cancelledEvent(name) : name,
            description: description,
            location: row.place ?? (hosts.isEmpty ? nil : words.list(hosts)),
            address: address.whole(reading.address(steps: row.steps).text),
            status: row.standing.calendarStatus
        )
    }
}

extension ConferenceRow.Standing {
    /// Whether a calendar says that it happens.
    fileprivate var calendarStatus: Calendar.Status {
        switch self {
        case .held: .confirmed
        case .cancelled: .cancelled
        case .planned, .uncertain: .tentative
        }
    }
}
