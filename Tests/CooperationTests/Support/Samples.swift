import Cooperation

/// Requests that are accepted, for tests to begin from and to change.
enum Sample {
    static func municipality(_ name: String, code: String = "0136") throws -> RegisterMunicipality {
        RegisterMunicipality(
            id: try id(name),
            name: name.capitalizedFirst,
            officialName: "\(name.capitalizedFirst) kommun",
            code: code,
            county: "Stockholms län",
            countyCode: "01",
            landArea: 45_785
        )
    }

    static func membership(_ change: ChangeMembership.Change, _ name: String) throws -> ChangeMembership {
        ChangeMembership(change, try id(name), remarks: ["En anmärkning."], sources: [Source("https://example.se/")])
    }

    static func population(_ name: String?, _ count: Int) throws -> RecordPopulation {
        RecordPopulation(municipality: try name.map { try id($0) }, count: count)
    }

    static func settings(_ name: String = "Södertörnskommunerna") -> AgreeSettings {
        AgreeSettings(
            name: name,
            calledName: "Södertörnssamarbetet",
            shortName: "Södertörn",
            description: "Åtta kommuner.",
            ratifyingBody: "kommunstyrelsen",
            seatsPerMunicipality: 1
        )
    }

    static func node(_ name: String, under parent: String? = nil, level: Int) throws -> RecordEdition.Node {
        RecordEdition.Node(id: try id(name), parent: try parent.map { try id($0) }, level: level, title: "Rubrik \(name)")
    }

    /// An edition with an area, a goal under it, and two levels.
    static func edition(_ name: String, _ from: String = "2019", to end: String? = "2022") throws -> RecordEdition {
        var edition = RecordEdition(
            id: try id(name),
            title: "Program \(name)",
            validity: Edition.Validity(from: try period(from), to: try end.map { try period($0) })
        )
        edition.levels = [
            Edition.Level(name: "Område", plural: "Områden", hasPage: true), Edition.Level(name: "Mål", plural: "Mål"),
        ]
        edition.nodes = [try node("omrade", level: 0), try node("mal", under: "omrade", level: 1)]
        return edition
    }

    static func frame(_ name: String = "rufs", goals: [String] = ["1", "2"]) throws -> RecordOuterFrame {
        var frame = RecordOuterFrame(id: try id(name), title: "Plan \(name)", owner: "Regionen")
        frame.goals = try goals.map { (id: try id($0), text: "Mål \($0)") }
        frame.validTo = try period("2026")
        return frame
    }

    static func service(
        _ edition: String = "2019",
        _ node: String = "mal",
        _ frame: String = "rufs",
        _ goal: String = "1"
    ) throws -> ServeFrameGoal {
        ServeFrameGoal(
            edition: try id(edition),
            node: try id(node),
            frame: try id(frame),
            goal: try id(goal),
            reason: "Därför att."
        )
    }

    /// A cooperation with two members, one that takes part in projects, a frame and two editions of which one is in force.
    static func ledger() throws -> Ledger {
        try Ledger([
            ("2010-08-18", settings()),
            ("2010-08-18", try municipality("haninge", code: "0136")),
            ("2010-08-18", try municipality("salem", code: "0128")),
            ("2010-08-18", try municipality("nacka", code: "0182")),
            ("2010-08-18", try membership(.join, "haninge")),
            ("2010-08-18", try membership(.join, "salem")),
            ("2015", try membership(.associate, "nacka")),
            ("2018-10", try frame()),
            ("2019-01-01", try edition("2019")),
            ("2019-10-11", EnterIntoForce(try id("2019"))),
            ("2019-12-01", try service()),
            ("2019-12-31", try population("haninge", 92_095)),
            ("2023-01-01", try edition("2023", "2023", to: nil)),
        ])
    }
}

extension Sample {
    static func body(_ name: String, _ kind: Body.Kind = .network, of municipality: String? = nil) throws -> RecordBody {
        var body = RecordBody(id: try id(name), kind: kind, name: "Organ \(name)")
        body.municipality = try municipality.map { try id($0) }
        return body
    }

    static func presidency(_ chair: String, _ vice: String? = nil, of body: String = "ssk") throws -> RecordPresidency {
        RecordPresidency(try id(body), chair: try id(chair), viceChair: try vice.map { try id($0) })
    }

