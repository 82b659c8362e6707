/// If a text that was taken out of a file, such as an annex in PDF, is the locked text.
///
/// A character that is changed, added or gone anywhere in the words is found, as are two words that became one. What only is layout is
/// not told as a difference:
///
/// - white space of every kind, and where lines and pages end;
/// - a hyphen at the end of a line, which may part a word (`kom-` `mun`), belong to it (`e-` `post`) or end it (`samhälls-` `och`): what
///   the locked text has there decides. So does it for the letter that Swedish writes once more when three alike meet (`till-` `lägg`);
/// - a hyphen between letters that is gone (`epost`, `samhällsoch`): `pdftotext` takes away every hyphen that a line ends with, and what
///   it leaves may be in the middle of a line. A hyphen between digits is not taken so;
/// - soft hyphens and other characters that aren't seen, but not those that turn the direction of the text;
/// - ligatures, three dots as one sign, hyphens where no line may end, accents as code points of their own;
/// - which bullet a list has, or if it has any;
/// - running headers, footers and page numbers (`Pages`). They are told, since a line of the text could be hidden among them;
/// - the form of a quotation mark. Word processors turn `"` into `”` without being asked, and no word is another by it. A quotation mark
///   that is gone is a difference.
///
/// A dash instead of a hyphen is a difference, as is a capital instead of a small letter.
package enum SameText: Hashable, Sendable {
    /// The same, byte for byte.
    case identical
    /// The same words and signs in another layout.
    ///
    /// What was taken as running headers, footers and page numbers, and so not compared, is given once each, as it first stands.
    case onlyLayout(setAside: [String])
    /// Other words or signs.
    ///
    /// The old text is the locked one, line by line and without bullets; the new has its white space where the words are the same. A word
    /// parted at the end of a line is told as the locked text has it, if it has it. Other changes are told as they stand.
    case differs(WordDifference)

    /// Compares a locked text with what `pdftotext` or `pandoc --to plain` made of a file.
    ///
    /// - Parameters:
    ///   - locked: Lines, each a heading, a paragraph or a list item that begins with a bullet.
    ///   - extracted: Lines, with a form feed between pages.
    package init(locked: String, extracted: String) {
        if locked.utf8.elementsEqual(extracted.utf8) {
            self = .identical
            return
        }
        let (locked, pages) = (LockedText(locked), Pages(extracted))
        if let setAside = locked.linesSetAside(in: pages) {
            var told: Set<String> = []
            self = .onlyLayout(setAside: setAside.filter { told.insert(pages.keys[$0]).inserted }.map { pages.lines[$0].text })
            return
        }
        let difference = WordDifference(from: locked.text, to: locked.relaid(pages), withLayout: false)
        guard difference.isSame else {
            self = .differs(difference)
            return
        }
        // What was put together to be read has hidden the difference: it is told as it stands.
        let plain = WordDifference(from: locked.text, to: pages.lines.map(\.text).joined(separator: "\n"), withLayout: false)
        self = plain.isSame ? .onlyLayout(setAside: []) : .differs(plain)
    }
}
