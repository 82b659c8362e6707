import Cooperation
import Markup

extension ProgrammePage {
    /// What applies, and every edition.
    ///
    /// - Parameters:
    ///   - html: where to.
    ///   - reading: what the page is made of.
    ///   - whole: everything, for whoever may read what is being written.
    func write(_ html: HTML, _ reading: Reading, whole: Reading? = nil) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                if let current { html.p(.class("labels")) { html.standing(current.standing, words) } }
                html.h1(words.programme.title)
                html.p(leadSentence(reading), .class("lead"))
                html.p(words.programme.introduction)
                for round in running ?? [] { html.runningRound(round, reading) }
                if let current {
                    html.p(.class("go")) {
                        html.a(words.start.readProgramme + ": " + current.title, to: reading.address("program", current.id))
                    }
                }
                html.drafts(reading, whole: whole)
            }
            if let current {
                html.div(.class("with-margin")) {
                    html.div(.class("column")) {
                        if current.tree.isEmpty { html.p(words.programme.textUnknown) }
                        if let vision = current.visionTitle {
                            html.section(.class("vision"), .labelled(by: "vision")) {
                                html.h2(words.programme.vision, .id("vision"))
                                html.blockquote(.content) {
                                    html.p(vision)
                                    if let under = current.visionSubtitle { html.p(under, .class("under")) }
                                }
                            }
                        }
                        if let focus = current.focus {
                            html.section(.labelled(by: "inriktning")) {
                                html.h2(words.programme.focus, .id("inriktning"))
                                html.paragraphs(focus.withCapital)
                            }
                        }
                    }
                }
                current.writeTree(html, words, heading: words.start.goals)
            }
            if let lastWithGoals {
                html.p(words.programme.lastKnownTree(lastWithGoals.title), .class("notice"))
                lastWithGoals.writeTree(
                    html,
                    words,
                    heading: words.start.goalsOf(lastWithGoals.shortTitle ?? lastWithGoals.title)
                )
                html.p(.class("go")) {
                    html.a(
                        words.start.readProgramme + ": " + lastWithGoals.title,
                        to: reading.address("program", lastWithGoals.id)
                    )
                }
            }
            writeEditions(html, reading)
        }
    }

    /// Whether the members are deciding on an edition.
    private func isProposed(_ id: String) -> Bool { running?.contains { $0.edition == id } ?? false }

    private func leadSentence(_ reading: Reading) -> String {
        let words = reading.words
        if let current { return words.sentence(on: current) }
        if reading.view.hidesEditionInForce { return words.programme.hidden }
        return reading.isNow ? words.programme.none : words.programme.noneThen
    }

    private func writeEditions(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        guard !editions.isEmpty else { return }
        html.section(.labelled(by: "alla")) {
            html.h2(words.programme.editions, .id("alla"))
            html.scrollingTable(words.programme.editions, words) {
                html.thead {
                    html.tr {
                        html.th(words.programme.edition, scope: .column)
                        html.th(words.programme.standing, scope: .column)
                        html.th(words.programme.inForce, scope: .column)
                        html.th(words.programme.valid, scope: .column)
                    }
                }
                html.tbody {
                    for edition in editions.reversed() {
                        html.tr {
                            html.th(scope: .row, .content) { html.a(edition.title, to: reading.address("program", edition.id)) }
                            html.td { html.standing(edition.standing, words) }
                            html.td(
                                edition.inForce.map(words.period)
                                    ?? (isProposed(edition.id) ? words.round.notYet : words.frame.unknown)
                            )
                            html.td {
                                html.text(words.span(from: edition.validFrom, to: edition.validTo).withCapital)
                                if edition.endIsInferred { html.small(" (\(words.programme.validInferred))") }
                            }
                        }
                    }
                }
            }
            if hasRounds {
                html.p(.class("go")) { html.a(words.round.all, to: reading.address("ratificering")) }
            }
        }
    }
}
