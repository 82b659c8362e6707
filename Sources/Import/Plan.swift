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
        return settings + municipalities.flatMap(\.requests) + population + frames.flatMap(\.requests)
            + editions.flatMap(\.requests)
    }

    /// Adds a record, unless its name is taken.
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
        if let taken = self[keyPath: list].first(where: { $0.id == record.id }) {
            log.add(record.origin.line, "”\(record.id)” finns redan, i \(taken.origin.file), rad \(taken.origin.line). Ge den ena ett annat namn.")
        }
        self[keyPath: list].append(record)
    }

    /// Tells of what is spoken of but stands neither in the files nor in the cooperation they are read into.
    func checkReferences(into cooperation: Cooperation) {
        for (reference, line, log) in references {
            switch reference {
            case .municipality(let id):
                let known = municipalities.map(\.id) + cooperation.members.all.map(\.facts.id)
                if !known.contains(id) {
                    log.add(line, "Kommunen ”\(id)” finns inte.\(suggestion(for: id.text, among: known.map(\.text)))")
                }
            case .edition(let id):
                let known = editions.map(\.id) + cooperation.programme.inOrder.map(\.text.id)
                if !known.contains(id) {
                    log.add(line, "Programmet ”\(id)” finns inte.\(suggestion(for: id.text, among: known.map(\.text)))")
                }
            case .frame(let id):
                checkFrame(id, line, log, cooperation)
            case .frameGoal(let id, let goal):
                let goals = frameGoals[id] ?? cooperation.outerFrames[id]?.facts.goals.map(\.id)
                guard let goals else {
                    checkFrame(id, line, log, cooperation)
                    continue
                }
                if !goals.contains(goal) {
                    log.add(line, "”\(id)” har inget mål ”\(goal)”. Målen är \(goals.map(\.text).joined(separator: ", ")).")
                }
            }
        }
    }

    private func checkFrame(_ id: OuterFrame.ID, _ line: Int, _ log: FaultLog, _ cooperation: Cooperation) {
        let known = Array(frameGoals.keys) + cooperation.outerFrames.inOrder.map(\.facts.id)
        if !known.contains(id) {
            let near = suggestion(for: id.text, among: known.map(\.text).sorted())
            log.add(line, "Den yttre ramen ”\(id)” finns inte.\(near)")
        }
    }
}
