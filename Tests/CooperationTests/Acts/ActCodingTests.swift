import FoundationEssentials
import Testing

@testable import Cooperation

@Suite("Acts as JSON") struct ActCodingTests {
    /// Every act there is, each text with everything filled in.
    static func acts() throws -> [Act] {
        let sources = [Source("https://example.se/a?b=\"c\""), Source("Programtexten, å ä ö")]
        let (one, two): (Prose, Prose) = (.numbered(1), .numbered(2))
        let change = VisibilityAct.Change(subject: .edition(try id("2019")), reason: one)
        let joining = MembersAct.Joining(municipality: try id("haninge"), remarks: [one], sources: sources)
        var edition = try Sample.edition("2019")
        edition.shortTitle = "SUP"
        edition.horizon = 2035
        edition.replaces = try id("2013")
        edition.decidedBy = "kommunstyrelserna"
        edition.focus = "inriktning"
        edition.visionTitle = "vision"
        edition.visionSubtitle = "undertext"
        edition.purpose = "syfte"
        edition.principles = ["princip"]
        edition.commitments = ["åtagande"]
        edition.themes = ["tema"]
        edition.frames = [try id("rufs")]
        edition.missing = ["saknas"]
        edition.remarks = ["anmärkning"]
        edition.sources = sources
        edition.nodes[1].text = "text"
        edition.nodes[1].background = "bakgrund"
        edition.nodes[1].networks = ["Planeringschefer"]
        let ledger = try Ledger([
            ("2010", Sample.settings()), ("2010", try Sample.frame()), ("2012", try Sample.edition("2013")),
            ("2012", try Sample.municipality("haninge")),
        ])
        func act(_ request: any Request) throws -> Act { try ledger.act(request, try period("2019-10-11")).act }
        var frame = try Sample.frame()
        frame.shortTitle = "RUFS"
        frame.vision = "vision"
        frame.adopted = try period("2018-06-12")
        frame.inForce = try period("2018-10")
        frame.validToInWords = "hösten 2026"
        frame.details = ["uppgift"]
        frame.successor = "efterträdare"
        frame.successorSources = sources
        frame.missing = ["saknas"]
        let node = try Sample.node("ny", level: 0)
        let plain: [Act] =
            try [
                act(Sample.settings()), .members(.joined(joining)), .members(.associated(joining)),
                .members(.left(.init(municipality: try id("haninge"), remarks: [one, two], sources: sources))),
                try act(Sample.municipality("haninge")),
                .members(
                    .populationRecorded(
                        .init(municipality: try id("haninge"), count: 92_095, basis: .derived, remarks: [two], sources: sources)
                    )
                ),
                .members(.populationRecorded(.init(municipality: nil, count: 0, basis: .published, remarks: [], sources: []))),
                try act(edition), .programme(.enteredIntoForce(.init(edition: try id("2019"), remarks: [one], sources: sources))),
                .programme(.extended(.init(edition: try id("2019"), node: node.written()))),
                .programme(
                    .served(
                        .init(
                            edition: try id("2019"),
                            node: try id("mal"),
                            frame: try id("rufs"),
                            goal: try id("1"),
                            reason: two,
                            sources: sources
                        )
                    )
                ),
                try act(frame), .visibility(.withdrawn(change)), .visibility(.restored(change)),
                .notice(.crossed(.init(crossing: .editionPeriodEnded(try id("2019"))))),
                .notice(.crossed(.init(crossing: .outerFramePeriodEnded(try id("rufs"))))),
            ] + StoredForm.table().map(\.act)
        let struck = Act.record(.struck(.init(target: Position(7), reason: one)))
        return plain + plain.map { .record(.corrected(.init(target: Position(3), replacement: $0, reason: two))) } + [struck]
    }

    @Test("every kind comes back as it was, and is written the same again")
    func roundTrip() throws {
        let acts = try Self.acts()
        for act in acts {
            let payload = try act.encodedPayload()
            let read = try Act(kind: act.kind, payload: payload)
            #expect(read == act, "\(act.kind)")
            #expect(try read.encodedPayload() == payload)
            #expect(read.kind == act.kind)
        }
        #expect(Set(acts.map(\.kind)) == Set(Act.forms.keys), "every kind is tried")
    }

    @Test("kinds are for ever")
    func kinds() {
        #expect(
            Act.forms.keys.sorted() == [
                "advocacy.list-agreed", "advocacy.outcome-noted", "advocacy.priority-recorded", "advocacy.priority-renamed",
                "advocacy.statement-made", "comparisons.card-recorded", "comparisons.card-retired", "comparisons.case-answered",
                "comparisons.case-asked", "comparisons.case-chosen", "comparisons.measures-chosen",
                "comparisons.own-measure-recorded", "comparisons.own-value-recorded", "comparisons.peers-chosen",
                "comparisons.study-analysed", "comparisons.study-begun", "comparisons.study-decided",
                "comparisons.study-ended", "comparisons.study-followed-up", "comparisons.study-presented",
                "comparisons.study-proposed", "comparisons.theme-day-recorded", "conferences.conference-recorded",
                "conferences.rules-agreed",
                "conferences.series-recorded", "documents.attached", "documents.detached", "documents.recorded",
                "drafting.answered", "drafting.begun", "drafting.contributed", "drafting.opened", "drafting.released",
                "drafting.revised", "drafting.taken-down", "frames.recorded", "meetings.decided", "meetings.recorded",
                "members.associated", "members.joined", "members.left", "members.population-recorded", "members.registered",
                "news.published", "notice.crossed", "organisation.assigned", "organisation.assignment-ended",
                "organisation.body-recorded", "organisation.closed", "organisation.deputy-appointed",
                "organisation.peer-recorded", "organisation.presidency-recorded", "organisation.seat-closed",
                "organisation.seat-established", "organisation.seat-left", "organisation.seat-taken", "organisation.seen",
                "planning.activity-reported", "planning.plan-recorded", "planning.year-followed-up",
                "programme.entered-into-force", "programme.extended", "programme.prolonged", "programme.recorded",
                "programme.served", "ratification.adjusted", "ratification.annexed", "ratification.appeal-ended",
                "ratification.appealed", "ratification.decided", "ratification.extracted", "ratification.posted",
                "ratification.prepared", "ratification.proposed", "ratification.registered", "ratification.scheduled",
                "ratification.sent", "record.corrected", "record.struck", "settings.agreed", "visibility.restored",
                "visibility.withdrawn",
            ]
        )
        for (kind, form) in Act.forms { #expect(form.kind == kind) }
    }

