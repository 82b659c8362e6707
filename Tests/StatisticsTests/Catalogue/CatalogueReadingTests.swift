import Testing

@testable import Statistics

@Suite("Catalogue: what is read out of the source's words")
struct CatalogueReadingTests {
    @Test(arguments: [
        ("Kostnad för kommunal grundskola åk 1-9, kr/elev", "kronor per elev", 0, nil),
        ("Lärare med legitimation i grundskola, andel (%)", "procent", 1, nil),
        ("Väntetid till boende, medelvärde (- 2024)", "medelvärde", 1, 2024),
        ("Invånare 13-15 år, antal (-2023)", "antal", 0, 2023),
        ("Arbetslöshet 16-24 år, årsmedelvärde, andel (%) av bef. (-2024)", "procent av befolkningen", 1, 2024),
        ("Kostnadsutjämningsnetto infrastruktur och skydd, kr/inv, 1 nov fg år", "kronor per invånare", 0, nil),
        ("Kostnad äldreomsorg, kr/inv 1 nov fg år", "kronor per invånare 1 november föregående år", 0, nil),
        ("Anmälda brott, antal/100 000 inv", "antal per 100\u{A0}000 invånare", 1, nil),
        ("Läkarbesök, antal/1000 inv", "antal per 1\u{A0}000 invånare", 1, nil),
        ("Bruttoregionalprodukt, 1000 kr/invånare", "tusen kronor per invånare", 0, nil),
        ("Soliditet, regionskoncernen, (%)", "procent", 1, nil),
        ("Huvudmannaenkäten: Förekomst av modell i förskolan (Ja=1, Nej=0)", "1 = ja, 0 = nej", 0, nil),
        ("Social tillit – Regionindex Män", "index", 1, nil),
        ("Brukaren hinner, lägeskommun, andel \"Ja\" (%)", "andel \"Ja\" (%)", 1, nil),
        ("Elever per årskurs, årskurs sex", "", 1, nil),
        ("Något annat", "", 1, nil),
    ])
    func `the unit and the last year stand in the title's tail`(title: String, unit: String, decimals: Int, lastYear: Int?) {
        let tail = TitleTail(title)
        #expect(tail.unit == unit)
        #expect(tail.decimals == decimals)
        #expect(tail.lastYear == lastYear)
    }

    @Test(arguments: [
        ("Från och med 2019 beräknas kostnaden på ett nytt sätt. Källa: SCB.", [2019]),
        ("Kostnad. From 2006 räknas utjämningen inte som skatt. Fr.o.m. 2015 ingår bidrag.", [2006, 2015]),
        ("Från och med 2022 publiceras data vart tredje år.", []),
        ("2018 och tidigare ingick även gångväg.", [2019]),
        ("Till och med 2020 redovisas alla, t.ex. vikarier.", [2021]),
        ("Definitionen ändrades år 2015 vilket kan påverka jämförelser.", [2015]),
        ("Nivån 2023 är därför inte helt jämförbar med tidigare år.", [2023]),
        ("Från och med den 1 juli 2023 är titeln skyddad.", [2023]),
        ("Avser läsåret 2019/20.", []),
        ("Antal invånare 31/12 dividerat med 1000.", []),
        ("Från och med läsåret 2021/22 ingår de.", [2021]),
    ])
    func `breaks are found in the description`(description: String, years: [Int]) {
        #expect(SeriesBreak.found(in: description).map(\.year) == years)
    }

    @Test(arguments: [
        ("Personal\\noch chefer", "Personal\noch chefer"),
        ("KÃ¤lla: MiljÃ¶ fÃ¶r Ã¥ldrar", "Källa: Miljö för åldrar"),
        ("juli%u2010juni", "juli\u{2010}juni"),
        ("Åäö åäö ÅÄÖ é – à", "Åäö åäö ÅÄÖ é – à"),
        ("  två  ord  ", "två ord"),
        ("Ã\u{84}ldre Ã„ldre", "Äldre Äldre"),
        ("100 %uppfyllt", "100 %uppfyllt"),
        ("slut\\n\\n", "slut"),
        ("hel â€“ del", "hel – del"),
    ])
    func `texts are put right, and right texts are left alone`(given: String, meant: String) {
        #expect(Array(RepairedText.repair(given).utf8) == Array(meant.utf8))
        #expect(Array(RepairedText.repair(meant).utf8) == Array(meant.utf8))
    }

