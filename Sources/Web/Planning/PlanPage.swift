import Charts
import Cooperation

/// The plan of a year, ready to show: the golden thread from the programme's goals to what was done and what came of it.
struct PlanPage: Encodable, Sendable {
    /// How far a plan has come, as figures.
    struct Outline: Sendable {
        var year: Int
        var count: Int
        /// How many activities were last reported to be where.
        var counts: [OperationalPlan.Status: Int]
        /// Whether it is known what came of the year as a whole.
        var hasOutcomes: Bool

        /// The figures of a plan.
        init(_ plan: OperationalPlan) {
            year = plan.facts.year
            count = plan.facts.activities.count
            hasOutcomes = plan.followUp?.fact.outcomes.isEmpty == false
            var latest: [OperationalPlan.Activity.ID: OperationalPlan.Status] = [:]
            for report in plan.reports { latest[report.fact.activity] = report.fact.status }
            counts = [:]
            for activity in plan.facts.activities { if let status = latest[activity.id] { counts[status, default: 0] += 1 } }
        }

        /// Whether anything has been reported of the activities.
        var isReported: Bool { !counts.isEmpty }
        /// How many activities nothing has been reported of.
        var notReported: Int { count - counts.values.reduce(0, +) }
    }

    /// What was reported of an activity at a time.
    struct Report: Encodable, Sendable {
        var status: OperationalPlan.Status
        var reported: Period
        var outcome: String?
        var remarks: [String]
        var sources: [Source]
    }

    /// A body that carries an activity out.
    struct Responsible: Encodable, Sendable {
        var name: String
        var steps: [String]
    }

    /// Something that is to be done during the year.
    struct Activity: Encodable, Sendable {
        var id: String
        var text: String
        /// The part of the programme it makes concrete, where that is not the whole branch it stands under.
        var goal: EditionPage.Reference?
        var goalLevel: String?
        /// The latest; nil when nothing has been reported.
        var report: Report?
        /// The latest of them first.
        var earlier: [Report]
        var responsible: [Responsible]
        var remarks: [String]
        var sources: [Source]

        /// The place on the page where it stands.
        static func fragment(_ id: String) -> String { "aktivitet-\(id)" }
    }

    /// The activities that serve one branch of the programme, or none in particular.
    struct Group: Encodable, Sendable {
        enum Purpose: String, Encodable, Sendable {
            /// A part of the programme.
            case part
            /// A part that may not be seen.
            case hiddenPart
            /// The cooperation as such.
            case cooperation
        }

        var purpose: Purpose
        /// The part of the programme.
        var node: EditionPage.Reference?
        /// What its level is called, and the part above it.
        var level: String?
        var above: String?
        /// Whether the part has a page of its own.
        var hasPage: Bool
        /// Place among the branches that have signs.
        var branch: Int?
        var activities: [Activity]

        /// The sign of the branch.
        var sign: Sign? { branch.map { Sign(index: $0) } }
    }

    /// That the year as a whole was followed up.
    struct FollowUp: Encodable, Sendable {
        var followedUp: Period
        var document: EditionPage.Reference?
        var outcomes: [ShownDetail]
        var remarks: [String]
        var sources: [Source]
    }

    /// Another year's plan, or its document.
    struct Neighbour: Encodable, Sendable {
        var year: Int
        var title: String
        var steps: [String]
    }

    var id: String
    var year: Int
    var title: String
    var decidedBy: String?
    var decided: Period
    /// How the source puts the day, when that is less exact.
    var decidedInWords: String?
    var edition: EditionPage.Reference?
    var document: EditionPage.Reference?
    /// Kronor.
    var budget: Int?
    /// In the programme's own order; what serves the cooperation as such stands last.
    var groups: [Group]
    var followUp: FollowUp?
    var details: [ShownDetail]
    var missing: [String]
    var remarks: [String]
    var sources: [Source]
    var previous: Neighbour?
    var next: Neighbour?
    let outline: Outline

    private enum CodingKeys: String, CodingKey {
        case id, year, title, decidedBy, decided, decidedInWords, edition, document, budget, groups, followUp, details, missing
        case remarks, sources, previous, next
    }

    /// The page of a plan.
    init(_ plan: OperationalPlan, _ reading: Reading) {
        let facts = plan.facts
        let register = reading.cooperation.documents
        id = facts.id.text
        year = facts.year
        title = facts.title
        decidedBy = facts.decidedBy
        decided = plan.decided
        decidedInWords = facts.decidedInWords
        let programme = facts.edition.flatMap { reading.cooperation.programme[$0] }
        edition = programme.map { .init(id: $0.text.id.text, title: $0.text.title) }
        document = facts.document.flatMap { register[$0] }.map { .init($0) }
        budget = facts.budget
        groups = facts.activities.isEmpty ? [] : ThreadMaker(plan, programme, reading).groups
        followUp = plan.followUp.map { dated in
            FollowUp(
                followedUp: dated.period,
                document: dated.fact.document.flatMap { register[$0] }.map { .init($0) },
                outcomes: ShownDetail.all(dated.fact.outcomes, reading),
                remarks: reading.texts(dated.fact.remarks),
                sources: dated.fact.sources
            )
        }
        details = ShownDetail.all(facts.details, reading)
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
        outline = Outline(plan)
        let rows = PlansPage.rows(reading)
        if let index = rows.firstIndex(where: { $0.plan == facts.id.text }) {
            previous = index > 0 ? Neighbour(rows[index - 1]) : nil
            next = index + 1 < rows.count ? Neighbour(rows[index + 1]) : nil
        }
    }

