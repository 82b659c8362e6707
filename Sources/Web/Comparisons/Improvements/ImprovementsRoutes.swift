import Cooperation
import DocumentTools
import HTTPTypes
import Statistics

extension Site {
    /// Where the cost of a service has fallen against similar municipalities.
    var improvementsRoutes: [Route] {
        [
            Route(
                .get,
                "/jamforelser/forbattringar",
                reads: [QueryName.card, QueryName.classification, QueryName.municipality, QueryName.from, QueryName.to],
                formats: [.page, .json, .csv],
                isCached: true
            ) { asked in
                let reading = readings.now(for: asked)
                let words = reading.words
                let vintage = reading.withOwnCards(statistics.vintage)
                let question = try improvementsQuestion(asked, vintage, reading)
                let report = statistics.report(vintage, question.window, on: reading.today.iso)
                let page = ImprovementsPage(report, vintage, question, reading)
                let shell = Shell(
                    title: words.improvements.title,
                    description: page.lead(words),
                    steps: ImprovementsPage.steps,
                    query: question.query(reading),
                    above: [.init(name: words.comparisons.title, steps: ["jamforelser"])],
                    formats: [.json, .csv],
                    hasHistory: false
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(words) }) { page.write($0, reading) }
            },
            Route(
                .get,
                "/jamforelser/forbattringar/{kort}/{kommun}",
                reads: [QueryName.from, QueryName.to],
                formats: [.page, .json, .pdf],
                isCached: true,
                deadline: .seconds(60)
            ) { asked in
                let reading = readings.now(for: asked)
                let words = reading.words
                let vintage = reading.withOwnCards(statistics.vintage)
                let question = try improvementsQuestion(asked, vintage, reading)
                let report = statistics.report(vintage, question.window, on: reading.today.iso)
                let wanted = asked["kommun"]
                let code = reading.cooperation.members.members.first { $0.facts.id.text == wanted }?.facts.code ?? wanted
                guard let row = report.rows.first(where: { $0.card == asked["kort"] && $0.municipality == code }),
                    let page = ImprovementCasePage(row, report, vintage, question, reading)
                else { throw Fault.notFoundBecause(words.improvements.noSuchCase) }
                if asked.format == .pdf { return try await printed(page.printed(reading), "\(page.card)-\(page.address)", asked) }
                let shell = Shell(
                    title: "\(page.name): \(page.service)",
                    description: page.lead(words),
                    steps: page.steps,
                    query: question.windowQuery,
                    above: [
                        .init(name: words.comparisons.title, steps: ["jamforelser"]),
                        .init(name: words.improvements.title, steps: ImprovementsPage.steps),
                    ],
                    formats: [.json] + (documentTools.canMakePDF ? [.pdf] : []),
                    hasHistory: false
                )
                return try answer(asked, page, in: shell, reading) { page.write($0, documentTools, reading) }
            },
        ]
    }

    /// What an address asks of the examples.
    ///
    /// - Throws: what is wrong, in words.
    private func improvementsQuestion(_ asked: Asked, _ vintage: StatisticsVintage, _ reading: Reading) throws(Fault)
        -> ImprovementsPage.Question
    {
        let words = reading.words
        func text(_ name: String) -> String? { asked.query[name].flatMap { $0.isBlank ? nil : $0 } }
        var question = ImprovementsPage.Question()
        if let card = text(QueryName.card) {
            guard vintage.cards.contains(where: { $0.id == card }) else {
                throw .badRequest(
                    words.comparisons.noSuchChoice(String(card.prefix(40)), vintage.cards.map(\.id).joined(separator: ", "))
                )
            }
            question.card = card
        }
        if let given = text(QueryName.classification) {
            guard let found = FinderRow.Class(rawValue: given.uppercased()) else {
                throw .badRequest(words.comparisons.noSuchChoice(String(given.prefix(40)), "a, b, c, d"))
            }
            question.classification = found
        }
        question.municipality = try KeyFigureChoice(asked.query.reading([QueryName.municipality]), vintage, reading).municipality
        func year(_ name: String) throws(Fault) -> Int? {
            guard let given = text(name) else { return nil }
            guard let year = Int(given), (1990...2100).contains(year) else {
                throw .badRequest(words.comparisons.noYear(String(given.prefix(40))))
            }
            return year
        }
        switch (try year(QueryName.from), try year(QueryName.to)) {
        case (nil, nil): break
        case (let from?, let to?):
            guard to - from >= FinderConstants().fewestYears - 1, to - from < 30 else {
                throw .badRequest(words.improvements.tooFewYears)
            }
            question.years = from...to
        default: throw .badRequest(words.improvements.bothYears)
        }
        return question
    }
}
