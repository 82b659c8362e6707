import Cooperation
import HTTPTypes
import Publishing

extension Site {
    /// The conferences, their series and every time that is known.
    var conferencesRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/konferenser", reads: reads, formats: [.page, .json, .csv, .ics], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = ConferencesPage(reading)
                let words = reading.words.conferences
                let shell = Shell(
                    title: words.title,
                    description: page.lead(reading),
                    steps: ["konferenser"],
                    place: .conferences,
                    formats: page.conferences.hasKnownDay ? [.json, .csv, .ics] : [.json, .csv]
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    calendar: { Calendar(of: reading.cooperation.conferences.all, named: words.title, reading, address) },
                    content: { page.write($0, reading) }
                )
            },
            Route(.get, "/konferenser/{series}", reads: reads, formats: [.page, .json, .csv, .ics, .atom], isCached: true) {
                asked in
                let reading = try readings.take(for: asked)
                let series = try series(asked, reading)
                let page = SeriesPage(series, reading)
                let shell = Shell(
                    title: page.name,
                    description: page.lead(reading.words),
                    steps: ["konferenser", page.id],
                    place: .conferences,
                    above: [.init(name: reading.words.conferences.title, steps: ["konferenser"])],
                    formats: page.conferences.hasKnownDay ? [.json, .csv, .ics, .atom] : [.json, .csv, .atom],
                    subject: .series(series.facts.id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    calendar: { Calendar(of: series.inOrder, named: page.name, reading, address) },
                    history: { page.history(reading) },
                    content: { page.write($0, reading) }
                )
            },
            Route(.get, "/konferenser/{series}/{conference}", reads: reads, formats: [.page, .json, .ics, .atom], isCached: true)
            {
                asked in
                let reading = try readings.take(for: asked)
                let series = try series(asked, reading)
                guard let id = Conference.ID(asked["conference"]), let conference = series[id],
                    let page = ConferencePage(series, id, reading)
                else { throw reading.notThen }
                let title = page.conference.title
                let hasKnownDay = page.conference.hasKnownDay
                if asked.format == .ics, !hasKnownDay {
                    throw Fault.notFoundBecause(reading.words.conferences.noCalendar(title))
                }
                let shell = Shell(
                    title: title,
                    description: page.lead(reading.words),
                    steps: page.conference.steps,
                    place: .conferences,
                    above: [
                        .init(name: reading.words.conferences.title, steps: ["konferenser"]),
                        .init(name: page.series.title, steps: ["konferenser", page.series.id]),
                    ],
                    formats: hasKnownDay ? [.json, .ics, .atom] : [.json, .atom],
                    subject: .conference(series.facts.id, id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    calendar: { Calendar(of: [conference], named: title, reading, address) },
                    history: { page.history(reading) },
                    content: { page.write($0, reading) }
                )
            },
        ]
    }

    private func series(_ asked: Asked, _ reading: Reading) throws(Fault) -> ConferenceSeries {
        guard let id = ConferenceSeries.ID(asked["series"]), let series = reading.cooperation.conferences[id] else {
            throw reading.notThen
        }
        return series
    }
}
