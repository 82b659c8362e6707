import Cooperation
import HTTPTypes
import Identity
import Markup
import Registry

extension Site {
    /// The way in: address and password, a code from the telephone, one-time links, and the way out.
    var signInRoutes: [Route] {
        passwordRoutes + factorRoutes + enrolmentRoutes + newPasswordRoutes + linkRoutes + [
            Route(.post, "/logga-ut") { asked in
                if let token = asked.viewer.token {
                    _ = try checkedTicket(asked)
                    do { try await accounts.signOut(token) } catch { throw storageFault(asked) }
                }
                var answer = Answer.seeOther(Address(steps: ["logga-in"], query: [("ut", "ja")]))
                answer.fields[.setCookie] = cookie.forgetting
                return answer
            }
        ]
    }

    // MARK: Address and password

    private var passwordRoutes: [Route] {
        [
            Route(.get, "/logga-in", reads: Onward.reads + ["ut"]) { asked in
                let onward = Onward(told: asked.query)
                if asked.viewer.signedIn != nil { return .seeOther(onward.address) }
                let words = Words.of(asked.language).signIn
                let notice =
                    asked.query["ut"] != nil
                    ? words.signedOut
                    : onward.draft != nil ? words.endedDraft : asked.viewer.expired != nil ? words.ended : nil
                return page(asked, signInForm(asked), onward, notice: notice)
            },
            Route(.post, "/logga-in") { asked in
                let sent = try asked.form()
                let onward = Onward(told: sent)
                let words = Words.of(asked.language)
                var form = signInForm(asked)
                form.read(sent, in: words, on: today)
                guard form.isRight else { return page(asked, form, onward) }
                let mail = form["e-post"]
                let person = readings.registrar.snapshot.people.person(withMail: mail)
                do throws(SignInFault) {
                    let opened = try await accounts.signIn(
                        person: person?.id.text,
                        mail: mail,
                        password: form["losenord"],
                        address: asked.peer,
                        browser: browser(asked),
                        needsFactor: person.map { needsFactor($0.id) } ?? false
                    )
                    return await self.onward(opened, onward, asked)
                } catch {
                    switch error {
                    case .wrong: form.refuse(nil, words.signIn.wrong)
                    case .tooMany(let seconds): form.refuse(nil, words.signIn.tooMany(words.wait(seconds)))
                    case .busy: form.refuse(nil, words.signIn.busy)
                    case .storage: form.refuse(nil, words.signIn.storage)
                    }
                    return page(asked, form, onward)
                }
            },
        ]
    }

    private func signInForm(_ asked: Asked) -> Form {
        let words = Words.of(asked.language).signIn
        return Form([
            FormField("e-post", words.mail, .line(.text, autocomplete: "username"), most: 254),
            FormField("losenord", words.password, .line(.password, autocomplete: "current-password"), most: 1_000),
        ])
    }

    private func page(_ asked: Asked, _ form: Form, _ onward: Onward, notice: String? = nil) -> Answer {
        let words = Words.of(asked.language).signIn
        return doorway(
            asked,
            FormPage(
                title: words.title,
                lead: words.lead,
                action: Address(steps: ["logga-in"], query: asked.languageQuery),
                form: form,
                submit: words.submit,
                hidden: onward.pairs,
                notice: notice
            ),
            steps: ["logga-in"],
            after: { html in
                html.section(.labelled(by: "hjalp")) {
                    html.h2(words.help, .id("hjalp"))
                    for text in words.helpText { html.p(text) }
                }
            }
        )
    }

    // MARK: The code from the telephone

    private var factorRoutes: [Route] {
        [
            Route(.get, "/logga-in/kod", reads: Onward.reads) { asked in
                guard asked.viewer.session?.stage == .needsFactor else { return try elsewhere(asked) }
                return codePage(asked, codeForm(asked), Onward(told: asked.query), isFresh: false)
            },
            Route(.post, "/logga-in/kod") { asked in
                guard asked.viewer.session?.stage == .needsFactor else { return try elsewhere(asked) }
                return try await confirm(asked, isFresh: false)
            },
            Route(.post, "/logga-in/ny-app") { asked in
                guard let token = asked.viewer.token, asked.viewer.session?.stage == .needsFactor else {
                    return try elsewhere(asked)
                }
                _ = try checkedTicket(asked)
                do { try await accounts.askForNewFactor(token) } catch { throw storageFault(asked) }
                let words = Words.of(asked.language).signIn
                return message(asked, words.asked, [words.askedText], steps: ["logga-in", "ny-app"])
            },
            Route.signedIn(.get, "/logga-in/bekrafta", reads: Onward.reads) { asked, _ in
                codePage(asked, codeForm(asked), Onward(told: asked.query), isFresh: true)
            },
            Route.signedIn(.post, "/logga-in/bekrafta") { asked, _ in try await confirm(asked, isFresh: true) },
        ]
    }

