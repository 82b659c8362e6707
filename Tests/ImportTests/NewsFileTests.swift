import Cooperation
import Import
import Testing

@Suite("News and terms in files") struct NewsFileTests {
    private func news(_ lines: String...) -> SourceFile {
        SourceFile("prov.txt", "nyhet: ny\n  rubrik: R\n  ingress: I\n" + lines.map { "  \($0)\n" }.joined())
    }

    private func told(_ file: SourceFile) -> [String] { faults(file, Specimen.surroundings) }

    @Test(
        "what a piece of news is about is a kind and a name",
        arguments: [
            ("kommun ekby", "members/ekby"), ("program 2019", "programme/2019"), ("organ radet", "organisation/radet"),
            ("nätverk radet", "organisation/radet"), ("dokument avtal", "documents/avtal"),
            ("konferensserie moten", "conferences/moten"), ("satsning bron", "priorities/bron"),
        ]
    )
    func about(_ written: String, _ subject: String) throws {
        let file = news("visas från: 2021-05-03", "handlar om: \(written)")
        let item = try Played(read([file, Specimen.surroundings])).timeline.live.news.inOrder.first
        #expect(item?.facts.about?.text == subject)
        #expect(item?.facts.from == Day("2021-05-03") && item?.written == Period("2021-05-03"))
    }

    @Test(
        "and nothing else",
        arguments: [
            (
                "dokumment avtal",
                "”dokumment avtal” säger inte vad nyheten handlar om. Skriv ett av orden kommun, program, organ, nätverk, dokument, konferensserie, konferens, yttrande, satsning, verksamhetsplan och namnet i adresser, som ”dokument samarbetsavtal”. Menade du ”dokument”?"
            ),
            ("dokument avtalet", "Dokumentet ”avtalet” finns inte. Menade du ”avtal”?"),
            ("konferens moten/2019", "Konferensen ”moten/2019” finns inte."),
            ("konferens moten", "”moten” ska vara två namn med snedstreck emellan. Skriv till exempel ”radslag/2019”."),
            ("yttrande brev", "Yttrandet ”brev” finns inte."), ("verksamhetsplan 2021", "Verksamhetsplanen ”2021” finns inte."),
        ]
    )
    func noSubject(_ written: String, _ message: String) {
        #expect(told(news("visas från: 2021-05-03", "handlar om: \(written)")) == ["prov.txt, rad 5: \(message)"])
    }

    @Test("the first day is a day", arguments: ["2021-05", "2021", "2021-02-29", "i morgon"])
    func day(_ written: String) {
        #expect(
            told(news("visas från: \(written)"))
                == ["prov.txt, rad 4: ”\(written)” är inte en dag som finns. Skriv som 2027-02-28."]
        )
    }

    private func terms(_ lines: String...) -> SourceFile {
        SourceFile(
            "prov.txt",
            "samverkan: vi\n  namn: N\n  kallas: K\n  kortnamn: S\n  från: 2010\n  antar program: ks\n  platser per kommun: 1\n"
                + lines.map { "  \($0)\n" }.joined()
        )
    }

    private func settings(_ lines: String...) throws -> Settings? {
        let file = SourceFile(
            "prov.txt",
            String(decoding: terms().bytes, as: UTF8.self) + lines.map { "  \($0)\n" }.joined()
        )
        return try Played(read([file, Specimen.surroundings])).timeline.live.settings
    }

    @Test("levels and how costs are shared")
    func agreed() throws {
        #expect(try settings()?.levels == nil && settings()?.costKey == nil)
        #expect(try settings("nivå: Område", "nivå: Mål")?.levels == ["Område", "Mål"])
        #expect(try settings("kostnader fördelas: lika")?.costKey == .equal)
        #expect(try settings("kostnader fördelas: efter folkmängd")?.costKey == .population)
        let (ekby, granby) = (try #require(Municipality.ID("ekby")), try #require(Municipality.ID("granby")))
        #expect(
            try settings("kostnader fördelas: fasta andelar", "  andel: ekby 62,5", "  andel: granby 37,5")?.costKey
                == .fixed([.init(ekby, thousandths: 625), .init(granby, thousandths: 375)])
        )
        #expect(
            try settings("kostnader fördelas: fasta andelar", "  andel: ekby 100")?.costKey
                == .fixed([.init(ekby, thousandths: 1000)])
        )
    }

    @Test(
        "shares that can't be read",
        arguments: [
            "ekby", "62,5", "ekby 62.5", "ekby 62,50", "ekby 0", "ekby 100,1", "ekby -5", "ekby 5 %", "ekby 1000", "ekby ,5",
        ]
    )
    func noShare(_ written: String) {
        #expect(
            told(terms("kostnader fördelas: fasta andelar", "  andel: \(written)")) == [
                "prov.txt, rad 9: ”\(written)” är inte en andel. Skriv kommunens namn i adresser och procent med högst en decimal, som ”haninge 12,5”."
            ]
        )
    }

    @Test("and other faults in how costs are shared")
    func noCostKey() {
        #expect(
            told(terms("kostnader fördelas: like")) == [
                "prov.txt, rad 8: ”like” är inte ett sätt att fördela kostnader. Skriv ”lika”, ”efter folkmängd”, ”fasta andelar”. Menade du ”lika”?"
            ]
        )
        #expect(
            told(terms("kostnader fördelas: lika", "  andel: ekby 100")) == [
                "prov.txt, rad 9: Andelar kan bara stå under ”kostnader fördelas: fasta andelar”. Ta bort raden eller ändra den ovanför."
            ]
        )
        #expect(
            told(terms("kostnader fördelas: fasta andelar", "  andel: ekbi 100"))
                == ["prov.txt, rad 9: Kommunen ”ekbi” finns inte. Menade du ”ekby”?"]
        )
        #expect(
            told(terms("kostnader fördelas: fasta andelar", "  andell: 1"))
                == ["prov.txt, rad 9: Nyckeln ”andell” är okänd under ”kostnader fördelas: fasta andelar”. Menade du ”andel”?"]
        )
    }
}
