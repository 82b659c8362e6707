import Cooperation

extension Plan {
    /// Reads `yttre ram: …`, a plan of somebody else's.
    mutating func readFrame(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: OuterFrame.self)
        let title = fields.requiredText("titel")
        let owner = fields.requiredText("ägare")
        let shortTitle = fields.text("kort titel")
        let vision = fields.text("vision")
        let adopted = fields.period("antagen")
        let inForce = fields.period("i kraft")
        let known = fields.period("uppgifter från")
        let end = frameEnd(&fields, log)
        let goals = fields.all("mål").compactMap { frameGoal($0, log) }
        let details = fields.texts("uppgift")
        let successor = frameSuccessor(&fields, log)
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        var taken: Set<OuterFrame.Goal.ID> = []
        for goal in goals where !taken.insert(goal.id).inserted {
            log.add(goal.line, "Målet ”\(goal.id)” finns redan i planen. Ge det ena ett annat nummer.")
        }
        if let id { frameGoals[id] = goals.map(\.id) }
        guard let happened = known ?? adopted ?? inForce else {
            fields.needOne(of: ["antagen", "i kraft", "uppgifter från"], "Det framgår inte från när planen finns.")
            return
        }
        guard let id, let title, let owner else { return }
        var request = RecordOuterFrame(id: id, title: title, owner: owner)
        request.shortTitle = shortTitle
        request.vision = vision
        request.adopted = adopted
        request.inForce = inForce
        request.validTo = end.period
        request.validToInWords = end.inWords
        request.goals = goals.map { ($0.id, $0.text) }
        request.details = details
        request.successor = successor.text
        request.successorSources = successor.sources
        request.missing = missing
        request.remarks = remarks
        request.sources = sources
        let origin = log.origin(entry)
        let planned = PlannedRequest(request: request, period: happened, origin: origin)
        add(Named(id: id, period: happened, origin: origin, requests: [planned]), to: \.frames, log)
    }

    private func frameEnd(_ fields: inout Fields, _ log: FaultLog) -> (period: Period?, inWords: String?) {
        guard let line = fields.one("giltig till") else { return (nil, nil) }
        var below = Fields(line, log)
        let inWords = below.text("i ord")
        below.finish()
        return (fields.value(of: line).flatMap { fields.period($0, at: line.line) }, inWords)
    }

    private func frameSuccessor(_ fields: inout Fields, _ log: FaultLog) -> (text: String?, sources: [Source]) {
        guard let line = fields.one("efterträdare") else { return (nil, []) }
        var below = Fields(line, log)
        let sources = below.sources()
        below.finish()
        return (fields.value(of: line), sources)
    }

    private func frameGoal(_ entry: Entry, _ log: FaultLog) -> (id: OuterFrame.Goal.ID, text: String, line: Int)? {
        var fields = Fields(entry, log)
        let id = fields.id(as: OuterFrame.Goal.self)
        let text = fields.requiredText("text")
        fields.finish()
        guard let id, let text else { return nil }
        return (id, text, entry.line)
    }
}
