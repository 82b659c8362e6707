import HashTreeCollections

/// Acts about editions that are being written.
package enum DraftingAct: Hashable, Sendable {
    /// An edition began to be written.
    case begun(Draft.Beginning)
    /// The draft was changed in one step.
    case revised(Revision)
    /// Some were invited to say what they think, until a day.
    case opened(Draft.Opening)
    /// Somebody commented or proposed a change.
    case contributed(Contribution.Facts)
    /// The secretariat let a contribution through.
    case released(Release)
    /// A contribution was taken down.
    case takenDown(Contribution.Removal)
    /// What came of a contribution.
    case answered(Answering)

    /// One step of the writing.
    package struct Revision: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var change: DraftChange
    }

    /// That a contribution may be seen.
    package struct Release: Hashable, Sendable, Codable {
        package var edition: Edition.ID
        package var contribution: Contribution.ID
    }

    /// What came of a contribution, and the change that was made when one was.
    package struct Answering: Hashable, Sendable, Codable {
        package var answer: Contribution.Answer
        package var change: DraftChange?
    }

    /// The edition that is written.
    package var edition: Edition.ID {
        switch self {
        case .begun(let beginning): beginning.text.id
        case .revised(let revision): revision.edition
        case .opened(let opening): opening.edition
        case .contributed(let facts): facts.edition
        case .released(let release): release.edition
        case .takenDown(let removal): removal.edition
        case .answered(let answering): answering.answer.edition
        }
    }
}

extension DraftingAct {
    /// What was done to the draft's text; nil when nothing was.
    package var change: DraftChange? {
        switch self {
        case .revised(let revision): revision.change
        case .answered(let answering): answering.change
        default: nil
        }
    }
}

extension Act {
    /// The edition whose draft it gave a new version; nil when it did nothing to a text.
    ///
    /// Such an act is neither struck nor turned into something else: the draft goes back to an earlier version instead.
    package var revisedDraft: Edition.ID? {
        if case .drafting(let act) = self, act.change != nil { act.edition } else { nil }
    }
}

extension DraftingAct: CapabilityAct {
    static let forms = [
        ActForm("drafting.begun") { .drafting(.begun($0)) },
        ActForm("drafting.revised") { .drafting(.revised($0)) },
        ActForm("drafting.opened") { .drafting(.opened($0)) },
        ActForm("drafting.contributed") { .drafting(.contributed($0)) },
        ActForm("drafting.released") { .drafting(.released($0)) },
        ActForm("drafting.taken-down") { .drafting(.takenDown($0)) },
        ActForm("drafting.answered") { .drafting(.answered($0)) },
    ]

    var kind: String {
        switch self {
        case .begun: "drafting.begun"
        case .revised: "drafting.revised"
        case .opened: "drafting.opened"
        case .contributed: "drafting.contributed"
        case .released: "drafting.released"
        case .takenDown: "drafting.taken-down"
        case .answered: "drafting.answered"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .begun(let beginning): beginning
        case .revised(let revision): revision
        case .opened(let opening): opening
        case .contributed(let facts): facts
        case .released(let release): release
        case .takenDown(let removal): removal
        case .answered(let answering): answering
        }
    }
}

extension Cooperation {
    /// Why an act about a draft would mean nothing here; nil when it can be applied.
    func objection(to act: DraftingAct) -> Refusal? {
        if case .begun(let beginning) = act {
            if drafting[beginning.text.id] != nil { return .draftBegun }
            if programme[beginning.text.id] != nil { return .editionTaken(beginning.text.id) }
            if let base = beginning.base, programme[base] == nil { return .unknownEdition(base) }
            return programme.objection(to: .recorded(beginning.text), frames: outerFrames)
        }
        guard let draft = drafting[act.edition] else { return .unknownDraft(act.edition) }
        switch act {
        case .begun: return nil
        case .revised(let revision): return objection(to: revision.change, of: draft)
        case .opened(let opening):
            return opening.bodies.first { organisation.bodies[$0] == nil }.map { .unknownBody($0) }
        case .contributed(let facts):
            if draft.contribution(facts.id) != nil { return .contributedAlready }
            return facts.node.flatMap { id in draft.current.text.nodes.contains { $0.id == id } ? nil : .unknownNode(id) }
        case .released(let release):
            guard let contribution = draft.contribution(release.contribution) else { return .unknownContribution }
            return contribution.isQueued ? nil : .notQueued
        case .takenDown(let removal):
            guard let contribution = draft.contribution(removal.contribution) else { return .unknownContribution }
            return contribution.removal == nil ? nil : .takenDownAlready
        case .answered(let answering):
            guard let contribution = draft.contribution(answering.answer.contribution) else { return .unknownContribution }
            guard contribution.isShown else { return .notShown }
            return answering.change.flatMap { objection(to: $0, of: draft) }
        }
    }

