package import Cooperation
package import HTTPTypes

/// One address of the site, for one method: the table of routes is a list of these, and the only one.
///
/// ```swift
/// Route(.get, "/program/{edition}", reads: ["datum", "kant"], formats: [.page, .json, .csv], isCached: true) { asked in
///     let edition = try asked.value("edition", as: Int.self)
///     …
/// }
/// ```
package struct Route: Sendable {
    package typealias Handler = @Sendable (Asked) async throws -> Answer

    package let method: HTTPRequest.Method
    package let pattern: Pattern
    /// The names in the query that the handler may see; all others are left out.
    package let reads: [String]
    package let formats: [Format]
    package let audience: Audience
    /// Whether an answer can be kept until something changes; only for `GET`.
    package let isCached: Bool
    /// The largest body that is read.
    package let bodyLimit: Int
    /// How long the handler may take.
    package let deadline: Duration
    package let handler: Handler

    package init(
        _ method: HTTPRequest.Method,
        _ pattern: Pattern,
        reads: [String] = [],
        formats: [Format] = [.page],
        audience: Audience = .anyone,
        isCached: Bool = false,
        bodyLimit: Int = 16_384,
        deadline: Duration = .seconds(10),
        handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern
        self.reads = reads
        self.formats = formats
        self.audience = audience
        self.isCached = isCached && method == .get
        self.bodyLimit = bodyLimit
        self.deadline = deadline
        self.handler = handler
    }
}

/// Who may ask for a route.
package enum Audience: Sendable, Equatable {
    case anyone
    /// Those who have signed in.
    case signedIn
    /// Those whose seat gives one of some permissions for what the route is about.
    case may([Permission])
}

extension Route {
    /// A page for those who have signed in.
    package static func signedIn(
        _ method: HTTPRequest.Method,
        _ pattern: Pattern,
        reads: [String] = [],
        bodyLimit: Int = 16_384,
        handler: @escaping @Sendable (Asked, SignedIn) async throws -> Answer
    ) -> Route {
        Route(method, pattern, reads: reads, audience: .signedIn, bodyLimit: bodyLimit) { asked in
            guard let who = asked.viewer.signedIn else { throw Fault.signInNeeded }
            return try await handler(asked, who).private
        }
    }

    /// A page for those whose seat gives a permission.
    ///
    /// The permissions are all that the route may need, for the table of who may what; `need` says which of them it needs for what is asked
    /// about, or that there is no such thing. The handler is given somebody who may.
    package static func may(
        _ permissions: [Permission],
        _ method: HTTPRequest.Method,
        _ pattern: Pattern,
        reads: [String] = [],
        bodyLimit: Int = 65_536,
        needing need: @escaping @Sendable (Asked) throws -> Need,
        handler: @escaping @Sendable (Asked, Acting) async throws -> Answer
    ) -> Route {
        Route(method, pattern, reads: reads, audience: .may(permissions), bodyLimit: bodyLimit) { asked in
            // Before anything of the page's own is looked up: who hasn't signed in learns nothing of what there is.
            guard asked.viewer.signedIn != nil else { throw Fault.signInNeeded }
            let acting = try Acting(asked.viewer, needing: need(asked), now: asked.instant, language: asked.language)
            return try await handler(asked, acting).private
        }
    }
}

extension Answer {
    /// The same answer, kept by nobody.
    fileprivate var `private`: Answer {
        var answer = self
        answer.caching = .never
        return answer
    }
}

/// The form of an address: `/program/{edition}`.
package struct Pattern: Sendable, Equatable, CustomStringConvertible, ExpressibleByStringLiteral {
    enum Step: Sendable, Equatable {
        case word(String)
        case value(String)
    }

    package let description: String
    let steps: [Step]

    package init(stringLiteral text: String) {
        description = text
        steps = text.split(separator: "/").map { step in
            step.hasPrefix("{") && step.hasSuffix("}") ? .value(String(step.dropFirst().dropLast())) : .word(String(step))
        }
    }

    /// The values of a path of this form, or nil.
    func match(_ path: [String]) -> PathValues? {
        guard steps.count == path.count else { return nil }
        var values: [(name: String, value: String)] = []
        for (step, part) in zip(steps, path) {
            switch step {
            case .word(let word):
                guard word == part else { return nil }
            case .value(let name):
                guard !part.isEmpty else { return nil }
                values.append((name, part))
            }
        }
        return PathValues(values)
    }
}
