import Testing

@testable import Cooperation

@Suite("A draft and what is said about it") struct DraftTests {
    private static let invited = Contribution.Sender.invited(body: Identifier(uncheckedForTests: "planering"), municipality: nil)

    /// A draft that began on 1 August 2026 as a copy of 2019, in two versions.
    private func ledger() throws -> Ledger {
        var ledger = try Eight.ledger()
        try ledger.record(ReviseDraft(id("2027"), .add(part("bussar", "Hemlig rubrik"))), period("2026-08-10"))
        return ledger
    }

    private func part(_ name: String, _ title: Passage) throws -> ReviseDraft.Part {
        .init(try id(name), level: 1, under: try id("omrade"), title: title)
    }

    private func open(_ text: String, until: String, isPublic: Bool = true) throws -> (String, OpenDraft) {
        (
            text,
            OpenDraft(
                try id("2027"),
                bodies: [try id("planering")],
                municipalities: true,
                isPublic: isPublic,
                until: try day(until)
            )
        )
    }

    private func contribute(_ name: String, _ text: String = "Tyck.", on node: String? = nil, from sender: Contribution.Sender)
        throws
        -> Contribute
    {
        Contribute(try id("2027"), id: try id(name), on: try node.map { try id($0) }, text: text, from: sender)
    }

    private func capacity(in body: String, for municipality: String? = nil) throws -> Capacity {
        Capacity(
            person: Sample.person(1),
            seat: try Sample.place("plats", in: body),
            role: .member,
            kind: .network,
            municipality: try municipality.map { try id($0) },
            isDeputy: false,
            until: nil
        )
    }

    // MARK: Beginning and versions

    @Test("a version keeps its number: none is struck or turned into something else, and one goes back to an earlier instead")
    func numbers() throws {
        var ledger = try ledger()
        let draft = try #require(try ledger.live.drafting[id("2027")])
        let struck = StrikeRecord(draft.current.position, reason: "Fel.")
        #expect(try ledger.refusal(struck, "2026-09-01").code == "record.struck-version")
        let (_, opening) = try open("", until: "2026-12-01")
        let other = CorrectRecord(draft.current.position, with: opening, reason: "Fel.")
        #expect(try ledger.refusal(other, "2026-09-01").code == "record.struck-version")
        try ledger.record(ReviseDraft(id("2027"), .restore(version: 1)), period("2026-09-01"))
        let back = try #require(try ledger.live.drafting[id("2027")])
        #expect(back.versions.map(\.number) == [1, 2, 3] && back.current.text == back.versions[0].text)
    }

    @Test("it begins as a copy in which each part knows what it is a copy of, and every step is a version to go back to")
    func versions() throws {
        var ledger = try ledger()
        let draft = try #require(try ledger.live.drafting[id("2027")])
        #expect(draft.versions.map(\.number) == [1, 2] && draft.base?.text == "2019")
        let earlier = try #require(try ledger.live.programme[id("2019")])
        for (copy, original) in zip(draft.versions[0].text.nodes, earlier.text.nodes) {
            #expect(copy.title == original.title && copy.predecessors == [.init(earlier.text.id, original.id)])
        }
        #expect(draft.versions[0].text.replaces == earlier.text.id)
        try ledger.record(ReviseDraft(id("2027"), .remove(id("omrade"))), period("2026-08-12"))
        #expect(try ledger.live.drafting[id("2027")]?.current.text.nodes == [])
        try ledger.record(ReviseDraft(id("2027"), .restore(version: 2)), period("2026-08-13"))
        let restored = try #require(try ledger.live.drafting[id("2027")])
        #expect(restored.versions.count == 4 && restored.current.text == draft.current.text)
        #expect(try ledger.code(ReviseDraft(id("2027"), .restore(version: 5)), "2026-08-14") == "draft.unknown-version")
        #expect(try ledger.code(ReviseDraft(id("2027"), .restore(version: 4)), "2026-08-09") == "draft.unknown-version")
    }

