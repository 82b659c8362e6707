import Cooperation
import Markup

/// One steering document, ready to show.
struct DocumentPage: Encodable, Sendable {
    var id: String
    var title: String
    var kind: String
    /// How many documents there are of the same kind, this one counted.
    var kindCount: Int
    var decidedBy: String?
    var decided: Period
    /// How the source puts the day, when that is less exact.
    var decidedInWords: String?
    var validity: Document.Validity?
    /// The time that a report is about.
    var about: Period?
    var standing: DocumentStanding
    var replacedBy: EditionPage.Reference?
    var replaces: EditionPage.Reference?
    /// The latest document of the same kind, when this one's time is over and nothing has replaced it.
    var latestOfKind: EditionPage.Reference?
    /// The edition of the programme that it is.
    var edition: EditionPage.Reference?
    /// The operational plan that it is.
    var plan: EditionPage.Reference?
    /// The operational plans that it follows up.
    var followsUp: [EditionPage.Reference]
    /// The files that belong to it.
    var attachments: [ShownAttachment]
    var details: [ShownDetail]
    var missing: [String]
    var remarks: [String]
    var sources: [Source]

    /// The page of a document.
    init(_ document: Document, _ reading: Reading) {
        let register = reading.cooperation.documents
        let facts = document.facts
        id = facts.id.text
        title = facts.title
        kind = facts.kind
        let ofKind = register.inOrder.filter { $0.facts.kind == facts.kind }
        kindCount = ofKind.count
        decidedBy = facts.decidedBy
        decided = document.decided
        decidedInWords = facts.decidedInWords
        validity = facts.validity
        about = facts.about
        let standing = register.standing(of: document, on: reading.day)
        self.standing = DocumentStanding(standing)
        if case .replaced(let by) = standing { replacedBy = register[by].map { .init($0) } }
        replaces = facts.replaces.flatMap { register[$0] }.map { .init($0) }
        if self.standing == .over, let latest = ofKind.last, latest.facts.id != facts.id { latestOfKind = .init(latest) }
        edition = facts.edition.flatMap { reading.cooperation.programme[$0] }.map {
            .init(id: $0.text.id.text, title: $0.text.title)
        }
        let plans = reading.cooperation.planning.inOrder
        plan = plans.first { $0.facts.document == facts.id }.map { .init($0) }
        followsUp = plans.filter { $0.followUp?.fact.document == facts.id }.map { .init($0) }
        attachments = ShownAttachment.all(document, reading)
        details = ShownDetail.all(facts.details, reading)
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
    }

