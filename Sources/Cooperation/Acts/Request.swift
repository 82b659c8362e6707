/// Something that somebody asks to have done.
///
/// A request is a plain value. Its rule answers with an act or a refusal; it reads no clock, draws no random number and
/// does no input or output.
package protocol Request: Sendable {
    /// The place of the act that this request corrects; nil for a request that corrects none.
    var corrects: Position? { get }

    /// The act, when it can be done.
    ///
    /// - Parameters:
    ///   - cooperation: the cooperation as it was when the thing happened; without the act that is corrected, when one is.
    ///   - period: when it happened; never later than the day it is recorded.
    ///   - pen: writes the request's texts as commitments.
    /// - Returns: the act that is to be recorded.
    /// - Throws: a `Refusal` with the reason in words.
    func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act
}

extension Request {
    package var corrects: Position? { nil }
}

/// Who did something: in the journal for ever, so never a person's name.
package enum Actor: Hashable, Sendable {
    /// The program itself: a period that ran out, a term that ended.
    case system
    /// Somebody with access to the installation's own shell, by files.
    case importer
    /// Somebody who hasn't signed in, and of whom nothing is known.
    case anyone
    /// Whoever held a seat, or stood in for its holder; the person by the vault's id.
    case holder(of: Seat.Reference, Person.ID)

    /// The text that stands in the journal.
    package var text: String {
        switch self {
        case .system: "system"
        case .importer: "import"
        case .anyone: "anyone"
        case .holder(let seat, let person): "seat:\(seat):\(person)"
        }
    }

    /// The actor that the journal's text stands for; nil when this version doesn't know it.
    package init?(text: String) {
        switch text {
        case "system": self = .system
        case "import": self = .importer
        case "anyone": self = .anyone
        default:
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == "seat", let seat = Seat.Reference(parts[1]), let person = Person.ID(parts[2])
            else { return nil }
            self = .holder(of: seat, person)
        }
    }
}

extension String {
    /// Whether there is nothing but white space.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
