/// What a search came to.
package struct SearchResult: Sendable, Equatable {
    /// The best pages, the best first, no more than were asked for.
    package var hits: [SearchHit]

    /// How many pages were found in all.
    package var total: Int

    /// The query as it was searched for instead, when a word of it was misspelt.
    ///
    /// Nil when it was searched for as it stood.
    package var corrected: String?

    /// The words that were searched for: without the little words, and as corrected.
    ///
    /// A phrase is one of them.
    package var words: [String]

    /// Whether every hit has all the words.
    ///
    /// If no page has them all, those that have some are shown, most words first.
    package var hasEveryWord: Bool

    /// Nothing found, and nothing searched for.
    package static let nothing = SearchResult(hits: [], total: 0, corrected: nil, words: [], hasEveryWord: true)
}

/// A page that was found.
package struct SearchHit: Sendable, Equatable {
    /// The page's place in the list that the index was made from.
    package var page: Int

    /// The page's address.
    package var address: String

    /// The title as it stands.
    package var title: String

    /// The title in pieces, for marking what matched.
    ///
    /// Joined they are the title.
    package var markedTitle: [SearchPiece]

    /// The page's kind, as the caller wrote it.
    package var kind: String

    /// The page's day, as the caller counts.
    package var date: Int32?

    /// How well the page matches.
    ///
    /// Only the order between hits of one search means anything.
    package var score: Double

    /// The passage of the text that shows best why the page was found, in pieces.
    ///
    /// Empty if the page has no text.
    package var excerpt: [SearchPiece]
}

/// A piece of text that either matched or stands between.
package struct SearchPiece: Sendable, Equatable {
    /// The text.
    ///
    /// It is never markup.
    package var text: String

    /// Whether this is a word that matched.
    package var isMatch: Bool

    /// A piece of text.
    package init(_ text: String, isMatch: Bool) {
        self.text = text
        self.isMatch = isMatch
    }
}
