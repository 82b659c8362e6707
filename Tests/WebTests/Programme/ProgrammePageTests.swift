import HTTPTypes
import Testing

@testable import Web

@Suite("The programme's pages") struct ProgrammePageTests {
    struct List: Decodable {
        struct Row: Decodable {
            var id: String
            var title: String
            var standing: String
            var inForce: String?
            var validFrom: String
            var validTo: String?
            var decidedBy: String?
            var sources: [String]
        }
        struct Current: Decodable { var id: String }
        var current: Current?
        var lastWithGoals: Current?
        var editions: [Row]
    }

    struct Edition: Decodable {
        struct Service: Decodable {
            var frame: String
            var goal: String
        }
        struct Node: Decodable {
            var id: String
            var level: String
            var title: String?
            var text: String?
            var networks: [String]
            var added: String?
            var remarks: [String]
            var services: [Service]
            var children: [Node]

            var all: [Node] { [self] + children.flatMap(\.all) }
        }
        var id: String
        var standing: String
        var tree: [Node]
        var remarks: [String]
        var missing: [String]
    }

    private static let labels = [
        "inForce": "Gäller", "replaced": "Ersatt", "lapsed": "Tiden har gått ut", "notInForce": "Har inte trätt i kraft",
    ]

    @Test(
        "page, JSON and CSV of the list say the same, cell by cell",
        arguments: ["", "?datum=2026-11-23", "?datum=2019-10-10", "?datum=2012-06-30", "?datum=2000-01-01"]
    )
    func list(_ query: String) async throws {
        for site in [try await Exhibit.sodertorn.value, try await Exhibit.twelve.value] {
            let model = try await site.json("/program.json\(query)", as: List.self).page
            let csv = try await site.csv("/program.csv\(query)")
            #expect(
                Array(csv.dropFirst())
                    == model.editions.map { row in
                        [
                            row.id, row.title, Self.labels[row.standing] ?? "?", row.inForce ?? "",
                            "\(row.validFrom)–\(row.validTo ?? "")",
                            row.decidedBy ?? "", row.sources.joined(separator: " "),
                        ]
                    }
            )
            let table = ReadPage(await site.page("/program\(query)")).tables.first { $0.first?.count == 4 }
            #expect(table.map { $0.dropFirst().map { $0[0] } } ?? [] == model.editions.reversed().map(\.title))
            for (cells, row) in zip(table?.dropFirst() ?? [], model.editions.reversed()) {
                #expect(cells[1].hasSuffix(Self.labels[row.standing] ?? "?"))
                #expect(cells[2].figures.map { "\($0)" }?.suffix(4) == row.inForce.map { $0.prefix(4) })
                #expect(cells[3].holds(String(row.validFrom.prefix(4))))
                if let end = row.validTo { #expect(cells[3].holds(String(end.prefix(4)))) }
            }
        }
    }

