import ArgumentParser

/// Measures what `docs/performance.md` reports; run by `Benchmarks/run`, which builds it in release.
@main
struct Benchmarks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmarks",
        subcommands: [Bare.self, Render.self, Replay.self, Acknowledge.self, Compare.self, Board.self]
    )
}

/// How long something took, as one line for the report.
func report(_ name: String, _ count: Int, _ duration: Duration, unit: String = "s") {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let rate = seconds > 0 ? Double(count) / seconds : 0
    print("\(name): \(count) in \(decimals(seconds, 3)) \(unit), \(decimals(rate, 0)) a second")
}

/// A number with so many decimals.
func decimals(_ number: Double, _ count: Int) -> String {
    var scale = 1.0
    for _ in 0..<count { scale *= 10 }
    let rounded = (number * scale).rounded() / scale
    return count == 0 ? "\(Int(rounded))" : "\(rounded)"
}
