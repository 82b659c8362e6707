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
        let levels = fields.texts("nivå")
        let costKey = costKey(&fields, log)
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
            levels: levels.isEmpty ? nil : levels,
            costKey: costKey,
            remarks: remarks,
            sources: sources
        )
        settings.append(PlannedRequest(request: request, period: formed, origin: log.origin(entry)))
    }

    /// `kostnader fördelas: fasta andelar`, with a line for each municipality that pays one under it.
    private mutating func costKey(_ fields: inout Fields, _ log: FaultLog) -> CostKey? {
        guard let line = fields.one("kostnader fördelas") else { return nil }
        var below = Fields(line, log)
        let shares = below.all("andel").compactMap { share(below, $0, log) }
        below.finish()
        guard let written = fields.value(of: line) else { return nil }
        let words = ["lika", "efter folkmängd", "fasta andelar"]
        guard let index = words.firstIndex(of: written) else {
            let known = words.map { "”\($0)”" }.joined(separator: ", ")
            let near = suggestion(for: written, among: words)
            log.add(line.line, "”\(written)” är inte ett sätt att fördela kostnader. Skriv \(known).\(near)")
            return nil
        }
        guard index < 2 else { return .fixed(shares) }
        for child in line.children where child.key == "andel" {
            log.add(
                child.line,
                "Andelar kan bara stå under ”kostnader fördelas: fasta andelar”. Ta bort raden eller ändra den ovanför."
            )
        }
        return index == 0 ? .equal : .population
    }

    /// `andel: haninge 12,5`, in per cent with at most one decimal.
    private mutating func share(_ fields: Fields, _ line: Entry, _ log: FaultLog) -> CostKey.Share? {
        guard let value = fields.leaf(line) else { return nil }
        let words = value.split(separator: " ")
        guard words.count == 2, let thousandths = thousandths(words[1]) else {
            log.add(
                line.line,
                "”\(value)” är inte en andel. Skriv kommunens namn i adresser och procent med högst en decimal, som ”haninge 12,5”."
            )
            return nil
        }
        guard let id: Municipality.ID = fields.id(words[0], at: line.line) else { return nil }
        references.append((.municipality(id), line.line, log))
        return CostKey.Share(id, thousandths: thousandths)
    }

    /// Per cent with a decimal comma, as thousandths; nil when it is written in another way, or more than all.
    private func thousandths(_ text: Substring) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        let isFigures = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
        guard isFigures, parts.count <= 2, parts[0].count <= 3, parts.count == 1 || parts[1].count == 1,
            let whole = Int(String(Substring(parts[0]))),
            let tenths = parts.count == 2 ? Int(String(Substring(parts[1]))) : 0
        else { return nil }
        let thousandths = whole * 10 + tenths
        return (1...CostKey.whole).contains(thousandths) ? thousandths : nil
    }
}

extension FaultLog {
    /// The place of an entry in the file.
    func origin(_ entry: Entry) -> PlannedRequest.Origin {
        PlannedRequest.Origin(file: file, line: entry.line)
    }
}