    private func codeForm(_ asked: Asked) -> Form {
        let words = Words.of(asked.language).signIn
        return Form([
            FormField("kod", words.code, .line(.code, autocomplete: "one-time-code"), help: words.codeHelp, most: 40)
        ])
    }

    private func confirm(_ asked: Asked, isFresh: Bool) async throws -> Answer {
        guard let token = asked.viewer.token else { throw Fault.signInNeeded }
        let sent = try checkedTicket(asked).sent
        let onward = Onward(told: sent)
        let words = Words.of(asked.language)
        var form = codeForm(asked)
        form.read(sent, in: words, on: today)
        guard form.isRight else { return codePage(asked, form, onward, isFresh: isFresh) }
        do throws(FactorFault) {
            let opened = try await accounts.confirmFactor(token, code: form["kod"], address: asked.peer)
            return await self.onward(opened, onward, asked)
        } catch {
            form.refuse("kod", words.sentence(on: error))
            return codePage(asked, form, onward, isFresh: isFresh)
        }
    }

    private func codePage(_ asked: Asked, _ form: Form, _ onward: Onward, isFresh: Bool) -> Answer {
        let words = Words.of(asked.language).signIn
        let steps = ["logga-in", isFresh ? "bekrafta" : "kod"]
        return doorway(
            asked,
            FormPage(
                title: isFresh ? words.freshTitle : words.factorTitle,
                lead: isFresh ? words.freshLead : words.factorLead,
                action: Address(steps: steps, query: asked.languageQuery),
                form: form,
                submit: words.confirm,
                ticket: ticket(asked),
                hidden: onward.pairs
            ),
            steps: steps,
            after: { html in
                guard !isFresh else { return }
                html.section(.labelled(by: "borta")) {
                    html.h2(words.lost, .id("borta"))
                    html.p(words.lostText)
                    html.smallForm(to: Address(steps: ["logga-in", "ny-app"]), words.askForNew, ticket(asked))
                }
            }
        )
    }

    // MARK: A new second factor

    private var enrolmentRoutes: [Route] {
        [
            Route(.get, "/logga-in/tvafaktor", reads: Onward.reads) { asked in
                guard mayEnrol(asked.viewer) else { return try elsewhere(asked) }
                return try await enrolment(asked, enrolmentForm(asked), Onward(told: asked.query))
            },
            Route(.post, "/logga-in/tvafaktor") { asked in
                guard mayEnrol(asked.viewer), let token = asked.viewer.token else { return try elsewhere(asked) }
                let sent = try checkedTicket(asked).sent
                let onward = Onward(told: sent)
                let words = Words.of(asked.language)
                var form = enrolmentForm(asked)
                form.read(sent, in: words, on: today)
                guard form.isRight else { return try await enrolment(asked, form, onward) }
                do throws(FactorFault) {
                    let (opened, codes) = try await accounts.finishEnrolment(token, code: form["kod"])
                    _ = await self.onward(opened, onward, asked)
                    var answer = recoveryCodes(asked, codes, onward)
                    answer.fields[.setCookie] = cookie.keeping(opened.token)
                    return answer
                } catch {
                    form.refuse("kod", words.sentence(on: error))
                    return try await enrolment(asked, form, onward)
                }
            },
        ]
    }

    /// Who must get a second factor, and who has signed in without one and wants it.
    private func mayEnrol(_ viewer: Viewer) -> Bool {
        switch viewer.session?.stage {
        case .needsEnrolment: true
        case .full: viewer.session?.factorConfirmed == nil
        case .needsPassword, .needsFactor, nil: false
        }
    }

    private func enrolmentForm(_ asked: Asked) -> Form {
        Form([FormField("kod", Words.of(asked.language).signIn.code, .line(.code, autocomplete: "one-time-code"), most: 20)])
    }

