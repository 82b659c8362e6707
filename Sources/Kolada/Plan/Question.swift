package import Statistics

/// One thing that the source is asked, answered by a page or several.
package struct Question: Hashable, Sendable {
    /// What is asked about.
    package enum Subject: Hashable, Sendable {
        case figures, places, groups
        case values([KeyFigure.ID], places: [String], years: ClosedRange<Int>)
    }

    package let subject: Subject
    /// Only what has changed since that day; nil for everything.
    package let since: PublicationDay?

    package init(_ subject: Subject, since: PublicationDay? = nil) {
        self.subject = subject
        self.since = since
    }

    /// How many values each part of an address may hold; the source answers 422 to more.
    package static let longestPart = 25

    /// The address to ask, in the form with the values in the path.
    ///
    /// The form with parameters isn't used: a parameter that is misspelt there is ignored and answered with nothing at all.
    ///
    /// - Parameter base: where the source is, like 'https://api.kolada.se/v3'.
    /// - Returns: the address of the first page of the answer.
    package func address(at base: String) -> String {
        switch subject {
        case .figures: "\(base)/kpi"
        case .places: "\(base)/municipality"
        case .groups: "\(base)/municipality_groups"
        case .values(let keyFigures, let places, let years):
            "\(base)/data/kpi/\(keyFigures.map(\.description).joined(separator: ","))/municipality/\(places.joined(separator: ","))"
                + "/year/\(years.map(String.init).joined(separator: ","))" + (since.map { "?from_date=\($0)" } ?? "")
        }
    }
}
