import CXlsxWriter
import Glibc

/// Tables as a file for a spreadsheet (XLSX): numbers as numbers, with a header that stays and a sheet that tells where they come from.
package struct Workbook: Sendable {
    /// What stands in a cell.
    package enum Cell: Hashable, Sendable {
        case text(String)
        /// A number, shown with that many decimals and kept whole.
        case number(Double, decimals: Int)
        case empty
    }

    /// A table on a sheet of its own.
    package struct Sheet: Sendable {
        /// At most 31 letters count, and the signs that a sheet's name may not hold become blanks.
        package var name: String
        package var columns: [String]
        package var rows: [[Cell]]

        /// A sheet with that name.
        package init(name: String, columns: [String], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }
    }

    package var title: String
    package var author: String
    /// When the file was made, in whole seconds since 1970: the same tables give the same bytes.
    package var made: Int64
    package var sheets: [Sheet]

    /// A file of those sheets.
    package init(title: String, author: String, made: Int64, sheets: [Sheet]) {
        self.title = title
        self.author = author
        self.made = made
        self.sheets = sheets
    }

    /// The file.
    ///
    /// - Parameter folder: where it is written for a moment; the system's own for such things unless told.
    /// - Returns: its bytes.
    /// - Throws: `WorkbookFault` when it couldn't be written.
    package func bytes(in folder: String? = nil) throws(WorkbookFault) -> [UInt8] {
        let folder = folder ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/samverka-kalkylblad-XXXXXX".utf8CString)
        // Only its owner may look into it.
        guard mkdtemp(&template) != nil else { throw WorkbookFault(reason: "no temporary folder, errno \(errno)") }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let file = path + "/bok.xlsx"
        defer {
            unlink(file)
            rmdir(path)
        }
        try write(to: file)
        return try Self.read(file)
    }

    private func write(to file: String) throws(WorkbookFault) {
        guard let book = workbook_new(file) else { throw WorkbookFault(reason: "no workbook") }
        setProperties(of: book)
        let header = workbook_add_format(book)
        format_set_bold(header)
        format_set_text_wrap(header)
        format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        var formats: [Int: UnsafeMutablePointer<lxw_format>] = [:]
        for sheet in sheets {
            for case .number(_, let decimals) in sheet.rows.joined() where formats[decimals] == nil {
                guard let format = workbook_add_format(book) else { continue }
                format_set_num_format(format, Self.pattern(decimals))
                formats[decimals] = format
            }
        }
        var fault: lxw_error = LXW_NO_ERROR
        // The first fault says why; those after it follow from it.
        func note(_ result: lxw_error) {
            if fault == LXW_NO_ERROR { fault = result }
        }
        for (name, sheet) in zip(names, sheets) {
            guard let page = workbook_add_worksheet(book, name) else {
                note(LXW_ERROR_MEMORY_MALLOC_FAILED)
                continue
            }
            worksheet_freeze_panes(page, 1, 0)
            for (column, text) in sheet.columns.enumerated() {
                let index = lxw_col_t(clamping: column)
                note(worksheet_write_string(page, 0, index, Self.plain(text), header))
                worksheet_set_column(page, index, index, width(of: column, in: sheet), nil)
            }
            for (row, cells) in sheet.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    let (line, index) = (lxw_row_t(clamping: row + 1), lxw_col_t(clamping: column))
                    switch cell {
                    case .empty: break
                    case .text(let text): note(worksheet_write_string(page, line, index, Self.plain(text), nil))
                    case .number(let number, let decimals):
                        // A spreadsheet has no sign for what isn't a number.
                        guard number.isFinite else { continue }
                        note(worksheet_write_number(page, line, index, number, formats[decimals]))
                    }
                }
            }
        }
        note(workbook_close(book))
        guard fault == LXW_NO_ERROR else { throw WorkbookFault(reason: String(cString: lxw_strerror(fault))) }
    }

    private func setProperties(of book: UnsafeMutablePointer<lxw_workbook>) {
        // The library copies what it is given, and only wants its texts as changeable ones.
        var title = Array(Self.plain(title).utf8CString)
        var author = Array(Self.plain(author).utf8CString)
        title.withUnsafeMutableBufferPointer { title in
            author.withUnsafeMutableBufferPointer { author in
                var properties = lxw_doc_properties()
                properties.title = title.baseAddress
                properties.author = author.baseAddress
                properties.created = time_t(made)
                workbook_set_properties(book, &properties)
            }
        }
    }

    /// The sheets' names as a spreadsheet takes them: short, without its own signs, no two alike.
    private var names: [String] {
        var taken: Set<String> = []
        return sheets.enumerated().map { index, sheet in
            let signs = "[]:*?/\\'".unicodeScalars
            var name = String(
                String.UnicodeScalarView(Self.plain(sheet.name).unicodeScalars.map { signs.contains($0) ? " " : $0 })
            )
            name = String(name.prefix(28))
            if name.allSatisfy({ $0 == " " }) { name = "Blad \(index + 1)" }
            if !taken.insert(name.lowercased()).inserted {
                name += " \(index + 1)"
                taken.insert(name.lowercased())
            }
            return name
        }
    }

    private static func pattern(_ decimals: Int) -> String {
        decimals > 0 ? "#,##0." + String(repeating: "0", count: min(decimals, 12)) : "#,##0"
    }

    /// A text without the control characters that XML can't hold, and no longer than a cell may be.
    private static func plain(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }.prefix(32_000))
        )
    }

    /// Wide enough for most of what stands in a column, and never so wide that the others can't be seen.
    private func width(of column: Int, in sheet: Sheet) -> Double {
        let longest = sheet.rows.prefix(200).reduce(sheet.columns[column].utf8.count) { longest, row in
            guard column < row.count else { return longest }
            switch row[column] {
            case .text(let text): return max(longest, text.utf8.count)
            case .number, .empty: return longest
            }
        }
        return Double(min(max(longest + 2, 9), 48))
    }

    private static func read(_ path: String) throws(WorkbookFault) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw WorkbookFault(reason: "the file can't be read, errno \(errno)") }
        defer { close(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = piece.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw WorkbookFault(reason: "the file can't be read, errno \(errno)") }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }
}

/// Why a file for a spreadsheet couldn't be made; for the log.
package struct WorkbookFault: Error, Hashable, Sendable, CustomStringConvertible {
    let reason: String

    package var description: String { "the workbook wasn't made: \(reason)" }
}
