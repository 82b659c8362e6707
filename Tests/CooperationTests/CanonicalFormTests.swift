import Testing

@testable import Cooperation

@Suite("The canonical form") struct CanonicalFormTests {
    @Test("is equal for equal states, in whatever order they were built")
    func order() throws {
        let acts: [(String, any Request)] = try [
            ("2010-08-18", Sample.municipality("haninge", code: "0136")),
            ("2010-08-18", Sample.municipality("salem", code: "0128")),
            ("2010-08-18", Sample.municipality("nacka", code: "0182")), ("2010-08-18", Sample.frame("rufs")),
            ("2010-08-18", Sample.frame("plan")), ("2010-08-18", Sample.edition("2019")), ("2010-08-18", Sample.edition("2023")),
            ("2010-08-18", Sample.population(nil, 5)), ("2012-08-18", Sample.population(nil, 6)),
            ("2010-08-18", Sample.body("ssk", .committee)), ("2010-08-18", Sample.body("lg")),
            ("2010-08-18", Sample.peer("nordost")), ("2010-08-18", Sample.peer("storstad")),
            ("2010-08-18", Sample.document("avtal")), ("2010-08-18", Sample.document("plan")),
            ("2010-08-18", Sample.series("radslag")), ("2010-08-18", Sample.series("konferens")),
            ("2010-08-18", Sample.priority("leden")), ("2010-08-18", Sample.priority("banan")),
            ("2010-08-18", Sample.statement("ett")), ("2010-08-18", Sample.statement("tva")),
            ("2010-08-18", Sample.list("2013", [])), ("2010-08-18", Sample.list("2021", [])),
            ("2010-08-18", RecordPlan(id: id("2020"), year: 2020, title: "Plan")),
            ("2010-08-18", RecordPlan(id: id("2021"), year: 2021, title: "Plan")),
            ("2010-08-18", Sample.news("ett", from: "2010-08-18")), ("2010-08-18", Sample.news("tva", from: "2010-08-18")),
        ]
        var dice = Dice(5)
        var forms: Set<[UInt8]> = []
        var states: Set<Cooperation> = []
        for _ in 0..<20 {
            var cooperation = Cooperation()
            // The texts have numbers of their own here, so that the order doesn't show in them.
            for (index, (day, request)) in acts.enumerated().shuffled(using: &dice) {
                var pen = Ledger.pen(from: 1000 * index)
                let period = try period(day)
                let act = try request.act(in: Cooperation(), at: period, pen: &pen)
                cooperation.apply(act, at: period, position: Position(Int64(index + 1)))
            }
            forms.insert(try cooperation.canonicalForm())
            states.insert(cooperation)
        }
        #expect(states.count == 1)
        #expect(forms.count == 1)
    }

    @Test("each act of the sample changes it, and nothing else does")
    func differs() throws {
        let ledger = try Sample.whole()
        var forms: [[UInt8]] = []
        let records = ledger.records
        for count in 0...records.count { forms.append(try Timeline(records.prefix(count)).live.canonicalForm()) }
        #expect(Set(forms).count == records.count + 1)
        #expect(forms.first == [])
        #expect(try ledger.live.canonicalForm() == forms.last)
    }

    @Test("random histories have the same form exactly when they have the same state")
    func random() throws {
        var history = RandomHistory(seed: 41, from: try day("2012-01-01"))
        var records: [Record] = []
        var seen: [[UInt8]: Cooperation] = [:]
        for _ in 0..<Effort.count(600, otherwise: 120) {
            records.append(history.next(after: records.count))
            let live = Timeline(records).live
            let form = try live.canonicalForm()
            #expect(try Oracle(records).cooperation().canonicalForm() == form)
            // The words of a refusal are no part of the state; everything else is.
            if let other = seen[form] { #expect(other.withoutVoid == live.withoutVoid) }
            seen[form] = live
        }
        #expect(Set(seen.values).count == seen.count)
    }

    @Test("is one line for each element, sorted within its kind")
    func lines() throws {
        let form = String(decoding: try Sample.ledger().live.canonicalForm(), as: UTF8.self)
        let labels = form.split(separator: "\n").map { String($0.prefix { $0 != "{" && $0 != "\"" }) }
        #expect(
            labels.map { $0.trimmed } == [
                "settings", "agreed", "municipality", "membership", "population 2019-12-31", "municipality", "membership",
                "municipality", "membership", "edition", "in-force", "entry", "service", "edition", "frame",
            ]
        )
        #expect(form.hasSuffix("\n"))
    }

