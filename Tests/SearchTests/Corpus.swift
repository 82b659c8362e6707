@testable import Search

/// A small site of a cooperation, written for these tests.
///
/// Nothing in it is taken from a source.
enum Corpus {
    static let index = SearchIndex(pages)

    static let pages: [SearchPage] = [
        page(
            "/kommuner/haninge",
            "Haninge",
            "kommun",
            [
                "Haninge är en av kommunerna i samarbetet. Kommunstyrelsen har antagit utvecklingsprogrammet och utser två ledamöter."
            ]
        ),
        page(
            "/kommuner/nynashamn",
            "Nynäshamn",
            "kommun",
            ["Nynäshamn ligger längst i söder, vid hamnen. Kommunen deltar i arbetet med pendeltåg, dubbelspår och godstrafik."]
        ),
        page(
            "/kommuner/huddinge",
            "Huddinge",
            "kommun",
            ["Huddinge gränsar till Stockholm. I Flemingsberg växer en stadskärna runt stationen, högskolan och sjukhuset."]
        ),
        page("/kommuner/tyreso", "Tyresö", "kommun", ["Tyresö har skärgård, nationalpark och bussar till Gullmarsplan."]),
        page(
            "/program",
            "Utvecklingsprogram för Södertörn",
            "program",
            [
                "Programmet säger vad kommunerna vill göra tillsammans. Det gäller i fyra år och antas av alla kommunstyrelser.",
                "Målen handlar om bostäder, infrastruktur, näringsliv, utbildning och miljö.",
            ],
            ["utvecklingsprogrammet 2023–2026"]
        ),
        page(
            "/program/mal/infrastruktur",
            "Infrastrukturplan",
            "mål",
            ["Planen samlar kommunernas gemensamma krav på vägar och järnvägar i den regionala planen för åren 2022–2033."],
            ["länsplan"]
        ),
        page(
            "/program/mal/bostader",
            "Bostäder och stadsutveckling",
            "mål",
            ["Bostadsbyggandet ska följa utbyggnaden av kollektivtrafiken. Nya stadsdelar byggs nära stationerna."]
        ),
        page(
            "/arenden/tvarforbindelse",
            "Tvärförbindelse Södertörn",
            "ärende",
            [
                "Tvärförbindelsen är en ny väg mellan E4 och väg 73. Trafikverkets beteckning är TRV 2013/29212.",
                "Vägplanen har ställts ut för granskning. Kommunerna har lämnat ett gemensamt yttrande.",
            ],
            ["väg 259"]
        ),
        page(
            "/arenden/dubbelspar",
            "Dubbelspår på Nynäsbanan",
            "ärende",
            ["Kommunerna vill att hela banan får dubbelspår. Då kan tågen gå oftare och resorna bli kortare."],
            ["KSM2021-1346"]
        ),
        page(
            "/arenden/vatten",
            "Vatten och avlopp i skärgården",
            "ärende",
            ["Nämnderna utreder gemensamt vatten och avlopp på öarna. Utredningen betalas av fyra kommuner."],
            ["VA-planen"]
        ),
        page(
            "/arenden/spar",
            "Spårväg syd",
            "ärende",
            ["Spårvägen går mellan Flemingsberg och Skärholmen. Den byggs av regionen, och kommunerna är med och betalar."]
        ),
        page(
            "/moten/konferens",
            "Södertörnskonferensen",
            "möte",
            ["Konferensen hålls varje vår. Årets tema är trygghet och hur kommunerna kan hjälpas åt när något händer."]
        ),
        page(
            "/moten/radslag",
            "Rådslag om skolan",
            "möte",
            ["Rådslaget samlar lärare, rektorer och förtroendevalda. Det handlar om gymnasiet och om ungdomars väg till arbete."]
        ),
        page(
            "/moten/presidiet",
            "Presidiets möte i mars",
            "möte",
            ["Presidiet talade om budgeten för nästa år och om remissen av den regionala utvecklingsplanen."]
        ),
        page(
            "/moten/ledning",
            "Kommundirektörernas möte",
            "möte",
            ["Direktörerna gick igenom arbetet med upphandling, digitalisering och krisberedskap."]
        ),
        page(
            "/natverk/naringsliv",
            "Näringslivsnätverket",
            "nätverk",
            ["Nätverket arbetar med företagens villkor, etableringar och kompetens."]
        ),
        page(
            "/natverk/miljo",
            "Nätverket för miljö och klimat",
            "nätverk",
            ["Här samordnas arbetet med klimatmål, CO₂-utsläpp, vattenvård och naturvård."]
        ),
        page(
            "/natverk/e-tjanster",
            "E-tjänster tillsammans",
            "nätverk",
            ["Kommunerna delar sina e-tjänster med varandra, så att samma tjänst inte byggs åtta gånger."]
        ),
        page(
            "/beslut/budget",
            "Budget för samarbetet",
            "beslut",
            ["Avgiften beräknas efter folkmängd. Den är 12 500 kronor och en krona för varje invånare."]
        ),
        page(
            "/beslut/yttrande",
            "Yttrande över regionplanen",
            "beslut",
            ["Kommunerna instämmer i stort men saknar mål för godstransporterna till hamnen i Norvik."]
        ),
        page(
            "/om",
            "Om samarbetet",
            "om",
            [
                "Åtta kommuner söder om Stockholm samarbetar. Här står vad de har kommit överens om, vem som beslutat och när det trädde i kraft."
            ]
        ),
        page(
            "/om/ord",
            "Ordlista",
            "om",
            ["Yttre ram: en plan som någon annan beslutar. Edition: en utgåva av programmet. Rådslag: ett möte för samtal."]
        ),
        page(
            "/om/tillganglighet",
            "Tillgänglighet",
            "om",
            ["Sidorna ska gå att läsa för alla. Säg till om något inte fungerar, så rättar vi det."]
        ),
        page(
            "/historia/2007",
            "Det första programmet",
            "historia",
            ["Det första programmet antogs 2007. Det hade sex områden, bland dem kultur och fritid."]
        ),
    ]

    private static func page(
        _ address: String,
        _ title: String,
        _ kind: String,
        _ texts: [String],
        _ keywords: [String] = []
    ) -> SearchPage {
        SearchPage(address: address, title: title, kind: kind, texts: texts, keywords: keywords)
    }
}
