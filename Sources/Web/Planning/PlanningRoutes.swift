import Cooperation
import HTTPTypes

extension Site {
    /// The operational plans.
    var planningRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/plan", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = PlansPage(reading)
                let shell = Shell(
                    title: reading.words.planning.title,
                    description: reading.words.planning.introduction,
                    steps: ["plan"],
                    place: .plans,
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/plan/{year}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                guard let id = OperationalPlan.ID(asked["year"]), let plan = reading.cooperation.planning[id] else {
                    throw reading.notThen
                }
                let page = PlanPage(plan, reading)
                let history = reading.history(of: .plan(id))
                let shell = Shell(
                    title: page.title,
                    description: reading.words.sentence(on: page.outline),
                    steps: ["plan", page.id],
                    place: .plans,
                    above: [.init(name: reading.words.planning.title, steps: ["plan"])],
                    formats: [.json, .csv, .atom],
                    subject: .plan(id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { history }
                ) {
                    page.write($0, reading, history: history)
                }
            },
        ]
    }
}
