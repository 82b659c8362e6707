import Markup

/// Where somebody was going when they had to sign in: a page of ours, and what they had written in its form.
///
/// Read step by step and written anew, so that nothing in an address can lead to another site.
struct Onward: Sendable {
    let steps: [String]
    let query: [(name: String, value: String)]
    /// The draft that keeps what was written.
    let draft: String?

    /// The names in the address of the sign-in page.
    static let target = "vidare"
    static let draft = "utkast"
    static let reads = [target, draft]

    /// The workspace, for who was going nowhere in particular.
    static let work = Onward(steps: ["arbete"], query: [], draft: nil)

    init(steps: [String], query: [(name: String, value: String)], draft: String?) {
        self.steps = steps
        self.query = query
        self.draft = draft
    }

    /// The page that was asked for.
    init(_ asked: Asked, draft: String? = nil) {
        let query = asked.query.pairs.filter { $0.name != Self.draft && $0.name != Self.target }.map { ($0.name, $0.value) }
        self.init(steps: asked.steps, query: query, draft: draft)
    }

    /// What the sign-in page was told, in its address or in its form; the workspace when it was told nothing that can be gone to.
    init(told query: Query) {
        let draft = query[Self.draft].flatMap { Self.isPlain($0) ? $0 : nil }
        guard let text = query[Self.target], text.utf8.count <= 1_000 else {
            self = .work
            return
        }
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = parts.first, let decoded = try? DecodedPath(String(path)), !Self.isSignIn(decoded.steps),
            let asked = Query(parts.count == 2 ? Array(parts[1].utf8) : [])
        else {
            self = .work
            return
        }
        self.init(steps: decoded.steps, query: asked.pairs.map { ($0.name, $0.value) }, draft: draft)
    }

    /// The page itself.
    var address: Address {
        Address(steps: steps, query: query + (draft.map { [(Self.draft, $0)] } ?? []))
    }

    /// The pairs that hand it on from page to page.
    var pairs: [(name: String, value: String)] {
        let target = Address(steps: steps, query: query).text ?? "/"
        return [(Self.target, target)] + (draft.map { [(Self.draft, $0)] } ?? [])
    }

    private static func isSignIn(_ steps: [String]) -> Bool { steps.first == "logga-in" || steps.first == "logga-ut" }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count == 32 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
