import Cooperation
import Markup

extension BodyPage {
    /// The body: what it does, who sits there, who has chaired it, what it works with.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let organisation = words.organisation
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.p(words.heading(of: body.kind), .class("kicker"))
                html.h1(body.name, .content)
                html.p(sentence(words), .class("lead"))
                if body.kind == .network, let seen = seenSentence(reading) { html.p(seen) }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if let closing {
                        html.p(closing.reason, .class("notice"), .content)
                        html.sources(closing.sources, words)
                    }
                    if let purpose {
                        html.section(.labelled(by: "uppgift")) {
                            html.h2(organisation.task, .id("uppgift"))
                            html.paragraphs(purpose)
                        }
                    }
                    writeComposition(html, words)
                    writePresidencies(html, reading)
                    writeParts(html, reading)
                    writeSeries(html, reading)
                    writeActivities(html, reading)
                    writeDetails(html, words)
                    writeSightings(html, words)
                    html.missing(missing, words)
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(facts(reading), words)
                    if !others.isEmpty {
                        html.nav(.class("others"), .labelled(by: "andra")) {
                            html.h2(body.kind == .network ? organisation.networks : organisation.otherBodies, .id("andra"))
                            html.bodies(others, reading)
                        }
                    }
                }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        let organisation = words.organisation
        var facts: [Fact] = []
        if body.kind != .ratifyingBody || meetingsPerYear != nil {
            facts.append(Fact(organisation.meetings, meetingsPerYear.map(words.meetings)))
        }
        if let worksFor {
            facts.append(Fact(organisation.worksFor, worksFor.name, address: reading.address(steps: worksFor.steps)))
        } else if body.kind == .managementGroup || body.kind == .secretariat || body.kind == .network {
            facts.append(Fact(organisation.worksFor, nil))
        }
        if body.kind == .ratifyingBody || body.kind == .secretariat || municipality != nil {
            facts.append(
                Fact(
                    body.kind == .ratifyingBody ? organisation.municipality : organisation.host,
                    municipality?.title,
                    note: municipalityIsInferred ? organisation.inferred : nil,
                    address: municipality.map { reading.address("kommuner", $0.id) }
                )
            )
        }
        facts.append(Fact(organisation.knownSince, words.period(since)))
        if body.kind == .network { facts.append(Fact(organisation.lastSeen, words.period(lastSeen))) }
        if let closing { facts.append(Fact(organisation.closed, words.period(closing.period))) }
        return facts
    }

    private func writeComposition(_ html: HTML, _ words: Words) {
        guard composition != nil || body.kind != .network else { return }
        html.section(.labelled(by: "sitter")) {
            html.h2(words.organisation.composition, .id("sitter"))
            if let composition { html.paragraphs(composition) } else { html.p(words.organisation.compositionUnknown) }
        }
    }

    private func writePresidencies(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let organisation = words.organisation
        guard !presidencies.isEmpty || body.kind == .committee || body.kind == .managementGroup else { return }
        html.section(.labelled(by: "ordforandeskap")) {
            html.h2(organisation.presidencies, .id("ordforandeskap"))
            guard let latest = presidencies.last else {
                html.p(organisation.presidencyUnknown)
                return
            }
            html.p(sentence(on: latest, reading))
            html.scrollingTable(organisation.presidencies, words) {
                html.thead {
                    html.tr {
                        html.th(organisation.time, scope: .column)
                        html.th(organisation.chair, scope: .column)
                        html.th(organisation.viceChair, scope: .column)
                        html.th(organisation.source, scope: .column)
                    }
                }
                html.tbody {
                    for presidency in presidencies.reversed() {
                        html.tr {
                            html.th(words.period(presidency.period), scope: .row, .class("day-cell"))
                            html.td { html.municipality(presidency.chair, reading) }
                            html.td { html.municipality(presidency.viceChair, reading) }
                            html.td {
                                // Without links: they stand in the list below, where no table is wider than a phone.
                                html.text(
                                    presidency.sources.isEmpty
                                        ? words.frame.unknown : presidency.sources.map(\.named).unique.joined(separator: ", ")
                                )
                                for remark in presidency.remarks { html.small(" \(remark)", .content) }
                            }
                        }
                    }
                }
            }
            html.sources(presidencies.flatMap(\.sources).unique, words)
        }
    }

    private func sentence(on latest: Presidency, _ reading: Reading) -> String {
        let words = reading.words
        let period = words.period(latest.period)
        let chair = latest.chair?.title ?? words.frame.unknown
        let sentence =
            latest.viceChair.map { words.organisation.presidencyWithVice(period, chair, $0.title) }
            ?? words.organisation.presidencySentence(period, chair)
        guard latest.period.last.year < reading.day.year else { return sentence }
        return "\(sentence) \(reading.isNow ? words.organisation.presidencyNow : words.organisation.presidencyThen)"
    }

    private func writeParts(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        guard !parts.isEmpty || body.kind == .network else { return }
        html.section(.labelled(by: "del")) {
            html.h2(words.organisation.programmeParts, .id("del"))
            if parts.isEmpty { html.p(words.organisation.programmePartsUnknown) }
            html.ul(.class("plain")) {
                for part in parts {
                    html.li {
                        html.span("\(part.level): ", .class("key"), .content)
                        html.a(part.title, to: part.address(reading), .content)
                        html.text(" \(words.organisation.inEdition(part.edition.title))")
                        if let since = part.since { html.text(", \(words.organisation.since(words.period(since)))") }
                        for remark in part.remarks { html.p(remark, .class("help"), .content) }
                        if !part.goals.isEmpty {
                            html.p(.class("goals-named")) {
                                html.span("\(words.organisation.goalsWithName): ", .class("key"))
                                for (index, goal) in part.goals.enumerated() {
                                    if index > 0 { html.text(", ") }
                                    html.a(goal.title, to: part.address(of: goal, reading), .content)
                                }
                            }
                        }
                    }
                }
            }
            html.sources(parts.flatMap(\.sources).unique, words)
        }
    }

    private func writeSeries(_ html: HTML, _ reading: Reading) {
        guard !series.isEmpty else { return }
        html.section(.labelled(by: "ordnar")) {
            html.h2(reading.words.organisation.arranges, .id("ordnar"))
            html.ul(.class("plain")) {
                for item in series { html.li { html.a(item.title, to: reading.address("konferenser", item.id), .content) } }
            }
        }
    }

    private func writeActivities(_ html: HTML, _ reading: Reading) {
        guard !activities.isEmpty else { return }
        let words = reading.words.organisation
        html.section(.labelled(by: "aktiviteter")) {
            html.h2(words.activities, .id("aktiviteter"))
            html.ul {
                for activity in activities {
                    html.li {
                        html.span(activity.text, .content)
                        html.text(", ")
                        html.a(words.activityOf(activity.plan.title), to: reading.address("plan", activity.plan.id))
                    }
                }
            }
        }
    }

    private func writeDetails(_ html: HTML, _ words: Words) {
        guard !details.isEmpty else { return }
        html.section(.labelled(by: "mer")) {
            html.h2(words.organisation.details, .id("mer"))
            html.ul {
                for detail in details {
                    html.li {
                        html.paragraphs(detail.text)
                        html.sourceLine(detail.sources, words)
                    }
                }
            }
        }
    }

    private func writeSightings(_ html: HTML, _ words: Words) {
        guard !sightings.isEmpty else { return }
        html.section(.labelled(by: "belagg")) {
            html.h2(words.organisation.sightings, .id("belagg"))
            html.p(words.organisation.sightingsText)
            html.ul {
                for sighting in sightings.reversed() {
                    html.li {
                        html.strong(words.period(sighting.period))
                        for remark in sighting.remarks { html.span(" \(remark)", .content) }
                        html.sourceLine(sighting.sources, words)
                    }
                }
            }
        }
    }
}

extension HTML {
    /// A municipality with its link; one that isn't known is said not to be.
    func municipality(_ municipality: EditionPage.Reference?, _ reading: Reading) {
        if let municipality {
            a(municipality.title, to: reading.address("kommuner", municipality.id), .content)
        } else {
            em(reading.words.frame.unknown, .class("unknown"))
        }
    }
}
