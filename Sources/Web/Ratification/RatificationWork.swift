import Cooperation

extension Site {
    /// What waits on the tracks: for a registrar what the own municipality has to do, for the secretariat what is missing anywhere.
    var ratificationWork: WorkSource {
        { reading, capacity in
            reading.cooperation.ratification.inOrder.flatMap { round -> [WorkItem] in
                // What history has seen is told by its sources, and nobody is asked for more.
                guard let proposal = round.current, proposal.facts.version != nil,
                    reading.cooperation.reasonForWithdrawal(of: .edition(round.edition)) == nil
                else { return [] }
                let waiting = WaitingTracks(round, proposal, reading)
                if capacity.role == .registrar { return capacity.municipality.map { waiting.items(of: $0) } ?? [] }
                guard Permission.sendProposal.allows(capacity, about: .init()) else { return [] }
                return waiting.itemsOfAll
            }
        }
    }
}

/// What is missing on the tracks of a proposal.
private struct WaitingTracks {
    /// Something that is missing, and when it should have come.
    private struct Missing {
        var kind: Kind
        var due: Day?
        /// The meeting that has been.
        var meeting: Day?
    }

    private enum Kind: String, CaseIterable {
        case caseNumber = "case-number"
        case meeting = "decision-meeting"
        case decision = "board-decision"
        case extract, adjustment, posting

        var step: TrackStep {
            switch self {
            case .caseNumber: .register
            case .meeting: .prepare
            case .decision: .decide
            case .extract: .attach
            case .adjustment: .adjust
            case .posting: .post
            }
        }
    }

    private let round: Round
    private let proposal: Proposal
    private let reading: Reading
    private let title: String
    /// The last day on which a board can decide, by the schedule.
    private let lastDecisionDay: Day?

    init(_ round: Round, _ proposal: Proposal, _ reading: Reading) {
        (self.round, self.proposal, self.reading) = (round, proposal, reading)
        title = proposal.facts.text.title
        lastDecisionDay = round.schedule.map { BackPlan.Terms($0).lastDecisionDay }
    }

    private func missing(on track: Track) -> [Missing] {
        switch track.stage {
        case .sent: return [Missing(kind: .caseNumber, due: lastDecisionDay)]
        case .registered: return [Missing(kind: .meeting, due: lastDecisionDay)]
        case .prepared(_, let meeting):
            guard let meeting, meeting <= reading.today else { return [] }
            return [Missing(kind: .decision, due: meeting, meeting: meeting)]
        case .decided(let decision):
            // Minutes are adjusted within fourteen days (kommunallagen 5 kap. 69 §).
            let due = decision.day.adding(days: 14).movedToWeekday()
            return extract(of: decision, due: due) + [Missing(kind: .adjustment, due: due)]
        case .adjusted(let decision, let adjusted):
            // It is posted at the latest on the second day after (kommunallagen 8 kap. 12 §).
            let due = adjusted.adding(days: 2).movedToWeekday()
            return extract(of: decision, due: due) + [Missing(kind: .posting, due: due)]
        case .posted(let decision, _, let posted, _): return extract(of: decision, due: posted)
        }
    }

    private func extract(of decision: Track.Decision, due: Day) -> [Missing] {
        decision.extract == nil ? [Missing(kind: .extract, due: due)] : []
    }

    /// What a municipality has to do.
    func items(of municipality: Municipality.ID) -> [WorkItem] {
        guard let track = proposal[municipality] else { return [] }
        let outbox = reading.words.outbox
        return missing(on: track).map { missing in
            let what =
                switch missing.kind {
                case .caseNumber: outbox.caseNumberMissing(title)
                case .meeting: outbox.meetingMissing(title)
                case .decision: outbox.decisionDue(title, reading.words.date(missing.meeting ?? reading.today))
                case .extract: outbox.extractMissing(title)
                case .adjustment: outbox.adjustmentMissing(title)
                case .posting: outbox.postingMissing(title)
                }
            return WorkItem(
                kind: missing.kind.rawValue,
                due: missing.due,
                what: what,
                place: track.caseNumber ?? reading.name(of: .municipality(municipality)),
                steps: ["ratificering", round.edition.text, municipality.text, missing.kind.step.rawValue],
                action: label(of: missing.kind)
            )
        }
    }

    private func label(of kind: Kind) -> String {
        let forms = reading.words.trackForms
        return switch kind {
        case .caseNumber: forms.register
        case .meeting: forms.prepare
        case .decision: forms.decide
        case .extract: forms.attach
        case .adjustment: forms.adjust
        case .posting: forms.post
        }
    }

    /// What is missing anywhere, one thing for each kind.
    var itemsOfAll: [WorkItem] {
        let outbox = reading.words.outbox
        func item(_ kind: String, _ what: String, place: String? = nil, due: Day? = nil) -> WorkItem {
            WorkItem(
                kind: kind,
                due: due,
                what: what,
                place: place ?? title,
                steps: ["ratificering", round.edition.text],
                action: outbox.see
            )
        }
        let standing = reading.view.roundStandings[round.edition]
        if standing == .notSent { return [item("proposal-not-sent", outbox.notSent(title))] }
        var items: [WorkItem] = []
        if case .commonTextNeeded = standing {
            let sentence = ShownRound(round, reading).sentence(reading.words)
            items.append(item("common-text", outbox.commonTextNeeded(title), place: sentence))
        }
        var found: [Kind: [(name: String, due: Day?)]] = [:]
        for member in reading.cooperation.members.members(on: reading.today) {
            guard let track = proposal[member.facts.id] else { continue }
            for missing in missing(on: track) { found[missing.kind, default: []].append((member.facts.name, missing.due)) }
        }
        for kind in Kind.allCases {
            guard let all = found[kind] else { continue }
            let names = reading.words.list(all.map(\.name))
            let what: String
            switch kind {
            case .caseNumber: what = outbox.caseNumbersMissing(names)
            // That no meeting has been named is for the municipality to mend.
            case .meeting: continue
            case .decision: what = outbox.decisionsDue(names)
            case .extract: what = outbox.extractsMissing(names)
            case .adjustment: what = outbox.adjustmentsMissing(names)
            case .posting: what = outbox.postingsMissing(names)
            }
            items.append(item(kind.rawValue, what, due: all.compactMap(\.due).min()))
        }
        return items
    }
}
