import Import
import Testing

/// An entry with every key that its kind can have, written so that it can be read in beside `Specimen.surroundings`.
struct Specimen: CustomTestStringConvertible {
    /// Its kind, as the entry's first line begins.
    let kind: String
    let text: String
    /// The keys that hold a time, also further in.
    let times: [String]

    var testDescription: String { kind }

    /// What the entries speak of, in a file of its own.
    static let surroundings = SourceFile(
        "annat.txt",
        """
        kommun: ekby
          namn: Ekby
          officiellt namn: Ekby kommun
          kod: 9901
          medlem från: 2010
        kommun: granby
          namn: Granby
          officiellt namn: Granby kommun
          kod: 9902
          medlem från: 2010
        program: 2019
          titel: Programmet
          gäller: 2019
          i kraft: 2019
          nivå: Mål
          träd:
            Mål: resor
              text: Fler reser
        organ: radet
          slag: kommitté
          namn: Rådet
          uppgifter från: 2010
        dokument: avtal
          titel: Avtalet
          slag: avtal
          beslutat: 2010
        konferensserie: moten
          namn: Mötet
          känd från: 2010
        satsning: bron
          namn: Bron
          känd från: 2010
        satsning: vagen
          namn: Vägen
          känd från: 2010
        prioriteringslista: aldre
          rubrik: Den äldre listan
          beslutad: 2010

        """
    )

    static let all = [
        Specimen(
            kind: "organ",
            text: """
                organ: gruppen
                  slag: ledningsgrupp
                  namn: Gruppen
                  kommun: ekby
                    härlett: ja
                  sammansättning: Två direktörer
                  syfte: Att förbereda
                  möten per år: 6
                  arbetar för: radet
                  uppgifter från: 2015
                  ordförandeskap: 2020
                    ordförande: ekby
                    vice ordförande: granby
                    anmärkning: Valdes i januari.
                    källa: Protokollet
                  arbetar med: 2019/resor
                    från: 2020
                    anmärkning: Härlett.
                    källa: Programmet
                  belagt: 2021
                    anmärkning: Nämns i en artikel.
                    källa: Artikeln
                  avslutat: 2022
                    skäl: Arbetet var klart.
                    källa: Beslutet
                  uppgift: Gruppen möts i Ekby.
                    källa: Kallelsen
                  saknas: När gruppen bildades.
                  anmärkning: Gruppen är påhittad.
                  källa: Webbplatsen

                """,
            times: ["uppgifter från", "ordförandeskap", "från", "belagt", "avslutat"]
        ),
        Specimen(
            kind: "nätverk",
            text: """
                nätverk: planerare
                  namn: Planerare
                  kommun: granby
                  arbetar för: radet
                  uppgifter från: 2015-02
                  belagt: 2021

                """,
            times: ["uppgifter från", "belagt"]
        ),
        Specimen(
            kind: "annan samverkan",
            text: """
                annan samverkan: grannarna
                  namn: Grannarna
                  antal kommuner: 5
                  form: kommunalförbund
                  antar program: förbundsmötet
                  platser per kommun: 3
                  ordförande: den största
                  beslutsregel: konsensus
                  avgift: en krona
                  uppgifter från: 2021
                  anmärkning: Påhittade.
                  källa: Webbplatsen

                """,
            times: ["uppgifter från"]
        ),
        Specimen(
            kind: "dokument",
            text: """
                dokument: plan-2019
                  titel: Planen
                  slag: plan
                  beslutat: 2020-03
                  beslutat i ord: i mars 2020
                  beslutat av: rådet
                  gäller: 2019 till 2022
                    härlett: ja
                  avser: 2018
                  utgåva: 2019
                  ersätter: avtal
                  uppgift: Den är på tio sidor.
                    källa: Dokumentet
                  saknas: Bilagorna.
                  anmärkning: Påhittad.
                  källa: Webbplatsen

                """,
            times: ["beslutat", "avser"]
        ),
        Specimen(
            kind: "konferensserie",
            text: """
                konferensserie: dagen
                  namn: Dagen
                  känd från: 2015
                  fortsätter: moten
                  regler: 2019-10-11
                    syfte: Att mötas
                    målgrupp: Alla
                    tema: Rådet väljer
                    värdskap: Två kommuner
                    antal värdkommuner: 2
                    arrangeras med: Högskolan
                    arrangeras av: radet
                    hur ofta: Varje år
                    källa: Programmet
                  uppgift: Den hålls på våren.
                    källa: Inbjudan
                  saknas: Den första.
                  anmärkning: Påhittad.
                  källa: Webbplatsen

                """,
            times: ["känd från", "regler"]
        ),
        Specimen(
            kind: "konferens",
            text: """
                konferens: moten/2019
                  datum: 2019-04-10
                  läge: genomförd
                  uppgifter från: 2019-05
                  form: fysisk
                  nummer: den femte
                  värd: ekby
                    härlett: ja
                  plats: Torget
                  tema: Resor
                  deltagare: drygt 100
                  uppgift: Den höll på i två timmar.
                    källa: Inbjudan
                  saknas: Talarna.
                  anmärkning: Påhittad.
                  källa: Webbplatsen

                """,
            times: ["datum", "uppgifter från"]
        ),
        Specimen(
            kind: "yttrande",
            text: """
                yttrande: 2019-bron
                  rubrik: Bygg bron
                  slag: öppet brev
                  datum: 2019-04
                  mottagare: Regionen
                    härlett: ja
                  diarienummer: R 2019/1
                  om satsning: bron
                  uppgift: Det undertecknades av båda.
                    källa: Brevet
                  saknas: Svaret.
                  anmärkning: Påhittat.
                  källa: Webbplatsen

                """,
            times: ["datum"]
        ),
        Specimen(
            kind: "satsning",
            text: """
                satsning: banan
                  namn: Banan
                  känd från: 2015
                  kallas också: Spåret
                  nytt namn: Den nya banan
                    från: 2019
                    anmärkning: Belagt då.
                    källa: Listan
                  utfall: Planeringen började.
                    datum: 2020
                    anmärkning: Enligt regionen.
                    källa: Artikeln
                  uppgift: Den är tio kilometer lång.
                    källa: Kartan
                  saknas: Kostnaden.
                  anmärkning: Påhittad.
                  källa: Webbplatsen

                """,
            times: ["känd från", "från", "datum"]
        ),
        Specimen(
            kind: "prioriteringslista",
            text: """
                prioriteringslista: nyare
                  rubrik: Den nyare listan
                  beslutad: 2019
                  beslutad av: rådet
                  ersätter: aldre
                  satsning: bron
                  satsning: vagen
                  i ordning: ja
                  uppgift: Den beslutades enhälligt.
                    källa: Protokollet
                  saknas: Motiven.
                  anmärkning: Påhittad.
                  källa: Webbplatsen

                """,
            times: ["beslutad"]
        ),
        Specimen(
            kind: "verksamhetsplan",
            text: """
                verksamhetsplan: 2021
                  år: 2021
                  titel: Planen för året
                  beslutad: 2020-12
                  beslutad i ord: före jul
                  beslutad av: rådet
                  utgåva: 2019
                  dokument: avtal
                  budget: 100000
                  aktivitet: bussen
                    text: Köra bussen
                    del av programmet: resor
                    ansvarig: radet
                    rapport: 2021-06
                      läge: klar
                      utfall: Den körs.
                      anmärkning: Sedan i maj.
                      källa: Tidtabellen
                    anmärkning: Vår tolkning.
                    källa: Planen
                  uppföljning: 2022-02
                    dokument: avtal
                    utfall: Det gick bra.
                      källa: Redovisningen
                    anmärkning: Kort.
                    källa: Redovisningen
                  uppgift: Den är på en sida.
                    källa: Planen
                  saknas: Bilagan.
                  anmärkning: Påhittad.
                  källa: Webbplatsen

                """,
            times: ["beslutad", "rapport", "uppföljning"]
        ),
        Specimen(
            kind: "nyhet",
            text: """
                nyhet: bron-byggs
                  rubrik: Bron byggs
                  ingress: Nu börjar bygget.
                  text: Det tar tre år.
                  visas från: 2021-05-03
                  uppgifter från: 2021-05-01
                  handlar om: satsning bron
                  källa: Webbplatsen

                """,
            times: ["uppgifter från"]
        ),
    ]
}

