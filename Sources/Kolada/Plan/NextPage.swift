/// The address of the page that follows, when it is one where we go.
package enum NextPage {
    /// Makes sure that the next page is at the same source and hasn't been read already.
    ///
    /// - Parameters:
    ///   - next: the address that the page gives.
    ///   - base: where the source is.
    ///   - seen: the addresses that this question has been answered from.
    /// - Returns: the address to ask: with the scheme of `base`, since the source writes http in pages that it gives by https.
    /// - Throws: `FetchFault` when it is another host, or a page that has been read.
    package static func address(_ next: String, at base: String, after seen: some Collection<String>) throws(FetchFault) -> String
    {
        guard let home = Address(base) else { throw .connection(.impossible(base), base) }
        // A page may also say only the path.
        let address =
            next.utf8.first == UInt8(ascii: "/") ? Address(scheme: home.scheme, host: home.host, rest: next) : Address(next)
        guard var address, address.host == home.host else { throw .strayed(from: base, to: next) }
        guard address.scheme == home.scheme || (address.scheme == "http" && home.scheme == "https") else {
            throw .strayed(from: base, to: next)
        }
        address.scheme = home.scheme
        guard !seen.contains(address.text) else { throw .circle(address.text) }
        return address.text
    }
}

/// An address in the parts that matter here.
package struct Address: Hashable, Sendable {
    package var scheme: String
    /// With the port, if there is one that isn't the scheme's own.
    package var host: String
    /// Path and parameters.
    package var rest: String

    init(scheme: String, host: String, rest: String) {
        self.scheme = scheme
        self.host = host
        self.rest = rest
    }

    /// Reads 'https://host:port/path?parameters'; nil for anything else, also with a name and a password in it.
    package init?(_ text: String) {
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: ":")), text[mark...].utf8.starts(with: "://".utf8) else {
            return nil
        }
        scheme = text[..<mark].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let after = text[mark...].dropFirst(3)
        let end =
            after.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
            ?? after.endIndex
        var host = after[..<end].lowercased()
        guard !host.isEmpty, !host.utf8.contains(where: { $0 == UInt8(ascii: "@") || $0 <= 32 || $0 == UInt8(ascii: "\\") }),
            !text.utf8.contains(where: { $0 <= 32 || $0 == 127 })
        else { return nil }
        if scheme == "https", host.hasSuffix(":443") { host.removeLast(4) }
        if scheme == "http", host.hasSuffix(":80") { host.removeLast(3) }
        self.host = host
        rest = String(after[end...])
    }

    package var text: String { "\(scheme)://\(host)\(rest)" }

    /// Whether the host is this machine itself, where nobody can listen in between.
    package var isLocal: Bool {
        let name = host.utf8.first == UInt8(ascii: "[") ? host : String(host.prefix { $0 != ":" })
        return name == "localhost" || name == "127.0.0.1" || name.utf8.starts(with: "[::1]".utf8)
    }
}
