import HTTPTypes

/// The fields that every answer carries.
enum Headers {
    static let openerPolicy = name("Cross-Origin-Opener-Policy")
    static let resourcePolicy = name("Cross-Origin-Resource-Policy")
    static let referrerPolicy = name("Referrer-Policy")
    static let fetchSite = name("Sec-Fetch-Site")
    static let robots = name("X-Robots-Tag")

    /// What guards a reader's browser.
    ///
    /// Styles and pictures come from the site itself, nothing at all runs, nobody may frame a page. A page without scripts needs no
    /// Permissions-Policy: nothing could ask for the camera.
    static let security: HTTPFields = {
        var fields = HTTPFields()
        fields[.contentSecurityPolicy] = policy
        fields[.xContentTypeOptions] = "nosniff"
        // Our own forms need to tell where they were sent from; other sites learn nothing.
        fields[referrerPolicy] = "same-origin"
        fields[openerPolicy] = "same-origin"
        fields[resourcePolicy] = "same-origin"
        return fields
    }()

    private static let policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

    /// The content policy of the few pages that ask for themselves again: the site's own script runs there, and speaks to the site alone.
    static let livePolicy = policy + "; script-src 'self'; connect-src 'self'"

    static func cacheControl(_ caching: Answer.Caching, isPrivate: Bool) -> String {
        switch caching {
        case .exact: isPrivate ? "private, no-cache" : "public, no-cache"
        case .immutable: "public, max-age=31536000, immutable"
        case .never: "no-store"
        }
    }

    private static func name(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("not a field name: \(name)") }
        return name
    }
}

/// What the front door reads from a request's fields, in one pass.
struct SentFields {
    /// A cookie or a token: somebody who may be known.
    var mayBeKnown = false
    var ifNoneMatch: String?
    var takesGzip = false
    var contentLength: Int?
    var hasBody = false
    var expectsContinue = false
    var wantsJSON = false
    /// The decoder reads nothing more after a wish for another protocol, so the connection can't be used again.
    var endsConnection = false
    /// Where the browser says that the request comes from (`Sec-Fetch-Site`).
    var fetchSite: String?
    /// The site whose page sent the request.
    var origin: String?

    init(_ fields: HTTPFields) {
        for field in fields {
            switch field.name {
            case .cookie, .authorization:
                mayBeKnown = true
            case .ifNoneMatch:
                ifNoneMatch = ifNoneMatch.map { "\($0), \(field.value)" } ?? field.value
            case .acceptEncoding:
                takesGzip = takesGzip || Gzip.isAccepted(by: field.value)
            case .contentLength:
                contentLength = Int(field.value)
                hasBody = hasBody || contentLength != 0
            case .transferEncoding:
                hasBody = true
            case .expect:
                expectsContinue = field.value.lowercased() == "100-continue"
            case .upgrade:
                endsConnection = true
            case .accept:
                wantsJSON = field.value.hasPrefix("application/json")
            case .origin:
                origin = field.value
            case Headers.fetchSite:
                fetchSite = field.value
            default:
                break
            }
        }
    }

    /// Whether the reader already has what the tag names (RFC 9110 § 13.1.2; the comparison is weak).
    func alreadyHas(_ tag: String) -> Bool {
        guard let list = ifNoneMatch else { return false }
        // The common case first: one tag, just as we wrote it.
        if list == tag { return true }
        let wanted = Self.opaque(tag[...])
        for item in list.split(separator: ",") {
            let candidate = Self.opaque(item)
            if candidate == "*" || candidate == wanted { return true }
        }
        return false
    }

    private static func opaque(_ tag: Substring) -> Substring {
        var tag = tag
        while tag.utf8.first == UInt8(ascii: " ") || tag.utf8.first == 0x09 { tag = tag.dropFirst() }
        while tag.utf8.last == UInt8(ascii: " ") || tag.utf8.last == 0x09 { tag = tag.dropLast() }
        return tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    }
}
