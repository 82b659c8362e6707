import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Journal
@testable import Web

@Suite("A proposal is locked and sent, and an edition prolonged") struct LockAndSendTests {
    private static let edition = Edition.ID("2027")

    private static func site() async throws -> Exhibit {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        try await site.beginDraft()
        return site
    }

    private static func round(_ site: Exhibit) throws -> Round? {
        site.registrar.snapshot.cooperation.ratification[try #require(edition)]
    }

    private static let decided: [String: [String]] = [
        "motesdag": ["2026-11-20"], "paragraf": ["12"], "rubrik": ["Förslag till program"],
    ]

    @Test("the meeting, the decision and the locking are recorded in one go, with the digest that was shown")
    func lock() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let target = "/ratificering/2027/las"
        let form = await leader.page(target)
        let position = site.registrar.progress.position
        let outcome = try await leader.send(
            target,
            Self.decided.merging(["krav": ["tillrackligt-manga"], "minst": ["5"], "andel": ["50"], "tidigast": ["2027-07-01"]]) {
                $1
            }
        )
        #expect(outcome.location == "/ratificering/2027", "\(outcome.faults)")
        #expect(site.registrar.progress.position == position + 3)
        let current = try Self.round(site)?.current
        let proposal = try #require(current)
        #expect(proposal.facts.version == 1 && !proposal.isSent)
        #expect(proposal.facts.rule.consent == .quorum(members: 5, populationThousandths: 500))
        #expect(proposal.facts.rule.notBefore?.iso == "2027-07-01" && proposal.facts.rule.effect == .adoption)
        let digest = try #require(proposal.facts.digest)
        #expect(digest.utf8.count == 64 && form.holds(digest))
        #expect(ReadPage(await site.page("/beslut/samarbetskommitten/2026-11-20/12")).text.holds("Förslag till program"))
        // The digest is of the text itself, in its canonical form.
        let snapshot = site.registrar.snapshot
        let text = CanonicalText(
            proposal.facts.text,
            frames: try #require(proposal.facts.frames),
            words: { if case .text(let text) = snapshot.texts.wording(of: $0) { text } else { "" } }
        )
        #expect(text.plain.hasPrefix("# Provprogram 2027\n"))
        #expect(Digest(of: text.plain.utf8).hex == digest)
    }

