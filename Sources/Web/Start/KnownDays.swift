import Cooperation
import Markup
import Publishing

extension Calendar {
    /// Every day that the record knows: conferences, decisions, programmes that come into force, and periods that end.
    ///
    /// What is only known to a month or a year is left out, since a calendar would have to lie about it.
    init(ofKnownDaysIn reading: Reading, _ address: PublicAddress) {
        let cooperation = reading.cooperation
        let acts = reading.words.acts
        var events = cooperation.conferences.all.compactMap { Event($0, reading, address) }
        for document in cooperation.documents.inOrder {
            // The day of an edition is told as its coming into force, and a day that the source puts less exactly is no day for a calendar.
            guard document.facts.edition == nil, document.facts.decidedInWords == nil else { continue }
            let subject = Subject.document(document.facts.id)
            events += Event(subject, "beslut", on: document.decided, acts.decided(document.facts.title), reading, address)
        }
        for edition in cooperation.programme.inOrder {
            let subject = Subject.edition(edition.text.id)
            if let inForce = edition.inForce {
                events += Event(subject, "i-kraft", on: inForce, acts.inForce(edition.text.title), reading, address)
            }
            if let end = edition.text.validity.to {
                events += Event(subject, "slut", on: end, acts.ended(edition.text.title), reading, address)
            }
        }
        for statement in cooperation.advocacy.statementsInOrder {
            let facts = statement.facts
            let sentence = acts.stated(facts.kind, facts.title)
            events += Event(.statement(facts.id), "yttrande", on: statement.made, sentence, reading, address)
        }
        self.init(name: reading.name, producer: "-//Samverka//Kalender//SV", events: events)
    }
}

extension Calendar.Event {
    /// Something that is known to have happened, or to end, on a day; none when the day isn't known.
    ///
    /// - Parameters:
    ///   - subject: what it is about.
    ///   - kind: tells it from other events about the same.
    ///   - period: when, as exactly as it is known.
    ///   - sentence: what is in the calendar.
    ///   - reading: what it is read from.
    ///   - address: where readers reach the site.
    fileprivate init?(
        _ subject: Subject,
        _ kind: String,
        on period: Period,
        _ sentence: String,
        _ reading: Reading,
        _ address: PublicAddress
    ) {
        guard period.precision == .day else { return nil }
        self.init(
            uid: "\(subject.text)/\(kind)@\(address.authority)",
            stamp: reading.view.acts(about: [subject]).first?.recorded ?? Instant(startOf: reading.day),
            time: .day(period.last),
            summary: sentence,
            address: address.whole(reading.address(of: subject).text),
            status: .confirmed
        )
    }
}

extension Array {
    /// Adds an element when there is one.
    fileprivate static func += (list: inout Self, element: Element?) {
        if let element { list.append(element) }
    }
}
