import Testing

@testable import Cooperation

@Suite("Studies") struct StudyTests {
    private func study(_ ledger: Ledger, asOf day: String? = nil) throws -> Study {
        let cooperation = try day.map { try ledger.cooperation(asOf: $0) } ?? ledger.live
        return try #require(cooperation.comparisons[id("skola") as Study.ID])
    }

    @Test("goes from the question to the follow-up, and what comes next is what is missing", arguments: Study.Step.allCases)
    func loop(_ step: Study.Step) throws {
        let ledger = try Sample.study(to: step)
        let study = try study(ledger)
        #expect(Study.Step.allCases.filter { study.taken($0) != nil } == Study.Step.allCases.filter { $0 <= step })
        let following = Study.Step.allCases.first { $0 > step }
        #expect(study.next == following)
        // Before the decision it waits for those who carry it out, then for those who follow it up.
        #expect(study.awaited == (step < .decision ? try id("planering") : try id("ekonomi")))
        #expect(study.due == (step == .decision ? try day("2025-04-10") : nil))
    }

    @Test("each step stands on those before it", arguments: Study.Step.allCases)
    func order(_ step: Study.Step) throws {
        // What each step can't do without; a theme day can be passed over.
        let needed: [Study.Step: [Study.Step]] = [
            .measures: [.question], .peers: [.question], .analysis: [.question, .measures, .peers],
            .proposal: [.question, .measures, .peers, .analysis], .themeDay: [.question, .measures, .peers, .analysis],
            .decision: [.question, .measures, .peers, .analysis, .proposal],
            .followUp: [.question, .measures, .peers, .analysis, .proposal, .decision],
        ]
        let steps = try Sample.steps()
        let tried = try #require(steps.first { $0.step == step })
        for left in Study.Step.allCases where left != step {
            var ledger = try Sample.comparing()
            try ledger.record(Sample.themeDay(), try period("2024-01-02"))
            for taken in steps where taken.step < step && taken.step != left {
                // Those that need the one left out can't be taken either.
                if needed[taken.step]?.contains(left) == true { continue }
                try ledger.record(taken.request, try period(taken.day))
            }
            let code = try ledger.code(tried.request, tried.day)
            let isMissed = needed[step]?.contains(left) == true
            #expect(code == (isMissed ? (left == .question ? "comparisons.unknown-study" : "comparisons.step-missing") : nil))
        }
    }

    @Test("a step is derived for any day, and what is taken again is the later")
    func days() throws {
        var ledger = try Sample.study(to: .decision)
        #expect(try study(ledger, asOf: "2024-02-14").next == .analysis)
        #expect(try study(ledger, asOf: "2024-02-15").next == .proposal)
        try ledger.record(AnalyseStudy(id("skola"), "De har olika gamla hus.", values: []), try period("2024-05-01"))
        let changed = try study(ledger)
        #expect(ledger.texts[try #require(changed.analysis).fact.text] == "De har olika gamla hus.")
        #expect(changed.taken(.analysis) == Period("2024-05-01") && changed.next == .followUp)
    }

    @Test("compares at most so many measures as is agreed, and eight when nothing is", arguments: [nil, 1, 3, 50])
    func cap(_ agreed: Int?) throws {
        var ledger = try Sample.comparing()
        if let agreed {
            var terms = Sample.settings()
            terms.mostMeasuresInStudy = agreed
            try ledger.record(terms, try period("2024-01-01"))
        }
        try ledger.record(Sample.study(), try period("2024-01-15"))
        let most = agreed ?? 8
        for count in [0, 1, most, most + 1] {
            let request = try Sample.measures((0..<count).map { "N\(10_000 + $0)" })
            let code: String? = count == 0 ? "comparisons.no-measures" : count > most ? "comparisons.too-many-measures" : nil
            #expect(try ledger.refusal(request, "2024-01-20") == .init(code: code, field: code == nil ? nil : "measures"))
        }
        // Agreed to be fewer, what was chosen before stays.
        try ledger.record(Sample.measures((0..<most).map { "N\(10_000 + $0)" }), try period("2024-01-20"))
        var terms = Sample.settings()
        terms.mostMeasuresInStudy = 1
        try ledger.record(terms, try period("2024-02-01"))
        #expect(!ledger.live.hasVoidActs)
        #expect(try study(ledger).measures?.fact.measures.count == most)
    }

