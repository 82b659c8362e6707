extension Words {
    /// The pages that show the members beside each other.
    struct Comparisons: Sendable {
        let title: String
        let purpose: String
        let have: @Sendable (_ count: String, _ cooperation: String) -> String
        let haveOne: @Sendable (_ cooperation: String) -> String
        let none: String
        let noneYet: String
        let damaged: @Sendable (_ count: String, _ keyFigures: String) -> String
        let damagedFigure: String
        let noVerdict: String
        let ofMembers: @Sendable (_ count: String) -> String
        let before: String
        let keyFigure: String
        let keyFigures: String
        let unit: String
        let latestYear: String
        let withValue: String
        let origin: String
        let source: String
        let sourceIs: @Sendable (_ source: String) -> String
        let ownWork: @Sendable (_ source: String) -> String
        let whatIsMeasured: String
        let subject: String
        let years: String
        let year: String
        let code: String
        let name: String
        let role: String
        let gender: String
        let value: String
        let place: String
        let likeChosen: String
        let member: String
        let country: String
        let other: String
        let everybody: String
        let women: String
        let men: String
        let extremes: @Sendable (_ year: String, _ highest: String, _ lowest: String) -> String
        let onlyOne: @Sendable (_ year: String, _ value: String) -> String
        let same: @Sendable (_ year: String, _ value: String) -> String
        let inCountry: @Sendable (_ value: String) -> String
        let countryMissing: String
        let someHave: @Sendable (_ count: String, _ all: String) -> String
        let roseAndFell: @Sendable (_ span: String, _ rose: String, _ fell: String) -> String
        let roseIn: @Sendable (_ span: String, _ rose: String, _ all: String) -> String
        let fellIn: @Sendable (_ span: String, _ fell: String, _ all: String) -> String
        let asTheyWere: @Sendable (_ span: String) -> String
        let chartDescription: @Sendable (_ title: String) -> String
        let countryIsDashed: String
        let countryIsLeftOut: String
        let choose: String
        let nobodyChosen: String
        let noSuchPlace: @Sendable (_ written: String) -> String
        let membersAndCountry: String
        let similarTo: @Sendable (_ name: String) -> String
        let similarNote: String
        let group: String
        let others: String
        let dash: String
        let similarGroup: String
        let allMunicipalities: String
        let ownGroup: String
        let ownReckoning: @Sendable (_ source: String) -> String
        let noSuchChoice: @Sendable (_ written: String, _ choices: String) -> String
        let noYear: @Sendable (_ written: String) -> String
        let nobodyNamed: String
        let tooManyNamed: @Sendable (_ most: String) -> String
        let missingIs: String
        let notApplicableIs: String
        let privacyIs: String
        let otherAbsenceIs: String
        let lines: String
        let dots: String
        let ranking: String
        let byGender: String
        let map: String
        let noneThatYear: @Sendable (_ year: String) -> String
        let withinNoise: String
        let withinNoiseOne: String
        let clearDifference: String
        let noiseUnknown: String
        let yearIsPreliminary: @Sendable (_ year: String) -> String
        let mapFinding: @Sendable (_ year: String) -> String
        let chosenAndMedian: @Sendable (_ year: String, _ chosen: String, _ median: String, _ side: Side) -> String
        let between: @Sendable (_ year: String, _ low: String, _ high: String) -> String
        let notRankedFew: @Sendable (_ year: String, _ count: String, _ fewest: String) -> String
        let notRankedUnknown: String
        let notRankedPreliminary: @Sendable (_ year: String) -> String
        let nobodyAlone: @Sendable (_ year: String, _ count: String) -> String
        let someAlone: @Sendable (_ year: String, _ alone: String, _ count: String) -> String
        let womenAndMen: @Sendable (_ year: String, _ higher: String, _ lower: String, _ all: String) -> String
        let preliminaryShort: String
        let preliminary: String
        let preliminaryFrom: @Sendable (_ year: String) -> String
        let medianOf: @Sendable (_ group: String) -> String
        let lowestOf: @Sendable (_ group: String) -> String
        let highestOf: @Sendable (_ group: String) -> String
        let placeInOrder: String
        let placeShort: @Sendable (_ places: String) -> String
        let membersAnd: @Sendable (_ group: String) -> String
        let bandIs: @Sendable (_ group: String) -> String
        let hollowIsPreliminary: String
        let brokenAt: @Sendable (_ year: String) -> String
        let newWayFrom: @Sendable (_ year: String) -> String
        let ticksAre: @Sendable (_ group: String) -> String
        let countryIsSquare: String
        let hollowIsWithinNoise: String
        let onlyMembersDrawn: String
        let discAndSquare: String
        let mapWithoutClasses: String
        let mapClasses: @Sendable (_ lower: String, _ upper: String) -> String
        let noneYetShort: String
        let rowsDescription: @Sendable (_ title: String) -> String
        let mapDescription: @Sendable (_ title: String) -> String
        let thoseShown: String
        let medianAt: @Sendable (_ group: String, _ value: String) -> String
        let remark: String
        let fetchedTitle: String
        let note: String
        let about: String
        let aboutSheet: String
        let dot: String
        let twoDots: String
        let notComparable: @Sendable (_ year: String) -> String
        let quarter: String
        let bestQuarter: String
        let middleQuarters: String
        let worstQuarter: String
        let noQuarter: String
        let higher: String
        let lower: String
        let quartersAre: @Sendable (_ better: String) -> String
        let noQuarterDirection: String
        let noQuarterFew: @Sendable (_ count: String, _ fewest: String) -> String
        let noQuarterNoise: String
        let howPlacesCame: String
        let chooseTitle: String
        let chooseOthers: String
        let onlyMembers: String
        let wholeCounty: String
        let similarHelp: String
        let otherMunicipalities: String
        let ownField: String
        let ownHelp: String
        let chooseYear: String
        let theLatest: @Sendable (_ year: String) -> String
        let show: String
        let choosePicture: String
        let thePicture: String
        let theFigures: String
        let pictureAs: @Sendable (_ format: String) -> String
        let figuresAs: @Sendable (_ format: String) -> String
        let noPNG: String
        let noPNGNow: String
        let figuresTitle: String
        let othersIn: @Sendable (_ group: String) -> String
        let chooseForSimilar: String
        let noSimilar: @Sendable (_ name: String) -> String
        let perspective: String
        let fetchBy: String
        let fetchByAfter: String
        let shippedOnly: String
        let searchField: String
        let searchHelp: String
        let searchButton: String
        let everyArea: String
        let everyPerspective: String
        let nothingFound: String
        let found: @Sendable (_ count: String, _ all: String) -> String
        let showAll: String
        let pages: String
        let pageOf: @Sendable (_ page: String, _ last: String) -> String
        let previousPage: String
        let nextPage: String

        /// On which side of a median a value is.
        enum Side: Sendable {
            case over, under, same
        }
    }
}

