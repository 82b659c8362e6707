import Testing

@testable import Difference

@Suite("Skillnad mellan två dispositioner")
struct OutlineTests {
    /// An outline as text: a node a line, indented by what it stands under, as `id: text` or `id < one, other: text`.
    private func outline(_ text: String) -> [OutlineNode<String>] {
        var path: [String] = []
        return text.split(separator: "\n").map { line in
            let depth = line.prefix { $0 == " " }.count
            let parts = line.drop { $0 == " " }.split(separator: ": ", maxSplits: 1)
            let names = parts[0].split(separator: " <", omittingEmptySubsequences: false)
            let id = String(names[0])
            let origins = names.count > 1 ? names[1].split { ", ".contains($0) }.map(String.init) : nil
            path = path.prefix(depth) + [id]
            return OutlineNode(
                id: id,
                parent: depth > 0 ? path[depth - 1] : nil,
                texts: [parts.count > 1 ? String(parts[1]) : ""],
                predecessors: origins
            )
        }
    }

    private func told(_ difference: OutlineDifference<String>) -> [String] {
        difference.entries.map { entry in
            let change =
                switch entry.change {
                case .kept: ""
                case .moved(let place): " moved from \(place.parent ?? "top") \(place.number) after \(place.after ?? "none")"
                case .new: " new"
                case .gone: " gone"
                case .split(let origin): " split from \(origin)"
                case .merged(let origins): " merged from \(origins.joined(separator: "+"))"
                }
            let text = entry.isTextSame ? "" : ": " + entry.texts.map(\.written).joined(separator: " | ")
            return String(repeating: " ", count: entry.depth) + entry.id + change + text
        }
    }

    @Test(
        "Det som har hänt sägs i den nya ordningen",
        arguments: [
            ("1\n a\n b", "1\n a\n b", ["1", " a", " b"]),
            ("1\n a: x", "1\n a: y", ["1", " a: [-x-]{+y+}"]),
            ("", "1: x", ["1 new: {+x+}"]),
            ("1: x", "", ["1 gone: [-x-]"]),
            // One that is moved, forwards and backwards, is one that is marked.
            ("a\nb\nc\nd", "b\nc\nd\na", ["b", "c", "d", "a moved from top 1 after none"]),
            ("a\nb\nc\nd", "d\na\nb\nc", ["d moved from top 4 after c", "a", "b", "c"]),
            // What comes along has not moved.
            ("1\n a\n b\n2", "2\n1\n a\n b", ["2 moved from top 2 after 1", "1", " a", " b"]),
            ("1\n a: x\n2", "1\n2\n a: y", ["1", "2", " a moved from 1 1 after none: [-x-]{+y+}"]),
            ("1\n a\n  b", "1\n a\nb", ["1", " a", "b moved from a 1 after none"]),
            // What is gone stands where it stood.
            ("a\nb\nc", "a\nc", ["a", "b gone", "c"]),
            ("a\nb\nc", "b\nc", ["a gone", "b", "c"]),
            ("a\n x\nb\nc", "a\n x\n y\nc", ["a", " x", " y new", "b gone", "c"]),
            ("1\n a\n  x\n b", "1\n b", ["1", " a gone", "  x gone", " b"]),
            ("1\n a\n2\n b", "2\n b\n a", ["1 gone", "2", " b", " a moved from 1 1 after none"]),
            ("a\nb\nc", "c\na", ["c moved from top 3 after b", "a", "b gone"]),
            // Ids that are new for the same, and the same for what is new.
            ("a: x", "b <a: x", ["b"]),
            ("a: x", "a <: y", ["a gone: [-x-]", "a new: {+y+}"]),
            ("a: x", "a <okänd: x", ["a gone: [-x-]", "a new: {+x+}"]),
            // Split and merged.
            ("a: x y", "a: x\nb <a: y", ["a split from a: x[- y-]", "b split from a: [-x -]y"]),
            ("a: x\nb: y", "c <b, a: x\ny", ["c merged from a+b: x[-\ny-]", "y new"]),
            ("1\n a\n2\n b", "3 <1, 2\n a\n b", ["3 merged from 1+2", " a", " b"]),
            ("1\n a\n2\n b", "3 <1, 2\n b\n a", ["3 merged from 1+2", " b moved from 2 1 after none", " a"]),
            ("1\n a\n b", "1\n a\n2 <1\n b", ["1 split from 1", " a", "2 split from 1", " b"]),
            ("1\n a\n b\n c", "1 <1, 1\n a\n c", ["1", " a", " b gone", " c"]),
        ]
    )
    func table(old: String, new: String, expected: [String]) {
        let difference = OutlineDifference(from: outline(old), to: outline(new))
        #expect(told(difference) == expected)
        #expect(difference.isSame == expected.allSatisfy { !$0.drop { $0 == " " }.contains(" ") })
    }

