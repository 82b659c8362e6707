import Cooperation

/// One property of an iCalendar file (RFC 5545): `DTSTART;TZID=Europe/Stockholm:20270209T180000`.
struct CalendarProperty: Hashable {
    /// The line it begins on, counted from 1.
    let line: Int
    /// In capitals, as the standard writes it; case counts for nothing.
    let name: String
    /// By name in capitals.
    let parameters: [String: String]
    /// As written, with escapes.
    let value: String

    /// The property on an unfolded line, or nil when there is no colon.
    init?(_ text: String, line: Int) {
        var pieces: [[UInt8]] = [[]]
        var isQuoted = false
        var bytes = text.utf8[...]
        var hasColon = false
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ":"), !isQuoted {
                hasColon = true
                break
            } else if byte == UInt8(ascii: ";"), !isQuoted {
                pieces.append([])
            } else {
                pieces[pieces.count - 1].append(byte)
            }
        }
        guard hasColon, let first = pieces.first else { return nil }
        self.line = line
        name = String(decoding: first, as: UTF8.self).uppercased().trimmed
        var parameters: [String: String] = [:]
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: UInt8(ascii: "=")) else { continue }
            let key = String(decoding: piece[..<equals], as: UTF8.self).uppercased()
            parameters[key] = String(decoding: piece[(equals + 1)...], as: UTF8.self)
        }
        self.parameters = parameters
        value = String(decoding: bytes, as: UTF8.self)
    }

    /// The value as a text: escapes undone, and characters that can't be seen left out.
    var text: String { texts.joined(separator: ",") }

    /// The value as a list of texts, parted at the commas that aren't escaped.
    var texts: [String] {
        var texts = [String.UnicodeScalarView()]
        var scalars = value.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            var taken = scalar
            if scalar == "\\", let escaped = scalars.popFirst() {
                taken = escaped == "n" || escaped == "N" ? "\n" : escaped
            } else if scalar == "," {
                texts.append(String.UnicodeScalarView())
                continue
            }
            let isUnseen = taken.properties.generalCategory == .control || taken.properties.generalCategory == .format
            if !isUnseen || taken == "\n" { texts[texts.count - 1].append(taken) }
        }
        return texts.map { String($0) }
    }
}

/// An iCalendar file (RFC 5545) as its events.
struct ICalendar {
    /// A `VEVENT`.
    struct Event {
        /// The line of its `BEGIN`.
        let line: Int
        /// Its own properties; those of reminders inside it are left out.
        var properties: [CalendarProperty] = []

        func first(_ name: String) -> CalendarProperty? { properties.first { $0.name == name } }
    }

    private(set) var events: [Event] = []

    /// Whether a file is meant as a calendar, by its first line or its name.
    static func looksLike(_ file: SourceFile) -> Bool {
        let content = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
        let start = content.prefix(64).drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
        return String(decoding: start.prefix(15), as: UTF8.self).uppercased() == "BEGIN:VCALENDAR"
            || file.name.lowercased().utf8.suffix(4).elementsEqual(".ics".utf8)
    }

    /// The events of a file, or nil when it is no calendar or has been cut off.
    init?(_ file: SourceFile, _ log: FaultLog) {
        guard let lines = Self.unfolded(file, log) else { return nil }
        var open: [(name: String, line: Int)] = []
        var event: Event?
        for line in lines {
            guard let property = CalendarProperty(line.text, line: line.number) else { continue }
            let value = property.value.uppercased().trimmed
            if open.isEmpty, property.name != "BEGIN" || value != "VCALENDAR" {
                log.add(
                    line.number,
                    "Filen är ingen kalender: här skulle BEGIN:VCALENDAR stå. Exportera kalendern igen som iCalendar (.ics)."
                )
                return nil
            }
            switch property.name {
            case "BEGIN":
                open.append((value, line.number))
                if value == "VEVENT" { event = Event(line: line.number) }
            case "END":
                guard open.last?.name == value else {
                    log.add(
                        line.number,
                        "Här avslutas något som inte har börjat (\(property.value.trimmed)). Exportera kalendern igen."
                    )
                    return nil
                }
                open.removeLast()
                if value == "VEVENT", let done = event {
                    events.append(done)
                    event = nil
                }
            default:
                if open.last?.name == "VEVENT" { event?.properties.append(property) }
            }
        }
        if let left = open.last {
            log.add(left.line, "Det som börjar här avslutas aldrig, så filen är troligen avklippt. Exportera kalendern igen.")
            return nil
        }
        if lines.isEmpty {
            log.add(1, "Filen är tom. Exportera kalendern igen som iCalendar (.ics).")
            return nil
        }
    }

