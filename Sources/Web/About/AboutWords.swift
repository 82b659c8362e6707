extension Words {
    /// The page about the cooperation and the site.
    struct About: Sendable {
        let title: @Sendable (_ name: String) -> String
        let cooperation: String
        let decides: @Sendable (_ body: String) -> String
        let seats: @Sendable (_ seats: String) -> String
        let seatNames: @Sendable (_ inWords: String, _ count: Int) -> String
        let levels: @Sendable (_ inWords: String, _ count: Int) -> String
        let costsEqual: String
        let costsByPopulation: String
        let costsFixed: String
        let percent: @Sendable (_ figures: String) -> String
        let formed: String
        let site: String
        let siteText: [String]
        let past: String
        let pastText: [String]
        let files: String
        let filesText: [String]
        let trust: String
        let trustText: [String]
        let numberOfActs: @Sendable (_ count: String) -> String
        let chainEnd: String
    }
}

extension Words.About {
    static let swedish = Self(
        title: { "Om \($0)" },
        cooperation: "Samarbetet",
        decides: { "Ett program antas i varje kommun av \($0). Kommittén föreslår, men beslutar inte åt någon kommun." },
        seats: { "Varje kommun har \($0) i kommittén." },
        seatNames: { $1 == 1 ? "en plats" : "\($0) platser" },
        levels: { $1 == 1 ? "Ett program har en nivå:" : "Ett program har \($0) nivåer, uppifrån:" },
        costsEqual: "Kommunerna delar lika på kostnaderna.",
        costsByPopulation: "Kommunerna delar på kostnaderna efter hur många som bor i varje kommun.",
        costsFixed: "Kommunerna delar på kostnaderna så här:",
        percent: { "\($0)\u{A0}%" },
        formed: "Samarbetsavtal från",
        site: "Webbplatsen",
        siteText: [
            "Här ligger det som samarbetet är överens om: program, mål och medlemmar. Alla kan läsa utan att logga in.",
            "Varje uppgift har en källa. När källorna inte svarar på en fråga står det ”uppgift saknas i källan”.",
            "Webbplatsen sparar ingenting om dig som läser. Den sätter inga kakor och hämtar ingenting från andra webbplatser.",
        ],
        past: "Sidan en annan dag",
        pastText: [
            "Längst ner på varje sida kan du välja en dag. Då ser du sidan som den var den dagen.",
            "I adressen står dagen som ?datum=2020-01-01. Lägger du till &kant=2021-01-01 räknas bara det som var infört i systemet den dagen.",
        ],
        files: "Öppna data",
        filesText: [
            "Varje sida finns också som fil. Byt slutet på adressen till .json, eller till .csv för listor.",
            "Du får använda innehållet fritt, också i arbete som du tar betalt för. Licensen heter CC0.",
        ],
        trust: "Så kan du lita på historiken",
        trustText: [
            "Allt som händer skrivs i en journal där varje post hänger ihop med den förra. Den som ändrar en gammal post bryter kedjan.",
            "Varje dag skriver systemet under kedjans slut med en egen nyckel. Programmet verify.py räknar om kedjan utan vår kod.",
        ],
        numberOfActs: { "Journalen har \($0) poster." },
        chainEnd: "Kedjans slut"
    )
}

extension Words.About {
    static let english = Self(
        title: { "About \($0)" },
        cooperation: "The cooperation",
        decides: {
            "A programme is adopted in each municipality by its \($0). The committee proposes, but decides for nobody."
        },
        seats: { "Each municipality has \($0) in the committee." },
        seatNames: { $1 == 1 ? "one seat" : "\($0) seats" },
        levels: { $1 == 1 ? "A programme has one level:" : "A programme has \($0) levels, from the top:" },
        costsEqual: "The municipalities share the costs equally.",
        costsByPopulation: "The municipalities share the costs by how many live in each.",
        costsFixed: "The municipalities share the costs like this:",
        percent: { "\($0)%" },
        formed: "Agreement of",
        site: "The site",
        siteText: [
            "Here is what the cooperation has agreed: programmes, goals and members. Everyone can read it without signing in.",
            "Every fact has a source. Where the sources don't answer a question, it says ‘not stated by the source’.",
            "The site keeps nothing about you who read. It sets no cookies and fetches nothing from other sites.",
        ],
        past: "The page on another day",
        pastText: [
            "At the foot of each page you can choose a day. You then see the page as it was on that day.",
            "In the address the day is written ?datum=2020-01-01. With &kant=2021-01-01 only what had been recorded by that day counts.",
        ],
        files: "Open data",
        filesText: [
            "Each page is also a file. Change the end of the address to .json, or to .csv for lists.",
            "You may use the content freely, also for work that you are paid for. The licence is CC0.",
        ],
        trust: "How you can trust the history",
        trustText: [
            "Everything that happens is written in a journal where each entry is tied to the one before. Altering an old entry breaks the chain.",
            "Each day the system signs the end of the chain with its own key. The program verify.py recomputes the chain without our code.",
        ],
        numberOfActs: { "The journal has \($0) entries." },
        chainEnd: "End of the chain"
    )
}
