import Testing

@testable import Cooperation

@Suite("Texts that a request keeps") struct PassageTests {
    /// The act of a request, and what it writes.
    private func written(_ request: any Request, in ledger: Ledger) throws -> (Act, [String]) {
        let (act, written) = try ledger.act(request, try period("2024-01-01"))
        return (act, written.compactMap(\.text))
    }

    @Test("what is recorded again as it is keeps every commitment, and writes nothing")
    func kept() throws {
        var body = try Sample.body("full", .network, of: "haninge")
        body.municipalityIsInferred = true
        body.composition = "Vilka."
        body.purpose = "Varför."
        body.meetingsPerYear = 4
        body.worksFor = try id("ssk")
        body.sponsor = try id("salem")
        body.details = [.init("Ett.", sources: [Source("k")]), .init("Två.")]
        body.missing = ["Saknas."]
        body.remarks = ["Anmärkning.", "En till."]
        body.sources = [Source("k")]
        var ledger = try Sample.whole()
        try ledger.record(body, try period("2023-01-01"))
        let facts = try #require(ledger.live.organisation[try id("full")]).facts
        #expect(facts.sponsor?.text == "salem" && facts.missing.count == 1)
        var (act, texts) = try written(RecordBody(of: facts), in: ledger)
        #expect(act == .organisation(.bodyRecorded(facts)) && texts.isEmpty)

        let municipality = try #require(ledger.live.members[try id("haninge")]).facts
        (act, texts) = try written(RegisterMunicipality(of: municipality), in: ledger)
        #expect(act == .members(.registered(municipality)) && texts.isEmpty)

        var agreement = Sample.settings()
        agreement.remarks = ["Anmärkning."]
        try ledger.record(agreement, try period("2023-02-01"))
        let settings = try #require(ledger.live.settings)
        (act, texts) = try written(AgreeSettings(of: settings), in: ledger)
        #expect(act == .settings(.agreed(settings)) && texts.isEmpty)
    }

    @Test("what is changed is written, beside what is kept, in the same order")
    func changed() throws {
        var ledger = try Sample.whole()
        var body = try Sample.body("full")
        body.remarks = ["Ett.", "Två.", "Tre."]
        try ledger.record(body, try period("2023-01-01"))
        let facts = try #require(ledger.live.organisation[try id("full")]).facts
        var request = RecordBody(of: facts)
        request.remarks = [.kept(facts.remarks[2]), "Nytt.", .kept(facts.remarks[0])]
        request.purpose = "Nytt syfte."
        let (act, texts) = try written(request, in: ledger)
        guard case .organisation(.bodyRecorded(let next)) = act else {
            Issue.record("\(act)")
            return
        }
        #expect(texts == ["Nytt syfte.", "Nytt."] || texts == ["Nytt.", "Nytt syfte."])
        #expect(next.remarks[0] == facts.remarks[2] && next.remarks[2] == facts.remarks[0])
        #expect(!facts.remarks.contains(next.remarks[1]))
    }

    /// The request that an act is made into again, to be corrected.
    private func again(_ act: Act) -> (any Request)? {
        switch act {
        case .members(.populationRecorded(let recorded)): RecordPopulation(of: recorded)
        case .organisation(.presidencyRecorded(let presidency)): RecordPresidency(of: presidency)
        case .organisation(.seatTaken(let tenure)): TakeSeat(of: tenure)
        case .organisation(.seatLeft(let leaving)): LeaveSeat(of: leaving)
        case .documents(.recorded(let facts)): RecordDocument(of: facts)
        case .news(.published(let facts)): PublishNews(of: facts)
        default: nil
        }
    }

