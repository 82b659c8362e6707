import Cooperation
import Markup
import NIOCore
import Registry

extension Site {
    /// The form by which a whole calendar is entered: what it changes is shown before it is recorded.
    var calendarForms: [Route] {
        editing(
            [.recordMeeting],
            "/moten/{body}/kalender",
            bodyLimit: SentFile.bodyLimit(for: Self.mostCalendarBytes),
            needing: { asked, reading in
                let body = try reading.body(inAddress: asked["body"])
                guard body.facts.kind == .ratifyingBody, body.closing == nil else { throw reading.notThen }
                return Need(.recordMeeting, about: body.meetingsTarget)
            },
            form: { context in
                let words = context.words.meetings
                let body = try context.reading.body(inAddress: context.asked["body"])
                return EditForm(
                    title: words.calendarTitle(body.facts.name),
                    lead: words.calendarLead,
                    form: Form(fields(context.words), values: ["dagar": [String(Meeting.assumedPaperDays)]]),
                    submit: words.look,
                    above: [
                        .init(name: words.title, steps: ["moten"]),
                        .init(name: body.facts.name, steps: ["moten", body.facts.id.text]),
                    ],
                    place: .organisation,
                    isAbout: { act in
                        if case .meetings(.recorded(let facts)) = act { facts.body == body.facts.id } else { false }
                    },
                    preview: { form, context in try preview(&form, of: body, context) }
                )
            },
            save: { form, context in
                let words = context.words.meetings
                let body = try context.reading.body(inAddress: context.asked["body"])
                let requests = try Self.update(try Self.calendar(form, words).rows, form, body, context).requests
                return Edit(
                    // A meeting that has been was there on its day.
                    requests.map { .init($0, .day(min($0.day, context.today))) },
                    done: context.reading.address("moten", body.facts.id.text),
                    message: words.calendarDone(requests.count, context.words.number(requests.count)),
                    names: ["day": "rader", "papersDue": "rader", "place": "rader", "isCancelled": "rader"]
                )
            }
        )
    }

    private static let mostCalendarBytes = 500_000
    private static let mostCalendarLetters = 60_000

    private func fields(_ words: Words) -> [FormField] {
        let meetings = words.meetings
        return [
            FormField(
                "fil",
                meetings.file,
                .file(accepts: [".csv", ".ics", "text/csv", "text/calendar"], mostBytes: Self.mostCalendarBytes),
                help: meetings.fileHelp,
                isRequired: false
            ),
            FormField(
                "rader",
                meetings.rows,
                .text(rows: 10),
                help: meetings.rowsHelp(SentCalendar.tableHead),
                isRequired: false,
                most: Self.mostCalendarLetters
            ),
            FormField("dagar", meetings.paperDays, .number(0...90), help: meetings.paperDaysHelp),
            FormField("hela", meetings.isWhole, .check, help: meetings.isWholeHelp, isRequired: false),
        ]
    }

    /// The calendar that was sent, from the file when there is one, else from what was written.
    private static func calendar(_ form: Form, _ words: Words.Meetings) throws(Refusal) -> SentCalendar {
        let field = form.file("fil") == nil ? "rader" : "fil"
        do {
            if let file = form.file("fil") { return try SentCalendar(named: file.name, file.bytes) }
            guard let text = form.given("rader") else {
                throw Refusal("meetings.no-calendar", field: "rader", words.noCalendarSent)
            }
            // Somebody who writes rows by hand needn't write the head, which is the same each time.
            let hasHead = text.lowercased().hasPrefix("datum")
            return try SentCalendar(
                named: words.rows,
                Array((hasHead ? text : "\(SentCalendar.tableHead)\n\(padded(text))").utf8)
            )
        } catch let refusal as Refusal {
            throw refusal
        } catch let faults as SentCalendar.Faults {
            throw Refusal("meetings.calendar", field: field, faults.messages.prefix(8).joined(separator: " "))
        } catch {
            throw Refusal("meetings.calendar", field: field, words.noCalendarSent)
        }
    }

