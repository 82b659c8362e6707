import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

@Suite("Whole pages as they are expected to be") struct SnapshotTests {
    /// A page and the name of the file that holds it.
    struct Shown: CustomTestStringConvertible {
        var name: String
        var target: String
        var status = 200
        var testDescription: String { name }
    }

    static let pages = [
        Shown(name: "start", target: "/"),
        Shown(name: "start-en", target: "/?sprak=en"),
        Shown(name: "start-2012", target: "/?datum=2012-06-30"),
        Shown(name: "program", target: "/program"),
        Shown(name: "program-2007", target: "/program/2007"),
        Shown(name: "program-2013", target: "/program/2013"),
        Shown(name: "program-2019", target: "/program/2019"),
        Shown(name: "program-2019-en", target: "/program/2019?sprak=en"),
        Shown(name: "program-2019-2020", target: "/program/2019?datum=2020-01-01"),
        Shown(name: "program-2019-infrastruktur", target: "/program/2019/infrastruktur"),
        Shown(name: "program-2023", target: "/program/2023"),
        Shown(name: "kommuner", target: "/kommuner"),
        Shown(name: "kommun-haninge", target: "/kommuner/haninge"),
        Shown(name: "kommun-nacka", target: "/kommuner/nacka"),
        Shown(name: "konferenser", target: "/konferenser"),
        Shown(name: "konferenser-en", target: "/konferenser?sprak=en"),
        Shown(name: "konferenser-2016", target: "/konferenser?datum=2016-06-30"),
        Shown(name: "konferensserie-radslag", target: "/konferenser/radslag"),
        Shown(name: "konferensserie-temadag", target: "/konferenser/temadag"),
        Shown(name: "konferens-radslag-2010", target: "/konferenser/radslag/2010"),
        Shown(name: "konferens-sodertornskonferensen-2021", target: "/konferenser/sodertornskonferensen/2021"),
        Shown(name: "konferens-sodertornskonferensen-2020", target: "/konferenser/sodertornskonferensen/2020"),
        Shown(name: "konferens-nyckeltalskonferens-2017", target: "/konferenser/nyckeltalskonferens/2017"),
        Shown(name: "organisation", target: "/organisation"),
        Shown(name: "organisation-en", target: "/organisation?sprak=en"),
        Shown(name: "organisation-2012", target: "/organisation?datum=2012-06-30"),
        Shown(name: "organisation-samarbetskommitten", target: "/organisation/samarbetskommitten"),
        Shown(name: "organisation-kansliet", target: "/organisation/kansliet"),
        Shown(name: "organisation-kommunstyrelsen-salem", target: "/organisation/kommunstyrelsen-salem"),
        Shown(name: "organisation-andra-samarbeten", target: "/organisation/andra-samarbeten"),
        Shown(name: "natverk", target: "/natverk"),
        Shown(name: "natverk-planeringschefer", target: "/natverk/planeringschefer"),
        Shown(name: "natverk-ekonomidirektorer-en", target: "/natverk/ekonomidirektorer?sprak=en"),
        Shown(name: "om", target: "/om"),
        Shown(name: "historik", target: "/historik"),
        Shown(name: "historik-konferenser", target: "/historik?amne=konferenser"),
        Shown(name: "historik-en", target: "/historik?sprak=en&sida=2"), Shown(name: "sok", target: "/sok"),
        Shown(name: "sok-radslag", target: "/sok?fraga=radslag"), Shown(name: "sok-inget", target: "/sok?fraga=qwxz"),
        Shown(name: "sok-en", target: "/sok?fraga=konferens&sprak=en"), Shown(name: "oppna-data", target: "/oppna-data"),
        Shown(name: "tillganglighet", target: "/tillganglighet"),
        Shown(name: "tillganglighet-en", target: "/tillganglighet?sprak=en"),
        Shown(name: "tillganglighet-tack", target: "/tillganglighet/tack"),
        Shown(name: "paverkan", target: "/paverkan"),
        Shown(name: "paverkan-2012", target: "/paverkan?datum=2012-06-30"),
        Shown(name: "paverkan-tvarforbindelse", target: "/paverkan/tvarforbindelse-sodertorn"),
        Shown(name: "paverkan-tvarforbindelse-en", target: "/paverkan/tvarforbindelse-sodertorn?sprak=en"),
        Shown(name: "yttranden", target: "/yttranden"),
        Shown(name: "yttranden-inspel-2021", target: "/yttranden?slag=inspel&datum=2021-12-31"),
        Shown(name: "yttrande-2022", target: "/yttranden/2022-nationell-plan"),
        Shown(name: "dokument", target: "/dokument"),
        Shown(name: "dokument-en", target: "/dokument?sprak=en"),
        Shown(name: "dokument-2019", target: "/dokument?datum=2019-12-31"),
        Shown(name: "dokument-slag", target: "/dokument?slag=verksamhetsplan"),
        Shown(name: "dokument-direktiv", target: "/dokument/direktiv-natverk"),
        Shown(name: "dokument-program-2019", target: "/dokument/utvecklingsprogram-2019"),
        Shown(name: "dokument-redovisning", target: "/dokument/arsredovisning-2021"),
        Shown(name: "nyheter", target: "/nyheter"),
        Shown(name: "nyheter-en", target: "/nyheter?sprak=en&datum=2020-01-01"),
        Shown(name: "plan", target: "/plan"),
        Shown(name: "plan-2020", target: "/plan/2020"),
        Shown(name: "plan-2021", target: "/plan/2021"),
        Shown(name: "plan-2021-en", target: "/plan/2021?sprak=en"),
        Shown(name: "plan-2021-maj", target: "/plan/2021?datum=2021-05-01"),
        Shown(name: "jamforelser", target: "/jamforelser"),
        Shown(name: "jamforelser-n15419-haninge", target: "/jamforelser/N15419?kommun=haninge"),
        Shown(name: "jamforelser-n20900-en", target: "/jamforelser/N20900?sprak=en"),
        Shown(name: "finns-inte", target: "/finns-inte", status: 404),
        Shown(name: "fel-dag", target: "/kommuner?datum=2027-02-30", status: 400),
    ]

