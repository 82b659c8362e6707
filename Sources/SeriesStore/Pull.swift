import Glibc
import Statistics
import Synchronization

/// Everything that is wrong in what was to be read, the first of it at least.
package struct PullFaults: Error, Sendable, CustomStringConvertible {
    /// How many faults are kept; more are only counted.
    static let limit = 20

    package let faults: [PageFault]
    /// How many there were in all.
    package let count: Int

    package var description: String {
        faults.map(\.description).joined(separator: "\n")
            + (count > faults.count ? "\n… och \(count - faults.count) fel till." : "")
    }
}

/// What a fetch or an import brings, read but not yet in any store.
///
/// The cells lie parted by key figure. When they are more than the memory that they may have, they lie in a file without a name, which
/// the system takes away when the process ends in whatever way.
package final class Pull: Sendable {
    /// How many key figures share a part: large enough for few parts, small enough for one part in memory.
    private static let partShift = 9
    static let partCount = (KeyFigureNumber.count - 1) >> partShift + 1

    /// What the pages hold, taken together.
    package let contents: PageContents
    /// The names of the pages that the pieces are of, by the numbers that the cells carry.
    private let names: [String]
    private let parts: [[[Cell]]]
    private let spill: Spill?

    private init(contents: PageContents, names: [String], parts: [[[Cell]]], spill: Spill?) {
        self.contents = contents
        self.names = names
        self.parts = parts
        self.spill = spill
    }

    /// Reads pages, on all cores.
    ///
    /// A page in JSON is an answer of the source's interface; anything else is a table with a header row. When the same cell is in
    /// several pages, the one in the last of them counts.
    ///
    /// - Parameters:
    ///   - pages: saved or in memory.
    ///   - spillFolder: where what doesn't fit in memory may lie meanwhile.
    ///   - memory: how many bytes the cells may take before that.
    ///   - progress: told how many pages are read, and of how many.
    /// - Returns: all that the pages bring.
    /// - Throws: `PullFaults` when anything in any page is wrong: then nothing has been read; `StoreError` when a file can't be read.
    package static func read(
        _ pages: [Page],
        spillFolder: String,
        memory: Int = 256 << 20,
        progress: (@Sendable (Int, Int) -> Void)? = nil
    ) throws -> Pull {
        try read(pages, spillFolder: spillFolder, memory: memory, pieceSize: 4 << 20, progress: progress)
    }

    static func read(
        _ pages: [Page],
        spillFolder: String,
        memory: Int,
        pieceSize: Int,
        progress: (@Sendable (Int, Int) -> Void)?
    ) throws -> Pull {
        let pieces = try Piece.all(of: pages, size: pieceSize)
        let spill = Spill(folder: spillFolder)
        let gathered = Mutex(Gathered())
        let limit = memory / coreCount / MemoryLayout<Cell>.stride
        inParallel(pieces.count) { next in
            var worker = Worker(limit: limit, spill: spill)
            while let index = next() {
                // Once something is wrong nothing will be kept, but the other faults are worth knowing, to a limit.
                if gathered.withLock({ $0.error != nil || $0.faultCount >= PullFaults.limit }) { break }
                let piece = pieces[index]
                do {
                    try worker.read(piece, number: UInt32(index), pages[piece.page])
                } catch let fault as PageFault {
                    gathered.withLock { $0.add(fault, piece: index) }
                } catch {
                    gathered.withLock { $0.error = $0.error ?? error }
                }
                if let progress, piece.isLast { progress(gathered.withLock { $0.countPage() }, pages.count) }
            }
            gathered.withLock {
                $0.parts.append(worker.parts)
                $0.contents.add(worker.contents)
            }
        }
        let all = gathered.withLock { $0 }
        if let error = all.error { throw error }
        if all.faultCount > 0 {
            throw PullFaults(faults: all.faults.sorted { $0.piece < $1.piece }.map(\.fault), count: all.faultCount)
        }
        var contents = all.contents
        if pages.count != 1 { contents.next = nil }
        return Pull(contents: contents, names: pieces.map { pages[$0.page].name }, parts: all.parts, spill: spill)
    }

    /// What the page is called that some pieces are all of; nil when they are of several.
    func name(from first: UInt32, to last: UInt32) -> String? {
        guard first > 0, first <= last, last <= names.count else { return nil }
        let name = names[Int(first) - 1]
        return names[Int(last) - 1] == name ? name : nil
    }

    /// The cells of a part, key figure by key figure, and where each begins.
    func cells(ofPart part: Int) throws(StoreError) -> (cells: [Cell], keyFigures: [(number: Int, range: Range<Int>)]) {
        let pieces = try parts.map { $0[part] } + (spill?.read(part) ?? [])
        if pieces.allSatisfy(\.isEmpty) { return ([], []) }
        var starts = [Int](repeating: 0, count: 1 << Self.partShift + 1)
        let mask = 1 << Self.partShift - 1
        for piece in pieces { for cell in piece { starts[cell.keyFigure & mask + 1] += 1 } }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        var ranges: [(Int, Range<Int>)] = []
        for index in 0...mask where starts[index] < starts[index + 1] {
            ranges.append((part << Self.partShift | index, starts[index]..<starts[index + 1]))
        }
        let total = starts[mask + 1]
        let cells = [Cell](unsafeUninitializedCapacity: total) { buffer, initialized in
            for piece in pieces {
                for cell in piece {
                    let index = cell.keyFigure & mask
                    buffer.initializeElement(at: starts[index], to: cell)
                    starts[index] += 1
                }
            }
            initialized = total
        }
        return (cells, ranges)
    }

    /// A page, or a part of a large one, that one worker reads at a time.
    fileprivate struct Piece: Sendable {
        enum Kind { case page, table }
        var page: Int
        var kind: Kind
        /// The bytes of a table whose lines begin here.
        var range: Range<Int>
        var isLast: Bool

        /// The pieces of some pages, in order.
        static func all(of pages: [Page], size most: Int) throws(StoreError) -> [Piece] {
            var pieces: [Piece] = []
            for (index, page) in pages.enumerated() {
                let (kind, size) = try page.kind()
                if kind == .page || size <= most {
                    pieces.append(Piece(page: index, kind: kind, range: 0..<size, isLast: true))
                    continue
                }
                for start in stride(from: 0, to: size, by: most) {
                    let end = min(start + most, size)
                    pieces.append(Piece(page: index, kind: kind, range: start..<end, isLast: end == size))
                }
            }
            return pieces
        }
    }

    private struct Gathered {
        var parts: [[[Cell]]] = []
        var contents = PageContents()
        var faults: [(piece: Int, fault: PageFault)] = []
        var faultCount = 0
        var error: (any Error)?
        private var pageCount = 0

        mutating func add(_ fault: PageFault, piece: Int) {
            faultCount += 1
            if faults.count < PullFaults.limit { faults.append((piece, fault)) }
        }

        mutating func countPage() -> Int {
            pageCount += 1
            return pageCount
        }
    }

    /// What one core has read.
    private struct Worker {
        private(set) var parts: [[Cell]] = Array(repeating: [], count: Pull.partCount)
        private(set) var contents = PageContents()
        private let limit: Int
        private let spill: Spill
        private var count = 0
        private var cells: [Cell] = []
        private var bytes: [UInt8] = []

        init(limit: Int, spill: Spill) {
            self.limit = limit
            self.spill = spill
        }

        mutating func read(_ piece: Piece, number: UInt32, _ page: Page) throws {
            cells.removeAll(keepingCapacity: true)
            switch piece.kind {
            case .page:
                try page.fill(&bytes, piece.range, padding: PageReader.padding)
                contents.add(try readPage(padded: bytes, count: piece.range.count, name: page.name, page: number, into: &cells))
            case .table: contents.add(try readTable(page, piece.range, number: number, &bytes, into: &cells))
            }
            distribute()
            if count > limit { try spillAll() }
        }

        private mutating func distribute() {
            var start = 0
            while start < cells.count {
                let part = cells[start].keyFigure >> Pull.partShift
                var end = start + 1
                while end < cells.count, cells[end].keyFigure >> Pull.partShift == part { end += 1 }
                parts[part].append(contentsOf: cells[start..<end])
                start = end
            }
            count += cells.count
        }

        private mutating func spillAll() throws(StoreError) {
            for part in parts.indices where !parts[part].isEmpty {
                try spill.write(parts[part], part: part)
                parts[part] = []
            }
            count = 0
        }
    }
}

