import Glibc
import Journal
import SeriesStore
package import Statistics

/// The pages of a fetch that isn't finished, so that it can go on where it was broken off.
///
/// `manifest` has a line for each page: which question it answers and which of its pages it is, the file, the file's SHA-256, when it was
/// fetched, and where the next page is. The line is written when the disk has the page. A page without a line, or that isn't what its line
/// says, is fetched again.
package final class FetchFolder {
    /// A page that has been fetched.
    package struct Kept: Hashable {
        package var file: String
        package var next: String?
    }

    /// For how many days what has been fetched is new enough to be gone on with.
    static let longestAge = 7

    package let path: String
    /// The day that the fetch began.
    package private(set) var began: PublicationDay
    /// How many pages there were when it was opened.
    package private(set) var before = 0
    private var kept: [String: [Kept]] = [:]
    private var count = 0
    private let manifest: Int32
    private let lock: Int32

    private static let format = "samverka-fetch-1"
    private var manifestPath: String { path + "/manifest" }

    /// Opens the folder, or makes it.
    ///
    /// - Parameters:
    ///   - path: where it is.
    ///   - purpose: what is fetched: pages that were fetched for something else are thrown away.
    ///   - today: the day it is.
    ///   - isFresh: whether pages from the last few days may be used.
    ///   - restarts: whether to begin anew whatever there is.
    /// - Throws: `FetchFault.busy` when another process fetches, or `StoreError`.
    package init(
        _ path: String,
        purpose: String,
        today: PublicationDay,
        isFresh: (PublicationDay) -> Bool,
        restarts: Bool
    ) throws {
        self.path = path
        try DiskFile.createFolder(path)
        lock = open(path + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw StoreError.system(path: path + "/lock", errno: errno) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            close(lock)
            throw FetchFault.busy(path)
        }
        let manifestPath = path + "/manifest"
        let lines = Self.lines(of: manifestPath)
        let head = lines.first?.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) ?? []
        let day = head.count == 3 ? PublicationDay(head[2]) : nil
        let goesOn = !restarts && head.first == Self.format && head[1] == purpose && day.map(isFresh) ?? false
        began = goesOn ? day ?? today : today
        manifest = open(manifestPath, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard manifest >= 0 else {
            close(lock)
            throw StoreError.system(path: manifestPath, errno: errno)
        }
        if goesOn {
            for line in lines.dropFirst() { readLine(line) }
            before = kept.values.reduce(0) { $0 + $1.count }
            // A line that was cut off must neither become the beginning of the next nor be taken for a whole one another time.
            let length = try DiskFile.read(manifestPath).lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            guard ftruncate(manifest, off_t(length)) == 0 else { throw StoreError.system(path: manifestPath, errno: errno) }
        } else {
            guard ftruncate(manifest, 0) == 0 else { throw StoreError.system(path: manifestPath, errno: errno) }
            removePages()
            try note("\(Self.format)\t\(purpose)\t\(today)")
        }
    }

    /// What there is of a fetch that isn't finished; nil when there is none.
    ///
    /// Nothing is checked or changed.
    package static func unfinished(in path: String) -> (began: PublicationDay, count: Int)? {
        let lines = lines(of: path + "/manifest")
        guard let day = lines.first?.split(separator: "\t").last.flatMap({ PublicationDay($0) }) else { return nil }
        return (day, lines.count - 1)
    }

    deinit {
        close(manifest)
        close(lock)
    }

    /// The pages that answer a question, in order, as far as they have been fetched.
    package func pages(of address: String) -> [Kept] { kept[address] ?? [] }

    /// Keeps a page.
    package func keep(_ bytes: [UInt8], answering address: String, next: String?, fetched: String) throws {
        let name = "page-\(count)"
        count += 1
        let file = "\(path)/\(name)"
        try DiskFile.write(bytes, to: file)
        let number = pages(of: address).count + 1
        try note([address, String(number), name, Digest(of: bytes).hex, fetched, next ?? ""].joined(separator: "\t"))
        kept[address, default: []].append(Kept(file: file, next: next))
    }

    /// Takes the folder's contents away, when all of it has been taken in.
    package func finish() {
        unlink(manifestPath)
        removePages()
    }

    private func removePages() {
        guard let folder = opendir(path) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix("page-") { unlink("\(path)/\(name)") }
        }
    }

    private func note(_ line: String) throws(StoreError) {
        try DiskFile.append((line + "\n").utf8, to: manifest, path: manifestPath)
        guard fsync(manifest) == 0 else { throw .system(path: manifestPath, errno: errno) }
    }

    private func readLine(_ line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, let number = Int(fields[1]), fields[2].hasPrefix("page-"),
            let place = Int(fields[2].dropFirst(5))
        else { return }
        count = max(count, place + 1)
        // Pages of a question are used from the first on without a gap.
        guard number == pages(of: fields[0]).count + 1 else { return }
        let file = "\(path)/\(fields[2])"
        guard let bytes = try? DiskFile.read(file), Digest(of: bytes).hex == fields[3] else { return }
        kept[fields[0], default: []].append(Kept(file: file, next: fields[5].isEmpty ? nil : fields[5]))
    }

    /// The lines that were written whole.
    private static func lines(of path: String) -> [String] {
        guard let bytes = try? DiskFile.read(path), let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
        return bytes[..<end].split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
}
