package import Cooperation
import Import

/// What is wrong with a file that was to be read as a programme.
package struct ProgrammeFileFaults: Error, Sendable {
    /// In Swedish, with the number of each line.
    package let inWords: String
}

extension Registrar {
    /// The edition in a file in the import format, for a draft to begin from; nothing is recorded.
    ///
    /// - Parameters:
    ///   - name: the file's name, by which faults are told.
    ///   - bytes: its content.
    /// - Returns: what a draft begins with, or everything that is wrong.
    package nonisolated func edition(
        inFile name: String,
        _ bytes: [UInt8]
    ) -> Result<BeginDraft.Origin, ProgrammeFileFaults> {
        // The suffix tells the format; what somebody sends from a browser may be called anything.
        let file = SourceFile(name: name.lowercased().hasSuffix(".txt") ? name : name + ".txt", bytes: bytes)
        do {
            let requests = try Import.read([file], into: snapshot.cooperation)
            let editions = requests.compactMap { $0.request as? RecordEdition }
            guard editions.count == 1 else {
                return .failure(.init(inWords: "Filen ska ha ett program, och bara ett. Den här har \(editions.count)."))
            }
            // A draft is a text to be decided on as a whole: nothing has come to it afterwards.
            guard !requests.contains(where: { $0.request is ExtendEdition }) else {
                return .failure(
                    .init(inWords: "Ett utkast kan inte ha delar med ”tillkom”. Ta bort de raderna och läs in filen igen.")
                )
            }
            return .success(.file(editions[0], serving: requests.compactMap { $0.request as? ServeFrameGoal }))
        } catch {
            return .failure(.init(inWords: error.description))
        }
    }
}
