/// Swedish public holidays, and the days on which the last day of a statutory period can't fall.
///
/// Holidays are those of lag (1989:253) om allmänna helgdagar, 1–2 §§, as it has stood since 2005, when the national day took the
/// place of Whit Monday. Earlier days are judged by the same text. How the last day of a period moves is lag (1930:173) om
/// beräkning av lagstadgad tid, 2 §.
extension Day {
    /// Easter Sunday; nil when the year is outside 1–9999.
    ///
    /// The law says the Sunday after the full moon on or next after 21 March. That moon is the church's, reckoned and not
    /// observed; the method is the one published anonymously in Nature in 1876, which needs no exceptions.
    package static func easter(_ year: Int) -> Day? {
        let golden = year % 19
        let (century, inCentury) = (year / 100, year % 100)
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
        let toSunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7
        let lateMoon = (golden + 11 * epact + 22 * toSunday) / 451
        let count = epact + toSunday - 7 * lateMoon + 114
        return Day(year: year, month: count / 31, day: count % 31 + 1)
    }

    /// Whether the day is an allmän helgdag: a Sunday, or one of the days that lag (1989:253) names.
    package var isPublicHoliday: Bool {
        if weekday == 7 { return true }
        let (year, month, day) = civil
        switch (month, day) {
        case (1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26): return true
        // Midsommardagen and alla helgons dag are the Saturdays within these days.
        case (6, 20...26), (10, 31), (11, 1...6): return weekday == 6
        // From Good Friday of the earliest Easter to Ascension Day of the latest.
        case (3...6, _): break
        default: return false
        }
        guard let easter = Day.easter(year) else { return false }
        // Långfredagen, annandag påsk and Kristi himmelsfärdsdag.
        return [-2, 1, 39].contains(number - easter.number)
    }

    /// Whether the last day of a statutory period may fall on the day: neither a Saturday, a public holiday, Midsummer Eve, Christmas
    /// Eve nor New Year's Eve (lag 1930:173, 2 §).
    package var isWorkingDayForDeadlines: Bool {
        if weekday >= 6 { return false }
        let (_, month, day) = civil
        switch (month, day) {
        case (12, 24), (12, 31): return false
        case (6, 19...25) where weekday == 5: return false
        default: return !isPublicHoliday
        }
    }

    /// The last day of a statutory period that would end on this day: the day itself, or the next weekday when it may not fall here.
    package func movedToWeekday() -> Day {
        var day = self
        while !day.isWorkingDayForDeadlines { day = day.adding(days: 1) }
        return day
    }

    /// The latest working day that isn't after this one: the last on which somebody is there to do what must be done by then.
    package func movedBackToWeekday() -> Day {
        var day = self
        while !day.isWorkingDayForDeadlines { day = day.adding(days: -1) }
        return day
    }
}
