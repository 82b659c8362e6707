import Cooperation

extension Plan {
    /// Reads `verksamhetsplan: …`, the plan of a year and what came of it.
    mutating func readPlan(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: OperationalPlan.self)
        let year = fields.number("år", in: 1900...9999, required: true)
        let title = fields.requiredText("titel")
        let decided = fields.requiredPeriod("beslutad")
        let decidedInWords = fields.text("beslutad i ord")
        let decidedBy = fields.text("beslutad av")
        let edition = fields.reference("utgåva", to: Edition.self)
        let document = fields.reference("dokument", to: Document.self)
        let budget = fields.number("budget", in: 0...1_000_000_000_000)
        let details = fields.details()
        // An edition whose name has a fault is told of once, not for each activity.
        let hasEdition = fields.entry.children.contains { $0.key == "utgåva" }
        let activities = fields.all("aktivitet").compactMap { planActivity($0, of: id, edition?.id, hasEdition, log) }
        let followUp = yearFollowUp(&fields, of: id, log)
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        if let edition { references.append((.edition(edition.id), edition.line, log)) }
        if let document { references.append((.document(document.id), document.line, log)) }
        let reports = activities.flatMap(\.reports).sorted { ($0.period.last, $0.origin.line) < ($1.period.last, $1.origin.line) }
        tellEarlier(reports + followUp, than: decided, "planen beslutades", log)
        var lines: [OperationalPlan.Activity.ID: Int] = [:]
        for (activity, line, _) in activities {
            if let earlier = lines[activity.id] {
                log.add(line, "Namnet ”\(activity.id)” används redan på rad \(earlier). Ge den ena ett annat namn.")
            } else {
                lines[activity.id] = line
            }
        }
        guard let id, let year, let title, let decided else { return }
        var request = RecordPlan(id: id, year: year, title: title)
        request.decidedBy = decidedBy
        request.decidedInWords = decidedInWords
        request.edition = edition?.id
        request.document = document?.id
        request.budget = budget
        request.activities = activities.map(\.activity)
        request.details = details
        request.missing = missing
        request.remarks = remarks
        request.sources = sources
        let origin = log.origin(entry)
        let recorded = PlannedRequest(request: request, period: decided, origin: origin)
        add(Named(id: id, period: decided, origin: origin, requests: [recorded] + reports + followUp), to: \.plans, log)
    }

    private mutating func planActivity(
        _ entry: Entry,
        of plan: OperationalPlan.ID?,
        _ edition: Edition.ID?,
        _ hasEdition: Bool,
        _ log: FaultLog
    ) -> (activity: RecordPlan.Activity, line: Int, reports: [PlannedRequest])? {
        var fields = Fields(entry, log)
        let id = fields.id(as: OperationalPlan.Activity.self)
        let text = fields.requiredText("text")
        let node = fields.reference("del av programmet", to: Edition.Node.self)
        let responsible = fields.references("ansvarig", to: Body.self)
        let remarks = fields.remarks()
        let sources = fields.sources()
        let reports = fields.all("rapport").compactMap { activityReport($0, fields, of: plan, id, log) }
        fields.finish()

        if let node {
            if let edition {
                references.append((.node(edition, node.id), node.line, log))
            } else if !hasEdition {
                log.add(node.line, "Planen anger inget program. Lägg till ”utgåva: …” under planen, eller ta bort raden.")
            }
        }
        for body in responsible { references.append((.body(body.id), body.line, log)) }
        guard let id, let text else { return nil }
        let activity = RecordPlan.Activity(
            id: id,
            text: text,
            node: node?.id,
            responsible: responsible.map(\.id),
            remarks: remarks,
            sources: sources
        )
        return (activity, entry.line, reports)
    }

    private func activityReport(
        _ line: Entry,
        _ fields: Fields,
        of plan: OperationalPlan.ID?,
        _ activity: OperationalPlan.Activity.ID?,
        _ log: FaultLog
    ) -> PlannedRequest? {
        var status: OperationalPlan.Status?
        var outcome: String?
        var remarks: [String] = []
        var sources: [Source] = []
        let period = fields.dated(line) { below in
            status = below.choice(
                "läge",
                [
                    ("planerad", OperationalPlan.Status.planned), ("pågår", .ongoing), ("klar", .done), ("försenad", .delayed),
                    ("inställd", .cancelled),
                ],
                required: true
            )
            outcome = below.text("utfall")
            remarks = below.remarks()
            sources = below.sources()
        }
        guard let plan, let activity, let period, let status else { return nil }
        let request = ReportActivity(activity, in: plan, status, outcome: outcome, remarks: remarks, sources: sources)
        return PlannedRequest(request: request, period: period, origin: log.origin(line))
    }

    private mutating func yearFollowUp(_ fields: inout Fields, of plan: OperationalPlan.ID?, _ log: FaultLog) -> [PlannedRequest]
    {
        guard let line = fields.one("uppföljning") else { return [] }
        var document: (id: Document.ID, line: Int)?
        var outcomes: [Detail.Plain] = []
        var remarks: [String] = []
        var sources: [Source] = []
        let period = fields.dated(line) { below in
            document = below.reference("dokument")
            outcomes = below.details("utfall")
            remarks = below.remarks()
            sources = below.sources()
        }
        if let document { references.append((.document(document.id), document.line, log)) }
        guard let plan, let period else { return [] }
        let request = FollowUpYear(
            of: plan,
            document: document?.id,
            outcomes: outcomes,
            remarks: remarks,
            sources: sources
        )
        return [PlannedRequest(request: request, period: period, origin: log.origin(line))]
    }
}
