import HashTreeCollections

/// Acts about the development programme.
package enum ProgrammeAct: Hashable, Sendable {
    /// An edition's text was recorded, or replaced as a whole.
    case recorded(Edition.Text)
    /// An edition came into force.
    case enteredIntoForce(Edition.EntryIntoForce)
    /// A node was added to an edition.
    case extended(Extension)
    /// A goal was said to serve a goal of an outer frame.
    case served(Edition.Service)
    /// An edition is to apply for longer than it was meant to.
    case prolonged(Prolongation)

    /// A node that is added to an edition, last among its siblings.
    package struct Extension: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var node: Edition.Node
    }
}

extension ProgrammeAct {
    /// That an edition is to apply until another day.
    package struct Prolongation: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var to: Period
        /// The committee's decision; nil when the source doesn't say.
        package var decision: Meeting.Decision.Reference?
        package var remarks: [Prose]
        package var sources: [Source]
    }
}

extension ProgrammeAct: CapabilityAct {
    static let forms = [
        ActForm("programme.recorded") { .programme(.recorded($0)) },
        ActForm("programme.entered-into-force") { .programme(.enteredIntoForce($0)) },
        ActForm("programme.extended") { .programme(.extended($0)) },
        ActForm("programme.served") { .programme(.served($0)) },
        ActForm("programme.prolonged") { .programme(.prolonged($0)) },
    ]

    var kind: String {
        switch self {
        case .recorded: "programme.recorded"
        case .enteredIntoForce: "programme.entered-into-force"
        case .extended: "programme.extended"
        case .served: "programme.served"
        case .prolonged: "programme.prolonged"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .recorded(let text): text
        case .enteredIntoForce(let entry): entry
        case .extended(let added): added
        case .served(let service): service
        case .prolonged(let prolongation): prolongation
        }
    }
}

extension Programme {
    /// Why an act about the programme would mean nothing here; nil when it can be applied.
    func objection(to act: ProgrammeAct, frames: OuterFrames) -> Refusal? {
        switch act {
        case .recorded(let text):
            if let frame = text.frames.first(where: { frames.frames[$0] == nil }) { return .unknownFrame(frame) }
            if let replaced = text.replaces, replaced == text.id || editions[replaced] == nil { return .unknownEdition(replaced) }
            return Self.fault(in: text) ?? objection(toServingsOf: text.nodes, frames: frames)
        case .enteredIntoForce(let entry):
            guard let edition = editions[entry.edition] else { return .unknownEdition(entry.edition) }
            guard edition.inForce == nil else {
                return Refusal("programme.in-force-already", field: "edition", "\(edition.text.title) har redan trätt i kraft.")
            }
            return nil
        case .extended(let added):
            guard let edition = editions[added.edition] else { return .unknownEdition(added.edition) }
            guard edition.node(added.node.id) == nil else { return .nodeTaken(added.node.id) }
            var text = edition.text
            text.nodes.append(added.node)
            return Self.fault(in: text)
        case .served(let service):
            guard let edition = editions[service.edition] else { return .unknownEdition(service.edition) }
            guard edition.node(service.node) != nil else { return .unknownNode(service.node) }
            return objection(toServing: service.goal, of: service.frame, frames: frames)
        case .prolonged(let prolongation):
            guard let edition = editions[prolongation.edition] else { return .unknownEdition(prolongation.edition) }
            guard edition.inForce != nil else {
                return Refusal(
                    "programme.not-in-force",
                    field: "edition",
                    "\(edition.text.title) har inte trätt i kraft och kan inte förlängas."
                )
            }
            guard prolongation.to.last > (edition.text.validity.to ?? edition.text.validity.from).last else {
                return Refusal("programme.not-longer", field: "to", "Programmet gäller redan så länge. Välj en senare dag.")
            }
            return nil
        }
    }

    /// Why parts can't serve what they say that they serve; nil when they can.
    func objection(toServingsOf nodes: [Edition.Node], frames: OuterFrames) -> Refusal? {
        for serving in nodes.flatMap({ $0.serves ?? [] }) {
            if let objection = objection(toServing: serving.goal, of: serving.frame, frames: frames) { return objection }
        }
        return nil
    }

    private func objection(toServing goal: OuterFrame.Goal.ID, of frame: OuterFrame.ID, frames: OuterFrames) -> Refusal? {
        guard let frame = frames.frames[frame] else { return .unknownFrame(frame) }
        guard !frame.facts.goals.contains(where: { $0.id == goal }) else { return nil }
        return Refusal(
            "programme.unknown-frame-goal",
            field: "goal",
            "\(frame.facts.title) har inget mål ”\(goal)”. Kontrollera numret."
        )
    }

