/// Asks that a study be begun with its question; with an id that there is already, that its question be put anew.
package struct BeginStudy: Request {
    package var id: Study.ID
    package var title: String
    package var question: Passage
    package var responsible: Body.ID
    package var remarks: [Passage] = []
    package var sources: [Source] = []

    /// A study of a question, by a body.
    package init(id: Study.ID, title: String, question: Passage, responsible: Body.ID) {
        self.id = id
        self.title = title
        self.question = question
        self.responsible = responsible
    }

    /// A study as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: Study.Facts) {
        id = facts.id
        title = facts.title
        question = .kept(facts.question)
        responsible = facts.responsible
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.name(title, field: "title", "Skriv studiens rubrik.")
        try ComparisonsCheck.text(question, field: "question", "Skriv frågan som studien ska svara på.")
        for remark in remarks { try ComparisonsCheck.text(remark, field: "remarks") }
        return try cooperation.accepting(
            .comparisons(
                .studyBegun(
                    Study.Facts(
                        id: id,
                        title: title,
                        question: pen.write(question),
                        responsible: responsible,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            ),
            at: period
        )
    }
}

/// Asks that a study compare some measures, and no others.
package struct ChooseMeasures: Request {
    package var study: Study.ID
    package var measures: [Study.Measure]
    package var reason: Passage?

    /// The measures of a study.
    package init(in study: Study.ID, _ measures: [Study.Measure], reason: Passage? = nil) {
        self.study = study
        self.measures = measures
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !measures.isEmpty else {
            throw Refusal("comparisons.no-measures", field: "measures", "Välj minst ett mått.")
        }
        // Few on purpose: with every figure there is, no question is answered and somebody is always worst at something.
        let most = cooperation.settings?.measuresInStudy ?? Settings.measuresInStudyUnlessAgreed
        guard measures.count <= most else {
            throw Refusal(
                "comparisons.too-many-measures",
                field: "measures",
                "Det är \(measures.count) mått, och en studie kan ha högst \(most). Välj dem som svarar på frågan."
            )
        }
        guard Set(measures.map(\.measure)).count == measures.count else {
            throw Refusal("comparisons.measure-twice", field: "measures", "Samma mått står två gånger. Ta bort det ena.")
        }
        for measure in measures {
            try ComparisonsCheck.name(measure.name, field: "measures", "Skriv vad måttet \(measure.measure.text) heter.")
        }
        try ComparisonsCheck.text(reason, field: "reason")
        return try cooperation.accepting(
            .comparisons(
                .measuresChosen(.init(study: study, measures: measures, reason: pen.writeUnlessBlank(reason)))
            ),
            at: period
        )
    }
}

/// Asks that a study compare some places, and no others.
package struct ChoosePeers: Request {
    package var study: Study.ID
    package var places: [ComparedPlace]
    package var reason: Passage?

    /// The places of a study.
    package init(in study: Study.ID, _ places: [ComparedPlace], reason: Passage? = nil) {
        self.study = study
        self.places = places
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard places.count >= 2 else {
            throw Refusal("comparisons.no-places", field: "places", "Välj minst två kommuner eller grupper att jämföra.")
        }
        guard places.count <= ComparisonsCheck.mostPlaces else {
            throw Refusal(
                "comparisons.too-many-places",
                field: "places",
                "Det är \(places.count) kommuner eller grupper, och högst \(ComparisonsCheck.mostPlaces) kan jämföras. Välj färre."
            )
        }
        guard Set(places.map(\.code)).count == places.count else {
            throw Refusal("comparisons.place-twice", field: "places", "Samma kommun står två gånger. Ta bort den ena.")
        }
        for place in places {
            try ComparisonsCheck.name(place.code, field: "places", "Skriv kommunens eller gruppens kod.")
            try ComparisonsCheck.name(place.name, field: "places", "Skriv vad kommunen eller gruppen heter.")
        }
        try ComparisonsCheck.text(reason, field: "reason")
        return try cooperation.accepting(
            .comparisons(.peersChosen(.init(study: study, places: places, reason: pen.writeUnlessBlank(reason)))),
            at: period
        )
    }
}

/// Asks that a study's analysis be recorded, with the values that it rests on.
package struct AnalyseStudy: Request {
    /// The most values that it can rest on.
    package static let mostValues = ComparisonsCheck.mostValues

    package var study: Study.ID
    package var text: Passage
    package var values: [CopiedValue]

    /// Why the municipalities differ, and the values that this rests on.
    package init(_ study: Study.ID, _ text: Passage, values: [CopiedValue] = []) {
        self.study = study
        self.text = text
        self.values = values
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.text(text, field: "text", "Skriv varför kommunerna skiljer sig åt.")
        try ComparisonsCheck.values(values)
        return try cooperation.accepting(
            .comparisons(.analysed(.init(study: study, text: pen.write(text), values: values))),
            at: period
        )
    }
}

/// Asks that a study's proposal be recorded: what could be tried, and by whom.
package struct ProposeFromStudy: Request {
    package var study: Study.ID
    package var text: Passage
    package var municipalities: [Municipality.ID]

    /// What could be tried, and by whom.
    package init(_ study: Study.ID, _ text: Passage, by municipalities: [Municipality.ID] = []) {
        self.study = study
        self.text = text
        self.municipalities = municipalities
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.text(text, field: "text", "Skriv vad som kan prövas.")
        guard Set(municipalities).count == municipalities.count else {
            throw Refusal("comparisons.place-twice", field: "municipalities", "Samma kommun står två gånger. Ta bort den ena.")
        }
        return try cooperation.accepting(
            .comparisons(.proposed(.init(study: study, text: pen.write(text), municipalities: municipalities))),
            at: period
        )
    }
}

/// Asks that a study be presented on a theme day.
package struct PresentStudy: Request {
    package var study: Study.ID
    package var themeDay: ThemeDay.ID

    /// The theme day of a study.
    package init(_ study: Study.ID, on themeDay: ThemeDay.ID) {
        self.study = study
        self.themeDay = themeDay
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(.comparisons(.presented(.init(study: study, themeDay: themeDay))), at: period)
    }
}

/// Asks that a decision be noted as what came of a study, with when it is to be followed up.
package struct DecideOnStudy: Request {
    package var study: Study.ID
    package var decision: Meeting.Decision.Reference
    /// The last day to follow it up.
    package var followUp: Day
    package var responsible: Body.ID

    /// The decision, and who follows it up by which day.
    package init(
        _ study: Study.ID,
        by decision: Meeting.Decision.Reference,
        followUp: Day,
        responsible: Body.ID
    ) {
        self.study = study
        self.decision = decision
        self.followUp = followUp
        self.responsible = responsible
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        if let decided = cooperation.meetings[decision]?.period.last, followUp <= decided {
            throw Refusal(
                "comparisons.follow-up",
                field: "followUp",
                "Uppföljningen ska göras efter beslutet. Välj en senare dag, till exempel ett år efter beslutet."
            )
        }
        return try cooperation.accepting(
            .comparisons(
                .decided(.init(study: study, decision: decision, followUp: followUp, responsible: responsible))
            ),
            at: period
        )
    }
}

/// Asks that a study's follow-up be recorded, with the values that it rests on.
package struct FollowUpStudy: Request {
    package var study: Study.ID
    package var text: Passage
    package var values: [CopiedValue]
    /// The last day to follow it up once more; nil when it is done with.
    package var next: Day?

    /// What had come of the decision.
    package init(_ study: Study.ID, _ text: Passage, values: [CopiedValue] = [], next: Day? = nil) {
        self.study = study
        self.text = text
        self.values = values
        self.next = next
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.text(text, field: "text", "Skriv vad det har blivit av beslutet.")
        try ComparisonsCheck.values(values)
        if let next, next <= period.last {
            throw Refusal("comparisons.follow-up", field: "next", "Nästa uppföljning ska vara efter den här. Välj en senare dag.")
        }
        return try cooperation.accepting(
            .comparisons(.followedUp(.init(study: study, text: pen.write(text), values: values, next: next))),
            at: period
        )
    }
}

/// Asks that a study be ended before it is done.
package struct EndStudy: Request {
    package var study: Study.ID
    package var reason: Passage

    /// That a study ends, and why.
    package init(_ study: Study.ID, reason: Passage) {
        self.study = study
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try ComparisonsCheck.text(reason, field: "reason", "Skriv varför studien avslutas.")
        return try cooperation.accepting(
            .comparisons(.ended(.init(study: study, reason: pen.write(reason)))),
            at: period
        )
    }
}