    static func assignment(_ body: String = "planering", _ node: String = "mal", _ edition: String = "2019") throws -> AssignBody
    {
        AssignBody(try id(body), to: try id(node), in: try id(edition))
    }

    static func peer(_ name: String = "nordost") throws -> RecordPeer {
        RecordPeer(id: try id(name), name: "Samarbete \(name)", municipalities: 6, form: "samarbetsavtal")
    }

    static func document(_ name: String, _ validity: Document.Validity? = nil) throws -> RecordDocument {
        var document = RecordDocument(id: try id(name), title: "Dokument \(name)", kind: "avtal")
        document.validity = validity
        return document
    }

    /// From when to when, written as text.
    static func validity(_ from: String?, _ to: String?, isUntilFurtherNotice: Bool? = nil) throws -> Document.Validity {
        Document.Validity(
            from: try from.map { try period($0) },
            to: try to.map { try period($0) },
            isUntilFurtherNotice: isUntilFurtherNotice
        )
    }

    static func series(_ name: String = "radslag", continues: String? = nil) throws -> RecordConferenceSeries {
        var series = RecordConferenceSeries(id: try id(name), name: "Serie \(name)")
        series.continues = try continues.map { try id($0) }
        return series
    }

    static func conference(
        _ name: String,
        _ date: String,
        _ status: Conference.Status = .held,
        in series: String = "radslag",
        hosts: [String] = []
    ) throws -> RecordConference {
        var conference = RecordConference(series: try id(series), id: try id(name), date: try period(date), status: status)
        conference.hosts = try hosts.map { Conference.Host(try id($0)) }
        return conference
    }

    static func priority(_ name: String, called title: String? = nil) throws -> RecordPriority {
        RecordPriority(id: try id(name), name: title ?? "Satsning \(name)")
    }

    static func statement(_ name: String = "yttrande", for priorities: [String] = []) throws -> MakeStatement {
        var statement = MakeStatement(id: try id(name), title: "Yttrande \(name)", kind: "remissvar")
        statement.priorities = try priorities.map { try id($0) }
        return statement
    }

    static func list(_ name: String, _ items: [String], replaces: String? = nil) throws -> AgreePriorityList {
        var list = AgreePriorityList(id: try id(name), title: "Lista \(name)")
        list.items = try items.map { try id($0) }
        list.replaces = try replaces.map { try id($0) }
        return list
    }

    /// A plan with two activities: one for a goal of 2019, carried out by a body, and one for the cooperation as such.
    static func plan(_ name: String = "2021") throws -> RecordPlan {
        var plan = RecordPlan(id: try id(name), year: 2021, title: "Plan \(name)")
        plan.edition = try id("2019")
        plan.activities = [
            .init(id: try id("driva"), text: "Driva frågan.", node: try id("mal"), responsible: [try id("planering")]),
            .init(id: try id("konferens"), text: "Hålla konferensen."),
        ]
        return plan
    }

    static func report(
        _ status: OperationalPlan.Status,
        on activity: String = "driva",
        in plan: String = "2021"
    ) throws -> ReportActivity {
        ReportActivity(try id(activity), in: try id(plan), status, outcome: "Så blev det.")
    }

    static func news(_ name: String, _ title: String? = nil, from: String) throws -> PublishNews {
        var news = PublishNews(id: try id(name), title: title ?? "Nyhet \(name)", lead: "Det här hände.", from: try day(from))
        news.text = "Mer om det."
        return news
    }

    /// The beginning of an edition for four years from 2027.
    static func draft(_ name: String, copyOf earlier: String) throws -> BeginDraft {
        let validity = Edition.Validity(from: try period("2027"), to: try period("2030"))
        return BeginDraft(try id(name), title: "Program \(name)", validity: validity, from: .copy(of: try id(earlier)))
    }

    /// Somebody that the vault would know.
    static func person(_ number: Int) -> Person.ID {
        let figures = String(number, radix: 16)
        guard let id = Person.ID(String(repeating: "a", count: 32 - figures.count) + figures) else {
            fatalError("hexadecimal characters are an id")
        }
        return id
    }

    /// A seat of a body, wherever it is.
    static func place(_ seat: String, in body: String = "ssk") throws -> Seat.Reference {
        Seat.Reference(body: try id(body), seat: try id(seat))
    }

