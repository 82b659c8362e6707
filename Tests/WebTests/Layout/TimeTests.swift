import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("The site in time") struct TimeTests {
    /// What was shown on a day, for a day.
    struct Kept {
        var known: Day
        var asked: Day
        var path: String
        var status: Int
        var text: String
    }

    private static let paths = [
        "/", "/program", "/program/2007", "/program/2019", "/program/2023", "/program/2019/infrastruktur", "/kommuner",
        "/kommuner/haninge", "/kommuner/nacka", "/kommuner/vaxholm", "/om", "/index.json", "/program.json", "/program/2019.json",
        "/kommuner.json", "/kommuner/haninge.json", "/kommuner.csv", "/program/2019.csv", "/konferenser", "/konferenser.csv",
        "/konferenser/radslag", "/konferenser/radslag/2019", "/konferenser/radslag/2019.json",
        "/dokument", "/dokument.csv", "/dokument/utvecklingsprogram-2019", "/plan", "/plan/2021", "/plan/2021.json",
    ]

    /// A page without what says which question was asked.
    ///
    /// Three things, and no more: the banner with its link back, which names the day of knowledge; the day of knowledge in addresses, which
    /// keeps it as the reader goes on; and the same day in the form's hidden field and in JSON. Everything the page says of the
    /// cooperation stays, and so does the number of acts: it is of what was known.
    static func unbound(_ text: String) -> String {
        var text = text.without(from: "<aside class=\"then\"", through: "</aside>")
        text = text.withoutDays(after: "&amp;kant=").withoutDays(after: "&kant=")
        text = text.without(from: "<input type=\"hidden\" name=\"kant\"", through: ">")
        return text.without(from: "  \"knownBy\"", through: "\n")
    }

    @Test("what was shown on a day for another day is shown again when it is asked with what was known then")
    func known() async throws {
        let files = try Place.files(in: Place.package + "/Examples/sodertorn")
        let site = try await Exhibit(on: "2025-02-01", files: files)
        var dice = Dice(2026)
        var kept: [Kept] = []
        var days = 0
        while kept.count < Effort.count(200, otherwise: 30) {
            days += 1
            let today = site.now.swedishDay
            for _ in 0..<dice.below(4) { await record(on: today, site, &dice) }
            if dice.happens(60) { kept.append(await keep(today, site, &dice)) }
            site.set(
                Instant(
                    microseconds: Instant(startOf: today.adding(days: 1 + dice.below(9))).microseconds + Int64(dice.below(86_000))
                        * 1_000_000
                )
            )
        }
        for _ in 0..<10 { await record(on: site.now.swedishDay, site, &dice) }
        #expect(site.registrar.snapshot.position > 100)
        #expect(kept.filter { $0.status == 200 }.count > kept.count / 2)
        var changed = 0
        for page in kept {
            let reply = await site.door.ask(.get, "\(page.path)?datum=\(page.asked)&kant=\(page.known)")
            #expect(Int(reply.status.code) == page.status, "\(page.path) \(page.asked) \(page.known)")
            guard page.status == 200 else { continue }
            let (then, again) = (Self.unbound(page.text), Self.unbound(reply.text))
            let isSame = then == again
            #expect(isSame, "\(page.path)?datum=\(page.asked)&kant=\(page.known): \(Self.firstDifference(then, again))")
            let now = await site.door.ask(.get, "\(page.path)?datum=\(page.asked)")
            if Self.unbound(now.text) != then { changed += 1 }
        }
        #expect(changed > kept.count / 5, "if nothing changes in between, nothing is shown by this")
    }

    private static func firstDifference(_ one: String, _ other: String) -> String {
        for (left, right) in zip(one.components(separatedBy: "<"), other.components(separatedBy: "<")) where left != right {
            return "\(left) – \(right)"
        }
        return "one is longer"
    }

    private func keep(_ today: Day, _ site: Exhibit, _ dice: inout Dice) async -> Kept {
        let asked = dice.happens(25) ? today : today.adding(days: -dice.below(dice.happens(50) ? 60 : 6500))
        let path = dice.pick(Self.paths)
        let reply = await site.door.ask(.get, "\(path)?datum=\(asked)")
        return Kept(known: today, asked: asked, path: path, status: reply.status.code, text: reply.text)
    }

    /// Records something, or has it refused; half of it is dated back.
    private func record(on today: Day, _ site: Exhibit, _ dice: inout Dice) async {
        let happened = dice.happens(50) ? today : today.adding(days: -dice.below(4000))
        let names = ["haninge", "salem", "nacka", "tyreso", "nykvarn"].compactMap { Municipality.ID($0) }
        let editions = ["2007", "2013", "2019", "2023"].compactMap { Edition.ID($0) }
        let position = Position(Int64(1 + dice.below(Int(site.registrar.snapshot.position))))
        let name = dice.pick(names)
        let edition = dice.pick(editions)
        let number = dice.below(120_000)
        let figure = RecordPopulation(municipality: dice.happens(80) ? name : nil, count: number, remarks: ["Nr \(number)."])
        let request: any Request =
            switch dice.below(9) {
            case 0: ChangeMembership(.leave, name, remarks: ["Lämnade."])
            case 1: ChangeMembership(.join, name)
            case 2: ExtendEdition(edition, node: node(number))
            case 3: CorrectRecord(position, with: figure, reason: "Fel \(number).")
            case 4: StrikeRecord(position, reason: "Fel \(number).")
            case 5: agreement(number)
            case 6:
                ServeFrameGoal(
                    edition: edition,
                    node: node(0).id,
                    frame: frame,
                    goal: goal,
                    reason: "Därför \(number).",
                    sources: []
                )
            default: figure
            }
        _ = try? await site.registrar.perform(request, happened: .day(happened), as: .importer)
    }

    private var frame: OuterFrame.ID { id("rufs-2050") }
    private var goal: OuterFrame.Goal.ID { id("1") }

    private func node(_ number: Int) -> RecordEdition.Node {
        RecordEdition.Node(id: number == 0 ? id("infrastruktur") : id("nytt-\(number)"), level: 0, title: "Nytt \(number)")
    }

    private func agreement(_ number: Int) -> AgreeSettings {
        AgreeSettings(
            name: "Södertörnskommunerna \(number)",
            calledName: "Samarbetet \(number)",
            shortName: "S",
            ratifyingBody: "kommunstyrelsen",
            seatsPerMunicipality: 1 + number % 3
        )
    }

    private func id<Entity>(_ text: String) -> Identifier<Entity> {
        guard let id = Identifier<Entity>(text) else { preconditionFailure("\(text) is no id") }
        return id
    }
}

extension String {
    /// The text without a mark and the day that follows it, every time it occurs.
    fileprivate func withoutDays(after mark: String) -> String {
        let parts = components(separatedBy: mark)
        return parts.dropFirst().reduce(parts[0]) { $0 + String(decoding: $1.utf8.dropFirst(10), as: UTF8.self) }
    }
}
