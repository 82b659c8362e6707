/// Where a request was sent from, as browsers write it (RFC 6454): `https://samverkan.se`.
package enum Origin {
    /// Whether an origin is the host that the request was sent to.
    ///
    /// The scheme is left aside: a proxy in front of us ends the encryption, and what comes to us is `http`.
    package static func isSame(_ origin: String, _ host: String) -> Bool {
        guard let colon = origin.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let rest = origin[colon...].dropFirst()
        guard rest.hasPrefix("//") else { return false }
        return !host.isEmpty && rest.dropFirst(2).lowercased() == host.lowercased()
    }
}
