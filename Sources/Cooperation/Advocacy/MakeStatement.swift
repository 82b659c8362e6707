/// Asks that a joint statement be recorded as made.
package struct MakeStatement: Request {
    package var id: Statement.ID
    package var title: String
    package var kind: String
    package var recipient: String?
    package var recipientIsInferred: Bool?
    package var reference: String?
    package var priorities: [Priority.ID] = []
    package var details: [Detail.Plain] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A statement with a title and a kind; the rest is filled in afterwards.
    package init(id: Statement.ID, title: String, kind: String) {
        self.id = id
        self.title = title
        self.kind = kind
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("advocacy.blank", field: "title", "Skriv yttrandets rubrik.") }
        guard !kind.isBlank else { throw Refusal("advocacy.blank", field: "kind", "Skriv vad för slags yttrande det är.") }
        guard Set(priorities).count == priorities.count else {
            throw Refusal("advocacy.item-twice", field: "priorities", "Samma satsning står två gånger. Ta bort den ena.")
        }
        return try cooperation.accepting(
            .advocacy(
                .statementMade(
                    Statement.Facts(
                        id: id,
                        title: title,
                        kind: kind,
                        recipient: recipient,
                        recipientIsInferred: recipientIsInferred,
                        reference: reference,
                        priorities: priorities,
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
