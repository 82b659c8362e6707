import Cooperation
import Import
import Testing

@Suite("Faults in what the files say") struct FaultTests {
    static let frame = "yttre ram: plan\n  titel: Planen\n  ägare: Regionen\n  antagen: 2018\n  mål: 1\n    text: Ett\n"
    static let member = "kommun: a\n  namn: A\n  officiellt namn: A kommun\n  kod: 0001\n  medlem från: 2010\n"

    /// An edition with those lines under it; the first of them is on line 5.
    static func edition(_ lines: String) -> String {
        "program: 2019\n  titel: P\n  gäller: 2019\n  i kraft: 2019\n" + lines
    }

    static let tree = edition("  nivå: Område\n  nivå: Mål\n  träd:\n")

    @Test(
        "are told with the line and what to do",
        arguments: [
            (
                "programm: 2019\n",
                [
                    "1: ”programm” kan inte stå först på en rad utan indrag. Där kan stå ”samverkan”, ”kommun”, ”yttre ram”, ”program”, ”organ”, ”nätverk”, ”annan samverkan”, ”dokument”, ”konferensserie”, ”konferens”, ”yttrande”, ”satsning”, ”prioriteringslista”, ”verksamhetsplan”, ”nyhet”. Menade du ”program”?"
                ]
            ),
            (edition("  titlel: x\n"), ["5: Nyckeln ”titlel” är okänd under ”program: 2019”. Menade du ”titel”?"]),
            (edition("  anmarkning: x\n"), ["5: Nyckeln ”anmarkning” är okänd under ”program: 2019”. Menade du ”anmärkning”?"]),
            (edition("  xyzzy: x\n"), ["5: Nyckeln ”xyzzy” är okänd under ”program: 2019”."]),
            (edition("  titel: Q\n"), ["5: ”titel” står redan på rad 2. Behåll en av raderna."]),
            (edition("  syfte:\n"), ["5: ”syfte” har inget värde. Skriv det efter kolonet, eller ta bort raden."]),
            (
                edition("  syfte: x\n    källa: y\n"),
                ["6: Under ”syfte” kan inget mer stå. Ta bort ”källa” eller ändra indraget."]
            ),
            (edition("  horisont: snart\n"), ["5: ”snart” är inte ett heltal mellan 1900 och 9999."]),
            (edition("  ersätter: 2013\n"), ["5: Programmet ”2013” finns inte. De som finns är 2019."]),
            (
                edition("  ersätter: 2020\n") + "program: 2021\n  titel: P\n  gäller: 2021\n  i kraft: 2021\n",
                ["5: Programmet ”2020” finns inte. De som finns är 2019, 2021."]
            ),
            (edition("  utgår från: plann\n") + frame, ["5: Den yttre ramen ”plann” finns inte. Menade du ”plan”?"]),
            (
                "program: 2019\n  gäller: 2019\n  i kraft: 2019\n",
                ["1: ”titel” saknas under ”program: 2019”. Lägg till raden ”titel: …”."]
            ),
            (
                "program: 2019\n  titel: P\n  gäller: 2019 - 2022\n  i kraft: 2019\n",
                ["3: ”2019 - 2022” är inte en tid. Skriv ”2019 till 2022”, eller bara ”2019” när slutet inte är bestämt."]
            ),
            (
                "program: 2019\n  titel: P\n  gäller: 2022 till 2019\n  i kraft: 2019\n",
                ["3: Programmet kan inte sluta gälla innan det börjar. Kontrollera åren."]
            ),
            (
                "program: 2019\n  titel: P\n  gäller: 2019\n    härlett: ja\n  i kraft: 2019\n",
                ["3: Inget slut anges, så det kan inte vara härlett. Ta bort ”härlett: ja”."]
            ),
            (
                "program: 2019\n  titel: P\n  gäller: 2019 till 2022\n    härlett: kanske\n  i kraft: 2019\n",
                ["4: ”kanske” är inte ja eller nej. Skriv ”härlett: ja” eller ”härlett: nej”."]
            ),
            (
                "program: 2019\n  titel: P\n  gäller: 2019\n  i kraft: 2019-02-29\n",
                ["4: ”2019-02-29” är inte en dag, en månad eller ett år som finns. Skriv som 2027-02-28, 2027-02 eller 2027."]
            ),
            (
                member.replacing("kommun: a", with: "kommun: Upplands Väsby"),
                [
                    "1: ”Upplands Väsby” kan inte stå i en adress. Använd bara a–z, 0–9 och bindestreck, högst 64 tecken. Skriv till exempel ”upplands-vasby”."
                ]
            ),
            (member.replacing("0001", with: "136"), ["4: ”136” är inte 4 siffror. Skriv som 0136, med inledande nolla."]),
            (
                member + "  landareal: 457.85\n",
                ["6: ”457.85” är inte en areal. Skriv kvadratkilometer med decimalkomma och högst två decimaler, som 457,85."]
            ),
            (member + "  medlem från: 2012\n", ["6: Kommunen är redan medlem. Skriv ”medlem till” först."]),
            (member + "  medlem till: 2009\n", ["6: Raderna om medlemskap ska stå i tidsordning. 2009 är före 2010."]),
            (
                member + "  deltar i projekt till: 2012\n",
                ["6: Kommunen deltar inte i projekt då. Skriv ”deltar i projekt från” på en rad före."]
            ),
            (
                member + "  uppgifter från: 2011\n",
                ["5: Kommunen kan inte delta före 2011, då uppgifterna om den börjar gälla. Ändra den ena dagen."]
            ),
            (member + member, ["6: ”a” finns redan, i prov.txt, rad 1. Ge den ena ett annat namn."]),
            (
                "program: 2019\n  titel: P\n  gäller: 2019\n",
                [
                    "1: Det framgår inte från när programmet är känt. "
                        + "Lägg till ”i kraft: …”, ”antagande: …” eller ”uppgifter från: …”."
                ]
            ),
            (
                "kommun: a\n  namn: A\n  officiellt namn: A kommun\n  kod: 0001\n",
                [
                    "1: Det framgår inte från när kommunen finns med. Lägg till ”medlem från: …”, ”deltar i projekt från: …” eller ”uppgifter från: …”."
                ]
            ),
            (tree + "    Omrade: x\n      rubrik: X\n", ["8: Nyckeln ”Omrade” är okänd under ”träd”. Menade du ”Område”?"]),
            (
                tree + "    Mål: x\n      text: X\n      Område: y\n        rubrik: Y\n",
                ["10: ”Område” kan inte stå under ”Mål”. Nivåerna är uppifrån: Område, Mål."]
            ),
            (tree + "    Mål: x\n      bakgrund: X\n", ["8: ”Mål: x” har varken rubrik eller text. Skriv minst en av dem."]),
            (
                tree + "    Mål: x\n      text: X\n    Mål: x\n      text: Y\n",
                ["10: Namnet ”x” används redan på rad 8. Ge den ena ett annat namn."]
            ),
            (
                tree + "    Mål: x\n      text: X\n      tillkom: 2018\n",
                ["10: Programmet trädde i kraft 2019, alltså senare. Det som fanns från början ska inte ha ”tillkom”."]
            ),
            (
                tree + "    Mål: x\n      text: X\n      bidrar till: plan\n" + frame,
                ["10: ”plan” är inte ett mål i en yttre ram. Skriv ramens namn, snedstreck och målets nummer, som ”rufs-2050/1”."]
            ),
            (
                tree + "    Mål: x\n      text: X\n      bidrar till: plan/2\n" + frame,
                ["10: ”plan” har inget mål ”2”. Målen är 1."]
            ),
            (
                edition("  träd:\n    Mål: x\n      text: X\n"),
                ["5: Trädets nivåer saknas. Lägg till rader som ”nivå: Mål” före ”träd:”, med den översta nivån först."]
            ),
            (edition("  nivå: text\n"), ["5: Nivån kan inte heta ”text”, eftersom det betyder något annat i trädet."]),
            (frame + "  mål: 1\n    text: Igen\n", ["7: Målet ”1” finns redan i planen. Ge det ena ett annat nummer."]),
        ] as [(String, [String])]
    )
    func told(_ text: String, _ expected: [String]) {
        #expect(faults(SourceFile("prov.txt", text)) == expected.map { "prov.txt, rad " + $0 })
    }

