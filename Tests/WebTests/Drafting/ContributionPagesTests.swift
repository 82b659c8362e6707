import Cooperation
import HTTPTypes
import Journal
import Testing

@testable import Registry
@testable import Web

@Suite("What is said of a draft, and what came of it") struct ContributionPagesTests {
    @Test("what the public says waits until it is let through, and then has an answer for everybody to read")
    func life() async throws {
        let desk = try await DraftDesk()
        let path = DraftDesk.path
        try await desk.open()
        for _ in 1...2 {
            let reply = await desk.say("Bygg mer", on: "overgripande-mal", proposing: "En bättre text.", as: "Prov Namn")
            #expect(reply.status == .seeOther && reply.location == "\(path)/tack")
        }
        #expect(try desk.draft.contributions.count == 1, "the same twice is one")
        for target in ["/program/2027/synpunkter", "/program/2027/synpunkter.json", "/program/2027/synpunkter.csv", path] {
            #expect(!(await desk.site.page(target)).holds("Bygg mer"), "\(target)")
        }
        #expect(ReadPage(await desk.leader.page("/arbete")).text.holds("En synpunkt väntar på att läsas"))
        let queue = await desk.leader.page("\(path)/synpunkter")
        #expect(queue.holds("Bygg mer") && queue.holds("Prov Namn") && queue.holds("<ins>"))
        // The name is seen by those who handle it, and by nobody else.
        let member = try await desk.site.visitor(.member, in: "samarbetskommitten", for: "haninge")
        #expect(!(await member.page("/program/2027/synpunkter")).holds("Bygg mer"))
        let id = try #require(try desk.draft.contributions.first).facts.id.text
        let release = try #require(ShownForm.all(queue).first { $0.action == "\(path)/synpunkter/\(id)/slapp" })
        for _ in 1...2 { #expect(await desk.leader.send(release).status == .seeOther) }
        let shown = await desk.site.page("/program/2027/synpunkter")
        #expect(shown.holds("Bygg mer") && shown.holds("Allmänheten") && !shown.holds("Prov Namn"))
        #expect(!(await member.page("/program/2027/synpunkter")).holds("Prov Namn"))
        #expect(!(await desk.site.page("/program/2027/synpunkter.json")).holds("Prov Namn"))
        #expect(ReadPage(await desk.leader.page("/arbete")).text.holds("En synpunkt väntar på svar"))
        let answered = try await desk.leader.send(
            "\(path)/synpunkter/\(id)/besvara",
            ["utfall": ["accepted"], "skal": ["Ett bra förslag."]]
        )
        #expect(answered.status == .seeOther, "\(answered.faults)")
        #expect(await desk.site.page(path).holds("En bättre text."))
        let responses = ReadPage(await desk.site.page("/program/2027/synpunkter")).text
        for text in ["En synpunkt har kommit in. Av dem: 1 har tagits in.", "Tas in", "Ett bra förslag."] {
            #expect(responses.holds(text), "\(text)")
        }
        let rows = try await desk.site.csv("/program/2027/synpunkter.csv")
        #expect(rows.count == 2 && rows[1].contains("Ett bra förslag."))
    }

    @Test("a name lies in the vault until its last day, and never in the journal")
    func names() async throws {
        let desk = try await DraftDesk()
        try await desk.open(until: "2026-12-31")
        #expect(await desk.say("Med namn", as: "Prov Namn").status == .seeOther)
        #expect(await desk.say("Utan namn").status == .seeOther)
        #expect(try await desk.site.registrar.contributorNames().values.sorted() == ["Prov Namn"])
        let senders = try desk.draft.contributions.map(\.facts.sender)
        #expect(senders.contains(.anyone(name: nil)) && senders.count == 2)
        let last = try #require(Day("2026-12-31")).adding(days: ContributorName.daysKept)
        // Whoever sits in the vault besides is kept by a rule of their own; one name is kept longer.
        try await desk.site.registrar.keep(
            contributorName: "Senare Namn",
            as: ContributorName.newID(),
            afterRound: #require(Day("2027-01-31"))
        )
        desk.site.set(Instant(startOf: last))
        try await desk.site.registrar.keepThoseSeated()
        _ = try await desk.site.registrar.eraseDue(list: desk.site.path + "/erasures.txt")
        let kept = try Self.vaultRecords(desk)
        #expect(kept.people > 0)
        #expect(try await desk.site.registrar.contributorNames().count == 2)
        desk.site.set(Instant(startOf: last.adding(days: 1)))
        #expect(try await desk.site.registrar.eraseDue(list: desk.site.path + "/erasures.txt") == 1)
        #expect(try await desk.site.registrar.contributorNames().values.sorted() == ["Senare Namn"])
        // That one record, and no other.
        let left = try Self.vaultRecords(desk)
        #expect(left.names == kept.names - 1 && left.people == kept.people)
    }

    /// How many names of contributors, and how many people, lie in the vault.
    private static func vaultRecords(_ desk: DraftDesk) throws -> (names: Int, people: Int) {
        let journal = try Journal(file: desk.site.path + "/samverka.sqlite", mode: .readOnly)
        return (
            try journal.vaultRecords(for: ContributorName.purpose).count, try journal.vaultRecords(for: People.purpose).count
        )
    }

    @Test("a comment survives edits of other parts, says when its own text has been changed, and when the part is gone")
    func anchors() async throws {
        let desk = try await DraftDesk()
        let path = DraftDesk.path
        _ = try await desk.leader.send("\(path)/infrastruktur/andra", ["text": ["Ursprunglig text."]])
        try await desk.open()
        #expect(await desk.say("Skriv om", on: "infrastruktur", proposing: "Föreslagen text.").status == .seeOther)
        let id = try #require(try desk.draft.contributions.first).facts.id.text
        let member = "\(path)/synpunkter"
        let changed = "Texten har ändrats sedan synpunkten skrevs."
        // Another part, another text of the same, and its place.
        _ = try await desk.leader.send("\(path)/utbildning/andra", ["text": ["Något annat."]])
        _ = try await desk.leader.send("\(path)/infrastruktur/andra", ["bakgrund": ["Något annat."]])
        _ = try await desk.leader.send("\(path)/infrastruktur/flytta", ["under": ["internt-samarbete"], "fore": [""]])
        #expect(!(await desk.leader.page(member)).holds(changed))
        // Its own text.
        _ = try await desk.leader.send("\(path)/infrastruktur/andra", ["text": ["Ändrad text."]])
        #expect(await desk.leader.page(member).holds(changed))
        // Then it can't be taken in as it is, but in other words.
        let release = try #require(ShownForm.all(await desk.leader.page(member)).first { $0.action.hasSuffix("/slapp") })
        #expect(await desk.leader.send(release).status == .seeOther)
        let form = await desk.leader.page("\(path)/synpunkter/\(id)/besvara")
        #expect(!form.holds("value=\"accepted\"") && form.holds(changed))
        let partly = try await desk.leader.send(
            "\(path)/synpunkter/\(id)/besvara",
            ["utfall": ["partly"], "skal": ["Vi tog med det mesta."], "lydelse": ["En tredje text."]]
        )
        #expect(partly.status == .seeOther, "\(partly.faults)")
        #expect(await desk.site.page(path).holds("En tredje text."))
        // The part is gone, and what was said of it stays.
        _ = try await desk.leader.send("\(path)/infrastruktur/ta-bort", ["ja": [Form.yes]])
        let responses = ReadPage(await desk.site.page("/program/2027/synpunkter")).text
        #expect(responses.holds("Skriv om") && responses.holds("Delen finns inte längre i utkastet."))
    }

    @Test("what was said of a part follows it when it is split and merged, says so, and is taken in where it belongs")
    func follows() async throws {
        let desk = try await DraftDesk()
        let (path, responses) = (DraftDesk.path, "/program/2027/synpunkter")
        _ = try await desk.leader.send("\(path)/infrastruktur/andra", ["rubrik": ["Vägar"], "text": ["Ursprunglig text."]])
        try await desk.open()
        #expect(await desk.say("Skriv om", on: "infrastruktur", proposing: "Föreslagen text.").status == .seeOther)
        let id = try #require(try desk.draft.contributions.first).facts.id.text
        let answer = "\(path)/synpunkter/\(id)/besvara"
        let release = try #require(
            ShownForm.all(await desk.leader.page("\(path)/synpunkter")).first { $0.action.hasSuffix("/slapp") }
        )
        #expect(await desk.leader.send(release).status == .seeOther)
        // In two.
        let split = try await desk.leader.send(
            "\(path)/infrastruktur/dela",
            ["rubrik-1": ["Vägar"], "rubrik-2": ["Spår"]]
        )
        #expect(split.status == .seeOther, "\(split.faults)")
        for target in [responses, "\(path)/synpunkter"] {
            let text = ReadPage(await desk.leader.page(target)).text
            #expect(text.holds("Delen har delats sedan synpunkten skrevs.") && text.holds("Spår"), "\(target)")
            #expect(!text.holds("Delen finns inte längre"), "\(target)")
        }
        // Each of the two leads there.
        let page = await desk.site.page(path)
        for part in ["infrastruktur", "spar"] {
            #expect(page.holds("href=\"\(responses)#del-\(part)\""), "\(part)")
            #expect(await desk.site.page(responses).holds("id=\"del-\(part)\""), "\(part)")
        }
        let file = await desk.site.page("\(responses).json")
        #expect(file.holds("\"spar\"") && file.holds("\"split\""))
        // Which of them gets the text is asked.
        let partly: [String: [String]] = ["utfall": ["partly"], "skal": ["Det hör dit."], "lydelse": ["En text om spår."]]
        #expect(try await desk.leader.form(answer)["del"] == "infrastruktur")
        let taken = try await desk.leader.send(answer, partly.merging(["del": ["spar"]]) { $1 })
        #expect(taken.status == .seeOther, "\(taken.faults)")
        #expect(await desk.site.page(path).holds("En text om spår."))
        let texts = desk.site.registrar.snapshot.texts
        #expect(texts.wording(of: try #require(try desk.part("spar").text)) == .text("En text om spår."))
        // Into another part.
        let merged = try await desk.leader.send(
            "\(path)/sla-ihop",
            ["delar": ["utbildning", "infrastruktur"], "rubrik": ["Skolor och vägar"]]
        )
        #expect(merged.status == .seeOther, "\(merged.faults)")
        let text = ReadPage(await desk.site.page(responses)).text
        #expect(text.holds("Delen har delats och slagits ihop sedan synpunkten skrevs.") && text.holds("Skolor och vägar"))
    }

