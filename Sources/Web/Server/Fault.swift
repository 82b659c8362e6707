package import HTTPTypes

/// Why a handler does not answer with what it was asked for.
///
/// Each becomes a page in the site's own layout, or JSON for those who asked for JSON. Any other error is logged, once, and becomes the
/// page that says that something went wrong with us.
package enum Fault: Error, Sendable, Equatable {
    /// There is no such page, or the viewer may not know that there is.
    case notFound
    /// There is no such thing, said in Swedish with the thing's name.
    case notFoundBecause(String)
    /// It was here and has been taken away for good.
    case gone(String)
    /// What was sent can't be read; the message says what, for a person.
    case badRequest(String)
    /// A part of what was sent isn't written as it must be.
    case unreadable(Part)
    /// The viewer must sign in first.
    case signInNeeded
    /// The viewer has signed in, and must give a second factor anew for this.
    case freshFactorNeeded
    /// The request was sent from another site, or by a form that isn't one of ours.
    case fromElsewhere
    /// The viewer may not.
    case refused(String)
    /// It clashes with what is already there.
    case conflict(String)
    /// What was sent is larger than the page takes.
    case tooLarge
    /// Something that the page needs does not answer just now.
    case unavailable(String)
    /// The method is not one of those that the address has.
    case wrongMethod(allow: String)
    /// The address itself is too long.
    case addressTooLong

    /// A part of a request.
    package enum Part: Sendable, Equatable {
        case address, query, form, body
        /// A value in the query, by its name.
        case value(String)
    }
}

/// What an error page has to say.
package struct ErrorPage: Sendable, Equatable {
    package let status: HTTPResponse.Status
    package let heading: String
    package let message: String
    /// The number that finds the line in the log.
    package let requestID: String

    /// The words for a fault.
    package init(_ fault: Fault, language: PageLanguage, requestID: String) {
        let words = ErrorPage.words(for: fault, in: language)
        status = words.status
        heading = words.heading
        message = words.message
        self.requestID = requestID
    }

    /// The words for something that went wrong with us.
    static func unexpected(language: PageLanguage, requestID: String) -> ErrorPage {
        let words = Words.of(language).faults.broken
        return ErrorPage(status: .internalServerError, heading: words.heading, message: words.text, requestID: requestID)
    }

    private init(status: HTTPResponse.Status, heading: String, message: String, requestID: String) {
        self.status = status
        self.heading = heading
        self.message = message
        self.requestID = requestID
    }

    private static func words(
        for fault: Fault,
        in language: PageLanguage
    ) -> (status: HTTPResponse.Status, heading: String, message: String) {
        let words = Words.of(language).faults
        return switch fault {
        case .notFound: (.notFound, words.notFound.heading, words.notFound.text)
        case .notFoundBecause(let message): (.notFound, words.notFound.heading, message)
        case .gone(let message): (.gone, words.gone, message)
        case .badRequest(let message): (.badRequest, words.badRequest, message)
        case .unreadable(let part): (.badRequest, words.badRequest, words.unreadable(part))
        case .signInNeeded: (.unauthorized, words.signInNeeded.heading, words.signInNeeded.text)
        case .freshFactorNeeded: (.forbidden, words.freshFactor.heading, words.freshFactor.text)
        case .fromElsewhere: (.forbidden, words.fromElsewhere.heading, words.fromElsewhere.text)
        case .refused(let message): (.forbidden, words.refused, message)
        case .conflict(let message): (.conflict, words.conflict, message)
        case .tooLarge: (.contentTooLarge, words.tooLarge.heading, words.tooLarge.text)
        case .unavailable(let message): (.serviceUnavailable, words.unavailable, message)
        case .wrongMethod: (.methodNotAllowed, words.wrongMethod.heading, words.wrongMethod.text)
        case .addressTooLong: (.uriTooLong, words.tooLong.heading, words.tooLong.text)
        }
    }
}
