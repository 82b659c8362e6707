import Charts
import Cooperation
import Spreadsheets
import Statistics

extension KeyFigurePage {
    /// The values of what is chosen as a table for a file, a row for each.
    func table(_ words: Words) -> Table {
        let comparisons = words.comparisons
        let (isRanking, hasQuarters) = (choice.picture == .ranking, hasQuarters)
        var cells: [[String]] = []
        for row in rows {
            let similar = row.isSimilar ? likeness.map { "\($0.title) (\($0.source))" } ?? "" : ""
            for (index, value) in years.enumerated() where choice.picture == .lines || value == year {
                var remark = row.absences[index].flatMap { name in Absence.allCases.first { $0.name == name } }.map(
                    comparisons.reason
                )
                if row.values[index] != nil, figure.isPreliminary(value) { remark = comparisons.preliminary }
                cells.append(
                    [
                        id, row.code, row.name, comparisons.name(of: row.role), "\(value)", comparisons.name(of: row.gender),
                        row.values[index]?.plain ?? "", unit, similar, source, remark ?? "",
                    ]
                        + (isRanking
                            ? [
                                row.places.map { $0.map { "\($0)" }.joined(separator: "–") } ?? "",
                                hasQuarters ? quarter(of: row.code, words) ?? "" : "",
                            ] : [])
                )
            }
        }
        return Table(
            columns: [
                comparisons.keyFigure, comparisons.code, comparisons.name, comparisons.role, comparisons.year,
                comparisons.gender, comparisons.value, comparisons.unit, comparisons.likeChosen, comparisons.source,
                comparisons.remark,
            ] + (isRanking ? [comparisons.placeInOrder, comparisons.quarter] : []),
            rows: cells
        )
    }

    /// The table of the page as a workbook, with a sheet that says what it is.
    func workbook(_ reading: Reading) -> Workbook {
        let words = reading.words
        let comparisons = words.comparisons
        let shown = shownTable(words)
        var facts: [(String, String)] = [
            (comparisons.keyFigure, "\(id) \(title)"), (comparisons.unit, unit), (comparisons.whatIsMeasured, explanation),
            (comparisons.subject, subject),
        ]
        if let remark { facts.append((comparisons.remark, remark)) }
        if let origin { facts.append((comparisons.origin, origin)) }
        if let fetched { facts.append((comparisons.fetchedTitle, fetched)) }
        facts.append((comparisons.source, source))
        facts += notes(shown, words).map { (comparisons.note, $0) }
        return Workbook(
            title: title,
            author: reading.name,
            made: Int64(reading.day.number) * 86_400,
            sheets: [
                shown.sheet(named: id),
                .init(
                    name: comparisons.aboutSheet,
                    columns: [comparisons.about, ""],
                    rows: facts.map { [.text($0.0), .text($0.1)] }
                ),
            ]
        )
    }

    /// The drawing as a file.
    func drawingFile(_ words: Words) -> [UInt8] {
        DrawingFile(drawing(of: shownTable(words), shape: .wide, words), shape: .wide).bytes
    }

    /// What must be known of the values: why some aren't there, which are preliminary, and whose work they are.
    func notes(_ shown: ShownTable, _ words: Words) -> [String] {
        let comparisons = words.comparisons
        var notes: [String] = []
        let absences = shown.absences
        if absences.contains(where: { $0.sign == "–" }) { notes.append(comparisons.dash) }
        if absences.contains(.notApplicable) { notes.append(comparisons.dot) }
        if absences.contains(.privacy) { notes.append(comparisons.twoDots) }
        if let preliminaryFrom, let last = years.last, preliminaryFrom <= last {
            notes.append(comparisons.preliminaryFrom("\(preliminaryFrom)"))
        }
        for year in breaks where years.first.map({ $0 < year }) ?? false { notes.append(comparisons.notComparable("\(year)")) }
        notes.append(comparisons.sourceIs(source))
        if choice.picture == .ranking {
            notes.append(comparisons.ownReckoning(source))
            notes.append(comparisons.howPlacesCame)
            if let note = quartersNote(words) { notes.append(note) }
        } else if group != nil {
            notes.append(comparisons.ownReckoning(source))
        }
        notes.append(comparisons.ownWork(source))
        return notes
    }
}
