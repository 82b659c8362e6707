import Cooperation
import HTTPTypes
import Journal
import Registry
import Testing

@testable import Web

@Suite("News whose day hasn't come") struct UpcomingNewsTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func publish(
        _ id: String,
        _ wording: String,
        from: String,
        on written: String,
        _ site: Exhibit
    ) async throws {
        site.set(Instant(microseconds: Instant(startOf: try day(written)).microseconds + 36_000_000_000))
        var request = PublishNews(
            id: try #require(NewsItem.ID(id)),
            title: "\(wording)rubrik",
            lead: "\(wording)ingress om pingvinen.",
            from: try day(from)
        )
        request.text = "\(wording)text."
        request.sources = [Source("\(wording)källa")]
        request.about = Subject("members/kommun-a")
        _ = try await site.registrar.perform(request, happened: .day(day(written)), as: .importer)
    }

    /// Everything that can be had from outside: every page and file that a link leads to from some day, on many days, and the export.
    private func everything(_ site: Exhibit, _ ids: [String]) async throws -> [(address: String, text: String)] {
        let today = site.now.swedishDay
        var waiting = [
            "/", "/nyheter", "/nyheter.atom", "/historik?sida=alla", "/historik.json?sida=alla", "/sok?fraga=pingvinen",
        ]
        for id in ids { waiting += ["", ".json", ".atom"].map { "/nyheter/\(id)\($0)" } }
        var seen: [(address: String, text: String)] = []
        var asked: Set<String> = []
        while let address = waiting.popLast() {
            guard asked.insert(address).inserted else { continue }
            let text = await site.door.ask(.get, address).text
            seen.append((address, text))
            for part in text.components(separatedBy: "href=\"/").dropFirst() {
                let link = "/" + String(part.prefix { $0 != "\"" && $0 != "#" }).replacingAll("&amp;", with: "&")
                if !link.holds("sprak=en"), !asked.contains(link) { waiting.append(link) }
            }
        }
        #expect(asked.count > 120, "the crawl finds the whole site")
        let routes = await Site(registrar: site.registrar, accounts: site.accounts, clock: { site.now }) {
            Health(isWell: true, lines: [])
        }
        .routes
        for route in routes where route.method == .get && !route.pattern.description.utf8.contains(UInt8(ascii: "{")) {
            for format in route.formats {
                let path = route.pattern.description == "/" && format != .page ? "/index" : route.pattern.description
                let address = format == .page ? path : "\(path).\(format.rawValue)"
                if asked.insert(address).inserted { seen.append((address, await site.door.ask(.get, address).text)) }
            }
        }
        let days = [today, today.adding(days: -1), today.adding(days: 1), today.adding(days: -8)].map(\.iso) + ["2026-11-24"]
        let tops = [
            "/", "/index.json", "/nyheter", "/nyheter.json", "/nyheter.csv", "/nyheter.atom", "/oppna-data", "/index.ics",
        ]
        for path in tops + ids.flatMap({ id in ["", ".json", ".atom"].map { "/nyheter/\(id)\($0)" } }) {
            for one in days {
                for query in [
                    "datum=\(one)", "kant=\(one)", "datum=\(today.iso)&kant=\(one)", "datum=\(one)&kant=\(today.iso)&sprak=en",
                ] {
                    seen.append((path + "?" + query, await site.door.ask(.get, path + "?" + query).text))
                }
            }
        }
        let journal = try Journal(file: site.path + "/samverka.sqlite", mode: .readOnly)
        seen.append(("export", String(decoding: try await PublicExport(journal, on: today).json(), as: UTF8.self)))
        return seen
    }

    private func expect(
        none secrets: [String],
        but open: [String] = [],
        _ site: Exhibit,
        _ ids: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let today = site.now.swedishDay.iso
        let seen = try await everything(site, ids)
        for (address, text) in seen {
            // What was asked for is told back where nothing is found.
            let asked = ["pingvinen"] + ids
            let bytes = asked.filter { address.holds($0) }.reduce(text) { $0.replacingAll($1, with: "") }
            for secret in secrets {
                #expect(!bytes.holds(secret), "\(secret) on \(today): \(address)", sourceLocation: sourceLocation)
            }
        }
        for word in open { #expect(seen.contains { $0.text.holds(word) }, "\(word) on \(today)", sourceLocation: sourceLocation) }
        for word in open { #expect(seen.last?.text.holds(word) == true, "\(word) on \(today)", sourceLocation: sourceLocation) }
    }

    @Test("is nowhere to be had, in any form and on any day, and what it said before its day never is")
    func nowhere() async throws {
        let site = try await Exhibit(on: "2026-11-22", files: Place.files(in: Place.package + "/Tests/Fixtures/tolv-kommuner"))
        let ids = ["ny-hemlis", "gammal-bekant"]
        try await publish("gammal-bekant", "Qförsta", from: "2026-11-22", on: "2026-11-22", site)
        try await publish("ny-hemlis", "Qutkastet", from: "2026-12-01", on: "2026-11-23", site)
        let fixture = ["Hemlig rubrik", "Hemlig ingress", "Hemlig text", "Hemlig källa", "dagen-kommer"]
        try await expect(none: ["Qutkastet", "ny-hemlis"] + fixture, but: ["Qförstatext", "Qförstarubrik"], site, ids)
        // What is out is changed, and then moved ahead with words that are changed once more.
        try await publish("ny-hemlis", "Qandra", from: "2026-12-01", on: "2026-11-24", site)
        try await publish("gammal-bekant", "Qrättade", from: "2026-11-22", on: "2026-11-24", site)
        try await publish("gammal-bekant", "Qflyttade", from: "2026-12-01", on: "2026-11-25", site)
        let hidden = [
            "Qutkastet", "Qandra", "Qförsta", "Qrättade", "Qflyttade", "Qsista", "ny-hemlis", "gammal-bekant", "pingvinen",
        ]
        try await expect(none: hidden + fixture, site, ids)
        try await publish("gammal-bekant", "Qsista", from: "2026-12-01", on: "2026-11-26", site)
        site.set(Instant(microseconds: Instant(startOf: try day("2026-12-01")).microseconds - 1))
        try await expect(none: hidden + fixture, site, ids)
        // A kept page is old when the day is new, though nothing has been recorded.
        #expect(await !site.page("/nyheter").holds("Qandra"))
        site.set(Instant(startOf: try day("2026-12-01")))
        let position = site.registrar.snapshot.position
        #expect(await site.page("/nyheter").holds("Qandrarubrik") && site.registrar.snapshot.position == position)
        #expect(await site.page("/sok?fraga=pingvinen").holds("href=\"/nyheter/ny-hemlis\""))
        try await site.registrar.noteCrossings()
        #expect(await site.page("/historik?amne=nyheter").holds("Nyheten ”Qandrarubrik” började visas."))
        // What was out before it was moved is told as it was; what never was isn't.
        let open = ["Qandratext", "Qförstatext", "Qrättadetext", "Qsistatext"]
        try await expect(none: ["Qutkastet", "Qflyttade"] + fixture, but: open, site, ids)
    }
}
