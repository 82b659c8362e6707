import Charts
import Cooperation

extension Moment {
    /// A day, as drawings have it.
    static func on(_ day: Day) -> Moment {
        let (year, month, day) = day.civil
        return .day(year: year, month: month, day: day)
    }

    /// A period as exactly as it is known; a month stands at its middle.
    static func during(_ period: Period) -> Moment {
        switch period.precision {
        case .day: .on(period.last)
        case .month: .on(period.first.adding(days: 14))
        case .year: .year(period.last.year)
        }
    }
}
