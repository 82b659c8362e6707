import Cooperation

extension Words {
    /// Service cards.
    struct ServiceCards: Sendable {
        let title: String
        let lead: String
        let none: String
        let noneThen: String
        let card: String
        let new: String
        let newLead: String
        let changeTitle: @Sendable (_ name: String) -> String
        let changeLead: String
        let submit: String
        let name: String
        let keeper: String
        let cost: String
        let costHelp: String
        let unit: String
        let unitHelp: String
        let better: String
        let betterName: @Sendable (BetterDirection) -> String
        let peers: String
        let peersHelp: String
        let quality: String
        let qualityHelp: String
        let qualityLine: String
        let noQuality: String
        let margin: String
        let reason: String
        let costGuard: String
        let costGuardHelp: String
        let costGuardLine: String
        let limit: String
        let firstYear: String
        let firstYearHelp: String
        let firstYearReason: String
        let reasonNeeded: String
        let remarks: String
        let versions: String
        let version: @Sendable (_ number: String) -> String
        let versionOn: @Sendable (_ number: String, _ day: String) -> String
        let used: String
        let notUsed: String
        let retire: String
        let retireTitle: @Sendable (_ name: String) -> String
        let retireLead: String
        let retireReason: String
        let status: String
        let sentenceRecorded: @Sendable (_ name: String) -> String
        let sentenceRetired: @Sendable (_ name: String) -> String
        let shippedTitle: String
        let shippedLead: String
        let makeOwn: @Sendable (_ name: String) -> String
        let makeOwnLead: String
        let countedAnew: String
    }

    /// Municipalities' own measures.
    struct OwnMeasures: Sendable {
        let title: String
        let lead: String
        let none: String
        let noneThen: String
        let measure: String
        let new: String
        let newLead: String
        let changeTitle: @Sendable (_ name: String) -> String
        let submit: String
        let name: String
        let municipality: String
        let definition: String
        let definitionHelp: String
        let unit: String
        let unitHelp: String
        let better: String
        let neither: String
        let from: String
        let fromHelp: String
        let values: String
        let noValues: String
        let year: String
        let value: String
        let valueHelp: String
        let latest: String
        let addValue: String
        let valueLead: String
        let valueSubmit: String
        let remark: String
        let remarkHelp: String
        let source: String
        let recorded: String
        let upcoming: String
        let shownFrom: @Sendable (_ day: String) -> String
        let hidden: String
        let sentenceRecorded: @Sendable (_ name: String) -> String
        let sentenceValue: @Sendable (_ year: String, _ name: String) -> String
    }
}

