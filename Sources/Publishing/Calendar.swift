package import Cooperation

/// A calendar in iCalendar (RFC 5545): days and meetings, for those who keep them in a calendar of their own.
package struct Calendar: Hashable, Sendable {
    /// What the calendar is called.
    package var name: String

    /// What made the file: `-//Samverka//Kalender//SV`.
    package var producer: String

    /// The events in the order in which they are written.
    package var events: [Event]

    package init(name: String, producer: String, events: [Event]) {
        self.name = name
        self.producer = producer
        self.events = events
    }

    /// Something that happens on a day or at a time.
    package struct Event: Hashable, Sendable {
        /// What a calendar program knows the event by: the same for ever, and the same in no other calendar in the world.
        package var uid: String

        /// When what is told of the event last changed.
        package var stamp: Instant

        /// When it happens.
        package var time: Time

        /// What it is called.
        package var summary: String

        /// What is to be said of it, as plain text.
        package var description: String?

        /// Where it happens.
        package var location: String?

        /// The absolute address of the page to read.
        package var address: String?

        /// Whether it will happen.
        package var status: Status

        /// The kinds of events that it belongs to.
        package var categories: [String]

        /// How many times it has been changed in a way that those who take part must know of.
        package var sequence: Int?

        package init(
            uid: String,
            stamp: Instant,
            time: Time,
            summary: String,
            description: String? = nil,
            location: String? = nil,
            address: String? = nil,
            status: Status,
            categories: [String] = [],
            sequence: Int? = nil
        ) {
            self.uid = uid
            self.stamp = stamp
            self.time = time
            self.summary = summary
            self.description = description
            self.location = location
            self.address = address
            self.status = status
            self.categories = categories
            self.sequence = sequence
        }
    }

    /// When an event happens.
    package enum Time: Hashable, Sendable {
        /// Whole days, the last one too. A last day before the first counts as the first.
        case days(Day, through: Day)

        /// From a minute to another as Swedish clocks show them, counted from midnight: `13 * 60 + 30` is half past one.
        ///
        /// 1440 is the midnight after, and up to 2880 goes on into the next day; what lies outside is cut. An end that is nil or not
        /// after the start is left out. On the night when the clock is moved, a time that comes twice is the first of the two and
        /// one that never comes is told from before the move, as RFC 5545 has it.
        case clock(Day, from: Int, to: Int?)

        /// A whole day.
        package static func day(_ day: Day) -> Time { .days(day, through: day) }

        /// All the days of a period, as exactly as it is known.
        package static func period(_ period: Period) -> Time { .days(period.first, through: period.last) }
    }

    /// Whether an event will happen.
    package enum Status: Hashable, Sendable, CaseIterable {
        case confirmed, tentative, cancelled
    }

    /// The document in UTF-8, the same bytes for the same calendar.
    package var bytes: [UInt8] {
        var lines = ContentLines(reserving: 1_024 + events.count * 512)
        lines.write(line: "BEGIN:VCALENDAR")
        lines.write(line: "VERSION:2.0")
        lines.property("PRODID", producer)
        // NAME is the standard's (RFC 7986), the other the one that most programs still read.
        lines.property("NAME", name)
        lines.property("X-WR-CALNAME", name)
        // A calendar must have at least one part. One without events has the time zone.
        if events.isEmpty || events.contains(where: \.isByTheClock) {
            Self.writeTimeZone(into: &lines)
        }
        for event in events {
            Self.write(event, into: &lines)
        }
        lines.write(line: "END:VCALENDAR")
        return lines.bytes
    }

    private static func write(_ event: Event, into lines: inout ContentLines) {
        lines.write(line: "BEGIN:VEVENT")
        lines.property("UID", event.uid)
        lines.write("DTSTAMP:")
        lines.write(event.stamp)
        lines.endLine()
        write(event.time, into: &lines)
        lines.property("SUMMARY", event.summary)
        if let description = event.description { lines.property("DESCRIPTION", description) }
        if let location = event.location { lines.property("LOCATION", location) }
        if let address = event.address { lines.property("URL", address: address) }
        switch event.status {
        case .confirmed: lines.write(line: "STATUS:CONFIRMED")
        case .tentative: lines.write(line: "STATUS:TENTATIVE")
        case .cancelled: lines.write(line: "STATUS:CANCELLED")
        }
        if !event.categories.isEmpty {
            lines.write("CATEGORIES:")
            for (index, category) in event.categories.enumerated() {
                if index > 0 { lines.write(",") }
                lines.write(text: category)
            }
            lines.endLine()
        }
        if let sequence = event.sequence {
            lines.write("SEQUENCE:")
            lines.write(ascii: String(max(0, sequence)).utf8)
            lines.endLine()
        }
        lines.write(line: "END:VEVENT")
    }

    private static func write(_ time: Time, into lines: inout ContentLines) {
        switch time {
        case .days(let first, let last):
            let first = first.writable
            // The end is the day after the last. The very last day that can be written has none; without an end, it is one day.
            let end = max(first, last.writable).adding(days: 1).writable
            lines.write("DTSTART;VALUE=DATE:")
            lines.write(first)
            lines.endLine()
            guard end > first else { return }
            lines.write("DTEND;VALUE=DATE:")
            lines.write(end)
            lines.endLine()
        case .clock(let day, let start, let end):
            let start = cut(start)
            lines.write("DTSTART;TZID=Europe/Stockholm:")
            lines.write(day, minute: start)
            lines.endLine()
            guard let end = end.map(cut), end > start else { return }
            lines.write("DTEND;TZID=Europe/Stockholm:")
            lines.write(day, minute: end)
            lines.endLine()
        }
    }

    private static func cut(_ minute: Int) -> Int { min(max(minute, 0), 2_880) }

    /// Writes when Swedish clocks are moved, by the rule that `Instant` follows too.
    ///
    /// It has been the rule since 1996, and both moves are given from there.
    private static func writeTimeZone(into lines: inout ContentLines) {
        lines.write(line: "BEGIN:VTIMEZONE")
        lines.write(line: "TZID:Europe/Stockholm")
        lines.write(line: "BEGIN:DAYLIGHT")
        lines.write(line: "DTSTART:19960331T020000")
        lines.write(line: "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        lines.write(line: "TZOFFSETFROM:+0100")
        lines.write(line: "TZOFFSETTO:+0200")
        lines.write(line: "TZNAME:CEST")
        lines.write(line: "END:DAYLIGHT")
        lines.write(line: "BEGIN:STANDARD")
        lines.write(line: "DTSTART:19961027T030000")
        lines.write(line: "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        lines.write(line: "TZOFFSETFROM:+0200")
        lines.write(line: "TZOFFSETTO:+0100")
        lines.write(line: "TZNAME:CET")
        lines.write(line: "END:STANDARD")
        lines.write(line: "END:VTIMEZONE")
    }
}

extension Calendar.Event {
    fileprivate var isByTheClock: Bool {
        if case .clock = time { true } else { false }
    }
}

extension ContentLines {
    fileprivate mutating func write(_ instant: Instant) {
        var value: [UInt8] = []
        value.append(instant, punctuated: false)
        write(ascii: value)
    }

    fileprivate mutating func write(_ day: Day) {
        var value: [UInt8] = []
        value.append(day, punctuated: false)
        write(ascii: value)
    }

    /// Writes a Swedish date and time: `20261123T133000`.
    fileprivate mutating func write(_ day: Day, minute: Int) {
        let (days, minute) = minute.quotientAndRemainder(dividingBy: 1_440)
        var value: [UInt8] = []
        value.append(day.writable.adding(days: days), punctuated: false)
        value.append(UInt8(ascii: "T"))
        value.append(minute / 60, digits: 2)
        value.append(minute % 60, digits: 2)
        value += "00".utf8
        write(ascii: value)
    }
}
