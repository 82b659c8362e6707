import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

/// A form that changes the record, and what is true of it whatever it changes.
struct FormCase: CustomTestStringConvertible, Sendable {
    /// Somebody's seat.
    struct Holder: Sendable {
        var role: Seat.Role
        var body = "kansliet"
        var municipality: String?

        static let developmentLeader = Holder(role: .developmentLeader)
        static let administrator = Holder(role: .administrator)
        static func registrar(_ municipality: String) -> Holder {
            Holder(role: .registrar, body: "kommunstyrelsen-\(municipality)", municipality: municipality)
        }
        static func convener(_ network: String) -> Holder { Holder(role: .convener, body: network, municipality: "haninge") }
    }

    var address: String
    /// What is written in it.
    var filled: [String: [String]]
    /// Where a right form leads.
    var leadsTo: String
    /// Everybody who is tried and may.
    var mayBy: [Holder]
    /// Everybody who is tried and may not.
    var mayNotBy: [Holder]
    /// What is wrong, the field that says so, and a part of what it says.
    var wrong: [(filled: [String: [String]], field: String, says: String)] = []
    /// Whether a part of the page that is changed says something else afterwards.
    var shows = ""

    var testDescription: String { address }

    /// The page that the form changes.
    var page: String {
        let steps = address.split(separator: "/")
        return "/" + steps.prefix(max(1, min(2, steps.count - 1))).joined(separator: "/")
    }
}

@Suite("Forms that change the record") struct RecordFormsTests {
    private static let future = (["fran": ["2027-01-01"]], "fran", "har inte varit än")
    private static let noDay = (["fran": ["30 februari 2026"]], "fran", "30 februari 2026 finns inte")

