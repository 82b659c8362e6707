/// Forty questions that a reader may have, and the pages that answer them.
///
/// What answers a question was decided by reading the record, before the search was asked. Every page that is mainly about the matter counts;
/// one that only mentions it doesn't.
enum Questions {
    /// What somebody types, and the addresses that answer it.
    struct Question: Sendable {
        var query: String
        var answers: Set<String>
        /// What makes it hard.
        var kind: String

        init(_ query: String, _ kind: String, _ answers: String...) {
            self.query = query
            self.kind = kind
            self.answers = Set(answers)
        }
    }

    private static let crossLink = [
        "/paverkan/tvarforbindelse-sodertorn", "/yttranden/2014-atgardsvalsstudie-tvarforbindelse",
        "/yttranden/2017-hog-tid-for-tvarforbindelse", "/yttranden/2021-vagplan-tvarforbindelse",
        "/yttranden/2022-oppet-brev-tvarforbindelse",
    ]
    private static let councils = [
        "/konferenser/radslag", "/konferenser/radslag/2009", "/konferenser/radslag/2010", "/konferenser/radslag/2012",
        "/konferenser/radslag/2019",
    ]

    private static func about(_ query: String, _ kind: String, _ answers: [String]) -> Question {
        var question = Question(query, kind)
        question.answers = Set(answers)
        return question
    }

    static let all = [
        Question("Haninge", "namn", "/kommuner/haninge", "/organisation/kommunstyrelsen-haninge"),
        Question(
            "nynashamn",
            "utan prickar",
            "/kommuner/nynashamn",
            "/organisation/kommunstyrelsen-nynashamn",
            "/paverkan/nynasbanan",
            "/konferenser/radslag/2012"
        ),
        Question(
            "Nynäshman",
            "felstavat",
            "/kommuner/nynashamn",
            "/organisation/kommunstyrelsen-nynashamn",
            "/paverkan/nynasbanan",
            "/konferenser/radslag/2012"
        ),
        Question("0136", "kod", "/kommuner/haninge"),
        about("tvärförbindelse", "ord", crossLink),
        about("tvarforbindelse sodertorn", "utan prickar", crossLink),
        about("tvärförbindlese", "felstavat", crossLink),
        Question("Södertörnsleden", "äldre namn", "/paverkan/tvarforbindelse-sodertorn"),
        Question("dubbelspår", "sammansatt", "/paverkan/nynasbanan"),
        Question("spårväg", "böjt", "/paverkan/sparvag-syd", "/yttranden/2011-stomnatsstrategi-1"),
        Question("KSM2021-1346", "diarienummer", "/yttranden/2022-nationell-plan"),
        Question("TRV 2013/29212", "diarienummer", "/yttranden/2014-atgardsvalsstudie-tvarforbindelse"),
        Question("cykelplan", "ord", "/yttranden/2013-regional-cykelplan", "/yttranden/2021-regional-cykelplan"),
        Question("stomnätsstrategi", "ord", "/yttranden/2011-stomnatsstrategi-1", "/yttranden/2013-stomnatsstrategi-2"),
        Question(
            "debattartikel",
            "slag",
            "/yttranden/2017-hog-tid-for-tvarforbindelse",
            "/yttranden/2019-trygga-sodertorns-tillvaxt"
        ),
        Question("öppet brev", "slag", "/yttranden/2022-oppet-brev-tvarforbindelse", "/yttranden/2022-nationell-plan"),
        Question(
            "infrastrukturministern",
            "mottagare",
            "/yttranden/2022-oppet-brev-tvarforbindelse",
            "/yttranden/2022-nationell-plan"
        ),
        Question(
            "nationell plan",
            "två ord",
            "/yttranden/2022-nationell-plan",
            "/yttranden/2017-nationell-plan",
            "/paverkan/tvarforbindelse-sodertorn",
            "/plan/2021"
        ),
        about("rådslag", "ord", councils),
        about("radslaget", "utan prickar, böjt", councils),
        Question("Taxinge slott", "plats", "/konferenser/radslag/2009"),
        Question("Almedalen", "ord", "/konferenser/sodertornskonferensen/2020", "/plan/2020"),
        Question("inställd konferens", "två ord", "/konferenser/sodertornskonferensen/2020", "/plan/2020"),
        Question("landshövdingen", "ord", "/konferenser/sodertornskonferensen/2023"),
        Question("temadag", "ord", "/konferenser/temadag", "/natverk/ekonomidirektorer"),
        Question(
            "nyckeltal",
            "ord",
            "/natverk/ekonomidirektorer",
            "/konferenser/nyckeltalskonferens",
            "/konferenser/nyckeltalskonferens/2015",
            "/konferenser/nyckeltalskonferens/2017"
        ),
        Question("samarbetsavtal", "ord", "/dokument/samarbetsavtal", "/om"),
        Question(
            "utveklingsprogram",
            "felstavat",
            "/program/2019",
            "/program/2013",
            "/program/2023",
            "/dokument/utvecklingsprogram-2013",
            "/dokument/utvecklingsprogram-2019",
            "/dokument/utvecklingsprogram-2023"
        ),
        Question("direktiv nätverk", "två ord", "/dokument/direktiv-natverk"),
        Question("kommunikationsplattform", "sammansatt", "/dokument/kommunikationsplattform"),
        Question("årsredovisning", "ord", "/dokument/arsredovisning-2020", "/dokument/arsredovisning-2021"),
        Question(
            "budget",
            "ord",
            "/dokument/verksamhetsplan-2014",
            "/dokument/verksamhetsplan-2017",
            "/dokument/verksamhetsplan-2021",
            "/dokument/verksamhetsplan-2022",
            "/plan/2021",
            "/plan/2020"
        ),
        Question("elektrifiering", "ord", "/plan/2021"),
        Question("kompetensförsörjning", "sammansatt", "/program/2019/utbildning", "/konferenser/sodertornskonferensen/2017"),
        Question("\"hållbar utveckling\"", "fras", "/program/2019", "/program/2019/infrastruktur"),
        Question("vision stockholmsregionen", "två ord", "/program/2019", "/program"),
        Question("ordförandeskap", "ord", "/organisation/samarbetskommitten", "/organisation/ledningsgruppen"),
        Question("kommundirektörer", "böjt", "/organisation/ledningsgruppen", "/organisation/samarbetskommitten"),
        Question("koldioxid", "ord", "/natverk/varudistribution"),
        Question("Familjen Helsingborg", "namn", "/organisation/andra-samarbeten"),
    ]
}
