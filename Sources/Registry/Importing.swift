import Cooperation
package import Import

extension Registrar {
    /// Reads files and records everything in them, or nothing.
    ///
    /// - Parameters:
    ///   - files: in any order.
    ///   - form: the submission's own id.
    /// - Returns: where the acts stand, or everything that is wrong with the files.
    /// - Throws: `Unavailable`.
    package nonisolated func importing(_ files: [SourceFile], form: [UInt8]?) async throws -> Result<Receipt, ImportFaults> {
        let planned: [PlannedRequest]
        do {
            planned = try Import.read(files, into: snapshot.cooperation)
        } catch {
            return .failure(error)
        }
        do {
            return .success(try await perform(planned.map { Dated($0.request, $0.period) }, as: .importer, form: form))
        } catch let refused as Refused {
            let planned = planned[refused.index]
            return .failure(ImportFaults(faults: [planned.fault(refused.refusal)], filesWithMore: []))
        }
    }
}
