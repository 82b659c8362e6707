import FoundationEssentials
import Testing

@testable import Statistics

/// The source's whole catalogue as it was in the spring of 2026.
///
/// It lies beside the repository, not in it: its texts are the source's. Tests that need it are skipped where it isn't.
enum RealCatalogue {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/kolada/data/rKolada").path

    static let isThere = FileManager.default.fileExists(atPath: folder + "/kpi.json")
    static let absence = "\(folder) saknas; Koladas hela katalog hör inte till förrådet"

    static func file(_ name: String) throws -> StatisticsTable.File {
        (name, Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))))
    }

    /// The catalogue of the three pages, read once.
    static let whole = Result {
        Catalogue(
            fetched: try #require(PublicationDay("2026-04-16")),
            figures: try CataloguePages.figures(try file("kpi.json")),
            places: try CataloguePages.places(try file("municipality.json")),
            groups: try CataloguePages.groups(try file("municipality_groups.json"))
        )
    }

    /// The search in it, made once.
    static let search = Result { CatalogueSearch(try whole.get()) }
}
