import Markup
import Testing

@Suite("Addresses that can't run anything")
struct Addresses {
    @Test(
        "what is not a path of ours, https, http or mailto is refused",
        arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "\u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)", "javascript\u{0}:alert(1)", "\u{A0}javascript:alert(1)", "data:text/html,<script>",
            "vbscript:x",
            "blob:https://x", "file:///etc/passwd", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
            "http:evil", "https:/evil", "ftp://x", "", " ", "kommuner", "../x", "/a/../b", "/./a", "/..",
            "&#106;avascript:alert(1)",
            "\u{FEFF}javascript:alert(1)", "ｊavascript:alert(1)",
        ]
    )
    func refused(_ text: String) {
        #expect(Address(text) == nil)
        // As a literal it can only come from our own source; even then no address is written.
        #expect(Address(stringLiteral: text).text == nil)
    }

    @Test(
        "what is allowed is kept",
        arguments: zip(
            [
                "/", "/program", "?datum=2019-01-01", "#mal", "https://kolada.se/a?b=c#d", "HTTP://x", "mailto:a@b.se", "/a b\\c",
                "/Årsta",
            ],
            [
                "/", "/program", "?datum=2019-01-01", "#mal", "https://kolada.se/a?b=c#d", "HTTP://x", "mailto:a@b.se",
                "/a%20b%5Cc", "/Årsta",
            ]
        )
    )
    func kept(_ text: String, _ expected: String) {
        #expect(Address(text)?.text == expected)
    }

    @Test("a refused address leaves the text without a link")
    func inert() {
        let page = written { html in
            html.a("Läs mer", to: Address(stringLiteral: "javascript:alert(1)"))
            html.img(Address(stringLiteral: "data:x"), alt: "", width: 1, height: 1)
        }
        #expect(page == "<a>Läs mer</a><img alt=\"\" width=\"1\" height=\"1\">")
    }

    @Test("a value in an address stays one step or one value")
    func interpolation() {
        let name = "../a b/å?x=1&y#z"
        #expect(("/kommuner/\(name)" as Address).text == "/kommuner/..%2Fa%20b%2F%C3%A5%3Fx%3D1%26y%23z")
        #expect(("/sok?q=\(name)&sida=\(2)" as Address).text == "/sok?q=..%2Fa%20b%2F%C3%A5%3Fx%3D1%26y%23z&sida=2")
        let empty = ""
        #expect(("/\(empty)/evil.example" as Address).text == nil)
        let scheme = "javascript:alert(1)"
        #expect(("\(scheme)" as Address).text == nil)
        let up = ".."
        #expect(("/a/\(up)/b" as Address).text == nil)
    }

    @Test("steps, query and fragment are put together")
    func steps() {
        #expect(Address(steps: []).text == "/")
        #expect(
            Address(steps: ["program", "2019"], query: [("datum", "2019-01-01"), ("q", "å &")], fragment: "mål 1").text
                == "/program/2019?datum=2019-01-01&q=%C3%A5%20%26#m%C3%A5l-1"
        )
        #expect(Address(steps: ["", "evil"]).text == nil)
        #expect(Address(steps: ["a", ".."]).text == nil)
    }
}
