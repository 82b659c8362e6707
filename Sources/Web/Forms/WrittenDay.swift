import Cooperation

/// A day as somebody wrote it.
enum WrittenDay: Equatable {
    case day(Day)
    /// A year, a month and a number that the calendar doesn't have together.
    case none(year: Int, month: Int, number: Int)
    /// Something else than a day.
    case unreadable

    /// Reads a day in the ways that people write them: '2026-11-23', '20261123', '23 november 2026', '23 nov 2026', '23/11 2026', '23.11.2026',
    /// 'i dag', 'i går', 'i morgon', and the same in English.
    ///
    /// A day without its year is none: who reads it in January can't know which one was meant.
    ///
    /// - Parameters:
    ///   - text: what was written.
    ///   - today: what 'i dag' means; nil where it means nothing.
    init(_ text: String, today: Day?) {
        // Nothing that is a day is longer, and a long text needn't be gone through.
        guard text.utf8.count <= 80 else {
            self = .unreadable
            return
        }
        if let today, let day = Self.relative[Self.words(text).joined(separator: " ")] {
            self = .day(today.adding(days: day))
            return
        }
        guard let (year, month, number) = Self.parts(text)?.date else {
            self = .unreadable
            return
        }
        if let day = Day(year: year, month: month, day: number) {
            self = .day(day)
        } else if (1...12).contains(month), (1...9999).contains(year), (0...99).contains(number) {
            self = .none(year: year, month: month, number: number)
        } else {
            self = .unreadable
        }
    }

    private static let relative = [
        "i dag": 0, "idag": 0, "i går": -1, "igår": -1, "i morgon": 1, "imorgon": 1,
        "today": 0, "yesterday": -1, "tomorrow": 1,
    ]

    private static func words(_ text: String) -> [String] {
        text.lowercased().unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    }

    /// The parts of a written day, month or year: what they look like in a row, and their numbers.
    fileprivate struct Parts {
        /// `Y` for four figures, `D` for eight, `d` for one or two, `m` for a month by name, and what stands between.
        var shape = ""
        var numbers: [Int] = []

        var date: (year: Int, month: Int, number: Int)? {
            switch shape {
            case "D": (numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
            case "Y-d-d": (numbers[0], numbers[1], numbers[2])
            case "dmY", "d.mY", "dm.Y", "d/dY", "d/d-Y", "d/d/Y", "d.d.Y": (numbers[2], numbers[1], numbers[0])
            case "mdY": (numbers[2], numbers[0], numbers[1])
            default: nil
            }
        }
    }

    /// The parts of a text; nil when there is something in it that no day has.
    fileprivate static func parts(_ text: String) -> Parts? {
        var parts = Parts()
        for word in words(text) where word != "den" && word != "the" {
            var rest = word.unicodeScalars[...]
            while let first = rest.first {
                if isFigure(first) {
                    let figures = rest.prefix(while: isFigure)
                    guard let shape = [1: "d", 2: "d", 4: "Y", 8: "D"][figures.count], let number = Int(String(figures))
                    else { return nil }
                    parts.shape += shape
                    parts.numbers.append(number)
                    rest = rest.dropFirst(figures.count)
                } else if first.properties.isAlphabetic {
                    let name = rest.prefix { $0.properties.isAlphabetic }
                    guard let month = month(String(name)) else { return nil }
                    parts.shape += "m"
                    parts.numbers.append(month)
                    rest = rest.dropFirst(name.count)
                } else {
                    switch first {
                    // A hyphen, the hyphen that doesn't break, a dash and a minus: what programs make of a hyphen.
                    case "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2212}": parts.shape += "-"
                    case "/": parts.shape += "/"
                    case ".": parts.shape += "."
                    case ",": break
                    default: return nil
                    }
                    rest = rest.dropFirst()
                }
            }
        }
        return parts
    }

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The number of a month by its name or its first three letters or more.
    private static func month(_ name: String) -> Int? {
        guard name.unicodeScalars.count >= 3 else { return nil }
        for words in [Words.swedish, .english] {
            if let index = words.dates.months.firstIndex(where: { $0.lowercased().hasPrefix(name) }) { return index + 1 }
        }
        return nil
    }
}

extension WrittenDay {
    /// A time as somebody wrote it, as exactly as they knew it.
    enum OrLonger: Equatable {
        case period(Period)
        /// A year, a month and a number that the calendar doesn't have together.
        case none(year: Int, month: Int, number: Int)
        /// Something else than a day, a month or a year.
        case unreadable

        /// Reads a day in any of the ways that people write days, a month ('2018-10', 'oktober 2018') or a year ('2018').
        ///
        /// - Parameters:
        ///   - text: what was written.
        ///   - today: what 'i dag' means; nil where it means nothing.
        init(_ text: String, today: Day?) {
            switch WrittenDay(text, today: today) {
            case .day(let day): self = .period(.day(day))
            case .none(let year, let month, let number): self = .none(year: year, month: month, number: number)
            case .unreadable:
                guard text.utf8.count <= 80, let parts = WrittenDay.parts(text) else {
                    self = .unreadable
                    return
                }
                let period: Period? =
                    switch parts.shape {
                    case "Y": .year(parts.numbers[0])
                    case "Y-d": .month(parts.numbers[0], parts.numbers[1])
                    case "mY": .month(parts.numbers[1], parts.numbers[0])
                    default: nil
                    }
                self = period.map { .period($0) } ?? .unreadable
            }
        }
    }
}