    static let cases: [FormCase] = [
        FormCase(
            address: "/natverk/planeringschefer/andra",
            filled: ["uppgift": ["Planerar bostäder tillsammans."]],
            leadsTo: "/natverk/planeringschefer",
            mayBy: [.developmentLeader, .administrator, .convener("planeringschefer")],
            mayNotBy: [.registrar("haninge"), .convener("klimatstrateger"), Holder(role: .systemAdministrator), .guest],
            wrong: [
                (["namn": [" "]], "namn", "Fyll i fältet ”Namn”"), (["moten": ["många"]], "moten", "heltal"),
                (["moten": ["0"]], "moten", "från 1 till 100"), (["kommun": ["atlantis"]], "kommun", "finns inte längre"),
                future, noDay,
                (["namn": [String(repeating: "n", count: 201)]], "namn", "för lång"),
            ],
            shows: "Planerar bostäder tillsammans."
        ),
        FormCase(
            address: "/organisation/kommunstyrelsen-haninge/andra",
            filled: ["sitter": ["Femton ledamöter."], "anmarkningar": ["Enligt reglementet."]],
            leadsTo: "/organisation/kommunstyrelsen-haninge",
            mayBy: [.developmentLeader, .registrar("haninge")],
            mayNotBy: [.registrar("salem"), .convener("planeringschefer")],
            wrong: [(["kommun": [""]], "kommun", "Välj"), future],
            shows: "Femton ledamöter."
        ),
        FormCase(
            address: "/natverk/ny",
            filled: ["namn": ["Miljö- & hälsoskyddschefer"], "uppgift": ["Tillsyn."], "talan": ["salem"]],
            leadsTo: "/natverk/miljo-halsoskyddschefer",
            mayBy: [.developmentLeader, .administrator],
            mayNotBy: [.registrar("haninge"), .convener("planeringschefer")],
            wrong: [
                (["namn": [""]], "namn", "Fyll i"), (["namn": ["Planeringschefer"]], "namn", "redan ett organ som heter"),
                (["namn": ["北京"]], "namn", "minst en bokstav"), future,
            ],
            shows: "Tillsyn."
        ),
        FormCase(
            address: "/organisation/ny",
            filled: ["slag": ["management-group"], "namn": ["Beredningsgruppen"], "arbetar-at": ["ledningsgruppen"]],
            leadsTo: "/organisation/beredningsgruppen",
            mayBy: [.developmentLeader],
            mayNotBy: [.registrar("haninge")],
            wrong: [
                (["slag": []], "slag", "Välj"), (["slag": ["ratifying-body"]], "kommun", "vilken kommun"),
                (["slag": ["ratifying-body"], "kommun": ["haninge"]], "kommun", "beslutar redan"),
            ],
            shows: "Ledningsgruppen"
        ),
        FormCase(
            address: "/natverk/klimatstrateger/avsluta",
            filled: ["skal": ["Arbetet går in i ett annat nätverk."]],
            leadsTo: "/natverk/klimatstrateger",
            mayBy: [.developmentLeader, .administrator],
            mayNotBy: [.registrar("haninge"), .convener("klimatstrateger")],
            wrong: [(["skal": [""]], "skal", "Varför?"), (["fran": ["1999-01-01"]], "fran", "ändrades senast"), future],
            shows: "Arbetet går in i ett annat nätverk."
        ),
        FormCase(
            address: "/organisation/samarbetskommitten/ordforande",
            filled: ["ordforande": ["nykvarn"], "vice": ["salem"], "fran": ["2026-01-20"], "kallor": ["Protokoll § 3"]],
            leadsTo: "/organisation/samarbetskommitten#ordforandeskap",
            // Whoever chairs may too, but not once another municipality has been recorded as the chair: that is tried by itself.
            mayBy: [.developmentLeader],
            mayNotBy: [.registrar("haninge"), Holder(role: .member, body: "samarbetskommitten", municipality: "haninge")],
            wrong: [
                (["ordforande": [""]], "ordforande", "Välj"), (["vice": ["nykvarn"]], "vice", "olika kommuner"),
                (["fran": ["1999-01-01"]], "fran", "finns inte den dagen"), future,
            ],
            shows: "Nykvarn"
        ),
        FormCase(
            address: "/natverk/klimatstrateger/uppdrag",
            filled: ["del": ["infrastruktur"], "anmarkningar": ["Enligt protokoll."]],
            leadsTo: "/natverk/klimatstrateger#del",
            mayBy: [.developmentLeader, .convener("klimatstrateger")],
            mayNotBy: [.registrar("haninge"), .convener("planeringschefer")],
            wrong: [(["del": [""]], "del", "Välj"), (["del": ["manen"]], "del", "finns inte längre"), future],
            shows: "Enligt protokoll."
        ),
        FormCase(
            address: "/natverk/planeringschefer/uppdrag/2019/infrastruktur/avsluta",
            filled: ["skal": ["Ett annat nätverk tar över."]],
            leadsTo: "/natverk/planeringschefer",
            mayBy: [.developmentLeader, .convener("planeringschefer")],
            mayNotBy: [.registrar("haninge"), .convener("klimatstrateger")],
            wrong: [(["fran": ["2012-01-01"]], "fran", "den dagen"), future],
            shows: "slutade arbeta med"
        ),
        FormCase(
            address: "/kommuner/haninge/andra",
            filled: ["landareal": ["45 900"]],
            leadsTo: "/kommuner/haninge",
            mayBy: [.developmentLeader, .administrator, .registrar("haninge")],
            mayNotBy: [.registrar("salem"), .convener("planeringschefer")],
            wrong: [
                (["namn": [""]], "namn", "Fyll i"), (["landareal": ["0"]], "landareal", "från 1"),
                (["landareal": ["1,5"]], "landareal", "heltal"), (["fran": ["2000-01-01"]], "fran", "ändrades senast"), future,
            ],
            shows: "459,00"
        ),
        FormCase(
            address: "/kommuner/ny",
            filled: ["namn": ["Älmhult"], "fullt-namn": ["Älmhults kommun"], "kommunkod": ["0765"], "lan": ["Kronobergs län"]],
            leadsTo: "/kommuner/almhult",
            mayBy: [.developmentLeader],
            mayNotBy: [.registrar("haninge")],
            wrong: [
                (["kommunkod": ["76"]], "kommunkod", "fyra siffror"), (["kommunkod": ["0136"]], "kommunkod", "hör redan till"),
                (["namn": ["Haninge"]], "namn", "redan en kommun"), future,
            ],
            shows: "Kronobergs län"
        ),
        FormCase(
            address: "/kommuner/haninge/medlemskap",
            filled: ["handelse": ["leave"], "anmarkningar": ["Uppsagt avtal."]],
            leadsTo: "/kommuner/haninge",
            mayBy: [.developmentLeader],
            mayNotBy: [.registrar("haninge"), .registrar("salem")],
            wrong: [
                (["handelse": []], "handelse", "Välj"), (["handelse": ["join"]], "handelse", "är redan medlem"),
                (["fran": ["2001-01-01"]], "handelse", "den dagen"), future,
            ],
            shows: "Uppsagt avtal."
        ),
        FormCase(
            address: "/kommuner/haninge/folkmangd",
            filled: ["antal": ["101 234"], "dag": ["2025-12-31"], "kallor": ["SCB"]],
            leadsTo: "/kommuner/haninge#folkmangd",
            mayBy: [.developmentLeader, .registrar("haninge")],
            mayNotBy: [.registrar("salem")],
            wrong: [
                (["antal": ["många"]], "antal", "heltal"), (["antal": ["20 000 001"]], "antal", "från 0"),
                (["dag": [""]], "dag", "Fyll i"), (["dag": ["2026-12-31"]], "dag", "har inte varit än"),
                (["underlag": ["derived"]], "anmarkningar", "räknat fram"),
            ],
            shows: "101\u{202F}234"
        ),
        FormCase(
            address: "/om/andra",
            filled: ["platser": ["2"]],
            leadsTo: "/om",
            mayBy: [.developmentLeader],
            mayNotBy: [.administrator, .registrar("haninge"), Holder(role: .systemAdministrator)],
            wrong: [
                (["namn": [""]], "namn", "Fyll i"), (["platser": ["0"]], "platser", "från 1 till 100"),
                (["fran": ["2005-01-01"]], "fran", "ändrades senast"), future,
                (["nivaer": ["Mål\nmål"]], "nivaer", "heter likadant"),
                (["nivaer": ["1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11"]], "nivaer", "för många rader"),
                (["kostnader": ["andelar"], "andelar": ["Haninge 60\nSalem 39,9"]], "andelar", "99,9 procent"),
                (["kostnader": ["andelar"], "andelar": ["Haninge hälften"]], "andelar", "går inte att läsa"),
                (["kostnader": ["andelar"], "andelar": ["Atlantis 100"]], "andelar", "går inte att läsa"),
                (["kostnader": ["lika"], "andelar": ["Haninge 100"]], "andelar", "fasta andelar"),
            ],
            shows: "två platser"
        ),
    ]

