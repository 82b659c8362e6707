/// A person who may sign in.
package struct AccountRecord: Sendable, Equatable {
    /// Who, as an opaque text.
    package var person: String
    /// The password's hash with all that is needed to check it; nil until one has been chosen.
    package var password: String?
    /// Whether the account is shut out.
    package var isDisabled: Bool
    /// When the person last was fully signed in, in microseconds since 1970-01-01 UTC.
    package var signedIn: Int64?

    /// An account to keep.
    package init(person: String, password: String? = nil, isDisabled: Bool = false, signedIn: Int64? = nil) {
        self.person = person
        self.password = password
        self.isDisabled = isDisabled
        self.signedIn = signedIn
    }
}

extension Journal {
    /// The account of a person, or nil if there is none.
    package func account(_ person: String) throws(JournalError) -> AccountRecord? {
        var rows = try connection.query(
            "SELECT person, password, is_disabled, signed_in FROM account WHERE person = $1",
            .text(person)
        )
        guard try rows.next() else { return nil }
        return AccountRecord(
            person: try rows.text(0),
            password: try rows.optionalText(1),
            isDisabled: try rows.integer(2) != 0,
            signedIn: try rows.optionalInteger(3)
        )
    }

    /// Everybody who has an account, in no order.
    package func accountPersons() throws(JournalError) -> [String] {
        var rows = try connection.query("SELECT person FROM account")
        var persons: [String] = []
        while try rows.next() { persons.append(try rows.text(0)) }
        return persons
    }

    /// Keeps an account; that of the same person is replaced, and what belongs to it stays.
    package func put(_ account: AccountRecord) throws(JournalError) {
        try connection.run(
            """
            INSERT INTO account(person, password, is_disabled, signed_in) VALUES ($1, $2, $3, $4)
            ON CONFLICT(person) DO UPDATE SET password = excluded.password, is_disabled = excluded.is_disabled,
                signed_in = excluded.signed_in
            """,
            .text(account.person),
            .text(account.password),
            .integer(account.isDisabled ? 1 : 0),
            .integer(account.signedIn)
        )
    }

    /// Removes an account with all that belongs to it, and the person from what others have: everything but drafts.
    package func removeAccount(_ person: String) throws(JournalError) {
        try connection.run("DELETE FROM account WHERE person = $1", .text(person))
        try connection.run("DELETE FROM factor_confirmation WHERE confirmed_by = $1", .text(person))
        try connection.run("UPDATE link SET made_by = '' WHERE made_by = $1", .text(person))
    }
}
