/// A page as the search knows it: only what is shown to the public.
package struct SearchPage: Sendable, Equatable {
    /// Where the page is.
    package var address: String

    /// What the page is called, which weighs the most.
    package var title: String

    /// What sort of page it is, in the caller's words.
    ///
    /// It isn't searched.
    package var kind: String

    /// The running text, one paragraph or so in each.
    ///
    /// A phrase never reaches from one into the next.
    package var texts: [String]

    /// Other names for what the page is about: short forms, reference numbers, former names.
    package var keywords: [String]

    /// The day that the page is about, counted as the caller likes.
    ///
    /// It isn't searched, only handed back.
    package var date: Int32?

    /// A page with what it is found by.
    package init(
        address: String,
        title: String,
        kind: String,
        texts: [String] = [],
        keywords: [String] = [],
        date: Int32? = nil
    ) {
        self.address = address
        self.title = title
        self.kind = kind
        self.texts = texts
        self.keywords = keywords
        self.date = date
    }
}
