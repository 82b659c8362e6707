import Statistics

extension Words {
    /// The page of where a municipality stands to those that are like it.
    struct Standing: Sendable {
        let title: @Sendable (_ name: String) -> String
        let nothing: @Sendable (_ name: String) -> String
        let lead: @Sendable (_ name: String, _ looked: String, _ far: String) -> String
        let howToRead: String
        let byChance: @Sendable (_ count: String) -> String
        let median: String
        let medianWhole: String
        let peers: String
        let distance: String
        let certainty: String
        let side: String
        let yearsInARow: String
        let farthestOf: @Sendable (_ shown: String, _ all: String) -> String
        let ofEachMember: String
        let indices: String
        let indicesLead: String
        let index: String
        let recomputed: String
        let published: String
        let isSame: String
        let same: String
        let notSame: String
        let notPublished: String
        let indexNames: [RKAIndex.Definition.Kind: String]
        let headings: [StandsOut.Side: String]
        let sides: [StandsOut.Side: String]
        let certainties: [StandsOut.Certainty: String]

        /// What an index is called when the source doesn't say.
        func indexName(_ kind: RKAIndex.Definition.Kind, _ subject: String) -> String {
            "\(indexNames[kind] ?? kind.rawValue) \(subject)"
        }

        /// What a list of those on a side is called.
        func heading(of side: StandsOut.Side) -> String { headings[side] ?? side.rawValue }

        /// What a side is called in a table.
        func name(of side: StandsOut.Side) -> String { sides[side] ?? side.rawValue }

        /// How sure something is, in words.
        func name(of certainty: StandsOut.Certainty) -> String { certainties[certainty] ?? certainty.rawValue }
    }
}

extension Words.Standing {
    static let swedish = Self(
        title: { "\($0) jämfört med liknande kommuner" },
        nothing: { "För \($0) finns ännu inga nyckeltal som kan jämföras med liknande kommuner." },
        lead: { "Av \($1) nyckeltal som går att jämföra ligger \($0) långt från medianen av liknande kommuner i \($2)." },
        howToRead:
            "Långt betyder minst dubbelt så mycket som liknande kommuner och år brukar skilja sig åt. Vad som är bra eller dåligt vet vi bara där ett tjänstekort säger det; annars står bara att värdet är högre eller lägre.",
        byChance: { "Även om inget vore ovanligt skulle omkring \($0) av nyckeltalen ligga så långt ifrån av en slump." },
        median: "Median, liknande kommuner",
        medianWhole: "Median, liknande kommuner, inte avrundad",
        peers: "Liknande kommuner med värde",
        distance: "Avstånd",
        certainty: "Hur säkert",
        side: "Åt vilket håll",
        yearsInARow: "År i rad",
        farthestOf: { "De \($0) som ligger längst bort av \($1). Alla finns i filerna." },
        ofEachMember: "Vad sticker ut i varje kommun?",
        indices: "RKA:s index, omräknade",
        indicesLead:
            "Vi räknar om RKA:s resurs- och effektivitetsindex ur nyckeltalen de bygger på. 100 är bäst av alla kommuner och 0 sämst. Stämmer talen vet vi att vi räknar som RKA. Kvalitetsindex går inte att räkna om, för alla delar är inte publicerade.",
        index: "Index",
        recomputed: "Omräknat",
        published: "Publicerat",
        isSame: "Stämmer talen för alla kommuner?",
        same: "Ja",
        notSame: "Nej: RKA har ändrat indexet eller reviderat värden",
        notPublished: "Inget är publicerat för året",
        indexNames: [.resources: "Resursindex", .efficiency: "Effektivitetsindex"],
        headings: [
            .better: "Bättre än liknande kommuner", .worse: "Sämre än liknande kommuner", .higher: "Högre än liknande kommuner",
            .lower: "Lägre än liknande kommuner",
        ],
        sides: [.better: "bättre", .worse: "sämre", .higher: "högre", .lower: "lägre"],
        certainties: [
            .certain: "säkert: mer än värdet brukar svänga", .moderate: "måttligt säkert",
            .uncertain: "osäkert: kan vara ett ovanligt år",
        ]
    )

    static let english = Self(
        title: { "\($0) compared with similar municipalities" },
        nothing: { "For \($0) there are no key figures yet that can be compared with similar municipalities." },
        lead: { "Of \($1) key figures that can be compared, \($0) lies far from the median of similar municipalities in \($2)." },
        howToRead:
            "Far means at least twice what similar municipalities and years usually differ by. What is good or bad we know only where a service card says so; otherwise it is only said that the value is higher or lower.",
        byChance: { "Even if nothing were unusual, about \($0) of the key figures would lie so far away by chance." },
        median: "Median, similar municipalities",
        medianWhole: "Median, similar municipalities, not rounded",
        peers: "Similar municipalities with a value",
        distance: "Distance",
        certainty: "How certain",
        side: "On which side",
        yearsInARow: "Years in a row",
        farthestOf: { "The \($0) that lie farthest away of \($1). All are in the files." },
        ofEachMember: "What stands out in each municipality?",
        indices: "RKA's indices, recomputed",
        indicesLead:
            "We recompute RKA's indices of resources and efficiency from the key figures that they are made of. 100 is the best of all municipalities and 0 the worst. Where the numbers agree we know that we reckon as RKA does. The index of quality can't be recomputed, since not all its parts are published.",
        index: "Index",
        recomputed: "Recomputed",
        published: "Published",
        isSame: "Do the numbers agree for all municipalities?",
        same: "Yes",
        notSame: "No: RKA has changed the index or revised values",
        notPublished: "Nothing is published of that year",
        indexNames: [.resources: "Index of resources", .efficiency: "Index of efficiency"],
        headings: [
            .better: "Better than similar municipalities", .worse: "Worse than similar municipalities",
            .higher: "Higher than similar municipalities", .lower: "Lower than similar municipalities",
        ],
        sides: [.better: "better", .worse: "worse", .higher: "higher", .lower: "lower"],
        certainties: [
            .certain: "certain: more than the value usually swings", .moderate: "moderately certain",
            .uncertain: "uncertain: may be an unusual year",
        ]
    )
}
