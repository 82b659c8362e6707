import Cooperation
import HTTPTypes
import Testing

@testable import Registry
@testable import Web

@Suite("What happens on a track is told to those who keep them") struct TrackNewsTests {
    private static let board = "/ratificering/\(RoundExample.edition)"

    private static func round() async throws -> RoundExample {
        try await RoundExample(try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn")))
    }

    @Test("every act on a track is a message to all registrars and the committee's chair, with the paper that belongs to it")
    func messages() async throws {
        let round = try await Self.round()
        let site = round.site
        let haninge = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let tyreso = try await site.visitor(.registrar, in: "kommunstyrelsen-tyreso", for: "tyreso")
        let chair = try await site.visitor(.chair, in: "samarbetskommitten", for: "salem")
        let other = try await site.visitor(.chair, in: "ledningsgruppen", for: "botkyrka")
        let member = try await site.visitor(.member, in: "samarbetskommitten", for: "huddinge")
        let before = Position(site.registrar.progress.position)
        let place = try round.place("huddinge")
        try await round.record(RegisterCase(place, caseNumber: "KS 9"))
        try await round.decide("huddinge", .sentBack, text: "Vad kostar det?", withExtract: true)
        try await round.record(FollowDecision(place, .adjusted))
        // About something else: told to nobody.
        let news = PublishNews(
            id: try #require(NewsItem.ID("annat")),
            title: "Annat",
            lead: "Något annat.",
            from: site.now.swedishDay
        )
        try await round.record(news)
        let outbox = Outbox(site.registrar.snapshot)
        let messages = outbox.messages(after: before)
        #expect(messages.map(\.act.kind) == ["ratification.registered", "ratification.decided", "ratification.adjusted"])
        for message in messages {
            #expect(Set(message.recipients).isSuperset(of: [haninge.seat, tyreso.seat, chair.seat]))
            #expect(!message.recipients.contains(other.seat) && !message.recipients.contains(member.seat))
        }
        let extract = try #require(try round.track("huddinge").decision?.extract)
        #expect(messages.map { $0.paper?.attachment } == [nil, extract, extract])

        // One after the other, nothing is sent twice and nothing is lost.
        var (cursor, told): (Position, [Position]) = (before, [])
        for _ in 1...10 {
            let batch = outbox.toSend(after: cursor, limit: 2)
            #expect(batch.messages.count <= 2 && batch.cursor >= cursor)
            told += batch.messages.map(\.position)
            cursor = batch.cursor
        }
        #expect(told == messages.map(\.position) && cursor.number == site.registrar.progress.position)

        // In their lists, newest first, with the paper; and for nobody else.
        for visitor in [haninge, tyreso, chair] {
            let page = await visitor.page("/arbete")
            let text = ReadPage(page).text
            #expect(
                text.holds("Huddinge återremitterade Provprogram 2027–2030") && text.holds("Paragrafen i Huddinge justerades")
            )
            #expect(page.holds("/1/huddinge/filer/\(extract.figures)\""))
            let parts = page.components(separatedBy: "Paragrafen i Huddinge justerades")
            #expect(parts.first?.holds("Huddinge återremitterade") == false)
        }
        for visitor in [other, member] { #expect(!(await visitor.page("/arbete")).holds("Huddinge återremitterade")) }
        round.wait(days: 15)
        let late = try await site.visitor(.registrar, in: "kommunstyrelsen-salem", for: "salem")
        #expect(!(await late.page("/arbete")).holds("Huddinge återremitterade"))
    }

    @Test("a correction is a message of its own, and so is what time does")
    func corrections() async throws {
        let round = try await Self.round()
        let site = round.site
        try await round.decide("salem")
        let decided = Position(site.registrar.progress.position)
        let salem = try round.place("salem")
        var request = RecordBoardDecision(try round.place("salem"), .rejected, on: site.now.swedishDay, paragraph: 45)
        request.sources = []
        try await round.record(CorrectRecord(decided, with: request, reason: "Fel.", on: .municipality))
        let after = Outbox(site.registrar.snapshot).messages(after: decided)
        #expect(after.map(\.act.kind) == ["record.corrected"] && after.first?.place == salem)
        // The first still says what was sent.
        let first = Outbox(site.registrar.snapshot).messages(after: Position(decided.number - 1), limit: 1)
        #expect(first.map(\.position) == [decided])
        for step in [FollowDecision.Step.adjusted, .posted] { try await round.record(FollowDecision(round.place("salem"), step)) }
        let posted = Position(site.registrar.progress.position)
        round.wait(days: 30)
        try await site.registrar.noteCrossings()
        let crossed = Outbox(site.registrar.snapshot).messages(after: posted)
        #expect(crossed.map(\.act.kind) == ["notice.crossed"] && crossed.first?.place == salem)
    }

    @Test("the outbox shows each message as it would be mailed, to those who answer for it")
    func outbox() async throws {
        let round = try await Self.round()
        let site = round.site
        _ = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        try await round.decide("huddinge", .adoptedWithAddition, text: "Med en <b>gräns</b>.", withExtract: true)
        let administrator = try await site.visitor(.systemAdministrator)
        let page = await administrator.page("/arbete/utskick")
        let text = ReadPage(page).text
        for words in [
            "Huddinge antog Provprogram 2027–2030 med ett tillägg", "http://localhost:8080\(Self.board)", "Med en <b>gräns</b>.",
        ] {
            #expect(text.holds(words), "\(words)")
        }
        #expect(text.holds("Kommunstyrelsen i Haninge") && page.holds("filer/"))
        #expect(!page.holds("<b>") && !text.holds("övningskopia. Härifrån"))
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-salem", for: "salem")
        #expect(await registrar.get("/arbete/utskick").status == .forbidden)
        #expect(await site.door.ask(.get, "/arbete/utskick").status == .seeOther)
        #expect(await administrator.get("/arbete/utskick?sida=9").status == .notFound)
        #expect(await administrator.page("/arbete").holds("/arbete/utskick"))
    }

    @Test("a training copy has messages to look at and nothing to send")
    func training() async throws {
        let round = try await Self.round()
        var snapshot = round.site.registrar.snapshot
        snapshot.isTraining = true
        let outbox = Outbox(snapshot)
        #expect(!outbox.maySend && !outbox.messages(after: Position(0)).isEmpty)
        let batch = outbox.toSend(after: Position(0), limit: 10)
        #expect(batch.messages.isEmpty && batch.cursor.number == snapshot.position)
        let whole = PublicView(unguarded: snapshot.cooperation, known: snapshot.timeline, on: round.site.now.swedishDay)
        let reading = Reading(whole, texts: snapshot.texts, language: .swedish, today: round.site.now.swedishDay)
        let page = try #require(OutboxPage(outbox, page: 1, reading, .local))
        #expect(!page.maySend && page.count > 0)
    }

    @Test("a registrar sees what the municipality has to do next, and the secretariat what is missing anywhere")
    func work() async throws {
        let round = try await Self.round()
        let site = round.site
        let registrar = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let secretariat = try await site.visitor(.administrator)
        func waits(_ words: String, _ step: String) async -> Bool {
            let page = await registrar.page("/arbete")
            return ReadPage(page).text.holds(words) && page.holds("href=\"\(Self.board)/haninge/\(step)\"")
        }
        #expect(await waits("Diarienummer saknas för Provprogram", "diarium"))
        #expect(ReadPage(await secretariat.page("/arbete")).text.holds("Diarienummer saknas: Botkyrka, Haninge"))
        try await round.record(RegisterCase(round.place("haninge"), caseNumber: "KS 1"))
        #expect(await waits("är inte angivet", "beredning"))
        try await round.record(PrepareDecision(round.place("haninge"), meeting: site.now.swedishDay))
        #expect(await waits("från mötet den 23 november 2026 är inte inlagt", "beslut"))
        #expect(ReadPage(await secretariat.page("/arbete")).text.holds("beslutet är inte inlagt: Haninge"))
        try await round.decide("haninge", .sentBack, text: "Varför?")
        #expect(await waits("Protokollsutdraget om Provprogram", "utdrag"))
        #expect(await waits("Justeringen av beslutet", "justering"))
        let page = ReadPage(await secretariat.page("/arbete")).text
        #expect(page.holds("En gemensam text behövs för Provprogram") && page.holds("Haninge har återremitterat"))
        try await round.record(FollowDecision(round.place("haninge"), .adjusted))
        #expect(await waits("Anslaget om Provprogram", "anslag"))
        // Posted, and with its extract, nothing is left to do.
        try await round.record(FollowDecision(round.place("haninge"), .posted))
        try await round.record(AttachExtract(round.place("haninge"), name: "u.pdf", bytes: RoundExample.pdf))
        #expect(!(await registrar.page("/arbete")).holds("href=\"\(Self.board)/haninge/"))
    }
}
