import Cooperation
import Markup

import struct Cooperation.Draft

extension DraftPage {
    /// The draft as a document to read, with what may be done to each part of it.
    func write(_ html: HTML, _ reading: Reading, ticket: FormTicket?) {
        let words = reading.words.drafting
        let tools = Tools(self, reading, ticket)
        html.article(.class("document", "draft")) {
            html.header(.class("opening")) {
                html.p(.class("labels")) { html.span("○ \(words.label)", .class("label", "proposed")) }
                html.h1(words.draft(title), .content)
                html.p(leadSentence(reading), .class("lead"))
                if let invitation { html.paragraphs(invitation) }
                if tools.mayContribute {
                    html.p {
                        html.a(
                            words.commentOnWhole,
                            to: reading.address("program", edition, "utkast", "synpunkt"),
                            .class("button")
                        )
                    }
                }
                tools.writeWays(html)
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) { writeFront(html, reading) }
                html.aside(.class("margin"), .label(reading.words.frame.facts)) { html.facts(facts(reading), reading.words) }
            }
            html.section(.labelled(by: "delar")) {
                html.h2(words.parts, .id("delar"))
                if parts.isEmpty { html.p(words.noParts) }
                if tools.mayWrite {
                    html.p {
                        html.a(words.addPart, to: reading.address("program", edition, "utkast", "ny-del"), .class("button"))
                    }
                }
                for part in parts { part.write(html, reading, tools) }
            }
        }
    }

    /// The text alone, with nothing that may be done to it.
    func writeText(_ html: HTML, _ reading: Reading) {
        html.div(.class("with-margin")) {
            html.div(.class("column")) { writeFront(html, reading) }
            html.aside(.class("margin"), .label(reading.words.frame.facts)) { html.facts(facts(reading), reading.words) }
        }
        html.section(.labelled(by: "delar")) {
            html.h2(reading.words.drafting.parts, .id("delar"))
            for part in parts { part.write(html, reading, nil) }
        }
    }

    private func writeFront(_ html: HTML, _ reading: Reading) {
        let programme = reading.words.programme
        if let visionTitle {
            html.section(.class("vision"), .labelled(by: "vision")) {
                html.h2(programme.vision, .id("vision"))
                html.blockquote(.content) {
                    html.p(visionTitle)
                    if let visionSubtitle { html.p(visionSubtitle, .class("under")) }
                }
            }
        }
        for (id, heading, text) in [("syfte", programme.purpose, purpose), ("inriktning", programme.focus, focus)] {
            guard let text else { continue }
            html.section(.labelled(by: ID(id))) {
                html.h2(heading, .id(ID(id)))
                html.paragraphs(text)
            }
        }
        for (id, heading, items) in [
            ("principer", programme.principles, principles), ("ataganden", programme.commitments, commitments),
            ("teman", programme.themes, themes),
        ] where !items.isEmpty {
            html.section(.labelled(by: ID(id))) {
                html.h2(heading, .id(ID(id)))
                html.ul(.content) { for item in items { html.li(item.withCapital) } }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let (words, programme) = (reading.words.drafting, reading.words.programme)
        var facts = [
            Fact(words.version, reading.words.number(version)),
            Fact(programme.valid, reading.words.span(from: validFrom, to: validTo).withCapital),
        ]
        if let horizon { facts.append(Fact(programme.horizon, "\(horizon)")) }
        facts.append(Fact(words.levels, levels.isEmpty ? nil : reading.words.list(levels), isContent: true))
        if !frames.isEmpty { facts.append(Fact(words.restsOn, reading.words.list(frames), isContent: true)) }
        return facts
    }

    /// What may be done on the page, by whom it is read.
    struct Tools {
        let edition: String
        let mayWrite: Bool
        let mayRead: Bool
        let mayContribute: Bool
        let mayPlan: Bool
        let mayLock: Bool
        let isInForce: Bool
        /// What the draft may be compared with: what it began as a copy of, and the programme that applies where its text is known.
        let comparisons: [(text: String, from: String)]
        private let reading: Reading
        private let ticket: FormTicket?

        fileprivate init(_ page: DraftPage, _ reading: Reading, _ ticket: FormTicket?) {
            edition = page.edition
            mayWrite = reading.viewer.may(.writeDraft)
            mayRead = reading.viewer.may(.readDraft)
            mayPlan = reading.viewer.may(.scheduleRound)
            mayLock = reading.viewer.may(.lockProposal)
            let draft = Edition.ID(page.edition).flatMap { reading.cooperation.drafting[$0] }
            isInForce = draft.flatMap { reading.cooperation.programme[$0.edition]?.inForce } != nil
            mayContribute = draft.map { reading.mayContribute(to: $0) } ?? false
            let (words, programme) = (reading.words.drafting, reading.cooperation.programme)
            var comparisons: [(text: String, from: String)] = []
            let latest = programme.latestInForce(on: reading.today)
            if let base = draft?.base.flatMap({ programme[$0] }), base.text.id != latest?.text.id {
                comparisons.append((words.compareWith(base.text.title), DraftComparison.copied))
            }
            if let latest, !latest.text.nodes.isEmpty, latest.text.id != draft?.edition {
                comparisons.append((words.compareWithInForce, DraftComparison.inForce))
            }
            self.comparisons = comparisons
            self.reading = reading
            self.ticket = ticket
        }

        /// The pages of the draft, for those who see them.
        fileprivate func writeWays(_ html: HTML) {
            let words = reading.words.drafting
            func way(_ text: String, _ last: String) {
                html.li { html.a(text, to: reading.address("program", edition, "utkast", last)) }
            }
            html.nav(.label(words.ways)) {
                html.ul(.class("actions")) {
                    if mayWrite {
                        way(words.changeFront, "framsida")
                        way(words.merge, "sla-ihop")
                    }
                    for comparison in comparisons {
                        html.li {
                            html.a(
                                comparison.text,
                                to: reading.address(
                                    steps: ["program", edition, "utkast", "jamfor"],
                                    query: [(DraftComparison.from, comparison.from)]
                                )
                            )
                        }
                    }
                    if mayRead { way(words.versions, "versioner") }
                    if mayWrite {
                        way(words.opening, "inbjudan")
                        way(words.contributions, "synpunkter")
                        way(words.checks, "kontroll")
                    }
                    if !isInForce {
                        if mayPlan {
                            html.li {
                                html.a(
                                    reading.words.ratification.schedule.short,
                                    to: reading.address("ratificering", edition, "tidplan")
                                )
                            }
                        }
                        if mayLock {
                            html.li {
                                html.a(
                                    reading.words.ratification.locking.submit,
                                    to: reading.address("ratificering", edition, "las")
                                )
                            }
                        }
                    }
                    html.li { html.a(words.responses, to: reading.address("program", edition, "synpunkter")) }
                }
            }
        }

        /// What may be done to a part.
        fileprivate func write(_ part: Part, _ html: HTML) {
            guard mayWrite || mayContribute else { return }
            let words = reading.words.drafting
            func way(_ text: String, _ last: String) {
                html.li {
                    html.a(
                        text,
                        to: reading.address("program", edition, "utkast", part.id, last),
                        .label("\(text): \(part.name)")
                    )
                }
            }
            html.ul(.class("part-tools")) {
                if mayWrite {
                    way(words.change, "andra")
                    if !part.isFirst { button(words.up, part, "upp", html) }
                    if !part.isLast { button(words.down, part, "ner", html) }
                    way(words.move, "flytta")
                    way(words.split, "dela")
                    html.li {
                        html.a(
                            words.addUnder,
                            to: reading.address(
                                steps: ["program", edition, "utkast", "ny-del"],
                                query: [("under", part.id)]
                            ),
                            .label("\(words.addUnder): \(part.name)")
                        )
                    }
                    way(words.remove, "ta-bort")
                }
                if mayContribute { way(words.comment, "synpunkt") }
            }
        }

        private func button(_ text: String, _ part: Part, _ last: String, _ html: HTML) {
            html.li {
                html.form(.post, to: reading.address("program", edition, "utkast", part.id, last)) {
                    for pair in ticket?.pairs ?? [] { html.input(.hidden, name: pair.name, value: pair.value) }
                    html.button(text, .submit, .class("quiet"), .label("\(text): \(part.name)"))
                }
            }
        }
    }
}

extension DraftPage.Part {
    fileprivate func write(_ html: HTML, _ reading: Reading, _ tools: DraftPage.Tools?) {
        let words = reading.words.drafting
        html.section(.class("draft-part"), .labelled(by: anchor)) {
            html.p(level, .class("kicker"), .content)
            let heading = "\(number) \(title ?? text ?? id)"
            switch depth {
            case 0: html.h3(heading, .id(anchor), .content)
            case 1: html.h4(heading, .id(anchor), .content)
            case 2: html.h5(heading, .id(anchor), .content)
            default: html.h6(heading, .id(anchor), .content)
            }
            if title != nil, let text { html.paragraphs(text) }
            if let background { html.div(.class("background")) { html.paragraphs(background) } }
            let facts = facts(reading)
            if !facts.isEmpty { html.facts(facts, reading.words) }
            guard let tools else { return }
            if contributions > 0 {
                html.p {
                    html.a(
                        words.contributionCount(contributions, reading.words.number(contributions)),
                        to: reading.address(steps: ["program", tools.edition, "synpunkter"], fragment: anchor)
                    )
                }
            }
            tools.write(self, html)
        }
    }

    private var anchor: ID { ID("del-\(id)") }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words.drafting
        var facts: [Fact] = []
        for (label, value) in [
            (words.politicalOwner, politicalOwner), (words.officerOwner, officerOwner), (words.theme, theme),
            (reading.words.programme.networks, networks.isEmpty ? nil : reading.words.list(networks)),
        ] {
            if let value { facts.append(Fact(label, value, isContent: true)) }
        }
        for service in serves { facts.append(Fact(words.serves, service.goal, note: service.reason, isContent: true)) }
        if !predecessors.isEmpty { facts.append(Fact(words.comesFrom, reading.words.list(predecessors), isContent: true)) }
        if let ancestry { facts.append(Fact(words.ancestry, ancestry, isContent: true)) }
        return facts
    }
}

extension Reading {
    /// Whether whoever reads may say what they think of a draft today.
    func mayContribute(to draft: Draft) -> Bool {
        guard isNow, !isLocked(draft) else { return false }
        return draft.isOpenToPublic(on: today) || invitedCapacity(to: draft) != nil
    }

    /// Whether the municipalities decide on the very words of a draft, or have done: then nothing more is taken in.
    func isLocked(_ draft: Draft) -> Bool {
        cooperation.ratification[draft.edition]?.current?.facts.version == draft.current.number
    }

    /// In what capacity whoever reads is invited to a draft; nil when they aren't.
    func invitedCapacity(to draft: Draft) -> Capacity? {
        guard let capacity = viewer.signedIn?.capacity, viewer.may(.readDraft), draft.invites(capacity, on: today) else {
            return nil
        }
        return capacity
    }
}
