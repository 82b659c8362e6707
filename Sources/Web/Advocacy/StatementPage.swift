import Cooperation
import Markup

/// One joint statement, ready to show.
struct StatementPage: Encodable, Sendable {
    var id: String
    var title: String
    var kind: String
    var date: Period
    var recipient: String?
    var recipientIsInferred: Bool
    var reference: String?
    /// What it argues for.
    var priorities: [EditionPage.Reference]
    var details: [AdvocacyDetail]
    var missing: [String]
    var remarks: [String]
    var sources: [Source]
    /// The statements before and after it.
    var previous: EditionPage.Reference?
    var next: EditionPage.Reference?
    /// How many municipalities must agree; nil when that isn't known.
    var members: Int?
    var history: [HistoryLine]

    /// The page of a statement.
    init(_ statement: Statement, _ reading: Reading) {
        let facts = statement.facts
        let advocacy = reading.cooperation.advocacy
        id = facts.id.text
        title = facts.title
        kind = facts.kind
        date = statement.made
        recipient = facts.recipient
        recipientIsInferred = facts.recipient != nil && facts.recipientIsInferred == true
        reference = facts.reference
        priorities = advocacy.references(to: facts.priorities)
        details = facts.details.map { AdvocacyDetail($0, reading) }
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = (facts.sources + facts.details.flatMap(\.sources)).unique
        let all = advocacy.statementsInOrder
        if let index = all.firstIndex(where: { $0.facts.id == facts.id }) {
            let reference = { (other: Statement) in EditionPage.Reference(id: other.facts.id.text, title: other.facts.title) }
            previous = index > 0 ? reference(all[index - 1]) : nil
            next = index + 1 < all.count ? reference(all[index + 1]) : nil
        }
        let count = reading.cooperation.members.members.count
        members = count > 1 ? count : nil
        history = reading.history(of: .statement(facts.id))
    }

    /// The sentence that answers what people come with.
    func lead(_ words: Words) -> String {
        let time = words.time(of: date)
        guard let recipient else { return words.advocacy.said(time) }
        return recipientIsInferred ? words.advocacy.saidLikelyTo(time, recipient) : words.advocacy.saidTo(time, recipient)
    }

    /// The statement: when, to whom, for what.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let advocacy = words.advocacy
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.p(kind.withCapital, .class("kicker"), .content)
                html.h1(title, .content)
                html.p(lead(words), .class("lead"))
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    html.advocacyDetails(details)
                    html.p(advocacy.textNotHere, .class("notice"))
                    html.section(.labelled(by: "satsningar")) {
                        html.h2(advocacy.arguesFor, .id("satsningar"))
                        if priorities.isEmpty {
                            html.p(advocacy.arguesForUnknown, .class("unknown"))
                        } else {
                            html.ul(.class("links"), .content) {
                                for priority in priorities {
                                    html.li { html.a(priority.title, to: reading.address("paverkan", priority.id)) }
                                }
                            }
                        }
                    }
                    html.section(.labelled(by: "tillkomst")) {
                        html.h2(advocacy.agreement, .id("tillkomst"))
                        html.p(members.map { advocacy.agreementOf(words.count($0)) } ?? advocacy.agreementOfAll)
                    }
                    html.remarks(remarks, words)
                    html.missing(missing, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(
                        [
                            Fact(advocacy.date, words.period(date).withCapital),
                            Fact(advocacy.kind, kind.withCapital, isContent: true),
                            Fact(
                                advocacy.recipient,
                                recipient,
                                note: recipientIsInferred ? advocacy.likely : nil,
                                isContent: true
                            ),
                            Fact(advocacy.reference, reference, isContent: true),
                        ],
                        words
                    )
                }
            }
            html.advocacyNeighbours(previous, next, under: "yttranden", label: advocacy.otherStatements, reading)
        }
    }
}

/// A statement of fact about something that is argued for, with its sources.
struct AdvocacyDetail: Encodable, Sendable {
    var text: String
    var sources: [Source]

    init(_ detail: Detail, _ reading: Reading) {
        text = reading.text(detail.text)
        sources = detail.sources
    }
}

extension HTML {
    /// What more the sources tell.
    func advocacyDetails(_ details: [AdvocacyDetail]) {
        guard !details.isEmpty else { return }
        ul(.content) { for detail in details { li(detail.text) } }
    }

    /// Ways to what stands before and after a page.
    func advocacyNeighbours(
        _ previous: EditionPage.Reference?,
        _ next: EditionPage.Reference?,
        under step: String,
        label: String,
        _ reading: Reading
    ) {
        guard previous != nil || next != nil else { return }
        nav(.class("neighbours"), .label(label)) {
            if let previous { a("← \(previous.title)", to: reading.address(step, previous.id), .rel(.previous), .content) }
            if let next { a("\(next.title) →", to: reading.address(step, next.id), .rel(.next), .content) }
        }
    }
}

extension Words {
    /// When something was, as a part of a sentence: 'den 4 juni 2018', 'i juni 2018', 'år 2018'.
    fileprivate func time(of period: Period) -> String {
        switch period.precision {
        case .day: advocacy.onDay(self.period(period))
        case .month: advocacy.inMonth(self.period(period))
        case .year: advocacy.inYear(self.period(period))
        }
    }
}
