import Cooperation
import Markup
import Testing

@testable import Web

extension FormPage {
    /// A page around a form, as plain as can be.
    static func around(_ form: Form) -> FormPage {
        FormPage(
            title: "Sidan",
            action: "/prov",
            form: form,
            submit: "Spara",
            others: [FormButton(name: "gor", value: "senare", label: "Spara som utkast")],
            ticket: FormTicket(id: String(repeating: "ab", count: 16), token: "t", position: 7),
            cancel: "/",
            conflict: FormConflict(who: "utvecklingsledaren", when: "23 november 2026 klockan 14.05")
        )
    }

    func html(_ words: Words = .swedish) -> String {
        String(decoding: Markup { write($0, words) }.bytes, as: UTF8.self)
    }
}

@Suite("A form on its page") struct FormPageTests {
    static let choices: [FormField.Choice] = [
        .init("a", "Den första", help: "Så här"), .init("b", "Den <andra>", under: "Fler"),
        .init("c", "Den \"tredje\"", under: "Fler"),
    ]

    /// A field of every kind, named after its kind.
    static func everyKind(isRequired: Bool = true) -> [FormField] {
        let kinds: [(String, FormField.Kind)] = [
            ("rad", .line()), ("post", .line(.email, autocomplete: "email")), ("webb", .line(.url)), ("losen", .line(.password)),
            ("kod", .line(.code, autocomplete: "one-time-code")), ("text", .text()), ("dag", .day), ("tid", .period),
            ("tal", .number(0...5000)),
            ("val", .choice(choices)), ("ring", .radio(choices)), ("flera", .several(choices)), ("kryss", .check),
            ("fil", .file(accepts: [".pdf", "image/png"], mostBytes: 20_000_000)), ("lista", .lines(mostLines: 5)),
        ]
        return kinds.map { FormField($0.0, "Frågan \($0.0)", $0.1, help: "Hjälp om \($0.0)", isRequired: isRequired) }
    }

    private func values(_ html: String, of attribute: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    private func checkReferences(_ html: String) {
        let ids = values(html, of: "id")
        #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys)")
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for id in values(html, of: attribute).flatMap({ $0.split(separator: " ") }) {
                #expect(ids.contains(String(id)), "\(attribute)=\(id)")
            }
        }
        for address in values(html, of: "href") where address.hasPrefix("#") {
            #expect(ids.contains(String(address.dropFirst())), "\(address)")
        }
    }

