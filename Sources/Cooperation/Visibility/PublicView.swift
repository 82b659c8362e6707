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

    /// Where each edition stands.
    ///
    /// Told by the whole truth: that an edition is withdrawn from the public doesn't bring the one before it back
    /// into force.
    package let standings: [Edition.ID: Programme.Standing]

    /// Whether the edition that applies is one that the public may not see.
    package let hidesEditionInForce: Bool

    /// How many acts were known when the view was of.
    package let position: Int64

    /// The latest agreement that was known: it names the cooperation also on days before there was one.
    package let latestSettings: Settings?

    /// What the public may see of the cooperation as it was on a day.
    ///
    /// - Parameters:
    ///   - then: the cooperation as of the day that is asked about.
    ///   - known: every act that is counted, also those that happened after that day.
    ///   - now: the live value.
    ///   - day: the day that is asked about.
    package init(of then: Cooperation, known: Timeline, now: Cooperation, on day: Day) {
        var seen = then
        for subject in Set(then.withdrawn.keys).union(now.withdrawn.keys) {
            switch subject {
            case .municipality(let id): seen.members.municipalities[id] = nil
            case .edition(let id): seen.programme.editions[id] = nil
            case .outerFrame(let id): seen.outerFrames.frames[id] = nil
            }
        }
        cooperation = seen
        standings = Dictionary(
            then.programme.inOrder.map { ($0.text.id, then.programme.standing(of: $0, on: day)) },
            uniquingKeysWith: { first, _ in first }
        )
        hidesEditionInForce = then.programme.latestInForce.map { seen.programme.editions[$0.text.id] == nil } ?? false
        self.day = day
        position = Int64(known.count)
        latestSettings = known.live.settings
    }
}
