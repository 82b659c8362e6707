import HashTreeCollections

extension Cooperation {
    /// The whole state as bytes that are the same for equal states, whatever order the trees hold their elements in.
    ///
    /// One line for each element, sorted by name within its kind, as JSON with sorted keys. The SHA-256 of it is the state hash: what a
    /// golden journal must replay to in every later version.
    ///
    /// - Throws: an `EncodingError`, which no state built of acts gives.
    package func canonicalForm() throws -> [UInt8] {
        var form = CanonicalForm()
        if let settings { try form.line("settings", settings) }
        if let agreed { try form.line("agreed", agreed) }
        for municipality in members.municipalities.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("municipality", municipality.facts)
            for membership in municipality.memberships { try form.line("membership", membership) }
            for (day, figure) in municipality.population.sorted(by: { $0.key < $1.key }) {
                try form.line("population \(day.iso)", figure)
            }
        }
        for (day, figure) in members.totalPopulation.sorted(by: { $0.key < $1.key }) {
            try form.line("total-population \(day.iso)", figure)
        }
        for edition in programme.editions.values.sorted(by: { $0.text.id < $1.text.id }) {
            try form.line("edition", edition.text)
            if let inForce = edition.inForce { try form.line("in-force", inForce) }
            if let entry = edition.entry { try form.line("entry", entry) }
            for service in edition.services { try form.line("service", service) }
        }
        for frame in outerFrames.frames.values.sorted(by: { $0.facts.id < $1.facts.id }) { try form.line("frame", frame.facts) }
        try organisation.write(into: &form)
        for document in documents.documents.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("document \(document.decided.iso)", document.facts)
            try form.lines("attachment", document.attachings)
        }
        try conferences.write(into: &form)
        try advocacy.write(into: &form)
        try planning.write(into: &form)
        for item in news.items.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("news \(item.written.iso) \(item.changed.iso)", item.facts)
        }
        try writeRound(into: &form)
        try comparisons.write(into: &form)
        for (subject, reason) in withdrawn.sorted(by: { $0.key.text < $1.key.text }) {
            try form.line("withdrawn \(subject.text)", reason)
        }
        for crossing in notices.sorted(by: { $0.text < $1.text }) { try form.line("notice", crossing) }
        for (position, refusal) in void.sorted(by: { $0.key < $1.key }) { try form.line("void \(position.number)", refusal.code) }
        return form.bytes
    }
}

extension Cooperation {
    fileprivate func writeRound(into form: inout CanonicalForm) throws {
        for meeting in meetings.inOrder {
            try form.line("meeting \(meeting.since.iso)", meeting.facts)
            try form.lines("decision", meeting.decisions)
        }
        for draft in drafting.drafts.values.sorted(by: { $0.edition < $1.edition }) {
            try form.line("draft \(draft.firstPublicVersion ?? 0)", draft.base)
            for version in draft.versions {
                try form.line("version \(version.number) \(version.saved.iso) \(version.position.number)", version.text)
                if let change = version.change { try form.line("change", change) }
            }
            try form.lines("opening", draft.openings)
            for contribution in draft.contributions {
                try form.line("contribution \(contribution.sent.iso) \(contribution.isReleased)", contribution.facts)
                if let removal = contribution.removal { try form.lines("removal", [removal]) }
                if let answer = contribution.answer { try form.lines("answer", [answer]) }
            }
        }
        for round in ratification.rounds.values.sorted(by: { $0.edition < $1.edition }) {
            if let schedule = round.schedule { try form.line("schedule", schedule) }
            for proposal in round.proposals {
                try form.line("proposal \(proposal.locked.iso)", proposal.facts)
                for track in proposal.tracks.values.sorted(by: { $0.municipality < $1.municipality }) {
                    try form.line("track \(track.municipality) \(track.sent.iso) \(track.carriedFrom ?? 0)", track.caseNumber)
                    try form.stage(track.stage)
                    for decision in track.earlier { try form.line("earlier", decision) }
                    try form.lines("annex", track.annexes)
                }
            }
        }
    }
}

extension CanonicalForm {
    fileprivate mutating func stage(_ stage: Track.Stage) throws {
        switch stage {
        case .sent: break
        case .registered(let day): try line("registered", day)
        case .prepared(let day, let meeting): try line("prepared \(day.iso)", meeting)
        case .decided(let decision): try line("decided", decision)
        case .adjusted(let decision, let day): try line("adjusted \(day.iso)", decision)
        case .posted(let decision, let adjusted, let posted, let appeals):
            try line("posted \(adjusted.iso) \(posted.iso)", decision)
            for appeal in appeals { try line("appeal \(appeal.from.iso) \(appeal.annulled)", appeal.ended) }
        }
    }
}

