import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("The page about the cooperation") struct AboutPageTests {
    struct Page: Decodable {
        struct Share: Decodable {
            var municipality: String
            var name: String
            var thousandths: Int
        }
        var levels: [String]?
        var costSharing: String?
        var costShares: [Share]?
    }

    /// A site of the twelve whose terms have been agreed anew today.
    private func site(levels: [String]?, _ key: CostKey?) async throws -> Exhibit {
        let site = try await Exhibit(files: Place.foundationsOfTwelve())
        let request = AgreeSettings(
            name: "N",
            calledName: "Samverkan",
            shortName: "S",
            ratifyingBody: "kommunfullmäktige",
            seatsPerMunicipality: 2,
            levels: levels,
            costKey: key
        )
        _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
        return site
    }

    @Test("says what the levels are called and how costs are shared")
    func twelve() async throws {
        let site = try await Exhibit.twelve.value
        let page = try await site.json("/om.json", as: Page.self).page
        #expect(page.levels == ["Riktning", "Målområde", "Inriktningsmål", "Åtgärdsmål"])
        #expect(page.costSharing == "population" && page.costShares == nil)
        let text = ShownPage(await site.page("/om")).text
        #expect(text.holds("ett program har fyra nivåer, uppifrån: riktning, målområde, inriktningsmål och åtgärdsmål."))
        #expect(text.holds("kommunerna delar på kostnaderna efter hur många som bor i varje kommun."))
        let english = await site.page("/om?sprak=en")
        #expect(english.holds("A programme has four levels, from the top:") && english.holds("by how many live in each."))
    }

    @Test("a single level, and equal shares")
    func least() async throws {
        let site = try await site(levels: ["Mål"], .equal)
        let text = ShownPage(await site.page("/om")).text
        #expect(text.holds("ett program har en nivå: mål.") && text.holds("kommunerna delar lika på kostnaderna."))
    }

    @Test("fixed shares in per cent, each with its municipality, and none for one that is hidden")
    func fixed() async throws {
        let id = { (text: String) in try #require(Municipality.ID(text)) }
        let shares = [
            CostKey.Share(try id("kommun-a"), thousandths: 125), .init(try id("kommun-b"), thousandths: 870),
            .init(try id("kommun-d"), thousandths: 5),
        ]
        let site = try await site(levels: nil, .fixed(shares))
        let page = try await site.json("/om.json", as: Page.self).page
        #expect(page.levels == nil && page.costSharing == "fixed")
        #expect(page.costShares?.map(\.thousandths) == [125, 870, 5])
        let html = await site.page("/om")
        for text in ["12,5\u{A0}%", "87\u{A0}%", "0,5\u{A0}%"] { #expect(html.holds(": \(text)<"), "\(text)") }
        #expect(
            ShownPage(html).links.filter { $0.address.hasPrefix("/kommuner/") }.map(\.address) == [
                "/kommuner/kommun-a", "/kommuner/kommun-b", "/kommuner/kommun-d",
            ]
        )
        #expect(await site.page("/om?sprak=en").holds(": 12.5%<"))
        let hidden = ChangeVisibility(.municipality(try id("kommun-a")), isShown: false, reason: "Skäl.")
        _ = try await site.registrar.perform(hidden, happened: .day(site.now.swedishDay), as: .importer)
        for form in ["/om", "/om.json"] { #expect(!(await site.page(form)).holds("kommun-a"), "\(form)") }
    }

    @Test("nothing is said of what hasn't been agreed")
    func none() async throws {
        let site = try await Exhibit.sodertorn.value
        let page = try await site.json("/om.json", as: Page.self).page
        #expect(page.levels == nil && page.costSharing == nil && page.costShares == nil)
        let text = ShownPage(await site.page("/om")).text
        #expect(!text.holds("kostnaderna") && !text.holds("nivåer"))
    }
}
