extension Words {
    /// The pages of statements and of what is argued for.
    struct Advocacy: Sendable {
        let title: String

        // What is argued for.
        let first: @Sendable (_ name: String, _ count: String) -> String
        let only: @Sendable (_ name: String) -> String
        let unranked: @Sendable (_ count: String) -> String
        let withoutList: @Sendable (_ figure: String, _ count: Int) -> String
        let noPriority: String
        let noPriorityThen: String
        let listAgreed: String
        let decidedBy: String
        let replaces: String
        let earlierLists: String
        let nowCalled: @Sendable (_ name: String) -> String
        let noOutcomeInList: String
        let how: String
        let howText: [String]
        let readStatements: @Sendable (_ figure: String, _ count: Int) -> String

        // The register of priorities.
        let allPriorities: String
        let priority: String
        let priorities: String
        let otherNames: String
        let formerNames: String
        let alsoCalled: String
        let inLatestList: String
        let isListed: String
        let isNotListed: String
        let yes: String
        let no: String
        let latestOutcome: String
        let whatCame: String
        let knownSince: String
        let noneKnown: String

        // One priority and its story.
        let noOutcome: @Sendable (_ name: String) -> String
        let story: String
        let storySince: @Sendable (_ parts: String, _ year: String) -> String
        let storyDescription: @Sendable (_ name: String) -> String
        let happening: String
        let what: String
        let firstKnown: String
        let newName: String
        let formerly: @Sendable (_ name: String) -> String
        let listed: String
        let placed: @Sendable (_ place: String, _ count: String) -> String
        let outcome: String
        let names: String
        let lists: String
        let spoken: String
        let outcomes: String
        let listCount: @Sendable (_ figure: String, _ count: Int) -> String
        let renamingCount: @Sendable (_ figure: String, _ count: Int) -> String
        let statementCount: @Sendable (_ figure: String, _ count: Int) -> String
        let outcomeCount: @Sendable (_ figure: String, _ count: Int) -> String
        let otherPriorities: String

        // The register of statements.
        let statements: String
        let times: @Sendable (_ figure: String, _ count: Int) -> String
        let spokenBetween: @Sendable (_ times: String, _ first: String, _ last: String) -> String
        let spokenIn: @Sendable (_ times: String, _ year: String) -> String
        let mostOftenTo: @Sendable (_ recipients: String) -> String
        let noStatement: String
        let noStatementThen: String
        let ofKind: @Sendable (_ kind: String, _ count: String, _ total: String) -> String
        let noneOfKind: @Sendable (_ kind: String) -> String
        let chooseKind: String
        let everyKind: String
        let date: String
        let kind: String
        let statement: String
        let recipient: String
        let recipientLikely: String
        let likely: String
        let reference: String
        let mostInAYear: @Sendable (_ count: String, _ years: String) -> String
        let yearsDescription: @Sendable (_ first: String, _ last: String) -> String
        let year: String
        let knownStatements: String
        let noneInYear: String
        let asTable: String
        let yearsNote: String

        // One statement.
        let onDay: @Sendable (_ day: String) -> String
        let inMonth: @Sendable (_ month: String) -> String
        let inYear: @Sendable (_ year: String) -> String
        let saidTo: @Sendable (_ time: String, _ recipient: String) -> String
        let saidLikelyTo: @Sendable (_ time: String, _ recipient: String) -> String
        let said: @Sendable (_ time: String) -> String
        let arguesFor: String
        let arguesForUnknown: String
        let textNotHere: String
        let agreement: String
        let agreementOf: @Sendable (_ count: String) -> String
        let agreementOfAll: String
        let otherStatements: String
    }
}

