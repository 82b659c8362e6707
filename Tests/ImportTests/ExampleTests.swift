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
                "program-2013.txt": 2, "program-2019.txt": 11, "program-2023.txt": 11, "organisation.txt": 33,
                "andra-samarbeten.txt": 8, "dokument.txt": 13, "konferensserier.txt": 7, "konferenser.txt": 17,
                "satsningar.txt": 17, "yttranden.txt": 19, "verksamhetsplaner.txt": 11,
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

    @Test("every entry in a file of its own, in any order, gives the same state", arguments: 0..<6 as Range<UInt64>)
    func shuffled(_ seed: UInt64) throws {
        var generator = Seeded(seed)
        let files = try Place.files(in: Place.example)
        let expected = try Played(read(files)).timeline.live.canonicalForm()
        var pieces: [SourceFile] = []
        for file in files {
            guard file.name.hasSuffix(".txt") else {
                pieces.append(file)
                continue
            }
            var entry = ""
            for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
                let isHead = line.utf8.first.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "#") } ?? false
                if isHead, !entry.isEmpty {
                    pieces.append(SourceFile("\(pieces.count).txt", entry))
                    entry = ""
                }
                entry += line + "\n"
            }
            pieces.append(SourceFile("\(pieces.count).txt", entry))
        }
        pieces.shuffle(using: &generator)
        #expect(pieces.count > 100)
        #expect(try Played(read(pieces)).timeline.live.canonicalForm() == expected)
    }

    @Test("the bodies, and who is known to have chaired them")
    func bodies() throws {
        let organisation = try played().timeline.live.organisation
        #expect(Body.Kind.allCases.map { organisation.bodies($0).count } == [1, 1, 1, 8, 8])
        let committee = try #require(organisation.bodies(.committee).first)
        #expect(
            committee.presidencies.map { "\($0.period) \($0.fact.chair) \($0.fact.viceChair?.text ?? "–")" }
                == ["2018 tyreso nynashamn", "2020 huddinge sodertalje", "2021 sodertalje –"]
        )
        let secretariat = try #require(organisation.bodies(.secretariat).first)
        #expect(secretariat.facts.municipality?.text == "huddinge" && secretariat.facts.municipalityIsInferred == true)
        #expect(organisation.bodies(.ratifyingBody).allSatisfy { $0.facts.name.hasPrefix("Kommunstyrelsen i ") })
    }

    @Test("on 30 June 2012 only what was known by then")
    func summer2012() throws {
        let played = try played()
        let day = try #require(Day("2012-06-30"))
        let then = played.timeline.cooperation(asOf: day)
        #expect(then.programme.inOrder.map(\.text.id.text) == ["2007"])
        #expect(then.programme.latestInForce(on: day)?.text.id.text == "2007")
        #expect(then.outerFrames.inOrder.isEmpty)
        #expect(then.documents.inOrder.map(\.facts.id.text) == ["samarbetsavtal"])
        #expect(
            then.conferences.all.map { "\($0.facts.series)/\($0.facts.id)" }
                == [
                    "radslag/2009", "sodertornskonferensen/2009", "radslag/2010", "sodertornskonferensen/2011", "radslag/2012",
                ]
        )
        #expect(then.conferences.inOrder.allSatisfy { $0.rules == nil })
        #expect(then.advocacy.statementsInOrder.map(\.made.iso) == ["2009-10-05", "2011-11-18", "2012-03-01", "2012-03-30"])
        #expect(
            then.advocacy.prioritiesInOrder.map(\.facts.name) == [
                "Breddning av E4/E20", "Citybanan", "Dubbelspår till Nynäshamn", "Förbifart Stockholm", "Spårväg Syd",
                "Södertörnsleden",
            ]
        )
        #expect(then.advocacy.listsInOrder.map(\.facts.id.text) == ["2008"])
        #expect(then.advocacy.prioritiesInOrder.allSatisfy { $0.outcomes.isEmpty && $0.formerNames.isEmpty })
        #expect(
            then.organisation.bodies(.network).map(\.facts.id.text) == [
                "ekonomidirektorer", "planeringschefer", "varudistribution",
            ]
        )
        #expect(then.organisation.bodies(.managementGroup).isEmpty && then.organisation.bodies(.secretariat).isEmpty)
        #expect(then.organisation.peersInOrder.isEmpty && then.planning.inOrder.isEmpty)
    }

    @Test("on no day is anything known that came later")
    func never() throws {
        let timeline = try played().timeline
        for day in timeline.days {
            let then = timeline.cooperation(asOf: day)
            var times: [Period] = Body.Kind.allCases.flatMap { then.organisation.bodies($0) }.flatMap { body in
                [body.since] + body.presidencies.map(\.period) + body.assignments.map(\.period) + body.sightings.map(\.period)
            }
            times += then.documents.inOrder.map(\.decided)
            times += then.conferences.inOrder.flatMap { [$0.since] + [$0.agreed].compactMap { $0 } }
            times += then.conferences.all.filter { $0.facts.status == .held }.map(\.facts.date)
            times += then.advocacy.statementsInOrder.map(\.made) + then.advocacy.listsInOrder.map(\.agreed)
            times += then.advocacy.prioritiesInOrder.flatMap { priority in
                [priority.since] + priority.renamings.map(\.period) + priority.outcomes.map(\.period)
            }
            times += then.planning.inOrder.flatMap { plan in
                [plan.decided] + plan.reports.map(\.period) + [plan.followUp?.period].compactMap { $0 }
            }
            #expect(times.allSatisfy { $0.last <= day }, "\(day)")
        }
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
        #expect(timeline.live.settings?.levels == ["Riktning", "Målområde", "Inriktningsmål", "Åtgärdsmål"])
        #expect(timeline.live.settings?.costKey == .population)

        let today = try #require(Day("2026-11-23"))
        let edition = try #require(timeline.live.programme.latestInForce(on: today))
        #expect(edition.text.levels.map(\.name) == ["Riktning", "Målområde", "Inriktningsmål", "Åtgärdsmål"])
        #expect(edition.text.levels.map(\.plural) == ["Riktningar", "Målområden", "Inriktningsmål", "Åtgärdsmål"])
        #expect(Set(edition.services.map(\.goal.text)) == ["nara", "gront"])
        #expect(edition.services.count == 3)
        #expect(played.text(edition.services.first?.reason) == "Den som reser tillsammans får nära till mer.")
        #expect(edition.text.nodes.last?.id.text == "resor-2")
        #expect(edition.text.nodes.last?.added == Period("2021-11-30"))
    }

    @Test("loads with its own bodies, each municipality's council among them")
    func bodies() throws {
        let played = try Played(read(Place.files(in: Place.twelve)))
        let live = played.timeline.live
        #expect(Body.Kind.allCases.map { live.organisation.bodies($0).count } == [1, 1, 1, 12, 2])
        let councils = live.organisation.bodies(.ratifyingBody)
        #expect(councils.allSatisfy { $0.facts.name.hasPrefix("Kommunfullmäktige i ") })
        #expect(Set(councils.compactMap(\.facts.municipality)) == Set(live.members.all.map(\.facts.id)))
        #expect(councils.filter { $0.closing != nil }.map(\.facts.id.text) == ["fullmaktige-c"])
        let networks = live.organisation.bodies(.network)
        #expect(networks.map { $0.assignments.map(\.fact.node.text) } == [["resor", "resor-2"], []])
        #expect(networks.map { $0.closing.flatMap { played.text($0.fact.reason) } } == [nil, "Arbetet togs över av planerarna."])
        #expect(live.organisation.peersInOrder.map(\.decisionRule) == ["enkel majoritet"])
    }

    @Test("loads with its own documents, conferences, advocacy and plan")
    func others() throws {
        let played = try Played(read(Place.files(in: Place.twelve)))
        let live = played.timeline.live
        #expect(live.documents.inOrder.map(\.facts.id.text) == ["avtal", "verksamhetsplan-2022"])
        #expect(live.documents.inOrder.first?.facts.validity == Document.Validity(from: Period("2016-03-01")))

        let series = try #require(live.conferences.inOrder.first)
        #expect(series.rules?.hosts == 2 && series.agreed == Period("2020-06-15"))
        #expect(series.inOrder.map(\.facts.status) == [.held, .cancelled, .planned])
        #expect(series.inOrder.map(\.facts.hosts.count) == [2, 0, 2])
        let autumn = try played.timeline.cooperation(asOf: #require(Day("2026-09-30")))
        #expect(autumn.conferences.all.map(\.facts.id.text) == ["2021", "2023"])
        let before = try played.timeline.cooperation(asOf: #require(Day("2019-12-31")))
        #expect(before.conferences.inOrder.first?.rules?.hosts == 3)

        let tram = try #require(Priority.ID("gemensam-sparvag").flatMap { live.advocacy[$0] })
        #expect(tram.facts.name == "Den konstruerade stadsbanan" && tram.formerNames == ["Den konstruerade spårvägen"])
        #expect(live.advocacy.places(of: tram.facts.id).map(\.place) == [2])
        #expect(live.advocacy.statements(for: tram.facts.id).map(\.facts.reference) == ["PROV 2021/1"])

        let plan = try #require(live.planning.inOrder.first)
        #expect(plan.facts.budget == 1_250_000 && plan.facts.document?.text == "verksamhetsplan-2022")
        #expect(plan.facts.activities.map { $0.responsible.map(\.text) } == [["planerare", "beredningen"], []])
        #expect(plan.facts.activities.map { plan.latestReport(on: $0.id)?.fact.status } == [.delayed, .cancelled])
        #expect(plan.followUp?.fact.outcomes.count == 1)

        let news = live.news.inOrder
        #expect(news.map(\.facts.id.text).prefix(3) == ["dagen-kommer", "nytt-ar", "dagen-stalldes-in"] && news.count == 5)
        #expect(news.map(\.written.iso) == ["2026-11-20", "2026-01-07", "2023-12-31", "2022-01-10", "2016-03-01"])
        #expect(news.map { $0.facts.about?.text }.suffix(2) == ["plans/2022", "documents/avtal"])
        #expect(news.compactMap { played.text($0.facts.text) }.last?.contains("tidtabellerna.\n") == true)
    }
}
