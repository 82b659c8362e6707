import Testing

@testable import Search

@Suite("Ordstammar")
struct StemmerTests {
    @Test(
        "Stammen är den som Snowballs regler ger",
        arguments: [
            // The first step: endings of nouns.
            ("kommun", "kommun"), ("kommunen", "kommun"), ("kommuner", "kommun"), ("kommunerna", "kommun"),
            ("kommunernas", "kommun"),
            ("kommuns", "kommun"), ("kommunens", "kommun"), ("skola", "skol"), ("skolan", "skolan"), ("skolor", "skol"),
            ("skolorna", "skol"), ("skolornas", "skol"), ("vägar", "väg"), ("vägarna", "väg"), ("vägarnas", "väg"),
            ("bilarne", "bil"),
            ("stadens", "stad"), ("stad", "stad"), ("planer", "plan"), ("planerna", "plan"), ("planen", "plan"),
            ("lärare", "lär"),
            ("läraren", "lär"), ("lärarens", "lär"), ("modern", "mod"), ("systern", "syst"), ("systerns", "syst"),
            // The first step: -het.
            ("möjlighet", "möj"), ("möjligheten", "möj"), ("möjligheter", "möj"), ("möjligheterna", "möj"),
            ("möjlighetens", "möj"),
            ("frihet", "frihet"), ("enhet", "enhet"), ("enheten", "enhet"), ("enheterna", "enhet"), ("säkerhet", "säker"),
            // The first step: verbs and adjectives.
            ("samverkar", "samverk"), ("samverkade", "samverk"), ("samverkan", "samverkan"), ("samverkas", "samverk"),
            ("byggas", "bygg"), ("byggande", "bygg"), ("byggandet", "bygg"), ("byggandes", "bygg"), ("byggt", "bygg"),
            ("större", "störr"),
            ("starkare", "stark"), ("starkast", "stark"), ("starkaste", "stark"), ("starka", "stark"), ("beslutade", "beslut"),
            ("beslutad", "beslut"), ("beslutat", "beslut"), ("planerades", "planer"), ("utvecklande", "utveckl"),
            ("utvecklar", "utveckl"), ("utveckling", "utveckling"), ("utvecklingens", "utveckling"),
            // The first step: s stays after a letter that takes none.
            ("hus", "hus"), ("bussa", "buss"), ("buss", "buss"), ("kris", "kris"), ("bostads", "bostad"), ("program", "program"),
            ("programs", "program"),
            // The first step: -et, but not where it belongs to the word.
            ("huset", "hus"), ("husets", "hus"), ("länet", "län"), ("länets", "län"), ("målet", "mål"), ("spåret", "spår"),
            ("beslutet", "beslut"), ("landet", "landet"), ("projektet", "projektet"), ("nätverket", "nätverket"),
            ("arbetet", "arbet"),
            ("raket", "raket"), ("paket", "paket"), ("alfabet", "alfabet"), ("universitet", "universitet"),
            ("identitet", "identitet"),
            ("kvalitet", "kvalitet"), ("kapacitet", "kapacitet"), ("trygghet", "trygg"),
            // The second step: the last of a pair.
            ("friskt", "frisk"), ("sänkt", "sänk"), ("utbyggd", "utbygg"), ("betydd", "betyd"), ("projekt", "projek"),
            ("projekten", "projek"), ("kabinett", "kabinet"), ("tillsatt", "tillsat"), ("inhemskt", "inhemsk"),
            ("antagt", "antag"),
            // … but not where the region cuts the pair.
            ("nytt", "nytt"), ("lagt", "lagt"), ("skydd", "skydd"), ("skyddad", "skydd"), ("mann", "mann"), ("brett", "brett"),
            // The third step.
            ("offentlig", "offent"), ("offentligt", "offent"), ("offentliga", "offent"), ("viktig", "vikt"), ("viktiga", "vikt"),
            ("styrelse", "styr"), ("styrelsens", "styr"), ("förbindelse", "förbind"), ("förbindelser", "förbind"),
            ("arbetslöst", "arbetslös"), ("tröst", "tröst"), ("framgångsfullt", "framgångsfull"), ("kraftfullt", "kraftfull"),
            ("sydöst", "sydöst"), ("nervöst", "nervös"), ("generöst", "generös"),
            // Too short, or without a region to end in.
            ("", ""), ("i", "i"), ("ås", "ås"), ("års", "års"), ("sjö", "sjö"), ("träs", "träs"), ("skri", "skri"),
            ("brr", "brr"),
            ("oas", "oas"), ("åa", "åa"),
        ]
    )
    func stem(word: String, expected: String) {
        let word = letters(word)
        #expect(Letters.text(word.prefix(Stemmer.length(of: word.span))) == expected)
    }

    @Test("Stammen är en början på ordet och har minst tre bokstäver kvar", arguments: Effort.seeds)
    func stemIsBeginning(seed: UInt64) {
        var dice = Dice(seed: seed)
        let syllables = [
            "het", "er", "na", "s", "löst", "fullt", "ig", "els", "et", "ö", "k", "tt", "å", "bad", "ar", "lig", "an",
        ]
        for _ in 0..<3000 {
            let word = letters(
                (0..<Int.random(in: 1...7, using: &dice)).map { _ in syllables.randomElement(using: &dice) ?? "" }.joined()
            )
            let length = Stemmer.length(of: word.span)
            #expect(length <= word.count && length >= min(word.count, 3))
        }
    }

    @Test(
        "Former av samma ord hör ihop",
        arguments: [
            ("kommun", "kommunernas"), ("konferens", "konferensen"), ("konferens", "konferenserna"), ("program", "programmet"),
            ("program", "programmen"), ("program", "programmets"), ("projekt", "projektet"), ("projekten", "projektets"),
            ("nätverk", "nätverket"), ("land", "landet"), ("rum", "rummen"), ("kommunstyrelse", "kommunstyrelsens"),
            ("förbindelse", "förbindelser"), ("möjlighet", "möjligheterna"), ("skola", "skolor"), ("spår", "spåret"),
            ("län", "länets"),
            ("Haninge", "Haninges"), ("uppdrag", "uppdragen"), ("värde", "värdet"), ("sund", "sundet"), ("nämnd", "nämndens"),
        ]
    )
    func related(one: String, other: String) {
        #expect(!keys(one).isDisjoint(with: keys(other)))
    }

    @Test(
        "Andra ord hör inte ihop",
        arguments: [
            ("kommun", "kommunikation"), ("plan", "planta"), ("råd", "rådslag"), ("buss", "busch"), ("2022", "2023"),
            ("mål", "målning"),
            ("universitet", "univers"), ("hus", "husby"),
        ]
    )
    func unrelated(one: String, other: String) {
        #expect(keys(one).isDisjoint(with: keys(other)))
    }

    private func keys(_ word: String) -> Set<String> {
        let word = letters(word)
        return Set(Inflections(of: word.span).distinct.map { Letters.text(word.prefix($0)) })
    }
}
