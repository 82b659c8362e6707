import HTTPTypes

extension Site {
    /// What has been recorded, and how to check it.
    var historyRoutes: [Route] {
        [
            // Not kept: a head is signed without anything having happened.
            Route(.get, "/historik", reads: [QueryName.topic, QueryName.page], formats: [.page, .json, .csv, .atom, .txt]) {
                asked in
                let reading = readings.now(for: asked)
                let words = reading.words.history
                let topic = asked.query[QueryName.topic].flatMap(HistoryTopic.init(rawValue:))
                // A file may hold all of it; a page would grow too heavy to read.
                let isWhole = asked.format != .page && asked.query[QueryName.page] == "alla"
                let number = try isWhole ? nil : asked.parameter(QueryName.page, as: Int.self) ?? 1
                guard let page = HistoryPage(reading, heads: readings.heads, topic: topic, page: number) else {
                    throw Fault.notFoundBecause(words.noSuchPage)
                }
                if asked.format == .txt { return .file(.txt, page.file, caching: .never) }
                var shell = Shell(
                    title: words.title,
                    description: words.lead,
                    steps: ["historik"],
                    formats: [.json, .csv, .atom, .txt],
                    hasHistory: false
                )
                // What hasn't happened yet can't be followed.
                if page.acts.isEmpty { shell.formats.removeAll { $0 == .atom } }
                if let topic { shell.query.append((QueryName.topic, topic.rawValue)) }
                if let number, number > 1 { shell.query.append((QueryName.page, "\(number)")) }
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { page.acts },
                    content: { page.write($0, reading) }
                )
            }
        ]
    }
}
