import Cooperation

extension Words {
    /// A day in words: '23 november 2026'.
    func date(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return dates.day(number, dates.months[month - 1], year)
    }

    /// A period as exactly as it is known: '2007', 'oktober 2018', '12 juni 2018'.
    func period(_ period: Period) -> String {
        let (year, month, _) = period.last.civil
        return switch period.precision {
        case .day: date(period.last)
        case .month: dates.month(dates.months[month - 1], year)
        case .year: "\(year)"
        }
    }

    /// From when to when: '2019–2022', 'från 2007'.
    func span(from: Period, to: Period?) -> String {
        guard let to else { return dates.from(period(from)) }
        return from == to ? period(from) : "\(period(from))–\(period(to))"
    }

    /// A whole number with its thousands apart: '113 920'.
    func number(_ number: Int) -> String {
        let figures = Array(String(number.magnitude).utf8)
        var text = number < 0 ? "−" : ""
        for (index, figure) in figures.enumerated() {
            if index > 0, (figures.count - index) % 3 == 0 { text += dates.thousands }
            text.unicodeScalars.append(Unicode.Scalar(figure))
        }
        return text
    }

    /// A number given in hundredths, with a fixed number of decimals: '457,85'.
    func decimal(hundredths: Int, decimals: Int) -> String {
        let rounded = decimals >= 2 ? hundredths : Int((Double(hundredths) / 10).rounded())
        let scale = decimals >= 2 ? 100 : 10
        let fraction = String(rounded.magnitude % UInt(scale))
        let padding = String(repeating: "0", count: max(0, (decimals >= 2 ? 2 : 1) - fraction.utf8.count))
        return number(rounded / scale) + dates.decimal + padding + fraction
    }

    /// A count in words as far as twelve, then in figures: 'åtta', '14'.
    func count(_ count: Int) -> String {
        dates.cardinals.indices.contains(count) ? dates.cardinals[count] : number(count)
    }

    /// A count that begins a sentence: 'Åtta'.
    func countFirst(_ count: Int) -> String {
        let word = self.count(count)
        return word.prefix(1).uppercased() + word.dropFirst()
    }

    /// Names in a row: 'Salem, Tyresö och Nacka'.
    func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " \(frame.and) " + last
    }
}
