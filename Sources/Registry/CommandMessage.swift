package import Cooperation
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
    package var importing: [File]?

    /// The submission's own id, hexadecimal: asked for again, it is answered as the first time.
    package var form: String?

    /// Something about people and how they sign in.
    package var users: UserMessage?

    /// There are new statistics in the data folder.
    package var hasNewStatistics: Bool?

    /// There are new statistics in the data folder, to be opened and shown.
    package static var statisticsChanged: CommandMessage {
        var message = CommandMessage()
        message.hasNewStatistics = true
        return message
    }

    private init() {}

    /// Files to be read in.
    package init(importing: [File], form: String) {
        self.importing = importing
        self.form = form
    }

    /// Something about people and how they sign in.
    package init(_ users: UserMessage) {
        self.users = users
    }
}

/// What is asked about people and how they sign in.
package enum UserMessage: Codable, Sendable, Equatable {
    /// Who is to take a seat, and what the seat is if there is none yet.
    package struct Seating: Codable, Sendable, Equatable {
        /// Whose address it is.
        package var mail: String
        package var body: Body.ID
        package var seat: Seat.ID
        /// Needed when there is no such seat.
        package var role: Seat.Role?
        package var municipality: Municipality.ID?
        /// The first day; today when none is given.
        package var from: Day?
        package var until: Day?
        /// The submission's own id, hexadecimal.
        package var form: String

        package init(
            mail: String,
            body: Body.ID,
            seat: Seat.ID,
            role: Seat.Role?,
            municipality: Municipality.ID?,
            from: Day?,
            until: Day?,
            form: String
        ) {
            self.mail = mail
            self.body = body
            self.seat = seat
            self.role = role
            self.municipality = municipality
            self.from = from
            self.until = until
            self.form = form
        }
    }

    case add(Person)
    case list
    case seat(Seating)
    /// A link to choose a password by.
    case reset(mail: String, newFactor: Bool, address: String?)
    case disable(mail: String, isDisabled: Bool)
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
    /// What was done, in words for whoever gave the command.
    package var said: String?
    /// Why it can't be done, in words that say what to do instead.
    package var refused: String?

    /// An answer in words: what was done.
    package static func said(_ text: String) -> CommandAnswer { CommandAnswer(said: text) }

    /// An answer in words: why it can't be done.
    package static func refused(_ text: String) -> CommandAnswer { CommandAnswer(refused: text) }

    /// An answer in words: why it can't be done now.
    package static func unavailable(_ text: String) -> CommandAnswer { CommandAnswer(unavailable: text) }
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
