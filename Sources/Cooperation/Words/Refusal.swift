/// Why something that was asked for can't be done, in words for the one who asked.
///
/// A refusal changes nothing. It is an answer, not a fault: faults from below are other errors, for the log.
package struct Refusal: Error, Hashable, Sendable {
    /// A stable name for programs: `members.code-taken`.
    package let code: String

    /// The field of the request it is about, when it is about one.
    package let field: String?

    /// What is wrong and what to do, in Swedish.
    package let message: String

    /// The recorded act that stands in the way, when one does.
    package let act: Position?

    /// A refusal.
    package init(_ code: String, field: String? = nil, _ message: String, because act: Position? = nil) {
        self.code = code
        self.field = field
        self.message = message
        self.act = act
    }
}
