import Markup
import Testing

/// What a writer wrote, as text.
///
/// Only for looking at: comparisons that matter are made on bytes.
func written(_ content: (HTML) -> Void) -> String {
    String(decoding: Markup(content).bytes, as: UTF8.self)
}

/// Whether some bytes stand in a row in others.
///
/// `String.contains` compares characters, so a quotation mark before a combining accent is not a quotation mark to it.
func holds(_ bytes: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    guard bytes.count >= part.count else { return false }
    return (0...(bytes.count - part.count)).contains { bytes[$0..<($0 + part.count)].elementsEqual(part) }
}

@Suite("Text is never markup")
struct Escaping {
    @Test(
        "the five characters that mean something",
        arguments: zip(
            ["&", "<", ">", "\"", "'", "a&b", "<script>", "&amp;"],
            ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "a&amp;b", "&lt;script&gt;", "&amp;amp;"]
        )
    )
    func escapes(_ text: String, _ expected: String) {
        #expect(Markup { $0.text(text) }.bytes == Array(expected.utf8))
    }

    @Test("a quotation mark with an accent on it is still a quotation mark")
    func combiningMarks() {
        let attack = "x\"\u{301} onfocus=alert(1) autofocus x=\"\u{338}"
        let page = Markup { html in
            html.input(.text, name: "namn", value: attack)
            html.p("<\u{338}b>\u{20D2}&\u{301}'\u{301}")
        }
        #expect(page.bytes.count { $0 == UInt8(ascii: "\"") } == 6)
        #expect(holds(page.bytes, "value=\"x&quot;\u{301} onfocus=alert(1) autofocus x=&quot;\u{338}\">"))
        #expect(holds(page.bytes, "<p>&lt;\u{338}b&gt;\u{20D2}&amp;\u{301}&#39;\u{301}</p>"))
    }

    @Test("what HTML forbids is replaced, in text and in attributes")
    func controls() {
        for value in [0x00...0x08, 0x0B...0x0B, 0x0E...0x1F, 0x7F...0x9F].joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let page = Markup { $0.p("a\(scalar)b", .label("c\(scalar)d")) }
            #expect(holds(page.bytes, "<p aria-label=\"c\u{FFFD}d\">a\u{FFFD}b</p>"), "U+\(String(value, radix: 16))")
        }
    }

    @Test(
        "everything else comes through as it is",
        arguments: ["åäö ÅÄÖ é", "\t\n\r", "\u{A0}", "Â\u{BF}\u{C2}", "🇸🇪👩‍👩‍👧", "e\u{301}", ""]
    )
    func keeps(_ text: String) {
        #expect(Markup { $0.text(text) }.bytes == Array(text.utf8))
    }

    @Test("a text area keeps a first empty line")
    func firstLineFeed() {
        #expect(written { $0.textarea("\nrad", name: "t") } == "<textarea name=\"t\" rows=\"6\">\n\nrad</textarea>")
    }
}

