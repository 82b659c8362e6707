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
        /// Another of its kind that it speaks of, and that has to stand before it.
        var after: Identifier<Entity>?
        let origin: PlannedRequest.Origin
        let requests: [PlannedRequest]
    }

    /// That a file speaks of something that stands elsewhere.
    enum Reference {
        case municipality(Municipality.ID)
        case edition(Edition.ID)
        case frame(OuterFrame.ID)
        case frameGoal(OuterFrame.ID, OuterFrame.Goal.ID)
        case node(Edition.ID, Edition.Node.ID)
        case body(Body.ID)
        case document(Document.ID)
        case series(ConferenceSeries.ID)
        case priority(Priority.ID)
        case priorityList(PriorityList.ID)
        case statement(Statement.ID)
        case plan(OperationalPlan.ID)
        case conference(ConferenceSeries.ID, Conference.ID)
    }

    var settings: [PlannedRequest] = []
    var municipalities: [Named<Municipality>] = []
    var population: [PlannedRequest] = []
    var frames: [Named<OuterFrame>] = []
    var editions: [Named<Edition>] = []
    var bodies: [Named<Body>] = []
    var peers: [Named<Peer>] = []
    var documents: [Named<Document>] = []
    var series: [Named<ConferenceSeries>] = []
    var conferences: [PlannedRequest] = []
    var priorities: [Named<Priority>] = []
    var priorityLists: [Named<PriorityList>] = []
    var statements: [Named<Statement>] = []
    var plans: [Named<OperationalPlan>] = []
    var news: [Named<NewsItem>] = []

    /// The names that stand first in the files, by their key; also those of entries with a fault somewhere below.
    var named: [String: Set<String>] = [:]
    /// The parts of each edition in the files.
    var editionNodes: [Edition.ID: Set<Edition.Node.ID>] = [:]
    /// The goals of each frame in the files.
    var frameGoals: [OuterFrame.ID: [OuterFrame.Goal.ID]] = [:]
    var references: [(reference: Reference, line: Int, log: FaultLog)] = []

    /// Everything in an order in which each thing stands before what speaks of it, whatever the order of the files.
    var inOrder: [PlannedRequest] {
        let agreed = settings + municipalities.flatMap(\.requests) + inTime(population)
        let programme = inTime(frames) + inTime(editions)
        let others = inTime(bodies) + inTime(peers) + inTime(documents) + inTime(series) + inTime(conferences)
        let voice = inTime(priorities) + inTime(priorityLists) + inTime(statements)
        return agreed + programme + others + voice + inTime(plans) + inTime(news)
    }

    private func inTime<Entity>(_ records: [Named<Entity>]) -> [PlannedRequest] {
        let depths = depths(of: records)
        return records.map { ($0, depths[$0.id] ?? 0) }
            .sorted { ($0.0.period.last, $0.1, $0.0.id) < ($1.0.period.last, $1.1, $1.0.id) }
            .flatMap(\.0.requests)
    }

    /// How many others have to stand before each record, because it speaks of one that speaks of one.
    private func depths<Entity>(of records: [Named<Entity>]) -> [Identifier<Entity>: Int] {
        let speaksOf = Dictionary(records.map { ($0.id, $0.after) }) { first, _ in first }
        var depths: [Identifier<Entity>: Int] = [:]
        for record in records {
            var path: [Identifier<Entity>] = []
            var next: Identifier<Entity>? = record.id
            while let id = next, depths[id] == nil {
                // A ring of names is for the rules to refuse; here it only must not go on for ever.
                depths[id] = 0
                path.append(id)
                next = speaksOf[id] ?? nil
            }
            var depth = next.flatMap { depths[$0] } ?? -1
            for id in path.reversed() {
                depth += 1
                depths[id] = depth
            }
        }
        return depths
    }

    /// In order of day, each is the last thing that has happened when it is recorded, and nothing has to be folded again.
    private func inTime(_ requests: [PlannedRequest]) -> [PlannedRequest] {
        requests.enumerated()
            .sorted { ($0.element.period.last, $0.offset) < ($1.element.period.last, $1.offset) }
            .map(\.element)
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
        take("\(Entity.self)/\(record.id)", record.id.text, record.origin, log)
        self[keyPath: list].append(record)
    }

    /// Tells of what is said to have happened before the thing it happened to was known.
    ///
    /// - Parameters:
    ///   - requests: what happened.
    ///   - known: when the thing is first known; nil when that can't be read.
    ///   - event: what happened at that time, in words that can follow 'då'.
    ///   - log: where it is told.
    func tellEarlier(_ requests: [PlannedRequest], than known: Period?, _ event: String, _ log: FaultLog) {
        guard let known else { return }
        for request in requests where request.period.last < known.last {
            log.add(request.origin.line, "Det här är före \(known.iso), då \(event). Ändra den ena tiden.")
        }
    }

    /// Takes a name; that it is taken already is told.
    ///
    /// - Parameters:
    ///   - name: the name with its kind.
    ///   - shown: the name as it is written in the file.
    ///   - origin: where it is written.
    ///   - log: where it is told.
    mutating func take(_ name: String, _ shown: String, _ origin: PlannedRequest.Origin, _ log: FaultLog) {
        if let earlier = taken[name] {
            log.add(origin.line, "”\(shown)” finns redan, i \(earlier.file), rad \(earlier.line). Ge den ena ett annat namn.")
        }
        taken[name] = origin
    }
}