    private func enrolment(_ asked: Asked, _ form: Form, _ onward: Onward) async throws -> Answer {
        guard let token = asked.viewer.token, let session = asked.viewer.session else { throw Fault.signInNeeded }
        let words = Words.of(asked.language).signIn
        let enrolment: Enrolment
        do { enrolment = try await accounts.beginEnrolment(token) } catch { throw storageFault(asked) }
        let account = Person.ID(session.person).flatMap { readings.registrar.snapshot.people[$0]?.mail } ?? "Samverka"
        let key = enrolment.address(account: account, issuer: readings.now(for: asked).shortName)
        let steps = ["logga-in", "tvafaktor"]
        return doorway(
            asked,
            FormPage(
                title: words.enrolTitle,
                lead: words.enrolLead,
                action: Address(steps: steps, query: asked.languageQuery),
                form: form,
                submit: words.enrolSubmit,
                ticket: ticket(asked),
                hidden: onward.pairs,
                aside: nil
            ),
            steps: steps,
            before: { html in
                html.ol { for text in words.enrolSteps { html.li(text) } }
                html.div(.class("enrolment")) {
                    if let modules = QRCode.modules(of: key) { html.embed(Self.drawing(of: modules, label: words.enrolImage)) }
                    html.div {
                        html.h2(words.enrolKey)
                        html.p(.class("key")) { html.code(enrolment.groups.joined(separator: " ")) }
                        if let app = Address(key) { html.p { html.a(words.enrolOpen, to: app) } }
                    }
                }
            }
        )
    }

    /// A QR code as a drawing; dark on light whatever the page's colours, or few readers would read it.
    private static func drawing(of modules: [[Bool]], label: String) -> Markup {
        let size = Double(modules.count + 8)
        return Markup.svg(viewBox: ViewBox(width: size, height: size), .class("qr"), .role(.img), .label(label)) { svg in
            svg.rect(x: 0, y: 0, width: size, height: size, .class("qr-light"))
            for (y, row) in modules.enumerated() {
                // A run of dark modules is one rectangle: fewer, and no hairlines between them.
                var x = 0
                while x < row.count {
                    guard row[x] else {
                        x += 1
                        continue
                    }
                    let start = x
                    while x < row.count, row[x] { x += 1 }
                    svg.rect(
                        x: Double(start + 4),
                        y: Double(y + 4),
                        width: Double(x - start),
                        height: 1,
                        .class("qr-dark")
                    )
                }
            }
        }
    }

    /// The recovery codes, shown once.
    func recoveryCodes(_ asked: Asked, _ codes: [String], _ onward: Onward) -> Answer {
        let words = Words.of(asked.language).signIn
        let reading = readings.now(for: asked)
        let shell = Shell(
            title: words.codesTitle,
            description: words.codesTitle,
            steps: ["logga-in", "tvafaktor"],
            hasHistory: false
        )
        return .page(
            shell.page(reading, assets: assetAddresses) { html in
                html.div(.class("document", "form-page")) {
                    html.h1(words.codesTitle)
                    html.p(words.codesLead, .class("lead"))
                    html.ul(.class("codes")) { for code in codes { html.li { html.code(code) } } }
                    html.p(.class("go")) { html.a(words.codesGo, to: onward.address) }
                }
            },
            caching: .never
        )
    }

    // MARK: A new password

    private var newPasswordRoutes: [Route] {
        [
            Route(.get, "/logga-in/losenord", reads: Onward.reads) { asked in
                guard mayChoosePassword(asked.viewer) else { return try elsewhere(asked) }
                return passwordPage(asked, passwordForm(asked), Onward(told: asked.query))
            },
            Route(.post, "/logga-in/losenord") { asked in
                guard mayChoosePassword(asked.viewer), let token = asked.viewer.token, let session = asked.viewer.session
                else { return try elsewhere(asked) }
                let sent = try checkedTicket(asked).sent
                let onward = Onward(told: sent)
                let words = Words.of(asked.language)
                var form = passwordForm(asked)
                form.read(sent, in: words, on: today)
                guard form.isRight else { return passwordPage(asked, form, onward) }
                let person = Person.ID(session.person).flatMap { readings.registrar.snapshot.people[$0] }
                do throws(PasswordFault) {
                    let opened = try await accounts.choosePassword(
                        token,
                        current: session.stage == .full ? form["nuvarande"] : nil,
                        new: form["nytt"],
                        isNot: person.map { [$0.mail, $0.name] } ?? [],
                        needsFactor: person.map { needsFactor($0.id) } ?? true
                    )
                    flashes.put(words.signIn.passwordSaved, for: opened.session.id)
                    return await self.onward(opened, onward, asked)
                } catch {
                    form.refuse(error == .wrongCurrent ? "nuvarande" : "nytt", words.sentence(on: error))
                    return passwordPage(asked, form, onward)
                }
            },
        ]
    }

