package import Cooperation

/// A request that a file asks for, with the day it happened and the place it was written.
package struct PlannedRequest: Sendable {
    /// Where in the files the request was written.
    package struct Origin: Hashable, Sendable {
        package let file: String
        package let line: Int
    }

    package let request: any Request

    /// When it happened, as exactly as the file says.
    package let period: Period

    package let origin: Origin

    /// The fault to show when the request's rule refuses it.
    package func fault(_ refusal: Refusal) -> ImportFault {
        ImportFault(file: origin.file, line: origin.line, message: refusal.message)
    }
}

/// What the files have come to say so far.
struct Plan {
    /// A record with a name of its own, and what it asks for.
    struct Named<Entity> {
        let id: Identifier<Entity>
        let period: Period
        let origin: PlannedRequest.Origin
        let requests: [PlannedRequest]
    }

    /// That a file speaks of something that stands elsewhere.
    enum Reference {
        case municipality(Municipality.ID)
        case edition(Edition.ID)
        case frame(OuterFrame.ID)
        case frameGoal(OuterFrame.ID, OuterFrame.Goal.ID)
    }

    var settings: [PlannedRequest] = []
    var municipalities: [Named<Municipality>] = []
    var population: [PlannedRequest] = []
    var frames: [Named<OuterFrame>] = []
    var editions: [Named<Edition>] = []

    /// The goals of each frame in the files.
    var frameGoals: [OuterFrame.ID: [OuterFrame.Goal.ID]] = [:]
    var references: [(reference: Reference, line: Int, log: FaultLog)] = []

    /// Everything in an order in which each thing stands before what speaks of it, whatever the order of the files.
    var inOrder: [PlannedRequest] {
        let frames = frames.sorted { ($0.period.last, $0.id) < ($1.period.last, $1.id) }
        let editions = editions.sorted { ($0.period.last, $0.id) < ($1.period.last, $1.id) }
        // In order of day, each figure is the last thing that has happened when it is recorded, and nothing has to be folded again.
        let population = population.enumerated()
            .sorted { ($0.element.period.last, $0.offset) < ($1.element.period.last, $1.offset) }
            .map(\.element)
        return settings + municipalities.flatMap(\.requests) + population + frames.flatMap(\.requests)
            + editions.flatMap(\.requests)
    }

    private var taken: [String: PlannedRequest.Origin] = [:]

    /// Adds a record; that its name is taken is told.
    ///
    /// - Parameters:
    ///   - record: what was read.
    ///   - list: where it belongs.
    ///   - log: where a name that is taken is told.
    mutating func add<Entity>(
        _ record: Named<Entity>,
        to list: WritableKeyPath<Plan, [Named<Entity>]>,
        _ log: FaultLog
    ) {
        let name = "\(Entity.self)/\(record.id)"
        if let earlier = taken[name] {
            log.add(
                record.origin.line,
                "”\(record.id)” finns redan, i \(earlier.file), rad \(earlier.line). Ge den ena ett annat namn."
            )
        }
        taken[name] = record.origin
        self[keyPath: list].append(record)
    }

    /// Tells of what is spoken of but stands neither in the files nor in the cooperation they are read into.
    func checkReferences(into cooperation: Cooperation) {
        let knownMunicipalities = Set(municipalities.map(\.id) + cooperation.members.all.map(\.facts.id))
        let knownEditions = Set(editions.map(\.id) + cooperation.programme.inOrder.map(\.text.id))
        let knownFrames = Set(Array(frameGoals.keys) + cooperation.outerFrames.inOrder.map(\.facts.id))
        for (reference, line, log) in references {
            switch reference {
            case .municipality(let id) where !knownMunicipalities.contains(id):
                let near = suggestion(for: id.text, among: knownMunicipalities.map(\.text).sorted())
                log.add(line, "Kommunen ”\(id)” finns inte.\(near)")
            case .edition(let id) where !knownEditions.contains(id):
                // One year is as near as another: which ones there are says more than the nearest.
                let others = knownEditions.sorted().prefix(20).map(\.text).joined(separator: ", ")
                log.add(line, "Programmet ”\(id)” finns inte.\(others.isEmpty ? "" : " De som finns är \(others).")")
            case .frame(let id) where !knownFrames.contains(id), .frameGoal(let id, _) where !knownFrames.contains(id):
                let near = suggestion(for: id.text, among: knownFrames.map(\.text).sorted())
                log.add(line, "Den yttre ramen ”\(id)” finns inte.\(near)")
            case .frameGoal(let id, let goal):
                let goals = frameGoals[id] ?? cooperation.outerFrames[id]?.facts.goals.map(\.id) ?? []
                if !goals.contains(goal) {
                    let named = goals.isEmpty ? "" : " Målen är \(goals.map(\.text).joined(separator: ", "))."
                    log.add(line, "”\(id)” har inget mål ”\(goal)”.\(named)")
                }
            case .municipality, .edition, .frame: continue
            }
        }
    }
}
