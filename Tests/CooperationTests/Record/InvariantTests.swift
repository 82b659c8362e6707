import Testing

@testable import Cooperation

@Suite("What holds of every state") struct InvariantTests {
    @Test("after random acts of every kind, back-dated, corrected and struck")
    func random() throws {
        var seen = Seen()
        for seed in 61...68 as ClosedRange<UInt64> { try grow(seed, &seen) }
        #expect(seen.isEnough, "\(seen)")
        // The last steps of a study stand on five others; StudyTests and CaseTests try them.
        let seldom: Set<String> = [
            "comparisons.study-proposed", "comparisons.study-presented", "comparisons.study-decided",
            "comparisons.study-followed-up", "comparisons.study-ended", "comparisons.case-asked", "comparisons.case-answered",
            "comparisons.study-analysed",
        ]
        #expect(seen.kinds.union(seldom) == Set(Act.forms.keys), "an act of some kind was never taken")
        // A journal that holds acts without meaning comes to no other kind of state.
        var history = RandomHistory(seed: 64, from: try day("2012-01-01"))
        var records: [Record] = []
        for _ in 0..<1000 { records.append(history.next(after: records.count)) }
        check(Timeline(records).live, &seen)
    }

    private func grow(_ seed: UInt64, _ seen: inout Seen) throws {
        var history = RandomHistory(seed: seed, from: try day("2012-01-01"))
        var timeline = Timeline()
        while timeline.count < Effort.count(1500, otherwise: 400) {
            guard let next = try? timeline.appending(history.next(after: timeline.count)) else { continue }
            timeline = next
            guard timeline.count % 10 == 0 else { continue }
            check(timeline.live, &seen)
            check(timeline.cooperation(asOf: history.day()), &seen)
        }
        timeline.forEach { seen.kinds.insert($0.act.kind) }
    }

    /// How often there was something to check.
    private struct Seen {
        var chains = 0
        var orders = 0
        var reports = 0
        var names = 0
        var files = 0
        var held = 0
        var versions = 0
        var decisions = 0
        var kinds: Set<String> = []

        var isEnough: Bool { min(chains, orders, reports, names, files, held, versions, decisions) > 10 }
    }

    private func check(_ cooperation: Cooperation, _ seen: inout Seen) {
        checkBodies(cooperation, &seen)
        checkMeetings(cooperation)
        checkDrafts(cooperation, &seen)
        checkRounds(cooperation, &seen)
        let documents = cooperation.documents
        for document in documents.inOrder {
            let commitments = document.attachings.map(\.fact.attachment.commitment)
            seen.files += commitments.count
            #expect(Set(commitments).count == commitments.count, "no file belongs to a document twice")
            #expect(isInOrder(document.attachings))
            #expect(document.attachings.allSatisfy { $0.fact.document == document.facts.id })
        }
        for document in documents.inOrder where document.facts.replaces != nil {
            seen.chains += 1
            #expect(ends(from: document.facts.id) { documents[$0]?.facts.replaces }, "\(document.facts.id)")
            let others = documents.inOrder.filter { $0.facts.replaces == document.facts.replaces }
            #expect(others.count == 1, "one document replaces another")
        }
        let conferences = cooperation.conferences
        for series in conferences.inOrder {
            #expect(ends(from: series.facts.id) { conferences[$0]?.facts.continues })
            #expect((series.rules == nil) == (series.agreed == nil))
            for conference in series.inOrder {
                #expect(series[conference.facts.id] == conference && conference.facts.series == series.facts.id)
            }
        }
        let advocacy = cooperation.advocacy
        for list in advocacy.listsInOrder {
            #expect(ends(from: list.facts.id) { (id: PriorityList.ID) in advocacy[id]?.facts.replaces })
        }
        for priority in advocacy.prioritiesInOrder {
            #expect(isInOrder(priority.renamings) && isInOrder(priority.outcomes))
            // It never gets the name it has.
            for (one, other) in zip(priority.formerNames, priority.formerNames.dropFirst() + [priority.facts.name]) {
                seen.names += 1
                #expect(one != other)
            }
            #expect(priority.formerNames.count >= priority.renamings.count)
        }
        for plan in cooperation.planning.inOrder {
            #expect(isInOrder(plan.reports))
            for report in plan.reports {
                seen.reports += 1
                #expect(plan.facts.activities.contains { $0.id == report.fact.activity })
                #expect(report.period.last >= plan.decided.last)
            }
            for activity in plan.facts.activities {
                let last = plan.reports.filter { $0.fact.activity == activity.id }.last
                #expect(plan.latestReport(on: activity.id) == last)
            }
        }
    }

