import Cooperation
import Markup
import Search

/// What a search came to, ready to show.
struct SearchResultsPage: Encodable, Sendable {
    /// A page that was found.
    struct Hit: Encodable, Sendable {
        var title: String
        var address: String
        var kind: String
        var date: Day?
        var excerpt: String
        var markedTitle: [SearchPiece]
        var markedExcerpt: [SearchPiece]

        private enum CodingKeys: String, CodingKey { case title, address, kind, date, excerpt }
    }

    /// The most pages that are shown.
    static let most = 30

    /// As it was written; empty when nothing was searched for.
    var query: String
    var corrected: String?
    var total: Int
    var hasEveryWord: Bool
    var hits: [Hit]

    /// What was found for a query.
    init(_ query: String, in index: SearchIndex) {
        let result = index.find(query, limit: Self.most)
        self.query = query
        corrected = result.corrected
        total = result.total
        hasEveryWord = result.hasEveryWord
        hits = result.hits.map { hit in
            Hit(
                title: hit.title,
                address: hit.address,
                kind: hit.kind,
                date: hit.date.map { Day(number: $0) },
                excerpt: hit.excerpt.map(\.text).joined(),
                markedTitle: hit.markedTitle,
                markedExcerpt: hit.excerpt
            )
        }
    }

    /// The form, and what was found.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.search
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                if query.isBlank { html.p(words.lead, .class("lead")) } else { html.p(sentence(reading.words), .class("lead")) }
                writeForm(html, reading)
            }
            if query.isBlank {
                html.section(.labelled(by: "tips")) {
                    html.h2(words.tips, .id("tips"))
                    html.ul { for tip in words.tipTexts { html.li(tip) } }
                }
            } else if hits.isEmpty {
                html.div(.class("column")) { for text in words.nothingTexts { html.p(text) } }
            } else {
                writeHits(html, reading)
            }
        }
    }

    private func sentence(_ words: Words) -> String {
        switch total {
        case 0: words.search.nothing(query)
        case 1: words.search.foundOne(query)
        default: words.search.found(words.countFirst(total), query)
        }
    }

    private func writeForm(_ html: HTML, _ reading: Reading) {
        let words = reading.words.search
        html.div(.role(.search)) {
            html.form(.get, to: Address(steps: ["sok"]), .class("searching")) {
                html.label(words.field, for: "fraga")
                html.p(words.help, .id("fraga-hjalp"), .class("help"))
                html.div {
                    html.input(
                        .search,
                        name: QueryName.search,
                        value: query,
                        .id("fraga"),
                        .described(by: "fraga-hjalp"),
                        .maximumLength(200),
                        .autocomplete("off")
                    )
                    if reading.language != .swedish {
                        html.input(.hidden, name: PageLanguage.parameter, value: reading.language.rawValue)
                    }
                    html.button(words.button)
                }
            }
        }
    }

    private func writeHits(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "traffar")) {
            html.h2(words.search.results, .id("traffar"))
            if let corrected { html.p(words.search.corrected(corrected, query), .class("notice")) }
            if !hasEveryWord { html.p(words.search.someWords, .class("notice")) }
            if total > hits.count { html.p(words.search.shown(words.number(hits.count)), .class("help")) }
            html.ol(.class("hits")) {
                for hit in hits {
                    html.li {
                        html.p(.class("kicker")) {
                            html.text(hit.kind)
                            if let date = hit.date { html.text(", \(date.year)") }
                        }
                        if let address = Address(hit.address) {
                            html.h3(.content) { html.a(to: address) { html.pieces(hit.markedTitle) } }
                        }
                        if !hit.markedExcerpt.isEmpty { html.p(.content) { html.pieces(hit.markedExcerpt) } }
                    }
                }
            }
        }
    }
}

extension HTML {
    /// A text with what matched marked.
    fileprivate func pieces(_ pieces: [SearchPiece]) {
        for piece in pieces { if piece.isMatch { mark(piece.text) } else { text(piece.text) } }
    }
}
