extension Words {
    /// The news.
    struct News: Sendable {
        let title: String
        let lead: @Sendable (_ name: String) -> String
        let none: String
        let noneThen: String
        let all: String
        let wayIn: @Sendable (_ count: String) -> String
        let published: String
        let publishedOn: @Sendable (_ day: String) -> String
        let changed: String
        let about: String
        let day: String
        let heading: String
        let ingress: String
        let written: @Sendable (_ title: String) -> String
        let cameOut: @Sendable (_ title: String) -> String
    }
}

extension Words.News {
    static let swedish = Self(
        title: "Nyheter",
        lead: { "Det senaste från \($0)." },
        none: "Inga nyheter är publicerade än.",
        noneThen: "Den dagen var inga nyheter publicerade.",
        all: "Alla nyheter",
        wayIn: { "Det kansliet berättar om. Antal nyheter: \($0)." },
        published: "Publicerad",
        publishedOn: { "Publicerad den \($0)" },
        changed: "Ändrad",
        about: "Handlar om",
        day: "Dag",
        heading: "Rubrik",
        ingress: "Ingress",
        written: { "Nyheten ”\($0)” skrevs." },
        cameOut: { "Nyheten ”\($0)” började visas." }
    )
}

extension Words.News {
    static let english = Self(
        title: "News",
        lead: { "The latest from \($0)." },
        none: "No news has been published yet.",
        noneThen: "No news had been published on that day.",
        all: "All news",
        wayIn: { "What the secretariat tells about. Pieces of news: \($0)." },
        published: "Published",
        publishedOn: { "Published on \($0)" },
        changed: "Changed",
        about: "About",
        day: "Day",
        heading: "Heading",
        ingress: "Lead",
        written: { "The news “\($0)” was written." },
        cameOut: { "The news “\($0)” began to be shown." }
    )
}
