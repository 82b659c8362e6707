import Journal
import Kolada
import SeriesStore
import Statistics

extension Int {
    /// The number with hard spaces between thousands.
    var spaced: String {
        var text = ""
        for (index, digit) in String(magnitude).reversed().enumerated() {
            if index > 0, index.isMultiple(of: 3) { text = "\u{A0}" + text }
            text = String(digit) + text
        }
        return self < 0 ? "−" + text : text
    }
}

extension Catalogue {
    /// How much it has.
    var inWords: String {
        "Katalogen har \(figures.count.spaced) nyckeltal, \(places.count.spaced) kommuner och regioner och "
            + (groups.count == 1 ? "en grupp." : "\(groups.count.spaced) grupper.")
    }
}

extension Changes {
    /// What became of the values.
    fileprivate var inWords: [String] {
        var lines = ["\(added.spaced) nya uppgifter, \(unchanged.spaced) som förut, \(revised.spaced) ändrade."]
        if withdrawn > 0 { lines.append("\(withdrawn.spaced) av de ändrade hade ett värde och har inget längre.") }
        return lines
    }
}

extension Fetch.Outcome {
    /// What was fetched, line by line.
    var inWords: [String] {
        var lines = [
            "Klart. \(catalogue.inWords)"
        ]
        lines += changes?.inWords ?? ["Inga uppgifter har ändrats."]
        if let revisions { lines.append("Ändringarna finns i \(revisions).") }
        return lines
    }
}

extension SavedPages.Outcome {
    /// What was taken in, line by line.
    var inWords: [String] {
        var lines = [files == 1 ? "Klart. En fil är inläst." : "Klart. \(files.spaced) filer är inlästa."]
        if let catalogue {
            lines.append(catalogue.inWords)
        }
        lines += changes?.inWords ?? []
        if let revisions { lines.append("Ändringarna finns i \(revisions).") }
        return lines
    }
}

extension FinderReport {
    /// The candidates, for whoever reads rather than computes.
    func inWords(_ catalogue: Catalogue) -> [String] {
        var lines: [String] = []
        for row in rows {
            guard let classification = row.classification, classification == .example || classification == .possible else {
                continue
            }
            let change = Int((row.change * 100).rounded())
            let letter = classification.rawValue
            lines.append(
                "\(letter)  \(row.card), \(catalogue.name(of: row.municipality)): \(change < 0 ? "−" : "")\(abs(change)) procent mot liknande kommuner, "
                    + "\(row.years.lowerBound)–\(row.years.upperBound)"
            )
        }
        let (falls, rises) = largeChanges
        lines.append(
            "\(tests.spaced) prövningar. Lika stora förändringar: \(falls.spaced) sänkningar och \(rises.spaced) ökningar."
        )
        if let examples = examples(.strong), examples.count > 0 {
            lines.append(
                "Av \(examples.count.spaced) exempel med starkt stöd kan upp till \(Int(examples.byChance.rounded(.up)).spaced) vara slump."
            )
        }
        lines.append("Egen bearbetning av data från Kolada. Det här är kandidater: fråga kommunen innan något sägs om den.")
        return lines
    }
}

extension Stop {
    /// Any error of the statistics, in words.
    static func becauseOfStatistics(_ error: any Error, folder: DataFolder) -> Stop {
        switch error {
        case let fault as FetchFault: .prevented(fault.description)
        case let fault as ConnectionFault: .prevented(FetchFault.connection(fault, "Kolada").description)
        case let faults as PullFaults: .found("\(faults)\nIngenting har lästs in.")
        case let faults as StatisticsFaults: .found("\(faults)\nIngenting har lästs in.")
        case let fault as SavedPagesFault: .found(fault.description)
        case let faults as ServiceCardFaults: .found(faults.description)
        case let error as StoreError: .prevented(error.description)
        default: .because(error, folder: folder)
        }
    }
}
