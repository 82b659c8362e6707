/// The table of contents of a ZIP file, which DOCX, XLSX and ODT are (APPNOTE 6.3.10; ISO/IEC 21320-1 says how documents use it).
///
/// Only the table is read, and nothing is unpacked. What office programs write is plain, so everything else is refused: whatever stands
/// before, between or after the entries, entries that share bytes, what the two headers of an entry disagree on, and the forms for
/// files of more than 4 GB.
struct Archive {
    private struct Entry {
        /// In lower-case letters: readers of office documents don't tell `Word/` from `word/`.
        var name: String
        var method: Int
        var packed: Int
        var unpacked: Int
        /// Where its header is.
        var start: Int
        /// Where its bytes are.
        var contents: Int
        /// Whether its sizes are told once more after its bytes.
        var isFollowed: Bool
    }

    /// Far more than a document of 20 MB has.
    private static let mostEntries = 10_000
    private static let mostUnpacked = 500_000_000

    private let bytes: [UInt8]
    private var entries: [Entry] = []

    /// Whether some reader would find an archive at the end of the bytes.
    static func endsAsArchive(_ bytes: [UInt8]) -> Bool {
        // A comment of at most 65 535 bytes may follow the end's 22.
        var index = bytes.count - 22
        while index >= max(0, bytes.count - 22 - 65_535) {
            if bytes.holds(end, at: index), let comment = bytes.little(2, at: index + 20),
                let size = bytes.little(4, at: index + 12)
            {
                if index + 22 + comment == bytes.count || bytes.holds(central, at: index - size) { return true }
            }
            index -= 1
        }
        return false
    }

    private static let local: [UInt8] = [0x50, 0x4B, 3, 4]
    private static let central: [UInt8] = [0x50, 0x4B, 1, 2]
    private static let end: [UInt8] = [0x50, 0x4B, 5, 6]

    /// The table of contents of a file that begins with an entry's header.
    init(_ bytes: [UInt8]) throws(FileKind.Doubt) {
        self.bytes = bytes
        let end = bytes.count - 22
        guard bytes.holds(Self.end, at: end), bytes.little(2, at: end + 20) == 0 else {
            // An end that isn't the file's: with more after it, or less than it takes.
            guard let found = bytes.lastIndex(of: "PK\u{5}\u{6}"), found < end else { throw .cutOff }
            throw .goesOn
        }
        guard let disk = bytes.little(2, at: end + 4), let firstDisk = bytes.little(2, at: end + 6),
            let countHere = bytes.little(2, at: end + 8), let count = bytes.little(2, at: end + 10),
            let size = bytes.little(4, at: end + 12), let start = bytes.little(4, at: end + 16)
        else { throw .cutOff }
        guard disk == 0, firstDisk == 0, count == countHere, count > 0, start + size == end else { throw .broken }
        guard count <= Self.mostEntries else { throw .swells }
        var place = start
        for _ in 0..<count { entries.append(try entry(at: &place, before: end)) }
        guard place == end else { throw .broken }
        try checkOrder(upTo: start)
    }

    /// The entry that the table has at a place, which is moved past it.
    private func entry(at place: inout Int, before end: Int) throws(FileKind.Doubt) -> Entry {
        guard bytes.holds(Self.central, at: place), let flags = bytes.little(2, at: place + 8),
            let method = bytes.little(2, at: place + 10), let packed = bytes.little(4, at: place + 20),
            let unpacked = bytes.little(4, at: place + 24), let nameLength = bytes.little(2, at: place + 28),
            let extraLength = bytes.little(2, at: place + 30), let commentLength = bytes.little(2, at: place + 32),
            let disk = bytes.little(2, at: place + 34), let start = bytes.little(4, at: place + 42)
        else { throw .broken }
        let name = place + 46
        let next = name + nameLength + extraLength + commentLength
        guard next <= end, nameLength > 0, disk == 0 else { throw .broken }
        try checkFlags(flags)
        guard method == 8 || method == 0 && packed == unpacked else { throw .broken }
        // Deflate packs at most 1 032 to one.
        guard unpacked <= Self.mostUnpacked, unpacked <= packed * 1_032 + 1_032 else { throw .swells }
        // The header before the entry's bytes says the same.
        guard bytes.holds(Self.local, at: start), let localFlags = bytes.little(2, at: start + 6),
            bytes.little(2, at: start + 8) == method, let localPacked = bytes.little(4, at: start + 18),
            let localUnpacked = bytes.little(4, at: start + 22), bytes.little(2, at: start + 26) == nameLength,
            let localExtra = bytes.little(2, at: start + 28)
        else { throw .broken }
        try checkFlags(localFlags)
        let isFollowed = localFlags & 8 != 0
        guard localPacked == packed && localUnpacked == unpacked || isFollowed && localPacked == 0 && localUnpacked == 0,
            start + 30 + nameLength <= bytes.count,
            bytes[name..<(name + nameLength)].elementsEqual(bytes[(start + 30)..<(start + 30 + nameLength)])
        else { throw .broken }
        place = next
        return Entry(
            name: String(decoding: bytes[name..<(name + nameLength)], as: UTF8.self).lowercased(),
            method: method,
            packed: packed,
            unpacked: unpacked,
            start: start,
            contents: start + 30 + nameLength + localExtra,
            isFollowed: isFollowed
        )
    }

