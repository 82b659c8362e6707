import Cooperation
import HTTPTypes
import Identity
import Journal
import Markup
import Registry
import Synchronization

extension Site {
    /// Today, by the one clock.
    var today: Day { readings.clock().swedishDay }

    /// Who a browser's cookie stands for.
    func viewer(_ fields: HTTPFields) -> Viewer {
        guard let token = cookie.token(in: fields) else { return .anyone }
        switch accounts.session(token) {
        case .none: return .anyone
        case .expired(let person):
            return Viewer(session: nil, token: nil, expired: Person.ID(person), person: nil, capacities: [])
        case .open(let session):
            let snapshot = readings.registrar.snapshot
            // Somebody the vault has forgotten is nobody, whatever their browser remembers.
            guard let id = Person.ID(session.person), let person = snapshot.people[id] else { return .anyone }
            let capacities = session.stage == .full ? snapshot.cooperation.organisation.capacities(of: id, on: today) : []
            return Viewer(session: session, token: token, expired: nil, person: person, capacities: capacities)
        }
    }

    /// The way to sign in, or to confirm that it is still the same person, for whoever was stopped on the way to a page.
    ///
    /// What was written in a form is kept for the person, and stands there again afterwards. To somebody who may no longer send it, it is
    /// shown, to be copied.
    func instead(_ fault: Fault, _ asked: Asked) async -> Answer? {
        let step: [String]
        switch fault {
        case .signInNeeded: step = ["logga-in"]
        case .freshFactorNeeded: step = ["logga-in", "bekrafta"]
        case .refused(let message): return written(asked, refused: message)
        default: return nil
        }
        var onward = Onward(asked)
        if asked.method == .post {
            let wayBack = await wayBack(asked)
            // Without the form there is nothing to go back to after a code, and the page's own address may take no visits.
            guard wayBack != nil || asked.viewer.signedIn == nil else { return nil }
            onward = wayBack ?? .work
        }
        return .seeOther(Address(steps: step, query: onward.pairs + asked.languageQuery))
    }

    /// The way back to the page of what was sent, with what was written kept for the person; nil when there is none.
    private func wayBack(_ asked: Asked) async -> Onward? {
        // Nothing is kept for who is only half in: that may be somebody else, who has found the password and would fill the drafts.
        let person = asked.viewer.expired ?? asked.viewer.signedIn?.person.id
        guard let person, let page = page(ofSent: asked), let sent = try? asked.form(), sent[FormName.form] != nil else {
            return nil
        }
        // A button has a page to come back to, and nothing that was written.
        guard page.reads.contains(Onward.draft) else { return Onward(asked) }
        let draft = try? await readings.registrar.keep(
            draft: sent.encoded(leavingOut: [FormName.token]),
            at: asked.path,
            by: person,
            isShared: false
        )
        return draft.map { Onward(asked, draft: $0) }
    }

    /// The page of what was sent, when it may be told what that was: passwords and codes never are.
    private func page(ofSent asked: Asked) -> Route? {
        guard asked.steps.first != "logga-in", !asked.steps.starts(with: ["arbete", "konto"]),
            let path = try? DecodedPath(asked.rawPath), case .found(let found) = Routes(routes).match(.get, path)
        else { return nil }
        return found.route
    }

    /// What somebody wrote in a form that they may not send, as one text to copy; nil when nothing was.
    ///
    /// The seat may have ended while the form was open. No draft is kept, since the person may never open the form again.
    private func written(_ asked: Asked, refused message: String) -> Answer? {
        guard asked.method == .post, let page = page(ofSent: asked), page.reads.contains(Onward.draft),
            let texts = try? checkedTicket(asked).sent.written, !texts.isEmpty
        else { return nil }
        let words = Words.of(asked.language)
        let id = ID("skrivet")
        return self.message(
            asked,
            words.faults.refused,
            [message, words.faults.notKept],
            steps: asked.steps,
            status: .forbidden
        ) { html in
            html.div(.class("question")) {
                html.label(words.faults.written, for: id)
                let text = texts.joined(separator: "\n\n")
                html.textarea(FormText.shown(text), name: "skrivet", rows: 12, .id(id), .readOnly)
            }
            html.p(.class("go")) { html.a(words.work.title, to: readings.now(for: asked).address("arbete")) }
        }
    }

    // MARK: Forms

    /// The marks of a form that is about to be shown to somebody with a session; nil for everybody else.
    func ticket(_ asked: Asked, id: String? = nil) -> FormTicket? {
        guard let session = asked.viewer.session else { return nil }
        let form = id ?? Hex.text(Random.bytes(16))
        return FormTicket(
            id: form,
            token: FormToken.make(key: session.formKey, form: form),
            position: readings.registrar.progress.position
        )
    }

