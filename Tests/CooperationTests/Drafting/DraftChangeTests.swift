import FoundationEssentials
import Testing

@testable import Cooperation

@Suite("Changes to a draft") struct DraftChangeTests {
    /// A text with parts written as `a:0 b:1<a`: an id, its level, and what it hangs under.
    private func text(_ outline: String, levels: Int = 3) throws -> Edition.Text {
        var text = try Sample.written(Sample.edition("2027", "2027", to: nil))
        text.levels = (0..<levels).map { .init(name: "Nivå \($0)", plural: "Nivåer") }
        text.nodes = try outline.split(separator: " ").enumerated().map { try part(String($0.element), $0.offset) }
        return text
    }

    private func part(_ text: String, _ number: Int = 900) throws -> Edition.Node {
        let halves = text.split(separator: "<")
        let words = halves[0].split(separator: ":")
        return Edition.Node(
            id: try id(String(words[0])),
            parent: halves.count > 1 ? try id(String(halves[1])) : nil,
            level: words.count > 1 ? try #require(Int(words[1])) : 0,
            title: .numbered(700 + number),
            text: nil,
            background: nil,
            networks: [],
            added: nil,
            remarks: [],
            sources: []
        )
    }

    private func outline(_ text: Edition.Text) -> String {
        text.nodes.map { "\($0.id):\($0.level)" + ($0.parent.map { "<\($0)" } ?? "") }.joined(separator: " ")
    }

    /// A change written as `move b under a before c`, `remove b`, `add d:1<a before b`, `split b into b,d`, `merge b,c into b`.
    private func change(_ text: String) throws -> DraftChange {
        var words = text.split(separator: " ").map(String.init)
        let kind = words.removeFirst()
        func after(_ word: String) -> String? {
            words.firstIndex(of: word).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
        }
        let before: Edition.Node.ID? = try after("before").map { try id($0) }
        switch kind {
        case "move": return .moved(try id(words[0]), under: try after("under").map { try id($0) }, before: before)
        case "remove": return .removed(try id(words[0]))
        case "add": return .added(try part(words[0]), before: before)
        case "split":
            let parts = try (after("into") ?? "").split(separator: ",").map { try part(String($0)) }
            return .split(try id(words[0]), into: parts)
        default:
            let ids: [Edition.Node.ID] = try words[0].split(separator: ",").map { try id(String($0)) }
            return .merged(ids, into: try part(after("into") ?? ""))
        }
    }

    private static let tree = "a:0 b:1<a c:2<b d:1<a e:0 f:1<e"

    @Test(
        "what they make of an outline, or why they can't be made",
        arguments: [
            ("move d under a before b", "a:0 d:1<a b:1<a c:2<b e:0 f:1<e"), ("move b under a", "a:0 d:1<a b:1<a c:2<b e:0 f:1<e"),
            ("move b under e", "a:0 d:1<a e:0 f:1<e b:1<e c:2<b"), ("move b under e before f", "a:0 d:1<a e:0 b:1<e c:2<b f:1<e"),
            ("move e before a", "e:0 f:1<e a:0 b:1<a c:2<b d:1<a"), ("move b before e", "a:0 d:1<a b:0 c:1<b e:0 f:1<e"),
            ("move b", "a:0 d:1<a e:0 f:1<e b:0 c:1<b"), ("move e under a", "a:0 b:1<a c:2<b d:1<a e:1<a f:2<e"),
            ("move c under d", "a:0 b:1<a d:1<a c:2<d e:0 f:1<e"), ("move d under b", "a:0 b:1<a c:2<b d:2<b e:0 f:1<e"),
            ("move a under c", "!draft.under-itself"), ("move a under a", "!draft.under-itself"),
            ("move a before b", "!draft.under-itself"), ("move b under a before f", "!draft.not-siblings"),
            ("move b under a before e", "!draft.not-siblings"), ("move x under a", "!programme.unknown-node"),
            ("move b under x", "!programme.unknown-node"), ("move b under a before x", "!programme.unknown-node"),
            ("move a under e", "!programme.level"), ("remove b", "a:0 d:1<a e:0 f:1<e"), ("remove a", "e:0 f:1<e"),
            ("remove x", "!programme.unknown-node"), ("add g:1<a", "a:0 b:1<a c:2<b d:1<a g:1<a e:0 f:1<e"),
            ("add g:1<a before d", "a:0 b:1<a c:2<b g:1<a d:1<a e:0 f:1<e"), ("add g:0", "a:0 b:1<a c:2<b d:1<a e:0 f:1<e g:0"),
            ("add g:2<b before c", "a:0 b:1<a g:2<b c:2<b d:1<a e:0 f:1<e"), ("add g:0<a", "!programme.order"),
            ("add g:3<c", "!programme.level"), ("add a:0", "!programme.node-taken"), ("add g:1<x", "!programme.unknown-node"),
            ("add g:1<a before f", "!draft.not-siblings"), ("split b into b,g", "a:0 b:1<a c:2<b g:1<a d:1<a e:0 f:1<e"),
            ("split a into a,g,h", "a:0 b:1<a c:2<b d:1<a g:0 h:0 e:0 f:1<e"), ("split b into b", "!draft.split"),
            ("split b into g,b", "!draft.split"), ("split b into b,e", "!programme.node-taken"),
            ("split x into x,g", "!programme.unknown-node"), ("merge b,d into b", "a:0 b:1<a c:2<b e:0 f:1<e"),
            ("merge d,b into d", "a:0 d:1<a c:2<d e:0 f:1<e"), ("merge a,e into a", "a:0 b:1<a c:2<b d:1<a f:1<a"),
            ("merge e,a into e", "e:0 f:1<e b:1<e c:2<b d:1<e"), ("merge b,f into b", "a:0 b:1<a c:2<b d:1<a e:0"),
            ("merge a,b into a", "!draft.merge-levels"), ("merge b into b", "!draft.merge"), ("merge b,b into b", "!draft.merge"),
            ("merge b,d into d", "!draft.merge"), ("merge b,x into b", "!programme.unknown-node"),
        ]
    )
    func table(_ change: String, _ expected: String) throws {
        let (before, change) = (try text(Self.tree), try self.change(change))
        do throws(Refusal) {
            let after = try before.changed(by: change)
            #expect(outline(after) == expected)
        } catch {
            #expect("!\(error.code)" == expected)
        }
    }

