import Cooperation
import Difference
import HTTPTypes
import Identity
import Markup
import Registry

import struct Cooperation.Draft

extension Site {
    /// What is done with what came in.
    var answerRoutes: [Route] { [releaseRoute] + takeDownRoutes + answeringRoutes }

    private var releaseRoute: Route {
        Route.may(
            [.writeDraft],
            .post,
            "/program/{edition}/utkast/synpunkter/{id}/slapp",
            needing: { asked in
                _ = try contribution(asked, of: draft(asked, readings.whole(for: asked, isShown: false)))
                return Need(.writeDraft)
            }
        ) { asked, acting in
            let ticket = try checkedTicket(asked).ticket
            let reading = readings.whole(for: asked)
            let draft = try draft(asked, reading)
            let id = try contribution(asked, of: draft).facts.id
            do {
                _ = try await readings.registrar.perform(
                    [.init(ReleaseContribution(draft.edition, id), .day(reading.today))],
                    by: acting.authority,
                    form: buttonID(ticket, id.text, "slapp")
                )
                flashes.put(reading.words.draftForms.released, for: acting.who.session.id)
            } catch let refused as Registrar.Refused {
                flashes.put(refused.refusal.message, for: acting.who.session.id)
            } catch let unavailable as Registrar.Unavailable {
                throw Fault.unavailable(unavailable.inWords)
            }
            return .seeOther(reading.address(steps: draft.steps + ["synpunkter"]))
        }
    }

    private var takeDownRoutes: [Route] {
        editing(
            [.writeDraft],
            "/program/{edition}/utkast/synpunkter/{id}/ta-bort",
            needing: { asked, reading in
                _ = try contribution(asked, of: draft(asked, reading))
                return Need(.writeDraft)
            },
            form: { context in
                let (words, reading) = (context.words.draftForms, context.reading)
                let draft = try draft(context.asked, reading)
                let shown = ShownContribution(try contribution(context.asked, of: draft), of: draft, reading)
                return EditForm(
                    title: words.takeDownTitle,
                    lead: words.takeDownLead,
                    form: Form([FormField("skal", words.takeDownReason, .text(rows: 3), help: words.takeDownHelp, most: 1_000)]),
                    submit: words.takeDownSubmit,
                    above: aboveContribution(draft, reading),
                    place: .programme,
                    takesDrafts: false,
                    aside: { html in
                        html.h2(shown.about(reading.words), .content)
                        shown.write(html, reading)
                    }
                )
            },
            save: { form, context in
                let draft = try draft(context.asked, context.reading)
                let id = try contribution(context.asked, of: draft).facts.id
                return Edit(
                    TakeDownContribution(draft.edition, id, reason: form["skal"]),
                    happened: context.today,
                    done: context.reading.address(steps: draft.steps + ["synpunkter"]),
                    message: context.words.draftForms.takenDown,
                    names: ["reason": "skal"]
                )
            }
        )
    }

