extension Words {
    /// The register of steering documents.
    struct Documents: Sendable {
        let title: String
        let introduction: String
        let none: String
        let noneThen: String
        let noSuchKind: String
        let registerHas: @Sendable (_ count: String, Int) -> String
        let areOfKind: @Sendable (_ count: String, _ kind: String) -> String
        let isOfKind: @Sendable (_ kind: String) -> String
        let areValid: @Sendable (_ count: String, Int) -> String
        let areUpcoming: @Sendable (_ count: String, Int) -> String
        let areReplaced: @Sendable (_ count: String, Int) -> String
        let areOver: @Sendable (_ count: String, Int) -> String
        let areReports: @Sendable (_ count: String, Int) -> String
        let areUnknown: @Sendable (_ count: String, Int) -> String
        let chooseKind: String
        let allKinds: String
        let document: String
        let kind: String
        let decidedBy: String
        let date: String
        let exactDate: String
        let validOrAbout: String
        let standing: String
        let replacedBy: String
        let replaces: String
        let valid: String
        let about: String
        let inferred: String
        let isInferred: String
        let yes: String
        let no: String
        let edition: String
        let plan: String
        let followsUp: String
        let labelValid: String
        let labelUpcoming: String
        let labelReplaced: String
        let labelOver: String
        let labelUnknown: String
        let labelReport: @Sendable (_ period: String) -> String
        let untilFurtherNotice: @Sendable (_ from: String) -> String
        let onlyUntilFurtherNotice: String
        let decidedOn: @Sendable (_ title: String, _ day: String) -> String
        let decidedIn: @Sendable (_ title: String, _ month: String) -> String
        let decidedDuring: @Sendable (_ title: String, _ year: String) -> String
        let decidedInWords: @Sendable (_ title: String, _ words: String) -> String
        let appliesUntil: @Sendable (_ end: String) -> String
        let appliesUntilFurtherNotice: String
        let appliesWithoutEnd: String
        let appliesFrom: @Sendable (_ start: String) -> String
        let appliedUntil: @Sendable (_ end: String) -> String
        let replacedBySentence: @Sendable (_ title: String) -> String
        let isReplaced: String
        let reports: @Sendable (_ period: String) -> String
        let standingUnknown: String
        let lengthIsInferred: String
        let noLongerApplies: String
        let noSuccessor: String
        let readInstead: String
        let latestOfKind: String
        let details: String
        let textNotHere: String
        let textElsewhere: String
        let readProgramme: String
        let readPlan: String
        let longest: @Sendable (_ title: String, _ since: String) -> String
        let noneApplies: String
        let timelineDescription: String
        let arrow: String
        let markMeans: String
        let files: String
        let filePDF: String
        let fileDOCX: String
        let fileODT: String
        let fileXLSX: String
        let filePNG: String
        let fileJPEG: String
        let fileWebP: String
        let bytes: @Sendable (_ count: String) -> String
        let fileDetached: String
        let busyWithFiles: String
    }
}

