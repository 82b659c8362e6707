import Cooperation
import Markup

/// Something that has happened in the cooperation, as the front page tells it.
struct LatestEvent: Encodable, Sendable {
    var happened: Period
    var sentence: String
    /// The path of the page that shows it.
    var page: String?
}

extension Reading {
    /// What has happened last, the latest first.
    ///
    /// Made of the value and not of the journal: what counts here is when it happened, not when it was recorded.
    func latestEvents(_ most: Int) -> [LatestEvent] {
        let acts = words.acts
        let conferences = cooperation.conferences.all.suffix(most).filter { $0.facts.date.first <= day }.map { conference in
            let facts = conference.facts
            let subject = Subject.conference(facts.series, facts.id)
            let sentence =
                switch facts.status {
                case .held: acts.held(name(of: subject))
                case .cancelled: acts.cancelled(name(of: subject))
                case .planned: acts.planned(name(of: subject))
                }
            return (facts.date, sentence, subject)
        }
        let statements = cooperation.advocacy.statementsInOrder.suffix(most).map { statement in
            (
                statement.made, acts.stated(statement.facts.kind, statement.facts.title),
                Subject.statement(statement.facts.id)
            )
        }
        let outcomes = cooperation.advocacy.prioritiesInOrder.flatMap { priority in
            priority.outcomes.map { outcome in
                (
                    outcome.period, acts.outcome(priority.facts.name, text(outcome.fact.text)),
                    Subject.priority(priority.facts.id)
                )
            }
        }
        // What is an edition of the programme is told as its coming into force.
        let documents = cooperation.documents.inOrder.filter { $0.facts.edition == nil }.suffix(most).map { document in
            (document.decided, acts.decided(document.facts.title), Subject.document(document.facts.id))
        }
        let editions = cooperation.programme.inOrder.compactMap { edition in
            // What is adopted may have a first day that lies ahead.
            edition.inForce.flatMap { $0.first <= day ? $0 : nil }.map {
                ($0, acts.inForce(edition.text.title), Subject.edition(edition.text.id))
            }
        }
        return (conferences + statements + outcomes + documents + editions)
            .sorted { ($0.0.last, $0.2.text) > ($1.0.last, $1.2.text) }
            .prefix(most)
            .map { LatestEvent(happened: $0.0, sentence: $0.1, page: address(of: $0.2).text) }
    }
}
