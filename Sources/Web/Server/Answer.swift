package import HTTPTypes
package import Markup
package import NIOCore

/// What a handler answers with.
package struct Answer: Sendable {
    /// How long an answer may be used again.
    package enum Caching: Sendable, Equatable {
        /// True of the value that it was made from; clients ask each time whether it still is.
        case exact
        /// Never changes at this address.
        case immutable
        /// For one reader at one moment.
        case never
    }

    package var status: HTTPResponse.Status
    package var fields: HTTPFields
    package var body: ByteBuffer
    package var caching: Caching
    /// Something that is let go of when the answer has been sent, or is never going to be.
    package var hold: (any Sendable)?

    package init(
        status: HTTPResponse.Status = .ok,
        mediaType: String? = nil,
        fields: HTTPFields = [:],
        body: ByteBuffer = ByteBuffer(),
        caching: Caching = .never
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.caching = caching
        if let mediaType {
            self.fields[.contentType] = mediaType
        }
    }

    /// A page.
    package static func page(_ markup: Markup, status: HTTPResponse.Status = .ok, caching: Caching = .exact) -> Answer {
        Answer(status: status, mediaType: Format.page.mediaType, body: ByteBuffer(bytes: markup.bytes), caching: caching)
    }

    /// A file beside a page: the same view in another form.
    package static func file(_ format: Format, _ bytes: [UInt8], caching: Caching = .exact) -> Answer {
        Answer(mediaType: format.mediaType, body: ByteBuffer(bytes: bytes), caching: caching)
    }

    /// A file to be saved under a name.
    package static func attachment(_ format: Format, _ bytes: [UInt8], name: String, caching: Caching = .exact) -> Answer {
        var answer = Answer.file(format, bytes, caching: caching)
        answer.fields[.contentDisposition] = disposition(name)
        return answer
    }

    /// A file that somebody has sent, to be saved under a name and never shown as a page of ours.
    ///
    /// Whatever is in it: it is not drawn in the browser's window, its type is not guessed, and where it is drawn all the same it runs
    /// nothing and reaches nothing.
    package static func download(mediaType: String, _ body: ByteBuffer, name: String) -> Answer {
        var answer = Answer(mediaType: mediaType, body: body, caching: .exact)
        answer.fields[.contentDisposition] = disposition(name)
        answer.fields[.contentSecurityPolicy] = "sandbox; default-src 'none'"
        // What the cooperation writes is in Swedish whatever language the page is in.
        answer.fields[.contentLanguage] = PageLanguage.swedish.rawValue
        return answer
    }

    private static func disposition(_ name: String) -> String {
        var encoded: [UInt8] = []
        PercentEncoding.encode(name, into: &encoded)
        // The plain form is for old clients; RFC 6266 lets the encoded one win, and it can carry å, ä and ö.
        let plain = String(decoding: name.utf8.map { isPlain($0) ? $0 : UInt8(ascii: "_") }, as: UTF8.self)
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(String(decoding: encoded, as: UTF8.self))"
    }

    /// Plain text.
    package static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, mediaType: Format.txt.mediaType, body: ByteBuffer(string: text))
    }

    /// To another page, after something has been done (`303 See Other`).
    package static func seeOther(_ address: Address) -> Answer {
        moved(.seeOther, to: address)
    }

    /// A page that has another address from now on; the method is kept (`308 Permanent Redirect`).
    package static func moved(_ status: HTTPResponse.Status = .permanentRedirect, to address: Address) -> Answer {
        var answer = Answer(status: status)
        answer.fields[.location] = address.text ?? "/"
        return answer
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
