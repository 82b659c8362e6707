import Cooperation
import Markup
import Testing

@testable import Web

@Suite("A form that somebody else changes meanwhile") struct FormMergeTests {
    private static let choices: [FormField.Choice] = [.init("a", "A"), .init("b", "B"), .init("c", "C")]
    private static let fields = [
        FormField("titel", "Titeln"), FormField("text", "Texten", .text(), isRequired: false), FormField("dag", "Dagen", .day),
        FormField("antal", "Antalet", .number(0...5000)), FormField("val", "Valet", .choice(choices)),
        FormField("ring", "Ringen", .radio(choices), isRequired: false),
        FormField("flera", "Flera", .several(choices), isRequired: false),
        FormField("kryss", "Krysset", .check, isRequired: false),
        FormField("lista", "Listan", .lines(mostLines: 5), isRequired: false),
    ]
    /// Values as they are kept, each with other ways to write it.
    private static let values: [String: [[[String]]]] = [
        "titel": [[["Ett"], [" Ett "]], [["Två"]], [["\"><script>"]]],
        "text": [[[]], [["En\ntext"], ["En\r\ntext\r\n"]], [["En annan\n\ntext"]]],
        "dag": [[["2026-11-23"], ["23 november 2026"], ["i dag"]], [["2026-11-24"], ["24/11 2026"]], [["2027-01-01"]]],
        "antal": [[["1250"], ["1 250"]], [["7"], ["007"]], [["0"]]],
        "val": [[["a"]], [["b"]], [["c"]]],
        "ring": [[[]], [["b"]], [["c"]]],
        "flera": [[[]], [["a", "c"], ["c", "a"]], [["b"]]],
        "kryss": [[[]], [[Form.yes], ["on"]]],
        "lista": [[[]], [["ett", "två"], ["ett\r\n\r\ntvå"]], [["tre"]]],
    ]

    private func pick(_ dice: inout Dice) -> [String: [String]] {
        Self.values.keys.sorted().reduce(into: [:]) { $0[$1] = dice.pick(Self.values[$1] ?? [])[0] }
    }

    /// Changes about a third of the fields.
    private func changing(_ values: [String: [String]], _ dice: inout Dice) -> [String: [String]] {
        var changed = values
        for name in Self.values.keys.sorted() where dice.happens(35) { changed[name] = dice.pick(Self.values[name] ?? [])[0] }
        return changed
    }

