import Statistics

/// One answer of the source, saved or just fetched.
package struct Page: Sendable {
    package enum Content: Sendable {
        /// A file on the disk, read when its turn comes.
        case file(String)
        case bytes([UInt8])
    }

    /// What faults are told with: the file's name or the address asked.
    package let name: String
    package let content: Content

    /// A page in memory.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        content = .bytes(bytes)
    }

    /// A page in a file.
    package init(file path: String) {
        name = path
        content = .file(path)
    }
}

/// What is wrong in a page, and where.
package struct PageFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    /// Counted from 0, from the beginning of the file.
    package let byte: Int
    /// Where in the page's own structure: 'values[12].values[1].value'; empty for the whole page.
    package let path: String
    package let message: String

    package var description: String { "\(file), byte \(byte)\(path.isEmpty ? "" : " (\(path))"): \(message)" }
}

/// What a page holds, counted.
package struct PageContents: Hashable, Sendable {
    /// Triples of key figure, place and year.
    ///
    /// Nought is an answer too: the source gives it for a misspelt question.
    package var objects = 0
    /// Values and missing values, one a gender; those taken back too.
    package var cells = 0
    /// Objects about a unit, as a school, which the store doesn't keep.
    package var units = 0
    /// Cells that the source takes back.
    package var deleted = 0
    /// Cells with both a value and a reason for having none; they are kept as having none.
    package var contradictions = 0
    /// How many objects the page says that it holds; not how many the whole answer has.
    package var count: Int?
    /// The address of the page that follows; nil on the last.
    package var next: String?
    /// Reasons that aren't among those we know, with how many cells have them.
    package var otherStatuses: [String: Int] = [:]

    package init() {}

    /// Adds another page's figures; what is said of one page alone is forgotten.
    package mutating func add(_ other: Self) {
        objects += other.objects
        cells += other.cells
        units += other.units
        deleted += other.deleted
        contradictions += other.contradictions
        count = nil
        next = nil
        otherStatuses.merge(other.otherStatuses, uniquingKeysWith: +)
    }
}

extension Page {
    /// Reads a page of values in the shape of the source's interface, version 3 or 2, without keeping the values.
    ///
    /// For whoever fetches and wants to know, before the page is saved, that it is whole, what it holds and where the next is.
    ///
    /// - Throws: what is wrong, also when the page is the source's way of refusing (an object with `error` or `detail`).
    package static func contents(of bytes: [UInt8], name: String) throws(PageFault) -> PageContents {
        var cells: [Cell] = []
        return try readPage(bytes, name: name, page: 0, into: &cells)
    }
}

/// Reads a page's values.
func readPage(_ bytes: [UInt8], name: String, page: UInt32, into cells: inout [Cell]) throws(PageFault) -> PageContents {
    var padded = [UInt8]()
    padded.reserveCapacity(bytes.count + PageReader.padding)
    padded += bytes
    padded.append(contentsOf: repeatElement(0, count: PageReader.padding))
    return try readPage(padded: padded, count: bytes.count, name: name, page: page, into: &cells)
}

/// Reads a page's values from bytes that end in `PageReader.padding` noughts.
func readPage(padded: [UInt8], count: Int, name: String, page: UInt32, into cells: inout [Cell]) throws(PageFault) -> PageContents
{
    let before = cells.count
    var contents = PageContents()
    let fault: PageFault? = padded.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return nil }
        var reader = PageReader(base, count: count, page: page)
        do throws(Flaw) {
            try reader.read(into: &cells)
            contents = reader.contents
            contents.cells = cells.count - before
            return nil
        } catch {
            return PageFault(
                file: name,
                byte: min(reader.at - base, count),
                path: reader.path,
                message: reader.told ?? error.message
            )
        }
    }
    if let fault {
        cells.removeSubrange(before...)
        throw fault
    }
    return contents
}

/// What can be wrong in a page.
///
/// No text is made until it is to be told.
enum Flaw: Error {
    case empty, notPage, malformed, cut, tooDeep, afterEnd, badText, noNumber, noKeyFigure, noPlace, noYear, noGender, noStatus,
        noTruth
    case withoutKeyFigure, withoutPlace, withoutYear, withoutGender, refused

