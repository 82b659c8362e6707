import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

@Suite(
    "Every fact of the shared data stands where a reader would look",
    .enabled(if: SharedData.isHere, "../shared/data finns inte här, så sajten jämförs inte med den")
)
struct SharedDataTests {
    @Test("there is a reader for every file")
    func files() throws {
        let files = Set(try FileManager.default.contentsOfDirectory(atPath: SharedData.folder))
        #expect(Set(SharedData.readers.keys).union(SharedData.statistics) == files)
    }

    @Test("file by file, row by row", arguments: SharedData.readers.keys.sorted())
    func rows(_ file: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let reader = try #require(SharedData.readers[file])
        let data = try reader(file)
        #expect(!data.isEmpty)
        var pages: [String: ShownPage] = [:]
        func page(_ address: String) async -> ShownPage? {
            if let page = pages[address] { return page }
            let reply = await site.door.ask(.get, address)
            guard reply.status == .ok else { return nil }
            pages[address] = ShownPage(reply.text)
            return pages[address]
        }
        for datum in data {
            let address: String
            switch datum.place {
            case .page(let page): address = page
            case .named(let name, let register, let start):
                let links = await page(register)?.links ?? []
                let found = links.first { $0.text == ShownPage.plain(name) && $0.address.hasPrefix(start) }
                guard let found else {
                    Issue.record("\(file): \(register) leads nowhere by the name \(name)")
                    continue
                }
                address = found.address
            }
            guard let shown = await page(address) else {
                Issue.record("\(file): \(datum.name) has no page at \(address)")
                continue
            }
            for need in datum.needs where !Self.isMet(need, by: shown) {
                Issue.record("\(file): \(datum.name): \(need) isn't on \(address)")
            }
        }
    }

    private static func isMet(_ need: Datum.Need, by page: ShownPage) -> Bool {
        switch need {
        case .words(let words): page.text.holds(ShownPage.plain(words))
        case .fact(let value): page.facts.contains { $0.isOrBeginsWith(ShownPage.plain(value)) }
        case .row(let values):
            page.rows.contains { row in
                values.map(ShownPage.plain).allSatisfy { value in row.contains { $0.isOrBeginsWith(value) } }
            }
        case .under(let heading, let words):
            page.sections.contains {
                $0.heading == ShownPage.plain(heading) && (words.isEmpty || $0.text.holds(ShownPage.plain(words)))
            }
        case .link(let address): page.links.contains { $0.address == address || $0.address.hasPrefix(address + "#") }
        }
    }

    @Test("what isn't there isn't found")
    func absent() async throws {
        let shown = ShownPage(await (try Exhibit.sodertorn.value).page("/kommuner/haninge"))
        #expect(Self.isMet(.fact("0136"), by: shown) && !Self.isMet(.fact("0137"), by: shown))
        #expect(
            Self.isMet(.row(["31 december 2019", "92 095"]), by: shown)
                && !Self.isMet(.row(["31 december 2018", "92 095"]), by: shown)
        )
        #expect(!Self.isMet(.link("https://example.org/"), by: shown) && !Self.isMet(.words("hoppa till innehållet"), by: shown))
        #expect(!Self.isMet(.under("haninge kommun", "0137"), by: shown) && !Self.isMet(.fact("013"), by: shown))
    }
}
