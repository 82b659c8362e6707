import Cooperation
import HTTPTypes
import Registry

extension Site {
    /// What the cooperation argues for, and what it has said with one voice.
    var advocacyRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/paverkan", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = AdvocacyPage(reading)
                let shell = Shell(
                    title: reading.words.advocacy.title,
                    description: page.lead(reading),
                    steps: ["paverkan"],
                    place: .advocacy,
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/paverkan/{priority}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                guard let id = Priority.ID(asked["priority"]), let priority = reading.cooperation.advocacy[id] else {
                    throw reading.notThen
                }
                let page = PriorityPage(priority, reading)
                let shell = Shell(
                    title: page.name,
                    description: page.lead(reading.words),
                    steps: ["paverkan", page.id],
                    place: .advocacy,
                    above: [.init(name: reading.words.advocacy.title, steps: ["paverkan"])],
                    formats: [.json, .csv, .atom],
                    subject: .priority(id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { page.history }
                ) { page.write($0, reading) }
            },
            Route(
                .get,
                "/yttranden",
                reads: reads + [StatementsPage.kindParameter],
                formats: [.page, .json, .csv],
                isCached: true
            ) { asked in
                let reading = try readings.take(for: asked)
                let kind = asked.query[StatementsPage.kindParameter].flatMap { $0.isBlank ? nil : $0 }
                let page = StatementsPage(reading, kind: kind)
                // Today a kind without statements is no page; on another day there may have been none of it yet.
                if let kind, page.statements.isEmpty, reading.isNow {
                    throw Fault.notFoundBecause(reading.words.advocacy.noneOfKind(String(kind.prefix(40))))
                }
                let shell = Shell(
                    title: reading.words.advocacy.statements,
                    description: page.lead(reading),
                    steps: ["yttranden"],
                    query: page.query,
                    place: .advocacy,
                    above: [.init(name: reading.words.advocacy.title, steps: ["paverkan"])],
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/yttranden/{statement}", reads: reads, formats: [.page, .json, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                guard let id = Statement.ID(asked["statement"]), let statement = reading.cooperation.advocacy[id] else {
                    throw reading.notThen
                }
                let page = StatementPage(statement, reading)
                let shell = Shell(
                    title: page.title,
                    description: page.lead(reading.words),
                    steps: ["yttranden", page.id],
                    place: .advocacy,
                    above: [
                        .init(name: reading.words.advocacy.title, steps: ["paverkan"]),
                        .init(name: reading.words.advocacy.statements, steps: ["yttranden"]),
                    ],
                    formats: [.json, .atom],
                    subject: .statement(id)
                )
                return try answer(asked, page, in: shell, reading, history: { page.history }) { page.write($0, reading) }
            },
        ]
    }
}