    @Test func `who made the figures is what follows on the last 'Källa'`() throws {
        let figure = { (description: String) throws in
            CatalogueFigure(
                id: try #require(KeyFigure.ID("N15008")),
                title: "T",
                description: description,
                operatingArea: "Skola"
            )
        }
        #expect(try figure("Kostnad per elev. Källa: SCB.").origin == "SCB")
        #expect(try figure("Kostnad per elev. Källa: SCB.").explanation == "Kostnad per elev.")
        #expect(try figure("Andel. Källa Skolverket").origin == "Skolverket")
        #expect(try figure("Rum i källare. Källarrum.").origin == nil)
        #expect(try figure("Ingen uppgift").explanation == "Ingen uppgift")
        #expect(try figure("Källa: A. Mer. Källa: SKR:s enkät.\n").origin == "SKR:s enkät")
    }

    @Test(arguments: [
        ("2026-03-31", 2025, true), ("2026-04-01", 2025, true), ("2026-08-27", 2025, true), ("2026-08-28", 2025, false),
        ("2026-04-01", 2024, false), ("2026-04-01", 2026, true),
    ])
    func `a year is preliminary until its final day`(day: String, year: Int, isPreliminary: Bool) throws {
        let figure = CatalogueFigure(
            id: try #require(KeyFigure.ID("N15008")),
            title: "T",
            description: "",
            operatingArea: "Skola",
            preliminaryPublication: PublicationDay("2026-04-01"),
            publication: PublicationDay("2026-08-28"),
            publicationPeriod: 2025
        )
        #expect(figure.isPreliminary(year, on: try #require(PublicationDay(day))) == isPreliminary)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-00", "", "2026-01-01x", "0000-01-01"])
    func `what is no day is none`(text: String) {
        #expect(PublicationDay(text) == nil)
    }

    @Test func `of groups of alike the newest counts, found by title`() {
        let groups = [
            Catalogue.Group(id: "G9", title: "Liknande kommuner grundskola, Huddinge, 2023", members: ["0127"]),
            Catalogue.Group(id: "G1", title: "Liknande kommuner grundskola, Huddinge, 2024", members: ["0136", "0126", "0138"]),
            Catalogue.Group(id: "G2", title: "Liknande kommuner, övergripande, Huddinge, 2025", members: ["0160"]),
            Catalogue.Group(id: "G3", title: "Liknande regioner socioekonomi, Region Stockholm, 2024", members: ["0003"]),
            Catalogue.Group(id: "G4", title: "Södertörnskommunerna (ovägt medel)", members: ["0126", "0127"]),
            Catalogue.Group(id: "G5", title: "Liknande kommuner grundskola, Ingenstans, 2024", members: ["0136"]),
        ]
        let places = [
            Catalogue.Place(code: "0126", name: "Huddinge", isRegion: false),
            Catalogue.Place(code: "0001", name: "Region Stockholm", isRegion: true),
        ]
        let catalogue = Catalogue(fetched: .day, figures: [], places: places, groups: groups)
        #expect(catalogue.peers(of: "0126", in: "grundskola") == ["0136", "0138"])
        #expect(catalogue.peers(of: "0126", in: "övergripande") == ["0160"])
        #expect(catalogue.peers(of: "0001", in: "regioner: socioekonomi") == ["0003"])
        #expect(catalogue.peers(of: "0126", in: "LSS").isEmpty)
        #expect(catalogue.peerAreas == ["grundskola", "regioner: socioekonomi", "övergripande"])
        #expect(catalogue.group(titled: "Södertörnskommunerna (ovägt medel)")?.id == "G4")
    }
}

extension PublicationDay {
    /// Some day.
    static var day: PublicationDay {
        guard let day = PublicationDay("2026-11-23") else { preconditionFailure("a day that is") }
        return day
    }
}
