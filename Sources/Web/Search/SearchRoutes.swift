import Cooperation
import HTTPTypes
import Search

extension Site {
    /// The search.
    var searchRoutes: [Route] {
        [
            // Not kept: readers choose the addresses, and could fill the cache with them.
            Route(.get, "/sok", reads: [QueryName.search], formats: [.page, .json]) { asked in
                // Taken first: an index must never be kept as newer than what it was made of, or it would tell of what has been
                // hidden since.
                let stamp = readings.stamp
                let reading = readings.now(for: asked)
                // No more is searched for than what the index reads, and what isn't read shouldn't be shown as if it were.
                let query = String((asked.query[QueryName.search] ?? "").prefix(200))
                let index = shelf.index(at: stamp, in: asked.language) {
                    SearchIndex(SearchablePages(reading, keyFigureList(reading)).pages)
                }
                let page = SearchResultsPage(query, in: index)
                var shell = Shell(
                    title: query.isBlank ? reading.words.search.title : "\(reading.words.search.title): \(query)",
                    description: reading.words.search.lead,
                    steps: ["sok"],
                    place: .search,
                    formats: [.json],
                    hasHistory: false
                )
                if !query.isBlank { shell.query = [(QueryName.search, query)] }
                var answer = try answer(asked, page, in: shell, reading) { page.write($0, reading) }
                answer.caching = .never
                return answer
            }
        ]
    }
}
