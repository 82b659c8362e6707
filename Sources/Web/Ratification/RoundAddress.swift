import Cooperation

/// A municipality's track of a proposal, as an address names it.
struct AddressedTrack: Sendable {
    let place: RatificationAct.Place
    let round: Round
    let proposal: Proposal
    let municipality: Municipality
    let track: Track

    /// Whether another proposal has taken the place of the one that the track is of.
    var isReplaced: Bool { round.current?.facts.number != place.number }
}

/// What the pages about a round are about, looked up in one way for all of them.
///
/// The values of their addresses are called `edition`, `number` and `municipality`. An address without a number is about the proposal that
/// counts, whichever that is when it is asked for.
extension Reading {
    /// The round that an address names.
    func round(at asked: Asked) throws(Fault) -> Round {
        guard let id = Edition.ID(asked["edition"]), let round = cooperation.ratification[id] else { throw notThen }
        return round
    }

    /// The proposal that an address names by its number, or the one that counts.
    func proposal(at asked: Asked) throws(Fault) -> Proposal {
        let round = try round(at: asked)
        guard let written = asked.values["number"] else {
            guard let current = round.current else { throw notThen }
            return current
        }
        guard let number = Int(written), String(number) == written, let proposal = round.proposal(number) else { throw notThen }
        return proposal
    }

    /// The track that an address names; nothing before the proposal has been sent there.
    func track(at asked: Asked) throws(Fault) -> AddressedTrack {
        let proposal = try proposal(at: asked)
        guard let municipality = municipality(asked["municipality"]), let track = proposal[municipality.facts.id] else {
            throw notThen
        }
        return AddressedTrack(
            place: .init(proposal.facts.edition, proposal.facts.number, municipality.facts.id),
            round: try round(at: asked),
            proposal: proposal,
            municipality: municipality,
            track: track
        )
    }

    /// The municipality with that id; nil when there is none that may be seen.
    func municipality(_ id: String) -> Municipality? { Municipality.ID(id).flatMap { cooperation.members[$0] } }

    /// The steps of a track's address: with the proposal's number where another proposal counts.
    func steps(of place: RatificationAct.Place) -> [String] {
        let isCurrent = cooperation.ratification[place.edition]?.current?.facts.number == place.number
        return ["ratificering", place.edition.text] + (isCurrent ? [] : ["\(place.number)"]) + [place.municipality.text]
    }

    /// The pages above those of a round.
    func above(roundOf edition: Edition.ID) -> [Shell.Step] {
        // Before anything is locked or planned there is no board, but the draft that the round will be about.
        let hasBoard = cooperation.ratification[edition] != nil || cooperation.drafting[edition] == nil
        return [
            .init(name: words.ratification.title, steps: ["ratificering"]),
            .init(
                name: titleOfRound(edition),
                steps: hasBoard ? ["ratificering", edition.text] : ["program", edition.text, "utkast"]
            ),
        ]
    }

    /// The pages above those of a track.
    func above(_ place: RatificationAct.Place) -> [Shell.Step] {
        above(roundOf: place.edition)
            + [.init(name: words.round.trackOf(name(of: .municipality(place.municipality))), steps: steps(of: place))]
    }
}