    @Test(
        "what is missing is said at its question, and nothing is recorded",
        arguments: [
            ([:], "Välj kommitténs beslut, eller skriv mötets dag, paragraf och rubrik."),
            (["motesdag": ["2026-11-20"], "paragraf": ["12"]], "Skriv vad beslutet gäller."),
            (["motesdag": ["2026-11-20"], "rubrik": ["Prov"]], "Skriv paragrafens nummer, som 12."),
            (["paragraf": ["12"], "rubrik": ["Prov"]], "Skriv vilken dag kommittén hade mötet."),
            (
                ["motesdag": ["2026-12-20"], "paragraf": ["12"], "rubrik": ["Prov"]],
                "Mötet har inte hållits än. Välj en dag som har varit."
            ),
            (
                decided.merging(["krav": ["tillrackligt-manga"]]) { $1 },
                "Skriv hur många medlemmar som måste ha antagit programmet."
            ),
            (
                decided.merging(["minst": ["5"]]) { $1 },
                "Antal och andel används bara när tillräckligt många räcker. Töm fälten eller välj det."
            ),
        ] as [([String: [String]], String)]
    )
    func missing(_ filled: [String: [String]], _ fault: String) async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let position = site.registrar.progress.position
        let outcome = try await leader.send("/ratificering/2027/las", filled)
        #expect(outcome.faults == [fault])
        #expect(site.registrar.progress.position == position)
    }

    @Test("a draft that has been changed since the form was opened is not locked")
    func changed() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        var form = try await leader.form("/ratificering/2027/las")
        for (name, values) in Self.decided { form.fill(name, values) }
        let edition = try #require(Self.edition)
        let draft = try #require(site.registrar.snapshot.cooperation.drafting[edition])
        let node = try #require(draft.current.text.nodes.last)
        try await site.record(ReviseDraft(edition, .remove(node.id)))
        let outcome = await leader.send(form)
        #expect(
            outcome.status == .unprocessableContent && outcome.faults.contains { $0.holds("efter att du öppnade formuläret") }
        )
        #expect(try Self.round(site)?.current == nil)
    }

    @Test("who has the locking or the sending open while something it rests on is corrected is told")
    func correctedMeanwhile() async throws {
        let site = try await Self.site()
        let leader = try await site.visitor(.developmentLeader)
        let edition = try #require(Self.edition)
        let draft = try #require(site.registrar.snapshot.cooperation.drafting[edition])
        let leaves = draft.current.text.nodes.filter { node in !draft.current.text.nodes.contains { $0.parent == node.id } }
        try await site.record(ReviseDraft(edition, .remove(leaves[0].id)))
        let revised = Position(site.registrar.progress.position)
        var form = try await leader.form("/ratificering/2027/las")
        for (name, values) in Self.decided { form.fill(name, values) }
        let right = CorrectRecord(revised, with: ReviseDraft(edition, .remove(leaves[1].id)), reason: "Fel del.")
        try await site.record(right)
        let outcome = await leader.send(form)
        #expect(outcome.status == .unprocessableContent && outcome.faults.contains { $0.holds("Fel del.") }, "\(outcome.faults)")
        #expect(try Self.round(site)?.current == nil)
        #expect(await leader.send(try outcome.form).status == .seeOther)
        // Sent to one by mistake, which is struck while the form is open.
        let haninge = try #require(Municipality.ID("haninge"))
        try await site.record(SendProposal(edition, number: 1, to: [haninge]))
        let sent = Position(site.registrar.progress.position)
        let sending = try await leader.form("/ratificering/2027/skicka")
        try await site.record(StrikeRecord(sent, reason: "Fel kommun."))
        let told = await leader.send(sending)
        #expect(told.status == .unprocessableContent && told.faults.contains { $0.holds("Fel kommun.") }, "\(told.faults)")
    }

    @Test("only the development leader locks, with a fresh factor; the administrator sends")
    func permissions() async throws {
        let site = try await Self.site()
        let administrator = try await site.visitor(.administrator)
        #expect(await administrator.get("/ratificering/2027/las").status == .forbidden)
        let leader = try await site.visitor(.developmentLeader)
        site.set(Instant(microseconds: site.now.microseconds + 11 * 60_000_000))
        #expect(await leader.get("/ratificering/2027/las").fields[.location]?.hasPrefix("/logga-in/bekrafta") == true)
        // Before anything is locked there is nothing to send.
        #expect(await administrator.get("/ratificering/2027/skicka").status == .notFound)
    }

    @Test("it is sent to those that are chosen, then to the rest, and to nobody twice")
    func send() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        try await site.beginRound()
        let visitor = try await site.visitor(.administrator)
        let target = "/ratificering/2027/skicka"
        #expect(try await visitor.form(target).all("kommuner").count == 8)
        var outcome = try await visitor.send(target, ["kommuner": []])
        #expect(outcome.faults == ["Välj minst en kommun att skicka till."])
        outcome = try await visitor.send(target, ["kommuner": ["haninge"]])
        #expect(outcome.location == "/ratificering/2027", "\(outcome.faults)")
        let round = try Self.round(site)
        let current = try #require(round?.current)
        #expect(current[try #require(Municipality.ID("haninge"))] != nil)
        #expect(current[try #require(Municipality.ID("salem"))] == nil)
        #expect(try await visitor.form(target).all("kommuner").count == 7)
        #expect(await visitor.send(try await visitor.form(target)).status == .seeOther)
        #expect(ReadPage(await visitor.page(target)).text.holds("Förslaget är skickat till alla medlemmar."))
        #expect(ReadPage(await site.page("/ratificering/2027/tidplan")).text.holds("har fått förslaget men inget känt möte"))
    }

    @Test("the committee's decision prolongs an edition")
    func prolong() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        let target = "/program/2019/forlang"
        var outcome = try await visitor.send(target, ["till": ["2027"]])
        #expect(outcome.status == .unprocessableContent)
        outcome = try await visitor.send(target, Self.decided.merging(["till": ["2027"]]) { $1 })
        #expect(outcome.location == "/program/2019", "\(outcome.faults)")
        #expect(await site.page("/historik").holds("förlängdes till och med"))
        // The decision can be chosen afterwards, and not written besides.
        let form = try await visitor.form(target)
        #expect(form.elements.contains { $0.attributes["value"] == "samarbetskommitten/2026-11-20/12" })
        outcome = try await visitor.send(
            target,
            Self.decided.merging(["till": ["2028"], "beslut": ["samarbetskommitten/2026-11-20/12"]]) { $1 }
        )
        #expect(outcome.faults == ["Välj ett beslut eller lägg in ett nytt, inte båda."])
    }
}
