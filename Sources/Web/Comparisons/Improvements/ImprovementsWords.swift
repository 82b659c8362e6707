import Statistics

extension Words {
    /// The pages that look for examples of improvement.
    struct Improvements: Sendable {
        let title: String
        let whatItIs: String
        let nothingTested: String
        let found: @Sendable (_ tests: String, _ a: String, _ b: String, _ c: String, _ d: String) -> String
        let noneClear: String
        let ofThemByChance: @Sendable (_ count: String, _ chance: String) -> String
        let faults: String
        let service: String
        let everyService: String
        let classification: String
        let everyClass: String
        let likeWhich: String
        let nobody: String
        let fromYear: String
        let toYear: String
        let yearsHelp: String
        let show: String
        let list: String
        let noneSuch: String
        let similarFirst: @Sendable (_ name: String) -> String
        let similar: String
        let municipality: String
        let code: String
        let changePercent: String
        let errorPercent: String
        let evidence: String
        let rate: String
        let years: String
        let firstYear: String
        let lastYear: String
        let source: String
        let caseOf: @Sendable (_ name: String, _ service: String) -> String
        let mirrorTitle: String
        let mirror: @Sendable (_ falls: String, _ rises: String) -> String
        let standardErrors: String
        let falls: String
        let rises: String
        let caveatsTitle: String
        let noSuchCase: String
        let tooFewYears: String
        let bothYears: String
        let fell: @Sendable (_ name: String, _ span: String, _ size: String) -> String
        let rose: @Sendable (_ name: String, _ span: String, _ size: String) -> String
        let itIs: @Sendable (_ classification: String) -> String
        let noClass: String
        let howSure: @Sendable (_ evidence: String) -> String
        let finding: @Sendable (_ first: String, _ firstYear: String, _ last: String, _ lastYear: String) -> String
        let above: @Sendable (_ size: String) -> String
        let below: @Sendable (_ size: String) -> String
        let at: String
        let peersMedian: String
        let drawingDescription: @Sendable (_ name: String) -> String
        let costs: String
        let differencePercent: String
        let toKeyFigure: String
        let toCard: String
        let onwardTitle: String
        let onwardNeedsCard: String
        let onwardNeedsStudy: String
        let onwardLead: String
        let qualityTitle: String
        let noQuality: String
        let qualityNote: String
        let workingsTitle: String
        let changeWorking: @Sendable (_ change: String) -> String
        let differencesAre: String
        let slopeIs: @Sendable (_ slope: String) -> String
        let changeIs: @Sendable (_ steps: String, _ change: String) -> String
        let evidenceWorking: @Sendable (_ evidence: String) -> String
        let lineIs: @Sendable (_ slope: String, _ variance: String) -> String
        let classDeviationIs: @Sendable (_ deviation: String, _ variance: String) -> String
        let autocorrelationIs: @Sendable (_ phi: String) -> String
        let testIs: @Sendable (_ error: String, _ z: String, _ degrees: String, _ p: String) -> String
        let rateIs: @Sendable (_ rate: String, _ tests: String) -> String
        let isRobust: String
        let isNotRobust: String
        let nationalIs: @Sendable (_ change: String) -> String
        let worstLeavingOneOutIs: @Sendable (_ change: String) -> String
        let regressionIs: @Sendable (_ start: String, _ percentile: String, _ limit: String) -> String
        let guardIs: @Sendable (_ title: String, _ change: String, _ limit: String) -> String
        let noGuard: String
        let peersTitle: String
        let peersAre: @Sendable (_ names: String) -> String
        let cardTitle: String
        let questionsTitle: @Sendable (_ name: String) -> String
        let asPDF: String
        let caveats: [String]
        let questions: [String]
        let qualityColumns: [String]
        let classes: [FinderRow.Class: String]
        let meanings: [FinderRow.Class: String]
        let evidences: [FinderRow.Evidence: String]
        let states: [FinderRow.QualityLine.State: String]

        /// What a class is called.
        func name(of classification: FinderRow.Class) -> String { classes[classification] ?? classification.rawValue }

        /// What a class means.
        func meaning(of classification: FinderRow.Class) -> String { meanings[classification] ?? "" }

        /// What a degree of evidence is called.
        func name(of evidence: FinderRow.Evidence) -> String { evidences[evidence] ?? evidence.rawValue }

