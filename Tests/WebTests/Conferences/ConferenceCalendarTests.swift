import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("The conferences as calendars and feeds") struct ConferenceCalendarTests {
    /// The events of a calendar, as names and values.
    private func events(_ text: String) -> [[String: String]] {
        let lines = text.replacingAll("\r\n ", with: "").components(separatedBy: "\r\n")
        var events: [[String: String]] = []
        for line in lines where line != "END:VCALENDAR" {
            if line == "BEGIN:VEVENT" { events.append([:]) }
            guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")), !events.isEmpty else { continue }
            events[events.count - 1][String(line[..<colon])] = String(line[line.utf8.index(after: colon)...])
        }
        return events
    }

    /// A text as a calendar writes it.
    private func escaped(_ text: String) -> String { text.replacingAll(",", with: "\\,").replacingAll(";", with: "\\;") }

    @Test("a calendar has the conferences with a known day, and no others")
    func all() async throws {
        let site = try await Exhibit.sodertorn.value
        let reply = await site.door.ask(.get, "/konferenser.ics")
        #expect(reply.fields[.contentType] == "text/calendar; charset=utf-8")
        let events = events(reply.text)
        let rows = try await site.json("/konferenser.json", as: ConferencesPageTests.List.self).page.conferences
        let known = rows.reversed().filter { $0.date.utf8.count == 10 }
        #expect(events.compactMap { $0["DTSTART;VALUE=DATE"] } == known.map { $0.date.replacingAll("-", with: "") })
        #expect(events.compactMap { $0["UID"] } == known.map { "konferenser/\($0.series)/\($0.id)@localhost" })
        #expect(events.compactMap { $0["URL"] } == known.map { "http://localhost:8080/konferenser/\($0.series)/\($0.id)" })
        for (event, row) in zip(events, known) {
            #expect(event["STATUS"] == (row.standing == "held" ? "CONFIRMED" : "TENTATIVE"))
            #expect(event["LOCATION"] == row.place.map(escaped))
            #expect(event["DESCRIPTION"]?.holds(escaped(row.theme ?? "?")) ?? false)
        }
    }

    @Test(
        "an event is the same in the calendar of all, of its series and of its own",
        arguments: ["radslag", "sodertornskonferensen"]
    )
    func same(_ series: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let all = events(await site.door.ask(.get, "/konferenser.ics").text)
        let some = events(await site.door.ask(.get, "/konferenser/\(series).ics").text)
        #expect(some == all.filter { $0["UID"]?.holds("/\(series)/") ?? false })
        for event in some {
            let path = try #require(event["UID"]).components(separatedBy: "@")[0]
            #expect(events(await site.door.ask(.get, "/\(path).ics").text) == [event])
        }
    }

    @Test("a cancelled one is cancelled, and its stamp is when that was recorded; its name stays the same")
    func cancelled() async throws {
        let site = try await ConferencesPageTests.constructed(
            "konferens: provdagen/2027\n  datum: 2027-03-04\n  uppgifter från: 2026-11-01\n  läge: planerad\n  källa: Prov\n"
        )
        let before = try #require(events(await site.door.ask(.get, "/konferenser.ics").text).first)
        #expect(before["STATUS"] == "TENTATIVE" && before["SUMMARY"] == "Provdagen" && before["DTSTAMP"] == "20261123T110000Z")
        let day = try #require(Day("2027-01-15"))
        site.set(Instant(startOf: day))
        let (series, id) = (try #require(ConferenceSeries.ID("provdagen")), try #require(Conference.ID("2027")))
        let date = Period.day(try #require(Day("2027-03-04")))
        let request = RecordConference(series: series, id: id, date: date, status: .cancelled)
        _ = try await site.registrar.perform(request, happened: .day(day), as: .importer)
        let after = try #require(events(await site.door.ask(.get, "/konferenser/provdagen/2027.ics").text).first)
        #expect(after["STATUS"] == "CANCELLED" && after["SUMMARY"] == "Inställd: Provdagen")
        #expect(after["UID"] == before["UID"] && after["DTSTAMP"] == "20270114T230000Z")
        // On the day before, it was not yet cancelled.
        let then = events(await site.door.ask(.get, "/konferenser.ics?datum=2027-01-14").text).first
        #expect(then?["STATUS"] == "TENTATIVE" && then?["DTSTAMP"] == before["DTSTAMP"])
    }

    @Test(
        "a calendar is offered where a day is known, and nowhere else",
        arguments: [
            ("/konferenser", true), ("/konferenser/radslag", true), ("/konferenser/temadag", false),
            ("/konferenser/radslag/2009", true), ("/konferenser/radslag/2010", false),
            ("/konferenser/sodertornskonferensen/2020", false), ("/konferenser?datum=2001-01-01", false),
        ]
    )
    func offered(_ target: String, _ isOffered: Bool) async throws {
        #expect(await (try Exhibit.sodertorn.value).page(target).holds("text/calendar") == isOffered)
    }

    @Test("a series and a conference can be followed", arguments: ["/konferenser/radslag", "/konferenser/radslag/2019"])
    func feed(_ target: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let feed = await site.door.ask(.get, "\(target).atom")
        #expect(feed.fields[.contentType] == "application/atom+xml; charset=utf-8")
        let count = feed.text.components(separatedBy: "<entry>").count - 1
        #expect(count == (target == "/konferenser/radslag" ? 6 : 1))
        #expect(await site.page(target).holds("Historik (\(count))"))
    }
}
