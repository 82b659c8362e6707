import HTTPTypes

/// How an installation is.
package struct Health: Sendable, Equatable {
    /// Whether the server does what it is for; false asks whoever watches over it to act.
    package var isWell: Bool
    /// One line for each thing that is known, in Swedish.
    package var lines: [String]

    /// The health of an installation.
    package init(isWell: Bool, lines: [String]) {
        self.isWell = isWell
        self.lines = lines
    }
}

extension Site {
    /// How the installation is, in plain text for programs that watch over it: '200 ok' in the first line when all is well.
    var healthRoutes: [Route] {
        [
            Route(.get, "/halsa") { _ in
                let health = health()
                let first = health.isWell ? "200 ok" : "503 fel"
                return .text(
                    ([first] + health.lines).joined(separator: "\n") + "\n",
                    status: health.isWell ? .ok : .serviceUnavailable
                )
            }
        ]
    }
}