        /// What became of a measure of quality.
        func name(of state: FinderRow.QualityLine.State) -> String { states[state] ?? state.rawValue }
    }
}

extension Words.Improvements {
    static let swedish = Self(
        title: "Förbättringsexempel",
        whatItIs:
            "Här letar vi efter kommuner där en verksamhets kostnad har sjunkit mot liknande kommuner utan att den uppmätta kvaliteten har blivit sämre. Statistiken kan nominera kandidater; den kan inte utse vinnare. Ring alltid kommunen innan den tas upp på en temadag.",
        nothingTested: "Inget har kunnat prövas: det saknas värden för tillräckligt många kommuner och år.",
        found: {
            "Av \($0) prövningar är \($1) förbättringsexempel (klass A), \($2) möjliga exempel (B), \($3) billigare men sämre (C) och \($4) osäkra (D)."
        },
        noneClear: "Ingen sänkning är tydlig nog för att skiljas från slump.",
        ofThemByChance: { "Så många sänkningar är tydliga: \($0). Av dem kan upp till \($1) vara slump." },
        faults: "Tjänstekort som inte kunde användas",
        service: "Verksamhet",
        everyService: "Alla verksamheter",
        classification: "Klass",
        everyClass: "Alla klasser",
        likeWhich: "Sätt dem först som liknar",
        nobody: "Ingen särskild",
        fromYear: "Från år",
        toYear: "Till år",
        yearsHelp: "Lämna båda tomma för de åtta senaste åren med slutliga värden. Minst sex år behövs.",
        show: "Visa exemplen",
        list: "Exemplen",
        noneSuch: "Inget exempel svarar mot det du valde.",
        similarFirst: { "De som liknar \($0) i verksamheten står först." },
        similar: "liknar",
        municipality: "Kommun",
        code: "Kod",
        changePercent: "Ändring mot liknande, %",
        errorPercent: "Medelfel, %",
        evidence: "Stöd",
        rate: "Risk för slump (q), %",
        years: "År",
        firstYear: "Första år",
        lastYear: "Sista år",
        source: "Källa",
        caseOf: { "\($0): \($1)" },
        mirrorTitle: "Lika stora ökningar",
        mirror: {
            "\($0) sänkningar är stora och tydliga nog för att räknas, och \($1) ökningar är lika stora och lika tydliga. Vore allt slump skulle de vara ungefär lika många."
        },
        standardErrors: "Minst så många medelfel",
        falls: "Sänkningar",
        rises: "Ökningar",
        caveatsTitle: "Förbehåll",
        noSuchCase:
            "Den kommunen har inte prövats i den verksamheten för de åren. Gå till listan med förbättringsexempel och välj där.",
        tooFewYears: "Åren måste vara minst sex och högst trettio, med det första före det sista.",
        bothYears: "Skriv både första och sista år, eller lämna båda tomma.",
        fell: { "I \($0) sjönk kostnaden med \($2) mot liknande kommuner åren \($1)." },
        rose: { "I \($0) steg kostnaden med \($2) mot liknande kommuner åren \($1)." },
        itIs: { "Vi kallar det \($0)." },
        noClass: "Det räknas inte som ett exempel: sänkningen är för liten eller för osäker.",
        howSure: { "Stödet för att kostnaden verkligen har sjunkit är \($0)." },
        finding: { "År \($1) låg kostnaden \($0) medianen av liknande kommuner, och år \($3) \($2) den." },
        above: { "\($0) % över" },
        below: { "\($0) % under" },
        at: "på",
        peersMedian: "Median, liknande kommuner",
        drawingDescription: { "Kostnaden i \($0) och medianen av liknande kommuner, år för år. Samma värden står i tabellen." },
        costs: "Kostnaden",
        differencePercent: "Skillnad, %",
        toKeyFigure: "Visa nyckeltalet med liknande kommuner",
        toCard: "Visa tjänstekortet",
        onwardTitle: "Ta exemplet till en studie",
        onwardNeedsCard:
            "Ett exempel i en studie bygger på ett tjänstekort som ni själva står för. Det här kortet följer med programmet. Gör det först till ert eget.",
        onwardNeedsStudy: "Ingen studie som du får ändra pågår. Börja en, så kan exemplet tas dit.",
        onwardLead: "Välj studien. Formuläret fylls i med det som står här.",
        qualityTitle: "Kvaliteten mot liknande kommuner",
        noQuality: "Kortet har inget mått på kvaliteten.",
        qualityNote:
            "Ett positivt tal är bättre. Kvaliteten är bibehållen när den med 90 procents säkerhet inte har sjunkit mer än marginalen. Måtten fångar bara en del av kvaliteten.",
        workingsTitle: "Hur vi kom fram till det",
        changeWorking: { "Ändringen \($0)" },
        differencesAre:
            "Varje år tar vi logaritmen av kommunens kostnad minus medianen av de liknande kommunernas. En prisökning som är lika för alla försvinner då.",
        slopeIs: {
            "Medianen av lutningarna mellan alla par av år är \($0) per år (Theil–Sen). Ett enda avvikande år påverkar den lite."
        },
        changeIs: { "Över \($0) steg blir det \($1)." },
        evidenceWorking: { "Stödet är \($0)" },
        lineIs: { "En rät linje genom skillnaderna har lutningen \($0) per år, och variansen kring den är \($1)." },
        classDeviationIs: {
            "Kommuner av samma storlek avviker typiskt \($0) från sin linje. Vägt samman med kommunens egen varians blir det \($1)."
        },
        autocorrelationIs: { "Ett år liknar året före: sambandet är \($0), och medelfelet har gjorts större för det." },
        testIs: {
            "Medelfelet över hela tiden är \($0), och lutningen är \($1) medelfel. Med \($2) frihetsgrader är sannolikheten för en så stor sänkning av slump \($3)."
        },
        rateIs: {
            "Bland alla \($1) prövningar kan upp till \($0) procent av dem som är minst lika tydliga vara slump (Benjamini–Hochberg)."
        },
        isRobust: "Sänkningen håller för våra prov",
        isNotRobust: "Sänkningen håller inte för alla våra prov",
        nationalIs: { "Mot medianen av hela landet är ändringen \($0). Den ska vara minst −2,5 %." },
        worstLeavingOneOutIs: { "Utan det år som betyder mest är den \($0). Den ska vara minst −2,5 %." },
        regressionIs: {
            "De som börjar dyra sjunker ändå. Kommunen började på \($0), och räknat därifrån har \($1) procent sjunkit mer. Det ska vara högst \($2) procent."
        },
        guardIs: { "\($0) har ändrats med \($1) mot liknande kommuner. Stiger den mer än \($2) kan kostnaden ha flyttat." },
        noGuard: "Inget nyckeltal vaktar om kostnaden har flyttat till något annat.",
        peersTitle: "De liknande kommunerna",
        peersAre: { "Jämförelsen är med medianen av \($0), som RKA har funnit ha liknande förutsättningar." },
        cardTitle: "Om tjänstekortet",
        questionsTitle: { "Frågor att ställa till \($0)" },
        asPDF: "Fallet som PDF",
        caveats: [
            "Allt är jämfört med andra: hälften av alla kommuner sjunker alltid mot de andra hälften.",
            "Kostnaden per brukare eller elev sjunker också när lättare ärenden kommer till eller när bokföringen flyttar kostnader.",
            "Att två saker sammanfaller visar inte att den ena är orsak till den andra.",
            "Grupperna av liknande kommuner är dagens och används bakåt i tiden.",
            "Åren 2020 och 2021 präglades av pandemin, och betyg sattes då utan nationella prov.",
            "I små kommuner måste ändringen vara två till tre gånger större för att synas.",
            "Måtten på kvalitet täcker bara en liten del av verksamheten.",
            "Ring alltid kommunen innan exemplet används.",
        ],
        questions: [
            "Vad gjorde ni som sänkte kostnaden, och när började ni?",
            "Har något flyttat under åren: bokföring, lokaler, uppgifter eller grupper av brukare?",
            "Vad hände med kvaliteten enligt er själva och enligt brukarna?",
            "Vad kostade förändringen, och vilka påverkades av den?",
            "Vad skulle ni göra annorlunda i dag?",
            "Vad måste finnas på plats för att en annan kommun ska lyckas med samma sak?",
        ],
        qualityColumns: [
            "Ändring",
            "Minst, med 90 % säkerhet",
            "Marginal",
            "År",
            "Utfall",
        ],
        classes: [
            .example: "ett förbättringsexempel (A)",
            .possible: "ett möjligt exempel (B)",
            .worse: "billigare men sämre (C)",
            .uncertain: "osäkert (D)",
        ],
        meanings: [
            .example: "sänkningen håller för våra prov, har gott stöd, och minst ett mått på kvaliteten är bibehållet.",
            .possible: "sänkningen håller för våra prov, men stödet är svagare eller kvaliteten oklar.",
            .worse: "kostnaden har sjunkit, men minst ett mått på kvaliteten har blivit sämre än hos liknande kommuner.",
            .uncertain: "sänkningen håller inte för alla prov, eller kvaliteten är inte känd.",
        ],
        evidences: [
            .strong: "starkt",
            .moderate: "måttligt",
            .weak: "svagt",
            .none: "obefintligt",
        ],
        states: [
            .kept: "bibehållen",
            .unclear: "oklar",
            .worse: "försämrad",
            .missing: "för få värden",
        ]
    )
}

