import Cooperation
import Markup

/// The operational plans, year by year, ready to show.
struct PlansPage: Encodable, Sendable {
    /// A year's plan, or the document that is all that is known of it.
    struct Row: Encodable, Sendable {
        var year: Int
        var title: String
        /// The plan; nil when only its document is known.
        var plan: String?
        /// The document that it is.
        var document: String?
        var decidedBy: String?
        var decided: Period
        var decidedInWords: String?
        /// How many activities there are; nil when no source says.
        var activities: Int?
        /// How many are done according to the latest reports; nil when nothing has been reported.
        var done: Int?
        var followedUp: Period?
        var followedUpIn: EditionPage.Reference?
        var sources: [Source]

        /// The steps of the page that shows it.
        var steps: [String] { plan.map { ["plan", $0] } ?? ["dokument", document ?? ""] }
    }

    /// The earliest year first.
    var plans: [Row]
    /// The latest plan whose activities are known.
    private var latestKnown: PlanPage.Outline?

    private enum CodingKeys: String, CodingKey { case plans }

    /// The page of all plans.
    init(_ reading: Reading) {
        plans = Self.rows(reading)
        latestKnown = reading.cooperation.planning.inOrder.last { !$0.facts.activities.isEmpty }.map { PlanPage.Outline($0) }
    }

    /// Every plan, and every document of that kind without one, the earliest year first.
    static func rows(_ reading: Reading) -> [Row] {
        let register = reading.cooperation.documents
        let plans = reading.cooperation.planning.inOrder
        let known = plans.map { plan in
            let outline = PlanPage.Outline(plan)
            let followUp = plan.followUp
            return Row(
                year: plan.facts.year,
                title: plan.facts.title,
                plan: plan.facts.id.text,
                document: plan.facts.document.flatMap { register[$0]?.facts.id.text },
                decidedBy: plan.facts.decidedBy,
                decided: plan.decided,
                decidedInWords: plan.facts.decidedInWords,
                activities: outline.count == 0 ? nil : outline.count,
                done: outline.isReported ? outline.counts[.done] ?? 0 : nil,
                followedUp: followUp?.period,
                followedUpIn: followUp?.fact.document.flatMap { register[$0] }.map { .init($0) },
                sources: plan.facts.sources
            )
        }
        let taken = Set(plans.compactMap(\.facts.document))
        let onlyDocuments = register.inOrder.filter { $0.isOperationalPlan && !taken.contains($0.facts.id) }.map { document in
            Row(
                year: document.plannedYear,
                title: document.facts.title,
                document: document.facts.id.text,
                decidedBy: document.facts.decidedBy,
                decided: document.decided,
                decidedInWords: document.facts.decidedInWords,
                sources: document.facts.sources
            )
        }
        return (known + onlyDocuments).sorted { ($0.year, $0.decided.last, $0.title) < ($1.year, $1.decided.last, $1.title) }
    }

    /// The plans as a table for a file, the latest year first as on the page.
    func table(_ words: Words) -> Table {
        let columns = words.planning
        return Table(
            columns: [
                "id", columns.year, columns.plan, columns.decidedBy, columns.date, columns.exactDate, columns.activities,
                columns.done, columns.followedUpIn, words.frame.sources,
            ],
            rows: plans.reversed().map { row in
                [
                    row.plan ?? "", "\(row.year)", row.title, row.decidedBy?.withCapital ?? "",
                    row.decidedInWords ?? row.decided.iso, row.decided.iso, row.activities.map(String.init) ?? "",
                    row.done.map(String.init) ?? "", row.followedUpIn?.title ?? row.followedUp?.iso ?? "",
                    row.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }

    /// The plans, with what is not known said.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.planning.title)
                html.p(leadSentence(reading), .class("lead"))
                html.p(words.planning.introduction)
                let onlyDocuments = plans.filter { $0.plan == nil }.map(\.year)
                if !onlyDocuments.isEmpty { html.p(words.planning.onlyDocument(words.years(onlyDocuments))) }
                let silent = silentYears
                if !silent.isEmpty { html.p(words.planning.notMentioned(words.years(silent))) }
            }
            if !plans.isEmpty { writeTable(html, reading) }
        }
    }

    /// The years between the first plan and the last that no plan is known for.
    private var silentYears: [Int] {
        guard let first = plans.first?.year, let last = plans.last?.year else { return [] }
        let known = Set(plans.map(\.year))
        return (first...last).filter { !known.contains($0) }
    }

    /// The sentences that say which plan is the latest, and how far the latest known one has come.
    func leadSentence(_ reading: Reading) -> String {
        let words = reading.words
        guard let last = plans.last else { return reading.isNow ? words.planning.none : words.planning.noneThen }
        let latest = words.planning.latest("\(last.year)")
        return latestKnown.map { "\(latest) \(words.sentence(on: $0))" } ?? latest
    }

    private func writeTable(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let columns = words.planning
        html.scrollingTable(columns.title, words) {
            html.thead {
                html.tr {
                    html.th(columns.year, scope: .column)
                    html.th(columns.plan, scope: .column)
                    html.th(columns.decidedBy, scope: .column)
                    html.th(columns.date, scope: .column)
                    html.th(columns.activities, scope: .column, .class("number"))
                    html.th(columns.done, scope: .column, .class("number"))
                    html.th(columns.followedUpIn, scope: .column)
                }
            }
            html.tbody { for row in plans.reversed() { write(row, html, reading) } }
        }
    }

    private func write(_ row: Row, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.tr {
            html.td("\(row.year)")
            html.th(scope: .row, .class("title-cell"), .content) { html.a(row.title, to: reading.address(steps: row.steps)) }
            html.td { html.known(row.decidedBy?.withCapital, words, isContent: true) }
            html.td(.class("decided-cell")) { html.decided(row.decided, inWords: row.decidedInWords, words) }
            html.td(.class("count-cell")) { html.known(row.activities.map(words.number), words) }
            html.td(.class("count-cell")) {
                if row.plan != nil, row.activities != nil, row.done == nil {
                    html.small(words.planning.noReportYet)
                } else {
                    html.known(row.done.map(words.number), words)
                }
            }
            html.td {
                if let report = row.followedUpIn {
                    html.a(report.title, to: reading.address("dokument", report.id), .content)
                } else if let when = row.followedUp {
                    html.text(words.period(when))
                } else if row.plan != nil {
                    html.small(words.planning.noFollowUpKnown)
                } else {
                    html.known(nil, words)
                }
            }
        }
    }
}

extension Document {
    /// Whether it is the plan of a year, by the cooperation's own word for one.
    var isOperationalPlan: Bool { facts.kind.lowercased() == "verksamhetsplan" }

    /// The year it plans for, as near as is known.
    fileprivate var plannedYear: Int { (facts.validity?.from ?? facts.validity?.to ?? decided).last.year }
}

extension Words {
    /// Years in a row, those that follow on one another as spans: '2015, 2016 och 2018–2020'.
    func years(_ years: [Int]) -> String {
        var spans: [(first: Int, last: Int)] = []
        for year in years {
            if let open = spans.last, open.last + 1 >= year {
                spans[spans.count - 1].last = year
            } else {
                spans.append((year, year))
            }
        }
        return list(
            spans.flatMap { span in
                switch span.last - span.first {
                case 0: ["\(span.first)"]
                case 1: ["\(span.first)", "\(span.last)"]
                default: ["\(span.first)–\(span.last)"]
                }
            }
        )
    }
}
