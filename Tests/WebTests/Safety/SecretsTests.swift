import Cooperation
import HTTPTypes
import Markup
import Registry
import Testing

@testable import Journal
@testable import Web

/// What everybody can fetch, after many have changed things: nothing that isn't for everybody.
@Suite("What the public can see", .serialized) struct SecretsTests {
    /// Texts that are found again wherever they come out, and that no word happens to be.
    struct Marks {
        private var count = 0
        /// What mustn't come out, with where it was written.
        private(set) var secret: [String: String] = [:]
        /// What may.
        private(set) var open: Set<String> = []

        mutating func next(_ place: String, isSecret: Bool) -> String {
            count += 1
            let mark = "zq\(String(count * 7_919 + 100_003, radix: 36))qz"
            if isSecret { secret[mark] = place } else { open.insert(mark) }
            return mark
        }

        mutating func reveal(_ mark: String) { if secret.removeValue(forKey: mark) != nil { open.insert(mark) } }
        mutating func hide(_ mark: String, _ place: String) {
            open.remove(mark)
            secret[mark] = place
        }
    }

    @Test("no draft, withdrawn text, name that isn't to be shown, address or telephone number is in anything that can be fetched")
    func secrets() async throws {
        let cast = try await Cast.sodertorn()
        let site = cast.site
        var marks = Marks()
        var dice = Dice(10)
        try await withdraw(site, &marks)
        try await editAtRandom(cast, &marks, &dice)
        #expect(marks.secret.count > Effort.count(300, otherwise: 40) && marks.open.count > 10)
        // Who is shown and who isn't, as it is in the end.
        for person in site.registrar.snapshot.people.all {
            if person.showsName { marks.reveal(person.name) } else { marks.hide(person.name, "the name of somebody not shown") }
            marks.hide(person.mail, "a mail address")
            if let telephone = person.telephone { marks.hide(telephone, "a telephone number") }
        }

        let fetched = try await everything(site)
        #expect(fetched.count > 300)
        let finder = MarkFinder(Set(marks.secret.keys))
        for (target, bytes) in fetched {
            for mark in finder.found(in: bytes) {
                Issue.record("\(target) holds \(mark), which is \(marks.secret[mark] ?? "")")
            }
        }
        // The search that is proof of itself: what may be seen is found by the same finder.
        let open = MarkFinder(marks.open)
        #expect(fetched.contains { !open.found(in: $0.bytes).isEmpty })
        let export = try #require(fetched.first { $0.target == "export" })
        #expect(!open.found(in: export.bytes).isEmpty)

        // What is spelt almost so may be found, but nothing that holds the mark itself.
        for mark in marks.secret.keys.filter({ $0.hasPrefix("zq") }).sorted().prefix(Effort.count(10_000, otherwise: 30)) {
            let query = String(decoding: ShownForm.encode([(QueryName.search, mark)]), as: UTF8.self)
            let file = try await site.json("/sok.json?" + query, as: Found.self)
            #expect(
                file.page.hits.allSatisfy { !$0.excerpt.holds(mark) && !$0.title.holds(mark) },
                "\(mark) is found by a search: \(marks.secret[mark] ?? "")"
            )
        }
    }

    /// What a search came to.
    private struct Found: Decodable {
        struct Hit: Decodable {
            var title: String
            var excerpt: String
        }

        var hits: [Hit]
    }

    /// Records texts with marks, and withdraws what they are about.
    private func withdraw(_ site: Exhibit, _ marks: inout Marks) async throws {
        let today = Period.day(site.now.swedishDay)
        for number in 0..<4 {
            let id = try #require(Document.ID("prov-\(number)"))
            let isSecret = number % 2 == 0
            var document = RecordDocument(
                id: id,
                title: "Dokument " + marks.next("a withdrawn document's title", isSecret: isSecret),
                kind: "avtal"
            )
            document.remarks = [.written(marks.next("a withdrawn document's remark", isSecret: isSecret))]
            document.missing = [.written(marks.next("what a withdrawn document lacks", isSecret: isSecret))]
            document.sources = [Source(marks.next("a withdrawn document's source", isSecret: isSecret))]
            _ = try await site.registrar.perform(document, happened: today, as: .importer)
            let name = marks.next("a withdrawn document's file", isSecret: isSecret)
            let content = marks.next("what stands in a withdrawn document's file", isSecret: isSecret)
            let file = Array("%PDF-1.7\n\(content)\nstartxref\n9\n%%EOF\n".utf8)
            let attach = AttachFile(id, name: name + ".pdf", bytes: file, remarks: [])
            _ = try await site.registrar.perform(attach, happened: today, as: .importer)
            if isSecret {
                _ = try await site.registrar.perform(
                    ChangeVisibility(.document(id), isShown: false, reason: marks.next("open", isSecret: false)),
                    happened: today,
                    as: .importer
                )
            }
        }
        // News for tomorrow, and what was to be today's news in other words.
        let todayItself = site.now.swedishDay
        for (number, days) in [1, 400, 0].enumerated() {
            let place = days > 0 ? "news that isn't out" : "a wording that never was out"
            var news = PublishNews(
                id: try #require(NewsItem.ID("prov-\(number)")),
                title: marks.next("the title of \(place)", isSecret: true),
                lead: marks.next("the lead of \(place)", isSecret: true),
                from: todayItself.adding(days: max(days, 1))
            )
            news.text = .written(marks.next("the text of \(place)", isSecret: true))
            news.about = .municipality(try #require(Municipality.ID("haninge")))
            news.sources = [Source(marks.next("the source of \(place)", isSecret: true))]
            _ = try await site.registrar.perform(news, happened: today, as: .importer)
            guard days == 0 else { continue }
            news.title = .written(marks.next("", isSecret: false))
            news.lead = .written(marks.next("", isSecret: false))
            (news.text, news.sources, news.from) = (nil, [], todayItself)
            _ = try await site.registrar.perform(news, happened: today, as: .importer)
        }
        // A body with all its seats.
        let body = try #require(Body.ID("ekonomidirektorer"))
        let seat = Seat.Reference(body: body, seat: try #require(Seat.ID("prov-hemlig")))
        let remark = marks.next("the remark of a seat in a withdrawn body", isSecret: true)
        _ = try await site.registrar.perform(
            EstablishSeat(seat.seat, in: body, role: .member, for: Municipality.ID("haninge"), remarks: [remark]),
            happened: today,
            as: .importer
        )
        _ = try await site.registrar.perform(
            ChangeVisibility(.body(body), isShown: false, reason: marks.next("open", isSecret: false)),
            happened: today,
            as: .importer
        )
    }

    /// Several people write in the forms they come to: some is taken, some is kept for later, some is refused.
    private func editAtRandom(_ cast: Cast, _ marks: inout Marks, _ dice: inout Dice) async throws {
        let site = cast.site
        let editors: [Cast.Part] = [.developmentLeader, .administrator, .systemAdministrator, .registrar, .deputy, .anyone]
        var forms: [(Cast.Part, FormWalk.Found)] = []
        for part in editors {
            let walk = await FormWalk(most: 3, routes: site.door.site.routes) { await cast.get(part, $0) }
            forms += walk.forms.map { (part, $0) }
        }
        // Not those that rightly show again what was withdrawn.
        let showing = ["/synlighet/visa/", "/stryk", "/ratta"]
        forms.removeAll { _, found in
            showing.contains(where: found.form.action.holds) || found.form.action.hasPrefix("/logga-")
                || found.form.action.hasPrefix("/arbete/konto") || found.written.isEmpty
        }
        for number in 0..<Effort.count(1_000, otherwise: 100) {
            let (part, found) = dice.pick(forms)
            var form = found.filled(number, today: site.now.swedishDay.iso).marked(cast.ticket(part))
            for element in found.form.elements where element.name == "select" {
                let name = element.attributes["name"] ?? ""
                if let option = found.options(of: name).filter({ !$0.isEmpty }).randomElement(using: &dice) {
                    form.fill(name, [option])
                }
            }
            if form["person"] != nil, dice.happens(60) { form.fill("person", ["ny"]) }
            let button = found.form.elements.first { $0.name == "button" && $0.attributes["name"] != nil }?.attributes
            let isDraft = button != nil && dice.happens(40)
            if isDraft, let name = button?["name"], let value = button?["value"] { form.fill(name, [value]) }
            let isRefused = !isDraft && dice.happens(20)
            let isShortcoming = found.form.action.hasPrefix("/tillganglighet")
            let place = "\(isDraft ? "a draft" : isRefused ? "a refused form" : "a form") of \(found.testDescription)"
            var written: [String] = []
            for element in found.written {
                guard let name = element.attributes["name"], element.attributes["class"] != "short" else { continue }
                // Secret until it is known that it was taken and who may see it.
                let mark = marks.next("\(name) in \(place)", isSecret: true)
                switch (element.attributes["type"], name) {
                case ("email", _): form.fill(name, ["\(mark)@prov.example"])
                case ("tel", _): form.fill(name, ["08-\(100_000 + dice.below(899_999))"])
                // A person's name; a body's or a municipality's is for everybody.
                case (_, "namn") where found.written.contains { $0.attributes["name"] == "e-post" }: form.fill(name, [mark])
                case (_, "kontakt"): form.fill(name, [mark + "@prov.example"])
                default:
                    form.fill(name, ["Text med \(mark) i"])
                    if !isDraft, !isRefused, !isShortcoming { written.append(mark) }
                }
            }
            if form["visas"] != nil || found.form.elements.contains(where: { $0.attributes["name"] == "visas" }) {
                form.fill("visas", dice.happens(30) ? [Form.yes] : [])
            }
            if isRefused, let short = found.written.first(where: { $0.attributes["class"] == "short" })?.attributes["name"] {
                form.fill(short, ["i övermorgon kanske"])
            } else if isRefused {
                form.fill(FormName.token, ["fel"])
            }
            let reply = await cast.post(part, found.form.action, form.pairs)
            #expect(reply.status.code < 500, "\(place): \(reply.status.code)")
            // What was taken may be shown.
            if reply.status == .seeOther, !reply.leadsToSignIn { for mark in written { marks.reveal(mark) } }
        }
    }

    /// Everything that anybody can fetch, by following every link from the front page, and the export.
    private func everything(_ site: Exhibit) async throws -> [(target: String, bytes: [UInt8])] {
        var fetched: [(target: String, bytes: [UInt8])] = []
        var waiting = ["/"]
        var seen: Set<String> = ["/"]
        while !waiting.isEmpty {
            // Those that are known are fetched at once on all cores.
            let replies = await withTaskGroup(of: (String, Reply).self) { group in
                for target in waiting { group.addTask { (target, await site.door.ask(.get, target)) } }
                return await group.reduce(into: [(String, Reply)]()) { $0.append($1) }
            }
            waiting = []
            for (target, reply) in replies {
                fetched.append((target, reply.body + Array("\(reply.fields)".utf8)))
                guard reply.status == .ok, reply.fields[.contentType] == Format.page.mediaType else { continue }
                for link in FormWalk.links(reply.text) where seen.insert(link).inserted {
                    if !Effort.isFull, link.holds("sprak=en") { continue }
                    waiting.append(link)
                }
            }
        }
        for target in [
            "/?datum=2026-11-23", "/historik.json?sida=alla", "/historik.csv?sida=alla", "/organisation?datum=2026-11-23",
            "/halsa", "/dokument/prov-0", "/dokument/prov-0.json", "/dokument/prov-0.atom", "/natverk/ekonomidirektorer",
            "/natverk/ekonomidirektorer.json", "/arbete", "/natverk/ekonomidirektorer/platser", "/nyheter/prov-0",
            "/nyheter/prov-0.json", "/nyheter/prov-1.atom", "/nyheter.atom", "/kommuner/haninge.atom", "/historik.atom",
            "/nyheter?datum=2027-12-31", "/nyheter?datum=2026-11-23", "/?datum=2026-11-24",
        ] {
            fetched.append((target, await site.door.ask(.get, target).body))
        }
        let journal = try Journal(file: site.path + "/samverka.sqlite", mode: .readOnly)
        fetched.append(("export", try await PublicExport(journal, on: site.now.swedishDay).json()))
        return fetched
    }
}
