import Cooperation
import HTTPTypes

extension Site {
    /// The programme, its editions and their parts.
    var programmeRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/program", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = ProgrammePage(reading)
                let shell = Shell(
                    title: reading.words.programme.title,
                    description: reading.words.programme.introduction,
                    steps: ["program"],
                    place: .programme,
                    formats: [.json, .csv]
                )
                let whole = reading.viewer.may(.readDraft) ? readings.whole(for: asked, isShown: false) : nil
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading, whole: whole)
                }
            },
            Route(.get, "/program/{edition}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = try edition(asked, reading)
                let shell = Shell(
                    title: page.title,
                    description: reading.words.sentence(on: page),
                    steps: ["program", page.id],
                    place: .programme,
                    above: [.init(name: reading.words.programme.title, steps: ["program"])],
                    formats: [.json, .csv, .atom],
                    subject: Edition.ID(page.id).map { .edition($0) }
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { page.history(reading) },
                    content: { page.write($0, reading) }
                )
            },
            Route(.get, "/program/{edition}/{part}", reads: reads, formats: [.page, .json], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let edition = try edition(asked, reading)
                guard var page = NodePage(edition, node: asked["part"], reading) else { throw reading.notThen }
                page.activities = NodeActivity.all(of: page.node.id, in: edition.id, reading)
                let shell = Shell(
                    title: page.node.name,
                    description: "\(page.node.name), \(edition.title).",
                    steps: ["program", edition.id, page.node.id],
                    place: .programme,
                    above: [
                        .init(name: reading.words.programme.title, steps: ["program"]),
                        .init(name: edition.title, steps: ["program", edition.id]),
                    ],
                    formats: [.json]
                )
                return try answer(asked, page, in: shell, reading) { page.write($0, reading) }
            },
        ]
    }

    private func edition(_ asked: Asked, _ reading: Reading) throws(Fault) -> EditionPage {
        guard let id = Edition.ID(asked["edition"]), let edition = reading.cooperation.programme[id] else {
            throw reading.notThen
        }
        return EditionPage(edition, reading)
    }
}
