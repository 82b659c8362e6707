import Cooperation
import Markup

/// The register of steering documents, ready to show.
struct DocumentsPage: Encodable, Sendable {
    /// A kind of document, and how many there are of it.
    struct Kind: Encodable, Sendable {
        var name: String
        var count: Int
    }

    /// A document in the register.
    struct Row: Encodable, Sendable {
        var id: String
        var title: String
        var kind: String
        var decidedBy: String?
        var decided: Period
        /// How the source puts the day, when that is less exact.
        var decidedInWords: String?
        var validity: Document.Validity?
        /// The time that a report is about.
        var about: Period?
        var standing: DocumentStanding
        var replacedBy: EditionPage.Reference?
        /// When what replaced it was decided.
        var replacedSince: Period?
        var sources: [Source]
    }

    /// Every kind there is, in Swedish alphabetical order.
    var kinds: [Kind]
    /// How many documents there are of all kinds.
    var count: Int
    /// The kind that was chosen.
    var kind: String?
    /// Whether a kind was chosen that no document has.
    var isOfNoKind: Bool
    /// Those of the chosen kind, the newest first.
    var documents: [Row]

    /// The page of a register.
    ///
    /// - Parameters:
    ///   - reading: what the page is made of.
    ///   - chosen: the kind that was chosen, as it was written in the address.
    init(_ reading: Reading, chosen: String? = nil) {
        let register = reading.cooperation.documents
        let standings = register.standings(on: reading.day)
        let all = register.inOrder.reversed()
        kinds = Dictionary(grouping: all, by: \.facts.kind)
            .map { Kind(name: $0.key, count: $0.value.count) }
            .inSwedishOrder(by: \.name)
        count = all.count
        let wanted = chosen.flatMap { $0.isBlank ? nil : $0.lowercased() }
        let kind = kinds.first { $0.name.lowercased() == wanted }?.name
        self.kind = kind
        isOfNoKind = wanted != nil && kind == nil
        documents = all.filter { kind == nil || $0.facts.kind == kind }.map { document in
            let standing = standings[document.facts.id] ?? .unknown
            var successor: Document?
            if case .replaced(let by) = standing { successor = register[by] }
            return Row(
                id: document.facts.id.text,
                title: document.facts.title,
                kind: document.facts.kind,
                decidedBy: document.facts.decidedBy,
                decided: document.decided,
                decidedInWords: document.facts.decidedInWords,
                validity: document.facts.validity,
                about: document.facts.about,
                standing: DocumentStanding(standing),
                replacedBy: successor.map { .init($0) },
                replacedSince: successor?.decided,
                sources: document.facts.sources
            )
        }
    }

