/// What an account has.
package struct AccountStatus: Hashable, Sendable {
    /// Whether there is an account at all.
    package let exists: Bool
    /// Whether a password has been chosen.
    package let hasPassword: Bool
    /// Whether there is a second factor.
    package let hasFactor: Bool
    /// Whether it is shut out.
    package let isDisabled: Bool
    /// When the person last was fully signed in, in microseconds since 1970-01-01 UTC.
    package let lastSignedIn: Int64?
    /// How many recovery codes haven't been used.
    package let recoveryCodesLeft: Int

    /// There is no account.
    package static let none = AccountStatus(
        exists: false,
        hasPassword: false,
        hasFactor: false,
        isDisabled: false,
        lastSignedIn: nil,
        recoveryCodesLeft: 0
    )
}

/// Somebody who can't give a second factor any more, and asks to be let make a new one.
package struct FactorRequest: Hashable, Sendable {
    /// Who asks.
    package let person: String
    /// When, in microseconds since 1970-01-01 UTC.
    package let asked: Int64
    /// Who have confirmed that it is that person, in the order they did.
    package let confirmedBy: [String]
}
