package import Cooperation

/// A feed in Atom (RFC 4287): what is new, for those who follow it in a reader.
///
/// All texts are plain text. Ids and addresses are absolute; an id is never changed once it has been published, since readers show an
/// entry with a new id as news (see `tagURI`).
package struct AtomFeed: Hashable, Sendable {
    /// What the feed is called.
    package var title: String

    /// What the feed is about, in a sentence.
    package var subtitle: String?

    /// The feed's id: an absolute IRI.
    package var id: String

    /// The absolute address of the feed itself.
    package var address: String

    /// The absolute address of the page that tells the same.
    package var page: String

    /// When the feed last changed; not before any of its entries.
    package var updated: Instant

    /// Who publishes the feed and stands behind every entry.
    package var author: String

    /// Who may use the texts, and how.
    package var rights: String?

    /// The language of the texts, as BCP 47 has it: `sv`.
    package var language: String

    /// The entries in the order in which they are written, the latest first.
    package var entries: [Entry]

    package init(
        title: String,
        subtitle: String? = nil,
        id: String,
        address: String,
        page: String,
        updated: Instant,
        author: String,
        rights: String? = nil,
        language: String,
        entries: [Entry]
    ) {
        self.title = title
        self.subtitle = subtitle
        self.id = id
        self.address = address
        self.page = page
        self.updated = updated
        self.author = author
        self.rights = rights
        self.language = language
        self.entries = entries
    }

    /// One piece of news.
    package struct Entry: Hashable, Sendable {
        /// The entry's id, the same for ever: a `tag:` URI or another absolute IRI.
        package var id: String

        /// What it is called.
        package var title: String

        /// When it last changed in a way that a reader should know of.
        package var updated: Instant

        /// When it first came.
        package var published: Instant?

        /// What has happened, as plain text.
        package var summary: String

        /// The absolute address of the page to read.
        package var page: String

        /// The kinds of news that it belongs to.
        package var categories: [Category]

        package init(
            id: String,
            title: String,
            updated: Instant,
            published: Instant? = nil,
            summary: String,
            page: String,
            categories: [Category] = []
        ) {
            self.id = id
            self.title = title
            self.updated = updated
            self.published = published
            self.summary = summary
            self.page = page
            self.categories = categories
        }
    }

    /// A kind of news.
    package struct Category: Hashable, Sendable {
        /// The word that programs know it by.
        package var term: String

        /// The word that people read, when it is another.
        package var label: String?

        package init(term: String, label: String? = nil) {
            self.term = term
            self.label = label
        }
    }

    /// The document in UTF-8, the same bytes for the same feed.
    package var bytes: [UInt8] {
        var xml = XMLText(reserving: 1_024 + entries.count * 768)
        xml.write("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        xml.attribute("xml:lang", language)
        xml.write(">\n")
        xml.element("id", URIText.encoded(id))
        xml.element("title", title)
        if let subtitle { xml.element("subtitle", subtitle) }
        xml.element("updated", updated.rfc3339)
        xml.write("<author><name>")
        xml.write(text: author)
        xml.write("</name></author>\n")
        if let rights { xml.element("rights", rights) }
        Self.write(link: "self", type: "application/atom+xml", to: address, into: &xml)
        Self.write(link: "alternate", type: "text/html", to: page, into: &xml)
        for entry in entries {
            Self.write(entry, into: &xml)
        }
        xml.write("</feed>\n")
        return xml.bytes
    }

    private static func write(_ entry: Entry, into xml: inout XMLText) {
        xml.write("<entry>\n")
        xml.element("id", URIText.encoded(entry.id))
        xml.element("title", entry.title)
        xml.element("updated", entry.updated.rfc3339)
        if let published = entry.published { xml.element("published", published.rfc3339) }
        xml.element("summary", entry.summary)
        write(link: "alternate", type: "text/html", to: entry.page, into: &xml)
        for category in entry.categories {
            xml.write("<category")
            xml.attribute("term", category.term)
            if let label = category.label { xml.attribute("label", label) }
            xml.write("/>\n")
        }
        xml.write("</entry>\n")
    }

    private static func write(link relation: StaticString, type: StaticString, to address: String, into xml: inout XMLText) {
        xml.write("<link rel=\"")
        xml.write(relation)
        xml.write("\" type=\"")
        xml.write(type)
        xml.write("\"")
        xml.attribute("href", URIText.encoded(address))
        xml.write("/>\n")
    }
}