    /// The register as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.documents
        return Table(
            columns: [
                "id", columns.document, columns.kind, columns.decidedBy, columns.date, columns.exactDate, columns.validOrAbout,
                columns.isInferred, columns.standing, columns.replacedBy, words.frame.sources,
            ],
            rows: documents.map { row in
                [
                    row.id, row.title, row.kind.withCapital, row.decidedBy?.withCapital ?? "",
                    row.decidedInWords ?? row.decided.iso, row.decided.iso,
                    row.about?.iso ?? row.validity.map(words.fileValidity) ?? "",
                    row.validity.map { $0.isInferred == true ? columns.yes : columns.no } ?? "",
                    words.label(row.standing, about: row.about), row.replacedBy?.title ?? "",
                    row.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }
}

extension DocumentsPage {
    /// The register, with the choice of a kind and when each document applied.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(title(words))
                html.p(leadSentence(reading), .class("lead"))
                if kind == nil { html.p(words.documents.introduction) }
                if isOfNoKind { html.p(words.documents.noSuchKind, .class("notice")) }
                html.begin(reading, .recordDocument, words.documentForms.new, at: ["dokument", "ny"])
            }
            if !documents.isEmpty {
                html.div(.class("choice-and-list")) {
                    writeKinds(html, reading)
                    writeTable(html, reading)
                }
                DocumentsTimeline(documents, reading)?.write(html, words)
            }
        }
    }

    /// What the page is called: with the kind, when one is chosen.
    func title(_ words: Words) -> String { kind.map { "\(words.documents.title): \($0)" } ?? words.documents.title }

    /// The sentence that says how many there are, and how they stand.
    func leadSentence(_ reading: Reading) -> String {
        let words = reading.words
        let texts = words.documents
        guard count > 0 else { return reading.isNow ? texts.none : texts.noneThen }
        let total = documents.count
        let first =
            if let kind {
                total == 1 ? texts.isOfKind(kind) : texts.areOfKind(words.countFirst(total), kind)
            } else {
                texts.registerHas(words.count(total), total)
            }
        let parts: [(DocumentStanding, @Sendable (String, Int) -> String)] = [
            (.valid, texts.areValid), (.upcoming, texts.areUpcoming), (.replaced, texts.areReplaced), (.over, texts.areOver),
            (.report, texts.areReports),
            (.unknown, texts.areUnknown),
        ]
        let told = parts.compactMap { standing, text in
            let count = documents.count { $0.standing == standing }
            return count == 0 ? nil : text(words.count(count), count)
        }
        return "\(first) \(words.list(told).withCapital)."
    }

    private func writeKinds(_ html: HTML, _ reading: Reading) {
        guard kinds.count > 1 else { return }
        let words = reading.words.documents
        html.nav(.class("choice"), .labelled(by: "slag")) {
            html.h2(words.chooseKind, .id("slag"))
            html.ul {
                html.li {
                    writeChoice("\(words.allKinds) (\(count))", [], isChosen: kind == nil, html, reading)
                }
                for kind in kinds {
                    html.li(.content) {
                        writeChoice(
                            "\(kind.name.withCapital) (\(kind.count))",
                            [(QueryName.kind, kind.name)],
                            isChosen: kind.name == self.kind,
                            html,
                            reading
                        )
                    }
                }
            }
        }
    }

    private func writeChoice(
        _ text: String,
        _ chosen: [(name: String, value: String)],
        isChosen: Bool,
        _ html: HTML,
        _ reading: Reading
    ) {
        let address = reading.address(steps: ["dokument"], query: chosen)
        if isChosen { html.a(text, to: address, .current(.page)) } else { html.a(text, to: address) }
    }

    private func writeTable(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let columns = words.documents
        html.scrollingTable(title(words), words) {
            html.thead {
                html.tr {
                    for column in [
                        columns.document, columns.standing, columns.validOrAbout, columns.kind, columns.decidedBy, columns.date,
                    ] {
                        html.th(column, scope: .column)
                    }
                }
            }
            html.tbody { for row in documents { write(row, html, reading) } }
        }
    }

    private func write(_ row: Row, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.tr {
            html.th(scope: .row, .class("title-cell"), .content) { html.a(row.title, to: reading.address("dokument", row.id)) }
            html.td {
                html.standing(row.standing, about: row.about, words)
                if let next = row.replacedBy {
                    html.small(.class("after-label")) {
                        html.text("\(words.documents.replacedBy) ")
                        html.a(next.title, to: reading.address("dokument", next.id), .content)
                    }
                }
            }
            html.td(.class("valid-cell")) {
                html.known(row.about.map(words.period) ?? row.validity.flatMap(words.validity), words)
                if row.validity?.isInferred == true { html.small(" (\(words.documents.inferred))") }
            }
            html.td(row.kind.withCapital, .content)
            html.td { html.known(row.decidedBy?.withCapital, words, isContent: true) }
            html.td(.class("decided-cell")) { html.decided(row.decided, inWords: row.decidedInWords, words) }
        }
    }
}

extension QueryName {
    /// Only documents of one kind.
    static let kind = "slag"
}

extension EditionPage.Reference {
    /// A document that a page points to.
    init(_ document: Document) {
        self.init(id: document.facts.id.text, title: document.facts.title)
    }
}

extension HTML {
    /// A value, or that no source says.
    func known(_ value: String?, _ words: Words, isContent: Bool = false) {
        guard let value else {
            em(words.frame.unknown, .class("unknown"))
            return
        }
        if isContent { span(value, .content) } else { text(value) }
    }

    /// When something was decided.
    func decided(_ period: Period, inWords: String?, _ words: Words) {
        if let inWords { span(inWords, .content) } else { text(words.period(period)) }
    }
}
