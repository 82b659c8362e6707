import Cooperation
import HTTPTypes
import Import
import Registry
import Testing

@testable import Web

@Suite("The organisation, its bodies and networks, and other cooperations") struct OrganisationPageTests {
    struct Link: Decodable {
        var id: String
        var name: String
        var kind: String
    }

    struct Reference: Decodable {
        var id: String
        var title: String
    }

    struct Part: Decodable {
        var edition: Reference
        var id: String
        var title: String
        var level: String
        var since: String?
        var goals: [Reference]
    }

    struct Presidency: Decodable {
        var period: String
        var chair: Reference?
        var viceChair: Reference?
        var remarks: [String]
        var sources: [String]
    }

    struct Organisation: Decodable {
        struct Row: Decodable {
            var body: Link?
            var kind: String
            var purpose: String?
            var composition: String?
            var meetingsPerYear: Int?
            var worksFor: Link?
            var municipality: Reference?
            var presidency: Presidency?
            var parts: [Part]
            var since: String?
            var lastSeen: String?
            var closed: String?
            var sources: [String]
        }
        struct Tier: Decodable {
            var kind: String
            var rows: [Row]
        }
        var tiers: [Tier]
        var closed: [Row]

        func rows(_ kind: String) -> [Row] { tiers.first { $0.kind == kind }?.rows ?? [] }
    }

    struct Body: Decodable {
        struct Statement: Decodable {
            var text: String
            var sources: [String]
        }
        struct Sighting: Decodable {
            var period: String
        }
        struct Activity: Decodable {
            var text: String
            var plan: Reference
        }
        var body: Link
        var status: String
        var presidencies: [Presidency]
        var parts: [Part]
        var series: [Reference]
        var activities: [Activity]
        var sightings: [Sighting]
        var details: [Statement]
        var missing: [String]
        var remarks: [String]
        var others: [Link]
    }

    struct Networks: Decodable {
        struct Row: Decodable {
            var body: Link
            var parts: [Part]
            var since: String
            var lastSeen: String
            var status: String
            var closed: String?
        }
        var networks: [Row]
    }

    struct Peers: Decodable {
        struct Row: Decodable {
            var id: String
            var name: String
            var municipalities: Int
            var form: String?
            var ratifiedBy: String?
            var seatsPerMunicipality: String?
            var chair: String?
            var decisionRule: String?
            var fee: String?
        }
        var own: Row?
        var peers: [Row]
    }

    private static let days = [
        "", "?datum=2026-11-23", "?datum=2021-06-30", "?datum=2013-12-31", "?datum=2010-08-18", "?sprak=en",
    ]

    private static let unknown = "uppgift saknas i källan"

    /// What the site would link to a cell's text with, or the text itself.
    private func plain(_ cell: String) -> String {
        [Self.unknown, Words.english.frame.unknown].contains(cell) ? "" : cell
    }

    private func ready() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private func perform(_ request: any Request, _ happened: String, at site: Exhibit) async throws {
        let day = try #require(Period(happened))
        _ = try await site.registrar.perform(request, happened: day, as: .importer)
    }