    @Test(
        "in the table of population",
        arguments: [
            ("kommun,datum,antal,uppgift\na,2020-12-31,5,publicerad\n", []),
            ("kommun;datum;antal;uppgift\nalla;2020-12-31;112 848;härledd\n", []),
            (
                "kommun,datum,antall,uppgift\n",
                [
                    "1: Kolumnen ”antall” är okänd. Menade du ”antal”?",
                    "1: Kolumnen ”antal” saknas. En tabell över folkmängd har kolumnerna kommun, datum, antal, uppgift, anmärkning, källa.",
                ]
            ),
            ("kommun,datum,antal,uppgift\nb,2020-12-31,5,publicerad\n", ["2: Kommunen ”b” finns inte. Menade du ”a”?"]),
            (
                "kommun,datum,antal,uppgift\na,2020,5,publicerad\n",
                ["2: ”2020” är inte ett datum som finns. Skriv som 2024-12-31."]
            ),
            (
                "kommun,datum,antal,uppgift\na,2020-12-31,-5,publicerad\n",
                ["2: ”-5” är inte ett antal invånare. Skriv ett heltal, som 100895."]
            ),
            (
                "kommun,datum,antal,uppgift\na,2020-12-31,5,gissad\n",
                ["2: ”gissad” är inte ett slags uppgift. Skriv ”publicerad” eller ”härledd”."]
            ),
            (
                "kommun,datum,antal,uppgift\na,2020-12-31,5,härledd\na,2020-12-31,6,härledd\n",
                ["3: Folkmängden för ”a” 2020-12-31 står redan på rad 2. Behåll en av raderna."]
            ),
        ] as [(String, [String])]
    )
    func population(_ table: String, _ expected: [String]) {
        let found = faults(SourceFile("befolkning.csv", table), SourceFile("kommuner.txt", Self.member))
        #expect(found == expected.map { "befolkning.csv, rad " + $0 })
    }

