import HTTPTypes
import Publishing

extension Site {
    /// The front page.
    var startRoutes: [Route] {
        [
            Route(.get, "/", reads: [QueryName.day, QueryName.knownBy], formats: [.page, .json, .ics], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = StartPage(reading)
                let shell = Shell(
                    title: reading.name,
                    description: reading.words.frame.tagline,
                    steps: [],
                    formats: [.json, .ics]
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    calendar: { Calendar(ofKnownDaysIn: reading, address) },
                    content: { page.write($0, reading) }
                )
            }
        ]
    }
}
