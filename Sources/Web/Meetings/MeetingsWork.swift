import Cooperation

extension Site {
    /// Calendars that a running schedule needs, and the last day to send.
    var meetingsWork: WorkSource {
        { reading, capacity in
            let (words, today) = (reading.words, reading.today)
            var items: [WorkItem] = []
            func may(_ permission: Permission, _ target: Permission.Target = .init()) -> Bool {
                permission.allows(capacity, about: target)
            }
            for round in reading.cooperation.ratification.inOrder {
                guard let plan = RoundPlan(of: round.edition, in: reading.cooperation, on: today),
                    plan.schedule.inForceBy >= today
                else { continue }
                let title = reading.titleOfRound(round.edition)
                for row in plan.rows where row.decision == nil && (row.lacksCalendar || row.isShort) {
                    // One that ends early is a fault only where it can be that there is a later day than is known.
                    guard let body = reading.board(of: row.municipality.facts.id), may(.recordMeeting, body.meetingsTarget) else {
                        continue
                    }
                    let known = row.lacksCalendar ? nil : row.plan.knownThrough
                    items.append(
                        WorkItem(
                            kind: known == nil ? "calendar-missing" : "calendar-short",
                            what: known.map {
                                words.meetings.workShortCalendar(body.facts.name, words.stageInText($0.stage), words.date($0.day))
                            }
                                ?? words.meetings.workNoCalendar(body.facts.name),
                            place: words.meetings.workCalendarFor(title),
                            steps: ["moten", body.facts.id.text, "kalender"],
                            action: words.meetings.workEnter
                        )
                    )
                }
                guard may(.sendProposal), let last = plan.lastDayToSend else { continue }
                let first = plan.waiting.filter { $0.canMakeIt && $0.plan.lastDayToSend == last }
                items.append(
                    WorkItem(
                        kind: "last-day-to-send",
                        due: last,
                        what: words.meetings.workSend(title),
                        place: words.meetings.workSendText(words.list(first.map(\.municipality.facts.name))),
                        steps: ["ratificering", round.edition.text, round.current == nil ? "tidplan" : "skicka"],
                        action: words.meetings.workOpen
                    )
                )
            }
            return items
        }
    }
}