extension Words.Documents {
    static let swedish = Self(
        title: "Dokument",
        introduction: "Här står vad som är beslutat om samarbetet, vem som har beslutat det och om det gäller än.",
        none: "Inga dokument är införda.",
        noneThen: "Den dagen fanns inga dokument enligt källorna.",
        noSuchKind: "Det finns inga dokument av det slag som du valde. Här är alla.",
        registerHas: { $1 == 1 ? "Här finns ett dokument." : "Här finns \($0) dokument." },
        areOfKind: { "\($0) dokument är av slaget \($1)." },
        isOfKind: { "Ett dokument är av slaget \($0)." },
        areValid: { $1 == 1 ? "ett gäller" : "\($0) gäller" },
        areUpcoming: { $1 == 1 ? "ett har inte börjat gälla" : "\($0) har inte börjat gälla" },
        areReplaced: { $1 == 1 ? "ett är ersatt" : "\($0) är ersatta" },
        areOver: { $1 == 1 ? "för ett har tiden gått ut" : "för \($0) har tiden gått ut" },
        areReports: { $1 == 1 ? "ett är en redovisning" : "\($0) är redovisningar" },
        areUnknown: {
            $1 == 1 ? "för ett framgår inte om det gäller" : "för \($0) framgår inte om de gäller"
        },
        chooseKind: "Visa bara ett slag",
        allKinds: "Alla",
        document: "Dokument",
        kind: "Slag",
        decidedBy: "Beslutad av",
        date: "Datum",
        exactDate: "Datum (ISO 8601)",
        validOrAbout: "Gäller eller avser",
        standing: "Läge",
        replacedBy: "Ersatt av",
        replaces: "Ersätter",
        valid: "Gäller",
        about: "Avser",
        inferred: "härlett",
        isInferred: "Giltigheten är härledd",
        yes: "ja",
        no: "nej",
        edition: "Utgåva av programmet",
        plan: "Verksamhetsplan",
        followsUp: "Följer upp",
        labelValid: "Gäller",
        labelUpcoming: "Gäller inte än",
        labelReplaced: "Ersatt",
        labelOver: "Tiden har gått ut",
        labelUnknown: "Uppgift saknas",
        labelReport: { "Redovisning för \($0)" },
        untilFurtherNotice: { "\($0) tills vidare" },
        onlyUntilFurtherNotice: "Tills vidare",
        decidedOn: { "\($0) beslutades den \($1)." },
        decidedIn: { "\($0) beslutades i \($1)." },
        decidedDuring: { "\($0) beslutades \($1)." },
        decidedInWords: { "\($0) beslutades \($1)." },
        appliesUntil: { "Dokumentet gäller till och med \($0)." },
        appliesUntilFurtherNotice: "Dokumentet gäller tills vidare.",
        appliesWithoutEnd: "Dokumentet gäller. Hur länge framgår inte av källan.",
        appliesFrom: { "Dokumentet börjar gälla \($0)." },
        appliedUntil: { "Dokumentet gällde till och med \($0)." },
        replacedBySentence: { "Dokumentet är ersatt av \($0)." },
        isReplaced: "Dokumentet är ersatt.",
        reports: { "Dokumentet redovisar \($0)." },
        standingUnknown: "Hur länge det gäller framgår inte av källan.",
        lengthIsInferred: "Hur länge är härlett, för ingen källa säger det.",
        noLongerApplies: "Det här dokumentet gäller inte längre.",
        noSuccessor: "Källorna nämner inget som har ersatt det.",
        readInstead: "Läs i stället",
        latestOfKind: "Det senaste av samma slag är",
        details: "Det här är känt",
        textNotHere: "Själva dokumentet finns inte här. Här står det som källorna säger om det.",
        textElsewhere: "Själva dokumentet finns inte här. Det som är känt av innehållet står på en egen sida.",
        readProgramme: "Läs programmet",
        readPlan: "Läs planen",
        longest: { "Längst har \($0) gällt: sedan \($1)" },
        noneApplies: "Inget av dokumenten gäller enligt källorna",
        timelineDescription:
            "Bilden visar när varje dokument gällde, med en rad för varje slag. Samma uppgifter står i tabellen.",
        arrow: "En stapel som slutar i en pil har inget känt slut.",
        markMeans: "beslutades, utan känd tid då det gäller",
        files: "Filer",
        filePDF: "PDF-fil",
        fileDOCX: "Word-dokument, DOCX",
        fileODT: "OpenDocument-text, ODT",
        fileXLSX: "Excel-fil, XLSX",
        filePNG: "bild, PNG",
        fileJPEG: "bild, JPEG",
        fileWebP: "bild, WebP",
        bytes: { "\($0) byte" },
        fileDetached: "Filen hör inte längre till dokumentet. På dokumentets sida står vilka filer som gör det.",
        busyWithFiles: "Många hämtar filer just nu. Vänta en stund och försök igen."
    )
}

