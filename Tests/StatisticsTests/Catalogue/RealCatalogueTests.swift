import Search
import Testing

@testable import Statistics

@Suite(
    "Catalogue: the whole of it, as it was in the spring of 2026",
    .enabled(if: RealCatalogue.isThere, "\(RealCatalogue.absence)")
)
struct RealCatalogueTests {
    private let catalogue: Catalogue

    init() throws { catalogue = try RealCatalogue.whole.get() }

    @Test func `all of it is read`() {
        #expect(catalogue.figures.count == 6099)
        #expect(catalogue.places.count == 312)
        #expect(catalogue.municipalities.count == 290)
        #expect(catalogue.groups.count == 3630)
        #expect(catalogue.figures.count { $0.lastYear != nil } == 425)
        #expect(catalogue.figures.count { $0.origin == nil } <= 4)
        #expect(catalogue.name(of: "0126") == "Huddinge")
    }

    @Test func `the file gives it back`() throws {
        let bytes = catalogue.encoded
        let clock = ContinuousClock()
        let start = clock.now
        let read = try Catalogue(("catalogue", bytes))
        print("katalogen: \(bytes.count) byte, läst på \(clock.now - start)")
        #expect(read == catalogue)
    }

    @Test func `most titles say a unit`() {
        let without = catalogue.figures.filter { $0.unit.isEmpty }
        print("utan enhet: \(without.count) av \(catalogue.figures.count)")
        #expect(Double(without.count) < 0.19 * Double(catalogue.figures.count))
    }

    @Test func `every municipality has those that are like it`() {
        let areas = [
            "IFO", "arbetsmarknad", "ekonomiskt bistånd", "fritidshem", "förskola", "grundskola", "gymnasieskola",
            "räddningstjänst",
            "socioekonomi", "äldreomsorg", "övergripande",
        ]
        for area in areas {
            for place in catalogue.municipalities {
                let peers = catalogue.peers(of: place.code, in: area)
                #expect(peers.count == 7, "\(area) \(place.name)")
                #expect(!peers.contains(place.code))
            }
        }
        #expect(catalogue.municipalities.count { catalogue.peers(of: $0.code, in: "LSS").isEmpty } == 1)
        #expect(catalogue.group(titled: "Södertörnskommunerna (ovägt medel)")?.id == "G96274")
    }

    @Test(arguments: [
        ("kostnad grundskola elev", ["N15008", "N15006", "N15060"]), ("hemtjänst", ["N21006"]), ("betyg åk 9", ["N15574"]),
        ("N15008", ["N15008"]), ("sjukfrånvaro", ["N00090"]), ("behöriga lärare", ["N15813"]),
        ("kostnad förskola", ["N11008", "N11006"]),
        ("nettokostnad äldreomsorg", ["N20014"]), ("meritvärde", ["N15507", "N15504"]), ("räddningstjänst kostnad", ["N07009"]),
        ("kostnd grundskla", ["N15060"]), ("utbetalt ekonomiskt bistand", ["N31888"]), ("qwertyxyz", []),
    ])
    func `a search finds what is meant among the first`(words: String, wanted: [String]) throws {
        let hits = try RealCatalogue.search.get().find(words, limit: 10).hits.map(\.address)
        #expect(Set(wanted).isSubset(of: hits), "\(words): \(hits)")
        #expect(!wanted.isEmpty || hits.isEmpty)
    }

    @Test func `breaks are told of some hundreds, each with its sentence`() {
        let broken = catalogue.figures.filter { !$0.breaks.isEmpty }
        print("med brott i beskrivningen: \(broken.count) av \(catalogue.figures.count)")
        #expect((200...600).contains(broken.count))
        #expect(broken.allSatisfy { $0.breaks.allSatisfy { $0.words.utf8.count > 10 } })
    }
}
