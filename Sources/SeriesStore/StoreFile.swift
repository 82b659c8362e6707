import CZlib
import Glibc
package import Statistics
import Synchronization

/// Why a store can't be read or written.
///
/// Its text is for a person and says what to do.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The system refused something.
    case system(path: String, errno: Int32)
    /// The file isn't a store, or another version's.
    case notStore(path: String, reason: String)
    /// What stands in the file is not what was written.
    case damaged(path: String, part: String)
    /// Another process is writing the store at this moment.
    case busy(path: String)
    /// A value that isn't a finite number reached the writer.
    case notFinite(keyFigure: String)

    package var description: String {
        switch self {
        case .system(let path, let number):
            "Det gick inte att läsa eller skriva \(path): \(String(cString: strerror(number))). Kontrollera rättigheter och ledigt utrymme."
        case .notStore(let path, let reason):
            "\(path) är inte en fil med jämförelsetal som det här programmet kan läsa: \(reason)"
        case .damaged(let path, let part):
            "\(path) är skadad (\(part)). Läs tillbaka filen från en säkerhetskopia, eller hämta jämförelsetalen igen."
        case .busy(let path): "Jämförelsetalen i \(path) skrivs just nu av någon annan. Försök igen om en stund."
        case .notFinite(let keyFigure): "Ett värde för \(keyFigure) är inget tal och kan inte sparas. Inget är ändrat."
        }
    }
}

/// A file's bytes in memory, given back when nobody reads them any more.
///
/// The file is never written in place: a new one takes its name, and whoever has this one goes on reading what was.
///
/// Unchecked since the compiler can't know that the bytes behind the pointer are never written.
final class Mapping: @unchecked Sendable {
    let base: UnsafePointer<UInt8>
    let count: Int

    init(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path: path, errno: errno) }
        count = Int(status.st_size)
        guard count > 0 else { throw .notStore(path: path, reason: "Den är tom.") }
        guard let address = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), address != MAP_FAILED else {
            throw .system(path: path, errno: errno)
        }
        base = UnsafePointer(address.assumingMemoryBound(to: UInt8.self))
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), count) }

    func checksum(_ range: Range<Int>) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32_z(0, base + range.lowerBound, range.count))
    }

    @inline(__always)
    func load<Number: FixedWidthInteger>(_ offset: Int, as type: Number.Type = Number.self) -> Number {
        Number(littleEndian: UnsafeRawPointer(base + offset).loadUnaligned(as: Number.self))
    }
}

/// Where the values of a key figure came from.
package struct Vintage: Hashable, Sendable {
    /// Who gave them out: 'Kolada'.
    package var source: String
    /// When they were fetched, as a day or a moment in ISO 8601.
    package var fetched: String
    /// The file or address that the last of them was read from; empty when there were many.
    package var file: String

    /// A vintage with those facts.
    package init(source: String, fetched: String, file: String = "") {
        self.source = source
        self.fetched = fetched
        self.file = file
    }
}

/// The values of one key figure and gender as one matrix: a row a place, a column a year.
package struct PanelValues: Sendable {
    /// The codes of the rows, in order.
    package let places: [String]
    package let years: Range<Int>
    /// Row by row; not a number where there is none.
    package let values: [Double]
    /// Row by row; what stands beside a value says nothing.
    package let absences: [Absence]
}

/// How the file begins, and where the parts of its head lie.
enum FileHead {
    static let magic: [UInt8] = Array("SMVKTAL\n".utf8)
    static let version: UInt32 = 1
    static let length = 64
    /// Noughts after the last block, so that eight bytes can be fetched from wherever a row ends.
    static let padding = 8
    static let entryLength = 56
}

/// What the directory says of a key figure.
struct Entry {
    var keyFigure: Code
    var offset: Int
    var length: Int
    var checksum: UInt32
    /// Which of the lists of places are its rows.
    var list: Int
    var firstYear: Int
    var yearCount: Int
    /// A bit a gender, the lowest for all.
    var genders: UInt8
    var source: Int
    var fetched: Int
    var file: Int
    /// How many cells the source speaks of.
    var cells: Int
    /// How many of them have a value.
    var values: Int

    var genderCount: Int { genders.nonzeroBitCount }

    /// Which of the block's parts holds a gender; nil when none does.
    func part(of gender: Gender) -> Int? {
        let bit = UInt8(1) << UInt8(gender.index)
        return genders & bit == 0 ? nil : (genders & (bit - 1)).nonzeroBitCount
    }
}

