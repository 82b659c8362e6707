/// Asks that a comment on a draft, or a proposal to change a text in it, be taken in.
package struct Contribute: Request {
    /// The most characters in a comment or a reason.
    package static let longestText = 5_000
    /// More than this from the public unread, and somebody is filling the queue.
    package static let mostQueued = 500

    package var edition: Edition.ID
    /// From its form, so that the same form twice is one.
    package var id: Contribution.ID
    package var node: Edition.Node.ID?
    package var field: Contribution.Field?
    package var text: String
    package var proposed: String?
    package var sender: Contribution.Sender
    /// In what capacity somebody who was invited speaks; nil for the public.
    package var capacity: Capacity?

    /// A comment on a part, or on the whole.
    package init(
        _ edition: Edition.ID,
        id: Contribution.ID,
        on node: Edition.Node.ID?,
        text: String,
        from sender: Contribution.Sender
    ) {
        self.edition = edition
        self.id = id
        self.node = node
        self.text = text
        self.sender = sender
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard let draft = cooperation.drafting[edition] else { throw .unknownDraft(edition) }
        let isInvited = capacity.map { draft.invites($0, on: period.last) } ?? false
        // What comes from those invited waits in no queue, so nobody else may say that it does.
        let mayBe = if case .invited = sender { isInvited } else { isInvited || draft.isOpenToPublic(on: period.last) }
        guard mayBe else { throw .notInvited }
        let proposed = proposed.flatMap { $0.isBlank ? nil : $0 }
        guard !text.isBlank || proposed != nil else {
            throw Refusal("draft.blank", field: "text", "Skriv vad du tycker, eller hur texten borde lyda.")
        }
        guard text.count <= Self.longestText, (proposed?.count ?? 0) <= ReviseDraft.longestText else {
            throw Refusal("draft.long", field: "text", "Texten får ha högst \(Self.longestText) tecken. Korta den.")
        }
        if !isInvited, draft.contributions.count(where: \.isQueued) >= Self.mostQueued { throw .queueFull }
        let part = node.flatMap { id in draft.current.text.nodes.first { $0.id == id } }
        if proposed != nil, part == nil || field == nil { throw .whichText }
        let basis = field.flatMap { part?.text(in: $0) }
        return try cooperation.accepting(
            .drafting(
                .contributed(
                    .init(
                        edition: edition,
                        id: id,
                        node: node,
                        field: field,
                        text: pen.write(text),
                        proposed: pen.write(proposed),
                        basis: basis,
                        sender: sender
                    )
                )
            )
        )
    }
}

extension Edition.Node {
    /// The text of the part that something is said about.
    package func text(in field: Contribution.Field) -> Prose? {
        switch field {
        case .title: title
        case .text: text
        case .background: background
        }
    }
}

/// Asks that a contribution be let through, so that everybody who sees the draft sees it.
package struct ReleaseContribution: Request {
    package var edition: Edition.ID
    package var contribution: Contribution.ID

    /// Lets a contribution through.
    package init(_ edition: Edition.ID, _ contribution: Contribution.ID) {
        self.edition = edition
        self.contribution = contribution
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(.drafting(.released(.init(edition: edition, contribution: contribution))))
    }
}

/// Asks that a contribution be taken down: a threat, a personal attack, what is about something else.
package struct TakeDownContribution: Request {
    package var edition: Edition.ID
    package var contribution: Contribution.ID
    package var reason: String

    /// Takes down a contribution; the reason is plain text and required.
    package init(_ edition: Edition.ID, _ contribution: Contribution.ID, reason: String) {
        self.edition = edition
        self.contribution = contribution
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else {
            throw Refusal("draft.removal-reason", field: "reason", "Skriv varför synpunkten tas bort. Skälet sparas.")
        }
        return try cooperation.accepting(
            .drafting(.takenDown(.init(edition: edition, contribution: contribution, reason: pen.write(reason))))
        )
    }
}

