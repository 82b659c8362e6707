import Cooperation
import FoundationEssentials
import Logging
import Testing

@testable import Journal
@testable import Registry

@Suite("People in the vault") struct PeopleTests {
    private let folder = TemporaryFolder()
    private let clock: Clock

    init() throws { clock = try Clock("2026-11-23") }

    private func person(_ name: String = "Registratorn", _ id: Person.ID = Registrar.newPersonID()) -> Person {
        Person(id: id, name: name, mail: "\(name.lowercased())@kommunen.se", telephone: "08-606 70 00", showsName: true)
    }

    /// The last day that the vault may keep somebody; nil when it knows nobody with that id.
    private func keepUntil(_ id: Person.ID) throws -> String? {
        let journal = try Journal(file: folder.data.database, mode: .readOnly)
        return try journal.vaultRecord(#require(Hex.bytes(id.text))).map { Day(number: $0.keepUntil).iso }
    }

    private func code(_ keep: () async throws -> Void) async throws -> String? {
        do {
            try await keep()
            return nil
        } catch let refusal as Refusal {
            return refusal.code
        } catch is Registrar.PersonChanged {
            return "changed"
        }
    }

    @Test(
        "somebody is kept, found by id and by address, listed by name, and there after a restart; nothing of it is in the journal"
    )
    func kept() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let (clerk, leader) = (person(), person("Ledaren"))
        let before = registrar.snapshot
        try await registrar.keep(clerk, unlessChangedFrom: nil)
        #expect(registrar.snapshot.vaultRevision > before.vaultRevision && registrar.snapshot.tip == before.tip)
        #expect(before.people.count == 0, "a reader keeps what it has")
        try await registrar.keep(leader, unlessChangedFrom: nil)
        for registrar in [registrar, try await Registrar.open(folder, clock)] {
            let people = registrar.snapshot.people
            #expect(people.count == 2 && people[clerk.id] == clerk && people[leader.id] == leader)
            #expect(people.all == [leader, clerk])
            for mail in ["registratorn@kommunen.se", "REGISTRATORN@Kommunen.SE", " registratorn@kommunen.se\n"] {
                #expect(people.person(withMail: mail) == clerk, "\(mail)")
            }
            #expect(people.person(withMail: "annan@kommunen.se") == nil && people.person(withMail: "") == nil)
            #expect(people[Registrar.newPersonID()] == nil)
        }
        #expect(registrar.snapshot.position == 0)
    }

