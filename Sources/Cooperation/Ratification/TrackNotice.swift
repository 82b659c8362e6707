import HashTreeCollections

/// What those who keep the tracks are told when something happens on one of them.
///
/// Nothing is stored: a message is told by the act that it is about, so whoever sends them needs only remember how far it has come.
package enum TrackNotice {
    /// A file that goes with a message.
    package struct Paper: Hashable, Sendable {
        /// The track that it lies on.
        package let place: RatificationAct.Place
        package let attachment: Document.Attachment
    }

    /// What happened, and who is told.
    package struct Message: Hashable, Sendable {
        /// Of the act in the journal.
        package let position: Position
        package let recorded: Instant
        package let happened: Period
        /// The seats that it goes to, whoever holds them.
        package let recipients: [Seat.Reference]
        /// What was done, as it was recorded: what has been sent isn't unsent by a correction, which is a message of its own.
        package let act: Act
        package let edition: Edition.ID
        /// The track that it is about; nil for what is about the whole round.
        package let place: RatificationAct.Place?
        /// The extract that belongs to it; nil when there is none.
        package let paper: Paper?
    }
}

extension Timeline {
    /// What has happened in the rounds of decisions after an act, the earliest first.
    ///
    /// It looks only at acts about editions that have rounds, and that were drafts here.
    ///
    /// - Parameters:
    ///   - position: the last act that has been told; 0 for none.
    ///   - limit: the most messages; nil for all.
    ///   - day: leaves out what was recorded before that day; nil for nothing.
    /// - Returns: the messages, each to every registrar and to the chair of the committee on the day it was recorded.
    package func trackMessages(after position: Position, limit: Int? = nil, recordedFrom day: Day? = nil)
        -> [TrackNotice.Message]
    {
        // What history has seen is news to nobody, and what is withdrawn isn't told.
        let rounds = live.ratification.inOrder.filter { $0.current?.facts.version != nil }.map(\.edition)
            .filter { live.reasonForWithdrawal(of: .edition($0)) == nil }
        var found: Set<Position> = []
        for edition in rounds {
            positions(about: .edition(edition)).forEach { if $0 > position { found.insert($0) } }
        }
        let records = found.sorted().lazy.compactMap { self[$0] }.filter { record in
            day.map { record.recorded.swedishDay >= $0 } ?? true
        }
        let messages = records.compactMap { message(about: $0) }
        return limit.map { Array(messages.prefix($0)) } ?? Array(messages)
    }

    private func message(about record: Record) -> TrackNotice.Message? {
        guard let (edition, place) = reach(of: record.act) else { return nil }
        return TrackNotice.Message(
            position: record.position,
            recorded: record.recorded,
            happened: record.happened,
            recipients: live.organisation.recipientsOfTrackNotices(on: record.recorded.swedishDay),
            act: record.act,
            edition: edition,
            place: place,
            paper: place.flatMap { paper(of: record, at: $0) }
        )
    }

    /// The round and the track that an act belongs to; nil when it is about neither.
    private func reach(of act: Act) -> (edition: Edition.ID, place: RatificationAct.Place?)? {
        switch act {
        // A schedule is a plan of the secretariat's own, and nothing that has happened on a track.
        case .ratification(.scheduled): nil
        case .ratification(let act): (act.edition, act.place)
        case .notice(.crossed(let notice)):
            switch notice.crossing {
            case .editionInForce(let edition, _): (edition, nil)
            case .legalForce(let place, _): (place.edition, place)
            default: nil
            }
        case .record(let act): self[act.target].flatMap { reach(of: $0.act) }
        default: nil
        }
    }

    /// The act's own file, or the latest extract that lay on the track when it was recorded.
    private func paper(of record: Record, at place: RatificationAct.Place) -> TrackNotice.Paper? {
        if let own = record.act.attachment { return TrackNotice.Paper(place: place, attachment: own) }
        var latest: Document.Attachment?
        positions(about: .edition(place.edition)).forEach { position in
            guard position < record.position, !isStruck(position), let act = wording(of: position)?.act,
                case .ratification(let ratification) = act, ratification.place == place
            else { return }
            switch ratification {
            // A new decision has an extract of its own.
            case .decided(let decided): latest = decided.decision.extract
            case .extracted(let extract): latest = extract.attachment
            default: break
            }
        }
        return latest.map { TrackNotice.Paper(place: place, attachment: $0) }
    }
}

extension Act {
    /// The municipality's track that the act is about; nil for all else, also for what is about a whole round.
    package var trackPlace: RatificationAct.Place? { if case .ratification(let act) = self { act.place } else { nil } }
}

extension Organisation {
    /// The seats that are told what happens on the tracks: every registrar's, and the chair's of the committee.
    fileprivate func recipientsOfTrackNotices(on day: Day) -> [Seat.Reference] {
        bodies.values
            .flatMap { body in
                body.seats(on: day).filter { seat in
                    switch body.role(of: seat, on: day) {
                    case .registrar: true
                    case .chair: body.facts.kind == .committee
                    default: false
                    }
                }
            }
            .map(\.reference)
            .sorted()
    }
}
