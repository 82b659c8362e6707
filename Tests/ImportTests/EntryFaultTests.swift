import Cooperation
import Import
import Testing

/// What the reading says of a file beside what it speaks of, without the file's name.
private func told(_ text: String) -> [String] {
    faults(SourceFile("prov.txt", text), Specimen.surroundings).map { fault in
        fault.hasPrefix("prov.txt, rad ") ? String(fault.dropFirst("prov.txt, rad ".utf8.count)) : fault
    }
}

@Suite("Every key of bodies, documents, conferences, advocacy and plans") struct EntryKeyTests {
    @Test("can be read, and what it says comes into the state", arguments: Specimen.all)
    func read(_ specimen: Specimen) throws {
        let written = WrittenLines(specimen.text)
        #expect(written.text == specimen.text)
        #expect(told(specimen.text) == [])
        func state(_ text: String) throws -> [UInt8] {
            let planned = try Import.read([SourceFile("prov.txt", text), Specimen.surroundings])
            let live = try Played(planned).timeline.live
            return try live.canonicalForm() + planned.flatMap { Array($0.period.iso.utf8) }
        }
        let whole = try state(specimen.text)
        for index in written.lines.indices.dropFirst() {
            let rest = written.without(index).text
            guard told(rest).isEmpty else { continue }
            #expect(try state(rest) != whole, "\(written.name(of: index)) says nothing")
        }
    }

