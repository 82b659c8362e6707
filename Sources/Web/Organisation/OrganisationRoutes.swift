import Cooperation
import HTTPTypes

extension Site {
    /// The organisation, its bodies, the networks, and other cooperations.
    var organisationRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/organisation", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = OrganisationPage(reading)
                let shell = Shell(
                    title: reading.words.organisation.title,
                    description: page.sentence(reading),
                    steps: ["organisation"],
                    place: .organisation,
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/organisation/andra-samarbeten", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = PeersPage(reading)
                let shell = Shell(
                    title: reading.words.organisation.peers,
                    description: page.sentence(reading.words),
                    steps: ["organisation", "andra-samarbeten"],
                    place: .organisation,
                    above: [.init(name: reading.words.organisation.title, steps: ["organisation"])],
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/natverk", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = NetworksPage(reading)
                let shell = Shell(
                    title: reading.words.organisation.networks,
                    description: page.sentence(reading.words),
                    steps: ["natverk"],
                    place: .organisation,
                    above: [.init(name: reading.words.organisation.title, steps: ["organisation"])],
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            bodyRoute("/organisation/{name}", under: "organisation", reads: reads),
            bodyRoute("/natverk/{name}", under: "natverk", reads: reads),
        ]
    }

    /// The page of one body; a body whose page stands elsewhere is shown the way there.
    private func bodyRoute(_ pattern: Pattern, under first: String, reads: [String]) -> Route {
        Route(.get, pattern, reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) { asked in
            let reading = try readings.take(for: asked)
            guard let id = Body.ID(asked["name"]), let body = reading.cooperation.organisation[id] else {
                throw reading.notThen
            }
            let words = reading.words
            var above = [Shell.Step(name: words.organisation.title, steps: ["organisation"])]
            if body.facts.kind == .network { above.append(.init(name: words.organisation.networks, steps: ["natverk"])) }
            var shell = Shell(
                title: body.facts.name,
                description: body.facts.name,
                steps: body.steps,
                place: .organisation,
                above: above,
                formats: [.json, .atom],
                subject: .body(id)
            )
            if body.steps.first != first {
                let isPage = asked.format == .page
                return .moved(to: isPage ? reading.address(steps: body.steps) : shell.fileAddress(asked.format, reading))
            }
            let page = BodyPage(body, reading)
            if page.hasTable { shell.formats = [.json, .csv, .atom] }
            shell.description = page.sentence(words)
            return try answer(
                asked,
                page,
                in: shell,
                reading,
                table: { page.table(words) },
                history: { page.history }
            ) {
                page.write($0, reading)
            }
        }
    }
}
