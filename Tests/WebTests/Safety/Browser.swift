import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Web

/// A browser: it keeps the cookies that it is given, and says of each form which site's page sent it.
struct Browser: Sendable {
    let door: FrontDoor
    private(set) var cookies: [String: String]

    /// A browser without cookies, or with some that somebody has put there.
    init(_ door: FrontDoor, cookies: [String: String] = [:]) {
        self.door = door
        self.cookies = cookies
    }

    /// What the session's cookie holds.
    var token: String? { cookies["samverka"] }

    /// Asks for a page.
    mutating func get(_ target: String) async -> Reply {
        let reply = await door.ask(.get, target, fields: cookieFields)
        keep(reply)
        return reply
    }

    /// Sends pairs as a form of the site's own pages does.
    mutating func post(_ target: String, _ pairs: [(name: String, value: String)] = []) async -> Reply {
        var fields = cookieFields
        fields[.contentType] = "application/x-www-form-urlencoded"
        fields[.origin] = "http://localhost"
        fields[Headers.fetchSite] = "same-origin"
        let reply = await door.ask(.post, target, fields: fields, body: ShownForm.encode(pairs))
        keep(reply)
        return reply
    }

    /// Sends a form as it stands.
    mutating func send(_ form: ShownForm) async -> Reply { await post(form.action, form.pairs) }

    /// Opens a page and gives the form on it that is sent to an address; without one, to the page's own.
    mutating func form(_ target: String, to action: String? = nil) async throws -> ShownForm {
        let reply = await get(target)
        let wanted = action ?? String(target.prefix { $0 != "?" })
        let form = ShownForm.all(reply.text).first { $0.action.prefix { $0 != "?" } == wanted }
        return try #require(form, "\(target) has no form to \(wanted), \(reply.status)")
    }

    private var cookieFields: HTTPFields {
        var fields = HTTPFields()
        if !cookies.isEmpty {
            fields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        }
        return fields
    }

    private mutating func keep(_ reply: Reply) {
        for field in reply.fields[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2 else { continue }
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
    }
}

extension ShownForm {
    /// Every form of a page that is sent as a change.
    static func all(_ html: String) -> [ShownForm] {
        html.components(separatedBy: "<form ").dropFirst().compactMap { ShownForm("<form " + $0) }
    }
}

extension Reply {
    /// Where the reply leads; nil when it leads nowhere.
    var location: String? { fields[.location] }

    /// Whether it leads to the way in.
    var leadsToSignIn: Bool { status == .seeOther && location?.hasPrefix("/logga-in") ?? false }
}
