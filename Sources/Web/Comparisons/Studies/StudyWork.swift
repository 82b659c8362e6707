import Cooperation

extension Site {
    /// The next step of each study, for those who carry it out; a follow-up has a last day.
    var studiesWork: WorkSource {
        { reading, capacity in
            let words = reading.words.studies
            return reading.cooperation.comparisons.studiesInOrder.compactMap { study in
                // Only its own body's, also for the secretariat that may do everything: others' steps aren't what waits for it.
                guard let next = study.next, capacity.body == study.awaited || next == .followUp,
                    Permission.carryOutStudy.allows(capacity, about: .init(body: study.awaited))
                else { return nil }
                let title = study.facts.title
                return WorkItem(
                    kind: next == .followUp ? "study-follow-up" : "study-step",
                    due: study.due,
                    what: next == .followUp ? words.workFollowUp(title) : words.workStep(words.step(next), title),
                    place: words.comesNext(next),
                    steps: ["jamforelser", "studier", study.facts.id.text, next.address],
                    action: words.workOpen
                )
            }
        }
    }
}