    /// A form that was sent in a session, and its marks.
    ///
    /// - Throws: `Fault.fromElsewhere` when it isn't one that this session was given.
    func checkedTicket(_ asked: Asked) throws -> (sent: Query, ticket: FormTicket) {
        let sent = try asked.form()
        guard let session = asked.viewer.session, let ticket = FormTicket(sent),
            FormToken.isRight(ticket.token, key: session.formKey, form: ticket.id)
        else { throw Fault.fromElsewhere }
        return (sent, ticket)
    }

    /// A page that says one thing.
    func message(
        _ asked: Asked,
        _ heading: String,
        _ texts: [String],
        steps: [String],
        status: HTTPResponse.Status = .ok,
        after: (HTML) -> Void = { _ in }
    ) -> Answer {
        let reading = readings.now(for: asked)
        let shell = Shell(title: heading, description: heading, steps: steps, hasHistory: false)
        return .page(
            shell.page(reading, assets: assetAddresses) { html in
                html.div(.class("document", "fault")) {
                    html.h1(heading)
                    for (index, text) in texts.enumerated() {
                        if index == 0 { html.p(text, .class("lead")) } else { html.p(text) }
                    }
                    after(html)
                }
            },
            status: status,
            caching: .never
        )
    }

    /// What is said when accounts can't be read or written just now.
    func storageFault(_ asked: Asked) -> Fault { .unavailable(Words.of(asked.language).signIn.storage) }
}

/// What is said on the next page after something was done, as that the change is saved.
///
/// In memory alone: if the machine stops in between, the page still shows what was done.
final class Flashes: Sendable {
    private let texts = Mutex<[String: String]>([:])
    /// More than this, and they are of sessions that nobody looks at.
    private static let most = 1_000

    /// Says something at the session's next page.
    func put(_ text: String, for session: String) {
        texts.withLock { texts in
            if texts.count >= Self.most { texts = [:] }
            texts[session] = text
        }
    }

    private let forms = Mutex<[String: (address: Address, message: String)]>([:])

    /// Notes where a form led, and what was said, so that the same form sent twice leads there twice.
    func note(_ form: String, leadsTo address: Address, saying message: String) {
        forms.withLock { forms in
            if forms.count >= Self.most { forms = [:] }
            forms[form] = (address, message)
        }
    }

    /// Where a form led, when it isn't long ago.
    func done(_ form: String) -> (address: Address, message: String)? { forms.withLock { $0[form] } }

    /// What is to be said now, once.
    func take(_ session: String) -> String? { texts.withLock { $0.removeValue(forKey: session) } }
}

extension Asked {
    /// The path as one text: what a form's drafts are known by.
    var path: String { "/" + steps.joined(separator: "/") }
}

extension Query {
    /// The pairs as a form sends them, but for some.
    func encoded(leavingOut names: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        for pair in pairs where !names.contains(pair.name) {
            if !bytes.isEmpty { bytes.append(UInt8(ascii: "&")) }
            PercentEncoding.encode(pair.name, into: &bytes)
            bytes.append(UInt8(ascii: "="))
            PercentEncoding.encode(pair.value, into: &bytes)
        }
        return bytes
    }
}

extension Query {
    /// What somebody has written in a form, in its order, without the form's own marks.
    ///
    /// What was chosen isn't among it: a choice is sent as one word in small letters or as an id, and is soon made again.
    fileprivate var written: [String] {
        let own: Set = [
            FormName.form, FormName.token, FormName.position, FormName.ground, FormName.asked, Onward.draft, Onward.target,
        ]
        return pairs.filter { !own.contains($0.name) && !Self.isChoice($0.value) }.map(\.value)
    }

    private static func isChoice(_ value: String) -> Bool {
        let isId = value.utf8.count == 32 && Hex.bytes(value) != nil
        return isId || value.isBlank
            || value.utf8.first.map(isSmall) ?? true
                && value.utf8.allSatisfy { byte in
                    isSmall(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
                }
    }

    private static func isSmall(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
}

extension HTML {
    /// A form with nothing but a button: something that is done at once.
    func smallForm(
        to action: Address,
        _ submit: String,
        _ ticket: FormTicket?,
        hidden: [(name: String, value: String)] = [],
        label: String? = nil
    ) {
        form(.post, to: action, .class("small-form")) {
            for pair in (ticket?.pairs ?? []) + hidden { input(.hidden, name: pair.name, value: pair.value) }
            if let label { button(submit, .submit, .label(label)) } else { button(submit) }
        }
    }
}
