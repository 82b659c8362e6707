/// Where readers reach the site from outside: `https://samverkan.se`.
///
/// Pages link within the site and need no host. Feeds and calendars leave the site, so what they say must be whole addresses. The host
/// that a request names is no answer: anybody can send one, and a kept file would carry it to everybody.
package struct PublicAddress: Hashable, Sendable {
    /// Scheme and host, and port where there is one; without a slash at the end.
    package let text: String

    /// The address, or nil when it isn't `http` or `https` with a host and nothing more.
    package init?(_ text: String) {
        let bare = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let scheme = ["https://", "http://"].first(where: { bare.hasPrefix($0) }) else { return nil }
        let host = bare.utf8.dropFirst(scheme.utf8.count)
        let isPlain = host.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
                UInt8(ascii: "["), UInt8(ascii: "]"):
                true
            default: false
            }
        }
        guard !host.isEmpty, isPlain else { return nil }
        self.text = bare
    }

    private init(known text: String) {
        self.text = text
    }

    /// The machine itself, for an installation that has not been told its address.
    package static let local = PublicAddress(known: "http://localhost:8080")

    /// The host without scheme and port, which names things for ever in tags.
    var authority: String {
        let host = text.split(separator: "/").last.map(String.init) ?? text
        return host.split(separator: ":").first.map(String.init) ?? host
    }

    /// Whether readers reach the site by an encrypted connection.
    var isSecure: Bool { text.hasPrefix("https://") }

    /// The whole address of something on the site.
    func whole(_ path: String?) -> String { text + (path ?? "/") }
}
