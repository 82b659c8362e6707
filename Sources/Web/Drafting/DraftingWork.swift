import Cooperation
import Markup

extension Site {
    /// What waits for those who write a draft, and for those who are asked what they think of it.
    var draftingWork: WorkSource {
        { reading, capacity in
            let words = reading.words.drafting
            return reading.cooperation.drafting.inOrder.flatMap { draft -> [WorkItem] in
                // What is locked is done with, but for the answers.
                let isLocked = reading.cooperation.ratification[draft.edition]?.current != nil
                let title = draft.current.text.title
                var items: [WorkItem] = []
                if Permission.writeDraft.allows(capacity, about: .init()) {
                    let queued = draft.contributions.filter(\.isQueued)
                    if let oldest = queued.map(\.sent.last).min() {
                        items.append(
                            WorkItem(
                                kind: "contributions-queued",
                                // Whoever has written something should see that it came in.
                                due: oldest.adding(days: 3),
                                what: words.workQueued(queued.count, reading.words.number(queued.count)),
                                place: words.draft(title),
                                steps: draft.steps + ["synpunkter"],
                                action: words.read
                            )
                        )
                    }
                    let unanswered = draft.contributions.count(where: \.isUnanswered)
                    if unanswered > 0 {
                        items.append(
                            WorkItem(
                                kind: "contributions-unanswered",
                                what: words.workUnanswered(unanswered, reading.words.number(unanswered)),
                                place: words.draft(title),
                                steps: draft.steps + ["synpunkter"],
                                action: words.answer
                            )
                        )
                    }
                    let found = isLocked ? 0 : reading.checks(of: draft).findings.count
                    if found > 0 {
                        items.append(
                            WorkItem(
                                kind: "draft-checks",
                                what: words.workChecks(found, reading.words.number(found)),
                                place: words.draft(title),
                                steps: draft.steps + ["kontroll"],
                                action: words.look
                            )
                        )
                    }
                } else if !reading.isLocked(draft), Permission.readDraft.allows(capacity, about: .init()),
                    draft.invites(capacity, on: reading.today),
                    let until = draft.opening?.fact.until
                {
                    items.append(
                        WorkItem(
                            kind: "draft-open",
                            due: until,
                            what: words.workOpen(reading.words.date(until)),
                            place: words.draft(title),
                            steps: draft.steps,
                            action: words.readAndComment
                        )
                    )
                }
                return items
            }
        }
    }
}

extension HTML {
    /// That a new programme is being written, for who may know, and the way to begin one.
    ///
    /// - Parameters:
    ///   - reading: the page's own.
    ///   - whole: everything, for whoever may read drafts.
    func drafts(_ reading: Reading, whole: Reading?) {
        guard reading.isNow else { return }
        let words = reading.words.drafting
        let shown = whole ?? reading
        for draft in shown.cooperation.drafting.inOrder where shown.cooperation.programme[draft.edition]?.inForce == nil {
            let isOpen = draft.isOpenToPublic(on: reading.today) && !shown.isLocked(draft)
            // The public is told while it is asked; afterwards the round of decisions tells.
            guard isOpen || whole != nil else { continue }
            aside(.class("notice"), .label(words.label)) {
                p {
                    if isOpen, let until = draft.opening?.fact.until {
                        strong(words.tellUs(reading.words.date(until)))
                    } else {
                        strong(words.isBeingWritten)
                    }
                    text(" ")
                    a(words.readDraft(draft.current.text.title), to: reading.address(steps: draft.steps), .content)
                }
            }
        }
        begin(reading, .writeDraft, words.begin, at: ["program", "ny"])
    }
}