    @Test("the parts of what is split have its ancestry, and what is merged has that of all")
    func ancestry() throws {
        var before = try text(Self.tree)
        let (one, two): (Edition.Predecessor, Edition.Predecessor) = (
            .init(try id("2019"), try id("ett")), .init(try id("2019"), try id("tva"))
        )
        before.nodes[1].predecessors = [one]
        before.nodes[3].predecessors = [two, one]
        func ancestors(_ text: String, _ node: String) throws -> [Edition.Predecessor]? {
            let after = try before.changed(by: try change(text))
            let id: Edition.Node.ID = try id(node)
            return try #require(after.nodes.first { $0.id == id }).predecessors
        }
        #expect(try ancestors("split b into b,g", "b") == [one] && ancestors("split b into b,g", "g") == [one])
        #expect(try ancestors("merge b,d into b", "b") == [one, two])
        #expect(try ancestors("merge d,b into d", "d") == [two, one])
        #expect(try ancestors("merge b,f into b", "b") == [one], "what is new adds nothing")
        #expect(try ancestors("merge a,e into a", "a") == nil, "nobody has said")
        #expect(try ancestors("move b under e", "b") == [one])
    }

    @Test("what is rewritten or proposed keeps its place, and the front leaves the parts as they are")
    func texts() throws {
        let before = try text(Self.tree)
        var node = try part("b:0<e")
        node.text = .numbered(1)
        let after = try before.changed(by: .rewritten(node))
        #expect(outline(after) == Self.tree && after.nodes[1].text == .numbered(1))
        for field in Contribution.Field.allCases {
            let adopted = try before.changed(by: .adopted(try id("c1"), node: try id("b"), field: field, text: .numbered(9)))
            #expect(adopted.nodes[1].text(in: field) == .numbered(9) && outline(adopted) == Self.tree)
        }
        var front = before.front
        (front.title, front.horizon, front.purpose) = ("Ny titel", 2050, .numbered(4))
        let renamed = try before.changed(by: .front(front))
        #expect(renamed.front == front && renamed.nodes == before.nodes && renamed.id == before.id)
        // A level that parts stand on can't go.
        front.levels.removeLast()
        let refusal = try #require(throws: Refusal.self) { try before.changed(by: .front(front)) }
        #expect(refusal.code == "programme.level")
    }

