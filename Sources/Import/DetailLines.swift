import Cooperation

extension Fields {
    /// Every `uppgift: …`, a statement with sources of its own under it.
    mutating func details(_ key: String = "uppgift") -> [Detail.Plain] {
        all(key).compactMap { line in
            var below = Fields(line, log)
            let sources = below.sources()
            below.finish()
            return value(of: line).map { Detail.Plain($0, sources: sources) }
        }
    }

    /// A line whose value is one of a few words.
    mutating func choice<Value>(_ key: String, _ words: [(word: String, value: Value)], required isRequired: Bool = false)
        -> Value?
    {
        guard let line = isRequired ? required(key) : one(key), let written = leaf(line) else { return nil }
        if let found = words.first(where: { $0.word == written }) { return found.value }
        let known = words.map { "”\($0.word)”" }.joined(separator: ", ")
        log.add(
            line.line,
            "”\(written)” är inte ett av orden för ”\(key)”. Skriv \(known).\(suggestion(for: written, among: words.map(\.word)))"
        )
        return nil
    }

    /// A line whose value is the name in addresses of something that stands elsewhere.
    mutating func reference<Entity>(
        _ key: String,
        to type: Entity.Type = Entity.self,
        required isRequired: Bool = false
    ) -> (id: Identifier<Entity>, line: Int)? {
        guard let line = isRequired ? required(key) : one(key) else { return nil }
        return reference(line)
    }

    /// Every line with the key, as names of things that stand elsewhere; that one stands twice is told.
    mutating func references<Entity>(_ key: String, to type: Entity.Type = Entity.self) -> [(id: Identifier<Entity>, line: Int)] {
        let found: [(id: Identifier<Entity>, line: Int)] = all(key).compactMap { reference($0) }
        tellTwice(found)
        return found
    }

    /// Tells of names that have stood on a line before.
    func tellTwice<Entity>(_ names: [(id: Identifier<Entity>, line: Int)]) {
        var lines: [Identifier<Entity>: Int] = [:]
        for (id, line) in names {
            if let earlier = lines[id] {
                log.add(line, "”\(id)” står redan på rad \(earlier). Behåll en av raderna.")
            } else {
                lines[id] = line
            }
        }
    }

    private func reference<Entity>(_ line: Entry) -> (id: Identifier<Entity>, line: Int)? {
        guard let text = leaf(line), let id: Identifier<Entity> = id(text, at: line.line) else { return nil }
        return (id, line.line)
    }

    /// The two names of `radslag/2019`.
    func pair<First, Second>(_ text: String, at line: Int, example: String) -> (Identifier<First>, Identifier<Second>)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            log.add(line, "”\(text)” ska vara två namn med snedstreck emellan. Skriv till exempel ”\(example)”.")
            return nil
        }
        guard let first: Identifier<First> = id(parts[0], at: line), let second: Identifier<Second> = id(parts[1], at: line)
        else {
            return nil
        }
        return (first, second)
    }

    /// A line whose value is a time, with what stands under it.
    func dated(_ line: Entry, _ read: (inout Fields) -> Void) -> Period? {
        var below = Fields(line, log)
        read(&below)
        below.finish()
        return value(of: line).flatMap { period($0, at: line.line) }
    }
}
