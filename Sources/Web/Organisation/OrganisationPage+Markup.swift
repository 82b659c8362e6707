import Charts
import Cooperation
import Markup

extension OrganisationPage {
    /// How the cooperation is organised: in a sentence, drawn, and as text.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.organisation.title)
                html.p(sentence(reading), .class("lead"))
                html.begin(reading, .beginOrEndBody, words.bodyForms.newBody, at: ["organisation", "ny"])
            }
            if isKnown, !tiers.isEmpty {
                html.section(.class("tree-section"), .labelled(by: "bilden")) {
                    html.h2(words.organisation.drawing, .id("bilden"))
                    html.embed(drawing(reading))
                }
            }
            if !tiers.isEmpty {
                html.section(.class("tiers"), .labelled(by: "vem")) {
                    html.h2(words.organisation.whoDoesWhat, .id("vem"))
                    for tier in tiers { tier.write(html, self, reading) }
                }
                writeSteps(html, reading)
            }
            if !closed.isEmpty {
                html.section(.labelled(by: "avslutade")) {
                    html.h2(words.organisation.closedBodies, .id("avslutade"))
                    html.ul(.class("plain")) {
                        for row in closed {
                            html.li {
                                row.writeLink(html, reading)
                                if let day = row.closed {
                                    html.text(" (\(words.organisation.closed.lowercased()) \(words.period(day)))")
                                }
                            }
                        }
                    }
                }
            }
            html.div {
                html.p(.class("go")) { html.a(words.organisation.networks, to: reading.address("natverk")) }
                html.p(.class("go")) {
                    html.a(words.organisation.peersLink, to: reading.address("organisation", "andra-samarbeten"))
                }
                html.sources((tiers.flatMap(\.rows) + closed).flatMap(\.sources).unique, words)
            }
        }
    }

    private func writeSteps(_ html: HTML, _ reading: Reading) {
        let words = reading.words.organisation
        html.section(.labelled(by: "program")) {
            html.h2(words.steps, .id("program"))
            html.ol(.class("steps")) {
                html.li(words.stepProposal)
                html.li(ratifyingBody.map { words.stepDecision($0.withCapital) } ?? words.stepDecisionAlone)
                html.li(
                    numberOfMembers > 1
                        ? words.stepInForce(reading.words.count(numberOfMembers)) : words.stepInForceAll
                )
                html.li(words.stepCarryOut)
            }
            if let programme {
                html.p(.class("go")) {
                    html.a(
                        "\(reading.words.start.readProgramme): \(programme.title)",
                        to: reading.address("program", programme.id)
                    )
                }
            }
        }
    }

    /// The organisation drawn, for wide screens and for narrow.
    private func drawing(_ reading: Reading) -> Markup {
        let words = reading.words
        let drawn = tiers.map { tier in
            TierDrawing.Tier(words.heading(of: tier.kind), tier.rows.map { $0.drawn(reading) })
        }
        let rows = tiers.flatMap(\.rows)
        let known = Set(rows.compactMap { $0.body?.id })
        var ways: [TierDrawing.Connector] = []
        for committee in rows where committee.kind == .committee {
            ways += rows.filter { $0.kind == .ratifyingBody }.map {
                TierDrawing.Connector(from: committee.drawnID, to: $0.drawnID, label: words.organisation.proposal)
            }
        }
        for row in rows where row.kind != .ratifyingBody {
            guard let other = row.worksFor, known.contains(other.id) else { continue }
            ways.append(TierDrawing.Connector(from: row.drawnID, to: other.id))
        }
        // The programme's own sketch has the networks under the office that holds the work together.
        for office in rows where office.kind == .secretariat {
            ways += rows.filter { $0.kind == .network && $0.worksFor == nil }.map {
                TierDrawing.Connector(from: office.drawnID, to: $0.drawnID)
            }
        }
        return DrawingShape.both { shape in
            TierDrawing(
                drawn,
                connectors: ways,
                shape: shape,
                title: words.organisation.drawing,
                description: words.organisation.drawingDescription,
                id: "organisation"
            ).markup
        }
    }
}