    @Test("what is made again of an act says the same, keeps every commitment, and writes nothing")
    func madeAgain() throws {
        var figure = try Sample.population("haninge", 92_100)
        figure.remarks = ["Anmärkning."]
        var chairs = try Sample.presidency("salem", "haninge")
        chairs.remarks = ["Anmärkning."]
        var document = try Sample.document("provet")
        document.details = [.init("Ett.", sources: [Source("k")]), .init("Två.")]
        document.missing = ["Saknas."]
        document.remarks = ["Anmärkning."]
        let seat = try Sample.place("salem", in: "provet")
        let first = try day("2023-03-01")
        let requests: [any Request] = [
            figure, chairs, document, try Sample.news("provet", from: "2023-03-01"), try Sample.body("provet"),
            try Sample.seat("salem", in: "provet"), TakeSeat(seat, by: Sample.person(1), from: first, remarks: ["Anmärkning."]),
            LeaveSeat(seat, last: first, remarks: ["Anmärkning."]),
        ]
        var ledger = try Sample.whole()
        var kinds: Set<String> = []
        for request in requests {
            try ledger.record(request, .day(first))
            let record = try #require(ledger.timeline[ledger.last])
            guard let made = again(record.act) else { continue }
            kinds.insert(record.act.kind)
            var pen = Ledger.pen(from: 1_000)
            let before = ledger.timeline.without(ledger.last).cooperation(asOf: first)
            let act = try made.act(in: before, at: record.happened, pen: &pen)
            #expect(act == record.act && pen.written.isEmpty, "\(record.act.kind)")
        }
        #expect(kinds.count == 6)
    }
}

@Suite("Ids by names") struct NamingTests {
    @Test(
        "letters lose their marks, and what is neither letter nor figure parts words",
        arguments: [
            ("Haninge", "haninge"), ("Södertälje", "sodertalje"), ("Miljö- & hälsoskyddschefer", "miljo-halsoskyddschefer"),
            ("ÅÄÖ åäö", "aao-aao"), ("A\u{30A}ngstro\u{308}m", "angstrom"), ("É è ê ë ü ñ ç ø", "e-e-e-e-u-n-c-o"),
            ("Æble, Straße", "aeble-strasse"), ("  RUFS 2050  ", "rufs-2050"), ("a--b__c", "a-b-c"), ("7", "7"),
            ("VA-chefer (Stockholm/Södertörn)", "va-chefer-stockholm-sodertorn"), ("Ekonomi\u{AD}chefer", "ekonomi-chefer"),
            ("北京 2", "2"),
        ]
    )
    func names(_ name: String, _ expected: String) throws {
        #expect(Body.ID(naming: name)?.text == expected)
    }

    @Test("nothing is left of some", arguments: ["", " ", "–", "北京", "Ω", "…!"])
    func none(_ name: String) {
        #expect(Body.ID(naming: name) == nil)
        #expect(Body.ID(naming: name, unless: { _ in false }) == nil)
    }

    @Test("always an id, by property: also of what nobody would write, and never too long")
    func property() throws {
        var dice = Dice(7)
        for _ in 0..<500 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<dice.below(90) {
                let value: UInt32 = dice.happens(70) ? UInt32(dice.below(0x180)) : UInt32(dice.below(0x10FFFF))
                if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            }
            let name = String(scalars)
            guard let id = Body.ID(naming: name) else { continue }
            #expect((1...64).contains(id.text.utf8.count) && !id.text.hasPrefix("-") && !id.text.hasSuffix("-"))
            #expect(!id.text.contains("--"), "\(name)")
            #expect(Body.ID(naming: id.text) == id, "an id is its own name")
        }
    }

    @Test("a name that others have gets a figure, and stays short enough")
    func taken() throws {
        var taken: Set<String> = []
        for expected in ["nytt", "nytt-2", "nytt-3"] {
            let id = try #require(Body.ID(naming: "Nytt", unless: { taken.contains($0.text) }))
            #expect(id.text == expected)
            taken.insert(id.text)
        }
        let long = String(repeating: "å", count: 70)
        let first = try #require(Body.ID(naming: long))
        #expect(first.text.utf8.count == 64)
        #expect(Body.ID(naming: long, unless: { $0 == first })?.text == String(repeating: "a", count: 62) + "-2")
        #expect(Body.ID(naming: "Nytt", unless: { _ in true }) == nil)
    }
}