/// Where cells lie that don't fit in memory.
private final class Spill: Sendable {
    private let folder: String
    private let state = Mutex(State())

    private struct State {
        var descriptor: Int32 = -1
        var end = 0
        var pieces: [Int: [(offset: Int, count: Int)]] = [:]
    }

    init(folder: String) { self.folder = folder }

    deinit {
        state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
    }

    func write(_ cells: [Cell], part: Int) throws(StoreError) {
        let size = cells.count * MemoryLayout<Cell>.stride
        let (descriptor, offset) = try state.withLock { state throws(StoreError) in
            if state.descriptor < 0 { state.descriptor = try openUnnamed() }
            let offset = state.end
            state.end += size
            state.pieces[part, default: []].append((offset, cells.count))
            return (state.descriptor, offset)
        }
        var done = 0
        while done < size {
            let count = cells.withUnsafeBytes { pwrite(descriptor, $0.baseAddress.map { $0 + done }, size - done, offset + done) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .system(path: folder, errno: errno) }
            done += count
        }
    }

    func read(_ part: Int) throws(StoreError) -> [[Cell]] {
        let (descriptor, pieces) = state.withLock { ($0.descriptor, $0.pieces[part] ?? []) }
        var all: [[Cell]] = []
        for piece in pieces {
            var failure: Int32?
            let cells = [Cell](unsafeUninitializedCapacity: piece.count) { buffer, initialized in
                let size = piece.count * MemoryLayout<Cell>.stride
                var done = 0
                while done < size {
                    let base = buffer.baseAddress.map { UnsafeMutableRawPointer($0) + done }
                    let count = pread(descriptor, base, size - done, piece.offset + done)
                    if count < 0 && errno == EINTR { continue }
                    guard count > 0 else {
                        failure = count < 0 ? errno : EIO
                        return
                    }
                    done += count
                }
                initialized = piece.count
            }
            if let failure { throw .system(path: folder, errno: failure) }
            all.append(cells)
        }
        return all
    }

