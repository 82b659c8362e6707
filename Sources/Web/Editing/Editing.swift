import Cooperation
import HTTPTypes
import Identity
import Journal
import Markup
import Registry

/// What an editing page is made of: somebody who may, and the record as it is now.
struct EditContext: Sendable {
    let asked: Asked
    let acting: Acting
    let reading: Reading
    /// The form's own id: what is made by it gets an id from it, so that the same form twice makes one thing.
    var formID = ""

    var words: Words { reading.words }
    var cooperation: Cooperation { reading.cooperation }
    var today: Day { reading.today }
    /// Whether the form is being opened, and nothing has been sent from it yet.
    var isOpening: Bool { asked.method == .get }
}

/// A form that changes something in the record.
struct EditForm: Sendable {
    var title: String
    var lead: String?
    var form: Form
    var submit: String
    /// Where the page hangs, and where somebody goes who changes nothing.
    var above: [Shell.Step]
    var place: Shell.Place?
    /// What the form changes: an act about any of these since the form was opened is a clash.
    ///
    /// Empty for what can't overwrite anything.
    var about: Set<Subject> = []
    /// The same, for what is no subject.
    var isAbout: (@Sendable (Act) -> Bool)?
    /// Whether what is written can be kept without being published.
    var takesDrafts = true
    /// What stands beside the form.
    var aside: (@Sendable (HTML) -> Void)?
    /// More that stands before it.
    var notice: String?
    /// What comes of a right form, to be looked at before it is done; nil where what is sent is done at once.
    ///
    /// It may fill in the form, as with what was read from a file, which can't be sent along.
    var preview: (@Sendable (inout Form, EditContext) throws -> FormPreview)?

    /// Where somebody goes who changes nothing.
    func back(_ reading: Reading) -> Address { reading.reachable(reading.address(steps: above.last?.steps ?? ["arbete"])) }
}

/// What comes of a form, shown above it before it is done.
struct FormPreview: Sendable {
    /// The button that does it.
    var submit: String
    /// What comes of it in short; when it has become something else, it is shown anew instead of done.
    var mark: String
    /// The content.
    var write: @Sendable (HTML) -> Void
}

/// What a right form asks of the registrar.
struct Edit: Sendable {
    /// What is to be recorded, all of it or nothing; nothing when nothing was changed.
    var requests: [Registrar.Dated]
    /// The page where it can be seen.
    var done: Address
    /// Whether to go to the page of what was recorded instead: a new thing's, whose name is known first when it has got one.
    var leadsToRecorded = false
    /// What is said there; nil for the usual words.
    var message: String?
    /// The form's names of the requests' fields, where they differ.
    var names: [String: String] = [:]
    /// What the vault is to keep, if the requests are right.
    var people: [Keeping] = []

    /// What is to be known of a person, and what was known when the form was filled.
    struct Keeping: Sendable {
        var person: Person
        var earlier: Person?
    }

    init(
        _ requests: [Registrar.Dated],
        keeping people: [Keeping] = [],
        done: Address,
        message: String? = nil,
        names: [String: String] = [:]
    ) {
        self.requests = requests
        self.people = people
        self.done = done
        self.message = message
        self.names = names
    }

    /// One request.
    init(
        _ request: some Request,
        happened: Day,
        done: Address,
        message: String? = nil,
        names: [String: String] = [:]
    ) {
        self.init([.init(request, .day(happened))], done: done, message: message, names: names)
    }
}

