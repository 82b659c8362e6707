import Cooperation
import HTTPTypes
import Registry

extension Site {
    /// The municipalities.
    var membersRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/kommuner", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = MembersPage(reading)
                let shell = Shell(
                    title: reading.words.members.title,
                    description: page.members.isEmpty
                        ? reading.words.members.noMembers
                        : reading.words.members.introduction(reading.words.countFirst(page.members.count)),
                    steps: ["kommuner"],
                    place: .municipalities,
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/kommuner/{name}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                guard let id = Municipality.ID(asked["name"]), let municipality = reading.cooperation.members[id] else {
                    throw reading.notThen
                }
                let page = MunicipalityPage(municipality, reading)
                let shell = Shell(
                    title: page.name,
                    description: "\(page.officialName), \(reading.calledName).",
                    steps: ["kommuner", page.id],
                    place: .municipalities,
                    above: [.init(name: reading.words.members.title, steps: ["kommuner"])],
                    formats: [.json, .csv, .atom],
                    subject: .municipality(id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { reading.history(of: .municipality(id)) },
                    content: { page.write($0, reading) }
                )
            },
        ]
    }
}

extension Reading {
    /// There is no such thing; on another day than today there may not have been one yet.
    var notThen: Fault {
        point.day.map { .notFoundBecause(words.faults.notThen(words.date($0))) } ?? .notFound
    }
}
