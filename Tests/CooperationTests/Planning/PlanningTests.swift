import Cooperation
import Testing

@Suite("Operational plans: the rules") struct PlanningRuleTests {
    typealias Answer = Ledger.Answer

    @Test("a plan")
    func plan() throws {
        let ledger = try Sample.whole()
        func answer(_ day: String = "2021-02-01", _ change: (inout RecordPlan) throws -> Void) throws -> Answer {
            var plan = try Sample.plan("ny")
            try change(&plan)
            return try ledger.refusal(plan, day)
        }
        #expect(try answer { _ in } == .accepted)
        #expect(try answer { $0.title = "" } == Answer(code: "planning.blank", field: "title"))
        for (year, isAccepted) in [(0, false), (21, false), (1899, false), (1900, true), (9999, true), (10_000, false)] {
            let refused = Answer(code: "planning.year", field: "year")
            #expect(try answer { $0.year = year } == (isAccepted ? .accepted : refused), "\(year)")
        }
        #expect(try answer { $0.budget = -1 } == Answer(code: "planning.budget", field: "budget"))
        #expect(try answer { $0.budget = 0 } == .accepted)
        #expect(try answer { $0.budget = 1_500_000 } == .accepted)
        #expect(try answer { $0.document = try id("vp-2021") } == .accepted)
        let document = Answer(code: "documents.unknown", field: "document")
        #expect(try answer { $0.document = try id("finns-inte") } == document)
        #expect(try answer("2021-01-30") { $0.document = try id("vp-2021") } == document)
        let edition = Answer(code: "programme.unknown-edition", field: "edition")
        #expect(try answer { $0.edition = try id("1999") } == edition)
        #expect(try answer("2018-12-31") { _ in } == edition)
    }

    @Test("its activities")
    func activities() throws {
        let ledger = try Sample.whole()
        func answer(_ change: (inout RecordPlan) throws -> Void) throws -> Answer {
            var plan = try Sample.plan("ny")
            try change(&plan)
            return try ledger.refusal(plan, "2021-02-01")
        }
        #expect(try answer { $0.activities = [] } == .accepted)
        #expect(
            try answer { $0.activities.append($0.activities[0]) } == Answer(code: "planning.activity-taken", field: "activities")
        )
        #expect(try answer { $0.activities[1].text = " " } == Answer(code: "planning.blank", field: "activities"))
        let node = Answer(code: "programme.unknown-node", field: "node")
        #expect(try answer { $0.activities[1].node = try id("mal-9") } == node)
        #expect(try answer { $0.activities[1].node = try id("omrade") } == .accepted)
        // A part of the programme needs an edition to be a part of.
        #expect(try answer { $0.edition = nil } == node)
        #expect(
            try answer {
                $0.edition = nil
                $0.activities[0].node = nil
            } == .accepted
        )
        let body = Answer(code: "organisation.unknown-body", field: "body")
        #expect(try answer { $0.activities[1].responsible = [try id("finns-inte")] } == body)
        #expect(try answer { $0.activities[1].responsible = [try id("ssk"), try id("planering")] } == .accepted)
        #expect(
            try answer { $0.activities[1].responsible = [try id("ssk"), try id("lg"), try id("ssk")] }
                == Answer(code: "planning.responsible-twice", field: "activities")
        )
    }

    @Test("an activity that has been reported on must stay")
    func reported() throws {
        let ledger = try Sample.whole()
        var plan = try Sample.plan()
        let lost = Answer(code: "planning.reported-activity", field: "activities")
        plan.activities.removeLast()
        #expect(try ledger.refusal(plan, "2022-01-01") == .accepted, "nothing was reported of that one")
        plan.activities = []
        #expect(try ledger.refusal(plan, "2022-01-01") == lost)
        #expect(try ledger.refusal(plan, "2021-12-01") == lost)
        // Before the report; but then it would speak of nothing.
        #expect(try ledger.refusal(plan, "2021-11-30") == Answer(code: "record.would-void", field: nil))
    }

    @Test(
        "a report",
        arguments: [
            ("2021", "driva", "2021-06-01", "", ""), ("2021", "konferens", "2025", "", ""),
            ("2021", "driva", "2021-01-14", "planning.unknown-plan", "plan"),
            ("2020", "driva", "2021-06-01", "planning.unknown-plan", "plan"),
            ("2021", "annat", "2021-06-01", "planning.unknown-activity", "activity"),
        ]
    )
    func report(_ plan: String, _ activity: String, _ day: String, _ code: String, _ field: String) throws {
        let ledger = try Sample.whole()
        for status in OperationalPlan.Status.allCases {
            let answer = try ledger.refusal(Sample.report(status, on: activity, in: plan), day)
            #expect(answer == (code.isEmpty ? .accepted : Answer(code: code, field: field)))
        }
    }

    @Test(
        "following up a year",
        arguments: [
            ("2021", "ar-2021", "2022-02-09", "", ""), ("2021", nil, "2021-12-31", "", ""),
            ("2021", "ar-2021", "2022-02-08", "documents.unknown", "document"),
            ("2021", "finns-inte", "2022-02-09", "documents.unknown", "document"),
            ("2020", nil, "2022-02-09", "planning.unknown-plan", "plan"),
            ("2021", nil, "2021-01-14", "planning.unknown-plan", "plan"),
        ] as [(String, String?, String, String, String)]
    )
    func followUp(_ plan: String, _ document: String?, _ day: String, _ code: String, _ field: String) throws {
        let request = FollowUpYear(of: try id(plan), document: try document.map { try id($0) })
        let answer = try Sample.whole().refusal(request, day)
        #expect(answer == (code.isEmpty ? .accepted : Answer(code: code, field: field)))
    }
}