extension Words.ServiceCards {
    static let swedish = Self(
        title: "Tjänstekort",
        lead:
            "Ett tjänstekort säger hur en tjänst jämförs: vad som är kostnaden, vilka som liknar varandra och vilken kvalitet som inte får bli sämre.",
        none: "Inget tjänstekort är inlagt än.",
        noneThen: "Den dagen fanns inget tjänstekort.",
        card: "Tjänst",
        new: "Nytt tjänstekort",
        newLead: "Kortet används när studier väljer exempel. Varje ändring blir en ny version, och de gamla finns kvar.",
        changeTitle: { "Ändra tjänstekortet ”\($0)”" },
        changeLead: "Det du sparar blir en ny version. Kortet tas i bruk igen om det inte användes.",
        submit: "Spara tjänstekortet",
        name: "Tjänst",
        keeper: "Sköts av",
        cost: "Kostnad",
        costHelp: "Nyckeltalets beteckning och namn: N15008 Kostnad grundskola.",
        unit: "Enhet",
        unitHelp: "Till exempel kr per elev.",
        better: "Bättre är",
        betterName: { $0 == .lower ? "lägre" : "högre" },
        peers: "Liknande kommuner för",
        peersHelp: "Det område som RKA:s grupper av liknande kommuner gäller: grundskola.",
        quality: "Kvalitetsmått",
        qualityHelp: "Ett på varje rad, med delar skilda av semikolon: N15505; Meritvärde; högre; 5; varför den marginalen.",
        qualityLine: "Skriv fem delar med semikolon mellan: beteckning, namn, högre eller lägre, marginal och varför.",
        noQuality: "Kortet har inga kvalitetsmått.",
        margin: "Marginal",
        reason: "Varför",
        costGuard: "Kontrollmått",
        costGuardHelp:
            "Visar om kostnaden bara har flyttats. Fyra delar med semikolon mellan: N15001; Nettokostnadsavvikelse; 2; varför.",
        costGuardLine: "Skriv fyra delar med semikolon mellan: beteckning, namn, största ökning och varför.",
        limit: "Största ökning",
        firstYear: "Kan jämföras från och med",
        firstYearHelp: "Det första året efter ett brott i serien. Lämna tomt om alla år kan jämföras.",
        firstYearReason: "Varför tidigare år inte kan jämföras",
        reasonNeeded: "Skriv varför tidigare år inte kan jämföras.",
        remarks: "Anmärkningar",
        versions: "Versioner",
        version: { "Version \($0)" },
        versionOn: { "Version \($0), \($1)" },
        used: "Används",
        notUsed: "Används inte längre",
        retire: "Ta ur bruk",
        retireTitle: { "Ta tjänstekortet ”\($0)” ur bruk" },
        retireLead: "Kortet väljs inte längre. Alla versioner finns kvar, och en ny version tar det i bruk igen.",
        retireReason: "Skäl",
        status: "Status",
        sentenceRecorded: { "Tjänstekortet ”\($0)” fick en ny version." },
        sentenceRetired: { "Tjänstekortet ”\($0)” togs ur bruk." },
        shippedTitle: "Kort som följer med programmet",
        shippedLead: "De används när förbättringsexempel söks, tills samarbetet har ett eget kort för samma tjänst.",
        makeOwn: { "Gör ”\($0)” till vårt eget kort" },
        makeOwnLead:
            "Kortet är ifyllt som det följer med programmet. Ändra det ni vill. När det är sparat är det ert, och används i stället.",
        countedAnew: "Kostnaden räknas på ett annat sätt från det året."
    )

    static let english = Self(
        title: "Service cards",
        lead:
            "A service card says how a service is compared: what its cost is, which municipalities are similar, and what quality must not suffer.",
        none: "No service card has been added yet.",
        noneThen: "There was no service card on that day.",
        card: "Service",
        new: "New service card",
        newLead: "The card is used when studies choose examples. Every change is a new version, and the old ones stay.",
        changeTitle: { "Edit the service card “\($0)”" },
        changeLead: "What you save is a new version. The card is taken into use again if it wasn’t used.",
        submit: "Save the service card",
        name: "Service",
        keeper: "Kept by",
        cost: "Cost",
        costHelp: "The id and name of the key figure: N15008 Cost of compulsory school.",
        unit: "Unit",
        unitHelp: "Such as SEK per pupil.",
        better: "Better is",
        betterName: { $0 == .lower ? "lower" : "higher" },
        peers: "Similar municipalities for",
        peersHelp: "The area that RKA’s groups of similar municipalities are about: grundskola.",
        quality: "Quality measures",
        qualityHelp: "One on each line, with semicolons between its parts: N15505; Merit value; higher; 5; why that margin.",
        qualityLine: "Write five parts with semicolons between: id, name, higher or lower, margin and why.",
        noQuality: "The card has no quality measures.",
        margin: "Margin",
        reason: "Why",
        costGuard: "Guard",
        costGuardHelp:
            "Shows whether the cost has only moved. Four parts with semicolons between: N15001; Net cost deviation; 2; why.",
        costGuardLine: "Write four parts with semicolons between: id, name, greatest rise and why.",
        limit: "Greatest rise",
        firstYear: "Can be compared from",
        firstYearHelp: "The first year after a break in the series. Leave it empty if all years can be compared.",
        firstYearReason: "Why earlier years can’t be compared",
        reasonNeeded: "Write why earlier years can’t be compared.",
        remarks: "Remarks",
        versions: "Versions",
        version: { "Version \($0)" },
        versionOn: { "Version \($0), \($1)" },
        used: "In use",
        notUsed: "No longer used",
        retire: "Take out of use",
        retireTitle: { "Take the service card “\($0)” out of use" },
        retireLead: "The card is no longer chosen. All versions stay, and a new version takes it into use again.",
        retireReason: "Reason",
        status: "Status",
        sentenceRecorded: { "The service card “\($0)” got a new version." },
        sentenceRetired: { "The service card “\($0)” was taken out of use." },
        shippedTitle: "Cards that come with the program",
        shippedLead:
            "They are used in the search for examples of improvement until the cooperation has a card of its own for the service.",
        makeOwn: { "Make “\($0)” our own card" },
        makeOwnLead:
            "The card is filled in as it comes with the program. Change what you like. Once saved it is yours, and is used instead.",
        countedAnew: "The cost is counted in another way from that year."
    )
}