    @Test("in several files come together, in the order of the files and lines")
    func together() {
        let found = faults(
            SourceFile("b.txt", Self.edition("  titlel: x\n  horisont: x\n")),
            SourceFile("a.txt", "fel\n"),
            SourceFile("bild.png", "x")
        )
        #expect(
            found == [
                "b.txt, rad 5: Nyckeln ”titlel” är okänd under ”program: 2019”. Menade du ”titel”?",
                "b.txt, rad 6: ”x” är inte ett heltal mellan 1900 och 9999.",
                "a.txt, rad 1: Raden saknar kolon. Skriv ”nyckel: värde”. Löpande text inleds med |.",
                "bild.png, rad 1: Filen känns inte igen. Namnet ska sluta på .txt eller .csv.",
            ]
        )
    }

    @Test("are not found in what the cooperation already knows")
    func known() throws {
        let frame = try read([SourceFile("ram.txt", Self.frame)])
        let known = try Played(frame).timeline.live
        let edition = Self.tree + "    Mål: x\n      text: X\n      bidrar till: plan/1\n"
        #expect(try read([SourceFile("prov.txt", edition)], into: known).count == 3)
        #expect(faults(SourceFile("prov.txt", edition)) == ["prov.txt, rad 10: Den yttre ramen ”plan” finns inte."])
    }
}
