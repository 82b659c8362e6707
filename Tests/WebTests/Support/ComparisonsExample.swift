import Cooperation
import Registry
import Testing

@testable import Web

extension Exhibit {
    /// A card, an own measure, a study that has its question and an example, and a theme day with one point; all of them called 'prov'.
    func beginComparing() async throws {
        let (network, study) = (try #require(Body.ID("ekonomidirektorer")), try #require(Study.ID("prov")))
        let card = try #require(ServiceCard.ID("prov"))
        try await record(
            RecordServiceCard(
                id: card,
                name: "Provskola",
                keeper: network,
                cost: "N15008",
                costName: "Kostnad per elev",
                unit: "kr per elev",
                peers: "grundskola"
            )
        )
        try await record(
            RecordOwnMeasure(
                id: try #require(OwnMeasure.ID("prov")),
                of: try #require(Municipality.ID("haninge")),
                name: "Provkö",
                definition: "Dagar från ansökan till plats.",
                unit: "dagar"
            )
        )
        try await record(
            BeginStudy(id: study, title: "Provstudie", question: "Varför kostar skolan olika mycket?", responsible: network)
        )
        try await record(
            ChooseCase(
                in: study,
                id: try #require(ImprovementCase.ID("prov")),
                card: card,
                place: ComparedPlace(code: "0136", name: "Haninge"),
                years: 2015...2022,
                change: try #require(DecimalFigure("-11.7")),
                class: .a,
                q: try #require(DecimalFigure("0.04")),
                source: Source("Egen bearbetning av data från Kolada"),
                fetched: now.swedishDay
            )
        )
        var themeDay = RecordThemeDay(id: try #require(ThemeDay.ID("prov")), title: "Provdag", arranger: network)
        themeDay.items = [.init("Inledning", minutes: 10, presenter: .body(network))]
        try await record(themeDay)
    }
}
