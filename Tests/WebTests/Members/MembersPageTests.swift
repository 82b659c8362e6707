import HTTPTypes
import Testing

@testable import Web

@Suite("The municipalities' pages") struct MembersPageTests {
    /// The list as its JSON has it.
    struct Page: Decodable {
        struct Row: Decodable {
            var id: String
            var name: String
            var code: String
            var since: String?
            var until: String?
            var population: Int?
            var populationDay: String?
            var populationIsDerived: Bool
            var landArea: Int?
            var share: Int?
        }
        struct Total: Decodable {
            var day: String
            var count: Int
        }
        var members: [Row]
        var associates: [Row]
        var former: [Row]
        var sum: Int?
        var totals: [Total]
    }

    struct Municipality: Decodable {
        struct Figure: Decodable {
            var day: String
            var count: Int
            var isDerived: Bool
            var remarks: [String]
        }
        var id: String
        var code: String
        var landArea: Int?
        var population: [Figure]
    }

    @Test(
        "page, JSON and CSV of the list say the same, cell by cell",
        arguments: ["", "datum=2026-11-23", "datum=2019-12-31", "datum=2012-06-30", "datum=2000-01-01", "sprak=en"]
    )
    func list(_ query: String) async throws {
        for site in [try await Exhibit.sodertorn.value, try await Exhibit.twelve.value] {
            let file = try await site.json("/kommuner.json?\(query)", as: Page.self)
            let csv = try await site.csv("/kommuner.csv?\(query)")
            let page = ReadPage(await site.page("/kommuner?\(query)"))
            let isEnglish = query == "sprak=en"
            let rows = file.page.members + file.page.associates + file.page.former

            // CSV against JSON: every column.
            #expect(csv.dropFirst().map { $0[0] } == rows.map(\.id))
            for (cells, row) in zip(csv.dropFirst(), rows) {
                let basis =
                    row.population == nil
                    ? "" : row.populationIsDerived ? (isEnglish ? "derived" : "härledd") : isEnglish ? "published" : "publicerad"
                let expected = [
                    row.id, row.name, row.code, cells[3], row.since ?? "", row.until ?? "", row.population.map(String.init) ?? "",
                    row.populationDay ?? "", basis, row.landArea.map(String.init) ?? "",
                ]
                #expect(cells == expected)
            }
            #expect(csv.allSatisfy { $0.count == csv[0].count })

            // The page against JSON: what the table shows of each.
            let tables = page.tables
            let shown =
                (file.page.members.isEmpty ? [] : [file.page.members])
                + (file.page.associates.isEmpty ? [] : [file.page.associates])
            #expect(tables.count == shown.count + (file.page.totals.isEmpty ? 0 : 1))
            for (table, rows) in zip(tables, shown) {
                let body = table.dropFirst().prefix(rows.count)
                for (cells, row) in zip(body, rows) {
                    #expect(cells[0] == row.name)
                    #expect(cells[1].figures == row.population, "\(row.name)")
                    #expect(cells[2].figures.map { "\($0)" }?.suffix(4) == row.populationDay.map { $0.prefix(4) })
                    #expect(cells[2].holds(isEnglish ? "derived" : "härledd") == row.populationIsDerived)
                    #expect(cells.last == row.code)
                    let area = cells[cells.count - 2].figures
                    #expect(area == row.landArea.map { ($0 + 5) / 10 }, "\(row.name)")
                }
            }
            if let sum = file.page.sum { #expect(tables.first?.last?[1].figures == sum) }
            if !file.page.totals.isEmpty {
                let totals = try #require(tables.last).dropFirst()
                #expect(totals.map { $0[1].figures } == file.page.totals.reversed().map(\.count))
            }
        }
    }

    @Test("shares are of the sum, and come to the whole")
    func shares() async throws {
        let page = try await Exhibit.sodertorn.value.json("/kommuner.json", as: Page.self).page
        let sum = try #require(page.sum)
        #expect(sum == page.members.compactMap(\.population).reduce(0, +))
        for row in page.members {
            let share = Double(try #require(row.population)) * 10_000 / Double(sum)
            #expect(abs(Double(try #require(row.share)) - share) <= 0.5)
        }
        #expect(abs(page.members.compactMap(\.share).reduce(0, +) - 10_000) <= 4)
    }

    @Test(
        "a municipality's page, JSON and CSV say the same",
        arguments: ["botkyrka", "haninge", "huddinge", "nacka", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]
    )
    func one(_ name: String) async throws {
        let site = try await Exhibit.sodertorn.value
        for query in ["", "?datum=2019-12-31", "?datum=2012-06-30"] {
            guard await site.door.ask(.get, "/kommuner/\(name)\(query)").status == .ok else {
                #expect(name == "nacka" && query == "?datum=2012-06-30")
                continue
            }
            let model = try await site.json("/kommuner/\(name).json\(query)", as: Municipality.self).page
            let csv = try await site.csv("/kommuner/\(name).csv\(query)")
            let page = ReadPage(await site.page("/kommuner/\(name)\(query)"))
            #expect(model.id == name)
            #expect(
                csv.dropFirst().map { [$0[0], $0[1], $0[3]] }
                    == model.population.map { [$0.day, "\($0.count)", $0.remarks.joined(separator: " ")] }
            )
            #expect(csv.dropFirst().map { $0[2] == "härledd" } == model.population.map(\.isDerived))
            let rows = page.tables.first.map { Array($0.dropFirst()) } ?? []
            #expect(rows.map { $0[1].figures } == model.population.reversed().map(\.count))
            for (cells, figure) in zip(rows, model.population.reversed()) {
                #expect(cells[0].figures.map { "\($0)" }?.suffix(4) == figure.day.prefix(4))
                #expect(cells[2].hasPrefix(figure.isDerived ? "härledd" : "publicerad"))
                for remark in figure.remarks { #expect(cells[2].holds(remark)) }
            }
            #expect(page.text.holds(model.code))
            if let area = model.landArea { #expect(page.text.holds("\(area / 100),\(area % 100 < 10 ? "0" : "")\(area % 100)")) }
        }
    }

    @Test("a formula in a cell is not one to a spreadsheet, and a table is read back as it was")
    func csv() throws {
        let rows = [["=1+1", "a,b", "c\"d", "e\r\nf"], ["", "-5", "@x", "\ta"], ["å", "ä", "ö", "+1"], ["", "", "", ""]]
        let read = try SpreadsheetFile(Table(columns: ["1", "2", "3", "4"], rows: rows).csv).rows
        #expect(
            read == [
                ["1", "2", "3", "4"], ["'=1+1", "a,b", "c\"d", "e\r\nf"], ["", "-5", "'@x", "'\ta"], ["å", "ä", "ö", "'+1"],
                ["", "", "", ""],
            ]
        )
    }
}
