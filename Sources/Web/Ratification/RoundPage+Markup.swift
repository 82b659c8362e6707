import Charts
import Cooperation
import Markup

extension RoundPage {
    /// The status board.
    ///
    /// The whole is a live region: where scripts run it is exchanged when something happens, and the first sentence is read aloud when it
    /// has become another.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let (words, round) = (reading.words, reading.words.round)
        if reading.isNow { html.p(.class("unseen"), .live(.polite), .data("live-says", "")) {} }
        html.article(.class("document"), .id("lage"), .data("live", "")) {
            html.header(.class("opening")) {
                html.p(.class("labels")) { html.roundState(self.round, words) }
                html.h1(round.boardTitle(self.round.title), .content)
                html.p(sentence, .class("lead"), .data("live-sentence", ""))
                if self.round.number != nil, self.round.state != .notSent {
                    html.p(.class("big-marks")) {
                        html.embed(EightMarks(self.round.marks, label: self.round.count(words)).markup)
                    }
                }
                if isFromHistory, self.round.tracks.contains(where: \.isLatestDay) { html.p(round.daysUnknown) }
                writeActions(html, reading)
            }
            if !self.round.tracks.isEmpty, self.round.state != .notSent {
                RoundMap(self.round, reading)?.write(html, words)
                writeTracks(html, reading)
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if !rule.isEmpty {
                        html.section(.labelled(by: "regel")) {
                            html.h2(round.rule, .id("regel"))
                            html.ul { for sentence in rule { html.li(sentence) } }
                            html.p(round.nobodySets, .class("help"))
                        }
                    }
                    writeEarlier(html, reading)
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(facts(reading), words)
                    if schedule != nil {
                        html.p { html.a(round.seeSchedule, to: reading.address("ratificering", self.round.edition, "tidplan")) }
                    }
                    html.p { html.a(round.all, to: reading.address("ratificering")) }
                }
            }
        }
    }

    /// What the secretariat may do next, what is most likely to be done first.
    private func writeActions(_ html: HTML, _ reading: Reading) {
        guard reading.isNow, round.isRunning, let edition = Edition.ID(round.edition),
            let proposal = reading.cooperation.ratification[edition]?.current, proposal.facts.version != nil
        else { return }
        let (words, locking) = (reading.words, reading.words.ratification.locking)
        let board = ["ratificering", round.edition]
        var steps: [(text: String, steps: [String])] = []
        let remain = reading.cooperation.members.members(on: reading.today).contains { proposal[$0.facts.id] == nil }
        if remain, reading.viewer.may(.sendProposal) { steps.append((locking.sendSubmit, board + ["skicka"])) }
        if round.state == .commonTextNeeded, reading.viewer.may(.writeDraft) {
            steps.append((words.drafting.toDraft, ["program", round.edition, "utkast"]))
        }
        if round.state != .adopted, reading.viewer.may(.lockProposal) { steps.append((locking.submitAgain, board + ["las"])) }
        if schedule == nil, reading.viewer.may(.scheduleRound) {
            steps.append((words.ratification.schedule.short, board + ["tidplan"]))
        }
        guard !steps.isEmpty else { return }
        html.nav(.label(words.round.whatToDo)) {
            html.ul(.class("next-steps")) {
                for (index, step) in steps.enumerated() {
                    let address = reading.address(steps: step.steps)
                    html.li {
                        if index == 0 {
                            html.a(step.text, to: address, .class("button"))
                        } else {
                            html.a(step.text, to: address, .class("button", "second"))
                        }
                    }
                }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let (words, round) = (reading.words, reading.words.round)
        var facts: [Fact] = []
        let page = reading.address("program", self.round.edition)
        facts.append(Fact(words.programme.edition, self.round.title, address: page, isContent: true))
        if let number = self.round.number, let locked = self.round.locked {
            facts.append(
                Fact(
                    round.lockedText,
                    round.proposal(words.number(number)),
                    note: words.period(locked),
                    address: reading.address("ratificering", self.round.edition, "text")
                )
            )
        }
        if let digest { facts.append(Fact(round.digest, digest)) }
        if let decision {
            facts.append(
                Fact(
                    round.by,
                    round.committeeParagraph(decision.name, "\(decision.paragraph)"),
                    note: decision.day.map(words.date),
                    address: reading.address("beslut", decision.body, decision.meeting, "\(decision.paragraph)")
                )
            )
        }
        if let day = self.round.inForce { facts.append(Fact(round.inForce, words.date(day))) }
        if let schedule {
            facts.append(Fact(round.mustApplyBy, words.date(schedule.inForceBy)))
            facts.append(Fact(round.route, words.list(schedule.route.map { words.stageInText($0) })))
        }
        return facts
    }

    // MARK: The decisions

    private func writeTracks(_ html: HTML, _ reading: Reading) {
        let (words, round) = (reading.words, reading.words.round)
        html.section(.labelled(by: "beslut")) {
            html.h2(round.table, .id("beslut"))
            html.div(.class("treaty")) {
                html.scrollingTable(round.table, words) {
                    html.thead {
                        html.tr {
                            for column in [
                                words.members.municipality, round.decision, round.day, round.paragraph, round.caseNumber,
                                round.additionOrQuestion, round.adjusted, round.posted, round.lastAppealDay, round.legalForce,
                                round.extract,
                            ] { html.th(column, scope: .column) }
                        }
                    }
                    html.tbody { for track in self.round.tracks { write(track, html, reading) } }
                }
            }
        }
    }

    private func write(_ track: ShownTrack, _ html: HTML, _ reading: Reading) {
        let (words, round) = (reading.words, reading.words.round)
        func cell(_ value: String?) {
            html.td(.class("day-cell")) {
                if let value {
                    html.text(value)
                } else if track.decided == nil {
                    html.em(round.notYet, .class("unknown"))
                } else {
                    html.em(track.nothing(words), .class("unknown"))
                }
            }
        }
        html.tr {
            html.th(scope: .row, .class("day-cell")) {
                html.a(track.name, to: reading.address("ratificering", self.round.edition, track.id))
                if !track.isMember { html.small(" (\(round.noLongerMember))") }
            }
            html.td(.class("state-cell")) {
                html.embed(track.mark.ornament)
                html.text(" \(track.label(words))")
                if let number = track.carriedFrom { html.small(" (\(round.carried(words.number(number))))") }
                if track.isOnPresentedExtract { html.small(" (\(round.onPresentedExtract))") }
            }
            cell(track.dayInWords(words))
            cell(track.paragraph.map { "§\u{A0}\($0)" })
            cell(track.caseNumber)
            html.td(.class("remark-cell"), .content) { if let text = track.text { html.paragraphs(text) } }
            cell(track.adjusted.map(words.date))
            cell(track.posted.map(words.date))
            cell(track.lastAppealDay.map(words.date))
            cell(track.forceInWords(reading))
            html.td(.class("source-cell")) {
                if let extract = track.extract {
                    extract.write(html, words)
                } else {
                    html.em(track.decided == nil ? round.notYet : track.nothing(words), .class("unknown"))
                }
            }
        }
    }

    private func writeEarlier(_ html: HTML, _ reading: Reading) {
        guard !earlier.isEmpty else { return }
        let (words, round) = (reading.words, reading.words.round)
        html.section(.labelled(by: "tidigare")) {
            html.h2(round.earlier, .id("tidigare"))
            for proposal in earlier {
                html.h3 {
                    html.a(
                        round.proposal(words.number(proposal.number)),
                        to: reading.address("ratificering", self.round.edition, "\(proposal.number)", "text")
                    )
                }
                html.p(round.lockedOn(words.number(proposal.number), words.period(proposal.locked)))
                html.ul {
                    for track in proposal.tracks {
                        html.li {
                            html.embed(track.mark.ornament)
                            html.text(" ")
                            html.a(
                                track.name,
                                to: reading.address("ratificering", self.round.edition, "\(proposal.number)", track.id),
                                // The table above leads to the track of the proposal that counts by the same name.
                                .label("\(track.name): \(round.toProposal(words.number(proposal.number)))")
                            )
                            html.text(": \(track.label(words))")
                            if let day = track.dayInWords(words) { html.text(", \(day)") }
                            if let paragraph = track.paragraph { html.text(", §\u{A0}\(paragraph)") }
                            if let text = track.text { html.div(.content) { html.paragraphs(text) } }
                        }
                    }
                }
            }
        }
    }
}