    private func checkMeetings(_ cooperation: Cooperation) {
        for meeting in cooperation.meetings.inOrder {
            #expect(cooperation.organisation[meeting.facts.body] != nil)
            #expect(cooperation.meetings[meeting.facts.body, meeting.facts.id] == meeting)
            let paragraphs = meeting.decisions.map(\.fact.paragraph)
            #expect(paragraphs == Set(paragraphs).sorted(), "each paragraph once, in order")
            #expect(meeting.isHeld || meeting.decisions.isEmpty, "what wasn't held has decided nothing")
            #expect(meeting.decisions.allSatisfy { $0.period.last >= meeting.facts.day }, "nor before it was held")
        }
    }

    private func checkDrafts(_ cooperation: Cooperation, _ seen: inout Seen) {
        for draft in cooperation.drafting.inOrder {
            #expect(draft.versions.map(\.number) == Array(1...draft.versions.count))
            seen.versions += draft.versions.count - 1
            for version in draft.versions {
                #expect(Programme.fault(in: version.text) == nil)
                #expect(version.text.id == draft.edition)
            }
            #expect(isInOrder(draft.openings))
            let ids = draft.contributions.map(\.facts.id)
            #expect(Set(ids).count == ids.count)
            for contribution in draft.contributions {
                #expect([contribution.isQueued, contribution.isShown, contribution.removal != nil].count { $0 } == 1)
                #expect(contribution.answer == nil || contribution.isReleased, "what nobody sees isn't answered")
            }
            #expect((draft.publicSince == nil) == (draft.firstPublicVersion == nil))
        }
    }

