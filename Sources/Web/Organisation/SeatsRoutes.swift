import Cooperation
import HTTPTypes
import Markup
import Registry

extension Site {
    /// The seats of bodies: who holds them, and every change of it.
    var seatsRoutes: [Route] {
        // A body's page stands under one of two addresses, and its seats under it.
        ["organisation", "natverk"].flatMap { seatsRoutes(under: $0) }
    }

    private func seatsRoutes(under first: String) -> [Route] {
        let all = Pattern(stringLiteral: "/\(first)/{name}/platser")
        let one = Pattern(stringLiteral: "/\(first)/{name}/platser/{plats}")
        let changing: [Permission] = [.changeSeat, .changeTrustedSeat]
        // The forms first: 'ny' would be taken for a seat's name.
        return setUpRoutes(under: first) + addRoutes(under: first) + [
            Route.may([.seePeople], .get, all, reads: ["kommun"], needing: { _ in Need(.seePeople) }) { asked, _ in
                let reading = readings.whole(for: asked)
                let body = try body(asked, reading, under: first)
                let page = SeatsPage(body, reading, wanted: asked.query["kommun"])
                let title = reading.words.seats.seatsOf(body.facts.name)
                let shell = Shell(
                    title: title,
                    description: title,
                    steps: body.steps + ["platser"],
                    place: .organisation,
                    above: above(body, reading),
                    hasHistory: false
                )
                let target = Permission.Target(municipality: body.facts.municipality, body: body.facts.id)
                return .page(
                    shell.page(reading, assets: assetAddresses) { html in
                        page.write(
                            html,
                            reading,
                            maySetUp: reading.viewer.may(.beginOrEndBody, about: target),
                            mayAdd: reading.viewer.may(.changeSeat, about: target)
                        )
                    }
                )
            },
            Route.may(
                changing,
                .get,
                one,
                needing: { try seatNeed($0, readings.whole(for: $0, isShown: false), under: first) }
            ) { asked, _ in
                let reading = readings.whole(for: asked)
                let (body, seat) = try seat(asked, reading, under: first)
                let title = reading.title(of: seat.reference)
                let shell = Shell(
                    title: title,
                    description: title,
                    steps: asked.steps,
                    place: .organisation,
                    above: above(body, reading, andSeats: true),
                    hasHistory: false
                )
                return .page(
                    shell.page(reading, assets: assetAddresses) { SeatPage(seat: seat, body: body).write($0, reading) }
                )
            },
        ] + changeRoutes(under: first) + deputyRoutes(under: first) + leaveRoutes(under: first)
    }

    // MARK: Setting up

    private func setUpRoutes(under first: String) -> [Route] {
        editing(
            [.beginOrEndBody],
            Pattern(stringLiteral: "/\(first)/{name}/platser/alla"),
            needing: { asked, reading in
                Need(.beginOrEndBody, about: .init(body: try body(asked, reading, under: first).facts.id))
            },
            form: { context in
                let (words, body) = (context.words.seats, try body(context.asked, context.reading, under: first))
                guard body.wantsAllMembers else { throw Fault.notFound }
                let field = FormField("fran", words.sinceField, .day, help: words.sinceHelp)
                return EditForm(
                    title: words.allTitle(body.facts.name),
                    lead: words.allLead,
                    form: Form([field], values: ["fran": [context.today.iso]]),
                    submit: words.allSubmit,
                    above: above(body, context.reading, andSeats: true),
                    place: .organisation,
                    takesDrafts: false
                )
            },
            save: { form, context in
                let body = try body(context.asked, context.reading, under: first)
                let from = form.day("fran") ?? context.today
                let members = context.cooperation.members.members.filter { municipality in
                    !body.seats.contains {
                        $0.facts.municipality == municipality.facts.id && $0.facts.role.representsMunicipality
                            && $0.closing == nil
                    }
                }
                let requests = members.compactMap { municipality in
                    Seat.ID(municipality.facts.id.text).map {
                        Registrar.Dated(
                            EstablishSeat($0, in: body.facts.id, role: .member, for: municipality.facts.id),
                            .day(from)
                        )
                    }
                }
                return Edit(
                    requests,
                    done: context.reading.address(steps: body.steps + ["platser"]),
                    message: context.words.seats.allSaved
                )
            }
        )
    }