extension Words.Advocacy {
    static let swedish = Self(
        title: "Påverkan",
        first: { "\($0) står först av \($1) satsningar som kommunerna driver tillsammans." },
        only: { "Kommunerna driver en satsning tillsammans: \($0)." },
        unranked: { "Kommunerna driver \($0) satsningar tillsammans. Listan säger inte vilken som går först." },
        withoutList: { "Källorna nämner \($0) \($1 == 1 ? "satsning" : "satsningar"), men ingen lista är känd." },
        noPriority: "Ännu är ingen satsning införd.",
        noPriorityThen: "Den dagen var ingen satsning känd.",
        listAgreed: "Listan är från",
        decidedBy: "Beslutad av",
        replaces: "Ersätter",
        earlierLists: "Tidigare listor",
        nowCalled: { "heter nu \($0)" },
        noOutcomeInList: "Inget utfall är känt.",
        how: "Så arbetar kommunerna",
        howText: [
            "När alla är överens talar kommunerna med en röst. De svarar på remisser, skriver brev och artiklar och träffar dem som beslutar.",
            "Listan visar vad de vill ha gjort. Varje satsning har en sida som berättar vad som har hänt och vad det blev av det.",
        ],
        readStatements: { $1 == 1 ? "Läs om det gemensamma yttrandet" : "Läs om de \($0) gemensamma yttrandena" },
        allPriorities: "Alla satsningar",
        priority: "Satsning",
        priorities: "Satsningar",
        otherNames: "Tidigare och andra namn",
        formerNames: "Tidigare namn",
        alsoCalled: "Kallas också",
        inLatestList: "I den senaste listan",
        isListed: "står med",
        isNotListed: "står inte med",
        yes: "ja",
        no: "nej",
        latestOutcome: "Senaste utfall",
        whatCame: "Vad det blev",
        knownSince: "Känd sedan",
        noneKnown: "inget känt",
        noOutcome: { "Vad det har blivit av \($0) säger källorna inte." },
        story: "Vad som har hänt",
        storySince: { "\($0) sedan \($1)" },
        storyDescription: { "Tidslinje för \($0). Samma händelser står som lista under bilden." },
        happening: "Händelse",
        what: "Vad",
        firstKnown: "Första kända uppgift",
        newName: "Nytt namn",
        formerly: { "hette förut \($0)" },
        listed: "Med i en lista",
        placed: { "Plats \($0) av \($1)" },
        outcome: "Utfall",
        names: "Namn",
        lists: "Listor",
        spoken: "Yttranden",
        outcomes: "Utfall",
        listCount: { $1 == 1 ? "en lista" : "\($0) listor" },
        renamingCount: { $1 == 1 ? "ett namnbyte" : "\($0) namnbyten" },
        statementCount: { $1 == 1 ? "ett yttrande" : "\($0) yttranden" },
        outcomeCount: { $1 == 1 ? "ett utfall" : "\($0) utfall" },
        otherPriorities: "Fler satsningar",
        statements: "Gemensamma yttranden",
        times: { $1 == 1 ? "en gång" : "\($0) gånger" },
        spokenBetween: { "Kommunerna har talat med en röst minst \($0) mellan \($1) och \($2)." },
        spokenIn: { "Kommunerna har talat med en röst minst \($0), år \($1)." },
        mostOftenTo: { "Oftast har de vänt sig till \($0)." },
        noStatement: "Ännu är inget gemensamt yttrande infört.",
        noStatementThen: "Den dagen var inget gemensamt yttrande känt.",
        ofKind: { "Av \($2) kända yttranden är \($1) av slaget \($0)." },
        noneOfKind: { "Inget yttrande av slaget \($0) är känt." },
        chooseKind: "Välj slag",
        everyKind: "Alla slag",
        date: "Datum",
        kind: "Slag",
        statement: "Yttrande",
        recipient: "Mottagare",
        recipientLikely: "Mottagaren är sannolik",
        likely: "sannolikt",
        reference: "Diarienummer",
        mostInAYear: { "Som mest \($0) på ett år: \($1)" },
        yearsDescription: { "Kända yttranden varje år från \($0) till \($1). Samma siffror står i tabellen under bilden." },
        year: "År",
        knownStatements: "Kända yttranden",
        noneInYear: "inget känt",
        asTable: "Visa som tabell",
        yearsNote:
            "Ett år utan stapel är ett år då inget är känt. Det betyder inte att inget gjordes, för källorna kan ha luckor.",
        onDay: { "den \($0)" },
        inMonth: { "i \($0)" },
        inYear: { "år \($0)" },
        saidTo: { "Det här sade kommunerna med en röst \($0). Mottagare är \($1)." },
        saidLikelyTo: { "Det här sade kommunerna med en röst \($0). Mottagare är sannolikt \($1)." },
        said: { "Det här sade kommunerna med en röst \($0). Källan säger inte till vem." },
        arguesFor: "Satsningar som det gäller",
        arguesForUnknown: "Källan nämner ingen satsning.",
        textNotHere: "Själva texten finns inte här. Källorna kan visa vägen till den.",
        agreement: "Hur ett gemensamt yttrande blir till",
        agreementOf: { "Alla \($0) kommuner måste vara överens. Varje kommun kan sedan anta texten som sitt eget svar." },
        agreementOfAll: "Alla kommuner måste vara överens. Varje kommun kan sedan anta texten som sitt eget svar.",
        otherStatements: "Fler yttranden"
    )
}