    @Test("En disposition som inte hänger ihop berättas ändå, med varje del en gång")
    func unsound() {
        let old = [
            OutlineNode(id: "a", parent: "b", texts: ["x"]), OutlineNode(id: "b", parent: "a", texts: []),
            OutlineNode(id: "a", parent: nil, texts: ["y"]), OutlineNode(id: "c", parent: "c", texts: ["z", "w"]),
        ]
        let difference = OutlineDifference(from: old, to: [OutlineNode(id: "c", parent: "okänd", texts: ["z"])])
        #expect(told(difference) == ["a gone: [-x-]", " b gone", "c: z | [-w-]"])
    }

    @Test("Bara det som måste sägas flyttat sägs flyttat, vid flyttar på måfå", arguments: Effort.seeds)
    func fewestMoves(seed: UInt64) {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let old = randomOutline(&dice)
            var new = old
            let moves = dice.below(4)
            for _ in 0..<moves { move(&new, &dice) }
            let difference = OutlineDifference(from: old, to: new)
            let moved = difference.entries.filter { if case .moved = $0.change { true } else { false } }
            #expect(moved.count <= moves)
            #expect(difference.entries.map(\.id) == new.map(\.id))
            #expect(difference.isSame == (old == new))
            #expect(moved.count == fewest(old, new))
        }
    }

    /// The fewest that can have moved: those with another parent, and those that aren't in a longest common order of siblings.
    private func fewest(_ old: [OutlineNode<String>], _ new: [OutlineNode<String>]) -> Int {
        let parents = Set(old.map(\.parent)).union(new.map(\.parent))
        let stayed = parents.reduce(0) { sum, parent in
            sum + longestCommon(old.filter { $0.parent == parent }.map(\.id), new.filter { $0.parent == parent }.map(\.id))
        }
        return new.count - stayed
    }

    private func randomOutline(_ dice: inout Dice) -> [OutlineNode<String>] {
        var nodes: [OutlineNode<String>] = []
        for number in 0..<2 + dice.below(14) {
            let parent = dice.below(3) == 0 || nodes.isEmpty ? nil : nodes[dice.below(nodes.count)].id
            nodes.append(OutlineNode(id: "\(number)", parent: parent, texts: ["Text \(number)"]))
        }
        return inReadingOrder(nodes)
    }

    private func inReadingOrder(_ nodes: [OutlineNode<String>], under parent: String? = nil) -> [OutlineNode<String>] {
        nodes.filter { $0.parent == parent }.flatMap { [$0] + inReadingOrder(nodes, under: $0.id) }
    }

    /// Moves a node with all that is under it.
    private func move(_ nodes: inout [OutlineNode<String>], _ dice: inout Dice) {
        let id = nodes[dice.below(nodes.count)].id
        let under = Set(inReadingOrder(nodes, under: id).map(\.id) + [id])
        let parents = nodes.map(\.id).filter { !under.contains($0) } + [nil]
        let parent = parents[dice.below(parents.count)]
        guard let place = nodes.firstIndex(where: { $0.id == id }) else { return }
        let node = nodes.remove(at: place)
        nodes.insert(OutlineNode(id: id, parent: parent, texts: node.texts), at: dice.below(nodes.count + 1))
        nodes = inReadingOrder(nodes)
    }

    @Test("Varje del i båda berättas en gång vid ändringar på måfå", arguments: Effort.seeds)
    func randomEdits(seed: UInt64) {
        var dice = Dice(seed: seed)
        for round in 0..<200 {
            let old = randomOutline(&dice)
            var new = old
            for edit in 0..<dice.below(5) {
                switch dice.below(4) {
                case 0 where !new.isEmpty: move(&new, &dice)
                case 1:
                    let under = new.isEmpty ? nil : new[dice.below(new.count)].id
                    new.append(OutlineNode(id: "ny\(edit)", parent: under, texts: ["Ny"], predecessors: []))
                case 2 where !new.isEmpty:
                    let id = new[dice.below(new.count)].id
                    let under = Set(inReadingOrder(new, under: id).map(\.id) + [id])
                    new.removeAll { under.contains($0.id) }
                default:
                    // Comes from any of the old ones, or several.
                    let origins = (0..<dice.below(3)).map { _ in old[dice.below(old.count)].id }
                    new.append(OutlineNode(id: "från\(edit)", parent: nil, texts: ["Från"], predecessors: origins))
                }
                new = inReadingOrder(new)
            }
            let entries = OutlineDifference(from: old, to: new).entries
            let gone = entries.filter { $0.change == .gone }.map(\.id)
            #expect(entries.filter { $0.change != .gone }.map(\.id) == new.map(\.id), "round \(round)")
            let remaining = Set(new.flatMap(\.predecessors))
            #expect(gone.sorted() == old.map(\.id).filter { !remaining.contains($0) }.sorted())
        }
    }
}
