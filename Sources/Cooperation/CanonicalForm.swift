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
        for (subject, reason) in withdrawn.sorted(by: { $0.key.text < $1.key.text }) {
            try form.line("withdrawn \(subject.text)", reason)
        }
        for crossing in notices.sorted(by: { $0.text < $1.text }) { try form.line("notice", crossing) }
        for (position, refusal) in void.sorted(by: { $0.key < $1.key }) { try form.line("void \(position.number)", refusal.code) }
        return form.bytes
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
}