/// Asks that it be told what came of a contribution; when its change is accepted the draft gets its text.
package struct AnswerContribution: Request {
    package var edition: Edition.ID
    package var contribution: Contribution.ID
    package var outcome: Contribution.Answer.Outcome
    package var reason: String
    /// The text that the part gets, when it isn't the one that was proposed; kept when the part has it already.
    package var otherwise: Passage?
    /// The part that gets the text, where what was spoken of has been split since; nil where there is only one.
    package var part: Edition.Node.ID?

    /// What came of a contribution; the reason is plain text and required.
    package init(
        _ edition: Edition.ID,
        _ contribution: Contribution.ID,
        _ outcome: Contribution.Answer.Outcome,
        reason: String,
        otherwise: Passage? = nil,
        in part: Edition.Node.ID? = nil
    ) {
        self.edition = edition
        self.contribution = contribution
        self.outcome = outcome
        self.reason = reason
        self.otherwise = otherwise
        self.part = part
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else {
            throw Refusal("draft.answer-reason", field: "reason", "Skriv ett skäl, så att den som har föreslagit vet varför.")
        }
        guard let draft = cooperation.drafting[edition], let said = draft.contribution(contribution) else {
            throw .unknownContribution
        }
        let change = try change(for: said, in: draft, with: &pen)
        let answer = Contribution.Answer(
            edition: edition,
            contribution: contribution,
            outcome: outcome,
            reason: pen.write(reason)
        )
        return try cooperation.accepting(.drafting(.answered(.init(answer: answer, change: change))))
    }

    /// What the answer does to the draft's text; nil when nothing.
    private func change(for said: Contribution, in draft: Draft, with pen: inout Pen) throws(Refusal) -> DraftChange? {
        guard outcome == .accepted || outcome == .partly else { return nil }
        let facts = said.facts
        guard let field = facts.field, let proposed = facts.proposed, let parts = draft.whereabouts(of: said)?.parts else {
            if outcome == .accepted { throw .changesNothing }
            return nil
        }
        guard !parts.isEmpty else {
            if outcome == .accepted { throw .proposedPartGone }
            // It is taken in where it belongs now, and the reason says where.
            return nil
        }
        guard let node = part ?? (parts.count == 1 ? parts[0] : nil), parts.contains(node) else { throw .whichPart }
        let current = draft.current.text.nodes.first { $0.id == node }?.text(in: field)
        if outcome == .partly {
            guard let otherwise, !otherwise.isBlank else {
                throw Refusal("draft.otherwise", field: "otherwise", "Skriv hur texten blir.")
            }
            if case .written(let text) = otherwise, text.count > ReviseDraft.longestText { throw .tooLongPart }
            let text = pen.write(otherwise)
            return text == current ? nil : .adopted(contribution, node: node, field: field, text: text)
        }
        // Answered anew: the text is there already, and only the reason is another.
        if current == proposed { return nil }
        // What has been changed since would be lost under a text that knows nothing of it.
        if current != facts.basis {
            throw said.answer?.fact.outcome == .accepted ? .changedSinceAccepted : .changedSinceProposed
        }
        return .adopted(contribution, node: node, field: field, text: proposed)
    }
}

extension Refusal {
    static let notInvited = Refusal(
        "draft.not-invited",
        "Utkastet tar inte emot synpunkter i dag. Rundan har inte börjat, eller så är den avslutad."
    )

    static let queueFull = Refusal(
        "draft.queue-full",
        "Just nu väntar så många synpunkter på att läsas att vi inte kan ta emot fler. Försök igen om någon dag."
    )

    static let changedSinceProposed = Refusal(
        "draft.changed-since-proposed",
        field: "outcome",
        "Texten har ändrats sedan förslaget skrevs. Välj att förslaget tas in delvis, och skriv hur texten blir."
    )

    static let changedSinceAccepted = Refusal(
        "draft.changed-since-accepted",
        field: "outcome",
        "Förslaget är redan intaget, och texten har ändrats efter det. Låt svaret stå, eller välj att förslaget tas in delvis och skriv hur texten blir."
    )

    static let proposedPartGone = Refusal(
        "draft.part-gone",
        field: "outcome",
        "Delen finns inte längre i utkastet, så förslaget kan inte tas in som det är. Ändra den del där det hör hemma, välj att förslaget tas in delvis och skriv i skälet var det står nu."
    )

    static let whichPart = Refusal(
        "draft.which-part",
        field: "part",
        "Delen har delats sedan förslaget skrevs. Välj vilken av delarna som får texten."
    )

    static let whichText = Refusal("draft.which-text", field: "node", "Välj vilken text förslaget gäller.")

    static let changesNothing = Refusal(
        "draft.changes-nothing",
        field: "outcome",
        "Synpunkten föreslår ingen ny text. Välj att den har noterats, eller ändra texten själv."
    )
}
