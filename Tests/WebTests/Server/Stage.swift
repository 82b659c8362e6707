import HTTPTypes
import Logging
import Markup
import ServiceLifecycle
import Synchronization

@testable import Cooperation
@testable import Identity
@testable import Web

/// A little site for the tests of the front door.
enum Stage {
    /// A number that tests move: what the pages rest on.
    final class Clock: Sendable {
        private let position = Mutex<Int64>(1)
        private let renderings = Mutex(0)

        var stamp: Stamp {
            Stamp(journalPosition: position.withLock { $0 }, vaultRevision: 0, vintage: 0, day: 0)
        }
        func advance() { position.withLock { $0 += 1 } }
        func rendered() { renderings.withLock { $0 += 1 } }
        var count: Int { renderings.withLock { $0 } }
    }

    struct Broken: Error {}

    static let filler = String(repeating: "Södertörnskommunerna samverkar. ", count: 100)

    static func page(_ text: String) -> Answer {
        .page(Markup { $0.p(text) })
    }

    static func routes(_ clock: Clock = Clock()) -> [Route] {
        [
            Route(.get, "/", formats: [.page, .json], isCached: true) { asked in
                clock.rendered()
                return asked.format == .json ? .file(.json, Array("{}".utf8)) : page("Start \(clock.stamp.journalPosition)")
            },
            Route(.get, "/program/{utgava}", reads: ["datum", "kant", "vy"], formats: [.page, .json, .csv], isCached: true) {
                asked in
                clock.rendered()
                let year = try asked.value("utgava", as: Int.self)
                let text = "\(year) \(asked.query["vy"] ?? "-") \(asked.query["datum"] ?? "-") \(asked.language.rawValue)"
                switch asked.format {
                case .json: return .file(.json, Array("{\"text\":\"\(text)\"}".utf8))
                case .csv: return .file(.csv, Array(text.utf8))
                default: return page("\(text) vid \(clock.stamp.journalPosition) \(filler)")
                }
            },
            Route(.get, "/kommuner/{namn}") { asked in page("kommun \(asked["namn"])") },
            Route(.get, "/kommuner/alla") { _ in page("alla kommuner") },
            Route(.post, "/beslut/{id}") { asked in
                let form = try asked.form()
                return .text("\(asked["id"]) \(form["svar"] ?? "-") \(form.all("t").joined(separator: "+"))")
            },
            Route(.post, "/stort", bodyLimit: 4_000_000) { asked in .text("\(asked.body.count)") },
            Route(.get, "/trasig") { _ in throw Broken() },
            Route(.get, "/otillganglig") { _ in throw Fault.unavailable("Tjänsten svarar inte.") },
            Route(.get, "/seg", deadline: .milliseconds(5)) { _ in
                // Ends when the deadline cancels it; the length only has to be longer.
                try await Task.sleep(for: .seconds(3_600))
                return page("aldrig")
            },
            Route.signedIn(.get, "/arbete") { _, who in page("arbete \(who.person.name)") },
            Route.may([.changeSeat], .get, "/arbete/register", needing: { _ in Need(.changeSeat) }) { _, acting in
                page("register \(acting.capacity.role.rawValue)")
            },
        ]
    }

    static func site(
        _ clock: Clock = Clock(),
        routes: [Route]? = nil,
        assets: Assets = .none,
        cache: PageCache = PageCache()
    ) -> FrontDoor.Site {
        FrontDoor.Site(
            routes: Routes(routes ?? Self.routes(clock)),
            assets: assets,
            cache: cache,
            stamp: { clock.stamp },
            viewer: { fields in
                Self.viewer(fields[.authorization])
            },
            errorPage: { page, asked in
                .page(Markup { $0.h1("\(page.status.code) \(page.heading)") })
            }
        )
    }

    /// Somebody who has signed in with a role in the secretariat; nobody for any other text.
    private static func viewer(_ role: String?) -> Viewer {
        guard let role = role.flatMap({ Seat.Role(rawValue: $0) }), let id = Person.ID(String(repeating: "a", count: 32)),
            let body = Body.ID("kansliet"), let seat = Seat.ID("plats")
        else { return .anyone }
        let session = Session(
            id: "s",
            person: id.text,
            stage: .full,
            began: 0,
            lastSeen: 0,
            factorConfirmed: nil,
            capacity: nil,
            browser: "",
            formKey: []
        )
        let capacity = Capacity(
            person: id,
            seat: Seat.Reference(body: body, seat: seat),
            role: role,
            kind: .secretariat,
            municipality: nil,
            isDeputy: false,
            until: nil
        )
        return Viewer(
            session: session,
            token: "t",
            expired: nil,
            person: Person(id: id, name: role.rawValue, mail: "a@b.se"),
            capacities: [capacity]
        )
    }

    /// A logger that says nothing.
    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    static func door(_ site: FrontDoor.Site = Stage.site(), logger: Logger = quiet) -> FrontDoor {
        FrontDoor(site, logger: logger)
    }

    /// Runs a server on a free port for as long as the test needs it.
    static func serving(
        _ site: FrontDoor.Site = Stage.site(),
        change: (inout Server.Configuration) -> Void = { _ in },
        _ test: @escaping @Sendable (LoopbackClient, ServiceGroup) async throws -> Void
    ) async throws {
        var configuration = Server.Configuration()
        configuration.port = 0
        // How long the server waits is tried where a test says so; on a busy machine the others may need all of it.
        configuration.shutdownTime = .seconds(600)
        configuration.readingTime = .seconds(600)
        configuration.idleTime = .seconds(600)
        change(&configuration)
        let (ports, ready) = AsyncStream.makeStream(of: Int.self, bufferingPolicy: .bufferingNewest(1))
        let server = Server(FrontDoor(site, logger: quiet), configuration: configuration, logger: quiet) { port in
            ready.yield(port)
        }
        let group = server.group()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                // A server that could not start must not leave the test waiting for its port.
                defer { ready.finish() }
                try await group.run()
            }
            for await port in ports {
                do {
                    try await test(LoopbackClient(port: port), group)
                } catch {
                    await group.triggerGracefulShutdown()
                    throw error
                }
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}

/// Random numbers that are the same at every run (splitmix64).
struct SteadyDice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ limit: Int) -> Int {
        Int(next() % UInt64(limit))
    }
}