    /// The lines with their continuations; one that begins with a space or a tab continues the one before.
    ///
    /// Put together as bytes, since a program may fold a line in the middle of a letter.
    private static func unfolded(_ file: SourceFile, _ log: FaultLog) -> [(number: Int, text: String)]? {
        guard file.bytes.count <= SourceFile.maximumSize else {
            log.add(1, "Filen är större än 5 MB. Exportera en kortare tid ur kalendern.")
            return nil
        }
        let content = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes.dropFirst(3) : file.bytes[...]
        var lines: [(number: Int, bytes: [UInt8])] = []
        var number = 0
        var rest = content
        while !rest.isEmpty {
            number += 1
            let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
            rest = rest[line.endIndex...]
            if rest.starts(with: [0x0D, 0x0A]) { rest = rest.dropFirst(2) } else { rest = rest.dropFirst() }
            if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
                lines[lines.count - 1].bytes += line.dropFirst()
            } else if !line.isEmpty {
                lines.append((number, Array(line)))
            }
        }
        var texts: [(number: Int, text: String)] = []
        for line in lines {
            // What can't be seen is no fault in a file that no one has written; `CalendarProperty.texts` leaves it out.
            let scratch = FaultLog(file: file.name)
            guard let text = SourceFile(name: file.name, bytes: line.bytes).lines(scratch)?.first else {
                log.add(line.number, "Raden innehåller tecken som inte är UTF-8. Exportera kalendern igen som UTF-8.")
                return nil
            }
            texts.append((line.number, text))
        }
        return texts
    }
}

extension MeetingReading {
    mutating func readCalendar(_ file: SourceFile) {
        guard let calendar = ICalendar(file, log) else { return }
        for event in calendar.events where !log.isFull { read(event) }
        if rows.isEmpty, log.faults.isEmpty {
            log.add(
                1,
                "Ingen händelse i filen är ett sammanträde med utskott, kommunstyrelse eller kommunfullmäktige. Kontrollera att det är rätt kalender."
            )
        }
    }

    private mutating func read(_ event: ICalendar.Event) {
        let summary = event.first("SUMMARY")?.text.trimmed ?? ""
        let name = MeetingName(summary)
        guard let stage = Self.stage(of: event, named: name) else {
            passOver(event.line, summary)
            return
        }
        if let rule = event.properties.first(where: { $0.name == "RRULE" || $0.name == "RDATE" }) {
            log.add(
                rule.line,
                "”\(summary)” upprepas enligt en regel (\(rule.name)), och dagarna kan inte läsas säkert. Exportera varje sammanträde som en egen händelse, eller skriv dem i en tabell."
            )
            return
        }
        guard let start = event.first("DTSTART") else {
            log.add(event.line, "”\(summary)” har ingen dag (DTSTART). Exportera kalendern igen, eller ta bort händelsen.")
            return
        }
        guard let day = day(start), let papers = papers(of: event) else { return }
        let status = event.first("STATUS")?.value.uppercased().trimmed
        let place = event.first("LOCATION")?.text.unicodeScalars.split { $0.properties.isWhitespace }
            .map { String($0) }.joined(separator: " ")
        take(
            CalendarRow(
                stage: stage,
                day: day,
                papersDue: papers.due,
                place: place.flatMap { $0.isEmpty ? nil : $0 },
                isCancelled: status == "CANCELLED" || name.isCancelled,
                line: event.line
            ),
            papersAt: papers.line
        )
    }