    @Test("what can't be begun or written is refused with its reason")
    func refused() throws {
        let ledger = try ledger()
        let edition: Edition.ID = try id("2027")
        let validity = Edition.Validity(from: try period("2027"))
        func begin(_ name: String, _ origin: BeginDraft.Origin, called title: String = "P") throws -> String? {
            try ledger.code(BeginDraft(id(name), title: title, validity: validity, from: origin), "2026-09-01")
        }
        #expect(try begin("2027", .empty) == "draft.begun")
        #expect(try begin("2019", .empty) == "draft.edition-taken")
        #expect(try begin("2031", .empty, called: " ") == "draft.title")
        #expect(try begin("2031", .copy(of: id("1999"))) == "programme.unknown-edition")
        #expect(try begin("2031", .empty) == nil)
        // What a file says that its parts serve is in the draft, and must be there to be served.
        func read(_ serving: ServeFrameGoal) throws -> BeginDraft.Origin { .file(try Sample.edition("2031"), serving: [serving]) }
        #expect(try begin("2031", read(Sample.service("2031"))) == nil)
        #expect(try begin("2031", read(Sample.service("2031", "borta"))) == "programme.unknown-node")
        #expect(try begin("2031", read(Sample.service("2031", "mal", "rufs", "9"))) == "programme.unknown-frame-goal")
        func revise(_ step: ReviseDraft.Step) throws -> String? { try ledger.code(ReviseDraft(edition, step), "2026-09-01") }
        #expect(try ledger.code(ReviseDraft(id("2031"), .remove(id("mal"))), "2026-09-01") == "draft.unknown")
        #expect(try revise(.add(part("tom", " "))) == "programme.empty-node")
        #expect(try revise(.add(part("lang", .written(String(repeating: "a", count: 201))))) == "draft.title-long")
        var long = try part("lang", "Rubrik")
        long.background = .written(String(repeating: "a", count: 50_001))
        #expect(try revise(.add(long)) == "draft.text-long")
        var serving = try part("nytta", "Rubrik")
        serving.serves = [.init(try id("rufs"), try id("1"))]
        #expect(try revise(.add(serving)) == nil)
        serving.serves = [.init(try id("rufs"), try id("9"))]
        #expect(try revise(.add(serving)) == "programme.unknown-frame-goal")
        serving.serves = [.init(try id("plan"), try id("1"))]
        #expect(try revise(.add(serving)) == "frames.unknown")
    }

    // MARK: Invitations

