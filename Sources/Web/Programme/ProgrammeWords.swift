extension Words {
    /// The programme's pages.
    struct Programme: Sendable {
        let title: String
        let introduction: String
        let appliesSince: @Sendable (_ title: String, _ since: String) -> String
        let replacedSince: @Sendable (_ title: String, _ since: String, _ by: String) -> String
        let replacedOnly: @Sendable (_ title: String) -> String
        let hidden: String
        let lapsed: @Sendable (_ title: String, _ end: String) -> String
        let notInForce: @Sendable (_ title: String) -> String
        let appliesFrom: @Sendable (_ title: String, _ day: String) -> String
        let none: String
        let noneThen: String
        let labelInForce: String
        let labelReplaced: String
        let labelLapsed: String
        let labelNotInForce: String
        let textUnknown: String
        let lastKnownTree: @Sendable (_ title: String) -> String
        let editions: String
        let edition: String
        let standing: String
        let valid: String
        let validInferred: String
        let inForce: String
        let decidedBy: String
        let alsoCalled: String
        let horizon: String
        let replaces: String
        let replacedBy: String
        let vision: String
        let purpose: String
        let focus: String
        let overallGoal: String
        let tree: String
        let treeDescription: @Sendable (_ title: String, _ counts: String) -> String
        let treeAsList: String
        let treeNotKnown: String
        let principles: String
        let commitments: String
        let themes: String
        let networks: String
        let networksUnknown: String
        let added: @Sendable (_ period: String) -> String
        let background: String
        let page: @Sendable (_ level: String) -> String
        let previous: String
        let next: String
        let frames: @Sendable (_ frame: String) -> String
        let frameIntroduction: @Sendable (_ owner: String) -> String
        let frameVision: String
        let frameAdopted: String
        let frameInForce: String
        let frameValid: String
        let frameEnding: String
        let frameEnded: String
        let frameSuccessor: String
        let frameGoal: String
        let servedBy: String
        let contributesTo: String
        let addedColumn: String
        let servedByNobody: String
        let noMapping: String
        let serves: @Sendable (_ frame: String) -> String
        let servesNothing: @Sendable (_ frame: String) -> String
        let why: String
        let level: String
        let name: String
        let wording: String
    }
}

extension Words.Programme {
    static let swedish = Self(
        title: "Utvecklingsprogrammet",
        introduction:
            "Kommunerna enas om ett utvecklingsprogram för varje mandatperiod. Kommittén föreslår och varje kommun beslutar för sig.",
        appliesSince: { "\($0) gäller sedan \($1)." },
        replacedSince: { "\($0) är ersatt. Sedan \($1) gäller \($2)." },
        replacedOnly: { "\($0) är ersatt." },
        hidden: "Det program som gäller visas inte för allmänheten.",
        lapsed: { "\($0) var avsett att gälla till och med \($1). Inget nytt program har trätt i kraft." },
        notInForce: { "\($0) har inte trätt i kraft." },
        appliesFrom: { "\($0) är antaget och börjar gälla \($1)." },
        none: "Inget program har trätt i kraft.",
        noneThen: "Den dagen fanns inget program i kraft.",
        labelInForce: "Gäller",
        labelReplaced: "Ersatt",
        labelLapsed: "Tiden har gått ut",
        labelNotInForce: "Har inte trätt i kraft",
        textUnknown: "Programmets text finns inte i källorna. Här står det som är känt.",
        lastKnownTree: { "Det senaste programmet med känd text är \($0). Så här ser dess mål ut." },
        editions: "Alla program",
        edition: "Program",
        standing: "Läge",
        valid: "Giltigt",
        validInferred: "slutåret är härlett",
        inForce: "I kraft",
        decidedBy: "Beslutat av",
        alsoCalled: "Kallas också",
        horizon: "Blickar mot år",
        replaces: "Ersätter",
        replacedBy: "Ersatt av",
        vision: "Vision",
        purpose: "Syfte",
        focus: "Uttalad inriktning",
        overallGoal: "Övergripande mål",
        tree: "Målträdet",
        treeDescription: { "Målträdet i \($0): \($1). Samma innehåll står som lista under bilden." },
        treeAsList: "Målen som lista",
        treeNotKnown: "Målen finns inte i källorna.",
        principles: "Det som ska känneteckna samverkan",
        commitments: "Det kommunerna ska verka för",
        themes: "Genomgående tema",
        networks: "Genomförs av nätverket",
        networksUnknown: "Vilket nätverk som genomför målet: uppgift saknas i källan.",
        added: { "Tillkom \($0)" },
        background: "Bakgrund",
        page: { "Läs om \($0)" },
        previous: "Föregående",
        next: "Nästa",
        frames: { "Så hänger målen ihop med \($0)" },
        frameIntroduction: { "Planen tillhör \($0). Programmet har dess mål som utgångspunkt." },
        frameVision: "Vision",
        frameAdopted: "Antagen",
        frameInForce: "I kraft",
        frameValid: "Gäller",
        frameEnding: "Giltighetstiden håller på att gå ut.",
        frameEnded: "Giltighetstiden har gått ut.",
        frameSuccessor: "Efterträdare",
        frameGoal: "Planens mål",
        servedBy: "Mål i programmet som bidrar",
        contributesTo: "Bidrar till",
        addedColumn: "Tillkom",
        servedByNobody: "Inget mål bidrar enligt källan",
        noMapping:
            "Källorna säger inte vilket av programmets mål som bidrar till vilket av planens. Därför är ingen koppling ifylld.",
        serves: { "Bidrar till \($0)" },
        servesNothing: { "Källorna säger inte vilka mål i \($0) som målet bidrar till." },
        why: "Därför",
        level: "Nivå",
        name: "Rubrik",
        wording: "Lydelse"
    )
}