@Suite("Operational plans: the state") struct PlanningStateTests {
    private func plan(_ ledger: Ledger, asOf text: String? = nil) throws -> OperationalPlan {
        let cooperation = try text.map { try ledger.cooperation(asOf: $0) } ?? ledger.live
        return try #require(cooperation.planning[try id("2021")])
    }

    @Test("reports stand in order of time, and the latest of each activity counts")
    func reports() throws {
        var ledger = try Sample.whole()
        for (happened, status) in [
            ("2021-06", OperationalPlan.Status.ongoing), ("2021-03-01", .planned), ("2021-12-01", .delayed),
        ] {
            try ledger.record(Sample.report(status), try period(happened), on: try day("2026-01-01"))
        }
        try ledger.record(Sample.report(.cancelled, on: "konferens"), try period("2021-09"), on: try day("2026-01-02"))
        let plan = try plan(ledger)
        #expect(
            plan.reports.map { "\($0.period) \($0.fact.activity) \($0.fact.status)" } == [
                "2021-03-01 driva planned", "2021-06 driva ongoing", "2021-09 konferens cancelled", "2021-12-01 driva done",
                "2021-12-01 driva delayed",
            ]
        )
        #expect(plan.latestReport(on: try id("driva"))?.fact.status == .delayed, "of the same day the one recorded last")
        #expect(plan.latestReport(on: try id("konferens"))?.fact.status == .cancelled)
        #expect(plan.latestReport(on: try id("annat")) == nil)
        #expect(try self.plan(ledger, asOf: "2021-11-30").latestReport(on: id("driva"))?.fact.status == .ongoing)
        #expect(try self.plan(ledger, asOf: "2021-02-28").latestReport(on: id("driva")) == nil)
        try ledger.record(StrikeRecord(ledger.position(of: .delayed), reason: "Fel."), try period("2026-01-03"))
        #expect(try self.plan(ledger).latestReport(on: id("driva"))?.fact.status == .done)
    }

    @Test("a plan that is recorded anew keeps when it was decided, its reports and its follow-up")
    func recordedAnew() throws {
        var ledger = try Sample.whole()
        var request = try Sample.plan()
        request.title = "Verksamhetsplan 2021"
        request.budget = 1_500_000
        request.activities.append(.init(id: try id("mer"), text: "Göra mer."))
        try ledger.record(request, try period("2021-05-01"))
        let plan = try plan(ledger)
        #expect(plan.decided.iso == "2021-01-15")
        #expect(plan.facts.title == "Verksamhetsplan 2021" && plan.facts.budget == 1_500_000)
        #expect(plan.facts.activities.map(\.id.text) == ["driva", "konferens", "mer"])
        #expect(plan.reports.count == 1)
        #expect(plan.followUp?.period.iso == "2022-02-09")
        #expect(plan.followUp?.fact.outcomes.compactMap { ledger.texts[$0.text] } == ["Två möten."])
        #expect(try self.plan(ledger, asOf: "2021-04-30").facts.activities.count == 2)
        #expect(try self.plan(ledger, asOf: "2022-02-08").followUp == nil)
        // Followed up once more, the later one counts.
        try ledger.record(FollowUpYear(of: try id("2021")), try period("2023"))
        #expect(try self.plan(ledger).followUp?.period.iso == "2023")
        #expect(try self.plan(ledger).followUp?.fact.outcomes == [])
    }

    @Test("plans stand in order of year")
    func order() throws {
        var ledger = try Ledger()
        for (name, year) in [("b", 2021), ("x", 2014), ("a", 2021), ("c", 2022)] {
            try ledger.record(RecordPlan(id: try id(name), year: year, title: "Plan"), try period("2023"))
        }
        #expect(ledger.live.planning.inOrder.map(\.facts.id.text) == ["x", "a", "b", "c"])
    }
}

extension Ledger {
    /// The place of the last report of a status.
    fileprivate func position(of status: OperationalPlan.Status) throws -> Position {
        let record = records.last { record in
            if case .planning(.activityReported(let report)) = record.act { report.status == status } else { false }
        }
        return try #require(record?.position)
    }
}
