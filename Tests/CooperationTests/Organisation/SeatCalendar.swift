@testable import Cooperation

/// A seat painted on a calendar, day by day: what the rules must come to, without tenures and last days.
struct SeatCalendar {
    /// Somebody's time in the seat, told from others by its first day.
    struct Sitting: Hashable {
        var person: Person.ID
        var from: Int
    }

    let length: Int
    private(set) var exists: [Bool]
    private(set) var held: [Sitting?]
    private(set) var stoodIn: [Set<Sitting>]
    /// The days on which somebody's time begins, also when it is over by now.
    private var begins: [Bool]
    /// The first day of the time with such a seat that counts now.
    private var since: Int?
    /// Its last day, when one is set.
    private var last: Int?

    init(length: Int) {
        self.length = length
        exists = Array(repeating: false, count: length)
        held = Array(repeating: nil, count: length)
        stoodIn = Array(repeating: [], count: length)
        begins = Array(repeating: false, count: length)
    }

    /// Whether it was accepted, as for each of these.
    mutating func establish(_ today: Int) -> Bool {
        if since != nil, last == nil { return false }
        let start: Int
        if let last, today <= last + 1 {
            start = last + 1
        } else {
            start = today
            since = today
        }
        last = nil
        for day in start..<length { exists[day] = true }
        return true
    }

    mutating func take(_ person: Person.ID, from: Int, until: Int?) -> Bool {
        guard accepts(from) else { return false }
        var day = from
        repeat {
            held[day] = day <= until ?? length && day <= last ?? length ? Sitting(person: person, from: from) : nil
            day += 1
        } while day < length && !begins[day]
        begins[from] = true
        return true
    }

    mutating func leave(_ last: Int) -> Bool {
        guard held[last] != nil else { return false }
        var day = last + 1
        while day < length, !begins[day] {
            held[day] = nil
            day += 1
        }
        return true
    }

    mutating func appoint(_ person: Person.ID, from: Int, until: Int) -> Bool {
        guard accepts(from) else { return false }
        let sitting = Sitting(person: person, from: from)
        for day in 0..<length {
            stoodIn[day].remove(sitting)
            if from <= day, day <= until, day <= last ?? length { stoodIn[day].insert(sitting) }
        }
        return true
    }

    mutating func close(_ last: Int) -> Bool {
        guard let since, last >= since - 1, last < self.last ?? length else { return false }
        self.last = last
        for day in last + 1..<length {
            exists[day] = false
            held[day] = nil
            stoodIn[day] = []
            begins[day] = false
        }
        return true
    }

    /// The first day of the vacancy that a day falls in.
    func vacant(_ day: Int) -> Int? {
        guard exists[day], held[day] == nil else { return nil }
        var first = day
        while first > 0, exists[first - 1], held[first - 1] == nil { first -= 1 }
        return first
    }

    /// The last day of a time that began on a day; nil when it goes on to the end of the calendar.
    func lastDay(ofTimeFrom begin: Int) -> Int? {
        let last = held.lastIndex { $0?.from == begin }
        return last == length - 1 ? nil : last
    }

    private func accepts(_ from: Int) -> Bool {
        guard let since, from >= since else { return false }
        return from <= last ?? length
    }
}