    private func mayChoosePassword(_ viewer: Viewer) -> Bool {
        viewer.session?.stage == .needsPassword || viewer.session?.stage == .full
    }

    private func passwordForm(_ asked: Asked) -> Form {
        let words = Words.of(asked.language).signIn
        var fields: [FormField] = []
        if asked.viewer.session?.stage == .full {
            fields.append(
                FormField("nuvarande", words.passwordCurrent, .line(.password, autocomplete: "current-password"), most: 1_000)
            )
        }
        fields.append(
            FormField(
                "nytt",
                words.passwordNew,
                .line(.password, autocomplete: "new-password"),
                help: words.passwordNewHelp,
                most: 1_000
            )
        )
        return Form(fields)
    }

    private func passwordPage(_ asked: Asked, _ form: Form, _ onward: Onward) -> Answer {
        let words = Words.of(asked.language).signIn
        return doorway(
            asked,
            FormPage(
                title: words.passwordTitle,
                lead: words.passwordLead,
                action: Address(steps: ["logga-in", "losenord"], query: asked.languageQuery),
                form: form,
                submit: words.passwordSubmit,
                ticket: ticket(asked),
                hidden: onward.pairs
            ),
            steps: ["logga-in", "losenord"]
        )
    }

    // MARK: One-time links

    private var linkRoutes: [Route] {
        [
            // To open a link uses nothing up, but binds it to this browser. Links are handed over and never mailed: a program that
            // guards a mailbox would open them first.
            Route(.get, "/logga-in/lank/{lank}") { asked in
                let words = Words.of(asked.language).signIn
                let bound = cookie.binding(in: asked.fields)
                switch await accounts.openLink(asked["lank"], binding: bound) {
                case .ready(let new):
                    var answer = linkPage(asked)
                    if let new { answer.fields[.setCookie] = cookie.binding(new) }
                    return answer
                case .otherBrowser: return linkFault(asked, words.linkElsewhere)
                case .used: return linkFault(asked, words.linkUsed)
                case .expired: return linkFault(asked, words.linkExpired)
                case .unknown: return linkFault(asked, words.linkUnknown)
                }
            },
            Route(.post, "/logga-in/lank/{lank}") { asked in
                let words = Words.of(asked.language).signIn
                do throws(LinkFault) {
                    let opened = try await accounts.useLink(
                        asked["lank"],
                        binding: cookie.binding(in: asked.fields),
                        browser: browser(asked),
                        needsFactor: true
                    )
                    return await onward(opened, .work, asked)
                } catch {
                    switch error {
                    case .unknown, .disabled: return linkFault(asked, words.linkUnknown)
                    case .used: return linkFault(asked, words.linkUsed)
                    case .expired: return linkFault(asked, words.linkExpired)
                    case .otherBrowser: return linkFault(asked, words.linkElsewhere)
                    case .storage: throw storageFault(asked)
                    }
                }
            },
        ]
    }

    private func linkPage(_ asked: Asked) -> Answer {
        let words = Words.of(asked.language).signIn
        return doorway(
            asked,
            FormPage(
                title: words.linkTitle,
                lead: words.linkLead,
                action: Address(steps: asked.steps, query: asked.languageQuery),
                form: Form([]),
                submit: words.linkSubmit
            ),
            steps: asked.steps
        )
    }

    private func linkFault(_ asked: Asked, _ text: String) -> Answer {
        message(asked, Words.of(asked.language).signIn.linkHelp, [text], steps: asked.steps, status: .gone)
    }

    // MARK: Around them

