import Cooperation
import Markup

/// An activity in an operational plan, as the part of the programme that it makes concrete shows it.
struct NodeActivity: Encodable, Sendable {
    var plan: String
    var year: Int
    var activity: String
    var text: String
    /// Nil when nothing has been reported.
    var status: OperationalPlan.Status?

    /// The activities that make a part of an edition concrete, or anything under it; the latest year first.
    static func all(of node: String, in edition: String, _ reading: Reading) -> [NodeActivity] {
        guard let id = Edition.Node.ID(node), let edition = Edition.ID(edition).flatMap({ reading.cooperation.programme[$0] })
        else { return [] }
        let plans = reading.cooperation.planning.inOrder.filter { $0.facts.edition == edition.text.id }
        guard !plans.isEmpty else { return [] }
        let branch = Set(edition.branch(from: id).map(\.id))
        return plans.reversed().flatMap { plan in
            plan.facts.activities.filter { $0.node.map(branch.contains) ?? false }.map { activity in
                NodeActivity(
                    plan: plan.facts.id.text,
                    year: plan.facts.year,
                    activity: activity.id.text,
                    text: reading.text(activity.text),
                    status: plan.latestReport(on: activity.id)?.fact.status
                )
            }
        }
    }
}

extension HTML {
    /// What the operational plans make of a part of the programme.
    func activities(_ activities: [NodeActivity], _ reading: Reading) {
        guard !activities.isEmpty else { return }
        let words = reading.words
        section(.labelled(by: "aktiviteter")) {
            h2(words.planning.inPlans, .id("aktiviteter"))
            ul(.class("activity-list")) {
                for activity in activities {
                    li {
                        a(
                            activity.text,
                            to: reading.address(
                                steps: ["plan", activity.plan],
                                fragment: ID(PlanPage.Activity.fragment(activity.activity))
                            ),
                            .content
                        )
                        span(.class("labels")) {
                            span("\(activity.year)", .class("help"))
                            status(activity.status, words)
                        }
                    }
                }
            }
        }
    }
}
