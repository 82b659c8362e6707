import FoundationEssentials
import Testing

@testable import Statistics

@Suite("Service cards in a file") struct ServiceCardsTests {
    private static let folder = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

    private func read(_ text: String) -> Result<ServiceCards, ServiceCardFaults> {
        Result { () throws(ServiceCardFaults) in try ServiceCards((name: "kort.json", bytes: Array(text.utf8))) }
    }

    @Test("the shipped cards are read, are as they are written, and can be written and read again")
    func shipped() throws {
        let path = Self.folder + "/Examples/jamforelser/tjanstekort.json"
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let cards = try ServiceCards((name: "tjanstekort.json", bytes: bytes)).cards
        #expect(cards.count == 12)
        #expect(
            Set(cards.map(\.id)).isSuperset(of: [
                "grundskola", "forskola", "gymnasieskola", "sarskilt_boende", "hemtjanst", "lss_boende",
            ])
        )
        for card in cards {
            #expect(!card.quality.isEmpty && !card.reason.isEmpty && card.quality.allSatisfy { !$0.reason.isEmpty })
            // Hard facts that make a card wrong when they are missed: the model of net costs is new from 2019.
            if let guarding = card.guarding, guarding.keyFigure.description != "N28018" { #expect(guarding.firstYear == 2019) }
        }
        let written = try ServiceCards(cards).file()
        #expect(try ServiceCards((name: "kort.json", bytes: written)).cards == cards)
        #expect(try ServiceCards(cards).file() == written)
    }

    private static let good = """
        {"version":1,"kort":[{"id":"skola","namn":"Skola","kostnad":{"nyckeltal":"N15008","enhet":"kronor per elev"},
        "liknande":"grundskola","kvalitet":[{"nyckeltal":"N15419","bättre":"högre","marginal":3,"skäl":"Betyg."}],
        "vakt":{"nyckeltal":"N15001","gräns":2,"skäl":"Flyttade kostnader."},"skäl":"Det mesta av kostnaden."}]}
        """

    @Test("what may be left out may be left out")
    func short() throws {
        let cards = try read(Self.good).get().cards
        #expect(cards.count == 1 && cards[0].breaks == [] && cards[0].cost.count == nil && cards[0].guarding?.firstYear == nil)
        #expect(cards[0].quality[0].better == .higher && cards[0].quality[0].margin == 3)
    }

    @Test(
        "what is wrong is told, with what to do",
        arguments: [
            (
                "{", "",
                "kort.json: Filen är inte riktig JSON. Kontrollera att alla klamrar, citattecken och kommatecken är på plats."
            ),
            ("\"version\":1,", "", "kort.json: ”version” saknas. Lägg till det."),
            (
                "\"version\":1", "\"version\":2",
                "kort.json: Filen har version 2, och programmet läser version 1. Skriv om den i den formen, eller byt till en nyare utgåva av programmet."
            ),
            ("\"namn\":\"Skola\",", "", "kort.json: ”namn” saknas i ”kort”, nummer 1. Lägg till det."),
            (
                "N15419", "15419",
                "kort.json: Värdet i ”kort”, nummer 1, ”kvalitet”, nummer 1, ”nyckeltal” går inte att förstå. ”15419” är inte ett nyckeltal. Skriv en bokstav, N eller U, och fem siffror, som N15008."
            ),
            (
                "\"högre\"", "\"upp\"",
                "kort.json: Värdet i ”kort”, nummer 1, ”kvalitet”, nummer 1, ”bättre” går inte att förstå. ”upp” är ingen riktning. Skriv ”högre” eller ”lägre”, efter vilket som är bättre."
            ),
            (
                "\"marginal\":3", "\"marginal\":\"tre\"",
                "kort.json: Värdet i ”kort”, nummer 1, ”kvalitet”, nummer 1, ”marginal” är av fel slag. Skriv text inom citattecken och tal utan."
            ),
            (
                "\"marginal\":3", "\"marginal\":0",
                "kort.json: Kortet ”skola”: marginalen för N15419 är 0. Skriv ett tal större än noll."
            ),
            (
                "\"gräns\":2", "\"gräns\":-1.5",
                "kort.json: Kortet ”skola”: gränsen för N15001 är −1,5. Skriv noll eller ett större tal."
            ),
            (
                "\"id\":\"skola\"", "\"id\":\"Skola 1\"",
                "kort.json: Kortet ”Skola 1”: ”id” får bara ha små bokstäver a–z, siffror och understreck, eftersom det står i adresser."
            ),
            (
                "\"skäl\":\"Betyg.\"", "\"skäl\":\"\"",
                "kort.json: Kortet ”skola”: N15419 saknar ”skäl”. Skriv varför måttet och marginalen valdes."
            ),
        ]
    )
    func wrong(_ part: String, _ instead: String, _ expected: String) {
        let text = part == "{" ? String(Self.good.dropFirst()) : Self.good.replacing(part, with: instead)
        #expect(text != Self.good)
        switch read(text) {
        case .success: Issue.record("was read")
        case .failure(let faults): #expect(faults.description == expected)
        }
    }

    @Test("all faults of the cards are told at once")
    func several() {
        let text = Self.good.replacing("\"enhet\":\"kronor per elev\"", with: "\"enhet\":\"\"").replacing(
            "Flyttade kostnader.",
            with: ""
        )
        guard case .failure(let faults) = read(text) else {
            Issue.record("was read")
            return
        }
        #expect(faults.faults.count == 2)
    }

    @Test("no cards are no use, and bytes at random never trap", arguments: 1...200)
    func random(_ seed: UInt64) {
        guard case .failure = read(#"{"version":1,"kort":[]}"#) else {
            Issue.record("was read")
            return
        }
        var generator = SplitMix64(seed: seed)
        var bytes = Array(Self.good.utf8)
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        _ = try? ServiceCards((name: "kort.json", bytes: bytes))
    }
}
