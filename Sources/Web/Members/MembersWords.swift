extension Words {
    /// The municipalities' pages.
    struct Members: Sendable {
        let title: String
        let introduction: @Sendable (_ count: String) -> String
        let noMembers: String
        let municipality: String
        let code: String
        let county: String
        let landArea: String
        let memberSince: String
        let memberUntil: String
        let population: String
        let populationDay: String
        let share: String
        let total: String
        let sumOfLatest: String
        let totalPublished: String
        let associates: String
        let associatesIntroduction: String
        let former: String
        let isMember: @Sendable (_ name: String, _ cooperation: String, _ since: String) -> String
        let isAssociate: @Sendable (_ name: String, _ cooperation: String, _ since: String) -> String
        let hasLeft: @Sendable (_ name: String, _ cooperation: String, _ until: String) -> String
        let isNothing: @Sendable (_ name: String, _ cooperation: String) -> String
        let populationOverTime: String
        let populationSentence: @Sendable (_ name: String, _ count: String, _ day: String) -> String
        let populationUnknown: String
        let day: String
        let basis: String
        let published: String
        let derived: String
        let squareKilometres: String
        let membership: String
        let others: String
        let grew: @Sendable (_ difference: String, _ first: String, _ last: String) -> String
        let shrank: @Sendable (_ difference: String, _ first: String, _ last: String) -> String
        let unchanged: @Sendable (_ first: String, _ last: String) -> String
        let chartDescription: @Sendable (_ name: String) -> String
        let chartAxis: String
        let chartScale: String
        let chartNote: String
        let extremes: @Sendable (_ largest: String, _ smallest: String) -> String
        let barsDescription: String
        let map: @Sendable (_ name: String) -> String
        let mapDescription: @Sendable (_ names: String) -> String
        let mapNote: String
    }
}

extension Words.Members {
    static let swedish = Self(
        title: "Kommunerna",
        introduction: { "\($0) kommuner är medlemmar." },
        noMembers: "Den dagen fanns det inga medlemmar enligt källorna.",
        municipality: "Kommun",
        code: "Kommunkod",
        county: "Län",
        landArea: "Landareal",
        memberSince: "Medlem sedan",
        memberUntil: "Medlem till",
        population: "Folkmängd",
        populationDay: "Uppgiften gäller",
        share: "Andel av summan",
        total: "Summa",
        sumOfLatest:
            "Summan lägger ihop den senaste uppgiften för varje kommun. Dagarna skiljer sig åt när källorna gör det.",
        totalPublished: "Folkmängd för alla medlemmar tillsammans, enligt källan",
        associates: "Deltar i projekt",
        associatesIntroduction: "De här kommunerna deltar i enskilda projekt utan att vara medlemmar.",
        former: "Har lämnat samverkan",
        isMember: { "\($0) är medlem i \($1) sedan \($2)." },
        isAssociate: { "\($0) deltar i projekt inom \($1) sedan \($2), men är inte medlem." },
        hasLeft: { "\($0) lämnade \($1) \($2)." },
        isNothing: { "\($0) var inte med i \($1) den dagen." },
        populationOverTime: "Folkmängd över tid",
        populationSentence: { "I \($0) bodde \($1) personer den \($2)." },
        populationUnknown: "Folkmängden finns inte i källorna för den dagen.",
        day: "Dag",
        basis: "Uppgift",
        published: "publicerad",
        derived: "härledd",
        squareKilometres: "km²",
        membership: "Medlemskap",
        others: "De andra kommunerna",
        grew: { "Folkmängden ökade med \($0) personer mellan \($1) och \($2)." },
        shrank: { "Folkmängden minskade med \($0) personer mellan \($1) och \($2)." },
        unchanged: { "Folkmängden var lika stor \($1) som \($0)." },
        chartDescription: { "Linje över folkmängden i \($0). Varje punkt är en uppgift ur tabellen under bilden." },
        chartAxis: "Personer.",
        chartScale: "Skalan börjar inte vid noll.",
        chartNote: "Det ifyllda är publicerat av källan. Det ihåliga är härlett ur andra tal.",
        extremes: { "\($0) är störst och \($1) är minst." },
        barsDescription: "Staplar över den senaste folkmängden i varje kommun. Samma tal står i tabellen.",
        map: { "Karta över \($0)" },
        mapDescription: { "Kartan visar \($0). Varje kommun leder till sin sida." },
        mapNote: "Gränserna är våra egna förenklingar av SCB:s digitala gränser, som är fria att använda (CC0)."
    )
}

extension Words.Members {
    static let english = Self(
        title: "The municipalities",
        introduction: { "\($0) municipalities are members." },
        noMembers: "There were no members on that day, according to the sources.",
        municipality: "Municipality",
        code: "Municipal code",
        county: "County",
        landArea: "Land area",
        memberSince: "Member since",
        memberUntil: "Member until",
        population: "Population",
        populationDay: "Figure for",
        share: "Share of the sum",
        total: "Sum",
        sumOfLatest: "The sum adds the latest figure for each municipality. The days differ where the sources do.",
        totalPublished: "Population of all members together, as the source gives it",
        associates: "Takes part in projects",
        associatesIntroduction: "These municipalities take part in single projects without being members.",
        former: "Have left the cooperation",
        isMember: { "\($0) has been a member of \($1) since \($2)." },
        isAssociate: { "\($0) has taken part in projects of \($1) since \($2), but is not a member." },
        hasLeft: { "\($0) left \($1) \($2)." },
        isNothing: { "\($0) did not take part in \($1) on that day." },
        populationOverTime: "Population over time",
        populationSentence: { "\($0) had \($1) inhabitants on \($2)." },
        populationUnknown: "The population on that day is not in the sources.",
        day: "Day",
        basis: "Figure",
        published: "published",
        derived: "derived",
        squareKilometres: "km²",
        membership: "Membership",
        others: "The other municipalities",
        grew: { "The population grew by \($0) people between \($1) and \($2)." },
        shrank: { "The population fell by \($0) people between \($1) and \($2)." },
        unchanged: { "The population was the same on \($1) as on \($0)." },
        chartDescription: { "A line of the population of \($0). Each point is a figure of the table below." },
        chartAxis: "People.",
        chartScale: "The scale doesn't begin at zero.",
        chartNote: "What is filled is published by the source. What is hollow is derived from other figures.",
        extremes: { "\($0) is the largest and \($1) the smallest." },
        barsDescription: "Bars of the latest population of each municipality. The same figures stand in the table.",
        map: { "Map of \($0)" },
        mapDescription: { "The map shows \($0). Each municipality leads to its page." },
        mapNote: "The borders are our own simplification of Statistics Sweden's digital borders, which are free to use (CC0)."
    )
}