    private func addRoutes(under first: String) -> [Route] {
        editing(
            [.changeSeat, .changeTrustedSeat],
            Pattern(stringLiteral: "/\(first)/{name}/platser/ny"),
            needing: { asked, reading in
                let body = try body(asked, reading, under: first)
                return Need(.changeSeat, about: .init(municipality: body.facts.municipality, body: body.facts.id))
            },
            form: { context in
                let (words, body) = (context.words.seats, try body(context.asked, context.reading, under: first))
                let target = Permission.Target(municipality: body.facts.municipality, body: body.facts.id)
                // What opens the system to others is only offered to those who may give it.
                let roles = Seat.Role.allCases.filter { context.reading.viewer.may($0.changing, about: target) }
                let fields = [
                    FormField("roll", words.roleField, .choice(roles.map { .init($0.rawValue, words.role($0)) })),
                    FormField(
                        "kommun",
                        words.municipalityField,
                        .choice(
                            [.init("alla", words.forAll)]
                                + context.cooperation.members.members.map { .init($0.facts.id.text, $0.facts.name) }
                        )
                    ),
                    FormField("fran", words.sinceField, .day, help: words.sinceHelp),
                    FormField("anmarkning", words.remark, .text(rows: 2), help: words.remarkHelp, isRequired: false, most: 500),
                ]
                return EditForm(
                    title: words.newTitle(body.facts.name),
                    lead: words.newLead,
                    form: Form(fields, values: ["fran": [context.today.iso], "kommun": ["alla"]]),
                    submit: words.newSubmit,
                    above: above(body, context.reading, andSeats: true),
                    place: .organisation
                )
            },
            save: { form, context in
                let body = try body(context.asked, context.reading, under: first)
                guard let role = Seat.Role(rawValue: form["roll"]) else { throw Fault.notFound }
                let municipality = form["kommun"] == "alla" ? nil : Municipality.ID(form["kommun"])
                let target = Permission.Target(municipality: municipality ?? body.facts.municipality, body: body.facts.id)
                guard context.reading.viewer.may(role.changing, about: target) else { throw Refusal.notYours }
                // The form is for all seats; one that opens the system also needs a code that was given just now.
                _ = try Acting(
                    context.asked.viewer,
                    needing: Need(role.changing, about: target),
                    now: context.asked.instant,
                    language: context.asked.language
                )
                let from = form.day("fran") ?? context.today
                let base = [role.rawValue, municipality?.text].compactMap { $0 }.joined(separator: "-")
                guard let id = body.freeSeatID(base) else { throw Fault.notFound }
                let remarks = form.given("anmarkning").map { [$0] } ?? []
                return Edit(
                    EstablishSeat(id, in: body.facts.id, role: role, for: municipality, remarks: remarks),
                    happened: min(from, context.today),
                    done: context.reading.address(steps: body.steps + ["platser"]),
                    message: context.words.seats.newSaved,
                    names: ["municipality": "kommun", "id": "roll", "happened": "fran"]
                )
            }
        )
    }

    // MARK: Changing

    private func changeRoutes(under first: String) -> [Route] {
        editing(
            [.changeSeat, .changeTrustedSeat],
            Pattern(stringLiteral: "/\(first)/{name}/platser/{plats}/byt"),
            needing: { try seatNeed($0, $1, under: first) },
            form: { context in
                let (body, seat) = try seat(context.asked, context.reading, under: first)
                let words = context.words.seats
                return EditForm(
                    title: words.changeTitle(context.reading.title(of: seat.reference)),
                    lead: words.changeLead,
                    form: Form(
                        personFields(context) + [
                            FormField("fran", words.firstDay, .day),
                            FormField("till", words.lastDay, .day, help: words.untilHelp, isRequired: seat.facts.role == .guest),
                            remarkField(words),
                        ],
                        values: ["fran": [context.today.iso]]
                    ),
                    submit: words.changeSubmit,
                    above: above(body, context.reading, andSeats: true, seat: seat),
                    place: .organisation,
                    about: [],
                    isAbout: { isAbout($0, seat.reference) },
                    takesDrafts: false
                )
            },
            save: { form, context in
                let (_, seat) = try seat(context.asked, context.reading, under: first)
                let (person, keeping) = try chosenPerson(form, context)
                let from = form.day("fran") ?? context.today
                return Edit(
                    [
                        .init(
                            TakeSeat(
                                seat.reference,
                                by: person,
                                from: from,
                                until: form.day("till"),
                                remarks: form.all("anmarkning")
                            ),
                            // What begins later is known today; what began before is so from then on, on old pages too.
                            .day(min(from, context.today))
                        )
                    ],
                    keeping: keeping,
                    done: context.reading.address(steps: Array(context.asked.steps.dropLast())),
                    message: context.words.seats.changed,
                    names: ["from": "fran", "until": "till", "name": "namn", "mail": "e-post", "person": "person"]
                )
            }
        )
    }

