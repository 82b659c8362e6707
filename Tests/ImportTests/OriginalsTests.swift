import Cooperation
import FoundationEssentials
import Import
import Testing

/// A file of the original data, with its rows by the columns' names.
private struct Original {
    let rows: [[String: String]]

    init(_ name: String) throws {
        let table = try CSVTable(Place.file(name, in: Place.originals))
        rows = table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.columns, $0.fields)) }
    }
}

extension [String: String] {
    /// A cell; nil when it is empty.
    fileprivate func cell(_ column: String) -> String? { self[column].flatMap { $0.isEmpty ? nil : $0 } }
}

/// How the original data names sources that have no address, and how the example does.
private let namedSources = [
    "seed": "Södertörns utvecklingsprogram 2035 (2019–2022), programtexten",
    "seed footnote 1": "Södertörns utvecklingsprogram 2035 (2019–2022), programtexten, fotnot 1",
]

/// The sources in a cell, as the example writes them.
private func sources(_ cell: String?) -> Set<String> {
    Set((cell ?? "").split(separator: "; ").map { namedSources[String($0)] ?? String($0) })
}

@Suite(
    "The example against the data it was written from",
    .enabled(if: Place.hasOriginals, "../shared/data finns inte här, så exemplet jämförs inte med sina källor")
)
struct OriginalsTests {
    private func live() throws -> (cooperation: Cooperation, played: Played) {
        let played = try Played(read(Place.files(in: Place.example)))
        return (played.timeline.live, played)
    }

    @Test("every steering document, with its day, its time and who decided it")
    func documents() throws {
        let documents = try live().cooperation.documents.inOrder
        let rows = try Original("steering_documents.csv").rows
        #expect(documents.count == rows.count)
        // Where the example says more exactly, or in words, what the data has in one cell.
        let days: [String: (String, String, String?)] = [
            "Södertörns utvecklingsprogram 2035": ("2019", "2019-10-11", "senast den 11 oktober 2019"),
            "Södertörns utvecklingsprogram (2023–)": ("2023 (före 2023-05-16)", "2023-05-16", "före den 16 maj 2023"),
            "Verksamhetsplan inkl. handlingsplan och budget 2021": ("2021-01", "2021-01", "i mitten av januari 2021"),
        ]
        for row in rows {
            let title = try #require(row.cell("title"))
            let document = try #require(documents.first { $0.facts.title == title }, "\(title)")
            let date = try #require(row.cell("date"))
            let (written, day, words): (String, String, String?) = days[title] ?? (date, date, nil)
            #expect(date == written && document.decided.iso == day, "\(title)")
            #expect(document.facts.decidedInWords == words, "\(title)")
            #expect(document.facts.kind == row.cell("type"), "\(title)")
            #expect(document.facts.decidedBy == row.cell("decided_by"), "\(title)")
            #expect(sources(row.cell("source")).isSubset(of: document.facts.sources.map(\.text)), "\(title)")
            let validity = document.facts.validity
            switch (row.cell("valid"), row.cell("type")) {
            case (let year?, "årsredovisning"):
                #expect(document.facts.about?.iso == year && validity == nil, "\(title)")
            case (nil, _): #expect(validity == nil && document.facts.about == nil, "\(title)")
            case ("tills vidare (uppgift saknas)", _):
                #expect(validity?.isUntilFurtherNotice == true && !document.facts.missing.isEmpty)
            case (let valid?, _):
                let words = valid.split(separator: " ")
                let years = words[0].split(separator: "–").map(String.init)
                #expect(validity?.from?.iso == years.first && validity?.to?.iso == years.last, "\(title)")
                #expect((validity?.isInferred == true) == (words.count > 1), "\(title)")
            }
        }
    }