extension Words.Improvements {
    static let english = Self(
        title: "Examples of improvement",
        whatItIs:
            "Here we look for municipalities where the cost of a service has fallen against similar municipalities without measured quality having become worse. Statistics can nominate candidates; it can't name winners. Always phone the municipality before it is taken up at a theme day.",
        nothingTested: "Nothing could be tested: values of enough municipalities and years are missing.",
        found: {
            "Of \($0) tests, \($1) are examples of improvement (class A), \($2) possible examples (B), \($3) cheaper but worse (C) and \($4) uncertain (D)."
        },
        noneClear: "No fall is clear enough to be told from chance.",
        ofThemByChance: { "So many falls are clear: \($0). Up to \($1) of them may be chance." },
        faults: "Service cards that could not be used",
        service: "Service",
        everyService: "All services",
        classification: "Class",
        everyClass: "All classes",
        likeWhich: "Put first those that are like",
        nobody: "Nobody in particular",
        fromYear: "From year",
        toYear: "To year",
        yearsHelp: "Leave both empty for the eight latest years with final values. At least six years are needed.",
        show: "Show the examples",
        list: "The examples",
        noneSuch: "No example answers what you chose.",
        similarFirst: { "Those that are like \($0) in the service stand first." },
        similar: "alike",
        municipality: "Municipality",
        code: "Code",
        changePercent: "Change against peers, %",
        errorPercent: "Standard error, %",
        evidence: "Evidence",
        rate: "Rate of chance (q), %",
        years: "Years",
        firstYear: "First year",
        lastYear: "Last year",
        source: "Source",
        caseOf: { "\($0): \($1)" },
        mirrorTitle: "Increases as large",
        mirror: {
            "\($0) falls are large and clear enough to count, and \($1) rises are as large and as clear. Were all of it chance, there would be about as many of each."
        },
        standardErrors: "At least so many standard errors",
        falls: "Falls",
        rises: "Rises",
        caveatsTitle: "Caveats",
        noSuchCase:
            "That municipality has not been tested in that service for those years. Go to the list of examples and choose there.",
        tooFewYears: "The years must be at least six and at most thirty, with the first before the last.",
        bothYears: "Write both the first and the last year, or leave both empty.",
        fell: { "In \($0) the cost fell by \($2) against similar municipalities in \($1)." },
        rose: { "In \($0) the cost rose by \($2) against similar municipalities in \($1)." },
        itIs: { "We call it \($0)." },
        noClass: "It doesn't count as an example: the fall is too small or too uncertain.",
        howSure: { "The evidence that the cost has really fallen is \($0)." },
        finding: { "In \($1) the cost was \($0) the median of similar municipalities, and in \($3) \($2) it." },
        above: { "\($0) % above" },
        below: { "\($0) % below" },
        at: "at",
        peersMedian: "Median, similar municipalities",
        drawingDescription: {
            "The cost in \($0) and the median of similar municipalities, year by year. The same values stand in the table."
        },
        costs: "The cost",
        differencePercent: "Difference, %",
        toKeyFigure: "Show the key figure with similar municipalities",
        toCard: "Show the service card",
        onwardTitle: "Take the example to a study",
        onwardNeedsCard:
            "An example in a study rests on a service card that you answer for yourselves. This one comes with the program. Make it your own first.",
        onwardNeedsStudy: "No study that you may change is going on. Begin one, and the example can be taken there.",
        onwardLead: "Choose the study. The form is filled in with what stands here.",
        qualityTitle: "Quality against similar municipalities",
        noQuality: "The card has no measure of quality.",
        qualityNote:
            "A positive number is better. Quality is kept when it has, with 90 per cent certainty, not fallen by more than the margin. The measures catch only a part of quality.",
        workingsTitle: "How we arrived at it",
        changeWorking: { "The change \($0)" },
        differencesAre:
            "Each year we take the logarithm of the municipality's cost less the median of those of the similar ones. A rise in prices that is the same for all then disappears.",
        slopeIs: {
            "The median of the slopes between all pairs of years is \($0) per year (Theil–Sen). A single odd year moves it little."
        },
        changeIs: { "Over \($0) steps it becomes \($1)." },
        evidenceWorking: { "The evidence is \($0)" },
        lineIs: { "A straight line through the differences has the slope \($0) per year, and the variance around it is \($1)." },
        classDeviationIs: {
            "Municipalities of the same size typically deviate by \($0) from their line. Weighed together with the municipality's own variance it becomes \($1)."
        },
        autocorrelationIs: {
            "A year resembles the one before: the correlation is \($0), and the standard error has been made larger for it."
        },
        testIs: {
            "The standard error over the whole time is \($0), and the slope is \($1) standard errors. With \($2) degrees of freedom the probability of so large a fall by chance is \($3)."
        },
        rateIs: { "Among all \($1) tests, up to \($0) per cent of those at least as clear may be chance (Benjamini–Hochberg)." },
        isRobust: "The fall stands our checks",
        isNotRobust: "The fall does not stand all our checks",
        nationalIs: { "Against the median of the whole country the change is \($0). It must be at least −2.5 %." },
        worstLeavingOneOutIs: { "Without the year that matters most it is \($0). It must be at least −2.5 %." },
        regressionIs: {
            "Those that start dear fall anyway. The municipality began at \($0), and counted from there \($1) per cent have fallen more. That may be at most \($2) per cent."
        },
        guardIs: {
            "\($0) has changed by \($1) against similar municipalities. If it rises by more than \($2) the cost may have moved."
        },
        noGuard: "No key figure guards against the cost having moved elsewhere.",
        peersTitle: "The similar municipalities",
        peersAre: { "The comparison is with the median of \($0), which RKA has found to have similar conditions." },
        cardTitle: "About the service card",
        questionsTitle: { "Questions to ask \($0)" },
        asPDF: "The case as PDF",
        caveats: [
            "Everything is relative: half of all municipalities always fall against the other half.",
            "The cost per user or pupil also falls when easier cases are added or accounting moves costs.",
            "That two things coincide doesn't show that one is the cause of the other.",
            "The groups of similar municipalities are today's, applied backwards in time.",
            "The years 2020 and 2021 were marked by the pandemic, and grades were then set without national tests.",
            "In small municipalities the change must be two to three times larger to be seen.",
            "The measures of quality cover only a small part of the service.",
            "Always phone the municipality before the example is used.",
        ],
        questions: [
            "What did you do that lowered the cost, and when did you begin?",
            "Has anything moved during the years: accounting, premises, duties or groups of users?",
            "What happened to quality by your own account and by the users'?",
            "What did the change cost, and who was affected by it?",
            "What would you do otherwise today?",
            "What must be in place for another municipality to succeed with the same?",
        ],
        qualityColumns: [
            "Change",
            "At least, with 90 % certainty",
            "Margin",
            "Years",
            "Outcome",
        ],
        classes: [
            .example: "an example of improvement (A)",
            .possible: "a possible example (B)",
            .worse: "cheaper but worse (C)",
            .uncertain: "uncertain (D)",
        ],
        meanings: [
            .example: "the fall stands our checks, has good evidence, and at least one measure of quality is kept.",
            .possible: "the fall stands our checks, but the evidence is weaker or quality unclear.",
            .worse:
                "the cost has fallen, but at least one measure of quality has become worse than among similar municipalities.",
            .uncertain: "the fall does not stand all checks, or quality is not known.",
        ],
        evidences: [
            .strong: "strong",
            .moderate: "moderate",
            .weak: "weak",
            .none: "none",
        ],
        states: [
            .kept: "kept",
            .unclear: "unclear",
            .worse: "worse",
            .missing: "too few values",
        ]
    )
}
