import Cooperation
import FoundationEssentials
import Import
import Testing

@Suite("The example of Södertörn") struct ExampleTests {
    private func played() throws -> Played {
        try Played(read(Place.files(in: Place.example)))
    }

    private func texts(_ edition: Edition, level: String, _ played: Played) throws -> [String] {
        let index = try #require(edition.text.levels.firstIndex { $0.name == level })
        return edition.text.nodes.filter { $0.level == index }.compactMap { played.text($0.text ?? $0.title) }
    }

    @Test("eight members and one that takes part in projects")
    func members() throws {
        let members = try played().timeline.live.members
        #expect(
            members.members.map(\.facts.name)
                == ["Botkyrka", "Haninge", "Huddinge", "Nykvarn", "Nynäshamn", "Salem", "Södertälje", "Tyresö"]
        )
        #expect(members.associates.map(\.facts.name) == ["Nacka"])
        let haninge = try #require(members.members.first { $0.facts.name == "Haninge" })
        #expect(haninge.facts.code == "0136")
        #expect(haninge.facts.landArea == 45785)
        #expect(haninge.standing?.from == Period("2010-08-18"))
        #expect(members.associates.first?.standing?.from == Period("2020"))
    }

    @Test("four editions, of which each but the first replaces another")
    func editions() throws {
        let programme = try played().timeline.live.programme
        #expect(programme.inOrder.map(\.text.id.text) == ["2007", "2013", "2019", "2023"])
        #expect(programme.inOrder.map(\.text.replaces?.text) == [nil, "2007", "2013", "2019"])
        #expect(programme.inOrder.map(\.inForce?.iso) == ["2007", "2013", "2019-10-11", "2023-05-16"])
        #expect(programme.inOrder.map(\.text.validity.endIsInferred) == [nil, nil, nil, true])
        #expect(programme.inOrder.allSatisfy { !$0.text.sources.isEmpty && !$0.text.missing.isEmpty && $0.services.isEmpty })
    }

    @Test("edition 2007 had three areas, and a fourth from 2009")
    func climate() throws {
        let timeline = try played().timeline
        let id = try #require(Edition.ID("2007"))
        let before = try #require(Day("2008-12-31").flatMap { timeline.cooperation(asOf: $0).programme[id] })
        let after = try #require(timeline.live.programme[id])
        #expect(before.text.nodes.map(\.id.text) == ["infrastruktur", "hogre-utbildning", "integration"])
        #expect(after.text.nodes.last?.id.text == "klimat")
        #expect(after.text.nodes.last?.added == Period("2009"))
    }

    @Test("edition 2013 has four areas and five goals, of which four have a network")
    func edition2013() throws {
        let played = try played()
        let edition = try #require(Edition.ID("2013").flatMap { played.timeline.live.programme[$0] })
        #expect(
            try texts(edition, level: "Område", played)
                == ["Infrastruktur", "Klimat", "Näringsliv och högskola", "Olikhet och mångfald"]
        )
        #expect(try texts(edition, level: "Mål", played).count == 5)
        #expect(
            edition.text.nodes.flatMap(\.networks) == [
                "Planeringschefer", "Klimatstrateger", "YH-nätverket", "Näringslivschefer",
            ]
        )
    }

    @Test("edition 2019 has four focus areas, four goals and eleven sub-goals, and says that a twelfth is missing")
    func edition2019() throws {
        let played = try played()
        let edition = try #require(Edition.ID("2019").flatMap { played.timeline.live.programme[$0] })
        #expect(
            try texts(edition, level: "Fokusområde", played)
                == ["Infrastruktur", "Utbildning", "Näringsliv", "Funktionell samordning"]
        )
        #expect(
            try texts(edition, level: "Mål", played) == [
                "Stark infrastruktur är en förutsättning för hållbar utveckling",
                "Akademisk utbildning som säkrar framtida kompetensförsörjning",
                "Södertörn är det självklara valet för företagen",
                "Ökad funktionell samordning mellan kommunerna",
            ]
        )
        #expect(
            try texts(edition, level: "Delmål", played) == [
                "Utifrån framkomlighet och minskad klimatpåverkan från resor och transporter",
                "Genom att prioriterade infrastrukturprojekt genomförs",
                "Baserat på en robust teknisk försörjning",
                "Genom tillgänglighet till högre utbildning för hela Södertörn",
                "Inriktad mot både näringsliv och kommuner",
                "Utifrån en stark infrastruktur",
                "Genom samsyn om helheten",
                "För fler etableringar och växande företag",
                "För bättre verksamhet",
                "För ekonomisk effektivitet",
                "Genom öppenhet för samarbeten",
            ]
        )
        #expect(edition.nodesWithPages.map(\.id.text) == ["infrastruktur", "utbildning", "naringsliv", "funktionell-samordning"])
        let first = try #require(Edition.Node.ID("infrastruktur-1"))
        #expect(
            edition.path(to: first).map(\.id.text) == [
                "overgripande-mal", "regionala-utvecklingsfragor", "infrastruktur", "infrastruktur-mal", "infrastruktur-1",
            ]
        )
        let utbildning = try #require(Edition.Node.ID("utbildning").flatMap { edition.node($0) })
        #expect(played.text(utbildning.remarks.first)?.hasPrefix("Programmet anger tre delmål för varje fokusområde.") == true)
        #expect(played.text(edition.text.missing.first)?.hasPrefix("Ett tolfte delmål.") == true)
        #expect(played.text(edition.text.vision?.title) == "Södertörn driver Stockholmsregionen")
        #expect(edition.text.principles.count == 4)
        #expect(edition.text.commitments.count == 2)
    }

    @Test("the regional plan has its four goals and an end that is told in words")
    func frame() throws {
        let played = try played()
        let frame = try #require(played.timeline.live.outerFrames.inOrder.first)
        #expect(frame.facts.goals.map(\.id.text) == ["1", "2", "3", "4"])
        #expect(
            played.text(frame.facts.goals.last?.text) == "En resurseffektiv och resilient region utan klimatpåverkande utsläpp"
        )
        #expect(frame.facts.validToInWords == "hösten 2026")
        #expect(frame.facts.inForce == Period("2018-10"))
    }

    @Test("each request says which line it was written on")
    func origins() throws {
        let plan = try read(Place.files(in: Place.example))
        let counts = Dictionary(grouping: plan, by: \.origin.file).mapValues(\.count)
        #expect(
            counts == [
                "samverkan.txt": 1, "kommuner.txt": 18, "befolkning.csv": 60, "rufs-2050.txt": 1, "program-2007.txt": 3,
                "program-2013.txt": 2, "program-2019.txt": 2, "program-2023.txt": 2,
            ]
        )
        let first = try #require(plan.first)
        #expect(first.origin.line == 3)
        let fault = first.fault(Refusal("prov", "Det går inte."))
        #expect(fault.description == "samverkan.txt, rad 3: Det går inte.")
    }

    @Test("the order of the files makes no difference")
    func order() throws {
        let files = try Place.files(in: Place.example)
        let plan = try read(files).map(\.origin)
        #expect(try read(files.reversed()).map(\.origin) == plan)
    }

    @Test("every figure is that of the original data", .enabled(if: Place.hasOriginals, "../shared/data finns inte här"))
    func population() throws {
        let original = try CSVTable(Place.file("population.csv", in: Place.originals))
        let codes = try CSVTable(Place.file("municipalities.csv", in: Place.originals))
        let names = Dictionary(uniqueKeysWithValues: codes.rows.map { ($0.fields[0], $0.fields[1]) })
        let played = try played()
        let live = played.timeline.live
        for row in original.rows {
            let day = try #require(Day(row.fields[2]))
            let figures =
                if let name = names[row.fields[0]] {
                    live.members.all.first { $0.facts.name == name }?.populationInOrder ?? []
                } else {
                    live.members.totalPopulationInOrder
                }
            let figure = figures.first { $0.day == day }?.figure
            #expect(figure?.count == Int(row.fields[3]), "\(row.fields[1]) \(day)")
            #expect(figure?.basis.rawValue == row.fields[4], "\(row.fields[1]) \(day)")
            #expect(figure?.basis == .published || figure?.remarks.isEmpty == false, "a derived figure says how")
        }
        let all = live.members.all.map(\.populationInOrder.count).reduce(0, +) + live.members.totalPopulationInOrder.count
        #expect(all == original.rows.count)
    }
}

