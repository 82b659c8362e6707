import Cooperation
import HTTPTypes
import Markup
import Registry
import Testing

@testable import Identity
@testable import Journal
@testable import Web

/// Everybody there can be at the door of one site: with every role, with seats that have ended, and half in.
///
/// It is eleven minutes since the first of them signed in, so those named `stale…` have a second factor that is no longer fresh.
struct Cast: Sendable {
    /// Who somebody is and how far they have come.
    enum Part: String, CaseIterable, Sendable {
        case anyone
        // Half in, all of them to seats that may do almost everything.
        case needsPassword, needsFactor, needsEnrolment
        // Signed in, with nothing to do it from.
        case seatless, ended, deputyNoLonger
        // One for each role.
        case developmentLeader, administrator, systemAdministrator, registrar, chair, viceChair, member, substitute, convener,
            guest
        /// For another municipality than Haninge, and in other bodies than the three.
        case otherRegistrar, otherConvener, otherChair
        /// Stands in for the development leader.
        case deputy
        // As those without the word, but for the second factor.
        case staleLeader, staleAdministrator, staleSystemAdministrator, staleRegistrar

        /// Whether the sign-in is done.
        var isSignedIn: Bool { ![.anyone, .needsPassword, .needsFactor, .needsEnrolment].contains(self) }

        /// Who it is when the second factor is fresh; nil when it is, or there is none.
        var whenFresh: Part? {
            switch self {
            case .staleLeader: .developmentLeader
            case .staleAdministrator: .administrator
            case .staleSystemAdministrator: .systemAdministrator
            case .staleRegistrar: .registrar
            default: nil
            }
        }
    }

    /// Somebody in a browser.
    struct Player: Sendable {
        var person: Person
        var token: String
        var session: Session
        /// Of the second factor.
        var secret: [UInt8] = []
    }

    /// What a form sends.
    typealias Pairs = [(name: String, value: String)]

    static let password = "sju sorters kakor till kaffet"

    let site: Exhibit
    private(set) var players: [Part: Player] = [:]
    /// The day before the seats of some ended.
    let yesterday: Day

    /// A seat for each who has one.
    private static let seats: [(part: Part, role: Seat.Role, body: String, municipality: String?)] = [
        (.developmentLeader, .developmentLeader, "kansliet", nil), (.administrator, .administrator, "kansliet", nil),
        (.systemAdministrator, .systemAdministrator, "kansliet", nil),
        (.registrar, .registrar, "kommunstyrelsen-haninge", "haninge"),
        (.otherRegistrar, .registrar, "kommunstyrelsen-tyreso", "tyreso"),
        (.chair, .chair, "samarbetskommitten", "salem"), (.viceChair, .viceChair, "samarbetskommitten", "tyreso"),
        (.member, .member, "samarbetskommitten", "haninge"), (.substitute, .substitute, "samarbetskommitten", "haninge"),
        (.guest, .guest, "samarbetskommitten", nil), (.otherChair, .chair, "ledningsgruppen", "botkyrka"),
        (.convener, .convener, "planeringschefer", "salem"), (.otherConvener, .convener, "ekonomidirektorer", "botkyrka"),
        (.ended, .developmentLeader, "kansliet", nil), (.needsPassword, .developmentLeader, "kansliet", nil),
        (.needsEnrolment, .developmentLeader, "kansliet", nil),
    ]

    /// Lets everybody in at a site of the eight of Södertörn.
    init(_ site: Exhibit) async throws {
        self.site = site
        let today = site.now.swedishDay
        yesterday = today.adding(days: -1)
        let begun = today.adding(days: -300)
        for part in Part.allCases where part != .anyone && part != .needsFactor && part.whenFresh == nil {
            players[part] = try await Self.enter(part, site)
        }
        var requests: [Registrar.Dated] = []
        for (part, role, body, municipality) in Self.seats {
            let person = try player(part).person.id
            let seat = try Self.seat(part, in: body)
            requests.append(
                .init(
                    EstablishSeat(seat.seat, in: seat.body, role: role, for: municipality.flatMap { Municipality.ID($0) }),
                    .day(begun)
                )
            )
            var until: Day?
            if part == .ended { until = yesterday }
            if part == .guest { until = today.adding(days: 30) }
            requests.append(.init(TakeSeat(seat, by: person, from: begun, until: until), .day(begun)))
        }
        let leader = try Self.seat(.developmentLeader, in: "kansliet")
        for part in [Part.deputy, .deputyNoLonger] {
            let until = part == .deputy ? today.adding(days: 7) : yesterday
            let person = try player(part).person.id
            let request = AppointDeputy(leader, person, from: today.adding(days: -20), until: until)
            requests.append(.init(request, .day(today)))
        }
        _ = try await site.registrar.perform(requests, as: .importer)
        try await letIn()
    }