extension Site {
    /// The two routes of an editing page: the form, and what is sent from it.
    ///
    /// What was written stays whatever goes wrong. The same form twice is done once. What somebody else has changed since the form was
    /// opened is merged field by field, and asked about where both changed the same.
    ///
    /// - Parameters:
    ///   - permissions: every permission the page may need.
    ///   - pattern: the form's address.
    ///   - reads: what the page reads of its query.
    ///   - bodyLimit: the largest form, in bytes; more where files are sent.
    ///   - need: which permission it needs, and about what; `Fault.notFound` when there is no such thing.
    ///   - make: the form, filled with what is recorded now.
    ///   - save: what a right form asks for; it may also refuse, by throwing a `Refusal`.
    /// - Returns: the route that shows the form, and the one that takes it.
    func editing(
        _ permissions: [Permission],
        _ pattern: Pattern,
        reads: [String] = [],
        bodyLimit: Int = 131_072,
        needing need: @escaping @Sendable (Asked, Reading) throws -> Need,
        form make: @escaping @Sendable (EditContext) throws -> EditForm,
        save: @escaping @Sendable (Form, EditContext) async throws -> Edit
    ) -> [Route] {
        let needed: @Sendable (Asked) throws -> Need = { asked in try need(asked, readings.whole(for: asked, isShown: false)) }
        return [
            Route.may(permissions, .get, pattern, reads: reads + [Onward.draft], needing: needed) { asked, acting in
                let context = EditContext(asked: asked, acting: acting, reading: readings.whole(for: asked))
                var page = try make(context)
                var draft: String?
                if let id = asked.query[Onward.draft] {
                    if let sent = await readings.registrar.draft(id, at: asked.path, for: acting.who.person.id).flatMap({
                        Query(form: $0)
                    }) {
                        page.form.read(sent, in: context.words, on: context.today)
                        page.notice = context.words.editing.draftRestored
                        if page.form.hasFiles { page.notice? += " " + context.words.forms.chooseFileAgain }
                        draft = id
                    } else {
                        page.notice = context.words.editing.draftGone
                    }
                }
                return show(page, context, ticket(asked), draft: draft)
            },
            Route.may(permissions, .post, pattern, reads: reads, bodyLimit: bodyLimit, needing: needed) { asked, acting in
                try await take(asked, acting, form: make, save: save)
            },
        ]
    }

    private func take(
        _ asked: Asked,
        _ acting: Acting,
        form make: @Sendable (EditContext) throws -> EditForm,
        save: @Sendable (Form, EditContext) async throws -> Edit
    ) async throws -> Answer {
        let (sent, ticket) = try checkedTicket(asked)
        guard sent[Self.draftButton] == nil else { return try await decide(asked, acting, sent, ticket, form: make, save: save) }
        // Sent twice, it is done once, and both lead to where it can be seen; also when it has changed what the form itself rests on.
        if let done = await answered(ticket, asked, acting) { return done }
        do {
            let answer = try await decide(asked, acting, sent, ticket, form: make, save: save)
            if answer.status == .seeOther { return answer }
            return await answered(ticket, asked, acting) ?? answer
        } catch let fault as Fault {
            if let done = await answered(ticket, asked, acting) { return done }
            throw fault
        }
    }

    /// Where a form leads that has been answered before; nil for one that hasn't.
    private func answered(_ ticket: FormTicket, _ asked: Asked, _ acting: Acting) async -> Answer? {
        guard let form = Hex.bytes(ticket.id), let positions = await readings.registrar.answered(form: form) else { return nil }
        if let done = flashes.done(ticket.id) {
            flashes.put(done.message, for: acting.who.session.id)
            return .seeOther(done.address)
        }
        let reading = readings.whole(for: asked)
        flashes.put(reading.words.editing.saved, for: acting.who.session.id)
        return .seeOther(page(of: positions, reading) ?? reading.address("arbete"))
    }

    /// The page of what the first of some acts is about; nil when there is none.
    private func page(of positions: Range<Int64>, _ reading: Reading) -> Address? {
        guard let first = positions.first, let record = readings.registrar.snapshot.timeline[Position(first)] else { return nil }
        return reading.view.subject(of: record).map { reading.reachable(reading.address(of: $0)) }
    }

