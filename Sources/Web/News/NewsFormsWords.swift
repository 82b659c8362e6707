extension Words {
    /// The forms of news, and what is said of news that isn't shown yet.
    struct NewsForms: Sendable {
        let new: String
        let newTitle: String
        let newLead: String
        let changeTitle: String
        let changeLead: String
        let notOutYet: @Sendable (_ day: String) -> String
        let ingressHelp: String
        let text: String
        let textHelp: String
        let from: String
        let fromHelp: String
        let aboutHelp: String
        let publish: String
        let published: String
        let willBeShown: @Sendable (_ day: String) -> String
        let upcoming: String
        let unpublished: String
        let shownFrom: @Sendable (_ day: String) -> String
    }
}

extension Words.NewsForms {
    static let swedish = Self(
        new: "Ny nyhet",
        newTitle: "En ny nyhet",
        newLead: "Nyheten visas för alla från den dag du väljer. Fram till dess ser ingen utanför kansliet den.",
        changeTitle: "Ändra nyheten",
        changeLead: "Den nya texten visas direkt. Det som har visats förut finns kvar i historiken.",
        notOutYet: { "Nyheten visas först den \($0). Det du ändrar före dess syns aldrig i historiken." },
        ingressHelp: "Det viktigaste i nyheten, med en eller två meningar.",
        text: "Text",
        textHelp: "Lämna en tom rad mellan styckena.",
        from: "Visas från",
        fromHelp: "I dag eller en dag längre fram.",
        aboutHelp: "Nyheten får då en länk till sidan om det.",
        publish: "Publicera",
        published: "Nyheten är publicerad.",
        willBeShown: { "Nyheten är sparad och visas från den \($0)." },
        upcoming: "Visas senare",
        unpublished: "Opublicerad",
        shownFrom: { "Visas från \($0)" }
    )
}

extension Words.NewsForms {
    static let english = Self(
        new: "Write news",
        newTitle: "A new piece of news",
        newLead: "The news is shown to everybody from the day you choose. Until then nobody outside the secretariat sees it.",
        changeTitle: "Edit the news",
        changeLead: "The new text is shown at once. What has been shown before stays in the history.",
        notOutYet: { "The news is not shown until \($0). What you change before that is never seen in the history." },
        ingressHelp: "What matters most in the news, in a sentence or two.",
        text: "Body text",
        textHelp: "Leave an empty line between paragraphs.",
        from: "Shown from",
        fromHelp: "Today or a later day.",
        aboutHelp: "The news then has a link to the page about it.",
        publish: "Publish",
        published: "The news has been published.",
        willBeShown: { "The news is saved, and is shown from \($0)." },
        upcoming: "Shown later",
        unpublished: "Not published",
        shownFrom: { "Shown from \($0)" }
    )
}