extension Organisation {
    fileprivate func write(into form: inout CanonicalForm) throws {
        for body in bodies.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("body \(body.since.iso)", body.facts)
            try form.lines("presidency", body.presidencies)
            try form.lines("assignment", body.assignments)
            try form.lines("sighting", body.sightings)
            if let closing = body.closing { try form.lines("closing", [closing]) }
            for seat in body.seats {
                try form.line("seat \(seat.since.iso)", seat.facts)
                for time in seat.earlier { try form.line("seat-earlier \(time.lowerBound.iso)", time.upperBound) }
                for tenure in seat.tenures { try form.line("tenure", tenure) }
                for deputyship in seat.deputyships { try form.line("deputyship", deputyship) }
                if let closing = seat.closing { try form.line("seat-closing", closing) }
            }
        }
        for peer in peers.values.sorted(by: { $0.id < $1.id }) { try form.line("peer", peer) }
    }
}

extension Conferences {
    fileprivate func write(into form: inout CanonicalForm) throws {
        for series in series.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("series \(series.since.iso)", series.facts)
            if let rules = series.rules, let agreed = series.agreed { try form.line("rules \(agreed.iso)", rules) }
            for conference in series.conferences.values.sorted(by: { $0.facts.id < $1.facts.id }) {
                try form.line("conference", conference.facts)
            }
        }
    }
}

extension Advocacy {
    fileprivate func write(into form: inout CanonicalForm) throws {
        for statement in statements.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("statement \(statement.made.iso)", statement.facts)
        }
        for priority in priorities.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("priority \(priority.since.iso)", priority.facts)
            for name in priority.formerNames { try form.line("former-name", name) }
            try form.lines("renaming", priority.renamings)
            try form.lines("outcome", priority.outcomes)
        }
        for list in lists.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("priority-list \(list.agreed.iso)", list.facts)
        }
    }
}

extension Planning {
    fileprivate func write(into form: inout CanonicalForm) throws {
        for plan in plans.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("plan \(plan.decided.iso)", plan.facts)
            try form.lines("report", plan.reports)
            if let followUp = plan.followUp { try form.lines("follow-up", [followUp]) }
        }
    }
}

extension Comparisons {
    fileprivate func write(into form: inout CanonicalForm) throws {
        for card in cards.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.lines("service-card", card.versions)
            if let retirement = card.retirement { try form.lines("service-card-retired", [retirement]) }
        }
        for measure in measures.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("own-measure \(measure.since.iso)", measure.facts)
            try form.lines("own-value", measure.valuesInOrder)
        }
        for study in studies.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("study \(study.begun.iso)", study.facts)
            if let measures = study.measures { try form.lines("study-measures", [measures]) }
            if let peers = study.peers { try form.lines("study-peers", [peers]) }
            if let analysis = study.analysis { try form.lines("study-analysis", [analysis]) }
            if let proposal = study.proposal { try form.lines("study-proposal", [proposal]) }
            if let presentation = study.presentation { try form.lines("study-presentation", [presentation]) }
            if let outcome = study.outcome { try form.lines("study-outcome", [outcome]) }
            try form.lines("study-follow-up", study.followUps)
            if let ending = study.ending { try form.lines("study-ending", [ending]) }
            for example in study.cases {
                try form.line("case \(example.chosen.iso)", example.facts)
                if let asked = example.asked { try form.lines("case-asked", [asked]) }
                if let answer = example.answer { try form.lines("case-answer", [answer]) }
            }
        }
        for themeDay in themeDays.values.sorted(by: { $0.facts.id < $1.facts.id }) {
            try form.line("theme-day \(themeDay.since.iso)", themeDay.facts)
        }
    }
}

fileprivate struct CanonicalForm {
    private(set) var bytes: [UInt8] = []

    mutating func line(_ label: String, _ value: some Encodable) throws {
        bytes += label.utf8
        bytes.append(UInt8(ascii: " "))
        bytes += try canonicalJSON(value)
        bytes.append(UInt8(ascii: "\n"))
    }

    mutating func lines(_ label: String, _ facts: [Dated<some Encodable>]) throws {
        for dated in facts { try line("\(label) \(dated.period.iso)", dated.fact) }
    }
}
