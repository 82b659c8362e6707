/// A key figure as the source's catalogue describes it.
///
/// What the source says is kept as it says it, with the text repaired (`RepairedText`). What it says only in words (the unit, the breaks,
/// whether the series has ended, who made the figures) is read out of them when asked for, so that a better reading needs no new fetch.
package struct CatalogueFigure: Hashable, Sendable, Identifiable {
    /// What the key figure is counted for.
    package enum Level: String, Hashable, Sendable, CaseIterable {
        case municipality = "K"
        case region = "L"
        case both = "A"
    }

    package let id: KeyFigure.ID
    /// The title with the unit and, for a series that has ended, the last year: 'Kostnad hemtjänst, kr/inv 65+ (-2024)'.
    package let title: String
    /// What is measured and by whom, as the source says it; paragraphs are separated by line breaks.
    package let description: String
    package let isDividedByGender: Bool
    package let level: Level
    /// By whom the service is run: E, T, X, P, O or A, which the source doesn't explain.
    package let auspice: String?
    /// The service that it belongs to: 'Grundskola åk 0-9 inkl förskoleklass'.
    ///
    /// Eighteen there are.
    package let operatingArea: String
    /// 'Resurser', 'Kvalitet och resultat', 'Volymer' or 'Övrigt'.
    package let perspective: String?
    /// When preliminary values of `publicationPeriod` come; nil when there are none such.
    package let preliminaryPublication: PublicationDay?
    /// When its final values come.
    package let publication: PublicationDay?
    /// The year that the two days are about.
    package let publicationPeriod: Int?
    /// Whether there are values for single schools and homes, which aren't fetched.
    package let hasUnits: Bool

    package init(
        id: KeyFigure.ID,
        title: String,
        description: String,
        isDividedByGender: Bool = false,
        level: Level = .municipality,
        auspice: String? = nil,
        operatingArea: String,
        perspective: String? = nil,
        preliminaryPublication: PublicationDay? = nil,
        publication: PublicationDay? = nil,
        publicationPeriod: Int? = nil,
        hasUnits: Bool = false
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.isDividedByGender = isDividedByGender
        self.level = level
        self.auspice = auspice
        self.operatingArea = operatingArea
        self.perspective = perspective
        self.preliminaryPublication = preliminaryPublication
        self.publication = publication
        self.publicationPeriod = publicationPeriod
        self.hasUnits = hasUnits
    }

    /// The unit in words, read from the title's tail; empty when the title doesn't say it.
    package var unit: String { TitleTail(title).unit }

    /// The last year that is counted; nil while the series goes on.
    package var lastYear: Int? { TitleTail(title).lastYear }

    /// The years from which it is counted in another way, read from the description, in order.
    package var breaks: [SeriesBreak] { SeriesBreak.found(in: description) }

    /// Who made the figures that the source passes on, as the description says after 'Källa:'; nil when it doesn't.
    package var origin: String? {
        guard let start = sourceClause else { return nil }
        var rest = description[start.upperBound...]
        while let first = rest.first, first == ":" || first == " " || first == "\n" { rest.removeFirst() }
        while let last = rest.last, last == "." || last == " " || last == "\n" { rest.removeLast() }
        return rest.isEmpty ? nil : rest.split(separator: "\n").joined(separator: " ")
    }

    /// The description without the clause that says who made the figures.
    package var explanation: String {
        guard let start = sourceClause else { return description }
        var rest = description[..<start.lowerBound]
        while rest.last == " " || rest.last == "\n" { rest.removeLast() }
        return rest.isEmpty ? description : String(rest)
    }

    /// Where the last 'Källa' stands.
    private var sourceClause: Range<String.Index>? {
        let word = "Källa"
        let bytes = description.utf8
        guard var index = bytes.index(bytes.endIndex, offsetBy: -word.utf8.count, limitedBy: bytes.startIndex) else { return nil }
        while true {
            if bytes[index...].starts(with: word.utf8) {
                let end = bytes.index(index, offsetBy: word.utf8.count)
                // 'Källarlokal' is no source.
                if end == bytes.endIndex || description[end] == ":" || description[end] == " " { return index..<end }
            }
            if index == bytes.startIndex { return nil }
            index = bytes.index(before: index)
        }
    }

    /// Whether the values of a year are preliminary.
    ///
    /// The source marks no value as such: it says for one year when preliminary and when final values come.
    ///
    /// - Parameters:
    ///   - year: the year that the value is about.
    ///   - day: the day on which it is looked at, or better the day on which it was fetched.
    /// - Returns: true when the final value of the year hadn't come by that day, and the source says that there are preliminary ones.
    package func isPreliminary(_ year: Int, on day: PublicationDay) -> Bool {
        guard let publicationPeriod, let publication, year >= publicationPeriod, day < publication else { return false }
        // Before the preliminary day too: a value that has come all the same is no more certain for it.
        return preliminaryPublication != nil
    }

    /// The key figure as pages show it.
    package var keyFigure: KeyFigure {
        let tail = TitleTail(title)
        let breaks = self.breaks
        return KeyFigure(
            id: id,
            title: title,
            unit: tail.unit,
            decimals: tail.decimals,
            subject: operatingArea,
            explanation: explanation,
            origin: origin,
            comparableFrom: breaks.last?.year,
            remark: breaks.last?.words
        )
    }
}