    private func decide(
        _ asked: Asked,
        _ acting: Acting,
        _ sent: Query,
        _ ticket: FormTicket,
        form make: @Sendable (EditContext) throws -> EditForm,
        save: @Sendable (Form, EditContext) async throws -> Edit
    ) async throws -> Answer {
        let draft = sent[Onward.draft]
        var attempts = 0
        while true {
            attempts += 1
            let context = EditContext(
                asked: asked,
                acting: acting,
                reading: readings.whole(for: asked),
                formID: ticket.id
            )
            let words = context.words
            let position = Position(context.reading.position)
            var page = try make(context)
            if sent[Self.draftButton] != nil, page.takesDrafts {
                return try await keepDraft(sent, draft, page, context, ticket)
            }
            if sent[Self.throwButton] != nil, let draft { return try await throwDraft(draft, page, context) }
            page.form.read(sent, files: try asked.files, in: words, on: context.today)
            var names: [String: String] = [:]
            guard page.form.isRight else {
                if !page.form.clashes.isEmpty { page.notice = nil }
                let opened = Position(ticket.position)
                return show(page, context, self.ticket(asked, id: ticket.id), draft: draft, opened: opened)
            }
            do {
                if let look = page.preview {
                    let preview = try look(&page.form, context)
                    if sent[FormPage.confirmation] != preview.mark {
                        return show(page, context, self.ticket(asked, id: ticket.id), draft: draft, preview: preview)
                    }
                }
                let edit = try await save(page.form, context)
                names = edit.names
                var done = edit.done
                if edit.requests.isEmpty {
                    for keeping in edit.people {
                        try await readings.registrar.keep(
                            keeping.person,
                            unlessChangedFrom: keeping.earlier,
                            by: acting.authority
                        )
                    }
                } else {
                    // A form that merges has taken in what others wrote; another was written on what stood when it was opened.
                    let basis = page.form.grounds == nil ? Position(ticket.position) : position
                    let subjects = page.about
                    let isAbout = page.isAbout
                    let receipt = try await readings.registrar.perform(
                        edit.requests,
                        by: acting.authority,
                        form: Hex.bytes(ticket.id),
                        unlessChangedSince: Registrar.Basis(basis) { act, touched in
                            !subjects.isDisjoint(with: touched) || isAbout?(act) ?? false
                        },
                        // Together with what they are for, so that a form that is refused leaves nobody behind.
                        keeping: edit.people.map { Registrar.Keeping($0.person, earlier: $0.earlier) }
                    )
                    await noteRounds(on: context.today)
                    if edit.leadsToRecorded { done = self.page(of: receipt.positions, readings.whole(for: asked)) ?? done }
                }
                done = readings.whole(for: asked).reachable(done)
                if let draft { try? await readings.registrar.removeDraft(draft, for: acting.who.person.id) }
                let isUnchanged = edit.requests.isEmpty && edit.people.isEmpty
                let message = isUnchanged ? words.editing.unchanged : edit.message ?? words.editing.saved
                flashes.put(message, for: acting.who.session.id)
                flashes.note(ticket.id, leadsTo: done, saying: message)
                return .seeOther(done)
            } catch let refused as Registrar.Refused {
                page.form.refuse(explaining(refused.refusal, context.reading), names: names)
            } catch let refusal as Refusal {
                page.form.refuse(explaining(refusal, context.reading), names: names)
            } catch let error where error is Registrar.ChangedSince || error is Registrar.PersonChanged {
                // Somebody came in between: the form is merged with what they wrote, and tried again.
                if page.form.grounds == nil, error is Registrar.ChangedSince {
                    page.form.refuse(nil, changedMeanwhile(page, context))
                } else {
                    if attempts < 5 { continue }
                    page.form.refuse(nil, words.editing.busy)
                }
            } catch let unavailable as Registrar.Unavailable {
                page.form.refuse(nil, unavailable.inWords)
                var answer = show(page, context, self.ticket(asked, id: ticket.id), draft: draft)
                answer.status = .serviceUnavailable
                return answer
            }
            return show(page, context, self.ticket(asked, id: ticket.id), draft: draft)
        }
    }

    /// Notes at once that a programme is in force, or a decision has legal force, when what was recorded made it so today.
    private func noteRounds(on today: Day) async {
        // What was asked for is recorded already; what can't be noted now is noted at midnight.
        try? await readings.registrar.noteCrossings { day, crossing in day == today && crossing.isOfRound }
    }

    /// Keeps what is written for later, and says so.
    private func keepDraft(
        _ sent: Query,
        _ draft: String?,
        _ page: EditForm,
        _ context: EditContext,
        _ ticket: FormTicket
    ) async throws -> Answer {
        do {
            _ = try await readings.registrar.keep(
                draft: sent.encoded(leavingOut: [FormName.token, Self.draftButton, Onward.draft]),
                at: context.asked.path,
                by: context.acting.who.person.id,
                isShared: true,
                replacing: draft
            )
        } catch {
            var page = page
            page.form.read(sent, in: context.words, on: context.today)
            page.form.refuse(nil, error.inWords)
            var answer = show(page, context, self.ticket(context.asked, id: ticket.id), draft: draft)
            answer.status = .serviceUnavailable
            return answer
        }
        flashes.put(context.words.editing.draftKept, for: context.acting.who.session.id)
        return .seeOther(page.back(context.reading))
    }