    typealias Holder = FormCase.Holder

    private func sodertorn() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private func visitor(_ exhibit: Exhibit, _ holder: Holder) async throws -> SignedInVisitor {
        try await exhibit.visitor(
            holder.role,
            in: holder.body,
            for: holder.municipality,
            until: holder.role == .guest ? "2027-01-31" : nil
        )
    }

    @Test("whoever may sends it once, and twice is as once; the page then shows it, and no other act is made", arguments: cases)
    func right(_ form: FormCase) async throws {
        for holder in form.mayBy {
            let exhibit = try await sodertorn()
            let visitor = try await visitor(exhibit, holder)
            var shown = try await visitor.form(form.address)
            for (name, values) in form.filled { shown.fill(name, values) }
            let before = exhibit.registrar.progress.position
            for attempt in 1...2 {
                let outcome = await visitor.send(shown)
                #expect(outcome.status == .seeOther, "\(holder) \(attempt): \(outcome.faults)")
                #expect(outcome.location == form.leadsTo, "\(holder) \(attempt)")
            }
            #expect(exhibit.registrar.progress.position == before + 1, "\(holder)")
            let record = try #require(exhibit.registrar.snapshot.timeline[Position(before + 1)])
            #expect(record.actor == .holder(of: visitor.seat, visitor.person.id))
            #expect(!exhibit.registrar.snapshot.cooperation.hasVoidActs)
            let page = await visitor.page(String(form.leadsTo.prefix { $0 != "#" }))
            #expect(page.holds(form.shows) && page.holds("class=\"saved\" role=\"status\""), "\(holder)")
            #expect(!page.holds(Words.swedish.editing.unchanged), "\(holder)")
            // Everybody sees it, without any of what only those who may change it do.
            let open = await exhibit.page(String(form.leadsTo.prefix { $0 != "#" }))
            #expect(open.holds(form.shows) && !open.holds("class=\"edit\"") && !open.holds(visitor.person.name))
        }
    }

