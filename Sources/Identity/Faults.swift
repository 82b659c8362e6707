// None of these holds anything that somebody wrote: they may be logged.

/// Why somebody isn't let in.
package enum SignInFault: Error, Hashable, Sendable {
    /// The mail address and the password don't belong together, or the account is disabled; nobody is told which.
    case wrong
    /// Too many have failed; the next is looked at when this many seconds have passed.
    case tooMany(seconds: Int)
    /// Too many wait to have their passwords checked.
    case busy
    /// The database can't be read or written.
    case storage
}

/// Why a second factor isn't taken, made or removed.
package enum FactorFault: Error, Hashable, Sendable {
    /// The code isn't right, or has been used.
    case wrong
    /// Too many codes have failed; the next is looked at when this many seconds have passed.
    case tooMany(seconds: Int)
    /// The session is not open, or not at a stage where this can be done.
    case notNow
    /// Nobody confirms a new factor for oneself.
    case own
    /// The same person has confirmed already.
    case alreadyConfirmed
    /// The database can't be read or written.
    case storage
}

/// Why a password isn't taken.
package enum PasswordFault: Error, Hashable, Sendable {
    /// It has fewer characters than the least allowed.
    case tooShort(least: Int)
    /// It has more than ``PasswordRule/most`` characters.
    case tooLong
    /// It is among the first that somebody would guess.
    case tooCommon
    /// It contains one of the words it may not contain, such as the mail address.
    case containsMail
    /// The current password isn't right.
    case wrongCurrent
    /// It is the one that the account has.
    case sameAsBefore
    /// The session is not open, or not at a stage where a password is chosen.
    case notNow
    /// The current password has been wrong too often; the next is looked at when this many seconds have passed.
    case tooMany(seconds: Int)
    /// The database can't be read or written.
    case storage
    /// Too many wait to have their passwords checked.
    case busy
}

/// Why a link opens nothing.
package enum LinkFault: Error, Hashable, Sendable {
    /// There is no such link.
    case unknown
    /// It has been used.
    case used
    /// Its time has run out, or a later link has taken its place.
    case expired
    /// It was opened in another browser first.
    case otherBrowser
    /// The account is disabled.
    case disabled
    /// The database can't be read or written.
    case storage
}

/// Why an account isn't changed.
package enum AccountFault: Error, Hashable, Sendable {
    /// There is no such account or session.
    case noAccount
    /// The database can't be read or written.
    case storage
}
