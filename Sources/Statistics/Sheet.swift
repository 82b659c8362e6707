/// One thing that is wrong in a file, with the place and what to do about it.
package struct StatisticsFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 1; 1 also for what concerns the whole file.
    package let line: Int
    package let message: String

    package var description: String { "\(file), rad \(line): \(message)" }
}

/// Everything that is wrong, so that it can be put right in one go.
package struct StatisticsFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let faults: [StatisticsFault]

    package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// A file of comma-separated values, with its fields by the names of their columns.
struct Sheet {
    /// One row below the header.
    struct Row {
        var line: Int
        fileprivate var fields: [String]
        fileprivate var columns: [String: Int]

        /// The field of a column; empty when the file doesn't have it.
        subscript(_ column: String) -> String { columns[column].map { fields[$0] } ?? "" }
    }

    let name: String
    private(set) var rows: [Row] = []
    private(set) var faults: [StatisticsFault] = []

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: the file as it lay on the disk; semicolons are taken when the header uses them.
    ///   - required: columns that must be there.
    ///   - optional: columns that may be.
    init(_ file: StatisticsTable.File, _ required: [String], optional: [String] = []) {
        name = file.name
        let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? file.bytes[3...] : file.bytes[...]
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var separator = UInt8(ascii: ",")
        var columns: [String: Int]?
        var count = 0
        for (index, line) in lines.enumerated() {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let number = index + 1
            if columns == nil, line.count(where: { $0 == UInt8(ascii: ";") }) > line.count(where: { $0 == separator }) {
                separator = UInt8(ascii: ";")
            }
            guard let fields = fields(of: line, separator, number) else { continue }
            guard let known = columns else {
                columns = header(fields, required, optional, number)
                count = fields.count
                if columns == nil { return }
                continue
            }
            if fields.count == count {
                rows.append(Row(line: number, fields: fields, columns: known))
            } else {
                add(
                    number,
                    "Raden har \(fields.count) fält men rubrikraden har \(count). Sätt citattecken om ett fält som innehåller skiljetecken."
                )
            }
        }
        if columns == nil, faults.isEmpty {
            add(1, "Tabellen är tom. Börja med en rubrikrad som innehåller kolumnernas namn.")
        }
    }

    /// Tells a fault.
    mutating func add(_ line: Int, _ message: String) {
        faults.append(StatisticsFault(file: name, line: line, message: message))
    }

    private mutating func header(_ fields: [String], _ required: [String], _ optional: [String], _ line: Int) -> [String: Int]? {
        var columns: [String: Int] = [:]
        let all = (required + optional).joined(separator: ", ")
        for (index, field) in fields.enumerated() {
            if !required.contains(field), !optional.contains(field) {
                add(line, "Kolumnen ”\(field)” är okänd. Filen har kolumnerna \(all).")
            } else if columns.updateValue(index, forKey: field) != nil {
                add(line, "Kolumnen ”\(field)” finns två gånger. Ta bort den ena.")
            }
        }
        for column in required where columns[column] == nil {
            add(line, "Kolumnen ”\(column)” saknas. Filen har kolumnerna \(all).")
        }
        return faults.isEmpty ? columns : nil
    }

    /// Where in a field the reading is.
    private enum Place { case start, plain, quoted, closed }

    private mutating func fields(of line: ArraySlice<UInt8>, _ separator: UInt8, _ number: Int) -> [String]? {
        guard String(validating: line, as: UTF8.self) != nil else {
            add(number, "Raden innehåller tecken som inte är UTF-8. Spara om filen som UTF-8.")
            return nil
        }
        let quote = UInt8(ascii: "\"")
        var fields: [String] = []
        var field: [UInt8] = []
        var place = Place.start
        for byte in line {
            switch (place, byte) {
            case (.quoted, quote): place = .closed
            case (.quoted, _): field.append(byte)
            case (.closed, quote):
                field.append(quote)
                place = .quoted
            case (_, separator):
                fields.append(String(decoding: field, as: UTF8.self).trimmed)
                field.removeAll(keepingCapacity: true)
                place = .start
            case (.start, quote): place = .quoted
            case (.plain, quote), (.closed, _):
                add(number, Self.unevenQuotes)
                return nil
            default:
                field.append(byte)
                place = .plain
            }
        }
        guard place != .quoted else {
            add(number, Self.unevenQuotes)
            return nil
        }
        return fields + [String(decoding: field, as: UTF8.self).trimmed]
    }

    private static let unevenQuotes = "Citattecknen går inte ihop. Ett fält med citattecken i skrivs \"så \"\"här\"\"\"."
}

extension String {
    /// The text without spaces around it.
    fileprivate var trimmed: String {
        let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let first = utf8.first, let last = utf8.last, isSpace(first) || isSpace(last) else { return self }
        let start = utf8.firstIndex { !isSpace($0) } ?? utf8.endIndex
        let end = utf8.lastIndex { !isSpace($0) }.map { utf8.index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
