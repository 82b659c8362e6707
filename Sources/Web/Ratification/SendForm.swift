import Cooperation
import Markup
import Registry

extension Site {
    /// The form by which the proposal that counts is sent to the municipalities.
    var sendForm: [Route] {
        editing(
            [.sendProposal],
            "/ratificering/{edition}/skicka",
            needing: { asked, reading in
                _ = try reading.proposal(at: asked)
                return Need(.sendProposal)
            },
            form: { context in
                let (words, reading) = (context.words, context.reading)
                let texts = words.ratification.locking
                let proposal = try reading.proposal(at: context.asked)
                let edition = proposal.facts.edition
                let remaining = remaining(proposal, reading)
                let plan = RoundPlan(of: edition, in: reading.cooperation, on: reading.today)
                let choices = remaining.map { municipality in
                    let row = plan?.rows.first { $0.municipality.facts.id == municipality.facts.id }
                    return FormField.Choice(
                        municipality.facts.id.text,
                        municipality.facts.name,
                        help: row.map { words.ratification.schedule.standing(of: SchedulePage.Row($0), words).withCapital }
                    )
                }
                return EditForm(
                    title: texts.sendTitle(proposal.facts.text.title),
                    lead: remaining.isEmpty ? texts.sendNobody : texts.sendLead,
                    form: Form(
                        [FormField("kommuner", words.frame.municipalities, .several(choices), missing: texts.sendMissing)],
                        values: ["kommuner": choices.map(\.value)]
                    ),
                    submit: texts.sendSubmit,
                    above: reading.above(roundOf: edition),
                    place: .programme,
                    isAbout: { act in
                        switch act {
                        case .ratification(let act):
                            // Who stands over from the proposal before isn't sent this one.
                            act.edition == edition
                                && (act.isAboutProposal
                                    || act.decidesWhatStandsOver && act.place?.number != proposal.facts.number)
                        default: false
                        }
                    },
                    takesDrafts: false,
                    aside: { html in writeSent(proposal, edition, plan, html, reading) }
                )
            },
            save: { form, context in
                let proposal = try context.reading.proposal(at: context.asked)
                let edition = proposal.facts.edition
                let chosen = form.all("kommuner").compactMap { Municipality.ID($0) }
                return Edit(
                    SendProposal(edition, number: proposal.facts.number, to: chosen),
                    happened: context.today,
                    done: context.reading.address("ratificering", edition.text),
                    message: context.words.ratification.locking.sendDone(chosen.count, context.words.number(chosen.count)),
                    names: ["municipalities": "kommuner"]
                )
            }
        )
    }

    /// The members that haven't got the proposal, and whose earlier decision doesn't stand over.
    private func remaining(_ proposal: Proposal, _ reading: Reading) -> [Municipality] {
        reading.cooperation.members.members(on: reading.today).filter { proposal[$0.facts.id] == nil }
    }

    /// What each of them gets, beside the form.
    private func writeSent(_ proposal: Proposal, _ edition: Edition.ID, _ plan: RoundPlan?, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let texts = words.ratification.locking
        html.h2(texts.whatIsSent)
        html.facts(
            [
                Fact(texts.text, proposal.facts.text.title, isContent: true),
                Fact(texts.proposal, words.number(proposal.facts.number)),
                Fact(texts.lockedOn, words.period(proposal.locked)),
            ],
            words
        )
        if let digest = proposal.facts.digest {
            html.p(texts.digest)
            html.p(.class("chain")) { html.code(digest) }
        }
        html.p(texts.eachGets)
        if let page = plan == nil ? nil : SchedulePage(edition, reading) {
            html.p(page.lead(words))
            for reason in page.reasons(words) { html.p(reason) }
        } else {
            html.p(words.ratification.schedule.none)
        }
        html.p(.class("go")) {
            html.a(words.ratification.schedule.short, to: reading.address("ratificering", edition.text, "tidplan"))
        }
    }
}
