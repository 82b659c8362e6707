/// One thing that is wrong in a file, with the place and what to do about it.
package struct ImportFault: Error, Hashable, Sendable {
    /// The name of the file, as the one who imports knows it.
    package let file: String

    /// The line, counted from 1; 1 also for what concerns the whole file.
    package let line: Int

    /// What is wrong and what to do, in Swedish.
    package let message: String

    /// A fault at a place.
    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }
}

extension ImportFault: CustomStringConvertible {
    /// The fault as a line of text: `program-2019.txt, rad 14: …`.
    package var description: String { "\(file), rad \(line): \(message)" }
}

/// Everything that is wrong in the files, so that it can be put right in one go.
package struct ImportFaults: Error, Hashable, Sendable {
    /// In the order of the files, and within a file in the order of the lines.
    package let faults: [ImportFault]

    /// The files that have more faults than are listed.
    package let filesWithMore: [String]

    /// Those faults, and the files that have more.
    package init(faults: [ImportFault], filesWithMore: [String] = []) {
        self.faults = faults
        self.filesWithMore = filesWithMore
    }
}

extension ImportFaults: CustomStringConvertible {
    package var description: String {
        let more = filesWithMore.map { "\($0): Fler fel finns. Rätta de första \(FaultLog.limit) och läs in filen igen." }
        return (faults.map(\.description) + more).joined(separator: "\n")
    }
}

/// The faults of one file while it is being read.
///
/// A class, because every part of the reading adds to the same list. It lives only during the reading of a file.
final class FaultLog {
    /// A reader puts right what is listed and tries again; a longer list only hides the beginning.
    static let limit = 50

    let file: String
    private(set) var faults: [ImportFault] = []
    private(set) var hasMore = false

    init(file: String) {
        self.file = file
    }

    /// Whether nothing more will be listed, so that reading on is of no use.
    var isFull: Bool { hasMore }

    func add(_ line: Int, _ message: String) {
        guard faults.count < Self.limit else {
            hasMore = true
            return
        }
        faults.append(ImportFault(file: file, line: line, message: message))
    }

    /// The faults by line; those of one line in the order they were found.
    var inOrder: [ImportFault] {
        faults.enumerated()
            .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
    }
}
