import Testing

@testable import Cooperation

@Suite("What the public may see of each kind") struct PublicViewTests {
    private static let later = "2025-01-01"

    private func withdraw(_ subject: String, _ ledger: inout Ledger, _ happened: String = later) throws {
        let request = ChangeVisibility(try #require(Subject(subject)), isShown: false, reason: "Skäl.")
        try ledger.record(request, try period(happened))
    }

    /// Which subjects a value holds.
    private func held(_ cooperation: Cooperation) throws -> [String] {
        try SubjectTests.known.filter { text in
            switch try #require(Subject(text)) {
            case .municipality(let id): cooperation.members[id] != nil
            case .edition(let id): cooperation.programme[id] != nil
            case .outerFrame(let id): cooperation.outerFrames[id] != nil
            case .body(let id): cooperation.organisation[id] != nil
            case .peer(let id): cooperation.organisation.peersInOrder.contains { $0.id == id }
            case .document(let id): cooperation.documents[id] != nil
            case .series(let id): cooperation.conferences[id] != nil
            case .conference(let series, let id): cooperation.conferences[series]?[id] != nil
            case .statement(let id): cooperation.advocacy[id] != nil
            case .priority(let id): cooperation.advocacy[id] != nil
            case .priorityList(let id): cooperation.advocacy[id] != nil
            case .plan(let id): cooperation.planning[id] != nil
            case .newsItem(let id): cooperation.news[id] != nil
            case .draft(let id): cooperation.drafting[id] != nil
            case .meeting(let body, let id): cooperation.meetings[body, id] != nil
            case .serviceCard(let id): cooperation.comparisons[id] != nil
            case .ownMeasure(let id): cooperation.comparisons[id] != nil
            case .study(let id): cooperation.comparisons[id] != nil
            case .themeDay(let id): cooperation.comparisons[id] != nil
            }
        }
    }

