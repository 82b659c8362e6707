/// A table with named columns: comma-separated values as RFC 4180 describes them.
///
/// Semicolons are taken when the header uses them, since that is what a Swedish spreadsheet writes, and tabs likewise, since that is
/// what is copied out of one. A line that begins with # is a comment, as in the other files.
package struct CSVTable: Hashable, Sendable {
    /// One row below the header.
    package struct Row: Hashable, Sendable {
        /// The line the row begins on, counted from 1.
        package let line: Int
        /// As many as there are columns.
        package let fields: [String]
    }

    /// The line of the header.
    package let line: Int

    /// The names in the header.
    package let columns: [String]

    /// The rows below the header; empty lines and comments are left out.
    package let rows: [Row]

    /// The table in a file.
    ///
    /// - Parameter file: the file as it lay on the disk.
    /// - Throws: all faults, when there is one.
    package init(_ file: SourceFile) throws(ImportFaults) {
        let log = FaultLog(file: file.name)
        let table = CSVTable(file, log)
        guard log.faults.isEmpty, let table else {
            throw ImportFaults(faults: log.inOrder, filesWithMore: log.hasMore ? [file.name] : [])
        }
        self = table
    }

    init?(_ file: SourceFile, _ log: FaultLog) {
        guard let lines = file.lines(log) else { return nil }
        guard let header = lines.first(where: { !$0.isEmpty && !CSVRecords.isComment($0) }) else {
            log.add(1, "Tabellen är tom. Börja med en rubrikrad som innehåller kolumnernas namn.")
            return nil
        }
        var separator = UInt8(ascii: ",")
        for other in [UInt8(ascii: ";"), UInt8(ascii: "\t")]
        where header.utf8.count(where: { $0 == other }) > header.utf8.count(where: { $0 == separator }) {
            separator = other
        }
        var records = CSVRecords(separator: separator, log: log)
        for (index, line) in lines.enumerated() where !log.isFull {
            records.read(line, number: index + 1)
        }
        let all = records.finish()
        guard let first = all.first else { return nil }
        line = first.line
        columns = first.fields
        var rows: [Row] = []
        for row in all.dropFirst() where !log.isFull {
            guard row.fields.count == columns.count else {
                log.add(
                    row.line,
                    "Raden har \(row.fields.count) fält men rubrikraden har \(columns.count). Sätt citattecken om ett fält som innehåller skiljetecken."
                )
                continue
            }
            rows.append(row)
        }
        self.rows = rows
    }
}

/// Splits lines into records; a quoted field may run over several lines.
private struct CSVRecords {
    let separator: UInt8
    let log: FaultLog
    private var done: [CSVTable.Row] = []
    private var fields: [String] = []
    private var field: [UInt8] = []
    private var firstLine = 1
    private var isQuoted = false

    init(separator: UInt8, log: FaultLog) {
        self.separator = separator
        self.log = log
    }

    static func isComment(_ line: String) -> Bool { line.utf8.first == UInt8(ascii: "#") }

    mutating func read(_ line: String, number: Int) {
        if isQuoted {
            field.append(UInt8(ascii: "\n"))
        } else {
            guard !line.isEmpty, !Self.isComment(line) else { return }
            firstLine = number
        }
        let quote = UInt8(ascii: "\"")
        var bytes = line.utf8[...]
        // True when a quoted field has just ended, so that only a separator may follow.
        var hasClosed = false
        while let byte = bytes.popFirst() {
            if isQuoted {
                if byte != quote {
                    field.append(byte)
                } else if bytes.first == quote {
                    bytes.removeFirst()
                    field.append(quote)
                } else {
                    isQuoted = false
                    hasClosed = true
                }
            } else if byte == separator {
                endField()
                hasClosed = false
            } else if byte == quote, field.isEmpty, !hasClosed {
                isQuoted = true
            } else if byte == quote || hasClosed {
                log.add(number, "Citattecknen går inte ihop. Ett fält med citattecken i skrivs \"så \"\"här\"\"\".")
                field = []
                fields = []
                isQuoted = false
                return
            } else {
                field.append(byte)
            }
        }
        if !isQuoted { endRecord() }
    }

    mutating func finish() -> [CSVTable.Row] {
        if isQuoted {
            log.add(firstLine, "Ett citattecken öppnas på den här raden men stängs aldrig.")
        }
        return done
    }

    private mutating func endField() {
        fields.append(String(decoding: field, as: UTF8.self).trimmed)
        field.removeAll(keepingCapacity: true)
    }

    private mutating func endRecord() {
        endField()
        done.append(CSVTable.Row(line: firstLine, fields: fields))
        fields = []
    }
}
