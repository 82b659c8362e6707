import HTTPTypes

extension Site {
    /// About the cooperation and the site.
    var aboutRoutes: [Route] {
        [
            Route(.get, "/om", reads: [QueryName.day, QueryName.knownBy], formats: [.page, .json], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = AboutPage(reading)
                let shell = Shell(
                    title: reading.words.about.title(reading.calledName),
                    description: reading.words.frame.tagline,
                    steps: ["om"],
                    formats: [.json]
                )
                return try answer(asked, page, in: shell, reading) { page.write($0, reading) }
            }
        ]
    }
}
