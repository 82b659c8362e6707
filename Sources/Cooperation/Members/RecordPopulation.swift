/// Asks that a population figure be recorded for the day it is for.
package struct RecordPopulation: Request {
    /// Nil for all members together.
    package var municipality: Municipality.ID?
    package var count: Int
    package var basis: Municipality.Population.Basis
    package var remarks: [Passage]
    package var sources: [Source]

    /// The figure for a municipality, or for all together; texts are plain.
    package init(
        municipality: Municipality.ID?,
        count: Int,
        basis: Municipality.Population.Basis = .published,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.municipality = municipality
        self.count = count
        self.basis = basis
        self.remarks = remarks.map { .written($0) }
        self.sources = sources
    }

    /// A figure as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of recorded: MembersAct.PopulationRecorded) {
        municipality = recorded.municipality
        count = recorded.count
        basis = recorded.basis
        remarks = recorded.remarks.map { .kept($0) }
        sources = recorded.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard period.precision == .day else {
            throw Refusal("members.population-day", field: "day", "En folkmängd gäller en viss dag. Skriv dagen som 2024-12-31.")
        }
        guard (0...20_000_000).contains(count) else {
            throw Refusal("members.population-count", field: "count", "Folkmängden \(count) är inte rimlig. Kontrollera siffran.")
        }
        return try cooperation.accepting(
            .members(
                .populationRecorded(
                    .init(municipality: municipality, count: count, basis: basis, remarks: pen.write(remarks), sources: sources)
                )
            )
        )
    }
}
