import Statistics
import Testing

@testable import Kolada

@Suite("Fetching: what is asked")
struct PlanTests {
    private func catalogue(figures: Int, places: Int) throws -> Catalogue {
        let levels: [CatalogueFigure.Level] = [.municipality, .municipality, .region, .both]
        return Catalogue(
            fetched: try #require(PublicationDay("2026-11-23")),
            figures: try (0..<figures).map { number in
                let id = try #require(KeyFigure.ID("N" + String(10000 + number)))
                return CatalogueFigure(id: id, title: "T", description: "", level: levels[number % 4], operatingArea: "Skola")
            },
            places: [
                .init(code: "0000", name: "Riket", isRegion: true), .init(code: "0001", name: "Region Stockholm", isRegion: true),
            ]
                + (0..<places).map { .init(code: "0" + String(101 + $0), name: "Kommun \($0)", isRegion: false) },
            groups: [
                .init(id: "G1", title: "Liknande kommuner grundskola, Kommun 0, 2024", members: ["0105", "0106"]),
                .init(id: "G2", title: "Länets kommuner (ovägt medel)", members: ["0101", "0102", "0103"]),
                .init(id: "G3", title: "Några andra (ovägt medel)", members: ["0103"]),
                .init(id: "G4", title: "Liknande kommuner IFO, Kommun 1, 2024", members: ["0101", "0102"]),
            ]
        )
    }

    private struct Cell: Hashable {
        var figure: KeyFigure.ID
        var place: String
        var year: Int
    }

    @Test(arguments: [(1, 1), (8, 24), (9, 25), (33, 60), (40, 290)])
    func `every wanted triple is asked for once, in parts of no more than 25`(figures: Int, places: Int) throws {
        let catalogue = try catalogue(figures: figures, places: places)
        let questions = Plan.values(of: catalogue, reach: .all, members: [], until: 2026)
        var asked: Set<Cell> = []
        for question in questions {
            guard case .values(let keyFigures, let codes, let years) = question.subject else { continue }
            #expect((1...8).contains(keyFigures.count))
            #expect((1...25).contains(codes.count))
            #expect(years == 2002...2026)
            for figure in keyFigures {
                for code in codes {
                    for year in years { #expect(asked.insert(Cell(figure: figure, place: code, year: year)).inserted) }
                }
            }
        }
        var wanted = 0
        for figure in catalogue.figures {
            switch figure.level {
            case .municipality: wanted += places + 1
            case .region: wanted += 2
            case .both: wanted += places + 2
            }
        }
        #expect(asked.count == wanted * 25)
    }

    @Test func `a question is one page, however long the titles`() throws {
        let questions = Plan.values(of: try catalogue(figures: 80, places: 290), reach: .all, members: [], until: 2026)
        for case .values(let keyFigures, let codes, let years) in questions.map(\.subject) {
            #expect(keyFigures.count * codes.count * years.count <= 5000)
        }
    }

    @Test func `around the members are those that are like them, their region, the country, and groups with all of them`() throws
    {
        let questions = Plan.values(
            of: try catalogue(figures: 1, places: 20),
            reach: .around(["0101", "0102"]),
            members: ["0101", "0102"],
            until: 2026
        )
        #expect(questions.count == 1)
        guard case .values(_, let codes, _) = try #require(questions.first).subject else { return }
        #expect(codes == ["0000", "0101", "0102", "0105", "0106", "G2"])
    }

    @Test func `an update asks for more key figures at once, and from a day`() throws {
        let day = try #require(PublicationDay("2026-10-01"))
        let questions = Plan.values(of: try catalogue(figures: 40, places: 20), reach: .all, members: [], until: 2026, since: day)
        #expect(questions.count == 3)
        #expect(
            questions.allSatisfy { $0.address(at: "https://k/v3").utf8.suffix(21).elementsEqual("?from_date=2026-10-01".utf8) }
        )
    }