    /// Rows without a head, each with as many columns as the head has.
    private static func padded(_ text: String) -> String {
        let columns = SentCalendar.tableHead.utf8.count { $0 == UInt8(ascii: ";") }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let missing = columns - line.utf8.count { $0 == UInt8(ascii: ";") }
            return line.allSatisfy(\.isWhitespace) ? "" : line + String(repeating: ";", count: max(0, missing))
        }
        .joined(separator: "\n")
    }

    private static func update(
        _ rows: [CalendarUpdate.Row],
        _ form: Form,
        _ body: Body,
        _ context: EditContext
    ) throws(Refusal) -> CalendarUpdate {
        CalendarUpdate(
            rows,
            of: body.facts.id,
            among: context.cooperation.meetings.meetings(of: body.facts.id),
            paperDays: form.number("dagar") ?? Meeting.assumedPaperDays,
            isWhole: form.isChecked("hela"),
            on: context.today
        )
    }

    /// What was read and what it changes, with the rows in the form so that they can be put right and sent without the file.
    private func preview(_ form: inout Form, of body: Body, _ context: EditContext) throws(Refusal) -> FormPreview {
        let (words, texts) = (context.words, context.words.meetings)
        let calendar = try Self.calendar(form, texts)
        let update = try Self.update(calendar.rows, form, body, context)
        // What was left out of the file stands nowhere in the rows, and is told here alone.
        let passedOver = form.file("fil") == nil ? [] : calendar.passedOver
        form.fill("rader", [SentCalendar.table(calendar.rows)])
        let lines = update.changes.map { change in
            "\(change.kind.rawValue) \(change.request.id) \(change.request.day) \(change.request.papersDue?.iso ?? "")"
                + " \(change.request.place ?? "") \(change.request.isCancelled)"
        }
        let count = update.requests.count
        return FormPreview(
            submit: count == 0 ? texts.recordNothing : texts.record(count, words.number(count)),
            mark: Fingerprint(ByteBuffer(string: lines.joined(separator: "\n"))).text
        ) { html in
            html.section(.class("preview"), .labelled(by: "granskning")) {
                html.h2(texts.previewTitle, .id("granskning"), .tabIndex(-1), .autofocus)
                html.p(texts.previewLead(calendar.rows.count, words.number(calendar.rows.count)))
                html.p(Self.counts(update, words))
                if !update.changes.isEmpty {
                    html.scrollingTable(texts.previewTitle, words) {
                        html.thead {
                            html.tr {
                                for column in [texts.day, texts.stage, texts.papersDue, texts.change] {
                                    html.th(column, scope: .column)
                                }
                            }
                        }
                        html.tbody { for change in update.changes { Self.write(change, html, words) } }
                    }
                }
                if !passedOver.isEmpty {
                    html.h3(texts.passedOver)
                    html.p(texts.passedOverText)
                    html.ul(.content) {
                        for event in passedOver.prefix(100) { html.li(texts.lineOf(words.number(event.line), event.name)) }
                    }
                }
            }
        }
    }

    private static func write(_ change: CalendarUpdate.Change, _ html: HTML, _ words: Words) {
        let texts = words.meetings
        html.tr {
            html.th(words.date(change.request.day), scope: .row, .class("day-cell"))
            html.td(change.request.stage.map { words.name(of: $0) } ?? "")
            html.td(.class("day-cell")) { html.day(change.request.papersDue, words) }
            html.td(change.from.map { texts.movedFrom(words.date($0)) } ?? texts.name(of: change.kind))
        }
    }

    /// How many meetings each thing happens to, in a sentence.
    private static func counts(_ update: CalendarUpdate, _ words: Words) -> String {
        let parts = CalendarUpdate.Kind.allCases.compactMap { kind -> String? in
            let count = update.changes.count { $0.kind == kind }
            return count == 0 ? nil : "\(words.meetings.name(of: kind)): \(words.number(count))"
        }
        return parts.isEmpty ? words.meetings.recordNothing + "." : parts.joined(separator: ". ") + "."
    }
}

extension Words.Meetings {
    /// What becomes of a meeting, in words.
    fileprivate func name(of kind: CalendarUpdate.Kind) -> String {
        switch kind {
        case .added: added
        case .moved: moved
        case .changed: changed
        case .cancelled: isCalledOff
        case .restored: restored
        case .unchanged: unchanged
        case .notSent: notSent
        case .neverKnown: neverKnown
        }
    }
}
