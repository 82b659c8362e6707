import Testing

@testable import Cooperation

@Suite("What is looked at before a draft is locked") struct DraftChecksTests {
    /// A draft that is a copy of the programme in force, with a frame of two goals.
    private static func ledger() throws -> Ledger {
        var ledger = try Sample.ledger()
        let validity = Edition.Validity(from: try period("2027"), to: try period("2030"))
        let begin = BeginDraft(try id("2027"), title: "Program 2027", validity: validity, from: .copy(of: try id("2019")))
        try ledger.record(begin, try period("2026-11-01"))
        return ledger
    }

    private static func findings(
        _ ledger: Ledger,
        _ change: (inout Edition.Text) throws -> Void = { _ in }
    ) throws -> [DraftChecks.Finding] {
        var text = try #require(ledger.live.drafting[try id("2027")]).current.text
        try change(&text)
        return DraftChecks(of: text, in: ledger.live, on: try day("2026-11-02")) { ledger.texts[$0] ?? $0.commitment.hexadecimal }
            .findings
    }

    @Test("a copy lacks owners, and nothing else until somebody changes it")
    func copy() throws {
        let ledger = try Self.ledger()
        // The area stands above the goal, whose owner answers for it.
        #expect(try Self.findings(ledger) == [.unowned(try id("mal"), inPolitics: true, amongOfficers: true)])
    }

    @Test("an owner answers for all that stands under")
    func owners() throws {
        let ledger = try Self.ledger()
        let owner = Prose.numbered(900)
        #expect(
            try Self.findings(ledger) { $0.nodes[0].politicalOwner = owner }
                == [.unowned(try id("mal"), inPolitics: false, amongOfficers: true)]
        )
        #expect(
            try Self.findings(ledger) {
                $0.nodes[0].politicalOwner = owner
                $0.nodes[1].officerOwner = owner
            } == []
        )
    }

    @Test("a goal of a frame that nobody serves is told, one that is served isn't")
    func frames() throws {
        let ledger = try Self.ledger()
        let frame: OuterFrame.ID = try id("rufs")
        func unserved(_ change: (inout Edition.Text) throws -> Void) throws -> [DraftChecks.Finding] {
            // What the copy serves already is taken away first.
            try Self.findings(ledger) {
                $0.nodes[1].serves = nil
                try change(&$0)
            }.filter { if case .unserved = $0 { true } else { false } }
        }
        #expect(try unserved { $0.frames = [] } == [])
        #expect(try unserved { $0.frames = [frame] } == [.unserved(frame, try id("1")), .unserved(frame, try id("2"))])
        #expect(
            try unserved {
                $0.frames = [frame]
                $0.nodes[1].serves = [.init(frame: frame, goal: try id("2"), reason: nil)]
            } == [.unserved(frame, try id("1"))]
        )
    }

    @Test("what is new says why, on every level")
    func ancestry() throws {
        let ledger = try Self.ledger()
        func unexplained(_ change: (inout Edition.Text) throws -> Void) throws -> [DraftChecks.Finding] {
            try Self.findings(ledger, change).filter { if case .unexplained = $0 { true } else { false } }
        }
        #expect(try unexplained { $0.nodes[1].predecessors = [] } == [.unexplained(try id("mal"), isLowest: true)])
        #expect(try unexplained { $0.nodes[0].predecessors = nil } == [.unexplained(try id("omrade"), isLowest: false)])
        #expect(
            try unexplained {
                $0.nodes[1].predecessors = []
                $0.nodes[1].ancestry = .numbered(900)
            } == []
        )
    }

    @Test("a part without words stops the locking; one that is hard to read is told with its sentence")
    func words() throws {
        let ledger = try Self.ledger()
        var text = try #require(ledger.live.drafting[try id("2027")]).current.text
        let (blank, hard) = (Prose.numbered(901), Prose.numbered(902))
        (text.nodes[1].title, text.nodes[1].text) = (blank, nil)
        text.nodes[0].background = hard
        let sentence = "Kommunstyrelserna samverkar långsiktigt kring infrastrukturens finansieringsförutsättningar."
        let checks = DraftChecks(of: text, in: ledger.live, on: try day("2026-11-02")) { prose in
            switch prose {
            case blank: "  "
            case hard: Array(repeating: sentence, count: 4).joined(separator: " ")
            default: "Ord"
            }
        }
        let empty = DraftChecks.Finding.empty(try id("mal"))
        #expect(checks.stopsLocking && checks.findings.contains(empty))
        let told = checks.findings.compactMap { finding -> String? in
            if case .hardToRead(_, .background, _, let sentence) = finding { sentence } else { nil }
        }
        #expect(told == [sentence])
        #expect(checks.readability?.isHard == true)
    }
}