    /// Why a frame can't be replaced by these facts: a goal that is served must stay.
    func objection(toGoalsOf facts: OuterFrame.Facts) -> Refusal? {
        let goals = Set(facts.goals.map(\.id))
        let lost = editions.values.lazy.flatMap(\.services).first { $0.frame == facts.id && !goals.contains($0.goal) }
        return lost.map { service in
            Refusal(
                "frames.goal-served",
                field: "goals",
                "Målet ”\(service.goal)” kan inte tas bort ur \(facts.title), eftersom ”\(service.node)” bidrar till det."
            )
        }
    }

    /// Takes in the text of a proposal: from the day it is locked it is known as an edition, and in force when its rule is met.
    mutating func take(_ facts: Proposal.Facts) {
        var edition = editions[facts.edition] ?? Edition(text: facts.text, inForce: nil, entry: nil, services: [])
        edition.text = facts.text
        edition.services = facts.text.nodes.flatMap { node in
            (node.serves ?? []).map {
                Edition.Service(
                    edition: facts.edition,
                    node: node.id,
                    frame: $0.frame,
                    goal: $0.goal,
                    reason: $0.reason,
                    sources: []
                )
            } + edition.services.filter { $0.node == node.id && node.serves == nil }
        }
        editions[facts.edition] = edition
    }

    /// The programme after an act that meets no objection.
    mutating func apply(_ act: ProgrammeAct, at period: Period) {
        switch act {
        case .recorded(let text):
            if var edition = editions[text.id] {
                edition.text = text
                // A mapping of a goal that the new text doesn't have says nothing any longer.
                let kept = edition.services.filter { edition.node($0.node) != nil }
                edition.services = kept
                editions[text.id] = edition
            } else {
                editions[text.id] = Edition(text: text, inForce: nil, entry: nil, services: [])
            }
        case .enteredIntoForce(let entry):
            editions[entry.edition]?.inForce = period
            editions[entry.edition]?.entry = entry
        case .extended(let added):
            var node = added.node
            node.added = period
            editions[added.edition]?.text.nodes.append(node)
        case .served(let service):
            editions[service.edition]?.services.removeAll {
                $0.node == service.node && $0.frame == service.frame && $0.goal == service.goal
            }
            editions[service.edition]?.services.append(service)
        case .prolonged(let prolongation): editions[prolongation.edition]?.text.validity.to = prolongation.to
        }
    }

    /// What is wrong with the shape of an edition: levels, parents and ids must make a tree.
    static func fault(in text: Edition.Text) -> Refusal? {
        var levels: [Edition.Node.ID: Int] = [:]
        for node in text.nodes {
            guard text.levels.indices.contains(node.level) else {
                return Refusal("programme.level", field: "nodes", "”\(node.id)” står på en nivå som programmet inte har.")
            }
            guard levels[node.id] == nil else { return .nodeTaken(node.id) }
            guard node.title != nil || node.text != nil else {
                return Refusal(
                    "programme.empty-node",
                    field: "nodes",
                    "”\(node.id)” har varken rubrik eller text. Skriv minst en av dem."
                )
            }
            if let parent = node.parent {
                guard let above = levels[parent] else {
                    return Refusal(
                        "programme.parent",
                        field: "nodes",
                        "”\(node.id)” hör till ”\(parent)”, som inte finns före den i programmet."
                    )
                }
                guard above < node.level else {
                    return Refusal("programme.order", field: "nodes", "”\(node.id)” måste stå på en lägre nivå än ”\(parent)”.")
                }
            }
            levels[node.id] = node.level
        }
        if let end = text.validity.to, end.last < text.validity.from.first {
            return Refusal(
                "programme.validity",
                field: "validity",
                "Programmet kan inte sluta gälla innan det börjar. Kontrollera åren."
            )
        }
        return nil
    }
}

extension Refusal {
    static func unknownEdition(_ id: Edition.ID) -> Refusal {
        Refusal(
            "programme.unknown-edition",
            field: "edition",
            "Programmet ”\(id)” finns inte den dagen. Lägg in programmet först."
        )
    }

    static func unknownNode(_ id: Edition.Node.ID) -> Refusal {
        Refusal("programme.unknown-node", field: "node", "Programmet har inget mål eller område ”\(id)”.")
    }

    static func nodeTaken(_ id: Edition.Node.ID) -> Refusal {
        Refusal(
            "programme.node-taken",
            field: "nodes",
            "Namnet ”\(id)” används två gånger i programmet. Ge den ena ett annat namn."
        )
    }

    static func unknownFrame(_ id: OuterFrame.ID) -> Refusal {
        Refusal("frames.unknown", field: "frame", "Den yttre ramen ”\(id)” finns inte den dagen. Lägg in den först.")
    }
}