    private func deputyRoutes(under first: String) -> [Route] {
        editing(
            [.changeSeat, .changeTrustedSeat],
            Pattern(stringLiteral: "/\(first)/{name}/platser/{plats}/stallforetradare"),
            needing: { try seatNeed($0, $1, under: first) },
            form: { context in
                let (body, seat) = try seat(context.asked, context.reading, under: first)
                let words = context.words.seats
                return EditForm(
                    title: words.deputyTitle(context.reading.title(of: seat.reference)),
                    lead: words.deputyLead,
                    form: Form(
                        personFields(context) + [
                            FormField("fran", words.firstDay, .day), FormField("till", words.lastDay, .day), remarkField(words),
                        ],
                        values: ["fran": [context.today.iso]]
                    ),
                    submit: words.deputySubmit,
                    above: above(body, context.reading, andSeats: true, seat: seat),
                    place: .organisation,
                    takesDrafts: false
                )
            },
            save: { form, context in
                let (_, seat) = try seat(context.asked, context.reading, under: first)
                let (person, keeping) = try chosenPerson(form, context)
                guard let from = form.day("fran"), let until = form.day("till") else { throw Fault.notFound }
                return Edit(
                    [
                        .init(
                            AppointDeputy(seat.reference, person, from: from, until: until, remarks: form.all("anmarkning")),
                            .day(min(from, context.today))
                        )
                    ],
                    keeping: keeping,
                    done: context.reading.address(steps: Array(context.asked.steps.dropLast())),
                    message: context.words.seats.deputySaved,
                    names: ["from": "fran", "until": "till", "name": "namn", "mail": "e-post"]
                )
            }
        )
    }

    private func leaveRoutes(under first: String) -> [Route] {
        [true, false].flatMap { closes in
            editing(
                [.changeSeat, .changeTrustedSeat],
                Pattern(stringLiteral: "/\(first)/{name}/platser/{plats}/\(closes ? "avsluta" : "lamna")"),
                needing: { try seatNeed($0, $1, under: first) },
                form: { context in
                    let (body, seat) = try seat(context.asked, context.reading, under: first)
                    let words = context.words.seats
                    let title = context.reading.title(of: seat.reference)
                    return EditForm(
                        title: closes ? words.closeTitle(title) : words.leaveTitle(title),
                        lead: closes ? words.closeLead : words.leaveLead,
                        form: Form(
                            [FormField("till", words.lastDay, .day), remarkField(words)],
                            values: ["till": [context.today.iso]]
                        ),
                        submit: closes ? words.closeSubmit : words.leaveSubmit,
                        above: above(body, context.reading, andSeats: true, seat: seat),
                        place: .organisation,
                        isAbout: { isAbout($0, seat.reference) },
                        takesDrafts: false
                    )
                },
                save: { form, context in
                    let (body, seat) = try seat(context.asked, context.reading, under: first)
                    let last = form.day("till") ?? context.today
                    let remarks = form.all("anmarkning")
                    let request: any Request =
                        closes
                        ? CloseSeat(seat.reference, last: last, remarks: remarks)
                        : LeaveSeat(seat.reference, last: last, remarks: remarks)
                    return Edit(
                        [.init(request, .day(min(last, context.today)))],
                        done: context.reading.address(steps: body.steps + ["platser"]),
                        message: closes ? context.words.seats.closeSaved : context.words.seats.leaveSaved,
                        names: ["last": "till", "from": "till"]
                    )
                }
            )
        }
    }

