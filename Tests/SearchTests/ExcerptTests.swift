import Testing

@testable import Search

@Suite("Utdrag")
struct ExcerptTests {
    private func excerpt(_ texts: [String], _ query: String) -> String {
        let index = SearchIndex([SearchPage(address: "/", title: "Sidan", kind: "sida", texts: texts)])
        return index.find(query).hits.first?.excerpt.written ?? "–"
    }

    private let long = """
        Kommunerna på Södertörn har arbetat tillsammans länge. De träffas flera gånger om året och talar om det som rör dem alla. \
        Ett ämne som ofta kommer upp är trafiken. En ny spårväg mellan stationerna skulle korta resorna för många. \
        Frågan om vem som betalar är inte avgjord. Den tas upp igen när utredningen är färdig och kommunerna har sagt sitt.
        """

    @Test("Det som svarar på frågan är märkt")
    func marked() {
        #expect(excerpt(["En plan för vatten."], "plan") == "En [plan] för vatten.")
        #expect(excerpt(["En plan för vatten."], "vatten plan") == "En [plan] för [vatten].")
        #expect(excerpt(["Planen, planerna och översiktsplanen."], "plan") == "[Planen], [planerna] och [översiktsplanen].")
        #expect(excerpt(["Södertörns"], "sodertorn") == "[Södertörns]")
        #expect(excerpt(["o\u{308}ar"], "öar") == "[o\u{308}ar]")
    }

    @Test("En beteckning märks i ett stycke")
    func reference() {
        #expect(excerpt(["Ärende KSM2021-1346 om vatten"], "KSM2021-1346") == "Ärende [KSM2021-1346] om vatten")
        #expect(excerpt(["Åren 2022–2033."], "2022-2033") == "Åren [2022–2033].")
        #expect(excerpt(["Se TRV 2013/29212."], "29212") == "Se TRV 2013/[29212].")
    }

    @Test("Ett citat märks bara där orden följer på varandra")
    func phrase() {
        #expect(
            excerpt(["Hållbar mat. En hållbar utveckling är en utveckling."], "”hållbar utveckling”")
                == "Hållbar mat. En [hållbar] [utveckling] är en utveckling."
        )
    }

    @Test("Utdraget börjar med meningen och slutar med ett ord")
    func passage() {
        #expect(
            excerpt([long], "spårväg")
                == "… Ett ämne som ofta kommer upp är trafiken. En ny [spårväg] mellan stationerna skulle korta resorna för många. Frågan om vem som betalar är inte avgjord. Den tas …"
        )
        #expect(excerpt([long], "kommunerna").hasPrefix("[Kommunerna] på Södertörn"))
        #expect(excerpt([long], "utredningen färdig").hasSuffix("när [utredningen] är [färdig] och kommunerna har sagt sitt."))
    }

    @Test("Det stycke väljs som svarar på flest av orden")
    func best() {
        let texts = ["Om vatten och vatten och vatten.", "Inget.", "Om vatten och avlopp.", "Om avlopp."]
        #expect(excerpt(texts, "vatten avlopp") == "Om [vatten] och [avlopp].")
        #expect(excerpt(["Planerna finns.", "Plan finns."], "plan") == "[Plan] finns.")
    }

    @Test("Utan träff i texten visas dess början, utan text ingenting")
    func elsewhere() {
        #expect(excerpt(["", "  En början.", "Mer."], "sidan") == "En början.")
        #expect(excerpt([], "sidan") == "")
        #expect(excerpt(["  \n "], "sidan") == "")
    }

    @Test("Utdraget är en del av en text, högst så långt som sagt, och titeln är hel", arguments: Effort.seeds)
    func anyExcerpt(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<25 {
            let pages = (0..<4).map { number in
                SearchPage(
                    address: "/\(number)",
                    title: anything(&dice),
                    kind: "sida",
                    texts: (0..<3).map { _ in (0..<4).map { _ in anything(&dice) + " kommunplan " }.joined() }
                )
            }
            let result = SearchIndex(pages).find(["kommun", anything(&dice), "a ö 9"].randomElement(using: &dice) ?? "")
            for hit in result.hits {
                #expect(Array(hit.markedTitle.plain.utf8) == Array(hit.title.utf8))
                var pieces = hit.excerpt
                if pieces.first == SearchPiece("… ", isMatch: false) { pieces.removeFirst() }
                if pieces.last == SearchPiece(" …", isMatch: false) { pieces.removeLast() }
                let shown = Array(pieces.plain.utf8)
                #expect(pieces.plain.unicodeScalars.count <= Excerpt.longest)
                #expect(pages[hit.page].texts.contains { contains(Array($0.utf8), shown) })
            }
        }
    }

    private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        part.isEmpty || text.indices.contains { text[$0...].starts(with: part) }
    }
}
