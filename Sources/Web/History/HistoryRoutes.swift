import HTTPTypes

extension Site {
    /// The journal's history, and how to check it.
    var historyRoutes: [Route] {
        [
            // Not kept: a head is signed without anything having happened.
            Route(.get, "/historik", formats: [.page, .json, .txt]) { asked in
                let reading = readings.now(in: asked.language)
                let page = HistoryPage(reading, heads: readings.heads)
                if asked.format == .txt { return .file(.txt, page.file, caching: .never) }
                let shell = Shell(
                    title: reading.words.history.title,
                    description: reading.words.history.lead,
                    steps: ["historik"],
                    place: .about,
                    above: [.init(name: reading.words.about.title(reading.calledName), steps: ["om"])],
                    formats: [.json, .txt],
                    hasHistory: false
                )
                return try answer(asked, page, in: shell, reading) { page.write($0, reading) }
            }
        ]
    }
}
