import Cooperation

extension Plan {
    /// Reads `yttrande: …`, something said with one voice.
    mutating func readStatement(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Statement.self)
        let title = fields.requiredText("rubrik")
        let kind = fields.requiredText("slag")
        let made = fields.requiredPeriod("datum")
        let recipient = statementRecipient(&fields, log)
        let reference = fields.text("diarienummer")
        let priorities = fields.references("om satsning", to: Priority.self)
        let details = fields.details()
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        for priority in priorities { references.append((.priority(priority.id), priority.line, log)) }
        guard let id, let title, let kind, let made else { return }
        var request = MakeStatement(id: id, title: title, kind: kind)
        request.recipient = recipient?.name
        request.recipientIsInferred = recipient?.isInferred
        request.reference = reference
        request.priorities = priorities.map(\.id)
        request.details = details
        request.missing = missing
        request.remarks = remarks
        request.sources = sources
        let origin = log.origin(entry)
        let planned = PlannedRequest(request: request, period: made, origin: origin)
        add(Named(id: id, period: made, origin: origin, requests: [planned]), to: \.statements, log)
    }

    private func statementRecipient(_ fields: inout Fields, _ log: FaultLog) -> (name: String, isInferred: Bool?)? {
        guard let line = fields.one("mottagare") else { return nil }
        var below = Fields(line, log)
        let isInferred = below.flag("härlett")
        below.finish()
        return fields.value(of: line).map { ($0, isInferred ? true : nil) }
    }

    /// Reads `satsning: …`, something that the cooperation argues for.
    mutating func readPriority(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Priority.self)
        let name = fields.requiredText("namn")
        let known = fields.requiredPeriod("känd från")
        let alsoCalled = fields.texts("kallas också")
        let details = fields.details()
        let later = priorityHistory(&fields, of: id, log)
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        tellEarlier(later, than: known, "satsningen blev känd", log)
        guard let id, let name, let known else { return }
        var request = RecordPriority(id: id, name: name)
        request.alsoCalled = alsoCalled
        request.details = details
        request.missing = missing
        request.remarks = remarks
        request.sources = sources
        let origin = log.origin(entry)
        let recorded = PlannedRequest(request: request, period: known, origin: origin)
        add(Named(id: id, period: known, origin: origin, requests: [recorded] + later), to: \.priorities, log)
    }

    /// `nytt namn: …` and `utfall: …`, each with its time under it.
    private func priorityHistory(_ fields: inout Fields, of id: Priority.ID?, _ log: FaultLog) -> [PlannedRequest] {
        let renamings = fields.all("nytt namn").compactMap { line in
            event(line, "från", fields, log) { text, remarks, sources in
                id.map { RenamePriority($0, to: text, remarks: remarks, sources: sources) }
            }
        }
        let outcomes = fields.all("utfall").compactMap { line in
            event(line, "datum", fields, log) { text, remarks, sources in
                id.map { NoteOutcome(of: $0, text, remarks: remarks, sources: sources) }
            }
        }
        return (renamings + outcomes).sorted { ($0.period.last, $0.origin.line) < ($1.period.last, $1.origin.line) }
    }

    private func event(
        _ line: Entry,
        _ timeKey: String,
        _ fields: Fields,
        _ log: FaultLog,
        _ make: (String, [String], [Source]) -> (any Request)?
    ) -> PlannedRequest? {
        var below = Fields(line, log)
        let period = below.required(timeKey).flatMap { line in below.leaf(line).flatMap { below.period($0, at: line.line) } }
        let remarks = below.remarks()
        let sources = below.sources()
        below.finish()
        guard let text = fields.value(of: line), let period, let request = make(text, remarks, sources) else { return nil }
        return PlannedRequest(request: request, period: period, origin: log.origin(line))
    }

    /// Reads `prioriteringslista: …`, what was agreed to argue for.
    mutating func readPriorityList(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: PriorityList.self)
        let title = fields.requiredText("rubrik")
        let agreed = fields.requiredPeriod("beslutad")
        let decidedBy = fields.text("beslutad av")
        let replaces = fields.reference("ersätter", to: PriorityList.self)
        let isRanked = fields.flag("i ordning")
        let items = fields.references("satsning", to: Priority.self)
        let details = fields.details()
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        if let replaces { references.append((.priorityList(replaces.id), replaces.line, log)) }
        for item in items { references.append((.priority(item.id), item.line, log)) }
        guard let id, let title, let agreed else { return }
        var request = AgreePriorityList(id: id, title: title)
        request.decidedBy = decidedBy
        request.replaces = replaces?.id
        request.items = items.map(\.id)
        request.isRanked = isRanked
        request.details = details
        request.missing = missing
        request.remarks = remarks
        request.sources = sources
        let origin = log.origin(entry)
        let planned = PlannedRequest(request: request, period: agreed, origin: origin)
        add(Named(id: id, period: agreed, after: replaces?.id, origin: origin, requests: [planned]), to: \.priorityLists, log)
    }
}
