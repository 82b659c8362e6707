import FoundationEssentials

/// What a command beside a running server asks of it: one line of JSON on the command socket.
package struct CommandMessage: Codable, Sendable, Equatable {
    /// A file to be read in.
    package struct File: Codable, Sendable, Equatable {
        package var name: String
        package var text: String

        package init(name: String, text: String) {
            self.name = name
            self.text = text
        }
    }

    /// Files to be read in, as a whole or not at all.
    package var importing: [File]

    /// The submission's own id, hexadecimal: asked for again, it is answered as the first time.
    package var form: String

    package init(importing: [File], form: String) {
        self.importing = importing
        self.form = form
    }
}

/// What the server answers: one line of JSON.
package struct CommandAnswer: Codable, Sendable, Equatable {
    /// What is wrong, and where.
    package struct Fault: Codable, Sendable, Equatable {
        package var file: String
        package var line: Int
        package var message: String

        package init(file: String, line: Int, message: String) {
            self.file = file
            self.line = line
            self.message = message
        }
    }

    /// The first place that was written; nil when nothing was.
    package var first: Int64?
    /// How many acts were recorded; nil when the files were refused.
    package var recorded: Int64?
    /// Whether the same submission had been answered before.
    package var isRepeat: Bool?
    /// Why the files were refused.
    package var faults: [Fault]?
    /// The files that have more faults than are listed.
    package var filesWithMore: [String]?
    /// Why nothing could be recorded now, in words.
    package var unavailable: String?
}

enum CommandLine {
    /// The longest line either side takes: some files' text, escaped.
    static let longest = 64 << 20

    static func encode(_ value: some Encodable) throws -> [UInt8] {
        Array(try JSONEncoder().encode(value)) + [UInt8(ascii: "\n")]
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from line: some Sequence<UInt8>) throws -> Value {
        try JSONDecoder().decode(type, from: Data(line))
    }
}
