import Glibc
import SeriesStore
import Statistics

/// Measures the store as docs/performance.md reports it: reads a set of pages or a table, writes the store, ranks and scans, and prints what
/// it measured and the answers as one line of JSON.
@main enum Measure {
    static func main() throws {
        let arguments = CommandLine.arguments
        if arguments.count == 5, arguments[1] == "take" {
            try take(arguments[2], into: arguments[3], fetched: arguments[4])
            return
        }
        guard arguments.count == 6, let first = Int(arguments[5]), let keyFigure = KeyFigure.ID(arguments[4]) else {
            print("usage: statistics-benchmark pages|table|open PATH FOLDER KEY-FIGURE FIRST-YEAR, or take PATH FOLDER DAY")
            exit(2)
        }
        let (kind, source, folder) = (arguments[1], arguments[2], arguments[3])
        var figures: [(String, String)] = []
        if kind != "open" {
            let runs = 3
            var loads: [Double] = []
            var work = Double.infinity
            for _ in 0..<runs {
                unlink(SeriesStore.path(in: folder))
                let (begin, worked) = (now(), processorTime())
                let pages = kind == "pages" ? files(below: source).map { Page(file: $0) } : [Page(file: source)]
                let pull = try Pull.read(pages, spillFolder: folder)
                let read = now() - begin
                let update = try SeriesStore.update(
                    folder: folder,
                    with: pull,
                    vintage: Vintage(source: "Prov", fetched: "2026-11-23")
                )
                loads.append(now() - begin)
                work = min(work, processorTime() - worked)
                guard case .written(let changes) = update else {
                    print("nothing written: \(update)")
                    exit(1)
                }
                figures = [
                    ("read", seconds(read)), ("rows", "\(pull.contents.cells)"), ("added", "\(changes.added)"),
                ]
            }
            figures.insert(("load", seconds(loads.min() ?? 0)), at: 0)
            figures.append(("load_cpu", seconds(work)))
            figures.append(("load_rss_mb", "\(peakMemory())"))
        }
        let begin = now()
        guard let store = try SeriesStore.open(in: folder) else {
            print("no store in \(folder)")
            exit(1)
        }
        figures.append(("open", seconds(now() - begin)))
        figures.append(("bytes", "\(store.byteCount)"))
        figures.append(("cells", "\(store.cellCount)"))
        figures.append(("values", "\(store.valueCount)"))
        let verify = now()
        try store.verify()
        figures.append(("verify", seconds(now() - verify)))
        var best = Double.infinity
        var ranked: [RankedValue] = []
        for _ in 0..<5 {
            let begin = now()
            ranked = store.ranking(of: keyFigure)
            best = min(best, now() - begin)
        }
        figures.append(("b", seconds(best)))
        let shares = ranked.reduce(0) { $0 + ($1.shareAbove ?? 0) }
        figures.append(("b_answer", "[\(ranked.count), \(ranked.reduce(0) { $0 + $1.rank }), \(rounded(shares))]"))
        var scan = ChangeScan?.none
        best = .infinity
        var work = Double.infinity
        for _ in 0..<5 {
            let (begin, worked) = (now(), processorTime())
            scan = store.changes(first...first + 7)
            best = min(best, now() - begin)
            work = min(work, processorTime() - worked)
        }
        figures.append(("c", seconds(best)))
        figures.append(("c_cpu", seconds(work)))
        figures.append(("c_answer", "[\(scan?.seriesCount ?? 0), \(scan?.found.count ?? 0), \(rounded(scan?.sum ?? 0))]"))
        let decode = now()
        var present = 0
        for id in store.keyFigures {
            for gender in store.genders(of: id) {
                present += store.panel(of: id, gender)?.values.count { !$0.isNaN } ?? 0
            }
        }
        figures.append(("decode_all_one_core", seconds(now() - decode)))
        figures.append(("decoded_values", "\(present)"))
        figures.append(("peak_rss_mb", "\(peakMemory())"))
        print("{" + figures.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}")
    }

    /// Takes pages into a store that may be there already, for kills.py to end at any moment.
    private static func take(_ path: String, into folder: String, fetched: String) throws {
        let pull = try Pull.read(files(below: path).map { Page(file: $0) }, spillFolder: folder, memory: 1 << 20)
        _ = try SeriesStore.update(folder: folder, with: pull, vintage: Vintage(source: "Prov", fetched: fetched))
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// What all threads have worked, in seconds: it says more than the clock on a machine that does other things too.
    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func seconds(_ seconds: Double) -> String { "\((seconds * 1e6).rounded() / 1e6)" }

    private static func rounded(_ number: Double) -> String { "\((number * 1e6).rounded() / 1e6)" }

    private static func peakMemory() -> Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