    private func randomChange(_ dice: inout Dice, _ text: Edition.Text, _ next: inout Int) throws -> DraftChange {
        func name() throws -> Edition.Node.ID { try id("n\(dice.below(next + 1))") }
        func new(_ level: Int, under parent: Edition.Node.ID?) throws -> Edition.Node {
            next += 1
            var node = try part("n\(next):\(level)", next)
            node.parent = parent
            return node
        }
        let some = text.nodes.isEmpty ? try name() : dice.pick(text.nodes).id
        switch dice.below(9) {
        case 0, 1, 2:
            let parent = dice.happens(70) ? text.nodes.randomElement(using: &dice) : nil
            let level = dice.happens(80) ? (parent.map { $0.level + 1 } ?? 0) : dice.below(4)
            return .added(try new(level, under: parent?.id), before: dice.happens(20) ? try name() : nil)
        case 3: return .removed(dice.happens(80) ? try name() : some)
        case 4, 5:
            let sibling = text.nodes.first { $0.id == some }
            return .moved(try name(), under: dice.happens(70) ? some : sibling?.parent, before: dice.happens(40) ? some : nil)
        case 6:
            var first = try new(0, under: nil)
            first.id = some
            return .split(some, into: [first, try new(0, under: nil)] + (dice.happens(30) ? [try new(0, under: nil)] : []))
        case 7:
            let level = text.nodes.first { $0.id == some }?.level
            let others = text.nodes.filter { $0.level == level && $0.id != some }.map(\.id)
            var whole = try new(0, under: nil)
            whole.id = some
            return .merged([some] + others.prefix(1 + dice.below(2)), into: whole)
        default: return .rewritten(try part("n\(dice.below(next + 1)):0", next))
        }
    }

    @Test("random changes keep a tree in reading order, lose nothing that isn't taken away, and are read as they are written")
    func random() throws {
        var dice = Dice(12)
        var kinds: [String: Int] = [:]
        for _ in 0..<Effort.count(400, otherwise: 40) {
            var text = try text("n1:0 n2:1<n1 n3:0")
            for index in text.nodes.indices { text.nodes[index].predecessors = [.init(try id("2019"), text.nodes[index].id)] }
            var next = 3
            for _ in 0..<30 {
                let change = try randomChange(&dice, text, &next)
                let json = try canonicalJSON(change)
                #expect(try JSONDecoder().decode(DraftChange.self, from: Data(json)) == change)
                guard let after = try? text.changed(by: change) else { continue }
                kinds[String("\(change)".prefix { $0 != "(" }), default: 0] += 1
                #expect(Programme.fault(in: after) == nil)
                let (ids, before) = (after.nodes.map(\.id), Set(text.nodes.map(\.id)))
                #expect(Set(ids).count == ids.count)
                // Each part stands among what hangs under the same branch, so that it can be read from the top down.
                #expect(isReadable(after), "\(outline(after))")
                let gone = before.subtracting(ids)
                let come = Set(ids).subtracting(before)
                let ancestors = { (text: Edition.Text) in Set(text.nodes.flatMap { $0.predecessors ?? [] }) }
                switch change {
                case .moved(let id, let parent, _):
                    #expect(gone.isEmpty && come.isEmpty)
                    #expect(after.nodes.first { $0.id == id }?.parent == parent)
                    #expect(titles(after) == titles(text), "a move changes no word")
                    #expect(after.branch(from: id).map(\.id) == text.branch(from: id).map(\.id), "what is under it comes along")
                case .added(let node, _): #expect(gone.isEmpty && come == [node.id])
                case .removed(let id): #expect(gone == Set(text.branch(from: id).map(\.id)) && come.isEmpty)
                case .split(_, let parts):
                    #expect(gone.isEmpty && come == Set(parts.dropFirst().map(\.id)))
                    #expect(ancestors(after) == ancestors(text))
                case .merged(let all, _):
                    #expect(gone == Set(all.dropFirst()) && come.isEmpty)
                    #expect(ancestors(after) == ancestors(text))
                case .rewritten, .front, .restored, .adopted: #expect(ids == text.nodes.map(\.id))
                }
                text = after
            }
        }
        for kind in ["added", "removed", "moved", "split", "merged", "rewritten"] {
            #expect(kinds[kind, default: 0] > 30, "\(kinds)")
        }
    }

    private func titles(_ text: Edition.Text) -> [Edition.Node.ID: Prose?] {
        Dictionary(text.nodes.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether everything under a part follows on it, with nothing else between.
    private func isReadable(_ text: Edition.Text) -> Bool {
        text.nodes.indices.allSatisfy { index in
            let branch = text.branch(from: text.nodes[index].id)
            return text.nodes[index...].prefix(branch.count).map(\.id) == branch.map(\.id)
        }
    }
}