extension Words.Advocacy {
    static let english = Self(
        title: "Advocacy",
        first: { "\($0) comes first among the \($1) priorities that the municipalities pursue together." },
        only: { "The municipalities pursue one priority together: \($0)." },
        unranked: { "The municipalities pursue \($0) priorities together. The list doesn't say which comes first." },
        withoutList: { "The sources name \($0) \($1 == 1 ? "priority" : "priorities"), but no list is known." },
        noPriority: "No priority has been recorded yet.",
        noPriorityThen: "No priority was known on that day.",
        listAgreed: "The list dates from",
        decidedBy: "Decided by",
        replaces: "Replaces",
        earlierLists: "Earlier lists",
        nowCalled: { "now called \($0)" },
        noOutcomeInList: "No outcome is known.",
        how: "How the municipalities work",
        howText: [
            "When all of them agree, the municipalities speak with one voice. They answer consultations, write letters and articles and meet "
                + "those who decide.",
            "The list shows what they want done. Each priority has a page that tells what has happened and what came of it.",
        ],
        readStatements: { $1 == 1 ? "Read about the joint statement" : "Read about the \($0) joint statements" },
        allPriorities: "All priorities",
        priority: "Priority",
        priorities: "Priorities",
        otherNames: "Former and other names",
        formerNames: "Former names",
        alsoCalled: "Also called",
        inLatestList: "In the latest list",
        isListed: "is in it",
        isNotListed: "is not in it",
        yes: "yes",
        no: "no",
        latestOutcome: "Latest outcome",
        whatCame: "What came of it",
        knownSince: "Known since",
        noneKnown: "none known",
        noOutcome: { "The sources don't say what has come of \($0)." },
        story: "What has happened",
        storySince: { "\($0) since \($1)" },
        storyDescription: { "Timeline of \($0). The same events stand as a list below the picture." },
        happening: "Event",
        what: "What",
        firstKnown: "First known mention",
        newName: "New name",
        formerly: { "formerly \($0)" },
        listed: "In a list",
        placed: { "Place \($0) of \($1)" },
        outcome: "Outcome",
        names: "Names",
        lists: "Lists",
        spoken: "Statements",
        outcomes: "Outcomes",
        listCount: { $1 == 1 ? "one list" : "\($0) lists" },
        renamingCount: { $1 == 1 ? "one new name" : "\($0) new names" },
        statementCount: { $1 == 1 ? "one statement" : "\($0) statements" },
        outcomeCount: { $1 == 1 ? "one outcome" : "\($0) outcomes" },
        otherPriorities: "More priorities",
        statements: "Joint statements",
        times: { $1 == 1 ? "once" : "\($0) times" },
        spokenBetween: { "The municipalities have spoken with one voice at least \($0) between \($1) and \($2)." },
        spokenIn: { "The municipalities have spoken with one voice at least \($0), in \($1)." },
        mostOftenTo: { "Most often they have turned to \($0)." },
        noStatement: "No joint statement has been recorded yet.",
        noStatementThen: "No joint statement was known on that day.",
        ofKind: { "Of \($2) known statements, \($1) are of the kind \($0)." },
        noneOfKind: { "No statement of the kind \($0) is known." },
        chooseKind: "Choose a kind",
        everyKind: "Every kind",
        date: "Date",
        kind: "Kind",
        statement: "Statement",
        recipient: "Recipient",
        recipientLikely: "The recipient is likely",
        likely: "likely",
        reference: "Case number",
        mostInAYear: { "At most \($0) in a year: \($1)" },
        yearsDescription: {
            "Known statements each year from \($0) to \($1). The same figures stand in the table below the picture."
        },
        year: "Year",
        knownStatements: "Known statements",
        noneInYear: "none known",
        asTable: "Show as a table",
        yearsNote:
            "A year without a bar is a year of which nothing is known. More may have been said, for the sources may have gaps.",
        onDay: { "on \($0)" },
        inMonth: { "in \($0)" },
        inYear: { "in \($0)" },
        saidTo: { "The municipalities said this with one voice \($0). The recipient is \($1)." },
        saidLikelyTo: { "The municipalities said this with one voice \($0). The recipient is likely \($1)." },
        said: { "The municipalities said this with one voice \($0). The source doesn't say to whom." },
        arguesFor: "Priorities it is about",
        arguesForUnknown: "The source names no priority.",
        textNotHere: "The text itself isn't here. The sources may show the way to it.",
        agreement: "How a joint statement comes about",
        agreementOf: { "All \($0) municipalities must agree. Each of them may then adopt the text as its own answer." },
        agreementOfAll: "All municipalities must agree. Each of them may then adopt the text as its own answer.",
        otherStatements: "More statements"
    )
}
