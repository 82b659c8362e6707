import Cooperation
import Markup
import Statistics

/// The key figures that the members are compared by, ready to show: all, or those that answer a search.
struct ComparisonsPage: Encodable, Sendable {
    /// One key figure in the list.
    struct Row: Encodable, Sendable {
        var id: String
        var title: String
        var unit: String
        var area: String
        var perspective: String?
        /// The latest year that a member has a value for.
        var latestYear: Int
        /// How many of the members have a value that year.
        var members: Int
        var origin: String?
        var source: String
    }

    /// What of the list is asked for.
    struct Question: Encodable, Equatable, Sendable {
        var words = ""
        var area: String?
        var perspective: String?

        /// What is asked, as the page's address has it.
        var query: [(name: String, value: String)] {
            (words.isBlank ? [] : [(QueryName.keyFigureSearch, words)]) + (area.map { [(QueryName.area, $0)] } ?? [])
                + (perspective.map { [(QueryName.perspective, $0)] } ?? [])
        }

        var isEmpty: Bool { query.isEmpty }
    }

    /// How many key figures a page of the list holds.
    static let onPage = 50
    /// How many of those that are damaged are named; all stand in the file.
    private static let damagedNamed = 10

    var cooperation: String
    /// How many members there are.
    var members: Int
    /// How many key figures there are in all.
    var total: Int
    var question: Question
    var keyFigures: [Row]
    var fetched: String?
    /// Key figures that can't be shown, since their values are damaged; nil when none are.
    var damaged: [String]?
    /// The network that has compared the members before.
    var network: BodyLink?

    let areas: [String]
    let perspectives: [String]
    /// Which page of the list is shown, from 1.
    let page: Int

    private enum CodingKeys: String, CodingKey {
        case cooperation, members, total, question, keyFigures, fetched, damaged, network
    }

    /// The page of what is known of the members.
    ///
    /// - Parameters:
    ///   - list: the key figures that there are.
    ///   - question: which of them are asked for.
    ///   - page: which page of the list; one beyond the last shows the last.
    ///   - reading: what the page is made of.
    init(_ list: KeyFigureList, answering question: Question = Question(), page: Int = 1, _ reading: Reading) {
        cooperation = reading.calledName
        members = reading.cooperation.members.members.count
        total = list.entries.count
        self.question = question
        fetched = list.fetched
        damaged = list.damaged.isEmpty ? nil : list.damaged
        areas = list.areas
        perspectives = list.perspectives
        keyFigures = list.entries(answering: question.words, area: question.area, perspective: question.perspective).map {
            entry in
            let keyFigure = entry.figure.keyFigure
            return Row(
                id: keyFigure.id.description,
                title: keyFigure.title,
                unit: keyFigure.unit,
                area: entry.figure.area,
                perspective: entry.figure.perspective,
                latestYear: entry.latestYear,
                members: entry.members,
                origin: keyFigure.origin,
                source: list.source
            )
        }
        self.page = max(1, min(page, (keyFigures.count + Self.onPage - 1) / Self.onPage))
        network = Body.ID("ekonomidirektorer").flatMap { reading.cooperation.organisation[$0] }.map { BodyLink($0) }
    }

    /// The list as a table for a file.
    func table(_ words: Words) -> Table {
        let comparisons = words.comparisons
        return Table(
            columns: [
                "id", comparisons.keyFigure, comparisons.unit, comparisons.latestYear, comparisons.withValue,
                comparisons.origin, comparisons.source, comparisons.subject, comparisons.perspective,
            ],
            rows: keyFigures.map {
                [
                    $0.id, $0.title, $0.unit, "\($0.latestYear)", "\($0.members)", $0.origin ?? "", $0.source, $0.area,
                    $0.perspective ?? "",
                ]
            }
        )
    }

    /// The sentence that answers what people come with.
    func lead(_ words: Words) -> String {
        let comparisons = words.comparisons
        guard total > 0 else { return damaged == nil ? comparisons.none : comparisons.purpose }
        let found = total == 1 ? comparisons.haveOne(cooperation) : comparisons.have(words.count(total), cooperation)
        return "\(comparisons.purpose) \(found)"
    }

