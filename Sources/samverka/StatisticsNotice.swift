import Cooperation
import Examples
import FoundationEssentials
import Glibc
import Journal
import Kolada
import Registry
import SeriesStore
import Statistics

/// What the commands for statistics have to do with the installation: its members, and the server that may be running.
enum StatisticsNotice {
    /// The codes of the cooperation's members, in order; none when there is no journal yet.
    static func members(_ folder: DataFolder) async throws -> [String] {
        guard access(folder.database, F_OK) == 0 else { return [] }
        let journal = try Journal(file: folder.database, mode: .readOnly)
        let snapshot = try await ReadJournal(journal).snapshot
        return snapshot.cooperation.members.members.map(\.facts.code).sorted()
    }

    /// Tells a running server that there are new statistics.
    static func send(_ folder: DataFolder) async throws {
        guard let answer = try await CommandConnection.ask(.statisticsChanged, at: folder.socket) else { return }
        Output.line(answer.said ?? answer.refused ?? "Starta om servern för att den ska visa de nya jämförelsetalen.")
    }
}

extension ServiceCards {
    /// The cards that come with the program.
    static var shipped: StatisticsTable.File { Example.serviceCards }
}

extension Fetch.Surroundings {
    /// The real clock and chance; how it goes is told beside what the command prints.
    static func ofThisMachine(ask: @escaping (String) -> Result<Reply, ConnectionFault>) -> Self {
        let start = ContinuousClock.now
        guard let today = PublicationDay(SystemClock.now().swedishDay.iso) else {
            preconditionFailure("a day that the calendar has")
        }
        return Self(
            ask: ask,
            wait: { usleep(UInt32(max(0, $0) * 1_000_000)) },
            seconds: {
                let passed = ContinuousClock.now - start
                return Double(passed.components.seconds) + Double(passed.components.attoseconds) / 1e18
            },
            today: today,
            moment: { SystemClock.now().inUniversalTime },
            jitter: { Double.random(in: 0...1) },
            tell: { Output.error($0) }
        )
    }
}

extension Instant {
    /// '2026-11-23T14:05:09Z'.
    var inUniversalTime: String {
        let seconds = microseconds / 1_000_000
        return Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }
}
