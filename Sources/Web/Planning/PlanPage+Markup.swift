import Charts
import Cooperation
import Markup

extension PlanPage {
    /// The plan, as a document to read.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(title, .content)
                html.p(words.sentence(on: outline), .class("lead"))
                if outline.isReported { html.p(words.planning.doneIsNotEffect) }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column", "thread")) {
                    for group in groups { write(group, html, reading) }
                    writeFollowUp(html, reading)
                    if !details.isEmpty {
                        html.section(.labelled(by: "kant")) {
                            html.h2(words.planning.details, .id("kant"))
                            html.particulars(details, words)
                        }
                    }
                    html.remarks(remarks, words)
                    html.missing(missing, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(facts(reading), words)
                    writeCounts(html, words)
                }
            }
            writeNeighbours(html, reading)
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        let texts = words.planning
        var facts = [
            Fact(texts.decidedBy, decidedBy?.withCapital, isContent: true),
            Fact(texts.date, words.decided(decided, inWords: decidedInWords?.withCapital), isContent: decidedInWords != nil),
            Fact(texts.budget, budget.map { texts.kronor(words.number($0)) }),
        ]
        if !groups.isEmpty, isNobodyKnown { facts.append(Fact(texts.responsible, nil)) }
        if let edition {
            facts.append(Fact(texts.edition, edition.title, address: reading.address("program", edition.id)))
        }
        if let document {
            facts.append(Fact(texts.document, document.title, address: reading.address("dokument", document.id)))
        }
        return facts
    }

    /// How many activities have come how far.
    private func writeCounts(_ html: HTML, _ words: Words) {
        guard outline.isReported else { return }
        let texts = words.planning
        var rows: [(status: OperationalPlan.Status?, count: Int)] = OperationalPlan.Status.inReadingOrder.compactMap { status in
            outline.counts[status].map { (status, $0) }
        }
        if outline.notReported > 0 { rows.append((nil, outline.notReported)) }
        html.table(.class("counts")) {
            html.caption(texts.statusAsReported)
            html.thead {
                html.tr {
                    html.th(texts.statusAsReported, scope: .column)
                    html.th(texts.count, scope: .column, .class("number"))
                }
            }
            html.tbody {
                for row in rows {
                    html.tr {
                        html.th(scope: .row) { html.status(row.status, words) }
                        html.td(words.number(row.count), .class("number"))
                    }
                }
            }
        }
    }

    private func write(_ group: Group, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let anchor = ID(group.node.map { "del-\($0.id)" } ?? group.purpose.rawValue)
        html.section(.class("thread-part", group.sign?.toneClass ?? "tone-none"), .labelled(by: anchor)) {
            if let level = group.level {
                html.p(group.above.map { "\(level), \($0)" } ?? level, .class("kicker"), .content)
            }
            if let node = group.node, let edition {
                html.h2(.id(anchor), .content) {
                    if let sign = group.sign { html.embed(sign.ornament) }
                    if group.hasPage {
                        html.a(node.title, to: reading.address("program", edition.id, node.id))
                    } else {
                        html.text(node.title)
                    }
                }
            } else {
                html.h2(words.name(of: group), .id(anchor))
            }
            switch group.purpose {
            case .part: if group.activities.isEmpty { html.p(words.planning.nothingHere, .class("unknown")) }
            case .hiddenPart: html.p(words.planning.forHiddenPartIntroduction, .class("help"))
            case .cooperation: html.p(words.planning.forTheCooperationIntroduction, .class("help"))
            }
            for activity in group.activities { write(activity, in: group, html, reading) }
        }
    }

    private func write(_ activity: Activity, in group: Group, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let texts = words.planning
        html.div(.class("activity")) {
            html.h3(activity.text, .id(ID(Activity.fragment(activity.id))), .content)
            html.p(.class("labels")) {
                html.status(activity.report?.status, words)
                if let report = activity.report {
                    html.span(texts.reportedWhen(words.period(report.reported)), .class("help"))
                }
            }
            if let goal = activity.goal, let level = activity.goalLevel {
                html.p(.content) {
                    html.span("\(level): ", .class("key"))
                    if group.hasPage, let edition, let node = group.node {
                        let page = ["program", edition.id, node.id]
                        html.a(goal.title, to: reading.address(steps: page, fragment: ID(goal.id)))
                    } else {
                        html.text(goal.title)
                    }
                }
            }
            if let report = activity.report {
                html.p {
                    html.span("\(texts.outcome): ", .class("key"))
                    html.known(report.outcome, words, isContent: true)
                }
            }
            if !isNobodyKnown { writeResponsible(activity, html, reading) }
            if !activity.earlier.isEmpty {
                html.p(.class("key")) { html.text("\(texts.earlierReports):") }
                html.ul {
                    for report in activity.earlier {
                        html.li {
                            html.text("\(words.period(report.reported).withCapital): \(words.label(report.status))")
                            if let outcome = report.outcome { html.span(" – \(outcome)", .content) }
                        }
                    }
                }
            }
            html.remarks(activity.remarks + (activity.report?.remarks ?? []) + activity.earlier.flatMap(\.remarks), words)
            html.sources(
                (activity.sources + (activity.report?.sources ?? []) + activity.earlier.flatMap(\.sources)).unique,
                words
            )
        }
    }

    private func writeResponsible(_ activity: Activity, _ html: HTML, _ reading: Reading) {
        html.p {
            html.span("\(reading.words.planning.responsible): ", .class("key"))
            if activity.responsible.isEmpty { html.known(nil, reading.words) }
            for (index, body) in activity.responsible.enumerated() {
                if index > 0 { html.text(", ") }
                html.a(body.name, to: reading.address(steps: body.steps), .content)
            }
        }
    }

    /// Whether no source says of any activity who is responsible: then it is said once.
    private var isNobodyKnown: Bool { groups.allSatisfy { $0.activities.allSatisfy(\.responsible.isEmpty) } }

    private func writeFollowUp(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "uppfoljning")) {
            html.h2(words.planning.followUp("\(year)"), .id("uppfoljning"))
            guard let followUp else {
                html.p(words.planning.noFollowUp)
                return
            }
            html.p {
                let when = words.period(followUp.followedUp)
                if let report = followUp.document {
                    html.text("\(words.planning.followedUpWhenIn(when)) ")
                    html.a(report.title, to: reading.address("dokument", report.id), .content)
                    html.text(".")
                } else {
                    html.text(words.planning.followedUpWhen(when))
                }
            }
            if !followUp.outcomes.isEmpty { html.ul(.content) { for outcome in followUp.outcomes { html.li(outcome.text) } } }
            html.remarks(followUp.remarks, words)
            html.sources((followUp.outcomes.flatMap(\.sources) + followUp.sources).unique, words)
        }
    }

    private func writeNeighbours(_ html: HTML, _ reading: Reading) {
        guard previous != nil || next != nil else { return }
        html.nav(.class("neighbours"), .label(reading.words.planning.otherYears)) {
            if let previous {
                html.a(
                    "← \(previous.year): \(previous.title)",
                    to: reading.address(steps: previous.steps),
                    .rel(.previous),
                    .content
                )
            }
            if let next {
                html.a("\(next.year): \(next.title) →", to: reading.address(steps: next.steps), .rel(.next), .content)
            }
        }
    }
}

