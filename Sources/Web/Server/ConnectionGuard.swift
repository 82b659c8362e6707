import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// What one connection may do, below everything that reads requests.
///
/// Hummingbird answers a request that can't be parsed with an empty 400 if it gets the time before the connection is closed, knows no
/// 431, lets a body drip in for ever as long as something comes every half minute, and reads the rest of a body that was refused. Here
/// instead:
///
/// - what can't be parsed gets 400, or 431 if its head is too large, after the answers to what came before it, and then the connection ends;
/// - a request must be read whole within `readingTime`, counted from its head, or it gets 408; one that says that it is long has longer,
///   since a file takes its time (a body that a route doesn't take is refused at once, whatever it says);
/// - an answer with `Connection: close` ends the connection for good. The end is polite: first our half, then, when the reader has
///   closed its own or after a little while, all of it. A connection that is torn down with bytes unread is reset, and then the
///   reader may never see the answer;
/// - whoever closes the connection, at shutdown or because the reader has closed its half, waits until the answer that is on its way has
///   left, for at most `sendingTime`.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// Told to whoever reads a body that ends before its end; otherwise what had come would be taken for all of it.
    struct CutOff: Error {}

    private enum State {
        case open
        /// A last answer is being written; then the connection ends.
        case ending
        /// Our half is closed; what comes is thrown away.
        case lingering
    }

    private let readingTime: TimeAmount
    private let lingeringTime: TimeAmount
    private let sendingTime: TimeAmount
    private var state = State.open
    /// Requests whose answer has not been written to its end.
    private var unanswered = 0
    private var isReadingBody = false
    private var isAnswering = false
    /// The client has said that nothing comes after this.
    private var isLastRequest = false
    private var pendingFault: HTTPResponse.Status?
    private var timer: Scheduled<Void>?
    /// Answers that have been written to their end but not yet taken by the reader's side.
    private var unsent = 0
    /// What is to be done when they have been.
    private var afterSending: [() -> Void] = []
    private var sendingTimer: Scheduled<Void>?
    /// What has been thrown away since our half was closed.
    private var wasted = 0
    /// More than a client has under way when it hears that it is refused.
    private static let wasteLimit = 512 * 1_024

    init(readingTime: TimeAmount, lingeringTime: TimeAmount, sendingTime: TimeAmount) {
        self.readingTime = readingTime
        self.lingeringTime = lingeringTime
        self.sendingTime = sendingTime
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        sendingTimer?.cancel()
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        guard mode != .input, isSending else {
            context.close(mode: mode, promise: promise)
            return
        }
        whenSent { context.close(mode: mode, promise: promise) }
        // A reader who takes nothing can't hold the connection for ever.
        guard sendingTimer == nil else { return }
        sendingTimer = context.eventLoop.assumeIsolated().scheduleTask(in: sendingTime) { [self] in
            unsent = 0
            isAnswering = false
            actAfterSending()
        }
    }

    private func whenSent(_ act: @escaping () -> Void) {
        afterSending.append(act)
        if !isSending { actAfterSending() }
    }

    /// Whether an answer has begun and not all of it has left.
    private var isSending: Bool { unsent > 0 || isAnswering }

    private func actAfterSending() {
        let acts = afterSending
        afterSending = []
        for act in acts { act() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard state != .lingering, pendingFault == nil else {
            if case .body(let part) = unwrapInboundIn(data) {
                waste(part.readableBytes, context)
            }
            return
        }
        switch unwrapInboundIn(data) {
        case .head(let head):
            unanswered += 1
            // Hummingbird knows `close` in small letters and alone; the words of this field may be written in any way.
            if let value = head.headerFields[.connection], value != "close", value.lowercased().contains("close") {
                isLastRequest = true
            }
            isReadingBody = true
            schedule(readingTime + Self.extraTime(for: head.headerFields[.contentLength]), context) { [unowned self] context in
                fail(.requestTimeout, context)
            }
        case .body:
            break
        case .end:
            isReadingBody = false
            timer?.cancel()
        }
        context.fireChannelRead(data)
    }

    /// What a slow line needs beyond the usual for a body of a stated length: 100 kB a second, and never more than five minutes.
    static func extraTime(for length: String?) -> TimeAmount {
        .milliseconds(min(max(length.flatMap { Int64($0) } ?? 0, 0) / 100, 300_000))
    }

    func channelInactive(context: ChannelHandlerContext) {
        cutOff(context)
        context.fireChannelInactive()
    }

    private func cutOff(_ context: ChannelHandlerContext) {
        guard isReadingBody else { return }
        isReadingBody = false
        context.fireErrorCaught(CutOff())
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if state == .lingering {
            // Nobody above asks for more; the end of the stream must still be seen.
            context.read()
        }
        context.fireChannelReadComplete()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case ByteToMessageDecoderError.dataReceivedInErrorState(_, let buffer) where state == .lingering:
            waste(buffer.readableBytes, context)
        case HTTPParserError.headerOverflow:
            fail(.requestHeaderFieldsTooLarge, context)
        case HTTPParserError.closedConnection, HTTPParserError.invalidEOFState:
            // Ended in the middle of a request: there may be nobody left to answer.
            cutOff(context)
            context.close(promise: nil)
        case is HTTPParserError, is ByteToMessageDecoderError:
            fail(.badRequest, context)
        case is IOError:
            context.fireErrorCaught(error)
        default:
            fail(.badRequest, context)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard state != .lingering else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.status.kind != .informational {
                isAnswering = true
                if head.headerFields[.connection] == "close" {
                    state = .ending
                }
            }
            context.write(data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            isAnswering = false
            unanswered -= 1
            writeEnd(data, promise: promise, context)
            if state == .ending || (isLastRequest && unanswered <= 0) {
                finish(context)
            } else if let status = pendingFault, unanswered <= 0 {
                answer(status, context)
            }
        }
    }

    /// Ends the connection with a word why, when those that are being answered have got theirs.
    private func fail(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
        guard state == .open, pendingFault == nil else { return }
        pendingFault = status
        timer?.cancel()
        // A request that is cut short is answered here, as the one who was to answer it has not got all of it.
        if !isAnswering, unanswered <= (isReadingBody ? 1 : 0) {
            answer(status, context)
        }
        cutOff(context)
    }

    private func answer(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
        let message: String
        switch status {
        case .requestHeaderFieldsTooLarge: message = "Anropets huvud är för stort.\n"
        case .requestTimeout: message = "Anropet kom inte fram i tid.\n"
        default: message = "Anropet går inte att läsa.\n"
        }
        var fields = Headers.security
        fields[.connection] = "close"
        fields[.contentType] = Format.txt.mediaType
        fields[.contentLength] = String(message.utf8.count)
        fields[.cacheControl] = "no-store"
        context.write(wrapOutboundOut(.head(HTTPResponse(status: status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(ByteBuffer(string: message))), promise: nil)
        writeEnd(wrapOutboundOut(.end(nil)), promise: nil, context)
        finish(context)
    }

    private func writeEnd(_ data: NIOAny, promise: EventLoopPromise<Void>?, _ context: ChannelHandlerContext) {
        unsent += 1
        let sent = promise ?? context.eventLoop.makePromise()
        sent.futureResult.assumeIsolated().whenComplete { [self] _ in
            guard unsent > 0 else { return }
            unsent -= 1
            if !isSending { actAfterSending() }
        }
        context.write(data, promise: sent)
    }

    private func finish(_ context: ChannelHandlerContext) {
        state = .lingering
        context.flush()
        whenSent { [self] in
            context.close(mode: .output, promise: nil)
            schedule(lingeringTime, context) { context in
                context.close(promise: nil)
            }
            context.read()
        }
    }

    /// Throws away what a refused client goes on sending, but not for as long as it likes.
    private func waste(_ count: Int, _ context: ChannelHandlerContext) {
        wasted += count
        if wasted > Self.wasteLimit {
            context.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if state == .lingering, case ChannelEvent.inputClosed = event {
            context.close(promise: nil)
            return
        }
        context.fireUserInboundEventTriggered(event)
    }

    private func schedule(_ time: TimeAmount, _ context: ChannelHandlerContext, _ act: @escaping (ChannelHandlerContext) -> Void)
    {
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { act(context) }
    }
}

@available(*, unavailable)
extension ConnectionGuard: Sendable {}