    /// Throws away the draft that the form was opened from, and says so.
    private func throwDraft(_ draft: String, _ page: EditForm, _ context: EditContext) async throws -> Answer {
        // Only one at this form: that it may be sent is asked already.
        if readings.registrar.snapshot.drafts.at(context.asked.path, for: context.acting.who.person.id).contains(where: {
            $0.id == draft
        }) {
            try await removeDraft(draft, for: context.acting.who, context.asked)
        }
        return .seeOther(page.back(context.reading))
    }

    /// Removes a draft, and says so on the next page.
    func removeDraft(_ draft: String, for who: SignedIn, _ asked: Asked) async throws {
        do {
            try await readings.registrar.removeDraft(draft, for: who.person.id)
        } catch {
            throw Fault.unavailable(error.inWords)
        }
        flashes.put(Words.of(asked.language).editing.draftThrown, for: who.session.id)
    }

    /// The names of the buttons that keep a draft and throw one away.
    private static let draftButton = "spara-utkast"
    private static let throwButton = "kasta-utkast"

    /// The page with its form, as it is to be shown now.
    private func show(
        _ page: EditForm,
        _ context: EditContext,
        _ ticket: FormTicket?,
        draft: String?,
        preview: FormPreview? = nil,
        opened: Position? = nil
    ) -> Answer {
        let words = context.words
        var form = FormPage(
            title: page.title,
            lead: page.lead,
            action: Address(steps: context.asked.steps, query: context.asked.queryToKeep),
            form: page.form,
            submit: page.submit
        )
        form.ticket = ticket
        form.hidden = draft.map { [(Onward.draft, $0)] } ?? []
        form.cancel = page.back(context.reading)
        form.notice = page.notice
        form.aside = page.aside
        form.preview = preview
        if page.takesDrafts {
            form.others = [FormButton(name: Self.draftButton, value: Form.yes, label: words.editing.keepDraft)]
        }
        if draft != nil {
            form.others.append(FormButton(name: Self.throwButton, value: Form.yes, label: words.editing.throwDraft))
        }
        if !page.form.clashes.isEmpty { form.conflict = conflict(page, context, since: opened) }
        let shell = Shell(
            title: page.title,
            titlePrefix: form.titlePrefix(words),
            description: page.title,
            steps: context.asked.steps,
            place: page.place,
            above: page.above.filter { !context.reading.isWithdrawn(context.reading.address(steps: $0.steps)) },
            hasHistory: false
        )
        var status: HTTPResponse.Status =
            page.form.faults.isEmpty ? page.form.clashes.isEmpty ? .ok : .conflict : .unprocessableContent
        // A draft that is opened may lack something, and nobody has sent it.
        if context.asked.method == .get { status = .ok }
        return .page(
            shell.page(context.reading, assets: assetAddresses) { form.write($0, words) },
            status: status,
            caching: .never
        )
    }

    /// A refusal with the recorded act that stands in the way, in words.
    private func explaining(_ refusal: Refusal, _ reading: Reading) -> Refusal {
        guard let position = refusal.act, let record = readings.registrar.snapshot.timeline.wording(of: position) else {
            return refusal
        }
        let sentence = reading.words.corrections.actSays(reading.sentence(on: record.act))
        return Refusal(refusal.code, field: refusal.field, "\(refusal.message) \(sentence)", because: position)
    }

    /// Who wrote what somebody's fields meet, and when.
    ///
    /// Somebody else since the form was opened, if there is one: whoever sends it may have changed another field of the same thing after that.
    private func conflict(_ page: EditForm, _ context: EditContext, since opened: Position?) -> FormConflict? {
        let capacity = context.acting.authority.capacity
        let sender = Actor.holder(of: capacity.seat, capacity.person)
        let record =
            opened.flatMap { lastChange(page, since: $0, by: { $0 != sender }) ?? lastChange(page, since: $0) }
            ?? lastChange(page, by: { $0 != sender }) ?? lastChange(page)
        return record.map {
            FormConflict(who: context.reading.name(of: $0.actor), when: context.words.moment($0.recorded))
        }
    }