    private func checkFlags(_ flags: Int) throws(FileKind.Doubt) {
        // Encrypted, strongly encrypted, or with a table that is.
        guard flags & (1 | 1 << 6 | 1 << 13) == 0 else { throw .encrypted }
    }

    /// That the entries lie one after another from the first byte on, with nothing between them, and have names of their own.
    private mutating func checkOrder(upTo end: Int) throws(FileKind.Doubt) {
        entries.sort { $0.start < $1.start }
        var (place, unpacked) = (0, 0)
        for (index, entry) in entries.enumerated() {
            guard entry.start == place else { throw entry.start > place ? .twoKinds : .broken }
            let next = index + 1 < entries.count ? entries[index + 1].start : end
            place = entry.contents + entry.packed
            if entry.isFollowed {
                // Four or eight bytes for each size, with or without a mark before.
                guard [12, 16, 20, 24].contains(next - place) else { throw next < place ? .broken : .twoKinds }
                place = next
            }
            unpacked += entry.unpacked
        }
        guard place == end else { throw place < end ? .twoKinds : .broken }
        guard unpacked <= Self.mostUnpacked else { throw .swells }
        guard Set(entries.map(\.name)).count == entries.count else { throw .twoKinds }
    }

    /// What the archive is, by what it holds.
    func kind() throws(FileKind.Doubt) -> FileKind {
        let names = Set(entries.map(\.name))
        guard !entries.contains(where: { Self.isMacro($0.name) }) else { throw .macros }
        if let media {
            guard media.hasPrefix("application/vnd.oasis.opendocument.") else { throw .looksLike(.archive) }
            guard !isEncrypted else { throw .encrypted }
            if media.hasPrefix("application/vnd.oasis.opendocument.presentation") { throw .looksLike(.presentation) }
            guard media == FileKind.odt.mediaType else { throw .looksLike(.otherOffice) }
            guard !names.contains("[content_types].xml") else { throw .twoKinds }
            guard names.isSuperset(of: ["content.xml", "meta-inf/manifest.xml"]) else { throw .broken }
            return .odt
        }
        let main = ["word/document", "xl/workbook", "ppt/presentation"].filter { part in
            names.contains { Self.isMainPart($0, part) }
        }
        guard let part = main.first else {
            throw .looksLike(names.contains("[content_types].xml") ? .otherOffice : .archive)
        }
        guard main.count == 1 else { throw .twoKinds }
        guard names.isSuperset(of: ["[content_types].xml", "_rels/.rels"]) else { throw .broken }
        switch part {
        case "word/document": return .docx
        case "xl/workbook": return .xlsx
        default: throw .looksLike(.presentation)
        }
    }

    /// `word/document.xml`, or `word/document2.xml` as some programs have it.
    private static func isMainPart(_ name: String, _ part: String) -> Bool {
        guard name.hasPrefix(part), name.hasSuffix(".xml") else { return false }
        return name.utf8.dropFirst(part.utf8.count).dropLast(4).allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isMacro(_ name: String) -> Bool {
        guard !name.hasSuffix("/") else { return false }
        return name.hasSuffix("vbaproject.bin") || name.hasSuffix("vbadata.xml") || name.hasSuffix("vbaprojectsignature.bin")
            || name.hasPrefix("xl/macrosheets/") || name.hasPrefix("basic/") || name.hasPrefix("scripts/")
    }

    /// What an OpenDocument file says that it is: its first entry, as it stands.
    private var media: String? {
        guard let first = entries.first, first.name == "mimetype", first.method == 0, first.packed <= 128 else { return nil }
        return String(decoding: bytes[first.contents..<(first.contents + first.packed)], as: UTF8.self)
    }

    /// Whether an OpenDocument file has a password: it packs its parts before it locks them, and then they can't be packed again.
    private var isEncrypted: Bool {
        entries.contains { entry in
            if entry.name == "encrypted-package" { return true }
            guard entry.name == "content.xml", entry.method == 0 else { return false }
            return !bytes.holds("<?xml", at: entry.contents) && !bytes.holds("<office", at: entry.contents)
        }
    }
}
