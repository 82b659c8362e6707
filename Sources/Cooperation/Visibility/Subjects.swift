import FoundationEssentials
import HashTreeCollections

extension Cooperation {
    /// What the public may not see now.
    package var withdrawnSubjects: Set<Subject> { Set(withdrawn.keys) }

    /// Why the public may not see a subject now; nil when it may.
    package func reasonForWithdrawal(of subject: Subject) -> Prose? { withdrawn[subject] }
}

extension Act {
    /// What the act is about, as far as it can be withdrawn from the public.
    package var subjects: Set<Subject> {
        switch self {
        case .settings: []
        case .members(.registered(let facts)): [.municipality(facts.id)]
        case .members(.joined(let joining)), .members(.associated(let joining)): [.municipality(joining.municipality)]
        case .members(.left(let leaving)): [.municipality(leaving.municipality)]
        case .members(.populationRecorded(let recorded)): Set(recorded.municipality.map { [.municipality($0)] } ?? [])
        case .programme(.recorded(let text)): [.edition(text.id)]
        case .programme(.enteredIntoForce(let entry)): [.edition(entry.edition)]
        case .programme(.extended(let added)): [.edition(added.edition)]
        case .programme(.served(let service)): [.edition(service.edition), .outerFrame(service.frame)]
        case .programme(.prolonged(let prolongation)): [.edition(prolongation.edition)]
        case .outerFrames(.recorded(let facts)): [.outerFrame(facts.id)]
        case .organisation(.bodyRecorded(let facts)): [.body(facts.id)]
        case .organisation(.presidencyRecorded(let presidency)): [.body(presidency.body)]
        case .organisation(.assigned(let assignment)): [.body(assignment.body), .edition(assignment.edition)]
        case .organisation(.assignmentEnded(let ending)): [.body(ending.body), .edition(ending.edition)]
        case .organisation(.seen(let sighting)): [.body(sighting.body)]
        case .organisation(.closed(let closing)): [.body(closing.body)]
        case .organisation(.peerRecorded(let peer)): [.peer(peer.id)]
        case .organisation(.seatEstablished(let seat)): [.body(seat.body)]
        case .organisation(.seatTaken(let tenure)): [.body(tenure.body)]
        case .organisation(.seatLeft(let leaving)): [.body(leaving.body)]
        case .organisation(.deputyAppointed(let deputyship)): [.body(deputyship.body)]
        case .organisation(.seatClosed(let closing)): [.body(closing.body)]
        case .documents(.recorded(let facts)): [.document(facts.id)]
        case .documents(.attached(let attaching)): [.document(attaching.document)]
        case .documents(.detached(let detaching)): [.document(detaching.document)]
        case .conferences(.seriesRecorded(let facts)): [.series(facts.id)]
        case .conferences(.rulesAgreed(let rules)): [.series(rules.series)]
        case .conferences(.conferenceRecorded(let facts)): [.series(facts.series), .conference(facts.series, facts.id)]
        case .advocacy(.statementMade(let facts)): [.statement(facts.id)]
        case .advocacy(.priorityRecorded(let facts)): [.priority(facts.id)]
        case .advocacy(.priorityRenamed(let renaming)): [.priority(renaming.priority)]
        case .advocacy(.outcomeNoted(let outcome)): [.priority(outcome.priority)]
        case .advocacy(.listAgreed(let facts)): [.priorityList(facts.id)]
        case .planning(.planRecorded(let facts)): [.plan(facts.id)]
        case .planning(.activityReported(let report)): [.plan(report.plan)]
        case .planning(.yearFollowedUp(let followUp)): [.plan(followUp.plan)]
        case .news(.published(let facts)): [.newsItem(facts.id)]
        case .meetings(.recorded(let facts)): [.meeting(facts.body, facts.id)]
        case .meetings(.decided(let decision)):
            Set([.meeting(decision.body, decision.meeting)] + (decision.about.map { [$0] } ?? []))
        case .drafting(let act): [.draft(act.edition)]
        case .ratification(let act): Set([.edition(act.edition)] + (act.place.map { [.municipality($0.municipality)] } ?? []))
        case .comparisons(let act): [act.subject]
        case .visibility(.withdrawn(let change)), .visibility(.restored(let change)): [change.subject]
        case .notice(.crossed(let notice)): [notice.crossing.subject]
        case .record(.corrected(let correction)): correction.replacement.subjects
        case .record(.struck): []
        }
    }

    /// Every text and file that the act refers to.
    ///
    /// Found in the payload's own JSON, so that an act that gets a new one can't be forgotten here.
    package func proses() throws -> [Prose] {
        try JSONDecoder().decode(Texts.self, from: Data(try encodedPayload())).proses
    }

    /// Any JSON, of which only the commitments are kept.
    private struct Texts: Decodable {
        var proses: [Prose] = []

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                if let commitment = Commitment(hexadecimal: text) { proses = [Prose(commitment)] }
            } else if let elements = try? decoder.singleValueContainer().decode([Texts].self) {
                proses = elements.flatMap(\.proses)
            } else if let fields = try? decoder.singleValueContainer().decode([String: Texts].self) {
                proses = fields.values.flatMap(\.proses)
            }
        }
    }
}

extension Crossing {
    /// What crossed the line.
    package var subject: Subject {
        switch self {
        case .editionPeriodEnded(let id): .edition(id)
        case .outerFramePeriodEnded(let id): .outerFrame(id)
        case .documentPeriodEnded(let id): .document(id)
        case .newsPublished(let id, _): .newsItem(id)
        case .editionInForce(let id, _): .edition(id)
        case .legalForce(let place, _): .edition(place.edition)
        }
    }
}

extension Timeline {
    /// What a recorded act is about; for a correction also what its target was about.
    package func subjects(of record: Record) -> Set<Subject> {
        guard case .record(let act) = record.act, let target = self[act.target] else { return record.act.subjects }
        return record.act.subjects.union(target.act.subjects)
    }

    /// What a record does something to: its own act; for a correction also what it corrects, as that was recorded and as it stood until then,
    /// and what that is to say instead.
    package func acts(touchedBy record: Record) -> [Act] {
        guard case .record(let correction) = record.act, let target = self[correction.target] else { return [record.act] }
        var acts = [record.act, target.act]
        if case .corrected(let correction) = correction { acts.append(correction.replacement) }
        positions(about: target).forEach { position in
            guard position < record.position, case .record(.corrected(let earlier))? = self[position]?.act,
                earlier.target == target.position
            else { return }
            acts.append(earlier.replacement)
        }
        return acts
    }

    private func positions(about record: Record) -> Pieces<Position> {
        // A correction is about what its target is about, so each subject has them all.
        record.act.subjects.first.map { positions(about: $0) } ?? Pieces()
    }
}
