import Cooperation
import HTTPTypes
import Identity
import Journal
import Markup
import Registry

import struct Cooperation.Draft

extension Site {
    /// The forms by which those invited, and everybody while it is open, say what they think of a draft.
    var contributionRoutes: [Route] {
        ["/program/{edition}/utkast/synpunkt", "/program/{edition}/utkast/{part}/synpunkt"].flatMap { (pattern: Pattern) in
            [
                Route(.get, pattern) { asked in
                    let (draft, reading) = try seenDraft(asked)
                    let questions = try ContributionForm(draft, asked, reading, commentedPart(asked, draft))
                    return contributionPage(questions, asked, reading)
                },
                Route(.post, pattern, bodyLimit: 131_072) { asked in try await contribute(asked) },
            ]
        } + [
            Route(.get, "/program/{edition}/utkast/tack", isCached: true) { asked in
                let (draft, reading) = try seenDraft(asked)
                let words = reading.words.draftForms
                return message(asked, words.thanks, words.thanksTexts, steps: asked.steps) { html in
                    html.p(.class("go")) { html.a(reading.words.drafting.toDraft, to: reading.address(steps: draft.steps)) }
                }
            }
        ]
    }

    private func commentedPart(_ asked: Asked, _ draft: Draft) throws(Fault) -> Edition.Node? {
        asked["part"].isEmpty ? nil : try part(asked, of: draft)
    }

    private func contributionPage(
        _ questions: ContributionForm,
        _ asked: Asked,
        _ reading: Reading,
        ticket id: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Answer {
        let words = reading.words.draftForms
        var page = FormPage(
            title: questions.title,
            lead: questions.lead(reading),
            action: reading.address(steps: asked.steps),
            form: questions.form,
            submit: words.sendContribution
        )
        page.ticket = questions.capacity == nil ? nil : ticket(asked, id: id)
        page.cancel = reading.address(steps: questions.draft.steps)
        if let node = questions.node {
            page.aside = { html in
                html.h2(words.textNow)
                for field in Contribution.Field.allCases {
                    guard let text = reading.text(node.text(in: field)) else { continue }
                    html.p(reading.words.drafting.field(field), .class("kicker"))
                    html.paragraphs(text)
                }
            }
        }
        let shell = Shell(
            title: questions.title,
            titlePrefix: page.titlePrefix(reading.words),
            description: questions.title,
            steps: asked.steps,
            place: .programme,
            above: above(questions.draft, reading),
            hasHistory: false
        )
        let markup = shell.page(reading, assets: assetAddresses) { html in
            if questions.isOpen {
                page.write(html, reading.words)
            } else {
                html.div(.class("document")) {
                    html.h1(questions.title)
                    html.p(words.notTakenIn, .class("lead"))
                    html.p(.class("go")) {
                        html.a(reading.words.drafting.toDraft, to: reading.address(steps: questions.draft.steps))
                    }
                }
            }
        }
        return .page(markup, status: status, caching: .never)
    }

    private func contribute(_ asked: Asked) async throws -> Answer {
        let (draft, reading) = try seenDraft(asked)
        var questions = try ContributionForm(draft, asked, reading, commentedPart(asked, draft))
        var ticket: FormTicket?
        let sent: Query
        if questions.capacity != nil { (sent, ticket) = try checkedTicket(asked) } else { sent = try asked.form() }
        questions.form.read(sent, in: reading.words, on: reading.today)
        func shown(_ status: HTTPResponse.Status = .unprocessableContent) -> Answer {
            contributionPage(questions, asked, reading, ticket: ticket?.id, status: status)
        }
        guard questions.isOpen, questions.form.isRight else { return shown() }
        do {
            if let capacity = questions.capacity, let ticket, let viewer = asked.viewer.signedIn {
                guard let authority = Authority(capacity, .readDraft, about: .init()), let id = Contribution.ID(ticket.id) else {
                    throw Fault.refused(reading.words.faults.noAccess)
                }
                let sender = Contribution.Sender.invited(body: capacity.body, municipality: capacity.municipality)
                let request = questions.request(id: id, from: sender)
                _ = try await readings.registrar.perform(
                    [.init(request, .day(reading.today))],
                    by: authority,
                    form: Hex.bytes(ticket.id)
                )
                flashes.put(reading.words.draftForms.contributed, for: viewer.session.id)
                return .seeOther(reading.address(steps: draft.steps, fragment: questions.node.map { ID("del-\($0.id.text)") }))
            }
            guard contributionLimit.takes(from: asked.peer, at: readings.clock().microseconds) else {
                questions.form.refuse(nil, reading.words.draftForms.tooMany)
                return shown(.tooManyRequests)
            }
            try await contributeAsAnyone(questions, reading)
            return .seeOther(reading.address(steps: draft.steps + ["tack"]))
        } catch let refused as Registrar.Refused {
            questions.form.refuse(refused.refusal, names: ContributionForm.names)
        } catch let refusal as Refusal {
            questions.form.refuse(refusal, names: ContributionForm.names)
        } catch let unavailable as Registrar.Unavailable {
            questions.form.refuse(nil, unavailable.inWords)
            return shown(.serviceUnavailable)
        }
        return shown()
    }

    /// Takes in what somebody says who hasn't signed in; the same twice on one day is one.
    private func contributeAsAnyone(_ questions: ContributionForm, _ reading: Reading) async throws {
        let form = questions.form
        let parts = [questions.draft.edition.text, reading.today.iso] + form.fields.map { form[$0.name] }
        // With the key, or anybody could try names and texts against what is public of it, also when they have been erased.
        let keyed = contributionKey + Array(parts.joined(separator: "\n").utf8)
        guard let id = Contribution.ID(Hex.text(Array(Digest(of: keyed).bytes.prefix(16)))) else {
            return
        }
        let name = form.given("namn")
        let nameID = name.map { _ in ContributorName.newID() }
        let request = questions.request(id: id, from: .anyone(name: nameID))
        do {
            _ = try await readings.registrar.perform(request, happened: .day(reading.today), as: .anyone)
        } catch let refusal as Refusal where refusal.code == "draft.contributed" {
            return
        }
        // After the act: of one that was refused nothing is to be known.
        if let name, let nameID, let until = questions.draft.opening?.fact.until {
            try await readings.registrar.keep(contributorName: name, as: nameID, afterRound: until)
        }
    }
}

/// The questions to somebody who says what they think of a draft.
struct ContributionForm: Sendable {
    let draft: Draft
    /// The part that it is about; nil for the whole.
    let node: Edition.Node?
    let title: String
    /// In what capacity somebody who was invited speaks; nil for the public.
    let capacity: Capacity?
    let isOpen: Bool
    var form: Form
    /// What stands in the part now, by the names of its texts.
    private let texts: [String: String]