    /// The kind of meeting that an event is called by, or, when its name says nothing, that it is sorted under.
    private static func stage(of event: ICalendar.Event, named name: MeetingName) -> DecisionStage? {
        switch name.kind {
        case .meeting(let stage): return stage
        case .somethingElse: return nil
        case .nothingSaid:
            let categories = event.properties.filter { $0.name == "CATEGORIES" }.flatMap(\.texts)
            let stages = Set(
                categories.compactMap { category -> DecisionStage? in
                    if case .meeting(let stage) = MeetingName(category).kind { stage } else { nil }
                }
            )
            return stages.count == 1 ? stages.first : nil
        }
    }

    /// The Swedish day of a date or a date-time.
    private func day(_ start: CalendarProperty) -> Day? {
        guard let time = CalendarTime(start.value.trimmed) else {
            log.add(start.line, "”\(start.value)” är inte en dag eller tid som finns. Skriv som 20270209 eller 20270209T180000.")
            return nil
        }
        guard let seconds = time.seconds else { return time.day }
        let zone = start.parameters["TZID"].map { $0.lowercased() } ?? ""
        if time.isUTC || CalendarTime.universal.contains(zone) {
            return Instant(microseconds: (Int64(time.day.number) * 86_400 + Int64(seconds)) * 1_000_000).swedishDay
        }
        if zone.isEmpty || CalendarTime.asInSweden.contains(where: { zone.hasSuffix($0) }) || zone.contains("stockholm") {
            return time.day
        }
        log.add(
            start.line,
            "Tidszonen ”\(start.parameters["TZID"] ?? "")” känns inte igen. Exportera med svensk tid (Europe/Stockholm)."
        )
        return nil
    }

    /// When papers are due, if the description says; nil when it says so in a way that can't be read.
    private func papers(of event: ICalendar.Event) -> (due: Day?, line: Int)? {
        guard let description = event.first("DESCRIPTION") else { return (nil, event.line) }
        let key = "handlingar senast"
        for line in description.text.split(separator: "\n").map({ String($0).trimmed }) where line.lowercased().hasPrefix(key) {
            let said = String(line.dropFirst(key.count)).trimmed
            let text = said.hasPrefix(":") ? String(said.dropFirst()) : said
            let words = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
            for count in [4, 3, 2, 1] where words.count >= count {
                var written = words.prefix(count).joined(separator: " ")
                while let last = written.utf8.last, [UInt8(ascii: "."), UInt8(ascii: ",")].contains(last) { written.removeLast() }
                if let due = Day(swedish: written) { return (due, description.line) }
            }
            log.add(
                description.line,
                "”\(line)” säger inte vilken dag. Skriv som ”Handlingar senast: 2027-01-25”, eller ta bort raden ur beskrivningen."
            )
            return nil
        }
        return (nil, description.line)
    }
}

/// `20270209`, `20270209T180000` or `20270209T170000Z`.
private struct CalendarTime {
    let day: Day
    /// Seconds since midnight; nil for a whole day.
    let seconds: Int?
    let isUTC: Bool

    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 8, let year = Self.figure(bytes[0..<4]), let month = Self.figure(bytes[4..<6]),
            let date = Self.figure(bytes[6..<8]), let day = Day(year: year, month: month, day: date)
        else { return nil }
        self.day = day
        if bytes.count == 8 {
            seconds = nil
            isUTC = false
            return
        }
        guard bytes.count == 15 || (bytes.count == 16 && bytes[15] == UInt8(ascii: "Z")), bytes[8] == UInt8(ascii: "T"),
            let hour = Self.figure(bytes[9..<11]), let minute = Self.figure(bytes[11..<13]),
            let second = Self.figure(bytes[13..<15]),
            hour < 24, minute < 60, second <= 60
        else { return nil }
        seconds = hour * 3600 + minute * 60 + second
        isUTC = bytes.count == 16
    }

    private static func figure(_ bytes: ArraySlice<UInt8>) -> Int? {
        var figure = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            figure = figure * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return figure
    }

    static let universal: Set<String> = ["utc", "etc/utc", "gmt", "etc/gmt"]

    /// Zones whose clocks show what Swedish ones do, by the names that calendar programs give them.
    static let asInSweden = [
        "europe/berlin", "europe/copenhagen", "europe/oslo", "europe/paris", "europe/amsterdam", "europe/rome", "europe/vienna",
        "w. europe standard time", "central europe standard time", "central european standard time", "romance standard time",
    ]
}
