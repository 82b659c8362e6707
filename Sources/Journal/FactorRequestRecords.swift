extension Journal {
    /// The requests for a new second factor, the oldest first, with those who have confirmed them in the order they did.
    package func factorRequests() throws(JournalError) -> [(person: String, asked: Int64, confirmedBy: [String])] {
        var requests: [(person: String, asked: Int64, confirmedBy: [String])] = []
        var rows = try connection.query("SELECT person, asked FROM factor_request ORDER BY asked, person")
        while try rows.next() {
            let person = try rows.text(0)
            var confirmedBy: [String] = []
            var confirmations = try connection.query(
                "SELECT confirmed_by FROM factor_confirmation WHERE person = $1 ORDER BY confirmed, confirmed_by",
                .text(person)
            )
            while try confirmations.next() { confirmedBy.append(try confirmations.text(0)) }
            requests.append((person, try rows.integer(1), confirmedBy))
        }
        return requests
    }

    /// Keeps a request for a new second factor.
    package func putFactorRequest(of person: String, asked: Int64) throws(JournalError) {
        try connection.run(
            "INSERT INTO factor_request(person, asked) VALUES ($1, $2) ON CONFLICT(person) DO UPDATE SET asked = excluded.asked",
            .text(person),
            .integer(asked)
        )
    }

    /// Keeps that somebody has confirmed a person's request.
    package func putFactorConfirmation(of person: String, by other: String, at moment: Int64) throws(JournalError) {
        try connection.run(
            "INSERT INTO factor_confirmation(person, confirmed_by, confirmed) VALUES ($1, $2, $3)",
            .text(person),
            .text(other),
            .integer(moment)
        )
    }

    /// Removes a person's request and what confirmed it.
    package func removeFactorRequest(of person: String) throws(JournalError) {
        try connection.run("DELETE FROM factor_request WHERE person = $1", .text(person))
    }

    /// Removes the requests that were made before a moment.
    package func removeFactorRequests(askedBefore moment: Int64) throws(JournalError) {
        try connection.run("DELETE FROM factor_request WHERE asked < $1", .integer(moment))
    }
}
