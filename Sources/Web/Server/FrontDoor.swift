package import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore

/// Where every request comes in.
///
/// It finds the route, lets in who may come in, gives a kept page if it is still true, else runs the handler within its time and makes
/// the answer ready: fields, tag, compression. Whatever goes wrong ends in a page, and in at most one line in the log. The line has the
/// route's pattern and the request's number, never a path, a query or a name.
package struct FrontDoor: Sendable {
    /// The longest address that is read, in bytes.
    package static let longestAddress = 4_096

    /// What differs between one site and another.
    package struct Site: Sendable {
        package var routes: Routes
        package var assets: Assets
        package var cache: PageCache
        /// What is true just now; asked at every request, so it must be quick.
        package var stamp: @Sendable () -> Stamp
        /// Who somebody with a cookie or a token is.
        ///
        /// Not asked for readers who have neither.
        package var viewer: @Sendable (HTTPFields) async throws -> Viewer
        /// Whether a host, as the request names it, is one that our own forms are sent from.
        package var isOwnOrigin: @Sendable (_ origin: String, _ host: String) -> Bool
        /// What time it is, in microseconds since 1970-01-01 UTC.
        package var instant: @Sendable () -> Int64
        /// What is answered instead of an error, such as the way to sign in; nil for the error's own page.
        package var instead: @Sendable (Fault, Asked) async -> Answer?
        /// An error in the site's own layout.
        package var errorPage: @Sendable (ErrorPage, Asked) -> Answer
        /// Names in the query that ask for another time than now: such pages are never kept.
        package var timeParameters: Set<String>
        /// The address of the proxy whose `X-Forwarded-For` is believed; nil when none is.
        package var trustedProxy: String?
        /// Whether the site is a training copy, which search engines are told to leave alone.
        package var isTraining: Bool

        package init(
            routes: Routes,
            assets: Assets = .none,
            cache: PageCache = PageCache(),
            stamp: @escaping @Sendable () -> Stamp,
            viewer: @escaping @Sendable (HTTPFields) async throws -> Viewer = { _ in .anyone },
            timeParameters: Set<String> = ["datum", "kant"],
            isOwnOrigin: @escaping @Sendable (String, String) -> Bool = Origin.isSame,
            instant: @escaping @Sendable () -> Int64 = { 0 },
            instead: @escaping @Sendable (Fault, Asked) async -> Answer? = { _, _ in nil },
            trustedProxy: String? = nil,
            isTraining: Bool = false,
            errorPage: @escaping @Sendable (ErrorPage, Asked) -> Answer
        ) {
            self.routes = routes
            self.assets = assets
            self.cache = cache
            self.stamp = stamp
            self.viewer = viewer
            self.timeParameters = timeParameters
            self.isOwnOrigin = isOwnOrigin
            self.instant = instant
            self.instead = instead
            self.trustedProxy = trustedProxy
            self.isTraining = isTraining
            self.errorPage = errorPage
        }
    }

    package let site: Site
    private let logger: Logger

    package init(_ site: Site, logger: Logger) {
        self.site = site
        self.logger = logger
    }

    /// Asks for a page without a connection, as tests and the command line do.
    package func ask(
        _ method: HTTPRequest.Method,
        _ target: String,
        fields: HTTPFields = [:],
        body: [UInt8] = []
    ) async -> Reply {
        var fields = fields
        if !body.isEmpty {
            fields[.contentLength] = String(body.count)
        }
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: target, headerFields: fields)
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = await respond(to: request, context: Context(logger: logger, channel: nil))
        return await Reply(response)
    }
}

extension FrontDoor: HTTPResponder {
    /// What Hummingbird hands over beside a request.
    package struct Context: InitializableFromSource {
        let logger: Logger
        let channel: (any Channel)?

        package init(source: ApplicationRequestContextSource) {
            logger = source.logger
            channel = source.channel
        }

        init(logger: Logger, channel: (any Channel)?) {
            self.logger = logger
            self.channel = channel
        }

        var requestID: String {
            logger[metadataKey: "hb.request.id"]?.description ?? RequestID().description
        }
    }

    @Sendable package func respond(to request: Request, context: Context) async -> Response {
        let head = request.head
        let sent = SentFields(head.headerFields)
        // The short way, for most of what is asked: nothing is read but the address as it stands. The cache's keys are canonical
        // addresses, and an address that is written otherwise takes the long way once more, to the same page.
        if !sent.mayBeKnown, !sent.hasBody, !sent.endsConnection, head.method == .get || head.method == .head,
            let target = head.path,
            let page = site.assets.file(at: target) ?? site.cache.page(target, at: site.stamp())
        {
            return page.response(to: sent, isHead: head.method == .head)
        }
        var visit = Visit(site: site, head: head, sent: sent, requestID: context.requestID, logger: context.logger)
        return await visit.response(request.body, channel: context.channel)
    }
}

/// An answer as a test sees it.
package struct Reply: Sendable {
    package let status: HTTPResponse.Status
    package let fields: HTTPFields
    package let body: [UInt8]

    init(_ response: Response) async {
        status = response.status
        fields = response.headers
        let gathered = Gathered()
        // A body of one buffer can't fail to be gathered.
        try? await response.body.write(gathered)
        body = await gathered.bytes
    }

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    private actor Store {
        var bytes: [UInt8] = []
        func add(_ buffer: ByteBuffer) { bytes.append(contentsOf: buffer.readableBytesView) }
    }

    private struct Gathered: ResponseBodyWriter {
        let store = Store()
        var bytes: [UInt8] { get async { await store.bytes } }
        mutating func write(_ buffer: ByteBuffer) async throws { await store.add(buffer) }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