    private var answeringRoutes: [Route] {
        editing(
            [.writeDraft],
            "/program/{edition}/utkast/synpunkter/{id}/besvara",
            bodyLimit: Self.textsLimit,
            needing: { asked, reading in
                _ = try contribution(asked, of: draft(asked, reading))
                return Need(.writeDraft)
            },
            form: { context in
                let (words, reading) = (context.words.draftForms, context.reading)
                let draft = try draft(context.asked, reading)
                let contribution = try contribution(context.asked, of: draft)
                let shown = ShownContribution(contribution, of: draft, reading)
                let isProposal = contribution.facts.proposed != nil && shown.anchor != .gone
                // What has been changed since can't be taken in as it is.
                let outcomes: [Contribution.Answer.Outcome] =
                    (isProposal && shown.anchor == .unchanged ? [.accepted] : []) + [.partly, .declined, .noted]
                let places = (draft.whereabouts(of: contribution)?.parts ?? []).compactMap { draft.current.text.node($0) }
                let place = self.place(of: contribution, among: places)
                var fields = [
                    FormField(
                        "utfall",
                        words.outcome,
                        .radio(
                            outcomes.map {
                                .init(
                                    $0.rawValue,
                                    reading.words.drafting.outcome($0),
                                    help: isProposal ? words.outcomeHelp($0) : nil
                                )
                            }
                        )
                    ),
                    FormField("skal", words.answerReason, .text(rows: 4), help: words.answerReasonHelp, most: 2_000),
                ]
                if isProposal, places.count > 1 {
                    let numbers = draft.current.text.numbers
                    let choices = places.map { FormField.Choice($0.id.text, reading.numberedName(of: $0, numbers)) }
                    fields.append(
                        FormField("del", words.whichPart, .radio(choices), help: words.whichPartHelp, isRequired: false)
                    )
                }
                if isProposal {
                    fields.append(
                        FormField(
                            "lydelse",
                            words.otherwise,
                            .text(rows: 6),
                            help: words.otherwiseHelp,
                            isRequired: false,
                            most: 20_000
                        )
                    )
                }
                let (edition, id) = (draft.edition, contribution.facts.id)
                // What has been taken in already stands in the text, and is what is answered anew.
                let isTakenIn = contribution.answer.map { $0.fact.outcome == .accepted || $0.fact.outcome == .partly } ?? false
                let wording = isTakenIn ? contribution.facts.field.flatMap { place?.text(in: $0) } : contribution.facts.proposed
                return EditForm(
                    title: words.answerTitle,
                    lead: isTakenIn && isProposal
                        ? words.answerLeadTakenIn
                        : shown.anchor == .changed ? words.answerLeadChanged : words.answerLead,
                    form: Form(
                        fields,
                        values: ["lydelse": reading.shown(wording), "del": place.map { [$0.id.text] } ?? []]
                    ),
                    submit: words.answerSubmit,
                    above: aboveContribution(draft, reading),
                    place: .programme,
                    isAbout: { act in
                        guard let act = act.drafting(of: edition) else { return false }
                        if case .answered(let answering) = act, answering.answer.contribution == id { return true }
                        return places.contains { act.change?.touches($0.id) ?? false }
                    },
                    aside: { html in
                        html.h2(shown.about(reading.words), .content)
                        html.p("\(shown.sender), \(reading.words.period(shown.sent))", .class("kicker"))
                        shown.write(html, reading, isHandled: true)
                    }
                )
            },
            save: { form, context in
                let draft = try draft(context.asked, context.reading)
                let contribution = try contribution(context.asked, of: draft)
                let facts = contribution.facts
                guard let outcome = Contribution.Answer.Outcome(rawValue: form["utfall"]) else { throw Fault.notFound }
                let parts = draft.whereabouts(of: contribution)?.parts ?? []
                let part = parts.count == 1 ? parts.first : form.asks(for: "del") ? Edition.Node.ID(form["del"]) : nil
                let recorded = facts.field.flatMap { field in
                    part.flatMap { draft.current.text.node($0) }?.text(in: field)
                }
                return Edit(
                    AnswerContribution(
                        draft.edition,
                        facts.id,
                        outcome,
                        reason: form["skal"],
                        otherwise: outcome == .partly && form.asks(for: "lydelse")
                            ? try form.passage("lydelse", keeping: recorded, context.reading) : nil,
                        in: part
                    ),
                    happened: context.today,
                    done: context.reading.address(steps: draft.steps + ["synpunkter"]),
                    message: context.words.draftForms.answered,
                    names: [
                        "reason": "skal", "outcome": "utfall", "otherwise": "lydelse", "part": "del", "nodes": "lydelse",
                        "node": "utfall",
                    ]
                )
            }
        )
    }

