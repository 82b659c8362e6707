import SeriesStore
import Statistics

/// What is to be done about an answer.
package enum Judgement: Equatable, Sendable {
    /// The page is whole; the next is at the address, nil when there is none.
    case page(next: String?, isEmpty: Bool)
    /// Ask again after so many seconds.
    case again(after: Double)
    /// Going on is no use.
    case stop(FetchFault)

    /// How many times one question is asked before we give up.
    package static let mostAttempts = 8
    /// The longest that we wait because the source asks for it; when it asks for more, somebody has to decide.
    package static let longestWait = 600
    /// The media types of a page.
    private static let mediaTypes: Set<String> = ["application/json", "text/json", ""]

    /// Judges what came back.
    ///
    /// - Parameters:
    ///   - result: the answer, or why there is none.
    ///   - address: what was asked.
    ///   - subject: what it was about.
    ///   - attempt: how many times it has been asked, this time too.
    ///   - jitter: drawn between 0 and 1 by the caller, so that many who were turned away don't come back at the same moment.
    /// - Returns: what is to be done.
    package static func of(
        _ result: Result<Reply, ConnectionFault>,
        to address: String,
        about subject: Question.Subject,
        attempt: Int,
        jitter: Double
    ) -> Judgement {
        switch result {
        case .failure(let fault):
            guard fault.passes else { return .stop(.connection(fault, address)) }
            return later(attempt, jitter) ?? .stop(.connection(fault, address))
        case .success(let reply):
            switch reply.status {
            case 200: return page(reply, address, subject, attempt, jitter)
            case 408, 425, 429, 500...599:
                if let wait = reply.retryAfter, wait > 0 {
                    guard wait <= longestWait else { return .stop(.askedToWait(seconds: wait, address)) }
                    guard attempt < mostAttempts else { return .stop(.status(reply.status, address)) }
                    return .again(after: Double(wait) + jitter)
                }
                return later(attempt, jitter) ?? .stop(.status(reply.status, address))
            case 400, 422: return .stop(.refused(reply.status, address, detail: reply.beginning))
            default: return .stop(.status(reply.status, address))
            }
        }
    }

    private static func page(
        _ reply: Reply,
        _ address: String,
        _ subject: Question.Subject,
        _ attempt: Int,
        _ jitter: Double
    ) -> Judgement {
        // Half a page, or the notice of somebody between us and the source, may be right the next time; but not for ever.
        guard mediaTypes.contains(reply.mediaType) else {
            return later(attempt, jitter) ?? .stop(.otherMedia(reply.mediaType, address))
        }
        do {
            return try contents(reply.body, address, subject)
        } catch {
            return later(attempt, jitter) ?? .stop(.unreadable("\(error)"))
        }
    }

    private static func contents(_ body: [UInt8], _ address: String, _ subject: Question.Subject) throws -> Judgement {
        switch subject {
        case .figures:
            let file: CataloguePages.File = (address, body)
            return .page(next: try CataloguePages.next(after: file), isEmpty: try CataloguePages.figures(file).isEmpty)
        case .places:
            let file: CataloguePages.File = (address, body)
            return .page(next: try CataloguePages.next(after: file), isEmpty: try CataloguePages.places(file).isEmpty)
        case .groups:
            let file: CataloguePages.File = (address, body)
            return .page(next: try CataloguePages.next(after: file), isEmpty: try CataloguePages.groups(file).isEmpty)
        case .values:
            let contents = try Page.contents(of: body, name: address)
            return .page(next: contents.next, isEmpty: contents.objects == 0)
        }
    }

    /// Twice as long each time, to a minute; between half of that and all of it.
    private static func later(_ attempt: Int, _ jitter: Double) -> Judgement? {
        guard attempt < mostAttempts else { return nil }
        return .again(after: Double(min(60, 1 << min(attempt - 1, 6))) * (0.5 + jitter / 2))
    }
}

extension Reply {
    /// The answer's beginning as text, for whoever is to find out what was wrong with the question.
    fileprivate var beginning: String {
        String(decoding: body.prefix(300).map { $0 < 32 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }
}
