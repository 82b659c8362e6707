/// What a calendar that has been sent changes among the meetings that are recorded of a body.
///
/// A calendar tells of days and no more, so whether a meeting has been moved must be concluded: when what was sent is the whole calendar,
/// one that is missing and one that is new, of the same kind and within three weeks of each other, are the same meeting moved.
package struct CalendarUpdate: Sendable {
    /// A meeting as it was sent.
    package struct Row: Hashable, Sendable {
        package var stage: DecisionStage?
        package var day: Day
        package var papersDue: Day?
        package var place: String?
        package var isCancelled: Bool

        /// A meeting on a day.
        package init(
            stage: DecisionStage?,
            day: Day,
            papersDue: Day? = nil,
            place: String? = nil,
            isCancelled: Bool = false
        ) {
            self.stage = stage
            self.day = day
            self.papersDue = papersDue
            self.place = place
            self.isCancelled = isCancelled
        }
    }

    /// What becomes of a meeting.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case added, moved, changed, cancelled, restored, unchanged
        /// It is recorded and wasn't sent; it is left as it is.
        case notSent = "not-sent"
        /// It was sent as cancelled and isn't recorded; there is nothing to do.
        case neverKnown = "never-known"
    }

    /// What becomes of one meeting.
    package struct Change: Sendable {
        package let kind: Kind
        /// The meeting as it will be.
        package let request: RecordMeeting
        /// The day it was set for, when it is moved.
        package let from: Day?
    }

    /// By day.
    package let changes: [Change]

    /// What is to be recorded, in order.
    package var requests: [RecordMeeting] {
        changes.filter { [.added, .moved, .changed, .cancelled, .restored].contains($0.kind) }.map(\.request)
    }

    /// The farthest that a meeting is taken to have been moved.
    package static let mostDaysMoved = 21

    /// What a calendar changes.
    ///
    /// - Parameters:
    ///   - rows: the meetings that were sent, in any order.
    ///   - body: whose they are.
    ///   - recorded: all meetings of the body.
    ///   - paperDays: how many days before a meeting papers are due, where that wasn't sent and isn't recorded.
    ///   - isWhole: whether what was sent is all there is between its first day and its last, so that what is missing isn't held.
    ///   - today: what has been is never cancelled for not being sent.
    package init(
        _ rows: [Row],
        of body: Body.ID,
        among recorded: [Meeting],
        paperDays: Int,
        isWhole: Bool,
        on today: Day
    ) {
        var reading = Update(body: body, recorded: recorded, paperDays: paperDays)
        let held = Set(rows.filter { !$0.isCancelled }.map(Occasion.init))
        // A calendar program leaves the cancelled event beside the new one that took its place.
        let rows = Set(rows).filter { !$0.isCancelled || !held.contains(Occasion($0)) }
            .sorted {
                ($0.day, $0.stage?.order ?? 0, $0.isCancelled ? 1 : 0) < ($1.day, $1.stage?.order ?? 0, $1.isCancelled ? 1 : 0)
            }
        var new = rows.filter { !reading.takeKnown($0) }
        let days = rows.map(\.day)
        let isCovered = { (day: Day) in days.first.map { $0 <= day } ?? false && days.last.map { day <= $0 } ?? false }
        let missing = reading.missing(rows, from: today)
        if isWhole {
            for meeting in missing {
                let near = new.indices.filter { index in
                    new[index].stage == meeting.facts.stage && !new[index].isCancelled
                        && meeting.facts.day.distance(to: new[index].day) <= Self.mostDaysMoved
                }
                let nearest = near.min {
                    meeting.facts.day.distance(to: new[$0].day) < meeting.facts.day.distance(to: new[$1].day)
                }
                // One at the edge of the calendar may have been moved into it, but isn't cancelled for lying outside.
                if let nearest {
                    reading.move(meeting, to: new.remove(at: nearest))
                } else if isCovered(meeting.facts.day) {
                    reading.cancel(meeting)
                }
            }
        } else {
            for meeting in missing where isCovered(meeting.facts.day) { reading.leave(meeting) }
        }
        for row in new { reading.add(row) }
        changes = reading.changes.sorted { ($0.request.day, $0.request.id) < ($1.request.day, $1.request.id) }
    }
}

extension Meeting {
    /// How many days before a meeting papers are taken to be due where nothing is known of it.
    package static let assumedPaperDays = 14