    /// The document: whether it applies, and what is known of it.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.p(.class("labels")) { html.standing(standing, about: about, words) }
                html.heading(title, reading, .recordDocument, at: ["dokument", id, "andra"])
                html.p(words.sentence(on: self), .class("lead"))
                writeNotice(html, reading)
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if !details.isEmpty {
                        html.section(.labelled(by: "kant")) {
                            html.h2(words.documents.details, .id("kant"))
                            html.particulars(details, words)
                        }
                    }
                    html.attachments(attachments, of: id, reading)
                    writeContent(html, reading)
                    html.remarks(remarks, words)
                    html.missing(missing, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) { html.facts(facts(reading), words) }
            }
        }
    }

    /// That the document is old, and what to read instead.
    private func writeNotice(_ html: HTML, _ reading: Reading) {
        let words = reading.words.documents
        if let replacedBy {
            html.p(.class("notice")) {
                html.text("\(words.noLongerApplies) \(words.readInstead) ")
                html.a(replacedBy.title, to: reading.address("dokument", replacedBy.id), .content)
                html.text(".")
            }
        } else if standing == .replaced {
            html.p(words.noLongerApplies, .class("notice"))
        } else if standing == .over {
            html.p(.class("notice")) {
                html.text("\(words.noLongerApplies) \(words.noSuccessor)")
                if let latestOfKind {
                    html.text(" \(words.latestOfKind) ")
                    html.a(latestOfKind.title, to: reading.address("dokument", latestOfKind.id), .content)
                    html.text(".")
                }
            }
        }
    }

    /// That the document itself isn't here, when no file is, and where what is known of its content is.
    private func writeContent(_ html: HTML, _ reading: Reading) {
        let words = reading.words.documents
        if !attachments.isEmpty, plan == nil, edition == nil { return }
        html.div {
            if attachments.isEmpty { html.p(plan == nil && edition == nil ? words.textNotHere : words.textElsewhere) }
            if let plan { html.p(.class("go")) { html.a(words.readPlan, to: reading.address("plan", plan.id)) } }
            if let edition {
                html.p(.class("go")) { html.a(words.readProgramme, to: reading.address("program", edition.id)) }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        let texts = words.documents
        var facts = [
            Fact(
                texts.kind,
                kind.withCapital,
                address: kindCount > 1 ? reading.address(steps: ["dokument"], query: [(QueryName.kind, kind)]) : nil,
                isContent: true
            ),
            Fact(texts.decidedBy, decidedBy?.withCapital, isContent: true),
            Fact(
                texts.date,
                words.decided(decided, inWords: decidedInWords?.withCapital),
                isContent: decidedInWords != nil
            ),
        ]
        if let about {
            facts.append(Fact(texts.about, words.period(about)))
        } else {
            facts.append(
                Fact(
                    texts.valid,
                    validity.flatMap(words.validity),
                    note: validity?.isInferred == true ? texts.inferred : nil
                )
            )
        }
        let document = { (reference: EditionPage.Reference) in reading.address("dokument", reference.id) }
        if let replaces { facts.append(Fact(texts.replaces, replaces.title, address: document(replaces))) }
        if let replacedBy { facts.append(Fact(texts.replacedBy, replacedBy.title, address: document(replacedBy))) }
        if let edition {
            facts.append(Fact(texts.edition, edition.title, address: reading.address("program", edition.id)))
        }
        if let plan { facts.append(Fact(texts.plan, plan.title, address: reading.address("plan", plan.id))) }
        for plan in followsUp {
            facts.append(Fact(texts.followsUp, plan.title, address: reading.address("plan", plan.id)))
        }
        return facts
    }
}

extension Words {
    /// The sentences that answer what people come with: when it was decided, and whether it applies.
    func sentence(on document: DocumentPage) -> String {
        "\(decisionSentence(document.title, document.decided, inWords: document.decidedInWords)) \(standingSentence(document))"
    }

    /// When something was decided, as exactly as the source has it.
    func decisionSentence(_ title: String, _ decided: Period, inWords: String?) -> String {
        if let inWords { return documents.decidedInWords(title, inWords) }
        let period = period(decided)
        return switch decided.precision {
        case .day: documents.decidedOn(title, period)
        case .month: documents.decidedIn(title, period)
        case .year: documents.decidedDuring(title, period)
        }
    }

    private func standingSentence(_ document: DocumentPage) -> String {
        switch document.standing {
        case .replaced: document.replacedBy.map { documents.replacedBySentence($0.title) } ?? documents.isReplaced
        case .report: documents.reports(document.about.map(period) ?? frame.unknown)
        case .over: documents.appliedUntil(document.validity?.to.map(period) ?? frame.unknown)
        case .unknown: documents.standingUnknown
        case .upcoming: documents.appliesFrom(document.validity?.from.map(period) ?? frame.unknown)
        case .valid: validSentence(document.validity)
        }
    }
}

extension Words {
    private func validSentence(_ validity: Document.Validity?) -> String {
        let sentence =
            if let to = validity?.to {
                documents.appliesUntil(period(to))
            } else if validity?.isUntilFurtherNotice == true {
                documents.appliesUntilFurtherNotice
            } else {
                documents.appliesWithoutEnd
            }
        return validity?.isInferred == true ? "\(sentence) \(documents.lengthIsInferred)" : sentence
    }
}

extension EditionPage.Reference {
    /// An operational plan that a page points to.
    init(_ plan: OperationalPlan) {
        self.init(id: plan.facts.id.text, title: plan.facts.title)
    }
}
