import Glibc

extension Journal {
    private static let trainingMark = "training"

    /// Whether this is the journal of a training copy: the same data, to try things on.
    package var isTraining: Bool {
        get throws(JournalError) { try meta(Journal.trainingMark) != nil }
    }

    /// Makes the journal that of a training copy, for good.
    ///
    /// The signed heads go: they say what another installation's journal held, and this one signs with a key of its own.
    fileprivate func becomeTraining() throws(JournalError) {
        try inTransaction { () throws(JournalError) in
            try setMeta(Journal.trainingMark, to: Array("1".utf8))
            try connection.run("DELETE FROM head")
        }
    }
}

extension DataFolder {
    /// Whether there is nothing in the folder, or no folder.
    package var isEmpty: Bool {
        get throws(JournalError) {
            guard let folder = opendir(path) else {
                guard errno == ENOENT else { throw JournalError(errno: errno, path: path) }
                return true
            }
            defer { closedir(folder) }
            // Two of its entries are the folder itself and the one above.
            var count = 0
            while readdir(folder) != nil { count += 1 }
            return count <= 2
        }
    }

    /// Makes a training copy of the installation in another folder, while it is read and written.
    ///
    /// The copy has all that a backup has, accounts too, and the key that second factors are encrypted under, so that people sign in to it as
    /// they do here. It has no sessions, no links, no drafts and no signing key.
    /// - Parameter target: the copy's folder; it is made if there is none.
    /// - Throws: ``JournalError/cannotOpen(path:reason:)`` when the target isn't empty; then nothing in it has been touched.
    package func makeTrainingCopy(in target: DataFolder) throws(JournalError) {
        let original = try Journal(file: database, mode: .readOnly)
        guard try target.isEmpty else { throw .cannotOpen(path: target.path, reason: "the folder is not empty") }
        try target.create()
        // It gets its name when it bears its mark: a copy without one would pass for the real thing.
        let partial = target.database + ".copying"
        do throws(JournalError) {
            try original.backup(to: partial)
            try mark(partial)
            if let key = try DurableFile.read(identityKey) { try DurableFile.create(target.identityKey, contents: key) }
            try DurableFile.rename(partial, to: target.database)
        } catch {
            for leftover in [partial, partial + "-wal", partial + "-shm", target.identityKey] { DurableFile.remove(leftover) }
            throw error
        }
    }

    /// Marks a copy, and closes it so that it is one file again.
    private func mark(_ file: String) throws(JournalError) {
        try Journal(file: file, mode: .readWrite(create: false)).becomeTraining()
    }
}
