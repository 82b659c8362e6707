/// A link with which a person chooses a first or a new password, once.
package struct OneTimeLink: Sendable {
    /// What the link's address is to hold: 32 random bytes as base64url.
    ///
    /// Shown here and never again.
    package let token: String
    /// The last moment it can be used, in microseconds since 1970-01-01 UTC.
    package let expires: Int64

    /// How long a link can be used: 15 minutes, since whoever has it can choose the password; it is given while the two talk.
    package static let lifetime: Int64 = 15 * .minute
}

/// What a link is good for.
package enum LinkState: Sendable, Hashable {
    /// It can be used from this browser. A new binding is to be put in a cookie of the browser's.
    case ready(newBinding: String?)
    /// It was opened in another browser first.
    case otherBrowser
    /// It has been used.
    case used
    /// Its time has run out, or a later link has taken its place.
    case expired
    /// There is no such link.
    case unknown
}
