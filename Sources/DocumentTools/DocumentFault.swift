/// A program that does a part of the work and isn't here.
package enum MissingTool: String, CaseIterable, Hashable, Sendable {
    case typst, pandoc, pdftotext

    /// What the program is called.
    package var programName: String { rawValue }

    /// The package of Debian that has it, if one does.
    package var debianPackage: String? {
        switch self {
        case .typst: nil
        case .pandoc: "pandoc"
        case .pdftotext: "poppler-utils"
        }
    }

    /// The package of PyPI that has it, if one does; `tools/typst` makes a program of it.
    package var pythonPackage: String? { self == .typst ? "typst" : nil }

    /// What can't be done without it, and what to do: for the place where its button would be.
    package var message: String {
        let loss =
            switch self {
            case .typst: "Servern kan inte göra PDF-filer"
            case .pandoc: "Servern kan inte göra Word-filer eller läsa texten i Word- och ODT-filer"
            case .pdftotext: "Servern kan inte läsa texten i PDF-filer"
            }
        let remedy = debianPackage.map { "paketet \($0)" } ?? "programmet \(programName)"
        return
            "\(loss), eftersom programmet \(programName) saknas. Den som sköter servern behöver installera \(remedy) och starta om Samverka."
    }
}

/// Why no document came out, or no text.
package enum DocumentFault: Error, Hashable, Sendable {
    /// The program that does it isn't here.
    case missing(MissingTool)
    /// Too many are under way already.
    case busy
    /// It took longer than it may.
    case tooLate
    /// The file, or what comes out of it, is larger than it may be.
    case tooLarge
    /// The file is locked with a password.
    case locked
    /// The file is not what it should be.
    case broken
    /// The pages have no text: they are pictures.
    case scanned
    /// There is nothing in it.
    case empty
    /// The program failed on what we gave it, or couldn't be started; the words are for the log, and hold nothing of the document.
    case failed(String)

    /// What happened and what to do.
    package var message: String {
        switch self {
        case .missing(let tool):
            tool.message
        case .busy:
            "Servern arbetar redan med många filer. Vänta en minut och försök igen."
        case .tooLate:
            "Det tog för lång tid, så servern avbröt. Försök igen. Om det händer igen: dela upp filen i mindre delar."
        case .tooLarge:
            "Filen är för stor. Dela upp den i mindre delar och försök igen."
        case .locked:
            "Filen är låst med lösenord, så texten går inte att läsa. Spara den utan lösenord och försök igen."
        case .broken:
            "Filen går inte att läsa. Den kan vara skadad eller av ett annat slag än namnet säger. Öppna den i programmet som den "
                + "är gjord i, spara den på nytt och försök igen."
        case .scanned:
            "Det finns ingen text i filen, bara bilder. Den är troligen inskannad. Använd originalet som den skannades från, eller "
                + "skanna på nytt med textigenkänning (OCR)."
        case .empty:
            "Filen är tom. Kontrollera att du valde rätt fil."
        case .failed:
            "Något gick fel på servern, så filen blev inte färdig. Inget har ändrats. Försök igen. Om det händer igen: säg till den "
                + "som sköter servern."
        }
    }
}
