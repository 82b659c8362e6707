import FoundationEssentials
import Testing

@testable import Statistics

/// The reference cases, which stand beside the repository and aren't part of it: `../shared/kolada`.
enum ReferenceCases {
    static let folder = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined() + "/shared/kolada"
    static let arePresent = FileManager.default.fileExists(atPath: folder + "/ref/finder.json")
    static let absence: Comment =
        "The reference cases are absent: they are read from ../shared/kolada beside the repository, and these tests say nothing without them."

    static func read<Content: Decodable>(_ type: Content.Type, _ file: String) throws -> Content {
        try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: "\(folder)/ref/\(file)")))
    }
}

/// Key figures held in a dictionary.
struct HeldSeries: SeriesSource {
    var damaged: [KeyFigure.ID] = []
    var series: [KeyFigure.ID: [String: Series]] = [:]

    var keyFigures: [KeyFigure.ID] { series.keys.sorted() }
    func places(of keyFigure: KeyFigure.ID) -> [String] { series[keyFigure, default: [:]].keys.sorted() }
    func genders(of keyFigure: KeyFigure.ID) -> [Gender] { series[keyFigure] == nil ? [] : [.total] }
    func series(_ keyFigure: KeyFigure.ID, _ gender: Gender, in place: String) -> Series? {
        gender == .total ? series[keyFigure]?[place] : nil
    }
}

/// Whether two numbers are the same to within a tolerance, relative to the larger when they are large.
func isClose(_ one: Double, _ other: Double, _ tolerance: Double = 1e-9) -> Bool {
    abs(one - other) <= tolerance * max(1, abs(one), abs(other))
}
