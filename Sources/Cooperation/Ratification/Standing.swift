import HashTreeCollections

extension Proposal {
    /// Where a proposal stands by its rule; computed from what the boards have decided, and set by nobody.
    package enum Standing: Hashable, Sendable {
        /// Locked, and not sent to anybody yet.
        case notSent
        /// Some have yet to decide.
        case open(waitingFor: [Municipality.ID])
        /// What some have decided can't be put together to one text: the committee must propose a new one.
        case commonTextNeeded(because: [Municipality.ID])
        /// All that is needed is decided, and some decisions have yet to get legal force.
        case awaitingLegalForce(of: [Municipality.ID])
        /// The rule is met: in force from that day, which may lie ahead.
        case adopted(inForce: Day)
    }

    /// Where the proposal stands by its rule.
    ///
    /// - Parameters:
    ///   - members: the municipalities; who is a member is asked of each day, so one that leaves or joins in the middle counts from then.
    ///   - today: the day that is asked about; it decides only who is waited for.
    /// - Returns: where it stands, with those it depends on in alphabetical order.
    package func standing(among members: Members, on today: Day) -> Standing {
        if let day = entryIntoForce(among: members) { return .adopted(inForce: day) }
        let asked = members.members(on: today).map(\.facts.id)
        // Decisions that stand over from an earlier proposal aren't a sending, as long as somebody waits for one.
        let isOut = tracks.values.contains { $0.carriedFrom == nil } || isSent && asked.allSatisfy { tracks[$0] != nil }
        guard isOut else { return .notSent }
        let hindering = asked.filter { isHindered(by: $0) }
        let willing = asked.filter { !hindering.contains($0) }
        // Where nobody stands in the way, no other text would help: the rule lacks members or figures.
        guard hindering.isEmpty || isEnough(willing, of: asked, members, on: today) else {
            return .commonTextNeeded(because: hindering)
        }
        if isMet(on: today, by: consents(at: .adoption), members, members.times) {
            return .awaitingLegalForce(of: willing.filter { adoptedWithoutLegalForce($0) })
        }
        return .open(waitingFor: willing.filter { tracks[$0]?.effective(.adoption) == nil })
    }

    /// The first day on which the rule is met; nil when it isn't, as far as is known.
    ///
    /// The rule can come to be met on a day that a board's decision counts from, on a day that a member joins or leaves or that there are
    /// new figures of inhabitants for, or on the first day that the rule allows. Once it has been met it stays so. A text is never in force
    /// before it was locked, also when what was decided on an earlier one counts for it.
    package func entryIntoForce(among members: Members) -> Day? {
        let consents = consents(at: facts.rule.effect)
        guard let first = consents.values.min() else { return nil }
        let earliest = max(facts.rule.notBefore ?? first, first, locked.last)
        // Looked up once: a rule is tried on every day that something changes. Most are met on the first.
        let times = members.times
        if isMet(on: earliest, by: consents, members, times) { return earliest }
        let days = Set(consents.values).union(members.daysOfChange).filter { $0 > earliest }.sorted()
        return days.first { isMet(on: $0, by: consents, members, times) }
    }

    /// The municipalities whose board has said what the rule asks for, and the day from which that counts.
    private func consents(at effect: EntryRule.Effect) -> [Municipality.ID: Day] {
        var consents: [Municipality.ID: Day] = [:]
        for (id, track) in tracks {
            guard let since = track.effective(effect) else { continue }
            if facts.rule.consent == .everyMemberWithoutAddition, track.decision?.outcome != .adopted { continue }
            consents[id] = since
        }
        return consents
    }

    /// Whether those who have consented by a day are those the rule asks for.
    private func isMet(on day: Day, by consents: [Municipality.ID: Day], _ members: Members, _ times: [Members.Time]) -> Bool {
        var asked: [Municipality.ID] = []
        var consenting: [Municipality.ID] = []
        for time in times where time.from <= day && time.to.map({ day < $0 }) ?? true {
            asked.append(time.id)
            if let since = consents[time.id], since <= day { consenting.append(time.id) }
        }
        return !asked.isEmpty && isEnough(consenting, of: asked, members, on: day)
    }

    private func isEnough(_ some: [Municipality.ID], of asked: [Municipality.ID], _ members: Members, on day: Day) -> Bool {
        switch facts.rule.consent {
        case .everyMember, .everyMemberWithoutAddition: return some.count == asked.count
        case .quorum(let least, let thousandths):
            guard some.count >= least else { return false }
            let all = members.inhabitants(of: asked, on: day)
            // A share of inhabitants that nobody has counted is not reached.
            return thousandths == 0 || all > 0 && members.inhabitants(of: some, on: day) * 1000 >= all * thousandths
        }
    }

    private func adoptedWithoutLegalForce(_ id: Municipality.ID) -> Bool {
        tracks[id].map { $0.effective(.adoption) != nil && $0.effective(.legalForce) == nil } ?? false
    }

    /// Whether what a municipality has decided stands in the way, so that only a new text, or a new decision, can bring it along.
    private func isHindered(by id: Municipality.ID) -> Bool {
        guard let outcome = tracks[id]?.decision?.outcome else { return false }
        return switch outcome {
        case .adopted: false
        case .adoptedWithAddition: facts.rule.consent == .everyMemberWithoutAddition
        case .sentBack, .rejected: true
        }
    }
}

extension Members {
    /// Those who are members on a day, in Swedish alphabetical order.
    package func members(on day: Day) -> [Municipality] { all.filter { $0.isMember(on: day) } }

    /// A time during which a municipality is a member.
    fileprivate struct Time {
        let id: Municipality.ID
        let from: Day
        /// The first day after it; nil while it lasts.
        let to: Day?
    }

    /// Every time that a municipality is or has been a member; those of one municipality don't overlap.
    fileprivate var times: [Time] {
        municipalities.values.flatMap { municipality in
            municipality.memberships.filter { $0.kind == .member }
                .map { Time(id: municipality.facts.id, from: $0.from.last, to: $0.to?.last) }
        }
    }

    /// The days on which somebody becomes a member or ceases to be one, or gets a new figure of inhabitants.
    var daysOfChange: [Day] {
        times.flatMap { [$0.from] + ($0.to.map { [$0] } ?? []) } + municipalities.values.flatMap(\.population.keys)
    }

    /// How many live in some municipalities, by the latest figures known for a day.
    func inhabitants(of some: [Municipality.ID], on day: Day) -> Int {
        some.reduce(0) { sum, id in
            guard let figures = municipalities[id]?.population else { return sum }
            let known = figures.keys.filter { $0 <= day }.max() ?? figures.keys.min()
            return sum + (known.flatMap { figures[$0] }?.count ?? 0)
        }
    }
}

extension Municipality {
    /// Whether it belongs to those who decide, on a day.
    package func isMember(on day: Day) -> Bool {
        memberships.contains { $0.kind == .member && $0.from.last <= day && ($0.to.map { day < $0.last } ?? true) }
    }
}
