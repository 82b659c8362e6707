extension Words {
    /// The search page.
    struct Search: Sendable {
        let title: String
        let lead: String
        let field: String
        let help: String
        let button: String
        let tips: String
        let tipTexts: [String]
        let found: @Sendable (_ count: String, _ query: String) -> String
        let foundOne: @Sendable (_ query: String) -> String
        let shown: @Sendable (_ count: String) -> String
        let nothing: @Sendable (_ query: String) -> String
        let nothingTexts: [String]
        let corrected: @Sendable (_ corrected: String, _ query: String) -> String
        let someWords: String
        let results: String
        let elsewhere: String
        let page: String
        let statement: String
        let programmePart: String
        let municipality: String
        let body: String
        let network: String
        let document: String
        let series: String
        let conference: String
        let priority: String
        let plan: String
        let newsItem: String
        let outerFrame: String
        let peer: String
        let edition: String
    }
}

extension Words.Search {
    static let swedish = Self(
        title: "Sök",
        lead: "Sök i allt som är offentligt här: program, beslut, kommuner, nätverk, konferenser, yttranden och planer.",
        field: "Sökord",
        help: "Skriv ett eller flera ord. Det gör inget om något blir felstavat.",
        button: "Sök",
        tips: "Så söker du",
        tipTexts: [
            "Ord hittas också i böjd form och inne i sammansatta ord. ”Konferens” hittar Södertörnskonferensen.",
            "Skriv ord som ska stå intill varandra inom citattecken: ”hållbar utveckling”.",
            "Diarienummer, årtal och kommunkoder går också att söka på.",
        ],
        found: { "\($0) sidor handlar om ”\($1)”." },
        foundOne: { "En sida handlar om ”\($0)”." },
        shown: { "Här visas de \($0) bästa." },
        nothing: { "Ingen sida handlar om ”\($0)”." },
        nothingTexts: [
            "Pröva ett annat ord, eller färre ord.",
            "Det som saknas här kan finnas hos en kommun. Varje kommun har ett eget diarium.",
        ],
        corrected: { "Vi sökte efter ”\($0)”, eftersom ingen sida har ”\($1)”." },
        someWords: "Ingen sida har alla orden. Här är de sidor som har några av dem.",
        results: "Sökträffar",
        elsewhere: "Bläddra i stället",
        page: "Sida",
        statement: "Yttrande",
        programmePart: "Del av programmet",
        municipality: "Kommun",
        body: "Organ",
        network: "Nätverk",
        document: "Styrdokument",
        series: "Konferensserie",
        conference: "Konferens",
        priority: "Satsning",
        plan: "Verksamhetsplan",
        newsItem: "Nyhet",
        outerFrame: "Regional plan",
        peer: "Annat samarbete",
        edition: "Utvecklingsprogram"
    )
}

extension Words.Search {
    static let english = Self(
        title: "Search",
        lead:
            "Search everything public here: programmes, decisions, municipalities, networks, conferences, statements and plans.",
        field: "Words to search for",
        help: "Write one or more Swedish words. A misspelling does no harm.",
        button: "Search",
        tips: "How to search",
        tipTexts: [
            "Words are found in other forms too, and inside compounds. “Konferens” finds Södertörnskonferensen.",
            "Write words that shall stand together in quotation marks: “hållbar utveckling”.",
            "Case numbers, years and municipality codes can be searched for as well.",
        ],
        found: { "\($0) pages are about “\($1)”." },
        foundOne: { "One page is about “\($0)”." },
        shown: { "Here are the best \($0)." },
        nothing: { "No page is about “\($0)”." },
        nothingTexts: [
            "Try another word, or fewer words.",
            "What is missing here may be found at a municipality. Each has a register of its own.",
        ],
        corrected: { "We searched for “\($0)”, since no page has “\($1)”." },
        someWords: "No page has all the words. Here are those that have some.",
        results: "Results",
        elsewhere: "Browse instead",
        page: "Page",
        statement: "Statement",
        programmePart: "Part of the programme",
        municipality: "Municipality",
        body: "Body",
        network: "Network",
        document: "Steering document",
        series: "Conference series",
        conference: "Conference",
        priority: "Priority",
        plan: "Operational plan",
        newsItem: "News",
        outerFrame: "Regional plan of others",
        peer: "Another cooperation",
        edition: "Development programme"
    )
}
