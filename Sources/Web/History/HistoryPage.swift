import Cooperation
import Markup
import Registry

/// What has been recorded, in words, and the journal's signed heads, ready to show.
struct HistoryPage: Encodable, Sendable {
    /// The end of the chain on a day.
    struct Head: Encodable, Sendable {
        var day: Day
        var position: Int64
        var hash: String
        var line: String
    }

    /// How many acts stand on one page.
    static let length = 50
    /// How many heads the page itself shows; the file has all of them.
    static let shownHeads = 10

    var position: Int64
    var chainEnd: String?
    /// What the acts concern; nil for everything.
    var topic: String?
    /// Counted from 1.
    var page: Int
    var pages: Int
    /// How many acts there are on all pages.
    var count: Int
    /// The latest recorded first.
    var acts: [HistoryLine]
    /// The latest first.
    var heads: [Head]

    /// A page of the history, or nil when there is no such page.
    ///
    /// - Parameters:
    ///   - reading: what the page is made of.
    ///   - heads: the signed heads, the earliest first.
    ///   - topic: what the acts are to concern; nil for everything.
    ///   - page: which page, counted from 1; nil for all acts in one.
    init?(_ reading: Reading, heads: [SignedHead], topic: HistoryTopic?, page: Int?) {
        position = reading.position
        chainEnd = reading.chainEnd
        self.topic = topic?.rawValue
        let records = reading.view.acts { topic?.holds($0) ?? true }
        count = records.count
        let length = page == nil ? max(1, count) : Self.length
        self.page = page ?? 1
        pages = max(1, (count + length - 1) / length)
        guard (1...pages).contains(self.page) else { return nil }
        acts = records.dropFirst((self.page - 1) * length).prefix(length).map { HistoryLine($0, reading) }
        self.heads = heads.reversed().map { Head(day: $0.day, position: $0.position, hash: $0.hash, line: $0.line) }
    }

    /// The heads as a file, one line each, the earliest first: what `verify --head-file` and `tools/verify.py --heads` read.
    var file: [UInt8] {
        Array(heads.reversed().map { $0.line + "\n" }.joined().utf8)
    }

    /// The acts as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.history
        return Table(
            columns: [columns.position, columns.happened, columns.recorded, columns.what, columns.kind, columns.address],
            rows: acts.map { line in
                [
                    "\(line.position)", line.happened.iso, line.recordedDay.iso, line.sentence, line.kind, line.page ?? "",
                ]
            }
        )
    }
}
