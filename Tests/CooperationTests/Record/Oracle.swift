@testable import Cooperation

/// The cooperation by the shortest way: resolve corrections, put what is left in order of day, and apply it from scratch.
///
/// Written without anything of the timeline's, and slow.
struct Oracle {
    /// An act in the place where it counts.
    struct Standing {
        var day: Day
        var position: Int64
        var act: Act
        var period: Period
    }

    private(set) var standing: [Standing] = []

    init(_ records: [Record]) {
        for record in records {
            guard case .record(let act) = record.act else {
                standing.append(
                    Standing(
                        day: record.happened.last,
                        position: record.position.number,
                        act: record.act,
                        period: record.happened
                    )
                )
                continue
            }
            // What is corrected is an earlier act that is itself no correction.
            let target = records.first { $0.position == act.target }
            guard let target, target.position < record.position else { continue }
            if case .record = target.act { continue }
            standing.removeAll { $0.position == target.position.number }
            if case .corrected(let correction) = act {
                standing.append(
                    Standing(
                        day: record.happened.last,
                        position: target.position.number,
                        act: correction.replacement,
                        period: record.happened
                    )
                )
            }
        }
        standing.sort { $0.day == $1.day ? $0.position < $1.position : $0.day < $1.day }
    }

    /// What it all comes to, or what it came to by the end of a day.
    func cooperation(asOf day: Day? = nil) -> Cooperation {
        var cooperation = Cooperation()
        for item in standing {
            if let day, item.day > day { continue }
            cooperation.apply(item.act, at: item.period, position: Position(item.position))
        }
        return cooperation
    }

    /// The acts that mean nothing where they stand, and why.
    var void: [Position: Refusal] {
        var cooperation = Cooperation()
        var void: [Position: Refusal] = [:]
        for item in standing {
            let position = Position(item.position)
            void[position] = cooperation.objection(to: item.act, at: item.period)
            cooperation.apply(item.act, at: item.period, position: position)
        }
        return void
    }

    /// The days on which anything happened.
    var days: [Day] { Set(standing.map(\.day)).sorted() }

    /// The same without an act, and without what corrects it.
    func without(_ position: Position) -> Oracle {
        var other = self
        other.standing.removeAll { $0.position == position.number }
        return other
    }
}
