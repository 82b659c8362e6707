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

    /// A seat of the body, as everybody may see it.
    struct SeatRow: Encodable, Sendable {
        var id: String
        var role: Seat.Role
        /// Nil for what is held for all.
        var municipality: EditionPage.Reference?
        /// Nil when nobody holds it, and when the name isn't to be shown.
        var holder: String?
        /// The holder's first day.
        var heldSince: Day?
        /// The first day that nobody held it; nil while somebody does.
        var vacantSince: Day?
    }

    /// A member that nobody sits for.
    struct Vacancy: Encodable, Sendable {
        var municipality: EditionPage.Reference
        var since: Day
        /// How old the vacancy is, in days.
        var days: Int
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
    /// The seats there are on the day; nil when none has been recorded.
    var seats: [SeatRow]?
    /// Nil for a body where not all members are to sit, and when nobody knows who sits there.
    var vacancies: [Vacancy]?
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
        seats = SeatRow.all(of: body, reading)
        vacancies = Vacancy.all(of: body, reading)
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

    /// Whether there is a table for a file.
    var hasTable: Bool { !presidencies.isEmpty || seats != nil }

    /// Who has chaired the body, as a table for a file; for one that nobody is known to have chaired, its seats.
    ///
    /// A file has one table. The JSON has all of it.
    func table(_ words: Words) -> Table? {
        let columns = words.organisation
        guard presidencies.isEmpty else {
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
        return seats.map { seats in
            Table(
                columns: [
                    words.seats.roleField, columns.municipality, words.seats.holder, words.seats.firstDay, words.seats.vacantFrom,
                ],
                rows: seats.map { seat in
                    [
                        words.seats.role(seat.role), seat.municipality?.title ?? "", seat.holder ?? "",
                        seat.heldSince?.iso ?? "", seat.vacantSince?.iso ?? "",
                    ]
                }
            )
        }
    }
}

extension BodyPage.SeatRow {
    /// The seats of a body on the day that is read of; nil when none has been recorded by then.
    static func all(of body: Body, _ reading: Reading) -> [Self]? {
        let seats = body.shownSeats(reading)
        guard !seats.isEmpty else { return nil }
        return seats.map { seat in
            let tenure = seat.tenure(on: reading.day)
            return Self(
                id: seat.facts.id.text,
                role: seat.facts.role,
                municipality: reading.reference(to: seat.facts.municipality),
                holder: tenure.flatMap { reading.publicName(of: $0.person) },
                heldSince: tenure?.from,
                vacantSince: seat.vacant(on: reading.day)
            )
        }
    }
}

extension BodyPage.Vacancy {
    /// The members that nobody sits for on the day that is read of.
    static func all(of body: Body, _ reading: Reading) -> [Self]? {
        body.parity(among: reading.cooperation.members, on: reading.day)?.vacancies?.compactMap { vacancy in
            reading.reference(to: vacancy.municipality).map {
                Self(municipality: $0, since: vacancy.since, days: vacancy.age(on: reading.day))
            }
        }
    }
}

extension Body {
    /// The seats that there are on the day that is read of, without those of municipalities that may not be seen.
    func shownSeats(_ reading: Reading) -> [Seat] {
        seats(on: reading.day).filter { $0.facts.municipality.map { reading.cooperation.members[$0] != nil } ?? true }
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
