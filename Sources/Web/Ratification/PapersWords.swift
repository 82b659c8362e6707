extension Words {
    /// The papers that go with a proposal, and the comparison of what comes back.
    struct Papers: Sendable {
        let title: @Sendable (_ municipality: String) -> String
        let lead: @Sendable (_ programme: String) -> String
        let coverLetter: String
        let decision: String
        let text: String
        let all: String
        let allHelp: String
        let sameForAll: String
        let annexTitle: @Sendable (_ municipality: String) -> String
        let annexLead: String
        let annexFile: String
        let annexFileHelp: String
        let annexSubmit: String
        let annexCompared: String
        let comparisonTitle: @Sendable (_ municipality: String) -> String
        let identical: String
        let onlyLayout: String
        let setAside: String
        let differs: @Sendable (_ removed: String, _ inserted: String) -> String
        let unknown: String
        let howToRead: String
        let removed: String
        let inserted: String
        let showComparison: String
        let annexAsk: String
    }
}

extension Words.Papers {
    static let swedish = Self(
        title: { "Handlingar till \($0)" },
        lead: { "De här handlingarna följer med förslaget till \($0). Hämta dem och lägg dem i kommunens ärende." },
        coverLetter: "Missiv",
        decision: "Förslag till beslut",
        text: "Programmets text",
        all: "Hämta alla handlingar",
        allHelp: "En zip-fil med varje handling som PDF och Word.",
        sameForAll: "Texten är densamma för alla kommuner, och filerna blir likadana varje gång de hämtas.",
        annexTitle: { "Jämför bilagan från \($0)" },
        annexLead:
            "Ladda upp bilagan så som den ligger i kommunens ärende. Texten läses ur filen och jämförs ord för ord med den låsta texten.",
        annexFile: "Bilagan",
        annexFileHelp: "PDF, DOCX eller ODT, högst 20 MB. Filen får inte vara låst med lösenord eller bara bestå av bilder.",
        annexSubmit: "Jämför bilagan",
        annexCompared: "Bilagan är jämförd med den låsta texten.",
        comparisonTitle: { "Bilagan från \($0) och den låsta texten" },
        identical: "Bilagan är identisk med den låsta texten.",
        onlyLayout: "Bilagan har samma ord som den låsta texten. Bara utseendet skiljer.",
        setAside: "De här raderna räknades som sidhuvud, sidfot eller sidnummer och jämfördes inte:",
        differs: {
            "Bilagan skiljer sig från den låsta texten. Antal ord som saknas: \($0). Antal ord som har tillkommit: \($1)."
        },
        unknown: "Texten ur bilagan är raderad, så den kan inte jämföras.",
        howToRead:
            "Det överstrukna står i den låsta texten men inte i bilagan. Det understrukna står i bilagan men inte i den låsta texten.",
        removed: "saknas i bilagan:",
        inserted: "står bara i bilagan:",
        showComparison: "Visa jämförelsen",
        annexAsk: "Jämför en bilaga med den låsta texten"
    )
}

extension Words.Papers {
    static let english = Self(
        title: { "Papers for \($0)" },
        lead: { "These papers go with the proposal for \($0). Fetch them and put them into the municipality's file." },
        coverLetter: "Cover letter",
        decision: "Proposal for decision",
        text: "The text of the programme",
        all: "Fetch all papers",
        allHelp: "A zip file with each paper as PDF and Word.",
        sameForAll: "The text is the same for all municipalities, and the files are the same each time they are fetched.",
        annexTitle: { "Compare the annex of \($0)" },
        annexLead:
            "Upload the annex as it lies in the municipality's file. Its text is read and compared word by word with the locked text.",
        annexFile: "The annex",
        annexFileHelp:
            "PDF, DOCX or ODT, at most 20 MB. The file may not be locked with a password or consist of pictures alone.",
        annexSubmit: "Compare the annex",
        annexCompared: "The annex has been compared with the locked text.",
        comparisonTitle: { "The annex of \($0) and the locked text" },
        identical: "The annex is identical with the locked text.",
        onlyLayout: "The annex has the same words as the locked text. Only the looks differ.",
        setAside: "These lines were taken as headers, footers or page numbers and not compared:",
        differs: { "The annex differs from the locked text. Words that are missing: \($0). Words that have been added: \($1)." },
        unknown: "The text of the annex has been erased, so it can't be compared.",
        howToRead:
            "What is struck stands in the locked text but not in the annex. What is underlined stands in the annex but not in the locked text.",
        removed: "missing in the annex:",
        inserted: "only in the annex:",
        showComparison: "Show the comparison",
        annexAsk: "Compare an annex with the locked text"
    )
}

extension Words.Papers {
    /// What a paper is called.
    func name(of paper: ProposalPapers.Paper) -> String {
        switch paper {
        case .coverLetter: coverLetter
        case .decision: decision
        case .text: text
        }
    }
}
