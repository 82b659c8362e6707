import Testing

@testable import Cooperation

@Suite("What is kept of a person") struct PersonTests {
    private func code(_ change: (inout Person) throws -> Void) rethrows -> String? {
        var person = Person(id: Sample.person(1), name: "Registratorn i Haninge", mail: "registrator@haninge.se")
        try change(&person)
        let refusal = person.objection()
        if let message = refusal?.message { #expect(message.hasSuffix(".") && !message.contains("Optional"), "\(message)") }
        return refusal.map { "\($0.code) \($0.field ?? "-")" }
    }

    @Test("all of it may be so, and the rest may be left out")
    func accepted() throws {
        #expect(code { _ in } == nil)
        #expect(code { $0.telephone = "08-606 70 00" } == nil)
        #expect(code { $0.showsName = true } == nil)
    }

    @Test(
        "an id says nothing of whose it is",
        arguments: [
            ("0123456789abcdef0123456789abcdef", true), ("registratorn", false), ("0123456789abcdef0123456789abcde", false),
            ("0123456789abcdef0123456789abcdef0", false), ("g123456789abcdef0123456789abcdef", false),
            ("a-23456789abcdef0123456789abcdef", false),
        ]
    )
    func ids(_ text: String, _ isAccepted: Bool) throws {
        let id: Person.ID = try id(text)
        #expect(id.isHexadecimal == isAccepted)
        let other = Person(id: id, name: "Registratorn", mail: "registrator@haninge.se")
        #expect(other.objection()?.code == (isAccepted ? nil : "organisation.person"))
    }

    @Test(
        "names",
        arguments: [
            ("Å", nil), ("Registratorn i Haninge 2", nil), (String(repeating: "å", count: 120), nil), ("او\u{200C}مر", nil),
            ("A\u{30A}ngstro\u{308}m", nil), ("", "person.name"), (" \u{A0}\u{2003}", "person.name"),
            (String(repeating: "å", count: 121), "person.too-long"), ("A\r\nBcc: b@c.se", "person.name-unreadable"),
            ("A\u{0}", "person.name-unreadable"), ("A\u{7F}", "person.name-unreadable"), ("A\u{85}B", "person.name-unreadable"),
            ("A\u{2028}B", "person.name-unreadable"), ("\u{202E}es.egninah@a", "person.name-unreadable"),
            ("A\u{2066}B", "person.name-unreadable"), ("A\u{200B}B", "person.name-unreadable"),
            ("A\u{FEFF}", "person.name-unreadable"),
            ("A\u{3164}", "person.name-unreadable"), ("A\u{E000}", "person.name-unreadable"), ("A\tB", "person.name-unreadable"),
        ] as [(String, String?)]
    )
    func names(_ name: String, _ expected: String?) {
        #expect(code { $0.name = name } == expected.map { "\($0) name" })
    }

    @Test(
        "addresses that are taken",
        arguments: [
            "a@b.se", "registrator@haninge.se", "Registrator.Haninge@HANINGE.se", "o'namn+post_1@kommunen.se", "a%b!c@d.se",
            "kommun@södertälje.se", "kommun@xn--sdertlje-0zac.se", "åäö@kommunen.se", "a@b.c.d.e", "a=b?c@d.se",
            String(repeating: "a", count: 64) + "@b.se",
        ]
    )
    func mails(_ mail: String) {
        #expect(code { $0.mail = mail } == nil)
    }

    @Test(
        "addresses that aren't",
        arguments: [
            "", " ", "a", "@", "a@", "@b.se", "a@b", "a@b.", "a@.se", "a@b..se", "a@@b.se", "a@b@c.se", ".a@b.se", "a.@b.se",
            "a..b@c.se",
            "-a@b.se", "a@-b.se", "a@b-.se", "a b@c.se", "a@b.se ", " a@b.se", "a@b .se", "a\u{A0}b@c.se", "a@b.se\u{2003}",
            // What could begin a header or an address of its own.
            "a@b.se\nBcc: c@d.se", "a@b.se\r\nBcc:c@d.se", "a\r\n@b.se", "a@b.se\u{0}", "a\u{7F}@b.se", "a\u{85}@b.se",
            "a\u{2028}@b.se",
            "a@b.se,c@d.se", "a@b.se;c@d.se", "A<a@b.se>", "<a@b.se>", "\"a\"@b.se", "a(b)@c.se", "a@[127.0.0.1]", "a:b@c.se",
            "a\\@b.se",
            "=?utf-8?q?=0ABcc:_c?=@b.se", "=?utf-8?q?a?=@b.se",
            // What isn't seen, or is seen as something else.
            "\u{202E}es.b@a", "a\u{202D}@b.se", "a\u{2066}b@c.se", "a\u{200B}b@c.se", "a\u{AD}b@c.se", "a\u{200D}b@c.se",
            "\u{FEFF}a@b.se",
            "a\u{3164}@b.se", "a\u{E0041}@b.se", "a@b\u{2060}.se", "a\u{FF20}b.se", "a@\u{301}b.se",
            String(repeating: "a", count: 65) + "@b.se",
        ]
    )
    func noMails(_ mail: String) {
        #expect(code { $0.mail = mail } == "person.mail mail")
    }

    @Test("an address that is too long")
    func long() {
        let host = Array(repeating: "aaaaaaaaa", count: 24).joined(separator: ".")
        #expect(code { $0.mail = "abcdefgh@\(host).se" } == nil || "abcdefgh@\(host).se".unicodeScalars.count > 254)
        #expect(code { $0.mail = "abcdefghijklmnopqrst@\(host).se" } == "person.too-long mail")
    }

    @Test(
        "telephone numbers",
        arguments: [
            ("08-606 70 00", nil), ("+46 8 606 70 00", nil), ("0046(0)8 606 70 00", nil), ("70000", nil), ("08/606 70 00", nil),
            ("", "person.telephone"), ("7000", "person.telephone"), ("1234567890123456", "person.telephone"),
            ("ring växeln", "person.telephone"),
            ("08\u{2011}606 70 00", "person.telephone"), ("08-606 70 00\r\n", "person.telephone"),
            ("٠٨٦٠٦٧٠٠٠", "person.telephone"),
            ("08" + String(repeating: " ", count: 40) + "60670", "person.telephone"),
            // Figures that could be a date of birth and have the right check, but are a telephone's.
            ("0708231238", nil), ("070-823 12 38", nil), ("070-8231238", nil), ("070 823 12 38", nil), ("+46708231238", nil),
            ("+46 70 823 12 38", nil), ("0046708231238", nil), ("070823 1238", nil), ("+201012311234", nil),
            // And what is a personal number all the same.
            ("070823-1238", "person.personal-number"), ("640823-3234", "person.personal-number"),
            ("6408233234", "person.personal-number"),
            ("640823 3234", "person.personal-number"), ("640823+3234", "person.personal-number"),
            ("19640823-3234", "person.personal-number"), ("196408233234", "person.personal-number"),
            ("19640823 3234", "person.personal-number"), ("701063-2391", "person.personal-number"),
            ("19701063-2391", "person.personal-number"), ("197010632391", "person.personal-number"),
        ] as [(String, String?)]
    )
    func telephones(_ telephone: String, _ expected: String?) {
        #expect(code { $0.telephone = telephone } == expected.map { "\($0) telephone" }, "\(telephone)")
    }

    /// What stands in a text, and whether it holds a personal number.
    private static let texts: [(String, Bool)] = [
        ("640823-3234", true), ("6408233234", true), ("19640823-3234", true), ("196408233234", true), ("640823+3234", true),
        ("18640823-3234", true), ("20640823-3234", true), ("640823 3234", true), ("640823 - 3234", true),
        ("640823\u{2013}3234", true),
        ("640823\u{2011}3234", true), ("640823\u{2212}3234", true), ("640823\u{A0}3234", true), ("６４０８２３-３２３４", true),
        ("640883-3231", true), ("19701063-2391", true), ("701063-2391", true), ("7010632391", true), ("x640823-3234x", true),
        ("född 640823-3234", true), ("nr 12, 640823-3234", true), ("070823-1238", true), ("0708231238", true),
        // The check is wrong, or the day or the century can't be.
        ("640823-3235", false), ("196408233235", false), ("641323-3233", false), ("640832-3233", false), ("640800-3230", false),
        ("640860-3239", false), ("640892-3239", false), ("17640823-3234", false), ("21640823-3234", false),
        ("999999-9999", false),
        // Too many or too few figures, or parted where a number isn't.
        ("640823-32345", false), ("1640823-3234", false), ("119640823-3234", false), ("640823", false), ("823-3234", false),
        ("64-0823-3234", false), ("640823-32 34", true), ("640823/3234", false), ("640823.3234", false), ("2026-11-26", false),
        ("Kommun 0136", false), ("", false),
    ]

    @Test("a personal number in a name", arguments: texts)
    func inNames(_ text: String, _ holds: Bool) {
        #expect(code { $0.name = "Registratorn \(text)" } == (holds ? "person.personal-number name" : nil), "\(text)")
    }

    @Test(
        "a personal number in an address",
        arguments: ["640823-3234@kommunen.se", "196408233234@kommunen.se", "a.701063-2391@kommunen.se"]
    )
    func inMails(_ mail: String) {
        #expect(code { $0.mail = mail } == "person.personal-number mail")
    }
}
