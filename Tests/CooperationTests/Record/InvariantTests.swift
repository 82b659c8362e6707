import Testing

@testable import Cooperation

@Suite("What holds of every state") struct InvariantTests {
    @Test("after random acts of every kind, back-dated, corrected and struck")
    func random() throws {
        var seen = Seen()
        for seed in 61...63 as ClosedRange<UInt64> { try grow(seed, &seen) }
        #expect(seen.isEnough, "\(seen)")
        #expect(seen.kinds == Set(Act.forms.keys), "an act of some kind was never taken")
        // A journal that holds acts without meaning comes to no other kind of state.
        var history = RandomHistory(seed: 64, from: try day("2012-01-01"))
        var records: [Record] = []
        for _ in 0..<1000 { records.append(history.next(after: records.count)) }
        check(Timeline(records).live, &seen)
    }

    private func grow(_ seed: UInt64, _ seen: inout Seen) throws {
        var history = RandomHistory(seed: seed, from: try day("2012-01-01"))
        var timeline = Timeline()
        while timeline.count < Effort.count(1500, otherwise: 300) {
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
        var kinds: Set<String> = []

        var isEnough: Bool { min(chains, orders, reports, names) > 10 }
    }

    private func check(_ cooperation: Cooperation, _ seen: inout Seen) {
        checkBodies(cooperation, &seen)
        let documents = cooperation.documents
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
            if body.facts.kind == .ratifyingBody, body.closing == nil, let municipality = body.facts.municipality {
                #expect(deciding.insert(municipality).inserted, "one body decides for \(municipality)")
                #expect(organisation.ratifyingBody(of: municipality) == body)
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
