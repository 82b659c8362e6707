package import Cooperation

/// A meeting in a municipality's calendar, as a file tells of it.
package struct CalendarRow: Hashable, Sendable {
    /// The kind of meeting.
    package let stage: DecisionStage
    /// The day of the meeting.
    package let day: Day
    /// The last day to hand in papers, at most the day of the meeting; nil when the file doesn't say.
    package let papersDue: Day?
    /// Where the meeting is, when the file says.
    package let place: String?
    /// Whether the meeting has been called off.
    package let isCancelled: Bool
    /// The line that it begins on, counted from 1.
    package let line: Int
}

/// The meetings in a file from a municipality: a table (`datum;organ;handlingar senast`) or an iCalendar file.
///
/// Somebody writes the table for this purpose, so whatever can't be understood in it is a fault. An iCalendar file is exported from
/// somewhere and tells of much else: events that aren't meetings of a committee, the board or the council are passed over and named.
package struct MeetingCalendar: Hashable, Sendable {
    /// An event that isn't a meeting of the kinds that are looked for.
    package struct PassedOver: Hashable, Sendable {
        package let line: Int
        /// What the event is called in the file; empty when it has no name.
        package let name: String
    }

    /// The meetings, in the order of the file.
    package let rows: [CalendarRow]

    /// The events of an iCalendar file that were left out, in the order of the file.
    package let passedOver: [PassedOver]

    /// The meetings in a file; its kind is told by its content, or by a name that ends on `.ics`.
    ///
    /// - Parameter file: the file as somebody has sent it.
    /// - Throws: all faults, when there is one; nothing is taken from such a file.
    package init(_ file: SourceFile) throws(ImportFaults) {
        let log = FaultLog(file: file.name)
        var reading = MeetingReading(log)
        if file.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            log.add(1, "Filen är en arbetsbok eller ett arkiv. Öppna den i kalkylprogrammet och spara som CSV med UTF-8.")
        } else if ICalendar.looksLike(file) {
            reading.readCalendar(file)
        } else {
            reading.readTable(file)
        }
        guard log.faults.isEmpty else {
            throw ImportFaults(faults: log.inOrder, filesWithMore: log.hasMore ? [file.name] : [])
        }
        rows = reading.rows
        passedOver = reading.passedOver
    }
}

/// The meetings of one file while it is being read.
struct MeetingReading {
    let log: FaultLog
    private(set) var rows: [CalendarRow] = []
    private(set) var passedOver: [MeetingCalendar.PassedOver] = []
    private var seen: [Occasion: Int] = [:]

    private struct Occasion: Hashable {
        let stage: DecisionStage
        let day: Day
        let isCancelled: Bool
    }

    init(_ log: FaultLog) {
        self.log = log
    }

    mutating func passOver(_ line: Int, _ name: String) {
        passedOver.append(MeetingCalendar.PassedOver(line: line, name: name))
    }

    /// Takes a meeting, unless its papers' day can't be right or it has been told of before.
    ///
    /// - Parameters:
    ///   - row: the meeting.
    ///   - line: the line that says when papers are due.
    mutating func take(_ row: CalendarRow, papersAt line: Int) {
        if let due = row.papersDue, due > row.day {
            log.add(line, "Handlingarna ska vara inne \(due), men sammanträdet är redan \(row.day). Rätta den ena dagen.")
            return
        }
        if let due = row.papersDue, due < row.day.adding(days: -183) {
            log.add(
                line,
                "Handlingarna ska vara inne \(due), mer än ett halvår före sammanträdet \(row.day). Rätta den ena dagen."
            )
            return
        }
        let occasion = Occasion(stage: row.stage, day: row.day, isCancelled: row.isCancelled)
        if let earlier = seen[occasion] {
            log.add(row.line, "Sammanträdet \(row.day) med samma organ står redan på rad \(earlier). Behåll det ena.")
            return
        }
        seen[occasion] = row.line
        rows.append(row)
    }

    // MARK: The table

    mutating func readTable(_ file: SourceFile) {
        guard let table = CSVTable(file, log), let columns = MeetingColumns(table, log) else { return }
        var hasRow = false
        for row in table.rows where row.fields.contains(where: { !$0.isEmpty }) {
            hasRow = true
            read(row, columns)
        }
        if !hasRow, log.faults.isEmpty {
            log.add(table.line, "Tabellen har inga sammanträden. Skriv ett på varje rad under rubrikraden.")
        }
    }

    private mutating func read(_ row: CSVTable.Row, _ columns: MeetingColumns) {
        let day = day(row.fields[columns.date], row.line)
        let organ = row.fields[columns.organ]
        var stage: DecisionStage?
        switch MeetingName(organ).kind {
        case .meeting(let found): stage = found
        case .nothingSaid, .somethingElse:
            log.add(
                row.line,
                organ.isEmpty
                    ? "Organet saknas. Skriv utskott, kommunstyrelse eller kommunfullmäktige."
                    : "”\(organ)” är inte ett av organen. Skriv utskott, kommunstyrelse eller kommunfullmäktige, eller ta bort raden."
            )
        }
        let due = columns.papersDue.map { row.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        let papersDue = due.flatMap { self.day($0, row.line) }
        var isCancelled = MeetingName(organ).isCancelled
        switch columns.cancelled.map({ row.fields[$0].lowercased() }) {
        case nil, "", "nej": break
        case "ja": isCancelled = true
        case .some(let other):
            log.add(row.line, "”\(other)” är inte ja eller nej. Skriv ja om sammanträdet är inställt, annars nej.")
        }
        guard let day, let stage, due == nil || papersDue != nil else { return }
        let place = columns.place.map { row.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        take(
            CalendarRow(stage: stage, day: day, papersDue: papersDue, place: place, isCancelled: isCancelled, line: row.line),
            papersAt: row.line
        )
    }

    private func day(_ text: String, _ line: Int) -> Day? {
        if let day = Day(swedish: text) { return day }
        log.add(
            line,
            text.isEmpty
                ? "Datumet saknas. Skriv som 2027-02-09."
                : "”\(text)” är inte ett datum som finns. Skriv som 2027-02-09 eller 9 februari 2027."
        )
        return nil
    }
}

/// Where in a row each thing stands.
private struct MeetingColumns {
    let date: Int
    let organ: Int
    let papersDue: Int?
    let place: Int?
    let cancelled: Int?

    init?(_ table: CSVTable, _ log: FaultLog) {
        let required = ["datum", "organ"]
        let known = required + ["handlingar senast", "plats", "inställt"]
        let columns = table.columns.map { $0.lowercased() }
        for (index, column) in columns.enumerated() {
            if !known.contains(column) {
                log.add(
                    table.line,
                    "Kolumnen ”\(column)” är okänd. Ta bort den eller rätta namnet.\(suggestion(for: column, among: known))"
                )
            } else if columns.firstIndex(of: column) != index {
                log.add(table.line, "Kolumnen ”\(column)” finns två gånger. Ta bort den ena.")
            }
        }
        for column in required where !columns.contains(column) {
            log.add(
                table.line,
                "Kolumnen ”\(column)” saknas. En sammanträdeskalender har kolumnerna \(known.joined(separator: ", "))."
            )
        }
        guard let date = columns.firstIndex(of: "datum"), let organ = columns.firstIndex(of: "organ") else { return nil }
        self.date = date
        self.organ = organ
        papersDue = columns.firstIndex(of: "handlingar senast")
        place = columns.firstIndex(of: "plats")
        cancelled = columns.firstIndex(of: "inställt")
    }
}