    @Test("every conference, with its day, host, place, form, theme and how many came")
    func conferences() throws {
        let (cooperation, played) = try live()
        let rows = try Original("conferences.csv").rows
        let statuses = ["genomförd": Conference.Status.held, "inställd": .cancelled, "planerad": .planned]
        let forms = ["fysisk": Conference.Form.inPerson, "digital": .digital]
        var seen: Set<String> = []
        for row in rows {
            let (name, date) = try (#require(row.cell("series")), #require(row.cell("date")))
            let series = try #require(cooperation.conferences.inOrder.first { $0.facts.name == name }, "\(name)")
            let id = try #require(Conference.ID(date.prefix(4)))
            let facts = try #require(series[id]?.facts, "\(name) \(date)")
            seen.insert("\(series.facts.id)/\(id)")
            #expect(facts.date == Period(date) && facts.date.precision.rawValue == row.cell("precision"), "\(name) \(date)")
            #expect(facts.status == row.cell("status").flatMap { statuses[$0] }, "\(name) \(date)")
            #expect(facts.form == row.cell("form").flatMap { forms[$0] }, "\(name) \(date)")
            let hosts = facts.hosts.map { host in
                (cooperation.members[host.municipality]?.facts.name ?? "") + (host.isInferred == true ? " (sannolikt)" : "")
            }
            #expect(hosts == [row.cell("host_municipalities")].compactMap { $0 }, "\(name) \(date)")
            #expect(facts.place == row.cell("place"), "\(name) \(date)")
            #expect(played.text(facts.theme) == row.cell("theme"), "\(name) \(date)")
            #expect(facts.participants == row.cell("participants"), "\(name) \(date)")
            #expect(sources(row.cell("source")).isSubset(of: facts.sources.map(\.text)), "\(name) \(date)")
        }
        // The one that the data names only where it tells of edition 2007.
        let all = cooperation.conferences.all.map { "\($0.facts.series)/\($0.facts.id)" }
        #expect(Set(all).subtracting(seen) == ["sodertornskonferensen/2009"] && all.count == rows.count + 1)
    }

    @Test("every statement, with its day, recipient and case number")
    func statements() throws {
        let statements = try live().cooperation.advocacy.statementsInOrder
        let rows = try Original("statements.csv").rows
        #expect(statements.count == rows.count)
        for row in rows {
            let (title, date) = try (#require(row.cell("title")), #require(row.cell("date")))
            let statement = try #require(statements.first { $0.facts.title == title && $0.made.iso == date }, "\(title) \(date)")
            #expect(statement.made.precision.rawValue == row.cell("precision"), "\(title)")
            #expect(statement.facts.kind == row.cell("type"), "\(title)")
            #expect(statement.facts.reference == row.cell("reference"), "\(title)")
            #expect(sources(row.cell("source")).isSubset(of: statement.facts.sources.map(\.text)), "\(title)")
            let recipient = statement.facts.recipient.map {
                $0 + (statement.facts.recipientIsInferred == true ? " (sannolikt)" : "")
            }
            // The office, not the person who held it.
            let expected = row.cell("recipient").map { $0.hasPrefix("Infrastrukturminister ") ? "infrastrukturministern" : $0 }
            #expect(recipient == expected, "\(title)")
        }
    }

    @Test("every priority in the order of the list, with its other names, its outcomes and the gap at the end")
    func priorities() throws {
        let (cooperation, played) = try live()
        let advocacy = cooperation.advocacy
        let rows = try Original("infrastructure_priorities.csv").rows
        let list = try #require(advocacy.latestList)
        #expect(list.facts.items.count == rows.count && list.facts.isRanked)
        for row in rows {
            let place = try #require(row.cell("order").flatMap { Int($0) })
            let object = try #require(row.cell("object"))
            let priority = try #require(advocacy[list.facts.items[place - 1]])
            #expect(([priority.facts.name] + priority.facts.alsoCalled).contains(object), "\(object)")
            #expect(try list.facts.title.hasSuffix(#require(row.cell("programme"))))
            #expect(sources(row.cell("source")).isSubset(of: priority.facts.sources.map(\.text)), "\(object)")
            if let former = row.cell("aliases") {
                #expect(priority.formerNames.map { $0 + " (tidigare namn)" }.contains(former), "\(object)")
            }
            let outcomes = priority.outcomes.compactMap { played.text($0.fact.text) }.joined(separator: " ")
            for amount in ["4,6", "10,3", "13,3"] where row.cell("note")?.contains(amount) == true {
                #expect(outcomes.contains(amount), "\(object)")
            }
            if row.cell("note")?.hasPrefix("källtexten avhuggen") == true {
                let missing = (priority.facts.missing + list.facts.missing).compactMap { played.text($0) }.joined(separator: " ")
                #expect(missing.contains("avhuggen") && missing.contains("fler objekt kan följa"), "\(object)")
            }
        }
    }

    @Test("every network, with when it is known and last seen, and the part of the programme it works with")
    func networks() throws {
        let (cooperation, played) = try live()
        let networks = cooperation.organisation.bodies(.network)
        let rows = try Original("networks.csv").rows
        let older = try #require(Edition.ID("2013").flatMap { cooperation.programme[$0] })
        let roles = [
            "planeringschefer": ["prioriterade infrastruktursatsningar"],
            "naringslivschefer": ["utvecklingsprogrammen från 2013 och 2019"],
            "kommunikationschefer": ["utvecklingsprogrammet från 2019"],
            "ekonomidirektorer": ["Temadag Effektiv verksamhetsutveckling", "beslutade tidigare vilka områden"],
            "klimatstrateger": ["utvecklingsprogrammet från 2013"],
            "yh": ["utvecklingsprogrammet från 2013"],
            "hallbarhetsstrateger": ["klimat- och miljökrav", "upphandlar transporter", "BioDriv Öst"],
        ]
        for row in rows {
            let id = try #require(row.cell("id"))
            let body = try #require(networks.first { $0.facts.id.text == id }, "\(id)")
            #expect(body.facts.name == row.cell("name"), "\(id)")
            #expect(body.since.iso == row.cell("known_from"), "\(id)")
            #expect(body.sightings.last?.period.iso == row.cell("known_to"), "\(id)")
            let texts = ([body.facts.purpose].compactMap { $0 } + body.facts.details.map(\.text)).compactMap { played.text($0) }
            for words in try #require(roles[id]) { #expect(texts.contains { $0.contains(words) }, "\(id): \(words)") }
            #expect(sources(row.cell("source")).isSubset(of: body.facts.sources.map(\.text)), "\(id)")
            let areas = body.assignments.compactMap { assignment in
                cooperation.programme[assignment.fact.edition]?.node(assignment.fact.node)?.title.flatMap { played.text($0) }
            }
            if let area = row.cell("focus_area"), area.hasSuffix(" (SUP 2013)") {
                let node = try #require(older.text.nodes.first { $0.networks.contains(body.facts.name) })
                #expect(older.path(to: node.id).compactMap { played.text($0.title) }.contains(String(area.dropLast(11))), "\(id)")
            } else {
                #expect(areas == [row.cell("focus_area")].compactMap { $0 }, "\(id)")
            }
        }
        // The goods that are driven together have their own row in no table, but in the networks' sources.
        #expect(Set(networks.map(\.facts.id.text)).subtracting(rows.compactMap { $0.cell("id") }) == ["varudistribution"])
    }

    @Test("every other cooperation, word for word, and our own")
    func peers() throws {
        let (cooperation, _) = try live()
        let peers = cooperation.organisation.peersInOrder
        let rows = try Original("peers.csv").rows
        #expect(peers.count == rows.count - 1)
        for row in rows {
            let name = try #require(row.cell("name"))
            guard name != cooperation.settings?.name else {
                #expect(row.cell("municipalities") == String(cooperation.members.members.count))
                #expect(row.cell("ratified_by").map { $0 + "n" } == cooperation.settings?.ratifyingBody)
                #expect(row.cell("seats_per_municipality") == cooperation.settings.map { String($0.seatsPerMunicipality) })
                continue
            }
            let peer = try #require(peers.first { $0.name == name }, "\(name)")
            #expect(String(peer.municipalities) == row.cell("municipalities"), "\(name)")
            #expect(peer.form == row.cell("form"), "\(name)")
            #expect(peer.ratifiedBy == row.cell("ratified_by"), "\(name)")
            #expect(peer.seatsPerMunicipality == row.cell("seats_per_municipality"), "\(name)")
            #expect(peer.chair == row.cell("chair"), "\(name)")
            #expect(peer.decisionRule == row.cell("decision_rule"), "\(name)")
            #expect(peer.fee == row.cell("fee"), "\(name)")
            #expect(peer.sources.map(\.text) == [row.cell("source")], "\(name)")
        }
    }

    private struct Year: Decodable {
        struct Activity: Decodable {
            var text: String
            var focus_area: String?
            var outcome: String
            var status: String
            var source: [String]
        }
        struct Previous: Decodable {
            var outcomes: [String]
            var source: String
        }
        var year: Int
        var title: String
        var decided_by: String
        var decided: String
        var followed_up_in: String
        var budget: Int?
        var activities: [Activity]
        var previous_year_2020: Previous
    }

    @Test("the plan of 2021, activity by activity, and what came of the year before")
    func plan() throws {
        let (cooperation, played) = try live()
        let bytes = try Place.file("verksamhetsplan_2021.json", in: Place.originals).bytes
        let original = try JSONDecoder().decode(Year.self, from: Data(bytes))
        let plan = try #require(OperationalPlan.ID("2021").flatMap { cooperation.planning[$0] })
        #expect(plan.facts.year == original.year && plan.facts.title == original.title)
        #expect(plan.facts.decidedBy == original.decided_by && plan.facts.budget == original.budget)
        #expect(original.decided == "mitten av januari 2021, digital planeringskonferens" && plan.decided.iso == "2021-01")
        #expect(plan.facts.decidedInWords == "i mitten av januari 2021, på en digital planeringskonferens")
        let report = plan.followUp?.fact.document.flatMap { cooperation.documents[$0] }
        let followed = report.map { "\($0.facts.title), beslutad \($0.decided.iso)" }
        #expect(followed == original.followed_up_in && plan.followUp?.period == report?.decided)
        #expect(plan.facts.missing.compactMap { played.text($0) }.contains { $0.contains("budget") })

        #expect(plan.facts.activities.compactMap { played.text($0.text) } == original.activities.map(\.text))
        let statuses = ["genomförd": OperationalPlan.Status.done, "pågår/okänd för hösten": .ongoing]
        for (activity, wanted) in zip(plan.facts.activities, original.activities) {
            #expect(activity.node?.text == wanted.focus_area, "\(wanted.text)")
            #expect(Set(activity.sources.map(\.text)) == Set(wanted.source), "\(wanted.text)")
            let report = try #require(plan.latestReport(on: activity.id)?.fact, "\(wanted.text)")
            #expect(report.status == statuses[wanted.status] && played.text(report.outcome) != nil, "\(wanted.text)")
            // Every number that isn't part of a date; our words are others.
            for number in ["170"] where wanted.outcome.contains(number) {
                #expect(played.text(report.outcome)?.contains(number) == true, "\(wanted.text)")
            }
        }

        let before = try #require(OperationalPlan.ID("2020").flatMap { cooperation.planning[$0] })
        let outcomes = try #require(before.followUp?.fact.outcomes)
        #expect(outcomes.count == original.previous_year_2020.outcomes.count)
        #expect(outcomes.allSatisfy { $0.sources.map(\.text) == [original.previous_year_2020.source] })
        for (outcome, word) in zip(
            outcomes,
            ["remisser", "underlag", "webbinarium", "Svenska kraftnät", "coronakrisen", "Almedalen"]
        ) {
            #expect(played.text(outcome.text)?.contains(word) == true)
        }
        #expect(cooperation.planning.inOrder.map(\.facts.id.text) == ["2020", "2021"])
    }
}
