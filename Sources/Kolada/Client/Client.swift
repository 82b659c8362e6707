import CCurl
import Glibc

/// Asks over the network, through libcurl.
///
/// One connection is kept and used again. Calls block: use it from a thread of its own (`onOwnThread`), never from a task. Certificates are
/// always verified. Where nothing else is said, the environment says which proxy there is (`https_proxy`, `no_proxy`).
package final class Client {
    /// How long we wait, and for how much.
    package struct Limits: Sendable {
        /// Seconds until there is a connection.
        package var connect = 15
        /// Seconds until an answer is whole.
        package var answer = 120
        /// Bytes that an answer may have: a page is under two million.
        package var bytes = 64 << 20

        package init(connect: Int = 15, answer: Int = 120, bytes: Int = 64 << 20) {
            self.connect = connect
            self.answer = answer
            self.bytes = bytes
        }
    }

    /// How many times in a row we let ourselves be sent on.
    private static let mostRedirections = 3

    private let handle: UnsafeMutableRawPointer
    private let limits: Limits

    private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// A client that has asked nothing yet.
    ///
    /// - Parameters:
    ///   - product: what we call ourselves: 'samverka/0.1.0'.
    ///   - proxy: the proxy to go through; nil for what the environment says.
    ///   - limits: how long we wait, and for how much.
    /// - Throws: `ConnectionFault.impossible` when libcurl can't be set up so.
    package init(product: String, proxy: String? = nil, limits: Limits = Limits()) throws(ConnectionFault) {
        guard Self.isReady, let handle = curl_easy_init() else { throw .impossible("libcurl startar inte") }
        self.handle = handle
        self.limits = limits
        var codes = [
            curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, limits.connect),
            curl_set_number(handle, CURLOPT_TIMEOUT, limits.answer),
            curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0),
            curl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1),
            curl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2),
            curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            curl_set_text(handle, CURLOPT_USERAGENT, product),
            // All that libcurl can unpack: a page shrinks to a twentieth.
            curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, ""),
            curl_set_receiver(handle, receive),
        ]
        if let proxy { codes.append(curl_set_text(handle, CURLOPT_PROXY, proxy)) }
        guard codes.allSatisfy({ $0 == CURLE_OK }) else {
            curl_easy_cleanup(handle)
            throw .impossible("libcurl godtar inte inställningarna")
        }
    }

    deinit { curl_easy_cleanup(handle) }

    /// What is received, and how much of it there may be.
    private final class Received {
        var bytes: [UInt8] = []
        let limit: Int
        var isTooLong = false

        init(limit: Int) { self.limit = limit }
    }

    private let receive: curl_receiver = { bytes, size, count, context in
        guard let bytes, let context else { return 0 }
        let received = Unmanaged<Received>.fromOpaque(context).takeUnretainedValue()
        let length = size * count
        // Unpacked bytes are counted, so that little that becomes much is stopped too.
        guard received.bytes.count + length <= received.limit else {
            received.isTooLong = true
            return 0
        }
        received.bytes += UnsafeRawBufferPointer(start: bytes, count: length)
        return length
    }

    /// Asks for what is at an address.
    ///
    /// We go on to where we are sent only on the same host, and never from https to http.
    package func get(_ address: String) -> Result<Reply, ConnectionFault> {
        guard var asked = Address(address) else { return .failure(.impossible("ingen adress till en webbplats")) }
        for _ in 0...Self.mostRedirections {
            switch ask(asked.text) {
            case .failure(let fault): return .failure(fault)
            case .success(let reply):
                guard (300...399).contains(reply.status), let target = redirection else { return .success(reply) }
                guard let next = Address(target), next.host == asked.host, next.scheme == asked.scheme else {
                    return .failure(.strayed(target))
                }
                asked = next
            }
        }
        return .failure(.strayed("sig själv, gång på gång"))
    }

    private func ask(_ address: String) -> Result<Reply, ConnectionFault> {
        let received = Received(limit: limits.bytes)
        let context = Unmanaged.passUnretained(received).toOpaque()
        let code = withExtendedLifetime(received) {
            guard curl_set_text(handle, CURLOPT_URL, address) == CURLE_OK,
                curl_set_pointer(handle, CURLOPT_WRITEDATA, context) == CURLE_OK
            else { return CURLE_OUT_OF_MEMORY }
            return curl_easy_perform(handle)
        }
        if received.isTooLong { return .failure(.tooLong(limit: limits.bytes)) }
        guard code == CURLE_OK else { return .failure(Self.fault(code)) }
        var status = 0
        var wait: curl_off_t = 0
        curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        curl_get_offset(handle, CURLINFO_RETRY_AFTER, &wait)
        let mediaType = text(CURLINFO_CONTENT_TYPE).map { $0.prefix { $0 != ";" && $0 != " " }.lowercased() } ?? ""
        return .success(
            Reply(status: status, mediaType: mediaType, retryAfter: wait > 0 ? Int(wait) : nil, body: received.bytes)
        )
    }

    /// Where the last answer would send us, made whole by libcurl; nil when nowhere.
    private var redirection: String? { text(CURLINFO_REDIRECT_URL) }

    private func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        curl_get_text(handle, info, &value)
        return value.map { String(cString: $0) }
    }

    private static func fault(_ code: CURLcode) -> ConnectionFault {
        let reason = String(cString: curl_easy_strerror(code))
        return switch code {
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: .unreachable(reason)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM, CURLE_SSL_ISSUER_ERROR,
            CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_PINNEDPUBKEYNOTMATCH:
            .insecure(reason)
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL, CURLE_OUT_OF_MEMORY, CURLE_FAILED_INIT: .impossible(reason)
        default: .broken(reason)
        }
    }
}

/// The system's own words for an error.
func systemWords(_ number: Int32) -> String { String(cString: strerror(number)) }
