import Charts
import Cooperation
import Markup

/// One municipality, ready to show.
struct MunicipalityPage: Encodable, Sendable {
    /// A time as a member, or as one that takes part in projects.
    struct Membership: Encodable, Sendable {
        var kind: Municipality.Membership.Kind
        var from: Period
        var to: Period?
        var remarks: [String]
        var sources: [Source]
    }

    /// A time that the municipality chaired a body, or stood in for the one that did.
    struct Office: Encodable, Sendable {
        var period: Period
        var isVice: Bool
        var body: BodyLink
        var sources: [Source]
    }

    /// A body that the municipality is host to.
    struct Hosting: Encodable, Sendable {
        var body: BodyLink
        var isInferred: Bool
        var sources: [Source]
    }

    var id: String
    var name: String
    var officialName: String
    var code: String
    var county: String?
    var countyCode: String?
    /// Hectares.
    var landArea: Int?
    var memberships: [Membership]
    /// The earliest first.
    var population: [PopulationFigure]
    /// How many seats it has in the committee; nil when it is no member.
    var seats: Int?
    /// The body that decides for it.
    var ratifyingBody: BodyLink?
    /// The latest first.
    var offices: [Office]
    var hosts: [Hosting]
    var remarks: [String]
    var sources: [Source]
    /// The other members, in alphabetical order.
    var others: [EditionPage.Reference]
    var cooperation: String
    /// The conferences that it has been host to.
    var hosted: HostHistory

    /// The page of a municipality.
    init(_ municipality: Municipality, _ reading: Reading) {
        let facts = municipality.facts
        id = facts.id.text
        name = facts.name
        officialName = facts.officialName
        code = facts.code
        county = facts.county
        countyCode = facts.countyCode
        landArea = facts.landArea
        memberships = municipality.memberships.map {
            Membership(kind: $0.kind, from: $0.from, to: $0.to, remarks: reading.texts($0.remarks), sources: $0.sources)
        }
        population = municipality.populationInOrder.map { PopulationFigure($0.figure, on: $0.day, reading) }
        let organisation = reading.cooperation.organisation
        seats = municipality.standing?.kind == .member ? reading.cooperation.settings?.seatsPerMunicipality : nil
        ratifyingBody = organisation.ratifyingBody(of: facts.id).map { BodyLink($0) }
        offices = organisation.presidencies(of: facts.id).reversed().map { body, presidency in
            Office(
                period: presidency.period,
                isVice: presidency.fact.chair != facts.id,
                body: BodyLink(body),
                sources: presidency.fact.sources
            )
        }
        hosts = organisation.bodies(hostedBy: facts.id)
            .map {
                Hosting(
                    body: BodyLink($0),
                    isInferred: $0.facts.municipalityIsInferred ?? false,
                    sources: $0.facts.sources
                )
            }
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
        others = reading.cooperation.members.members
            .filter { $0.facts.id != facts.id }
            .map { EditionPage.Reference(id: $0.facts.id.text, title: $0.facts.name) }
        cooperation = reading.calledName
        hosted = HostHistory(of: facts, reading)
    }

