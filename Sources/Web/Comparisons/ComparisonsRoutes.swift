import Cooperation
import HTTPTypes
import Statistics

extension Site {
    /// The members beside each other.
    ///
    /// The statistics come with the program, so there is no other day to ask about.
    var comparisonsRoutes: [Route] {
        [
            Route(.get, "/jamforelser", formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = readings.now(in: asked.language)
                let page = ComparisonsPage(statistics, reading)
                let shell = Shell(
                    title: reading.words.comparisons.title,
                    description: page.lead(reading.words),
                    steps: ["jamforelser"],
                    formats: [.json, .csv],
                    hasHistory: false
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(
                .get,
                "/jamforelser/{id}",
                reads: [QueryName.municipality],
                formats: [.page, .json, .csv],
                isCached: true
            ) { asked in
                let reading = readings.now(in: asked.language)
                let words = reading.words
                let name = asked.query[QueryName.municipality].flatMap { $0.isBlank ? nil : $0 }
                guard let id = KeyFigure.ID(asked["id"].uppercased()), let panel = statistics[id],
                    let page = KeyFigurePage(panel, statistics, chosen: name, reading)
                else { throw Fault.notFound }
                if let name, page.chosen == nil {
                    throw Fault.notFoundBecause(words.comparisons.noSuchPlace(String(name.prefix(40))))
                }
                let shell = Shell(
                    title: page.title,
                    description: page.lead(words),
                    steps: ["jamforelser", page.id],
                    query: page.query,
                    above: [.init(name: words.comparisons.title, steps: ["jamforelser"])],
                    formats: [.json, .csv],
                    hasHistory: false
                )
                guard asked["id"] == page.id else {
                    let isPage = asked.format == .page
                    return .moved(
                        to: isPage
                            ? reading.address(steps: shell.steps, query: page.query) : shell.fileAddress(asked.format, reading)
                    )
                }
                return try answer(asked, page, in: shell, reading, table: { page.table(words) }) { page.write($0, reading) }
            },
        ]
    }
}
