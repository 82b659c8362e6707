import Cooperation

extension Plan {
    /// What can be spoken of: what the files themselves hold, and what is already there.
    private struct Known {
        let municipalities: Set<String>
        let editions: Set<String>
        let frames: Set<String>
        let bodies: Set<String>
        let documents: Set<String>
        let series: Set<String>
        let priorities: Set<String>
        let priorityLists: Set<String>
        let statements: Set<String>
        let plans: Set<String>
        let conferences: Set<String>

        init(_ plan: Plan, _ cooperation: Cooperation) {
            /// An entry with a fault of its own counts: that it can't be read is told there, not wherever it is spoken of.
            func names(_ keys: [String], _ already: [String]) -> Set<String> {
                let written = keys.flatMap { plan.named[$0] ?? [] }
                    .filter {
                        $0.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                            Identifier<Cooperation>($0) != nil
                        }
                    }
                return Set(written + already)
            }
            let bodiesAlready = Body.Kind.allCases.flatMap { cooperation.organisation.bodies($0).map(\.facts.id.text) }
            municipalities = names(["kommun"], cooperation.members.all.map(\.facts.id.text))
            editions = names(["program"], cooperation.programme.inOrder.map(\.text.id.text))
            frames = names(["yttre ram"], cooperation.outerFrames.inOrder.map(\.facts.id.text))
            bodies = names(["organ", "nätverk"], bodiesAlready)
            documents = names(["dokument"], cooperation.documents.inOrder.map(\.facts.id.text))
            series = names(["konferensserie"], cooperation.conferences.inOrder.map(\.facts.id.text))
            priorities = names(["satsning"], cooperation.advocacy.prioritiesInOrder.map(\.facts.id.text))
            priorityLists = names(["prioriteringslista"], cooperation.advocacy.listsInOrder.map(\.facts.id.text))
            statements = names(["yttrande"], cooperation.advocacy.statementsInOrder.map(\.facts.id.text))
            plans = names(["verksamhetsplan"], cooperation.planning.inOrder.map(\.facts.id.text))
            conferences = names(["konferens"], cooperation.conferences.all.map { "\($0.facts.series)/\($0.facts.id)" })
        }
    }

    /// Tells of what is spoken of but stands neither in the files nor in the cooperation they are read into.
    func checkReferences(into cooperation: Cooperation) {
        let known = Known(self, cooperation)
        // What won't be listed isn't looked up either: the nearest name among many takes its time.
        for (reference, line, log) in references where !log.isFull {
            switch reference {
            case .municipality(let id): check(id.text, "Kommunen", among: known.municipalities, line, log)
            case .edition(let id): checkEdition(id, known, line, log)
            case .frame(let id): check(id.text, "Den yttre ramen", among: known.frames, line, log)
            case .frameGoal(let id, let goal):
                guard check(id.text, "Den yttre ramen", among: known.frames, line, log) else { continue }
                let goals = frameGoals[id] ?? cooperation.outerFrames[id]?.facts.goals.map(\.id) ?? []
                if !goals.contains(goal) {
                    let named = goals.isEmpty ? "" : " Målen är \(goals.map(\.text).joined(separator: ", "))."
                    log.add(line, "”\(id)” har inget mål ”\(goal)”.\(named)")
                }
            case .node(let id, let node):
                guard checkEdition(id, known, line, log) else { continue }
                let nodes = editionNodes[id] ?? Set(cooperation.programme[id]?.text.nodes.map(\.id) ?? [])
                if !nodes.contains(node) {
                    let near = suggestion(for: node.text, among: nodes.map(\.text).sorted())
                    log.add(line, "Programmet ”\(id)” har inget mål eller område ”\(node)”.\(near)")
                }
            case .body(let id): check(id.text, "Organet", among: known.bodies, line, log)
            case .document(let id): check(id.text, "Dokumentet", among: known.documents, line, log)
            case .series(let id): check(id.text, "Konferensserien", among: known.series, line, log)
            case .priority(let id): check(id.text, "Satsningen", among: known.priorities, line, log)
            case .priorityList(let id): check(id.text, "Prioriteringslistan", among: known.priorityLists, line, log)
            case .statement(let id): check(id.text, "Yttrandet", among: known.statements, line, log)
            case .plan(let id): check(id.text, "Verksamhetsplanen", among: known.plans, line, log)
            case .conference(let series, let id):
                check("\(series)/\(id)", "Konferensen", among: known.conferences, line, log)
            }
        }
    }

    /// Whether a name is known; that it isn't is told, with the nearest one.
    @discardableResult
    private func check(_ id: String, _ what: String, among known: Set<String>, _ line: Int, _ log: FaultLog) -> Bool {
        guard !known.contains(id) else { return true }
        log.add(line, "\(what) ”\(id)” finns inte.\(suggestion(for: id, among: known.sorted()))")
        return false
    }

    @discardableResult
    private func checkEdition(_ id: Edition.ID, _ known: Known, _ line: Int, _ log: FaultLog) -> Bool {
        guard !known.editions.contains(id.text) else { return true }
        // One year is as near as another: which ones there are says more than the nearest.
        let others = known.editions.sorted().prefix(20).joined(separator: ", ")
        log.add(line, "Programmet ”\(id)” finns inte.\(others.isEmpty ? "" : " De som finns är \(others).")")
        return false
    }
}
