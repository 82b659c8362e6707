import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("What has been withdrawn from the public") struct WithdrawnTests {
    private static let pages = [
        "/", "/program", "/program/2007", "/program/2013", "/program/2019", "/kommuner", "/kommuner/haninge", "/om",
    ]

    private func site(without subject: Subject) async throws -> Exhibit {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let today = Period.day(site.now.swedishDay)
        let request = ChangeVisibility(subject, isShown: false, reason: "Ett hemligt skäl.")
        _ = try await site.registrar.perform(request, happened: today, as: .importer)
        return site
    }

    /// Every page and file there is, on several days.
    private func everything(_ site: Exhibit) async -> String {
        var text = ""
        for path in Self.pages {
            let stem = path == "/" ? "/index" : path
            for form in [path, stem + ".json", stem + ".csv"] {
                for query in ["", "?datum=2023-06-01", "?datum=2026-11-22", "?datum=2026-11-22&kant=2026-11-23"] {
                    text += await site.door.ask(.get, form + query).text
                }
            }
        }
        return text
    }

    @Test("a withdrawn edition is nowhere, on any day, and the one before it isn't said to apply")
    func edition() async throws {
        let site = try await site(without: .edition(try #require(Edition.ID("2023"))))
        for query in ["", "?datum=2024-01-01", "?sprak=en"] { _ = await site.page("/program/2023\(query)", status: .notFound) }
        let text = await everything(site)
        for secret in [
            "Södertörns utvecklingsprogram (2023–)", "Programmet 2023", "ett hållbart och tillgängligt transportsystem",
            "Ett hemligt skäl",
        ] {
            #expect(!text.holds(secret), "\(secret)")
        }
        let list = try await site.json("/program.json", as: ProgrammePageTests.List.self).page
        #expect(list.editions.map(\.standing) == ["replaced", "replaced", "replaced"])
        #expect(!(await site.page("/program/2019")).holds("gäller sedan"))
        #expect(await site.page("/program/2019?datum=2020-01-01").holds("gäller sedan"), "then it did apply")
    }

    @Test("a withdrawn frame is nowhere, and nothing says that goals serve it")
    func frame() async throws {
        let site = try await site(without: .outerFrame(try #require(OuterFrame.ID("rufs-2050"))))
        for form in [
            "/program/2019", "/program/2019.json", "/program/2019.csv", "/program/2019/infrastruktur", "/", "/index.json",
        ] {
            let text = await site.page(form)
            #expect(!text.holds("Region Stockholms plan") && !text.holds("rufs-2050"), "\(form)")
            #expect(!text.holds("Stockholmsregionen ska vara Europas mest attraktiva storstadsregion"), "\(form)")
        }
    }

    @Test("a withdrawn municipality is nowhere")
    func municipality() async throws {
        let site = try await site(without: .municipality(try #require(Municipality.ID("nacka"))))
        #expect(!(await site.page("/kommuner")).holds("Nacka"))
        #expect(!(await site.page("/kommuner.csv")).holds("nacka"))
        #expect(!(await site.page("/kommuner.json?datum=2021-01-01")).holds("nacka"))
        _ = await site.page("/kommuner/nacka", status: .notFound)
        _ = await site.page("/kommuner/nacka?datum=2021-01-01", status: .notFound)
    }
}
