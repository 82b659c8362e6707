package import HTTPTypes

/// The table of routes.
///
/// A word is compared before a value, step by step; so `/dokument/nytt` can stand beside `/dokument/{id}`, and
/// `/organisation/{name}/platser/ny` beside `/organisation/{name}/platser/{plats}`, in any order.
package struct Routes: Sendable {
    package let routes: [Route]
    private let fixed: [String: [Int]]
    private let open: [Int: [Int]]

    package init(_ routes: [Route]) {
        self.routes = routes
        var fixed: [String: [Int]] = [:]
        var open: [Int: [Int]] = [:]
        for (index, route) in routes.enumerated() {
            if let key = Self.key(route.pattern) {
                fixed[key, default: []].append(index)
            } else {
                open[route.pattern.steps.count, default: []].append(index)
            }
        }
        self.fixed = fixed
        self.open = open.mapValues { indexes in
            // Of those alike, the first in the table is the first here too.
            indexes.sorted { left, right in
                let (first, second) = (Self.isValue(routes[left].pattern), Self.isValue(routes[right].pattern))
                return first == second ? left < right : first.lexicographicallyPrecedes(second) { !$0 && $1 }
            }
        }
    }

    /// Which steps are values, in order.
    private static func isValue(_ pattern: Pattern) -> [Bool] {
        pattern.steps.map { step in
            if case .value = step { true } else { false }
        }
    }

    /// What an address leads to.
    package enum Outcome: Sendable {
        case found(Found)
        case wrongMethod(allow: String)
        case notFound
        case redirect(to: String)
    }

    /// A route with what its pattern read from the path.
    package struct Found: Sendable {
        package let route: Route
        package let values: PathValues
        package let format: Format
    }

    /// Finds the route of a path.
    package func match(_ method: HTTPRequest.Method, _ path: DecodedPath) -> Outcome {
        if let canonical = path.withoutTrailingSlash {
            // Only where there is something to come to; otherwise a redirect would be a promise.
            if case .notFound = lookUp(method, path.steps) { return .notFound }
            return .redirect(to: canonical)
        }
        return lookUp(method, path.steps)
    }

    private func lookUp(_ method: HTTPRequest.Method, _ steps: [String]) -> Outcome {
        var allowed: [String] = []
        var stem = steps
        var format = Format.page
        if let last = steps.last {
            let split = Format.split(last)
            format = split.format
            stem[stem.count - 1] = split.stem
            if format != .page, stem == ["index"] {
                stem = []
            }
        }
        // A value can look as if it had a suffix. The suffix wins; a route that has no such file is not there.
        for index in candidates(stem) {
            let route = routes[index]
            guard route.formats.contains(format), let values = route.pattern.match(stem) else { continue }
            if route.method == method || (method == .head && route.method == .get) {
                return .found(Found(route: route, values: values, format: format))
            }
            allowed.append(route.method.rawValue)
        }
        return allowed.isEmpty ? .notFound : .wrongMethod(allow: Self.allow(allowed))
    }

    private func candidates(_ steps: [String]) -> [Int] {
        let known = fixed[steps.joined(separator: "/")] ?? []
        let others = open[steps.count] ?? []
        return known.isEmpty ? others : known + others
    }

    private static func key(_ pattern: Pattern) -> String? {
        var words: [String] = []
        for step in pattern.steps {
            guard case .word(let word) = step else { return nil }
            words.append(word)
        }
        return words.joined(separator: "/")
    }

    private static func allow(_ methods: [String]) -> String {
        var names: [String] = []
        for method in methods where !names.contains(method) {
            names.append(method)
            if method == "GET" {
                names.append("HEAD")
            }
        }
        return (names + ["OPTIONS"]).joined(separator: ", ")
    }
}

/// A path that has been decoded, step by step.
package struct DecodedPath: Sendable {
    package let steps: [String]
    /// The path as it should have been written, where it ended with a slash.
    package let withoutTrailingSlash: String?

    /// Decodes a path.
    ///
    /// - Throws: `.badRequest` for a broken encoding, invalid UTF-8, control characters and the steps `.` and `..`;
    ///   `.notFound` for doubled slashes.
    package init(_ path: String) throws(Fault) {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/") else { throw Self.unreadable }
        var parts = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isTrailing = parts.count > 1 && parts.last?.isEmpty == true
        if isTrailing || bytes.count == 1 {
            parts.removeLast()
        }
        var steps: [String] = []
        for part in parts {
            // Checked before any redirect, so that `//host/` can't become the address of another site.
            guard !part.isEmpty else { throw .notFound }
            guard let step = PercentEncoding.decode(part, plusIsSpace: false), step != ".", step != ".." else {
                throw Self.unreadable
            }
            steps.append(step)
        }
        self.steps = steps
        withoutTrailingSlash = isTrailing ? String(path.dropLast()) : nil
    }

    private static let unreadable = Fault.unreadable(.address)
}
