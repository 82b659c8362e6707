import Cooperation
import Markup

/// Something that waits for somebody: what, where, by when, and one click there.
///
/// A capability says what waits by a `WorkSource`; the workspace knows nothing else of it.
struct WorkItem: Encodable, Sendable {
    /// A stable name of what kind it is: `vacancy`.
    var kind: String
    /// The day it should be done by; nil when there is none.
    var due: Day?
    var what: String
    /// What it is about, in words.
    var place: String?
    /// Where it is done.
    var steps: [String]
    var query: [(name: String, value: String)] = []
    /// What the button says: a verb.
    var action: String
    /// The draft that it is about, which can be thrown away.
    var draft: String?

    private enum CodingKeys: String, CodingKey { case kind, due, what, place, steps, action }

    /// Whether it should have been done already.
    func isLate(on today: Day) -> Bool { due.map { $0 < today } ?? false }
}

/// What waits for somebody in a capacity, as one capability sees it.
typealias WorkSource = @Sendable (_ reading: Reading, _ capacity: Capacity) -> [WorkItem]

extension WorkItem {
    /// What is late first, then what is due soonest, then the rest by name.
    static func inOrder(_ items: [WorkItem]) -> [WorkItem] {
        items.sorted { left, right in
            switch (left.due, right.due) {
            case (let first?, let second?) where first != second: first < second
            case (.some, nil): true
            case (nil, .some): false
            default: left.what.inSwedishOrderBefore(right.what)
            }
        }
    }
}

extension String {
    /// Whether the text comes before another in Swedish alphabetical order.
    fileprivate func inSwedishOrderBefore(_ other: String) -> Bool {
        [self, other].inSwedishOrder(by: \.self).first == self && self != other
    }
}
