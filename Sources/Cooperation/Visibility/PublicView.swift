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

    /// Every act that is counted; what is shown of it passes `acts(about:)` and `acts(where:)`.
    private let known: Timeline

    /// What the public may not see, then or now.
    private let withdrawn: Set<Subject>

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
        let withdrawn = Set(then.withdrawn.keys).union(now.withdrawn.keys)
        for subject in withdrawn {
            switch subject {
            case .municipality(let id): seen.members.municipalities[id] = nil
            case .edition(let id): seen.programme.editions[id] = nil
            case .outerFrame(let id): seen.outerFrames.frames[id] = nil
            case .body(let id): seen.organisation.bodies[id] = nil
            case .peer(let id): seen.organisation.peers[id] = nil
            case .document(let id): seen.documents.withdraw(id, on: day)
            case .series(let id): seen.conferences.series[id] = nil
            case .conference(let series, let id): seen.conferences.series[series]?.conferences[id] = nil
            case .statement(let id): seen.advocacy.statements[id] = nil
            case .priority(let id): seen.advocacy.priorities[id] = nil
            case .priorityList(let id): seen.advocacy.lists[id] = nil
            case .plan(let id): seen.planning.plans[id] = nil
            }
        }
        cooperation = seen
        self.known = known
        self.withdrawn = withdrawn
        standings = Dictionary(
            then.programme.inOrder.map { ($0.text.id, then.programme.standing(of: $0, on: day)) },
            uniquingKeysWith: { first, _ in first }
        )
        hidesEditionInForce = then.programme.latestInForce.map { seen.programme.editions[$0.text.id] == nil } ?? false
        self.day = day
        position = Int64(known.count)
        latestSettings = known.live.settings
    }

    /// The acts about any of some subjects that may be seen, the latest recorded first.
    package func acts(about subjects: [Subject]) -> [Record] {
        var positions: Set<Position> = []
        for subject in subjects { known.positions(about: subject).forEach { positions.insert($0) } }
        return positions.sorted(by: >).compactMap { known[$0] }.filter { shows($0) }
    }

    /// The acts that may be seen and that the condition lets through, the latest recorded first.
    ///
    /// It looks through every act, which takes time in proportion to the journal.
    package func acts(where isWanted: (Set<Subject>) -> Bool) -> [Record] {
        var found: [Record] = []
        known.forEach { if isWanted(known.subjects(of: $0)), shows($0) { found.append($0) } }
        return found.reversed()
    }

    /// The one thing that an act is mainly about and that may be seen; nil when there is none.
    package func subject(of record: Record) -> Subject? {
        // What lies deepest says most: a conference rather than its series.
        known.subjects(of: record)
            .filter { cooperation.knows($0) }
            .min { (-$0.depth, $0.text) < (-$1.depth, $1.text) }
    }

    /// The act that corrected or struck an act, when one has and it may be seen.
    ///
    /// Also one that happened after the day that is asked about: what is known to be wrong isn't counted on any day.
    package func correction(of position: Position) -> Record? {
        known.correction(of: position).flatMap { known[$0] }.flatMap { isPublic($0) ? $0 : nil }
    }

    /// Whether an act had happened by the day that is asked about, and may be seen.
    private func shows(_ record: Record) -> Bool { record.happened.last <= day && isPublic(record) }

    /// Whether an act is about nothing that has been withdrawn.
    private func isPublic(_ record: Record) -> Bool { withdrawn.isDisjoint(with: known.subjects(of: record)) }
}

extension Subject {
    fileprivate var depth: Int { text.utf8.count { $0 == UInt8(ascii: "/") } }
}
