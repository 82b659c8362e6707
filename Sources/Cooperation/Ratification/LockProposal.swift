/// Asks that a working version of the draft be locked as the committee's proposal.
package struct LockProposal: Request {
    package var edition: Edition.ID
    /// The working version that is locked; it must be the latest.
    package var version: Int
    /// SHA-256 of the version's text in its canonical form, 64 hexadecimal figures.
    package var digest: String
    package var decision: Meeting.Decision.Reference
    package var rule: EntryRule
    package var remarks: [Passage] = []

    /// The locking of a version by a decision of the committee, with the rule by which it comes into force.
    package init(_ edition: Edition.ID, version: Int, digest: String, by decision: Meeting.Decision.Reference, rule: EntryRule) {
        self.edition = edition
        self.version = version
        self.digest = digest
        self.decision = decision
        self.rule = rule
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard let draft = cooperation.drafting[edition] else { throw .unknownDraft(edition) }
        guard draft.current.number == version else { throw .draftHasMoved }
        guard !draft.current.text.nodes.isEmpty else { throw .emptyDraft }
        // A board can't be asked to decide on a text with a hole in it.
        if let empty = draft.current.text.nodes.first(where: { $0.title == nil && $0.text == nil }) { throw .emptyNode(empty.id) }
        guard let decided = cooperation.meetings[decision] else { throw .unknownDecision }
        guard cooperation.organisation[decision.body]?.facts.kind == .committee else { throw .notTheCommittee }
        guard decided.period.last <= period.last else { throw .unknownDecision }
        let number = (cooperation.ratification[edition]?.current?.facts.number ?? 0) + 1
        return try cooperation.accepting(
            .ratification(
                .proposed(
                    Proposal.Facts(
                        edition: edition,
                        number: number,
                        text: draft.current.text,
                        version: version,
                        digest: digest,
                        frames: draft.current.text.servedFrames(in: cooperation),
                        decision: decision,
                        rule: rule,
                        remarks: pen.write(remarks),
                        sources: []
                    )
                )
            ),
            at: period
        )
    }
}

/// Asks that a proposal that never was a draft here be recorded: one that history has seen.
package struct RecordProposal: Request {
    package var edition: Edition.ID
    package var rule: EntryRule
    package var remarks: [String]
    package var sources: [Source]

    /// The proposal of an edition whose text is recorded already.
    package init(_ edition: Edition.ID, rule: EntryRule, remarks: [String] = [], sources: [Source] = []) {
        self.edition = edition
        self.rule = rule
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard let recorded = cooperation.programme[edition] else { throw .unknownEdition(edition) }
        return try cooperation.accepting(
            .ratification(
                .proposed(
                    Proposal.Facts(
                        edition: edition,
                        number: (cooperation.ratification[edition]?.current?.facts.number ?? 0) + 1,
                        text: recorded.text,
                        version: nil,
                        digest: nil,
                        decision: nil,
                        rule: rule,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            ),
            at: period
        )
    }
}

extension Edition.Text {
    /// The frames whose goals the text says that it serves, as they are now.
    package func servedFrames(in cooperation: Cooperation) -> [Proposal.ServedFrame] {
        let served = Set(nodes.flatMap { $0.serves ?? [] }.map(\.frame)).sorted()
        return served.compactMap { cooperation.outerFrames[$0].map { Proposal.ServedFrame($0.facts) } }
    }
}

extension Refusal {
    static let draftHasMoved = Refusal(
        "ratification.draft-has-moved",
        field: "version",
        "Utkastet har ändrats sedan du öppnade sidan. Läs ändringarna och lås på nytt."
    )

    static let emptyDraft = Refusal("ratification.empty-draft", "Utkastet har inga mål eller områden. Skriv dem först.")

    static func emptyNode(_ id: Edition.Node.ID) -> Refusal {
        Refusal("ratification.empty-node", "”\(id)” har varken rubrik eller text. Skriv den eller ta bort den.")
    }

    static let notTheCommittee = Refusal(
        "ratification.not-the-committee",
        field: "decision",
        "Det är samarbetskommittén som låser förslaget. Välj ett av dess beslut."
    )
}
