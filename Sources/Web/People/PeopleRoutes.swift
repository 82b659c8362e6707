import Cooperation
import HTTPTypes
import Identity
import Markup
import Registry

extension Site {
    /// The people that the vault knows, for those who keep them: what is kept, their seats, and their way in.
    var peopleRoutes: [Route] {
        [
            Route.may([.seePeople], .get, "/arbete/personer", needing: { _ in Need(.seePeople) }) { asked, _ in
                let reading = readings.whole(for: asked)
                let people = readings.registrar.snapshot.people.all
                return page(asked, reading, reading.words.people.title, steps: ["arbete", "personer"]) { html in
                    writeList(html, reading, people)
                }
            },
            Route.may([.seePeople], .get, "/arbete/personer/{person}", needing: { _ in Need(.seePeople) }) { asked, _ in
                let reading = readings.whole(for: asked)
                let person = try person(asked)
                let status = await accounts.status(of: person.id.text)
                let request = await accounts.factorRequests().first { $0.person == person.id.text }
                return page(asked, reading, person.name, steps: ["arbete", "personer", person.id.text]) { html in
                    writePerson(html, reading, person, status, request, ticket(asked))
                }
            },
        ] + personForms + accountActions + eraseRoutes
    }

    // MARK: What is kept

    private var personForms: [Route] {
        editing(
            [.keepPeople],
            "/arbete/personer/ny",
            needing: { asked, _ in
                // A registrar may add people for the own municipality, and gives them a seat there afterwards.
                Need(.keepPeople, about: .init(municipality: asked.viewer.signedIn?.capacity?.municipality))
            },
            form: { context in
                let words = context.words.people
                return EditForm(
                    title: words.newTitle,
                    lead: words.newLead,
                    form: Form(personFields(words)),
                    submit: words.newSubmit,
                    above: abovePeople(context.reading),
                    takesDrafts: false
                )
            },
            save: { form, context in
                guard let id = Person.ID(context.formID) else { throw Fault.notFound }
                return Edit(
                    [],
                    keeping: [.init(person: person(id, form), earlier: nil)],
                    done: context.reading.address("arbete", "personer", id.text),
                    message: context.words.people.newSaved,
                    names: Self.personNames
                )
            }
        )
            + editing(
                [.keepPeople],
                "/arbete/personer/{person}/andra",
                needing: { asked, reading in Need(.keepPeople, about: try target(person(asked), reading, asked)) },
                form: { context in
                    let (words, person) = (context.words.people, try person(context.asked))
                    return EditForm(
                        title: words.editTitle(person.name),
                        form: Form(
                            personFields(words),
                            changing: [
                                "namn": [person.name], "e-post": [person.mail], "telefon": person.telephone.map { [$0] } ?? [],
                                "visas": person.showsName ? [Form.yes] : [],
                            ]
                        ),
                        submit: words.editSubmit,
                        above: abovePeople(context.reading) + [
                            .init(name: person.name, steps: ["arbete", "personer", person.id.text])
                        ],
                        takesDrafts: false
                    )
                },
                save: { form, context in
                    let earlier = try person(context.asked)
                    let next = person(earlier.id, form)
                    return Edit(
                        [],
                        keeping: next == earlier ? [] : [.init(person: next, earlier: earlier)],
                        done: context.reading.address("arbete", "personer", earlier.id.text),
                        names: Self.personNames
                    )
                }
            )
    }

    private static let personNames = ["name": "namn", "mail": "e-post", "telephone": "telefon"]

    private func personFields(_ words: Words.People) -> [FormField] {
        [
            FormField("namn", words.name, .line(autocomplete: "off"), most: 120),
            FormField("e-post", words.mail, .line(.email, autocomplete: "off"), help: words.mailHelp, most: 254),
            FormField(
                "telefon",
                words.telephone,
                .line(.tel, autocomplete: "off"),
                help: words.telephoneHelp,
                isRequired: false,
                most: 30
            ),
            FormField("visas", words.showsName, .check, help: words.showsNameHelp, isRequired: false),
        ]
    }

    private func person(_ id: Person.ID, _ form: Form) -> Person {
        Person(
            id: id,
            name: form["namn"],
            mail: form["e-post"],
            telephone: form.given("telefon"),
            showsName: form.isChecked("visas")
        )
    }

    // MARK: The way in

