import HashTreeCollections

/// A steering document: an agreement, a directive, a programme, a plan, a report, a decision.
package struct Document: Hashable, Sendable {
    /// The document in addresses: `samarbetsavtal`.
    package typealias ID = Identifier<Document>

    /// From when to when a document applies.
    package struct Validity: Hashable, Sendable, Codable {
        package var from: Period?
        package var to: Period?
        /// True when it applies until something else is decided.
        package var isUntilFurtherNotice: Bool?
        /// True when no source states it, and it was inferred.
        package var isInferred: Bool?

        /// From when to when; without an end when none is stated.
        package init(from: Period? = nil, to: Period? = nil, isUntilFurtherNotice: Bool? = nil, isInferred: Bool? = nil) {
            self.from = from
            self.to = to
            self.isUntilFurtherNotice = isUntilFurtherNotice
            self.isInferred = isInferred
        }
    }

    /// What is recorded of a document.
    ///
    /// The act that records it happened when the document was decided.
    package struct Facts: Hashable, Sendable, Codable {
        package var id: ID
        package var title: String
        /// The cooperation's own word: 'avtal', 'verksamhetsplan'.
        package var kind: String
        /// In indefinite or definite form as the source has it: 'de åtta kommunerna'.
        package var decidedBy: String?
        /// How the source puts the day, when that is less exact: 'före den 16 maj 2023'.
        package var decidedInWords: String?
        /// Nil when no source says.
        package var validity: Validity?
        /// The time that a report is about.
        package var about: Period?
        /// The edition of the programme that the document is.
        package var edition: Edition.ID?
        /// The document it replaces.
        package var replaces: ID?
        package var details: [Detail]
        package var missing: [Prose]
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// Where a document stands on a day.
    package enum Standing: Hashable, Sendable {
        /// No source says how long it applies.
        case unknown
        /// A report is about a time and doesn't apply.
        case report(Period)
        /// It has been decided, and is to apply from then on.
        case upcoming(Period)
        case valid
        /// Its time is over and nothing is known to have replaced it.
        case over(Period)
        /// Another document applies in its place; in the public's value that may be one that can't be seen.
        case replaced(by: ID)
    }

    package var facts: Facts
    /// When it was decided.
    package var decided: Period
    /// The files that belong to it and since when, in the order that they were attached.
    package internal(set) var attachings: [Dated<Attaching>] = []
}

/// The register of steering documents.
package struct Documents: Hashable, Sendable {
    var documents: TreeDictionary<Document.ID, Document> = [:]
    /// In the public's value: what has been replaced by a document that can't be seen there.
    private var replacedUnseen: TreeDictionary<Document.ID, Document.ID> = [:]

    /// The document with that id.
    package subscript(id: Document.ID) -> Document? { documents[id] }

    /// All documents, the oldest first.
    package var inOrder: [Document] {
        documents.values.sorted { ($0.decided.last, $0.facts.id) < ($1.decided.last, $1.facts.id) }
    }

    /// The document that an edition of the programme is.
    package func document(of edition: Edition.ID) -> Document? {
        documents.values.filter { $0.facts.edition == edition }.min { $0.facts.id < $1.facts.id }
    }

    /// The document that replaced another; the first when several say so.
    package func successor(of id: Document.ID) -> Document? {
        documents.values
            .filter { $0.facts.replaces == id }
            .min { ($0.decided.last, $0.facts.id) < ($1.decided.last, $1.facts.id) }
    }

    /// Where a document stands.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - today: the day that is asked about.
    /// - Returns: whether it applies, as far as the sources say.
    package func standing(of document: Document, on today: Day) -> Document.Standing {
        standing(of: document, followedBy: successor(of: document.facts.id), on: today)
    }

    /// Where every document stands, as `standing(of:on:)`, without looking through them all for each.
    package func standings(on today: Day) -> [Document.ID: Document.Standing] {
        var successors: [Document.ID: Document] = [:]
        // The latest first, so that the first that says so is the one that is left.
        for next in inOrder.reversed() { if let replaced = next.facts.replaces { successors[replaced] = next } }
        return Dictionary(
            documents.map { ($0.key, standing(of: $0.value, followedBy: successors[$0.key], on: today)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private func standing(of document: Document, followedBy next: Document?, on today: Day) -> Document.Standing {
        if let unseen = replacedUnseen[document.facts.id] { return .replaced(by: unseen) }
        // Until the next one begins to apply, this one does.
        if let next, next.facts.validity?.hasBegun(on: today) ?? true {
            return .replaced(by: next.facts.id)
        }
        if let about = document.facts.about { return .report(about) }
        guard let validity = document.facts.validity, validity.saysSomething else { return .unknown }
        if let from = validity.from, !validity.hasBegun(on: today) { return .upcoming(from) }
        if let end = validity.to, end.last < today { return .over(end) }
        return .valid
    }

    /// The register without a document; that it is withdrawn doesn't bring the one before it back.
    mutating func withdraw(_ id: Document.ID, on today: Day) {
        guard let document = documents[id] else { return }
        if let replaced = document.facts.replaces.flatMap({ documents[$0] }),
            standing(of: replaced, on: today) == .replaced(by: id)
        {
            replacedUnseen[replaced.facts.id] = id
        }
        documents[id] = nil
        replacedUnseen[id] = nil
    }
}

extension Document.Validity {
    /// Whether it says from when, to when, or that there is no end.
    fileprivate var saysSomething: Bool { from != nil || to != nil || isUntilFurtherNotice == true }

    /// Whether it applies already, or has no stated beginning.
    fileprivate func hasBegun(on today: Day) -> Bool { from.map { $0.first <= today } ?? true }
}

/// Acts about steering documents.
package enum DocumentsAct: Hashable, Sendable {
    /// A document was decided, or what is recorded of it was replaced.
    case recorded(Document.Facts)
    /// A file was attached to a document.
    case attached(Document.Attaching)
    /// A file belongs to its document no longer.
    case detached(Document.Detaching)
}

extension DocumentsAct: CapabilityAct {
    static let forms = [
        ActForm("documents.recorded") { .documents(.recorded($0)) },
        ActForm("documents.attached") { .documents(.attached($0)) },
        ActForm("documents.detached") { .documents(.detached($0)) },
    ]

    var kind: String {
        switch self {
        case .recorded: "documents.recorded"
        case .attached: "documents.attached"
        case .detached: "documents.detached"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .recorded(let facts): facts
        case .attached(let attaching): attaching
        case .detached(let detaching): detaching
        }
    }
}

extension Documents {
    /// Why an act about documents would mean nothing here; nil when it can be applied.
    func objection(to act: DocumentsAct, programme: Programme) -> Refusal? {
        switch act {
        case .recorded(let facts):
            if let replaced = facts.replaces {
                guard !leads(from: replaced, to: facts.id, by: { documents[$0]?.facts.replaces }) else {
                    return .documentReplacesItself
                }
                guard documents[replaced] != nil else { return .unknownDocument(replaced) }
                if let other = successor(of: replaced), other.facts.id != facts.id {
                    return .replacedAlready(documents[replaced]?.facts.title ?? replaced.text, by: other.facts.title)
                }
            }
            if let edition = facts.edition, programme[edition] == nil { return .unknownEdition(edition) }
            return nil
        case .attached(let attaching):
            guard let document = documents[attaching.document] else { return .unknownDocument(attaching.document) }
            return document.attachment(attaching.attachment.commitment) == nil ? nil : .attachedAlready(document.facts.title)
        case .detached(let detaching):
            guard let document = documents[detaching.document] else { return .unknownDocument(detaching.document) }
            return document.attachment(detaching.commitment) == nil ? .unknownFile(document.facts.title) : nil
        }
    }

    /// The register after an act that meets no objection.
    mutating func apply(_ act: DocumentsAct, at period: Period) {
        switch act {
        case .recorded(let facts):
            // What is recorded anew changes neither the day it was decided nor its files.
            let earlier = documents[facts.id]
            documents[facts.id] = Document(
                facts: facts,
                decided: earlier?.decided ?? period,
                attachings: earlier?.attachings ?? []
            )
        case .attached(let attaching):
            documents[attaching.document]?.attachings.append(Dated(attaching, period))
        case .detached(let detaching):
            documents[detaching.document]?.attachings.removeAll { $0.fact.attachment.commitment == detaching.commitment }
        }
    }
}

extension Refusal {
    static func unknownDocument(_ id: Document.ID) -> Refusal {
        Refusal("documents.unknown", field: "document", "Dokumentet ”\(id)” finns inte den dagen. Registrera det först.")
    }

    static let documentReplacesItself = Refusal(
        "documents.replaces-itself",
        field: "replaces",
        "Ett dokument kan inte ersätta sig självt, inte heller genom ett annat dokument."
    )

    static func replacedAlready(_ title: String, by other: String) -> Refusal {
        Refusal("documents.replaced-already", field: "replaces", "\(title) är redan ersatt av \(other).")
    }
}
