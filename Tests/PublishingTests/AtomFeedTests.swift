import Cooperation
import Publishing
import Testing

/// A feed with one entry, both as short as they may be.
func feed(title: String = "Nytt", entryTitle: String = "Ett mål", _ change: (inout AtomFeed) -> Void = { _ in }) -> AtomFeed {
    var feed = AtomFeed(
        title: title,
        id: "tag:samverkan.se,2026-01-01:nytt",
        address: "https://samverkan.se/nytt.atom",
        page: "https://samverkan.se/nytt",
        updated: instant("2026-11-23", 7, 5, 9),
        author: "Samverkan",
        language: "sv",
        entries: [
            AtomFeed.Entry(
                id: "tag:samverkan.se,2026-01-01:nytt/1",
                title: entryTitle,
                updated: instant("2026-11-22"),
                summary: "Målet är antaget.",
                page: "https://samverkan.se/program/2019"
            )
        ]
    )
    change(&feed)
    return feed
}

@Suite("Atom feeds")
struct AtomFeedTests {
    @Test("a whole feed reads as RFC 4287 has it")
    func whole() {
        let whole = feed {
            $0.subtitle = "Vad som har hänt"
            $0.rights = "CC0 1.0"
            $0.entries[0].published = instant("2026-11-21", 23, 59, 59)
            $0.entries[0].categories = [AtomFeed.Category(term: "programme", label: "Program"), AtomFeed.Category(term: "mål")]
        }
        let expected = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
            <id>tag:samverkan.se,2026-01-01:nytt</id>
            <title>Nytt</title>
            <subtitle>Vad som har hänt</subtitle>
            <updated>2026-11-23T07:05:09Z</updated>
            <author><name>Samverkan</name></author>
            <rights>CC0 1.0</rights>
            <link rel="self" type="application/atom+xml" href="https://samverkan.se/nytt.atom"/>
            <link rel="alternate" type="text/html" href="https://samverkan.se/nytt"/>
            <entry>
            <id>tag:samverkan.se,2026-01-01:nytt/1</id>
            <title>Ett mål</title>
            <updated>2026-11-22T00:00:00Z</updated>
            <published>2026-11-21T23:59:59Z</published>
            <summary>Målet är antaget.</summary>
            <link rel="alternate" type="text/html" href="https://samverkan.se/program/2019"/>
            <category term="programme" label="Program"/>
            <category term="mål"/>
            </entry>
            </feed>

            """
        #expect(String(decoding: whole.bytes, as: UTF8.self) == expected)
        #expect(whole.bytes == whole.bytes)
    }

    @Test("what is not known is left out")
    func leftOut() throws {
        let document = try XMLReader.read(feed { $0.entries.append($0.entries[0]) }.bytes)
        #expect(document.all("entry").count == 2)
        for name in ["subtitle", "rights"] { #expect(document.all(name).isEmpty) }
        for name in ["published", "category", "author"] { #expect(document.all("entry")[0].all(name).isEmpty) }
        #expect(try XMLReader.read(feed { $0.entries = [] }.bytes).all("entry").isEmpty)
    }

    @Test(
        "text is never markup",
        arguments: [
            ("a & b", "a &amp; b"),
            ("&amp;", "&amp;amp;"),
            ("<b>", "&lt;b&gt;"),
            ("]]>", "]]&gt;"),
            ("\"'", "&quot;'"),
            ("<\u{338}b>\u{20D2}", "&lt;\u{338}b&gt;\u{20D2}"),
            ("a\rb\r\nc\td", "a&#13;b&#13;\nc\td"),
            ("\u{0}\u{8}\u{B}\u{C}\u{E}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{FFFD}\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("\u{7F}\u{85}\u{9F}\u{FFBE}\u{FDCF}\u{1FFFE}\u{10FFFF}", "\u{7F}\u{85}\u{9F}\u{FFBE}\u{FDCF}\u{1FFFE}\u{10FFFF}"),
            ("åäö ÅÄÖ é 🙂", "åäö ÅÄÖ é 🙂"),
        ]
    )
    func escapes(_ text: String, _ expected: String) {
        let whole = feed(title: text).bytes
        let part = Array("<title>\(expected)</title>".utf8)
        #expect(whole.indices.contains { whole[$0...].starts(with: part) })
    }

    @Test("white space in an attribute stays what it was")
    func attributes() throws {
        let label = " a\tb\nc\r\nd  \"e\" <f> & 'g' "
        let document = try XMLReader.read(
            feed { $0.entries[0].categories = [AtomFeed.Category(term: label, label: label)] }.bytes
        )
        let category = try #require(document.all("entry").first?.all("category").first)
        #expect(bytes(category.attributes["term"]) == bytes(label))
        #expect(bytes(category.attributes["label"]) == bytes(label))
    }

    @Test(
        "addresses hold only what a URI can hold",
        arguments: [
            ("https://samverkan.se/a?b=c&d=e#f", "https://samverkan.se/a?b=c&d=e#f"),
            ("https://samverkan.se/mål", "https://samverkan.se/m%C3%A5l"),
            ("https://samverkan.se/m%C3%A5l", "https://samverkan.se/m%C3%A5l"),
            ("https://samverkan.se/m%c3%A5", "https://samverkan.se/m%c3%A5"),
            ("https://samverkan.se/100%", "https://samverkan.se/100%25"),
            ("https://samverkan.se/%2", "https://samverkan.se/%252"),
            ("https://samverkan.se/%zz%", "https://samverkan.se/%25zz%25"),
            ("https://[::1]:8080/", "https://[::1]:8080/"),
            ("https://samverkan.se/a b\"<c>\\^`{|}", "https://samverkan.se/a%20b%22%3Cc%3E%5C%5E%60%7B%7C%7D"),
            ("https://samverkan.se/\u{0}\r\n\u{7F}\u{FFFF}", "https://samverkan.se/%00%0D%0A%7F%EF%BF%BF"),
        ]
    )
    func addresses(_ address: String, _ expected: String) throws {
        let document = try XMLReader.read(
            feed {
                $0.id = address
                $0.address = address
                $0.page = address
                $0.entries[0].id = address
                $0.entries[0].page = address
            }.bytes
        )
        let entry = try #require(document.all("entry").first)
        let found = [
            document.text(of: "id"), document.link("self"), document.link("alternate"), entry.text(of: "id"),
            entry.link("alternate"),
        ]
        #expect(found.map(bytes) == Array(repeating: bytes(expected), count: 5))
    }

    @Test("naughty texts come back whole", arguments: Naughty.texts.indices)
    func naughty(_ index: Int) throws {
        let text = Naughty.texts[index]
        try comesBack([text, text, text, text, text, text, text, text, text])
    }

    @Test("random texts come back whole", arguments: 0..<50)
    func random(_ seed: UInt64) throws {
        var dice = Dice(seed)
        for _ in 0..<20 {
            try comesBack((0..<9).map { _ in dice.text() })
        }
    }

    /// Puts texts wherever there can be one, and reads them back.
    private func comesBack(_ texts: [String]) throws {
        let whole = feed(title: texts[0], entryTitle: texts[1]) {
            $0.subtitle = texts[2]
            $0.rights = texts[3]
            $0.author = texts[4]
            $0.language = texts[5]
            $0.entries[0].summary = texts[6]
            $0.entries[0].categories = [AtomFeed.Category(term: texts[7], label: texts[8])]
        }
        let document = try XMLReader.read(whole.bytes)
        let entry = try #require(document.all("entry").first)
        let category = try #require(entry.all("category").first)
        let read = [
            document.text(of: "title"), entry.text(of: "title"), document.text(of: "subtitle"), document.text(of: "rights"),
            document.all("author").first?.text(of: "name"), document.attributes["xml:lang"], entry.text(of: "summary"),
            category.attributes["term"], category.attributes["label"],
        ]
        #expect(read.map(bytes) == texts.map { bytes(cleaned($0)) })
        #expect(document.all("entry").count == 1)
    }

    /// A text without what XML can't hold.
    private func cleaned(_ text: String) -> String {
        var cleaned = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            cleaned.append(XMLReader.isAllowed(scalar) ? scalar : "\u{FFFD}")
        }
        return String(cleaned)
    }
}
