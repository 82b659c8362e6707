import HashTreeCollections

/// The cooperation as the public may see it: the one gate that every page, file, feed and export passes.
///
/// Shown is what was public on the day that is asked about *and* is public now. So a withdrawal or a secrecy mark works
/// backwards in time: an old date in the address is no way around it. What isn't to be seen until a later day is hidden in the same
/// way until then, whatever day is asked about.
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

    /// Where the proposal that counts stands in each round.
    ///
    /// Told by the whole truth too: that a member is withdrawn from the public doesn't make the rule ask for one less.
    package let roundStandings: [Edition.ID: Proposal.Standing]

    /// How many acts were known when the view was of.
    package let position: Int64

    /// Every act that is counted; what is shown of it passes `acts(about:)` and `acts(where:)`.
    private let known: Timeline

    /// Which acts may be shown, on any day; nil when all may.
    private let gate: Gate?

    /// The latest agreement that was known: it names the cooperation also on days before there was one.
    package let latestSettings: Settings?

    /// What the public may see of the cooperation as it was on a day.
    ///
    /// - Parameters:
    ///   - then: the cooperation as of the day that is asked about.
    ///   - known: every act that is counted, also those that happened after that day.
    ///   - now: the live value.
    ///   - day: the day that is asked about.
    ///   - today: the day it is.
    ///   - knownBy: the day whose knowledge is asked for; nil when all that is known counts.
    package init(of then: Cooperation, known: Timeline, now: Cooperation, on day: Day, today: Day, knownBy: Day? = nil) {
        var seen = then
        // What was to be shown on a day that nobody knew of yet was not shown.
        let lastKnown = min(today, knownBy ?? today)
        let hidden = then.hiddenSubjects(on: min(day, lastKnown)).union(now.hiddenSubjects(on: today))
        for subject in hidden {
            switch subject {
            case .municipality(let id): seen.members.municipalities[id] = nil
            case .edition(let id):
                seen.programme.editions[id] = nil
                // Its proposals hold the same text.
                seen.ratification.rounds[id] = nil
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
            case .newsItem(let id): seen.news.items[id] = nil
            case .draft(let id):
                // Its acts are never shown; what it says now is, from the day that everybody was invited.
                let isWithdrawn = now.withdrawnSubjects.contains(subject) || then.withdrawnSubjects.contains(subject)
                seen.drafting.drafts[id] = isWithdrawn ? nil : then.drafting[id]?.shownToPublic(on: min(day, lastKnown))
            case .meeting(let body, let id): seen.meetings.meetings[body]?[id] = nil
            case .serviceCard(let id): seen.comparisons.cards[id] = nil
            case .ownMeasure(let id): seen.comparisons.measures[id] = nil
            case .study(let id): seen.comparisons.studies[id] = nil
            case .themeDay(let id): seen.comparisons.themeDays[id] = nil
            }
        }
        cooperation = seen
        self.known = known
        gate = Gate(known, hiding: hidden, by: lastKnown)
        standings = Dictionary(
            then.programme.inOrder.map { ($0.text.id, then.programme.standing(of: $0, on: day)) },
            uniquingKeysWith: { first, _ in first }
        )
        roundStandings = then.roundStandings(on: day)
        hidesEditionInForce = then.programme.latestInForce(on: day).map { seen.programme.editions[$0.text.id] == nil } ?? false
        self.day = day
        position = Int64(known.count)
        latestSettings = known.live.settings
    }

    /// Everything as it is, withdrawn or not: only for pages that ask a permission first.
    package init(unguarded now: Cooperation, known: Timeline, on day: Day) {
        cooperation = now
        self.known = known
        gate = nil
        standings = Dictionary(
            now.programme.inOrder.map { ($0.text.id, now.programme.standing(of: $0, on: day)) },
            uniquingKeysWith: { first, _ in first }
        )
        roundStandings = now.roundStandings(on: day)
        hidesEditionInForce = false
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
        known.correction(of: position).flatMap { known[$0] }.flatMap { lets($0) ? $0 : nil }
    }

    /// An act as it counts now, with the day that it counts from; nil when it has been struck or may not be seen.
    package func counted(_ position: Position) -> Record? {
        guard let record = known[position], lets(record), !known.isStruck(position) else { return nil }
        return known.wording(of: position)
    }

    /// Whether an act had happened by the day that is asked about, and may be seen.
    private func shows(_ record: Record) -> Bool { record.happened.last <= day && lets(record) }

    private func lets(_ record: Record) -> Bool { gate?.lets(record) ?? true }
}

extension Cooperation {
    fileprivate func roundStandings(on day: Day) -> [Edition.ID: Proposal.Standing] {
        Dictionary(
            ratification.inOrder.compactMap { round in
                round.current.map { (round.edition, $0.standing(among: members, on: day)) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension Subject {
    fileprivate var depth: Int { text.utf8.count { $0 == UInt8(ascii: "/") } }
}