    @Test("the greatest number of measures is one that makes sense", arguments: [(0, false), (1, true), (50, true), (51, false)])
    func agreed(_ count: Int, _ isAccepted: Bool) throws {
        var terms = Sample.settings()
        terms.mostMeasuresInStudy = count
        let refused = Ledger.Answer(code: "settings.measures-in-study", field: "mostMeasuresInStudy")
        #expect(try Ledger().refusal(terms, "2024-01-01") == (isAccepted ? .accepted : refused))
    }

    @Test("what each step must have")
    func rules() throws {
        let skola: Study.ID = try id("skola")
        let decision = try Sample.decision()
        let long: Passage = .written(String(repeating: "å", count: 20_001))
        var unnamed = try Sample.study()
        unnamed.title = " "
        var unasked = try Sample.study()
        unasked.question = "\n"
        var elsewhere = try Sample.study()
        elsewhere.responsible = try id("finns-inte")
        var values = [CopiedValue]()
        for year in 1950..<2200 {
            for place in ["0136", "0128"] {
                for figure in ["N15008", "N15505"] { values.append(try Sample.copied(figure, place, year: year)) }
            }
        }
        #expect(values.count == 1_000)
        let nextDay = try day("2025-04-01")
        let table: [(String?, String?, any Request)] = try [
            (nil, nil, Sample.study()), ("comparisons.blank", "title", unnamed), ("comparisons.blank", "question", unasked),
            ("organisation.unknown-body", "body", elsewhere),
            ("comparisons.measure-twice", "measures", Sample.measures(["N15008", "N15008"])),
            ("comparisons.no-places", "places", Sample.places(["0136"])),
            ("comparisons.place-twice", "places", Sample.places(["0136", "0136"])),
            ("comparisons.too-many-places", "places", Sample.places((100...160).map { "0\($0)" })),
            ("comparisons.rested-on", "measures", Sample.measures(["N15505"])),
            ("comparisons.rested-on", "places", Sample.places(["0128", "0138"])),
            (nil, nil, Sample.measures(["N15008", "N99999"])), (nil, nil, Sample.places(["0136", "0138"])),
            ("comparisons.blank", "text", AnalyseStudy(skola, " ")), ("comparisons.long", "text", AnalyseStudy(skola, long)),
            ("comparisons.measure-not-chosen", "values", AnalyseStudy(skola, "A", values: [Sample.copied("N99999")])),
            ("comparisons.place-not-chosen", "values", AnalyseStudy(skola, "A", values: [Sample.copied("N15008", "0138")])),
            ("comparisons.value-twice", "values", AnalyseStudy(skola, "A", values: [Sample.copied(), Sample.copied()])),
            ("comparisons.year", "values", AnalyseStudy(skola, "A", values: [Sample.copied(year: 24)])),
            (nil, nil, AnalyseStudy(skola, "A", values: values)),
            ("comparisons.values", "values", AnalyseStudy(skola, "A", values: values + [Sample.copied(year: 2200)])),
            ("comparisons.blank", "text", ProposeFromStudy(skola, "")),
            ("comparisons.place-twice", "municipalities", ProposeFromStudy(skola, "P", by: [id("haninge"), id("haninge")])),
            ("members.unknown-municipality", "municipality", ProposeFromStudy(skola, "P", by: [id("finns-inte")])),
            ("comparisons.unknown-theme-day", "themeDay", PresentStudy(skola, on: id("finns-inte"))),
            (
                "comparisons.unknown-decision", "decision",
                DecideOnStudy(
                    skola,
                    by: .init(body: id("planering"), meeting: id("varen"), paragraph: 8),
                    followUp: nextDay,
                    responsible: id("ekonomi")
                )
            ),
            (
                "comparisons.follow-up", "followUp",
                DecideOnStudy(skola, by: decision, followUp: day("2024-04-10"), responsible: id("ekonomi"))
            ),
            (nil, nil, DecideOnStudy(skola, by: decision, followUp: day("2024-04-11"), responsible: id("ekonomi"))),
            (
                "organisation.unknown-body", "body",
                DecideOnStudy(skola, by: decision, followUp: nextDay, responsible: id("finns-inte"))
            ),
            ("comparisons.blank", "text", FollowUpStudy(skola, "")),
            ("comparisons.follow-up", "next", FollowUpStudy(skola, "U", next: day("2025-04-02"))),
            (nil, nil, FollowUpStudy(skola, "U", next: day("2025-04-03"))),
            ("comparisons.blank", "reason", EndStudy(skola, reason: " ")),
            ("comparisons.unknown-study", "study", EndStudy(id("finns-inte"), reason: "Skäl.")),
        ]
        let ledger = try Sample.study(to: .decision)
        for (index, (code, field, request)) in table.enumerated() {
            #expect(try ledger.refusal(request, "2025-04-02") == .init(code: code, field: field), "row \(index)")
        }
    }

