import FoundationEssentials

/// The strings of `Tests/Fixtures/naughty-strings.txt`, for every place where somebody writes something.
enum NaughtyStrings {
    /// All of them, in the order of the file.
    static let all: [String] = {
        do {
            return try read(String(contentsOfFile: Place.package + "/Tests/Fixtures/naughty-strings.txt", encoding: .utf8))
        } catch {
            preconditionFailure("naughty-strings.txt can't be read: \(error)")
        }
    }()

    /// Reads the file as its first lines say: a JSON string on every line that is neither a comment nor empty.
    static func read(_ text: String) throws -> [String] {
        try text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map { line in
            try JSONDecoder().decode(String.self, from: Data(line))
        }
    }
}
