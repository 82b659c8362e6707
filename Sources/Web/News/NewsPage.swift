import Cooperation
import Markup

/// The news, ready to show.
struct NewsPage: Encodable, Sendable {
    /// Something with a page of its own that a piece of news is about.
    struct About: Encodable, Sendable {
        var title: String
        /// The path of its page.
        var page: String?
    }

    /// A piece of news in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var title: String
        var lead: String
        /// The first day it is shown.
        var from: Day
        /// Nil when it is about nothing that has a page, or that may be seen.
        var about: About?
        var sources: [Source]
    }

    /// The latest first.
    var news: [Row]

    /// The page of the news.
    init(_ reading: Reading) {
        news = reading.cooperation.news.inOrder.map { Row($0, reading) }
    }

    /// The news as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.news
        return Table(
            columns: ["id", columns.day, columns.heading, columns.ingress, columns.about, words.frame.sources],
            rows: news.map { row in
                [
                    row.id, row.from.iso, row.title, row.lead, row.about?.title ?? "",
                    row.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }

    /// The news, and that there is none where there is none.
    ///
    /// - Parameters:
    ///   - html: where to.
    ///   - reading: what the page is made of.
    ///   - whole: everything there is, for those who may change it; they are also shown what is set for later.
    func write(_ html: HTML, _ reading: Reading, whole: Reading? = nil) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.news.title)
                html.p(leadSentence(reading), .class("lead"))
                html.begin(reading, .publishNews, reading.words.newsForms.new, at: ["nyheter", "ny"])
            }
            if let whole { html.upcomingNews(whole) }
            html.newsList(news, reading, under: .h1)
        }
    }

    /// Whose news it is, or that there is none.
    func leadSentence(_ reading: Reading) -> String {
        let words = reading.words.news
        guard news.isEmpty else { return words.lead(reading.calledName) }
        return reading.isNow ? words.none : words.noneThen
    }
}

extension NewsPage.Row {
    /// A piece of news in a list.
    init(_ item: NewsItem, _ reading: Reading) {
        let facts = item.facts
        id = facts.id.text
        title = reading.text(facts.title)
        lead = reading.text(facts.lead)
        from = facts.from
        about = facts.about.flatMap { .init($0, reading) }
        sources = facts.sources
    }
}

extension NewsPage.About {
    /// What a piece of news is about; nil when that may not be seen.
    init?(_ subject: Subject, _ reading: Reading) {
        guard reading.cooperation.knows(subject) else { return nil }
        title = reading.name(of: subject)
        page = reading.address(of: subject).text
    }
}

/// The heading that a list of news stands under.
enum NewsHeading: Sendable {
    case h1, h2
}

extension HTML {
    /// Pieces of news in a list, the latest first.
    func newsList(_ news: [NewsPage.Row], _ reading: Reading, under heading: NewsHeading) {
        guard !news.isEmpty else { return }
        ul(.class("latest")) {
            for item in news {
                li {
                    p(reading.words.date(item.from), .class("kicker"))
                    let title = { self.a(item.title, to: reading.address("nyheter", item.id)) }
                    switch heading {
                    case .h1: h2(.content, content: title)
                    case .h2: h3(.content, content: title)
                    }
                    paragraphs(item.lead)
                }
            }
        }
    }
}