    private var accountActions: [Route] {
        let need: @Sendable (Asked) throws -> Need = { _ in Need(.keepAccounts) }
        // What is done with a button has its page to come back to when a new code had to be given first.
        let buttons = ["lank", "konto", "tvafaktor"].map { last in
            Route.may(
                [.keepAccounts],
                .get,
                Pattern(stringLiteral: "/arbete/personer/{person}/\(last)"),
                needing: need
            ) { asked, _ in .seeOther(Address(steps: ["arbete", "personer", try person(asked).id.text])) }
        }
        return buttons + [
            Route.may([.keepAccounts], .post, "/arbete/personer/{person}/lank", needing: need) { asked, acting in
                _ = try checkedTicket(asked)
                let person = try person(asked)
                let link: OneTimeLink
                do { link = try await accounts.makeLink(for: person.id.text, by: acting.who.person.id.text) } catch {
                    throw storageFault(asked)
                }
                let reading = readings.whole(for: asked)
                let words = reading.words.people
                return page(
                    asked,
                    reading,
                    words.linkTitle(person.name),
                    steps: asked.steps,
                    above: [.init(name: person.name, steps: ["arbete", "personer", person.id.text])]
                ) { html in
                    html.header(.class("opening")) {
                        html.h1(words.linkTitle(person.name))
                        html.p(words.linkLead, .class("lead"))
                    }
                    html.div(.class("column")) {
                        html.h2(words.linkField)
                        html.p(.class("key")) { html.code(address.whole("/logga-in/lank/\(link.token)")) }
                        html.p(words.makeLinkText)
                        html.p(words.linkWarning)
                        html.p(.class("go")) { html.a(words.back, to: reading.address("arbete", "personer", person.id.text)) }
                    }
                }
            },
            Route.may([.keepAccounts], .post, "/arbete/personer/{person}/konto", needing: need) { asked, acting in
                let sent = try checkedTicket(asked).sent
                let person = try person(asked)
                let words = Words.of(asked.language).people
                let isShut = sent["lage-konto"] == "stang"
                do { try await accounts.setDisabled(isShut, person: person.id.text) } catch { throw storageFault(asked) }
                flashes.put(isShut ? words.disabled : words.enabled, for: acting.who.session.id)
                return .seeOther(Address(steps: ["arbete", "personer", person.id.text]))
            },
            Route.may([.keepAccounts], .post, "/arbete/personer/{person}/tvafaktor", needing: need) { asked, acting in
                _ = try checkedTicket(asked)
                let person = try person(asked)
                let words = Words.of(asked.language).people
                do throws(FactorFault) {
                    let isDone = try await accounts.confirmNewFactor(for: person.id.text, by: acting.who.person.id.text)
                    flashes.put(isDone ? words.confirmedTwice : words.confirmedOnce, for: acting.who.session.id)
                } catch {
                    if error == .storage { throw storageFault(asked) }
                    flashes.put(words.cannotConfirm, for: acting.who.session.id)
                }
                return .seeOther(Address(steps: ["arbete", "personer", person.id.text]))
            },
        ]
    }

    // MARK: Forgetting

    private var eraseRoutes: [Route] {
        let need: @Sendable (Asked) throws -> Need = { _ in Need(.keepAccounts) }
        @Sendable func form(_ words: Words) -> Form {
            Form([FormField("beslut", words.people.eraseReason, .line(), help: words.editing.reasonHelp, most: 200)])
        }
        @Sendable func show(_ asked: Asked, _ person: Person, _ form: Form) -> Answer {
            let reading = readings.whole(for: asked)
            let words = reading.words.people
            let formPage = FormPage(
                title: words.eraseTitle(person.name),
                lead: words.eraseLead,
                action: Address(steps: asked.steps, query: asked.languageQuery),
                form: form,
                submit: words.eraseSubmit,
                ticket: ticket(asked),
                cancel: reading.address("arbete", "personer", person.id.text)
            )
            var answer = page(
                asked,
                reading,
                formPage.titlePrefix(reading.words) + formPage.title,
                steps: asked.steps,
                above: [.init(name: person.name, steps: ["arbete", "personer", person.id.text])],
                wraps: false
            ) { formPage.write($0, reading.words) }
            if !form.faults.isEmpty { answer.status = .unprocessableContent }
            return answer
        }
        return [
            Route.may([.keepAccounts], .get, "/arbete/personer/{person}/ta-bort", needing: need) { asked, _ in
                show(asked, try person(asked), form(Words.of(asked.language)))
            },
            Route.may([.keepAccounts], .post, "/arbete/personer/{person}/ta-bort", needing: need) { asked, acting in
                let sent = try checkedTicket(asked).sent
                let person = try person(asked)
                let words = Words.of(asked.language)
                var form = form(words)
                form.read(sent, in: words, on: today)
                let seated = readings.registrar.snapshot.cooperation.organisation.personsSeated(from: today)
                if seated[person.id] != nil { form.refuse(nil, words.people.stillSeated) }
                guard form.isRight else { return show(asked, person, form) }
                do {
                    try await readings.registrar.erase(person.id, decision: form["beslut"])
                    try await accounts.forget(person.id.text)
                } catch {
                    throw storageFault(asked)
                }
                flashes.put(words.people.erased, for: acting.who.session.id)
                return .seeOther("/arbete/personer")
            },
        ]
    }

