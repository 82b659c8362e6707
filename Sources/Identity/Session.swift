/// One browser that a person has signed in with, or is about to.
package struct Session: Hashable, Sendable {
    /// How far the person has come.
    package enum Stage: String, Sendable {
        /// Came by a link, and must choose a password.
        case needsPassword
        /// Gave the right password, and must give a code.
        case needsFactor
        /// Gave the right password, and must get a second factor before anything else.
        case needsEnrolment
        /// Is signed in.
        case full
    }

    /// The session's name in lists and when it is ended; random, and says nothing of the token.
    package let id: String
    /// Whose it is.
    package let person: String
    /// How far the person has come.
    package let stage: Stage
    /// When the person signed in, in microseconds since 1970-01-01 UTC.
    package let began: Int64
    /// When the browser was last heard of, in microseconds since 1970-01-01 UTC.
    package let lastSeen: Int64
    /// When a second factor was last given in this session; nil when none has been.
    package let factorConfirmed: Int64?
    /// What the person has chosen to act as.
    package let capacity: String?
    /// A short description of the browser.
    package let browser: String
    /// Thirty-two random bytes that key the tokens of forms.
    ///
    /// New at a rise of stage and when the password is changed, but not when a signed-in person gives a code again: the form that
    /// asked for it is still open beside.
    package let formKey: [UInt8]
}

/// A session that has just got a new token.
///
/// The token is shown here and never again.
package struct Opened: Sendable {
    /// What the browser's cookie is to hold: 32 random bytes as base64url.
    package let token: String
    /// The session it opens.
    package let session: Session
}

/// What a token is good for.
package enum SessionState: Sendable, Hashable {
    /// Nothing: it is unknown, or the session has been ended.
    case none
    /// The person was signed in with it, and time has run out since; what was sent can be kept for that person.
    case expired(person: String)
    /// The session is open.
    case open(Session)
}