    var message: String {
        switch self {
        case .empty: "Filen är tom. Hämta sidan igen."
        case .notPage: "Det här är inte en sida med värden: det finns inget fält ”values”. Kontrollera att rätt sida är sparad."
        case .malformed: "Texten följer inte JSON här. Hämta sidan igen."
        case .cut: "Sidan slutar för tidigt. Hämta den igen."
        case .tooDeep: "Sidan har fler nivåer än en sida med värden kan ha. Kontrollera att rätt sida är sparad."
        case .afterEnd: "Det står något mer efter sidans slut. Hämta sidan igen."
        case .badText: "Texten är inte UTF-8 här. Hämta sidan igen."
        case .noNumber: "Det här är inget tal som kan sparas. Ett värde är ett decimaltal eller null."
        case .noKeyFigure: "Det här är inte ett nyckeltal. Ett nyckeltal är N eller U och fem siffror, som N15419."
        case .noPlace:
            "Det här är inte koden för en kommun, region eller grupp. En kod är text med högst åtta tecken, som ”0126” eller ”G96274”."
        case .noYear: "Det här är inte ett år mellan 1900 och 2199."
        case .noGender: "Det här är inte ett kön. Källan skriver T för alla, K för kvinnor och M för män."
        case .noStatus: "Det här är inte en status. Den är text, som ”Missing”, och tom när det finns ett värde."
        case .noTruth: "Här ska det stå true eller false."
        case .withoutKeyFigure: "Nyckeltalet saknas. Hämta sidan igen."
        case .withoutPlace: "Kommunens kod saknas. Hämta sidan igen."
        case .withoutYear: "Året saknas. Hämta sidan igen."
        case .withoutGender: "Könet saknas. Hämta sidan igen."
        case .refused: "Källan vägrade svara."
        }
    }
}

/// Reads one page in a single pass, without building its tree.
///
/// All that is taken for granted is that the bytes end in `padding` noughts: a nought is never JSON, so no loop goes past it, and eight
/// bytes can be fetched from anywhere. Keys come in any order, unknown ones are passed over, and nothing recurs: what is passed over is
/// counted in levels. A cell and an object just as the source writes them have a way of their own, since nearly all are.
struct PageReader {
    /// How many noughts must follow a page.
    static let padding = 64
    private static let levels = 32

    private(set) var at: UnsafePointer<UInt8>
    private(set) var contents = PageContents()
    /// What the source said when it refused.
    private(set) var told: String?
    private let base: UnsafePointer<UInt8>
    private let end: UnsafePointer<UInt8>
    private let powers = powersOfTen
    private let page: UInt32
    private var object = -1
    private var cell = -1
    private var key: StaticString = ""

    init(_ base: UnsafePointer<UInt8>, count: Int, page: UInt32) {
        self.base = base
        at = base
        end = base + count
        self.page = page
    }

    var path: String {
        guard object >= 0 else { return "\(key)" }
        let inner = cell >= 0 ? ".values[\(cell)]" : ""
        return "values[\(object)]\(inner)" + ("\(key)".isEmpty ? "" : ".\(key)")
    }

    mutating func read(into cells: inout [Cell]) throws(Flaw) {
        if at[0] == 0xEF, at[1] == 0xBB, at[2] == 0xBF { at += 3 }
        skipSpace()
        if at >= end { throw .empty }
        var hasValues = false
        var refusal = false
        guard at.pointee == UInt8(ascii: "{") else { throw .notPage }
        var more = try enter(UInt8(ascii: "}"))
        while more {
            switch try readKey() {
            case .values:
                key = "values"
                hasValues = true
                try readObjects(into: &cells)
            case .next:
                key = "next_url"
                contents.next = try readOptionalText()
            case .count:
                key = "count"
                contents.count = readDecimal(&at, powers).flatMap { Int(exactly: $0) }
                if contents.count == nil { try skipValue() }
            case .refusal:
                let start = at
                try skipValue()
                told = "Källan vägrade svara: \(Self.shown(start, at))"
                refusal = true
            default: try skipValue()
            }
            key = ""
            more = try another(UInt8(ascii: "}"))
        }
        skipSpace()
        if at < end { throw .afterEnd }
        guard hasValues else { throw refusal ? .refused : .notPage }
        told = nil
    }