    /// The rows of the guide's tables for a kind: the keys with a page of their own under it are left out.
    private static func guide(_ kind: String) throws -> [(key: String, mark: String)] {
        let text = String(decoding: try Place.file("README.md", in: Place.package + "/Examples").bytes, as: UTF8.self)
        let sections = text.split(separator: "\n## ")
        let section = try #require(sections.first { $0.prefix { $0 != "\n" }.contains("`\(kind):`") })
        let rows = section.split(separator: "\n").filter { $0.hasPrefix("| `") || $0.hasPrefix("| Nyckel under") }
        return rows.prefix { $0.hasPrefix("| `") }.flatMap { row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false)
            let mark = cells[2].filter { $0 != " " }
            return cells[1].split(separator: ",").map { ($0.filter { $0 != "`" }.trimmingSpaces, mark) }
        }
    }

    @Test("stands in the guide, with whether it must stand there and may stand again", arguments: Specimen.all)
    func guide(_ specimen: Specimen) throws {
        let rows = try Self.guide(specimen.kind)
        let written = WrittenLines(specimen.text)
        let first = written.lines.indices.filter { written.lines[$0].depth == 1 }
        // A network is written like a body, with fewer keys; its specimen is of those that matter.
        if specimen.kind != "nätverk" { #expect(Set(rows.map(\.key)) == Set(first.map { written.lines[$0].key })) }
        for index in first {
            let key = written.lines[index].key
            let mark = try #require(rows.first { $0.key == key }?.mark)
            let without = told(written.without(index).text)
            let isRequired = without.contains("1: ”\(key)” saknas under ”\(written.name(of: 0))”. Lägg till raden ”\(key): …”.")
            #expect(isRequired == (mark == "måste") || isTwice(index, written), "\(key)")
            let again = "\(written.block(index).upperBound + 1): ”\(key)” står redan på rad \(index + 1). Behåll en av raderna."
            #expect(told(written.doubling(index).text).contains(again) == (mark != "flera"), "\(key)")
        }
    }

    private func isTwice(_ index: Int, _ written: WrittenLines) -> Bool {
        written.lines.count { $0.depth == 1 && $0.key == written.lines[index].key } > 1
    }

    @Test("that must stand further in is asked for where it is missing", arguments: Specimen.all)
    func required(_ specimen: Specimen) throws {
        let expected: [String: Set<String>] = [
            "ordförandeskap": ["ordförande"], "arbetar med": ["från"], "avslutat": ["skäl"], "aktivitet": ["text"],
            "rapport": ["läge"], "nytt namn": ["från"], "utfall": ["datum"],
        ]
        let written = WrittenLines(specimen.text)
        for index in written.lines.indices where written.lines[index].depth > 1 {
            let parent = try #require(written.parent(of: index))
            let (key, above) = (written.lines[index].key, written.lines[parent].key)
            // Under a plan's 'uppföljning' and 'rapport', 'utfall' is what came of it, without a time of its own.
            let isRequired = expected[above]?.contains(key) == true
            let message = "\(parent + 1): ”\(key)” saknas under ”\(written.name(of: parent))”. Lägg till raden ”\(key): …”."
            #expect(told(written.without(index).text) == (isRequired ? [message] : []), "\(above)/\(key)")
        }
    }

    @Test("is told when it is misspelt, with the one that was meant", arguments: Specimen.all)
    func misspelt(_ specimen: Specimen) throws {
        let written = WrittenLines(specimen.text)
        for index in written.lines.indices.dropFirst() {
            let key = written.lines[index].key
            let parent = try #require(written.parent(of: index))
            let wrong = key + String(key.suffix(1))
            let message = "\(index + 1): Nyckeln ”\(wrong)” är okänd under ”\(written.name(of: parent))”. Menade du ”\(key)”?"
            let found = told(written.changing(index, key: wrong).text)
            #expect(found.contains(message), "\(found)")
            // Beside that, at most what is missing without it.
            #expect(found.count { !$0.contains("saknas under") && !$0.contains("Planen anger inget program") } == 1, "\(found)")
        }
    }

    @Test("is told when nothing stands after it, once", arguments: Specimen.all)
    func empty(_ specimen: Specimen) {
        let written = WrittenLines(specimen.text)
        for index in written.lines.indices {
            let key = written.lines[index].key
            let found = told(written.changing(index, value: "").text)
            #expect(found == ["\(index + 1): ”\(key)” har inget värde. Skriv det efter kolonet, eller ta bort raden."], "\(key)")
        }
    }

    @Test("is told when something stands under it that can't", arguments: Specimen.all)
    func under(_ specimen: Specimen) {
        let written = WrittenLines(specimen.text)
        for index in written.lines.indices {
            let found = told(written.adding(under: index, "xyzzy", "1").text)
            let line = "\(index + 2): "
            let messages = [
                line + "Under ”\(written.lines[index].key)” kan inget mer stå. Ta bort ”xyzzy” eller ändra indraget.",
                line + "Nyckeln ”xyzzy” är okänd under ”\(written.name(of: index))”.",
                // Where the value is a sentence, the key is name enough.
                line + "Nyckeln ”xyzzy” är okänd under ”\(written.lines[index].key)”.",
            ]
            #expect(found.count == 1 && found.allSatisfy(messages.contains), "\(found)")
        }
    }

    @Test("is told when its time doesn't exist, and only then", arguments: Specimen.all)
    func times(_ specimen: Specimen) {
        let written = WrittenLines(specimen.text)
        for index in written.lines.indices.dropFirst() {
            let key = written.lines[index].key
            let found = told(written.changing(index, value: "2019-02-29").text)
            let message =
                "\(index + 1): ”2019-02-29” är inte en dag, en månad eller ett år som finns. Skriv som 2027-02-28, 2027-02 eller 2027."
            #expect((found == [message]) == (specimen.times.contains(key) || key == "gäller"), "\(key): \(found)")
        }
    }

    @Test("and every name in addresses is told when it can't stand in one", arguments: Specimen.all)
    func names(_ specimen: Specimen) {
        let written = WrittenLines(specimen.text)
        // A conference has two names, which are tried below.
        guard specimen.kind != "konferens" else { return }
        let found = told(written.changing(0, value: "Åtta Å").text)
        #expect(
            found == [
                "1: ”Åtta Å” kan inte stå i en adress. Använd bara a–z, 0–9 och bindestreck, högst 64 tecken. Skriv till exempel ”atta-a”."
            ]
        )
    }
}

extension StringProtocol {
    /// Without spaces at the ends.
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

@Suite("Faults in bodies, documents, conferences, advocacy and plans") struct EntryFaultTests {
    static func specimen(_ kind: String, _ changes: (key: String, value: String)...) -> String {
        var written = WrittenLines(Specimen.all.first { $0.kind == kind }?.text ?? "")
        for (key, value) in changes {
            guard let index = written.lines.firstIndex(where: { $0.key == key }) else { continue }
            written = written.changing(index, value: value)
        }
        return written.text
    }

