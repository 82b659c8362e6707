import ArgumentParser
import Cooperation
import Journal
import Registry

/// Writes a journal of so many acts and reads it as the program does at start: decode and fold.
struct Replay: AsyncParsableCommand {
    @Option var folder: String
    @Option var count = 100_000

    func run() async throws {
        let journal = try Journal(file: "\(folder)/samverka.sqlite", mode: .readWrite(create: true))
        let writing = try ContinuousClock().measure { try fill(journal) }
        report("written, 1,000 in a transaction", count, writing)
        var position: Int64 = 0
        for round in 1...3 {
            let duration = try await ContinuousClock().measure {
                position = try await ReadJournal(journal).snapshot.position
            }
            report("replayed (round \(round))", Int(position), duration)
        }
        let verifying = ContinuousClock().measure {
            precondition(Verification.walk(file: "\(folder)/samverka.sqlite", includingContents: true).isWhole)
        }
        report("verified", count, verifying)
    }

    /// Eight municipalities and then population figures for them, one a day; each twentieth is dated back by years.
    private func fill(_ journal: Journal) throws {
        guard try journal.tip.position == 0 else { return }
        let names = ["botkyrka", "haninge", "huddinge", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]
        var acts: [(act: Act, day: Int32)] = []
        for (index, name) in names.enumerated() {
            let facts =
                #"{"code":"01\#(index + 20)","id":"\#(name)","name":"\#(name)","officialName":"\#(name)","remarks":[],"sources":[]}"#
            acts.append((try Act(kind: "members.registered", payload: Array(facts.utf8)), -30_000))
        }
        for number in 0..<max(0, count - acts.count) {
            let day = Int32(-20_000 + number / 8 % 40_000)
            let payload = #"""
                {"basis":"published","count":\#(10_000 + number % 90_000),"municipality":"\#(names[number % 8])","remarks":[],"sources":["https://example.org/statistik/\#(number)"]}
                """#
            let back: Int32 = number % 20 == 19 ? 3_000 : 0
            acts.append((try Act(kind: "members.population-recorded", payload: Array(payload.utf8)), max(-29_999, day - back)))
        }
        for start in stride(from: 0, to: acts.count, by: 1000) {
            let entries = try acts[start..<min(start + 1000, acts.count)].enumerated().map { offset, dated in
                NewEntry(
                    recorded: 1_790_000_000_000_000 + Int64(start + offset),
                    happened: dated.day,
                    actor: "import",
                    kind: dated.act.kind,
                    payload: try dated.act.encodedPayload()
                )
            }
            _ = try journal.append([Submission(entries: entries)], version: "benchmark")
        }
    }
}
