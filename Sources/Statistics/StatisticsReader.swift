extension StatisticsTable {
    /// A file by the name that faults are told with.
    package typealias File = (name: String, bytes: [UInt8])

    /// Reads a table from the project's own files.
    ///
    /// - Parameters:
    ///   - values: a row for each value.
    ///   - keyFigures: a row for each key figure.
    ///   - areas: a row for each place, with its name.
    ///   - peers: a row for each pair of which one is like the other.
    /// - Throws: all faults, when there is one.
    package init(values: File, keyFigures: File, areas: File, peers: File) throws(StatisticsFaults) {
        var reader = StatisticsReader()
        reader.readAreas(areas)
        reader.readKeyFigures(keyFigures)
        reader.readPeers(peers)
        reader.readValues(values)
        guard reader.faults.isEmpty else { throw StatisticsFaults(faults: reader.faults) }
        self.init(
            keyFigures: reader.keyFigures.map(\.value),
            names: reader.names,
            peerGroups: reader.peerGroups,
            values: reader.observations
        )
    }
}

/// Makes a table of files, and gathers what is wrong in them.
private struct StatisticsReader {
    private(set) var names: [String: String] = [:]
    private(set) var keyFigures: [KeyFigure.ID: KeyFigure] = [:]
    private(set) var peerGroups: [PeerGroup] = []
    private(set) var observations: [Observation] = []
    private(set) var faults: [StatisticsFault] = []

    private static let genders: [String: Gender] = ["alla": .total, "kvinnor": .women, "män": .men]

    /// What a value is about.
    private struct Place: Hashable {
        var keyFigure: KeyFigure.ID
        var code: String
        var gender: Gender
        var year: Int
    }

    mutating func readAreas(_ file: StatisticsTable.File) {
        var sheet = Sheet(file, ["kod", "namn"])
        for row in sheet.rows {
            let code = row["kod"]
            if !code.isCode { sheet.add(row.line, "”\(code)” är inte en kod. Skriv fyra siffror, som 0136.") }
            if row["namn"].isEmpty { sheet.add(row.line, "Namnet saknas. Skriv vad kommunen heter.") }
            if names.updateValue(row["namn"], forKey: code) != nil {
                sheet.add(row.line, "Koden \(code) finns två gånger. Behåll en av raderna.")
            }
        }
        faults += sheet.faults
    }

    mutating func readKeyFigures(_ file: StatisticsTable.File) {
        let required = ["nyckeltal", "titel", "enhet", "decimaler", "ämne", "beskrivning"]
        var sheet = Sheet(file, required, optional: ["ursprung", "jämförbar från", "anmärkning"])
        for row in sheet.rows {
            guard let id = KeyFigure.ID(row["nyckeltal"]) else {
                sheet.add(row.line, Self.noKeyFigure(row["nyckeltal"]))
                continue
            }
            for column in required where row[column].isEmpty {
                sheet.add(row.line, "Fältet ”\(column)” är tomt. Det måste fyllas i.")
            }
            let decimals = Int(row["decimaler"])
            if !row["decimaler"].isEmpty, !(0...6).contains(decimals ?? -1) {
                sheet.add(row.line, "”\(row["decimaler"])” är inte ett antal decimaler. Skriv ett tal mellan 0 och 6.")
            }
            let from = row["jämförbar från"]
            if !from.isEmpty, from.year == nil { sheet.add(row.line, Self.noYear(from)) }
            let keyFigure = KeyFigure(
                id: id,
                title: row["titel"],
                unit: row["enhet"],
                decimals: decimals ?? 0,
                subject: row["ämne"],
                explanation: row["beskrivning"],
                origin: row["ursprung"].unlessEmpty,
                comparableFrom: from.year,
                remark: row["anmärkning"].unlessEmpty
            )
            if keyFigures.updateValue(keyFigure, forKey: id) != nil {
                sheet.add(row.line, "Nyckeltalet \(id) finns två gånger. Behåll en av raderna.")
            }
        }
        faults += sheet.faults
    }

