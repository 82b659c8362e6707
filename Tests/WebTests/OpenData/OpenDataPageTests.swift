import Cooperation
import HTTPTypes
import Testing

@testable import Web

@Suite("The page of open data") struct OpenDataPageTests {
    struct Page: Decodable {
        struct List: Decodable {
            var steps: [String]
            var formats: [String]
            var fields: [String]
        }
        struct Kind: Decodable { var pattern: String }
        struct Row: Decodable {
            var source: String
            var facts: Int
        }
        var lists: [List]
        var kinds: [Kind]
        var sources: [Row]
    }

    @Test("lists every file that there is: each with the columns that it has")
    func files() async throws {
        let site = try await Exhibit.sodertorn.value
        let page = try await site.json("/oppna-data.json", as: Page.self).page
        let listed = Set(page.lists.map { "/" + $0.steps.joined(separator: "/") } + page.kinds.map(\.pattern))
        let routes = await Site(registrar: site.registrar, accounts: site.accounts, clock: { Instant(microseconds: 0) }) {
            Health(isWell: true, lines: [])
        }
        .routes
        // The history has a file of all its pages, and the journal's heads; it is told in words beside the table.
        for route in routes where route.formats.contains(.csv) && route.pattern.description != "/historik" {
            #expect(listed.contains(route.pattern.description), "\(route.pattern)")
        }
        for list in page.lists {
            let address = "/" + list.steps.joined(separator: "/")
            #expect(try await site.csv(address + ".csv").first == list.fields, "\(address)")
            for format in list.formats { _ = await site.page("\(address).\(format)") }
        }
    }

    @Test("counts what rests on each source, and page, CSV and JSON agree")
    func sources() async throws {
        let site = try await Exhibit.sodertorn.value
        let page = try await site.json("/oppna-data.json", as: Page.self).page
        #expect(page.sources.count > 40)
        let facts = page.sources.map(\.facts)
        #expect(facts == facts.sorted { $0 > $1 })
        let rows = try await site.csv("/oppna-data.csv").dropFirst()
        #expect(rows.map { $0[0] } == page.sources.map(\.source))
        #expect(rows.map { $0[1] } == facts.map { "\($0)" })
        let table = try #require(ReadPage(await site.page("/oppna-data")).tables.last).dropFirst()
        #expect(table.compactMap { $0[1].figures } == facts)
    }
}
