/// Asks that a steering document be recorded as decided, or that what is recorded of it be replaced.
package struct RecordDocument: Request {
    package var id: Document.ID
    package var title: String
    package var kind: String
    package var decidedBy: String?
    package var decidedInWords: String?
    package var validity: Document.Validity?
    package var about: Period?
    package var edition: Edition.ID?
    package var replaces: Document.ID?
    package var details: [Detail.Plain] = []
    package var missing: [Passage] = []
    package var remarks: [Passage] = []
    package var sources: [Source] = []

    /// A document with a title and a kind; the rest is filled in afterwards.
    package init(id: Document.ID, title: String, kind: String) {
        self.id = id
        self.title = title
        self.kind = kind
    }

    /// A document as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: Document.Facts) {
        id = facts.id
        title = facts.title
        kind = facts.kind
        decidedBy = facts.decidedBy
        decidedInWords = facts.decidedInWords
        validity = facts.validity
        about = facts.about
        edition = facts.edition
        replaces = facts.replaces
        details = facts.details.map { Detail.Plain(of: $0) }
        missing = facts.missing.map { .kept($0) }
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("documents.blank", field: "title", "Skriv dokumentets titel.") }
        guard !kind.isBlank else { throw Refusal("documents.blank", field: "kind", "Skriv vad för slags dokument det är.") }
        if let from = validity?.from, let to = validity?.to, to.last < from.first {
            throw Refusal(
                "documents.validity",
                field: "validity",
                "Dokumentet kan inte sluta gälla innan det börjar. Kontrollera åren."
            )
        }
        if let validity, validity.isUntilFurtherNotice == true, validity.to != nil {
            throw Refusal(
                "documents.until-further-notice",
                field: "validity",
                "Ett dokument som gäller tills vidare har inget slut. Ta bort det ena."
            )
        }
        return try cooperation.accepting(
            .documents(
                .recorded(
                    Document.Facts(
                        id: id,
                        title: title,
                        kind: kind,
                        decidedBy: decidedBy,
                        decidedInWords: decidedInWords,
                        validity: validity,
                        about: about,
                        edition: edition,
                        replaces: replaces,
                        details: pen.write(details),
                        missing: pen.write(missing),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}