/// A store of series on the disk, mapped into memory.
///
/// Opening reads the directory alone. A key figure's block is checked against its checksum the first time that it is used; one that
/// doesn't agree is told by `damaged` and has no series, never wrong ones. The form is told in docs/series-format.md.
package final class StoreFile: SeriesSource {
    package let path: String
    package let keyFigures: [KeyFigure.ID]
    let mapping: Mapping
    let entries: [Entry]
    let lists: [[Code]]
    private let strings: [String]
    private let indices: [KeyFigure.ID: Int]
    /// What is known of each block: not looked at, whole, or not.
    private let checked: Mutex<[BlockState]>

    private enum BlockState: UInt8 { case unknown, whole, damaged }

    /// Opens a store.
    ///
    /// - Parameter path: the file.
    /// - Throws: when it can't be read, isn't a store of this version, or its head or directory don't agree with their checksums.
    package init(open path: String) throws(StoreError) {
        self.path = path
        mapping = try Mapping(path)
        let directory = try Directory(mapping, path)
        entries = directory.entries
        lists = directory.lists
        strings = directory.strings
        keyFigures = directory.keyFigures
        indices = Dictionary(directory.keyFigures.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
        checked = Mutex(Array(repeating: .unknown, count: directory.entries.count))
    }

    // MARK: What there is

    /// How many cells the sources speak of.
    package var cellCount: Int { entries.reduce(0) { $0 + $1.cells } }

    /// How many of them have a value.
    package var valueCount: Int { entries.reduce(0) { $0 + $1.values } }

    package var byteCount: Int { mapping.count }

    /// Key figures whose block was found not to be as it was written.
    package var damaged: [KeyFigure.ID] {
        checked.withLock { states in states.indices.filter { states[$0] == .damaged }.map { keyFigures[$0] } }
    }

    /// Where a key figure's values came from; nil when there are none.
    package func vintage(of keyFigure: KeyFigure.ID) -> Vintage? {
        indices[keyFigure].map { vintage(at: $0) }
    }

    func vintage(at index: Int) -> Vintage {
        let entry = entries[index]
        return Vintage(source: strings[entry.source], fetched: strings[entry.fetched], file: strings[entry.file])
    }

    /// The years from the first that the source speaks of to the last; nil when there is nothing about the key figure.
    package func years(of keyFigure: KeyFigure.ID) -> Range<Int>? {
        indices[keyFigure].map { entries[$0].firstYear..<entries[$0].firstYear + entries[$0].yearCount }
    }

    package func places(of keyFigure: KeyFigure.ID) -> [String] {
        indices[keyFigure].map { lists[entries[$0].list].map(\.description) } ?? []
    }

    package func genders(of keyFigure: KeyFigure.ID) -> [Gender] {
        guard let index = indices[keyFigure] else { return [] }
        return Gender.allCases.filter { entries[index].part(of: $0) != nil }
    }

    /// Checks every block against its checksum, so that `damaged` has all that are.
    package func lookThrough() { inParallel(entries.count) { _ = self.isWhole($0) } }

    /// Checks every block against its checksum.
    ///
    /// - Throws: what is damaged, when something is.
    package func verify() throws(StoreError) {
        lookThrough()
        let damaged = damaged
        guard damaged.isEmpty else {
            throw .damaged(path: path, part: damaged.prefix(10).map(\.description).joined(separator: ", "))
        }
    }

    func index(of keyFigure: KeyFigure.ID) -> Int? { indices[keyFigure] }

    /// Whether a block is as it was written.
    func isWhole(_ index: Int) -> Bool {
        let known = checked.withLock { $0[index] }
        if known != .unknown { return known == .whole }
        let entry = entries[index]
        let isWhole = mapping.checksum(entry.offset..<entry.offset + entry.length) == entry.checksum
        checked.withLock { $0[index] = isWhole ? .whole : .damaged }
        return isWhole
    }

    private func tellDamage(_ index: Int) { checked.withLock { $0[index] = .damaged } }

    // MARK: Series

    package func series(_ keyFigure: KeyFigure.ID, _ gender: Gender, in place: String) -> Series? {
        guard let index = indices[keyFigure], let code = Code(place), let row = lists[entries[index].list].position(of: code)
        else {
            return nil
        }
        return withRows(of: index, gender) { rows in
            let count = rows.yearCount
            var states = [UInt8](repeating: CellState.silent, count: count)
            var isRead = false
            let values = [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
                guard let base = buffer.baseAddress else { return }
                isRead = states.withUnsafeMutableBufferPointer { states in
                    guard let states = states.baseAddress else { return false }
                    return rows.skip(row) && rows.decode(values: base, states: states)
                }
                if !isRead { base.initialize(repeating: .nan, count: count) }
                initialized = count
            }
            guard isRead else { return nil }
            if states.allSatisfy({ $0 == CellState.silent }) { return .some(.none) }
            return Series(firstYear: entries[index].firstYear, values: values, absences: states.map { CellState.absence($0) })
        } ?? nil
    }

    /// All places' values of some years, as one matrix.
    ///
    /// - Parameters:
    ///   - keyFigure: what is measured.
    ///   - gender: whom the values are about.
    ///   - years: the columns; when left out, all that the source speaks of. Years that it doesn't speak of are silent.
    /// - Returns: nil when the key figure has nothing of that gender.
    package func panel(of keyFigure: KeyFigure.ID, _ gender: Gender = .total, years: Range<Int>? = nil) -> PanelValues? {
        guard let index = indices[keyFigure] else { return nil }
        let entry = entries[index]
        let known = entry.firstYear..<entry.firstYear + entry.yearCount
        let years = years ?? known
        let common = years.clamped(to: known)
        let list = lists[entry.list]
        var values = [Double](repeating: .nan, count: list.count * years.count)
        var absences = [Absence](repeating: .silent, count: list.count * years.count)
        let isRead: Bool? = withRows(of: index, gender) { rows in
            let row = UnsafeMutablePointer<Double>.allocate(capacity: entry.yearCount)
            let states = UnsafeMutablePointer<UInt8>.allocate(capacity: entry.yearCount)
            defer {
                row.deallocate()
                states.deallocate()
            }
            for place in list.indices {
                guard rows.decode(values: row, states: states) else { return nil }
                for year in common {
                    let (from, to) = (year - entry.firstYear, place * years.count + year - years.lowerBound)
                    values[to] = row[from]
                    absences[to] = CellState.absence(states[from])
                }
            }
            return true
        }
        guard isRead != nil else { return nil }
        return PanelValues(places: list.map(\.description), years: years, values: values, absences: absences)
    }

    /// Lets a block's rows of one gender be read one after the other; nil when there are none, or when they can't be read.
    func withRows<Result>(of index: Int, _ gender: Gender, _ read: (inout Rows) -> Result?) -> Result? {
        guard let part = entries[index].part(of: gender), isWhole(index) else { return nil }
        guard var rows = Rows(self, index, part: part), let result = read(&rows) else {
            tellDamage(index)
            return nil
        }
        return result
    }

    /// The rows of one gender in a block, from the first on.
    struct Rows {
        let placeCount: Int
        let yearCount: Int
        private var length: UnsafePointer<UInt8>
        private var row: UnsafePointer<UInt8>
        private let end: UnsafePointer<UInt8>
        private var rest: Int
        private let powers = powersOfTen
        /// Keeps the bytes for as long as they are read.
        private let mapping: Mapping

        /// The rows of a block's part; nil when the block can't hold them.
        init?(_ file: StoreFile, _ index: Int, part: Int) {
            let entry = file.entries[index]
            mapping = file.mapping
            placeCount = file.lists[entry.list].count
            yearCount = entry.yearCount
            var start = entry.offset + 4 * entry.genderCount
            let limit = entry.offset + entry.length
            for earlier in 0..<part { start += Int(file.mapping.load(entry.offset + 4 * earlier, as: UInt32.self)) }
            let size = Int(file.mapping.load(entry.offset + 4 * part, as: UInt32.self))
            guard start + size <= limit, 2 * placeCount <= size else { return nil }
            length = file.mapping.base + start
            row = file.mapping.base + start + 2 * placeCount
            end = file.mapping.base + start + size
            rest = placeCount
        }

        @inline(__always)
        private mutating func next() -> Int? {
            guard rest > 0 else { return nil }
            let count = Int(UInt16(littleEndian: UnsafeRawPointer(length).loadUnaligned(as: UInt16.self)))
            guard count <= end - row else { return nil }
            rest -= 1
            length += 2
            return count
        }

        /// Goes past some rows; false when they aren't there.
        mutating func skip(_ count: Int) -> Bool {
            for _ in 0..<count {
                guard let length = next() else { return false }
                row += length
            }
            return true
        }

        /// Reads the next row; false when it can't be read.
        @inline(__always)
        mutating func decode(values: UnsafeMutablePointer<Double>, states: UnsafeMutablePointer<UInt8>) -> Bool {
            guard let length = next() else { return false }
            defer { row += length }
            return RowCoding.decode(row, length: length, count: yearCount, values: values, states: states, powers: powers)
        }
    }
}

extension [Code] {
    /// Where a code stands among sorted codes.
    func position(of code: Code) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < count && self[low] == code ? low : nil
    }
}

