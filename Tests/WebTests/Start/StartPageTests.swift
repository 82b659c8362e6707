import Cooperation
import HTTPTypes
import Testing

@testable import Web

@Suite("The front page") struct StartPageTests {
    struct Page: Decodable {
        struct Event: Decodable {
            var happened: String
            var sentence: String
            var page: String?
        }
        struct Way: Decodable {
            var title: String
            var page: String?
        }
        struct Current: Decodable { var id: String }
        var current: Current?
        var latest: [Event]
        var waysIn: [Way]
        var awaitsProgramme: Bool
    }

    @Test(
        "as of a day, what applied then and what had happened by then",
        arguments: [
            ("2012-06-30", "2007", "2012-03-30"), ("2020-01-01", "2019", "2019"), ("2022-03-01", "2019", "2022-02"),
        ]
    )
    func asOf(_ day: String, _ edition: String, _ latest: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let page = try await site.json("/index.json?datum=\(day)", as: Page.self).page
        #expect(page.current?.id == edition)
        #expect(page.latest.first?.happened == latest)
        #expect(page.latest.allSatisfy { $0.happened.prefix(4) <= day.prefix(4) })
        for event in page.latest { _ = await site.page(try #require(event.page)) }
        for way in page.waysIn { _ = await site.page(try #require(way.page)) }
        let text = ReadPage(await site.page("/?datum=\(day)")).text
        #expect(text.holds("RUFS 2050") == (day >= "2018-06-12"))
    }

    @Test("says that a new programme is awaited, and leads to every part of the site")
    func now() async throws {
        let site = try await Exhibit.sodertorn.value
        let page = try await site.json("/index.json", as: Page.self).page
        #expect(page.awaitsProgramme && page.waysIn.count == 6)
        let html = await site.page("/")
        #expect(html.holds("Inget förslag till nästa program är infört än."))
        for code in ["botkyrka", "tyreso"] { #expect(html.components(separatedBy: "href=\"/kommuner/\(code)\"").count == 3) }
    }

    @Test("the calendar holds the days that are known to the day, and no others")
    func calendar() async throws {
        let site = try await Exhibit.sodertorn.value
        let text = await site.page("/index.ics")
        for known in ["20190410", "20210421", "20100818", "20191011", "20140114"] {
            #expect(text.holds("DTSTART;VALUE=DATE:\(known)"))
        }
        #expect(!text.holds("DTSTART;VALUE=DATE:20111231") && !text.holds("DTSTART;VALUE=DATE:20210131"))
        let identifiers = text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        #expect(identifiers.count > 20 && Set(identifiers).count == identifiers.count)
    }

    @Test("a cooperation whose outlines aren't known has no map, and loses nothing else")
    func withoutMap() async throws {
        let site = try await Exhibit.twelve.value
        let html = await site.page("/")
        #expect(!html.holds("id=\"karta") && html.holds("row-of-members"))
    }
}