    /// Every activity, in the order of the page, with the part of the programme it stands under.
    var activities: [(activity: Activity, group: Group)] {
        groups.flatMap { group in group.activities.map { ($0, group) } }
    }

    /// Every activity on a row of its own, for a file.
    func table(_ words: Words) -> Table {
        let columns = words.planning
        return Table(
            columns: [
                "id", columns.activity, columns.part, columns.status, columns.outcome, columns.reported, columns.responsible,
                words.frame.remarks, words.frame.sources,
            ],
            rows: activities.map { activity, group in
                let sources = activity.sources + (activity.report?.sources ?? [])
                return [
                    activity.id, activity.text, words.name(of: group), words.label(activity.report?.status),
                    activity.report?.outcome ?? "", activity.report?.reported.iso ?? "",
                    activity.responsible.map(\.name).joined(separator: "; "),
                    (activity.remarks + (activity.report?.remarks ?? [])).joined(separator: " "),
                    sources.unique.map(\.text).joined(separator: " "),
                ]
            }
        )
    }
}

extension PlanPage.Neighbour {
    fileprivate init(_ row: PlansPage.Row) {
        self.init(year: row.year, title: row.title, steps: row.steps)
    }
}

/// Puts activities under the branches of the programme that they make concrete.
private struct ThreadMaker {
    private let plan: OperationalPlan
    private let edition: Edition?
    private let reading: Reading
    private let nodes: [Edition.Node.ID: Edition.Node]
    private let branches: [Edition.Node.ID: Int]
    private let reports: [OperationalPlan.Activity.ID: [Dated<OperationalPlan.Report>]]

    init(_ plan: OperationalPlan, _ edition: Edition?, _ reading: Reading) {
        self.plan = plan
        self.edition = edition
        self.reading = reading
        nodes = Dictionary((edition?.text.nodes ?? []).map { ($0.id, $0) }) { first, _ in first }
        branches = edition?.branches ?? [:]
        reports = Dictionary(grouping: plan.reports, by: \.fact.activity)
    }

    /// The branches in the programme's own order, those without activities too: then the gap is seen.
    var groups: [PlanPage.Group] {
        var served: [Edition.Node.ID: [PlanPage.Activity]] = [:]
        var ofHiddenPart: [PlanPage.Activity] = []
        var ofCooperation: [PlanPage.Activity] = []
        for activity in plan.facts.activities {
            guard let id = activity.node else {
                ofCooperation.append(shown(activity, under: nil))
                continue
            }
            guard let root = root(of: id) else {
                ofHiddenPart.append(shown(activity, under: nil))
                continue
            }
            served[root.id, default: []].append(shown(activity, under: root))
        }
        var groups: [PlanPage.Group] = []
        for node in edition?.text.nodes ?? [] where served[node.id] != nil || isOutermostBranch(node) {
            groups.append(group(node, served[node.id] ?? []))
        }
        if !ofHiddenPart.isEmpty {
            groups.append(.init(purpose: .hiddenPart, hasPage: false, activities: ofHiddenPart))
        }
        if !ofCooperation.isEmpty {
            groups.append(.init(purpose: .cooperation, hasPage: false, activities: ofCooperation))
        }
        return groups
    }

    /// The branch that a node belongs to, or the node itself when it stands above them; nil when it may not be seen.
    private func root(of id: Edition.Node.ID) -> Edition.Node? {
        var root = nodes[id]
        var next = root
        var steps = 0
        while let node = next, steps <= nodes.count {
            if branches[node.id] != nil { root = node }
            next = node.parent.flatMap { nodes[$0] }
            steps += 1
        }
        return root
    }

    private func isOutermostBranch(_ node: Edition.Node) -> Bool {
        branches[node.id] != nil && root(of: node.id)?.id == node.id
    }

    private func group(_ node: Edition.Node, _ activities: [PlanPage.Activity]) -> PlanPage.Group {
        let levels = edition?.text.levels ?? []
        let level = levels.indices.contains(node.level) ? levels[node.level] : nil
        let above = node.parent.flatMap { nodes[$0] }
        return PlanPage.Group(
            purpose: .part,
            node: reference(node),
            level: level?.name,
            // A heading is enough to find one's way; a goal in full would be read twice.
            above: above.flatMap { reading.text($0.title) },
            hasPage: level?.hasPage ?? false,
            branch: branches[node.id],
            activities: activities
        )
    }

    private func shown(_ activity: OperationalPlan.Activity, under root: Edition.Node?) -> PlanPage.Activity {
        let goal = activity.node.flatMap { $0 == root?.id ? nil : nodes[$0] }
        let levels = edition?.text.levels ?? []
        let reported = (reports[activity.id] ?? []).reversed().map { dated in
            PlanPage.Report(
                status: dated.fact.status,
                reported: dated.period,
                outcome: reading.text(dated.fact.outcome),
                remarks: reading.texts(dated.fact.remarks),
                sources: dated.fact.sources
            )
        }
        return PlanPage.Activity(
            id: activity.id.text,
            text: reading.text(activity.text),
            goal: goal.map { reference($0) },
            goalLevel: goal.flatMap { levels.indices.contains($0.level) ? levels[$0.level].name : nil },
            report: reported.first,
            earlier: Array(reported.dropFirst()),
            responsible: activity.responsible.compactMap { reading.cooperation.organisation[$0] }.map {
                PlanPage.Responsible(name: $0.facts.name, steps: $0.steps)
            },
            remarks: reading.texts(activity.remarks),
            sources: activity.sources
        )
    }

    private func reference(_ node: Edition.Node) -> EditionPage.Reference {
        .init(id: node.id.text, title: reading.text(node.title) ?? reading.text(node.text) ?? node.id.text)
    }
}
