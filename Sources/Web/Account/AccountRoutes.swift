import Cooperation
import HTTPTypes
import Identity
import Markup
import Registry

extension Site {
    /// One's own account: password, second factor, and where one is signed in.
    var accountRoutes: [Route] {
        [
            Route.signedIn(.get, "/arbete/konto") { asked, who in
                let reading = readings.now(for: asked)
                let words = reading.words.account
                let status = await accounts.status(of: who.person.id.text)
                let sessions = await accounts.sessions(of: who.person.id.text)
                let shell = Shell(
                    title: words.title,
                    description: words.title,
                    steps: ["arbete", "konto"],
                    above: [.init(name: reading.words.work.title, steps: ["arbete"])],
                    hasHistory: false
                )
                return .page(
                    shell.page(reading, assets: assetAddresses) { html in
                        writeAccount(html, reading, who, status, sessions, ticket(asked))
                    }
                )
            },
            Route.signedIn(.post, "/arbete/konto/logga-ut") { asked, who in
                let sent = try checkedTicket(asked).sent
                do {
                    if let id = sent["session"] {
                        try await accounts.end(id, of: who.person.id.text)
                    } else {
                        try await accounts.endAll(of: who.person.id.text, except: who.token)
                    }
                } catch {
                    throw storageFault(asked)
                }
                flashes.put(Words.of(asked.language).account.ended, for: who.session.id)
                return .seeOther("/arbete/konto")
            },
            Route.signedIn(.post, "/arbete/konto/reservkoder") { asked, who in
                _ = try checkedTicket(asked)
                let confirmed = who.session.factorConfirmed ?? .min / 2
                guard asked.instant - confirmed <= Acting.freshness else {
                    return .seeOther(
                        Address(steps: ["logga-in", "bekrafta"], query: [(Onward.target, "/arbete/konto")] + asked.languageQuery)
                    )
                }
                do throws(FactorFault) {
                    let codes = try await accounts.renewRecoveryCodes(who.token)
                    return recoveryCodes(asked, codes, Onward(steps: ["arbete", "konto"], query: [], draft: nil))
                } catch {
                    throw Fault.conflict(Words.of(asked.language).sentence(on: error))
                }
            },
        ]
    }

    private func writeAccount(
        _ html: HTML,
        _ reading: Reading,
        _ who: SignedIn,
        _ status: AccountStatus,
        _ sessions: [Session],
        _ ticket: FormTicket?
    ) {
        let words = reading.words.account
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                html.p(words.lead, .class("lead"))
            }
            html.div(.class("column")) {
                html.section(.labelled(by: "losenord")) {
                    html.h2(words.password, .id("losenord"))
                    html.p(.class("go")) {
                        html.a(
                            words.changePassword,
                            to: reading.address(steps: ["logga-in", "losenord"], query: [(Onward.target, "/arbete/konto")])
                        )
                    }
                }
                html.section(.labelled(by: "tvafaktor")) {
                    html.h2(words.factor, .id("tvafaktor"))
                    if status.hasFactor {
                        html.p(words.factorOn(reading.words.count(status.recoveryCodesLeft)))
                        html.smallForm(to: "/arbete/konto/reservkoder", words.newCodes, ticket)
                    } else {
                        html.p(words.factorOff)
                        html.p(.class("go")) {
                            html.a(
                                words.setUpFactor,
                                to: reading.address(steps: ["logga-in", "tvafaktor"], query: [(Onward.target, "/arbete/konto")])
                            )
                        }
                    }
                }
                html.section(.labelled(by: "sessioner")) {
                    html.h2(words.sessions, .id("sessioner"))
                    html.p(words.sessionsLead)
                    html.ul(.class("worklist")) {
                        for session in sessions {
                            html.li {
                                html.p(session.id == who.session.id ? words.thisBrowser : "", .class("due"))
                                html.div {
                                    html.p(session.browser, .class("what"), .content)
                                    html.p(
                                        words.lastSeen(reading.words.moment(Instant(microseconds: session.lastSeen))),
                                        .class("where")
                                    )
                                }
                                if session.id != who.session.id {
                                    html.smallForm(
                                        to: "/arbete/konto/logga-ut",
                                        words.end,
                                        ticket,
                                        hidden: [("session", session.id)],
                                        label: "\(words.end): \(session.browser)"
                                    )
                                }
                            }
                        }
                    }
                    if sessions.count > 1 { html.smallForm(to: "/arbete/konto/logga-ut", words.endOthers, ticket) }
                }
                html.section(.labelled(by: "uppgifter")) {
                    html.h2(words.me, .id("uppgifter"))
                    html.facts(
                        [
                            Fact(words.name, who.person.name), Fact(words.mail, who.person.mail),
                            Fact(words.telephone, who.person.telephone),
                        ],
                        reading.words
                    )
                    html.p(words.meText)
                }
            }
        }
    }
}