    /// An id for a meeting on a day: the day, with a figure after it when the body already has a meeting of that name.
    package static func id(on day: Day, unless isTaken: (ID) -> Bool) -> ID? { ID(naming: day.iso, unless: isTaken) }
}

/// A kind of meeting on a day.
private struct Occasion: Hashable {
    let stage: DecisionStage?
    let day: Day

    init(_ row: CalendarUpdate.Row) {
        stage = row.stage
        day = row.day
    }
}

/// The changes while they are being found.
private struct Update {
    let body: Body.ID
    let recorded: [Meeting]
    let paperDays: Int
    var changes: [CalendarUpdate.Change] = []
    private var matched: Set<Meeting.ID> = []
    private var taken: Set<Meeting.ID>

    init(body: Body.ID, recorded: [Meeting], paperDays: Int) {
        self.body = body
        self.recorded = recorded
        self.paperDays = paperDays
        taken = Set(recorded.map(\.facts.id))
    }

    /// Takes a row whose meeting is recorded on that day.
    mutating func takeKnown(_ row: CalendarUpdate.Row) -> Bool {
        let same = recorded.filter {
            $0.facts.stage == row.stage && $0.facts.day == row.day && !matched.contains($0.facts.id)
        }
        guard let meeting = same.first(where: \.isHeld) ?? same.first else { return false }
        matched.insert(meeting.facts.id)
        var request = RecordMeeting(of: meeting.facts)
        if let due = row.papersDue { request.papersDue = due }
        if request.papersDue == nil, !row.isCancelled { request.papersDue = row.day.adding(days: -paperDays) }
        if let place = row.place { request.place = place }
        request.isCancelled = row.isCancelled
        let isSame = request.papersDue == meeting.facts.papersDue && request.place == meeting.facts.place
        let kind: CalendarUpdate.Kind =
            switch (row.isCancelled, meeting.isHeld) {
            case (true, true): .cancelled
            case (false, false): .restored
            case (true, false): .unchanged
            case (false, true): isSame ? .unchanged : .changed
            }
        changes.append(.init(kind: kind, request: request, from: nil))
        return true
    }

    /// The meetings to come that are recorded and weren't sent, of the kinds that were.
    func missing(_ rows: [CalendarUpdate.Row], from today: Day) -> [Meeting] {
        let stages = Set(rows.map(\.stage))
        return recorded.filter {
            $0.isHeld && !matched.contains($0.facts.id) && stages.contains($0.facts.stage) && $0.decisions.isEmpty
                && $0.facts.day >= today
        }
    }

    mutating func move(_ meeting: Meeting, to row: CalendarUpdate.Row) {
        var request = RecordMeeting(of: meeting.facts)
        // Papers are due as long before the new day as before the old one, unless it was sent.
        let days = meeting.facts.papersDue.map { $0.distance(to: meeting.facts.day) } ?? paperDays
        request.day = row.day
        request.papersDue = row.papersDue ?? row.day.adding(days: -days)
        if let place = row.place { request.place = place }
        changes.append(.init(kind: .moved, request: request, from: meeting.facts.day))
    }

    mutating func cancel(_ meeting: Meeting) {
        var request = RecordMeeting(of: meeting.facts)
        request.isCancelled = true
        changes.append(.init(kind: .cancelled, request: request, from: nil))
    }

    mutating func leave(_ meeting: Meeting) {
        changes.append(.init(kind: .notSent, request: RecordMeeting(of: meeting.facts), from: nil))
    }

    mutating func add(_ row: CalendarUpdate.Row) {
        guard let id = Meeting.id(on: row.day, unless: { taken.contains($0) }) else { return }
        taken.insert(id)
        var request = RecordMeeting(
            of: body,
            id: id,
            stage: row.stage,
            day: row.day,
            papersDue: row.papersDue ?? row.day.adding(days: -paperDays)
        )
        request.place = row.place
        request.isCancelled = row.isCancelled
        changes.append(.init(kind: row.isCancelled ? .neverKnown : .added, request: request, from: nil))
    }
}

extension Day {
    /// How many days there are to another, whichever comes first.
    fileprivate func distance(to other: Day) -> Int { abs(Int(other.number) - Int(number)) }
}

extension DecisionStage {
    fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
