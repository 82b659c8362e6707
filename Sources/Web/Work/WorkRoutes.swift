import Cooperation
import HTTPTypes
import Identity
import Markup
import Registry

extension Site {
    /// The workspace: what waits, and what one acts as.
    var workRoutes: [Route] {
        [
            Route.signedIn(.get, "/arbete") { asked, who in
                let reading = readings.whole(for: asked)
                var page = WorkPage(who, await work(of: who, reading), reading)
                page.trackNews = who.capacity.map { trackNews(for: $0, reading) }
                let shell = Shell(
                    title: reading.words.work.title,
                    description: reading.words.work.title,
                    steps: ["arbete"],
                    hasHistory: false
                )
                return .page(
                    shell.page(reading, assets: assetAddresses) { [page] html in page.write(html, reading, ticket: ticket(asked))
                    }
                )
            },
            Route.signedIn(.post, "/arbete/plats") { asked, who in
                let sent = try checkedTicket(asked).sent
                let reading = readings.now(for: asked)
                guard let chosen = who.capacities.first(where: { $0.seat.description == sent["plats"] }) else {
                    throw Fault.refused(reading.words.faults.noAccess)
                }
                do { try await accounts.choose(capacity: chosen.seat.description, in: who.token) } catch {
                    throw storageFault(asked)
                }
                flashes.put(reading.words.work.switched(reading.title(of: chosen)), for: who.session.id)
                return .seeOther(reading.address("arbete"))
            },
        ]
    }

    /// What throws away a draft from the workspace; only one's own stand there.
    var draftRoutes: [Route] {
        [
            Route.signedIn(.post, "/arbete/utkast/{id}/kasta") { asked, who in
                _ = try checkedTicket(asked)
                let drafts = readings.registrar.snapshot.drafts
                // One that is gone is as its writer wants it, also when the form is sent again.
                if drafts.of(who.person.id).contains(where: { $0.id == asked["id"] }) {
                    try await removeDraft(asked["id"], for: who, asked)
                }
                return .seeOther(readings.now(for: asked).address("arbete"))
            }
        ]
    }

    /// What each capability says waits; a new one adds its own here.
    private var workSources: [WorkSource] {
        [organisationWork, draftingWork, draftWork, ratificationWork, meetingsWork, studiesWork]
    }

    /// Everything that waits for somebody in the capacity they have chosen.
    private func work(of who: SignedIn, _ reading: Reading) async -> [WorkItem] {
        guard let capacity = who.capacity else { return [] }
        var items = workSources.flatMap { $0(reading, capacity) }
        if reading.viewer.may(.keepAccounts) { items += await factorRequests(who, reading) }
        return items
    }

    /// Requests for a new second factor that this administrator hasn't confirmed.
    private func factorRequests(_ who: SignedIn, _ reading: Reading) async -> [WorkItem] {
        let words = reading.words.work
        return await accounts.factorRequests()
            .filter { $0.person != who.person.id.text && !$0.confirmedBy.contains(who.person.id.text) }
            .compactMap { request in
                guard let id = Person.ID(request.person), let person = reading.person(id) else { return nil }
                return WorkItem(
                    kind: "factor-request",
                    what: words.factorRequest(person.name),
                    place: words.factorRequestText,
                    steps: ["arbete", "personer", id.text],
                    action: words.confirm
                )
            }
    }

    /// What the person has written and not sent.
    private var draftWork: WorkSource {
        { reading, capacity in
            let words = reading.words.work
            return reading.drafts.of(capacity.person).map { note in
                WorkItem(
                    kind: "draft",
                    what: words.draft(note.path),
                    place: words.draftText(reading.words.moment(note.saved)),
                    steps: note.path.split(separator: "/").map(String.init),
                    query: [(Onward.draft, note.id)],
                    action: words.goOn,
                    draft: note.id
                )
            }
        }
    }

    /// Seats that stand empty or soon will, and chairs that haven't been chosen.
    private var organisationWork: WorkSource {
        { reading, capacity in
            let (words, today) = (reading.words.work, reading.today)
            let organisation = reading.cooperation.organisation
            func may(_ permission: Permission, _ body: Body.ID, _ municipality: Municipality.ID? = nil) -> Bool {
                permission.allows(capacity, about: .init(municipality: municipality, body: body))
            }
            var items: [WorkItem] = []
            for parity in reading.cooperation.parities(on: today) {
                guard let body = organisation[parity.body] else { continue }
                guard let vacancies = parity.vacancies else {
                    if may(.beginOrEndBody, body.facts.id) {
                        items.append(
                            WorkItem(
                                kind: "no-seats",
                                what: words.noSeats(body.facts.name),
                                place: words.noSeatsText,
                                steps: body.steps + ["platser", "alla"],
                                action: words.setUp
                            )
                        )
                    }
                    continue
                }
                let mine = vacancies.filter { may(.changeSeat, body.facts.id, $0.municipality) }
                guard let oldest = mine.map(\.since).min() else { continue }
                let names = mine.map { reading.name(of: .municipality($0.municipality)) }
                let age = Int(today.number - oldest.number)
                items.append(
                    WorkItem(
                        kind: "vacancy",
                        // A month is what it takes for a board to appoint somebody; before that an empty place is no fault.
                        due: oldest.adding(days: 30),
                        what: words.vacancies(body.facts.name, reading.words.list(names)),
                        place: words.vacancyAge(age, reading.words.number(age)),
                        steps: mine.count == 1 ? body.vacantSeat(for: mine[0].municipality, on: today) : body.steps + ["platser"],
                        action: words.fill
                    )
                )
            }
            for kind in Body.Kind.allCases {
                for body in organisation.bodies(kind) where body.closing == nil {
                    if let due = body.presidencyDue(on: today), may(.recordPresidency, body.facts.id) {
                        items.append(
                            WorkItem(
                                kind: "presidency",
                                due: due,
                                what: words.presidency(body.facts.name),
                                place: words.presidencyText,
                                steps: body.steps + ["ordforande"],
                                action: words.choose
                            )
                        )
                    }
                    for seat in body.seats(on: today) where may(seat.facts.role.changing, body.facts.id, seat.facts.municipality)
                    {
                        guard let tenure = seat.tenure(on: today), let last = seat.lastDay(of: tenure),
                            last <= today.adding(days: 60), seat.tenure(on: last.adding(days: 1)) == nil, seat.closing == nil
                        else { continue }
                        items.append(
                            WorkItem(
                                kind: "seat-ending",
                                due: last,
                                what: words.ending(reading.title(of: seat.reference)),
                                place: words.endingText,
                                steps: body.steps + ["platser", seat.facts.id.text],
                                action: words.renew
                            )
                        )
                    }
                }
            }
            return items
        }
    }
}

extension Body {
    /// Where a municipality's place is filled: the form of its empty seat, or the page of all seats when it has none.
    fileprivate func vacantSeat(for municipality: Municipality.ID, on day: Day) -> [String] {
        let seat = seats(on: day).first {
            $0.facts.municipality == municipality && $0.facts.role.representsMunicipality && $0.tenure(on: day) == nil
        }
        return steps + ["platser"] + (seat.map { [$0.facts.id.text, "byt"] } ?? [])
    }
}
