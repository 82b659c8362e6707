package import Search

/// The search for key figures by Swedish words.
///
/// It is the search of the public text (`SearchIndex`: other forms of a word, parts of compounds, misspelt words) over titles and
/// descriptions. What is asked for in a place where money is discussed is nearly always a key figure that is still counted, and of
/// municipalities, so those of regions, ended series and uncertainty figures come after the others.
package struct CatalogueSearch: Sendable {
    private let index: SearchIndex
    private let demotions: [Bool]

    /// Makes the index.
    ///
    /// It takes a good part of a second for the whole catalogue: make it once.
    package init(_ catalogue: Catalogue) {
        index = SearchIndex(
            catalogue.figures.map { figure in
                SearchPage(
                    address: figure.id.description,
                    title: figure.title,
                    kind: figure.operatingArea,
                    texts: figure.description.split(separator: "\n").map(String.init),
                    keywords: [figure.id.description, figure.operatingArea]
                )
            }
        )
        demotions = catalogue.figures.map { figure in
            figure.lastYear != nil || figure.level == .region || figure.title.hasPrefix("Osäkerhetstal")
        }
    }

    /// Finds key figures; the address of a hit is the key figure's id.
    ///
    /// - Parameters:
    ///   - words: what somebody typed.
    ///   - limit: how many are wanted.
    /// - Returns: the hits, those that are asked for the least last.
    package func find(_ words: String, limit: Int = 50) -> SearchResult {
        var result = index.find(words, limit: limit * 3)
        // With the same words in them, two hits differ by less than what sets a figure of the past apart from one of today.
        let wanted = result.hits.filter { !demotions[$0.page] }
        let others = result.hits.filter { demotions[$0.page] }
        result.hits = Array((wanted + others).prefix(limit))
        return result
    }
}
