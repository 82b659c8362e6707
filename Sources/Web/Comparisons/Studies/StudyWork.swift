import Cooperation

extension Site {
    /// The next step of each study for those who carry it out, and the questions about examples for those who are asked.
    var studiesWork: WorkSource {
        { reading, capacity in stepsToTake(reading, capacity) + examplesToAnswer(reading, capacity) }
    }

    /// The next step of each study; a follow-up has a last day.
    private var stepsToTake: WorkSource {
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

    /// The examples that have been asked about and not answered.
    ///
    /// A member's registrar answers for the member. Nobody signs in for a municipality that isn't in the cooperation, so what it says is
    /// written by the body whose study it is.
    private var examplesToAnswer: WorkSource {
        { reading, capacity in
            let words = reading.words.studies
            return reading.cooperation.comparisons.studiesInOrder.filter { $0.ending == nil }.flatMap { study in
                study.cases.compactMap { example in
                    guard let asked = example.asked, example.answer == nil else { return nil }
                    let member = reading.cooperation.members.all.first {
                        $0.standing != nil && $0.facts.code == example.facts.place.code
                    }?.facts.id
                    let isAwaited =
                        member.map { capacity.role == .registrar && capacity.municipality == $0 }
                        ?? (capacity.body == study.facts.responsible)
                    guard isAwaited,
                        Permission.answerAboutCase.allows(
                            capacity,
                            about: .init(municipality: member, body: study.facts.responsible)
                        )
                    else { return nil }
                    return WorkItem(
                        kind: "study-answer",
                        what: words.workAnswer(example.facts.place.name, study.facts.title),
                        place: words.workAsked(reading.words.period(asked.period)),
                        steps: ["jamforelser", "studier", study.facts.id.text, "exempel", example.facts.id.text, "svar"],
                        action: words.workAnswerNow
                    )
                }
            }
        }
    }
}
