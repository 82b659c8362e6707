import Cooperation

/// How the cooperation is organised, ready to show: every body, by what it does.
struct OrganisationPage: Encodable, Sendable {
    /// A body, or the place of one that isn't known.
    struct Row: Encodable, Sendable {
        /// Nil when no source tells of the body.
        var body: BodyLink?
        var kind: Body.Kind
        var purpose: String?
        var composition: String?
        /// The fewest.
        var meetingsPerYear: Int?
        var worksFor: BodyLink?
        var municipality: EditionPage.Reference?
        var municipalityIsInferred: Bool
        var presidency: BodyPage.Presidency?
        var parts: [ProgrammePart]
        /// The members that nobody sits for; nil where not all are to sit, and when nobody knows who sits there.
        var vacancies: [BodyPage.Vacancy]?
        var since: Period?
        var lastSeen: Period?
        var closed: Period?
        var sources: [Source]
    }

    /// Those who do the same.
    struct Tier: Encodable, Sendable {
        var kind: Body.Kind
        var rows: [Row]
    }

    /// In the order of the drawing, from those who decide; a tier of which nothing is known is left out.
    var tiers: [Tier]
    /// The bodies that have ended their work.
    var closed: [Row]
    /// The body that adopts a programme in each municipality, in definite form.
    var ratifyingBody: String?
    var numberOfMembers: Int
    /// The edition that applies.
    var programme: EditionPage.Reference?

    /// What the drawing shows from the top down.
    private static let order: [Body.Kind] = [.ratifyingBody, .committee, .managementGroup, .secretariat, .network]

    /// The page of the organisation.
    init(_ reading: Reading) {
        let cooperation = reading.cooperation
        let parts = ProgrammeParts(reading)
        let members = cooperation.members.members
        var open: [Body.Kind: [Row]] = [:]
        closed = []
        for body in reading.bodies {
            let row = Row(body, parts, reading)
            if row.closed == nil { open[body.facts.kind, default: []].append(row) } else { closed.append(row) }
        }
        // All the members' bodies, also those that no source tells of: the eight are always eight.
        var deciding = Dictionary(grouping: open[.ratifyingBody] ?? [], by: { $0.municipality?.id ?? "" })
        var deciders: [Row] = []
        for member in members {
            let reference = EditionPage.Reference(member)
            deciders += deciding.removeValue(forKey: reference.id) ?? [Row(missingFor: reference)]
        }
        deciders += (open[.ratifyingBody] ?? []).filter { deciding[$0.municipality?.id ?? ""] != nil }
        open[.ratifyingBody] = deciders
        tiers = Self.order.compactMap { kind in
            open[kind].flatMap { $0.isEmpty ? nil : Tier(kind: kind, rows: $0) }
        }
        ratifyingBody = cooperation.settings?.ratifyingBody
        numberOfMembers = members.count
        if !reading.view.hidesEditionInForce, let edition = cooperation.programme.latestInForce(on: reading.day),
            case .inForce = reading.view.standings[edition.text.id] ?? .notInForce
        {
            programme = EditionPage.Reference(id: edition.text.id.text, title: edition.text.title)
        }
    }

    /// Whether any body is known.
    var isKnown: Bool { tiers.contains { $0.rows.contains { $0.body != nil } } || !closed.isEmpty }

    /// How it hangs together, in one sentence.
    func sentence(_ reading: Reading) -> String {
        let words = reading.words.organisation
        guard isKnown else { return reading.isNow ? words.notKnown : words.notKnownThen }
        let kinds = Set(tiers.map(\.kind))
        let clauses: [(Body.Kind, String)] = [
            (.committee, words.proposes), (.managementGroup, words.prepares),
            (.ratifyingBody, ratifyingBody.map(words.decides) ?? words.decidesAlone), (.network, words.carriesOut),
            (.secretariat, words.holdsTogether),
        ]
        return reading.words.list(clauses.filter { kinds.contains($0.0) }.map(\.1)).withCapital + "."
    }

    /// Every body as a row in a file; also the places of those that aren't known.
    func table(_ words: Words) -> Table {
        let columns = words.organisation
        return Table(
            columns: [
                "id", columns.body, columns.part, columns.task, columns.composition, columns.meetings, columns.municipality,
                columns.worksFor, columns.presidency, columns.knownSince, columns.lastSeen, columns.closed, words.frame.sources,
                words.seats.standEmpty,
            ],
            rows: (tiers.flatMap(\.rows) + closed).map { row in
                [
                    row.body?.id ?? "", row.body?.name ?? "", words.heading(of: row.kind), row.purpose ?? "",
                    row.composition ?? "", row.meetingsPerYear.map { "\($0)" } ?? "", row.municipality?.title ?? "",
                    row.worksFor?.name ?? "",
                    row.presidency.map { "\($0.period.iso) \($0.chair?.title ?? "")" } ?? "", row.since?.iso ?? "",
                    row.lastSeen?.iso ?? "", row.closed?.iso ?? "", row.sources.map(\.text).joined(separator: " "),
                    (row.vacancies ?? []).map(\.municipality.title).joined(separator: ", "),
                ]
            }
        )
    }
}

extension OrganisationPage.Row {
    /// A body as one row.
    init(_ body: Body, _ parts: ProgrammeParts, _ reading: Reading) {
        let facts = body.facts
        self.body = BodyLink(body)
        kind = facts.kind
        purpose = reading.text(facts.purpose)
        composition = reading.text(facts.composition)
        meetingsPerYear = facts.meetingsPerYear
        worksFor = facts.worksFor.flatMap { $0 == facts.id ? nil : reading.cooperation.organisation[$0] }.map { BodyLink($0) }
        municipality = reading.reference(to: facts.municipality)
        municipalityIsInferred = facts.municipalityIsInferred ?? false
        presidency = body.presidencies.last.map { BodyPage.Presidency($0, reading) }
        self.parts = parts.parts(of: body)
        vacancies = BodyPage.Vacancy.all(of: body, reading)
        since = body.since
        lastSeen = body.lastSeen
        closed = body.closing?.period
        sources = facts.sources
    }

    /// The place of a municipality's deciding body that no source tells of.
    init(missingFor municipality: EditionPage.Reference) {
        kind = .ratifyingBody
        self.municipality = municipality
        municipalityIsInferred = false
        parts = []
        sources = []
    }
}

extension Words {
    /// What bodies of a kind do, as a heading: 'Föreslår'.
    func heading(of kind: Body.Kind) -> String {
        switch kind {
        case .committee: organisation.proposers
        case .managementGroup: organisation.preparers
        case .secretariat: organisation.holders
        case .ratifyingBody: organisation.deciders
        case .network: organisation.doers
        }
    }

    /// The fewest meetings a year: 'minst sex'.
    func meetings(_ count: Int) -> String { organisation.atLeast(self.count(count)) }
}