    @Test("a part that came later is absent as long as it is empty, and has its lines in its place after that")
    func parts() throws {
        func labels(_ ledger: Ledger) throws -> [String] {
            String(decoding: try ledger.live.canonicalForm(), as: UTF8.self).split(separator: "\n")
                .map { String($0.prefix { $0 != "{" && $0 != "\"" }).trimmed }
        }
        let (before, after) = (try labels(Sample.ledger()), try labels(Sample.whole()))
        #expect(Array(after.prefix(before.count)) == before)
        #expect(
            after.dropFirst(before.count) == [
                "body 2023", "closing 2024-01-01", "body 2010-08-18", "body 2010-08-18", "body 2013", "assignment 2019-12-01",
                "sighting 2020", "body 2010-08-18", "presidency 2018", "seat 2020-01-01", "tenure",
                "deputyship", "seat 2020-01-01", "seat-closing", "peer", "document 2022-02-09", "document 2010-08-18",
                "document 2021-01", "series 2009", "rules 2019-05-01", "conference", "statement 2017-08-31", "priority 2015",
                "former-name", "renaming 2016-06-01", "outcome 2018-06", "priority-list 2021-01", "plan 2021-01-15",
                "report 2021-12-01", "follow-up 2022-02-09", "news 2023-05-01 2023-05-01", "meeting 2020-02-01",
                "decision 2020-02-09",
                "draft 1", "version 1 2023-03-01 47", "opening 2023-04-01",
                "service-card 2023-06-01", "own-measure 2023-06-02", "own-value 2023-06-03", "study 2023-06-04",
                "study-measures 2023-06-05", "case 2023-06-06", "theme-day 2023-06-07",
            ]
        )
        // Each part alone adds its own lines and nothing else.
        let alone: [(any Request, [String])] = try [
            (Sample.body("ssk"), ["body 2010"]), (Sample.peer(), ["peer"]), (Sample.document("avtal"), ["document 2010"]),
            (Sample.series(), ["series 2010"]), (Sample.statement(), ["statement 2010"]),
            (Sample.priority("leden"), ["priority 2010"]), (Sample.list("2010", []), ["priority-list 2010"]),
            (RecordPlan(id: id("2010"), year: 2010, title: "Plan"), ["plan 2010"]),
            (Sample.news("motet", from: "2010-12-31"), ["news 2010 2010"]),
            (NoteCrossing(.documentPeriodEnded(id("avtal"))), ["notice"]),
        ]
        for (request, lines) in alone { #expect(try labels(Ledger([("2010", request)])) == lines) }
    }

    @Test("a seat that was closed and taken up again tells when it was there before")
    func seats() throws {
        var ledger = try Ledger([
            ("2010", Sample.municipality("haninge")), ("2010", Sample.body("ssk", .committee)),
            ("2020-01-01", Sample.seat("haninge")),
            ("2020-01-01", TakeSeat(Sample.place("haninge"), by: Sample.person(1), from: day("2020-01-01"))),
            ("2021-01-01", CloseSeat(Sample.place("haninge"), last: day("2020-12-31"))),
        ])
        func lines() throws -> [Substring] {
            String(decoding: try ledger.live.canonicalForm(), as: UTF8.self).split(separator: "\n").filter {
                $0.hasPrefix("seat") || $0.hasPrefix("tenure")
            }
        }
        let facts = ##"{"body":"ssk","id":"haninge","municipality":"haninge","remarks":[],"role":"member","sources":[]}"##
        let tenure =
            ##"tenure {"body":"ssk","from":"2020-01-01","person":"\##(Sample.person(1))","remarks":[],"seat":"haninge","until":"2020-12-31"}"##
        let closing = ##"seat-closing {"body":"ssk","last":"2020-12-31","remarks":[],"seat":"haninge"}"##
        #expect(try lines().map(String.init) == ["seat 2020-01-01 \(facts)", tenure, closing])
        try ledger.record(Sample.seat("haninge"), try period("2022-03-01"))
        let earlier = ##"seat-earlier 2020-01-01 "2020-12-31""##
        #expect(try lines().map(String.init) == ["seat 2022-03-01 \(facts)", earlier, tenure])
    }

    @Test("a line is its label and the fact as JSON")
    func line() throws {
        var ledger = try Ledger([("2015", Sample.priority("leden", called: "Leden"))])
        try ledger.record(RenamePriority(try id("leden"), to: "Vägen"), try period("2016-06"))
        #expect(
            String(decoding: try ledger.live.canonicalForm(), as: UTF8.self) == """
                priority 2015 {"alsoCalled":[],"details":[],"id":"leden","missing":[],"name":"Vägen","remarks":[],"sources":[]}
                former-name "Leden"
                renaming 2016-06 {"name":"Vägen","priority":"leden","remarks":[],"sources":[]}

                """
        )
    }
}

extension Cooperation {
    /// Everything but the acts that mean nothing.
    fileprivate var withoutVoid: Cooperation {
        var other = self
        other.void = Cooperation().void
        return other
    }
}

extension String {
    fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