extension Words.OwnMeasures {
    static let swedish = Self(
        title: "Kommunernas egna mått",
        lead: "Mått som den nationella statistiken inte har. Varje kommun svarar för sina egna.",
        none: "Inget eget mått är inlagt än.",
        noneThen: "Den dagen visades inget eget mått.",
        measure: "Mått",
        new: "Nytt mått",
        newLead: "Beskriv måttet så att en annan kommun kan räkna likadant. Värdena läggs in sedan, ett år i taget.",
        changeTitle: { "Ändra måttet ”\($0)”" },
        submit: "Spara måttet",
        name: "Namn",
        municipality: "Kommun",
        definition: "Så räknas det",
        definitionHelp: "Vad som räknas, och hur.",
        unit: "Enhet",
        unitHelp: "Till exempel dagar, procent eller kr per elev.",
        better: "Bättre är",
        neither: "varken högre eller lägre",
        from: "Visas från",
        fromHelp: "Lämna tomt för att visa måttet direkt. Före dagen ser bara kommunens registrator och kansliet det.",
        values: "Värden",
        noValues: "Inga värden är inlagda än.",
        year: "År",
        value: "Värde",
        valueHelp: "Med komma före decimalerna. Lämna tomt om värdet saknas det året, och skriv varför.",
        latest: "Senaste värde",
        addValue: "Lägg in ett värde",
        valueLead: "Finns det redan ett värde för året ersätts det. Det gamla finns kvar i historiken.",
        valueSubmit: "Spara värdet",
        remark: "Anmärkning",
        remarkHelp: "Det som behövs för att läsa värdet rätt.",
        source: "Källa",
        recorded: "Inlagt",
        upcoming: "Visas senare",
        shownFrom: { "Visas från \($0)" },
        hidden: "Visas inte för alla än",
        sentenceRecorded: { "Måttet ”\($0)” beskrevs." },
        sentenceValue: { "Värdet för \($0) av måttet ”\($1)” lades in." }
    )

    static let english = Self(
        title: "The municipalities’ own measures",
        lead: "Measures that the national statistics don’t have. Each municipality answers for its own.",
        none: "No own measure has been added yet.",
        noneThen: "No own measure was shown on that day.",
        measure: "Measure",
        new: "New measure",
        newLead:
            "Describe the measure so that another municipality can count in the same way. Values are added later, a year at a time.",
        changeTitle: { "Edit the measure “\($0)”" },
        submit: "Save the measure",
        name: "Name",
        municipality: "Municipality",
        definition: "How it is counted",
        definitionHelp: "What is counted, and how.",
        unit: "Unit",
        unitHelp: "Such as days, per cent or SEK per pupil.",
        better: "Better is",
        neither: "neither higher nor lower",
        from: "Shown from",
        fromHelp:
            "Leave it empty to show the measure at once. Before the day only the municipality’s registrar and the secretariat see it.",
        values: "Values",
        noValues: "No values have been added yet.",
        year: "Year",
        value: "Value",
        valueHelp: "With a point before the decimals. Leave it empty if the value is missing that year, and write why.",
        latest: "Latest value",
        addValue: "Add a value",
        valueLead: "If there is a value for the year already, it is replaced. The old one stays in the history.",
        valueSubmit: "Save the value",
        remark: "Remark",
        remarkHelp: "What is needed to read the value rightly.",
        source: "Source",
        recorded: "Added",
        upcoming: "Shown later",
        shownFrom: { "Shown from \($0)" },
        hidden: "Not shown to everybody yet",
        sentenceRecorded: { "The measure “\($0)” was described." },
        sentenceValue: { "The value for \($0) of the measure “\($1)” was added." }
    )
}