    /// A seat for the municipality that it is called after, unless another is said.
    static func seat(_ name: String, in body: String = "ssk", as role: Seat.Role = .member, for municipality: String? = nil)
        throws
        -> EstablishSeat
    {
        EstablishSeat(try id(name), in: try id(body), role: role, for: try id(municipality ?? name))
    }

    /// A seat that is held for all of them.
    static func commonSeat(_ name: String, in body: String, as role: Seat.Role) throws -> EstablishSeat {
        EstablishSeat(try id(name), in: try id(body), role: role)
    }

    /// What `whole()` has more than `ledger()`: every kind of act about bodies, documents, conferences, advocacy, plans and news.
    static func more() throws -> [(String, any Request)] {
        var group = try body("lg", .managementGroup)
        group.worksFor = try id("ssk")
        var rules = AgreeConferenceRules(series: try id("radslag"))
        rules.arranger = try id("ssk")
        rules.hosts = 1
        var yearly = try document("ar-2021")
        yearly.about = try period("2021")
        return [
            ("2010-08-18", try body("ssk", .committee)), ("2010-08-18", group),
            ("2010-08-18", try body("ks-haninge", .ratifyingBody, of: "haninge")), ("2013", try body("planering")),
            ("2018", try presidency("haninge", "salem")), ("2019-12-01", try assignment()),
            ("2020", RecordSighting(try id("planering"))), ("2020", try peer()),
            ("2010-08-18", try document("avtal", validity(nil, nil, isUntilFurtherNotice: true))),
            ("2021-01", try document("vp-2021", validity("2021", "2021"))), ("2022-02-09", yearly), ("2009", try series()),
            ("2019-05-01", rules), ("2019-04-10", try conference("2019", "2019-04-10", hosts: ["salem", "haninge"])),
            ("2015", try priority("leden")), ("2016-06-01", RenamePriority(try id("leden"), to: "Förbindelsen")),
            ("2018-06", NoteOutcome(of: try id("leden"), "Pengar i planen.")),
            ("2017-08-31", try statement("artikel", for: ["leden"])), ("2021-01", try list("2021", ["leden"])),
            ("2021-01-15", try plan()), ("2021-12-01", try report(.done)),
            ("2022-02-09", FollowUpYear(of: try id("2021"), document: try id("ar-2021"), outcomes: [.init("Två möten.")])),
            ("2020-01-01", try seat("haninge")), ("2020-01-01", try seat("salem")),
            ("2020-01-01", TakeSeat(try place("haninge"), by: person(1), from: try day("2020-01-01"))),
            (
                "2020-06-01",
                AppointDeputy(try place("haninge"), person(2), from: try day("2020-07-01"), until: try day("2020-08-31"))
            ), ("2022-11-01", LeaveSeat(try place("haninge"), last: try day("2022-10-31"))),
            ("2023-02-01", CloseSeat(try place("salem"), last: try day("2023-01-31"))),
            ("2023", try body("klimat")), ("2024-01-01", CloseBody(try id("klimat"), reason: "Uppdraget är slutfört.")),
            ("2023-05-01", try news("motet", from: "2023-05-01")),
            ("2020-02-01", RecordMeeting(of: try id("ssk"), id: try id("2020-02-09"), day: try day("2020-02-09"))),
            (
                "2020-02-09",
                RecordDecision(of: try id("ssk"), meeting: try id("2020-02-09"), paragraph: 12, title: "Ett nytt program")
            ), ("2023-03-01", try draft("2027", copyOf: "2019")),
            (
                "2023-04-01",
                OpenDraft(try id("2027"), bodies: [], municipalities: true, isPublic: true, until: try day("2023-05-01"))
            ), ("2023-06-01", try card()), ("2023-06-02", try ownMeasure()), ("2023-06-03", try ownValue("12.5", 2022)),
            ("2023-06-04", try study()), ("2023-06-05", try measures()), ("2023-06-06", try chosenCase(fetched: "2023-06-01")),
            ("2023-06-07", try themeDay()),
        ]
    }

    /// The cooperation of `ledger()` with bodies, documents, conferences, advocacy, a plan and a piece of news.
    static func whole() throws -> Ledger {
        var ledger = try ledger()
        for (day, request) in try more() { try ledger.record(request, try period(day)) }
        return ledger
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