    @Test("both at once are as one", arguments: cases)
    func twiceAtOnce(_ form: FormCase) async throws {
        let exhibit = try await sodertorn()
        let visitor = try await visitor(exhibit, form.mayBy[0])
        var shown = try await visitor.form(form.address)
        for (name, values) in form.filled { shown.fill(name, values) }
        let before = exhibit.registrar.progress.position
        let sent = shown
        let outcomes = await withTaskGroup(of: SignedInVisitor.Outcome.self) { group in
            for _ in 1...4 { group.addTask { await visitor.send(sent) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.allSatisfy { $0.status == .seeOther && $0.location == form.leadsTo }, "\(outcomes.map(\.faults))")
        #expect(exhibit.registrar.progress.position == before + 1)
    }

    @Test("what is wrong is said at the field, everything stays in the form, and nothing is changed", arguments: cases)
    func wrong(_ form: FormCase) async throws {
        let exhibit = try await sodertorn()
        let visitor = try await visitor(exhibit, form.mayBy[0])
        let before = exhibit.registrar.progress.position
        for (filled, field, says) in form.wrong {
            var shown = try await visitor.form(form.address)
            for (name, values) in form.filled { shown.fill(name, values) }
            for (name, values) in filled { shown.fill(name, values) }
            let outcome = await visitor.send(shown)
            #expect(outcome.status == .unprocessableContent, "\(filled)")
            #expect(outcome.faults.contains { $0.holds(says) }, "\(filled): \(outcome.faults)")
            #expect(outcome.page.holds("href=\"#falt-\(field)\""), "\(filled): \(outcome.faults)")
            let again = try outcome.form
            // An answer that can't be chosen can't stand in the list of those that can.
            let choice = says == "finns inte längre" ? field : ""
            for (name, values) in form.filled.merging(filled, uniquingKeysWith: { $1 }) where name != choice {
                // What was written as a day or a number that can be read is kept in one way.
                let kept = again.all(name)
                let isSame = kept == values || kept.map(\.figures) == values.map(\.figures) && kept.first?.figures != nil
                #expect(isSame || values.allSatisfy(\.isBlank) && kept.allSatisfy(\.isBlank), "\(filled), \(name): \(kept)")
            }
            #expect(again["formular"] == shown["formular"])
        }
        #expect(exhibit.registrar.progress.position == before)
    }

    @Test("whoever may not gets neither the form nor anything done, and doesn't see the way there", arguments: cases)
    func mayNot(_ form: FormCase) async throws {
        let exhibit = try await sodertorn()
        let who = try await visitor(exhibit, form.mayBy[0])
        var shown = try await who.form(form.address)
        for (name, values) in form.filled { shown.fill(name, values) }
        var others: [SignedInVisitor] = []
        for holder in form.mayNotBy { others.append(try await visitor(exhibit, holder)) }
        let before = exhibit.registrar.progress.position
        for other in others {
            #expect(await other.get(form.address).status == .forbidden, "\(other.seat)")
            #expect(await other.send(shown).status == .forbidden, "\(other.seat)")
            let page = await other.page(form.page)
            #expect(!page.holds("href=\"\(form.address)\""), "\(other.seat)")
        }
        let reply = await exhibit.door.ask(.get, form.address)
        #expect(reply.status == .seeOther && (reply.fields[.location] ?? "").hasPrefix("/logga-in?"))
        #expect(await exhibit.door.ask(.post, form.address, body: shown.body).status == .seeOther)
        #expect(exhibit.registrar.progress.position == before)
    }

    @Test("whoever has left the seat since the form was opened may no longer", arguments: cases)
    func ended(_ form: FormCase) async throws {
        let exhibit = try await sodertorn()
        let visitor = try await visitor(exhibit, form.mayBy[0])
        var shown = try await visitor.form(form.address)
        for (name, values) in form.filled { shown.fill(name, values) }
        let today = exhibit.now.swedishDay
        _ = try await exhibit.registrar.perform(
            CloseSeat(visitor.seat, last: today.adding(days: -1)),
            happened: .day(today),
            as: .importer
        )
        let before = exhibit.registrar.progress.position
        #expect(await visitor.send(shown).status == .forbidden)
        #expect(await visitor.get(form.address).status == .forbidden)
        #expect(exhibit.registrar.progress.position == before)
    }

    @Test("the way to each form stands where one reads", arguments: cases)
    func way(_ form: FormCase) async throws {
        let exhibit = try await sodertorn()
        let visitor = try await visitor(exhibit, form.mayBy[0])
        // An assignment is ended from the list of assignments.
        let isListed = form.address.holds("/uppdrag/")
        let page = await visitor.page(isListed ? form.page + "/uppdrag" : form.page)
        #expect(page.holds("href=\"\(form.address)\""))
        // Not when another day is looked at: what is changed is changed now.
        let then = await visitor.page(form.page + "?datum=2026-11-01")
        #expect(!then.holds("href=\"\(form.address)\"") && !then.holds("class=\"edit\""))
    }
}

extension FormCase.Holder {
    fileprivate static let guest = Self(role: .guest, body: "planeringschefer", municipality: nil)
}
