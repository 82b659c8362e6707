import Cooperation
import Markup

/// A part of the programme that a body works with, ready to show.
struct ProgrammePart: Encodable, Sendable {
    var edition: EditionPage.Reference
    var id: String
    var title: String
    /// 'Fokusområde'.
    var level: String
    /// Whether it has a page of its own.
    var hasPage: Bool
    /// Since when the body has been assigned to it; nil when only goals in it name the body.
    var since: Period?
    /// The goals in it that name the body.
    var goals: [EditionPage.Reference]
    var remarks: [String]
    var sources: [Source]

    /// Where it is shown: on its own page, or in the edition.
    func address(_ reading: Reading) -> Address {
        hasPage ? reading.address("program", edition.id, id) : reading.address("program", edition.id)
    }

    /// Where one of the goals is shown.
    func address(of goal: EditionPage.Reference, _ reading: Reading) -> Address {
        hasPage
            ? reading.address(steps: ["program", edition.id, id], fragment: ID(goal.id)) : reading.address("program", edition.id)
    }
}

/// Which parts of the programme each body works with: those it has been assigned to, and those whose goals name it.
struct ProgrammeParts {
    private let reading: Reading
    /// The latest first.
    private let editions: [Edition]
    /// The nodes that name a network, edition by edition in the same order.
    private let named: [[String: [Edition.Node]]]

    /// The parts in every edition that may be seen.
    init(_ reading: Reading) {
        self.reading = reading
        editions = reading.cooperation.programme.inOrder.reversed()
        named = editions.map { edition in
            var found: [String: [Edition.Node]] = [:]
            for node in edition.text.nodes {
                for name in node.networks { found[name, default: []].append(node) }
            }
            return found
        }
    }

    /// The parts that a body works with, the latest edition first.
    func parts(of body: Body) -> [ProgrammePart] {
        var parts: [ProgrammePart] = []
        for (edition, named) in zip(editions, named) {
            var inEdition: [ProgrammePart] = []
            for assignment in body.assignments where assignment.fact.edition == edition.text.id {
                guard let node = edition.node(assignment.fact.node) else { continue }
                let index = place(of: node, edition, &inEdition)
                inEdition[index].since = inEdition[index].since ?? assignment.period
                inEdition[index].remarks += reading.texts(assignment.fact.remarks)
                inEdition[index].sources = (inEdition[index].sources + assignment.fact.sources).unique
                note(node, &inEdition[index])
            }
            // Goals name networks; another body that has the same name is not the one they mean.
            for node in body.facts.kind == .network ? named[body.facts.name] ?? [] : [] {
                let index = place(of: node, edition, &inEdition)
                inEdition[index].sources = (inEdition[index].sources + node.sources).unique
                note(node, &inEdition[index])
            }
            parts += inEdition
        }
        return parts
    }

    private func note(_ node: Edition.Node, _ part: inout ProgrammePart) {
        guard node.id.text != part.id, !part.goals.contains(where: { $0.id == node.id.text }) else { return }
        part.goals.append(EditionPage.Reference(id: node.id.text, title: name(of: node)))
    }

    /// The place among the parts of the one that a node belongs to, which is added when it isn't there.
    private func place(of node: Edition.Node, _ edition: Edition, _ parts: inout [ProgrammePart]) -> Int {
        let levels = edition.text.levels
        let withPage = edition.path(to: node.id).last { levels.indices.contains($0.level) && levels[$0.level].hasPage == true }
        let part = withPage ?? node
        if let index = parts.firstIndex(where: { $0.id == part.id.text }) { return index }
        parts.append(
            ProgrammePart(
                edition: EditionPage.Reference(id: edition.text.id.text, title: edition.text.title),
                id: part.id.text,
                title: name(of: part),
                level: levels.indices.contains(part.level) ? levels[part.level].name : "",
                hasPage: withPage != nil,
                goals: [],
                remarks: [],
                sources: []
            )
        )
        return parts.count - 1
    }

    private func name(of node: Edition.Node) -> String {
        reading.text(node.title) ?? reading.text(node.text) ?? node.id.text
    }
}

extension [ProgrammePart] {
    /// The parts by their titles, each title once: its part in the latest edition.
    var byTitle: [ProgrammePart] {
        var seen: Set<String> = []
        return filter { seen.insert($0.title).inserted }
    }
}