    @Test(
        "each edition's page has every text of its tree, in the order of its JSON and its CSV",
        arguments: ["2007", "2013", "2019", "2023"]
    )
    func edition(_ id: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/program/\(id).json", as: Edition.self).page
        let nodes = model.tree.flatMap(\.all)
        let csv = try await site.csv("/program/\(id).csv")
        #expect(
            csv.dropFirst().map { [$0[0], $0[2], $0[3], $0[4]] }
                == nodes.map { [$0.id, $0.level, $0.title ?? "", $0.text ?? ""] }
        )
        #expect(csv.dropFirst().map { $0[6] } == nodes.map { $0.added ?? "" })
        for node in nodes {
            for child in node.children { #expect(csv.contains { $0[0] == child.id && $0[1] == node.id }) }
        }
        let html = await site.page("/program/\(id)")
        let text = ReadPage(html).text
        for node in nodes {
            for part in [node.title, node.text].compactMap({ $0 }) { #expect(text.holds(part), "\(part)") }
            for network in node.networks { #expect(text.holds(network)) }
        }
        for remark in model.remarks + model.missing {
            for paragraph in remark.split(separator: "\n") { #expect(text.holds(String(paragraph))) }
        }
    }

    @Test("the programme of 2019 has eleven sub-goals, and says what is known of the twelfth")
    func elevenAndTwelve() async throws {
        let site = try await Exhibit.sodertorn.value
        let model = try await site.json("/program/2019.json", as: Edition.self).page
        #expect(model.tree.flatMap(\.all).filter { $0.level == "Delmål" }.count == 11)
        let html = await site.page("/program/2019")
        let text = ReadPage(html).text
        #expect(text.holds("11 delmål"))
        #expect(
            text.holds(
                "Ett tolfte delmål. Programmet anger tre för varje fokusområde, tolv sammanlagt. Källtexten innehåller elva."
            )
        )
        #expect(text.holds("Källtexten innehåller två för utbildning."))
        for row in try await site.csv("/program/2019.csv") where row[2] == "Delmål" { #expect(text.holds(row[4])) }
    }

    @Test("as of 30 June 2012 the programme of 2007 applies, and there is no RUFS 2050")
    func in2012() async throws {
        let site = try await Exhibit.sodertorn.value
        let list = try await site.json("/program.json?datum=2012-06-30", as: List.self)
        #expect(list.asOf == "2012-06-30")
        #expect(list.page.current?.id == "2007")
        #expect(list.page.editions.map(\.standing) == ["inForce"])
        for path in ["/", "/program", "/program/2007", "/kommuner", "/om"] {
            for format in [path, path == "/" ? "/index.json" : path + ".json"] {
                let text = await site.page("\(format)?datum=2012-06-30")
                #expect(!text.holds("RUFS 2050") && !text.holds("rufs-2050"), "\(format)")
            }
        }
        #expect(await site.page("/?datum=2012-06-30").holds("Södertörns utvecklingsprogram"))
        for id in ["2013", "2019", "2023"] {
            let page = await site.page("/program/\(id)?datum=2012-06-30", status: .notFound)
            #expect(page.holds("Den 30 juni 2012 fanns inte det som sidan handlar om."))
        }
    }

    @Test("as of 1 January 2020 the programme of 2019 applies, with RUFS 2050 as its starting point")
    func in2020() async throws {
        let site = try await Exhibit.sodertorn.value
        let list = try await site.json("/program.json?datum=2020-01-01", as: List.self).page
        #expect(list.current?.id == "2019")
        #expect(list.editions.map(\.standing) == ["replaced", "replaced", "inForce"])
        let page = await site.page("/program/2019?datum=2020-01-01")
        #expect(page.holds("Södertörns utvecklingsprogram 2035 gäller sedan 11 oktober 2019."))
        #expect(page.holds("RUFS 2050"))
        #expect(!page.holds("2023-05-16") && !page.holds("16 maj 2023"))
    }

    @Test("today the programme of 2023 applies, and the goals shown are those of 2019, said to be so")
    func today() async throws {
        let site = try await Exhibit.sodertorn.value
        let list = try await site.json("/program.json", as: List.self).page
        #expect(list.current?.id == "2023" && list.lastWithGoals?.id == "2019")
        #expect(
            ReadPage(await site.page("/program")).text.holds(
                "Det senaste programmet med känd text är Södertörns utvecklingsprogram 2035."
            )
        )
    }

    @Test("goals of a frame say which goals serve them, or that none does")
    func frames() async throws {
        let site = try await Exhibit.twelve.value
        let tables = ReadPage(await site.page("/program/2020")).tables
        let table = try #require(tables.last { $0.first?.count == 2 })
        // The constructed plan names its goals instead of numbering them, so the names aren't set out as numbers are.
        #expect(table.dropFirst().map { $0[0] } == ["Allt ligger nära", "Allt är grönt", "Allt är lugnt"])
        #expect(table[1][1].holds("Fler reser tillsammans") && table[1][1].holds("Tidtabellerna passar ihop"))
        #expect(table[2][1].holds("Fler reser tillsammans"))
        #expect(table[3][1] == "Inget mål bidrar enligt källan")
        let south = ReadPage(await (try Exhibit.sodertorn.value).page("/program/2019"))
        #expect(south.text.holds("Därför är ingen koppling ifylld."))
    }

    @Test("each part with a page of its own is found from its edition, and leads to its neighbours")
    func parts() async throws {
        for (site, edition) in [(try await Exhibit.sodertorn.value, "2019"), (try await Exhibit.twelve.value, "2020")] {
            let html = await site.page("/program/\(edition)")
            let model = try await site.json("/program/\(edition).json", as: Edition.self).page
            var count = 0
            for node in model.tree.flatMap(\.all) {
                let target = "/program/\(edition)/\(node.id)"
                let reply = await site.door.ask(.get, target)
                let isLinked = html.holds("href=\"\(target)\"")
                #expect((reply.status == .ok) == isLinked, "\(target)")
                guard reply.status == .ok else { continue }
                count += 1
                for below in node.all {
                    for part in [below.title, below.text].compactMap({ $0 }) { #expect(ReadPage(reply.text).text.holds(part)) }
                }
            }
            #expect(count == 4)
        }
    }
}
