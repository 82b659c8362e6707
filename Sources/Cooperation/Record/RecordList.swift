/// The acts in order of position, in pieces, so that a copy that is appended to copies one piece and not everything.
struct RecordList: Sendable {
    private static let pieceLength = 1024

    private var full: [[Record]] = []
    private var tail: [Record] = []

    /// How many acts there are.
    var count: Int { full.count * Self.pieceLength + tail.count }

    mutating func append(_ record: Record) {
        tail.append(record)
        if tail.count == Self.pieceLength {
            full.append(tail)
            tail = []
        }
    }

    /// The act in that place; the first is in place 1.
    subscript(position: Position) -> Record? {
        guard position.number >= 1, position.number <= Int64(count) else { return nil }
        let index = Int(position.number) - 1
        let piece = index / Self.pieceLength
        return piece < full.count ? full[piece][index % Self.pieceLength] : tail[index % Self.pieceLength]
    }

    func forEach(_ body: (Record) -> Void) {
        for piece in full { for record in piece { body(record) } }
        for record in tail { body(record) }
    }
}