    @Test("what is withdrawn is not in the value, and everything else is", arguments: SubjectTests.known)
    func hidden(_ subject: String) throws {
        var ledger = try Sample.whole()
        #expect(try held(ledger.view(on: Self.later).cooperation) == SubjectTests.known)
        try withdraw(subject, &ledger)
        // A series takes its conferences with it.
        let gone = subject == "conferences/radslag" ? [subject, "conferences/radslag/2019"] : [subject]
        let rest = SubjectTests.known.filter { !gone.contains($0) }
        for text in [Self.later, "2024-06-01", "2026-11-23"] {
            #expect(try held(ledger.view(on: text).cooperation) == rest, "\(text)")
        }
        #expect(try held(ledger.live) == SubjectTests.known, "the cooperation itself forgets nothing")
        // What the public sees is the whole without the lines of what is withdrawn.
        let whole = Set(String(decoding: try ledger.live.canonicalForm(), as: UTF8.self).split(separator: "\n"))
        let seen = Set(
            String(decoding: try ledger.view(on: Self.later).cooperation.canonicalForm(), as: UTF8.self).split(separator: "\n")
        )
        #expect(seen.isStrictSubset(of: whole))
        try ledger.record(
            ChangeVisibility(try #require(Subject(subject)), isShown: true, reason: "Skäl."),
            try period("2026-01-01")
        )
        #expect(try held(ledger.view(on: "2026-01-01").cooperation) == SubjectTests.known)
        #expect(try held(ledger.view(on: "2025-12-31").cooperation) == rest, "those days stay without it")
    }

    @Test("all at once leave nothing of them")
    func all() throws {
        var ledger = try Sample.whole()
        for subject in SubjectTests.known { try withdraw(subject, &ledger) }
        #expect(try held(ledger.view(on: Self.later).cooperation).isEmpty)
        #expect(ledger.live.withdrawnSubjects.count == SubjectTests.known.count)
    }

    @Test("the acts about what is withdrawn are hidden too, those about others are not", arguments: SubjectTests.known)
    func acts(_ text: String) throws {
        var ledger = try Sample.whole()
        let subject = try #require(Subject(text))
        let before = try ledger.view(on: Self.later)
        let about = before.acts(about: [subject])
        // What is done to a draft is never told.
        #expect(about.isEmpty == text.hasPrefix("drafts/"))
        try withdraw(text, &ledger)
        let view = try ledger.view(on: Self.later)
        #expect(view.acts(about: [subject]).isEmpty)
        #expect(view.acts { $0.contains(subject) }.isEmpty)
        let others = before.acts { _ in true }.filter { !about.contains($0) }
        #expect(view.acts { _ in true } == others)
        // Nor on a day before it was withdrawn: an old date is no way around it.
        #expect(try ledger.view(on: "2024-06-01").acts(about: [subject]).isEmpty)
    }

    @Test("the acts are told the latest recorded first, each once, up to the day that is asked about")
    func order() throws {
        let ledger = try Sample.whole()
        let (body, edition): (Subject, Subject) = (.body(try id("planering")), .edition(try id("2019")))
        func told(_ text: String, _ subjects: Subject...) throws -> [String] {
            try ledger.view(on: text).acts(about: subjects).map { "\($0.happened) \($0.act.kind)" }
        }
        let sighting = "2020 organisation.seen"
        let (assignment, recorded) = ("2019-12-01 organisation.assigned", "2013 organisation.body-recorded")
        #expect(try told("2024-01-01", body) == [sighting, assignment, recorded])
        #expect(try told("2020-12-30", body) == [assignment, recorded], "a year counts from its last day")
        #expect(try told("2019-12-01", body) == [assignment, recorded])
        #expect(try told("2019-11-30", body) == [recorded])
        #expect(try told("2013-12-30", body) == [])
        // What is about both is told once.
        let programme = [
            "2019-12-01 programme.served", "2019-10-11 programme.entered-into-force", "2019-01-01 programme.recorded",
        ]
        #expect(try told("2024-01-01", edition, body) == [sighting, assignment, recorded] + programme)
        #expect(try told("2024-01-01", edition) == [assignment] + programme)
        #expect(try told("2024-01-01", .body(id("finns-inte"))) == [])
        #expect(try told("2024-01-01") == [])
        let view = try ledger.view(on: "2013-12-31")
        #expect(view.acts { $0.isEmpty }.map(\.act.kind) == ["settings.agreed"])
    }

    @Test("what corrected an act is told on every day, unless it is about what is withdrawn")
    func correction() throws {
        var ledger = try Sample.whole()
        let population = Position(12)
        #expect(try ledger.view(on: "2026-11-23").correction(of: population) == nil)
        let request = CorrectRecord(population, with: try Sample.population("salem", 15_000), reason: "Fel kommun.")
        try ledger.record(request, try period("2020-12-31"), on: try day("2026-01-01"))
        let correction = ledger.last
        for text in ["2019-12-31", "2020-12-30", "2020-12-31", "2026-11-23"] {
            #expect(try ledger.view(on: text).correction(of: population)?.position == correction, "\(text)")
        }
        // On the first day the act had happened and counts no longer, so it must not stand there as if it did.
        let early = try ledger.view(on: "2019-12-31")
        #expect(early.acts(about: [.municipality(try id("haninge"))]).map(\.position).contains(population))
        #expect(early.cooperation.members[try id("haninge")]?.latestPopulation == nil)
        try ledger.record(StrikeRecord(population, reason: "Fel."), try period("2026-01-02"))
        #expect(try ledger.view(on: "2019-12-31").correction(of: population)?.position == ledger.last)
        #expect(try ledger.view(on: "2019-12-31").correction(of: Position(0)) == nil)
        // The strike is about the municipality that the act was about.
        var other = ledger
        try withdraw("members/salem", &other, "2026-01-03")
        #expect(try other.view(on: "2026-11-23").correction(of: population)?.position == ledger.last)
        try withdraw("members/haninge", &ledger, "2026-01-03")
        #expect(try ledger.view(on: "2026-11-23").correction(of: population) == nil)
        #expect(try ledger.view(on: "2019-12-31").correction(of: population) == nil)
    }

    @Test("an act is mainly about what lies deepest of what may be seen")
    func mainly() throws {
        var ledger = try Sample.whole()
        func subjects(_ kind: String, on text: String = "2025-01-01") throws -> [String?] {
            let view = try ledger.view(on: text)
            return ledger.records.filter { $0.act.kind == kind }.map { view.subject(of: $0)?.text }
        }
        #expect(try subjects("conferences.conference-recorded") == ["conferences/radslag/2019"])
        #expect(try subjects("conferences.rules-agreed") == ["conferences/radslag"])
        #expect(try subjects("organisation.assigned") == ["organisation/planering"])
        #expect(try subjects("settings.agreed") == [nil])
        #expect(try subjects("planning.plan-recorded", on: "2021-01-14") == [nil], "there was no plan yet")
        try ledger.record(StrikeRecord(Position(12), reason: "Fel."), try period("2024-12-01"))
        #expect(try subjects("record.struck") == ["members/haninge"])
        try withdraw("conferences/radslag/2019", &ledger)
        #expect(try subjects("conferences.conference-recorded") == ["conferences/radslag"])
        try withdraw("conferences/radslag", &ledger)
        #expect(try subjects("conferences.conference-recorded") == [nil])
    }

    @Test("random histories: nothing withdrawn then or now, nothing after the day", arguments: [71, 72, 73] as [UInt64])
    func random(_ seed: UInt64) throws {
        var history = RandomHistory(seed: seed, from: try day("2012-01-01"))
        var records: [Record] = []
        while records.count < Effort.count(1200, otherwise: 350) { records.append(history.next(after: records.count)) }
        let timeline = Timeline(records)
        let now = Oracle(records).cooperation()
        var (shown, hidden) = (0, 0)
        for index in 0..<Effort.count(60, otherwise: 20) {
            // The last is of today, with all that is known.
            let isLast = index == 0
            let today = isLast ? history.today.adding(days: 1) : history.day()
            let edge = isLast ? history.today : history.day()
            let counted = records.filter { $0.recorded.swedishDay <= edge }
            let oracle = Oracle(counted)
            let known = timeline.known(by: edge)
            let view = PublicView(
                of: known.cooperation(asOf: today),
                known: known,
                now: timeline.live,
                on: today,
                today: max(today, history.today)
            )
            let withdrawn = oracle.cooperation(asOf: today).withdrawnSubjects.union(now.withdrawnSubjects)
            // Which acts of news and own measures may be told has tests of its own, in NewsGateTests and OwnMeasureTests.
            let others = counted.filter { record in
                let about = subjects(of: record, in: counted)
                return !record.isAboutNews(about) && !about.contains { if case .ownMeasure = $0 { true } else { false } }
            }
            func told(_ acts: [Record]) -> [Record] { acts.filter { others.contains($0) } }
            let open = others.filter { record in
                let about = subjects(of: record, in: counted)
                return record.happened.last <= today && withdrawn.isDisjoint(with: about) && !about.contains(where: \.isDraft)
            }
            shown += open.count
            hidden += others.count - open.count
            #expect(told(view.acts { _ in true }) == open.reversed())
            #expect(Set(told(view.acts { $0.count > 1 })) == Set(open.filter { subjects(of: $0, in: counted).count > 1 }))
            for _ in 0..<20 {
                let wanted = [history.subject(), history.subject()]
                let expected = open.filter { !subjects(of: $0, in: counted).isDisjoint(with: wanted) }
                #expect(told(view.acts(about: wanted)) == expected.reversed())
            }
            for record in counted {
                guard let correction = view.correction(of: record.position) else { continue }
                #expect(withdrawn.isDisjoint(with: subjects(of: correction, in: counted)))
            }
            try checkHidden(withdrawn, view.cooperation, on: today)
        }
        #expect(shown > 200 && hidden > 200, "\(shown) \(hidden)")
    }

    /// What a record is about, by the shortest way: a correction also what its target was about.
    private func subjects(of record: Record, in records: [Record]) -> Set<Subject> {
        guard case .record(let act) = record.act else { return record.act.subjects }
        return record.act.subjects.union(records.first { $0.position == act.target }?.act.subjects ?? [])
    }

    private func checkHidden(_ withdrawn: Set<Subject>, _ seen: Cooperation, on today: Day) throws {
        var lines: Set<String> = []
        for body in Body.Kind.allCases.flatMap(seen.organisation.bodies) { lines.insert("organisation/\(body.facts.id)") }
        for document in seen.documents.inOrder { lines.insert("documents/\(document.facts.id)") }
        for series in seen.conferences.inOrder { lines.insert("conferences/\(series.facts.id)") }
        for one in seen.conferences.all { lines.insert("conferences/\(one.facts.series)/\(one.facts.id)") }
        for statement in seen.advocacy.statementsInOrder { lines.insert("statements/\(statement.facts.id)") }
        for priority in seen.advocacy.prioritiesInOrder { lines.insert("priorities/\(priority.facts.id)") }
        for list in seen.advocacy.listsInOrder { lines.insert("priority-lists/\(list.facts.id)") }
        for plan in seen.planning.inOrder { lines.insert("plans/\(plan.facts.id)") }
        for peer in seen.organisation.peersInOrder { lines.insert("peers/\(peer.id)") }
        for municipality in seen.members.all { lines.insert("members/\(municipality.facts.id)") }
        for edition in seen.programme.inOrder { lines.insert("programme/\(edition.text.id)") }
        for item in seen.news.inOrder { lines.insert("news/\(item.facts.id)") }
        for frame in seen.outerFrames.inOrder { lines.insert("frames/\(frame.facts.id)") }
        for meeting in seen.meetings.inOrder { lines.insert("meetings/\(meeting.facts.body)/\(meeting.facts.id)") }
        for draft in seen.drafting.inOrder {
            lines.insert("drafts/\(draft.edition)")
            #expect(draft.publicSince.map { $0 <= today } ?? false)
            #expect(draft.contributions.allSatisfy { $0.isShown })
        }
        for round in seen.ratification.inOrder { lines.insert("programme/\(round.edition)") }
        #expect(lines.isDisjoint(with: withdrawn.map(\.text)))
    }
}

extension Subject {
    fileprivate var isDraft: Bool { if case .draft = self { true } else { false } }
}

extension Record {
    fileprivate func isAboutNews(_ subjects: Set<Subject>) -> Bool {
        subjects.contains { if case .newsItem = $0 { true } else { false } }
    }
}
