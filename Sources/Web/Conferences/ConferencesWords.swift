extension Words {
    /// The conferences' pages.
    struct Conferences: Sendable {
        let title: String
        let subject: String
        let lead: @Sendable (_ cooperation: String, _ count: String) -> String
        let none: String
        let noneThen: String
        let countHeld: @Sendable (_ count: String) -> String
        let countCancelled: @Sendable (_ count: String) -> String
        let countPlanned: @Sendable (_ count: String) -> String
        let countUncertain: @Sendable (_ count: String) -> String
        let series: String
        let purposeUnknown: String
        let knowsSome: @Sendable (_ count: String) -> String
        let knowsNone: String
        let all: String
        let everyTime: String

        let conference: String
        let seriesName: String
        let date: String
        let hosts: String
        let hostsMany: String
        let inferredHosts: String
        let inferred: String
        let place: String
        let form: String
        let inPerson: String
        let digital: String
        let theme: String
        let participants: String
        let standing: String
        let held: String
        let heldDigitally: String
        let cancelled: String
        let planned: String
        let uncertain: String
        let keyPlanned: String
        let number: String

        let onDay: @Sendable (_ day: String) -> String
        let inMonth: @Sendable (_ month: String) -> String
        let inYear: @Sendable (_ year: String) -> String
        let theDay: @Sendable (_ day: String) -> String
        let inMunicipality: @Sendable (_ name: String) -> String
        let withHost: @Sendable (_ name: String) -> String
        let withHosts: @Sendable (_ names: String) -> String
        let wasHeld: @Sendable (_ name: String, _ happening: String) -> String
        let wasHeldDigitally: @Sendable (_ name: String, _ happening: String) -> String
        let wasCancelled: @Sendable (_ name: String, _ when: String) -> String
        let isPlanned: @Sendable (_ name: String, _ aim: String) -> String
        let wasPlanned: @Sendable (_ name: String, _ aim: String) -> String
        let heldTimes: @Sendable (_ name: String, _ count: String, _ latest: String) -> String
        let heldOnce: @Sendable (_ name: String, _ happening: String) -> String
        let neverHeld: @Sendable (_ name: String) -> String
        let numbered: @Sendable (_ number: String) -> String

        let findingOne: @Sendable (_ subject: String, _ year: String) -> String
        let findingAll: @Sendable (_ subject: String, _ span: String) -> String
        let findingAllBut: @Sendable (_ subject: String, _ span: String, _ gaps: String) -> String
        let findingSome: @Sendable (_ subject: String, _ years: String, _ span: String) -> String
        let someYears: @Sendable (_ count: String, _ all: String) -> String
        let silentYear: @Sendable (_ year: String) -> String
        let silentYears: String
        let nothingAfter: @Sendable (_ year: String) -> String
        let knownYears: @Sendable (_ years: String) -> String

        let rules: String
        let noRules: String
        let rulesThen: String
        let agreed: @Sendable (_ when: String) -> String
        let agreedFrequency: String
        let purpose: String
        let audience: String
        let themeDecision: String
        let hosting: String
        let frequency: String
        let arranger: String
        let partners: String
        let hostsEachTime: String
        let continues: String
        let continuedBy: String
        let neighbours: String
        let more: String

        let hostHistory: String
        let hostsUnknown: String
        let hostsBeside: String
        let allHosts: @Sendable (_ count: String) -> String
        let someHosts: @Sendable (_ count: String, _ all: String) -> String
        let knownTimes: String
        let whichTimes: String
        let noKnownTime: String
        let hostOf: String
        let neverHost: @Sendable (_ names: String) -> String

        let cancelledEvent: @Sendable (_ name: String) -> String
        let noCalendar: @Sendable (_ title: String) -> String
    }
}