    @Test("what has been taken in can be answered anew, and where the part is gone it is said what can be done")
    func anew() async throws {
        let desk = try await DraftDesk()
        let path = DraftDesk.path
        _ = try await desk.leader.send("\(path)/infrastruktur/andra", ["text": ["Ursprunglig text."]])
        try await desk.open()
        #expect(await desk.say("Skriv om", on: "infrastruktur", proposing: "Föreslagen text.").status == .seeOther)
        let id = try #require(try desk.draft.contributions.first).facts.id.text
        let answer = "\(path)/synpunkter/\(id)/besvara"
        let release = try #require(
            ShownForm.all(await desk.leader.page("\(path)/synpunkter")).first { $0.action.hasSuffix("/slapp") }
        )
        #expect(await desk.leader.send(release).status == .seeOther)
        for reason in ["Ett bra förslag.", "Ett ännu bättre skäl."] {
            let outcome = try await desk.leader.send(answer, ["utfall": ["accepted"], "skal": [reason]])
            #expect(outcome.status == .seeOther, "\(outcome.faults)")
        }
        #expect(ReadPage(await desk.site.page("/program/2027/synpunkter")).text.holds("Ett ännu bättre skäl."))
        let versions = try desk.draft.versions.count
        // The wording that stands is what is filled in, and left as it is it makes no version.
        #expect(try await desk.leader.form(answer)["lydelse"] == "Föreslagen text.")
        #expect(try await desk.leader.send(answer, ["utfall": ["partly"], "skal": ["Nästan."]]).status == .seeOther)
        #expect(try desk.draft.versions.count == versions)
        _ = try await desk.leader.send("\(path)/infrastruktur/ta-bort", ["ja": [Form.yes]])
        let form = await desk.leader.page(answer)
        #expect(!form.holds("value=\"accepted\"") && !form.holds("falt-lydelse"))
        #expect(ReadPage(form).text.holds("Tas synpunkten in någon annanstans"))
        let elsewhere = try await desk.leader.send(answer, ["utfall": ["partly"], "skal": ["Det står under vägar."]])
        #expect(elsewhere.status == .seeOther, "\(elsewhere.faults)")
        #expect(ReadPage(await desk.site.page("/program/2027/synpunkter")).text.holds("Det står under vägar."))
    }

    @Test("those invited speak in their capacity, and those who aren't, not at all")
    func invited() async throws {
        let desk = try await DraftDesk()
        let path = DraftDesk.path
        let convener = try await desk.site.visitor(.convener, in: "planeringschefer", for: "haninge")
        let other = try await desk.site.visitor(.convener, in: "ekonomidirektorer", for: "tyreso")
        let closed = await convener.page("\(path)/infrastruktur/synpunkt")
        #expect(closed.holds("tar inte emot synpunkter i dag") && !closed.holds("falt-tycker"))
        try await desk.open(networks: ["planeringschefer"], isPublic: false)
        #expect(
            ReadPage(await convener.page("/arbete")).text.holds("Utkastet tar emot synpunkter till och med den 31 december 2026")
        )
        let sent = try await convener.send("\(path)/infrastruktur/synpunkt", ["tycker": ["Vi håller med."]])
        #expect(sent.status == .seeOther, "\(sent.faults)")
        let shown = ReadPage(await convener.page("/program/2027/synpunkter")).text
        #expect(shown.holds("Vi håller med.") && shown.holds("Haninge"))
        // Somebody for a municipality is invited with the municipalities.
        #expect(try await other.send("\(path)/synpunkt", ["tycker": ["Vi med."]]).status == .seeOther)
        // What those invited say is for those with a seat, also when the draft is opened to all.
        try await desk.open(networks: ["planeringschefer"])
        #expect(!(await desk.site.page("/program/2027/synpunkter")).holds("Vi håller med."))
    }

    @Test("a threat is taken down with a reason, and nobody but the secretariat sees it")
    func takenDown() async throws {
        let desk = try await DraftDesk()
        let path = DraftDesk.path
        try await desk.open()
        #expect(await desk.say("Ett påhopp").status == .seeOther)
        let id = try #require(try desk.draft.contributions.first).facts.id.text
        let none = try await desk.leader.send("\(path)/synpunkter/\(id)/ta-bort", ["skal": [""]])
        #expect(none.status == .unprocessableContent)
        #expect(try await desk.leader.send("\(path)/synpunkter/\(id)/ta-bort", ["skal": ["Personangrepp."]]).status == .seeOther)
        #expect(!(await desk.site.page("/program/2027/synpunkter")).holds("påhopp"))
        let queue = await desk.leader.page("\(path)/synpunkter")
        #expect(queue.holds("Ett påhopp") && queue.holds("Personangrepp."))
    }

    @Test("a comment needs words, and what was written stays when something is wrong")
    func wrong() async throws {
        let desk = try await DraftDesk()
        _ = try await desk.leader.send("\(DraftDesk.path)/infrastruktur/andra", ["text": ["Som den är."]])
        try await desk.open()
        let blank = await desk.say("", on: "infrastruktur", proposing: "Som den är.")
        #expect(blank.status == .unprocessableContent && blank.text.holds("href=\"#falt-tycker\""))
        let long = await desk.say(String(repeating: "a", count: Contribute.longestText + 1))
        #expect(long.status == .unprocessableContent && long.text.holds("aaaa"))
        #expect(try desk.draft.contributions.isEmpty)
    }

    @Test("nobody fills the queue: beyond what can be read no more is taken in")
    func flood() async throws {
        let desk = try await DraftDesk()
        try await desk.open()
        let day = desk.site.now.swedishDay
        let requests = try (1...Contribute.mostQueued).map { number in
            let figures = String(number)
            let id = try #require(Contribution.ID(String(repeating: "0", count: 32 - figures.count) + figures))
            return Registrar.Dated(
                Contribute(desk.edition, id: id, on: nil, text: "\(number)", from: .anyone(name: nil)),
                .day(day)
            )
        }
        _ = try await desk.site.registrar.perform(requests, as: .anyone)
        let reply = await desk.say("En till")
        #expect(reply.status == .unprocessableContent && ReadPage(reply.text).text.holds("Försök igen om någon dag"))
        #expect(reply.text.holds("En till"))
    }
}
