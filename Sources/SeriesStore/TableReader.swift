import Statistics

/// How long a line of a table may be.
private let longestLine = 65_536

/// Reads those lines of a table of comma-separated values that begin in a range of its bytes.
///
/// The header row says which column is what, in any order; a semicolon between fields is taken when the header uses it, and then a number
/// may have a decimal comma. Fields may stand in quotes, but not span lines.
///
/// - Parameters:
///   - page: the table.
///   - range: where the lines begin.
///   - number: which page this is.
///   - bytes: a buffer to use.
///   - cells: where the cells are added.
/// - Returns: what the lines hold, counted.
/// - Throws: what is wrong, as a `PageFault`; `StoreError` when the file can't be read.
func readTable(
    _ page: Page,
    _ range: Range<Int>,
    number: UInt32,
    _ bytes: inout [UInt8],
    into cells: inout [Cell]
) throws -> PageContents {
    let size = try page.size()
    // The header is read again for each piece: it is short, and so no worker waits for another.
    let headEnd = min(longestLine, size)
    try page.fill(&bytes, 0..<headEnd, padding: PageReader.padding)
    let header = try Columns(bytes[..<headEnd], page: page)
    // One byte more in front, to know whether a line begins at the first, and one line's more behind.
    let start = max(range.lowerBound - 1, 0)
    let end = min(range.upperBound + longestLine, size)
    try page.fill(&bytes, start..<end, padding: PageReader.padding)
    var contents = PageContents()
    let fault: PageFault? = bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return nil }
        var reader = TableReader(
            header,
            base: base,
            count: end - start,
            limit: range.upperBound - start,
            endsTable: end == size,
            page: number
        )
        do throws(TableFlaw) {
            try reader.read(after: range.lowerBound == 0 ? header.end : nil, into: &cells)
            contents = reader.contents
            return nil
        } catch {
            return PageFault(
                file: page.name,
                byte: start + reader.place,
                path: reader.column.isEmpty ? "" : "kolumnen \(reader.column)",
                message: error.message
            )
        }
    }
    if let fault {
        cells.removeAll()
        throw PageFault(
            file: fault.file,
            byte: fault.byte,
            path: "rad \(try page.line(at: fault.byte))" + (fault.path.isEmpty ? "" : ", \(fault.path)"),
            message: fault.message
        )
    }
    contents.cells = cells.count
    return contents
}

/// What can be wrong in a table.
private enum TableFlaw: Error {
    case tooFew, tooLong, quote, noKeyFigure, noPlace, noYear, noGender, noNumber, noTruth, badText

    var message: String {
        switch self {
        case .tooFew: "Raden har färre fält än rubrikraden. Rätta raden."
        case .tooLong: "Raden är längre än 64 kB, eller så saknas radbrytningar. Kontrollera att rätt fil är sparad."
        case .quote:
            "Ett citattecken avslutas inte på raden. Skriv fältet på en rad, med två citattecken i följd för ett i texten."
        case .noKeyFigure: Flaw.noKeyFigure.message
        case .noPlace: Flaw.noPlace.message
        case .noYear: Flaw.noYear.message
        case .noGender: Flaw.noGender.message
        case .noNumber: "Det här är inget tal. Skriv som 75.3, eller lämna fältet tomt om källan inte har något."
        case .noTruth: Flaw.noTruth.message
        case .badText: Flaw.badText.message
        }
    }
}

/// Which field of a row is what.
private struct Columns {
    var separator = UInt8(ascii: ",")
    /// What each field of a row is, from the first on; those after the last that is known are passed over.
    var fields: [Field] = []
    /// Where the first row begins.
    var end = 0

    enum Field: UInt8 { case keyFigure, place, year, gender, status, value, deleted, other }

    private static let names: [String: Field] = [
        "kpi": .keyFigure, "nyckeltal": .keyFigure,
        "municipality": .place, "unit": .place, "kommun": .place, "kod": .place,
        "period": .year, "year": .year, "år": .year,
        "gender": .gender, "kön": .gender,
        "status": .status,
        "value": .value, "värde": .value,
        "isdeleted": .deleted, "is_deleted": .deleted,
    ]

    init(_ bytes: ArraySlice<UInt8>, page: Page) throws(PageFault) {
        var line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        end = line.endIndex + (line.endIndex < bytes.endIndex ? 1 : 0)
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
        let semicolons = line.count { $0 == UInt8(ascii: ";") }
        if semicolons > line.count(where: { $0 == UInt8(ascii: ",") }) { separator = UInt8(ascii: ";") }
        let names = line.split(separator: separator, omittingEmptySubsequences: false)
            .map { String(decoding: $0.filter { $0 != UInt8(ascii: "\"") && $0 != 0x20 }, as: UTF8.self).lowercased() }
        fields = names.map { Self.names[$0] ?? .other }
        for (field, name) in [(Field.keyFigure, "kpi"), (.place, "municipality"), (.year, "period"), (.value, "value")] {
            let count = fields.count { $0 == field }
            if count == 1 { continue }
            let wrong = count == 0 ? "saknas" : "finns flera gånger"
            throw PageFault(
                file: page.name,
                byte: 0,
                path: "rad 1",
                message:
                    "Kolumnen ”\(name)” \(wrong). Rubrikraden ska ha kpi, municipality, period och value, och kan ha gender och status."
            )
        }
        while fields.last == .other { fields.removeLast() }
    }
}

