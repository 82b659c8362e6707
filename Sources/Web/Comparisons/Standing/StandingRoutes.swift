import Cooperation
import HTTPTypes
import Statistics

extension Site {
    /// Where a municipality stands to those that are like it.
    var standingRoutes: [Route] {
        [
            Route(.get, "/jamforelser/kommuner/{kommun}", formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = readings.now(for: asked)
                let words = reading.words
                let vintage = reading.withOwnCards(statistics.vintage)
                let wanted = asked["kommun"]
                let member = reading.cooperation.members.members.first { $0.facts.id.text == wanted || $0.facts.code == wanted }
                guard let code = member?.facts.code ?? (vintage.isMunicipality(wanted) ? wanted : nil) else {
                    throw Fault.notFoundBecause(words.comparisons.noSuchPlace(String(wanted.prefix(40))))
                }
                let page = StandingPage(
                    code,
                    statistics.standing(vintage, of: code),
                    statistics.indices(vintage),
                    vintage,
                    reading
                )
                let shell = Shell(
                    title: words.standing.title(page.name),
                    description: page.lead(words),
                    steps: ["jamforelser", "kommuner", page.address],
                    above: [.init(name: words.comparisons.title, steps: ["jamforelser"])],
                    formats: [.json, .csv],
                    hasHistory: false
                )
                guard wanted == page.address else {
                    return .moved(
                        to: asked.format == .page ? reading.address(steps: shell.steps) : shell.fileAddress(asked.format, reading)
                    )
                }
                return try answer(asked, page, in: shell, reading, table: { page.table(words) }) { page.write($0, reading) }
            }
        ]
    }
}
