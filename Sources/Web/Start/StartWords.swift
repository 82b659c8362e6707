extension Words {
    /// The front page.
    struct Start: Sendable {
        let together: @Sendable (_ count: String, _ population: String, _ day: String) -> String
        let members: @Sendable (_ count: String) -> String
        let whatApplies: String
        let whatApplied: String
        let goals: String
        let goalsOf: @Sendable (_ edition: String) -> String
        let readProgramme: String
        let whoCooperates: String
        let allMunicipalities: String
        let comingUp: String
        let frameEnding: @Sendable (_ frame: String, _ end: String) -> String
        let editionEnding: @Sendable (_ edition: String, _ end: String) -> String
        let editionEndInferred: String
        let nothingAhead: String
        let history: String
        let latest: String
        let latestHistory: String
        let nothingLatest: String
        let nextProgramme: String
        let waysIn: String
        let plans: @Sendable (_ count: String) -> String
        let networks: @Sendable (_ count: String) -> String
        let conferences: @Sendable (_ count: String) -> String
        let priorities: @Sendable (_ count: String) -> String
        let statementsTitle: String
        let statements: @Sendable (_ count: String) -> String
        let documents: @Sendable (_ count: String) -> String
    }
}

extension Words.Start {
    static let swedish = Self(
        together: { "\($0) kommuner arbetar tillsammans. Där bodde \($1) personer den \($2)." },
        members: { "\($0) kommuner arbetar tillsammans." },
        whatApplies: "Det här gäller nu",
        whatApplied: "Det här gällde den dagen",
        goals: "Målen",
        goalsOf: { "Målen i \($0)" },
        readProgramme: "Läs programmet",
        whoCooperates: "Vilka som samarbetar",
        allMunicipalities: "Alla kommuner med folkmängd",
        comingUp: "Det här kommer härnäst",
        frameEnding: { "\($0) gäller till och med \($1)." },
        editionEnding: { "\($0) är avsett att gälla till och med \($1)." },
        editionEndInferred: "Sluttiden står inte i någon källa. Den är härledd ur mandatperiodens längd.",
        nothingAhead: "Inget känt slutdatum ligger framför oss.",
        history: "Tidigare program",
        latest: "Det här har hänt senast",
        latestHistory: "Hela historiken",
        nothingLatest: "Ingenting har förts in än.",
        nextProgramme: "Programmet görs om i början av varje mandatperiod. Inget förslag till nästa program är infört än.",
        waysIn: "Läs mer",
        plans: { "Vad som ska göras varje år, och vad det blev. Antal år: \($0)." },
        networks: { "Vem som föreslår, beslutar och genomför. Antal nätverk: \($0)." },
        conferences: { "Rådslag, konferenser och temadagar. Antal kända: \($0)." },
        priorities: { "Det kommunerna arbetar för tillsammans. Antal satsningar: \($0)." },
        statementsTitle: "Yttranden",
        statements: { "Det kommunerna har sagt med en röst. Antal: \($0)." },
        documents: { "Avtal, program, planer och direktiv. Antal: \($0)." }
    )
}

extension Words.Start {
    static let english = Self(
        together: { "\($0) municipalities work together. They had \($1) inhabitants on \($2)." },
        members: { "\($0) municipalities work together." },
        whatApplies: "What applies now",
        whatApplied: "What applied on that day",
        goals: "The goals",
        goalsOf: { "The goals of \($0)" },
        readProgramme: "Read the programme",
        whoCooperates: "Who cooperates",
        allMunicipalities: "All municipalities with population",
        comingUp: "What comes next",
        frameEnding: { "\($0) applies until \($1)." },
        editionEnding: { "\($0) is meant to apply until \($1)." },
        editionEndInferred: "No source states the end. It is inferred from the length of the mandate period.",
        nothingAhead: "No known end date lies ahead.",
        history: "Earlier programmes",
        latest: "What has happened last",
        latestHistory: "The whole history",
        nothingLatest: "Nothing has been recorded yet.",
        nextProgramme:
            "The programme is made anew at the beginning of each mandate period. No proposal for the next has been recorded yet.",
        waysIn: "Read more",
        plans: { "What is to be done each year, and what came of it. Years: \($0)." },
        networks: { "Who proposes, decides and carries out. Networks: \($0)." },
        conferences: { "Councils, conferences and theme days. Known: \($0)." },
        priorities: { "What the municipalities argue for together. Priorities: \($0)." },
        statementsTitle: "Statements",
        statements: { "What the municipalities have said with one voice. Number: \($0)." },
        documents: { "Agreements, programmes, plans and directives. Number: \($0)." }
    )
}
