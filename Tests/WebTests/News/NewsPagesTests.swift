import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("The news") struct NewsPagesTests {
    struct List: Decodable {
        struct About: Decodable {
            var title: String
            var page: String
        }
        struct Row: Decodable {
            var id: String
            var title: String
            var lead: String
            var from: String
            var about: About?
            var sources: [String]
        }
        var news: [Row]
    }

    struct Item: Decodable {
        var id: String
        var title: String
        var lead: String
        var text: [String]
        var from: String
        var changed: String?
        var about: List.About?
        var sources: [String]
    }

    private static let ids = ["nytt-ar", "dagen-stalldes-in", "planen-ar-beslutad", "avtalet-pa-plats"]

    /// A site of the twelve's own, that a test may change.
    private func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Tests/Fixtures/tolv-kommuner"))
    }

    private func id(_ text: String) throws -> NewsItem.ID { try #require(NewsItem.ID(text)) }

    @Test("are listed the latest first, with what each is about; page, JSON and CSV agree")
    func list() async throws {
        let site = try await Exhibit.twelve.value
        let rows = try await site.json("/nyheter.json", as: List.self).page.news
        #expect(rows.map(\.id) == Self.ids)
        #expect(rows.map(\.from) == ["2026-01-07", "2023-12-31", "2022-01-17", "2016-03-01"])
        #expect(rows.map { $0.about?.page } == [nil, "/konferenser/konstruktionsdagen/2023", "/plan/2022", "/dokument/avtal"])
        let csv = try await site.csv("/nyheter.csv")
        #expect(csv[0] == ["id", "Dag", "Rubrik", "Ingress", "Handlar om", "Källor"])
        #expect(csv.dropFirst().map { Array($0.prefix(4)) } == rows.map { [$0.id, $0.from, $0.title, $0.lead] })
        let page = ShownPage(await site.page("/nyheter"))
        #expect(page.sections.dropFirst().map(\.heading) == rows.map { ShownPage.plain($0.title) })
        #expect(page.text.holds("7 januari 2026") && page.text.holds("planen har två aktiviteter."))
        for row in rows { #expect(page.links.contains { $0.address == "/nyheter/\(row.id)" }) }
        // As of a day: what was to be seen then.
        let then = try await site.json("/nyheter.json?datum=2022-01-16", as: List.self).page.news
        #expect(then.map(\.id) == ["avtalet-pa-plats"])
    }

    @Test("each has a page with its text in paragraphs, what it is about, and its history")
    func item() async throws {
        let site = try await Exhibit.twelve.value
        let item = try await site.json("/nyheter/planen-ar-beslutad.json", as: Item.self).page
        #expect(item.title == "Årets konstruerade plan är beslutad" && item.lead == "Planen har två aktiviteter.")
        #expect(item.text == ["Den första aktiviteten är tidtabellerna.", "Den andra är Konstruktionsdagen."])
        #expect(item.from == "2022-01-17" && item.changed == nil && item.about?.title == "Konstruerad verksamhetsplan 2022")
        let html = await site.page("/nyheter/planen-ar-beslutad")
        #expect(html.holds("<p>Den första aktiviteten är tidtabellerna.</p>"))
        #expect(html.holds("<p>Den andra är Konstruktionsdagen.</p>"))
        let page = ShownPage(html)
        #expect(page.text.holds("publicerad den 17 januari 2022") && page.text.holds("example.se/plan"))
        #expect(page.facts == ["17 januari 2022", "konstruerad verksamhetsplan 2022"])
        #expect(page.text.holds("nyheten ”årets konstruerade plan är beslutad” skrevs."))
        _ = await site.page("/nyheter/finns-inte", status: .notFound)
        _ = await site.page("/nyheter/planen-ar-beslutad?datum=2022-01-16", status: .notFound)
        #expect(await site.page("/nyheter/planen-ar-beslutad?sprak=en").holds("Published on 17 January 2022"))
    }

    @Test("what is changed says when, and its earlier wording stays in the history")
    func changed() async throws {
        let site = try await site()
        var request = PublishNews(id: try id("nytt-ar"), title: "Nytt år", lead: "Öppet.", from: try day("2026-01-07"))
        request.about = Subject("members/kommun-a")
        _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
        let item = try await site.json("/nyheter/nytt-ar.json", as: Item.self).page
        #expect(item.title == "Nytt år" && item.changed == "2026-11-23" && item.about?.page == "/kommuner/kommun-a")
        let page = ShownPage(await site.page("/nyheter/nytt-ar"))
        #expect(page.facts == ["7 januari 2026", "23 november 2026", "konstruerad kommun a"])
        #expect(page.text.holds("nyheten ”gott nytt konstruerat år” skrevs."))
        #expect(await site.page("/nyheter/nytt-ar?datum=2026-11-22").holds("Gott nytt konstruerat år"))
        // What it is about may come to be hidden; the news stays.
        let hidden = ChangeVisibility(.municipality(try #require(Municipality.ID("kommun-a"))), isShown: false, reason: "Skäl.")
        _ = try await site.registrar.perform(hidden, happened: .day(site.now.swedishDay), as: .importer)
        #expect(try await site.json("/nyheter/nytt-ar.json", as: Item.self).page.about == nil)
        for form in ["/nyheter/nytt-ar", "/nyheter/nytt-ar.json", "/nyheter", "/nyheter.csv", "/nyheter.json"] {
            let text = await site.page(form)
            #expect(!text.holds("Konstruerad kommun A") && !text.holds("kommun-a"), "\(form)")
        }
        let withdrawn = ChangeVisibility(.newsItem(try id("nytt-ar")), isShown: false, reason: "Skäl.")
        _ = try await site.registrar.perform(withdrawn, happened: .day(site.now.swedishDay), as: .importer)
        _ = await site.page("/nyheter/nytt-ar", status: .notFound)
        #expect(!(await site.page("/nyheter")).holds("Nytt år"))
    }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test("can be followed: an entry for each, new when its day came or when it was changed")
    func feed() async throws {
        let site = try await site()
        let reply = await site.door.ask(.get, "/nyheter.atom")
        #expect(reply.fields[.contentType] == "application/atom+xml; charset=utf-8")
        let entries = reply.text.components(separatedBy: "<entry>").dropFirst()
        #expect(entries.count == 4)
        let first = try #require(entries.first)
        #expect(first.holds("<title>Gott nytt konstruerat år</title>") && first.holds("Kontoret öppnar igen."))
        #expect(first.holds("<id>tag:localhost,2026-01-07:nyhet/nytt-ar</id>"))
        #expect(first.holds("<published>2026-01-06T23:00:00Z</published>"))
        #expect(first.holds("http://localhost:8080/nyheter/nytt-ar"))
        // What was written before its day is new on its day, not when it was written.
        site.set(Instant(startOf: try day("2027-01-15")))
        let later = await site.door.ask(.get, "/nyheter.atom").text.components(separatedBy: "<entry>").dropFirst()
        #expect(later.first?.holds("<updated>2027-01-14T23:00:00Z</updated>") == true)
        #expect(await site.door.ask(.get, "/nyheter/nytt-ar.atom").text.holds("skrevs."))
    }

    @Test("the three latest stand on the front page, and nothing does when there is none")
    func front() async throws {
        let site = try await Exhibit.twelve.value
        let page = ShownPage(await site.page("/"))
        let headings = page.sections.map(\.heading)
        let index = try #require(headings.firstIndex(of: "nyheter"))
        #expect(
            Array(headings[(index + 1)...(index + 3)]) == [
                "gott nytt konstruerat år", "konstruktionsdagen ställdes in", "årets konstruerade plan är beslutad",
            ]
        )
        #expect(page.links.contains { $0.address == "/nyheter" && $0.text == "alla nyheter" })
        let sodertorn = await (try Exhibit.sodertorn.value).page("/")
        let parts = sodertorn.components(separatedBy: "</main>")
        #expect(parts.count == 2 && !parts[0].holds("href=\"/nyheter"))
        #expect(parts[1].holds("href=\"/nyheter\""), "the foot leads to the news from every page")
    }

    @Test("an empty list says so, in each form and language")
    func empty() async throws {
        let site = try await Exhibit.sodertorn.value
        #expect(ShownPage(await site.page("/nyheter")).text.holds("inga nyheter är publicerade än."))
        #expect(await site.page("/nyheter?datum=2020-01-01").holds("Den dagen var inga nyheter publicerade."))
        #expect(await site.page("/nyheter?sprak=en").holds("No news has been published yet."))
        #expect(try await site.csv("/nyheter.csv").count == 1)
        #expect(try await site.json("/nyheter.json", as: List.self).page.news.isEmpty)
        let feed = await site.door.ask(.get, "/nyheter.atom")
        #expect(feed.status == .ok && !feed.text.holds("<entry>"))
        for target in ["/nyheter", "/nyheter.atom", "/nyheter.csv"] { _ = await (try Exhibit(files: [])).page(target) }
    }

    @Test("are found by the search, and stand under a topic of their own in the history")
    func elsewhere() async throws {
        let site = try await Exhibit.twelve.value
        let found = await site.page("/sok?fraga=tidtabellerna")
        #expect(found.holds("href=\"/nyheter/planen-ar-beslutad\"") && found.holds("Nyhet, 2022"))
        let history = ShownPage(await site.page("/historik?amne=nyheter"))
        #expect(history.text.holds("nyheten ”konstruerat avtal på plats” skrevs."))
        #expect(history.links.filter { $0.address.hasPrefix("/nyheter/") }.count == 4)
        #expect(await site.page("/oppna-data").holds("/nyheter.csv"))
        #expect(await site.page("/oppna-data").holds("https://example.se/plan"))
    }

    @Test("markup in a title, a lead or a text is text")
    func markup() async throws {
        let site = try await site()
        var request = PublishNews(
            id: try id("farlig"),
            title: "<b>\"Fet\"</b>",
            lead: "<script>alert(1)</script>",
            from: site.now.swedishDay
        )
        request.text = "</p><h1>Stor</h1>\n\n& mer"
        request.sources = [Source("javascript:alert(1)")]
        _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
        for form in ["/nyheter", "/nyheter/farlig", "/", "/nyheter.atom", "/nyheter/farlig.atom", "/historik"] {
            let text = await site.page(form)
            #expect(!text.holds("<script>alert") && !text.holds("<b>") && !text.holds("<h1>Stor"), "\(form)")
            #expect(!text.holds("href=\"javascript:"), "\(form)")
        }
    }
}