    // MARK: Pages

    private func writeList(_ html: HTML, _ reading: Reading, _ people: [Person]) {
        let words = reading.words.people
        let target = Permission.Target(municipality: reading.viewer.signedIn?.capacity?.municipality)
        html.header(.class("opening")) {
            html.h1(words.title)
            html.p(people.isEmpty ? words.none : words.lead(reading.words.number(people.count)), .class("lead"))
        }
        html.div(.class("column")) {
            if reading.viewer.may(.keepPeople, about: target) {
                html.p { html.a(words.add, to: reading.address("arbete", "personer", "ny"), .class("button")) }
            }
            if !people.isEmpty {
                html.scrollingTable(words.title, reading.words) {
                    html.thead {
                        html.tr {
                            html.th(words.name, scope: .column)
                            html.th(words.seats, scope: .column)
                        }
                    }
                    html.tbody {
                        for person in people {
                            html.tr {
                                html.th(scope: .row) {
                                    html.a(person.name, to: reading.address("arbete", "personer", person.id.text), .content)
                                }
                                html.td {
                                    let seats = seats(of: person, reading).now
                                    html.text(seats.isEmpty ? words.noSeats : seats.joined(separator: ", "))
                                }
                            }
                        }
                    }
                }
            }
            html.section(.labelled(by: "organ")) {
                html.h2(reading.words.seats.seatsShort, .id("organ"))
                html.ul {
                    for kind in Body.Kind.allCases {
                        for body in reading.cooperation.organisation.bodies(kind) where body.closing == nil {
                            html.li { html.a(body.facts.name, to: reading.address(steps: body.steps + ["platser"])) }
                        }
                    }
                }
            }
        }
    }

    private func writePerson(
        _ html: HTML,
        _ reading: Reading,
        _ person: Person,
        _ status: AccountStatus,
        _ request: FactorRequest?,
        _ ticket: FormTicket?
    ) {
        let words = reading.words.people
        let steps = ["arbete", "personer", person.id.text]
        let seats = seats(of: person, reading)
        html.header(.class("opening")) {
            html.div(.class("headed")) {
                html.h1(person.name, .content)
                html.edit(
                    reading,
                    .keepPeople,
                    about: (try? target(person, reading, nil)) ?? .init(),
                    of: person.name,
                    at: steps + ["andra"]
                )
            }
        }
        html.div(.class("column")) {
            html.facts([Fact(words.mail, person.mail), Fact(words.telephone, person.telephone)], reading.words)
            html.section(.labelled(by: "platser")) {
                html.h2(words.seats, .id("platser"))
                if seats.now.isEmpty { html.p(words.noSeats) } else { html.ul { for seat in seats.now { html.li(seat) } } }
                if !seats.before.isEmpty {
                    html.h3(words.earlierSeats)
                    html.ul { for seat in seats.before { html.li(seat) } }
                }
            }
            if reading.viewer.may(.keepAccounts) { writeAccount(html, reading, person, status, request, ticket) }
        }
    }

