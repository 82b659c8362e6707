import Cooperation

extension Plan {
    private static let kindsOfBodies: [(word: String, value: Body.Kind)] = [
        ("kommitté", .committee), ("ledningsgrupp", .managementGroup), ("kansli", .secretariat), ("beslutande", .ratifyingBody),
        ("nätverk", .network),
    ]

    /// Reads `organ: …`, a body of the cooperation, or `nätverk: …`, a body that carries out.
    mutating func readBody(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Body.self)
        let kind = entry.key == "nätverk" ? Body.Kind.network : fields.choice("slag", Self.kindsOfBodies, required: true)
        let name = fields.requiredText("namn")
        let municipality = host(&fields, required: kind == .ratifyingBody, log)
        let composition = fields.text("sammansättning")
        let purpose = fields.text("syfte")
        let meetings = fields.number("möten per år", in: 1...100)
        let worksFor = fields.reference("arbetar för", to: Body.self)
        let known = fields.requiredPeriod("uppgifter från")
        let details = fields.details()
        var later = presidencies(&fields, of: id, log)
        later += assignments(&fields, of: id, log)
        later += sightings(&fields, of: id, log)
        later += closing(&fields, of: id, log)
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        if let worksFor { references.append((.body(worksFor.id), worksFor.line, log)) }
        tellEarlier(later, than: known, "uppgifterna om organet börjar gälla", log)
        guard let id, let kind, let name, let known else { return }
        var request = RecordBody(id: id, kind: kind, name: name)
        request.municipality = municipality?.id
        request.municipalityIsInferred = municipality?.isInferred
        request.composition = composition.map { .written($0) }
        request.purpose = purpose.map { .written($0) }
        request.meetingsPerYear = meetings
        request.worksFor = worksFor?.id
        request.details = details
        request.missing = missing.map { .written($0) }
        request.remarks = remarks.map { .written($0) }
        request.sources = sources
        let origin = log.origin(entry)
        let recorded = PlannedRequest(request: request, period: known, origin: origin)
        add(Named(id: id, period: known, after: worksFor?.id, origin: origin, requests: [recorded] + later), to: \.bodies, log)
    }

    private mutating func host(
        _ fields: inout Fields,
        required isRequired: Bool,
        _ log: FaultLog
    ) -> (id: Municipality.ID, isInferred: Bool?)? {
        guard let line = isRequired ? fields.required("kommun") : fields.one("kommun") else { return nil }
        var below = Fields(line, log)
        let isInferred = below.flag("härlett")
        below.finish()
        guard let text = fields.value(of: line), let id: Municipality.ID = fields.id(text, at: line.line) else { return nil }
        references.append((.municipality(id), line.line, log))
        return (id, isInferred ? true : nil)
    }

    private mutating func presidencies(_ fields: inout Fields, of body: Body.ID?, _ log: FaultLog) -> [PlannedRequest] {
        fields.all("ordförandeskap").compactMap { line in
            var chair: (id: Municipality.ID, line: Int)?
            var viceChair: (id: Municipality.ID, line: Int)?
            var remarks: [String] = []
            var sources: [Source] = []
            let period = fields.dated(line) { below in
                chair = below.reference("ordförande", required: true)
                viceChair = below.reference("vice ordförande")
                remarks = below.remarks()
                sources = below.sources()
            }
            for found in [chair, viceChair].compactMap({ $0 }) { references.append((.municipality(found.id), found.line, log)) }
            guard let body, let period, let chair else { return nil }
            let request = RecordPresidency(
                body,
                chair: chair.id,
                viceChair: viceChair?.id,
                remarks: remarks,
                sources: sources
            )
            return PlannedRequest(request: request, period: period, origin: log.origin(line))
        }
    }

    /// `arbetar med: 2019/infrastruktur`, and since when.
    private mutating func assignments(_ fields: inout Fields, of body: Body.ID?, _ log: FaultLog) -> [PlannedRequest] {
        fields.all("arbetar med").compactMap { line in
            var below = Fields(line, log)
            let from = below.requiredPeriod("från")
            let remarks = below.remarks()
            let sources = below.sources()
            below.finish()
            guard let text = fields.value(of: line),
                let (edition, node): (Edition.ID, Edition.Node.ID) = fields.pair(
                    text,
                    at: line.line,
                    example: "2019/infrastruktur"
                )
            else { return nil }
            references.append((.node(edition, node), line.line, log))
            guard let body, let from else { return nil }
            let request = AssignBody(body, to: node, in: edition, remarks: remarks, sources: sources)
            return PlannedRequest(request: request, period: from, origin: log.origin(line))
        }
    }

    private func sightings(_ fields: inout Fields, of body: Body.ID?, _ log: FaultLog) -> [PlannedRequest] {
        fields.all("belagt").compactMap { line in
            var remarks: [String] = []
            var sources: [Source] = []
            let period = fields.dated(line) { below in
                remarks = below.remarks()
                sources = below.sources()
            }
            guard let body, let period else { return nil }
            let request = RecordSighting(body, remarks: remarks, sources: sources)
            return PlannedRequest(request: request, period: period, origin: log.origin(line))
        }
    }

    private func closing(_ fields: inout Fields, of body: Body.ID?, _ log: FaultLog) -> [PlannedRequest] {
        guard let line = fields.one("avslutat") else { return [] }
        var reason: String?
        var sources: [Source] = []
        let period = fields.dated(line) { below in
            reason = below.requiredText("skäl")
            sources = below.sources()
        }
        guard let body, let period, let reason else { return [] }
        let request = CloseBody(body, reason: reason, sources: sources)
        return [PlannedRequest(request: request, period: period, origin: log.origin(line))]
    }

    /// Reads `annan samverkan: …`, another cooperation to compare with.
    mutating func readPeer(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Peer.self)
        let name = fields.requiredText("namn")
        let count = fields.number("antal kommuner", in: 2...290, required: true)
        let form = fields.requiredText("form")
        let ratifiedBy = fields.text("antar program")
        let seats = fields.text("platser per kommun")
        let chair = fields.text("ordförande")
        let rule = fields.text("beslutsregel")
        let fee = fields.text("avgift")
        let known = fields.requiredPeriod("uppgifter från")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()
        guard let id, let name, let count, let form, let known else { return }
        var request = RecordPeer(id: id, name: name, municipalities: count, form: form)
        request.ratifiedBy = ratifiedBy
        request.seatsPerMunicipality = seats
        request.chair = chair
        request.decisionRule = rule
        request.fee = fee
        request.remarks = remarks
        request.sources = sources
        let origin = log.origin(entry)
        let planned = PlannedRequest(request: request, period: known, origin: origin)
        add(Named(id: id, period: known, origin: origin, requests: [planned]), to: \.peers, log)
    }
}
