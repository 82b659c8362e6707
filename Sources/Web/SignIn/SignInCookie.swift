import HTTPTypes

/// The two cookies there are: one that keeps somebody signed in, and one that binds a one-time link to the browser that opened it.
///
/// Who only reads has neither.
struct SignInCookie: Sendable {
    /// Whether readers reach the site by https; then the names say that the cookie was set by this very host (RFC 6265bis § 4.1.3).
    let isSecure: Bool

    private var session: String { isSecure ? "__Host-samverka" : "samverka" }
    private var link: String { isSecure ? "__Host-samverka-lank" : "samverka-lank" }

    /// How long a browser may be bound to a link: as long as the link can be used, in seconds.
    private static let linkLifetime = 15 * 60

    /// The session's token, when the browser has one.
    func token(in fields: HTTPFields) -> String? { value(of: session, in: fields) }

    /// What binds the browser to a link, when it has opened one.
    func binding(in fields: HTTPFields) -> String? { value(of: link, in: fields) }

    /// Keeps the session's token for as long as the browser is open.
    func keeping(_ token: String) -> String { "\(session)=\(token)\(attributes)" }

    /// Keeps what binds the browser to a link.
    func binding(_ binding: String) -> String { "\(link)=\(binding); Max-Age=\(Self.linkLifetime)\(attributes)" }

    /// Forgets the session.
    var forgetting: String { "\(session)=; Max-Age=0\(attributes)" }

    // Lax: a link in a mail or a notice leads in, but no other site's form comes with the cookie.
    private var attributes: String { "; Path=/; HttpOnly; SameSite=Lax\(isSecure ? "; Secure" : "")" }

    private func value(of name: String, in fields: HTTPFields) -> String? {
        for field in fields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let trimmed = pair.drop { $0 == " " }
                guard trimmed.hasPrefix(name), trimmed.dropFirst(name.count).first == "=" else { continue }
                let value = trimmed.dropFirst(name.count + 1)
                // Ours are base64url; anything else was never set by us.
                guard (20...100).contains(value.utf8.count), value.utf8.allSatisfy(Self.isPlain) else { return nil }
                return String(value)
            }
        }
        return nil
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
