import Testing

@testable import Cooperation

@Suite("Steering documents: the rule") struct DocumentRuleTests {
    typealias Answer = Ledger.Answer

    @Test("recording a document")
    func record() throws {
        let ledger = try Sample.whole()
        func answer(_ day: String = "2022-06-01", _ change: (inout RecordDocument) throws -> Void) throws -> Answer {
            var document = try Sample.document("nytt")
            try change(&document)
            return try ledger.refusal(document, day)
        }
        #expect(try answer { _ in } == .accepted)
        #expect(try answer { $0.title = " " } == Answer(code: "documents.blank", field: "title"))
        #expect(try answer { $0.kind = "\n" } == Answer(code: "documents.blank", field: "kind"))
        #expect(try answer { $0.edition = try id("2019") } == .accepted)
        let edition = Answer(code: "programme.unknown-edition", field: "edition")
        #expect(try answer { $0.edition = try id("1999") } == edition)
        #expect(try answer("2018-12-31") { $0.edition = try id("2019") } == edition)
        #expect(try answer { $0.about = try period("2021") } == .accepted)
    }

    @Test(
        "from when to when",
        arguments: [
            (nil, nil, false, ""), (nil, nil, true, ""), ("2019", nil, false, ""), ("2019", nil, true, ""),
            (nil, "2022", false, ""), ("2019", "2022", false, ""), ("2019", "2019", false, ""), ("2019", "2019-01", false, ""),
            ("2019-05-01", "2019-05-01", false, ""), ("2019-05-01", "2019", false, ""),
            ("2019", "2018", false, "documents.validity"), ("2019-05-01", "2019-04-30", false, "documents.validity"),
            ("2019-05-01", "2019-04", false, "documents.validity"), ("2019", "2018", true, "documents.validity"),
            (nil, "2022", true, "documents.until-further-notice"), ("2019", "2022", true, "documents.until-further-notice"),
        ] as [(String?, String?, Bool, String)]
    )
    func validity(_ from: String?, _ end: String?, _ isUntilFurtherNotice: Bool, _ code: String) throws {
        let validity = try Sample.validity(from, end, isUntilFurtherNotice: isUntilFurtherNotice ? true : nil)
        let answer = try Ledger().refusal(Sample.document("nytt", validity), "2019-12-31")
        #expect(answer == (code.isEmpty ? .accepted : Answer(code: code, field: "validity")))
    }

    @Test("a document replaces one that is there and that nothing else has replaced, and never itself")
    func replaces() throws {
        var ledger = try Ledger([
            ("2010", Sample.document("a")), ("2015", Sample.document("b")), ("2019", Sample.document("c")),
        ])
        func replacing(_ name: String, _ replaced: String) throws -> RecordDocument {
            var document = try Sample.document(name)
            document.replaces = try id(replaced)
            return document
        }
        let itself = Answer(code: "documents.replaces-itself", field: "replaces")
        #expect(try ledger.refusal(replacing("d", "x"), "2020") == Answer(code: "documents.unknown", field: "document"))
        #expect(try ledger.refusal(replacing("d", "c"), "2018") == Answer(code: "documents.unknown", field: "document"))
        #expect(try ledger.refusal(replacing("d", "d"), "2020") == itself)
        #expect(try ledger.refusal(replacing("a", "a"), "2020") == itself)
        try ledger.record(replacing("b", "a"), try period("2015"))
        #expect(try ledger.refusal(replacing("b", "a"), "2016") == .accepted, "the same again")
        let taken = Answer(code: "documents.replaced-already", field: "replaces")
        #expect(try ledger.refusal(replacing("c", "a"), "2019") == taken)
        #expect(try ledger.refusal(replacing("c", "a"), "2014") == Answer(code: "record.would-void", field: nil))
        try ledger.record(replacing("c", "b"), try period("2019"))
        #expect(try ledger.refusal(replacing("a", "b"), "2020") == itself)
        #expect(try ledger.refusal(replacing("a", "c"), "2020") == itself, "by way of another")
        // Said to replace nothing any longer, it leaves room for another.
        try ledger.record(Sample.document("b"), try period("2020"))
        #expect(try ledger.refusal(replacing("d", "a"), "2020") == .accepted)
    }
}

