import HTTPTypes
import Hummingbird
import NIOCore

/// An answer that is ready to be sent: fields and bytes made once.
package final class Prepared: Sendable {
    let status: HTTPResponse.Status
    let tag: String?
    let plainFields: HTTPFields
    let plain: ByteBuffer
    /// The same bytes through gzip, where that made them smaller.
    let packed: (fields: HTTPFields, body: ByteBuffer)?
    let unchangedFields: HTTPFields
    private let hold: (any Sendable)?

    /// Writes the fields of an answer, and compresses it where there is something to win.
    ///
    /// `compression` is the level, or nil where it is sent once to a reader who takes no gzip; with `isPrivate`, shared caches must
    /// leave it alone.
    init(
        _ answer: Answer,
        language: PageLanguage,
        stamp: Stamp?,
        compression: Int32?,
        isPrivate: Bool
    ) async {
        status = answer.status
        hold = answer.hold
        var fields = Headers.security
        fields.reserveCapacity(20)
        for field in answer.fields {
            // An answer may guard itself otherwise than pages are, but not in two ways at once.
            if Headers.security.contains(field.name) { fields[field.name] = nil }
            fields.append(field)
        }
        fields[.cacheControl] = Headers.cacheControl(answer.caching, isPrivate: isPrivate)
        if fields[.contentLanguage] == nil {
            fields[.contentLanguage] = language.rawValue
        }
        let type = fields[.contentType] ?? ""
        let isCompressible = Self.isCompressible(type)
        if isCompressible {
            fields[.vary] = "Accept-Encoding"
        }
        if answer.status == .ok, answer.caching != .never {
            var print = Fingerprint(answer.body)
            if answer.caching == .exact, let stamp {
                // Two states that happen to give the same bytes still count as two, so a chance collision can't hide an act.
                print.mix(UInt64(bitPattern: stamp.journalPosition))
                print.mix(UInt64(bitPattern: stamp.vaultRevision))
                print.mix(UInt64(bitPattern: stamp.vintage))
                print.mix(UInt64(bitPattern: Int64(stamp.day)))
            }
            // Weak, since the packed and the plain bytes share it.
            let tag = "W/\"\(print.text)\""
            fields[.eTag] = tag
            self.tag = tag
        } else {
            tag = nil
        }
        plain = answer.body
        unchangedFields = fields
        if isCompressible, let compression, let body = await Gzip.compress(answer.body, level: compression) {
            var packedFields = fields
            packedFields[.contentEncoding] = "gzip"
            packedFields[.contentLength] = String(body.readableBytes)
            packed = (packedFields, body)
        } else {
            packed = nil
        }
        if status != .noContent {
            fields[.contentLength] = String(plain.readableBytes)
        }
        plainFields = fields
    }

    /// How much room it takes in a cache; the fields are counted at a round number.
    var size: Int {
        plain.readableBytes + (packed?.body.readableBytes ?? 0) + 2_048
    }

    /// The response to one request.
    func response(to sent: SentFields, isHead: Bool) -> Response {
        if let tag, sent.alreadyHas(tag) {
            return Response(status: .notModified, headers: unchangedFields)
        }
        if sent.takesGzip, let packed {
            return Response(
                status: status,
                headers: packed.fields,
                body: isHead ? ResponseBody() : ResponseBody(byteBuffer: packed.body)
            )
        }
        return Response(status: status, headers: plainFields, body: isHead ? ResponseBody() : plainBody)
    }

    private var plainBody: ResponseBody {
        guard let hold else { return ResponseBody(byteBuffer: plain) }
        return ResponseBody(contentLength: plain.readableBytes) { [plain] writer in
            try await writer.write(plain)
            try await writer.finish(nil)
            withExtendedLifetime(hold) {}
        }
    }

    private static func isCompressible(_ type: String) -> Bool {
        type.hasPrefix("text/") || compressible.contains(String(type.prefix { $0 != ";" }))
    }

    private static let compressible: Set<String> = [
        "application/json", "application/ld+json", "application/geo+json", "application/xml", "application/atom+xml",
        "application/rdf+xml", "application/manifest+json", "image/svg+xml",
    ]
}
