import Testing

@testable import Statistics

@Suite("Catalogue: what the finder asks of it")
struct CatalogueFinderTests {
    private struct Counts: SeriesSource {
        var series: [String: Series]
        var keyFigures: [KeyFigure.ID] { Catalogue.population.map { [$0] } ?? [] }

        func places(of keyFigure: KeyFigure.ID) -> [String] { series.keys.sorted() }
        func genders(of keyFigure: KeyFigure.ID) -> [Gender] { [.total] }
        func series(_ keyFigure: KeyFigure.ID, _ gender: Gender, in place: String) -> Series? { series[place] }
    }

    @Test(arguments: [
        (nil, ["0126": 30.0, "0127": 7]), (2021, ["0126": 20, "0127": 7]), (2020, ["0126": 10, "0127": 7]), (2019, [:]),
    ])
    func `the newest count up to a year is taken`(year: Int?, wanted: [String: Double]) {
        let catalogue = Catalogue(
            fetched: .day,
            figures: [],
            places: ["0126", "0127", "0128"].map { .init(code: $0, name: $0, isRegion: false) }
                + [.init(code: "0001", name: "Region", isRegion: true)],
            groups: []
        )
        let counts = Counts(series: [
            "0126": Series(firstYear: 2020, values: [10, 20, 30]), "0127": Series(firstYear: 2020, values: [7, .nan, .nan]),
            "0001": Series(firstYear: 2020, values: [99]),
        ])
        #expect(catalogue.population(in: counts, until: year) == wanted)
    }

    @Test func `a year with preliminary values is final from its day on`() throws {
        let id = try #require(KeyFigure.ID("N15008"))
        let figure = CatalogueFigure(
            id: id,
            title: "T",
            description: "",
            operatingArea: "Skola",
            preliminaryPublication: PublicationDay("2026-04-01"),
            publication: PublicationDay("2026-08-28"),
            publicationPeriod: 2025
        )
        let publications = Catalogue(fetched: .day, figures: [figure], places: [], groups: []).publications
        #expect(publications.lastFinalYear(of: id, on: "2026-08-27") == 2024)
        #expect(publications.lastFinalYear(of: id, on: "2026-08-28") == 2025)
        #expect(publications.lastFinalYear(of: try #require(KeyFigure.ID("N00001")), on: "2026-08-28") == nil)
    }
}