@Suite("Steering documents: the state") struct DocumentStateTests {
    @Test("what is recorded anew doesn't change when it was decided; a correction of the first record does")
    func decided() throws {
        var ledger = try Ledger([("2010-08-18", try Sample.document("avtal"))])
        var named = try Sample.document("avtal")
        named.title = "Samarbetsavtal"
        try ledger.record(named, try period("2015"))
        let document = { (ledger: Ledger) in try #require(ledger.live.documents[try id("avtal")]) }
        #expect(try document(ledger).decided.iso == "2010-08-18")
        #expect(try document(ledger).facts.title == "Samarbetsavtal")
        #expect(try ledger.cooperation(asOf: "2015-12-30").documents[id("avtal")]?.facts.title == "Dokument avtal")
        // The second record was given the wrong year: the day of the decision stands.
        try ledger.record(CorrectRecord(Position(2), with: named, reason: "Fel år."), try period("2014"))
        #expect(try document(ledger).decided.iso == "2010-08-18")
        // The first one was.
        try ledger.record(CorrectRecord(Position(1), with: Sample.document("avtal"), reason: "Fel dag."), try period("2010-08"))
        #expect(try document(ledger).decided.iso == "2010-08")
        #expect(try document(ledger).facts.title == "Samarbetsavtal")
        #expect(try ledger.cooperation(asOf: "2010-08-30").documents[id("avtal")] == nil)
        // Without the first, the second is when it was decided, as far as is known.
        try ledger.record(StrikeRecord(Position(1), reason: "Fel."), try period("2026-01-01"))
        #expect(try document(ledger).decided.iso == "2014")
    }

    @Test("the oldest stands first, and an edition finds its document")
    func order() throws {
        var (one, two) = (try Sample.document("z-sup"), try Sample.document("b-sup"))
        one.edition = try id("2019")
        two.edition = try id("2019")
        let ledger = try Ledger([
            ("2019-01-01", Sample.edition("2019")), ("2019", one), ("2018", Sample.document("c")), ("2018", Sample.document("a")),
            ("2018-12-30", Sample.document("d")), ("2020", two),
        ])
        let documents = ledger.live.documents
        #expect(documents.inOrder.map(\.facts.id.text) == ["d", "a", "c", "z-sup", "b-sup"])
        #expect(documents.document(of: try id("2019"))?.facts.id.text == "b-sup")
        #expect(documents.document(of: try id("2023")) == nil)
    }
}

@Suite("Where a document stands") struct DocumentStandingTests {
    /// Where the document 'a' stands on a day, with 'b' after it when a validity is given for that.
    private func standing(
        _ validity: Document.Validity?,
        about: String? = nil,
        next: Document.Validity?? = nil,
        on text: String
    ) throws -> Document.Standing {
        var document = try Sample.document("a", validity)
        document.about = try about.map { try period($0) }
        var ledger = try Ledger([("2018-12-01", document)])
        if let next {
            var successor = try Sample.document("b", next)
            successor.replaces = try id("a")
            try ledger.record(successor, try period("2022-10-01"))
        }
        let documents = try ledger.cooperation(asOf: text).documents
        return documents.standing(of: try #require(documents[try id("a")]), on: try day(text))
    }

    @Test(
        "a table of what the sources say",
        arguments: [
            // From, to, until further notice, the day, and where it stands.
            (nil, nil, false, "2020-01-01", "unknown"), (nil, nil, true, "2020-01-01", "valid"),
            (nil, nil, true, "2999-12-31", "valid"), ("2019", nil, false, "2018-12-31", "upcoming 2019"),
            ("2019", nil, false, "2019-01-01", "valid"), ("2019", nil, false, "2999-12-31", "valid"),
            ("2019", nil, true, "2018-12-31", "upcoming 2019"), ("2019", nil, true, "2019-01-01", "valid"),
            (nil, "2022", false, "2018-12-01", "valid"), (nil, "2022", false, "2022-12-31", "valid"),
            (nil, "2022", false, "2023-01-01", "over 2022"), ("2019", "2022", false, "2018-12-31", "upcoming 2019"),
            ("2019", "2022", false, "2022-12-31", "valid"), ("2019", "2022", false, "2023-01-01", "over 2022"),
            ("2019-02", "2019-03", false, "2019-01-31", "upcoming 2019-02"), ("2019-02", "2019-03", false, "2019-02-01", "valid"),
            ("2019-02", "2019-03", false, "2019-03-31", "valid"), ("2019-02", "2019-03", false, "2019-04-01", "over 2019-03"),
            ("2019-02-02", "2019-02-02", false, "2019-02-01", "upcoming 2019-02-02"),
            ("2019-02-02", "2019-02-02", false, "2019-02-02", "valid"),
            ("2019-02-02", "2019-02-02", false, "2019-02-03", "over 2019-02-02"),
        ] as [(String?, String?, Bool, String, String)]
    )
    func table(_ from: String?, _ end: String?, _ isUntilFurtherNotice: Bool, _ day: String, _ expected: String) throws {
        let validity = try Sample.validity(from, end, isUntilFurtherNotice: isUntilFurtherNotice ? true : nil)
        #expect(try standing(validity, on: day).words == expected)
        // What it is about says that it is a report, whatever else is said.
        #expect(try standing(validity, about: "2018", on: day).words == "report 2018")
        #expect(try standing(validity, next: .some(nil), on: "2022-10-01").words == "replaced b")
    }

    @Test("without a word of how long it applies, nothing is known")
    func unknown() throws {
        #expect(try standing(nil, on: "2018-12-01").words == "unknown")
        #expect(try standing(Document.Validity(isInferred: true), on: "2018-12-01").words == "unknown")
        #expect(try standing(nil, about: "2018", on: "2018-12-01").words == "report 2018")
    }

    @Test(
        "it applies until the one that replaces it begins to",
        arguments: [
            ("2019", "2022", "2023", "2022-09-30", "valid"), ("2019", "2022", "2023", "2022-12-31", "valid"),
            ("2019", "2022", "2023", "2023-01-01", "replaced b"), ("2019", nil, "2024", "2023-12-31", "valid"),
            ("2019", nil, "2024", "2024-01-01", "replaced b"), ("2019", "2022", "2024", "2023-06-01", "over 2022"),
            ("2019", "2022", nil, "2022-09-30", "valid"), ("2019", "2022", nil, "2022-10-01", "replaced b"),
            ("2019", "2022", "2021", "2022-09-30", "valid"), ("2019", "2022", "2021", "2022-10-01", "replaced b"),
        ] as [(String, String?, String?, String, String)]
    )
    func replaced(_ from: String, _ end: String?, _ next: String?, _ day: String, _ expected: String) throws {
        let answer = try standing(Sample.validity(from, end), next: Sample.validity(next, nil), on: day)
        #expect(answer.words == expected)
    }

    @Test("the public is told the truth of a document whose successor can't be seen")
    func withdrawn() throws {
        var (next, third) = (try Sample.document("b", Sample.validity("2023", "2026")), try Sample.document("c"))
        next.replaces = try id("a")
        third.replaces = try id("b")
        var ledger = try Ledger([("2018", Sample.document("a", Sample.validity("2019", nil))), ("2022", next), ("2027", third)])
        func seen(_ text: String) throws -> [String] {
            let documents = try ledger.view(on: text).cooperation.documents
            return try documents.inOrder.map { "\($0.facts.id) \(documents.standing(of: $0, on: try day(text)).words)" }
        }
        let days = ["2018-12-31", "2022-12-31", "2023-01-01", "2027-12-31"]
        #expect(
            try days.map(seen) == [
                ["a upcoming 2019"], ["a valid", "b upcoming 2023"], ["a replaced b", "b valid"],
                ["a replaced b", "b replaced c", "c unknown"],
            ]
        )
        try ledger.record(ChangeVisibility(.document(try id("b")), isShown: false, reason: "Skäl."), try period("2028-01-01"))
        #expect(
            try days.map(seen) == [["a upcoming 2019"], ["a valid"], ["a replaced b"], ["a replaced b", "c unknown"]]
        )
        #expect(try ledger.view(on: "2027-12-31").cooperation.documents[id("b")] == nil)
        #expect(try ledger.view(on: "2027-12-31").cooperation.documents.successor(of: id("a")) == nil)
        try ledger.record(ChangeVisibility(.document(try id("c")), isShown: false, reason: "Skäl."), try period("2028-01-02"))
        #expect(try days.map(seen) == [["a upcoming 2019"], ["a valid"], ["a replaced b"], ["a replaced b"]])
        // The same value in whatever order the subjects are taken out.
        var values: Set<Cooperation> = []
        for _ in 0..<20 { values.insert(try ledger.view(on: "2028-01-02").cooperation) }
        var (forwards, backwards) = (ledger.live.documents, ledger.live.documents)
        let today = try day("2028-01-02")
        for name in ["b", "c"] { forwards.withdraw(try id(name), on: today) }
        for name in ["c", "b"] { backwards.withdraw(try id(name), on: today) }
        #expect(forwards == backwards)
        #expect(values.count == 1)
    }
}

extension Document.Standing {
    /// `over 2022`.
    fileprivate var words: String {
        switch self {
        case .unknown: "unknown"
        case .report(let about): "report \(about)"
        case .upcoming(let from): "upcoming \(from)"
        case .valid: "valid"
        case .over(let end): "over \(end)"
        case .replaced(let next): "replaced \(next)"
        }
    }
}
