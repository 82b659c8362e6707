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
    /// The viewer must sign in first.
    case signInNeeded
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
        ErrorPage(
            status: .internalServerError,
            heading: language == .swedish ? "Något gick fel hos oss" : "Something went wrong",
            message: language == .swedish
                ? "Felet är noterat. Försök igen om en stund. Skriv gärna till oss och ange numret nedan."
                : "The error has been noted. Please try again in a while, or write to us and give the number below.",
            requestID: requestID
        )
    }

    private init(status: HTTPResponse.Status, heading: String, message: String, requestID: String) {
        self.status = status
        self.heading = heading
        self.message = message
        self.requestID = requestID
    }

    private typealias Words = (status: HTTPResponse.Status, heading: String, message: String)

    private static func words(for fault: Fault, in language: PageLanguage) -> Words {
        let isSwedish = language == .swedish
        switch fault {
        case .notFound:
            return (
                .notFound, isSwedish ? "Sidan finns inte" : "Page not found",
                isSwedish
                    ? "Adressen leder inte till någon sida. Den kan ha blivit felskriven." : "There is no page at this address."
            )
        case .notFoundBecause(let message):
            return (.notFound, isSwedish ? "Sidan finns inte" : "Page not found", message)
        case .gone(let message):
            return (.gone, isSwedish ? "Sidan är borttagen" : "Removed", message)
        case .badRequest(let message):
            return (.badRequest, isSwedish ? "Det gick inte att läsa" : "Bad request", message)
        case .signInNeeded:
            return (
                .unauthorized, isSwedish ? "Du behöver logga in" : "Sign in needed",
                isSwedish ? "Sidan visas för den som är inloggad." : "This page is for those who have signed in."
            )
        case .refused(let message):
            return (.forbidden, isSwedish ? "Det går inte" : "Refused", message)
        case .conflict(let message):
            return (.conflict, isSwedish ? "Något annat hann före" : "Conflict", message)
        case .tooLarge:
            return (
                .contentTooLarge, isSwedish ? "För stort" : "Too large",
                isSwedish ? "Det du skickade är större än vad sidan tar emot." : "What you sent is larger than this page takes."
            )
        case .unavailable(let message):
            return (.serviceUnavailable, isSwedish ? "Just nu går det inte" : "Not available just now", message)
        case .wrongMethod:
            return (
                .methodNotAllowed, isSwedish ? "Så går det inte att göra här" : "Method not allowed",
                isSwedish ? "Sidan finns, men inte för det anropet." : "The page exists, but not for this method."
            )
        case .addressTooLong:
            return (
                .uriTooLong, isSwedish ? "Adressen är för lång" : "Address too long",
                isSwedish ? "Adressen är längre än vad vi tar emot." : "The address is longer than we accept."
            )
        }
    }
}