extension OperationalPlan.Status {
    /// From what has come furthest to what was not to be.
    static let inReadingOrder: [Self] = [.done, .ongoing, .planned, .delayed, .cancelled]
}

extension HTML {
    /// A label that says how far an activity has come; a sign and a word, not a colour alone.
    func status(_ status: OperationalPlan.Status?, _ words: Words) {
        let label = words.label(status)
        switch status {
        case .planned: span("○ \(label)", .class("label", "proposed"))
        case .ongoing: span("◐ \(label)", .class("label", "proposed"))
        case .done: span("✓ \(label)", .class("label", "in-force"))
        case .delayed: span("△ \(label)", .class("label", "lapsed"))
        case .cancelled: span("✕ \(label)", .class("label", "cancelled"))
        case nil: span("? \(label)", .class("label", "replaced"))
        }
    }
}

extension Words {
    /// How far an activity has come, as a plain label.
    func label(_ status: OperationalPlan.Status?) -> String {
        switch status {
        case .planned: planning.statusPlanned
        case .ongoing: planning.statusOngoing
        case .done: planning.statusDone
        case .delayed: planning.statusDelayed
        case .cancelled: planning.statusCancelled
        case nil: planning.statusNotReported
        }
    }

    /// What a part of the plan is called.
    func name(of group: PlanPage.Group) -> String {
        switch group.purpose {
        case .part: group.node?.title ?? frame.unknown
        case .hiddenPart: planning.forHiddenPart
        case .cooperation: planning.forTheCooperation
        }
    }

    /// The sentences that say how many activities a plan has, and how far they have come.
    func sentence(on plan: PlanPage.Outline) -> String {
        let texts = planning
        let year = "\(plan.year)"
        guard plan.count > 0 else {
            let unknown = texts.hasUnknownActivities(year)
            return plan.hasOutcomes ? "\(unknown) \(texts.followUpIsKnown)" : unknown
        }
        let first = plan.count == 1 ? texts.hasOneActivity(year) : texts.hasActivities(year, count(plan.count))
        guard plan.isReported else { return "\(first) \(texts.nothingReported)" }
        var told = OperationalPlan.Status.inReadingOrder.compactMap { status in
            plan.counts[status].map { text(of: status)(count($0), $0) }
        }
        if plan.notReported > 0 { told.append(texts.areNotReported(count(plan.notReported), plan.notReported)) }
        return "\(first) \(texts.asReported(list(told).withCapital))"
    }

    private func text(of status: OperationalPlan.Status) -> @Sendable (String, Int) -> String {
        switch status {
        case .planned: planning.arePlanned
        case .ongoing: planning.areOngoing
        case .done: planning.areDone
        case .delayed: planning.areDelayed
        case .cancelled: planning.areCancelled
        }
    }
}
