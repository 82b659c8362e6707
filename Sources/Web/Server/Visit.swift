import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTPTypes

/// One request, the long way through the front door.
struct Visit {
    let site: FrontDoor.Site
    let head: HTTPRequest
    let sent: SentFields
    let requestID: String
    let logger: Logger

    private var language = PageLanguage.swedish
    private var format = Format.page
    private var viewer = Viewer.anyone
    private var pattern: String?
    /// What could be read of the address, for the page that says what was wrong with it.
    private var readPath: DecodedPath?
    private var readQuery = Query()
    /// What the handler was given, once there was one.
    private var sentAsked: Asked?
    /// Whether the whole body, if there was one, has been read; otherwise the connection can't be used again.
    private var hasReadBody = false

    init(site: FrontDoor.Site, head: HTTPRequest, sent: SentFields, requestID: String, logger: Logger) {
        self.site = site
        self.head = head
        self.sent = sent
        self.requestID = requestID
        self.logger = logger
    }

    mutating func response(_ body: RequestBody, channel: (any Channel)?) async -> Response {
        let isHead = head.method == .head
        var response: Response
        do {
            response = try await prepared(body, channel: channel).response(to: sent, isHead: isHead)
        } catch {
            response = await prepare(answer(for: error, channel: channel)).response(to: sent, isHead: isHead)
        }
        if sent.endsConnection || head.method == .connect || sent.hasBody && !hasReadBody {
            // What is left of a body that is not read can't be told from whatever follows.
            response.headers[.connection] = "close"
        }
        return response
    }

    private mutating func prepared(_ body: RequestBody, channel: (any Channel)?) async throws -> Prepared {
        let target = head.path ?? ""
        guard target.utf8.count <= FrontDoor.longestAddress else { throw Fault.addressTooLong }
        if target == "*", head.method == .options {
            return await prepare(Self.allowing(Self.allMethods))
        }
        let (path, query) = try read(target)
        if let file = site.assets.file(at: Self.path(of: target)) {
            switch head.method {
            case .get, .head: return file
            case .options: return await prepare(Self.allowing(Self.readingMethods))
            default: throw Fault.wrongMethod(allow: Self.readingMethods)
            }
        }
        switch site.routes.match(head.method, path) {
        case .notFound:
            throw Fault.notFound
        case .wrongMethod(let allow):
            guard head.method == .options else { throw Fault.wrongMethod(allow: allow) }
            return await prepare(Self.allowing(allow))
        case .redirect(let canonical):
            var answer = Answer(status: .permanentRedirect)
            answer.fields[.location] = canonical + target.dropFirst(Self.path(of: target).count)
            return await prepare(answer)
        case .found(let found):
            return try await prepared(found, path, query, body, channel: channel)
        }
    }

    private mutating func prepared(
        _ found: Routes.Found,
        _ path: DecodedPath,
        _ query: Query,
        _ body: RequestBody,
        channel: (any Channel)?
    ) async throws -> Prepared {
        let route = found.route
        pattern = route.pattern.description
        format = found.format
        if sent.mayBeKnown {
            viewer = try await site.viewer(head.headerFields)
        }
        if head.method != .get, head.method != .head { try refuseOtherSites() }
        let read = query.reading(route.reads)
        // What is kept is what everybody sees; who has signed in sees their own.
        let isKept = route.isCached && viewer.isAnyone && !read.pairs.contains { site.timeParameters.contains($0.name) }
        let key = isKept ? cacheKey(path, read) : ""
        let stamp = site.stamp()
        if isKept, let page = site.cache.page(key, at: stamp) { return page }

        var asked = asked(path, found, read)
        asked.peer = peer(channel)
        if route.audience != .anyone, viewer.isAnyone, viewer.expired == nil { throw Fault.signInNeeded }
        asked.body = try await contents(of: body, limit: route.bodyLimit, channel: channel)
        sentAsked = asked
        let answer =
            try await Deadline.race(route.deadline) { [asked] in try await route.handler(asked) }
            ?? { throw Fault.unavailable(tooSlow) }()
        let keeps = isKept && answer.status == .ok && answer.caching == .exact
        let prepared = await prepare(answer, stamp: stamp, isSentAgain: keeps)
        if keeps {
            site.cache.keep(prepared, as: key, madeAt: stamp, now: site.stamp())
        }
        return prepared
    }

