extension Words {
    /// The forms of steering documents and their files.
    struct DocumentForms: Sendable {
        let new: String
        let newTitle: String
        let newLead: String
        let newSubmit: String
        let newSaved: String
        let changeTitle: @Sendable (_ document: String) -> String
        let changeLead: String
        let changeSubmit: String
        let before: @Sendable (_ day: String) -> String
        let wasDecided: @Sendable (_ when: String) -> String
        let correctDay: String

        let title: String
        let kindHelp: @Sendable (_ kinds: String) -> String
        let decided: String
        let decidedInWords: String
        let decidedInWordsHelp: String
        let decidedByHelp: String
        let validFrom: String
        let validTo: String
        let untilFurtherNotice: String
        let isInferred: String
        let about: String
        let aboutHelp: String
        let editionHelp: String
        let details: String
        let detailsHelp: String
        let missingHelp: String
        let sourcesHelp: String

        let attach: String
        let attachTitle: @Sendable (_ document: String) -> String
        let attachLead: String
        let attachSubmit: String
        let attached: String
        let file: String
        let fileHelp: String
        let since: String
        let detach: String
        let detachTitle: @Sendable (_ file: String) -> String
        let detachLead: String
        let detachSubmit: String
        let detached: String
    }
}

extension Words.DocumentForms {
    static let swedish = Self(
        new: "Nytt dokument",
        newTitle: "Nytt dokument",
        newLead: "Fyll i det som är känt. Det som lämnas tomt visas som att uppgift saknas.",
        newSubmit: "Lägg in dokumentet",
        newSaved: "Dokumentet är inlagt.",
        changeTitle: { "Ändra \($0)" },
        changeLead: "Det som stod förut finns kvar i historiken, och på sidan som den var en tidigare dag.",
        changeSubmit: "Spara ändringen",
        before: { "Dokumentets uppgifter gäller sedan den \($0). Välj den dagen eller en senare." },
        wasDecided: { "Beslutat: \($0). Dagen ändras inte här." },
        correctDay: "Rätta dagen för beslutet",
        title: "Titel",
        kindHelp: { "Ett ord för vad det är. De här orden används redan: \($0)." },
        decided: "När beslutades det?",
        decidedInWords: "Dagen med källans ord",
        decidedInWordsHelp: "Om källan inte säger exakt vilken dag, till exempel ”före den 16 maj 2023”.",
        decidedByHelp: "Vem eller vilka som beslutade, till exempel ”Samarbetskommittén”.",
        validFrom: "Gäller från och med",
        validTo: "Gäller till och med",
        untilFurtherNotice: "Dokumentet gäller tills vidare",
        isInferred: "Hur länge det gäller är härlett. Ingen källa säger det",
        about: "Tid som dokumentet redovisar",
        aboutHelp: "Bara för en redovisning, till exempel ett år.",
        editionHelp: "Om dokumentet är en utgåva av programmet.",
        details: "Det här är känt",
        detailsHelp: "En uppgift på varje rad. En rad som du ändrar behåller sina källor.",
        missingHelp: "Det som källorna lämnar öppet, en sak på varje rad.",
        sourcesHelp: "En webbadress eller ett dokuments namn på varje rad.",
        attach: "Bifoga en fil",
        attachTitle: { "Bifoga en fil till \($0)" },
        attachLead: "Filen blir synlig för alla. Kontrollera först att den inte har personuppgifter som inte ska visas.",
        attachSubmit: "Bifoga filen",
        attached: "Filen är bifogad.",
        file: "Fil",
        fileHelp: "PDF, Word (DOCX), OpenDocument (ODT), Excel (XLSX) eller en bild (PNG, JPEG, WebP).",
        since: "Hör till dokumentet från",
        detach: "Ta bort",
        detachTitle: { "Ta bort filen \($0)" },
        detachLead: "Filen visas inte längre här. På sidan som den var en tidigare dag finns den kvar.",
        detachSubmit: "Ta bort filen",
        detached: "Filen är borttagen."
    )
}

extension Words.DocumentForms {
    static let english = Self(
        new: "New document",
        newTitle: "A new document",
        newLead: "Fill in what is known. What is left empty is shown as not stated.",
        newSubmit: "Add the document",
        newSaved: "The document has been added.",
        changeTitle: { "Edit \($0)" },
        changeLead: "What was here before stays in the history, and on the page as it was on an earlier day.",
        changeSubmit: "Save the change",
        before: { "What is recorded of the document holds since \($0). Choose that day or a later one." },
        wasDecided: { "Decided: \($0). The day is not changed here." },
        correctDay: "Correct the day of the decision",
        title: "Title",
        kindHelp: { "A word for what it is. These words are used already: \($0)." },
        decided: "When was it decided?",
        decidedInWords: "The day in the words of the source",
        decidedInWordsHelp: "If the source does not say exactly which day, for example “before 16 May 2023”.",
        decidedByHelp: "Who decided, for example “Samarbetskommittén”.",
        validFrom: "Applies from",
        validTo: "Applies until",
        untilFurtherNotice: "The document applies until further notice",
        isInferred: "For how long it applies is inferred. No source says so",
        about: "The time the document reports on",
        aboutHelp: "Only for a report, for example a year.",
        editionHelp: "If the document is an edition of the programme.",
        details: "What is known",
        detailsHelp: "One statement on each line. A line that you change keeps its sources.",
        missingHelp: "What the sources leave open, one thing on each line.",
        sourcesHelp: "A web address or the name of a document on each line.",
        attach: "Attach a file",
        attachTitle: { "Attach a file to \($0)" },
        attachLead: "Everybody will see the file. First make sure that it tells nothing about persons that must not be shown.",
        attachSubmit: "Attach the file",
        attached: "The file is attached.",
        file: "File",
        fileHelp: "PDF, Word (DOCX), OpenDocument (ODT), Excel (XLSX) or a picture (PNG, JPEG, WebP).",
        since: "Belongs to the document from",
        detach: "Remove",
        detachTitle: { "Remove the file \($0)" },
        detachLead: "The file is no longer shown here. It stays on the page as it was on an earlier day.",
        detachSubmit: "Remove the file",
        detached: "The file has been removed."
    )
}
