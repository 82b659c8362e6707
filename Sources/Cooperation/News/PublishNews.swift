/// Asks that a news item be published from a day on; with an id that there is already, that it be written anew.
package struct PublishNews: Request {
    /// The most characters in a title.
    package static let longestTitle = 120
    /// The most characters in a lead.
    package static let longestLead = 600
    /// The most characters in the text after the lead.
    package static let longestText = 20_000

    package var id: NewsItem.ID
    package var title: Passage
    package var lead: Passage
    /// Its paragraphs are divided by empty lines.
    package var text: Passage?
    /// The first day that it is shown: the day it is written, or a later one.
    package var from: Day
    package var about: Subject?
    package var sources: [Source] = []

    /// An item with a title and a lead, shown from a day on; the rest is filled in afterwards.
    package init(id: NewsItem.ID, title: String, lead: String, from: Day) {
        self.id = id
        self.title = .written(title)
        self.lead = .written(lead)
        self.from = from
    }

    /// An item as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: NewsItem.Facts) {
        id = facts.id
        title = .kept(facts.title)
        lead = .kept(facts.lead)
        text = facts.text.map { .kept($0) }
        from = facts.from
        about = facts.about
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("news.blank", field: "title", "Skriv nyhetens rubrik.") }
        guard !lead.isBlank else {
            throw Refusal("news.blank", field: "lead", "Skriv en ingress som säger det viktigaste i nyheten.")
        }
        try check(title, "Rubriken", Self.longestTitle, field: "title")
        try check(lead, "Ingressen", Self.longestLead, field: "lead")
        if let text { try check(text, "Texten", Self.longestText, field: "text") }
        // What has been shown keeps its day when it is changed later.
        guard from >= period.first || from == cooperation.news[id]?.facts.from else {
            throw Refusal(
                "news.from",
                field: "from",
                "Nyheten kan inte visas före den dag då den skrivs. Välj den dagen, \(period.iso), eller en senare."
            )
        }
        if case .newsItem = about {
            throw Refusal("news.about-news", field: "about", "En nyhet kan inte handla om en annan nyhet. Välj något annat.")
        }
        if let about, !cooperation.knows(about) { throw .unknownNewsSubject(about) }
        return try cooperation.accepting(
            .news(
                .published(
                    NewsItem.Facts(
                        id: id,
                        title: pen.write(title),
                        lead: pen.write(lead),
                        text: text.flatMap { $0.isBlank ? nil : pen.write($0) },
                        from: from,
                        about: about,
                        sources: sources
                    )
                )
            )
        )
    }

    private func check(_ text: Passage, _ name: String, _ most: Int, field: String) throws(Refusal) {
        guard case .written(let text) = text, text.count > most else { return }
        throw Refusal(
            "news.too-long",
            field: field,
            "\(name) har \(text.count) tecken och får ha högst \(most). Korta den."
        )
    }
}
