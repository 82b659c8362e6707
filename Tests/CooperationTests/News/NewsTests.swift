import Testing

@testable import Cooperation

@Suite("News") struct NewsTests {
    @Test("what must be filled in, and how long it may be")
    func rule() throws {
        let sample = try Sample.news("ny", from: "2024-05-01")
        let table: [(String?, String?, (inout PublishNews) -> Void)] = [
            (nil, nil, { _ in }),
            ("news.blank", "title", { $0.title = " " }), ("news.blank", "lead", { $0.lead = "\n" }),
            (nil, nil, { $0.title = .written(String(repeating: "å", count: 120)) }),
            ("news.too-long", "title", { $0.title = .written(String(repeating: "å", count: 121)) }),
            (nil, nil, { $0.lead = .written(String(repeating: "ö", count: 600)) }),
            ("news.too-long", "lead", { $0.lead = .written(String(repeating: "ö", count: 601)) }),
            (nil, nil, { $0.text = .written(String(repeating: "a", count: 20_000)) }),
            ("news.too-long", "text", { $0.text = .written(String(repeating: "a", count: 20_001)) }),
            (nil, nil, { $0.text = nil }), (nil, nil, { $0.text = " " }),
            (nil, nil, { $0.about = Subject("documents/avtal") }),
            ("news.unknown-subject", "about", { $0.about = Subject("documents/finns-inte") }),
            ("news.about-news", "about", { $0.about = Subject("news/ny") }),
        ]
        for (code, field, change) in table {
            var request = sample
            change(&request)
            #expect(try Sample.whole().refusal(request, "2024-05-01") == .init(code: code, field: field))
        }
    }

    @Test(
        "the first day is the day it is written or a later one",
        arguments: [
            ("2024-05-01", "2024-05-01", true), ("2024-05-01", "2024-04-30", false), ("2024-05-01", "2024-05-02", true),
            ("2024-05-01", "2031-01-01", true), ("2024-05", "2024-05-01", true), ("2024-05", "2024-04-30", false),
        ]
    )
    func first(_ written: String, _ from: String, _ isAccepted: Bool) throws {
        let refused = Ledger.Answer(code: "news.from", field: "from")
        #expect(try Ledger().refusal(Sample.news("ny", from: from), written) == (isAccepted ? .accepted : refused))
    }

    @Test("what is published with the same name is a change: the whole item, and its first day may stay as it was")
    func changed() throws {
        var ledger = try Ledger([("2024-05-01", Sample.news("ny", from: "2024-05-03"))])
        var change = try Sample.news("ny", "Ändrad", from: "2024-05-03")
        change.text = nil
        #expect(try ledger.refusal(Sample.news("ny", from: "2024-05-04"), "2024-05-10").code == "news.from")
        try ledger.record(change, try period("2024-05-10"))
        let item = try #require(ledger.live.news[id("ny")])
        #expect(ledger.texts[item.facts.title] == "Ändrad" && item.facts.text == nil)
        #expect(item.written == Period("2024-05-01") && item.changed == Period("2024-05-10"))
        #expect(try ledger.cooperation(asOf: "2024-05-09").news[id("ny")]?.facts.text != nil)
        try ledger.record(Sample.news("ny", from: "2025-01-01"), try period("2024-05-11"))
        #expect(ledger.live.news.inOrder.map(\.facts.from) == [try day("2025-01-01")])
    }

    @Test("stands the latest first")
    func order() throws {
        let ledger = try Ledger([
            ("2024-01-01", Sample.news("b", from: "2024-01-02")), ("2024-01-01", Sample.news("a", from: "2024-01-02")),
            ("2024-01-02", Sample.news("c", from: "2024-01-02")), ("2023-01-01", Sample.news("e", from: "2025-01-01")),
            ("2023-01-01", Sample.news("d", from: "2023-01-01")),
        ])
        #expect(ledger.live.news.inOrder.map(\.facts.id.text) == ["e", "c", "b", "a", "d"])
    }

    @Test("what it is about can't be struck without it")
    func about() throws {
        var ledger = try Ledger([("2020", Sample.document("avtal"))])
        var news = try Sample.news("ny", from: "2024-05-01")
        news.about = Subject("documents/avtal")
        try ledger.record(news, try period("2024-05-01"))
        #expect(try ledger.refusal(StrikeRecord(Position(1), reason: "Fel."), "2024-05-02").code == "record.would-void")
    }

    @Test("the day that it comes out is told once it is there, and again when it has been moved")
    func crossings() throws {
        var ledger = try Ledger([
            ("2024-05-01", Sample.news("ny", from: "2024-05-03")), ("2024-05-01", Sample.news("genast", from: "2024-05-01")),
        ])
        func told(_ text: String) throws -> [String] {
            try ledger.live.crossings(by: day(text)).map { "\($0.day) \($0.crossing.text)" }
        }
        let first = "2024-05-03 news-published/ny/2024-05-03"
        #expect(try told("2024-05-02") == [])
        #expect(try told("2024-05-03") == [first] && told("2025-01-01") == [first])
        try ledger.record(NoteCrossing(.newsPublished(id("ny"), day("2024-05-03"))), try period("2024-05-03"))
        #expect(try told("2025-01-01") == [])
        // A new wording of what is out already comes out by itself.
        try ledger.record(Sample.news("ny", "Ändrad", from: "2024-05-03"), try period("2024-05-05"))
        #expect(try told("2025-01-01") == [])
        try ledger.record(Sample.news("ny", "Flyttad", from: "2024-06-01"), try period("2024-05-06"))
        #expect(try told("2024-05-31") == [])
        #expect(try told("2024-06-01") == ["2024-06-01 news-published/ny/2024-06-01"])
    }

    @Test("the secretariat publishes, and nobody else", arguments: Seat.Role.allCases)
    func permission(_ role: Seat.Role) {
        let grants = Permission.publishNews.grants
        let may: Set<Seat.Role> = [.developmentLeader, .administrator]
        #expect(grants.contains { $0.roles.contains(role) && $0.reach == .everything } == may.contains(role))
        #expect(Permission.publishNews.name == "news.publish" && !Permission.publishNews.needsFreshFactor)
    }
}
