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
                if closing == nil {
                    html.edit(reading, .recordBody, about: target, of: body.name, at: body.steps + ["andra"])
                } else {
                    html.begin(
                        reading,
                        .beginOrEndBody,
                        about: target,
                        words.bodyForms.resume,
                        at: body.steps + ["ta-upp"]
                    )
                }
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
                    writeSeats(html, reading)
                    writeMeetings(html, reading)
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
                    if closing == nil, reading.isNow, reading.viewer.may(.beginOrEndBody, about: target) {
                        html.p(.class("go")) {
                            html.a(words.bodyForms.close, to: reading.address(steps: body.steps + ["avsluta"]))
                        }
                    }
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

    /// What a permission about the body is asked for.
    private var target: Permission.Target {
        Permission.Target(municipality: municipality.flatMap { Municipality.ID($0.id) }, body: Body.ID(body.id))
    }

    /// Whether a reader may do something about the body today.
    private func mayNow(_ permission: Permission, _ reading: Reading) -> Bool {
        closing == nil && reading.isNow && reading.viewer.may(permission, about: target)
    }

    /// Who holds which seat, and what stands empty.
    private func writeSeats(_ html: HTML, _ reading: Reading) {
        guard let known = Body.ID(body.id).flatMap({ reading.cooperation.organisation[$0] }) else { return }
        let words = reading.words.seats
        let page = SeatsPage(known, reading)
        let mayKeep =
            mayNow(.changeSeat, reading) || mayNow(.beginOrEndBody, reading)
            || reading.isNow && closing == nil && page.rows.contains(where: \.mayChange)
        guard seats != nil || mayKeep else { return }
        html.section(.labelled(by: "platser")) {
            html.h2(words.history, .id("platser"))
            if page.rows.isEmpty { html.p(words.none) } else { page.writeTable(html, reading) }
            page.writeVacancies(html, reading)
            if mayKeep { html.p(.class("go")) { html.a(words.keep, to: reading.address(steps: body.steps + ["platser"])) } }
        }
    }

    /// The meetings to come and the latest one, with the way to all of them.
    private func writeMeetings(_ html: HTML, _ reading: Reading) {
        guard let id = Body.ID(body.id) else { return }
        let words = reading.words.meetings
        let all = reading.meetings(of: id)
        guard !all.isEmpty || mayNow(.recordMeeting, reading) else { return }
        let coming = all.filter { $0.day >= reading.day }.prefix(3)
        let latest = all.last { $0.day < reading.day }
        html.section(.labelled(by: "moten")) {
            html.h2(words.title, .id("moten"))
            if all.isEmpty {
                html.p(words.bodyNone(body.name))
            } else {
                html.meetings((latest.map { [$0] } ?? []) + coming, words.title, showsBody: false, reading)
            }
            html.p(.class("go")) { html.a(words.allOf(body.name), to: reading.address("moten", body.id)) }
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
        let mayRecord = mayNow(.recordPresidency, reading)
        guard !presidencies.isEmpty || body.kind == .committee || body.kind == .managementGroup || mayRecord else { return }
        html.section(.labelled(by: "ordforandeskap")) {
            html.h2(organisation.presidencies, .id("ordforandeskap"))
            if mayRecord {
                html.edit(
                    reading,
                    .recordPresidency,
                    about: target,
                    of: organisation.presidencies,
                    at: body.steps + ["ordforande"]
                )
            }
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
        let mayAssign = mayNow(.recordBody, reading)
        guard !parts.isEmpty || body.kind == .network || mayAssign else { return }
        html.section(.labelled(by: "del")) {
            html.h2(words.organisation.programmeParts, .id("del"))
            if mayAssign {
                html.edit(
                    reading,
                    .recordBody,
                    about: target,
                    of: words.organisation.programmeParts,
                    at: body.steps + ["uppdrag"]
                )
            }
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