    /// Where a session that has just got a new token goes next.
    private func onward(_ opened: Opened, _ onward: Onward, _ asked: Asked) async -> Answer {
        if opened.session.stage == .full, opened.session.capacity == nil, let person = Person.ID(opened.session.person) {
            // Settled for the session: another seat that is given meanwhile mustn't change what one acts as behind one's back.
            let first = readings.registrar.snapshot.cooperation.organisation.capacities(of: person, on: today).first
            // Without it the first seat of the day is acted from, which nearly always is the same one.
            if let first { try? await accounts.choose(capacity: first.seat.description, in: opened.token) }
        }
        let next: Address =
            switch opened.session.stage {
            case .needsPassword: Address(steps: ["logga-in", "losenord"], query: onward.pairs + asked.languageQuery)
            case .needsFactor: Address(steps: ["logga-in", "kod"], query: onward.pairs + asked.languageQuery)
            case .needsEnrolment: Address(steps: ["logga-in", "tvafaktor"], query: onward.pairs + asked.languageQuery)
            case .full: onward.address
            }
        var answer = Answer.seeOther(next)
        answer.fields[.setCookie] = cookie.keeping(opened.token)
        return answer
    }

    /// Where somebody belongs who has come to a page of another stage.
    private func elsewhere(_ asked: Asked) throws -> Answer {
        let onward = Onward(told: asked.query)
        return switch asked.viewer.session?.stage {
        case nil: .seeOther(Address(steps: ["logga-in"], query: onward.pairs))
        case .needsPassword: .seeOther(Address(steps: ["logga-in", "losenord"], query: onward.pairs))
        case .needsFactor: .seeOther(Address(steps: ["logga-in", "kod"], query: onward.pairs))
        case .needsEnrolment: .seeOther(Address(steps: ["logga-in", "tvafaktor"], query: onward.pairs))
        case .full: .seeOther(onward.address)
        }
    }

    /// A page on the way in, with its form.
    private func doorway(
        _ asked: Asked,
        _ page: FormPage,
        steps: [String],
        before: ((HTML) -> Void)? = nil,
        after: ((HTML) -> Void)? = nil
    ) -> Answer {
        let reading = readings.now(for: asked)
        let shell = Shell(
            title: page.title,
            titlePrefix: page.titlePrefix(reading.words),
            description: page.title,
            steps: steps,
            hasHistory: false
        )
        return .page(
            shell.page(reading, assets: assetAddresses) { html in
                html.div(.class("document", "form-page")) {
                    html.header(.class("opening")) {
                        html.h1(page.title)
                        if let lead = page.lead { html.p(lead, .class("lead")) }
                    }
                    html.div(.class("column")) {
                        before?(html)
                        page.writeForm(html, reading.words)
                        after?(html)
                    }
                }
            },
            status: page.form.faults.isEmpty ? .ok : .unprocessableContent,
            caching: .never
        )
    }

    /// Somebody's browser, for the list of where one is signed in.
    private func browser(_ asked: Asked) -> String { BrowserName.describe(asked.fields[.userAgent] ?? "") }

    /// Whether any seat of a person's requires a second factor.
    func needsFactor(_ person: Person.ID) -> Bool {
        readings.registrar.snapshot.cooperation.organisation.capacities(of: person, on: today)
            .contains { $0.role.needsFactor }
    }
}

extension Words {
    /// How long somebody must wait, in words.
    func wait(_ seconds: Int) -> String {
        seconds < 60 ? signIn.seconds(max(1, seconds)) : signIn.minutes((seconds + 59) / 60)
    }

    /// What was wrong with a second factor, in words.
    func sentence(on fault: FactorFault) -> String {
        switch fault {
        case .wrong: signIn.codeWrong
        case .tooMany(let seconds): signIn.tooMany(wait(seconds))
        case .notNow, .own, .alreadyConfirmed: signIn.notNow
        case .storage: signIn.storage
        }
    }

    /// What was wrong with a password, in words.
    func sentence(on fault: PasswordFault) -> String {
        switch fault {
        case .tooShort(let least): signIn.tooShort(number(least))
        case .tooLong: signIn.tooLong
        case .tooCommon: signIn.tooCommon
        case .containsMail: signIn.containsMail
        case .wrongCurrent: signIn.wrongCurrent
        case .sameAsBefore: signIn.sameAsBefore
        case .notNow: signIn.notNow
        case .tooMany(let seconds): signIn.tooMany(wait(seconds))
        case .storage: signIn.storage
        case .busy: signIn.busy
        }
    }
}

extension Asked {
    /// What keeps the language in an address.
    var languageQuery: [(name: String, value: String)] {
        language == .swedish ? [] : [(PageLanguage.parameter, language.rawValue)]
    }
}
