import Cooperation
import HTTPTypes
import Publishing

extension Site {
    /// The meetings, their decisions and the register of these.
    var meetingsRoutes: [Route] { meetingPages + decisionPages + meetingForms + calendarForms + decisionForms }

    private var meetingPages: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/moten", reads: reads, formats: [.page, .json, .csv, .ics], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = MeetingsPage(reading)
                let shell = Shell(
                    title: reading.words.meetings.title,
                    description: page.lead(reading),
                    steps: ["moten"],
                    place: .organisation,
                    formats: [.json, .csv, .ics]
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.all.table(reading.words) },
                    calendar: { Calendar(of: page.all, named: shell.title, reading, address) },
                    content: { page.write($0, reading) }
                )
            },
            Route(.get, "/moten/{body}", reads: reads, formats: [.page, .json, .csv, .ics], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let body = try reading.body(inAddress: asked["body"])
                let page = BodyMeetingsPage(body, reading)
                let shell = Shell(
                    title: reading.words.meetings.bodyTitle(body.facts.name),
                    description: page.lead(reading.words),
                    steps: ["moten", body.facts.id.text],
                    place: .organisation,
                    above: [.init(name: reading.words.meetings.title, steps: ["moten"])],
                    formats: [.json, .csv, .ics]
                )
                let all = reading.meetings(of: body.facts.id)
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { all.table(reading.words) },
                    calendar: { Calendar(of: all, named: shell.title, reading, address) },
                    content: { page.write($0, reading, target: body.meetingsTarget) }
                )
            },
            Route(.get, "/moten/{body}/{meeting}", reads: reads, formats: [.page, .json, .ics, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let (body, meeting) = try meeting(asked, reading)
                guard let page = MeetingPage(meeting, reading) else { throw reading.notThen }
                let subject = Subject.meeting(body.facts.id, meeting.facts.id)
                let history = reading.history(of: subject)
                let shell = Shell(
                    title: page.title,
                    description: page.lead(reading.words),
                    steps: page.meeting.steps,
                    place: .organisation,
                    above: aboveMeeting(body, reading),
                    formats: history.isEmpty ? [.json, .ics] : [.json, .ics, .atom],
                    subject: subject
                )
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    calendar: { Calendar(of: [page.meeting], named: page.title, reading, address) },
                    history: { history },
                    content: { page.write($0, reading, target: body.meetingsTarget, history: history) }
                )
            },
        ]
    }

    private var decisionPages: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/beslut", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = DecisionsPage(reading)
                let shell = Shell(
                    title: reading.words.meetings.decisions,
                    description: page.lead(reading),
                    steps: ["beslut"],
                    place: .organisation,
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/beslut/{body}/{meeting}/{paragraph}", reads: reads, formats: [.page, .json], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let (_, meeting) = try meeting(asked, reading)
                let decision = try decision(asked, of: meeting, reading)
                guard let page = DecisionPage(decision, of: meeting, reading) else { throw reading.notThen }
                let shell = Shell(
                    title: page.title(reading.words),
                    description: page.lead(reading.words),
                    steps: page.steps,
                    place: .organisation,
                    above: [.init(name: reading.words.meetings.decisions, steps: ["beslut"])],
                    formats: [.json],
                    subject: .meeting(meeting.facts.body, meeting.facts.id)
                )
                return try answer(asked, page, in: shell, reading) { page.write($0, reading) }
            },
        ]
    }

    // MARK: What they share

    /// The meeting of an address, with its body.
    func meeting(_ asked: Asked, _ reading: Reading) throws(Fault) -> (body: Body, meeting: Meeting) {
        let body = try reading.body(inAddress: asked["body"])
        guard let id = Meeting.ID(asked["meeting"]), let meeting = reading.cooperation.meetings[body.facts.id, id] else {
            throw reading.notThen
        }
        return (body, meeting)
    }

    /// The decision of an address, of a meeting.
    func decision(_ asked: Asked, of meeting: Meeting, _ reading: Reading) throws(Fault) -> Meeting.Decision {
        guard let paragraph = Int(asked["paragraph"]), String(paragraph) == asked["paragraph"],
            let decision = meeting.decision(paragraph)
        else { throw reading.notThen }
        return decision.fact
    }

    /// The pages above a meeting's.
    func aboveMeeting(_ body: Body, _ reading: Reading) -> [Shell.Step] {
        [
            .init(name: reading.words.meetings.title, steps: ["moten"]),
            .init(name: body.facts.name, steps: ["moten", body.facts.id.text]),
        ]
    }
}