    // MARK: Reading

    private mutating func read(_ target: String) throws -> (DecodedPath, Query) {
        guard !target.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "#") }) else {
            throw Fault.unreadable(.address)
        }
        let rawPath = Self.path(of: target)
        let rest = target.utf8.dropFirst(rawPath.utf8.count + 1)
        guard let query = Query(rest) else { throw Fault.unreadable(.query) }
        language = query[PageLanguage.parameter] == PageLanguage.english.rawValue ? .english : .swedish
        readQuery = query
        let path = try DecodedPath(rawPath)
        readPath = path
        format = path.steps.last.map { Format.split($0).format } ?? .page
        return (path, query)
    }

    private static func path(of target: String) -> String {
        String(target.prefix { $0 != "?" })
    }

    private func asked(_ path: DecodedPath?, _ found: Routes.Found?, _ query: Query) -> Asked {
        Asked(
            method: head.method == .head ? .get : head.method,
            rawPath: path == nil ? "/" : Self.path(of: head.path ?? "/"),
            steps: path?.steps ?? [],
            values: found?.values ?? PathValues(),
            format: format,
            query: query,
            fields: head.headerFields,
            language: language,
            requestID: requestID,
            viewer: viewer,
            instant: site.instant(),
            body: []
        )
    }

    /// Who is at the other end of the connection, or of the trusted proxy's.
    private func peer(_ channel: (any Channel)?) -> String {
        NetworkAddress.client(
            peer: channel?.remoteAddress?.ipAddress ?? "",
            head.headerFields,
            trusting: site.trustedProxy
        )
    }

    /// Refuses what another site's page has sent in a reader's name.
    ///
    /// Browsers say where a form comes from by `Sec-Fetch-Site`, and older ones by `Origin`. Where neither is said no browser sent it; then
    /// only the form's own token tells, and every form of the signed-in has one.
    private func refuseOtherSites() throws(Fault) {
        if let site = sent.fetchSite, site != "same-origin", site != "none" { throw .fromElsewhere }
        if let origin = sent.origin, !site.isOwnOrigin(origin, head.authority ?? "") { throw .fromElsewhere }
    }

    /// The canonical address.
    private func cacheKey(_ path: DecodedPath, _ query: Query) -> String {
        var key: [UInt8] = []
        for step in path.steps {
            key.append(UInt8(ascii: "/"))
            PercentEncoding.encode(step, into: &key)
        }
        if path.steps.isEmpty {
            key.append(UInt8(ascii: "/"))
        }
        var separator = UInt8(ascii: "?")
        for pair in query.pairs.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
            key.append(separator)
            PercentEncoding.encode(pair.name, into: &key)
            key.append(UInt8(ascii: "="))
            PercentEncoding.encode(pair.value, into: &key)
            separator = UInt8(ascii: "&")
        }
        if language == .english {
            key.append(separator)
            key.append(contentsOf: "\(PageLanguage.parameter)=\(language.rawValue)".utf8)
        }
        return String(decoding: key, as: UTF8.self)
    }

    private mutating func contents(of body: RequestBody, limit: Int, channel: (any Channel)?) async throws -> [UInt8] {
        guard sent.hasBody, head.method != .get, head.method != .head else { return [] }
        if let length = sent.contentLength, length > limit { throw Fault.tooLarge }
        if sent.expectsContinue, let channel {
            try await channel.writeAndFlush(HTTPResponsePart.head(HTTPResponse(status: .continue))).get()
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sent.contentLength ?? 0)
        do {
            for try await part in body {
                guard bytes.count + part.readableBytes <= limit else { throw Fault.tooLarge }
                bytes.append(contentsOf: part.readableBytesView)
            }
        } catch let error where !(error is Fault) {
            // The connection broke; nobody is there to read why, and nothing is wrong with us.
            throw Fault.unreadable(.body)
        }
        // The reader of bodies takes a broken connection for the end of the body. Half a form must never become an act.
        guard sent.contentLength == nil || sent.contentLength == bytes.count else {
            throw Fault.unreadable(.body)
        }
        hasReadBody = true
        return bytes
    }

    // MARK: Answering

    private static let allMethods = "GET, HEAD, POST, OPTIONS"
    private static let readingMethods = "GET, HEAD, OPTIONS"

    private static func allowing(_ methods: String) -> Answer {
        var answer = Answer(status: .noContent)
        answer.fields[.allow] = methods
        return answer
    }

    /// Levels: a page that is kept is compressed well, once; another one quickly, if the reader takes it.
    private func prepare(_ answer: Answer, stamp: Stamp? = nil, isSentAgain: Bool = false) async -> Prepared {
        var answer = answer
        if site.isTraining { answer.fields[Headers.robots] = "noindex" }
        return await Prepared(
            answer,
            language: language,
            stamp: stamp,
            compression: isSentAgain ? 6 : sent.takesGzip ? 3 : nil,
            isPrivate: !viewer.isAnyone
        )
    }

    /// What is answered when something stood in the way: the way to sign in, or the error's own page.
    private func answer(for error: any Error, channel: (any Channel)?) async -> Answer {
        if let fault = error as? Fault, format == .page, !sent.wantsJSON,
            let answer = await site.instead(fault, sentAsked ?? asked(readPath, nil, readQuery))
        {
            return answer
        }
        return errorAnswer(error)
    }

    private func errorAnswer(_ error: any Error) -> Answer {
        let page: ErrorPage
        switch error {
        case let fault as Fault:
            page = ErrorPage(fault, language: language, requestID: requestID)
            if case .unavailable = fault {
                log(.warning, "a page was not available", error)
            }
        case is CancellationError:
            page = ErrorPage(.unavailable(tooSlow), language: language, requestID: requestID)
            log(.warning, "a page was broken off", error)
        default:
            page = .unexpected(language: language, requestID: requestID)
            log(.error, "a page failed", error)
        }
        var answer = format == .json || sent.wantsJSON ? Self.json(page) : site.errorPage(page, asked(readPath, nil, readQuery))
        answer.status = page.status
        answer.caching = .never
        if case .wrongMethod(let allow) = error as? Fault {
            answer.fields[.allow] = allow
        }
        if page.status == .serviceUnavailable {
            answer.fields[.retryAfter] = "5"
        }
        return answer
    }

    private func log(_ level: Logger.Level, _ message: Logger.Message, _ error: any Error) {
        logger.log(
            level: level,
            message,
            metadata: [
                "request.id": "\(requestID)", "request.method": "\(head.method.rawValue)", "route": "\(pattern ?? "-")",
                "error.type": "\(String(reflecting: type(of: error)))", "error": "\(error)",
            ]
        )
    }

    private var tooSlow: String { Words.of(language).faults.tooSlow }

    private static func json(_ page: ErrorPage) -> Answer {
        var bytes = Array("{\"fel\":{\"status\":\(page.status.code),\"rubrik\":".utf8)
        appendJSON(page.heading, to: &bytes)
        bytes.append(contentsOf: ",\"meddelande\":".utf8)
        appendJSON(page.message, to: &bytes)
        bytes.append(contentsOf: ",\"nummer\":".utf8)
        appendJSON(page.requestID, to: &bytes)
        bytes.append(contentsOf: "}}\n".utf8)
        return .file(.json, bytes)
    }

    private static func appendJSON(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x00..<0x20:
                bytes.append(contentsOf: (byte < 16 ? "\\u000" : "\\u00").utf8 + Array(String(byte, radix: 16).utf8))
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