    @Test("the same form twice changes nothing, and doesn't move the last day")
    func twice() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let clerk = person()
        try await registrar.keep(clerk, unlessChangedFrom: nil)
        let revision = registrar.snapshot.vaultRevision
        try clock.set("2026-12-23")
        try await registrar.keep(clerk, unlessChangedFrom: nil)
        #expect(registrar.snapshot.vaultRevision == revision)
        #expect(try keepUntil(clerk.id) == "2027-02-21")
    }

    @Test("a change is made of what the form was filled with, or not at all")
    func changed() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let first = person()
        try await registrar.keep(first, unlessChangedFrom: nil)
        var second = first
        second.name = "Huvudregistratorn"
        try await registrar.keep(second, unlessChangedFrom: first)
        #expect(registrar.snapshot.people[first.id] == second && registrar.snapshot.people.count == 1)
        // Again, though it was filled with what was there before: it is so already.
        try await registrar.keep(second, unlessChangedFrom: first)
        var third = first
        third.telephone = nil
        for (form, basis) in [(third, first), (third, nil), (third, third)] as [(Person, Person?)] {
            let error = await #expect(throws: Registrar.PersonChanged.self) {
                try await registrar.keep(form, unlessChangedFrom: basis)
            }
            #expect(error?.current == second)
        }
        // A form about somebody who has been erased meanwhile.
        try await registrar.erase(first.id, decision: "prov")
        let error = await #expect(throws: Registrar.PersonChanged.self) {
            try await registrar.keep(third, unlessChangedFrom: second)
        }
        #expect(error != nil && error?.current == nil)
        #expect(registrar.snapshot.people.count == 0)
    }

    @Test("an address is one person's, whatever case it is written in, and free again when it is given up")
    func mailTaken() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let first = person()
        var second = person("Ledaren")
        try await registrar.keep(first, unlessChangedFrom: nil)
        for mail in ["registratorn@kommunen.se", "Registratorn@Kommunen.SE", "REGISTRATORN@KOMMUNEN.SE"] {
            second.mail = mail
            #expect(try await code { try await registrar.keep(second, unlessChangedFrom: nil) } == "person.mail-taken", "\(mail)")
        }
        #expect(registrar.snapshot.people.count == 1)
        var moved = first
        moved.mail = "REGISTRATORN@kommunen.se"
        try await registrar.keep(moved, unlessChangedFrom: first)
        #expect(registrar.snapshot.people.person(withMail: "registratorn@kommunen.se") == moved, "one's own isn't taken")
        var other = moved
        other.mail = "registratorn.2@kommunen.se"
        try await registrar.keep(other, unlessChangedFrom: moved)
        #expect(registrar.snapshot.people.person(withMail: "registratorn@kommunen.se") == nil)
        try await registrar.keep(second, unlessChangedFrom: nil)
        #expect(registrar.snapshot.people.person(withMail: "registratorn@kommunen.se") == second)
    }

    @Test("what can't be kept is refused in words, and changes nothing")
    func refused() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let revision = registrar.snapshot.vaultRevision
        var faults: [(String, Person)] = []
        var wrong = person()
        wrong.name = " "
        faults.append(("person.name", wrong))
        wrong = person()
        wrong.mail = "a@b.se\r\nBcc: c@d.se"
        faults.append(("person.mail", wrong))
        wrong = person()
        wrong.name = "640823-3234"
        faults.append(("person.personal-number", wrong))
        faults.append(("organisation.person", person("Ledaren", try Seated.id("ledaren"))))
        for (expected, person) in faults {
            #expect(try await code { try await registrar.keep(person, unlessChangedFrom: nil) } == expected)
        }
        #expect(registrar.snapshot.vaultRevision == revision && registrar.snapshot.people.count == 0)
        #expect(registrar.unavailable == nil)
    }

    @Test(
        "one who is erased is gone from the value, the database's bytes, and the value after a restart; readers keep what they had"
    )
    func erased() async throws {
        let seated = try await Seated(folder, clock)
        let registrar = seated.registrar
        let (clerk, leader) = (person("Ettnamnattglömma", seated.clerk), person("Ledaren", seated.leader))
        for person in [clerk, leader] { try await registrar.keep(person, unlessChangedFrom: nil) }
        func holds(_ text: String) throws -> Bool {
            try ["", "-wal"].map { folder.data.database + $0 }.filter { DurableFile.exists($0) }.contains { file in
                try Array(Data(contentsOf: URL(filePath: file))).firstRange(of: Array(text.utf8)) != nil
            }
        }
        #expect(try holds("Ettnamnattglömma") && holds("ettnamnattglömma@kommunen.se"))
        let before = registrar.snapshot
        try await registrar.erase(clerk.id, decision: "begäran")
        #expect(try !holds("Ettnamnattglömma") && !holds("ettnamnattglömma"))
        #expect(try holds("Ledaren"))
        #expect(registrar.snapshot.vaultRevision > before.vaultRevision && registrar.snapshot.tip == before.tip)
        for registrar in [registrar, try await Registrar.open(folder, clock)] {
            #expect(registrar.snapshot.people[clerk.id] == nil && registrar.snapshot.people.all == [leader])
            #expect(registrar.snapshot.people.person(withMail: clerk.mail) == nil)
            // The seat is still held by the id, which says nothing.
            #expect(try registrar.snapshot.cooperation.organisation.capacities(of: clerk.id, on: day("2026-11-23")).count == 1)
        }
        #expect(before.people[clerk.id] == clerk)
        // What isn't there is erased without further ado.
        try await registrar.erase(clerk.id, decision: "begäran")
        try await registrar.erase(try Seated.id("ledaren"), decision: "begäran")
    }

    @Test("new ids are thirty-two hexadecimal characters, and never the same")
    func newIDs() {
        let ids = (0..<1000).map { _ in Registrar.newPersonID() }
        #expect(Set(ids).count == ids.count && ids.allSatisfy(\.isHexadecimal))
    }

    // MARK: How long

    @Test("somebody without a seat is kept for ninety days; waiting doesn't make it longer, and a change does")
    func withoutSeat() async throws {
        let registrar = try await Registrar.open(folder, clock)
        let clerk = person()
        try await registrar.keep(clerk, unlessChangedFrom: nil)
        #expect(try keepUntil(clerk.id) == "2027-02-21")
        let revision = registrar.snapshot.vaultRevision
        try clock.set("2027-02-20")
        try await registrar.keepThoseSeated()
        #expect(try keepUntil(clerk.id) == "2027-02-21" && registrar.snapshot.vaultRevision == revision)
        var changed = clerk
        changed.telephone = nil
        try await registrar.keep(changed, unlessChangedFrom: clerk)
        #expect(try keepUntil(clerk.id) == "2027-05-21")
    }

    @Test("one who holds a seat is kept for two years after it, and the day is moved only when it has to be far")
    func seatedOnes() async throws {
        let seated = try await Seated(folder, clock)
        let registrar = seated.registrar
        let clerk = person("Registratorn", seated.clerk)
        try await registrar.keep(clerk, unlessChangedFrom: nil)
        #expect(try keepUntil(clerk.id) == "2028-11-22", "seated already: two years from today")
        let revision = registrar.snapshot.vaultRevision
        for (today, expected) in [
            ("2026-11-24", "2028-11-22"), ("2027-02-21", "2028-11-22"), ("2027-02-22", "2029-02-21"),
            ("2027-02-23", "2029-02-21"),
        ] {
            try clock.set(today)
            let before = registrar.snapshot.vaultRevision
            try await registrar.keepThoseSeated()
            #expect(try keepUntil(clerk.id) == expected, "\(today)")
            #expect((registrar.snapshot.vaultRevision > before) == (today == "2027-02-22"), "a quiet night changes nothing")
        }
        #expect(registrar.snapshot.vaultRevision > revision && registrar.snapshot.people[clerk.id] == clerk)
    }

    @Test("one whose last day is known is kept for two years from that; cut short, no longer than from the day it was")
    func lastDay() async throws {
        let seated = try await Seated(folder, clock)
        let registrar = seated.registrar
        let clerk = person()
        try await registrar.keep(clerk, unlessChangedFrom: nil)
        try await seated.take("kommun-1", clerk.id, "2026-11-23", "2036-12-31")
        try await registrar.keepThoseSeated()
        #expect(try keepUntil(clerk.id) == "2038-12-31")
        try await seated.record(LeaveSeat(Seated.place("kommun-1"), last: day("2026-11-23")), "2026-11-23")
        try await registrar.keepThoseSeated()
        #expect(try keepUntil(clerk.id) == "2028-11-22")
        // A change long after doesn't shorten it, nor make it longer than a new person's.
        try clock.set("2027-06-01")
        var changed = clerk
        changed.telephone = nil
        try await registrar.keep(changed, unlessChangedFrom: clerk)
        #expect(try keepUntil(clerk.id) == "2028-11-22")
        try clock.set("2028-11-01")
        try await registrar.keep(clerk, unlessChangedFrom: changed)
        #expect(try keepUntil(clerk.id) == "2029-01-30")
        try await registrar.keepThoseSeated()
        #expect(try keepUntil(clerk.id) == "2029-01-30", "not taken back the next night")
    }

    @Test("one whose seat was struck from the record is as one without a seat")
    func struck() async throws {
        let seated = try await Seated(folder, clock)
        let clerk = person()
        try await seated.registrar.keep(clerk, unlessChangedFrom: nil)
        try await seated.take("kommun-1", clerk.id, "2026-11-23")
        try await seated.registrar.keepThoseSeated()
        #expect(try keepUntil(clerk.id) == "2028-11-22")
        try await seated.record(StrikeRecord(Position(seated.registrar.snapshot.position), reason: "Fel person."), "2026-11-23")
        try await seated.registrar.keepThoseSeated()
        #expect(try keepUntil(clerk.id) == "2027-02-21")
    }

    @Test("a midnight keeps those who are seated before it erases what is due, also after a long stop")
    func midnight() async throws {
        let seated = try await Seated(folder, clock)
        let registrar = seated.registrar
        let midnight = Midnight(
            registrar: registrar,
            key: SigningKey.generate(),
            headsFile: folder.data.heads,
            erasuresFile: folder.data.erasures,
            clock: clock.now,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let (waiting, sitting, brief) = (person("Väntande"), person("Sittande"), person("Kortvarig"))
        for person in [waiting, sitting, brief] { try await registrar.keep(person, unlessChangedFrom: nil) }
        try await seated.take("kommun-1", sitting.id, "2026-11-23")
        try await seated.take("kommun-2", brief.id, "2026-11-23", "2026-11-30")
        // Nothing has moved their last day: the server stood still for longer than somebody without a seat is kept.
        #expect(try [waiting, sitting, brief].map { try keepUntil($0.id) } == Array(repeating: "2027-02-21", count: 3))
        try clock.set("2027-02-22", hour: 0)
        await midnight.closeDay()
        #expect(registrar.snapshot.people.all == [brief, sitting])
        #expect(try [waiting, sitting, brief].map { try keepUntil($0.id) } == [nil, "2029-02-21", "2028-11-29"])
        let revision = registrar.snapshot.vaultRevision
        await midnight.closeDay()
        #expect(registrar.snapshot.vaultRevision == revision)
        // Each goes the day after the last one.
        try clock.set("2028-11-29", hour: 23)
        await midnight.closeDay()
        #expect(registrar.snapshot.people.all == [brief, sitting])
        try clock.set("2028-11-30", hour: 0)
        await midnight.closeDay()
        #expect(registrar.snapshot.people.all == [sitting])
        #expect(try await Registrar.open(folder, clock).snapshot.people.all == [sitting])
    }

    @Test("a closed journal is told as such")
    func closed() async throws {
        let registrar = try await Registrar.open(folder, clock)
        await registrar.close()
        await #expect(throws: Registrar.Unavailable.self) { try await registrar.keep(person(), unlessChangedFrom: nil) }
        #expect(registrar.snapshot.people.count == 0)
    }
}