    /// The form's names of the request's fields.
    static let names = ["text": "tycker", "outcome": "falt", "node": "falt"]

    init(_ draft: Draft, _ asked: Asked, _ reading: Reading, _ node: Edition.Node?) {
        let words = reading.words.draftForms
        self.draft = draft
        self.node = node
        capacity = reading.invitedCapacity(to: draft)
        isOpen = reading.mayContribute(to: draft)
        var fields: [FormField] = []
        var values: [String: [String]] = [:]
        var texts: [String: String] = [:]
        if let node {
            title = words.commentTitle(reading.numberedName(of: node, draft.current.text.numbers))
            var choices = [FormField.Choice(Self.whole, words.wholePart)]
            for field in Contribution.Field.allCases {
                guard let text = reading.shown(node.text(in: field)).first else { continue }
                texts[field.rawValue] = text
                choices.append(.init(field.rawValue, reading.words.drafting.field(field)))
            }
            let first = texts["text"] == nil ? "title" : "text"
            fields.append(FormField("falt", words.aboutWhich, .radio(choices)))
            fields.append(
                FormField(
                    "forslag",
                    words.proposal,
                    .text(rows: 6),
                    help: words.proposalHelp,
                    isRequired: false,
                    most: max(Contribute.longestText, (texts[first]?.unicodeScalars.count ?? 0) + 1_000)
                )
            )
            values = ["falt": [first], "forslag": texts[first].map { [$0] } ?? []]
        } else {
            title = words.commentWholeTitle
        }
        self.texts = texts
        fields.append(
            FormField(
                "tycker",
                node == nil ? words.opinion : words.opinionOrReason,
                .text(rows: 6),
                help: node == nil ? nil : words.opinionHelp,
                isRequired: node == nil,
                most: Contribute.longestText
            )
        )
        if capacity == nil {
            fields.append(
                FormField(
                    "namn",
                    words.yourName,
                    help: words.yourNameHelp(ContributorName.daysKept),
                    isRequired: false,
                    most: 100
                )
            )
        }
        form = Form(fields, values: values)
    }

    private static let whole = "hela"

    /// How it is taken in, in a sentence.
    func lead(_ reading: Reading) -> String {
        let words = reading.words.draftForms
        guard let until = draft.opening?.fact.until else { return words.notTakenIn }
        let day = reading.words.date(until)
        return capacity.map { words.leadInvited(reading.title(of: $0), day) } ?? words.leadPublic(day)
    }

    /// What a right form asks for.
    func request(id: Contribution.ID, from sender: Contribution.Sender) -> Contribute {
        var request = Contribute(draft.edition, id: id, on: node?.id, text: form["tycker"], from: sender)
        request.capacity = capacity
        request.field = form.given("falt").flatMap { Contribution.Field(rawValue: $0) }
        // The text as it stood in the form, of whatever field, is no proposal.
        if let proposed = form.given("forslag"), !texts.values.contains(proposed) { request.proposed = proposed }
        return request
    }
}