    @Test(
        "a word that isn't one of those to choose among",
        arguments: [
            (
                specimen("organ", ("slag", "komite")),
                "2: ”komite” är inte ett av orden för ”slag”. Skriv ”kommitté”, ”ledningsgrupp”, ”kansli”, ”beslutande”, ”nätverk”. Menade du ”kommitté”?"
            ),
            (
                specimen("organ", ("slag", "styrelse")),
                "2: ”styrelse” är inte ett av orden för ”slag”. Skriv ”kommitté”, ”ledningsgrupp”, ”kansli”, ”beslutande”, ”nätverk”."
            ),
            (
                specimen("konferens", ("läge", "genomford")),
                "3: ”genomford” är inte ett av orden för ”läge”. Skriv ”genomförd”, ”inställd”, ”planerad”. Menade du ”genomförd”?"
            ),
            (
                specimen("konferens", ("form", "digitalt")),
                "5: ”digitalt” är inte ett av orden för ”form”. Skriv ”fysisk”, ”digital”. Menade du ”digital”?"
            ),
            (
                specimen("verksamhetsplan", ("läge", "klart")),
                "15: ”klart” är inte ett av orden för ”läge”. Skriv ”planerad”, ”pågår”, ”klar”, ”försenad”, ”inställd”. Menade du ”klar”?"
            ),
            (
                specimen("verksamhetsplan", ("läge", "genomförd")),
                "15: ”genomförd” är inte ett av orden för ”läge”. Skriv ”planerad”, ”pågår”, ”klar”, ”försenad”, ”inställd”."
            ),
            (
                specimen("organ", ("härlett", "kanske")),
                "5: ”kanske” är inte ja eller nej. Skriv ”härlett: ja” eller ”härlett: nej”."
            ),
            (
                specimen("prioriteringslista", ("i ordning", "1")),
                "8: ”1” är inte ja eller nej. Skriv ”i ordning: ja” eller ”i ordning: nej”."
            ),
        ]
    )
    func choices(_ text: String, _ expected: String) {
        #expect(told(text) == [expected])
    }

    @Test(
        "a number that can't be",
        arguments: [
            (specimen("organ", ("möten per år", "0")), "8: ”0” är inte ett heltal mellan 1 och 100."),
            (specimen("organ", ("möten per år", "sex")), "8: ”sex” är inte ett heltal mellan 1 och 100."),
            (specimen("annan samverkan", ("antal kommuner", "1")), "3: ”1” är inte ett heltal mellan 2 och 290."),
            (specimen("annan samverkan", ("antal kommuner", "291")), "3: ”291” är inte ett heltal mellan 2 och 290."),
            (specimen("konferensserie", ("antal värdkommuner", "51")), "10: ”51” är inte ett heltal mellan 1 och 50."),
            (specimen("verksamhetsplan", ("år", "21")), "2: ”21” är inte ett heltal mellan 1900 och 9999."),
            (specimen("verksamhetsplan", ("budget", "-1")), "9: ”-1” är inte ett heltal mellan 0 och 1000000000000."),
            (
                specimen("verksamhetsplan", ("budget", "99999999999999999999")),
                "9: ”99999999999999999999” är inte ett heltal mellan 0 och 1000000000000."
            ),
        ]
    )
    func numbers(_ text: String, _ expected: String) {
        #expect(told(text) == [expected])
    }

    @Test(
        "a document's time that can't be read or can't be",
        arguments: [
            ("2019 till 2022", nil), ("2014", nil), ("från 2014-05", nil), ("tills vidare", nil), ("2019 till 2019", nil),
            ("2019 - 2022", "”2019 - 2022” är inte en tid. Skriv ”2019 till 2022”, ”2014”, ”från 2014” eller ”tills vidare”."),
            (
                "till 2019", "”till 2019” är inte en tid. Skriv ”2019 till 2022”, ”2014”, ”från 2014” eller ”tills vidare”."
            ),
            (
                "2019 till 2022 och framåt",
                "”2019 till 2022 och framåt” är inte en tid. Skriv ”2019 till 2022”, ”2014”, ”från 2014” eller ”tills vidare”."
            ),
            (
                "från maj", "”maj” är inte en dag, en månad eller ett år som finns. Skriv som 2027-02-28, 2027-02 eller 2027."
            ),
            ("2022 till 2019", "Dokumentet kan inte sluta gälla innan det börjar. Kontrollera åren."),
        ] as [(String, String?)]
    )
    func validity(_ value: String, _ expected: String?) {
        #expect(told(Self.specimen("dokument", ("gäller", value))) == [expected].compactMap { $0.map { "7: " + $0 } })
    }

