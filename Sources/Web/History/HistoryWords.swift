extension Words {
    /// The page about the journal's history.
    struct History: Sendable {
        let title: String
        let lead: String
        let introduction: [String]
        let heads: String
        let noHeads: String
        let day: String
        let acts: String
        let hash: String
        let howTo: String
        let howToSteps: [String]
        let chainEnd: @Sendable (_ count: String) -> String
        let when: @Sendable (_ happened: String, _ recorded: String) -> String
        let corrected: @Sendable (_ position: String) -> String
        let all: String
        let topics: String
        let topicSettings: String
        let list: String
        let listOf: @Sendable (_ topic: String) -> String
        let position: String
        let happened: String
        let recorded: String
        let what: String
        let kind: String
        let address: String
        let noActs: String
        let shown: @Sendable (_ first: String, _ last: String, _ count: String) -> String
        let newer: String
        let older: String
        let pages: String
        let noSuchPage: String
    }
}

extension Words.History {
    static let swedish = Self(
        title: "Historik",
        lead: "Här står allt som har förts in, det senaste först. Ingen post kan ändras utan att det syns.",
        introduction: [
            "Allt som händer skrivs i en journal. Varje post har ett avtryck som räknas fram ur posten själv och ur avtrycket före.",
            "Varje dag skriver systemet under det sista avtrycket. Den som har sparat ett sådant undertecknat huvud kan senare se om slutet "
                + "har klippts bort eller om historiken har skrivits om.",
        ],
        heads: "Undertecknade huvuden",
        noHeads: "Inget huvud är undertecknat än. Det görs när servern startar och vid midnatt.",
        day: "Dag",
        acts: "Poster",
        hash: "Avtryck",
        howTo: "Kontrollera själv",
        howToSteps: [
            "Spara filen med huvuden, länken TXT längst ner på sidan, gärna flera gånger om året.",
            "Be den som sköter installationen om en kopia av journalen.",
            "Kör verify.py med kopian och de sparade huvudena. Programmet är kort, och du kan läsa det själv.",
        ],
        chainEnd: { "Journalen har just nu \($0) poster. Kedjan slutar med" },
        when: { "Hände \($0). Infördes \($1)." },
        corrected: { "Rättad genom post \($0)." },
        all: "Allt",
        topics: "Visa det som gäller",
        topicSettings: "Samarbetet",
        list: "Det som har hänt",
        listOf: { "Det som har hänt: \($0)" },
        position: "Post",
        happened: "Hände",
        recorded: "Infördes",
        what: "Vad som hände",
        kind: "Slag av händelse",
        address: "Adress",
        noActs: "Ingenting har förts in än.",
        shown: { "Posterna \($0)–\($1) av \($2)." },
        newer: "Nyare poster",
        older: "Äldre poster",
        pages: "Fler sidor med poster",
        noSuchPage: "Så många sidor har historiken inte. Börja från den första."
    )
}

extension Words.History {
    static let english = Self(
        title: "History",
        lead: "Everything that has been recorded, the latest first. No entry can be changed without it showing.",
        introduction: [
            "Everything that happens is written in a journal. Each entry has a fingerprint computed from the entry itself and the fingerprint before.",
            "Each day the system signs the last fingerprint. Whoever has kept such a signed head can see later whether the end has been cut "
                + "off or the history rewritten.",
        ],
        heads: "Signed heads",
        noHeads: "No head has been signed yet. That is done when the server starts and at midnight.",
        day: "Day",
        acts: "Entries",
        hash: "Fingerprint",
        howTo: "Check for yourself",
        howToSteps: [
            "Keep the file of heads, the link TXT at the foot of the page, several times a year.",
            "Ask those who run the installation for a copy of the journal.",
            "Run verify.py with the copy and the heads you have kept. The program is short, and you can read it yourself.",
        ],
        chainEnd: { "The journal has \($0) entries just now. The chain ends with" },
        when: { "Happened \($0). Recorded \($1)." },
        corrected: { "Corrected by entry \($0)." },
        all: "Everything",
        topics: "Show what concerns",
        topicSettings: "The cooperation",
        list: "What has happened",
        listOf: { "What has happened: \($0)" },
        position: "Entry",
        happened: "Happened",
        recorded: "Recorded",
        what: "What happened",
        kind: "Kind of event",
        address: "Address",
        noActs: "Nothing has been recorded yet.",
        shown: { "Entries \($0)–\($1) of \($2)." },
        newer: "Newer entries",
        older: "Older entries",
        pages: "More pages of entries",
        noSuchPage: "The history doesn't have that many pages. Begin with the first."
    )
}
