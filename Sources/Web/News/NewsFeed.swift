import Cooperation
import Markup
import Publishing

extension AtomFeed {
    /// The news, to be followed.
    ///
    /// - Parameters:
    ///   - news: the items, the latest first.
    ///   - shell: the page that lists them.
    ///   - reading: what the page is made of.
    ///   - address: where readers reach the site.
    init(_ news: [NewsItem], _ shell: Shell, _ reading: Reading, _ address: PublicAddress) {
        let feed = address.whole(shell.fileAddress(.atom, reading).text)
        let entries = news.prefix(Self.mostNews).map { item in
            let subject = Subject.newsItem(item.facts.id)
            // It may have been written long before anybody could see it.
            let out = Instant(startOf: item.facts.from)
            let latest = reading.view.acts(about: [subject]).first?.recorded ?? out
            return Entry(
                id: tagURI(
                    authority: address.authority,
                    day: item.written.last,
                    specific: "nyhet/\(item.facts.id)"
                ),
                title: reading.text(item.facts.title),
                updated: max(out, latest),
                published: out,
                summary: reading.text(item.facts.lead),
                page: address.whole(reading.address(of: subject).text)
            )
        }
        self.init(
            title: "\(shell.title) – \(reading.name)",
            id: feed,
            address: feed,
            page: address.whole(reading.address(steps: shell.steps).text),
            // A feed without entries is new each day: there is nothing to tell when it changed.
            updated: entries.map(\.updated).max() ?? Instant(startOf: reading.day),
            author: reading.name,
            rights: "CC0-1.0",
            language: reading.language.rawValue,
            entries: Array(entries)
        )
    }

    /// The most items that the feed holds; older ones stand on the page.
    private static var mostNews: Int { 50 }
}
