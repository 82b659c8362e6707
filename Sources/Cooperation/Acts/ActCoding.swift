import FoundationEssentials

/// Where a payload is read from: the journal's bytes, or a field inside another act.
enum PayloadReader {
    case bytes([UInt8])
    case nested(KeyedDecodingContainer<Act.Keys>)

    func read<Payload: Decodable>(_ type: Payload.Type) throws -> Payload {
        switch self {
        case .bytes(let bytes): try JSONDecoder().decode(type, from: Data(bytes))
        case .nested(let container): try container.decode(type, forKey: .payload)
        }
    }
}

/// An act of a kind this version of the program doesn't know.
///
/// The journal was written by a later version; reading on without the act would show a history that never was.
package struct UnknownAct: Error, Hashable, Sendable {
    package let kind: String
}

extension Act {
    enum Keys: String, CodingKey { case kind, payload }

    /// The act with that kind and those stored bytes.
    ///
    /// - Parameters:
    ///   - kind: the stable name.
    ///   - payload: JSON in UTF-8.
    /// - Throws: `UnknownAct`, or a `DecodingError` when the bytes are not the JSON of such an act.
    package init(kind: String, payload: [UInt8]) throws {
        guard let form = Self.forms[kind] else { throw UnknownAct(kind: kind) }
        self = try form.decode(.bytes(payload))
    }

    /// The payload as it is stored: JSON in UTF-8 with sorted keys.
    package func encodedPayload() throws -> [UInt8] {
        try canonicalJSON(payload)
    }
}

extension Act: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let kind = try container.decode(String.self, forKey: .kind)
        guard let form = Self.forms[kind] else { throw UnknownAct(kind: kind) }
        self = try form.decode(.nested(container))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(payload, forKey: .payload)
    }
}

/// A value as JSON that is the same wherever and whenever it is written: keys sorted, no spaces, slashes as they are.
func canonicalJSON(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
}
