import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("Every page") struct PageTests {
    static let targets = [
        "/", "/program", "/program/2007", "/program/2013", "/program/2019", "/program/2023", "/program/2019/infrastruktur",
        "/program/2019/utbildning", "/kommuner", "/kommuner/haninge", "/kommuner/nacka", "/om", "/konferenser",
        "/konferenser/radslag", "/konferenser/temadag", "/konferenser/radslag/2010", "/konferenser/sodertornskonferensen/2023",
        "/organisation", "/organisation/samarbetskommitten", "/organisation/ledningsgruppen", "/organisation/kansliet",
        "/organisation/kommunstyrelsen-haninge", "/organisation/andra-samarbeten", "/natverk", "/natverk/planeringschefer",
        "/natverk/ekonomidirektorer", "/paverkan", "/paverkan/tvarforbindelse-sodertorn", "/paverkan/citybanan", "/yttranden",
        "/yttranden/2021-inriktningsunderlag", "/dokument", "/dokument/samarbetsavtal", "/dokument/utvecklingsprogram-2019",
        "/dokument/arsredovisning-2021", "/plan", "/plan/2020", "/plan/2021", "/nyheter", "/oppna-data",
    ]

    /// Pages that are the same whatever day is asked about.
    static let undated = ["/historik", "/sok", "/tillganglighet", "/tillganglighet/tack"]

    @Test("without a day leads only to pages that there are", arguments: undated)
    func undatedLinks(_ target: String) async throws {
        let site = try await Exhibit.sodertorn.value
        for query in ["", "?sprak=en"] {
            let html = await site.page(target + query)
            #expect(!html.holds("name=\"datum\""))
            for part in Set(html.components(separatedBy: "href=\"/").dropFirst().map { $0.prefix { $0 != "\"" && $0 != "#" } }) {
                _ = await site.page("/" + String(part).replacingAll("&amp;", with: "&"))
            }
        }
    }

    private func file(_ target: String, _ ending: String) -> String { target == "/" ? "/index\(ending)" : target + ending }

    @Test("is there, in Swedish and in English, now and on another day", arguments: targets)
    func languages(_ target: String) async throws {
        let site = try await Exhibit.sodertorn.value
        for query in ["", "?datum=2024-01-01", "?datum=2024-01-01&kant=2026-11-23"] {
            let swedish = await site.door.ask(.get, target + query)
            let english = await site.door.ask(.get, target + query + (query.isEmpty ? "?" : "&") + "sprak=en")
            #expect(swedish.status == .ok && english.status == .ok)
            #expect(swedish.fields[.contentLanguage] == "sv" && english.fields[.contentLanguage] == "en")
            #expect(swedish.fields[.contentType] == "text/html; charset=utf-8")
            #expect(swedish.text.holds("<html lang=\"sv\"") && english.text.holds("<html lang=\"en\""))
            #expect(swedish.text.holds("Hoppa till innehållet") && !swedish.text.holds("Skip to content"))
            #expect(english.text.holds("Skip to content") && !english.text.holds("Hoppa till innehållet"))
            #expect(english.text.holds("The content is in Swedish."))
            #expect(swedish.text.holds("class=\"then\"") == !query.isEmpty)
        }
    }

    @Test("has its JSON beside it, of the same day and the same acts", arguments: targets)
    func json(_ target: String) async throws {
        struct Anything: Decodable {}
        let site = try await Exhibit.sodertorn.value
        let now = try await site.json(file(target, ".json"), as: Anything.self)
        #expect(now.asOf == "2026-11-23" && now.knownBy == nil && now.licence == "CC0-1.0")
        #expect(now.position == site.registrar.snapshot.position)
        let then = try await site.json(file(target, ".json") + "?datum=2024-01-01&kant=2026-11-23", as: Anything.self)
        #expect(then.asOf == "2024-01-01" && then.knownBy == "2026-11-23")
    }

    @Test(
        "is answered to HEAD as to GET, without its body",
        arguments: targets + ["/historik", "/finns-inte", "/kommuner.csv", "/halsa"]
    )
    func head(_ target: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let (get, head) = (await site.door.ask(.get, target), await site.door.ask(.head, target))
        #expect(head.status == get.status)
        #expect(head.body.isEmpty && !get.body.isEmpty)
        for name in [HTTPField.Name.contentType, .contentLanguage, .eTag, .cacheControl] {
            #expect(head.fields[name] == get.fields[name], "\(name)")
        }
    }

    @Test("leads only to pages that there are", arguments: targets)
    func links(_ target: String) async throws {
        let site = try await Exhibit.sodertorn.value
        for query in ["", "?datum=2024-01-01"] {
            let html = await site.page(target + query)
            var seen: Set<String> = []
            for attribute in ["href=\"/", "action=\"/"] {
                for part in html.components(separatedBy: attribute).dropFirst() {
                    let link = "/" + part.prefix { $0 != "\"" }
                    let address = link.replacingAll("&amp;", with: "&")
                    guard seen.insert(address).inserted else { continue }
                    let reply = await site.door.ask(.get, String(address.prefix { $0 != "#" }))
                    #expect(reply.status == .ok, "\(target) leads to \(address)")
                    if let fragment = address.split(separator: "#").dropFirst().first {
                        #expect(reply.text.holds("id=\"\(fragment)\""), "\(target) leads to \(address)")
                    }
                    if !query.isEmpty, address != target, attribute == "href=\"/", !address.holds("datum="),
                        !address.holds(".css"),
                        !address.holds(".svg")
                    {
                        #expect(
                            reply.text.holds("<html") && address.hasPrefix(target.prefix { $0 != "?" }),
                            "\(address) loses the day"
                        )
                    }
                }
            }
            #expect(seen.count > 5)
        }
    }

    @Test("has no id twice, and every reference to one leads somewhere", arguments: targets + undated)
    func ids(_ target: String) async throws {
        let html = await (try Exhibit.sodertorn.value).page(target)
        let values = { (attribute: String) in
            html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        }
        let ids = values("id")
        #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids, by: \.self).filter { $1.count > 1 }.keys)")
        for attribute in ["aria-labelledby", "aria-describedby", "for"] {
            for value in values(attribute) {
                for id in value.split(separator: " ") { #expect(ids.contains(String(id)), "\(attribute)=\(id)") }
            }
        }
    }

    @Test(
        "that can't be shown says why, in the reader's language",
        arguments: [
            ("/finns-inte", 404, "Sidan finns inte"), ("/finns-inte?sprak=en", 404, "There is no such page"),
            ("/program/1999", 404, "Sidan finns inte"), ("/kommuner/vaxholm", 404, "Sidan finns inte"),
            ("/program/2019/infrastruktur-mal", 404, "Sidan finns inte"), ("/kommuner/Haninge", 404, "Sidan finns inte"),
            ("/kommuner?datum=2027-02-30", 400, "Dagen 30 februari 2027 finns inte."),
            ("/kommuner?datum=2027-02-30&sprak=en", 400, "The day 30 February 2027 doesn"),
            ("/kommuner?datum=i%20g%C3%A5r", 400, "”i går” är inte en dag."),
            ("/kommuner?datum=2026-11-24", 400, "Dagen 24 november 2026 har inte varit än."),
            ("/kommuner?kant=2026-11-24", 400, "har inte varit än"),
            ("/kommuner?datum=2026-11-23", 200, "Du ser sidan som den var den 23 november 2026."),
            ("/kommuner?datum=", 200, "Kommunerna"),
            ("/kommuner?datum=0001-01-01", 200, "Du ser sidan som den var den 1 januari 1."),
            ("/program/2019?datum=2015-01-01", 404, "Den 1 januari 2015 fanns inte det som sidan handlar om."),
            ("/program/2019?datum=2015-01-01&sprak=en", 404, "did not exist on 1 January 2015"),
        ]
    )
    func faults(_ target: String, _ status: Int, _ text: String) async throws {
        let site = try await Exhibit.sodertorn.value
        let reply = await site.door.ask(.get, target)
        #expect(reply.status.code == status)
        let page = ReadPage(reply.text)
        #expect(page.text.holds(text), "\(target)")
        #expect(reply.text.holds(target.holds("sprak=en") ? "<html lang=\"en\"" : "<html lang=\"sv\""))
        if status != 200 { #expect(reply.fields[.cacheControl] == "no-store") }
    }

    @Test("a day that can't be read stands in its field again, marked as wrong")
    func typedDay() async throws {
        let html = await (try Exhibit.sodertorn.value).page("/kommuner?datum=2027-02-30", status: .badRequest)
        #expect(html.holds("value=\"2027-02-30\""))
        #expect(html.holds("aria-invalid=\"true\""))
        #expect(html.holds("action=\"/kommuner\""))
    }

    @Test(
        "a cooperation that has recorded nothing has its pages all the same",
        arguments: [
            "/", "/program", "/kommuner", "/om", "/paverkan", "/yttranden", "/dokument", "/plan", "/organisation", "/natverk",
            "/organisation/andra-samarbeten", "/konferenser", "/sok", "/historik", "/oppna-data", "/tillganglighet",
            "/jamforelser",
        ]
    )
    func empty(_ target: String) async throws {
        let site = try await Exhibit(files: [])
        for query in ["", "?sprak=en", "?datum=2020-01-01"] {
            let html = await site.page(target + query)
            #expect(html.holds("<h1") && !html.holds("Optional"))
        }
    }

    @Test("how the installation is, is told in plain text")
    func health() async throws {
        let reply = await (try Exhibit.sodertorn.value).door.ask(.get, "/halsa")
        #expect(reply.text == "200 ok\nprov\n")
        #expect(reply.fields[.contentType] == "text/plain; charset=utf-8")
    }
}

extension String {
    /// The parts between every occurrence of a text.
    func components(separatedBy mark: String) -> [String] {
        let (bytes, pattern) = (Array(utf8), Array(mark.utf8))
        var parts: [String] = []
        var start = 0
        var index = 0
        while index + pattern.count <= bytes.count {
            guard bytes[index] == pattern[0], bytes[index...].starts(with: pattern) else {
                index += 1
                continue
            }
            parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
            index += pattern.count
            start = index
        }
        return parts + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}
