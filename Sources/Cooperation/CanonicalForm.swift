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
        }
        try conferences.write(into: &form)
        try advocacy.write(into: &form)
        try planning.write(into: &form)
        for (subject, reason) in withdrawn.sorted(by: { $0.key.text < $1.key.text }) {
            try form.line("withdrawn \(subject.text)", reason)
        }
        for crossing in notices.sorted(by: { $0.text < $1.text }) { try form.line("notice", crossing) }
        for (position, refusal) in void.sorted(by: { $0.key < $1.key }) { try form.line("void \(position.number)", refusal.code) }
        return form.bytes
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

private struct CanonicalForm {
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