extension Words.Programme {
    static let english = Self(
        title: "The development programme",
        introduction:
            "The municipalities agree on a development programme for each mandate period. The committee proposes and each municipality decides for itself.",
        appliesSince: { "\($0) has applied since \($1)." },
        replacedSince: { "\($0) has been replaced. Since \($1), \($2) applies." },
        replacedOnly: { "\($0) has been replaced." },
        hidden: "The programme that applies is not shown to the public.",
        lapsed: { "\($0) was meant to apply until \($1). No new programme has come into force." },
        notInForce: { "\($0) has not come into force." },
        appliesFrom: { "\($0) has been adopted and applies from \($1)." },
        none: "No programme has come into force.",
        noneThen: "No programme was in force on that day.",
        labelInForce: "Applies",
        labelReplaced: "Replaced",
        labelLapsed: "Its time is over",
        labelNotInForce: "Not in force",
        textUnknown: "The text of the programme is not in the sources. This is what is known.",
        lastKnownTree: { "The latest programme whose text is known is \($0). These are its goals." },
        editions: "All programmes",
        edition: "Programme",
        standing: "Status",
        valid: "Valid",
        validInferred: "the last year is inferred",
        inForce: "In force",
        decidedBy: "Decided by",
        alsoCalled: "Also called",
        horizon: "Looks ahead to",
        replaces: "Replaces",
        replacedBy: "Replaced by",
        vision: "Vision",
        purpose: "Purpose",
        focus: "Stated focus",
        overallGoal: "Overall goal",
        tree: "The goal tree",
        treeDescription: { "The goal tree of \($0): \($1). The same content stands as a list below the drawing." },
        treeAsList: "The goals as a list",
        treeNotKnown: "The goals are not in the sources.",
        principles: "What is to characterise the cooperation",
        commitments: "What the municipalities are to work for",
        themes: "Theme throughout",
        networks: "Carried out by the network",
        networksUnknown: "Which network carries out the goal is not stated by the source.",
        added: { "Added \($0)" },
        background: "Background",
        page: { "Read about \($0)" },
        previous: "Previous",
        next: "Next",
        frames: { "How the goals relate to \($0)" },
        frameIntroduction: { "The plan is that of \($0). The programme takes its goals as a starting point." },
        frameVision: "Vision",
        frameAdopted: "Adopted",
        frameInForce: "In force",
        frameValid: "Valid",
        frameEnding: "Its period of validity is coming to an end.",
        frameEnded: "Its period of validity is over.",
        frameSuccessor: "Successor",
        frameGoal: "Goal of the plan",
        servedBy: "Goals of the programme that contribute",
        contributesTo: "Contributes to",
        addedColumn: "Added",
        servedByNobody: "No goal contributes, according to the source",
        noMapping:
            "The sources don't say which goal of the programme contributes to which goal of the plan. So none is filled in.",
        serves: { "Contributes to \($0)" },
        servesNothing: { "The sources don't say which goals of \($0) the goal contributes to." },
        why: "Why",
        level: "Level",
        name: "Heading",
        wording: "Wording"
    )
}
