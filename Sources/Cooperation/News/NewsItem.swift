import HashTreeCollections

/// A short piece of news that the secretariat publishes, on the day it is written or a later one.
package struct NewsItem: Hashable, Sendable {
    /// The item in addresses: `2026-ny-ordforande`.
    package typealias ID = Identifier<NewsItem>

    /// What is recorded of an item: the whole of it.
    ///
    /// Also the title is a text beside the journal, since what is news may be about a person.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var title: Prose
        /// What the news is, in a few sentences.
        package var lead: Prose
        /// The rest, its paragraphs divided by empty lines; nil when the lead says it all.
        package var text: Prose?
        /// The first day that the public may see it.
        package var from: Day
        /// What it is about, when that is something with a page of its own.
        package var about: Subject?
        package var sources: [Source]
    }

    package var facts: Facts
    /// When it was first written.
    package var written: Period
    /// When it got the wording that it has; as `written` until it is changed.
    package var changed: Period

    /// Whether its first day has come.
    package func isDue(on day: Day) -> Bool { facts.from <= day }
}

/// The news, also what isn't to be seen yet.
package struct News: Hashable, Sendable {
    var items: TreeDictionary<NewsItem.ID, NewsItem> = [:]

    /// The item with that id.
    package subscript(id: NewsItem.ID) -> NewsItem? { items[id] }

    /// Every item, the latest first.
    package var inOrder: [NewsItem] {
        items.values.sorted { ($0.facts.from, $0.written.last, $0.facts.id) > ($1.facts.from, $1.written.last, $1.facts.id) }
    }
}
