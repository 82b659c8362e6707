import Cooperation

/// How many facts rest on each source, as far as they may be seen.
struct SourceCounts: Sendable {
    private(set) var counts: [Source: Int] = [:]

    /// The sources of everything that a reading lets be seen.
    init(_ reading: Reading) {
        let cooperation = reading.cooperation
        add(cooperation.settings?.sources)
        for municipality in cooperation.members.all {
            add(municipality.facts.sources)
            for membership in municipality.memberships { add(membership.sources) }
            for (_, figure) in municipality.populationInOrder { add(figure.sources) }
        }
        for (_, figure) in cooperation.members.totalPopulationInOrder { add(figure.sources) }
        for edition in cooperation.programme.inOrder {
            add(edition.text.sources)
            add(edition.entry?.sources)
            for node in edition.text.nodes { add(node.sources) }
            for service in edition.services { add(service.sources) }
        }
        for frame in cooperation.outerFrames.inOrder {
            add(frame.facts.sources)
            add(frame.facts.successorSources)
        }
        addOrganisation(cooperation.organisation)
        for document in cooperation.documents.inOrder {
            add(document.facts.sources)
            add(document.facts.details)
        }
        for series in cooperation.conferences.inOrder {
            add(series.facts.sources)
            add(series.facts.details)
            add(series.rules?.sources)
            for conference in series.inOrder {
                add(conference.facts.sources)
                add(conference.facts.details)
            }
        }
        addAdvocacy(cooperation.advocacy)
        for plan in cooperation.planning.inOrder {
            add(plan.facts.sources)
            add(plan.facts.details)
            for activity in plan.facts.activities { add(activity.sources) }
            for report in plan.reports { add(report.fact.sources) }
            add(plan.followUp?.fact.sources)
            add(plan.followUp?.fact.outcomes ?? [])
        }
        for item in cooperation.news.inOrder { add(item.facts.sources) }
    }

    private mutating func addOrganisation(_ organisation: Organisation) {
        for body in Body.Kind.allCases.flatMap({ organisation.bodies($0) }) {
            add(body.facts.sources)
            add(body.facts.details)
            for presidency in body.presidencies { add(presidency.fact.sources) }
            for assignment in body.assignments { add(assignment.fact.sources) }
            for sighting in body.sightings { add(sighting.fact.sources) }
            add(body.closing?.fact.sources)
        }
        for peer in organisation.peersInOrder { add(peer.sources) }
    }

    private mutating func addAdvocacy(_ advocacy: Advocacy) {
        for statement in advocacy.statementsInOrder {
            add(statement.facts.sources)
            add(statement.facts.details)
        }
        for priority in advocacy.prioritiesInOrder {
            add(priority.facts.sources)
            add(priority.facts.details)
            for renaming in priority.renamings { add(renaming.fact.sources) }
            for outcome in priority.outcomes { add(outcome.fact.sources) }
        }
        for list in advocacy.listsInOrder {
            add(list.facts.sources)
            add(list.facts.details)
        }
    }

    private mutating func add(_ sources: [Source]?) {
        for source in sources ?? [] { counts[source, default: 0] += 1 }
    }

    private mutating func add(_ details: [Detail]) {
        for detail in details { add(detail.sources) }
    }

    /// The sources that most facts rest on first; equal ones by their text.
    var inOrder: [(source: Source, count: Int)] {
        counts.sorted { (-$0.value, $0.key.text) < (-$1.value, $1.key.text) }.map { ($0.key, $0.value) }
    }
}