    /// Somebody of the cast.
    func player(_ part: Part) throws -> Player { try #require(players[part], "\(part) isn't in the cast") }

    /// How far the acts and the vault have come: the same as before when nothing has been changed.
    var stand: [Int64] {
        let progress = site.registrar.progress
        return [progress.position, progress.vaultRevision]
    }

    /// What somebody's browser sends with each request.
    func fields(_ part: Part) -> HTTPFields {
        var fields = HTTPFields()
        if let token = players[part]?.token { fields[.cookie] = "samverka=\(token)" }
        return fields
    }

    /// The marks of a form that somebody was given.
    func ticket(_ part: Part, id: String = Hex.text(Random.bytes(16))) -> Pairs {
        guard let session = players[part]?.session else { return [] }
        let position = site.registrar.progress.position
        return FormTicket(id: id, token: FormToken.make(key: session.formKey, form: id), position: position).pairs
    }

    /// A browser with somebody in it.
    func browser(_ part: Part) -> Browser {
        Browser(site.door, cookies: players[part].map { ["samverka": $0.token] } ?? [:])
    }

    /// Somebody asks for a page.
    func get(_ part: Part, _ target: String) async -> Reply { await site.door.ask(.get, target, fields: fields(part)) }

    /// Somebody sends a form.
    func post(_ part: Part, _ target: String, _ pairs: Pairs) async -> Reply {
        await site.door.ask(.post, target, fields: fields(part), body: ShownForm.encode(pairs))
    }

    /// The code that somebody's telephone shows now.
    func code(_ part: Part) throws -> String {
        TimeCode.code(secret: try player(part).secret, step: TimeCode.step(at: site.now.microseconds))
    }

    static func seat(_ part: Part, in body: String) throws -> Seat.Reference {
        Seat.Reference(body: try #require(Body.ID(body)), seat: try #require(Seat.ID("prov-\(part.rawValue.lowercased())")))
    }

    // MARK: Letting them in

    private static func enter(_ part: Part, _ site: Exhibit) async throws -> Player {
        let person = Person(
            id: Registrar.newPersonID(),
            name: "Prov \(part.rawValue)",
            mail: "\(part.rawValue.lowercased())@prov.example"
        )
        try await site.registrar.keep(person, unlessChangedFrom: nil)
        let accounts = site.accounts
        let link = try await accounts.makeLink(for: person.id.text, by: person.id.text)
        let opened = try await accounts.useLink(link.token, binding: nil, browser: "Prov", needsFactor: true)
        return Player(person: person, token: opened.token, session: opened.session)
    }

    /// Which of them have a second factor.
    private static let withFactor: Set<Part> = [
        .developmentLeader, .administrator, .systemAdministrator, .registrar, .otherRegistrar, .ended, .deputy, .deputyNoLonger,
    ]

    private mutating func letIn() async throws {
        for (part, player) in players where part != .needsPassword {
            var next = player
            try await next.choosePassword(site, needsFactor: Self.withFactor.contains(part) || part == .needsEnrolment)
            if Self.withFactor.contains(part) { try await next.enrol(site) }
            players[part] = next
        }
        for part in Part.allCases { if let fresh = part.whenFresh { players[part] = players[fresh] } }
        site.set(Instant(microseconds: site.now.microseconds + 11 * Int64.minute))
        for part in Self.withFactor {
            var player = try await again(part)
            try await player.confirm(site)
            players[part] = player
        }
        players[.needsFactor] = try await again(.developmentLeader)
        #expect(players[.needsFactor]?.session.stage == .needsFactor)
        #expect(players[.needsPassword]?.session.stage == .needsPassword)
        #expect(players[.needsEnrolment]?.session.stage == .needsEnrolment)
        for part in Part.allCases where part.isSignedIn { #expect(players[part]?.session.stage == .full, "\(part)") }
    }

    /// Somebody signs in once more, as far as the password goes.
    func again(_ part: Part) async throws -> Player {
        var player = try player(part)
        let opened = try await site.accounts.signIn(
            person: player.person.id.text,
            mail: player.person.mail,
            password: Self.password,
            address: "192.0.2.7",
            browser: "Prov",
            needsFactor: false
        )
        (player.token, player.session) = (opened.token, opened.session)
        return player
    }
}

extension Cast.Player {
    mutating func choosePassword(_ site: Exhibit, needsFactor: Bool) async throws {
        let opened = try await site.accounts.choosePassword(
            token,
            current: nil,
            new: Cast.password,
            isNot: [],
            needsFactor: needsFactor
        )
        (token, session) = (opened.token, opened.session)
    }

    mutating func enrol(_ site: Exhibit) async throws {
        let enrolment = try await site.accounts.beginEnrolment(token)
        secret = try #require(Cast.bytes(base32: enrolment.secret))
        let code = TimeCode.code(secret: secret, step: TimeCode.step(at: site.now.microseconds))
        let opened = try await site.accounts.finishEnrolment(token, code: code).opened
        (token, session) = (opened.token, opened.session)
    }

    mutating func confirm(_ site: Exhibit) async throws {
        let code = TimeCode.code(secret: secret, step: TimeCode.step(at: site.now.microseconds))
        let opened = try await site.accounts.confirmFactor(token, code: code, address: "192.0.2.7")
        (token, session) = (opened.token, opened.session)
    }
}

extension Cast {
    /// The bytes of a base32 text (RFC 4648), by which authenticators write a secret.
    static func bytes(base32 text: String) -> [UInt8]? {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var (bytes, held, count): ([UInt8], Int, Int) = ([], 0, 0)
        for letter in text.utf8 {
            guard let value = letters.firstIndex(of: letter) else { return nil }
            (held, count) = ((held << 5 | value) & 0xFFFF, count + 5)
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> count))
            }
        }
        return bytes
    }
}
