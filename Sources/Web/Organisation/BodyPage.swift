import Cooperation

/// One body, ready to show: a committee, a group, an office, a board or a network.
struct BodyPage: Encodable, Sendable {
    /// Which municipalities chaired the body for a time.
    struct Presidency: Encodable, Sendable {
        var period: Period
        /// Nil when the municipality isn't shown to the public.
        var chair: EditionPage.Reference?
        var hasViceChair: Bool
        var viceChair: EditionPage.Reference?
        var remarks: [String]
        var sources: [Source]
    }

    /// A statement of fact with where it was found.
    struct Statement: Encodable, Sendable {
        var text: String
        var sources: [Source]
    }

    /// A time that a source shows the body at work.
    struct Sighting: Encodable, Sendable {
        var period: Period
        var remarks: [String]
        var sources: [Source]
    }

    /// That the body has ended its work.
    struct Closing: Encodable, Sendable {
        var period: Period
        var reason: String
        var sources: [Source]
    }

    /// An activity that the body is responsible for.
    struct Activity: Encodable, Sendable {
        var id: String
        var text: String
        var plan: EditionPage.Reference
    }

    /// Whether a body is known to be at work.
    enum Status: String, Encodable, Sendable {
        case seenThisYear, unclear, closed

        /// Where a body stands on a day, as far as the sources say.
        init(of body: Body, on day: Day) {
            self = body.closing != nil ? .closed : body.lastSeen.last.year >= day.year ? .seenThisYear : .unclear
        }
    }

    var body: BodyLink
    var status: Status
    var purpose: String?
    var composition: String?
    /// The fewest.
    var meetingsPerYear: Int?
    var worksFor: BodyLink?
    /// Whose it is, or who is host to it.
    var municipality: EditionPage.Reference?
    var municipalityIsInferred: Bool
    var since: Period
    var lastSeen: Period
    var closing: Closing?
    /// The earliest first.
    var presidencies: [Presidency]
    /// The latest edition first.
    var parts: [ProgrammePart]
    /// The conferences that it arranges.
    var series: [EditionPage.Reference]
    /// The latest year first.
    var activities: [Activity]
    /// The earliest first.
    var sightings: [Sighting]
    var details: [Statement]
    var missing: [String]
    var remarks: [String]
    var sources: [Source]
    /// Others of the same kind; for one that is alone of its kind, those of the other kinds that are so too.
    var others: [BodyLink]
    var history: [HistoryLine]

    /// The page of a body.
    init(_ body: Body, _ reading: Reading) {
        let cooperation = reading.cooperation
        let facts = body.facts
        self.body = BodyLink(body)
        status = Status(of: body, on: reading.day)
        purpose = reading.text(facts.purpose)
        composition = reading.text(facts.composition)
        meetingsPerYear = facts.meetingsPerYear
        worksFor = facts.worksFor.flatMap { $0 == facts.id ? nil : cooperation.organisation[$0] }.map { BodyLink($0) }
        municipality = reading.reference(to: facts.municipality)
        municipalityIsInferred = facts.municipalityIsInferred ?? false
        since = body.since
        lastSeen = body.lastSeen
        closing = body.closing.map {
            Closing(period: $0.period, reason: reading.text($0.fact.reason), sources: $0.fact.sources)
        }
        presidencies = body.presidencies.map { Presidency($0, reading) }
        parts = ProgrammeParts(reading).parts(of: body)
        series = cooperation.conferences.inOrder
            .filter { $0.rules?.arranger == facts.id }
            .map { EditionPage.Reference(id: $0.facts.id.text, title: $0.facts.name) }
        activities = cooperation.planning.inOrder.reversed().flatMap { plan in
            plan.facts.activities.filter { $0.responsible.contains(facts.id) }.map {
                Activity(
                    id: $0.id.text,
                    text: reading.text($0.text),
                    plan: EditionPage.Reference(id: plan.facts.id.text, title: plan.facts.title)
                )
            }
        }
        sightings = body.sightings.map {
            Sighting(period: $0.period, remarks: reading.texts($0.fact.remarks), sources: $0.fact.sources)
        }
        details = facts.details.map { Statement(text: reading.text($0.text), sources: $0.sources) }
        missing = reading.texts(facts.missing)
        remarks = reading.texts(facts.remarks)
        sources = facts.sources
        let kinds: [Body.Kind] =
            switch facts.kind {
            case .network, .ratifyingBody: [facts.kind]
            case .committee, .managementGroup, .secretariat: [.committee, .managementGroup, .secretariat]
            }
        others = kinds.flatMap { cooperation.organisation.bodies($0) }
            .filter { $0.facts.id != facts.id && $0.closing == nil }
            .map { BodyLink($0) }
        history = reading.history(of: .body(facts.id))
    }

    /// What the body does, in a sentence.
    func sentence(_ words: Words) -> String {
        let organisation = words.organisation
        if let closing { return organisation.closedSentence(body.name, words.period(closing.period)) }
        switch body.kind {
        case .committee: return organisation.proposesSentence(body.name)
        case .managementGroup: return organisation.preparesSentence(body.name)
        case .secretariat: return organisation.holdsSentence(body.name)
        case .ratifyingBody: return organisation.decidesSentence(body.name, municipality?.title ?? words.frame.unknown)
        case .network: return organisation.carriesOutSentence(body.name)
        }
    }

    /// When a source last shows the body at work, in words.
    func seenSentence(_ reading: Reading) -> String? {
        let words = reading.words
        let period = words.period(lastSeen)
        return switch status {
        case .seenThisYear: words.organisation.seenSentence(period)
        case .unclear: reading.isNow ? words.organisation.lastSeenSentence(period) : words.organisation.lastSeenThen(period)
        case .closed: nil
        }
    }

    /// The presidencies as a table for a file; nil when none is known.
    func table(_ words: Words) -> Table? {
        guard !presidencies.isEmpty else { return nil }
        let columns = words.organisation
        return Table(
            columns: [columns.time, columns.chair, columns.viceChair, words.frame.remarks, words.frame.sources],
            rows: presidencies.map { presidency in
                [
                    presidency.period.iso, presidency.chair?.title ?? "", presidency.viceChair?.title ?? "",
                    presidency.remarks.joined(separator: " "), presidency.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }
}

extension BodyPage.Presidency {
    /// A presidency, with the municipalities that may be seen.
    init(_ dated: Dated<Body.Presidency>, _ reading: Reading) {
        period = dated.period
        chair = reading.reference(to: dated.fact.chair)
        hasViceChair = dated.fact.viceChair != nil
        viceChair = reading.reference(to: dated.fact.viceChair)
        remarks = reading.texts(dated.fact.remarks)
        sources = dated.fact.sources
    }
}
