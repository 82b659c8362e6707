import Cooperation
import HTTPTypes
import Publishing

extension Site {
    /// The news.
    var newsRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/nyheter", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = NewsPage(reading)
                let shell = Shell(
                    title: reading.words.news.title,
                    description: page.leadSentence(reading),
                    steps: ["nyheter"],
                    formats: [.json, .csv, .atom]
                )
                // The news itself is what is followed here, and not what has been done with it.
                if asked.format == .atom {
                    return .file(.atom, AtomFeed(reading.cooperation.news.inOrder, shell, reading, address).bytes)
                }
                let maySeeAll = reading.isNow && reading.viewer.may(.publishNews)
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading, whole: maySeeAll ? readings.whole(for: asked) : nil)
                }
            },
            Route(.get, "/nyheter/{id}", reads: reads, formats: [.page, .json, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                guard let id = NewsItem.ID(asked["id"]), let item = reading.cooperation.news[id] else {
                    throw reading.notThen
                }
                let page = NewsItemPage(item, reading)
                let history = reading.history(of: .newsItem(id))
                let shell = Shell(
                    title: page.title,
                    description: page.lead.paragraphs.joined(separator: " "),
                    steps: ["nyheter", page.id],
                    above: [.init(name: reading.words.news.title, steps: ["nyheter"])],
                    // When all that was done with it has been corrected there is nothing to follow.
                    formats: history.isEmpty ? [.json] : [.json, .atom],
                    subject: .newsItem(id)
                )
                return try answer(asked, page, in: shell, reading, history: { history }) {
                    page.write($0, reading, history: history)
                }
            },
        ]
    }
}
