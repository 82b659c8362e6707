import HashTreeCollections

/// The cooperation as the public may see it: the one gate that every page, file, feed and export passes.
///
/// Shown is what was public on the day that is asked about *and* is public now. So a withdrawal or a secrecy mark works
/// backwards in time: an old date in the address is no way around it.
package struct PublicView: Sendable {
    /// What may be seen; what may not is not in it.
    package let cooperation: Cooperation

    /// The day the view is of.
    package let day: Day

    /// What the public may see of the cooperation as it was on a day.
    ///
    /// - Parameters:
    ///   - then: the cooperation as of the day that is asked about.
    ///   - now: the live value.
    ///   - day: the day that is asked about.
    package init(of then: Cooperation, now: Cooperation, on day: Day) {
        var seen = then
        for subject in Set(then.withdrawn.keys).union(now.withdrawn.keys) {
            switch subject {
            case .municipality(let id): seen.members.municipalities[id] = nil
            case .edition(let id): seen.programme.editions[id] = nil
            case .outerFrame(let id): seen.outerFrames.frames[id] = nil
            }
        }
        cooperation = seen
        self.day = day
    }
}
