/// Asks that a service card be recorded; with an id that there is already, that it get a new version.
package struct RecordServiceCard: Request {
    /// The most quality key figures on a card.
    package static let mostQuality = 10

    /// A key figure of quality before its reason has been written.
    package struct Quality: Hashable, Sendable {
        package var keyFigure: String
        package var name: String
        package var better: BetterDirection
        package var margin: DecimalFigure
        package var reason: Passage

        /// A key figure with its margin, and the reason for it.
        package init(
            _ keyFigure: String,
            name: String,
            better: BetterDirection,
            margin: DecimalFigure,
            reason: Passage
        ) {
            self.keyFigure = keyFigure
            self.name = name
            self.better = better
            self.margin = margin
            self.reason = reason
        }
    }

    /// The guard before its reason has been written.
    package struct Guard: Hashable, Sendable {
        package var keyFigure: String
        package var name: String
        package var limit: DecimalFigure
        package var reason: Passage

        /// A key figure with its limit, and the reason for it.
        package init(_ keyFigure: String, name: String, limit: DecimalFigure, reason: Passage) {
            self.keyFigure = keyFigure
            self.name = name
            self.limit = limit
            self.reason = reason
        }
    }

    package var id: ServiceCard.ID
    package var name: String
    package var keeper: Body.ID
    package var cost: String
    package var costName: String
    package var unit: String
    package var better: BetterDirection = .lower
    package var peers: String
    package var quality: [Quality] = []
    package var costGuard: Guard?
    package var firstYear: (year: Int, reason: Passage)?
    package var remarks: [Passage] = []
    package var sources: [Source] = []

    /// A card with its cost; the rest is filled in afterwards.
    package init(
        id: ServiceCard.ID,
        name: String,
        keeper: Body.ID,
        cost: String,
        costName: String,
        unit: String,
        peers: String
    ) {
        self.id = id
        self.name = name
        self.keeper = keeper
        self.cost = cost
        self.costName = costName
        self.unit = unit
        self.peers = peers
    }

    /// A card as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: ServiceCard.Facts) {
        id = facts.id
        name = facts.name
        keeper = facts.keeper
        cost = facts.cost
        costName = facts.costName
        unit = facts.unit
        better = facts.better
        peers = facts.peers
        quality = facts.quality.map {
            Quality($0.keyFigure, name: $0.name, better: $0.better, margin: $0.margin, reason: .kept($0.reason))
        }
        costGuard = facts.costGuard.map {
            Guard($0.keyFigure, name: $0.name, limit: $0.limit, reason: .kept($0.reason))
        }
        firstYear = facts.firstYear.map { ($0.year, .kept($0.reason)) }
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try check()
        return try cooperation.accepting(
            .comparisons(
                .cardRecorded(
                    ServiceCard.Facts(
                        id: id,
                        name: name,
                        keeper: keeper,
                        cost: cost,
                        costName: costName,
                        unit: unit,
                        better: better,
                        peers: peers,
                        quality: quality.map {
                            ServiceCard.Quality(
                                keyFigure: $0.keyFigure,
                                name: $0.name,
                                better: $0.better,
                                margin: $0.margin,
                                reason: pen.write($0.reason)
                            )
                        },
                        costGuard: costGuard.map {
                            ServiceCard.Guard(
                                keyFigure: $0.keyFigure,
                                name: $0.name,
                                limit: $0.limit,
                                reason: pen.write($0.reason)
                            )
                        },
                        firstYear: firstYear.map { ServiceCard.FirstYear(year: $0.year, reason: pen.write($0.reason)) },
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            ),
            at: period
        )
    }

    private func check() throws(Refusal) {
        try ComparisonsCheck.name(name, field: "name", "Skriv vad tjänsten heter.")
        try ComparisonsCheck.keyFigure(cost, field: "cost")
        try ComparisonsCheck.name(costName, field: "costName", "Skriv vad kostnadens nyckeltal heter.")
        try ComparisonsCheck.name(unit, field: "unit", "Skriv kostnadens enhet: kr per elev.")
        try ComparisonsCheck.name(peers, field: "peers", "Skriv för vilket område kommunerna ska likna varandra: grundskola.")
        guard quality.count <= Self.mostQuality else {
            throw Refusal(
                "comparisons.quality",
                field: "quality",
                "Ett tjänstekort kan ha högst \(Self.mostQuality) kvalitetsmått. Välj de viktigaste."
            )
        }
        for measure in quality {
            try ComparisonsCheck.keyFigure(measure.keyFigure, field: "quality")
            try ComparisonsCheck.name(measure.name, field: "quality", "Skriv vad kvalitetsmåttet heter.")
            try ComparisonsCheck.text(measure.reason, field: "quality", "Skriv varför kvalitetsmåttet har den marginalen.")
            // A margin of nothing would call every change by chance a worsening.
            guard measure.margin.digits > 0 else {
                throw Refusal("comparisons.margin", field: "quality", "Marginalen ska vara större än noll.")
            }
        }
        let figures = quality.map(\.keyFigure) + [cost] + (costGuard.map { [$0.keyFigure] } ?? [])
        guard Set(figures).count == figures.count else {
            throw Refusal(
                "comparisons.key-figure-twice",
                field: "quality",
                "Samma nyckeltal står två gånger på kortet. Ta bort det ena."
            )
        }
        if let costGuard {
            try ComparisonsCheck.keyFigure(costGuard.keyFigure, field: "guard")
            try ComparisonsCheck.name(costGuard.name, field: "guard", "Skriv vad kontrollmåttet heter.")
            try ComparisonsCheck.text(costGuard.reason, field: "guard", "Skriv varför kontrollmåttet har den gränsen.")
        }
        if let firstYear {
            try ComparisonsCheck.year(firstYear.year, field: "firstYear")
            try ComparisonsCheck.text(firstYear.reason, field: "firstYear", "Skriv varför tidigare år inte kan jämföras.")
        }
        for remark in remarks { try ComparisonsCheck.text(remark, field: "remarks") }
    }
}

/// Asks that a service card no longer be used; its versions stay.
package struct RetireServiceCard: Request {
    package var card: ServiceCard.ID
    package var reason: Passage

    /// That a card is no longer used, and why.
    package init(_ card: ServiceCard.ID, reason: Passage) {
        self.card = card
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.text(reason, field: "reason", "Skriv varför kortet inte längre ska användas.")
        return try cooperation.accepting(
            .comparisons(.cardRetired(.init(card: card, reason: pen.write(reason)))),
            at: period
        )
    }
}
