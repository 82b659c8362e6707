import Testing

@testable import Search

@Suite("Sammansatta ord")
struct CompoundTests {
    private static let known = """
        kommun styrelse ordförande konferens Södertörn spår dubbel trafik plats lag slag land utveckling program tåg station väg nät verk \
        mål stad byggnad samarbete arbete och för dag håll bar sam tal råd en sjö miljö äldre omsorg
        """

    @Test(
        "Ett ord delas där kända ord möts",
        arguments: [
            ("kommunstyrelse", "kommun|styrelse"),
            ("kommunstyrelsens", "kommun|styrelsens"),
            ("kommunstyrelseordförande", "kommun|styrelse|ordförande"),
            ("Södertörnskonferensen", "södertörn|konferensen"),
            ("sodertornskonferensen", "sodertorn|konferensen"),
            ("dubbelspår", "dubbel|spår"),
            ("dubbelspåret", "dubbel|spåret"),
            ("trafikplats", "trafik|plats"),
            ("trafikslag", "trafik|slag"),
            ("utvecklingsprogrammet", "utveckling|programmet"),
            ("tågstation", "tåg|station"),
            ("stadsbyggnad", "stad|byggnad"),
            ("sjömiljö", "sjö|miljö"),
            ("samtal", "sam|tal"),
            // Three parts.
            ("vägnätverk", "väg|nät|verk"),
            ("sjövägplats", "sjö|väg|plats"),
            ("landsvägsprogram", "land|väg|program"),
            // No compounds of known words.
            ("kommun", ""),
            ("kommunen", ""),
            ("kommunernas", ""),
            ("avtal", ""),
            ("förstyrelse", ""),
            ("dagens", ""),
            ("okändord", ""),
            ("kommunx", ""),
            ("xkommun", ""),
            ("trafiksstyrelse", "trafik|styrelse"),
            ("trafikssstyrelse", ""),
            ("20222033", ""),
            ("", ""),
        ]
    )
    func parts(word: String, expected: String) {
        let letters = letters(word)
        let plain = letters.map(Letters.plain)
        let parts = vocabulary(Self.known).compounds.parts(of: plain.span)
        #expect(parts.map { Letters.text(letters[$0]) }.joined(separator: "|") == expected)
    }

    @Test("Delarna delas i sin tur")
    func nested() {
        let compounds = vocabulary(Self.known + " kommunstyrelse").compounds
        let word = letters("kommunstyrelsekonferens")
        let plain = word.map(Letters.plain)
        let all = compounds.allParts(of: plain.span).map { Letters.text(word[$0]) }
        #expect(Set(all).isSuperset(of: ["kommun", "styrelse", "konferens"]))
    }

    @Test("Delarna följer på varandra, med eller utan s emellan", arguments: Effort.seeds)
    func partsFillTheWord(seed: UInt64) {
        var dice = Dice(seed: seed)
        let compounds = vocabulary(Self.known).compounds
        let known = allLetters(Self.known)
        for _ in 0..<500 {
            var word: [UInt8] = []
            for _ in 0..<Int.random(in: 1...4, using: &dice) {
                word += known.randomElement(using: &dice) ?? []
                if Bool.random(using: &dice) { word += Array("s".utf8) }
            }
            let plain = word.map(Letters.plain)
            let parts = compounds.parts(of: plain.span)
            guard let first = parts.first, let last = parts.last else { continue }
            #expect(first.lowerBound == 0 && last.upperBound == word.count && (2...3).contains(parts.count))
            for (one, next) in zip(parts, parts.dropFirst()) {
                let between = word[one.upperBound..<next.lowerBound]
                #expect(between.isEmpty || Array(between) == Array("s".utf8))
            }
        }
    }

    @Test(
        "Sammansättningar hittas genom sina delar",
        arguments: [
            ("konferens", "Södertörnskonferensen", "Södertörn är här. En konferens är där."),
            ("infrastruktur", "Infrastrukturplan", ""),
            ("spår", "Dubbelspår", ""),
            ("kommunstyrelse", "Kommunstyrelsens beslut", ""),
            ("kommunstyrelsens", "Kommunstyrelse", ""),
            ("styrelsen", "Kommunstyrelserna", "en kommun och en styrelse"),
            ("konferens", "Södertörnskonferensen", ""),
            ("väg", "Landsvägsplan", "land väg plan"),
        ]
    )
    func found(query: String, title: String, others: String) {
        let index = pages([("Annat", others), (title, "")])
        #expect(index.titles(query).contains(title))
    }
}