    @Test(
        "every field has a label in view, and what is wrong stands above the form and at the field",
        arguments: [PageLanguage.swedish, .english]
    )
    func faults(_ language: PageLanguage) throws {
        let words = Words.of(language)
        var form = Form(Self.everyKind())
        form.read(Query(), in: words, on: try #require(Day("2026-11-23")))
        #expect(form.faults.count == form.fields.count)
        let html = FormPage.around(form).html(words)
        #expect(Checker(Array(html.utf8)).problem == nil)
        checkReferences(html)
        let links = values(html, of: "href").filter { $0.hasPrefix("#") }
        #expect(links == form.fields.map { "#falt-\($0.name)" })
        #expect(html.holds("role=\"alert\"") && html.holds("tabindex=\"-1\" autofocus"))
        #expect(FormPage.around(form).titlePrefix(words) == (language == .swedish ? "Fel: " : "Error: "))
        for field in form.fields {
            #expect(html.holds("id=\"falt-\(field.name)-fel\"") && html.holds("Hjälp om \(field.name)"), "\(field.name)")
        }
        // Each field is marked, a group of radio buttons as a group; twelve fields, three boxes, a ticked sentence and one group.
        let marked = html.components(separatedBy: "aria-invalid=\"true\"").count - 1
        #expect(marked == 12 + 3 + 1 + 1)
        #expect(ReadPage(html).text.holds(words.forms.faults))
    }

    @Test("what need not be answered says so, and a form without faults has none")
    func optional() throws {
        let html = FormPage.around(Form(Self.everyKind(isRequired: false))).html()
        checkReferences(html)
        #expect(html.components(separatedBy: "(frivilligt)").count - 1 == Self.everyKind().count)
        #expect(!html.holds("aria-invalid") && !html.holds("role=\"alert\"") && !html.holds("required"))
        #expect(!FormPage.around(Form(Self.everyKind())).html().holds("frivilligt"))
        #expect(FormPage.around(Form(Self.everyKind())).titlePrefix(.swedish) == "")
    }

    @Test("the form carries its marks, its buttons, its files and what browsers need to fill it in")
    func parts() throws {
        let page = FormPage.around(Form(Self.everyKind()))
        let html = page.html()
        let form = try #require(ShownForm(html))
        #expect(
            form.action == "/prov" && form["formular"] == String(repeating: "ab", count: 16) && form["nyckel"] == "t"
                && form["lage"] == "7"
        )
        #expect(
            html.holds("enctype=\"multipart/form-data\"") && html.holds("accept=\".pdf,image/png\"")
                && html.holds("högst 20\u{A0}MB")
        )
        #expect(html.holds("autocomplete=\"email\"") && html.holds("autocomplete=\"one-time-code\"") && html.holds("novalidate"))
        #expect(html.holds("name=\"gor\" value=\"senare\"") && html.holds("<optgroup label=\"Fler\">"))
        #expect(form.all("grund").isEmpty)
        // The first button is the one that the Enter key presses.
        let buttons = form.elements.filter { $0.name == "button" }
        #expect(buttons.first?.text == "Spara" && buttons.count == 2)
        #expect(!FormPage.around(Form([FormField("a", "A")])).html().holds("enctype"))
    }

    @Test("passwords, codes and files don't come back, and the file is asked for again")
    func secrets() throws {
        let pairs = [("losen", "hemligt-1"), ("kod", "123456"), ("rad", "")]
        let file = SentFile(field: "fil", name: "hemligt-2.pdf", bytes: [1])
        let form = try sentForm(Self.everyKind(), pairs, files: [file])
        #expect(form["losen"] == "hemligt-1" && form["kod"] == "123456" && form.file("fil") == file)
        let html = FormPage.around(form).html()
        #expect(!html.holds("hemligt") && !html.holds("123456"))
        #expect(html.holds("Välj filen igen."))
        #expect(!FormPage.around(Form(Self.everyKind())).html().holds("Välj filen igen."))
        #expect(!Form(Self.everyKind(), values: ["losen": ["hemligt-3"]]).isRead)
        #expect(!FormPage.around(Form(Self.everyKind(), values: ["losen": ["hemligt-3"]])).html().holds("hemligt"))
    }

    @Test("a form that is filled in, shown and sent unchanged holds the same")
    func unchanged() throws {
        let values = [
            "rad": ["En rad"], "text": ["\nEtt stycke\n\nett till"], "dag": ["2026-11-23"], "tid": ["2026-11"], "tal": ["1250"],
            "val": ["b"],
            "ring": ["c"],
            "flera": ["a", "c"], "kryss": [Form.yes], "lista": ["ett", "två"], "webb": ["https://example.se/?a=b&c"],
        ]
        let form = Form(Self.everyKind(), values: values)
        let shown = try #require(ShownForm(FormPage.around(form).html()))
        let again = try sentForm(Self.everyKind(), shown.pairs)
        for field in form.fields { #expect(form.all(field.name) == again.all(field.name), "\(field.name)") }
        #expect(form.all("flera") == ["a", "c"] && form.isChecked("kryss") && form["text"] == "Ett stycke\n\nett till")
    }

    // MARK: Hostile texts

    /// Every field that is written in, for one text.
    private static let written = [
        "rad", "post", "webb", "losen", "kod", "text", "dag", "tid", "tal", "val", "ring", "flera", "kryss", "lista",
    ]

    @Test("whatever is written, the page is well formed and the fields hold what was written", arguments: [true, false])
    func naughty(_ isRequired: Bool) throws {
        let fields = Self.everyKind(isRequired: isRequired)
        let plain = FormPage.around(try sentForm(Self.everyKind(), [])).html()
        let names = Set(Checker(Array(plain.utf8)).attributeNames + ["checked", "selected"])
        #expect(NaughtyStrings.all.count >= 300)
        for text in NaughtyStrings.all {
            let form = try sentForm(fields, Self.written.map { ($0, text) })
            let html = FormPage.around(form).html()
            let checker = Checker(Array(html.utf8))
            #expect(checker.problem == nil, "\(text.debugDescription)")
            #expect(Set(checker.attributeNames).isSubset(of: names), "\(text.debugDescription)")
            let shown = try #require(ShownForm(html))
            for name in ["rad", "post", "webb", "text", "lista"] {
                #expect(
                    shown[name]?.utf8.elementsEqual(FormText.shown(form[name]).utf8) == true,
                    "\(name): \(text.debugDescription)"
                )
            }
            #expect(shown["losen"] == "" && shown["kod"] == "")
            // What the page shows can be sent as it is, and is then the same; a mark for what was refused is refused again. Only what can't be
            // chosen isn't there any more.
            let secrets = ["losen", "kod"].map { ($0, text) }
            let again = try sentForm(fields, shown.pairs.filter { !["losen", "kod"].contains($0.name) } + secrets)
            let unchosen = ["val", "ring"]
            let faults = { (form: Form) in form.faults.filter { fault in !unchosen.contains { $0 == fault.field } } }
            #expect(faults(again) == faults(form), "\(text.debugDescription)")
            for name in Self.written where !unchosen.contains(name) {
                #expect(
                    FormText.shown(again[name]).utf8.elementsEqual(FormText.shown(form[name]).utf8),
                    "\(name): \(text.debugDescription)"
                )
            }
            // Nothing that is right holds what can't be kept.
            for name in Self.written where !form.faults.contains(where: { $0.field == name }) {
                #expect(!form[name].unicodeScalars.contains(where: FormText.isRefused), "\(name): \(text.debugDescription)")
            }
        }
    }

    @Test("hostile texts in labels, choices and messages are texts")
    func naughtyLabels() throws {
        for text in NaughtyStrings.all {
            let choice = FormField.Choice(text, text, help: text, under: text)
            var form = Form([
                FormField("a", text, help: text), FormField("b", text, .radio([choice])), FormField("c", text, .choice([choice])),
                FormField("d", text, .check),
            ])
            form.read(Query(), in: .swedish, on: try #require(Day("2026-11-23")))
            form.refuse("a", text)
            form.refuse(nil, text)
            var page = FormPage.around(form)
            (page.title, page.lead, page.notice, page.submit) = (text, text, text, text)
            page.hidden = [(text, text)]
            let html = page.html()
            #expect(Checker(Array(html.utf8)).problem == nil, "\(text.debugDescription)")
            checkReferences(html)
        }
    }

    @Test("the file of strings is read as it says")
    func loader() throws {
        #expect(try NaughtyStrings.read("# a\n\n\"\\u0000\"\n\"\\\\u0000\"\n\"#\"\n") == ["\u{0}", "\\u0000", "#"])
        #expect(Set(NaughtyStrings.all.map { Array($0.utf8) }).count == NaughtyStrings.all.count)
        #expect(NaughtyStrings.all.contains("\u{202E}") || NaughtyStrings.all.contains { $0.unicodeScalars.contains("\u{202E}") })
        #expect(throws: (any Error).self) { try NaughtyStrings.read("utan citattecken") }
    }
}
