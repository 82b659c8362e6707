import Cooperation
import Markup
import Registry

extension Site {
    /// The form by which the committee's proposal is locked.
    var lockForm: [Route] {
        editing(
            [.lockProposal],
            "/ratificering/{edition}/las",
            needing: { asked, reading in
                let edition = try roundEdition(asked, reading)
                guard reading.cooperation.drafting[edition] != nil else { throw reading.notThen }
                return Need(.lockProposal)
            },
            form: { context in
                let (words, reading) = (context.words, context.reading)
                let texts = words.ratification.locking
                let edition = try roundEdition(context.asked, reading)
                let draft = try draft(edition, reading)
                let round = reading.cooperation.ratification[edition]
                return EditForm(
                    title: texts.title(draft.current.text.title),
                    lead: round?.current == nil ? texts.lead : texts.leadAgain,
                    form: Form(
                        CommitteeDecision(reading).fields + RuleQuestions.fields(words, isFirst: round?.current == nil)
                            + [
                                FormField(
                                    "anmarkningar",
                                    words.frame.remarks,
                                    .lines(mostLines: 10),
                                    isRequired: false,
                                    most: 500
                                )
                            ],
                        values: RuleQuestions.values(
                            of: round?.current?.facts.rule
                                // Meant to apply from a day, and not before it however soon the boards decide.
                                ?? EntryRule(.everyMember, notBefore: draft.current.text.validity.from.first)
                        )
                    ),
                    submit: texts.submit,
                    above: reading.above(roundOf: edition),
                    place: .programme,
                    // What is locked is what was read: a change of the draft since then is said, and nothing is locked.
                    isAbout: { act in
                        switch act {
                        // Also an accepted proposal is a new version.
                        case .drafting(let act): act.edition == edition && act.change != nil
                        // What stands over from the proposal before is what the boards have decided on it.
                        case .ratification(let act): act.edition == edition && (act.isAboutProposal || act.decidesWhatStandsOver)
                        default: false
                        }
                    },
                    takesDrafts: false,
                    aside: { html in writeLocked(draft, edition, html, reading) }
                )
            },
            save: { form, context in
                let reading = context.reading
                let edition = try roundEdition(context.asked, reading)
                let draft = try draft(edition, reading)
                var (decision, requests) = try CommitteeDecision(reading).read(form) { dayKnown(of: $0) }
                var request = LockProposal(
                    edition,
                    version: draft.current.number,
                    digest: reading.canonicalText(of: draft.current.text).digest,
                    by: decision,
                    rule: try RuleQuestions.rule(form, context.words)
                )
                request.remarks = form.all("anmarkningar").map { .written($0) }
                requests.append(.init(request, .day(context.today)))
                var names = CommitteeDecision.names
                names.merge(RuleQuestions.names) { first, _ in first }
                return Edit(
                    requests,
                    done: reading.address("ratificering", edition.text),
                    message: context.words.ratification.locking.done,
                    names: names
                )
            }
        )
    }

    private func draft(_ edition: Edition.ID, _ reading: Reading) throws(Fault) -> Draft {
        guard let draft = reading.cooperation.drafting[edition] else { throw reading.notThen }
        return draft
    }

    /// What will be locked, beside the form.
    private func writeLocked(_ draft: Draft, _ edition: Edition.ID, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let texts = words.ratification.locking
        html.h2(texts.locked)
        html.facts(
            [
                Fact(texts.text, draft.current.text.title, isContent: true),
                Fact(texts.version, words.number(draft.current.number)),
                Fact(texts.parts, words.number(draft.current.text.nodes.count)),
                Fact(texts.saved, words.period(draft.current.saved)),
            ],
            words
        )
        html.p(texts.digest)
        html.p(.class("chain")) { html.code(reading.canonicalText(of: draft.current.text).digest) }
        let checks = reading.checks(of: draft)
        if !checks.findings.isEmpty {
            html.p(.class("notice")) {
                html.text("\(texts.findings(words.number(checks.findings.count))) ")
                html.a(texts.showFindings, to: reading.address("program", edition.text, "utkast", "kontroll"))
            }
        }
        html.p(.class("go")) { html.a(texts.read, to: reading.address("program", edition.text, "utkast")) }
    }
}