    @Test(
        "two names with a slash between them",
        arguments: [
            ("arbetar med", "2019", "organ", 16, "2019/infrastruktur"),
            ("arbetar med", "2019/resor/mer", "organ", 16, "2019/infrastruktur"),
            ("konferens", "moten", "konferens", 1, "radslag/2019"),
            ("konferens", "moten/2019/april", "konferens", 1, "radslag/2019"),
        ]
    )
    func pairs(_ key: String, _ value: String, _ kind: String, _ line: Int, _ example: String) {
        #expect(
            told(Self.specimen(kind, (key, value)))
                == ["\(line): ”\(value)” ska vara två namn med snedstreck emellan. Skriv till exempel ”\(example)”."]
        )
        let slash = told(Self.specimen(kind, (key, "moten/")))
        #expect(slash.count == 1 && slash[0].hasPrefix("\(line): ”” kan inte stå i en adress."), "\(slash)")
    }

    @Test(
        "a name that stands nowhere",
        arguments: [
            ("organ", "kommun", "ekbi", "4: Kommunen ”ekbi” finns inte. Menade du ”ekby”?"),
            ("organ", "ordförande", "ekbi", "12: Kommunen ”ekbi” finns inte. Menade du ”ekby”?"),
            ("organ", "vice ordförande", "gran", "13: Kommunen ”gran” finns inte."),
            ("organ", "arbetar för", "radett", "9: Organet ”radett” finns inte. Menade du ”radet”?"),
            ("organ", "arbetar med", "2018/resor", "16: Programmet ”2018” finns inte. De som finns är 2019."),
            (
                "organ", "arbetar med", "2019/reser",
                "16: Programmet ”2019” har inget mål eller område ”reser”. Menade du ”resor”?"
            ),
            ("nätverk", "kommun", "granbyn", "3: Kommunen ”granbyn” finns inte. Menade du ”granby”?"),
            ("dokument", "utgåva", "2018", "10: Programmet ”2018” finns inte. De som finns är 2019."),
            ("dokument", "ersätter", "avtalet", "11: Dokumentet ”avtalet” finns inte. Menade du ”avtal”?"),
            ("konferensserie", "fortsätter", "mote", "4: Konferensserien ”mote” finns inte. Menade du ”moten”?"),
            ("konferensserie", "arrangeras av", "rad", "12: Organet ”rad” finns inte."),
            ("konferens", "konferens", "moteng/2019", "1: Konferensserien ”moteng” finns inte. Menade du ”moten”?"),
            ("konferens", "värd", "ekbyn", "7: Kommunen ”ekbyn” finns inte. Menade du ”ekby”?"),
            ("yttrande", "om satsning", "brom", "8: Satsningen ”brom” finns inte. Menade du ”bron”?"),
            ("prioriteringslista", "ersätter", "aldrig", "5: Prioriteringslistan ”aldrig” finns inte. Menade du ”aldre”?"),
            ("prioriteringslista", "satsning", "brom", "6: Satsningen ”brom” finns inte. Menade du ”bron”?"),
            ("verksamhetsplan", "utgåva", "2018", "7: Programmet ”2018” finns inte. De som finns är 2019."),
            ("verksamhetsplan", "dokument", "avtalet", "8: Dokumentet ”avtalet” finns inte. Menade du ”avtal”?"),
            (
                "verksamhetsplan", "del av programmet", "reser",
                "12: Programmet ”2019” har inget mål eller område ”reser”. Menade du ”resor”?"
            ),
            ("verksamhetsplan", "ansvarig", "radett", "13: Organet ”radett” finns inte. Menade du ”radet”?"),
        ]
    )
    func unknown(_ kind: String, _ key: String, _ value: String, _ expected: String) {
        let found = told(Self.specimen(kind, (key, value)))
        // A programme that doesn't exist has no parts either: that is told once, for each line that speaks of it.
        #expect(
            Array(found.prefix(1)) == [expected] && found.allSatisfy { $0.contains("finns inte") || found.count == 1 },
            "\(found)"
        )
    }

    @Test("a follow-up's document that stands nowhere")
    func unknownFollowUp() {
        let text = Self.specimen("verksamhetsplan").replacing("    dokument: avtal", with: "    dokument: avtalet")
        #expect(told(text) == ["22: Dokumentet ”avtalet” finns inte. Menade du ”avtal”?"])
    }

    @Test("an activity with a part of a programme in a plan without one")
    func withoutEdition() {
        let written = WrittenLines(Self.specimen("verksamhetsplan"))
        let text = written.without(6).text
        #expect(told(text) == ["11: Planen anger inget program. Lägg till ”utgåva: …” under planen, eller ta bort raden."])
        // An edition whose name can't be read is told of once.
        let found = told(written.changing(6, value: "År 2019").text)
        #expect(found.count == 1 && found[0].hasPrefix("7: ”År 2019” kan inte stå i en adress."), "\(found)")
    }

    @Test(
        "what happened before the thing was known",
        arguments: [
            (
                specimen("organ", ("ordförandeskap", "2014")),
                "11: Det här är före 2015, då uppgifterna om organet börjar gälla. Ändra den ena tiden."
            ),
            (
                specimen("organ", ("från", "2014-12-31")),
                "16: Det här är före 2015, då uppgifterna om organet börjar gälla. Ändra den ena tiden."
            ),
            (
                specimen("organ", ("belagt", "2015-12-30")),
                "20: Det här är före 2015, då uppgifterna om organet börjar gälla. Ändra den ena tiden."
            ),
            (
                specimen("organ", ("avslutat", "2014")),
                "23: Det här är före 2015, då uppgifterna om organet börjar gälla. Ändra den ena tiden."
            ),
            (
                specimen("konferensserie", ("regler", "2014")),
                "5: Det här är före 2015, då serien blev känd. Ändra den ena tiden."
            ),
            (specimen("satsning", ("från", "2014")), "5: Det här är före 2015, då satsningen blev känd. Ändra den ena tiden."),
            (specimen("satsning", ("datum", "2014")), "9: Det här är före 2015, då satsningen blev känd. Ändra den ena tiden."),
            (
                specimen("verksamhetsplan", ("rapport", "2020-11")),
                "14: Det här är före 2020-12, då planen beslutades. Ändra den ena tiden."
            ),
            (
                specimen("verksamhetsplan", ("uppföljning", "2019")),
                "21: Det här är före 2020-12, då planen beslutades. Ändra den ena tiden."
            ),
        ]
    )
    func early(_ text: String, _ expected: String) {
        #expect(told(text) == [expected])
    }

    @Test("on the same day is not before")
    func sameDay() {
        #expect(told(Self.specimen("organ", ("belagt", "2015-12-31"))) == [])
        #expect(told(Self.specimen("satsning", ("datum", "2015"))) == [])
        #expect(told(Self.specimen("verksamhetsplan", ("rapport", "2020-12"))) == [])
    }

    @Test("a name that is taken", arguments: Specimen.all)
    func taken(_ specimen: Specimen) {
        let written = WrittenLines(specimen.text)
        let line = written.lines.count + 1
        let found = told(specimen.text + specimen.text)
        #expect(
            found == ["\(line): ”\(written.lines[0].value)” finns redan, i prov.txt, rad 1. Ge den ena ett annat namn."],
            "\(found)"
        )
    }

    @Test("a network and another body with the same name")
    func takenByAnother() {
        let text =
            "organ: gruppen\n  slag: kansli\n  namn: A\n  uppgifter från: 2015\nnätverk: gruppen\n  namn: B\n  uppgifter från: 2015\n"
        #expect(told(text) == ["5: ”gruppen” finns redan, i prov.txt, rad 1. Ge den ena ett annat namn."])
    }

    @Test(
        "a name that stands twice in a list",
        arguments: [
            ("konferens", "värd", 9, 7, "ekby"), ("yttrande", "om satsning", 9, 8, "bron"),
            ("prioriteringslista", "satsning", 7, 6, "bron"), ("verksamhetsplan", "ansvarig", 14, 13, "radet"),
        ]
    )
    func twice(_ kind: String, _ key: String, _ line: Int, _ earlier: Int, _ name: String) throws {
        let written = WrittenLines(Self.specimen(kind))
        let index = try #require(written.lines.firstIndex { $0.key == key })
        let found = told(written.doubling(index).text)
        #expect(found == ["\(line): ”\(name)” står redan på rad \(earlier). Behåll en av raderna."])
    }

    @Test("two activities with one name")
    func activities() throws {
        let written = WrittenLines(Self.specimen("verksamhetsplan"))
        let index = try #require(written.lines.firstIndex { $0.key == "aktivitet" })
        #expect(
            told(written.doubling(index).text) == ["21: Namnet ”bussen” används redan på rad 10. Ge den ena ett annat namn."]
        )
    }

    @Test("a second chair is told once")
    func chairs() throws {
        let written = WrittenLines(Self.specimen("organ"))
        let index = try #require(written.lines.firstIndex { $0.key == "ordförande" })
        #expect(told(written.doubling(index).text) == ["13: ”ordförande” står redan på rad 12. Behåll en av raderna."])
    }

    @Test("a body that decides, but for nobody")
    func whose() {
        let text = "organ: styrelsen\n  slag: beslutande\n  namn: Styrelsen\n  uppgifter från: 2015\n"
        #expect(told(text) == ["1: ”kommun” saknas under ”organ: styrelsen”. Lägg till raden ”kommun: …”."])
        #expect(told(text + "  kommun: ekby\n") == [])
    }

    @Test("an entry with a fault of its own is not told to be missing wherever it is spoken of")
    func once() {
        let text = """
            organ: gruppen
              slag: kansli
              nman: Gruppen
              uppgifter från: 2015
            organ: andra
              slag: kansli
              namn: Den andra
              uppgifter från: 2015
              arbetar för: gruppen
            konferensserie: dagen
              känd från: 2015
            konferens: dagen/2019
              datum: 2019
              läge: genomförd
              värd: talby
            kommun: talby
              namn: Talby
              officiellt namn: Talby kommun
              kod: 99
              medlem från: 2015

            """
        #expect(
            told(text) == [
                "1: ”namn” saknas under ”organ: gruppen”. Lägg till raden ”namn: …”.",
                "3: Nyckeln ”nman” är okänd under ”organ: gruppen”. Menade du ”namn”?",
                "10: ”namn” saknas under ”konferensserie: dagen”. Lägg till raden ”namn: …”.",
                "19: ”99” är inte 4 siffror. Skriv som 0136, med inledande nolla.",
            ]
        )
    }

    @Test("what the cooperation already knows can be spoken of", arguments: Specimen.all)
    func known(_ specimen: Specimen) throws {
        let known = try Played(read([Specimen.surroundings])).timeline.live
        #expect(try !read([SourceFile("prov.txt", specimen.text)], into: known).isEmpty)
    }

    @Test(
        "what a rule refuses has the place of its line",
        arguments: [
            (
                "konferens", "uppgifter från", "2019-03", 1,
                "En konferens kan inte vara genomförd före sin dag. Ange den som planerad."
            ),
            ("organ", "vice ordförande", "ekby", 11, "Ordföranden och vice ordföranden ska komma från olika kommuner."),
            (
                "organ", "från", "2018", 16,
                "Programmet ”2019” finns inte den dagen. Lägg in programmet först."
            ),
            ("dokument", "beslutat", "2009", 1, "Dokumentet ”avtal” finns inte den dagen. Registrera det först."),
        ]
    )
    func refused(_ kind: String, _ key: String, _ value: String, _ line: Int, _ message: String) throws {
        let planned = try read([SourceFile("prov.txt", Self.specimen(kind, (key, value))), Specimen.surroundings])
        let refused = #expect(throws: Played.Refused.self) { try Played(planned) }
        #expect(refused?.fault == ImportFault(file: "prov.txt", line: line, message: message))
    }
}
