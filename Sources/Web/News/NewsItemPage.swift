import Cooperation
import Markup

/// One piece of news, ready to show.
struct NewsItemPage: Encodable, Sendable {
    var id: String
    var title: String
    var lead: String
    /// The paragraphs after the lead.
    var text: [String]
    /// The first day it is shown.
    var from: Day
    /// When it got the wording that it has, when that was after its first day.
    var changed: Period?
    var about: NewsPage.About?
    var sources: [Source]

    /// The page of a piece of news.
    init(_ item: NewsItem, _ reading: Reading) {
        let facts = item.facts
        id = facts.id.text
        title = reading.text(facts.title)
        lead = reading.text(facts.lead)
        text = reading.text(facts.text)?.paragraphs ?? []
        from = facts.from
        if item.changed.last > facts.from { changed = item.changed }
        about = facts.about.flatMap { .init($0, reading) }
        sources = facts.sources
    }

    /// The piece of news, with what it is about beside it.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.p(words.news.publishedOn(words.date(from)), .class("kicker"))
                html.heading(title, reading, .publishNews, at: ["nyheter", id, "andra"])
                for paragraph in lead.paragraphs { html.p(paragraph, .class("lead"), .content) }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if !text.isEmpty { html.div(.content) { for paragraph in text { html.p(paragraph) } } }
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) { html.facts(facts(words), words) }
            }
        }
    }

    private func facts(_ words: Words) -> [Fact] {
        var facts = [Fact(words.news.published, words.date(from))]
        if let changed { facts.append(Fact(words.news.changed, words.period(changed))) }
        if let about {
            facts.append(Fact(words.news.about, about.title, address: about.page.flatMap(Address.init), isContent: true))
        }
        return facts
    }
}
