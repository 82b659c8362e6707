import Testing

@testable import Identity

@Suite("Tokens of forms") struct FormTokenTests {
    private let key = [UInt8](repeating: 7, count: 32)

    @Test func `a token is right for its key and form only`() {
        let token = FormToken.make(key: key, form: "0123456789abcdef")
        #expect(token.utf8.count == 43)
        #expect(FormToken.isRight(token, key: key, form: "0123456789abcdef"))
        #expect(!FormToken.isRight(token, key: key, form: "0123456789abcdee"))
        #expect(!FormToken.isRight(token, key: [UInt8](repeating: 8, count: 32), form: "0123456789abcdef"))
        for wrong in ["", String(token.dropLast()), token + "A", token.lowercased(), token + "\0"] {
            #expect(!FormToken.isRight(wrong, key: key, form: "0123456789abcdef"), "\(wrong)")
        }
    }

    // From Python: hashlib.blake2b(key=bytes([7] * 32), digest_size=32) over the two fields with their lengths.
    @Test func `it is BLAKE2b`() {
        #expect(FormToken.make(key: key, form: "abc") == "i1AWTCFl45oXmAQ8jptitph7370v7eb_uKuLKQ8PcmQ")
    }
}

@Suite("QR codes") struct QRCodeTests {
    private let finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
        .map { $0.map { $0 == "1" } }

    @Test("a code has its marks where the standard says", arguments: 1...60)
    func marks(count: Int) throws {
        let rows = try #require(QRCode.modules(of: String(repeating: "å", count: count)))
        let width = rows.count
        #expect(rows.allSatisfy { $0.count == width } && (width - 17).isMultiple(of: 4))
        func square(_ row: Int, _ column: Int) -> [[Bool]] { (row..<row + 7).map { Array(rows[$0][column..<column + 7]) } }
        #expect(square(0, 0) == finder && square(0, width - 7) == finder && square(width - 7, 0) == finder)
        #expect(square(width - 7, width - 7) != finder)
        #expect((8..<width - 8).allSatisfy { rows[6][$0] == $0.isMultiple(of: 2) && rows[$0][6] == $0.isMultiple(of: 2) })
        // The one dark module, which a mirrored code would have elsewhere.
        #expect(rows[width - 8][8])
    }

    @Test func `what doesn't fit in a code is told`() throws {
        #expect(QRCode.modules(of: "") == nil)
        #expect(QRCode.modules(of: String(repeating: "a", count: 3000)) == nil)
        let address = Enrolment(secret: String(repeating: "A", count: 32)).address(account: "a@b.se", issuer: "Samverka")
        #expect(try #require(QRCode.modules(of: address)).count <= 57)
        #expect(QRCode.modules(of: "a\0b") != QRCode.modules(of: "a\0c"))
    }

    @Test func `codes are made on many threads at once`() async {
        let one = QRCode.modules(of: "samverka")
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<50 { group.addTask { QRCode.modules(of: "samverka") == one } }
            for await isSame in group { #expect(isSame) }
        }
    }
}

@Suite("Names of browsers") struct BrowserNameTests {
    @Test(
        arguments: [
            ("Mozilla/5.0 (Android 14; Mobile; rv:133.0) Gecko/133.0 Firefox/133.0", "Firefox på Android"),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox på Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
                "Edge på Windows"
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                "Chrome på Windows"
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
                "Safari på Mac"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                "Safari på iPhone"
            ),
            (
                "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0 Mobile/15E148 Safari/604.1",
                "Chrome på iPad"
            ),
            (
                "Mozilla/5.0 (Linux; Android 13; SM-S901B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0 Mobile Safari/537.36",
                "Samsung Internet på Android"
            ),
            (
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36 OPR/100.0",
                "Opera på ChromeOS"
            ),
            ("curl/8.5.0", "Okänd webbläsare"), ("", "Okänd webbläsare"), ("<script>", "Okänd webbläsare"),
            ("Linux", "Okänd webbläsare på Linux"),
            (String(repeating: "x", count: 100_000) + "Firefox/1", "Okänd webbläsare"),
        ]
    )
    func names(userAgent: String, expected: String) {
        #expect(BrowserName.describe(userAgent) == expected)
    }
}
