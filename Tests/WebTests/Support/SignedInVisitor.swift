import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Identity
@testable import Web

/// Somebody who has signed in, as their browser sees the site: it keeps the cookie, follows to where a form leads, and reads forms.
struct SignedInVisitor: Sendable {
    let exhibit: Exhibit
    let person: Person
    let seat: Seat.Reference
    /// What the session's cookie holds.
    let token: String

    /// What came of a form that was sent.
    struct Outcome: Sendable {
        let status: HTTPResponse.Status
        /// Where the form leads; nil when the page was shown again.
        let location: String?
        /// The page that was shown.
        let page: String

        /// What was wrong, as it stands above the form.
        var faults: [String] {
            guard let list = page.components(separatedBy: "<div class=\"faults\"").dropFirst().first else { return [] }
            return ReadPage("<div" + (list.components(separatedBy: "</ul>").first ?? "")).texts(of: "li")
        }

        /// The form as it is shown again.
        var form: ShownForm {
            get throws { try #require(ShownForm(ofPage: page), "\(status): no form is shown again") }
        }
    }

    private var fields: HTTPFields {
        var fields = HTTPFields()
        fields[.cookie] = "samverka=\(token)"
        return fields
    }

    /// Asks for a page.
    func get(_ target: String) async -> Reply { await exhibit.door.ask(.get, target, fields: fields) }

    /// Asks for a page and gives its text.
    func page(_ target: String, status: HTTPResponse.Status = .ok) async -> String {
        let reply = await get(target)
        #expect(reply.status == status, "\(target)")
        return reply.text
    }

    /// Opens a page that has a form.
    func form(_ target: String) async throws -> ShownForm {
        let page = await page(target)
        return try #require(ShownForm(ofPage: page), "\(target) has no form")
    }

    /// Sends a form as it stands, as its first button does.
    func send(_ form: ShownForm) async -> Outcome {
        var fields = fields
        fields[.contentType] = "application/x-www-form-urlencoded"
        let reply = await exhibit.door.ask(.post, form.action, fields: fields, body: form.body)
        return Outcome(status: reply.status, location: reply.fields[.location], page: reply.text)
    }

    /// Opens a form, fills some of its fields and sends it.
    func send(_ target: String, _ filled: [String: [String]]) async throws -> Outcome {
        var form = try await form(target)
        for (name, values) in filled { form.fill(name, values) }
        return await send(form)
    }
}

extension Exhibit {
    /// A password that the rule of passwords takes.
    static let password = "tre cyklar under granen"

    /// Somebody who holds a seat that is made for them, and who has just signed in, with a second factor when the seat needs one.
    ///
    /// The clock stands still, so that the factor is fresh until a test moves it.
    ///
    /// - Parameters:
    ///   - role: what the seat is.
    ///   - body: the body the seat is in.
    ///   - municipality: the municipality the seat is for, by its id.
    ///   - until: the last day of the seat; nil for one without.
    /// - Returns: somebody who can ask for pages and send forms.
    /// - Throws: what the rules of seats or of signing in say.
    func visitor(
        _ role: Seat.Role,
        in body: String = "kansliet",
        for municipality: String? = nil,
        until: String? = nil
    ) async throws -> SignedInVisitor {
        let id = Registrar.newPersonID()
        // By role only, and no two with the same address.
        let person = Person(id: id, name: "Prov \(role.rawValue)", mail: "\(id.text.prefix(8))@prov.example")
        try await registrar.keep(person, unlessChangedFrom: nil)
        let bodyID = try #require(Body.ID(body))
        let seatID = try #require(Seat.ID("prov-\(id.text.prefix(8))"))
        let whose = try municipality.map { try #require(Municipality.ID($0)) }
        let seat = Seat.Reference(body: bodyID, seat: seatID)
        let today = now.swedishDay
        _ = try await registrar.perform(
            [
                .init(EstablishSeat(seatID, in: bodyID, role: role, for: whose), .day(today)),
                .init(
                    TakeSeat(seat, by: id, from: today, until: try until.map { try #require(Day($0)) }),
                    .day(today)
                ),
            ],
            as: .importer
        )
        return SignedInVisitor(exhibit: self, person: person, seat: seat, token: try await signIn(id, role))
    }

    /// A new session of somebody who had no account.
    private func signIn(_ person: Person.ID, _ role: Seat.Role) async throws -> String {
        let needsFactor = role.needsFactor
        let link = try await accounts.makeLink(for: person.text, by: person.text)
        var opened = try await accounts.useLink(link.token, binding: nil, browser: "Prov", needsFactor: needsFactor)
        opened = try await accounts.choosePassword(
            opened.token,
            current: nil,
            new: Self.password,
            isNot: [],
            needsFactor: needsFactor
        )
        if needsFactor {
            let enrolment = try await accounts.beginEnrolment(opened.token)
            let secret = try #require(Self.bytes(base32: enrolment.secret))
            let code = TimeCode.code(secret: secret, step: TimeCode.step(at: now.microseconds))
            opened = try await accounts.finishEnrolment(opened.token, code: code).opened
        }
        #expect(opened.session.stage == .full)
        return opened.token
    }

    /// The bytes of a base32 text (RFC 4648), by which authenticators write a secret.
    private static func bytes(base32 text: String) -> [UInt8]? {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var bytes: [UInt8] = []
        var (held, count) = (0, 0)
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

extension ShownForm {
    /// The form of a page's own part: the bar above a signed-in person's pages has one too, to sign out with.
    init?(ofPage html: String) {
        guard let main = html.components(separatedBy: "<main").dropFirst().first?.components(separatedBy: "</main>").first
        else { return nil }
        self.init(main)
    }
}
