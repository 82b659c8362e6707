import Testing

@testable import Cooperation

@Suite("Where in a draft what was said belongs") struct WhereaboutsTests {
    private func node(_ name: String) throws -> Edition.Node {
        Edition.Node(
            id: try id(name),
            parent: nil,
            level: 0,
            title: .numbered(1),
            text: nil,
            background: nil,
            networks: [],
            added: nil,
            remarks: [],
            sources: []
        )
    }

    /// A draft with the parts a, b, c and d, one after another.
    private func draft() throws -> Draft {
        var text = try Sample.written(Sample.edition("2027", "2027", to: nil))
        text.levels = [.init(name: "Mål", plural: "Mål")]
        text.nodes = try ["a", "b", "c", "d"].map(node)
        return Draft(edition: text.id, base: nil, versions: [try version(1, text, nil)])
    }

    private func version(_ number: Int, _ text: Edition.Text, _ change: DraftChange?) throws -> Draft.Version {
        .init(number: number, saved: try period("2026-09-01"), position: Position(Int64(number)), text: text, change: change)
    }

    /// A change written as `split a into a,e`, `merge b,c`, `remove d`, `move a before d`, `restore 2` or `add e`.
    private func change(_ text: String) throws -> DraftChange {
        let words = text.split(separator: " ").map(String.init)
        let names = words[1].split(separator: ",").map(String.init)
        switch words[0] {
        case "split": return .split(try id(words[1]), into: try words[3].split(separator: ",").map { try node(String($0)) })
        case "merge": return .merged(try names.map { try id($0) }, into: try node(names[0]))
        case "remove": return .removed(try id(words[1]))
        case "move": return .moved(try id(words[1]), under: nil, before: try id(words[3]))
        case "restore": return .restored(version: try #require(Int(words[1])))
        default: return .added(try node(words[1]), before: nil)
        }
    }

    private func take(_ change: DraftChange, _ draft: inout Draft) throws {
        let text: Edition.Text
        if case .restored(let number) = change {
            text = try #require(draft.version(number)).text
        } else {
            text = try draft.current.text.changed(by: change)
        }
        draft.versions.append(try version(draft.versions.count + 1, text, change))
    }

    private func contribution(on name: String?, at version: Int) throws -> Contribution {
        let facts = Contribution.Facts(
            edition: try id("2027"),
            id: try id("c1"),
            node: try name.map { try id($0) },
            text: .numbered(9),
            sender: .anyone(name: nil)
        )
        return Contribution(facts: facts, sent: try period("2026-09-01"), version: version, isReleased: true)
    }

    @Test(
        "it follows every step since it came",
        arguments: [
            // What was said of a in the first version; in which parts it is, and whether they were split and merged.
            ([], "a"), (["remove b"], "a"), (["move a before d"], "a"), (["remove a"], ""),
            (["split a into a,e"], "a e split"), (["split b into b,e"], "a"),
            (["split a into a,e", "remove a"], "e split"), (["split a into a,e", "split e into e,f"], "a e f split"),
            (["split a into a,e", "remove a", "remove e"], " split"), (["merge b,a"], "b merged"),
            (["merge a,b"], "a merged"), (["merge b,c"], "a"), (["merge b,a", "merge c,b"], "c merged"),
            (["split a into a,e", "merge b,e"], "a b split merged"), (["split a into a,e", "merge a,e"], "a split merged"),
            // What comes in with the same name is another part.
            (["merge b,a", "add a"], "b merged"), (["remove a", "add a"], ""),
            // What is set back, is set back in this too.
            (["remove a", "restore 1"], "a"), (["merge b,a", "restore 1"], "a"),
            (["split a into a,e", "remove a", "restore 2"], "a e split"),
            (["merge b,a", "add e", "restore 1", "restore 3"], "b merged"),
        ] as [([String], String)]
    )
    func table(_ changes: [String], _ expected: String) throws {
        var draft = try draft()
        for text in changes { try take(change(text), &draft) }
        let found = try #require(try draft.whereabouts(of: contribution(on: "a", at: 1)))
        var words = found.parts.map(\.text).joined(separator: " ")
        if found.wasSplit { words += " split" }
        if found.wasMerged { words += " merged" }
        #expect(words == expected, "\(changes)")
    }

    @Test("what was said later knows of no earlier step, and what is about the whole is nowhere")
    func later() throws {
        var draft = try draft()
        try take(change("merge b,a"), &draft)
        try take(change("add a"), &draft)
        let later = try contribution(on: "a", at: 3)
        #expect(draft.whereabouts(of: later) == Whereabouts(parts: [try id("a")]))
        #expect(draft.whereabouts(of: try contribution(on: nil, at: 1)) == nil)
        // Set back to before it came, it is about the part with that name, as long as there is one.
        try take(change("restore 2"), &draft)
        #expect(draft.whereabouts(of: later)?.parts == [])
        try take(change("restore 1"), &draft)
        #expect(draft.whereabouts(of: later) == Whereabouts(parts: [try id("a")]))
    }

    /// The parts of the last version that a part of an earlier one has become, told from the end of the story instead of from its beginning.
    private func heirs(of part: Edition.Node.ID, after index: Int, in draft: Draft) -> Set<Edition.Node.ID> {
        guard index + 1 < draft.versions.count else { return [part] }
        let next = draft.versions[index + 1]
        let becomes: [Edition.Node.ID] =
            switch next.change {
            case .split(let id, let nodes) where id == part: nodes.map(\.id)
            case .merged(let ids, let whole) where ids.contains(part): [whole.id]
            default: [part]
            }
        return becomes.filter { id in next.text.nodes.contains { $0.id == id } }
            .reduce(into: []) { $0.formUnion(heirs(of: $1, after: index + 1, in: draft)) }
    }

    @Test("at random, as told from the end", arguments: [5, 6, 7] as [UInt64])
    func random(_ seed: UInt64) throws {
        var dice = Dice(seed)
        let names = ["a", "b", "c", "d", "e", "f", "g"]
        var (split, merged, gone) = (0, 0, 0)
        for _ in 0..<Effort.count(2000, otherwise: 150) {
            var draft = try draft()
            while draft.versions.count < 8 {
                let (one, other) = (dice.pick(names), dice.pick(names))
                let text =
                    switch dice.below(5) {
                    case 0: "split \(one) into \(one),\(other)"
                    case 1: "merge \(one),\(other)"
                    case 2: "remove \(one)"
                    case 3: "move \(one) before \(other)"
                    default: "add \(one)"
                    }
                // What can't be done isn't, and is no step.
                do throws(Refusal) {
                    let change: DraftChange
                    do { change = try self.change(text) } catch { continue }
                    let next = try draft.current.text.changed(by: change)
                    draft.versions.append(
                        .init(
                            number: draft.versions.count + 1,
                            saved: draft.current.saved,
                            position: draft.current.position,
                            text: next,
                            change: change
                        )
                    )
                } catch {
                    continue
                }
            }
            for index in draft.versions.indices {
                for node in draft.versions[index].text.nodes {
                    let found = try #require(try draft.whereabouts(of: contribution(on: node.id.text, at: index + 1)))
                    let expected = heirs(of: node.id, after: index, in: draft)
                    #expect(
                        Set(found.parts) == expected && found.parts.count == expected.count,
                        "\(draft.versions.map(\.change))"
                    )
                    split += found.wasSplit ? 1 : 0
                    merged += found.wasMerged ? 1 : 0
                    gone += found.parts.isEmpty ? 1 : 0
                }
            }
        }
        #expect(split > 100 && merged > 100 && gone > 100, "\(split) \(merged) \(gone)")
    }
}
