import Statistics
import Testing

@testable import Kolada

@Suite("Fetching: what is done about an answer")
struct JudgementTests {
    private static let address = "https://api.kolada.se/v3/data/kpi/N15008/municipality/0126/year/2025"
    private static let page =
        #"{"values":[{"values":[{"gender":"T","count":1,"status":"","value":31.3,"isdeleted":false}],"kpi":"N15008","period":2025,"municipality":"0126"}],"next_url":null,"previous_url":null,"count":1}"#
    private static let empty = #"{"values":[],"next_url":null,"previous_url":null,"count":0}"#

    private func judge(_ result: Result<Reply, ConnectionFault>, attempt: Int = 1, jitter: Double = 0) -> Judgement {
        .of(result, to: Self.address, about: .values([], places: [], years: 2025...2025), attempt: attempt, jitter: jitter)
    }

    private func reply(_ status: Int, _ body: String = "", media: String = "application/json", wait: Int? = nil) -> Result<
        Reply, ConnectionFault
    > {
        .success(Reply(status: status, mediaType: media, retryAfter: wait, body: Array(body.utf8)))
    }

    @Test func `a whole page is taken, with where the next is`() {
        #expect(judge(reply(200, Self.page)) == .page(next: nil, isEmpty: false))
        let more = Self.page.replacing(#""next_url":null"#, with: #""next_url":"https://api.kolada.se/v3/x?page=2""#)
        #expect(judge(reply(200, more)) == .page(next: "https://api.kolada.se/v3/x?page=2", isEmpty: false))
        #expect(judge(reply(200, Self.page, media: "")) == .page(next: nil, isEmpty: false))
    }

    @Test func `an answer with nothing is told from one with something`() {
        #expect(judge(reply(200, Self.empty)) == .page(next: nil, isEmpty: true))
    }

    @Test(arguments: [408, 429, 500, 502, 503, 504])
    func `what may pass is asked again, later each time, and at last given up`(status: Int) {
        var waits: [Double] = []
        for attempt in 1..<Judgement.mostAttempts {
            guard case .again(let seconds) = judge(reply(status), attempt: attempt, jitter: 1) else {
                Issue.record("attempt \(attempt)")
                return
            }
            waits.append(seconds)
        }
        #expect(waits == [1, 2, 4, 8, 16, 32, 60])
        #expect(judge(reply(status), attempt: Judgement.mostAttempts) == .stop(.status(status, Self.address)))
        #expect(judge(reply(status), attempt: 3, jitter: 0) == .again(after: 2))
    }

    @Test func `the source is waited for as long as it asks, to a limit`() {
        #expect(judge(reply(429, wait: 7), jitter: 0.5) == .again(after: 7.5))
        #expect(judge(reply(503, wait: 600)) == .again(after: 600))
        #expect(judge(reply(429, wait: 601)) == .stop(.askedToWait(seconds: 601, Self.address)))
        #expect(judge(reply(429, wait: 7), attempt: 8) == .stop(.status(429, Self.address)))
    }

    @Test func `a question that is found wrong isn't asked again`() {
        let body = #"{"detail":[{"loc":["path"],"msg":"too many","type":"value_error"}]}"#
        #expect(judge(reply(422, body)) == .stop(.refused(422, Self.address, detail: body)))
        #expect(judge(reply(400)) == .stop(.refused(400, Self.address, detail: "")))
    }

    @Test(arguments: [401, 403, 404, 407, 410, 302, 204, 418])
    func `what won't pass stops at once`(status: Int) {
        #expect(judge(reply(status, #"{"error": "deprecated"}"#)) == .stop(.status(status, Self.address)))
    }

    @Test(arguments: ["{\"values\":[{\"values\":[", "", "<html></html>", #"{"error": "This endpoint is deprecated."}"#, "[]"])
    func `half a page is asked for again, and never taken`(body: String) {
        #expect(judge(reply(200, body), jitter: 1) == .again(after: 1))
        guard case .stop(.unreadable) = judge(reply(200, body), attempt: Judgement.mostAttempts) else {
            Issue.record("\(body)")
            return
        }
    }

    @Test func `a page of another sort is somebody else's`() {
        #expect(judge(reply(200, Self.page, media: "text/html"), jitter: 1) == .again(after: 1))
        #expect(judge(reply(200, Self.page, media: "text/html"), attempt: 8) == .stop(.otherMedia("text/html", Self.address)))
    }

    @Test(arguments: [
        (ConnectionFault.timedOut, true), (.unreachable("r"), true), (.broken("r"), true), (.insecure("r"), false),
        (.tooLong(limit: 1), false),
        (.strayed("x"), false), (.impossible("r"), false),
    ])
    func `a broken connection is made again, one that can't be trusted never`(fault: ConnectionFault, passes: Bool) {
        #expect(judge(.failure(fault), jitter: 1) == (passes ? .again(after: 1) : .stop(.connection(fault, Self.address))))
        #expect(judge(.failure(fault), attempt: 8) == .stop(.connection(fault, Self.address)))
    }

    @Test func `every fault says in Swedish what to do`() {
        let faults: [FetchFault] = [
            .refused(422, "a", detail: "d"), .status(404, "a"), .status(410, "a"), .status(403, "a"), .status(407, "a"),
            .status(429, "a"),
            .status(500, "a"), .askedToWait(seconds: 3600, "a"), .otherMedia("text/html", "a"), .unreadable("f"),
            .strayed(from: "a", to: "b"),
            .circle("a"), .nothing("inga värden"), .shrunk(what: "nyckeltal", from: 6099, to: 5000), .file("f", errno: 28),
            .busy("f"),
            .connection(.timedOut, "a"), .connection(.unreachable("r"), "a"), .connection(.broken("r"), "a"),
            .connection(.insecure("r"), "a"),
            .connection(.tooLong(limit: 1 << 20), "a"), .connection(.strayed("b"), "a"), .connection(.impossible("r"), "a"),
        ]
        for fault in faults {
            #expect(fault.description.utf8.count > 20)
            #expect(fault.description.utf8.last == UInt8(ascii: "."), "\(fault)")
        }
    }
}

extension String {
    /// The text with one piece replaced.
    fileprivate func replacing(_ old: String, with new: String) -> String {
        guard let start = indices.first(where: { self[$0...].hasPrefix(old) }) else { return self }
        return self[..<start] + new + self[index(start, offsetBy: old.count)...]
    }
}
