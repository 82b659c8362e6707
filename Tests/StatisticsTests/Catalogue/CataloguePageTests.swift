import Testing

@testable import Statistics

@Suite("Catalogue: pages and the file")
struct CataloguePageTests {
    private let figure = #"""
        {"id":"N15008","title":"Kostnad för kommunal grundskola åk 1-9, kr/elev","description":"Kostnad.\\nKälla: SCB.","is_divided_by_gender":false,
        "municipality_type":"K","auspice":null,"operating_area":"Grundskola","perspective":"Resurser","prel_publication_date":"2026-04-01",
        "publication_date":"2026-08-28","publ_period":"2025","has_ou_data":false}
        """#

    private func page(_ entries: String, next: String = "null") -> StatisticsTable.File {
        ("kpi.json", Array(#"{"values":[\#(entries)],"next_url":\#(next),"previous_url":null,"count":1}"#.utf8))
    }

    @Test func `a key figure of version three is read whole`() throws {
        let found = try CataloguePages.figures(page(figure))
        #expect(found.count == 1)
        let first = try #require(found.first)
        #expect(first.id.description == "N15008")
        #expect(first.description == "Kostnad.\nKälla: SCB.")
        #expect(first.auspice == nil)
        #expect(first.publication == PublicationDay("2026-08-28"))
        #expect(first.publicationPeriod == 2025)
        #expect(first.keyFigure.unit == "kronor per elev")
        #expect(first.keyFigure.origin == "SCB")
    }

    @Test func `version two has other names and a number for a flag`() throws {
        let second = #"""
            {"id":"U00001","title":"T, andel (%)","description":null,"is_divided_by_gender":1,"municipality_type":"A","auspices":"E",
            "operating_area":"Skola","perspective":null,"publication_date":null,"ou_publication_date":null,"publ_period":2025}
            """#
        let found = try #require(try CataloguePages.figures(page(second)).first)
        #expect(found.isDividedByGender)
        #expect(found.auspice == "E")
        #expect(found.publicationPeriod == 2025)
        #expect(found.level == .both)
    }

    @Test func `the next page is told, under either name, and is nil on the last`() throws {
        #expect(try CataloguePages.next(after: page(figure)) == nil)
        #expect(
            try CataloguePages.next(after: page(figure, next: #""https://api.kolada.se/v3/kpi?page=2""#))
                == "https://api.kolada.se/v3/kpi?page=2"
        )
        let second: StatisticsTable.File = ("x", Array(#"{"values":[],"next_page":"http://a/2"}"#.utf8))
        #expect(try CataloguePages.next(after: second) == "http://a/2")
    }

    @Test(arguments: [
        (#"{"error": "This endpoint is deprecated. Please use /v3 instead."}"#, "Fältet ”values” saknas."),
        (#"{"values":[{"id":"N1"}]}"#, "Fältet ”title” saknas i ”values”, post 1."),
        (#"{"values":[{"id":7}]}"#, "Värdet är av fel slag i ”values”, post 1, ”id”."),
        (#"{"values":[{"id":"N15008","#, "Sidan är inte hel JSON. Hämta den igen."),
        ("<html>", "Sidan är inte hel JSON. Hämta den igen."),
        ("", "Sidan är inte hel JSON. Hämta den igen."),
        (
            #"{"values":[{"id":"K03138","title":"T","municipality_type":"K"}]}"#,
            "Post 1: ”K03138” är inte ett nyckeltal. Det ska vara N eller U och fem siffror."
        ),
        (
            #"{"values":[{"id":"N03138","title":"T","municipality_type":"K","publication_date":"2026-02-30"}]}"#,
            "Post 1: N03138 har publiceringsdagen ”2026-02-30”, som inte är en dag."
        ),
        (
            #"{"values":[{"id":"N03138","title":"T","municipality_type":"Q"}]}"#,
            "Post 1: N03138 har typen ”Q”, som är okänd. Den ska vara K, L eller A."
        ),
        (#"{"values":[{"id":"N03138","title":" ","municipality_type":"K"}]}"#, "Post 1: N03138 har ingen titel."),
    ])
    func `what isn't a page of key figures is told with its place`(text: String, message: String) {
        let error = #expect(throws: StatisticsFaults.self) { try CataloguePages.figures(("kpi.json", Array(text.utf8))) }
        #expect(error?.description == "kpi.json, rad 1: \(message)")
    }

    @Test func `a byte that isn't UTF-8 is told by its place`() {
        let bytes = Array(#"{"values":["å"#.utf8) + [0xE5, 0x22]
        let error = #expect(throws: StatisticsFaults.self) { try CataloguePages.places(("p", bytes)) }
        #expect(error?.description == "p, rad 1: Byte 15 är inte UTF-8. Hämta sidan igen.")
    }

    @Test(arguments: [
        (#"{"id":"126","title":"Huddinge","type":"K"}"#, "Post 1: ”126” är inte en kommunkod med fyra siffror."),
        (#"{"id":"0126","title":"Huddinge","type":"X"}"#, "Post 1: Typen ”X” är okänd. Den ska vara K eller L."),
    ])
    func `a code keeps its leading zero, or isn't one`(entry: String, message: String) {
        let error = #expect(throws: StatisticsFaults.self) { try CataloguePages.places(page(entry)) }
        #expect(error?.faults.first?.message == message)
    }

    @Test func `members of a group are read by either name`() throws {
        let entries = #"""
            {"id":"G1","title":"A","members":[{"member_id":"0126","member_title":"Huddinge"}]},
            {"id":"G2","title":"B","members":[{"id":"0127","title":"Botkyrka"}]}
            """#
        #expect(try CataloguePages.groups(page(entries)).map(\.members) == [["0126"], ["0127"]])
    }

    @Test func `the file gives back what was put in, texts with tabs and breaks too`() throws {
        let figures = try CataloguePages.figures(page(figure)).map { $0 }
        let odd = CatalogueFigure(
            id: try #require(KeyFigure.ID("U00001")),
            title: "Snedstreck \\ och \\n",
            description: "rad\nrad\tmed tab",
            operatingArea: "Ö"
        )
        let catalogue = Catalogue(
            fetched: .day,
            figures: figures + [odd],
            places: [.init(code: "0126", name: "Huddinge", isRegion: false), .init(code: "0000", name: "Riket", isRegion: true)],
            groups: [.init(id: "G1", title: "Tom", members: []), .init(id: "G2", title: "Två", members: ["0126", "0127"])]
        )
        #expect(try Catalogue(("catalogue", catalogue.encoded)) == catalogue)
    }

    @Test func `a file that is cut, changed or something else is refused`() throws {
        let whole = Catalogue(
            fetched: .day,
            figures: try CataloguePages.figures(page(figure)),
            places: [.init(code: "0126", name: "Huddinge", isRegion: false)],
            groups: []
        ).encoded
        for length in 0..<whole.count {
            #expect(throws: StatisticsFaults.self) { try Catalogue(("catalogue", Array(whole[..<length]))) }
        }
        for index in whole.indices {
            var changed = whole
            changed[index] ^= 0x10
            #expect(throws: StatisticsFaults.self) { try Catalogue(("catalogue", changed)) }
        }
    }

    @Test func `random bytes are refused and nothing worse`() {
        var state: UInt64 = 7
        for _ in 0..<2000 {
            var bytes = Array(#"{"values":[{"id":"N15008","title":"T","municipality_type":"K"}],"next_url":null}"#.utf8)
            for _ in 0..<3 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
            }
            _ = try? CataloguePages.figures(("r", bytes))
            _ = try? CataloguePages.groups(("r", bytes))
            _ = try? Catalogue(("r", bytes))
        }
    }
}