/// The directory as it stands in a file.
private struct Directory {
    var strings: [String] = []
    var lists: [[Code]] = []
    var entries: [Entry] = []
    var keyFigures: [KeyFigure.ID] = []

    init(_ mapping: Mapping, _ path: String) throws(StoreError) {
        guard mapping.count >= FileHead.length, (0..<8).allSatisfy({ mapping.base[$0] == FileHead.magic[$0] }) else {
            throw .notStore(path: path, reason: "Den börjar inte som en sådan.")
        }
        let version = mapping.load(8, as: UInt32.self)
        guard version == FileHead.version else {
            throw .notStore(path: path, reason: "Den har version \(version), och programmet läser version \(FileHead.version).")
        }
        guard mapping.checksum(0..<60) == mapping.load(60, as: UInt32.self),
            mapping.load(40, as: UInt64.self) == UInt64(mapping.count)
        else { throw .damaged(path: path, part: "huvudet") }
        // Too large a number becomes a negative one here, which is then refused.
        let start = Int(truncatingIfNeeded: mapping.load(16, as: UInt64.self))
        let length = Int(truncatingIfNeeded: mapping.load(24, as: UInt64.self))
        guard start >= FileHead.length + FileHead.padding, length >= 0, start <= mapping.count - length,
            mapping.checksum(start..<start + length) == mapping.load(32, as: UInt32.self)
        else { throw .damaged(path: path, part: "förteckningen") }
        var bytes = DirectoryBytes(mapping, start..<start + length)
        guard read(&bytes, count: Int(mapping.load(36, as: UInt32.self)), blocks: FileHead.length...start - FileHead.padding)
        else {
            throw .damaged(path: path, part: "förteckningen")
        }
    }