    private func id<Entity>(_ text: String) throws -> Identifier<Entity> { try #require(Identifier<Entity>(text)) }

    // MARK: The organisation

    @Test(
        "opens with the sentence that says how it hangs together, of those who were there that day",
        arguments: [
            (
                "",
                "Kommittén föreslår, ledningsgruppen förbereder, kommunstyrelsen i varje kommun beslutar för sig, nätverken genomför och kansliet håller ihop arbetet."
            ),
            ("?datum=2012-06-30", "Kommittén föreslår, kommunstyrelsen i varje kommun beslutar för sig och nätverken genomför."),
            ("?datum=2000-01-01", "Nätverken genomför."),
            ("?datum=1990-01-01", "Källorna säger inte hur samarbetet var organiserat den dagen."),
            (
                "?sprak=en",
                "The committee proposes, the management group prepares, kommunstyrelsen of each municipality decides for itself, the networks carry out and the secretariat holds the work together."
            ),
        ]
    )
    func opening(_ query: String, _ sentence: String) async throws {
        let page = ReadPage(await (try Exhibit.sodertorn.value).page("/organisation\(query)"))
        #expect(page.texts(of: "p").contains(sentence), "\(page.texts(of: "p").prefix(4))")
    }

    @Test("page, JSON and CSV have the same bodies, in the same order", arguments: days)
    func organisation(_ query: String) async throws {
        for site in [try await Exhibit.sodertorn.value, try await Exhibit.twelve.value] {
            let model = try await site.json("/organisation.json\(query)", as: Organisation.self).page
            let csv = try await site.csv("/organisation.csv\(query)")
            let html = await site.page("/organisation\(query)")
            let text = ReadPage(html).text
            let rows = model.tiers.flatMap(\.rows) + model.closed
            #expect(csv.dropFirst().map { $0[0] } == rows.map { $0.body?.id ?? "" })
            #expect(csv.allSatisfy { $0.count == csv[0].count })
            for (cells, row) in zip(csv.dropFirst(), rows) {
                let presidency = row.presidency.map { "\($0.period) \($0.chair?.title ?? "")" } ?? ""
                let who: [String?] = [row.body?.name, row.purpose, row.composition, row.meetingsPerYear.map { "\($0)" }]
                let whose: [String?] = [row.municipality?.title, row.worksFor?.name, presidency]
                let when: [String?] = [row.since, row.lastSeen, row.closed, row.sources.joined(separator: " ")]
                #expect([cells[1]] + Array(cells[3..<13]) == (who + whose + when).map { $0 ?? "" })
                for shown in [row.body?.name, row.kind == "ratifying-body" ? nil : row.composition].compactMap({ $0 }) {
                    #expect(text.holds(shown), "\(shown)")
                }
                for part in row.parts { #expect(text.holds(part.title)) }
            }
            // Drawn for wide screens and for narrow, with the same links as the text.
            for row in rows where row.closed == nil {
                guard let body = row.body else { continue }
                let link = "href=\"/\(body.kind == "network" ? "natverk" : "organisation")/\(body.id)"
                // The text of a network or a board links once, and so does each drawing; another body may work for this one.
                #expect(html.components(separatedBy: link + "\"").count + html.components(separatedBy: link + "?").count - 2 >= 3)
            }
            let isDrawn = rows.contains { $0.body != nil }
            #expect(html.components(separatedBy: "chart-tiers").count == (isDrawn ? 3 : 1))
        }
    }

    @Test("the eight who decide are always eight, in alphabetical order, and one that isn't known is seen to be missing")
    func eight() async throws {
        let names = ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Salem", "Södertälje", "Tyresö"]
        let whole = try await Exhibit.sodertorn.value
        var model = try await whole.json("/organisation.json", as: Organisation.self).page
        #expect(model.rows("ratifying-body").map { $0.municipality?.title } == names)
        #expect(model.rows("ratifying-body").allSatisfy { $0.body != nil })
        #expect(!(await whole.page("/organisation")).holds("class=\"absent\""))

        let site = try await ready()
        try await perform(
            ChangeVisibility(.body(try id("kommunstyrelsen-salem")), isShown: false, reason: "Ett hemligt skäl."),
            "2026-11-23",
            at: site
        )
        for query in ["", "?datum=2021-06-30", "?sprak=en"] {
            model = try await site.json("/organisation.json\(query)", as: Organisation.self).page
            let rows = model.rows("ratifying-body")
            #expect(rows.map { $0.municipality?.title } == names)
            #expect(rows.map { $0.body == nil } == names.map { $0 == "Salem" })
            let page = await site.page("/organisation\(query)")
            let missing = query == "?sprak=en" ? Words.english.frame.unknown : Self.unknown
            #expect(ReadPage(page).texts(of: "li").contains("Salem: \(missing)"))
            #expect(!page.holds("Kommunstyrelsen i Salem"))
            let csv = try await site.csv("/organisation.csv\(query)")
            #expect(csv.filter { $0[0].isEmpty }.map { $0[6] } == ["Salem"])
            _ = await site.page("/organisation/kommunstyrelsen-salem\(query)", status: .notFound)
            for other in ["/kommuner/salem", "/organisation/kommunstyrelsen-tyreso"] {
                #expect(!(await site.page(other + query)).holds("Kommunstyrelsen i Salem"))
            }
        }
    }

    @Test("a cooperation whose bodies aren't known says so, and shows the places of those who decide")
    func unknownBodies() async throws {
        let site = try await Exhibit.foundationsOfTwelve.value
        let html = await site.page("/organisation")
        let page = ReadPage(html)
        #expect(page.texts(of: "p").contains("Källorna säger inte hur samarbetet är organiserat."))
        let members = try await site.json("/kommuner.json", as: MembersPageTests.Page.self).page.members
        #expect(html.components(separatedBy: "class=\"absent\"").count - 1 == members.count)
        for member in members { #expect(page.texts(of: "li").contains("\(member.name): \(Self.unknown)")) }
        #expect(!html.holds("chart-tiers"))
        #expect(ReadPage(await site.page("/natverk")).texts(of: "p").contains("Källorna nämner inga nätverk."))
        #expect(
            ReadPage(await site.page("/organisation/andra-samarbeten")).texts(of: "p").contains(
                "Källorna har inga andra samarbeten att jämföra med."
            )
        )
        // The networks of its programme have no pages, and so no links.
        let edition = await site.page("/program/2020")
        #expect(edition.holds("Konstruerade planerare") && !edition.holds("/natverk/"))
        #expect((await site.page("/program/2020/resor")).holds("<li lang=\"sv\">Konstruerade planerare</li>"))
    }

    @Test(
        "counts are written as they are read aloud, also when there is only one",
        arguments: [
            ("/natverk", "Ett nätverk är känt, och det är det som genomför programmet."),
            ("/natverk?datum=2021-06-30", "Två nätverk är kända, och det är de som genomför programmet."),
            ("/natverk?sprak=en", "One network is known, and it carries out the programme."),
            ("/organisation/andra-samarbeten", "Konstruktionssamverkan har elva kommuner. Det andra har fem."),
        ]
    )
    func counts(_ target: String, _ sentence: String) async throws {
        let page = ReadPage(await (try Exhibit.twelve.value).page(target))
        #expect(page.texts(of: "p").contains(sentence), "\(page.texts(of: "p").prefix(3))")
    }

    // MARK: One body

    @Test(
        "a body's page, JSON and CSV have the same presidencies, the latest said in words",
        arguments: [
            (
                "samarbetskommitten", "",
                "Senast kända ordförandeskap: 2021, Södertälje. Vilken kommun som leder i dag framgår inte av källorna."
            ),
            (
                "samarbetskommitten", "?datum=2021-06-30",
                "Senast kända ordförandeskap: 2020, Huddinge, med Södertälje som vice ordförande. Vilken kommun som ledde den dagen framgår inte av källorna."
            ),
            (
                "samarbetskommitten", "?datum=2020-12-31",
                "Senast kända ordförandeskap: 2020, Huddinge, med Södertälje som vice ordförande."
            ),
            (
                "ledningsgruppen", "?datum=2019-01-01",
                "Senast kända ordförandeskap: 2018, Botkyrka, med Huddinge som vice ordförande. Vilken kommun som ledde den dagen framgår inte av källorna."
            ),
        ]
    )
    func presidencies(_ name: String, _ query: String, _ sentence: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/organisation/\(name).json\(query)", as: Body.self).page
        let csv = try await site.csv("/organisation/\(name).csv\(query)")
        let expected = model.presidencies.map { presidency -> [String] in
            let names = [presidency.chair?.title ?? "", presidency.viceChair?.title ?? ""]
            return [presidency.period] + names
                + [presidency.remarks.joined(separator: " "), presidency.sources.joined(separator: " ")]
        }
        #expect(Array(csv.dropFirst()) == expected)
        let html = await site.page("/organisation/\(name)\(query)")
        let page = ReadPage(html)
        #expect(page.texts(of: "p").contains(sentence), "\(page.texts(of: "p"))")
        let table = try #require(page.tables.first)
        #expect(Array(table[0].prefix(3)) == Array(csv[0].prefix(3)))
        #expect(table.dropFirst().map { $0.prefix(3).map(plain) } == expected.reversed().map { Array($0.prefix(3)) })
        for presidency in model.presidencies {
            let chair = try #require(presidency.chair)
            #expect(html.holds("href=\"/kommuner/\(chair.id)"))
        }
    }

    @Test(
        "a body's page says all that is known of it, and what isn't",
        arguments: [
            "organisation/samarbetskommitten", "organisation/ledningsgruppen", "organisation/kansliet",
            "organisation/kommunstyrelsen-tyreso", "natverk/ekonomidirektorer", "natverk/naringslivschefer", "natverk/yh",
        ]
    )
    func body(_ path: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/\(path).json", as: Body.self).page
        let html = await site.page("/\(path)")
        let text = ReadPage(html).text
        for shown in model.details.map(\.text) + model.missing + model.remarks {
            for line in shown.split(separator: "\n") { #expect(text.holds(String(line)), "\(line)") }
        }
        for other in model.others { #expect(text.holds(other.name)) }
        let items = ReadPage(html).texts(of: "li")
        for part in model.parts {
            #expect(items.contains { $0.hasPrefix("\(part.level): \(part.title) i \(part.edition.title)") }, "\(part.title)")
            for goal in part.goals { #expect(text.holds(goal.title)) }
        }
        #expect(html.holds("Historik ("))
        let feed = await site.door.ask(.get, "/\(path).atom")
        #expect(feed.status == .ok && feed.text.holds("<feed") && feed.text.holds("<entry"))
    }

    @Test("a municipality's page has the networks that it is host to as well, and not those that have ended")
    func hosts() async throws {
        let site = try await Exhibit.twelve.value
        let host = ReadPage(await site.page("/kommuner/kommun-e")).texts(of: "li")
        #expect(host.contains("Värd för Konstruerade planerare"))
        #expect((await site.page("/natverk/planerare")).holds("href=\"/kommuner/kommun-e\""))
        #expect(!(await site.page("/kommuner/kommun-c")).holds("Kommunfullmäktige i konstruerad kommun C"), "it has ended")
    }

    @Test("the host of the office is said to be inferred, on its own page and on the municipality's")
    func inferredHost() async throws {
        let site = try await Exhibit.sodertorn.value
        let office = ReadPage(await site.page("/organisation/kansliet"))
        #expect(office.texts(of: "dd").contains("Huddinge (härlett, ingen källa säger det rakt ut)"))
        let municipality = ReadPage(await site.page("/kommuner/huddinge"))
        #expect(municipality.texts(of: "li").contains("Värd för Kansliet (härlett, ingen källa säger det rakt ut)"))
    }

    @Test(
        "a network's page stands among the networks; its other address leads there, with day, language and format",
        arguments: [
            ("/organisation/planeringschefer", "/natverk/planeringschefer"),
            (
                "/organisation/planeringschefer?datum=2020-01-01&sprak=en",
                "/natverk/planeringschefer?datum=2020-01-01&sprak=en"
            ),
            ("/organisation/planeringschefer.json?kant=2026-11-23", "/natverk/planeringschefer.json?kant=2026-11-23"),
            ("/natverk/samarbetskommitten.csv", "/organisation/samarbetskommitten.csv"),
        ]
    )
    func moved(_ from: String, _ to: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let reply = await site.door.ask(.get, from)
        #expect(reply.status == .permanentRedirect && reply.fields[.location] == to)
        #expect(await site.door.ask(.get, to).status == .ok)
    }

    @Test(
        "what isn't there says why",
        arguments: [
            ("/organisation/finns-inte", "Sidan finns inte"), ("/natverk/Planeringschefer", "Sidan finns inte"),
            ("/organisation/kansliet?datum=2015-01-01", "Den 1 januari 2015 fanns inte det som sidan handlar om."),
            ("/natverk/kommunikationschefer?datum=2015-01-01", "Den 1 januari 2015 fanns inte det som sidan handlar om."),
            ("/organisation/kommunstyrelsen-salem.csv", "Sidan finns inte"), ("/natverk/yh.csv", "Sidan finns inte"),
        ]
    )
    func faults(_ target: String, _ text: String) async throws {
        let site = try await Exhibit.sodertorn.value
        #expect(ReadPage(await site.page(target, status: .notFound)).text.holds(text), "\(target)")
        #expect(!(await site.page("/organisation/kommunstyrelsen-salem")).holds(".csv"), "no link to a file that isn't there")
    }

    // MARK: Networks

    @Test("page, JSON and CSV of the networks say the same, cell by cell", arguments: days)
    func networks(_ query: String) async throws {
        for site in [try await Exhibit.sodertorn.value, try await Exhibit.twelve.value] {
            let words = query == "?sprak=en" ? Words.english : .swedish
            let rows = try await site.json("/natverk.json\(query)", as: Networks.self).page.networks
            let csv = try await site.csv("/natverk.csv\(query)")
            let table = ReadPage(await site.page("/natverk\(query)")).tables.first ?? [Array(csv[0][1...5])]
            let labels = [
                "seenThisYear": words.organisation.seenNow, "unclear": words.organisation.unclear,
                "closed": words.organisation.closed,
            ]
            #expect(Array(csv[0][1...5]) == table[0])
            #expect(csv.count == rows.count + 1 && table.count == rows.count + 1)
            for ((cells, shown), row) in zip(zip(csv.dropFirst(), table.dropFirst()), rows) {
                #expect(cells[0] == row.body.id)
                var titles: [String] = []
                for part in row.parts where !titles.contains(part.title) { titles.append(part.title) }
                let expected = [
                    row.body.name, titles.joined(separator: ", "), row.since, row.lastSeen, labels[row.status] ?? "?",
                ]
                #expect(Array(cells[1...5]) == expected)
                let periods = try [row.since, row.lastSeen].map { words.period(try #require(Period($0))) }
                #expect(shown.prefix(4).map(plain) == expected.prefix(2) + periods)
                #expect(shown[4].hasSuffix(" \(expected[4])"))
            }
            #expect(rows.map(\.body.name) == rows.map(\.body.name).inSwedishOrder { $0 })
        }
    }

    @Test(
        "when a network was last seen is said as exactly as it is known, and no more",
        arguments: [
            ("planeringschefer", "", "unclear", "Senast belagt 2022. Om nätverket finns kvar i dag framgår inte."),
            ("planeringschefer", "?datum=2022-12-31", "seenThisYear", "Belagt 2022."),
            (
                "planeringschefer", "?datum=2021-06-30", "unclear",
                "Senast belagt 2008. Om nätverket fanns kvar den dagen framgår inte."
            ),
            ("yh", "", "unclear", "Senast belagt 2013. Om nätverket finns kvar i dag framgår inte."),
            ("yh", "?datum=2013-12-31", "seenThisYear", "Belagt 2013."),
            ("yh", "?sprak=en", "unclear", "Last seen 2013. Whether the network remains today is not stated."),
        ]
    )
    func lastSeen(_ name: String, _ query: String, _ status: String, _ sentence: String) async throws {
        let site = try await Exhibit.sodertorn.value
        #expect(try await site.json("/natverk/\(name).json\(query)", as: Body.self).page.status == status)
        #expect(ReadPage(await site.page("/natverk/\(name)\(query)")).texts(of: "p").contains(sentence))
    }

    @Test("a network works with what it has been assigned to, and with the goals that name it; the two are told apart")
    func parts() async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/natverk/planeringschefer.json", as: Body.self).page
        #expect(model.parts.map { "\($0.edition.id)/\($0.id)" } == ["2019/infrastruktur", "2013/infrastruktur"])
        #expect(model.parts.map(\.since) == ["2019-10-11", nil])
        #expect(model.parts.map { $0.goals.map(\.id) } == [[], ["infrastruktur-mal"]])
        let html = await site.page("/natverk/planeringschefer")
        #expect(html.holds("href=\"/program/2019/infrastruktur\"") && html.holds("href=\"/program/2013/infrastruktur\""))
        #expect(html.holds("href=\"/program/2013/infrastruktur#infrastruktur-mal\""))
        #expect((await site.page("/natverk/kommunikationschefer")).holds(Words.swedish.organisation.programmePartsUnknown))
        // Before the programme of 2019, only that of 2013.
        let then = try await site.json("/natverk/planeringschefer.json?datum=2018-01-01", as: Body.self).page
        #expect(then.parts.map(\.edition.id) == ["2013"])
    }

    @Test("the programme links to its networks, and a part of it to the bodies that work with it")
    func programme() async throws {
        let site = try await Exhibit.sodertorn.value
        for (page, links) in [
            ("/program/2013", ["planeringschefer", "klimatstrateger", "yh", "naringslivschefer"]),
            ("/program/2013/naringsliv-och-hogskola", ["yh", "naringslivschefer"]),
            ("/program/2013/infrastruktur", ["planeringschefer"]), ("/program/2019/infrastruktur", ["planeringschefer"]),
            ("/program/2019/funktionell-samordning", ["ekonomidirektorer"]), ("/program/2019/utbildning", []),
        ] {
            let html = await site.page(page)
            for link in links { #expect(html.holds("href=\"/natverk/\(link)\""), "\(page) \(link)") }
            #expect(html.components(separatedBy: "href=\"/natverk/").count - 1 == links.count, "\(page)")
        }
        #expect((await site.page("/program/2019/utbildning")).holds(Self.unknown))
        // A network that may not be seen keeps its name in the programme's own text, but leads nowhere.
        let other = try await ready()
        try await perform(ChangeVisibility(.body(try id("yh")), isShown: false, reason: "Skäl."), "2026-11-23", at: other)
        for page in ["/program/2013", "/program/2013/naringsliv-och-hogskola"] {
            let html = await other.page(page)
            #expect(html.holds("YH-nätverket") && !html.holds("/natverk/yh"), "\(page)")
        }
        #expect(!(await other.page("/natverk")).holds("YH-nätverket"))
    }

    @Test("a network shows the conferences that it arranges and the activities that it is responsible for")
    func work() async throws {
        let site = try await ready()
        #expect(
            try await site.json("/natverk/ekonomidirektorer.json", as: Body.self).page.series.map(\.title)
                == ["Temadag Effektiv verksamhetsutveckling"]
        )
        var plan = RecordPlan(id: try id("2024"), year: 2024, title: "Verksamhetsplan 2024")
        plan.activities = [
            .init(id: try id("ett"), text: "Jämföra kostnader.", responsible: [try id("ekonomidirektorer"), try id("kansliet")]),
            .init(id: try id("tva"), text: "Något annat."),
        ]
        try await perform(plan, "2024-02-01", at: site)
        for path in ["natverk/ekonomidirektorer", "organisation/kansliet"] {
            let model = try await site.json("/\(path).json", as: Body.self).page
            #expect(model.activities.map { [$0.text, $0.plan.id] } == [["Jämföra kostnader.", "2024"]])
            let html = await site.page("/\(path)")
            #expect(html.holds("Jämföra kostnader.") && html.holds("href=\"/plan/2024\"") && !html.holds("Något annat."))
        }
        #expect(try await site.json("/natverk/yh.json", as: Body.self).page.activities.isEmpty)
    }

    @Test("a body that has ended its work says when and why, and is no longer drawn")
    func closing() async throws {
        let site = try await ready()
        try await perform(CloseBody(try id("yh"), reason: "Gick upp i ett annat nätverk."), "2024-05-02", at: site)
        let page = ReadPage(await site.page("/natverk/yh"))
        #expect(page.texts(of: "p").contains("YH-nätverket avslutades 2 maj 2024."))
        #expect(page.texts(of: "p").contains("Gick upp i ett annat nätverk."))
        #expect((await site.page("/natverk/yh?datum=2024-05-01")).holds("Om nätverket fanns kvar den dagen framgår inte."))
        let model = try await site.json("/organisation.json", as: Organisation.self).page
        #expect(model.closed.map { [$0.body?.id, $0.closed] } == [["yh", "2024-05-02"]])
        #expect(!model.rows("network").contains { $0.body?.id == "yh" })
        let html = await site.page("/organisation")
        #expect(html.components(separatedBy: "href=\"/natverk/yh\"").count == 2, "among those that have ended, and nowhere else")
        #expect(try await site.csv("/natverk.csv").first { $0[0] == "yh" }.map { [$0[5], $0[6]] } == ["Avslutat", "2024-05-02"])
        #expect(!(await site.page("/natverk/planeringschefer")).holds("/natverk/yh"))
    }

    // MARK: Other cooperations

    @Test(
        "page, JSON and CSV of other cooperations say the same, cell by cell; this one stands first",
        arguments: ["", "?sprak=en"]
    )
    func peers(_ query: String) async throws {
        for site in [try await Exhibit.sodertorn.value, try await Exhibit.twelve.value] {
            let model = try await site.json("/organisation/andra-samarbeten.json\(query)", as: Peers.self).page
            let own = try #require(model.own)
            let rows = [own] + model.peers
            let csv = try await site.csv("/organisation/andra-samarbeten.csv\(query)")
            let html = await site.page("/organisation/andra-samarbeten\(query)")
            let table = try #require(ReadPage(html.without(from: "<small", through: "</small>")).tables.first)
            #expect(Array(csv[0][1...8]) == table[0])
            #expect(csv.count == rows.count + 1 && table.count == rows.count + 1)
            for ((cells, shown), row) in zip(zip(csv.dropFirst(), table.dropFirst()), rows) {
                let size: [String?] = [row.name, "\(row.municipalities)", row.form, row.ratifiedBy]
                let rules: [String?] = [row.seatsPerMunicipality, row.chair, row.decisionRule, row.fee]
                let expected = (size + rules).map { $0 ?? "" }
                #expect(cells[0] == row.id && Array(cells[1...8]) == expected)
                #expect(shown.map(plain) == expected)
                #expect(html.holds("id=\"\(row.id)\""))
            }
            #expect(model.peers.map(\.name) == model.peers.map(\.name).inSwedishOrder { $0 })
        }
    }

    @Test("this cooperation is compared by its own record, and once")
    func own() async throws {
        let site = try await ready()
        let page = ReadPage(await site.page("/organisation/andra-samarbeten"))
        #expect(
            page.texts(of: "p").contains(
                "Södertörnssamarbetet har åtta kommuner. De åtta andra har mellan 4 och 33. Fyra av dem vilar på ett avtal, liksom det här samarbetet."
            )
        )
        var listed = RecordPeer(id: try id("sodertorn"), name: "Södertörnskommunerna", municipalities: 99, form: "samarbetsavtal")
        listed.chair = "årligen inom kommittén"
        listed.ratifiedBy = "någon annan"
        try await perform(listed, "2026-11-23", at: site)
        let model = try await site.json("/organisation/andra-samarbeten.json", as: Peers.self).page
        let own = try #require(model.own)
        #expect(own.municipalities == 8 && own.ratifiedBy == "kommunstyrelsen" && own.seatsPerMunicipality == "1")
        #expect(own.form == "samarbetsavtal" && own.chair == "årligen inom kommittén")
        #expect(!model.peers.contains { $0.name == "Södertörnskommunerna" })
        // The facts were gathered on a day; before it there was nothing to compare with.
        #expect((await site.page("/organisation/andra-samarbeten?datum=2020-01-01")).holds("Källorna har inga andra samarbeten"))
    }

    // MARK: Municipalities

    @Test(
        "a municipality's page tells of its seats, its deciding body and its presidencies",
        arguments: [
            (
                "huddinge", "Huddinge har en plats i kommittén.",
                ["2020: ordförande i Samarbetskommittén", "2018: vice ordförande i Ledningsgruppen"]
            ),
            (
                "sodertalje", "Södertälje har en plats i kommittén.",
                [
                    "2021: ordförande i Samarbetskommittén", "2020: vice ordförande i Samarbetskommittén",
                    "2020: ordförande i Ledningsgruppen",
                ]
            ), ("salem", "Salem har en plats i kommittén.", []),
        ]
    )
    func municipality(_ name: String, _ seats: String, _ offices: [String]) async throws {
        let site = try await Exhibit.sodertorn.value
        let html = await site.page("/kommuner/\(name)")
        let page = ReadPage(html)
        #expect(page.texts(of: "p").contains(seats))
        #expect(html.holds("href=\"/organisation/kommunstyrelsen-\(name)\""))
        #expect(page.texts(of: "li").filter { $0.holds("ordförande i") } == offices)
        #expect(!(await site.page("/kommuner/nacka")).holds("Platser och uppdrag"), "it takes part without being a member")
        let then = await site.page("/kommuner/\(name)?datum=2012-06-30")
        #expect(then.holds(seats) && !then.holds("ordförande i"))
    }
}