    // MARK: What they share

    private func remarkField(_ words: Words.Seats) -> FormField {
        FormField("anmarkning", words.remark, .text(rows: 2), help: words.remarkHelp, isRequired: false, most: 500)
    }

    /// Somebody known, or somebody new with a name and an address.
    private func personFields(_ context: EditContext) -> [FormField] {
        let words = context.words.seats
        let people = readings.registrar.snapshot.people.all
        return [
            FormField(
                "person",
                words.person,
                .choice(people.map { .init($0.id.text, "\($0.name), \($0.mail)") } + [.init("ny", words.newPerson)])
            ),
            FormField("namn", words.newName, .line(), help: words.newHelp, isRequired: false, most: 120),
            FormField("e-post", words.newMail, .line(.email), help: words.newHelp, isRequired: false, most: 254),
        ]
    }

    /// Who was chosen, and what the vault is to keep of somebody new.
    private func chosenPerson(_ form: Form, _ context: EditContext) throws -> (Person.ID, [Edit.Keeping]) {
        if form["person"] != "ny" {
            guard let id = Person.ID(form["person"]), readings.registrar.snapshot.people[id] != nil else { throw Fault.notFound }
            return (id, [])
        }
        guard let name = form.given("namn"), let mail = form.given("e-post") else {
            throw Refusal("person.new", field: "namn", context.words.seats.newMissing)
        }
        // Somebody with that address is known already: it is that person, and not another with the same address.
        if let known = readings.registrar.snapshot.people.person(withMail: mail) { return (known.id, []) }
        guard let id = Person.ID(context.formID) else { throw Fault.notFound }
        return (id, [.init(person: Person(id: id, name: name, mail: mail), earlier: nil)])
    }

    func body(_ asked: Asked, _ reading: Reading, under first: String) throws -> Body {
        guard let id = Body.ID(asked["name"]), let body = reading.cooperation.organisation[id], body.steps.first == first else {
            throw Fault.notFound
        }
        return body
    }

    private func seat(_ asked: Asked, _ reading: Reading, under first: String) throws -> (Body, Seat) {
        let body = try body(asked, reading, under: first)
        guard let seat = Seat.ID(asked["plats"]).flatMap({ body.seat($0) }) else { throw Fault.notFound }
        return (body, seat)
    }

    private func seatNeed(_ asked: Asked, _ reading: Reading, under first: String) throws -> Need {
        let (body, seat) = try seat(asked, reading, under: first)
        return Need(
            seat.facts.role.changing,
            about: .init(municipality: seat.facts.municipality ?? body.facts.municipality, body: body.facts.id)
        )
    }

    /// The pages above one of a body's.
    func above(_ body: Body, _ reading: Reading, andSeats: Bool = false, seat: Seat? = nil) -> [Shell.Step] {
        let words = reading.words
        var steps = [Shell.Step(name: words.organisation.title, steps: ["organisation"])]
        if body.facts.kind == .network { steps.append(.init(name: words.organisation.networks, steps: ["natverk"])) }
        steps.append(.init(name: body.facts.name, steps: body.steps))
        if andSeats { steps.append(.init(name: words.seats.seatsShort, steps: body.steps + ["platser"])) }
        if let seat {
            steps.append(.init(name: reading.title(of: seat.facts), steps: body.steps + ["platser", seat.facts.id.text]))
        }
        return steps
    }

    private func isAbout(_ act: Act, _ seat: Seat.Reference) -> Bool {
        switch act {
        case .organisation(.seatTaken(let tenure)): tenure.reference == seat
        case .organisation(.seatLeft(let leaving)): leaving.body == seat.body && leaving.seat == seat.seat
        case .organisation(.seatClosed(let closing)): closing.body == seat.body && closing.seat == seat.seat
        default: false
        }
    }
}

extension Body {
    /// An id for a new seat: the words it is named by, and a figure where others have them already.
    fileprivate func freeSeatID(_ base: String) -> Seat.ID? {
        for number in 1...999 {
            let text = number == 1 ? base : "\(base)-\(number)"
            if let id = Seat.ID(text), seat(id) == nil { return id }
        }
        return nil
    }
}
