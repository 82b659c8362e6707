/// The state of a verification as it goes from row to row.
struct Walk {
    private(set) var tip = Tip.empty
    private(set) var contentCount: Int64 = 0
    private(set) var erasedCount: Int64 = 0
    private(set) var isStopped = false
    var finding: Verification.Finding?

    /// The hashes found at the positions that heads name.
    private var hashes: [Int64: Digest] = [0: .zero]
    private let headPositions: Set<Int64>

    init(heads: [Head]) {
        headPositions = Set(heads.map(\.tip.position))
    }

    var isWholeSoFar: Bool { finding == nil && !isStopped }

    private static let entryColumns: [(name: String, storage: Storage)] = [
        ("position", .integer), ("previous", .blob), ("recorded", .integer), ("happened", .integer),
        ("precision", .text), ("actor", .text), ("kind", .text), ("payload", .blob), ("hash", .blob),
    ]

    private static let precisions = Precision.allCases.map { Array($0.rawValue.utf8) }

    mutating func entries(_ connection: SQLiteConnection, _ goesOn: (Int64) -> Bool) throws(JournalError) {
        // NOT INDEXED: the rows are read in the order of the table's own tree, so that no index can hide one.
        var rows = try connection.query(
            """
            SELECT position, previous, recorded, happened, precision, actor, kind, payload, hash
            FROM journal NOT INDEXED ORDER BY position
            """
        )
        while try rows.next() {
            if let fault = fault(rows) {
                finding = .entry(position: tip.position + 1, fault)
                return
            }
            if tip.position.isMultiple(of: 1000), !goesOn(tip.position) {
                isStopped = true
                return
            }
        }
    }

    /// What is wrong with a row as the next entry; if nothing is, it becomes the tip.
    private mutating func fault(_ row: borrowing Rows) -> Verification.EntryFault? {
        // SQLite stores any value in any column, whatever the table declares, if the bytes in the file say so. Such a value
        // could read as the right one and yet be another.
        for (index, column) in Walk.entryColumns.enumerated() {
            let found = row.storage(Int32(index))
            guard found == column.storage else { return .storage(column: column.name, found: found) }
            if found == .text, !row.isUTF8(Int32(index)) { return .encoding(column: column.name) }
        }
        let position = row.uncheckedInteger(0)
        guard position == tip.position + 1 else { return .position(found: position) }
        guard let previous = Digest(bytes: row.borrowedBytes(1)) else { return .length(column: "previous") }
        guard let hash = Digest(bytes: row.borrowedBytes(8)) else { return .length(column: "hash") }
        guard Walk.precisions.contains(where: { $0.elementsEqual(row.borrowedBytes(4)) }) else { return .precision }
        guard previous == tip.hash else { return .previous }
        let computed = Chain.hash(
            previous: previous,
            position: position,
            recorded: row.uncheckedInteger(2),
            happened: row.uncheckedInteger(3),
            precision: row.borrowedBytes(4),
            actor: row.borrowedBytes(5),
            kind: row.borrowedBytes(6),
            payload: row.borrowedBytes(7)
        )
        guard computed == hash else { return .hash }
        tip = Tip(position: position, hash: hash)
        if headPositions.contains(position) { hashes[position] = hash }
        return nil
    }

    mutating func contents(_ connection: SQLiteConnection, _ goesOn: (Int64) -> Bool) throws(JournalError) {
        var rows = try connection.query("SELECT commitment, salt, media, bytes, erased FROM content NOT INDEXED")
        while try rows.next() {
            if let fault = contentFault(rows) {
                finding = .content(commitment: Digest(bytes: rows.borrowedBytes(0)), fault)
                return
            }
            if rows.isNull(4) { contentCount += 1 } else { erasedCount += 1 }
            let checked = tip.position + contentCount + erasedCount
            if checked.isMultiple(of: 1000), !goesOn(checked) {
                isStopped = true
                return
            }
        }
    }

    private func contentFault(_ row: borrowing Rows) -> Verification.ContentFault? {
        let isErased = !row.isNull(4)
        let columns: [(name: String, storage: Storage)] = [
            ("commitment", .blob), ("salt", isErased ? .null : .blob), ("media", isErased ? .null : .text),
            ("bytes", isErased ? .null : .blob), ("erased", isErased ? .text : .null),
        ]
        for (index, column) in columns.enumerated() {
            let found = row.storage(Int32(index))
            guard found == column.storage else { return .storage(column: column.name, found: found) }
            if found == .text, !row.isUTF8(Int32(index)) { return .encoding(column: column.name) }
        }
        if isErased { return nil }
        let computed = NewContent.commitment(
            salt: row.borrowedBytes(1),
            media: row.borrowedBytes(2),
            bytes: row.borrowedBytes(3)
        )
        return Digest(bytes: row.borrowedBytes(0)) == computed ? nil : .commitment
    }

    mutating func check(_ heads: [Head], trusted: PublicKey?) {
        for head in heads {
            if let fault = fault(head, trusted: trusted) {
                finding = .head(head, fault)
                return
            }
        }
    }

    private func fault(_ head: Head, trusted: PublicKey?) -> Verification.HeadFault? {
        guard trusted == nil || head.publicKey == trusted else { return .otherKey }
        guard head.isSigned else { return .signature }
        guard let hash = hashes[head.tip.position] else { return .missing }
        return hash == head.tip.hash ? nil : .rewritten(found: hash)
    }
}