    private func checkRounds(_ cooperation: Cooperation, _ seen: inout Seen) {
        for round in cooperation.ratification.inOrder {
            let numbers = round.proposals.map(\.facts.number)
            #expect(numbers == Array(1..<(numbers.count + 1)))
            guard let current = round.current else { continue }
            let edition = cooperation.programme[round.edition]
            #expect(edition?.inForce == current.entryIntoForce(among: cooperation.members).map { .day($0) })
            #expect((edition?.entry == nil) == (edition?.inForce == nil), "what is told of its entry comes and goes with it")
            for proposal in round.proposals {
                for track in proposal.allTracks {
                    #expect(proposal[track.municipality] == track)
                    if track.decision != nil { seen.decisions += 1 }
                    #expect(track.isInOrder, "\(track)")
                    if let number = track.carriedFrom { #expect(number < proposal.facts.number) }
                }
            }
        }
    }

    private func checkBodies(_ cooperation: Cooperation, _ seen: inout Seen) {
        let organisation = cooperation.organisation
        var deciding: Set<Municipality.ID> = []
        for body in Body.Kind.allCases.flatMap({ organisation.bodies($0) }) {
            #expect(isInOrder(body.presidencies) && isInOrder(body.assignments) && isInOrder(body.sightings))
            if body.presidencies.count > 1 { seen.orders += 1 }
            #expect(ends(from: body.facts.id) { organisation[$0]?.facts.worksFor })
            for dated in body.presidencies { #expect(dated.period.last >= body.since.last) }
            let parts = body.assignments.map { "\($0.fact.edition)/\($0.fact.node)" }
            #expect(Set(parts).count == parts.count, "nothing is worked with twice")
            checkSeats(body, organisation, &seen)
            if body.facts.kind == .ratifyingBody, body.closing == nil, let municipality = body.facts.municipality {
                #expect(deciding.insert(municipality).inserted, "one body decides for \(municipality)")
                #expect(organisation.ratifyingBody(of: municipality) == body)
            }
        }
    }

    private func checkSeats(_ body: Body, _ organisation: Organisation, _ seen: inout Seen) {
        #expect(Set(body.seats.map(\.facts.id)).count == body.seats.count)
        // What has ended its work has nobody who acts for it from that day.
        if let end = body.closing?.period.last { #expect(body.seats(on: end).isEmpty) }
        for seat in body.seats {
            #expect(seat.facts.body == body.facts.id)
            let starts = seat.tenures.map(\.from)
            #expect(starts == Set(starts).sorted(), "no two begin the same day")
            let times = seat.earlier.map { ($0.lowerBound, $0.upperBound) } + [(seat.since, seat.closing?.last ?? seat.since)]
            for (one, next) in zip(times, times.dropFirst()) { #expect(one.1.adding(days: 1) < next.0, "there is a day between") }
            for (tenure, next) in zip(seat.tenures, seat.tenures.dropFirst().map(\.from) + [nil]) {
                let last = seat.lastDay(of: tenure)
                #expect(last.map { tenure.from <= $0 } ?? true)
                #expect(seat.tenure(on: tenure.from) == tenure)
                if let next { #expect(last.map { $0 < next } ?? false) }
                if let end = seat.closing?.last { #expect(last.map { $0 <= end } ?? false) }
                let found = organisation.capacities(of: tenure.person, on: tenure.from).filter { $0.seat == seat.reference }
                #expect(found.map(\.isDeputy) == [false] && found.map(\.until) == [last])
                seen.held += 1
            }
            for deputyship in seat.deputyships {
                #expect(deputyship.from <= deputyship.until)
                if let end = seat.closing?.last { #expect(deputyship.until <= end) }
            }
        }
    }

    private func isInOrder(_ facts: [Dated<some Hashable & Sendable>]) -> Bool {
        zip(facts, facts.dropFirst()).allSatisfy { $0.period.last <= $1.period.last }
    }

    /// Whether a chain comes to an end, and so doesn't go in a ring.
    private func ends<ID: Hashable>(from start: ID, _ next: (ID) -> ID?) -> Bool {
        var steps = 0
        var id: ID? = start
        while let current = id, steps < 100 {
            id = next(current)
            steps += 1
        }
        return steps < 100
    }

    @Test("a chain that goes in a ring is walked once")
    func ring() {
        let next = [1: 2, 2: 3, 3: 2, 4: 4]
        #expect(leads(from: 1, to: 3) { next[$0] })
        #expect(leads(from: 1, to: 1) { next[$0] })
        #expect(!leads(from: 1, to: 4) { next[$0] })
        #expect(leads(from: 4, to: 4) { next[$0] })
        #expect(!leads(from: 4, to: 1) { next[$0] })
        #expect(!leads(from: 9, to: 1) { next[$0] })
        #expect(leads(from: 9, to: 9) { next[$0] })
    }
}

extension Track {
    /// Whether nothing stands before what it follows on.
    var isInOrder: Bool {
        let (days, appeals): ([Day], [Appeal]) =
            switch stage {
            case .sent: ([], [])
            case .registered(let day), .prepared(let day, _): ([day], [])
            case .decided(let decision): ([decision.day], [])
            case .adjusted(let decision, let adjusted): ([decision.day, adjusted], [])
            case .posted(let decision, let adjusted, let posted, let appeals): ([decision.day, adjusted, posted], appeals)
            }
        let all = [sent] + earlier.map(\.day) + days + appeals.flatMap { [$0.from] + ($0.ended.map { [$0] } ?? []) }
        // At most one appeal is open, and nothing follows on one that was annulled.
        let ends = appeals.dropLast().allSatisfy { $0.ended != nil && !$0.annulled }
        return all == all.sorted() && ends && appeals.allSatisfy { $0.ended != nil || !$0.annulled }
    }
}