    /// A file that has no name as soon as it is open.
    private func openUnnamed() throws(StoreError) -> Int32 {
        var template = Array("\(folder)/series.spill.XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .system(path: folder, errno: errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
        return descriptor
    }
}

extension Page {
    /// Whether the page is JSON or a table, and how many bytes it has.
    fileprivate func kind() throws(StoreError) -> (Pull.Piece.Kind, Int) {
        var start: [UInt8] = []
        let size: Int
        switch content {
        case .bytes(let bytes):
            size = bytes.count
            start = Array(bytes.prefix(256))
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
            defer { close(descriptor) }
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw .system(path: path, errno: errno) }
            guard status.st_mode & S_IFMT == S_IFREG else { throw .system(path: path, errno: EISDIR) }
            size = Int(status.st_size)
            start = Array(repeating: 0, count: 256)
            let count = pread(descriptor, &start, 256, 0)
            guard count >= 0 else { throw .system(path: path, errno: errno) }
            start.removeSubrange(count...)
        }
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
        let first = start.first { $0 > 0x20 }
        // What begins with a brace or a bracket is meant as JSON, and what is empty is told as a page.
        return (first == nil || first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .page : .table, size)
    }

    /// Puts some of the page's bytes, and noughts after them, in a buffer that is used again and again.
    func fill(_ bytes: inout [UInt8], _ range: Range<Int>, padding: Int) throws(StoreError) {
        switch content {
        case .bytes(let all):
            bytes.removeAll(keepingCapacity: true)
            bytes += all[range]
            bytes.append(contentsOf: repeatElement(0, count: padding))
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
            defer { close(descriptor) }
            let size = range.count + padding
            if bytes.count < size { bytes = Array(repeating: 0, count: size + size / 4) }
            var done = 0
            while done < range.count {
                let count = bytes.withUnsafeMutableBytes {
                    pread(descriptor, $0.baseAddress.map { $0 + done }, range.count - done, range.lowerBound + done)
                }
                if count < 0 && errno == EINTR { continue }
                // A file that has become shorter meanwhile is told as cut by the reader.
                guard count >= 0 else { throw .system(path: path, errno: errno) }
                if count == 0 { break }
                done += count
            }
            for index in done..<size { bytes[index] = 0 }
        }
    }
}

/// How many bytes a file has.
func fileSize(_ path: String) throws(StoreError) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(path: path, errno: errno) }
    return Int(status.st_size)
}
