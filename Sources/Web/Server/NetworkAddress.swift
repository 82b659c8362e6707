import HTTPTypes
import NIOCore

/// Where requests come from.
package enum NetworkAddress {
    static let forwardedFor: HTTPField.Name = {
        guard let name = HTTPField.Name("X-Forwarded-For") else { preconditionFailure("not a field name") }
        return name
    }()

    /// An IP address written in one way; nil when the text is none.
    ///
    /// An address of version 4 may come in the dress of version 6, and proxies may add brackets and a port.
    package static func normal(_ text: some StringProtocol) -> String? {
        var bare = Substring(text)
        if bare.hasPrefix("["), let end = bare.firstIndex(of: "]") {
            bare = bare[..<end].dropFirst()
        } else if bare.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = bare.firstIndex(of: ":") {
            bare = bare[..<colon]
        }
        guard let normal = (try? SocketAddress(ipAddress: String(bare), port: 0))?.ipAddress else { return nil }
        let mapped = "::ffff:"
        return normal.hasPrefix(mapped) && normal.contains(".") ? String(normal.dropFirst(mapped.count)) : normal
    }

    /// Whom a request comes from, for counting failed attempts.
    ///
    /// Anybody can write `X-Forwarded-For`, so it is read only when the connection comes from the proxy that was named at the start, and
    /// only its last entry: that is what the proxy itself added.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection.
    ///   - fields: the request's fields.
    ///   - proxy: the proxy whose word is taken; nil for none.
    /// - Returns: an address, or what the peer is called when it is none.
    static func client(peer: String, _ fields: HTTPFields, trusting proxy: String?) -> String {
        guard let proxy, let peer = normal(peer), peer == normal(proxy) else { return peer }
        let last = fields[values: forwardedFor].last?.split(separator: ",", omittingEmptySubsequences: false).last
        return last.flatMap { normal(trimmed($0)) } ?? peer
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while let first = text.utf8.first, first == 0x20 || first == 0x09 { text = text.dropFirst() }
        while let last = text.utf8.last, last == 0x20 || last == 0x09 { text = text.dropLast() }
        return text
    }
}