private struct TableReader {
    private(set) var contents = PageContents()
    /// Where the last field that was read began.
    var place: Int { field - base }
    private let separator: UInt8
    private let fields: [Columns.Field]
    private let base: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private let limit: UnsafePointer<UInt8>
    /// Whether the bytes go on to the end of the table.
    private let endsTable: Bool
    private let page: UInt32
    private let powers = powersOfTen
    private let point: UInt8
    private var at: UnsafePointer<UInt8>
    private var field: UnsafePointer<UInt8>
    private var kind = Columns.Field.other
    private var lastCode = Code(bits: 0)
    private var lastKeyFigure = 0

    init(_ columns: Columns, base: UnsafePointer<UInt8>, count: Int, limit: Int, endsTable: Bool, page: UInt32) {
        self.endsTable = endsTable
        separator = columns.separator
        fields = columns.fields
        self.base = base
        end = base + count
        self.limit = base + limit
        self.page = page
        point = columns.separator == UInt8(ascii: ";") ? UInt8(ascii: ",") : UInt8(ascii: ".")
        at = base
        field = base
    }

    var column: String {
        switch kind {
        case .keyFigure: "kpi"
        case .place: "municipality"
        case .year: "period"
        case .gender: "gender"
        case .status: "status"
        case .value: "value"
        case .deleted: "isdeleted"
        case .other: ""
        }
    }

    /// Reads the lines that begin before the limit.
    ///
    /// - Parameters:
    ///   - header: where the first row begins when the piece is the first; otherwise the first line after the first byte is read first.
    ///   - cells: where the cells are added.
    /// - Throws: what is wrong with the field that was read last.
    mutating func read(after header: Int?, into cells: inout [Cell]) throws(TableFlaw) {
        if let header {
            at = base + header
        } else {
            while at < end, at.pointee != UInt8(ascii: "\n") { at += 1 }
            at += 1
        }
        while at < limit, at < end {
            field = at
            kind = .other
            if at.pointee == UInt8(ascii: "\n") {
                at += 1
                continue
            }
            if at.pointee == UInt8(ascii: "\r"), at[1] == UInt8(ascii: "\n") {
                at += 2
                continue
            }
            try readRow(into: &cells)
        }
    }

    private mutating func readRow(into cells: inout [Cell]) throws(TableFlaw) {
        var keyFigure = 0
        var place = Code(bits: 0)
        var year = 0
        var gender = 0
        var state = CellState.value
        var value: Double?
        var isDeleted = false
        var isFirst = true
        for index in fields.indices {
            let kind = fields[index]
            if !isFirst {
                guard at.pointee == separator else {
                    field = at
                    self.kind = .other
                    throw .tooFew
                }
                at += 1
            }
            isFirst = false
            self.kind = kind
            field = at
            switch kind {
            case .keyFigure:
                guard let code = try readCode() else { throw .noKeyFigure }
                // Nearly every row is about the same key figure as the one before.
                if code != lastCode {
                    guard let number = KeyFigureNumber(code) else { throw .noKeyFigure }
                    lastKeyFigure = number.number
                    lastCode = code
                }
                keyFigure = lastKeyFigure
            case .place:
                guard let code = try readCode() else { throw .noPlace }
                place = code
            case .year: year = try readYear()
            case .gender: gender = try readGender()
            case .status: state = try readStatus()
            case .value: value = try readValue()
            case .deleted: isDeleted = try readTruth()
            case .other: try skipField()
            }
        }
        self.kind = .other
        while at.pointee != UInt8(ascii: "\n"), at < end {
            if at.pointee == UInt8(ascii: "\"") { try skipField() } else { at += 1 }
        }
        // The table's own last line needs no newline; any other that hasn't ended by now has been cut.
        if at >= end, !endsTable { throw .tooLong }
        at += 1
        if isDeleted {
            state = CellState.deleted
            contents.deleted += 1
        } else if value == nil, state == CellState.value {
            state = Absence.missing.rawValue
        } else if value != nil, state != CellState.value {
            contents.contradictions += 1
        }
        contents.objects += 1
        cells.append(
            Cell(
                keyFigure: keyFigure,
                place: place,
                gender: gender,
                year: year,
                state: state,
                value: state == CellState.value ? value ?? 0 : 0,
                page: page
            )
        )
    }

