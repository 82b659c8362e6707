/// What came back to a question over the network.
package struct Reply: Hashable, Sendable {
    package var status: Int
    /// The media type as it was sent, without its parameters; empty when none was.
    package var mediaType: String
    /// How many seconds the source asks us to wait.
    package var retryAfter: Int?
    package var body: [UInt8]

    package init(status: Int, mediaType: String = "application/json", retryAfter: Int? = nil, body: [UInt8]) {
        self.status = status
        self.mediaType = mediaType
        self.retryAfter = retryAfter
        self.body = body
    }
}

/// Why nothing whole came back.
package enum ConnectionFault: Error, Hashable, Sendable {
    case timedOut
    /// Nobody answered at the address, or the name is unknown.
    case unreachable(String)
    /// The connection ended before the answer was whole.
    case broken(String)
    /// The other side couldn't prove who it is.
    case insecure(String)
    /// The answer is longer than any page is.
    case tooLong(limit: Int)
    /// We were sent to an address where we don't go.
    case strayed(String)
    /// The address is none, or the client couldn't be set up.
    case impossible(String)

    /// Whether it may go better in a moment.
    var passes: Bool {
        switch self {
        case .timedOut, .unreachable, .broken: true
        case .insecure, .tooLong, .strayed, .impossible: false
        }
    }
}
