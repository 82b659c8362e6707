import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("The schedule of a round, and the last day to send") struct ScheduleTests {
    private static let target = "/ratificering/2027/tidplan"
    private static let boards = ["botkyrka", "haninge", "huddinge", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]

    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    /// A schedule of the board alone, in time without counting legal force, so that the days can be reckoned by hand.
    private static func planned(leavingOut: Set<String> = []) async throws -> Exhibit {
        let site = try await site()
        try await site.beginDraft()
        for id in boards where !leavingOut.contains(id) {
            try await site.meet("kommunstyrelsen-\(id)", "2027-02-01", .board, papers: "2027-01-15")
        }
        try await site.record(
            ScheduleRound(
                try #require(Edition.ID("2027")),
                inForceBy: try #require(Day("2027-02-28")),
                route: [.board],
                preparationDays: 3,
                countsLegalForce: false
            )
        )
        return site
    }

    @Test("the first sentence says when to send, and that all eight make it")
    func everybody() async throws {
        let site = try await Self.planned()
        let page = ReadPage(await site.page(Self.target)).text
        #expect(page.holds("Skicka senast den 12 januari 2027, då hinner alla åtta."))
        #expect(!page.holds("Provprogram"), "the draft's title is not the public's to see")
        let rows = try await site.csv(Self.target + ".csv")
        #expect(rows.count == 9 && rows.dropFirst().allSatisfy { $0[2] == "2027-01-12" && $0[3] == "hinner" })
        let calendar = await site.page(Self.target + ".ics")
        #expect(calendar.components(separatedBy: "BEGIN:VEVENT").count == 10)
        #expect(calendar.holds("DTSTART;VALUE=DATE:20270112"))
        #expect(await site.page(Self.target + "?sprak=en").holds("Send by 12 January 2027"))
    }

    @Test("who can't make it is named, with the reason; a moved meeting changes the plan at once")
    func some() async throws {
        let site = try await Self.planned(leavingOut: ["nykvarn"])
        var page = ReadPage(await site.page(Self.target)).text
        #expect(page.holds("Skicka senast den 12 januari 2027, då hinner sju av åtta."))
        #expect(page.holds("Nykvarn hinner bara om det finns möten som inte är inlagda."))
        try await site.meet("kommunstyrelsen-nykvarn", "2027-03-08", .board)
        page = ReadPage(await site.page(Self.target)).text
        #expect(page.holds("Nykvarn hinner bara om ett möte flyttas eller läggs till."))
        // Tyresö moves its meeting ahead: it is the first that must have it.
        var moved = RecordMeeting(
            of: try #require(Body.ID("kommunstyrelsen-tyreso")),
            id: try #require(Meeting.ID("2027-02-01")),
            stage: .board,
            day: try #require(Day("2027-01-25"))
        )
        moved.papersDue = Day("2027-01-11")
        try await site.record(moved)
        #expect(ReadPage(await site.page(Self.target)).text.holds("Skicka senast den 8 januari 2027, då hinner sju av åtta."))
        // And puts it where nobody can reach it any longer.
        moved.papersDue = Day("2026-11-24")
        try await site.record(moved)
        page = ReadPage(await site.page(Self.target)).text
        #expect(page.holds("Skicka senast den 12 januari 2027, då hinner sex av åtta."))
        #expect(page.holds("Tyresö hinner bara om handlingar tas emot efter sista dagen."))
    }

    @Test("the schedule is set and changed by the secretariat, and asked about anew")
    func form() async throws {
        let site = try await Self.site()
        try await site.beginDraft()
        _ = await site.page(Self.target, status: .notFound)
        let visitor = try await site.visitor(.administrator)
        #expect(await visitor.page(Self.target).holds("/ratificering/2027/tidplan/andra"))
        var outcome = try await visitor.send(
            Self.target + "/andra",
            ["i-kraft": ["1 juli 2027"], "vag": ["committee", "board"], "beredning": ["5"], "laga-kraft": ["ja"]]
        )
        #expect(outcome.location == Self.target, "\(outcome.faults)")
        let edition = try #require(Edition.ID("2027"))
        let schedule = try #require(site.registrar.snapshot.cooperation.ratification[edition]?.schedule)
        #expect(schedule.route == [.committee, .board] && schedule.preparationDays == 5 && schedule.countsLegalForce)
        #expect(ReadPage(await site.page(Self.target)).text.holds("Ingen kommun hinner besluta i tid"))
        outcome = try await visitor.send(Self.target + "/andra", ["vag": []])
        #expect(outcome.status == .unprocessableContent)
        outcome = try await visitor.send(Self.target + "/andra", ["i-kraft": ["2020-01-01"]])
        #expect(outcome.faults == ["Välj en dag som ligger framåt i tiden."])
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        #expect(await registrar.get(Self.target + "/andra").status == .forbidden)
    }

    @Test("what waits: the calendars that are missing, and the last day to send")
    func work() async throws {
        let site = try await Self.planned(leavingOut: ["nykvarn"])
        let leader = try await site.visitor(.developmentLeader)
        var work = ReadPage(await leader.page("/arbete")).text
        #expect(work.holds("Kommunstyrelsen i Nykvarn saknar kalender"))
        #expect(work.holds("till kommunerna"))
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-nykvarn", for: "nykvarn")
        work = ReadPage(await registrar.page("/arbete")).text
        #expect(work.holds("Kommunstyrelsen i Nykvarn saknar kalender") && !work.holds("till kommunerna"))
        let other = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        #expect(!ReadPage(await other.page("/arbete")).text.holds("saknar kalender"))
    }
}