    /// The population figures as a table for a file.
    func table(_ words: Words) -> Table {
        Table(
            columns: [
                words.members.day, words.members.population, words.members.basis, words.frame.remarks, words.frame.sources,
            ],
            rows: population.map { figure in
                [
                    figure.day.iso, "\(figure.count)", figure.isDerived ? words.members.derived : words.members.published,
                    figure.remarks.joined(separator: " "), figure.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }

    /// The municipality, with its membership and its figures.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(officialName, .content)
                html.p(standingSentence(words), .class("lead"))
                html.edit(reading, .recordMunicipality, about: target, of: name, at: ["kommuner", id, "andra"])
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    writePopulation(html, reading)
                    hosted.write(html, reading)
                    writeOffices(html, reading)
                    for membership in memberships { html.remarks(membership.remarks, words) }
                    html.remarks(remarks, words)
                    html.sources((memberships.flatMap(\.sources) + sources).unique, words)
                    html.history(Municipality.ID(id).map { reading.history(of: .municipality($0)) } ?? [], reading)
                    if reading.isNow, reading.viewer.may(.changeMembership, about: target) {
                        html.p(.class("go")) {
                            html.a(
                                words.municipalityForms.membership,
                                to: reading.address("kommuner", id, "medlemskap")
                            )
                        }
                    }
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(
                        [
                            Fact(words.members.code, code),
                            Fact(words.members.county, county, isContent: true),
                            Fact(
                                words.members.landArea,
                                landArea.map { "\(words.decimal(hundredths: $0, decimals: 2)) \(words.members.squareKilometres)" }
                            ),
                        ],
                        words
                    )
                    if !others.isEmpty {
                        html.nav(.class("others"), .labelled(by: "andra")) {
                            html.h2(words.members.others, .id("andra"))
                            html.ul {
                                for other in others {
                                    html.li { html.a(other.title, to: reading.address("kommuner", other.id)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func writeOffices(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let organisation = words.organisation
        guard seats != nil || ratifyingBody != nil || !offices.isEmpty || !hosts.isEmpty else { return }
        html.section(.labelled(by: "uppdrag")) {
            html.h2(organisation.seatsAndOffices, .id("uppdrag"))
            if let seats { html.p(organisation.hasSeats(name, words.seats(seats))) }
            if let ratifyingBody {
                html.p {
                    html.text("\(organisation.decidesFor(name)) ")
                    html.a(ratifyingBody.name, to: reading.address(steps: ratifyingBody.steps), .content)
                    html.text(".")
                }
            }
            if !offices.isEmpty || !hosts.isEmpty {
                html.ul {
                    for office in offices {
                        html.li {
                            html.text(words.period(office.period))
                            html.text(": \(office.isVice ? organisation.viceChairOf : organisation.chairOf) ")
                            html.a(office.body.name, to: reading.address(steps: office.body.steps), .content)
                        }
                    }
                    for hosting in hosts {
                        html.li {
                            html.text("\(organisation.hostOf.withCapital) ")
                            html.a(hosting.body.name, to: reading.address(steps: hosting.body.steps), .content)
                            if hosting.isInferred { html.small(" (\(organisation.inferred))") }
                        }
                    }
                }
            }
            html.sources((offices.flatMap(\.sources) + hosts.flatMap(\.sources)).unique, words)
        }
    }

    private func standingSentence(_ words: Words) -> String {
        guard let last = memberships.last else { return words.members.isNothing(name, cooperation) }
        if let to = last.to { return words.members.hasLeft(name, cooperation, words.period(to)) }
        switch last.kind {
        case .member: return words.members.isMember(name, cooperation, words.period(last.from))
        case .associate: return words.members.isAssociate(name, cooperation, words.period(last.from))
        }
    }

    /// What a permission about the municipality is asked for.
    private var target: Permission.Target { Permission.Target(municipality: Municipality.ID(id)) }

    private func writePopulation(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "folkmangd")) {
            html.h2(words.members.populationOverTime, .id("folkmangd"))
            if reading.isNow, reading.viewer.may(.recordMunicipality, about: target) {
                html.p {
                    html.a(
                        words.municipalityForms.population,
                        to: reading.address("kommuner", id, "folkmangd"),
                        .class("edit")
                    )
                }
            }
            guard let latest = population.last else {
                html.p(words.members.populationUnknown)
                return
            }
            html.p(words.members.populationSentence(name, words.number(latest.count), words.date(latest.day)))
            if let first = population.first, population.count > 1 { writeChart(from: first, to: latest, html, words) }
            html.table(of: population, named: words.members.populationOverTime, words)
            html.sources(population.flatMap(\.sources).unique, words)
        }
    }

    private func writeChart(from first: PopulationFigure, to latest: PopulationFigure, _ html: HTML, _ words: Words) {
        let difference = latest.count - first.count
        let days = (words.date(first.day), words.date(latest.day))
        let finding =
            switch difference.signum() {
            case 1: words.members.grew(words.number(difference), days.0, days.1)
            case -1: words.members.shrank(words.number(-difference), days.0, days.1)
            default: words.members.unchanged(days.0, days.1)
            }
        let entries = population.map { figure in
            LineChart.Entry(
                .on(figure.day),
                Double(figure.count),
                text: words.number(figure.count),
                isHollow: figure.isDerived
            )
        }
        html.chart(finding, note: words.members.chartNote) {
            html.embed(
                DrawingShape.both(or: .column) { shape in
                    LineChart(
                        [LineChart.Series(name, entries, isHighlighted: true)],
                        axisTitle: words.members.chartAxis,
                        scaleNote: words.members.chartScale,
                        shape: shape,
                        title: finding,
                        description: words.members.chartDescription(name),
                        id: "folkmangd-bild",
                        format: { words.number(Int($0)) }
                    ).markup
                }
            )
        }
    }
}
