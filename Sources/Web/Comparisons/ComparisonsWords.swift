extension Words {
    /// The pages that show the members beside each other.
    struct Comparisons: Sendable {
        let title: String
        let purpose: String
        let have: @Sendable (_ count: String, _ cooperation: String) -> String
        let haveOne: @Sendable (_ cooperation: String) -> String
        let none: String
        let noneYet: String
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
            "Vilka värden som är högst och lägst och hur de har ändrats har vi räknat fram. Den delen är en egen bearbetning av data från \($0)."
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
        dash: "Ett streck (–) betyder att uppgift saknas i källan."
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
            "Which values are highest and lowest, and how they have changed, we have worked out ourselves from data of \($0)."
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
        dash: "A dash (–) means that the source has no value."
    )
}
