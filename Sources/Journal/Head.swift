/// The journal's end on a day, signed by the installation.
///
/// Whoever has kept one can see if the journal has since been cut off before it or rewritten, because its hash stands for
/// every entry up to its position.
package struct Head: Sendable, Equatable {
    /// The day it was signed, in days since 1970-01-01.
    package let day: Int32
    /// The last entry's number and hash on that day.
    package let tip: Tip
    /// The installation's public key.
    package let publicKey: PublicKey
    /// The key's signature: 64 bytes.
    package let signature: [UInt8]

    private static let format = "samverka-head"
    private static let formatVersion = "1"

    init(day: Int32, tip: Tip, publicKey: PublicKey, signature: [UInt8]) {
        self.day = day
        self.tip = tip
        self.publicKey = publicKey
        self.signature = signature
    }

    /// Signs a tip.
    package init(day: Int32, tip: Tip, signedWith key: SigningKey) {
        self.init(
            day: day,
            tip: tip,
            publicKey: key.publicKey,
            signature: key.sign(Head.message(day: day, tip: tip))
        )
    }

    /// A head from its line, or nil if the line is anything else.
    ///
    /// The signature isn't checked; see ``isSigned``.
    package init?(line: some StringProtocol) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 7, parts[0] == Head.format, parts[1] == Head.formatVersion, let day = CivilDate.day(parts[2]),
            let position = Int64(parts[3]), position >= 0, String(position) == parts[3],
            let hash = Digest(hex: parts[4]), let signature = Hex.bytes(parts[5]), signature.count == 64,
            let publicKey = PublicKey(hex: parts[6])
        else { return nil }
        self.init(day: day, tip: Tip(position: position, hash: hash), publicKey: publicKey, signature: signature)
    }

    /// The head as it is published: `samverka-head 1 <date> <position> <hash> <signature> <public key>`.
    package var line: String {
        let fields = [
            Head.format, Head.formatVersion, CivilDate.text(day: day), String(tip.position), tip.hash.hex,
            Hex.text(signature), publicKey.hex,
        ]
        return fields.joined(separator: " ")
    }

    /// Whether the signature was made with the key that the head names.
    ///
    /// That somebody signed is all it says; compare ``publicKey`` with one you trust.
    package var isSigned: Bool {
        publicKey.verifies(signature, of: Head.message(day: day, tip: tip))
    }

    /// The heads in a file, one line each, oldest first; none if there is no such file.
    ///
    /// A line that is no head is passed over: a power failure may cut one short, and the next begins on a line of its own.
    package static func read(file path: String) throws(JournalError) -> [Head] {
        try DurableFile.lines(path).compactMap { Head(line: $0) }
    }

    /// How many lines of a file are neither heads nor empty.
    package static func unreadableLines(file path: String) throws(JournalError) -> Int {
        try DurableFile.lines(path).count { !$0.isEmpty && Head(line: $0) == nil }
    }

    /// Adds the head's line to a file, and returns when the disk has it.
    package func append(to path: String) throws(JournalError) {
        try DurableFile.append([line], to: path)
    }

    private static func message(day: Int32, tip: Tip) -> [UInt8] {
        var fields = LengthPrefixed(into: [UInt8]())
        fields.append("samverka.head.1")
        fields.append(Int64(day))
        fields.append(tip.position)
        fields.append(tip.hash)
        return fields.sink
    }
}

extension Journal {
    /// Signs the journal's end as a day's head and keeps it; a later head of the same day takes its place.
    package func signHead(day: Int32, with key: SigningKey) throws(JournalError) -> Head {
        try connection.transaction { () throws(JournalError) in
            let head = Head(day: day, tip: try tip, signedWith: key)
            try connection.run(
                """
                INSERT INTO head(day, position, hash, public_key, signature) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT(day) DO UPDATE SET position = excluded.position, hash = excluded.hash,
                    public_key = excluded.public_key, signature = excluded.signature
                """,
                .integer(Int64(day)),
                .integer(head.tip.position),
                .blob(head.tip.hash.bytes),
                .blob(head.publicKey.bytes),
                .blob(head.signature)
            )
            return head
        }
    }

    /// The signed heads, oldest first.
    package func heads() throws(JournalError) -> [Head] {
        var rows = try connection.query("SELECT day, position, hash, public_key, signature FROM head ORDER BY day")
        var heads: [Head] = []
        while try rows.next() {
            guard let day = Int32(exactly: try rows.integer(0)), let key = PublicKey(bytes: try rows.blob(3)) else {
                throw .corrupt("a signed head has no day or no key")
            }
            heads.append(
                Head(
                    day: day,
                    tip: Tip(position: try rows.integer(1), hash: try rows.digest(2)),
                    publicKey: key,
                    signature: try rows.blob(4)
                )
            )
        }
        return heads
    }
}