@Suite("A cooperation of twelve") struct TwelveTests {
    @Test("loads with its own levels, seats and ratifying body")
    func loads() throws {
        let played = try Played(read(Place.files(in: Place.twelve)))
        let timeline = played.timeline
        let count = { (day: String) in Day(day).map { timeline.cooperation(asOf: $0).members.members.count } }
        #expect(count("2019-12-31") == 11)
        #expect(count("2021-12-31") == 12)
        #expect(count("2023-12-31") == 11)
        #expect(timeline.live.members.former.map(\.facts.name) == ["Konstruerad kommun C"])
        #expect(timeline.live.settings?.seatsPerMunicipality == 2)
        #expect(timeline.live.settings?.ratifyingBody == "kommunfullmäktige")

        let edition = try #require(timeline.live.programme.latestInForce)
        #expect(edition.text.levels.map(\.name) == ["Riktning", "Målområde", "Inriktningsmål", "Åtgärdsmål"])
        #expect(edition.text.levels.map(\.plural) == ["Riktningar", "Målområden", "Inriktningsmål", "Åtgärdsmål"])
        #expect(Set(edition.services.map(\.goal.text)) == ["nara", "gront"])
        #expect(edition.services.count == 3)
        #expect(played.text(edition.services.first?.reason) == "Den som reser tillsammans får nära till mer.")
        #expect(edition.text.nodes.last?.id.text == "resor-2")
        #expect(edition.text.nodes.last?.added == Period("2021-11-30"))
    }
}
