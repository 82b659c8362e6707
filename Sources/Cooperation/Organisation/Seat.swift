/// A place in a body that somebody holds for a time: everything in the cooperation is done from one.
///
/// The seat stays when its holder changes, so what waits for the seat waits for whoever holds it next.
package struct Seat: Hashable, Sendable {
    /// The seat within its body: `haninge`, `utvecklingsledare`.
    package typealias ID = Identifier<Seat>

    /// What the holder of a seat is in the body.
    package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        case chair
        case viceChair = "vice-chair"
        case member
        /// Sits in when a member can't.
        case substitute
        /// Calls a network together.
        case convener
        /// Keeps a municipality's register of what comes in and what is decided (offentlighets- och sekretesslagen 5 kap.).
        case registrar
        case developmentLeader = "development-leader"
        case administrator
        /// Runs the installation.
        case systemAdministrator = "system-administrator"
        /// A consultant or a guest, always for a stated time.
        case guest
    }

    /// What is recorded of a seat.
    package struct Facts: Hashable, Sendable, Codable {
        package var body: Body.ID
        package var id: ID
        package var role: Role
        /// The municipality it is for; nil for what is held for all of them.
        package var municipality: Municipality.ID?
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// That somebody holds the seat.
    package struct Tenure: Hashable, Sendable, Codable {
        package var body: Body.ID
        package var seat: ID
        package var person: Person.ID
        /// The first day.
        package var from: Day
        /// The last day; nil until somebody else takes the seat or it is left.
        package var until: Day?
        package var remarks: [Prose]
    }

    /// That somebody stands in for the holder for a time.
    package struct Deputyship: Hashable, Sendable, Codable {
        package var body: Body.ID
        package var seat: ID
        package var person: Person.ID
        /// The first day.
        package var from: Day
        /// The last day.
        package var until: Day
        package var remarks: [Prose]
    }

    /// That the seat's holder leaves it without a successor.
    package struct Leaving: Hashable, Sendable, Codable {
        package var body: Body.ID
        package var seat: ID
        /// The holder's last day.
        package var last: Day
        package var remarks: [Prose]
    }

    /// That there is no such seat any longer.
    package struct Closing: Hashable, Sendable, Codable {
        package var body: Body.ID
        package var seat: ID
        /// The seat's last day.
        package var last: Day
        package var remarks: [Prose]
    }

    package internal(set) var facts: Facts
    /// The day from which there is such a seat; when it was closed and taken up again, the day of that.
    package internal(set) var since: Day
    /// The times before `since` when there was such a seat, in order.
    package internal(set) var earlier: [ClosedRange<Day>] = []
    /// By their first day; a tenure ends at the latest the day before the next begins, and none lasts longer than the seat.
    package internal(set) var tenures: [Tenure] = []
    /// In the order they were recorded; none lasts longer than the seat.
    package internal(set) var deputyships: [Deputyship] = []
    /// That it has a last day, which may lie ahead.
    package private(set) var closing: Closing?

    /// A seat that nobody holds yet.
    init(facts: Facts, since: Day) {
        self.facts = facts
        self.since = since
    }

    /// Whether there is such a seat on a day.
    package func exists(on day: Day) -> Bool { start(on: day) != nil }

    /// The first day of the time with such a seat that a day falls in; nil when there is no such seat then.
    private func start(on day: Day) -> Day? {
        guard day >= since else { return earlier.first { $0.contains(day) }?.lowerBound }
        return closing.map { day <= $0.last } ?? true ? since : nil
    }

    /// The tenure that a day falls in; nil when the seat is vacant or doesn't exist then.
    package func tenure(on day: Day) -> Tenure? {
        guard exists(on: day), let latest = tenures.last(where: { $0.from <= day }) else { return nil }
        return latest.until.map { day <= $0 } ?? true ? latest : nil
    }

    /// Who stands in on a day; several may.
    package func deputies(on day: Day) -> [Deputyship] {
        exists(on: day) ? deputyships.filter { $0.from <= day && day <= $0.until } : []
    }

    /// The last day of a tenure, when it has one: its own, the day before the next, or the seat's.
    package func lastDay(of tenure: Tenure) -> Day? {
        let next = tenures.first { $0.from > tenure.from }.map { $0.from.adding(days: -1) }
        return [tenure.until, next].compactMap { $0 }.min()
    }

    /// The day since which nobody holds the seat; nil when somebody does, or there is no such seat.
    package func vacant(on day: Day) -> Day? {
        guard let start = start(on: day), tenure(on: day) == nil else { return nil }
        let last = tenures.last { $0.from <= day }.flatMap { lastDay(of: $0) }
        return last.map { max($0.adding(days: 1), start) } ?? start
    }

    /// Takes in a tenure; one that begins the same day is replaced.
    mutating func take(_ tenure: Tenure) {
        tenures.removeAll { $0.from == tenure.from }
        tenures.append(tenure)
        tenures.sort { $0.from < $1.from }
        cutToClosing()
    }

    /// Ends the tenure that the last day falls in.
    mutating func leave(after last: Day) {
        guard let index = tenures.lastIndex(where: { $0.from <= last }) else { return }
        tenures[index].until = min(tenures[index].until ?? last, last)
    }

    /// Takes in a deputyship; the same person's that begins the same day is replaced, so that it can be ended sooner or later.
    mutating func appoint(_ deputyship: Deputyship) {
        deputyships.removeAll { $0.person == deputyship.person && $0.from == deputyship.from }
        deputyships.append(deputyship)
        cutToClosing()
    }

    /// Gives the seat a last day; one that it already has counts when it is earlier.
    mutating func close(_ closing: Closing) {
        if let known = self.closing, known.last <= closing.last { return }
        self.closing = closing
        cutToClosing()
    }

    /// Takes up the seat again when it was closed; those who held it don't come back with it.
    mutating func establish(_ facts: Facts, since: Day) {
        self.facts = facts
        guard let last = closing?.last else { return }
        closing = nil
        // Taken up again before it ended, or the day after: it has been there all along.
        guard since > last.adding(days: 1) else { return }
        if self.since <= last { earlier.append(self.since...last) }
        self.since = since
    }

    /// Ends what lasts longer than the seat.
    ///
    /// Not left to the questions above, or it would all come back with a seat that is taken up again.
    private mutating func cutToClosing() {
        guard let last = closing?.last else { return }
        tenures.removeAll { $0.from > last }
        deputyships.removeAll { $0.from > last }
        for index in tenures.indices { tenures[index].until = min(tenures[index].until ?? last, last) }
        for index in deputyships.indices { deputyships[index].until = min(deputyships[index].until, last) }
    }
}

extension Seat {
    /// A seat wherever it is: `samarbetskommitten/haninge`.
    package struct Reference: Hashable, Comparable, Sendable, CustomStringConvertible {
        package let body: Body.ID
        package let seat: Seat.ID

        /// A seat of a body.
        package init(body: Body.ID, seat: Seat.ID) {
            self.body = body
            self.seat = seat
        }

        /// The seat written as `samarbetskommitten/haninge`; nil when the text names none.
        package init?(_ text: some StringProtocol) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let body = Body.ID(parts[0]), let seat = Seat.ID(parts[1]) else { return nil }
            self.init(body: body, seat: seat)
        }

        package var description: String { "\(body)/\(seat)" }

        package static func < (left: Self, right: Self) -> Bool {
            (left.body, left.seat) < (right.body, right.seat)
        }
    }

    /// Where the seat is.
    package var reference: Reference { Reference(body: facts.body, seat: facts.id) }
}

extension Seat.Tenure {
    /// The seat that is held.
    package var reference: Seat.Reference { Seat.Reference(body: body, seat: seat) }
}