extension OrganisationPage.Row {
    /// The box in the drawing; a municipality stands for its deciding body, which the heading names.
    fileprivate func drawn(_ reading: Reading) -> TierDrawing.Node {
        let name = kind == .ratifyingBody ? municipality?.title ?? body?.name : body?.name
        return TierDrawing.Node(
            id: drawnID,
            text: name ?? reading.words.frame.unknown,
            detail: body == nil ? reading.words.frame.unknown : parts.first?.title,
            isHighlighted: kind == .committee,
            address: body.map { reading.address(steps: $0.steps) }
        )
    }

    /// What the box is called in the drawing.
    fileprivate var drawnID: String { body?.id ?? "saknas-\(municipality?.id ?? "")" }

    fileprivate func writeLink(_ html: HTML, _ reading: Reading) {
        guard let body else { return }
        html.a(body.name, to: reading.address(steps: body.steps), .content)
    }

    /// The body with what is known of it.
    fileprivate func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.div(.class("body")) {
            html.h4(.content) { writeLink(html, reading) }
            if let purpose { html.paragraphs(purpose) }
            html.div(.class("across")) { html.facts(facts(reading), words) }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        var facts = [
            Fact(words.organisation.composition, composition, isContent: true),
            Fact(words.organisation.meetings, meetingsPerYear.map(words.meetings)),
        ]
        if let worksFor {
            facts.append(Fact(words.organisation.worksFor, worksFor.name, address: reading.address(steps: worksFor.steps)))
        }
        if let municipality {
            facts.append(
                Fact(
                    words.organisation.host,
                    municipality.title,
                    note: municipalityIsInferred ? words.organisation.inferred : nil,
                    address: reading.address("kommuner", municipality.id)
                )
            )
        }
        if let presidency {
            facts.append(
                Fact(
                    words.organisation.presidency,
                    "\(words.period(presidency.period)), \(presidency.chair?.title ?? words.frame.unknown)"
                )
            )
        }
        if let vacancies, !vacancies.isEmpty {
            facts.append(
                Fact(words.seats.standEmpty, words.list(vacancies.map(\.municipality.title)), isContent: true)
            )
        }
        return facts
    }
}

extension OrganisationPage.Tier {
    /// Those who do the same: what it is, and who they are.
    fileprivate func write(_ html: HTML, _ page: OrganisationPage, _ reading: Reading) {
        let words = reading.words
        let id = ID("del-\(kind.rawValue)")
        html.section(.class("tier"), .labelled(by: id)) {
            html.h3(words.heading(of: kind), .id(id))
            html.div(.class("tier-text")) {
                html.p(text(page, words.organisation))
                switch kind {
                case .ratifyingBody: writeDeciders(html, reading)
                case .network: writeNetworks(html, reading)
                case .committee, .managementGroup, .secretariat: for row in rows { row.write(html, reading) }
                }
            }
        }
    }

    private func text(_ page: OrganisationPage, _ words: Words.Organisation) -> String {
        switch kind {
        case .committee: words.proposersText
        case .managementGroup: words.preparersText
        case .secretariat: words.holdersText
        case .ratifyingBody: page.ratifyingBody.map { words.decidersText($0.withCapital) } ?? words.decidersAloneText
        case .network: words.doersText
        }
    }

    /// All of them in alphabetical order, the missing ones too.
    private func writeDeciders(_ html: HTML, _ reading: Reading) {
        html.ul(.class("deciders")) {
            for row in rows {
                html.li {
                    if row.body != nil {
                        row.writeLink(html, reading)
                    } else {
                        html.span(.class("absent")) {
                            html.span(row.municipality?.title ?? "", .content)
                            html.text(": ")
                            html.em(reading.words.frame.unknown, .class("unknown"))
                        }
                    }
                }
            }
        }
    }

    private func writeNetworks(_ html: HTML, _ reading: Reading) {
        html.ul(.class("plain")) {
            for row in rows {
                html.li {
                    row.writeLink(html, reading)
                    let parts = row.parts.byTitle.map(\.title)
                    if !parts.isEmpty {
                        html.text(" – ")
                        html.span(parts.joined(separator: ", "), .content)
                    }
                    if let vacancies = row.vacancies, !vacancies.isEmpty {
                        let missing = reading.words.list(vacancies.map(\.municipality.title))
                        html.small(" (\(reading.words.seats.missing(missing)))")
                    }
                }
            }
        }
    }
}
