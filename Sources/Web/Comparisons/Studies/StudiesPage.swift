import Cooperation
import Markup

/// The studies and the theme days, ready to show.
struct StudiesPage: Encodable, Sendable {
    /// One study in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var title: String
        var question: String
        var responsible: BodyLink?
        var begun: Period
        /// The step that comes next; nil when it is done with or was ended.
        var next: Study.Step?
        var isEnded: Bool
        /// The last day of the follow-up, when that comes next.
        var due: Day?
        var isOverdue: Bool
    }

    /// One theme day in the list.
    struct ThemeDayRow: Encodable, Sendable {
        var id: String
        var title: String
        var day: Day?
    }

    /// The latest begun first.
    var studies: [Row]
    var themeDays: [ThemeDayRow]

    /// The page of the studies.
    init(_ reading: Reading) {
        let comparisons = reading.cooperation.comparisons
        studies = comparisons.studiesInOrder.map { Row($0, reading) }
        themeDays = comparisons.themeDaysInOrder.map {
            ThemeDayRow(id: $0.facts.id.text, title: $0.facts.title, day: $0.facts.day)
        }
    }

    /// What studies are for, or that there is none.
    func lead(_ reading: Reading) -> String {
        let words = reading.words.studies
        guard studies.isEmpty else { return words.purpose }
        return reading.isNow ? "\(words.purpose) \(words.none)" : words.noneThen
    }

    /// The studies as a table for a file.
    func table(_ words: Words) -> Table {
        let studies = words.studies
        return Table(
            columns: [
                "id", studies.titleField, studies.question, studies.responsible, studies.begun, studies.nextStep, studies.due,
            ],
            rows: self.studies.map { row in
                [
                    row.id, row.title, row.question, row.responsible?.name ?? "", row.begun.iso, row.stands(words),
                    row.due?.iso ?? "",
                ]
            }
        )
    }

    /// The studies with what each waits for, and the theme days.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.studies.title)
                html.p(lead(reading), .class("lead"))
                html.begin(
                    reading,
                    .carryOutStudy,
                    about: reading.ownTarget(.carryOutStudy),
                    words.studies.new,
                    at: ["jamforelser", "studier", "ny"]
                )
            }
            if !studies.isEmpty {
                html.ul(.class("worklist")) { for study in studies { html.li { write(study, html, reading) } } }
            }
            html.section(.labelled(by: "temadagar")) {
                html.h2(words.themeDays.title, .id("temadagar"))
                if themeDays.isEmpty { html.p(words.themeDays.none) }
                html.ul {
                    for themeDay in themeDays {
                        html.li {
                            html.a(themeDay.title, to: reading.address("jamforelser", "temadag", themeDay.id), .content)
                            html.text(" – \(themeDay.day.map { words.date($0) } ?? words.themeDays.dayNotSet)")
                        }
                    }
                }
                html.begin(
                    reading,
                    .recordThemeDay,
                    about: reading.ownTarget(.recordThemeDay),
                    words.themeDays.new,
                    at: ["jamforelser", "temadag", "ny"]
                )
            }
        }
    }

    private func write(_ study: Row, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        if let due = study.due, study.isOverdue {
            html.p(words.studies.lateSince(words.date(due)), .class("due", "late"))
        } else {
            html.p(study.due.map { words.studies.dueBy(words.date($0)) } ?? words.period(study.begun), .class("due"))
        }
        html.div {
            html.p(.class("what"), .content) {
                html.a(study.title, to: reading.address("jamforelser", "studier", study.id))
            }
            html.p(study.question, .class("where"), .content)
            html.p(.class("labels")) { html.span(study.stands(words), .class("label", study.labelClass)) }
        }
    }
}

extension StudiesPage.Row {
    /// A study in a list.
    init(_ study: Study, _ reading: Reading) {
        id = study.facts.id.text
        title = study.facts.title
        question = reading.text(study.facts.question)
        responsible = reading.cooperation.organisation[study.facts.responsible].map { BodyLink($0) }
        begun = study.begun
        next = study.next
        isEnded = study.ending != nil
        due = study.due
        isOverdue = study.isOverdue(on: reading.day)
    }

    /// Where the study stands, in a few words: a sign beside each, so that it isn't told by colour.
    func stands(_ words: Words) -> String {
        if isEnded { return "× \(words.studies.ended)" }
        guard let next else { return "● \(words.studies.done)" }
        return "○ \(words.studies.nextStep): \(words.studies.step(next))"
    }

    fileprivate var labelClass: ClassName {
        if isEnded { return "replaced" }
        return next == nil ? "in-force" : isOverdue ? "lapsed" : "proposed"
    }
}

extension Reading {
    /// What a permission is asked about before there is anything: the body of one's own seat, which whoever calls a body together reaches.
    func ownTarget(_ permission: Permission) -> Permission.Target {
        Permission.Target(body: viewer.signedIn?.capacity?.body)
    }

    /// The bodies at work for which the one who looks may do something: their own first.
    func bodies(for permission: Permission) -> [Body] {
        let bodies = bodies.filter { $0.closing == nil && viewer.may(permission, about: .init(body: $0.facts.id)) }
        let own = viewer.signedIn?.capacity?.body
        return bodies.filter { $0.facts.id == own } + bodies.filter { $0.facts.id != own }
    }
}

extension HTML {
    /// The ways from the comparisons to what is made of them.
    func madeOfComparisons(_ reading: Reading) {
        let words = reading.words
        ul(.class("plain")) {
            for (title, steps) in [
                (words.studies.title, "studier"), (words.serviceCards.title, "tjanstekort"),
                (words.ownMeasures.title, "egna-matt"),
            ] {
                li { a(title, to: reading.address("jamforelser", steps)) }
            }
        }
    }
}
