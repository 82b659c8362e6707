import Cooperation

extension Plan {
    /// Reads the table of how many live where.
    mutating func readPopulation(_ file: SourceFile, _ log: FaultLog) {
        guard let table = CSVTable(file, log), let columns = PopulationColumns(table, log) else { return }
        var seen: [String: Int] = [:]
        for row in table.rows {
            let place = row.fields[columns.municipality]
            let date = row.fields[columns.date]
            let key = "\(place) \(date)"
            if let earlier = seen[key] {
                log.add(row.line, "Folkmängden för ”\(place)” \(date) står redan på rad \(earlier). Behåll en av raderna.")
            }
            seen[key] = row.line
            readPopulation(row, columns, log)
        }
    }

    private mutating func readPopulation(_ row: CSVTable.Row, _ columns: PopulationColumns, _ log: FaultLog) {
        let place = row.fields[columns.municipality]
        let municipality: Municipality.ID? = place == PopulationColumns.everybody ? nil : Municipality.ID(place)
        if let municipality {
            references.append((.municipality(municipality), row.line, log))
        } else if place != PopulationColumns.everybody {
            log.add(row.line, "”\(place)” är inte en kommun. Skriv kommunens namn i adresser, som ”haninge”, eller ”alla”.")
        }
        let day = Day(row.fields[columns.date])
        if day == nil {
            log.add(row.line, "”\(row.fields[columns.date])” är inte ett datum som finns. Skriv som 2024-12-31.")
        }
        let count = Self.count(row.fields[columns.count])
        if count == nil {
            log.add(row.line, "”\(row.fields[columns.count])” är inte ett antal invånare. Skriv ett heltal, som 100895.")
        }
        let basis = PopulationColumns.bases[row.fields[columns.basis]]
        if basis == nil {
            log.add(row.line, "”\(row.fields[columns.basis])” är inte ett slags uppgift. Skriv ”publicerad” eller ”härledd”.")
        }
        guard let day, let count, let basis else { return }
        let remark = columns.remark.map { row.fields[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        let sources = columns.sources.map { row.fields[$0] } ?? ""
        let request = RecordPopulation(
            municipality: municipality,
            count: count,
            basis: basis,
            remarks: remark.map { [$0] } ?? [],
            sources: sources.unicodeScalars.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }.map {
                Source($0)
            }
        )
        let origin = PlannedRequest.Origin(file: log.file, line: row.line)
        population.append(PlannedRequest(request: request, period: .day(day), origin: origin))
    }

    /// The number in a field; spaces between thousands are let pass, since spreadsheets write them.
    private static func count(_ field: String) -> Int? {
        var figures = ""
        for scalar in field.unicodeScalars where !scalar.properties.isWhitespace {
            guard ("0"..."9").contains(scalar) else { return nil }
            figures.unicodeScalars.append(scalar)
        }
        return Int(figures).flatMap { $0 <= 20_000_000 ? $0 : nil }
    }
}

/// Where in a row each thing stands.
private struct PopulationColumns {
    /// Stands for all members together.
    static let everybody = "alla"

    static let bases: [String: Municipality.Population.Basis] = ["publicerad": .published, "härledd": .derived]

    let municipality: Int
    let date: Int
    let count: Int
    let basis: Int
    let remark: Int?
    let sources: Int?

    init?(_ table: CSVTable, _ log: FaultLog) {
        let required = ["kommun", "datum", "antal", "uppgift"]
        let known = required + ["anmärkning", "källa"]
        for (index, column) in table.columns.enumerated() {
            if !known.contains(column) {
                log.add(table.line, "Kolumnen ”\(column)” är okänd.\(suggestion(for: column, among: known))")
            } else if table.columns.firstIndex(of: column) != index {
                log.add(table.line, "Kolumnen ”\(column)” finns två gånger. Ta bort den ena.")
            }
        }
        for column in required where !table.columns.contains(column) {
            log.add(
                table.line,
                "Kolumnen ”\(column)” saknas. En tabell över folkmängd har kolumnerna \(known.joined(separator: ", "))."
            )
        }
        guard let municipality = table.columns.firstIndex(of: "kommun"), let date = table.columns.firstIndex(of: "datum"),
            let count = table.columns.firstIndex(of: "antal"), let basis = table.columns.firstIndex(of: "uppgift")
        else { return nil }
        self.municipality = municipality
        self.date = date
        self.count = count
        self.basis = basis
        remark = table.columns.firstIndex(of: "anmärkning")
        sources = table.columns.firstIndex(of: "källa")
    }
}