    /// Who changed the same thing last, when, and to what, beside what the sender has written.
    private func changedMeanwhile(_ page: EditForm, _ context: EditContext) -> String {
        let (words, reading) = (context.words.editing, context.reading)
        guard let record = lastChange(page) else { return words.changedMeanwhile(words.somebody, "") }
        var sentences = [reading.sentence(on: record.act)]
        // That something was corrected says little without what it says now.
        if case .record(.corrected(let correction)) = record.act {
            sentences.append(reading.sentence(on: correction.replacement))
        }
        let change = words.changedMeanwhile(reading.name(of: record.actor), context.words.moment(record.recorded))
        return "\(change) \(words.changedTo(sentences.joined(separator: " ")))"
    }

    /// The last act after a place in the journal, by some, that is about what a form changes; nil when there is none.
    private func lastChange(
        _ page: EditForm,
        since opened: Position = Position(0),
        by isWanted: (Actor) -> Bool = { _ in true }
    ) -> Record? {
        let timeline = readings.registrar.snapshot.timeline
        // Of all that is about the subject, what changes the same things, when the form can tell.
        func isSame(_ record: Record) -> Bool {
            guard let isAbout = page.isAbout else { return !page.about.isDisjoint(with: timeline.subjects(of: record)) }
            return timeline.acts(touchedBy: record).contains(where: isAbout)
        }
        var number = Int64(timeline.count)
        while number > opened.number {
            let position = Position(number)
            if let record = timeline[position], isWanted(record.actor), isSame(record) { return record }
            number -= 1
        }
        return nil
    }
}

extension Asked {
    /// The pairs of the query that belong to the page itself.
    fileprivate var queryToKeep: [(name: String, value: String)] {
        query.pairs.filter { $0.name != Onward.draft }.map { ($0.name, $0.value) } + languageQuery
    }
}

extension Reading {
    /// Who did something, by what they acted as: 'Utvecklingsledare i Kansliet'.
    func name(of actor: Actor) -> String {
        switch actor {
        case .system, .importer, .anyone: words.editing.somebody
        case .holder(let seat, _): title(of: seat)
        }
    }
}

extension Words {
    /// An instant as people say it: '23 november 2026 klockan 14.05'.
    func moment(_ instant: Instant) -> String {
        let (hour, minute) = instant.swedishTime
        return editing.at(date(instant.swedishDay), "\(hour).\(minute < 10 ? "0" : "")\(minute)")
    }
}

extension HTML {
    /// 'Ändra' beside a heading, for who may; and what waits there unsent.
    func edit(
        _ reading: Reading,
        _ permission: Permission,
        about target: Permission.Target = .init(),
        of thing: String,
        at steps: [String]
    ) {
        guard reading.isNow, reading.viewer.may(permission, about: target) else { return }
        editLink(reading.words.editing.edit, of: thing, to: reading.address(steps: steps))
        unsent(reading, at: steps)
    }

    /// A page's heading, and 'Ändra' beside it for who may.
    func heading(
        _ title: String,
        _ reading: Reading,
        _ permission: Permission,
        about target: Permission.Target = .init(),
        at steps: [String]
    ) {
        guard reading.isNow, reading.viewer.may(permission, about: target) else { return h1(title, .content) }
        div(.class("headed")) {
            h1(title, .content)
            edit(reading, permission, about: target, of: title, at: steps)
        }
    }

    /// The way to begin something new, for who may; and what waits there unsent.
    func begin(
        _ reading: Reading,
        _ permission: Permission,
        about target: Permission.Target = .init(),
        _ text: String,
        at steps: [String]
    ) {
        guard reading.isNow, reading.viewer.may(permission, about: target) else { return }
        p { a(text, to: reading.address(steps: steps), .class("button")) }
        unsent(reading, at: steps)
    }

    /// What has been written in a form and not sent.
    private func unsent(_ reading: Reading, at steps: [String]) {
        guard let who = reading.viewer.signedIn else { return }
        let words = reading.words.editing
        for note in reading.drafts.at("/" + steps.joined(separator: "/"), for: who.person.id) {
            div(.class("notice")) {
                p {
                    strong(words.unpublished)
                    text(" ")
                    text(words.unpublishedBy(reading.name(of: note.person) ?? words.somebody, reading.words.moment(note.saved)))
                    text(" ")
                    a(words.goOn, to: reading.address(steps: steps, query: [(Onward.draft, note.id)]))
                }
            }
        }
    }
}