    @Test func `the address has the values in its path, with leading zeros`() throws {
        let question = Question(
            .values(
                [try #require(KeyFigure.ID("N15008")), try #require(KeyFigure.ID("U09800"))],
                places: ["0126", "0001"],
                years: 2024...2025
            )
        )
        #expect(
            question.address(at: "https://api.kolada.se/v3")
                == "https://api.kolada.se/v3/data/kpi/N15008,U09800/municipality/0126,0001/year/2024,2025"
        )
        #expect(Plan.catalogue.map { $0.address(at: "b") } == ["b/kpi", "b/municipality", "b/municipality_groups"])
    }

    @Test func `key figures that aren't there are told`() throws {
        let wanted = Set(["N10000", "N99999"].compactMap { KeyFigure.ID($0) })
        #expect(Plan.unknown(wanted, in: try catalogue(figures: 3, places: 1)).map(\.description) == ["N99999"])
    }

    @Test(arguments: [
        ("https://api.kolada.se/v3/kpi?page=2", "https://api.kolada.se/v3/kpi?page=2"),
        ("http://api.kolada.se/v3/kpi?page=2", "https://api.kolada.se/v3/kpi?page=2"),
        ("https://API.kolada.se:443/v3/kpi?page=2", "https://api.kolada.se/v3/kpi?page=2"),
        ("/v3/kpi?page=2", "https://api.kolada.se/v3/kpi?page=2"),
        ("https://example.org/v3/kpi?page=2", nil), ("https://api.kolada.se.example.org/v3", nil),
        ("https://api.kolada.se@example.org/", nil), ("ftp://api.kolada.se/v3", nil), ("https://api.kolada.se:8443/v3", nil),
        ("file:///etc/passwd", nil), ("", nil), ("https://api.kolada.se/v3/kpi", nil),
        ("https://api.kolada.se/v3/kpi\r\nX: y", nil),
    ])
    func `the next page is at the same host and not one that was read`(next: String, wanted: String?) {
        let found = try? NextPage.address(next, at: "https://api.kolada.se/v3", after: ["https://api.kolada.se/v3/kpi"])
        #expect(found == wanted)
    }

    @Test(arguments: [
        (0, 3050, 0, 0.0, "Fråga 0 av 3\u{A0}050."),
        (120, 3050, 0, 30.0, "Fråga 120 av 3\u{A0}050. Ungefär 12 minuter kvar."),
        (3049, 3050, 3000, 10.0, "Fråga 3\u{A0}049 av 3\u{A0}050. Mindre än en minut kvar."),
        (10, 9900, 0, 17.0, "Fråga 10 av 9\u{A0}900. Ungefär 5 timmar kvar."),
        (100, 185, 0, 100.0, "Fråga 100 av 185. Ungefär en minut kvar."),
        (3050, 3050, 0, 600.0, "Fråga 3\u{A0}050 av 3\u{A0}050."),
    ])
    func `progress says how long is left`(done: Int, total: Int, before: Int, seconds: Double, words: String) {
        #expect(Progress(done: done, total: total, before: before, seconds: seconds).inWords == words)
    }

    @Test(arguments: [
        ("https://api.kolada.se/v3", "https", "api.kolada.se", "/v3", false),
        ("http://127.0.0.1:8080/x?y", "http", "127.0.0.1:8080", "/x?y", true),
        ("http://localhost", "http", "localhost", "", true), ("http://[::1]:80/a", "http", "[::1]", "/a", true),
        ("http://localhost.example.org/", "http", "localhost.example.org", "/", false),
    ])
    func `an address is taken apart`(text: String, scheme: String, host: String, rest: String, isLocal: Bool) throws {
        let address = try #require(Address(text))
        #expect(address.scheme == scheme)
        #expect(address.host == host)
        #expect(address.rest == rest)
        #expect(address.isLocal == isLocal)
    }
}