    /// The part whose text an answer is most likely to be about: the one that says what was proposed, or what the text said then.
    private func place(of contribution: Contribution, among places: [Edition.Node]) -> Edition.Node? {
        guard let field = contribution.facts.field else { return places.first }
        return places.first { $0.text(in: field) == contribution.facts.proposed }
            ?? places.first { $0.text(in: field) == contribution.facts.basis } ?? places.first
    }

    private func contribution(_ asked: Asked, of draft: Draft) throws(Fault) -> Contribution {
        guard let id = Contribution.ID(asked["id"]), let contribution = draft.contribution(id) else { throw .notFound }
        return contribution
    }

    private func aboveContribution(_ draft: Draft, _ reading: Reading) -> [Shell.Step] {
        above(draft, reading) + [.init(name: reading.words.drafting.contributions, steps: draft.steps + ["synpunkter"])]
    }

    // MARK: Inviting

    /// The form by which some, or everybody, are invited to say what they think.
    var openingRoutes: [Route] {
        editing(
            [.writeDraft],
            "/program/{edition}/utkast/inbjudan",
            needing: { asked, reading in
                _ = try draft(asked, reading)
                return Need(.writeDraft)
            },
            form: { context in
                let (words, reading) = (context.words.draftForms, context.reading)
                let draft = try draft(context.asked, reading)
                let kinds: [Body.Kind] = [.committee, .managementGroup, .network]
                let bodies = kinds.flatMap { reading.cooperation.organisation.bodies($0) }.filter { $0.closing == nil }
                let edition = draft.edition
                var fields: [FormField] = []
                if !bodies.isEmpty {
                    fields.append(
                        FormField(
                            "organ",
                            words.invitedBodies,
                            .several(bodies.map { .init($0.facts.id.text, $0.facts.name) }),
                            isRequired: false
                        )
                    )
                }
                fields += [
                    FormField("kommunerna", words.invitedMunicipalities, .check, isRequired: false),
                    FormField("alla", words.invitedEverybody, .check, help: words.invitedEverybodyHelp, isRequired: false),
                    FormField("till", words.until, .day, help: words.untilHelp),
                    FormField(
                        "inbjudan",
                        words.invitation,
                        .text(rows: 5),
                        help: words.invitationHelp,
                        isRequired: false,
                        most: 2_000
                    ),
                ]
                let opening = draft.opening?.fact
                return EditForm(
                    title: words.openTitle,
                    lead: draft.publicSince == nil ? words.openLead : words.openLeadPublic,
                    form: Form(
                        fields,
                        changing: [
                            "organ": opening?.bodies.map(\.text) ?? [],
                            "kommunerna": opening?.municipalities ?? true ? [Form.yes] : [],
                            "alla": opening?.isPublic ?? false ? [Form.yes] : [],
                            "till": opening.map { [$0.until.iso] } ?? [], "inbjudan": reading.shown(opening?.invitation),
                        ]
                    ),
                    submit: words.openSubmit,
                    above: above(draft, reading),
                    place: .programme,
                    isAbout: { act in
                        if case .opened = act.drafting(of: edition) { true } else { false }
                    }
                )
            },
            save: { form, context in
                let reading = context.reading
                let draft = try draft(context.asked, reading)
                let done = reading.address(steps: draft.steps)
                guard !form.changed.isEmpty || draft.opening == nil else { return Edit([], done: done) }
                guard let until = form.day("till") else { throw Fault.notFound }
                var request = OpenDraft(
                    draft.edition,
                    bodies: form.all("organ").compactMap { Body.ID($0) },
                    municipalities: form.isChecked("kommunerna"),
                    isPublic: form.isChecked("alla"),
                    until: until
                )
                request.invitation = try form.passage("inbjudan", keeping: draft.opening?.fact.invitation, reading)
                return Edit(
                    request,
                    happened: context.today,
                    done: done,
                    message: context.words.draftForms.opened(context.words.date(until)),
                    names: ["until": "till", "bodies": form.asks(for: "organ") ? "organ" : "kommunerna", "isPublic": "alla"]
                )
            }
        )
    }
}
