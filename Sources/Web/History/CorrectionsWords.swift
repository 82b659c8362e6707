extension Words {
    /// Corrections of what has been recorded.
    struct Corrections: Sendable {
        let correct: String
        let entry: @Sendable (_ position: String) -> String
        let title: @Sendable (_ position: String) -> String
        let correctLead: String
        let correctSubmit: String
        let corrected: @Sendable (_ position: String) -> String
        let onlyStrike: String
        let strikeLead: String
        let strikeSubmit: String
        let strikeInstead: String
        let struck: @Sendable (_ position: String) -> String
        let isStruck: String
        let isCorrection: @Sendable (_ position: String) -> String
        let isNotice: String
        let isVersion: String
        let actSays: @Sendable (_ sentence: String) -> String
        let populationDay: String
        let since: String
        let erasedPerson: String
        let onPresentedExtract: String
        let extractNeeded: String
    }
}

extension Words.Corrections {
    static let swedish = Self(
        correct: "Rätta",
        entry: { "post \($0)" },
        title: { "Rätta post \($0)" },
        correctLead: "Skriv hur det skulle ha stått. Posten finns kvar i historiken och får en hänvisning till rättelsen.",
        correctSubmit: "Spara rättelsen",
        corrected: { "Post \($0) är rättad." },
        onlyStrike: "En post av det här slaget rättas genom att den stryks. För sedan in det rätta på nytt.",
        strikeLead: "En struken post räknas inte längre. Den finns kvar i historiken, med skälet till att den ströks.",
        strikeSubmit: "Stryk posten",
        strikeInstead: "Stryk posten i stället",
        struck: { "Post \($0) är struken." },
        isStruck: "Posten är struken. Om du rättar den gäller den igen.",
        isCorrection: { "En rättelse rättas inte. Rätta i stället post \($0), som den gäller." },
        isNotice: "Den posten har systemet skrivit när en dag kom. Rätta i stället posten som säger vilken dag det är.",
        isVersion:
            "Den posten sparade en version av utkastet och stryks inte. Gå tillbaka till en tidigare version i stället. Är det svaret på en synpunkt som är fel, så svara på nytt.",
        actSays: { "Den posten säger: ”\($0)”" },
        populationDay: "Dag som siffran gäller",
        since: "Gäller från",
        erasedPerson: "Den som står där nu, men inte längre finns bland personerna",
        onPresentedExtract: "Kansliet rättar efter ett uppvisat protokollsutdrag. Det visas i kommunens ärende att det är så.",
        extractNeeded:
            "Bifoga utdraget. Kansliet kan bara rätta det som det har sett i ett utdrag. Kommunens registrator kan rätta utan."
    )
}

extension Words.Corrections {
    static let english = Self(
        correct: "Correct",
        entry: { "entry \($0)" },
        title: { "Correct entry \($0)" },
        correctLead: "Write what it ought to have said. The entry stays in the history, and points to the correction.",
        correctSubmit: "Save the correction",
        corrected: { "Entry \($0) has been corrected." },
        onlyStrike: "An entry of this kind is corrected by striking it. Then record anew what is right.",
        strikeLead: "An entry that is struck counts no longer. It stays in the history, with the reason why it was struck.",
        strikeSubmit: "Strike the entry",
        strikeInstead: "Strike the entry instead",
        struck: { "Entry \($0) has been struck." },
        isStruck: "The entry has been struck. If you correct it, it counts again.",
        isCorrection: { "A correction is not corrected. Correct entry \($0) instead, which it is about." },
        isNotice: "The system wrote that entry when a day came. Correct instead the entry that says which day.",
        isVersion:
            "That entry saved a version of the draft and isn't struck. Go back to an earlier version instead. If it is the answer to a comment that is wrong, answer anew.",
        actSays: { "That entry says: “\($0)”" },
        populationDay: "The day the figure is for",
        since: "Since",
        erasedPerson: "Whoever holds it now, but is no longer among the people",
        onPresentedExtract:
            "The secretariat corrects by an extract of the minutes that it has seen. The member's case shows that it is so.",
        extractNeeded:
            "Attach the extract. The secretariat can correct only what it has seen in an extract. The member's registrar can correct without one."
    )
}