    @Test("keys are sorted, at every depth, and nothing is escaped that needn't be")
    func sorted() throws {
        for act in try Self.acts() {
            let text = String(decoding: try act.encodedPayload(), as: UTF8.self)
            #expect(!text.contains("\\/"))
            #expect(!text.contains("\n") && !text.contains("\": "))
            try expectSorted(text, act.kind)
        }
        let strike = Act.record(.struck(.init(target: Position(7), reason: .numbered(0))))
        let expected = #"{"reason":"\#(Prose.numbered(0).commitment.hexadecimal)","target":7}"#
        #expect(String(decoding: try strike.encodedPayload(), as: UTF8.self) == expected)
    }

    /// Follows the text from brace to brace; a key is a string that a colon follows.
    private func expectSorted(_ text: String, _ kind: String) throws {
        var keys: [[String]] = []
        var string: [UInt8]?
        var last = ""
        var isEscaped = false
        for byte in text.utf8 {
            if let open = string {
                if byte == UInt8(ascii: "\""), !isEscaped {
                    last = String(decoding: open, as: UTF8.self)
                    string = nil
                } else {
                    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                    string = open + [byte]
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): string = []
            case UInt8(ascii: "{"): keys.append([])
            case UInt8(ascii: ":"): keys[keys.count - 1].append(last)
            case UInt8(ascii: "}"):
                let top = keys.popLast()
                let found = try #require(top)
                #expect(found == found.sorted(), "\(kind): \(found)")
            default: break
            }
        }
    }

    @Test("an act of a kind that came later is told by its kind")
    func unknown() throws {
        #expect(throws: UnknownAct(kind: "budget.adopted")) { try Act(kind: "budget.adopted", payload: Array("{}".utf8)) }
        let inside =
            #"{"reason":"\#(Prose.numbered(0).commitment.hexadecimal)","replacement":{"kind":"budget.adopted","payload":{}},"target":1}"#
        #expect(throws: UnknownAct(kind: "budget.adopted")) { try Act(kind: "record.corrected", payload: Array(inside.utf8)) }
    }

    @Test("what isn't such an act can't be read as one")
    func unreadable() {
        for payload in ["", "{}", "[]", #"{"municipality":"Haninge","remarks":[],"sources":[]}"#, #"{"municipality":"haninge"}"#]
        {
            #expect(throws: DecodingError.self) { try Act(kind: "members.joined", payload: Array(payload.utf8)) }
        }
    }

    @Test("a field that came later is passed over")
    func additive() throws {
        let payload = #"{"later":{"a":[1]},"municipality":"haninge","remarks":[],"sources":[]}"#
        let act = try Act(kind: "members.joined", payload: Array(payload.utf8))
        #expect(act == .members(.joined(.init(municipality: try id("haninge"), remarks: [], sources: []))))
    }

    @Test("every text of every act is found")
    func proses() throws {
        for act in try Self.acts() {
            let text = String(decoding: try act.encodedPayload(), as: UTF8.self)
            let commitments = text.split(separator: "\"").filter { Commitment(hexadecimal: String($0)) != nil }.map(String.init)
            #expect(try act.proses().map(\.commitment.hexadecimal).sorted() == commitments.sorted(), "\(act.kind)")
        }
    }

    @Test("actors are those of the journal")
    func actors() throws {
        #expect(Actor(text: "system") == .system)
        #expect(Actor(text: "import") == .importer)
        let person = "0123456789abcdef0123456789abcdef"
        let holder = Actor.holder(of: .init(body: try id("ssk"), seat: try id("haninge")), try id(person))
        #expect(holder.text == "seat:ssk/haninge:\(person)")
        for actor in [Actor.system, .importer, holder] { #expect(Actor(text: actor.text) == actor) }
        for text in [
            "", "haninge/registrator", "System", "seat", "seat:", "seat:ssk/haninge", "seat:ssk/haninge:", "seat:ssk:\(person)",
            "seat:ssk/haninge/a:\(person)", "seat:/haninge:\(person)", "seat:ssk/:\(person)", "seat:ssk/haninge:\(person):",
            "seat:ssk/haninge:\(person) ", "seat:Ssk/haninge:\(person)", "seats:ssk/haninge:\(person)", ":ssk/haninge:\(person)",
        ] { #expect(Actor(text: text) == nil, "\(text)") }
    }
}

extension RecordEdition.Node {
    fileprivate func written() -> Edition.Node {
        var pen = Ledger.pen(from: 50)
        return written(with: &pen)
    }
}
