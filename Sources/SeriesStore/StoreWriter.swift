import CZlib
import Glibc
import Statistics

/// Writes a store's file anew, beside the one there is, and puts it in its place when the disk has it.
///
/// Whatever happens on the way, the name stands for a whole file: the old one until the renaming, the new one after it.
struct StoreWriter: ~Copyable {
    /// Told before each step that touches the disk, with the bytes written so far; what it throws ends the writing there, as a full disk or
    /// a killed process would.
    typealias Watch = (_ step: Step, _ written: Int) throws -> Void

    enum Step: CaseIterable { case write, head, synchronize, rename, synchronizeFolder }

    private let path: String
    private let partial: String
    private let descriptor: Int32
    private let watch: Watch?
    private var buffer: [UInt8] = []
    private var offset = FileHead.length
    private var entries: [Entry] = []
    private var lists = Numbered<[Code]>()
    private var strings = Numbered<String>()

    /// Begins a file beside the one of that name.
    init(_ path: String, watch: Watch? = nil) throws(StoreError) {
        self.path = path
        self.watch = watch
        partial = path + ".new"
        // What an earlier attempt left behind is of no use to anybody.
        unlink(partial)
        descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .system(path: partial, errno: errno) }
        buffer.reserveCapacity(1 << 20)
    }

    deinit { close(descriptor) }

    /// Adds a key figure; they come in the order of their codes.
    mutating func add(_ block: EncodedBlock, _ vintage: Vintage) throws {
        let entry = Entry(
            keyFigure: block.keyFigure,
            offset: offset,
            length: block.bytes.count,
            checksum: block.checksum,
            list: lists.number(block.places),
            firstYear: block.firstYear,
            yearCount: block.yearCount,
            genders: block.genders,
            source: strings.number(vintage.source),
            fetched: strings.number(vintage.fetched),
            file: strings.number(vintage.file),
            cells: block.cells,
            values: block.values
        )
        entries.append(entry)
        try append(block.bytes)
    }

    /// Takes a key figure over from another store as it is.
    mutating func copy(_ index: Int, from file: StoreFile) throws {
        var entry = file.entries[index]
        guard file.isWhole(index) else { throw StoreError.damaged(path: file.path, part: entry.keyFigure.description) }
        let vintage = file.vintage(at: index)
        let bytes = UnsafeBufferPointer(start: file.mapping.base + entry.offset, count: entry.length)
        entry.offset = offset
        entry.list = lists.number(file.lists[entry.list])
        entry.source = strings.number(vintage.source)
        entry.fetched = strings.number(vintage.fetched)
        entry.file = strings.number(vintage.file)
        entries.append(entry)
        try append(bytes)
    }

    /// Writes the directory and the head, and gives the file its name when all is on the disk.
    mutating func finish() throws {
        try append([UInt8](repeating: 0, count: FileHead.padding))
        let start = offset
        let directory = directory()
        try append(directory)
        try flush()
        var head: [UInt8] = FileHead.magic
        head.add(FileHead.version)
        head.add(UInt32(0))
        head.add(UInt64(start))
        head.add(UInt64(directory.count))
        head.add(UInt32(truncatingIfNeeded: crc32_z(0, directory, directory.count)))
        head.add(UInt32(entries.count))
        head.add(UInt64(offset))
        head += [UInt8](repeating: 0, count: 60 - head.count)
        head.add(UInt32(truncatingIfNeeded: crc32_z(0, head, head.count)))
        try watch?(.head, offset)
        try write(head, at: 0)
        try watch?(.synchronize, offset)
        guard fsync(descriptor) == 0 else { throw StoreError.system(path: partial, errno: errno) }
        try watch?(.rename, offset)
        let folder = StatisticsFolder(path: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
        folder.makeLater(partial, than: folder.vintage)
        guard rename(partial, path) == 0 else { throw StoreError.system(path: path, errno: errno) }
        try watch?(.synchronizeFolder, offset)
        try synchronizeFolder(of: path)
    }

    /// Takes back what is written.
    consuming func abandon() { unlink(partial) }

    private func directory() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.add(UInt32(strings.all.count))
        for text in strings.all {
            let utf8 = text.utf8.prefix(Int(UInt16.max))
            bytes.add(UInt16(utf8.count))
            bytes += utf8
        }
        bytes.add(UInt32(lists.all.count))
        for list in lists.all {
            bytes.add(UInt32(list.count))
            for code in list { bytes.add(code.bits) }
        }
        for entry in entries {
            bytes.add(entry.keyFigure.bits)
            bytes.add(UInt64(entry.offset))
            bytes.add(UInt32(entry.length))
            bytes.add(entry.checksum)
            bytes.add(UInt32(entry.list))
            bytes.add(UInt16(entry.firstYear))
            bytes.add(UInt16(entry.yearCount))
            bytes.add(UInt32(entry.genders))
            bytes.add(UInt32(entry.source))
            bytes.add(UInt32(entry.fetched))
            bytes.add(UInt32(entry.file))
            bytes.add(UInt32(entry.cells))
            bytes.add(UInt32(entry.values))
        }
        return bytes
    }

    private mutating func append(_ bytes: some Collection<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        offset += bytes.count
        if buffer.count >= 1 << 20 { try flush() }
    }

    private mutating func flush() throws {
        try watch?(.write, offset)
        try write(buffer, at: offset - buffer.count)
        buffer.removeAll(keepingCapacity: true)
    }

    private func write(_ bytes: [UInt8], at place: Int) throws {
        try bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, place + done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { throw StoreError.system(path: partial, errno: errno) }
                done += count
            }
        }
    }
}

/// A file's name belongs to its folder: it is durable when the folder is.
func synchronizeFolder(of path: String) throws(StoreError) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path: folder, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(path: folder, errno: errno) }
}

/// Things by the numbers that they are given when they are first met.
private struct Numbered<Element: Hashable> {
    private(set) var all: [Element] = []
    private var numbers: [Element: Int] = [:]

    mutating func number(_ element: Element) -> Int {
        if let number = numbers[element] { return number }
        numbers[element] = all.count
        all.append(element)
        return all.count - 1
    }
}

extension [UInt8] {
    fileprivate mutating func add(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
