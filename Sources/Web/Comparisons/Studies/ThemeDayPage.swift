import Cooperation
import HTTPTypes
import Markup

/// One theme day with its programme, ready to show.
struct ThemeDayPage: Encodable, Sendable {
    /// A point of the programme.
    struct Item: Encodable, Sendable {
        var title: String
        var minutes: Int
        /// A municipality or a body, never a person.
        var presenter: String?
        /// The example that is told of.
        var example: StudyPage.Link?
        /// False when the municipality has taken back what it said.
        var isConfirmed: Bool?
    }

    var id: String
    var title: String
    var arranger: BodyLink?
    var day: Day?
    var conference: StudyPage.Link?
    /// In order.
    var items: [Item]
    /// Of the whole programme.
    var minutes: Int
    var studies: [StudyPage.Link]
    var remarks: [String]
    var sources: [Source]
    private var arrangerID: Body.ID

    private enum CodingKeys: String, CodingKey {
        case id, title, arranger, day, conference, items, minutes, studies, remarks, sources
    }

    /// The page of a theme day.
    init(_ themeDay: ThemeDay, _ reading: Reading) {
        let (facts, cooperation) = (themeDay.facts, reading.cooperation)
        id = facts.id.text
        title = facts.title
        arrangerID = facts.arranger
        arranger = cooperation.organisation[facts.arranger].map { BodyLink($0) }
        day = facts.day
        conference = facts.conference.flatMap { reference in
            let subject = Subject.conference(reference.series, reference.conference)
            guard cooperation.knows(subject) else { return nil }
            return reading.address(of: subject).text.map { .init(title: reading.name(of: subject), page: $0) }
        }
        items = facts.items.map { Item($0, reading) }
        minutes = themeDay.minutes
        studies = cooperation.comparisons.studies(on: facts.id).map {
            .init(title: $0.facts.title, page: "/jamforelser/studier/\($0.facts.id)")
        }
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
    }

    var steps: [String] { ["jamforelser", "temadag", id] }
    /// Whom the permission to plan it is asked about.
    var target: Permission.Target { .init(body: arrangerID) }

    /// Who arranges it, and when.
    func lead(_ words: Words) -> String {
        let days = words.themeDays
        let when = day.map { days.heldOn(words.date($0)) } ?? days.dayNotSet
        return "\(days.lead(arranger?.name ?? words.meetings.notSaid)) \(when)"
    }

    /// The programme as a table for a file.
    func table(_ words: Words) -> Table {
        let days = words.themeDays
        return Table(
            columns: [days.itemPlace, days.item, days.minutes, days.presenter, days.example],
            rows: items.enumerated().map { index, item in
                ["\(index + 1)", item.title, "\(item.minutes)", item.presenter ?? "", item.example?.title ?? ""]
            }
        )
    }

    /// The programme, in order.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let words = reading.words
        let days = words.themeDays
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.p(days.themeDay, .class("kicker"))
                html.heading(title, reading, .recordThemeDay, about: target, at: steps + ["andra"])
                html.p(lead(words), .class("lead"))
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    html.section(.labelled(by: "program")) {
                        html.h2(days.programme, .id("program"))
                        if items.isEmpty {
                            html.p(days.noProgramme)
                        } else {
                            writeItems(html, reading)
                            html.p(days.total(words.number(minutes)))
                        }
                        html.begin(reading, .recordThemeDay, about: target, days.addItem, at: steps + ["punkt", "ny"])
                    }
                    if !studies.isEmpty {
                        html.section(.labelled(by: "studier")) {
                            html.h2(days.studies, .id("studier"))
                            html.ul(.content) {
                                for study in studies {
                                    html.li { Address(study.page).map { html.a(study.title, to: $0) } }
                                }
                            }
                        }
                    }
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) { html.facts(facts(reading), words) }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        var facts = [
            Fact(words.themeDays.day, day.map { words.date($0) } ?? words.themeDays.dayNotSet),
            Fact(
                words.themeDays.arranger,
                arranger?.name,
                address: arranger.map { reading.address(steps: $0.steps) },
                isContent: true
            ),
        ]
        if let conference {
            facts.append(
                Fact(words.themeDays.conference, conference.title, address: Address(conference.page), isContent: true)
            )
        }
        return facts
    }

    private func writeItems(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.ol {
            for (index, item) in items.enumerated() {
                html.li {
                    html.p(.content) { html.strong(item.title) }
                    html.p {
                        html.text("\(words.number(item.minutes)) \(words.themeDays.minutes.lowercased())")
                        if let presenter = item.presenter {
                            html.text(". \(words.themeDays.presenter): ")
                            html.span(presenter, .content)
                        }
                    }
                    if let example = item.example, let address = Address(example.page) {
                        html.p { html.a(example.title, to: address, .content) }
                    }
                    if item.isConfirmed == false {
                        html.p(.class("labels")) {
                            html.span("! \(words.themeDays.notConfirmedHere)", .class("label", "lapsed"))
                        }
                    }
                    html.edit(
                        reading,
                        .recordThemeDay,
                        about: target,
                        of: item.title,
                        at: steps + ["punkt", "\(index + 1)", "andra"]
                    )
                }
            }
        }
    }
}

extension ThemeDayPage.Item {
    fileprivate init(_ item: ThemeDay.Item, _ reading: Reading) {
        let cooperation = reading.cooperation
        title = item.title
        minutes = item.minutes
        switch item.presenter {
        case .municipality(let id)?: presenter = cooperation.members[id]?.facts.name
        case .body(let id)?: presenter = cooperation.organisation[id]?.facts.name
        case .outside(let name)?: presenter = name
        case nil: break
        }
        // One of a study that may not be seen isn't told of.
        guard let reference = item.example, let found = cooperation.comparisons[reference] else { return }
        let card = cooperation.comparisons[found.facts.card]?.facts.name ?? found.facts.card.text
        example = StudyPage.Link(
            title: "\(found.facts.place.name): \(card)",
            page: "/jamforelser/studier/\(reference.study)#exempel-\(reference.example)"
        )
        isConfirmed = found.canBePresented
    }
}

extension Site {
    /// Theme days.
    var themeDayPages: [Route] {
        [
            Route(
                .get,
                "/jamforelser/temadag/{id}",
                reads: [QueryName.day, QueryName.knownBy],
                formats: [.page, .json, .csv, .atom],
                isCached: true
            ) { asked in
                let reading = try readings.take(for: asked)
                let themeDay = try themeDay(asked, reading)
                let page = ThemeDayPage(themeDay, reading)
                let history = reading.history(of: .themeDay(themeDay.facts.id))
                let shell = Shell(
                    title: page.title,
                    description: page.lead(reading.words),
                    steps: page.steps,
                    above: [reading.comparisonsStep, reading.studiesStep],
                    formats: history.isEmpty ? [.json, .csv] : [.json, .csv, .atom],
                    subject: .themeDay(themeDay.facts.id)
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { history },
                    content: { page.write($0, reading, history: history) }
                )
            }
        ]
    }

    /// The theme day of an address.
    func themeDay(_ asked: Asked, _ reading: Reading) throws(Fault) -> ThemeDay {
        guard let id = ThemeDay.ID(asked["id"]), let themeDay = reading.cooperation.comparisons[id] else {
            throw reading.notThen
        }
        return themeDay
    }
}
