/// Asks that a board's decision be recorded; it happened on the day of the meeting.
package struct RecordBoardDecision: Request {
    /// The most characters in an addition or a question.
    package static let longestText = 20_000

    package var place: RatificationAct.Place
    package var outcome: Track.Outcome
    package var day: Day
    /// True when the source says only that it was decided by the day.
    package var isLatestDay = false
    package var paragraph: Int?
    /// The addition, or the question.
    package var text: Passage?
    /// The extract of the minutes: its name as it was sent, and its bytes.
    package var extract: (name: String, bytes: [UInt8])?
    /// Whether the secretariat records it from an extract that was shown to it.
    package var isOnPresentedExtract = false
    package var sources: [Source] = []
    /// An extract that is attached already, when the decision is recorded anew.
    private var attached: Document.Attachment?

    /// A board's decision on a day; the rest is filled in afterwards.
    package init(_ place: RatificationAct.Place, _ outcome: Track.Outcome, on day: Day, paragraph: Int? = nil) {
        self.place = place
        self.outcome = outcome
        self.day = day
        self.paragraph = paragraph
    }

    /// A board's decision as it is recorded, with its text and its extract kept; what is to be otherwise is changed afterwards.
    package init(of decided: RatificationAct.BoardDecision) {
        let decision = decided.decision
        place = decided.place
        outcome = decision.outcome
        day = decision.day
        isLatestDay = decision.isLatestDay ?? false
        paragraph = decision.paragraph
        text = decision.text.map { .kept($0) }
        attached = decision.extract
        isOnPresentedExtract = decision.isOnPresentedExtract ?? false
        sources = decision.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        if let paragraph, !(1...RecordDecision.greatestParagraph).contains(paragraph) { throw .noParagraph }
        let isWritten = text.map { !$0.isBlank } ?? false
        // An addition that nobody can read binds nobody; what history has only heard of may lack it.
        if outcome == .adoptedWithAddition, !isWritten, sources.isEmpty {
            throw Refusal("ratification.addition", field: "text", "Skriv tillägget så som det står i protokollet.")
        }
        if outcome == .sentBack, !isWritten, sources.isEmpty {
            throw Refusal("ratification.question", field: "text", "Skriv vad kommunen vill ha svar på eller ändrat.")
        }
        if case .written(let text)? = text, text.count > Self.longestText {
            throw Refusal(
                "ratification.text-too-long",
                field: "text",
                "Texten har \(text.count) tecken och får ha högst \(Self.longestText). Korta den."
            )
        }
        if isOnPresentedExtract, extract == nil, attached == nil {
            throw Refusal(
                "ratification.extract",
                field: "extract",
                "Bifoga protokollsutdraget. Kansliet kan bara lägga in ett beslut som det har sett i ett utdrag."
            )
        }
        let decision = Track.Decision(
            outcome: outcome,
            day: day,
            isLatestDay: isLatestDay ? true : nil,
            paragraph: paragraph,
            text: isWritten ? pen.write(text) : nil,
            extract: try extract.map { file throws(Refusal) in try pen.attach(file.bytes, name: file.name) } ?? attached,
            isOnPresentedExtract: isOnPresentedExtract ? true : nil,
            sources: sources
        )
        return try cooperation.accepting(.ratification(.decided(.init(place: place, decision: decision))), at: period)
    }
}

extension Pen {
    /// A file as an attachment, its kind told by its bytes and its name cleaned.
    ///
    /// - Throws: the refusal of a file that can't be taken in.
    mutating func attach(_ bytes: [UInt8], name: String) throws(Refusal) -> Document.Attachment {
        let kind = try FileKind(of: bytes)
        return Document.Attachment(
            commitment: write(bytes, media: kind.mediaType),
            kind: kind,
            name: write(FileName.cleaned(name, as: kind)),
            size: bytes.count
        )
    }
}
