/// Free text that an act refers to without containing it.
///
/// A journal that can't be altered can't forget, and what people write may come to name a person or turn out to be secret.
/// So an act holds a commitment to the text, SHA-256 over a random salt and the bytes, and the text lies beside the journal
/// where it can be erased without breaking the chain.
package struct Prose: Hashable, Sendable {
    /// The commitment, 32 bytes.
    package let commitment: Commitment

    /// The text with that commitment.
    package init(_ commitment: Commitment) {
        self.commitment = commitment
    }
}

/// A salted SHA-256 of a text or a file, 32 bytes.
package struct Commitment: Hashable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// The commitment with those 32 bytes; nil when there are more or fewer.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var values: [UInt64] = []
        var word: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            word = word << 8 | UInt64(byte)
            if index % 8 == 7 {
                values.append(word)
                word = 0
            }
        }
        words = (values[0], values[1], values[2], values[3])
    }

    /// The 32 bytes.
    package var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3].flatMap { word in
            (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
        }
    }

    /// 64 hexadecimal figures.
    package var hexadecimal: String {
        var text = ""
        text.reserveCapacity(64)
        for byte in bytes {
            text.unicodeScalars.append(Self.figure(byte >> 4))
            text.unicodeScalars.append(Self.figure(byte & 15))
        }
        return text
    }

    /// The commitment written as 64 hexadecimal figures; nil when the text is something else.
    package init?(hexadecimal text: String) {
        let figures = Array(text.utf8)
        guard figures.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for index in stride(from: 0, to: 64, by: 2) {
            guard let high = Self.value(figures[index]), let low = Self.value(figures[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        self.init(bytes: bytes)
    }

    package static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    package func hash(into hasher: inout Hasher) {
        // The value is itself a hash: its first word is as good as all four.
        hasher.combine(words.0)
    }

    private static func figure(_ value: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
    }

    private static func value(_ figure: UInt8) -> UInt8? {
        switch figure {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): figure - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): figure - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension Commitment: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let commitment = Commitment(hexadecimal: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a commitment: \(text)")
        }
        self = commitment
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}

extension Prose: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try Commitment(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        try commitment.encode(to: encoder)
    }
}

/// What stands where an act refers to a text.
package enum Wording: Hashable, Sendable {
    /// The text as it was written.
    case text(String)
    /// The text has been erased; the decision that said so.
    case erased(decision: String)
    /// The text can't be found: the installation is damaged, or the export was made without texts.
    case missing
}

/// The texts beside the journal, found by commitment.
package protocol Contents: Sendable {
    /// What stands where an act refers to that text.
    func wording(of prose: Prose) -> Wording
}

/// Writes the texts and files of a request as commitments, and keeps them for the one who stores.
///
/// Salt and hash come from outside, so that a rule stays a function of what it is given.
package struct Pen {
    /// One text or file that has been written.
    package struct Written: Sendable, Hashable {
        /// What was written.
        package enum Matter: Sendable, Hashable {
            case text(String)
            case file(media: String, bytes: [UInt8])
        }

        package let commitment: Commitment
        package let salt: [UInt8]
        package let matter: Matter

        /// A text or a file with the salt and the commitment it was given.
        package init(commitment: Commitment, salt: [UInt8], matter: Matter) {
            self.commitment = commitment
            self.salt = salt
            self.matter = matter
        }

        /// A text with the salt and the commitment it was given.
        package init(prose: Prose, salt: [UInt8], text: String) {
            self.init(commitment: prose.commitment, salt: salt, matter: .text(text))
        }

        /// What an act holds in the place of it.
        package var prose: Prose { Prose(commitment) }

        /// The text; nil when it is a file.
        package var text: String? {
            if case .text(let text) = matter { text } else { nil }
        }
    }

    /// Everything written so far, in order.
    package private(set) var written: [Written] = []

    private let seal: (Written.Matter) -> Written

    /// A pen that seals each text and file by that function.
    package init(seal: @escaping (Written.Matter) -> Written) {
        self.seal = seal
    }

    /// The commitment to a text, which is kept in `written`.
    package mutating func write(_ text: String) -> Prose {
        Prose(keep(.text(text)))
    }

    /// The commitment to a text, or nil when there is none.
    package mutating func write(_ text: String?) -> Prose? {
        text.map { write($0) }
    }

    /// The commitments to several texts, in the same order.
    package mutating func write(_ texts: [String]) -> [Prose] {
        texts.map { write($0) }
    }

    /// The commitment to a file of a media type, which is kept in `written`.
    package mutating func write(_ bytes: [UInt8], media: String) -> Commitment {
        keep(.file(media: media, bytes: bytes))
    }

    private mutating func keep(_ matter: Written.Matter) -> Commitment {
        let sealed = seal(matter)
        written.append(sealed)
        return sealed.commitment
    }
}