@Suite("Elements")
struct Elements {
    @Test("a part of a page reads as it was written")
    func part() {
        let page = written { html in
            html.section(.class("mal", "bred"), .labelled(by: "rubrik")) {
                html.h1("Mål", .id("rubrik"))
                html.p {
                    html.text("Se ")
                    html.a("Haninge", to: "/kommuner/haninge", .rel(.next))
                    html.br()
                    html.time("12 maj", datetime: "2019-05-12")
                }
                html.table {
                    html.tr {
                        html.th("Svar", scope: .row, .columns(2))
                        html.td(.headers("a", "b"))
                    }
                }
            }
        }
        #expect(
            page == """
                <section class="mal bred" aria-labelledby="rubrik"><h1 id="rubrik">Mål</h1>\
                <p>Se <a href="/kommuner/haninge" rel="next">Haninge</a><br><time datetime="2019-05-12">12 maj</time></p>\
                <table><tr><th scope="row" colspan="2">Svar</th><td headers="a b"></td></tr></table></section>
                """
        )
    }

    @Test("a whole page has its type, its language and its encoding first")
    func page() {
        let page = Markup.page(language: .swedish) { html in
            html.head {
                html.title("A & B")
                html.link(.stylesheet, "/site.css")
                html.script("/site.js")
            }
            html.body { html.main { html.h1("Hej") } }
        }
        let start = "<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\">"
        #expect(page.bytes.starts(with: start.utf8))
        #expect(holds(page.bytes, "<title>A &amp; B</title><link rel=\"stylesheet\" href=\"/site.css\">"))
        #expect(holds(page.bytes, "<script src=\"/site.js\" defer></script></head>"))
        #expect(holds(page.bytes, "</main></body></html>"))
    }

    @Test("a form has labels, fields and one button")
    func form() {
        let page = written { html in
            html.form(.post, to: "/beslut") {
                html.label("Dag", for: "dag")
                html.input(.date, name: "dag", value: "2019-05-12", .id("dag"), .required)
                html.select(name: "svar") {
                    html.option("Antagen", value: "antagen", isSelected: true)
                    html.option("Avslagen", value: "avslagen")
                }
                html.button("Spara")
            }
        }
        #expect(
            page == """
                <form method="post" action="/beslut"><label for="dag">Dag</label>\
                <input type="date" name="dag" value="2019-05-12" id="dag" required>\
                <select name="svar"><option value="antagen" selected>Antagen</option><option value="avslagen">Avslagen</option></select>\
                <button type="submit">Spara</button></form>
                """
        )
    }

    @Test("an attribute's value never leaves its quotation marks")
    func attributeInjection() {
        let attack = "\" onmouseover=\"alert(1)\"><script>'"
        let page = Markup { html in
            html.div(.id(ID(attack)), .data("namn", attack), .title(attack), .label(attack), .described(by: ID(attack))) {}
            html.img("/bild.png", alt: attack, width: 1, height: 2)
            html.input(.text, name: attack, value: attack, .placeholder(attack), .minimum(attack))
            html.option(attack, value: attack)
            html.time(attack, datetime: attack)
            html.form(.get, to: Address(steps: [attack])) {}
        }
        #expect(Checker(page.bytes).problem == nil)
        #expect(!holds(page.bytes, "<script"))
        #expect(!Checker(page.bytes).attributeNames.contains { $0.hasPrefix("on") })
    }

    @Test("blanks in an id become hyphens wherever it is used")
    func ids() {
        let page = written { html in
            html.p(.id("ett två\tre"), .described(by: "ett två\tre", "b"))
        }
        #expect(page == "<p id=\"ett-två-re\" aria-describedby=\"ett-två-re b\"></p>")
    }

    @Test("random trees are balanced", arguments: 0..<40)
    func balanced(_ seed: UInt64) {
        var random = Dice(seed: seed)
        let page = Markup { html in
            for _ in 0..<8 {
                Self.grow(html, depth: 0, &random)
            }
        }
        let checker = Checker(page.bytes)
        #expect(checker.problem == nil, "\(checker.problem ?? "") in \(String(decoding: page.bytes, as: UTF8.self))")
    }

    private static func grow(_ html: HTML, depth: Int, _ random: inout Dice) {
        let elements = [
            html.section, html.article, html.div, html.ul, html.li, html.p, html.h1, html.table, html.tr, html.td, html.dl,
            html.dd,
            html.details, html.summary, html.figure, html.blockquote, html.span, html.strong, html.fieldset, html.legend,
        ]
        let text = random.text()
        switch random.below(depth > 5 ? 7 : 12) {
        case 0: html.text(text)
        case 1: html.br()
        case 2: html.a(text, to: Address(text) ?? Address(steps: [text]), .title(random.text()))
        case 3: html.img(Address(steps: [text]), alt: text, width: 1, height: 1)
        case 4: html.input(.checkbox, name: text, value: random.text(), .checked)
        case 5: html.pre(text, .id(ID(random.text())))
        case 6:
            html.svg(viewBox: ViewBox(width: 10, height: 10)) { svg in
                svg.title(text)
                svg.g(.class("a")) { svg.circle(cx: 1, cy: 2, r: 3) }
            }
        default:
            let element = elements[random.below(elements.count)]
            let count = random.below(4)
            // A closure that writes can't also hold the dice, so each branch gets dice of its own.
            var branch = Dice(seed: random.next())
            element(.id(ID(text)), .data("x", random.text())) {
                for _ in 0..<count {
                    grow(html, depth: depth + 1, &branch)
                }
            }
        }
    }
}

@Suite("Drawings")
struct Drawings {
    @Test(
        "numbers are written with a point, and never break the drawing",
        arguments: zip(
            [0, 1, -1, 0.5, -0.5, 1.005, 99.999, 1e20, -1e20, .nan, .infinity, 1234.5, -0.001, 10.05, 0.07],
            [
                "0", "1", "-1", "0.5", "-0.5", "1", "100", "1000000000000", "-1000000000000", "0", "0", "1234.5", "0", "10.05",
                "0.07",
            ]
        )
    )
    func numbers(_ number: Double, _ expected: String) {
        let drawing = Markup.svg(viewBox: ViewBox(width: 1, height: 1)) { $0.circle(cx: number, cy: 0, r: 1) }
        #expect(holds(drawing.bytes, "cx=\"\(expected)\""))
    }

    @Test("a drawing stands alone and has its name")
    func drawing() {
        let drawing = Markup.svg(viewBox: ViewBox(width: 40, height: 20.5), .role(.img), .labelled(by: "t", "d")) { svg in
            svg.title("A < B", .id("t"))
            svg.desc("Beskrivning", .id("d"))
            svg.path(Path(through: [Point(x: 0, y: 1), Point(x: 2.5, y: 3)]), .fill(.none), .stroke(.colour(0x01ab)))
            svg.text(
                "12",
                x: 1,
                y: 2,
                .anchor(.middle),
                .transform(.move(x: 1, y: 2), .rotate(degrees: 90, around: Point(x: 0, y: 0)))
            )
        }
        #expect(
            String(decoding: drawing.bytes, as: UTF8.self) == """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20.5" role="img" aria-labelledby="t d">\
                <title id="t">A &lt; B</title><desc id="d">Beskrivning</desc>\
                <path d="M0 1L2.5 3" fill="none" stroke="#0001ab"></path>\
                <text x="1" y="2" text-anchor="middle" transform="translate(1 2) rotate(90 0 0)">12</text></svg>
                """
        )
        #expect(Checker(drawing.bytes).problem == nil)
    }
}