extension Words.Documents {
    static let english = Self(
        title: "Documents",
        introduction: "What has been decided about the cooperation, who decided it, and whether it still applies.",
        none: "No documents have been recorded.",
        noneThen: "According to the sources there were no documents on that day.",
        noSuchKind: "There are no documents of the kind you chose. These are all of them.",
        registerHas: { $1 == 1 ? "There is one document here." : "There are \($0) documents here." },
        areOfKind: { "\($0) documents are of the kind \($1)." },
        isOfKind: { "One document is of the kind \($0)." },
        areValid: { $1 == 1 ? "one applies" : "\($0) apply" },
        areUpcoming: { $1 == 1 ? "one does not apply yet" : "\($0) do not apply yet" },
        areReplaced: { $1 == 1 ? "one has been replaced" : "\($0) have been replaced" },
        areOver: { $1 == 1 ? "the time of one is over" : "the time of \($0) is over" },
        areReports: { $1 == 1 ? "one is a report" : "\($0) are reports" },
        areUnknown: {
            $1 == 1 ? "for one it is unknown whether it applies" : "for \($0) it is unknown whether they apply"
        },
        chooseKind: "Show only one kind",
        allKinds: "All",
        document: "Document",
        kind: "Kind",
        decidedBy: "Decided by",
        date: "Date",
        exactDate: "Date (ISO 8601)",
        validOrAbout: "Applies to or is about",
        standing: "Status",
        replacedBy: "Replaced by",
        replaces: "Replaces",
        valid: "Applies",
        about: "About",
        inferred: "inferred",
        isInferred: "The validity is inferred",
        yes: "yes",
        no: "no",
        edition: "Edition of the programme",
        plan: "Operational plan",
        followsUp: "Follows up",
        labelValid: "Applies",
        labelUpcoming: "Not yet",
        labelReplaced: "Replaced",
        labelOver: "Its time is over",
        labelUnknown: "Not stated",
        labelReport: { "Report on \($0)" },
        untilFurtherNotice: { "\($0) until further notice" },
        onlyUntilFurtherNotice: "Until further notice",
        decidedOn: { "\($0) was decided on \($1)." },
        decidedIn: { "\($0) was decided in \($1)." },
        decidedDuring: { "\($0) was decided in \($1)." },
        decidedInWords: { "As the source puts it, \($0) was decided “\($1)”." },
        appliesUntil: { "The document applies until \($0)." },
        appliesUntilFurtherNotice: "The document applies until further notice.",
        appliesWithoutEnd: "The document applies. The source does not say for how long.",
        appliesFrom: { "The document begins to apply \($0)." },
        appliedUntil: { "The document applied until \($0)." },
        replacedBySentence: { "The document has been replaced by \($0)." },
        isReplaced: "The document has been replaced.",
        reports: { "The document reports on \($0)." },
        standingUnknown: "The source does not say how long it applies.",
        lengthIsInferred: "For how long is inferred, since no source says.",
        noLongerApplies: "This document no longer applies.",
        noSuccessor: "The sources mention nothing that has replaced it.",
        readInstead: "Read instead",
        latestOfKind: "The latest of the same kind is",
        details: "What is known",
        textNotHere: "The document itself is not here. This is what the sources say about it.",
        textElsewhere: "The document itself is not here. What is known of its content has a page of its own.",
        readProgramme: "Read the programme",
        readPlan: "Read the plan",
        longest: { "\($0) has applied longest: since \($1)" },
        noneApplies: "None of the documents applies, according to the sources",
        timelineDescription:
            "The drawing shows when each document applied, with a row for each kind. The same facts stand in the table.",
        arrow: "A bar that ends in an arrow has no known end.",
        markMeans: "decided, with no known time of validity",
        files: "Files",
        filePDF: "PDF file",
        fileDOCX: "Word document, DOCX",
        fileODT: "OpenDocument text, ODT",
        fileXLSX: "Excel file, XLSX",
        filePNG: "image, PNG",
        fileJPEG: "image, JPEG",
        fileWebP: "image, WebP",
        bytes: { "\($0) bytes" },
        fileDetached: "The file no longer belongs to the document. The document’s page lists those that do.",
        busyWithFiles: "Many are fetching files right now. Wait a moment and try again."
    )
}