extension Words.Conferences {
    static let swedish = Self(
        title: "Konferenser",
        subject: "konferenser",
        lead: { "Konferenserna är mötesplatser för \($0), och källorna känner till \($1) av dem." },
        none: "Källorna känner inte till någon konferens än.",
        noneThen: "Den dagen kände källorna inte till någon konferens.",
        countHeld: { "\($0) hölls" },
        countCancelled: { "\($0) ställdes in" },
        countPlanned: { "\($0) planeras" },
        countUncertain: { "\($0) planerades utan att det framgår om det blev av" },
        series: "Serierna och vad de är till för",
        purposeUnknown: "Syftet står inte i någon källa.",
        knowsSome: { "Källorna känner till \($0)." },
        knowsNone: "Källorna säger inte när den har hållits.",
        all: "Alla kända konferenser",
        everyTime: "Alla kända gånger",
        conference: "Konferens",
        seriesName: "Serie",
        date: "Datum",
        hosts: "Värd",
        hostsMany: "Värdar",
        inferredHosts: "Sannolik värd",
        inferred: "sannolikt",
        place: "Plats",
        form: "Form",
        inPerson: "på plats",
        digital: "digitalt",
        theme: "Tema",
        participants: "Deltagare",
        standing: "Läge",
        held: "hölls",
        heldDigitally: "hölls digitalt",
        cancelled: "ställdes in",
        planned: "planeras",
        uncertain: "planerades, okänt om den hölls",
        keyPlanned: "planerad",
        number: "Källans räkning",
        onDay: { "den \($0)" },
        inMonth: { "i \($0)" },
        inYear: { "\($0)" },
        theDay: { "den \($0)" },
        inMunicipality: { "i \($0)" },
        withHost: { "med \($0) som värd" },
        withHosts: { "med \($0) som värdar" },
        wasHeld: { "\($0) hölls \($1)." },
        wasHeldDigitally: { "\($0) hölls digitalt \($1)." },
        wasCancelled: { "\($0) \($1) ställdes in." },
        isPlanned: { "\($0) planeras till \($1)." },
        wasPlanned: { "\($0) planerades till \($1). Om den hölls framgår inte av källan." },
        heldTimes: { "\($0) har hållits \($1) gånger som källorna känner till, senast \($2)." },
        heldOnce: { "\($0) har hållits en gång som källorna känner till, \($1)." },
        neverHeld: { "Ingen källa säger att \($0) har hållits." },
        numbered: { "Källan kallar det ”\($0)”." },
        findingOne: { "Källorna nämner \($0) bara \($1)" },
        findingAll: { "Källorna nämner \($0) varje år \($1)" },
        findingAllBut: { "Källorna nämner \($0) varje år \($1), utom \($2)" },
        findingSome: { "Källorna nämner \($0) \($1), \($2)" },
        someYears: { "\($0) av \($1) år" },
        silentYear: { "Om \($0) säger källorna inget." },
        silentYears: "Åren däremellan säger källorna inget om.",
        nothingAfter: { "Efter \($0) nämner de ingen." },
        knownYears: { "Källorna känner till år \($0)." },
        rules: "Det här är bestämt",
        noRules: "Ingen källa säger vad som är bestämt om serien.",
        rulesThen: "Det här var bestämt då",
        agreed: { "Bestämt \($0)." },
        agreedFrequency: "Så är det bestämt",
        purpose: "Syfte",
        audience: "Målgrupp",
        themeDecision: "Vem som bestämmer temat",
        hosting: "Värdskap",
        frequency: "Hur ofta",
        arranger: "Arrangeras av",
        partners: "Arrangeras med",
        hostsEachTime: "Värdkommuner varje gång",
        continues: "Tar vid efter",
        continuedBy: "Följs av",
        neighbours: "Andra gånger i serien",
        more: "Mer som källorna säger",
        hostHistory: "Vilka som har varit värd",
        hostsUnknown: "Ingen källa säger vilka kommuner som har varit värd.",
        hostsBeside: "Värdarna är inte medlemmar.",
        allHosts: { "Alla \($0) kommuner har varit värd, så långt källorna räcker." },
        someHosts: { "\($0) av \($1) kommuner har varit värd, så långt källorna räcker." },
        knownTimes: "Kända gånger",
        whichTimes: "Vilka",
        noKnownTime: "ingen känd gång",
        hostOf: "Värd för konferenser",
        neverHost: { "Ingen källa säger att \($0) har varit värd." },
        cancelledEvent: { "Inställd: \($0)" },
        noCalendar: { "Dagen för \($0) är inte känd. Därför finns ingen kalenderfil." }
    )
}

