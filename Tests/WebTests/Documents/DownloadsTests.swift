import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite("What is on its way to readers") struct DownloadsTests {
    @Test("there is room up to a bound, and room again when a file has been let go of")
    func room() {
        let downloads = Downloads(most: 100)
        var first = downloads.room(for: 60)
        #expect(first != nil)
        #expect(downloads.room(for: 41) == nil)
        var second = downloads.room(for: 40)
        #expect(second != nil)
        #expect(downloads.room(for: 1) == nil)
        second = nil
        #expect(downloads.room(for: 41) == nil)
        first = nil
        #expect(second == nil && first == nil)
        // One alone gets through whatever its size, or it could never be had.
        let alone = downloads.room(for: 1_000)
        #expect(alone != nil && downloads.room(for: 1) == nil)
    }

    @Test("an answer holds its room until it has been sent, and so does one that is never sent")
    func held() async {
        let downloads = Downloads(most: 100)
        let routes = [
            Route(.get, "/fil") { _ in
                guard let room = downloads.room(for: 80) else { throw Fault.unavailable("fullt") }
                var answer = Answer.download(mediaType: "image/png", ByteBuffer(bytes: [1, 2, 3]), name: "å\"; x=.png")
                answer.hold = room
                return answer
            }
        ]
        let door = Stage.door(Stage.site(routes: routes))
        for method in [HTTPRequest.Method.get, .get, .head, .get] {
            let reply = await door.ask(method, "/fil")
            #expect(reply.status == .ok)
            #expect(reply.body == (method == .get ? [1, 2, 3] : []))
            #expect(reply.fields[.contentLength] == "3")
        }
        let reply = await door.ask(.get, "/fil")
        var fields: HTTPFields = [:]
        fields[.ifNoneMatch] = reply.fields[.eTag]
        #expect(await door.ask(.get, "/fil", fields: fields).status == .notModified)
        #expect(await door.ask(.get, "/fil").status == .ok)
        let room = downloads.room(for: 80)
        #expect(await door.ask(.get, "/fil").status == .serviceUnavailable)
        withExtendedLifetime(room) {}
    }

    @Test("a download is saved under its name, guards itself in one way, and is never packed")
    func fields() async {
        let routes = [
            Route(.get, "/fil") { _ in
                .download(mediaType: "image/png", ByteBuffer(bytes: [UInt8](repeating: 65, count: 5_000)), name: "å\"; x=.png")
            }
        ]
        var fields: HTTPFields = [:]
        fields[.acceptEncoding] = "gzip"
        let reply = await Stage.door(Stage.site(routes: routes)).ask(.get, "/fil?sprak=en", fields: fields)
        #expect(reply.fields[.contentType] == "image/png")
        #expect(reply.fields[values: .contentSecurityPolicy] == ["sandbox; default-src 'none'"])
        #expect(reply.fields[values: .xContentTypeOptions] == ["nosniff"])
        #expect(
            reply.fields[.contentDisposition]
                == "attachment; filename=\"_____x_.png\"; filename*=UTF-8''%C3%A5%22%3B%20x%3D.png"
        )
        #expect(reply.fields[.contentEncoding] == nil && reply.fields[.vary] == nil && reply.body.count == 5_000)
        #expect(reply.fields[.contentLanguage] == "sv")
        #expect(reply.fields[.cacheControl] == "public, no-cache")
    }
}
