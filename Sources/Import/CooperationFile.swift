import Cooperation

extension Plan {
    /// Reads `samverkan: …`, what a cooperation has agreed about itself.
    mutating func readCooperation(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        // The name takes part in no address yet; it tells files of two cooperations apart.
        _ = fields.id(as: Cooperation.self)
        let name = fields.requiredText("namn")
        let calledName = fields.requiredText("kallas")
        let shortName = fields.requiredText("kortnamn")
        let description = fields.text("beskrivning")
        let formed = fields.requiredPeriod("från")
        let body = fields.requiredText("antar program")
        let seats = fields.number("platser per kommun", in: 1...100, required: true)
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()
        if let other = settings.first?.origin {
            log.add(entry.line, "En samverkan finns redan, i \(other.file), rad \(other.line). Läs in en samverkan i taget.")
        }
        guard let name, let calledName, let shortName, let formed, let body, let seats else { return }
        let request = AgreeSettings(
            name: name,
            calledName: calledName,
            shortName: shortName,
            description: description,
            ratifyingBody: body,
            seatsPerMunicipality: seats,
            remarks: remarks,
            sources: sources
        )
        settings.append(PlannedRequest(request: request, period: formed, origin: log.origin(entry)))
    }
}

extension FaultLog {
    /// The place of an entry in the file.
    func origin(_ entry: Entry) -> PlannedRequest.Origin {
        PlannedRequest.Origin(file: file, line: entry.line)
    }
}
