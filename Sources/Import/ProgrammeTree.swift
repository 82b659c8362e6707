import Cooperation

/// Reads `träd:`, the goals of an edition from the top down.
struct ProgrammeTree {
    /// The keys that say something of a node; any other is the name of a level.
    static let keys = ["rubrik", "text", "bakgrund", "nätverk", "tillkom", "bidrar till", "anmärkning", "källa"]

    /// That a node serves a goal in an outer frame.
    struct Service {
        let node: Edition.Node.ID
        let frame: OuterFrame.ID
        let goal: OuterFrame.Goal.ID
        let reason: String?
        let sources: [Source]
        let line: Int
        /// When the node was added, if that was after the edition came into force.
        let added: Period?
    }

    /// A node that was added after the edition came into force.
    private struct Addition {
        let node: RecordEdition.Node
        let period: Period
        let line: Int
    }

    let levels: [Edition.Level]
    let inForce: Period?
    let log: FaultLog

    /// The nodes that the edition had from the beginning, in reading order.
    private(set) var nodes: [RecordEdition.Node] = []
    private(set) var references: [Service] = []
    private var additions: [Addition] = []
    private var lines: [Edition.Node.ID: Int] = [:]
    private var served: Set<String> = []

    init(levels: [Edition.Level], inForce: Period?, log: FaultLog) {
        self.levels = levels
        self.inForce = inForce
        self.log = log
    }

    /// Every node, also those that were added later.
    var named: Set<Edition.Node.ID> { Set(lines.keys) }

    /// Reads everything under the line `träd:`.
    mutating func read(_ tree: Entry) {
        if !tree.value.isEmpty {
            log.add(tree.line, "Efter ”träd:” ska inget stå. Skriv målen på raderna under, ett steg in.")
        }
        if levels.isEmpty {
            log.add(
                tree.line,
                "Trädets nivåer saknas. Lägg till rader som ”nivå: Mål” före ”träd:”, med den översta nivån först."
            )
            return
        }
        var fields = Fields(tree, log)
        let below = nodes(&fields)
        fields.finish()
        for (entry, level) in below { read(entry, level, under: nil, above: -1, added: nil) }
    }

    /// The lines that are nodes, in the order they are written.
    private func nodes(_ fields: inout Fields) -> [(entry: Entry, level: Int)] {
        for level in levels { _ = fields.all(level.name) }
        return fields.entry.children.compactMap { child in
            levels.firstIndex { $0.name == child.key }.map { (child, $0) }
        }
    }

    private mutating func read(_ entry: Entry, _ level: Int, under parent: Edition.Node.ID?, above: Int, added: Period?) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Edition.Node.self)
        let title = fields.text("rubrik")
        let text = fields.text("text")
        let background = fields.text("bakgrund")
        let networks = fields.texts("nätverk")
        let addition = addition(&fields, parentAdded: added)
        let services = fields.all("bidrar till")
        let remarks = fields.remarks()
        let sources = fields.sources()
        let below = nodes(&fields)
        fields.finish()

        if level <= above {
            log.add(entry.line, "”\(entry.key)” kan inte stå under ”\(levels[above].name)”. Nivåerna är uppifrån: \(levelNames).")
        }
        if !entry.children.contains(where: { $0.key == "rubrik" || $0.key == "text" }) {
            log.add(entry.line, "”\(entry.key): \(entry.value)” har varken rubrik eller text. Skriv minst en av dem.")
        }
        if let id, let earlier = lines[id] {
            log.add(entry.line, "Namnet ”\(id)” används redan på rad \(earlier). Ge den ena ett annat namn.")
        }
        if let id { lines[id] = entry.line }
        if let id {
            let node = RecordEdition.Node(
                id: id,
                parent: parent,
                level: level,
                title: title,
                text: text,
                background: background,
                networks: networks,
                remarks: remarks + addition.remarks,
                sources: sources + addition.sources
            )
            if let period = addition.period {
                additions.append(Addition(node: node, period: period, line: entry.line))
            } else {
                nodes.append(node)
            }
            for line in services { readService(line, of: id, added: addition.period) }
        }
        for (child, childLevel) in below {
            read(child, childLevel, under: id, above: level, added: addition.period)
        }
    }

    /// When the node was added, by its own line or with the node it stands under.
    private func addition(
        _ fields: inout Fields,
        parentAdded: Period?
    ) -> (period: Period?, remarks: [String], sources: [Source]) {
        guard let line = fields.one("tillkom") else { return (parentAdded, [], []) }
        var below = Fields(line, log)
        let remarks = below.remarks()
        let sources = below.sources()
        below.finish()
        guard let value = fields.value(of: line), let period = fields.period(value, at: line.line) else {
            return (parentAdded, remarks, sources)
        }
        if let parentAdded, period.last < parentAdded.last {
            log.add(line.line, "Raden ovanför i trädet tillkom \(parentAdded.iso), alltså senare. Ändra det ena.")
        } else if let inForce, period.last < inForce.last {
            log.add(
                line.line,
                "Programmet trädde i kraft \(inForce.iso), alltså senare. Det som fanns från början ska inte ha ”tillkom”."
            )
        }
        return (period, remarks, sources)
    }

    /// `bidrar till: rufs-2050/1`, with the reason below.
    private mutating func readService(_ line: Entry, of node: Edition.Node.ID, added: Period?) {
        var fields = Fields(line, log)
        let reason = fields.text("därför")
        let sources = fields.sources()
        fields.finish()
        guard let value = fields.value(of: line) else { return }
        let parts = value.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2, let frame = OuterFrame.ID(Substring(parts[0])), let goal = OuterFrame.Goal.ID(Substring(parts[1]))
        else {
            log.add(
                line.line,
                "”\(value)” är inte ett mål i en yttre ram. Skriv ramens namn, snedstreck och målets nummer, som ”rufs-2050/1”."
            )
            return
        }
        if !served.insert("\(node) \(value)").inserted {
            log.add(line.line, "Att ”\(node)” bidrar till ”\(value)” står redan. Behåll en av raderna.")
        }
        references.append(
            Service(node: node, frame: frame, goal: goal, reason: reason, sources: sources, line: line.line, added: added)
        )
    }

    private var levelNames: String { levels.map(\.name).joined(separator: ", ") }

    /// What happens to the edition after its text has been recorded.
    ///
    /// - Parameters:
    ///   - edition: the edition the tree belongs to.
    ///   - happened: when its text was recorded.
    /// - Returns: the nodes that were added, in order of time, and what each node serves.
    func additions(to edition: Edition.ID, from happened: Period) -> [PlannedRequest] {
        // A parent was added no later than its children and stands before them, so a stable sort keeps it first.
        let added = additions.enumerated()
            .sorted { ($0.element.period.last, $0.offset) < ($1.element.period.last, $1.offset) }
            .map(\.element)
            .map { addition in
                PlannedRequest(
                    request: ExtendEdition(edition, node: addition.node),
                    period: addition.period,
                    origin: .init(file: log.file, line: addition.line)
                )
            }
        let served = references.map { service in
            PlannedRequest(
                request: ServeFrameGoal(
                    edition: edition,
                    node: service.node,
                    frame: service.frame,
                    goal: service.goal,
                    reason: service.reason,
                    sources: service.sources
                ),
                period: service.added ?? happened,
                origin: .init(file: log.file, line: service.line)
            )
        }
        return added + served
    }
}
