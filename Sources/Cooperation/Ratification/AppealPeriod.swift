/// How long a municipal decision can be appealed against by laglighetsprövning.
///
/// An appeal must have come in within three weeks from the day it was posted on the municipality's notice board that the minutes had
/// been adjusted (kommunallagen 13 kap. 5 §). A period of weeks ends on the weekday it began with, and moves past days that aren't
/// working days (lag 1930:173, 1–2 §§). The law also wants the notice to stay up all the time; whoever records the day answers for that.
package struct AppealPeriod: Hashable, Sendable {
    /// The day it was posted that the minutes had been adjusted.
    package let posted: Day

    /// The period that begins with a posting.
    package init(posted: Day) {
        self.posted = posted
    }

    /// The period as late as the law lets it be for a decision taken on a day.
    ///
    /// Minutes are adjusted within fourteen days (kommunallagen 5 kap. 69 §, 6 kap. 35 §), and that is posted at the latest on the
    /// second day after (8 kap. 12 §). Both are times for doing something, so they move past days off like any other.
    ///
    /// - Parameter decision: the day of the sitting.
    package init(latestFor decision: Day) {
        let adjusted = decision.adding(days: 14).movedToWeekday()
        self.init(posted: adjusted.adding(days: 2).movedToWeekday())
    }

    /// The last day on which an appeal can come in.
    package var lastDay: Day { posted.adding(days: 21).movedToWeekday() }

    /// The first day on which the decision has legal force, if nobody has appealed.
    package var presumedLegalForce: Day { lastDay.adding(days: 1) }
}