/// The rule by which a proposal comes into force, as plain questions.
enum RuleQuestions {
    /// The form's names of the rule's fields.
    static let names = ["quorumMembers": "minst", "quorumPopulation": "andel", "notBefore": "tidigast"]

    /// The questions; who must decide anew is asked only where there is an earlier proposal.
    static func fields(_ words: Words, isFirst: Bool) -> [FormField] {
        let texts = words.ratification.locking
        var fields = [
            FormField(
                "krav",
                texts.consent,
                .radio([
                    .init("alla", texts.everyMember, help: texts.everyMemberHelp),
                    .init("alla-utan-tillagg", texts.withoutAddition, help: texts.withoutAdditionHelp),
                    .init("tillrackligt-manga", texts.quorum, help: texts.quorumHelp),
                ])
            ),
            FormField("minst", texts.quorumMembers, .number(1...290), help: texts.quorumOnly, isRequired: false),
            FormField("andel", texts.quorumPopulation, .number(0...100), help: texts.quorumShareHelp, isRequired: false),
            FormField(
                "raknas",
                texts.effect,
                .radio([
                    .init(EntryRule.Effect.adoption.rawValue, texts.fromDecision),
                    .init(EntryRule.Effect.legalForce.rawValue, texts.fromLegalForce, help: texts.legalForceHelp),
                ])
            ),
            FormField("tidigast", texts.notBefore, .day, help: texts.notBeforeHelp, isRequired: false),
            FormField(
                "omtag",
                texts.restart,
                .radio([
                    .init(EntryRule.Restart.everyone.rawValue, texts.restartEveryone),
                    .init(EntryRule.Restart.thoseWithoutAdoption.rawValue, texts.restartSome),
                ]),
                help: isFirst ? texts.restartHelpFirst : texts.restartHelp
            ),
        ]
        fields[0].heading = texts.rule
        return fields
    }

    /// What stands there at first.
    static func values(of rule: EntryRule) -> [String: [String]] {
        var values: [String: [String]] = [
            "raknas": [rule.effect.rawValue], "omtag": [rule.restart.rawValue],
            "tidigast": rule.notBefore.map { [$0.iso] } ?? [],
        ]
        switch rule.consent {
        case .everyMember: values["krav"] = ["alla"]
        case .everyMemberWithoutAddition: values["krav"] = ["alla-utan-tillagg"]
        case .quorum(let members, let thousandths):
            values["krav"] = ["tillrackligt-manga"]
            values["minst"] = [String(members)]
            values["andel"] = [String(thousandths / 10)]
        }
        return values
    }

    /// The rule that was answered.
    static func rule(_ form: Form, _ words: Words) throws(Refusal) -> EntryRule {
        let texts = words.ratification.locking
        let consent: EntryRule.Consent
        switch form["krav"] {
        case "alla-utan-tillagg": consent = .everyMemberWithoutAddition
        case "tillrackligt-manga":
            guard let members = form.number("minst") else {
                throw Refusal("ratification.quorum-members", field: "minst", texts.quorumMissing)
            }
            consent = .quorum(members: members, populationThousandths: (form.number("andel") ?? 0) * 10)
        default: consent = .everyMember
        }
        if form["krav"] != "tillrackligt-manga", form.given("minst") != nil || form.given("andel") != nil {
            throw Refusal("ratification.quorum-unused", field: "krav", texts.quorumUnused)
        }
        return EntryRule(
            consent,
            at: EntryRule.Effect(rawValue: form["raknas"]) ?? .adoption,
            notBefore: form.day("tidigast"),
            restart: EntryRule.Restart(rawValue: form["omtag"]) ?? .everyone
        )
    }
}