    private static func shown(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> String {
        String(decoding: UnsafeBufferPointer(start: start, count: min(end - start, 300)), as: UTF8.self)
    }

    private mutating func readObjects(into cells: inout [Cell]) throws(Flaw) {
        guard at.pointee == UInt8(ascii: "[") else { throw .malformed }
        var more = try enter(UInt8(ascii: "]"))
        while more {
            object += 1
            key = ""
            try readObject(into: &cells)
            more = try another(UInt8(ascii: "]"))
        }
        object = -1
    }

    private mutating func readObject(into cells: inout [Cell]) throws(Flaw) {
        guard at.pointee == UInt8(ascii: "{") else { throw .malformed }
        let first = cells.count
        var keyFigure: Int?
        var place: Code?
        var year: Int?
        var isUnit = false
        var more = try enter(UInt8(ascii: "}"))
        while more {
            switch try readKey() {
            case .values:
                key = "values"
                try readCells(into: &cells)
            case .keyFigure:
                key = "kpi"
                guard let code = try readCode(), let number = KeyFigureNumber(code) else { throw .noKeyFigure }
                keyFigure = number.number
            case .place:
                key = "municipality"
                guard let code = try readCode() else { throw .noPlace }
                place = code
            case .year:
                key = "period"
                year = try readYear()
            case .unit:
                key = "ou"
                // The shape of a unit's id is of no use here, but that it is text is.
                _ = try readText()
                isUnit = true
            default: try skipValue()
            }
            more = try another(UInt8(ascii: "}"))
        }
        key = ""
        if isUnit {
            contents.units += 1
            cells.removeSubrange(first...)
            return
        }
        guard let keyFigure else { throw .withoutKeyFigure }
        guard let place else { throw .withoutPlace }
        guard let year else { throw .withoutYear }
        contents.objects += 1
        cells.withUnsafeMutableBufferPointer { buffer in
            for index in first..<buffer.count { buffer[index].place(keyFigure: keyFigure, place: place, year: year) }
        }
    }

    private mutating func readCells(into cells: inout [Cell]) throws(Flaw) {
        guard at.pointee == UInt8(ascii: "[") else { throw .malformed }
        var more = try enter(UInt8(ascii: "]"))
        while more {
            cell += 1
            key = ""
            if !readPlainCell(into: &cells) { try readCell(into: &cells) }
            more = try another(UInt8(ascii: "]"))
        }
        cell = -1
    }

    private mutating func readCell(into cells: inout [Cell]) throws(Flaw) {
        guard at.pointee == UInt8(ascii: "{") else { throw .malformed }
        var gender: Int?
        var state = CellState.value
        var value: Double?
        var isDeleted = false
        var more = try enter(UInt8(ascii: "}"))
        while more {
            switch try readKey() {
            case .gender:
                key = "gender"
                guard let code = try readCode(), let known = Gender(letter: UInt8(truncatingIfNeeded: code.bits >> 56)),
                    code.bits << 8 == 0
                else { throw .noGender }
                gender = known.index
            case .status:
                key = "status"
                state = try readStatus()
            case .value:
                key = "value"
                if isWord("null") {
                    value = nil
                } else {
                    value = readDecimal(&at, powers)
                    if value == nil { throw .noNumber }
                }
            case .deleted:
                key = "isdeleted"
                isDeleted = try readTruth()
            default: try skipValue()
            }
            more = try another(UInt8(ascii: "}"))
        }
        key = ""
        guard let gender else { throw .withoutGender }
        add(gender, state, value, isDeleted, &cells)
    }

    private mutating func add(_ gender: Int, _ state: UInt8, _ value: Double?, _ isDeleted: Bool, _ cells: inout [Cell]) {
        var state = state
        if isDeleted {
            state = CellState.deleted
            contents.deleted += 1
        } else if value == nil, state == CellState.value {
            state = Absence.missing.rawValue
        } else if value != nil, state != CellState.value {
            contents.contradictions += 1
        }
        cells.append(
            Cell(
                keyFigure: 0,
                place: Code(bits: 0),
                gender: gender,
                year: Cell.years.lowerBound,
                state: state,
                value: state == CellState.value ? value ?? 0 : 0,
                page: page
            )
        )
    }

    /// A cell exactly as the source writes it; false, and nothing read, for any other.
    @inline(__always)
    private mutating func readPlainCell(into cells: inout [Cell]) -> Bool {
        var p = at
        // {"gender":"T","count":1,"status":"","value":31.3,"isdeleted":false}
        guard Self.eight(p) == Self.word(#"{"gender"#), Self.eight(p + 3) == Self.word(#"ender":""#), p[12] == UInt8(ascii: "\""),
            let gender = Gender(letter: p[11]), Self.eight(p + 13) == Self.word(#","count""#), p[21] == UInt8(ascii: ":")
        else { return false }
        p += 22
        guard p.pointee &- UInt8(ascii: "0") < 10 else { return false }
        while p.pointee &- UInt8(ascii: "0") < 10 { p += 1 }
        guard Self.eight(p) == Self.word(#","status"#), p[8] == UInt8(ascii: "\""), p[9] == UInt8(ascii: ":"),
            p[10] == UInt8(ascii: "\"")
        else { return false }
        p += 11
        var state = CellState.value
        switch p.pointee {
        case UInt8(ascii: "\""): p += 1
        case UInt8(ascii: "M"):
            guard Self.eight(p) == Self.word(#"Missing""#) else { return false }
            state = Absence.missing.rawValue
            p += 8
        case UInt8(ascii: "P"):
            guard Self.eight(p) == Self.word(#"Privacy""#) else { return false }
            state = Absence.privacy.rawValue
            p += 8
        case UInt8(ascii: "N"):
            guard Self.eight(p) == Self.word("Not appl"), Self.eight(p + 7) == Self.word(#"licable""#) else { return false }
            state = Absence.notApplicable.rawValue
            p += 15
        default: return false
        }
        guard Self.eight(p) == Self.word(#","value""#), p[8] == UInt8(ascii: ":") else { return false }
        p += 9
        var value: Double?
        if state != CellState.value {
            guard p[0] == UInt8(ascii: "n"), p[1] == UInt8(ascii: "u"), p[2] == UInt8(ascii: "l"), p[3] == UInt8(ascii: "l")
            else {
                return false
            }
            p += 4
        } else {
            value = readDecimal(&p, powers)
            if value == nil { return false }
        }
        guard Self.eight(p) == Self.word(#","isdele"#), Self.eight(p + 8) == Self.word(#"ted":fal"#), p[16] == UInt8(ascii: "s"),
            p[17] == UInt8(ascii: "e"), p[18] == UInt8(ascii: "}")
        else { return false }
        at = p + 19
        cells.append(
            Cell(
                keyFigure: 0,
                place: Code(bits: 0),
                gender: gender.index,
                year: Cell.years.lowerBound,
                state: state,
                value: value ?? 0,
                page: page
            )
        )
        return true
    }

    // MARK: The parts of JSON

    private enum Key {
        case values, keyFigure, place, year, unit, gender, status, value, deleted, count, next, refusal, other
    }

    /// Eight bytes as a number; within the page and its padding.
    @inline(__always)
    private static func eight(_ p: UnsafePointer<UInt8>) -> UInt64 { UnsafeRawPointer(p).loadUnaligned(as: UInt64.self) }

    /// The same number of eight characters that are known beforehand.
    @inline(__always)
    private static func word(_ text: StaticString) -> UInt64 {
        UnsafeRawPointer(text.utf8Start).loadUnaligned(as: UInt64.self)
    }

    @inline(__always)
    private mutating func skipSpace() {
        while at.pointee <= 0x20 {
            switch at.pointee {
            case 0x20, 0x0A, 0x0D, 0x09: at += 1
            default: return
            }
        }
    }

    /// Goes into an object or a list; false when it is empty.
    @inline(__always)
    private mutating func enter(_ close: UInt8) throws(Flaw) -> Bool {
        at += 1
        skipSpace()
        if at.pointee == close {
            at += 1
            return false
        }
        return true
    }

    /// Whether another item follows.
    @inline(__always)
    private mutating func another(_ close: UInt8) throws(Flaw) -> Bool {
        skipSpace()
        if at.pointee == UInt8(ascii: ",") {
            at += 1
            skipSpace()
            return true
        }
        guard at.pointee == close else { throw at >= end ? .cut : .malformed }
        at += 1
        return false
    }

    /// Reads a key and goes to its value.
    @inline(__always)
    private mutating func readKey() throws(Flaw) -> Key {
        guard at.pointee == UInt8(ascii: "\"") else { throw at >= end ? .cut : .malformed }
        let start = at + 1
        var p = start
        while p.pointee >= 0x20, p.pointee != UInt8(ascii: "\""), p.pointee != UInt8(ascii: "\\") { p += 1 }
        let found: Key
        if p.pointee == UInt8(ascii: "\"") {
            found = Self.key(start, p - start)
            at = p + 1
        } else {
            var text = try readText()
            found = text.withUTF8 { utf8 in utf8.baseAddress.map { Self.key($0, utf8.count) } ?? .other }
        }
        skipSpace()
        guard at.pointee == UInt8(ascii: ":") else { throw at >= end ? .cut : .malformed }
        at += 1
        skipSpace()
        return found
    }

    @inline(__always)
    private static func key(_ start: UnsafePointer<UInt8>, _ count: Int) -> Key {
        func isKey(_ text: StaticString) -> Bool {
            guard count == text.utf8CodeUnitCount else { return false }
            for index in 0..<count where start[index] != text.utf8Start[index] { return false }
            return true
        }
        switch count {
        case 2: return isKey("ou") ? .unit : .other
        case 3: return isKey("kpi") ? .keyFigure : .other
        case 5: return isKey("value") ? .value : isKey("count") ? .count : isKey("error") ? .refusal : .other
        case 6:
            return isKey("gender")
                ? .gender
                : isKey("status")
                    ? .status
                    : isKey("values")
                        ? .values
                        : isKey("period")
                            ? .year
                            : isKey("detail") ? .refusal : .other
        case 8: return isKey("next_url") ? .next : .other
        case 9: return isKey("isdeleted") ? .deleted : isKey("next_page") ? .next : .other
        case 10: return isKey("is_deleted") ? .deleted : .other
        case 12: return isKey("municipality") ? .place : .other
        default: return .other
        }
    }

    /// A text of at most eight letters and figures; nil, where it began, for anything else.
    @inline(__always)
    private mutating func readCode() throws(Flaw) -> Code? {
        guard at.pointee == UInt8(ascii: "\"") else { return nil }
        var p = at + 1
        var bits: UInt64 = 0
        var count: UInt64 = 0
        while p.pointee != UInt8(ascii: "\"") {
            guard count < 8, Code.isAllowed(p.pointee) else {
                let start = at
                guard let code = Code(try readText()) else {
                    at = start
                    return nil
                }
                return code
            }
            bits = bits << 8 | UInt64(p.pointee)
            count += 1
            p += 1
        }
        guard count > 0 else { return nil }
        at = p + 1
        return Code(bits: bits << (8 * (8 - count)))
    }

    /// A year as a number or as text.
    @inline(__always)
    private mutating func readYear() throws(Flaw) -> Int {
        let start = at
        let isText = at.pointee == UInt8(ascii: "\"")
        if isText { at += 1 }
        guard let number = readDecimal(&at, powers), let year = Int(exactly: number), Cell.years.contains(year) else {
            at = start
            throw .noYear
        }
        if isText {
            guard at.pointee == UInt8(ascii: "\"") else { throw .noYear }
            at += 1
        }
        return year
    }

    private mutating func readStatus() throws(Flaw) -> UInt8 {
        if isWord("null") { return CellState.value }
        guard at.pointee == UInt8(ascii: "\"") else { throw .noStatus }
        let status = try readText()
        if let known = Absence.state(status) { return known }
        if contents.otherStatuses.count < 100 || contents.otherStatuses[status] != nil {
            contents.otherStatuses[String(status.prefix(100)), default: 0] += 1
        }
        return Absence.other.rawValue
    }

    /// True or false, or 1 or 0 as the older version had it.
    private mutating func readTruth() throws(Flaw) -> Bool {
        if isWord("false") || isWord("null") { return false }
        if isWord("true") { return true }
        switch (at[0], at[1]) {
        case (UInt8(ascii: "0"), let next) where Self.endsNumber(next):
            at += 1
            return false
        case (UInt8(ascii: "1"), let next) where Self.endsNumber(next):
            at += 1
            return true
        default: throw .noTruth
        }
    }

    private static func endsNumber(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }

    private mutating func isWord(_ word: StaticString) -> Bool {
        for index in 0..<word.utf8CodeUnitCount where at[index] != word.utf8Start[index] { return false }
        at += word.utf8CodeUnitCount
        return true
    }

    private mutating func readOptionalText() throws(Flaw) -> String? {
        if isWord("null") { return nil }
        return try readText()
    }

    /// A text with its escapes undone.
    private mutating func readText() throws(Flaw) -> String {
        guard at.pointee == UInt8(ascii: "\"") else { throw at >= end ? .cut : .malformed }
        at += 1
        var bytes: [UInt8] = []
        while at.pointee != UInt8(ascii: "\"") {
            if at >= end { throw .cut }
            if at.pointee < 0x20 { throw .malformed }
            if at.pointee != UInt8(ascii: "\\") {
                bytes.append(at.pointee)
                at += 1
                continue
            }
            at += 1
            switch at.pointee {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(at.pointee)
            case UInt8(ascii: "b"): bytes.append(8)
            case UInt8(ascii: "f"): bytes.append(12)
            case UInt8(ascii: "n"): bytes.append(10)
            case UInt8(ascii: "r"): bytes.append(13)
            case UInt8(ascii: "t"): bytes.append(9)
            case UInt8(ascii: "u"):
                at += 1
                let scalar = try readScalar()
                bytes += Array(String(Character(scalar)).utf8)
                continue
            default: throw at >= end ? .cut : .malformed
            }
            at += 1
        }
        at += 1
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .badText }
        return text
    }

    /// The character of '\uXXXX', or of two such.
    private mutating func readScalar() throws(Flaw) -> Unicode.Scalar {
        let first = try readUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, at[0] == UInt8(ascii: "\\"), at[1] == UInt8(ascii: "u") else { throw .badText }
        at += 2
        let second = try readUnit()
        guard (0xDC00...0xDFFF).contains(second), let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + second - 0xDC00)
        else {
            throw .badText
        }
        return scalar
    }

    private mutating func readUnit() throws(Flaw) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let figure = Character(Unicode.Scalar(at.pointee)).hexDigitValue else { throw at >= end ? .cut : .malformed }
            unit = unit << 4 | UInt32(figure)
            at += 1
        }
        return unit
    }

    /// Goes past a value of any shape.
    private mutating func skipValue() throws(Flaw) {
        /// A bit for each level that we are in, the lowest for the innermost: 1 for an object.
        var isObject: UInt32 = 0
        var level = 0
        while true {
            skipSpace()
            var isOpen = false
            switch at.pointee {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard level < Self.levels else { throw .tooDeep }
                let object = at.pointee == UInt8(ascii: "{")
                if try enter(object ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    isObject = isObject << 1 | (object ? 1 : 0)
                    level += 1
                    isOpen = true
                    if object { _ = try readKey() }
                }
            case UInt8(ascii: "\""): try skipText()
            case UInt8(ascii: "t"): guard isWord("true") else { throw .malformed }
            case UInt8(ascii: "f"): guard isWord("false") else { throw .malformed }
            case UInt8(ascii: "n"): guard isWord("null") else { throw .malformed }
            default: try skipNumber()
            }
            if isOpen { continue }
            while level > 0 {
                let object = isObject & 1 == 1
                if try another(object ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    if object { _ = try readKey() }
                    isOpen = true
                    break
                }
                isObject >>= 1
                level -= 1
            }
            if !isOpen { return }
        }
    }

    private mutating func skipText() throws(Flaw) {
        _ = try readText()
    }

    private mutating func skipNumber() throws(Flaw) {
        guard at.pointee == UInt8(ascii: "-") || at.pointee &- UInt8(ascii: "0") < 10 else { throw at >= end ? .cut : .malformed }
        // What a number is too large for is no matter here.
        let start = at
        if readDecimal(&at, powers) == nil, at == start { throw .malformed }
    }
}

extension Absence {
    /// What a status of the source says; nil for one that we don't know.
    static func state(_ status: String) -> UInt8? {
        switch status {
        case "": CellState.value
        case "Missing": Absence.missing.rawValue
        case "Not applicable": Absence.notApplicable.rawValue
        case "Privacy": Absence.privacy.rawValue
        default: nil
        }
    }
}