extension Words.Conferences {
    static let english = Self(
        title: "Conferences",
        subject: "conferences",
        lead: { "The conferences are meeting places for \($0), and the sources know of \($1)." },
        none: "The sources know of no conference yet.",
        noneThen: "On that day the sources knew of no conference.",
        countHeld: { "\($0) held" },
        countCancelled: { "\($0) cancelled" },
        countPlanned: { "\($0) planned" },
        countUncertain: { "\($0) planned without any word of whether it took place" },
        series: "The series and what they are for",
        purposeUnknown: "No source states the purpose.",
        knowsSome: { "The sources know of \($0)." },
        knowsNone: "The sources don't say when it has been held.",
        all: "All known conferences",
        everyTime: "All known times",
        conference: "Conference",
        seriesName: "Series",
        date: "Date",
        hosts: "Host",
        hostsMany: "Hosts",
        inferredHosts: "Probable host",
        inferred: "probably",
        place: "Place",
        form: "How",
        inPerson: "in person",
        digital: "online",
        theme: "Theme",
        participants: "Participants",
        standing: "Status",
        held: "held",
        heldDigitally: "held online",
        cancelled: "cancelled",
        planned: "is planned",
        uncertain: "was planned, not known if held",
        keyPlanned: "planned",
        number: "The source's count",
        onDay: { "on \($0)" },
        inMonth: { "in \($0)" },
        inYear: { "in \($0)" },
        theDay: { "\($0)" },
        inMunicipality: { "in \($0)" },
        withHost: { "with \($0) as host" },
        withHosts: { "with \($0) as hosts" },
        wasHeld: { "\($0) was held \($1)." },
        wasHeldDigitally: { "\($0) was held online \($1)." },
        wasCancelled: { "\($0) \($1) was cancelled." },
        isPlanned: { "\($0) is planned for \($1)." },
        wasPlanned: { "\($0) was planned for \($1). The source does not say whether it was held." },
        heldTimes: { "\($0) has been held \($1) times that the sources know of, most recently \($2)." },
        heldOnce: { "\($0) has been held once that the sources know of, \($1)." },
        neverHeld: { "No source says that \($0) has been held." },
        numbered: { "The source calls it “\($0)”." },
        findingOne: { "The sources mention \($0) in \($1) only" },
        findingAll: { "The sources mention \($0) every year \($1)" },
        findingAllBut: { "The sources mention \($0) every year \($1), except \($2)" },
        findingSome: { "The sources mention \($0) in \($1), \($2)" },
        someYears: { "\($0) of \($1) years" },
        silentYear: { "Of \($0) the sources say nothing." },
        silentYears: "Of the years between the sources say nothing.",
        nothingAfter: { "After \($0) they mention none." },
        knownYears: { "The sources know of the years \($0)." },
        rules: "What has been agreed",
        noRules: "No source says what has been agreed about the series.",
        rulesThen: "What had been agreed then",
        agreed: { "Agreed \($0)." },
        agreedFrequency: "As agreed",
        purpose: "Purpose",
        audience: "For whom",
        themeDecision: "Who decides the theme",
        hosting: "Hosting",
        frequency: "How often",
        arranger: "Arranged by",
        partners: "Arranged with",
        hostsEachTime: "Host municipalities each time",
        continues: "Follows on from",
        continuedBy: "Followed by",
        neighbours: "Other times in the series",
        more: "What else the sources say",
        hostHistory: "Who has been host",
        hostsUnknown: "No source says which municipalities have been hosts.",
        hostsBeside: "The hosts are not members.",
        allHosts: { "All \($0) municipalities have been hosts, as far as the sources go." },
        someHosts: { "\($0) of \($1) municipalities have been hosts, as far as the sources go." },
        knownTimes: "Known times",
        whichTimes: "When",
        noKnownTime: "no known time",
        hostOf: "Host of conferences",
        neverHost: { "No source says that \($0) has been host." },
        cancelledEvent: { "Cancelled: \($0)" },
        noCalendar: { "The day of \($0) is not known. Therefore there is no calendar file." }
    )
}
