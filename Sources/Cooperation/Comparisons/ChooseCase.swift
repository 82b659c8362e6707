/// Asks that an improvement example be chosen in a study; with an id that the study has already, that it be recorded anew.
package struct ChooseCase: Request {
    package var study: Study.ID
    package var id: ImprovementCase.ID
    package var card: ServiceCard.ID
    /// The version that it was found by; nil for the one that applies.
    package var cardVersion: Int?
    package var place: ComparedPlace
    package var firstYear: Int
    package var lastYear: Int
    /// Compared with the peers' median, in per cent.
    package var change: DecimalFigure
    package var `class`: ImprovementCase.Class
    /// 0–1.
    package var q: DecimalFigure
    package var source: Source
    package var fetched: Day
    package var values: [CopiedValue] = []
    package var reason: Passage?

    /// An example as the finder gives it; the rest is filled in afterwards.
    package init(
        in study: Study.ID,
        id: ImprovementCase.ID,
        card: ServiceCard.ID,
        place: ComparedPlace,
        years: ClosedRange<Int>,
        change: DecimalFigure,
        class: ImprovementCase.Class,
        q: DecimalFigure,
        source: Source,
        fetched: Day
    ) {
        self.study = study
        self.id = id
        self.card = card
        self.place = place
        firstYear = years.lowerBound
        lastYear = years.upperBound
        self.change = change
        self.class = `class`
        self.q = q
        self.source = source
        self.fetched = fetched
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.name(place.code, field: "place", "Skriv kommunens kod: 0127.")
        try ComparisonsCheck.name(place.name, field: "place", "Skriv vad kommunen heter.")
        try ComparisonsCheck.year(firstYear, field: "firstYear")
        try ComparisonsCheck.year(lastYear, field: "lastYear")
        guard firstYear < lastYear else {
            throw Refusal("comparisons.years", field: "lastYear", "Det sista året ska vara efter det första.")
        }
        guard (0.0...1.0).contains(q.number) else {
            throw Refusal("comparisons.q", field: "q", "Andelen som kan vara slump (q) ska vara mellan 0 och 1.")
        }
        guard change.number > -100 else {
            throw Refusal("comparisons.change", field: "change", "En kostnad kan inte minska med 100 procent eller mer.")
        }
        guard fetched <= period.last else {
            throw Refusal(
                "comparisons.fetched",
                field: "fetched",
                "Statistiken kan inte vara hämtad efter den dag då exemplet väljs."
            )
        }
        try ComparisonsCheck.name(source.text, field: "source", "Skriv var uppgifterna är hämtade.")
        try ComparisonsCheck.values(values)
        try ComparisonsCheck.text(reason, field: "reason")
        return try cooperation.accepting(
            .comparisons(
                .caseChosen(
                    ImprovementCase.Facts(
                        study: study,
                        id: id,
                        card: card,
                        cardVersion: cardVersion ?? cooperation.comparisons[card]?.version ?? 1,
                        place: place,
                        firstYear: firstYear,
                        lastYear: lastYear,
                        change: change,
                        class: `class`,
                        q: q,
                        source: source,
                        fetched: fetched,
                        values: values,
                        reason: pen.writeUnlessBlank(reason)
                    )
                )
            ),
            at: period
        )
    }
}

/// Asks that it be noted that the municipality of an example was asked.
package struct AskAboutCase: Request {
    package var example: ImprovementCase.Reference
    package var text: Passage?

    /// That a municipality was asked, and what.
    package init(_ example: ImprovementCase.Reference, _ text: Passage? = nil) {
        self.example = example
        self.text = text
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.text(text, field: "text")
        return try cooperation.accepting(
            .comparisons(
                .caseAsked(.init(study: example.study, example: example.example, text: pen.writeUnlessBlank(text)))
            ),
            at: period
        )
    }
}

/// Asks that what the municipality of an example answered be recorded.
package struct AnswerAboutCase: Request {
    package var example: ImprovementCase.Reference
    package var text: Passage
    package var isConfirmed: Bool

    /// What a municipality answered, and whether it says itself that the example holds.
    package init(_ example: ImprovementCase.Reference, _ text: Passage, isConfirmed: Bool) {
        self.example = example
        self.text = text
        self.isConfirmed = isConfirmed
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.text(text, field: "text", "Skriv vad kommunen svarade.")
        return try cooperation.accepting(
            .comparisons(
                .caseAnswered(
                    .init(study: example.study, example: example.example, text: pen.write(text), isConfirmed: isConfirmed)
                )
            ),
            at: period
        )
    }
}