    @Test("those invited may speak while it is open, and everybody while it is open to all")
    func invitations() throws {
        var ledger = try ledger()
        func code(_ text: String, from sender: Contribution.Sender, in body: String? = nil, for municipality: String? = nil)
            throws -> String?
        {
            var request = try contribute("c1", from: sender)
            request.capacity = try body.map { try capacity(in: $0, for: municipality) }
            return try ledger.code(request, text)
        }
        let refused = "draft.not-invited"
        #expect(try code("2026-09-01", from: .anyone(name: nil)) == refused)
        var (text, opening) = try open("2026-09-01", until: "2026-09-30", isPublic: false)
        try ledger.record(opening, period(text))
        #expect(try code("2026-09-01", from: Self.invited, in: "planering") == nil)
        #expect(try code("2026-09-30", from: Self.invited, in: "planering") == nil)
        #expect(try code("2026-08-31", from: Self.invited, in: "planering") == refused)
        #expect(try code("2026-10-01", from: Self.invited, in: "planering") == refused)
        #expect(try code("2026-09-01", from: Self.invited, in: "ssk") == refused)
        #expect(try code("2026-09-01", from: Self.invited, in: "ssk", for: "haninge") == nil)
        #expect(try code("2026-09-01", from: .anyone(name: nil)) == refused)
        (text, opening) = try open("2026-10-05", until: "2026-10-31")
        try ledger.record(opening, period(text))
        #expect(try code("2026-10-05", from: .anyone(name: nil)) == nil)
        #expect(try code("2026-11-01", from: .anyone(name: nil)) == refused)
        // Whoever wasn't invited can't pass by the queue by saying so.
        #expect(try code("2026-10-05", from: Self.invited) == refused)
        #expect(try code("2026-10-05", from: Self.invited, in: "ssk") == refused)
        #expect(
            try ledger.code(open("2026-11-01", until: "2026-11-30", isPublic: false).1, "2026-11-01") == "draft.public-already"
        )
        #expect(try ledger.code(open("2026-11-01", until: "2026-10-31").1, "2026-11-01") == "draft.until")
        let nobody = OpenDraft(try id("2027"), bodies: [], municipalities: false, isPublic: false, until: try day("2027-01-01"))
        #expect(try ledger.code(nobody, "2026-08-20") == "draft.nobody-invited")
    }

    // MARK: Contributions

    /// The draft open to all from 1 September, with a contribution from anybody and one from a network.
    private func opened() throws -> Ledger {
        var ledger = try ledger()
        let (text, opening) = try open("2026-09-01", until: "2026-09-30")
        try ledger.record(opening, period(text))
        var proposal = try contribute("c1", on: "bussar", from: .anyone(name: "n1"))
        (proposal.field, proposal.proposed) = (.title, "Fler bussar")
        try ledger.record(proposal, period("2026-09-02"))
        var fromNetwork = try contribute("c2", on: "mal", from: Self.invited)
        fromNetwork.capacity = try capacity(in: "planering")
        try ledger.record(fromNetwork, period("2026-09-03"))
        return ledger
    }

    private func answer(_ name: String, _ outcome: Contribution.Answer.Outcome, _ otherwise: String? = nil) throws
        -> AnswerContribution
    {
        AnswerContribution(try id("2027"), try id(name), outcome, reason: "Därför.", otherwise: otherwise.map { .written($0) })
    }

    @Test("one from anybody waits until it is let through; then it is answered, and what is accepted becomes a version")
    func life() throws {
        var ledger = try opened()
        let edition: Edition.ID = try id("2027")
        func found(_ name: String) throws -> Contribution {
            try #require(try ledger.live.drafting[edition]?.contribution(id(name)))
        }
        #expect(try found("c1").isQueued && !found("c1").isShown && found("c2").isShown && found("c2").isUnanswered)
        #expect(try ledger.code(contribute("c1", from: .anyone(name: nil)), "2026-09-04") == "draft.contributed")
        #expect(try ledger.code(answer("c1", .accepted), "2026-09-04") == "draft.not-shown")
        try ledger.record(ReleaseContribution(edition, id("c1")), period("2026-09-04"))
        #expect(try found("c1").isShown)
        #expect(try ledger.code(ReleaseContribution(edition, id("c1")), "2026-09-05") == "draft.not-queued")
        #expect(try ledger.code(ReleaseContribution(edition, id("c2")), "2026-09-05") == "draft.not-queued")
        #expect(try ledger.code(answer("c9", .declined), "2026-09-05") == "draft.unknown-contribution")
        #expect(try ledger.code(answer("c2", .accepted), "2026-09-05") == "draft.changes-nothing")
        #expect(try ledger.code(answer("c2", .partly), "2026-09-05") == nil)
        for otherwise in [nil, "", "  "] {
            #expect(try ledger.code(answer("c1", .partly, otherwise), "2026-09-05") == "draft.otherwise")
        }
        var blank = try answer("c1", .declined)
        blank.reason = " "
        #expect(try ledger.code(blank, "2026-09-05") == "draft.answer-reason")
        try ledger.record(answer("c1", .accepted), period("2026-09-05"))
        let draft = try #require(ledger.live.drafting[edition])
        #expect(draft.versions.count == 3)
        #expect(try !found("c1").isUnanswered)
        #expect(draft.current.text.nodes.last?.title.flatMap { ledger.texts[$0] } == "Fler bussar")
        // Let through and answered it can still be taken down.
        try ledger.record(TakeDownContribution(edition, id("c1"), reason: "Hot."), period("2026-09-06"))
        #expect(try !found("c1").isShown && !found("c1").isQueued)
        #expect(try ledger.code(TakeDownContribution(edition, id("c1"), reason: "Hot."), "2026-09-07") == "draft.taken-down")
        #expect(try ledger.code(TakeDownContribution(edition, id("c2"), reason: ""), "2026-09-07") == "draft.removal-reason")
        #expect(try ledger.code(ReleaseContribution(edition, id("c1")), "2026-09-07") == "draft.not-queued")
        #expect(try ledger.code(answer("c1", .declined), "2026-09-07") == "draft.not-shown")
    }

    @Test("a proposal for a text that has been changed since isn't taken in as it stands")
    func changedSince() throws {
        var ledger = try opened()
        let edition: Edition.ID = try id("2027")
        try ledger.record(ReleaseContribution(edition, id("c1")), period("2026-09-04"))
        // A change of another part, or of another text of the part, is no matter.
        try ledger.record(ReviseDraft(edition, .add(part("tag", "Fler tåg"))), period("2026-09-05"))
        var bus = ReviseDraft.Part(
            of: try #require(ledger.live.drafting[edition]?.current.text.nodes.first { $0.id.text == "bussar" })
        )
        bus.text = "En text."
        try ledger.record(ReviseDraft(edition, .rewrite(bus)), period("2026-09-06"))
        #expect(try ledger.code(answer("c1", .accepted), "2026-09-07") == nil)
        bus.title = "En annan rubrik"
        try ledger.record(ReviseDraft(edition, .rewrite(bus)), period("2026-09-07"))
        #expect(try ledger.code(answer("c1", .accepted), "2026-09-08") == "draft.changed-since-proposed")
        #expect(try ledger.code(answer("c1", .partly, "Fler bussar, ofta"), "2026-09-08") == nil)
        #expect(try ledger.code(answer("c1", .declined), "2026-09-08") == nil)
        try ledger.record(ReviseDraft(edition, .remove(id("bussar"))), period("2026-09-09"))
        #expect(try ledger.code(answer("c1", .accepted), "2026-09-10") == "draft.part-gone")
        #expect(try ledger.code(answer("c1", .noted), "2026-09-10") == nil)
        // What is taken in elsewhere changes nothing here.
        let versions = try #require(ledger.live.drafting[edition]).versions.count
        try ledger.record(answer("c1", .partly), period("2026-09-10"))
        #expect(ledger.live.drafting[edition]?.versions.count == versions)
    }

    @Test("what has been accepted is answered anew as long as its text stands, and then the reason told is the true one")
    func answeredAnew() throws {
        var ledger = try opened()
        let edition: Edition.ID = try id("2027")
        try ledger.record(ReleaseContribution(edition, id("c1")), period("2026-09-04"))
        try ledger.record(answer("c1", .accepted), period("2026-09-05"))
        let versions = try #require(ledger.live.drafting[edition]).versions.count
        var again = try answer("c1", .accepted)
        again.reason = "Ett bättre skäl."
        try ledger.record(again, period("2026-09-06"))
        let draft = try #require(ledger.live.drafting[edition])
        #expect(draft.versions.count == versions, "the text is there already")
        #expect(try draft.contribution(id("c1"))?.answer.flatMap { ledger.texts[$0.fact.reason] } == "Ett bättre skäl.")
        // In other words, and then only another reason for them.
        try ledger.record(answer("c1", .partly, "Fler bussar, ofta"), period("2026-09-07"))
        let title = try #require(ledger.live.drafting[edition]?.current.text.nodes.last?.title)
        #expect(ledger.texts[title] == "Fler bussar, ofta")
        var kept = try answer("c1", .partly)
        kept.otherwise = .kept(title)
        try ledger.record(kept, period("2026-09-08"))
        #expect(ledger.live.drafting[edition]?.versions.count == versions + 1)
        #expect(try ledger.code(answer("c1", .accepted), "2026-09-09") == "draft.changed-since-proposed")
        // Set back to what was proposed, it is accepted; changed after that, it is that which is told.
        try ledger.record(ReviseDraft(edition, .restore(version: versions)), period("2026-09-10"))
        try ledger.record(answer("c1", .accepted), period("2026-09-11"))
        var bus = ReviseDraft.Part(of: try #require(ledger.live.drafting[edition]?.current.text.nodes.last))
        bus.title = "En annan rubrik"
        try ledger.record(ReviseDraft(edition, .rewrite(bus)), period("2026-09-12"))
        #expect(try ledger.code(answer("c1", .accepted), "2026-09-13") == "draft.changed-since-accepted")
    }

    @Test("a proposal follows the part that is split or merged, and is taken in where it says")
    func follows() throws {
        var ledger = try opened()
        let edition: Edition.ID = try id("2027")
        try ledger.record(ReleaseContribution(edition, id("c1")), period("2026-09-04"))
        func parts() throws -> [String]? {
            let draft = try #require(ledger.live.drafting[edition])
            return try draft.whereabouts(of: #require(draft.contribution(id("c1"))))?.parts.map(\.text)
        }
        #expect(try parts() == ["bussar"])
        try ledger.record(
            ReviseDraft(edition, .split(id("bussar"), into: [part("bussar", "Dagbussar"), part("nattbussar", "Nattbussar")])),
            period("2026-09-05")
        )
        #expect(try parts() == ["bussar", "nattbussar"])
        // What has come to be several must be told apart.
        #expect(try ledger.code(answer("c1", .partly, "Fler nattbussar"), "2026-09-06") == "draft.which-part")
        var night = try answer("c1", .partly, "Fler nattbussar")
        night.part = try id("omrade")
        #expect(try ledger.code(night, "2026-09-06") == "draft.which-part")
        night.part = try id("nattbussar")
        try ledger.record(night, period("2026-09-06"))
        let title = try #require(ledger.live.drafting[edition]?.current.text.nodes.first { $0.id.text == "nattbussar" }?.title)
        #expect(ledger.texts[title] == "Fler nattbussar")
        // The part itself goes into another, and what was said of it with it.
        try ledger.record(ReviseDraft(edition, .add(part("tag", "Tåg"))), period("2026-09-07"))
        try ledger.record(
            ReviseDraft(edition, .merge([id("tag"), id("bussar")], into: part("tag", "Tåg och bussar"))),
            period("2026-09-08")
        )
        #expect(try parts() == ["nattbussar", "tag"])
        try ledger.record(ReviseDraft(edition, .remove(id("nattbussar"))), period("2026-09-09"))
        #expect(try parts() == ["tag"])
        #expect(try ledger.code(answer("c1", .accepted), "2026-09-10") == "draft.changed-since-proposed")
        try ledger.record(answer("c1", .partly, "Fler tåg och bussar"), period("2026-09-10"))
        let last = try #require(ledger.live.drafting[edition]?.current.text.nodes.last?.title)
        #expect(ledger.texts[last] == "Fler tåg och bussar")
    }

    @Test("what says nothing, or changes nothing, is refused")
    func nothing() throws {
        let ledger = try opened()
        var request = try contribute("c3", " ", on: "mal", from: .anyone(name: nil))
        func code() throws -> String? { try ledger.code(request, "2026-09-10") }
        #expect(try code() == "draft.blank")
        request.proposed = " "
        #expect(try code() == "draft.blank")
        request.proposed = "Ny text"
        #expect(try code() == "draft.which-text")
        request.field = .text
        #expect(try code() == nil)
        request.node = nil
        #expect(try code() == "draft.which-text")
        request.node = try id("finns-inte")
        #expect(try code() == "draft.which-text")
        (request.proposed, request.text) = (nil, "Tyck.")
        #expect(try code() == "programme.unknown-node")
        request.node = nil
        request.text = String(repeating: "a", count: 5001)
        #expect(try code() == "draft.long")
    }

    // MARK: What the public sees

    @Test("nothing before everybody is invited, then the versions since, and only what was let through")
    func publicView() throws {
        var ledger = try ledger()
        let edition: Edition.ID = try id("2027")
        func seen(_ text: String) throws -> Draft? { try ledger.view(on: text).cooperation.drafting[edition] }
        #expect(try seen("2026-08-31") == nil)
        let (first, limited) = try open("2026-08-20", until: "2026-08-31", isPublic: false)
        try ledger.record(limited, period(first))
        #expect(try seen("2026-08-25") == nil, "those invited aren't everybody")
        var bus = ReviseDraft.Part(of: try #require(ledger.live.drafting[edition]?.current.text.nodes.last))
        bus.title = "Öppen rubrik"
        try ledger.record(ReviseDraft(edition, .rewrite(bus)), period("2026-08-30"))
        let (text, opening) = try open("2026-09-01", until: "2026-09-30")
        try ledger.record(opening, period(text))
        for (name, sender) in [
            ("c1", Contribution.Sender.anyone(name: nil)), ("c2", .anyone(name: nil)), ("c3", .anyone(name: nil)),
        ] {
            try ledger.record(contribute(name, from: sender), period("2026-09-02"))
        }
        var fromNetwork = try contribute("c4", from: Self.invited)
        fromNetwork.capacity = try capacity(in: "planering")
        try ledger.record(fromNetwork, period("2026-09-03"))
        try ledger.record(ReleaseContribution(edition, id("c1")), period("2026-09-04"))
        try ledger.record(ReleaseContribution(edition, id("c3")), period("2026-09-04"))
        try ledger.record(TakeDownContribution(edition, id("c3"), reason: "Hot."), period("2026-09-05"))
        #expect(try seen("2026-08-31") == nil, "an old date is no way around it")
        let draft = try #require(try seen("2026-09-10"))
        #expect(draft.versions.map(\.number) == [3])
        #expect(draft.openings.map(\.fact.isPublic) == [true])
        #expect(draft.contributions.map(\.facts.id.text) == ["c1"])
        // Not a word of what was written before is in it.
        let whole = String(decoding: try ledger.view(on: "2026-09-10").cooperation.canonicalForm(), as: UTF8.self)
        for (prose, wording) in ledger.texts where ["Hemlig rubrik", "Hot."].contains(wording) {
            #expect(!whole.contains(prose.commitment.hexadecimal), "\(wording)")
        }
        #expect(try ledger.view(on: "2026-09-10").acts { $0.contains(.draft(edition)) }.isEmpty)
        // Nor when the draft has been struck away: its acts are told to nobody.
        var other = try Eight.ledger()
        let begun = try #require(other.live.drafting[edition]?.versions[0].position)
        try other.record(StrikeRecord(begun, reason: "Fel."), period("2027-02-10"))
        #expect(try other.view(on: "2027-02-11").acts { $0.contains(.draft(edition)) }.isEmpty)
        try ledger.record(ChangeVisibility(.draft(edition), isShown: false, reason: "Skäl."), period("2026-09-11"))
        #expect(try seen("2026-09-12") == nil && seen("2026-09-10") == nil)
    }
}

extension Identifier {
    fileprivate init(uncheckedForTests text: String) {
        guard let id = Identifier(text) else { preconditionFailure("\(text) is an id") }
        self = id
    }
}