    @Test("no decision comes of it before the day it was decided")
    func early() throws {
        let ledger = try Sample.study(to: .proposal)
        let request = DecideOnStudy(
            try id("skola"),
            by: try Sample.decision(),
            followUp: try day("2025-04-10"),
            responsible: try id("ekonomi")
        )
        // The day before, there is no such decision to point at.
        #expect(try ledger.code(request, "2024-04-09") == "comparisons.unknown-decision")
        #expect(try ledger.code(request, "2024-04-10") == nil)
    }

    @Test("is followed up again as long as a next time is set, and is late the day after each")
    func followUps() throws {
        var ledger = try Sample.study(to: .decision)
        #expect(try !study(ledger).isOverdue(on: day("2025-04-10")) && study(ledger).isOverdue(on: day("2025-04-11")))
        try ledger.record(FollowUpStudy(id("skola"), "Halvvägs.", next: day("2026-04-10")), try period("2025-04-20"))
        #expect(try study(ledger).due == day("2026-04-10") && study(ledger).next == .followUp)
        #expect(try !study(ledger).isOverdue(on: day("2026-04-10")) && study(ledger).isOverdue(on: day("2026-04-11")))
        try ledger.record(FollowUpStudy(id("skola"), "Klart."), try period("2026-04-01"))
        #expect(try study(ledger).due == nil && study(ledger).next == nil && study(ledger).followUps.count == 2)
        #expect(try !study(ledger).isOverdue(on: day("2030-01-01")))
        #expect(try ledger.code(EndStudy(id("skola"), reason: "Sent."), "2026-05-01") == "comparisons.study-done")
    }

    @Test("that is ended waits for nothing and takes no step, until its question is put again")
    func ended() throws {
        var ledger = try Sample.study(to: .decision)
        try ledger.record(EndStudy(id("skola"), reason: "Ingen tid."), try period("2024-06-01"))
        #expect(try study(ledger).next == nil && study(ledger).due == nil)
        for taken in try Sample.steps() where taken.step > .question {
            #expect(try ledger.code(taken.request, "2025-06-01") == "comparisons.study-ended", "\(taken.step)")
        }
        #expect(try ledger.code(EndStudy(id("skola"), reason: "Igen."), "2025-06-01") == "comparisons.study-ended")
        try ledger.record(Sample.study(), try period("2025-06-01"))
        #expect(try study(ledger).next == .followUp && study(ledger).due == day("2025-04-10"))
    }
}
