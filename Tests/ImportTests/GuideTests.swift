import Cooperation
import Import
import Testing

@Suite("The guide to the files") struct GuideTests {
    /// The block of code that begins with those letters.
    private func block(_ beginning: String) throws -> String {
        let guide = String(decoding: try Place.file("README.md", in: Place.package + "/Examples").bytes, as: UTF8.self)
        let blocks = guide.split(separator: "```", omittingEmptySubsequences: false).map { $0.drop { $0 == "\n" } }
        return String(try #require(blocks.first { $0.hasPrefix(beginning) }))
    }

    @Test("has an example that can be read in as it stands")
    func example() throws {
        let live = try Played(read([SourceFile("liten.txt", block("samverkan: tva-sjoar"))])).timeline.live
        #expect(live.settings?.calledName == "Sjösamverkan")
        #expect(live.members.members.map(\.facts.name) == ["Norrsjö", "Södersjö"])
        let today = try #require(Day("2026-11-23"))
        #expect(live.programme.latestInForce(on: today)?.services.count == 1)
        let committee = try #require(live.organisation.bodies(.committee).first)
        #expect(committee.presidencies.map(\.fact.chair.text) == ["norrsjo"])
        #expect(committee.assignments.map(\.fact.node.text) == ["resor"])
        #expect(live.documents.inOrder.map(\.facts.title) == ["Avtal om samverkan"])
        #expect(live.conferences.inOrder.map(\.rules?.arranger) == [committee.facts.id])
        #expect(live.conferences.all.map(\.facts.hosts.count) == [1])
    }

    @Test("shows the fault that the reading tells")
    func fault() throws {
        let guide = String(decoding: try Place.file("README.md", in: Place.package + "/Examples").bytes, as: UTF8.self)
        let edition = "program: 2019\n" + String(repeating: "# …\n", count: 12) + "  titlel: x\n"
        let told = try #require(faults(SourceFile("program-2019.txt", edition)).first { $0.contains("titlel") })
        #expect(guide.contains(told))
    }

    @Test("names every key")
    func keys() throws {
        let guide = String(decoding: try Place.file("README.md", in: Place.package + "/Examples").bytes, as: UTF8.self)
        let files = try Place.files(in: Place.example).filter { $0.name.hasSuffix(".txt") }
        var seen: Set<String> = []
        var levels: Set<String> = []
        func visit(_ entry: Entry) {
            if entry.key == "nivå" { levels.insert(entry.value) }
            seen.insert(entry.key)
            entry.children.forEach(visit)
        }
        for file in files { try Outline.entries(of: file).forEach(visit) }
        let unnamed = seen.subtracting(levels).filter { !guide.contains("`\($0)") }
        #expect(unnamed.isEmpty)
    }
}
