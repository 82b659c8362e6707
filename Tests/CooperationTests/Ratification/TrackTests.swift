import Testing

@testable import Cooperation

@Suite("A municipality's way with a proposal") struct TrackTests {
    private static func decision(_ outcome: Track.Outcome, _ day: Day) -> Track.Decision {
        Track.Decision(outcome: outcome, day: day, sources: [])
    }

    /// Does steps written as `2027-03-01 adopted`, one after another.
    private func walk(_ steps: [String]) throws -> Track {
        var track = Track(try id("haninge"), sent: try day("2027-02-02"))
        for step in steps {
            let (step, day) = try read(step)
            track = try track.after(step, on: day)
        }
        return track
    }

    private func read(_ text: String) throws -> (Track.Step, Day) {
        let words = text.split(separator: " ").map(String.init)
        let day = try day(words[0])
        switch words[1] {
        case "register": return (.register(caseNumber: "KS 1"), day)
        case "prepare": return (.prepare(meeting: nil), day)
        case "adjust": return (.adjust, day)
        case "post": return (.post, day)
        case "appeal": return (.appeal, day)
        case "uphold": return (.endAppeal(annulled: false), day)
        case "annul": return (.endAppeal(annulled: true), day)
        case "attach":
            let file = Document.Attachment(commitment: Prose.numbered(1).commitment, kind: .pdf, name: .numbered(2), size: 3)
            return (.attach(file), day)
        default: return (.decide(Self.decision(try #require(Track.Outcome(rawValue: words[1])), day)), day)
        }
    }

    private static let adopted = ["2027-03-01 register", "2027-03-02 prepare", "2027-03-08 adopted"]
    private static let posted = adopted + ["2027-03-10 adjust", "2027-03-12 post"]

    @Test(
        "steps that can't be taken are refused with their reason",
        arguments: [
            (["2027-02-01 register"], "track.before-sending"), (["2027-03-01 adjust"], "track.not-decided"),
            (["2027-03-01 post"], "track.not-adjusted"), (["2027-03-01 appeal"], "track.not-posted"),
            (["2027-03-01 uphold"], "track.not-appealed"), (["2027-03-01 attach"], "track.not-decided"),
            (adopted + ["2027-03-09 rejected"], "track.decided-already"),
            (adopted + ["2027-03-09 prepare"], "track.decided-already"),
            (adopted + ["2027-03-07 adjust"], "track.adjusted-early"), (adopted + ["2027-03-09 post"], "track.not-adjusted"),
            (adopted + ["2027-03-10 adjust", "2027-03-11 adjust"], "track.adjusted-already"),
            (adopted + ["2027-03-10 adjust", "2027-03-09 post"], "track.posted-early"),
            (posted + ["2027-03-13 post"], "track.postedAlready"), (posted + ["2027-03-13 adjust"], "track.adjusted-already"),
            (posted + ["2027-03-11 appeal"], "track.appealed-early"), (posted + ["2027-03-13 annul"], "track.not-appealed"),
            (posted + ["2027-03-14 appeal", "2027-03-15 appeal"], "track.appealed-already"),
            (posted + ["2027-03-14 appeal", "2027-03-13 uphold"], "track.appeal-ended-early"),
            (posted + ["2027-04-03 appeal"], "track.appealed-late"),
            (["2027-03-08 sent-back", "2027-03-09 prepare"], "track.decides-anew"),
            (posted + ["2027-03-14 appeal", "2027-04-14 annul", "2027-04-15 appeal"], "track.appealed-already"),
            (posted + ["2027-03-14 appeal", "2027-04-14 uphold", "2027-04-15 adopted"], "track.decided-already"),
            (["2027-03-08 sent-back", "2027-03-07 adopted"], "track.before-earlier"),
            (["2027-03-08 rejected", "2027-04-08 adopted"], "track.decided-already"),
        ] as [([String], String)]
    )
    func refused(_ steps: [String], _ code: String) throws {
        let before = try walk(steps.dropLast())
        let (step, day) = try read(try #require(steps.last))
        let refusal = try #require(throws: Refusal.self) { try before.after(step, on: day) }
        #expect(refusal.code == (code == "track.postedAlready" ? "track.posted-already" : code))
    }

    @Test("what is decided happened on the day it was decided")
    func another() throws {
        let track = try walk(Self.adopted.dropLast())
        for text in ["2027-03-07", "2027-03-09"] {
            let refusal = try #require(throws: Refusal.self) {
                try track.after(.decide(Self.decision(.adopted, try day(text))), on: try day("2027-03-08"))
            }
            #expect(refusal.code == "track.another-day")
        }
    }

    @Test(
        "legal force is presumed three weeks after the posting, waits while an appeal is open, and is lost when it is annulled",
        arguments: [
            (adopted, nil, nil, true), (posted, "2027-04-02", "2027-04-03", true),
            (posted + ["2027-03-20 appeal"], "2027-04-02", nil, true),
            (posted + ["2027-03-20 appeal", "2027-03-25 uphold"], "2027-04-02", "2027-04-03", true),
            (posted + ["2027-03-20 appeal", "2027-09-10 uphold"], "2027-04-02", "2027-09-10", true),
            (posted + ["2027-03-20 appeal", "2027-09-10 annul"], "2027-04-02", nil, false),
            (posted + ["2027-03-20 appeal", "2027-09-10 uphold", "2027-09-20 appeal"], "2027-04-02", nil, true),
            (posted + ["2027-03-20 appeal", "2027-09-10 annul", "2027-10-04 adopted"], nil, nil, true),
            (
                posted + ["2027-03-20 appeal", "2027-09-10 annul", "2027-10-04 adopted", "2027-10-06 adjust", "2027-10-07 post"],
                "2027-10-28", "2027-10-29", true
            ),
        ] as [([String], String?, String?, Bool)]
    )
    func force(_ steps: [String], _ last: String?, _ force: String?, _ stands: Bool) throws {
        let track = try walk(steps)
        #expect(track.lastAppealDay?.iso == last)
        #expect(track.legalForce?.iso == force)
        #expect((track.decision != nil) == stands)
        #expect(track.effective(.adoption) == (stands ? track.decision?.day : nil))
        #expect(track.effective(.legalForce)?.iso == force)
        #expect(track.isInOrder)
    }

    @Test("sent back it can be decided anew, and what stood is remembered")
    func again() throws {
        let track = try walk([
            "2027-03-08 sent-back", "2027-03-10 adjust", "2027-03-11 post", "2027-04-05 sent-back", "2027-05-03 adopted",
        ])
        #expect(track.earlier.map(\.day.iso) == ["2027-03-08", "2027-04-05"])
        #expect(track.decision?.outcome == .adopted && track.effective(.adoption)?.iso == "2027-05-03")
    }

    /// What is known of a track, by a table: each state and the steps that can be taken in it.
    private struct Machine {
        var state = "sent"
        var outcome: Track.Outcome?
        /// The last day for a first appeal; nil when there has been one.
        var lastAppealDay: Day?

        /// The steps that can be taken on a day.
        func open(on day: Day) -> Set<String> {
            let again = outcome == .sentBack || state == "annulled"
            let decide: Set<String> = again ? ["decide"] : []
            return switch state {
            case "sent", "registered", "prepared": ["register", "prepare", "decide"]
            case "decided": decide.union(["register", "attach", "adjust"])
            case "adjusted": decide.union(["register", "attach", "post"])
            case "posted":
                decide.union(["register", "attach"]).union(lastAppealDay.map { day <= $0 } ?? true ? ["appeal"] : [])
            case "appealed": decide.union(["register", "attach", "uphold", "annul"])
            default: decide.union(["register", "attach"])
            }
        }

        mutating func take(_ step: String, _ outcome: Track.Outcome, on day: Day) {
            if step == "post" { lastAppealDay = AppealPeriod(posted: day).lastDay }
            if step == "appeal" { lastAppealDay = nil }
            switch step {
            case "register": if state == "sent" { state = "registered" }
            case "prepare": state = "prepared"
            case "decide": (state, self.outcome) = ("decided", outcome)
            case "adjust": state = "adjusted"
            case "post", "uphold": state = "posted"
            case "appeal": state = "appealed"
            case "annul": state = "annulled"
            default: break
            }
        }
    }

    @Test("random steps come only to the states that there are, by a table of what leads where")
    func random() throws {
        var dice = Dice(99)
        let file = Document.Attachment(commitment: Prose.numbered(1).commitment, kind: .pdf, name: .numbered(2), size: 3)
        let names = ["register", "prepare", "decide", "attach", "adjust", "post", "appeal", "uphold", "annul"]
        var seen: Set<String> = []
        var (taken, refused) = (0, 0)
        for _ in 0..<Effort.count(10_000, otherwise: 1000) {
            var day = try day("2027-02-02")
            var track = Track(try id("haninge"), sent: day)
            var machine = Machine()
            for _ in 0..<20 {
                day = day.adding(days: dice.below(9))
                let outcome = dice.pick(Track.Outcome.allCases)
                // Mostly what can be done, or hardly any would come far.
                let name = dice.happens(60) ? dice.pick(machine.open(on: day).sorted()) : dice.pick(names)
                let step: Track.Step =
                    switch name {
                    case "register": .register(caseNumber: "KS \(dice.below(9))")
                    case "prepare": .prepare(meeting: nil)
                    case "decide": .decide(Self.decision(outcome, day))
                    case "attach": .attach(file)
                    case "adjust": .adjust
                    case "post": .post
                    case "appeal": .appeal
                    case "uphold": .endAppeal(annulled: false)
                    default: .endAppeal(annulled: true)
                    }
                let next = try? track.after(step, on: day)
                guard (next != nil) == machine.open(on: day).contains(name) else {
                    Issue.record("\(name) in \(machine.state) after \(String(describing: machine.outcome))")
                    return
                }
                guard let next else {
                    refused += 1
                    continue
                }
                taken += 1
                machine.take(name, outcome, on: day)
                track = next
                seen.insert(machine.state)
                let isDecided = !["sent", "registered", "prepared", "annulled"].contains(machine.state)
                guard track.isInOrder, (track.decision != nil) == isDecided, track.isAppealed == (machine.state == "appealed"),
                    track.isAnnulled == (machine.state == "annulled"),
                    track.decision?.outcome == (isDecided ? machine.outcome : nil),
                    (track.legalForce != nil) == (machine.state == "posted")
                else {
                    Issue.record("\(track) isn't \(machine)")
                    return
                }
            }
        }
        #expect(seen == ["registered", "prepared", "decided", "adjusted", "posted", "appealed", "annulled"])
        #expect(taken > 5000 && refused > 1000, "\(taken) \(refused)")
    }
}