    private func objection(to change: DraftChange, of draft: Draft) -> Refusal? {
        if case .restored(let number) = change { return draft.version(number) == nil ? .unknownVersion : nil }
        do {
            let text = try draft.current.text.changed(by: change)
            if let unknown = text.frames.first(where: { outerFrames.frames[$0] == nil }) { return .unknownFrame(unknown) }
            // What other parts serve is asked when the text is locked: a frame may have got other goals meanwhile.
            return programme.objection(toServingsOf: change.nodes, frames: outerFrames)
        } catch {
            return error
        }
    }
}

extension Drafting {
    /// The drafts after an act that meets no objection.
    mutating func apply(_ act: DraftingAct, at period: Period, position: Position) {
        if case .begun(let beginning) = act {
            let first = Draft.Version(number: 1, saved: period, position: position, text: beginning.text, change: nil)
            drafts[beginning.text.id] = Draft(edition: beginning.text.id, base: beginning.base, versions: [first])
            return
        }
        guard var draft = drafts[act.edition] else { return }
        switch act {
        case .begun: return
        case .revised(let revision): draft.take(revision.change, at: period, position)
        case .opened(let opening):
            if opening.isPublic, draft.firstPublicVersion == nil { draft.firstPublicVersion = draft.current.number }
            draft.openings.append(Dated(opening, period))
        case .contributed(let facts):
            let isInvited = if case .invited = facts.sender { true } else { false }
            draft.contributions.append(
                Contribution(facts: facts, sent: period, version: draft.current.number, isReleased: isInvited)
            )
        case .released(let release): draft.change(release.contribution) { $0.isReleased = true }
        case .takenDown(let removal):
            draft.change(removal.contribution) { $0.removal = Dated(removal, period) }
        case .answered(let answering):
            draft.change(answering.answer.contribution) { $0.answer = Dated(answering.answer, period) }
            if let change = answering.change { draft.take(change, at: period, position) }
        }
        drafts[act.edition] = draft
    }
}

extension Draft {
    fileprivate mutating func take(_ change: DraftChange, at period: Period, _ position: Position) {
        let text: Edition.Text?
        if case .restored(let number) = change {
            text = version(number)?.text
        } else {
            text = try? current.text.changed(by: change)
        }
        guard let text else { return }
        versions.append(Version(number: versions.count + 1, saved: period, position: position, text: text, change: change))
    }

    fileprivate mutating func change(_ id: Contribution.ID, _ change: (inout Contribution) -> Void) {
        guard let index = contributions.firstIndex(where: { $0.facts.id == id }) else { return }
        change(&contributions[index])
    }
}

extension Refusal {
    static func unknownDraft(_ id: Edition.ID) -> Refusal {
        Refusal("draft.unknown", field: "edition", "Det finns inget utkast ”\(id)” den dagen. Påbörja utkastet först.")
    }

    static let draftBegun = Refusal("draft.begun", field: "edition", "Utkastet är redan påbörjat. Fortsätt på det i stället.")

    static func editionTaken(_ id: Edition.ID) -> Refusal {
        Refusal("draft.edition-taken", field: "edition", "Det finns redan ett program med adressen ”\(id)”. Välj en annan.")
    }

    static let unknownVersion = Refusal(
        "draft.unknown-version",
        field: "version",
        "Versionen finns inte. Välj en som finns i listan."
    )

    static let contributedAlready = Refusal("draft.contributed", "Synpunkten har redan kommit in.")

    static let unknownContribution = Refusal("draft.unknown-contribution", "Synpunkten finns inte.")

    static let notQueued = Refusal("draft.not-queued", "Synpunkten är redan prövad.")

    static let takenDownAlready = Refusal("draft.taken-down", "Synpunkten är redan borttagen.")

    static let notShown = Refusal("draft.not-shown", "Släpp igenom synpunkten först. Sedan kan den besvaras.")
}
