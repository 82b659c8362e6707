import Cooperation
import Publishing
import Testing

@Suite("Moments as RFC 3339 has them")
struct UniversalTimeTests {
    @Test(
        "table",
        arguments: [
            (0, "1970-01-01T00:00:00Z"),
            (999_999, "1970-01-01T00:00:00Z"),
            (1_000_000, "1970-01-01T00:00:01Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (-1_000_000, "1969-12-31T23:59:59Z"),
            (-1_000_001, "1969-12-31T23:59:58Z"),
            (951_782_399_000_000, "2000-02-28T23:59:59Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00Z"),
            (1_709_251_199_999_999, "2024-02-29T23:59:59Z"),
            (4_107_542_400_000_000, "2100-03-01T00:00:00Z"),
            (1_795_417_509_000_000, "2026-11-23T07:05:09Z"),
            (-62_135_596_800_000_000, "0001-01-01T00:00:00Z"),
            (-62_135_596_800_000_001, "0001-01-01T00:00:00Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59Z"),
            (253_402_300_800_000_000, "9999-12-31T23:59:59Z"),
            (Int64.min, "0001-01-01T00:00:00Z"),
            (Int64.max, "9999-12-31T23:59:59Z"),
        ]
    )
    func table(_ microseconds: Int64, _ written: String) {
        #expect(Instant(microseconds: microseconds).rfc3339 == written)
    }

    @Test(
        "a Swedish day begins one or two hours earlier in UTC",
        arguments: [
            ("2026-03-29", "2026-03-28T23:00:00Z"),
            ("2026-03-30", "2026-03-29T22:00:00Z"),
            ("2026-10-25", "2026-10-24T22:00:00Z"),
            ("2026-10-26", "2026-10-25T23:00:00Z"),
            ("2028-02-29", "2028-02-28T23:00:00Z"),
        ]
    )
    func swedishDays(_ text: String, _ written: String) {
        #expect(Instant(startOf: day(text)).rfc3339 == written)
    }

    @Test("what is written is the moment, down to the second", arguments: 0..<20)
    func readsBack(_ seed: UInt64) {
        var dice = Dice(seed)
        for _ in 0..<200 {
            let moment = Instant(microseconds: Int64(dice.below(300_000_000_000)) * 1_000_000 - 60_000_000_000_000_000)
            let written = moment.rfc3339
            let figures = written.utf8.dropFirst(11).split { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                .map { Int(String(decoding: $0, as: UTF8.self)) ?? -1 }
            #expect(written.utf8.count == 20 && figures.count == 3)
            guard let day = Day(written.prefix(10)), figures.count == 3 else { continue }
            #expect(instant(day.iso, figures[0], figures[1], figures[2]) == min(max(moment, instant("0001-01-01")), latest))
        }
    }

    private let latest = instant("9999-12-31", 23, 59, 59)
}

@Suite("Tag URIs")
struct TagURITests {
    @Test(
        "table",
        arguments: [
            ("samverkan.se", "program/2019", "tag:samverkan.se,2026-11-23:program/2019"),
            ("Samverkan.SE", "a", "tag:samverkan.se,2026-11-23:a"),
            ("localhost:8080", "a", "tag:localhost-8080,2026-11-23:a"),
            ("a,b/c", "a", "tag:a-b-c,2026-11-23:a"),
            ("samverkan.se", "", "tag:samverkan.se,2026-11-23:"),
            ("samverkan.se", "mål 3", "tag:samverkan.se,2026-11-23:m%C3%A5l%203"),
            ("samverkan.se", "a%20b", "tag:samverkan.se,2026-11-23:a%2520b"),
            ("samverkan.se", "a#b[c]<d>\"e\"", "tag:samverkan.se,2026-11-23:a%23b%5Bc%5D%3Cd%3E%22e%22"),
            ("samverkan.se", "a:b@c?d=e&f;g,h", "tag:samverkan.se,2026-11-23:a:b@c?d=e&f;g,h"),
            ("samverkan.se", "\r\n\u{0}\u{7F}", "tag:samverkan.se,2026-11-23:%0D%0A%00%7F"),
        ]
    )
    func table(_ authority: String, _ specific: String, _ expected: String) {
        #expect(bytes(tagURI(authority: authority, day: day("2026-11-23"), specific: specific)) == bytes(expected))
    }

    @Test("what is put in comes out, so that two texts never have one id", arguments: 0..<20)
    func oneToOne(_ seed: UInt64) {
        var dice = Dice(seed)
        for _ in 0..<50 {
            let text = dice.text()
            let day = dice.day()
            let written = tagURI(authority: "samverkan.se", day: day, specific: text)
            let head = "tag:samverkan.se,\(day):"
            #expect(written.utf8.starts(with: head.utf8))
            #expect(percentDecoded(written.utf8.dropFirst(head.utf8.count)) == Array(text.utf8))
            #expect(written.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        }
    }

    private func percentDecoded(_ text: some Collection<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        var rest = text.dropFirst(0)
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                decoded.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte)
            }
        }
        return decoded
    }
}