    private mutating func read(_ bytes: inout DirectoryBytes, count: Int, blocks: ClosedRange<Int>) -> Bool {
        for _ in 0..<(bytes.number(UInt32.self) ?? 0) {
            guard let text = bytes.number(UInt16.self).flatMap({ bytes.text($0) }) else { return false }
            strings.append(text)
        }
        for _ in 0..<(bytes.number(UInt32.self) ?? 0) {
            guard let count = bytes.number(UInt32.self), count * 8 <= bytes.rest else { return false }
            lists.append((0..<count).map { _ in Code(bits: UInt64(bitPattern: Int64(bytes.number(UInt64.self) ?? 0))) })
        }
        guard bytes.rest == count * FileHead.entryLength else { return false }
        for _ in 0..<count {
            guard let entry = bytes.entry(), let id = KeyFigure.ID(entry.keyFigure.description), entry.genders < 8,
                entry.genders > 0,
                entry.offset >= blocks.lowerBound, entry.length >= 4 * entry.genderCount,
                entry.length <= blocks.upperBound - entry.offset, entry.list < lists.count, entry.yearCount > 0,
                Cell.years.contains(entry.firstYear), entry.yearCount <= Cell.years.count, entry.source < strings.count,
                entry.fetched < strings.count, entry.file < strings.count
            else { return false }
            entries.append(entry)
            keyFigures.append(id)
        }
        return true
    }
}

/// The directory's bytes, read from the front.
private struct DirectoryBytes {
    private let mapping: Mapping
    private var range: Range<Int>

    init(_ mapping: Mapping, _ range: Range<Int>) {
        self.mapping = mapping
        self.range = range
    }

    var rest: Int { range.count }

    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) -> Int? {
        let size = MemoryLayout<Number>.size
        guard range.count >= size else { return nil }
        let number = mapping.load(range.lowerBound, as: Number.self)
        range = range.lowerBound + size..<range.upperBound
        return Int(truncatingIfNeeded: number)
    }

    mutating func text(_ count: Int) -> String? {
        guard range.count >= count else { return nil }
        let text = String(decoding: UnsafeBufferPointer(start: mapping.base + range.lowerBound, count: count), as: UTF8.self)
        range = range.lowerBound + count..<range.upperBound
        return text
    }

    mutating func entry() -> Entry? {
        guard range.count >= FileHead.entryLength else { return nil }
        func next<Number: FixedWidthInteger>(_ type: Number.Type) -> Int { number(type) ?? 0 }
        return Entry(
            keyFigure: Code(bits: UInt64(bitPattern: Int64(next(UInt64.self)))),
            offset: next(UInt64.self),
            length: next(UInt32.self),
            checksum: UInt32(next(UInt32.self)),
            list: next(UInt32.self),
            firstYear: next(UInt16.self),
            yearCount: next(UInt16.self),
            genders: UInt8(truncatingIfNeeded: next(UInt32.self)),
            source: next(UInt32.self),
            fetched: next(UInt32.self),
            file: next(UInt32.self),
            cells: next(UInt32.self),
            values: next(UInt32.self)
        )
    }
}
