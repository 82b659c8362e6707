import Cooperation
import HTTPTypes

extension Site {
    /// The steering documents.
    var documentsRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(
                .get,
                "/dokument",
                reads: reads + [QueryName.kind],
                formats: [.page, .json, .csv],
                isCached: true
            ) { asked in
                let reading = try readings.take(for: asked)
                let page = DocumentsPage(reading, chosen: asked.query[QueryName.kind])
                let shell = Shell(
                    title: page.title(reading.words),
                    description: page.leadSentence(reading),
                    steps: ["dokument"],
                    query: page.kind.map { [(QueryName.kind, $0)] } ?? [],
                    place: .documents,
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/dokument/{name}", reads: reads, formats: [.page, .json, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                guard let id = Document.ID(asked["name"]), let document = reading.cooperation.documents[id] else {
                    throw reading.notThen
                }
                let page = DocumentPage(document, reading)
                let history = reading.history(of: .document(id))
                let shell = Shell(
                    title: page.title,
                    description: reading.words.sentence(on: page),
                    steps: ["dokument", page.id],
                    place: .documents,
                    above: [.init(name: reading.words.documents.title, steps: ["dokument"])],
                    formats: [.json, .atom]
                )
                return try answer(asked, page, in: shell, reading, history: { history }) {
                    page.write($0, reading, history: history)
                }
            },
        ]
    }
}
