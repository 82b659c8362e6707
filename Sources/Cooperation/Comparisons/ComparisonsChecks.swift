/// What every request about comparisons asks of its texts and figures.
enum ComparisonsCheck {
    /// The most characters in a name or a title.
    static let longestName = 160
    /// The most characters in an answer in words.
    static let longestText = 20_000
    /// The most values that one act rests on.
    static let mostValues = 1_000
    /// The most places that a study compares.
    static let mostPlaces = 60
    /// The years that the statistics can be about.
    static let years = 1_950...2_200

    static func name(_ text: String, field: String, _ blank: String) throws(Refusal) {
        guard !text.isBlank else { throw Refusal("comparisons.blank", field: field, blank) }
        try length(text, longestName, field: field)
    }

    static func text(_ passage: Passage?, field: String, _ blank: String? = nil) throws(Refusal) {
        if let blank, passage?.isBlank ?? true { throw Refusal("comparisons.blank", field: field, blank) }
        guard case .written(let text)? = passage else { return }
        try length(text, longestText, field: field)
    }

    static func year(_ year: Int, field: String) throws(Refusal) {
        guard years.contains(year) else {
            throw Refusal("comparisons.year", field: field, "Skriv året med fyra siffror: 2024.")
        }
    }

    static func keyFigure(_ id: String, field: String) throws(Refusal) {
        guard MeasureReference.isKeyFigure(id) else {
            throw Refusal(
                "comparisons.key-figure",
                field: field,
                "Skriv nyckeltalets beteckning med stora bokstäver och siffror, som i Kolada: N15008."
            )
        }
    }

    static func values(_ values: [CopiedValue]) throws(Refusal) {
        guard values.count <= mostValues else {
            throw Refusal(
                "comparisons.values",
                field: "values",
                "Det är \(values.count) värden, och högst \(mostValues) kan följa med. Välj färre mått, kommuner eller år."
            )
        }
        for value in values { try year(value.year, field: "values") }
        let cells = values.map { [$0.measure.text, $0.place, String($0.year), $0.gender.rawValue] }
        guard Set(cells).count == cells.count else {
            throw Refusal(
                "comparisons.value-twice",
                field: "values",
                "Samma mått, kommun, år och kön står två gånger bland värdena. Ta bort det ena."
            )
        }
    }

    private static func length(_ text: String, _ most: Int, field: String) throws(Refusal) {
        guard text.count > most else { return }
        throw Refusal(
            "comparisons.long",
            field: field,
            "Texten har \(text.count) tecken och får ha högst \(most). Korta den."
        )
    }
}

extension Pen {
    /// The commitment to a passage; nil when there is none, or nothing in it.
    mutating func writeUnlessBlank(_ passage: Passage?) -> Prose? {
        passage.flatMap { $0.isBlank ? nil : write($0) }
    }
}
