extension Words {
    /// What the public may see.
    struct Visibility: Sendable {
        let title: String
        let lead: String
        let none: String
        let noneText: String
        let since: @Sendable (_ day: String) -> String
        let by: @Sendable (_ who: String) -> String
        let withdraw: String
        let withdrawTitle: @Sendable (_ name: String) -> String
        let withdrawLead: String
        let withdrawSubmit: String
        let withdrawn: @Sendable (_ name: String) -> String
        let reasonHelp: String
        let show: String
        let showTitle: @Sendable (_ name: String) -> String
        let showLead: String
        let showSubmit: String
        let shown: @Sendable (_ name: String) -> String
    }
}

extension Words.Visibility {
    static let swedish = Self(
        title: "Det som inte visas",
        lead: "Det här är draget tillbaka från allmänheten. Ingen annan ser det, och inte heller den här listan.",
        none: "Allt visas",
        noneText: "Ingenting är draget tillbaka. Vägen dit finns sist på varje sida som går att dra tillbaka.",
        since: { "Sedan den \($0)" },
        by: { "Gjort av: \($0)" },
        withdraw: "Dra tillbaka från allmänheten",
        withdrawTitle: { "Dra tillbaka \($0)" },
        withdrawLead: "Sidan visas då inte för någon, inte heller som den var en tidigare dag. "
            + "Historiken om den döljs också. Inget tas bort.",
        withdrawSubmit: "Dra tillbaka från allmänheten",
        withdrawn: { "\($0) visas inte längre för allmänheten." },
        reasonHelp: "Skälet visas i listan över det som inte visas. Alla kan se det om sidan visas igen. "
            + "Skriv inga personuppgifter.",
        show: "Visa igen",
        showTitle: { "Visa \($0) igen" },
        showLead: "Sidan och historiken om den blir synliga för alla, med skälen till att den drogs tillbaka och visas igen.",
        showSubmit: "Visa igen",
        shown: { "\($0) visas igen för allmänheten." }
    )
}

extension Words.Visibility {
    static let english = Self(
        title: "What is not shown",
        lead: "This has been withdrawn from the public. Nobody else sees it, nor this list.",
        none: "Everything is shown",
        noneText: "Nothing has been withdrawn. Every page that can be withdrawn has a link to it at its end.",
        since: { "Since \($0)" },
        by: { "Done by: \($0)" },
        withdraw: "Withdraw from the public",
        withdrawTitle: { "Withdraw \($0)" },
        withdrawLead: "The page is then shown to nobody, not even as it was on an earlier day. "
            + "Its history is hidden too. Nothing is removed.",
        withdrawSubmit: "Withdraw from the public",
        withdrawn: { "\($0) is no longer shown to the public." },
        reasonHelp: "The reason is shown in the list of what is not shown. Everybody can see it if the page is shown again. "
            + "Don't write anything about persons.",
        show: "Show again",
        showTitle: { "Show \($0) again" },
        showLead: "Everybody can then see the page and its history, with the reasons why it was withdrawn and shown again.",
        showSubmit: "Show again",
        shown: { "\($0) is shown to the public again." }
    )
}