extension Words.Comparisons {
    static let swedish = Self(
        title: "Jämförelser",
        purpose: "Den som jämför ser var kommunerna skiljer sig åt, och vem det kan vara värt att fråga.",
        have: { "Här finns \($0) nyckeltal för kommunerna i \($1)." },
        haveOne: { "Här finns ett nyckeltal för kommunerna i \($0)." },
        none: "Ingen statistik är hämtad för medlemmarna.",
        noneYet: "När statistik är hämtad visas den här. Kolada har öppna tal om alla kommuner.",
        damaged: {
            "Så många nyckeltal visas inte, för deras värden har skadats på servern: \($0) (\($1)). Den som sköter servern behöver hämta statistiken på nytt."
        },
        damagedFigure:
            "Nyckeltalets värden har skadats på servern och kan inte visas. Den som sköter servern behöver hämta statistiken på nytt.",
        noVerdict: "Ett tal säger inte vad som är bra eller dåligt. Läs vad det mäter innan du jämför.",
        ofMembers: { "Så många av de \($0) medlemmarna har ett värde det året." },
        before: "Vad kommunerna har jämfört förut står hos nätverket",
        keyFigure: "Nyckeltal",
        keyFigures: "Nyckeltalen",
        unit: "Enhet",
        latestYear: "Senaste år",
        withValue: "Medlemmar med värde",
        origin: "Ursprung",
        source: "Källa",
        sourceIs: { "Källa: \($0)." },
        ownWork: {
            "Vilka värden som är högst och lägst, hur de har ändrats och vad som kan vara slump har vi räknat fram. Den delen är en egen bearbetning av data från \($0)."
        },
        whatIsMeasured: "Vad talet mäter",
        subject: "Område",
        years: "År med värden",
        year: "År",
        code: "Kod",
        name: "Namn",
        role: "Roll",
        gender: "Kön",
        value: "Värde",
        place: "Kommun eller riket",
        likeChosen: "Liknar den valda",
        member: "medlem",
        country: "Riket",
        other: "annan kommun",
        everybody: "Alla",
        women: "Kvinnor",
        men: "Män",
        extremes: { "År \($0) var värdet högst i \($1) och lägst i \($2)." },
        onlyOne: { "År \($0) har bara en medlem ett värde: \($1)." },
        same: { "År \($0) var värdet detsamma i alla: \($1)." },
        inCountry: { "I riket var det \($0)." },
        countryMissing: "För riket saknas uppgift i källan.",
        someHave: { "\($0) av \($1) medlemmar har ett värde det året." },
        roseAndFell: { "Åren \($0) steg värdet i \($1) av kommunerna och sjönk i \($2)." },
        roseIn: { "Åren \($0) steg värdet i \($1) av \($2) kommuner." },
        fellIn: { "Åren \($0) sjönk värdet i \($1) av \($2) kommuner." },
        asTheyWere: { "Så var värdena \($0)." },
        chartDescription: { "En linje för varje kommun: \($0). Samma värden står i tabellen." },
        countryIsDashed: "Riket är den streckade linjen.",
        countryIsLeftOut: "Riket är för stort för bilden och står i tabellen.",
        choose: "Välj en kommun att följa",
        nobodyChosen: "Alla lika",
        noSuchPlace: { "Här finns ingen kommun som heter ”\($0)” i adresser. Välj en av dem som står på sidan." },
        membersAndCountry: "Medlemmarna och riket",
        similarTo: { "Kommuner som liknar \($0)" },
        similarNote: "De här kommunerna har liknande förutsättningar. Valet av dem är inte vårt.",
        group: "Grupp",
        others: "Fler kommuner",
        dash: "Ett streck (–) betyder att uppgift saknas i källan.",
        similarGroup: "liknande kommuner",
        allMunicipalities: "alla kommuner",
        ownGroup: "kommuner som jag väljer",
        ownReckoning: { "Egen bearbetning av data från \($0)." },
        noSuchChoice: { "”\($0)” går inte att välja. Det som går är \($1)." },
        noYear: { "”\($0)” är inte ett år. Skriv fyra siffror, som 2022." },
        nobodyNamed: "Ingen kommun är vald. Skriv kommunernas namn eller koder med komma mellan, som Nacka, Täby.",
        tooManyNamed: { "Du kan välja högst \($0) kommuner. Välj alla kommuner om du vill se fler." },
        missingIs: "uppgift saknas",
        notApplicableIs: "ej tillämpligt",
        privacyIs: "sekretess",
        otherAbsenceIs: "saknas av annat skäl",
        lines: "Linjer över åren",
        dots: "Punkter ett år",
        ranking: "Rangordning",
        byGender: "Kvinnor och män",
        map: "Karta",
        noneThatYear: { "År \($0) har ingen medlem något värde." },
        withinNoise: "Skillnaden mellan dem är inte större än vad värdena brukar svänga från år till år, så den kan vara slump.",
        withinNoiseOne: "Skillnaden ryms i vad värdena brukar svänga från år till år, så den kan vara slump.",
        clearDifference: "Skillnaden är större än vad värdena brukar svänga från år till år.",
        noiseUnknown: "Åren är för få för att säga om skillnaden är mer än slump.",
        yearIsPreliminary: { "Värdena för \($0) är preliminära och kan ändras." },
        mapFinding: { "Värdena \($0) i medlemmarna." },
        chosenAndMedian: { year, chosen, median, side in
            switch side {
            case .over: "År \(year) låg \(chosen) över medianen av \(median)."
            case .under: "År \(year) låg \(chosen) under medianen av \(median)."
            case .same: "År \(year) låg \(chosen) på medianen av \(median)."
            }
        },
        between: { "År \($0) låg medlemmarna mellan \($1) och \($2)." },
        notRankedFew: {
            "År \($0) har bara \($1) kommuner ett värde. Färre än \($2) rangordnas inte, eftersom en plats bland så få säger mindre än värdena själva."
        },
        notRankedUnknown: "Kommunerna rangordnas inte: åren är för få för att skilja en skillnad från slump.",
        notRankedPreliminary: { "Värdena för \($0) är preliminära och rangordnas inte." },
        nobodyAlone: {
            "År \($0) går ingen av \($1) kommuner att skilja säkert från alla andra. De som kan ha samma plats delar platser."
        },
        someAlone: {
            "År \($0) har \($1) av \($2) kommuner en egen plats. De andra går inte att skilja säkert från någon annan och delar platser."
        },
        womenAndMen: { "År \($0) var värdet högre för kvinnor än för män i \($1) av \($3) kommuner och lägre i \($2)." },
        preliminaryShort: "(prel.)",
        preliminary: "preliminärt",
        preliminaryFrom: { "Värden från och med \($0) är preliminära (prel.) och kan ändras." },
        medianOf: { "Median, \($0)" },
        lowestOf: { "Lägst, \($0)" },
        highestOf: { "Högst, \($0)" },
        placeInOrder: "Plats, från högst",
        placeShort: { "plats \($0)" },
        membersAnd: { "Medlemmarna, riket och \($0)" },
        bandIs: { "Det skuggade fältet är \($0): från lägst till högst." },
        hollowIsPreliminary: "En ofylld punkt är ett preliminärt värde.",
        brokenAt: { "Linjerna är brutna vid \($0), eftersom värdena räknas på ett annat sätt från det året." },
        newWayFrom: { "Räknas på nytt sätt från \($0)" },
        ticksAre: { "Strecken är \($0), en för varje kommun, och ringen är deras median." },
        countryIsSquare: "Riket är en fyrkant.",
        hollowIsWithinNoise:
            "En ofylld stapel går inte att skilja säkert från medianen. En fylld ligger över den och en randig under den.",
        onlyMembersDrawn: "Bilden visar bara medlemmarna; alla kommuner står i tabellen.",
        discAndSquare: "Kvinnor är en rund punkt och män en fyrkant.",
        mapWithoutClasses: "Kartan har inga mönster, eftersom skillnaderna är för små eller värdena för få för att delas in.",
        mapClasses: {
            "Tätare mönster är högre värde: utan mönster till och med \($0), streckat till och med \($1), rutat däröver."
        },
        noneYetShort: "Inga värden",
        rowsDescription: { "En rad för varje kommun: \($0). Samma värden står i tabellen." },
        mapDescription: { "Medlemmarna på en karta med sina värden: \($0). Samma värden står i tabellen." },
        thoseShown: "dem som visas",
        medianAt: { "Medianen av \($0): \($1)" },
        remark: "Anmärkning",
        fetchedTitle: "Hämtat",
        note: "Att veta",
        about: "Om tabellen",
        aboutSheet: "Om",
        dot: "En punkt (.) betyder att frågan inte är tillämplig där.",
        twoDots: "Två punkter (..) betyder att så få räknas att värdet är sekretess.",
        notComparable: { "Värden före \($0) räknas på ett annat sätt och går inte att jämföra med senare." },
        quarter: "Fjärdedel",
        bestQuarter: "Bästa fjärdedelen",
        middleQuarters: "I mitten",
        worstQuarter: "Sämsta fjärdedelen",
        noQuarter: "Går inte att säga",
        higher: "högre",
        lower: "lägre",
        quartersAre: {
            "Tjänstekortet säger att \($0) är bättre. Bästa och sämsta fjärdedelen av dem som visas är märkta där det inte kan vara slump. Märket säger var en kommun står bland de andra, inte om resultatet är bra."
        },
        noQuarterDirection: "Inget tjänstekort säger om högre eller lägre är bättre, så ingen märks som bäst eller sämst.",
        noQuarterFew: {
            "Bara \($0) har ett värde det året. Minst \($1) behövs för att märka bästa och sämsta fjärdedelen."
        },
        noQuarterNoise: "Ingen märks som bäst eller sämst: skillnaderna är inte större än värdena brukar svänga mellan åren.",
        howPlacesCame:
            "En plats räknas från det högsta värdet. Två kommuner skiljs åt bara om skillnaden är mer än dubbelt så stor som värdena brukar svänga mellan åren.",
        chooseTitle: "Välj vad som jämförs",
        chooseOthers: "Jämför med",
        onlyMembers: "Bara medlemmarna och riket",
        wholeCounty: "Kommunerna i länet",
        similarHelp: "Liknande kommuner är de som RKA har funnit ha liknande förutsättningar som den kommun du följer.",
        otherMunicipalities: "Andra kommuner",
        ownField: "Kommuner som du väljer själv",
        ownHelp: "Namn eller koder med komma mellan, som Nacka, Täby. Gäller när du jämför med kommuner som du väljer.",
        chooseYear: "År (för allt utom linjerna)",
        theLatest: { "Det senaste, \($0)" },
        show: "Visa jämförelsen",
        choosePicture: "Hur värdena visas",
        thePicture: "Bilden som fil:",
        theFigures: "Talen som fil:",
        pictureAs: { "Bilden som \($0)" },
        figuresAs: { "Talen som \($0)" },
        noPNG:
            "PNG går inte att göra här: programmet typst saknas på servern. Hämta SVG, eller be den som sköter servern att installera det.",
        noPNGNow: "Bilden gick inte att göra just nu. Försök igen om en stund, eller hämta SVG.",
        figuresTitle: "Talen",
        othersIn: { "Andra bland \($0)" },
        chooseForSimilar: "Välj en kommun att följa för att se dem som liknar den.",
        noSimilar: { "För \($0) finns ingen grupp av liknande kommuner i den här frågan." },
        perspective: "Perspektiv",
        fetchBy: "Den som sköter servern hämtar statistiken från Kolada med",
        fetchByAfter: "och den visas så snart den är hämtad.",
        shippedOnly:
            "Det här är de få nyckeltal som följer med programmet. Alla Koladas nyckeltal hämtas av den som sköter servern med",
        searchField: "Sök nyckeltal",
        searchHelp: "Skriv vad det handlar om, som kostnad hemtjänst eller betyg årskurs 9.",
        searchButton: "Sök",
        everyArea: "Alla områden",
        everyPerspective: "Alla perspektiv",
        nothingFound: "Inget nyckeltal svarar mot det du sökte. Pröva färre eller andra ord, eller ett annat område.",
        found: { "\($0) av \($1) nyckeltal." },
        showAll: "Visa alla nyckeltal",
        pages: "Sidor i listan",
        pageOf: { "Sida \($0) av \($1)" },
        previousPage: "Föregående sida",
        nextPage: "Nästa sida"
    )
}

