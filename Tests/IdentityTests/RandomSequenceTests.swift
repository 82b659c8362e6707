import Glibc
import Testing

@testable import Identity
@testable import Journal

/// Whatever people do, in whatever order, a session has one token that opens it, and memory says what the disk says.
@Suite("Random sequences") struct RandomSequenceTests {
    private static let seeds = UInt64(1)...(getenv("SAMVERKA_FULL") == nil ? 12 : 200)

    /// Everything that has been issued in one run.
    private struct Run {
        var dice: SplitMix64
        let house: House
        /// All tokens ever, with the session each was for, in the order they were issued.
        var issued: [(token: String, session: String)] = []
        var secrets: [String: [UInt8]] = [:]
        var passwords: [String: String] = [:]
        var links: [OneTimeLink] = []
        var ended: Set<String> = []
        /// Whose each session is or was.
        var owners: [String: String] = [:]

        mutating func note(_ opened: Opened) {
            issued.append((opened.token, opened.session.id))
            owners[opened.session.id] = opened.session.person
        }

        /// A token that opens, most of the time; otherwise any that has been issued.
        mutating func token() -> String {
            let open = issued.map(\.token).filter { house.isOpen($0) }
            if Int.random(in: 0..<4, using: &dice) > 0, let token = open.randomElement(using: &dice) { return token }
            return issued.randomElement(using: &dice)?.token ?? "none"
        }

        /// Notes that a person's sessions have ended, all but one.
        mutating func end(_ person: String, except session: String? = nil) {
            ended.formUnion(owners.filter { $0.value == person && $0.key != session }.keys)
        }

        /// The person of an open session, or nobody.
        func person(_ token: String) -> String {
            if case .open(let session) = house.accounts.session(token) { session.person } else { "" }
        }
    }

    @Test("no session has two tokens", arguments: seeds)
    func oneToken(seed: UInt64) async throws {
        var run = Run(dice: SplitMix64(seed: seed), house: try House())
        let people = (1...3).map(House.person)
        for person in people {
            run.note(try await run.house.settle(person))
            run.passwords[person] = House.password
        }
        for step in 0..<150 {
            await act(&run, people)
            // For each session only the token that was issued last may open it.
            var latest: [String: String] = [:]
            for (token, session) in run.issued { latest[session] = token }
            for (token, session) in run.issued {
                guard case .open(let open) = run.house.accounts.session(token) else { continue }
                #expect(open.id == session, "seed \(seed), step \(step)")
                #expect(latest[session] == token, "seed \(seed), step \(step): an earlier token opens")
                #expect(!run.ended.contains(session), "seed \(seed), step \(step): an ended session is open")
            }
        }
        #expect(run.issued.count > 30)
        await run.house.accounts.close()
        let reopened = try run.house.reopened()
        for (token, _) in run.issued { #expect(reopened.session(token) == run.house.accounts.session(token)) }
    }

    private func act(_ run: inout Run, _ people: [String]) async {
        let accounts = run.house.accounts
        let person = people.randomElement(using: &run.dice) ?? ""
        let token = run.token()
        let needsFactor = Bool.random(using: &run.dice)
        switch Int.random(in: 0..<16, using: &run.dice) {
        case 0...1:
            if let link = try? await accounts.makeLink(for: person, by: "") { run.links.append(link) }
        case 2...3:
            guard let link = run.links.randomElement(using: &run.dice) else { return }
            if let opened = try? await accounts.useLink(link.token, binding: nil, browser: "", needsFactor: needsFactor) {
                run.note(opened)
            }
        case 4...5:
            let new = "elva stolar \(Int.random(in: 0..<1000, using: &run.dice)) vid sjön"
            let owner = run.person(token)
            if let opened = try? await accounts.choosePassword(
                token,
                current: run.passwords[owner],
                new: new,
                isNot: [],
                needsFactor: needsFactor
            ) {
                run.note(opened)
                run.passwords[owner] = new
                run.end(owner, except: opened.session.id)
            }
        case 6...8:
            if let opened = try? await run.house.signIn(person, run.passwords[person] ?? "", needsFactor: needsFactor) {
                run.note(opened)
            }
        case 9...10:
            run.house.clock.pass(.minute)
            let code = run.house.code(run.secrets[run.person(token)] ?? [1])
            if let opened = try? await accounts.confirmFactor(token, code: code, address: "") { run.note(opened) }
        case 11...12:
            let owner = run.person(token)
            guard let enrolment = try? await accounts.beginEnrolment(token), let secret = decoded(base32: enrolment.secret) else {
                return
            }
            if let finished = try? await accounts.finishEnrolment(token, code: run.house.code(secret)) {
                run.note(finished.opened)
                run.end(owner, except: finished.opened.session.id)
                run.secrets[owner] = secret
            }
        case 13:
            let session = run.issued.last { $0.token == token }?.session
            let wasOpen = run.house.isOpen(token)
            if (try? await accounts.signOut(token)) != nil, wasOpen, let session { run.ended.insert(session) }
        case 14:
            if Bool.random(using: &run.dice) {
                if (try? await accounts.endAll(of: person, except: nil)) != nil { run.end(person) }
            } else {
                // Disabled now and then, and let in again.
                if (try? await accounts.setDisabled(true, person: person)) != nil { run.end(person) }
                try? await accounts.setDisabled(false, person: person)
            }
        default:
            run.house.clock.pass(Int64.random(in: 0...20 * .minute, using: &run.dice))
            try? await accounts.sweep()
        }
    }
}
