/// Asks that a decision of a meeting be recorded: a paragraph of its minutes.
package struct RecordDecision: Request {
    /// The most characters in a title.
    package static let longestTitle = 200
    /// The most characters in the text of a decision.
    package static let longestText = 20_000
    /// The greatest number of a paragraph; minutes of a year seldom come to 1,000.
    package static let greatestParagraph = 9_999

    package var body: Body.ID
    package var meeting: Meeting.ID
    package var paragraph: Int
    package var title: Passage
    package var text: Passage?
    package var about: Subject?
    package var sources: [Source] = []

    /// A paragraph of a meeting of a body; the rest is filled in afterwards.
    package init(of body: Body.ID, meeting: Meeting.ID, paragraph: Int, title: Passage) {
        self.body = body
        self.meeting = meeting
        self.paragraph = paragraph
        self.title = title
    }

    /// A decision as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of decision: Meeting.Decision) {
        body = decision.body
        meeting = decision.meeting
        paragraph = decision.paragraph
        title = .kept(decision.title)
        text = decision.text.map { .kept($0) }
        about = decision.about
        sources = decision.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard (1...Self.greatestParagraph).contains(paragraph) else { throw .noParagraph }
        guard !title.isBlank else { throw Refusal("meetings.blank", field: "title", "Skriv paragrafens rubrik.") }
        for (field, passage, most) in [("title", title, Self.longestTitle), ("text", text ?? "", Self.longestText)] {
            guard case .written(let written) = passage, written.count > most else { continue }
            throw Refusal(
                "meetings.long",
                field: field,
                "Texten har \(written.count) tecken och får ha högst \(most). Korta den."
            )
        }
        return try cooperation.accepting(
            .meetings(
                .decided(
                    Meeting.Decision(
                        body: body,
                        meeting: meeting,
                        paragraph: paragraph,
                        title: pen.write(title),
                        text: text.flatMap { $0.isBlank ? nil : pen.write($0) },
                        about: about,
                        sources: sources
                    )
                )
            ),
            at: period
        )
    }
}

extension Refusal {
    static let noParagraph = Refusal(
        "meetings.paragraph",
        field: "paragraph",
        "Skriv paragrafens nummer med siffror, utan §-tecken: 45."
    )
}