/// A text whose lines can be taken out, doubled and changed with what stands under them.
struct WrittenLines {
    struct Line {
        let depth: Int
        let key: String
        let value: String
    }

    let lines: [Line]

    init(_ text: String) {
        lines = text.split(separator: "\n").map { line in
            let content = line.drop { $0 == " " }
            let parts = content.split(separator: ":", maxSplits: 1)
            return Line(
                depth: (line.utf8.count - content.utf8.count) / 2,
                key: String(parts[0]),
                value: parts.count > 1 ? String(parts[1].dropFirst()) : ""
            )
        }
    }

    private init(_ lines: [Line]) { self.lines = lines }

    var text: String {
        lines.map { String(repeating: "  ", count: $0.depth) + "\($0.key): \($0.value)\n" }.joined()
    }

    /// A line with everything that stands under it.
    func block(_ index: Int) -> Range<Int> {
        let end = lines[(index + 1)...].firstIndex { $0.depth <= lines[index].depth } ?? lines.count
        return index..<end
    }

    /// The line that a line stands under.
    func parent(of index: Int) -> Int? { lines[..<index].lastIndex { $0.depth < lines[index].depth } }

    func without(_ index: Int) -> WrittenLines {
        var lines = lines
        lines.removeSubrange(block(index))
        return WrittenLines(lines)
    }

    func doubling(_ index: Int) -> WrittenLines {
        var lines = lines
        lines.insert(contentsOf: lines[block(index)], at: block(index).upperBound)
        return WrittenLines(lines)
    }

    func changing(_ index: Int, key: String? = nil, value: String? = nil) -> WrittenLines {
        var lines = lines
        lines[index] = Line(depth: lines[index].depth, key: key ?? lines[index].key, value: value ?? lines[index].value)
        return WrittenLines(lines)
    }

    func adding(under index: Int, _ key: String, _ value: String) -> WrittenLines {
        var lines = lines
        lines.insert(Line(depth: lines[index].depth + 1, key: key, value: value), at: index + 1)
        return WrittenLines(lines)
    }

    /// How the reading names an entry in its faults.
    func name(of index: Int) -> String { "\(lines[index].key): \(lines[index].value)" }
}
