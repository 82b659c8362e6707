/// The search over all public text, for Swedish.
///
/// It is made of pages and never changes; when a page has changed, make it anew. Which words answer to which is told by `Grade`,
/// how pages are weighed by `Ranking`.
///
/// - Little words (`StopWords`) are left out, unless there are only such.
/// - All words should be in a page. If no page has all, pages that have some are found, those with the most first.
/// - Words in quotation marks must follow on each other, in any of their forms. So must words with only a sign between them, such
///   as a reference number; those may also be written as one, and if they stand nowhere so, they are searched for one by one.
/// - A word that nothing answers to is taken for a misspelt one (`Spelling`), or for a compound that nobody else has made
///   (`Compounds`).
package struct SearchIndex: Sendable {
    let pages: [SearchPage]
    let vocabulary: Vocabulary
    let contents: Contents
    let spelling: Spelling
    let casings: [Casing]

    /// Reads the pages.
    package init(_ pages: some Sequence<SearchPage>) {
        self.pages = Array(pages)
        var draft = Contents.Draft()
        for page in self.pages {
            draft.read(page)
        }
        contents = draft.contents
        casings = draft.casings
        vocabulary = Vocabulary(draft.forms)
        spelling = Spelling(vocabulary.keys)
    }

    /// Finds the pages for what somebody typed, whatever that is.
    ///
    /// Only the first 200 letters and the first twelve words are searched for. The same pages in another order give the same
    /// hits.
    package func find(_ query: String, limit: Int = 50) -> SearchResult {
        let query = Query(query)
        guard !query.terms.isEmpty else { return .nothing }
        var finding = Finding(self, query)
        for term in query.terms {
            finding.find(term)
        }
        let best = finding.ranking.best(limit, of: pages)
        return SearchResult(
            hits: best.pages.map { hit(on: $0.page, score: $0.score, finding.marks) },
            total: best.total,
            corrected: finding.corrected,
            words: finding.words,
            hasEveryWord: best.hasAll || best.total == 0
        )
    }

    private func hit(on number: Int, score: Double, _ marks: Marks) -> SearchHit {
        let page = pages[number]
        let place = contents.places[number]
        return SearchHit(
            page: number,
            address: page.address,
            title: page.title,
            markedTitle: Excerpt.pieces(ofWhole: page.title, marks.marks(in: place.title, of: contents)),
            kind: page.kind,
            date: page.date,
            score: score,
            excerpt: Excerpt.pieces(of: page.texts, marks.marks(in: place.texts, of: contents))
        )
    }
}
