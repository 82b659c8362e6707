import Cooperation
import HTTPTypes
import Import
import Registry
import Testing

@testable import Web

@Suite("The operational plans' pages") struct PlanningPageTests {
    struct Reference: Decodable, Equatable {
        var id: String
        var title: String
    }

    /// The list as its JSON has it.
    struct List: Decodable {
        struct Row: Decodable {
            var year: Int
            var title: String
            var plan: String?
            var document: String?
            var decidedBy: String?
            var decided: String
            var decidedInWords: String?
            var activities: Int?
            var done: Int?
            var followedUp: String?
            var followedUpIn: Reference?
        }
        var plans: [Row]
    }

    struct Plan: Decodable {
        struct Report: Decodable {
            var status: String
            var reported: String
            var outcome: String?
            var remarks: [String]
            var sources: [String]
        }
        struct Activity: Decodable {
            struct Responsible: Decodable {
                var name: String
            }
            var id: String
            var text: String
            var goal: Reference?
            var report: Report?
            var earlier: [Report]
            var responsible: [Responsible]
            var remarks: [String]
            var sources: [String]
        }
        struct Group: Decodable {
            var purpose: String
            var node: Reference?
            var branch: Int?
            var activities: [Activity]
        }
        var id: String
        var groups: [Group]
        var previous: Neighbour?
        var next: Neighbour?

        struct Neighbour: Decodable {
            var year: Int
            var steps: [String]
        }
    }

    struct Part: Decodable {
        struct Activity: Decodable {
            var plan: String
            var year: Int
            var activity: String
            var status: String?
        }
        var activities: [Activity]
    }

    /// A cooperation of twelve municipalities, a network and a plan that has everything a plan can have.
    private func constructed(_ extra: String = "") async throws -> Exhibit {
        let text = """
            nätverk: planerare
              namn: Konstruerade planerare
              uppgifter från: 2019

            dokument: planen
              titel: Plan för 2021
              slag: verksamhetsplan
              beslutat: 2020-12-01
              gäller: 2021

            verksamhetsplan: 2021
              år: 2021
              titel: Plan för 2021
              beslutad: 2020-12-01
              utgåva: 2020
              dokument: planen
              budget: 1250000
              aktivitet: sist
                text: Hålla ihop arbetet
                rapport: 2021-03
                  läge: inställd
              aktivitet: inat
                text: Se över verksamheten
                del av programmet: inat
                rapport: 2021-03
                  läge: försenad
              aktivitet: cykel
                text: Bygga cykelvägar
                del av programmet: resor-1
                ansvarig: planerare
                rapport: 2021-03
                  läge: planerad
                  utfall: Inget än.
                rapport: 2021-06-10
                  läge: pågår
                  utfall: Halvvägs.
                  anmärkning: Det regnade.
                  källa: Rapporten i juni
              aktivitet: orapporterad
                text: Göra tidtabeller
                del av programmet: resor
              aktivitet: klar
                text: Mäta resandet
                del av programmet: utat
                rapport: 2021-04-01
                  läge: klar
              uppföljning: 2022-01-15
                utfall: Det gick bra.
                  källa: Uppföljningen
            \(extra)
            """
        let files = try Place.foundationsOfTwelve()
        return try await Exhibit(files: files + [SourceFile(name: "plan.txt", bytes: Array(text.utf8))])
    }

    // MARK: The list

