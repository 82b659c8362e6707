import ArgumentParser
import Cooperation
import Examples
import HTTPTypes
import Identity
import Import
import Journal
import Logging
import Registry
import Web

/// How the status board of a round of decisions is answered while decisions come in, against when nothing happens.
///
/// Readers ask for it through the front door, without the network, as fast as they are answered. Every decision makes each kept page stale, so
/// the board is made anew for the first who asks after it. The rounds alternate, so that what else the machine does is seen in both.
struct Board: AsyncParsableCommand {
    @Option var folder: String
    @Option(help: "How many ask at once.") var readers = 8
    @Option(help: "How many decisions come in each second.") var decisions = 10
    @Option(help: "How many seconds each round lasts.") var seconds = 5
    @Option(help: "How many rounds of each kind.") var rounds = 3

    func run() async throws {
        let clock: @Sendable () -> Instant = { Instant(startOf: Day(number: 20_780)) }
        let registrar = try await Registrar.open(file: "\(folder)/samverka.sqlite", version: "benchmark", clock: clock)
        let sent = try await Self.sendProposal(registrar, on: clock().swedishDay)
        let accounts = try Accounts(database: "\(folder)/samverka.sqlite", keyFile: "\(folder)/identity-key") {
            clock().microseconds
        }
        let site = await Site(registrar: registrar, accounts: accounts, clock: clock) { Health(isWell: true, lines: []) }
        let frontDoor = site.frontDoor(logger: Logger(label: "benchmark"))
        let path = "/ratificering/\(sent.edition)"
        let first = await frontDoor.ask(.get, path).status
        precondition(first == .ok)
        var shares: [Double] = []
        for round in 1...rounds {
            let quiet = try await ask(frontDoor, path) {}
            var number = 0
            let busy = try await ask(frontDoor, path) {
                try await registrar.decide(sent, number + round * 1_000_000)
                number += 1
            }
            quiet.report("round \(round), nothing happens")
            busy.report("round \(round), \(number) decisions came in")
            shares.append(quiet.rate > 0 ? busy.rate / quiet.rate : 0)
        }
        print("share of the quiet board: \(shares.map { "\(decimals($0 * 100, 0)) %" }.joined(separator: ", "))")
    }

    /// The edition that is decided on, and those who decide.
    fileprivate struct Sent {
        let edition: Edition.ID
        let municipalities: [Municipality.ID]
    }

    /// What readers got in one round.
    private struct Answers {
        var count = 0
        var seconds: Double
        /// Microseconds, in order.
        var waits: [Int64] = []

        var rate: Double { Double(count) / seconds }

        func report(_ name: String) {
            func wait(_ share: Double) -> String {
                waits.isEmpty ? "–" : decimals(Double(waits[Int(Double(waits.count - 1) * share)]) / 1000, 3)
            }
            print("\(name): \(decimals(rate, 0)) answers a second, p50 \(wait(0.5)) ms, p99 \(wait(0.99)) ms, most \(wait(1)) ms")
        }
    }

    /// Asks for a page during a round, while something happens so many times a second.
    private func ask(_ frontDoor: FrontDoor, _ path: String, _ happens: () async throws -> Void) async throws -> Answers {
        let timer = ContinuousClock()
        let begin = timer.now
        let end = begin + .seconds(seconds)
        let waits = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for _ in 0..<readers {
                group.addTask {
                    var own: [Int64] = []
                    while timer.now < end {
                        let asked = timer.now
                        let status = await frontDoor.ask(.get, path).status
                        precondition(status == .ok)
                        let wait = (timer.now - asked).components
                        own.append(wait.seconds * 1_000_000 + wait.attoseconds / 1_000_000_000_000)
                        await Task.yield()
                    }
                    return own
                }
            }
            for tick in 1...seconds * decisions {
                try await Task.sleep(until: begin + .milliseconds(1000 * tick / decisions), clock: timer)
                if timer.now < end { try await happens() }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let lasted = (timer.now - begin).components
        return Answers(
            count: waits.count,
            seconds: Double(lasted.seconds) + Double(lasted.attoseconds) / 1e18,
            waits: waits.sorted()
        )
    }

    /// The example with a proposal that has been sent to all members.
    private static func sendProposal(_ registrar: Registrar, on today: Day) async throws -> Sent {
        guard let edition = Edition.ID("2027"), let earlier = Edition.ID("2019"), let body = Body.ID("samarbetskommitten"),
            let meeting = Meeting.ID(today.iso), let from = Period("2027")
        else { throw ExitCode.failure }
        if registrar.snapshot.position == 0 {
            let files = Example.sodertorn.map { SourceFile(name: $0.name, bytes: $0.bytes) }
            _ = try await registrar.importing(files, form: nil).get()
            let digest = String(repeating: "0", count: 64)
            let decision = Meeting.Decision.Reference(body: body, meeting: meeting, paragraph: 1)
            let requests: [any Request] = [
                BeginDraft(edition, title: "Program 2027", validity: .init(from: from), from: .copy(of: earlier)),
                RecordMeeting(of: body, id: meeting, day: today),
                RecordDecision(of: body, meeting: meeting, paragraph: 1, title: "Förslag"),
                LockProposal(edition, version: 1, digest: digest, by: decision, rule: EntryRule(.everyMember)),
                SendProposal(edition, number: 1),
            ]
            _ = try await registrar.perform(requests.map { .init($0, .day(today)) }, as: .importer)
        }
        let tracks = registrar.snapshot.cooperation.ratification[edition]?.current?.allTracks ?? []
        return Sent(edition: edition, municipalities: tracks.map(\.municipality))
    }
}

extension Registrar {
    /// Records that a board sends the proposal back; after that it decides again, as many times as it takes.
    fileprivate func decide(_ sent: Board.Sent, _ number: Int) async throws {
        let municipality = sent.municipalities[number % sent.municipalities.count]
        let day = Day(number: 20_780)
        var request = RecordBoardDecision(.init(sent.edition, 1, municipality), .sentBack, on: day, paragraph: 1 + number % 900)
        request.text = .written("Fråga \(number)")
        _ = try await perform(request, happened: .day(day), as: .importer)
    }
}
