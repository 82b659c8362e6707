import Cooperation
import Markup
import Publishing

extension AtomFeed {
    /// What has been done about a page's subject, to be followed; nil when nothing has.
    ///
    /// - Parameters:
    ///   - lines: the acts, the latest first.
    ///   - shell: the page that they are about.
    ///   - reading: what the page is made of.
    ///   - address: where readers reach the site.
    init?(_ lines: [HistoryLine], _ shell: Shell, _ reading: Reading, _ address: PublicAddress) {
        guard let latest = lines.first else { return nil }
        let page = address.whole(reading.address(steps: shell.steps).text)
        let feed = address.whole(shell.fileAddress(.atom, reading).text)
        self.init(
            title: shell.title == reading.name ? shell.title : "\(shell.title) – \(reading.name)",
            id: feed,
            address: feed,
            page: page,
            updated: Instant(microseconds: latest.recorded),
            author: reading.name,
            rights: "CC0-1.0",
            language: reading.language.rawValue,
            entries: lines.prefix(Self.longest).map { line in
                Entry(
                    id: tagURI(authority: address.authority, day: line.recordedDay, specific: "post/\(line.position)"),
                    title: line.sentence,
                    updated: Instant(microseconds: line.recorded),
                    summary: reading.words.history.when(
                        reading.words.period(line.happened),
                        reading.words.date(line.recordedDay)
                    ),
                    page: page,
                    categories: [Category(term: line.kind)]
                )
            }
        )
    }

    /// The most entries that a feed holds; older acts stand on the page itself.
    private static var longest: Int { 100 }
}
