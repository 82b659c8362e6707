import Glibc
package import SeriesStore
package import Statistics

/// Takes pages that somebody has saved, and tables of comma-separated values, into an installation's folder.
package enum SavedPages {
    /// What an import came to.
    package struct Outcome: Sendable {
        package var files: Int
        /// Nil when no catalogue was among the files.
        package var catalogue: Catalogue?
        /// Nil when no values were.
        package var changes: Changes?
        /// The table of revisions; nil when nothing has been revised.
        package var revisions: String?
    }

    /// What a file holds.
    enum Kind: Hashable { case figures, places, groups, values }

    /// Takes in files, and in folders all their files that end in json or csv.
    ///
    /// All of it is read before any of it is written: when something is wrong anywhere, nothing is taken in.
    ///
    /// - Parameters:
    ///   - paths: files and folders.
    ///   - folder: where it is to be.
    ///   - today: the day it is.
    ///   - moment: the moment it is, in ISO 8601.
    /// - Returns: what it came to.
    /// - Throws: `SavedPagesFault`, `PullFaults`, `StatisticsFaults` or `StoreError`; what was in the folder is then as it was.
    package static func take(
        _ paths: [String],
        into folder: StatisticsFolder,
        today: PublicationDay,
        moment: String
    ) throws -> Outcome {
        let files = try paths.flatMap { try expanded($0) }
        guard !files.isEmpty else { throw SavedPagesFault.noFiles }
        let kinds = try files.map { try kind(of: $0) }
        func of(_ kind: Kind) -> [String] { zip(files, kinds).filter { $0.1 == kind }.map(\.0) }

        let figures = try of(.figures).flatMap { try CataloguePages.figures(($0, try DiskFile.read($0))) }
        let places = try of(.places).flatMap { try CataloguePages.places(($0, try DiskFile.read($0))) }
        let groups = try of(.groups).flatMap { try CataloguePages.groups(($0, try DiskFile.read($0))) }
        try folder.create()
        let values = of(.values)
        let pull = values.isEmpty ? nil : try Pull.read(values.map { Page(file: $0) }, spillFolder: folder.path)

        var outcome = Outcome(files: files.count)
        if let pull { (outcome.changes, outcome.revisions) = try take(pull, into: folder, moment) }
        if !figures.isEmpty || !places.isEmpty || !groups.isEmpty {
            // What isn't among the files is as it was.
            let old = try folder.openCatalogue()
            let catalogue = Catalogue(
                fetched: today,
                figures: figures.isEmpty ? old?.figures ?? [] : figures,
                places: places.isEmpty ? old?.places ?? [] : places,
                groups: groups.isEmpty ? old?.groups ?? [] : groups
            )
            try folder.replace(catalogue)
            outcome.catalogue = catalogue
        }
        return outcome
    }

    private static func take(_ pull: Pull, into folder: StatisticsFolder, _ moment: String) throws -> (
        Changes, revisions: String?
    ) {
        let draft = RevisionDraft(folder.path)
        let table = try draft.begin()
        defer { draft.remove() }
        let update = try SeriesStore.update(
            folder: folder.path,
            with: pull,
            vintage: Vintage(source: "Kolada", fetched: moment),
            revised: { table.add($0) }
        )
        guard case .written(let changes) = update else { throw SavedPagesFault.noValues }
        try table.finish()
        return (changes, try draft.name(in: folder.revisions, at: moment, isNew: changes.revised > 0))
    }

    /// The file, or the files of a folder in the order of their names.
    private static func expanded(_ path: String) throws -> [String] {
        var status = stat()
        guard stat(path, &status) == 0 else { throw SavedPagesFault.unreadable(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
        guard let folder = opendir(path) else { throw SavedPagesFault.unreadable(path) }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".json") || name.hasSuffix(".csv") { names.append(name) }
        }
        guard !names.isEmpty else { throw SavedPagesFault.emptyFolder(path) }
        return names.sorted().map { "\(path)/\($0)" }
    }

    /// What a file holds, by the names of the fields in its beginning.
    static func kind(of path: String) throws(StoreError) -> Kind {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: path, errno: errno) }
        defer { close(descriptor) }
        var start = [UInt8](repeating: 0, count: 1 << 14)
        let count = Glibc.read(descriptor, &start, start.count)
        guard count >= 0 else { throw .system(path: path, errno: errno) }
        return kind(ofBeginning: start[..<count])
    }

    static func kind(ofBeginning start: ArraySlice<UInt8>) -> Kind {
        guard let first = start.first(where: { $0 > 32 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }), first == UInt8(ascii: "{")
        else {
            return .values
        }
        let has = { (name: String) in start.contains(Array("\"\(name)\"".utf8)) }
        if has("operating_area") { return .figures }
        if has("kpi") || has("period") { return .values }
        if has("members") { return .groups }
        return has("type") && has("title") ? .places : .values
    }
}

/// Why saved pages can't be taken in.
package enum SavedPagesFault: Error, Hashable, Sendable, CustomStringConvertible {
    case noFiles
    case noValues
    case unreadable(String)
    case emptyFolder(String)

    package var description: String {
        switch self {
        case .noFiles: "Ange minst en fil eller mapp."
        case .noValues: "Det finns inga värden i filerna. Ingenting har ändrats. Kontrollera att det är rätt filer."
        case .unreadable(let path): "\(path) går inte att läsa. Kontrollera namnet och behörigheten."
        case .emptyFolder(let path): "I mappen \(path) finns inga filer som slutar på .json eller .csv."
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether some bytes stand somewhere in these.
    fileprivate func contains(_ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first, count >= pattern.count else { return false }
        for index in startIndex...(endIndex - pattern.count)
        where self[index] == first && self[index..<(index + pattern.count)].elementsEqual(pattern) {
            return true
        }
        return false
    }
}
