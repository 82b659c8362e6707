import Testing

@testable import Cooperation

@Suite("What the public may see of news") struct NewsGateTests {
    /// The titles that the public may read: in the value, and in the acts.
    private struct Seen: Equatable {
        var news: [String]
        var acts: [String]

        init(_ news: [String] = [], acts: [String] = []) {
            self.news = news
            self.acts = acts
        }
    }

    /// What is seen today of the day that is asked about, or of now, with what was known by a day.
    private func seen(_ ledger: Ledger, _ today: String, asked: String? = nil, knownBy: String? = nil) throws -> Seen {
        let known = try knownBy.map { ledger.timeline.known(by: try day($0)) } ?? ledger.timeline
        let then = try asked.map { known.cooperation(asOf: try day($0)) } ?? known.live
        let view = PublicView(
            of: then,
            known: known,
            now: ledger.live,
            on: try day(asked ?? today),
            today: try day(today),
            knownBy: try knownBy.map { try day($0) }
        )
        let acts = view.acts { _ in true }
        for record in acts { for prose in try record.act.proses() { #expect(ledger.texts[prose] != nil) } }
        return Seen(
            view.cooperation.news.inOrder.compactMap { ledger.texts[$0.facts.title] },
            acts: acts.map { record in
                if case .news(.published(let facts)) = record.act { return ledger.texts[facts.title] ?? "?" }
                return record.act.kind
            }
        )
    }

    private func publish(_ title: String, from: String, on written: String, _ ledger: inout Ledger) throws {
        try ledger.record(Sample.news("ny", title, from: from), try period(written))
    }

    private func change(isShown: Bool, on day: String, _ ledger: inout Ledger) throws {
        try ledger.record(ChangeVisibility(.newsItem(id("ny")), isShown: isShown, reason: "Skäl."), try period(day))
    }

    @Test("an item is nowhere until its first day, whatever day is asked about, and everywhere from then on")
    func upcoming() throws {
        var ledger = try Ledger()
        try publish("Ett", from: "2024-05-10", on: "2024-05-05", &ledger)
        for today in ["2024-05-05", "2024-05-09"] {
            #expect(try seen(ledger, today) == Seen())
            for asked in ["2024-05-04", "2024-05-05", today] {
                #expect(try seen(ledger, today, asked: asked) == Seen())
                #expect(try seen(ledger, today, knownBy: asked) == Seen())
                #expect(try seen(ledger, today, asked: asked, knownBy: today) == Seen())
            }
        }
        let out = Seen(["Ett"], acts: ["Ett"])
        #expect(try seen(ledger, "2024-05-10") == out && seen(ledger, "2024-06-01") == out)
        // On a day when it wasn't to be seen, it isn't seen.
        #expect(try seen(ledger, "2024-06-01", asked: "2024-05-09") == Seen())
        #expect(try seen(ledger, "2024-06-01", asked: "2024-05-10") == out)
        #expect(try seen(ledger, "2024-06-01", knownBy: "2024-05-09") == Seen())
        #expect(try seen(ledger, "2024-06-01", knownBy: "2024-05-10") == out)
    }

    @Test("a wording that was replaced before the first day is never told, one that was replaced after it is")
    func earlier() throws {
        var ledger = try Ledger()
        try publish("Utkast", from: "2024-05-10", on: "2024-05-05", &ledger)
        try publish("Ett", from: "2024-05-10", on: "2024-05-07", &ledger)
        try publish("Två", from: "2024-05-10", on: "2024-05-12", &ledger)
        #expect(try seen(ledger, "2024-06-01") == Seen(["Två"], acts: ["Två", "Ett"]))
        #expect(try seen(ledger, "2024-06-01", asked: "2024-05-11") == Seen(["Ett"], acts: ["Ett"]))
        // What was known on the sixth was the draft, and it was not to be seen then.
        for knownBy in ["2024-05-05", "2024-05-06", "2024-05-09"] {
            #expect(try seen(ledger, "2024-06-01", knownBy: knownBy) == Seen())
            #expect(try seen(ledger, "2024-06-01", asked: "2024-06-01", knownBy: knownBy) == Seen())
        }
        #expect(try seen(ledger, "2024-06-01", knownBy: "2024-05-11") == Seen(["Ett"], acts: ["Ett"]))
    }

    @Test("an item whose day is moved ahead is hidden until then, and what it said meanwhile is never told")
    func moved() throws {
        var ledger = try Ledger()
        try publish("Ett", from: "2024-05-05", on: "2024-05-05", &ledger)
        try publish("Utkast", from: "2024-05-20", on: "2024-05-08", &ledger)
        #expect(try seen(ledger, "2024-05-08") == Seen())
        #expect(try seen(ledger, "2024-05-19", asked: "2024-05-06") == Seen())
        try publish("Två", from: "2024-05-20", on: "2024-05-15", &ledger)
        #expect(try seen(ledger, "2024-05-19", knownBy: "2024-05-06") == Seen())
        #expect(try seen(ledger, "2024-05-20") == Seen(["Två"], acts: ["Två", "Ett"]))
        #expect(try seen(ledger, "2024-05-20", asked: "2024-05-06") == Seen(["Ett"], acts: ["Ett"]))
        for asked in ["2024-05-08", "2024-05-16", "2024-05-19"] {
            #expect(try seen(ledger, "2024-05-20", asked: asked) == Seen())
            #expect(try seen(ledger, "2024-05-20", knownBy: asked) == Seen())
        }
    }

    @Test("a withdrawn item is hidden as other things are, and what was done before its day stays untold")
    func withdrawn() throws {
        var ledger = try Ledger()
        try publish("Ett", from: "2024-05-10", on: "2024-05-05", &ledger)
        try change(isShown: false, on: "2024-05-06", &ledger)
        #expect(try seen(ledger, "2024-05-11") == Seen())
        try change(isShown: true, on: "2024-05-07", &ledger)
        #expect(try seen(ledger, "2024-05-09") == Seen())
        #expect(try seen(ledger, "2024-05-10") == Seen(["Ett"], acts: ["Ett"]))
        try change(isShown: false, on: "2024-05-12", &ledger)
        #expect(try seen(ledger, "2024-05-13", asked: "2024-05-11") == Seen())
        try change(isShown: true, on: "2024-05-14", &ledger)
        #expect(
            try seen(ledger, "2024-05-14") == Seen(["Ett"], acts: ["visibility.restored", "visibility.withdrawn", "Ett"])
        )
        #expect(try seen(ledger, "2024-05-14", asked: "2024-05-13").news == [])
    }

    @Test("what was struck or corrected before the first day is never told, nor is the reason")
    func corrected() throws {
        var ledger = try Ledger()
        try publish("Ett", from: "2024-05-10", on: "2024-05-05", &ledger)
        var struck = ledger
        try struck.record(StrikeRecord(Position(1), reason: "Fel."), try period("2024-05-06"))
        #expect(try seen(struck, "2024-06-01") == Seen() && seen(struck, "2024-06-01", knownBy: "2024-05-05") == Seen())
        #expect(try seen(struck, "2024-06-01", asked: "2024-05-20") == Seen())
        let correction = CorrectRecord(Position(1), with: try Sample.news("ny", "Två", from: "2024-05-10"), reason: "Fel.")
        try ledger.record(correction, try period("2024-05-05"), on: try day("2024-05-06"))
        #expect(try seen(ledger, "2024-05-09") == Seen())
        #expect(try seen(ledger, "2024-06-01") == Seen(["Två"]), "the reason may say what stood there before")
        // A correction of what has been out is told as others are.
        let later = CorrectRecord(Position(1), with: try Sample.news("ny", "Tre", from: "2024-05-10"), reason: "Fel.")
        try ledger.record(later, try period("2024-05-05"), on: try day("2024-05-20"))
        #expect(try seen(ledger, "2024-06-01") == Seen(["Tre"], acts: ["record.corrected"]))
        try ledger.record(StrikeRecord(Position(1), reason: "Fel."), try period("2024-05-21"))
        #expect(try seen(ledger, "2024-06-01") == Seen([], acts: ["record.struck", "record.corrected"]))
    }

    @Test("an act that was corrected into news, and then struck, tells nothing of it")
    func turned() throws {
        var ledger = try Ledger([("2024-05-01", Sample.document("avtal"))])
        let correction = CorrectRecord(Position(1), with: try Sample.news("ny", "Ett", from: "2024-05-10"), reason: "Fel.")
        try ledger.record(correction, try period("2024-05-01"), on: try day("2024-05-02"))
        try ledger.record(StrikeRecord(Position(1), reason: "Fel."), try period("2024-05-03"))
        #expect(try seen(ledger, "2024-06-01") == Seen([], acts: ["record.struck", "documents.recorded"]))
    }

    @Test("the notice of the day it came out is told, unless nobody could see it then")
    func notice() throws {
        var ledger = try Ledger()
        try publish("Ett", from: "2024-05-10", on: "2024-05-05", &ledger)
        let notice = NoteCrossing(.newsPublished(try id("ny"), try day("2024-05-10")))
        var hidden = ledger
        try change(isShown: false, on: "2024-05-06", &hidden)
        try hidden.record(notice, try period("2024-05-10"))
        try change(isShown: true, on: "2024-05-12", &hidden)
        #expect(try seen(hidden, "2024-05-12") == Seen(["Ett"], acts: ["visibility.restored", "Ett"]))
        try ledger.record(notice, try period("2024-05-10"))
        #expect(try seen(ledger, "2024-05-10") == Seen(["Ett"], acts: ["notice.crossed", "Ett"]))
        #expect(try seen(ledger, "2024-05-12", asked: "2024-05-09") == Seen())
        try publish("Två", from: "2024-06-01", on: "2024-05-12", &ledger)
        #expect(try seen(ledger, "2024-05-31") == Seen())
        #expect(try seen(ledger, "2024-06-01") == Seen(["Två"], acts: ["Två", "notice.crossed", "Ett"]))
    }

    @Test("random histories: no text is told that no page could show by then", arguments: 1...40)
    func random(_ seed: Int) throws {
        var dice = Dice(UInt64(seed))
        let start = try day("2024-05-01")
        var records: [Record] = []
        var today = start
        for _ in 0..<(Effort.isFull ? 22 : 14) {
            if dice.happens(70) { today = today.adding(days: dice.below(4)) }
            records.append(try Self.record(after: records, today, &dice))
        }
        let last = today.adding(days: 9)
        let out = try Self.everOut(records, from: start, to: last)
        let timeline = Timeline(records)
        for _ in 0..<25 {
            let now = start.adding(days: dice.below(Int(last.number - start.number) + 1))
            let known = timeline.known(by: now)
            let knownBy = dice.happens(50) ? start.adding(days: dice.below(Int(now.number - start.number) + 1)) : nil
            let asked = dice.happens(50) ? start.adding(days: dice.below(Int(now.number - start.number) + 1)) : nil
            let counted = knownBy.map { known.known(by: $0) } ?? known
            let view = PublicView(
                of: asked.map { counted.cooperation(asOf: $0) } ?? counted.live,
                known: counted,
                now: known.live,
                on: asked ?? now,
                today: now,
                knownBy: knownBy
            )
            let said = "\(now) \(asked?.iso ?? "-") \(knownBy?.iso ?? "-")"
            for item in view.cooperation.news.inOrder {
                #expect(out[item.facts.title].map { $0 <= now } == true, "a page on \(said)")
            }
            for record in view.acts(where: { _ in true }) {
                for title in record.act.titles { #expect(out[title].map { $0 <= now } == true, "an act on \(said)") }
            }
            let gate = Gate(known, today: now)
            for record in known.records where gate.lets(record) {
                for title in record.act.titles { #expect(out[title].map { $0 <= now } == true, "the export on \(said)") }
            }
        }
    }

    /// The first day on which each title could be read on a page, by going through every moment and every day.
    private static func everOut(_ records: [Record], from start: Day, to last: Day) throws -> [Prose: Day] {
        var out: [Prose: Day] = [:]
        func note(_ cooperation: Cooperation, _ asked: Day, on day: Day) {
            for item in cooperation.news.inOrder where item.facts.from <= asked {
                guard !cooperation.withdrawnSubjects.contains(.newsItem(item.facts.id)) else { continue }
                out[item.facts.title] = min(out[item.facts.title] ?? day, day)
            }
        }
        for count in 1...records.count {
            let oracle = Oracle(Array(records.prefix(count)))
            let begins = records[count - 1].recorded.swedishDay
            let ends = count < records.count ? records[count].recorded.swedishDay : last
            for number in begins.number...ends.number {
                let now = Day(number: number)
                note(oracle.cooperation(), now, on: now)
            }
            // As of each day the last moment's end is enough; it can't be seen sooner than the moment began.
            for number in start.number...ends.number {
                let asked = Day(number: number)
                note(oracle.cooperation(asOf: asked), asked, on: max(begins, asked))
            }
        }
        return out
    }

    private static func record(after records: [Record], _ today: Day, _ dice: inout Dice) throws -> Record {
        let name: NewsItem.ID = try id(dice.happens(75) ? "a" : "b")
        let number = records.count * 4
        let facts = NewsItem.Facts(
            id: name,
            title: .numbered(number + 1),
            lead: .numbered(number + 2),
            text: nil,
            from: today.adding(days: dice.below(12) - 3),
            about: nil,
            sources: []
        )
        let reason = Prose.numbered(number + 3)
        let target = Position(Int64(1 + dice.below(max(1, records.count))))
        let act: Act =
            switch dice.below(20) {
            case 0...10: .news(.published(facts))
            case 11, 12: .visibility(.withdrawn(.init(subject: .newsItem(name), reason: reason)))
            case 13, 14: .visibility(.restored(.init(subject: .newsItem(name), reason: reason)))
            case 15: .record(.struck(.init(target: target, reason: reason)))
            case 16, 17:
                .record(.corrected(.init(target: target, replacement: .news(.published(facts)), reason: reason)))
            case 18: .members(.left(.init(municipality: try id("salem"), remarks: [], sources: [])))
            default: .notice(.crossed(.init(crossing: .newsPublished(name, today))))
            }
        return Record(
            position: Position(Int64(records.count + 1)),
            recorded: Instant(microseconds: Instant(startOf: today).microseconds + Int64(records.count)),
            happened: .day(dice.happens(70) ? today : today.adding(days: -dice.below(6))),
            actor: .importer,
            act: act
        )
    }
}

extension Act {
    /// The titles of news that it tells.
    fileprivate var titles: [Prose] {
        switch self {
        case .news(.published(let facts)): [facts.title]
        case .record(.corrected(let correction)): correction.replacement.titles
        default: []
        }
    }
}
