package import Cooperation

/// What is to be sent out of the installation, as a cursor over the journal.
///
/// Whoever sends asks for what comes after the last act it has told about, sends it, and remembers the new cursor. So nothing is sent twice
/// by a restart, and nothing is lost: what is to be sent is told by the journal.
package struct Outbox: Sendable {
    /// Some messages, and how far the journal has been looked through for them.
    package struct Batch: Sendable {
        package let messages: [TrackNotice.Message]
        /// What to ask after the next time.
        package let cursor: Position
    }

    private let timeline: Timeline
    /// Whether anything may be sent from here; a training copy sends nothing.
    package let maySend: Bool

    /// The outbox of a snapshot.
    package init(_ snapshot: Snapshot) {
        timeline = snapshot.timeline
        maySend = !snapshot.isTraining
    }

    /// The messages after an act, the earliest first, to be looked at; sent or not.
    package func messages(after position: Position, limit: Int? = nil) -> [TrackNotice.Message] {
        timeline.trackMessages(after: position, limit: limit)
    }

    /// The messages about what was recorded from a day on, the earliest first.
    package func messages(recordedFrom day: Day) -> [TrackNotice.Message] {
        timeline.trackMessages(after: Position(0), recordedFrom: day)
    }

    /// What is to be sent after an act; a training copy has nothing, and the cursor goes on past what was done there.
    ///
    /// - Parameters:
    ///   - position: the last act that has been told about.
    ///   - limit: the most messages, at least one.
    /// - Returns: the messages and the next cursor.
    package func toSend(after position: Position, limit: Int) -> Batch {
        let end = max(position, Position(Int64(timeline.count)))
        guard maySend else { return Batch(messages: [], cursor: end) }
        let messages = timeline.trackMessages(after: position, limit: max(1, limit))
        return Batch(messages: messages, cursor: messages.count < max(1, limit) ? end : messages.last?.position ?? end)
    }
}
