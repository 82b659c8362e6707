/// Asks that a municipality's own measure be described; with an id that there is already, that it be described anew.
package struct RecordOwnMeasure: Request {
    package var id: OwnMeasure.ID
    package var municipality: Municipality.ID
    package var name: String
    package var definition: Passage
    package var unit: String
    package var better: BetterDirection?
    /// The first day that the public may see it; nil when that is the day it is recorded.
    package var from: Day?
    package var remarks: [Passage] = []
    package var sources: [Source] = []

    /// A measure with what it counts; the rest is filled in afterwards.
    package init(
        id: OwnMeasure.ID,
        of municipality: Municipality.ID,
        name: String,
        definition: Passage,
        unit: String
    ) {
        self.id = id
        self.municipality = municipality
        self.name = name
        self.definition = definition
        self.unit = unit
    }

    /// A measure as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: OwnMeasure.Facts) {
        id = facts.id
        municipality = facts.municipality
        name = facts.name
        definition = .kept(facts.definition)
        unit = facts.unit
        better = facts.better
        from = facts.from
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.name(name, field: "name", "Skriv vad måttet heter.")
        try ComparisonsCheck.text(definition, field: "definition", "Skriv vad som räknas, och hur.")
        try ComparisonsCheck.name(unit, field: "unit", "Skriv måttets enhet: dagar, procent, kr per elev.")
        for remark in remarks { try ComparisonsCheck.text(remark, field: "remarks") }
        // What has been out isn't taken back by a day: that is for `ChangeVisibility`, with a reason.
        if let known = cooperation.comparisons[id], known.isDue(on: period.last), let from, from > period.last {
            throw Refusal(
                "comparisons.measure-out",
                field: "from",
                "Måttet visas redan för alla. Lämna dagen som den är, eller be kansliet att dölja måttet."
            )
        }
        return try cooperation.accepting(
            .comparisons(
                .ownMeasureRecorded(
                    OwnMeasure.Facts(
                        id: id,
                        municipality: municipality,
                        name: name,
                        definition: pen.write(definition),
                        unit: unit,
                        better: better,
                        from: from,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            ),
            at: period
        )
    }
}

/// Asks that the value of a year be recorded for a municipality's own measure; a new one replaces that of the same year.
package struct RecordOwnValue: Request {
    package var measure: OwnMeasure.ID
    package var year: Int
    /// Nil when there is none that year; then the remark says why.
    package var value: DecimalFigure?
    package var remark: Passage?
    package var source: Source

    /// A year's value with where it was found.
    package init(
        of measure: OwnMeasure.ID,
        year: Int,
        _ value: DecimalFigure?,
        remark: Passage? = nil,
        source: Source
    ) {
        self.measure = measure
        self.year = year
        self.value = value
        self.remark = remark
        self.source = source
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.year(year, field: "year")
        guard year <= period.last.year else {
            throw Refusal(
                "comparisons.year-ahead",
                field: "year",
                "Året har inte varit än. En prognos kan inte läggas in som ett värde."
            )
        }
        try ComparisonsCheck.name(source.text, field: "source", "Skriv var värdet är hämtat.")
        try ComparisonsCheck.text(
            remark,
            field: "remark",
            value == nil ? "Skriv varför det inte finns något värde det året." : nil
        )
        return try cooperation.accepting(
            .comparisons(
                .ownValueRecorded(
                    OwnMeasure.Value(
                        measure: measure,
                        year: year,
                        value: value,
                        remark: pen.writeUnlessBlank(remark),
                        source: source
                    )
                )
            ),
            at: period
        )
    }
}
