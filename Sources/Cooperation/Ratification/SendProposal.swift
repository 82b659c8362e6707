/// Asks that the proposal that counts be sent to municipalities, which opens a track for each.
package struct SendProposal: Request {
    package var edition: Edition.ID
    package var number: Int
    /// Nil for every member that it hasn't been sent to, and whose decision doesn't stand over.
    package var municipalities: [Municipality.ID]?

    /// Sends a proposal, to all that are waited for unless some are named.
    package init(_ edition: Edition.ID, number: Int, to municipalities: [Municipality.ID]? = nil) {
        self.edition = edition
        self.number = number
        self.municipalities = municipalities
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        let proposal = cooperation.ratification[edition]?.proposal(number)
        let remaining = cooperation.members.members(on: period.last).map(\.facts.id).filter { proposal?[$0] == nil }
        return try cooperation.accepting(
            .ratification(.sent(.init(edition: edition, number: number, municipalities: municipalities ?? remaining))),
            at: period
        )
    }
}

/// Asks that the round's schedule be set or changed: by when, and which way.
package struct ScheduleRound: Request {
    package var edition: Edition.ID
    package var inForceBy: Day
    package var route: [DecisionStage]
    package var preparationDays: Int
    package var countsLegalForce: Bool
    package var remarks: [Passage] = []

    /// A schedule for a round.
    package init(
        _ edition: Edition.ID,
        inForceBy: Day,
        route: [DecisionStage],
        preparationDays: Int = 0,
        countsLegalForce: Bool = true
    ) {
        self.edition = edition
        self.inForceBy = inForceBy
        self.route = route
        self.preparationDays = preparationDays
        self.countsLegalForce = countsLegalForce
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard (0...180).contains(preparationDays) else {
            throw Refusal("ratification.preparation", field: "preparationDays", "Ange hur många dagar kommunen behöver: 0–180.")
        }
        guard inForceBy > period.last else {
            throw Refusal("ratification.in-force-by", field: "inForceBy", "Välj en dag som ligger framåt i tiden.")
        }
        return try cooperation.accepting(
            .ratification(
                .scheduled(
                    .init(
                        edition: edition,
                        inForceBy: inForceBy,
                        route: Set(route).sorted(),
                        preparationDays: preparationDays,
                        countsLegalForce: countsLegalForce,
                        remarks: pen.write(remarks)
                    )
                )
            ),
            at: period
        )
    }
}