    @inline(__always)
    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0
    }

    @inline(__always)
    private mutating func readCode() throws(TableFlaw) -> Code? {
        let isQuoted = at.pointee == UInt8(ascii: "\"")
        if isQuoted { at += 1 }
        var bits: UInt64 = 0
        var count: UInt64 = 0
        while Code.isAllowed(at.pointee) {
            guard count < 8 else { return nil }
            bits = bits << 8 | UInt64(at.pointee)
            count += 1
            at += 1
        }
        if isQuoted {
            guard at.pointee == UInt8(ascii: "\"") else { return nil }
            at += 1
        }
        guard count > 0, isEnd(at.pointee) else { return nil }
        return Code(bits: bits << (8 * (8 - count)))
    }

    @inline(__always)
    private mutating func readYear() throws(TableFlaw) -> Int {
        guard let code = try readCode() else { throw .noYear }
        // Four bytes that begin with 3 in hexadecimal are figures, since nothing else that a code may have does.
        guard code.bits & 0xF0F0_F0F0_FFFF_FFFF == 0x3030_3030 << 32 else { throw .noYear }
        let figures = Int(truncatingIfNeeded: code.bits >> 32)
        let year = (figures >> 24 & 15) * 1000 + (figures >> 16 & 15) * 100 + (figures >> 8 & 15) * 10 + (figures & 15)
        guard Cell.years.contains(year) else { throw .noYear }
        return year
    }

    private mutating func readGender() throws(TableFlaw) -> Int {
        if isEnd(at.pointee) { return Gender.total.index }
        guard let code = try readCode(), code.bits << 8 == 0,
            let gender = Gender(letter: UInt8(truncatingIfNeeded: code.bits >> 56))
        else { throw .noGender }
        return gender.index
    }

    private mutating func readValue() throws(TableFlaw) -> Double? {
        let isQuoted = at.pointee == UInt8(ascii: "\"")
        if isQuoted { at += 1 }
        if isQuoted ? at.pointee == UInt8(ascii: "\"") : isEnd(at.pointee) {
            if isQuoted { at += 1 }
            return nil
        }
        let start = at
        var value = readDecimal(&at, powers)
        if value != nil, at.pointee == point, point != UInt8(ascii: ".") {
            at = start
            value = readDecimal(&at, powers, point: point)
        }
        guard let value else { throw .noNumber }
        if isQuoted {
            guard at.pointee == UInt8(ascii: "\"") else { throw .noNumber }
            at += 1
        }
        guard isEnd(at.pointee) else { throw .noNumber }
        return value
    }

    private mutating func readStatus() throws(TableFlaw) -> UInt8 {
        if isEnd(at.pointee) { return CellState.value }
        if isField("Missing") { return Absence.missing.rawValue }
        if isField("Not applicable") { return Absence.notApplicable.rawValue }
        if isField("Privacy") { return Absence.privacy.rawValue }
        let start = at
        try skipField()
        guard var text = String(validating: UnsafeBufferPointer(start: start, count: at - start), as: UTF8.self) else {
            throw .badText
        }
        if text.utf8.first == UInt8(ascii: "\"") { text = String(text.dropFirst().dropLast()).unquoted }
        if let known = Absence.state(text) { return known }
        if contents.otherStatuses.count < 100 || contents.otherStatuses[text] != nil {
            contents.otherStatuses[String(text.prefix(100)), default: 0] += 1
        }
        return Absence.other.rawValue
    }

    /// Goes past a field that is a known text without quotes.
    @inline(__always)
    private mutating func isField(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        for index in 0..<count where at[index] != text.utf8Start[index] { return false }
        guard isEnd(at[count]) else { return false }
        at += count
        return true
    }

    private mutating func readTruth() throws(TableFlaw) -> Bool {
        let start = at
        try skipField()
        switch String(decoding: UnsafeBufferPointer(start: start, count: at - start), as: UTF8.self).lowercased() {
        case "", "0", "false": return false
        case "1", "true": return true
        default: throw .noTruth
        }
    }

    @inline(__always)
    private mutating func skipField() throws(TableFlaw) {
        guard at.pointee == UInt8(ascii: "\"") else {
            while !isEnd(at.pointee) || (at.pointee == 0 && at < end) { at += 1 }
            return
        }
        at += 1
        while true {
            if at >= end || at.pointee == UInt8(ascii: "\n") { throw .quote }
            if at.pointee == UInt8(ascii: "\"") {
                at += 1
                if at.pointee != UInt8(ascii: "\"") { return }
            }
            at += 1
        }
    }
}

extension String {
    fileprivate var unquoted: String {
        var text = ""
        var wasQuote = false
        for scalar in unicodeScalars {
            if scalar == "\"", !wasQuote {
                wasQuote = true
                continue
            }
            wasQuote = false
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}

extension Page {
    fileprivate func size() throws(StoreError) -> Int {
        switch content {
        case .bytes(let bytes): bytes.count
        case .file(let path): try fileSize(path)
        }
    }

    /// Which line a byte is on, counted from 1.
    fileprivate func line(at byte: Int) throws(StoreError) -> Int {
        var bytes: [UInt8] = []
        var line = 1
        for start in stride(from: 0, to: byte, by: 1 << 20) {
            let end = min(start + (1 << 20), byte)
            try fill(&bytes, start..<end, padding: 0)
            line += bytes[..<(end - start)].count { $0 == UInt8(ascii: "\n") }
        }
        return line
    }
}
