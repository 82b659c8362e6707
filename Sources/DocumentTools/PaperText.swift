/// How a text becomes what can be set on paper.
enum PaperText {
    /// A text with line feeds for all line ends, spaces for tabs, and a mark for what can't be seen and makes a text other than it looks.
    ///
    /// Those are controls, marks that turn the direction of what follows, and code points that are no characters; files of Word can't hold
    /// most of them at all.
    static func settable(_ text: String) -> String {
        var settable = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A where wasReturn: break
            case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: settable.append("\n")
            case 0x09: settable.append(" ")
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: settable.append("\u{FFFD}")
            case _ where scalar.properties.isNoncharacterCodePoint: settable.append("\u{FFFD}")
            default: settable.append(scalar)
            }
        }
        return String(settable)
    }

    /// A text on one line.
    static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(settable(text).unicodeScalars.map { $0 == "\n" ? " " : $0 }))
    }

    /// Which characters are set as they are; the others are spelled out.
    enum Repertoire: CaseIterable {
        /// All there are.
        case all
        /// Those that one of the fonts in typst is known to have: Libertinus Serif, New Computer Modern or DejaVu Sans Mono.
        case inFonts
        /// Those of European languages in Latin letters. A mark on a letter that it doesn't belong to can be more than a font can set.
        case latin

        /// Whether a character is set as it is.
        func contains(_ scalar: Unicode.Scalar) -> Bool {
            switch self {
            case .all: true
            case .inFonts: PaperText.fontStretches.contains { $0.contains(scalar.value) }
            case .latin: PaperText.latinStretches.contains { $0.contains(scalar.value) }
            }
        }
    }

    /// A text with the number of a character, as in `[U+1F600]`, in the place of each that isn't set as it is.
    static func spelledOut(_ text: String, beyond repertoire: Repertoire) -> String {
        guard !text.unicodeScalars.allSatisfy(repertoire.contains) else { return text }
        var spelled = ""
        for scalar in text.unicodeScalars {
            if repertoire.contains(scalar) {
                spelled.unicodeScalars.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                spelled += "[U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "]"
            }
        }
        return spelled
    }

    /// What is in the fonts, in whole stretches, so that the list can be read.
    ///
    /// A test sets every one of them.
    static let fontStretches: [ClosedRange<UInt32>] = [
        0x0A...0x0A, 0x20...0x7E, 0xA0...0x377, 0x37A...0x37F, 0x384...0x38A, 0x38E...0x3A1, 0x3A3...0x484, 0x487...0x4FF,
        0x5B0...0x5BC, 0x5D0...0x5EA, 0x60C...0x60C, 0x61B...0x61B, 0x61F...0x61F, 0x621...0x63A, 0x640...0x64A, 0x660...0x669,
        0x1E00...0x1EFF, 0x2000...0x2027, 0x202F...0x2040, 0x2044...0x2052, 0x2070...0x2071, 0x2074...0x208E, 0x20A0...0x20BF,
        0x2100...0x211E, 0x2122...0x2122, 0x2126...0x214F, 0x2190...0x22FF, 0x2500...0x25FF, 0xFB00...0xFB06, 0xFFFD...0xFFFD,
    ]

    private static let latinStretches: [ClosedRange<UInt32>] = [
        0x0A...0x0A, 0x20...0x7E, 0xA0...0x17F, 0x2010...0x2015, 0x2018...0x2026, 0x20AC...0x20AC, 0xFFFD...0xFFFD,
    ]

    /// The address if it is one that a document may lead to.
    ///
    /// A document is opened on the reader's own computer, where an address of another kind can start a program.
    static func address(_ address: String) -> String? {
        guard ["https://", "http://", "mailto:"].contains(where: address.lowercased().hasPrefix) else { return nil }
        guard address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F && settable(String($0)) == String($0) })
        else { return nil }
        return address
    }
}

/// The few words of a document that stand in every one.
struct PaperWords: Sendable {
    var added: String
    var struck: String
    var page: String
    var of: String
    /// The language with its country.
    var tag: String

    /// The words in the language of a document.
    init(_ language: String) {
        self =
            language == "en"
            ? PaperWords(added: "Added", struck: "Struck", page: "Page", of: "of", tag: "en-GB")
            : PaperWords(added: "Tillagt", struck: "Struket", page: "Sida", of: "av", tag: "sv-SE")
    }

    private init(added: String, struck: String, page: String, of: String, tag: String) {
        self.added = added
        self.struck = struck
        self.page = page
        self.of = of
        self.tag = tag
    }
}
