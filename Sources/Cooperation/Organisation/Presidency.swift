/// Which municipality chairs, and when the choice is to be made again.
///
/// The committee elects its chair and vice chair within itself every year, and the management group its chair
/// (sodertornskommunerna.se, Organisation, 2018 and 2020). No source gives the month; what is known of meetings points to January,
/// February or December. So a choice is taken to hold for a year from the first day that it is of, whatever month that is: counted by the
/// calendar year, one made in December for the year to come would be overdue three weeks later, and one made in February would be so each
/// January.
extension Body {
    /// Whether chairs are chosen anew every year.
    private var choosesEveryYear: Bool {
        switch facts.kind {
        case .committee, .managementGroup: true
        case .secretariat, .ratifyingBody, .network: false
        }
    }

    /// The last presidency that begins by a day; one known only as a year begins with the year.
    private func latestPresidency(on day: Day) -> Dated<Presidency>? {
        presidencies.filter { $0.period.first <= day }.reduce(nil) { latest, next in
            if let latest, next.period.first < latest.period.first { return latest }
            return next
        }
    }

    /// The presidency in force on a day; nil when nobody knows who chairs, or the body has ended its work.
    ///
    /// Whoever was chosen chairs until others are. But where chairs are chosen every year, one that is two years old was certainly
    /// followed by another that isn't recorded.
    package func presidency(on day: Day) -> Dated<Presidency>? {
        guard closing.map({ day < $0.period.last }) ?? true, let latest = latestPresidency(on: day) else { return nil }
        return choosesEveryYear && day >= latest.period.first.adding(years: 2) ? nil : latest
    }

    /// The day since which the yearly choice of chair is overdue: a year after the last one; nil when it isn't, when chairs aren't chosen
    /// every year here, when none was ever known, and when the body has ended its work.
    package func presidencyDue(on day: Day) -> Day? {
        guard choosesEveryYear, closing.map({ day < $0.period.last }) ?? true else { return nil }
        guard let due = latestPresidency(on: day)?.period.first.adding(years: 1) else { return nil }
        return due <= day ? due : nil
    }

    /// What a seat's holder is in the body on a day.
    ///
    /// Who chairs goes from municipality to municipality while the seats stay. So when a presidency is in force, it says who is chair and
    /// vice chair among those who sit for municipalities, and nobody else has the rights of either: the seat of the municipality that
    /// chairs, or of its several the one that is recorded as the chair's.
    package func role(of seat: Seat, on day: Day) -> Seat.Role {
        let sitting: Set<Seat.Role> = [.chair, .viceChair, .member]
        guard sitting.contains(seat.facts.role), let municipality = seat.facts.municipality, let presidency = presidency(on: day)
        else { return seat.facts.role }
        let role: Seat.Role
        if municipality == presidency.fact.chair {
            role = .chair
        } else if municipality == presidency.fact.viceChair {
            role = .viceChair
        } else {
            return .member
        }
        let own = seats(on: day).filter { $0.facts.municipality == municipality && sitting.contains($0.facts.role) }
        return own.count == 1 || seat.facts.role == role ? role : .member
    }
}

extension Day {
    /// The day with the same date that many years later; 28 February when that year has no 29th (lagen 1930:173 § 1).
    func adding(years: Int) -> Day {
        let (year, month, day) = civil
        return Day(year: year + years, month: month, day: min(day, Day.count(inMonth: month, of: year + years))) ?? self
    }
}
