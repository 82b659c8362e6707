import HTTPTypes
import Logging
import Synchronization
import Testing

@testable import Web

@Suite("The front door")
struct FrontDoorTests {
    @Test(
        "a HEAD has the fields of a GET and no body",
        arguments: ["/", "/program/2019", "/kommuner/haninge", "/finns-inte", "/trasig"]
    )
    func head(_ target: String) async {
        let door = Stage.door()
        let get = await door.ask(.get, target)
        let head = await door.ask(.head, target)
        #expect(head.status == get.status)
        #expect(head.body.isEmpty)
        #expect(!get.body.isEmpty)
        for field in get.fields {
            #expect(head.fields[field.name] == get.fields[field.name])
        }
        #expect(head.fields[.contentLength] == String(get.body.count))
    }

    @Test(
        "a reader who has the page is told so",
        arguments: ["/program/2019", "/kommuner/haninge", "/program/2019?datum=2019-01-01"]
    )
    func conditional(_ target: String) async throws {
        let door = Stage.door()
        let first = await door.ask(.get, target)
        let tag = try #require(first.fields[.eTag])
        #expect(tag.hasPrefix("W/\""))
        let strong = String(tag.dropFirst(2))
        for list in [tag, strong, "*", "\"a\", \(tag)", "W/\"a\",\(strong) , \"b\"", " \(tag)\t"] {
            let reply = await door.ask(.get, target, fields: [.ifNoneMatch: list])
            #expect(reply.status == .notModified, "\(list)")
            #expect(reply.body.isEmpty)
            #expect(reply.fields[.eTag] == tag)
            #expect(reply.fields[.cacheControl] == "public, no-cache")
            #expect(reply.fields[.vary] == "Accept-Encoding")
        }
        for list in ["\"a\"", "W/\"a\", \"b\"", strong.replacing("\"", with: ""), ""] {
            #expect(await door.ask(.get, target, fields: [.ifNoneMatch: list]).status == .ok, "\(list)")
        }
    }

    @Test("what is not a page of the site has no tag and is not kept", arguments: ["/finns-inte", "/trasig"])
    func faults(_ target: String) async {
        let reply = await Stage.door().ask(.get, target, fields: [.ifNoneMatch: "*"])
        #expect(reply.status.code >= 400)
        #expect(reply.fields[.eTag] == nil)
        #expect(reply.fields[.cacheControl] == "no-store")
    }

    @Test(
        "every answer guards the reader",
        arguments: ["/", "/program/2019.csv", "/finns-inte", "/trasig", "/seg", "/%", "/program/2019/", "/arbete"]
    )
    func securityFields(_ target: String) async {
        let fields = await Stage.door().ask(.get, target).fields
        #expect(fields[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(fields[.contentSecurityPolicy]?.contains("unsafe") == false)
        #expect(fields[.xContentTypeOptions] == "nosniff")
        #expect(fields[Headers.referrerPolicy] == "same-origin")
        #expect(fields[Headers.openerPolicy] == "same-origin")
        #expect(fields[.setCookie] == nil)
        #expect(fields[.contentLanguage] == "sv")
    }

    @Test("a fault becomes a page, or JSON for those who ask for JSON")
    func faultPages() async {
        let door = Stage.door()
        #expect(await door.ask(.get, "/finns-inte").text == "<h1>404 Sidan finns inte</h1>")
        #expect(await door.ask(.get, "/finns-inte?sprak=en").text == "<h1>404 There is no such page</h1>")
        #expect(await door.ask(.get, "/otillganglig").status == .serviceUnavailable)
        #expect(await door.ask(.get, "/otillganglig").fields[.retryAfter] == "5")
        let json = await door.ask(.get, "/finns-inte.json")
        #expect(json.status == .notFound)
        #expect(json.fields[.contentType] == "application/json; charset=utf-8")
        #expect(json.text.hasPrefix("{\"fel\":{\"status\":404,\"rubrik\":\"Sidan finns inte\""))
        let accepted = await door.ask(.get, "/finns-inte", fields: [.accept: "application/json"])
        #expect(accepted.text.hasPrefix("{\"fel\":"))
    }

    @Test("an error of ours is logged once, with its number and without what was asked")
    func logging() async throws {
        let lines = Mutex<[(Logger.Level, Logger.Metadata)]>([])
        let logger = Logger(label: "test") { _ in Recorder { level, metadata in lines.withLock { $0.append((level, metadata)) } }
        }
        let door = Stage.door(logger: logger)
        let reply = await door.ask(.get, "/trasig?namn=Anna")
        #expect(reply.status == .internalServerError)
        #expect(await door.ask(.get, "/finns-inte?namn=Anna").status == .notFound)
        #expect(await door.ask(.get, "/program/2019?vy=Anna").status == .ok)
        let logged = lines.withLock { $0 }
        #expect(logged.count == 1)
        let line = try #require(logged.first)
        #expect(line.0 == .error)
        #expect(line.1["route"] == "/trasig")
        #expect(line.1["request.id"]?.description.isEmpty == false)
        #expect(!"\(line.1)".contains("Anna"))
    }

    @Test("a page that takes too long is broken off", .timeLimit(.minutes(10)))
    func deadline() async {
        let reply = await Stage.door().ask(.get, "/seg")
        #expect(reply.status == .serviceUnavailable)
    }

    @Test("who may see what")
    func audience() async {
        let door = Stage.door()
        let registrar: HTTPFields = [.authorization: "administrator"]
        let member: HTTPFields = [.authorization: "member"]
        #expect(await door.ask(.get, "/arbete").status == .unauthorized)
        #expect(await door.ask(.get, "/arbete", fields: [.cookie: "x=y"]).status == .unauthorized)
        #expect(await door.ask(.get, "/arbete", fields: member).text == "<p>arbete member</p>")
        #expect(await door.ask(.get, "/arbete", fields: member).fields[.cacheControl] == "no-store")
        #expect(await door.ask(.get, "/arbete/register").status == .unauthorized)
        #expect(await door.ask(.get, "/arbete/register", fields: member).status == .forbidden)
        #expect(await door.ask(.get, "/arbete/register", fields: registrar).status == .ok)
        // Kept for one class of viewers, it must not be there for the others.
        #expect(await door.ask(.get, "/arbete/register", fields: registrar).status == .ok)
        #expect(await door.ask(.get, "/arbete/register", fields: member).status == .forbidden)
        #expect(await door.ask(.get, "/arbete/register").status == .unauthorized)
    }

    @Test("a body over the limit is refused before it is read")
    func bodyLimit() async {
        let door = Stage.door()
        let reply = await door.ask(.post, "/beslut/7", body: [UInt8](repeating: 97, count: 16_385))
        #expect(reply.status == .contentTooLarge)
        #expect(reply.fields[.connection] == "close")
        #expect(await door.ask(.post, "/beslut/7", body: [UInt8](repeating: 97, count: 16_384)).status == .ok)
        #expect(await door.ask(.post, "/stort", body: [UInt8](repeating: 97, count: 1_000_000)).text == "1000000")
        #expect(await door.ask(.post, "/finns-inte", body: [1]).fields[.connection] == "close")
    }
}

/// Hands every line to a closure.
private struct Recorder: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    let record: @Sendable (Logger.Level, Logger.Metadata) -> Void

    init(_ record: @escaping @Sendable (Logger.Level, Logger.Metadata) -> Void) {
        self.record = record
    }

    func log(event: LogEvent) {
        record(event.level, event.metadata ?? [:])
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
}