    /// The key figures, and what has been compared before.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let comparisons = words.comparisons
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(comparisons.title)
                html.p(lead(words), .class("lead"))
            }
            if let damaged {
                let first = damaged.prefix(Self.damagedNamed) + (damaged.count > Self.damagedNamed ? ["…"] : [])
                html.p(
                    comparisons.damaged(words.number(damaged.count), first.joined(separator: ", ")),
                    .class("notice")
                )
            }
            if total == 0 {
                html.p(comparisons.noneYet)
                html.p {
                    html.text("\(comparisons.fetchBy) ")
                    html.code("samverka statistics fetch")
                    html.text(" \(comparisons.fetchByAfter)")
                }
            } else {
                html.p(comparisons.noVerdict)
                writeForm(html, reading)
                writeList(html, reading)
                if fetched == nil { writeHowToFetch(html, words) }
            }
            if total > 0 { writeMore(html, reading) }
            html.madeOfComparisons(reading)
            if let network {
                html.p {
                    html.text("\(comparisons.before) ")
                    html.a(network.name, to: reading.address(steps: network.steps), .content)
                    html.text(".")
                }
            }
        }
    }

    /// The ways on: what has improved, and where each member stands out.
    private func writeMore(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "vidare")) {
            html.h2(words.standing.ofEachMember, .id("vidare"))
            html.ul {
                for member in reading.cooperation.members.members {
                    html.li {
                        html.a(
                            member.facts.name,
                            to: reading.address("jamforelser", "kommuner", member.facts.id.text),
                            .label(words.standing.title(member.facts.name))
                        )
                    }
                }
            }
            html.p { html.a(words.improvements.title, to: reading.address(steps: ImprovementsPage.steps)) }
        }
    }

    /// What is shipped is a small part of what there is.
    private func writeHowToFetch(_ html: HTML, _ words: Words) {
        html.p(.class("help")) {
            html.text("\(words.comparisons.shippedOnly) ")
            html.code("samverka statistics fetch")
            html.text(".")
        }
    }

    private func writeForm(_ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        html.div(.role(.search)) {
            html.form(.get, to: Address(steps: ["jamforelser"]), .class("questions")) {
                html.div(.class("question")) {
                    html.label(comparisons.searchField, for: "sok-nyckeltal")
                    html.p(comparisons.searchHelp, .id("sok-nyckeltal-hjalp"), .class("help"))
                    html.input(
                        .search,
                        name: QueryName.keyFigureSearch,
                        value: question.words,
                        .id("sok-nyckeltal"),
                        .described(by: "sok-nyckeltal-hjalp"),
                        .maximumLength(200),
                        .autocomplete("off")
                    )
                }
                if areas.count > 1 {
                    writeSelect(QueryName.area, comparisons.subject, comparisons.everyArea, areas, question.area, html)
                }
                if perspectives.count > 1 {
                    writeSelect(
                        QueryName.perspective,
                        comparisons.perspective,
                        comparisons.everyPerspective,
                        perspectives,
                        question.perspective,
                        html
                    )
                }
                if reading.language != .swedish {
                    html.input(.hidden, name: PageLanguage.parameter, value: reading.language.rawValue)
                }
                html.div(.class("buttons")) { html.button(comparisons.searchButton) }
            }
        }
    }

    private func writeSelect(
        _ name: String,
        _ label: String,
        _ all: String,
        _ options: [String],
        _ chosen: String?,
        _ html: HTML
    ) {
        html.div(.class("question")) {
            html.label(label, for: ID("val-\(name)"))
            html.select(name: name, .id(ID("val-\(name)"))) {
                html.option(all, value: "", isSelected: chosen == nil)
                for option in options { html.option(option, value: option, isSelected: option == chosen, .content) }
            }
        }
    }

    private func writeList(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let comparisons = words.comparisons
        if !question.isEmpty {
            html.p(
                keyFigures.isEmpty
                    ? comparisons.nothingFound : comparisons.found(words.number(keyFigures.count), words.number(total)),
                .live(.polite)
            )
            html.p { html.a(comparisons.showAll, to: reading.address("jamforelser")) }
        }
        guard !keyFigures.isEmpty else { return }
        let shown = keyFigures.dropFirst((page - 1) * Self.onPage).prefix(Self.onPage)
        html.div(.class("register")) {
            writeTable(shown, html, reading)
            writePages(html, reading)
            html.p(comparisons.ofMembers(words.count(members)), .class("help"))
            for source in Set(keyFigures.map(\.source)).sorted() { html.p(comparisons.sourceIs(source), .class("help")) }
        }
    }

    private func writePages(_ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        let last = (keyFigures.count + Self.onPage - 1) / Self.onPage
        guard last > 1 else { return }
        func address(_ number: Int) -> Address {
            reading.address(
                steps: ["jamforelser"],
                query: question.query + (number > 1 ? [(QueryName.page, "\(number)")] : [])
            )
        }
        html.nav(.class("choices"), .label(comparisons.pages)) {
            html.p(comparisons.pageOf(reading.words.number(page), reading.words.number(last)))
            html.ul {
                if page > 1 { html.li { html.a(comparisons.previousPage, to: address(page - 1)) } }
                if page < last { html.li { html.a(comparisons.nextPage, to: address(page + 1)) } }
            }
        }
    }

    private func writeTable(_ shown: some Sequence<Row>, _ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        html.scrollingTable(comparisons.keyFigures, reading.words) {
            html.thead {
                html.tr {
                    html.th(comparisons.keyFigure, scope: .column)
                    html.th(comparisons.unit, scope: .column)
                    html.th(comparisons.latestYear, scope: .column, .class("number"))
                    html.th(comparisons.withValue, scope: .column, .class("number"))
                }
            }
            html.tbody {
                for row in shown {
                    html.tr {
                        html.th(scope: .row, .class("remark-cell"), .content) {
                            html.a(row.title, to: reading.address("jamforelser", row.id))
                        }
                        html.td(row.unit, .content)
                        html.td("\(row.latestYear)", .class("number"))
                        html.td(reading.words.number(row.members), .class("number"))
                    }
                }
            }
        }
    }
}

extension ComparisonsPage: OnOthersTerms {
    /// What the sources ask of those who use it.
    var terms: String? {
        let sources = Set(keyFigures.map(\.source)).sorted()
        return sources.isEmpty ? nil : Words.swedish.comparisons.sourceIs(Words.swedish.list(sources))
    }
}
