extension Words {
    /// The page of open data.
    struct OpenData: Sendable {
        let title: String
        let lead: String
        let licence: String
        let licenceText: [String]
        let howTo: String
        let howToTexts: [String]
        let lists: String
        let listsText: String
        let list: String
        let files: String
        let fields: String
        let objects: String
        let objectsText: String
        let followed: String
        let followedText: [String]
        let whole: String
        let wholeText: [String]
        let sources: String
        let sourcesText: String
        let source: String
        let times: String
        let address: String
        let noSources: String
    }
}

extension Words.OpenData {
    static let swedish = Self(
        title: "Öppna data",
        lead: "Allt som visas här finns också som fil. Du får använda det fritt.",
        licence: "Licens",
        licenceText: [
            "Allt innehåll är fritt att använda enligt CC0 1.0. Du behöver inte fråga, och du får använda det i arbete som du tar betalt för.",
            "Uppge gärna källan. Varje uppgift har sin egen, och den följer med i filerna.",
            "Jämförelsetalen är Koladas. Den som använder dem ska skriva ”Källa: Kolada”.",
        ],
        howTo: "Så hämtar du filerna",
        howToTexts: [
            "Byt slutet på sidans adress: /program blir /program.csv eller /program.json.",
            "Med ?datum=2020-01-01 får du uppgifterna som de var den dagen. Med &kant=2021-01-01 räknas bara det som var infört då.",
            "CSV-filerna är tabeller i UTF-8 med komma mellan fälten. JSON-filerna har samma uppgifter och några till, med dag och licens.",
        ],
        lists: "Listorna",
        listsText:
            "Fälten är kolumnerna i CSV-filen, i ordning. Dagar skrivs som 2020-01-31, månader som 2020-01 och år som 2020.",
        list: "Lista",
        files: "Filer",
        fields: "Fält",
        objects: "En sida i taget",
        objectsText: "De här sidorna har egna filer. Byt det som står inom klammer mot namnet i sidans adress.",
        followed: "Följ det som händer",
        followedText: [
            "Varje sida om en sak har ett flöde i formatet Atom, med slutet .atom på adressen. Hela historiken finns på /historik.atom.",
            "Konferenser och andra kända dagar finns som kalender i formatet iCalendar, med slutet .ics.",
        ],
        whole: "Allt på en gång",
        wholeText: [
            "Den som sköter installationen kan skriva ut hela den offentliga journalen med kommandot samverka export --format json.",
            "I den finns kedjan, så att du kan kontrollera att ingenting är ändrat.",
        ],
        sources: "Källorna",
        sourcesText: "Så många uppgifter vilar på varje källa. En källa räknas en gång för varje uppgift som hänvisar till den.",
        source: "Källa",
        times: "Uppgifter",
        address: "Adress",
        noSources: "Inga källor är införda än."
    )
}

extension Words.OpenData {
    static let english = Self(
        title: "Open data",
        lead: "Everything shown here can also be had as a file. You may use it freely.",
        licence: "Licence",
        licenceText: [
            "All content is free to use under CC0 1.0. You needn't ask, and you may use it in work that you are paid for.",
            "Please name the source. Each fact has its own, and it comes with the files.",
            "The figures to compare with are Kolada's. Those who use them shall write “Källa: Kolada”.",
        ],
        howTo: "How to get the files",
        howToTexts: [
            "Change the end of the page's address: /program becomes /program.csv or /program.json.",
            "With ?datum=2020-01-01 you have the facts as they were that day. With &kant=2021-01-01 only what had been recorded by then counts.",
            "The CSV files are tables in UTF-8 with commas between the fields. The JSON files have the same facts and a few more, with day and licence.",
        ],
        lists: "The lists",
        listsText:
            "The fields are the columns of the CSV file, in order. Days are written as 2020-01-31, months as 2020-01 and years as 2020.",
        list: "List",
        files: "Files",
        fields: "Fields",
        objects: "One page at a time",
        objectsText:
            "These pages have files of their own. Put the name in the page's address in the place of what stands in braces.",
        followed: "Follow what happens",
        followedText: [
            "Each page about one thing has a feed in the format Atom, at its address with .atom at the end. The whole history is at /historik.atom.",
            "Conferences and other known days can be had as a calendar in the format iCalendar, with .ics at the end.",
        ],
        whole: "All at once",
        wholeText: [
            "Those who run the installation can write out the whole public journal with the command samverka export --format json.",
            "The chain is in it, so that you can check that nothing has been altered.",
        ],
        sources: "The sources",
        sourcesText: "How many facts rest on each source. A source counts once for each fact that refers to it.",
        source: "Source",
        times: "Facts",
        address: "Address",
        noSources: "No sources have been recorded yet."
    )
}
