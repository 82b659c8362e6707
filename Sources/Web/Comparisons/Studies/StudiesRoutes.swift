import Cooperation
import HTTPTypes
import Statistics

extension Site {
    /// Studies, theme days, service cards and municipalities' own measures: what is made of the statistics.
    var comparisonsOwnRoutes: [Route] {
        studyPages + studyForms + caseForms + themeDayPages + themeDayForms + cardPages + cardForms + ownMeasurePages
            + ownMeasureForms
    }

    private var studyPages: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/jamforelser/studier", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = StudiesPage(reading)
                let shell = Shell(
                    title: reading.words.studies.title,
                    description: page.lead(reading),
                    steps: ["jamforelser", "studier"],
                    above: [reading.comparisonsStep],
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/jamforelser/studier/{id}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) {
                asked in
                let reading = try readings.take(for: asked)
                let study = try study(asked, reading)
                let vintage = statistics.vintage
                let page = StudyPage(study, reading) { id in KeyFigure.ID(id).map { vintage[$0] != nil } ?? false }
                let history = reading.history(of: .study(study.facts.id))
                let shell = Shell(
                    title: page.study.title,
                    description: page.study.question,
                    steps: page.steps,
                    above: [reading.comparisonsStep, reading.studiesStep],
                    formats: history.isEmpty ? [.json, .csv] : [.json, .csv, .atom],
                    subject: .study(study.facts.id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { history },
                    content: { page.write($0, reading, history: history) }
                )
            },
        ]
    }

    /// The study of an address.
    func study(_ asked: Asked, _ reading: Reading) throws(Fault) -> Study {
        guard let id = Study.ID(asked["id"]), let study = reading.cooperation.comparisons[id] else { throw reading.notThen }
        return study
    }
}

extension Reading {
    /// The page of all comparisons, above another.
    var comparisonsStep: Shell.Step { .init(name: words.comparisons.title, steps: ["jamforelser"]) }

    /// The page of all studies, above another.
    var studiesStep: Shell.Step { .init(name: words.studies.title, steps: ["jamforelser", "studier"]) }
}