    @Test(
        "page, JSON and CSV of the list say the same, cell by cell",
        arguments: ["", "datum=2021-02-15", "datum=2021-06-30", "datum=2015-01-01", "datum=2000-01-01", "sprak=en"]
    )
    func list(_ query: String) async throws {
        let words: Words = query == "sprak=en" ? .english : .swedish
        for site in [try await Exhibit.sodertorn.value, try await Exhibit.twelve.value] {
            let rows = Array(try await site.json("/plan.json?\(query)", as: List.self).page.plans.reversed())
            let csv = try await site.csv("/plan.csv?\(query)")
            let table = ReadPage(await site.page("/plan?\(query)")).tables.first ?? []
            #expect(csv.count == rows.count + 1 && table.count == (rows.isEmpty ? 0 : rows.count + 1))
            if let headings = table.first { #expect(headings.allSatisfy { csv[0].contains($0) }) }
            for ((cells, shown), row) in zip(zip(csv.dropFirst(), table.dropFirst()), rows) {
                let decidedBy = row.decidedBy?.withCapital
                let (activities, done) = (row.activities.map { "\($0)" }, row.done.map { "\($0)" })
                #expect(cells[0...3] == [row.plan ?? "", "\(row.year)", row.title, decidedBy ?? ""])
                #expect(cells[4...5] == [row.decidedInWords ?? row.decided, row.decided])
                #expect(cells[6...8] == [activities ?? "", done ?? "", row.followedUpIn?.title ?? row.followedUp ?? ""])
                let unknown = words.frame.unknown
                #expect(shown[0] == "\(row.year)" && shown[1] == row.title)
                let decided = words.period(try #require(Period(row.decided)))
                #expect(shown[2] == decidedBy ?? unknown)
                #expect(shown[3] == row.decidedInWords ?? decided)
                #expect(shown[4] == activities ?? unknown)
                if let done {
                    #expect(shown[5] == done)
                } else {
                    #expect([unknown, words.planning.noReportYet].contains(shown[5]))
                }
                if let report = row.followedUpIn {
                    #expect(shown[6] == report.title)
                } else if let followedUp = row.followedUp {
                    #expect(shown[6] == words.period(try #require(Period(followedUp))))
                } else {
                    #expect(shown[6] == (row.plan == nil ? unknown : words.planning.noFollowUpKnown))
                }
            }
        }
    }

    @Test("a year of which only the document is known leads to the document")
    func onlyDocuments() async throws {
        let site = try await Exhibit.sodertorn.value
        let plans = try await site.json("/plan.json", as: List.self).page.plans
        #expect(plans.map(\.year) == [2014, 2017, 2020, 2021, 2022])
        #expect(plans.map(\.plan) == [nil, nil, "2020", "2021", nil])
        let html = await site.page("/plan")
        for plan in plans {
            let link = plan.plan.map { "/plan/\($0)" } ?? "/dokument/\(plan.document ?? "")"
            #expect(html.holds("href=\"\(link)\""))
        }
        #expect(html.holds("För 2014, 2017 och 2022 är bara dokumentet känt."))
        #expect(html.holds("Källorna nämner ingen plan för 2015, 2016, 2018 och 2019."))
    }

    @Test(
        "each page opens with the sentence that answers how it is going",
        arguments: [
            (
                "/plan",
                "Den senaste kända planen gäller 2022. Planen för 2021 har sju aktiviteter. Sex är genomförda och en pågår enligt den "
                    + "senaste rapporten."
            ),
            ("/plan?datum=2018-01-01", "Den senaste kända planen gäller 2017."),
            ("/plan?datum=2000-01-01", "Den dagen fanns ingen plan enligt källorna."),
            (
                "/plan/2021",
                "Planen för 2021 har sju aktiviteter. Sex är genomförda och en pågår enligt den senaste rapporten."
            ),
            ("/plan/2021?datum=2021-02-15", "Planen för 2021 har sju aktiviteter. Hur det har gått är inte rapporterat än."),
            (
                "/plan/2021?datum=2021-05-01",
                "En är genomförd, en pågår och fem är inte rapporterade enligt den senaste rapporten."
            ),
            (
                "/plan/2021?sprak=en",
                "The plan for 2021 has seven activities. Six have been carried out and one is ongoing, according to the latest report."
            ),
            ("/plan/2020", "Källorna säger inte vad planen för 2020 innehåller. Vad som blev gjort står i uppföljningen."),
        ]
    )
    func opening(_ target: String, _ sentence: String) async throws {
        let page = ReadPage(await (try Exhibit.sodertorn.value).page(target))
        #expect(page.texts(of: "p").contains { $0.hasSuffix(sentence) }, "\(page.texts(of: "p").prefix(3))")
    }

    // MARK: The golden thread

    @Test("the activities stand under the branches in the programme's own order, and what serves the cooperation last")
    func thread() async throws {
        let site = try await Exhibit.sodertorn.value
        let plan = try await site.json("/plan/2021.json", as: Plan.self).page
        #expect(plan.groups.map(\.node?.id) == ["infrastruktur", "utbildning", "naringsliv", "funktionell-samordning", nil])
        #expect(plan.groups.map(\.branch) == [0, 1, 2, 3, nil])
        #expect(plan.groups.map(\.activities.count) == [2, 0, 1, 1, 3])
        let html = await site.page("/plan/2021")
        let page = ReadPage(html)
        #expect(
            page.texts(of: "h2").prefix(6) == [
                "Infrastruktur", "Utbildning", "Näringsliv", "Funktionell samordning", "För samarbetet som sådant",
                "Så gick det 2021",
            ]
        )
        #expect(page.texts(of: "h3") == plan.groups.flatMap { $0.activities.map(\.text) })
        #expect(page.text.holds("Planen har ingen känd aktivitet här."), "the gap is seen")
        #expect(page.text.holds("Att en aktivitet är klar säger inte vad den gav."))
        // The same sign as on the edition's own page.
        let edition = await site.page("/program/2019")
        for name in ["infrastruktur", "utbildning", "naringsliv", "funktionell-samordning"] {
            let link = "<a href=\"/program/2019/\(name)\">"
            #expect(Self.sign(before: link, in: html) == Self.sign(before: link, in: edition))
            #expect(!Self.sign(before: link, in: html).isEmpty)
        }
    }

    /// The drawing that stands just before a link.
    private static func sign(before link: String, in html: String) -> String {
        let part = html.components(separatedBy: link).first ?? ""
        guard part.hasSuffix("</svg>") else { return "" }
        return part.components(separatedBy: "<svg").last ?? ""
    }

    @Test("page, JSON and CSV of a plan say the same of each activity", arguments: ["", "datum=2021-05-01", "sprak=en"])
    func activities(_ query: String) async throws {
        let words: Words = query == "sprak=en" ? .english : .swedish
        for (site, address) in [(try await Exhibit.sodertorn.value, "/plan/2021"), (try await constructed(), "/plan/2021")] {
            let plan = try await site.json("\(address).json?\(query)", as: Plan.self).page
            let csv = try await site.csv("\(address).csv?\(query)")
            let html = await site.page("\(address)?\(query)")
            let all = plan.groups.flatMap { group in group.activities.map { (group, $0) } }
            #expect(csv.count == all.count + 1)
            for (cells, (group, activity)) in zip(csv.dropFirst(), all) {
                let status = activity.report.flatMap { OperationalPlan.Status(rawValue: $0.status) }
                let sources = activity.sources + (activity.report?.sources ?? []).filter { !activity.sources.contains($0) }
                let remarks = activity.remarks + (activity.report?.remarks ?? [])
                let part = group.node?.title ?? words.planning.forTheCooperation
                #expect(cells[0...3] == [activity.id, activity.text, part, words.label(status)])
                #expect(cells[4...5] == [activity.report?.outcome ?? "", activity.report?.reported ?? ""])
                #expect(cells[6] == activity.responsible.map(\.name).joined(separator: "; "))
                #expect(cells[7...8] == [remarks.joined(separator: " "), sources.joined(separator: " ")])
                let parts = html.components(separatedBy: "id=\"aktivitet-\(activity.id)\"")
                try #require(parts.count == 2)
                let shown = ReadPage(parts[1].components(separatedBy: "<h3").first ?? "").text
                #expect(shown.holds(words.label(status)))
                if let report = activity.report {
                    let reported = words.period(try #require(Period(report.reported)))
                    #expect(shown.holds(words.planning.reportedWhen(reported)))
                    #expect(shown.holds(report.outcome ?? words.frame.unknown))
                    for remark in report.remarks { #expect(shown.holds(remark)) }
                }
                for source in sources { #expect(parts[1].holds(source)) }
            }
        }
    }

    @Test("a plan with everything a plan can have")
    func everything() async throws {
        let site = try await constructed()
        let plan = try await site.json("/plan/2021.json", as: Plan.self).page
        #expect(plan.groups.map { $0.node?.id ?? $0.purpose } == ["utat", "inat", "cooperation"])
        #expect(plan.groups.map { $0.activities.map(\.id) } == [["cykel", "orapporterad", "klar"], ["inat"], ["sist"]])
        #expect(plan.groups[0].activities.map(\.goal?.id) == ["resor-1", "resor", nil])
        let html = await site.page("/plan/2021")
        let page = ReadPage(html)
        #expect(
            page.text.holds(
                "Planen för 2021 har fem aktiviteter. En är genomförd, en pågår, en är försenad, en är inställd och en är inte "
                    + "rapporterad enligt den senaste rapporten."
            )
        )
        #expect(html.holds("href=\"/program/2020/utat#resor-1\""))
        #expect(await site.page("/program/2020/utat").holds("id=\"resor-1\""))
        #expect(html.holds("<a href=\"/natverk/planerare\" lang=\"sv\">Konstruerade planerare</a>"))
        #expect(page.text.holds("Mars 2021: Planerad") && page.text.holds("– Inget än."))
        #expect(page.text.holds("Det regnade."))
        #expect(page.text.holds("1\u{202F}250\u{202F}000 kronor"))
        #expect(page.text.holds("Uppföljt 15 januari 2022.") && page.text.holds("Det gick bra."))
        let labels = page.texts(of: "span").filter { label in
            ["○ Planerad", "◐ Pågår", "✓ Klar", "△ Försenad", "✕ Inställd", "? Ingen rapport"].contains(label)
        }
        #expect(Set(labels) == ["◐ Pågår", "✓ Klar", "△ Försenad", "✕ Inställd", "? Ingen rapport"])
        // How many have come how far, beside the text.
        let counts = try #require(page.tables.first).dropFirst()
        #expect(
            Array(counts) == [
                ["✓ Klar", "1"], ["◐ Pågår", "1"], ["△ Försenad", "1"], ["✕ Inställd", "1"], ["? Ingen rapport", "1"],
            ]
        )
        // The document and the plan are one year, not two.
        let list = try await site.json("/plan.json", as: List.self).page
        #expect(list.plans.count == 1)
        let march = try await site.json("/plan/2021.json?datum=2021-04-30", as: Plan.self).page
        #expect(march.groups[0].activities[0].report?.status == "planned")
    }

    @Test("a year's neighbours are the years before and after, also those of which only the document is known")
    func neighbours() async throws {
        let site = try await Exhibit.sodertorn.value
        let plan = try await site.json("/plan/2021.json", as: Plan.self).page
        #expect(plan.previous?.steps == ["plan", "2020"] && plan.next?.steps == ["dokument", "verksamhetsplan-2022"])
        let earlier = try await site.json("/plan/2020.json", as: Plan.self).page
        #expect(earlier.previous?.year == 2017 && earlier.next?.year == 2021)
        let then = try await site.json("/plan/2021.json?datum=2021-06-01", as: Plan.self).page
        #expect(then.next == nil)
    }

    @Test("a part of the programme shows what the plans make of it")
    func parts() async throws {
        let site = try await Exhibit.sodertorn.value
        let part = try await site.json("/program/2019/infrastruktur.json", as: Part.self).page
        #expect(part.activities.map(\.activity) == ["transportinfrastruktur", "elektrifiering"])
        #expect(part.activities.map(\.status) == ["done", "done"] && part.activities.allSatisfy { $0.year == 2021 })
        let html = await site.page("/program/2019/infrastruktur")
        #expect(html.holds("Aktiviteter i verksamhetsplanerna"))
        #expect(html.holds("href=\"/plan/2021#aktivitet-elektrifiering\""))
        #expect(!(await site.page("/program/2019/utbildning")).holds("Aktiviteter i verksamhetsplanerna"))
        #expect(!(await site.page("/program/2019/infrastruktur?datum=2020-06-01")).holds("Aktiviteter i verksamhetsplanerna"))
        let other = try await constructed()
        for (name, activities) in [("utat", ["cykel", "orapporterad", "klar"]), ("resor", ["cykel", "orapporterad"])] {
            let found = try await other.json("/program/2020/\(name).json", as: Part.self).page.activities.map(\.activity)
            #expect(found == activities)
        }
    }

    // MARK: What isn't there, and what isn't shown

    @Test(
        "a plan that there isn't, or wasn't then, is told",
        arguments: [
            ("/plan/2019", "Sidan finns inte"), ("/plan/2022", "Sidan finns inte"), ("/plan/abc", "Sidan finns inte"),
            ("/plan/2021?datum=2020-12-31", "Den 31 december 2020 fanns inte det som sidan handlar om."),
        ]
    )
    func notFound(_ target: String, _ text: String) async throws {
        let reply = await (try Exhibit.sodertorn.value).door.ask(.get, target)
        #expect(reply.status == .notFound && reply.text.holds(text))
    }

    @Test("a plan can be followed, and tells its history")
    func feed() async throws {
        let site = try await Exhibit.sodertorn.value
        let reply = await site.door.ask(.get, "/plan/2021.atom")
        #expect(reply.status == .ok)
        #expect(reply.text.components(separatedBy: "<entry>").count - 1 == 9)
        #expect(await site.page("/plan/2021").holds("class=\"history\""))
    }

    @Test("a withdrawn plan is nowhere, on any day")
    func withdrawn() async throws {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        try await withdraw(.plan(try #require(OperationalPlan.ID("2021"))), site)
        for query in ["", "?datum=2021-06-01", "?datum=2026-11-22&kant=2026-11-23"] {
            _ = await site.page("/plan/2021\(query)", status: .notFound)
            for page in [
                "/plan", "/plan.json", "/plan.csv", "/plan/2020", "/plan/2020.json", "/dokument/verksamhetsplan-2021",
                "/dokument/verksamhetsplan-2021.json", "/dokument/arsredovisning-2021", "/program/2019/infrastruktur",
                "/program/2019/infrastruktur.json",
            ] {
                let text = await site.door.ask(.get, page + query).text
                #expect(!text.holds("/plan/2021") && !text.holds("Elektrifiering av transportsektorn"), "\(page)\(query)")
            }
        }
    }

    @Test("activities of a withdrawn edition stay, but nothing is said of the part they serve")
    func hiddenEdition() async throws {
        let site = try await constructed()
        try await withdraw(.edition(try #require(Edition.ID("2020"))), site)
        let plan = try await site.json("/plan/2021.json", as: Plan.self).page
        #expect(plan.groups.map(\.purpose) == ["hiddenPart", "cooperation"])
        #expect(plan.groups[0].activities.count == 4)
        for form in ["/plan/2021", "/plan/2021.json", "/plan/2021.csv", "/plan/2021?sprak=en"] {
            let text = await site.page(form)
            for secret in ["Tidtabellerna passar", "Konstruerat målprogram", "Utåt", "/program/2020", "resor-1"] {
                #expect(!text.holds(secret), "\(form): \(secret)")
            }
        }
    }

    private func withdraw(_ subject: Subject, _ site: Exhibit) async throws {
        let request = ChangeVisibility(subject, isShown: false, reason: "Ett hemligt skäl.")
        _ = try await site.registrar.perform(request, happened: .day(site.now.swedishDay), as: .importer)
    }

    // MARK: Years in words

    @Test(
        "years in a row, with spans",
        arguments: [
            ([2014], "2014"), ([2014, 2017], "2014 och 2017"), ([2015, 2016, 2018, 2019, 2020], "2015, 2016 och 2018–2020"),
            ([2001, 2002, 2003], "2001–2003"), ([], ""),
        ]
    )
    func years(_ years: [Int], _ text: String) {
        #expect(Words.swedish.years(years) == text)
    }

    @Test("every year is in the row once, and no other", arguments: 0..<200)
    func yearsAtRandom(_ seed: UInt64) {
        var dice = Dice(seed)
        let years = (1990...2030).filter { _ in dice.happens(55) }
        let text = Words.swedish.years(years).replacingAll(" och ", with: ", ")
        let read = text.split(separator: ", ").flatMap { part -> [Int] in
            let ends = part.split(separator: "–").compactMap { Int($0) }
            return ends.count == 2 ? Array(ends[0]...ends[1]) : ends
        }
        #expect(read == years)
    }
}