    mutating func readPeers(_ file: StatisticsTable.File) {
        var sheet = Sheet(file, ["grupp", "ämne", "kod", "liknande", "källa"])
        for row in sheet.rows {
            for column in ["grupp", "ämne", "källa"] where row[column].isEmpty {
                sheet.add(row.line, "Fältet ”\(column)” är tomt. Det måste fyllas i.")
            }
            for code in [row["kod"], row["liknande"]] where names[code] == nil {
                sheet.add(row.line, Self.unknownArea(code))
            }
            let (code, similar) = (row["kod"], row["liknande"])
            let index =
                peerGroups.firstIndex { $0.title == row["grupp"] && $0.subject == row["ämne"] && $0.source == row["källa"] }
                ?? peerGroups.endIndex
            if index == peerGroups.endIndex {
                peerGroups.append(PeerGroup(title: row["grupp"], subject: row["ämne"], source: row["källa"], similar: [:]))
            }
            if peerGroups[index].similar[code, default: []].contains(similar) {
                sheet.add(row.line, "Att \(similar) liknar \(code) står redan i filen. Behåll en av raderna.")
            }
            peerGroups[index].similar[code, default: []].append(similar)
        }
        faults += sheet.faults
    }

    mutating func readValues(_ file: StatisticsTable.File) {
        var sheet = Sheet(file, ["nyckeltal", "år", "kön", "kod", "värde", "källa"])
        var lines: [Place: Int] = [:]
        var sources: [KeyFigure.ID: String] = [:]
        for row in sheet.rows {
            let id = KeyFigure.ID(row["nyckeltal"])
            if let id, keyFigures[id] == nil {
                sheet.add(row.line, "Nyckeltalet \(id) är inte beskrivet. Lägg till det bland nyckeltalen, eller rätta raden.")
            } else if id == nil {
                sheet.add(row.line, Self.noKeyFigure(row["nyckeltal"]))
            }
            let year = row["år"].year
            if year == nil { sheet.add(row.line, Self.noYear(row["år"])) }
            let gender = Self.genders[row["kön"]]
            if gender == nil { sheet.add(row.line, "”\(row["kön"])” är inte ett kön här. Skriv ”alla”, ”kvinnor” eller ”män”.") }
            let code = row["kod"]
            if names[code] == nil { sheet.add(row.line, Self.unknownArea(code)) }
            let value = row["värde"].number
            if !row["värde"].isEmpty, value == nil {
                sheet.add(
                    row.line,
                    "”\(row["värde"])” är inte ett tal. Skriv som 75.3, eller lämna fältet tomt om källan inte har något."
                )
            }
            let source = row["källa"]
            if source.isEmpty { sheet.add(row.line, "Fältet ”källa” är tomt. Det måste fyllas i.") }
            guard let id, let year, let gender else { continue }
            if let earlier = lines.updateValue(row.line, forKey: Place(keyFigure: id, code: code, gender: gender, year: year)) {
                sheet.add(row.line, "Värdet står redan på rad \(earlier). Behåll en av raderna.")
            }
            if !source.isEmpty, let other = sources.updateValue(source, forKey: id), other != source {
                sheet.add(row.line, "\(id) har en annan källa längre upp: ”\(other)”. Ett nyckeltal har en källa.")
            }
            observations.append(Observation(id, in: code, gender, year: year, value: value, source: source))
        }
        faults += sheet.faults
    }

    private static func noKeyFigure(_ text: String) -> String {
        "”\(text)” är inte ett nyckeltal. Skriv N eller U och fem siffror, som N15419."
    }

    private static func noYear(_ text: String) -> String { "”\(text)” är inte ett år. Skriv fyra siffror, som 2022." }

    private static func unknownArea(_ code: String) -> String {
        "Koden ”\(code)” har inget namn. Lägg till den bland områdena, eller rätta raden."
    }
}

extension String {
    fileprivate var isCode: Bool { utf8.count == 4 && hasOnlyFigures }

    private var hasOnlyFigures: Bool { utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }

    fileprivate var year: Int? {
        guard utf8.count == 4, hasOnlyFigures, let year = Int(self), (1900...2199).contains(year) else { return nil }
        return year
    }

    fileprivate var unlessEmpty: String? { isEmpty ? nil : self }

    /// A decimal number with a point or a comma, without powers of ten and the other things that a `Double` can be read from.
    fileprivate var number: Double? {
        var text = ""
        var points = 0
        var figures = 0
        for (index, scalar) in unicodeScalars.enumerated() {
            switch scalar {
            case "0"..."9":
                figures += 1
                text.unicodeScalars.append(scalar)
            case ".", ",":
                points += 1
                text += "."
            case "-", "−":
                guard index == 0 else { return nil }
                text += "-"
            default: return nil
            }
        }
        guard figures > 0, points <= 1, text.utf8.last != UInt8(ascii: ".") else { return nil }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}