    private func read(_ shown: ShownForm, over now: [String: [String]]) throws -> Form {
        var form = Form(Self.fields, changing: now)
        form.read(try #require(shown.sent), in: .swedish, on: try #require(Day("2026-11-23")))
        return form
    }

    @Test("one side's change is taken, what neither changed stays, and what both changed is asked about until it is answered")
    func threeWays() throws {
        var dice = Dice(11)
        var seen = (clashes: 0, taken: 0, again: 0)
        for _ in 0..<Effort.count(4000, otherwise: 300) {
            let base = pick(&dice)
            let (now, mine) = (changing(base, &dice), changing(base, &dice))
            var shown = try #require(ShownForm(FormPage.around(Form(Self.fields, changing: base)).html()))
            for (name, value) in mine where value != base[name] {
                // The answer in any of the ways that it can be written.
                let ways = Self.values[name]?.first { $0[0] == value } ?? []
                shown.fill(name, dice.pick(ways))
            }
            let form = try read(shown, over: now)
            var expected = now
            var clashes: [String] = []
            for field in Self.fields {
                let (was, stands, wrote) = (base[field.name] ?? [], now[field.name] ?? [], mine[field.name] ?? [])
                if wrote == was || wrote == stands { continue }
                if stands == was { expected[field.name] = wrote } else { clashes.append(field.name) }
            }
            #expect(form.clashes == clashes && form.faults.isEmpty)
            #expect(form.taken == Self.fields.map(\.name).filter { now[$0] != base[$0] && mine[$0] == base[$0] })
            for field in Self.fields where !clashes.contains(field.name) {
                #expect(form.all(field.name) == expected[field.name], "\(field.name)")
            }
            seen.taken += form.taken.count
            guard !clashes.isEmpty else {
                #expect(form.isRight)
                continue
            }
            seen.clashes += clashes.count

            // The page asks. Perhaps somebody changes the thing once more before the answers are sent.
            let page = FormPage.around(form)
            #expect(!form.isRight && page.titlePrefix(.swedish) == "Välj: ")
            var asked = try #require(ShownForm(page.html()))
            #expect(asked.all("tvist") == clashes)
            let later = dice.happens(30) ? changing(now, &dice) : now
            var unanswered: [String] = []
            var askedAgain: [String] = []
            for name in clashes {
                let wrote = mine[name] ?? []
                switch dice.below(3) {
                case 0:
                    asked["val-\(name)"] = "nu"
                    expected[name] = later[name]
                case 1:
                    asked["val-\(name)"] = "mitt"
                    expected[name] = wrote
                    if later[name] != now[name], later[name] != wrote { askedAgain.append(name) }
                default: if later[name] == wrote { expected[name] = wrote } else { unanswered.append(name) }
                }
            }
            for field in Self.fields where !clashes.contains(field.name) {
                let (was, stands, wrote) = (now[field.name] ?? [], later[field.name] ?? [], expected[field.name] ?? [])
                if wrote == was {
                    expected[field.name] = stands
                } else if stands != was, stands != wrote {
                    askedAgain.append(field.name)
                }
            }
            let answered = try read(asked, over: later)
            #expect(Set(answered.clashes) == Set(unanswered + askedAgain))
            #expect(answered.faults.map(\.field) == Self.fields.map(\.name).filter(unanswered.contains))
            for field in Self.fields where !answered.clashes.contains(field.name) {
                #expect(answered.all(field.name) == expected[field.name], "\(field.name)")
            }
            seen.again += askedAgain.count
        }
        #expect(seen.clashes > 50 && seen.taken > 50 && seen.again > 5)
    }

    @Test("the question shows both sides, who and when, and carries what was written")
    func question() throws {
        let (base, now) = (["titel": ["Rådslag i mars"]], ["titel": ["Rådslag i april"], "dag": ["2026-11-24"]])
        let fields = [
            FormField("titel", "Titeln"), FormField("dag", "Dagen", .day),
            FormField("text", "Texten", .text(), isRequired: false),
        ]
        var shown = try #require(ShownForm(FormPage.around(Form(fields, changing: base)).html()))
        shown.fill("titel", ["Rådslag i maj"])
        shown.fill("text", ["Min text"])
        var form = Form(fields, changing: now)
        form.read(try #require(shown.sent), in: .swedish, on: try #require(Day("2026-11-23")))
        #expect(form.clashes == ["titel"] && form.taken == ["dag"] && form.changed == ["text"])
        let html = FormPage.around(form).html()
        let text = ReadPage(html).text
        for sentence in [
            "Någon annan har ändrat sedan du öppnade formuläret",
            "Ändringen gjordes av utvecklingsledaren, 23 november 2026 klockan 14.05.",
            "Behåll det som står nu", "Använd det jag skrev", "redan med i formuläret: ”Dagen”.", "kvar i formuläret: ”Texten”.",
            "Det nya står i fältet.",
        ] { #expect(text.holds(sentence), "\(sentence)") }
        #expect(html.holds("Rådslag i <mark>april</mark>") && html.holds("Rådslag i <mark>maj</mark>"))
        #expect(html.holds("name=\"titel\" value=\"Rådslag i maj\"") && html.holds("href=\"#falt-titel\""))
        #expect(!html.holds(" checked"))
        #expect(Checker(Array(html.utf8)).problem == nil)
    }

    @Test("what is wrong in itself is put right before it is weighed against the other")
    func wrongAndClashing() throws {
        let field = [FormField("antal", "Antalet", .number(0...10))]
        var shown = try #require(ShownForm(FormPage.around(Form(field, changing: ["antal": ["1"]])).html()))
        shown.fill("antal", ["tolv"])
        var form = Form(field, changing: ["antal": ["2"]])
        let today = try #require(Day("2026-11-23"))
        form.read(try #require(shown.sent), in: .swedish, on: today)
        #expect(form.clashes.isEmpty && form.disputed == ["antal"] && form.faults.count == 1 && form["antal"] == "tolv")
        let html = FormPage.around(form).html()
        #expect(ReadPage(html).text.holds("Nu står: 2") && html.holds("value=\"tolv\""))
        // Put right, it is asked about.
        var again = try #require(ShownForm(html))
        again.fill("antal", ["3"])
        form = Form(field, changing: ["antal": ["2"]])
        form.read(try #require(again.sent), in: .swedish, on: today)
        #expect(form.clashes == ["antal"] && form.faults.isEmpty)
        // Put back to what stands now, there is nothing to ask.
        again.fill("antal", ["2"])
        form = Form(field, changing: ["antal": ["2"]])
        form.read(try #require(again.sent), in: .swedish, on: today)
        #expect(form.isRight && form["antal"] == "2")
    }

    @Test("a form that doesn't say what it was opened with asks rather than writes over")
    func withoutGround() throws {
        let fields = [FormField("titel", "Titeln"), FormField("text", "Texten", .text())]
        var form = Form(fields, changing: ["titel": ["Ett"], "text": ["Samma"]])
        for ground in ["", "titel", "titel:", ":", "titel :1234 okand:1234", "titel:1234:5678"] {
            let pairs = [("titel", "Två"), ("text", "Samma"), ("grund", ground)]
            form.read(try #require(Query(form: ShownForm.encode(pairs))), in: .swedish, on: try #require(Day("2026-11-23")))
            #expect(form.clashes == ["titel"])
        }
        // A verdict that wasn't asked for decides nothing.
        let pairs = [("titel", "Två"), ("text", "Samma"), ("val-titel", "mitt")]
        form.read(try #require(Query(form: ShownForm.encode(pairs))), in: .swedish, on: try #require(Day("2026-11-23")))
        #expect(form.clashes == ["titel"])
    }

    @Test("hostile texts clash like others")
    func naughty() throws {
        let fields = [FormField("text", "Texten", .text(), most: 10_000)]
        var count = 0
        for text in NaughtyStrings.all {
            var shown = try #require(ShownForm(FormPage.around(Form(fields, changing: ["text": ["Förut"]])).html()))
            shown.fill("text", [text])
            var form = Form(fields, changing: ["text": ["Nu <b>"]])
            form.read(try #require(shown.sent), in: .swedish, on: try #require(Day("2026-11-23")))
            guard form.faults.isEmpty else { continue }
            count += 1
            #expect(form.clashes == ["text"])
            let html = FormPage.around(form).html()
            #expect(Checker(Array(html.utf8)).problem == nil, "\(text.debugDescription)")
            var asked = try #require(ShownForm(html))
            asked["val-text"] = "mitt"
            var merged = Form(fields, changing: ["text": ["Nu <b>"]])
            merged.read(try #require(asked.sent), in: .swedish, on: try #require(Day("2026-11-23")))
            #expect(merged.isRight && merged["text"].utf8.elementsEqual(form["text"].utf8), "\(text.debugDescription)")
        }
        #expect(count > 300)
    }

    // MARK: What differs

    @Test(
        "words that differ are marked",
        arguments: [
            ("en två tre", "en fyra tre", "en [två] tre", "en [fyra] tre"), ("samma", "samma", "samma", "samma"),
            ("", "nytt", "", "[nytt]"), ("a b c d", "a c d", "a [b ]c d", "a c d"), ("x a", "y a", "[x] a", "[y] a"),
            ("a", "a b", "a", "a[ b]"), ("a.", "a, b.", "a.", "a[, b]."),
            ("1 250 kr", "1 350 kr", "1 [250] kr", "1 [350] kr"), ("e\u{301}!", "e!", "[e\u{301}]!", "[e]!"),
            ("å", "a\u{30A}", "[å]", "[a\u{30A}]"),
        ]
    )
    func difference(_ first: String, _ second: String, _ left: String, _ right: String) {
        let marked = { (pieces: [TextDifference.Piece]) in pieces.map { $0.differs ? "[\($0.text)]" : $0.text }.joined() }
        let difference = TextDifference(first, second)
        #expect(marked(difference.first) == left && marked(difference.second) == right)
    }

    @Test("both texts are whole, and what isn't marked is the same in both")
    func wholeTexts() {
        var dice = Dice(5)
        for _ in 0..<Effort.count(5000, otherwise: 500) {
            let text = { (dice: inout Dice) in
                (0..<dice.below(12)).map { _ in dice.pick(["a", "b", "c ", " ", "\n", "å", "<b>"]) }.joined()
            }
            let (first, second) = (text(&dice), text(&dice))
            let difference = TextDifference(first, second)
            #expect(difference.first.map(\.text).joined() == first && difference.second.map(\.text).joined() == second)
            let same = { (pieces: [TextDifference.Piece]) in pieces.filter { !$0.differs }.map(\.text).joined() }
            #expect(same(difference.first) == same(difference.second))
        }
        let long = TextDifference(String(repeating: "a ", count: 5000), String(repeating: "b ", count: 5000))
        #expect(long.first.first?.differs == true)
    }
}