    /// A page without what differs from run to run.
    ///
    /// The end of the chain rests on random salts, a fault's number is drawn for each request, and the names of the site's own files change
    /// with their content, which has tests of its own.
    static func steady(_ html: String) -> String {
        var steady = html.masked(after: "<code>", while: \.isHex, atLeast: 64)
        for words in ["Ange numret ", "Give the number "] {
            steady = steady.masked(after: words, while: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "<") }, atLeast: 1)
        }
        for name in ["site.", "sign."] { steady = steady.masked(after: name, while: { $0 != UInt8(ascii: ".") }, atLeast: 8) }
        // One tag a line, so that a difference can be read.
        return steady.replacingAll("><", with: ">\n<")
    }

    @Test("page", arguments: pages)
    func page(_ shown: Shown) async throws {
        let reply = await (try Exhibit.sodertorn.value).door.ask(.get, shown.target)
        #expect(reply.status.code == shown.status)
        let found = Self.steady(reply.text)
        let file = URL(filePath: "\(Place.pages)/\(shown.name).html")
        if Effort.isRecording {
            try FileManager.default.createDirectory(atPath: Place.pages, withIntermediateDirectories: true)
            try Data(found.utf8).write(to: file)
            return
        }
        let expected = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
        if expected != found {
            Attachment.record(Array(found.utf8), named: "\(shown.name).html")
            let (old, new) = ((expected ?? "").components(separatedBy: "\n"), found.components(separatedBy: "\n"))
            let difference = new.difference(from: old).map { change in
                switch change {
                case .insert(let offset, let line, _): "+\(offset + 1) \(line)"
                case .remove(let offset, let line, _): "-\(offset + 1) \(line)"
                }
            }
            Attachment.record(Array(difference.joined(separator: "\n").utf8), named: "\(shown.name).diff")
            Issue.record("\(shown.name).html differs:\n\(difference.prefix(12).joined(separator: "\n"))")
        }
    }

    @Test("no page is left that isn't expected any longer", .disabled(if: Effort.isRecording))
    func leftovers() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Place.pages).filter { $0.hasSuffix(".html") }
        #expect(Set(files) == Set(Self.pages.map { "\($0.name).html" }))
    }

    @Test("the mask takes what differs and nothing else")
    func mask() {
        let hash = String(repeating: "0f", count: 32)
        #expect(Self.steady("<code>\(hash)</code><code>0f</code>") == "<code>…</code>\n<code>0f</code>")
        #expect(Self.steady("<p>Ange numret abc-1 om</p>") == "<p>Ange numret … om</p>")
        #expect(Self.steady("/site.0123456789abcdef.css www.site.se") == "/site.….css www.site.se")
    }
}

extension UInt8 {
    fileprivate var isHex: Bool { (0x30...0x39).contains(self) || (0x61...0x66).contains(self) }
}

extension String {
    /// The text with an ellipsis for what follows a mark, as long as its bytes are of a kind and at least so many.
    fileprivate func masked(after mark: String, while isPart: (UInt8) -> Bool, atLeast count: Int) -> String {
        let parts = components(separatedBy: mark)
        return parts.dropFirst().reduce(parts[0]) { text, part in
            let masked = part.utf8.prefix(while: isPart)
            guard masked.count >= count else { return text + mark + part }
            return text + mark + "…" + String(decoding: part.utf8.dropFirst(masked.count), as: UTF8.self)
        }
    }
}