    private func writeAccount(
        _ html: HTML,
        _ reading: Reading,
        _ person: Person,
        _ status: AccountStatus,
        _ request: FactorRequest?,
        _ ticket: FormTicket?
    ) {
        let words = reading.words.people
        func action(_ last: String) -> Address { reading.address("arbete", "personer", person.id.text, last) }
        html.section(.labelled(by: "inloggning")) {
            html.h2(words.account, .id("inloggning"))
            if status.exists {
                html.ul {
                    if status.isDisabled { html.li(words.accountDisabled) }
                    html.li(status.hasPassword ? words.accountPassword : words.accountNoPassword)
                    html.li(status.hasFactor ? words.accountFactor : words.accountNoFactor)
                    html.li(
                        status.lastSignedIn.map { words.lastSignedIn(reading.words.moment(Instant(microseconds: $0))) }
                            ?? words.neverSignedIn
                    )
                }
            } else {
                html.p(words.accountNone)
            }
            if let request {
                html.div(.class("notice")) {
                    html.p(words.factorRequest(reading.words.moment(Instant(microseconds: request.asked))))
                    html.p(words.factorConfirmed(request.confirmedBy.count))
                    html.p(reading.words.work.factorRequestText)
                    html.smallForm(to: action("tvafaktor"), words.confirmFactor, ticket)
                }
            }
            html.p(words.makeLinkText)
            html.smallForm(to: action("lank"), words.makeLink, ticket)
            if status.exists {
                html.smallForm(
                    to: action("konto"),
                    status.isDisabled ? words.enable : words.disable,
                    ticket,
                    hidden: [("lage-konto", status.isDisabled ? "oppna" : "stang")]
                )
            }
            html.p(.class("go")) { html.a(words.erase, to: action("ta-bort")) }
        }
    }

    // MARK: What they share

    private func person(_ asked: Asked) throws -> Person {
        guard let id = Person.ID(asked["person"]), let person = readings.registrar.snapshot.people[id] else {
            throw Fault.notFound
        }
        return person
    }

    /// What a person belongs to, for those whose reach is their own municipality: theirs, when all the person's seats are there.
    private func target(_ person: Person, _ reading: Reading, _ asked: Asked?) throws -> Permission.Target {
        let municipalities = Set(
            reading.cooperation.organisation.capacities(of: person.id, on: reading.today).map(\.municipality)
        )
        guard municipalities.count <= 1 else { return .init() }
        let own = (asked?.viewer ?? reading.viewer).signedIn?.capacity?.municipality
        // Who has no seat yet may be anybody's to add to.
        return .init(municipality: municipalities.isEmpty ? own : municipalities.first ?? nil)
    }

    /// A person's seats in words: those held today or later, and those before.
    private func seats(of person: Person, _ reading: Reading) -> (now: [String], before: [String]) {
        var (now, before): ([String], [String]) = ([], [])
        let words = reading.words
        for kind in Body.Kind.allCases {
            for body in reading.cooperation.organisation.bodies(kind) {
                for seat in body.seats {
                    let tenures = seat.tenures.map { ($0.person, $0.from, seat.lastDay(of: $0), false) }
                    let deputies = seat.deputyships.map { ($0.person, $0.from, Day?.some($0.until), true) }
                    for (holder, from, until, isDeputy) in tenures + deputies where holder == person.id {
                        let title = reading.title(of: seat.reference)
                        let time =
                            until.map { words.seats.fromTo(words.date(from), words.date($0)) }
                            ?? words.seats.from(words.date(from))
                        let line = "\(isDeputy ? words.seats.deputyFor(title) : title), \(time)"
                        if until.map({ $0 >= reading.today }) ?? true { now.append(line) } else { before.append(line) }
                    }
                }
            }
        }
        return (now, before)
    }

    private func abovePeople(_ reading: Reading) -> [Shell.Step] {
        [
            .init(name: reading.words.work.title, steps: ["arbete"]),
            .init(name: reading.words.people.title, steps: ["arbete", "personer"]),
        ]
    }

    private func page(
        _ asked: Asked,
        _ reading: Reading,
        _ title: String,
        steps: [String],
        above: [Shell.Step] = [],
        wraps: Bool = true,
        content: (HTML) -> Void
    ) -> Answer {
        let base = steps == ["arbete", "personer"] ? Array(abovePeople(reading).prefix(1)) : abovePeople(reading)
        let shell = Shell(title: title, description: title, steps: steps, above: base + above, hasHistory: false)
        return .page(
            shell.page(reading, assets: assetAddresses) { html in
                if wraps { html.div(.class("document")) { content(html) } } else { content(html) }
            },
            caching: .never
        )
    }
}
