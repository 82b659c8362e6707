import Glibc

/// The folder where an installation keeps everything it has: the names of its files, and the lock on it.
package struct DataFolder: Sendable, Hashable {
    /// The folder's path.
    package let path: String

    /// A folder that may not exist yet.
    package init(_ path: String) {
        self.path = path
    }

    /// The journal, the content store and the vault.
    package var database: String { path + "/samverka.sqlite" }
    /// The file whose lock says which process holds the folder.
    package var lock: String { path + "/samverka.lock" }
    /// Where commands beside a running server speak to it.
    package var socket: String { path + "/samverka.socket" }
    /// The installation's Ed25519 key.
    package var signingKey: String { path + "/signing-key" }
    /// The key that second factors are encrypted with; not in a backup, so that a copied database alone opens nothing.
    package var identityKey: String { path + "/identity-key" }
    /// The signed heads, one line each day.
    package var heads: String { path + "/heads.txt" }
    /// What has been erased, kept outside the database so that a restored backup can forget it again.
    package var erasures: String { path + "/erasures.txt" }

    /// Makes the folder if there is none, and closes it to all but its owner.
    ///
    /// A folder that was open to others is closed too: what lies in it names people, and whoever reaches the socket may write.
    package func create() throws(JournalError) {
        if mkdir(path, 0o700) == 0 { return }
        guard errno == EEXIST else { throw JournalError(errno: errno, path: path) }
        guard chmod(path, 0o700) == 0 else { throw JournalError(errno: errno, path: path) }
    }

    /// Takes the folder for this process, or throws ``JournalError/locked(path:)`` if another has it.
    ///
    /// The operating system lets go of the lock when the process ends, however it ends, so no stale lock is left behind.
    package func hold() throws(JournalError) -> FolderLock {
        try FolderLock(file: lock)
    }
}

/// The right to write in a data folder, until it goes out of scope.
///
/// It can't be copied, and unlike a class instance it lives to the end of the scope that owns it, used or not.
package struct FolderLock: ~Copyable, Sendable {
    private let file: OpenFile

    fileprivate init(file path: String) throws(JournalError) {
        let file = try OpenFile(path, O_RDWR | O_CREAT)
        guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw errno == EWOULDBLOCK ? .locked(path: path) : JournalError(errno: errno, path: path)
        }
        self.file = file
    }
}
