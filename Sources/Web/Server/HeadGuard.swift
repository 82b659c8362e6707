import NIOCore

/// A limit to how much is gathered before the head of a request is whole.
///
/// The parser limits fields but not the request line: an address without an end would be gathered for as long as it comes. This
/// handler stands before the parser and counts; the one after the parser tells it where a head ended.
final class HeadGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Sent up the pipeline, once, when the limit is passed.
    struct Exceeded: Sendable {}

    private let limit: Int
    private var gathered = 0
    private var isOpen = true
    /// What comes now belongs to a body, which has a limit of its own.
    var isInBody = false {
        didSet { gathered = 0 }
    }

    init(limit: Int) {
        self.limit = limit
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard isOpen else { return }
        if !isInBody {
            gathered += unwrapInboundIn(data).readableBytes
        }
        context.fireChannelRead(data)
        if !isInBody, gathered > limit {
            isOpen = false
            context.fireUserInboundEventTriggered(Exceeded())
        }
    }
}

@available(*, unavailable)
extension HeadGuard: Sendable {}
