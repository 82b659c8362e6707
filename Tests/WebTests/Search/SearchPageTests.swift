import Cooperation
import HTTPTypes
import Registry
import Search
import Testing

@testable import Web

@Suite("The search page") struct SearchPageTests {
    struct Page: Decodable {
        struct Hit: Decodable {
            var title: String
            var address: String
            var kind: String
        }
        var query: String
        var corrected: String?
        var total: Int
        var hits: [Hit]
    }

    private func find(_ query: String, on site: Exhibit) async throws -> Page {
        let encoded = query.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return try await site.json("/sok.json?fraga=\(encoded)", as: Page.self).page
    }

    @Test("every page of the record is found by its own title, among the ten best")
    func titles() async throws {
        let site = try await Exhibit.sodertorn.value
        let reading = Readings(registrar: site.registrar, statistics: site.statistics, clock: { site.now }).now(in: .swedish)
        let pages = SearchablePages(reading, site.keyFigures(reading)).pages
        #expect(pages.count > 90)
        for page in pages {
            let hits = try await find(page.title, on: site).hits.prefix(10)
            #expect(hits.contains { $0.address == page.address }, "\(page.title)")
        }
    }

    @Test("every address that is searched is one that there is")
    func addresses() async throws {
        let site = try await Exhibit.sodertorn.value
        for language in [PageLanguage.swedish, .english] {
            let reading = Readings(registrar: site.registrar, statistics: site.statistics, clock: { site.now }).now(in: language)
            for page in SearchablePages(reading, site.keyFigures(reading)).pages {
                _ = await site.page(String(page.address.prefix { $0 != "#" }))
            }
        }
    }

    @Test("the question stands in its field, what matched is marked, and a corrected word is told")
    func shown() async throws {
        let site = try await Exhibit.sodertorn.value
        let page = await site.page("/sok?fraga=r%C3%A5dslag")
        #expect(page.holds("value=\"rådslag\"") && page.holds("<mark>Rådslag</mark>"))
        let corrected = try await find("utveklingsprogram", on: site)
        #expect(corrected.corrected == "utvecklingsprogram" && corrected.total > 3)
        #expect((await site.page("/sok?fraga=utveklingsprogram")).holds("Vi sökte efter ”utvecklingsprogram”"))
        #expect((await site.page("/sok?fraga=qwxz")).holds("Ingen sida handlar om ”qwxz”."))
        #expect((await site.page("/sok")).holds("Så söker du"))
    }

    @Test("what is withdrawn can't be found, and is found again when it is shown")
    func withdrawn() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let network = try #require(Body.ID("varudistribution"))
        let today = Period.day(try #require(Day("2026-11-23")))
        #expect(try await find("koldioxid", on: site).total == 1)
        for isShown in [false, true] {
            _ = try await site.registrar.perform(
                ChangeVisibility(.body(network), isShown: isShown, reason: "Prov."),
                happened: today,
                as: .importer
            )
            #expect(try await find("koldioxid", on: site).total == (isShown ? 1 : 0))
        }
    }

    @Test("anything can be asked: the page is always a page, and the question never markup")
    func anything() async throws {
        let site = try await Exhibit.sodertorn.value
        let naughty = [
            "", " ", "\"", "\"\"\"", "<script>alert(1)</script>", "' OR 1=1 --", "%00", "\u{202E}gnål", "a\u{301}\u{301}", "👨‍👩‍👧‍👦",
            String(repeating: "å", count: 5000), String(repeating: "\" ", count: 900), "och att i på", "-", "…", "\u{FEFF}x",
        ]
        for query in naughty {
            let encoded = query.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let reply = await site.door.ask(.get, "/sok?fraga=\(encoded)")
            #expect(reply.status == .ok || reply.status == .badRequest || reply.status == .uriTooLong, "\(query.prefix(20))")
            #expect(!reply.text.holds("<script>"))
        }
    }
}