extension Words.Comparisons {
    static let english = Self(
        title: "Comparisons",
        purpose: "Comparing shows where the municipalities differ, and whom it may be worth asking.",
        have: { "Here you find \($0) key figures for the municipalities of \($1)." },
        haveOne: { "Here you find one key figure for the municipalities of \($0)." },
        none: "No statistics have been fetched for the members.",
        noneYet: "They will be shown here once they have been. Kolada has open figures on every municipality.",
        damaged: {
            "So many key figures aren't shown, since their values have been damaged on the server: \($0) (\($1)). Whoever runs the server needs to fetch the statistics again."
        },
        damagedFigure:
            "The values of this key figure have been damaged on the server and can't be shown. Whoever runs the server needs to fetch the statistics again.",
        noVerdict: "A figure doesn't say what is good or bad. Read what it measures before you compare.",
        ofMembers: { "So many of the \($0) members have a value for that year." },
        before: "What the municipalities have compared before is told on the page of the network",
        keyFigure: "Key figure",
        keyFigures: "The key figures",
        unit: "Unit",
        latestYear: "Latest year",
        withValue: "Members with a value",
        origin: "Made by",
        source: "Source",
        sourceIs: { "Source: \($0)." },
        ownWork: {
            "Which values are highest and lowest, how they have changed and what may be chance, we have worked out ourselves from data of \($0)."
        },
        whatIsMeasured: "What is measured",
        subject: "Field",
        years: "Years with values",
        year: "Year",
        code: "Code",
        name: "Name",
        role: "Role",
        gender: "Gender",
        value: "Value",
        place: "Municipality or country",
        likeChosen: "Like the chosen one",
        member: "member",
        country: "Sweden",
        other: "another municipality",
        everybody: "All",
        women: "Women",
        men: "Men",
        extremes: { "In \($0) the value was highest in \($1) and lowest in \($2)." },
        onlyOne: { "In \($0) only one member has a value: \($1)." },
        same: { "In \($0) the value was the same in all: \($1)." },
        inCountry: { "In the country as a whole it was \($0)." },
        countryMissing: "For the country as a whole the source has none.",
        someHave: { "\($0) of \($1) members have a value for the year." },
        roseAndFell: { "In \($0) the value rose in \($1) of the municipalities and fell in \($2)." },
        roseIn: { "In \($0) the value rose in \($1) of \($2) municipalities." },
        fellIn: { "In \($0) the value fell in \($1) of \($2) municipalities." },
        asTheyWere: { "The values of \($0)." },
        chartDescription: { "A line for each municipality: \($0). The same values stand in the table." },
        countryIsDashed: "The dashed line is the country as a whole.",
        countryIsLeftOut: "The country as a whole is too large for the drawing, and stands in the table.",
        choose: "Choose a municipality to follow",
        nobodyChosen: "All alike",
        noSuchPlace: { "There is no municipality called “\($0)” in addresses here. Choose one of those on the page." },
        membersAndCountry: "The members and the country",
        similarTo: { "Municipalities that are like \($0)" },
        similarNote: "These municipalities have similar conditions. They are not chosen by us.",
        group: "Group of peers",
        others: "More municipalities",
        dash: "A dash (–) means that the source has no value.",
        similarGroup: "similar municipalities",
        allMunicipalities: "all municipalities",
        ownGroup: "municipalities that I choose",
        ownReckoning: { "Own reckoning from data of \($0)." },
        noSuchChoice: { "“\($0)” can't be chosen. What can is \($1)." },
        noYear: { "“\($0)” is not a year. Write four figures, such as 2022." },
        nobodyNamed: "No municipality is chosen. Write their names or codes with commas between, such as Nacka, Täby.",
        tooManyNamed: { "You can choose at most \($0) municipalities. Choose all municipalities to see more." },
        missingIs: "missing",
        notApplicableIs: "not applicable",
        privacyIs: "confidential",
        otherAbsenceIs: "missing for another reason",
        lines: "Lines over the years",
        dots: "Dots for a year",
        ranking: "Ranking",
        byGender: "Women and men",
        map: "Map",
        noneThatYear: { "In \($0) no member has a value." },
        withinNoise:
            "The difference between them is no larger than what values usually swing from year to year, so it may be chance.",
        withinNoiseOne: "The difference is within what values usually swing from year to year, so it may be chance.",
        clearDifference: "The difference is larger than what values usually swing from year to year.",
        noiseUnknown: "There are too few years to say whether the difference is more than chance.",
        yearIsPreliminary: { "The values of \($0) are preliminary and may change." },
        mapFinding: { "The values of \($0) in the members." },
        chosenAndMedian: { year, chosen, median, side in
            switch side {
            case .over: "In \(year) \(chosen) was above the median of \(median)."
            case .under: "In \(year) \(chosen) was below the median of \(median)."
            case .same: "In \(year) \(chosen) was at the median of \(median)."
            }
        },
        between: { "In \($0) the members were between \($1) and \($2)." },
        notRankedFew: {
            "In \($0) only \($1) municipalities have a value. Fewer than \($2) are not ranked, since a place among so few says less than the values themselves."
        },
        notRankedUnknown: "The municipalities are not ranked: there are too few years to tell a difference from chance.",
        notRankedPreliminary: { "The values of \($0) are preliminary and not ranked." },
        nobodyAlone: {
            "In \($0) none of \($1) municipalities can be told apart from all others with certainty. Those that may have the same place share places."
        },
        someAlone: {
            "In \($0) \($1) of \($2) municipalities have a place of their own. The others can't be told apart from somebody else with certainty, and share places."
        },
        womenAndMen: {
            "In \($0) the value was higher for women than for men in \($1) of \($3) municipalities and lower in \($2)."
        },
        preliminaryShort: "(prel.)",
        preliminary: "preliminary",
        preliminaryFrom: { "Values from \($0) on are preliminary (prel.) and may change." },
        medianOf: { "Median, \($0)" },
        lowestOf: { "Lowest, \($0)" },
        highestOf: { "Highest, \($0)" },
        placeInOrder: "Place, from highest",
        placeShort: { "place \($0)" },
        membersAnd: { "The members, the country and \($0)" },
        bandIs: { "The shaded field is \($0): from lowest to highest." },
        hollowIsPreliminary: "A hollow dot is a preliminary value.",
        brokenAt: { "The lines are broken at \($0), since the values are counted in another way from that year." },
        newWayFrom: { "Counted in a new way from \($0)" },
        ticksAre: { "The thin lines are \($0), one for each municipality, and the ring is their median." },
        countryIsSquare: "The country is a square.",
        hollowIsWithinNoise:
            "A hollow bar can't be told apart from the median with certainty. A filled one is above it and a striped one below it.",
        onlyMembersDrawn: "The drawing shows only the members; all municipalities stand in the table.",
        discAndSquare: "Women are a round dot and men a square.",
        mapWithoutClasses: "The map has no patterns, since the differences are too small or the values too few to be divided.",
        mapClasses: { "A denser pattern is a higher value: none up to \($0), striped up to \($1), crossed above." },
        noneYetShort: "No values",
        rowsDescription: { "A row for each municipality: \($0). The same values stand in the table." },
        mapDescription: { "The members on a map with their values: \($0). The same values stand in the table." },
        thoseShown: "those shown",
        medianAt: { "The median of \($0): \($1)" },
        remark: "Remark",
        fetchedTitle: "Fetched",
        note: "To know",
        about: "About the table",
        aboutSheet: "About",
        dot: "A dot (.) means that the matter does not exist there.",
        twoDots: "Two dots (..) mean that so few are counted that the value is confidential.",
        notComparable: { "Values before \($0) are counted in another way and can't be compared with later ones." },
        quarter: "Quarter",
        bestQuarter: "Best quarter",
        middleQuarters: "In the middle",
        worstQuarter: "Worst quarter",
        noQuarter: "Can't be told",
        higher: "higher",
        lower: "lower",
        quartersAre: {
            "The service card says that \($0) is better. The best and the worst quarter of those shown are marked where it can't be chance. The mark says where a municipality stands among the others, not whether the result is good."
        },
        noQuarterDirection: "No service card says whether higher or lower is better, so none is marked as best or worst.",
        noQuarterFew: {
            "Only \($0) have a value that year. At least \($1) are needed to mark the best and the worst quarter."
        },
        noQuarterNoise: "None is marked as best or worst: the differences are no larger than values usually swing between years.",
        howPlacesCame:
            "A place is counted from the highest value. Two municipalities are told apart only if the difference is more than twice what values usually swing between years.",
        chooseTitle: "Choose what is compared",
        chooseOthers: "Compare with",
        onlyMembers: "Only the members and the country",
        wholeCounty: "The municipalities of the county",
        similarHelp: "Similar municipalities are those that RKA has found to have conditions like those of the one you follow.",
        otherMunicipalities: "Other municipalities",
        ownField: "Municipalities that you choose",
        ownHelp:
            "Names or codes with commas between, such as Nacka, Täby. Used when you compare with municipalities that you choose.",
        chooseYear: "Year (for everything but the lines)",
        theLatest: { "The latest, \($0)" },
        show: "Show the comparison",
        choosePicture: "How the values are shown",
        thePicture: "The drawing as a file:",
        theFigures: "The figures as a file:",
        pictureAs: { "The drawing as \($0)" },
        figuresAs: { "The figures as \($0)" },
        noPNG:
            "PNG can't be made here: the program typst is missing on the server. Take the SVG, or ask whoever runs the server to install it.",
        noPNGNow: "The picture could not be made just now. Try again in a while, or take the SVG.",
        figuresTitle: "The figures",
        othersIn: { "Others among \($0)" },
        chooseForSimilar: "Choose a municipality to follow to see those that are like it.",
        noSimilar: { "For \($0) there is no group of similar municipalities in this matter." },
        perspective: "Perspective",
        fetchBy: "Whoever runs the server fetches the statistics from Kolada with",
        fetchByAfter: "and they are shown as soon as they have been fetched.",
        shippedOnly:
            "These are the few key figures that come with the program. All of Kolada's are fetched by whoever runs the server with",
        searchField: "Search key figures",
        searchHelp: "Write in Swedish what it is about, such as kostnad hemtjänst or betyg årskurs 9.",
        searchButton: "Search",
        everyArea: "All fields",
        everyPerspective: "All perspectives",
        nothingFound: "No key figure answers what you searched for. Try fewer or other words, or another field.",
        found: { "\($0) of \($1) key figures." },
        showAll: "Show all key figures",
        pages: "Pages of the list",
        pageOf: { "Page \($0) of \($1)" },
        previousPage: "Previous page",
        nextPage: "Next page"
    )
}
