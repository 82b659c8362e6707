import Cooperation
import Markup
import Registry

/// The journal's signed heads, ready to show.
struct HistoryPage: Encodable, Sendable {
    /// The end of the chain on a day.
    struct Head: Encodable, Sendable {
        var day: Day
        var position: Int64
        var hash: String
        var line: String
    }

    /// How many heads the page itself shows; the file has all of them.
    private static let shown = 60

    var position: Int64
    var chainEnd: String?
    /// The latest first.
    var heads: [Head]

    /// The page of a journal.
    init(_ reading: Reading, heads: [SignedHead]) {
        position = reading.position
        chainEnd = reading.chainEnd
        self.heads = heads.reversed().map { Head(day: $0.day, position: $0.position, hash: $0.hash, line: $0.line) }
    }

    /// The heads as a file, one line each, the earliest first: what `verify --head-file` and `tools/verify.py --heads` read.
    var file: [UInt8] {
        Array(heads.reversed().map { $0.line + "\n" }.joined().utf8)
    }

    /// How to see that nothing has been altered.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.history
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                html.p(words.lead, .class("lead"))
                for paragraph in words.introduction { html.p(paragraph) }
                if let chainEnd {
                    html.p {
                        html.text(words.chainEnd(reading.words.number(Int(position))) + " ")
                        html.code(chainEnd)
                        html.text(".")
                    }
                }
            }
            html.section(.labelled(by: "kontrollera")) {
                html.h2(words.howTo, .id("kontrollera"))
                html.ol(.class("steps")) { for step in words.howToSteps { html.li(step) } }
            }
            html.section(.labelled(by: "huvuden")) {
                html.h2(words.heads, .id("huvuden"))
                if heads.isEmpty { html.p(words.noHeads) } else { writeHeads(html, reading) }
            }
        }
    }

    private func writeHeads(_ html: HTML, _ reading: Reading) {
        let words = reading.words.history
        html.scrollingTable(words.heads, reading.words) {
            html.thead {
                html.tr {
                    html.th(words.day, scope: .column)
                    html.th(words.acts, scope: .column, .class("number"))
                    html.th(words.hash, scope: .column)
                }
            }
            html.tbody {
                for head in heads.prefix(Self.shown) {
                    html.tr {
                        html.th(reading.words.date(head.day), scope: .row, .class("day-cell"))
                        html.td(reading.words.number(Int(head.position)), .class("number"))
                        html.td { html.code(head.hash) }
                    }
                }
            }
        }
    }
}
