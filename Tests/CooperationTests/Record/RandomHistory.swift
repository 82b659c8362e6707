@testable import Cooperation

/// Acts of every kind in random order, some of which mean nothing where they stand.
struct RandomHistory {
    var dice: Dice
    private var texts = 0
    /// What has been asked to be withdrawn.
    private var hidden: [Subject] = []
    /// What has been asked to be attached.
    private var attached: [Document.Attaching] = []
    /// Where the random round is.
    var round = RandomRound()
    /// The day it is when the next act is recorded.
    private(set) var today: Day

    static let municipalities = ["haninge", "salem", "nacka", "tyreso", "nykvarn"]
    private static let editions = ["2007", "2013", "2019", "2023"]
    private static let frames = ["rufs", "plan"]
    private static let nodes = ["ett", "tva", "tre", "fyra"]
    static let bodies = ["ssk", "lg", "ks", "kf", "planering", "klimat"]
    private static let documents = ["avtal", "vp-1", "vp-2", "rapport"]
    private static let series = ["radslag", "konferens", "temadag"]
    private static let conferences = ["2018", "2019"]
    private static let priorities = ["leden", "banan", "kanalen"]
    private static let statements = ["ett", "tva"]
    private static let lists = ["2013", "2021", "2022"]
    private static let plans = ["2020", "2021"]
    private static let activities = ["driva", "konferens", "mer"]
    private static let news = ["motet", "avtalet"]
    private static let seats = ["ett", "tva"]
    private static let peers = ["nordost", "storstad"]
    static let cards = ["skola", "hemtjanst"]
    static let ownMeasures = ["ko", "svar"]
    static let studies = ["skolan", "vagarna"]
    static let themeDays = ["2021", "2023"]

    init(seed: UInt64, from today: Day) {
        dice = Dice(seed)
        self.today = today
    }

    /// The next act, some days after the last one.
    mutating func next(after count: Int) -> Record {
        let isAppealDue = round.isAppealDue && dice.happens(70)
        if !isAppealDue, dice.happens(60) { today = today.adding(days: dice.below(25)) }
        let happened = isAppealDue ? .day(today) : period()
        let act: Act =
            if isAppealDue {
                .ratification(nextStep(on: today))
            } else if count > 4, dice.happens(12) {
                .record(
                    dice.happens(70)
                        ? .corrected(.init(target: target(count), replacement: plainAct(on: happened), reason: prose()))
                        : .struck(.init(target: target(count), reason: prose()))
                )
            } else {
                plainAct(on: happened)
            }
        return Record(
            position: Position(Int64(count + 1)),
            recorded: Instant(microseconds: Instant(startOf: today).microseconds + Int64(count)),
            happened: happened,
            actor: .importer,
            act: act
        )
    }

    /// A day around the time the acts are of.
    mutating func day() -> Day { today.adding(days: 40 - dice.below(9000)) }

    /// One of so many places in the journal.
    mutating func place(among count: Int) -> Position { Position(Int64(1 + dice.below(count))) }

    /// True so many times in a hundred.
    mutating func happens(_ percent: Int) -> Bool { dice.happens(percent) }

    /// Mostly an act that there is, now and then one that there isn't, or that is a correction itself.
    private mutating func target(_ count: Int) -> Position { Position(Int64(dice.below(count + 2))) }

    private mutating func period() -> Period {
        let day = dice.happens(55) ? today : today.adding(days: -dice.below(8000))
        let (year, month, _) = day.civil
        let wide = dice.below(10)
        if wide == 0, let period = Period.year(year), period.last <= today { return period }
        if wide == 1, let period = Period.month(year, month), period.last <= today { return period }
        return .day(day)
    }

    /// Something of any kind that can be withdrawn, whether it is there or not.
    mutating func subject() -> Subject {
        switch dice.below(19) {
        case 0: .municipality(name(Self.municipalities))
        case 1: .edition(name(Self.editions))
        case 2: .outerFrame(name(Self.frames))
        case 3: .body(name(Self.bodies))
        case 4: .peer(name(Self.peers))
        case 5: .document(name(Self.documents))
        case 6: .series(name(Self.series))
        case 7: .conference(name(Self.series), name(Self.conferences))
        case 8: .statement(name(Self.statements))
        case 9: .priority(name(Self.priorities))
        case 10: .priorityList(name(Self.lists))
        case 11: .newsItem(name(Self.news))
        case 12: .draft(name(RandomRound.editions))
        case 13: .meeting(name(Self.bodies), name(RandomRound.meetings))
        case 14: .serviceCard(name(Self.cards))
        case 15: .ownMeasure(name(Self.ownMeasures))
        case 16: .study(name(Self.studies))
        case 17: .themeDay(name(Self.themeDays))
        default: .plan(name(Self.plans))
        }
    }

    private mutating func plainAct(on happened: Period) -> Act {
        switch dice.below(103) {
        case 93...102: .comparisons(comparisonsAct(on: happened.last))
        case 63...67: .meetings(meetingsAct())
        case 68...77: .drafting(draftingAct())
        case 78...92: .ratification(ratificationAct(on: happened.last))

        case 0: .settings(.agreed(settings()))
        case 1...3: .members(.registered(facts()))
        case 4, 5: .members(.joined(joining()))
        case 6: .members(.associated(.init(municipality: name(Self.municipalities), remarks: [], sources: [])))
        case 7, 8: .members(.left(.init(municipality: name(Self.municipalities), remarks: [], sources: [Source("k")])))
        case 9...11: .members(.populationRecorded(population()))
        case 12, 13: .programme(.recorded(text()))
        case 14: .programme(.enteredIntoForce(.init(edition: name(Self.editions), remarks: [], sources: [])))
        case 54:
            .programme(
                .prolonged(
                    .init(
                        edition: name(Self.editions),
                        to: .day(today.adding(days: 400)),
                        decision: nil,
                        remarks: [],
                        sources: []
                    )
                )
            )
        case 15: .programme(.extended(.init(edition: name(Self.editions), node: node(dice.below(4), under: nil))))
        case 16: .programme(.served(service()))
        case 17: .outerFrames(.recorded(frame()))
        case 18:
            .visibility(visibilityAct())
        case 19: .notice(.crossed(.init(crossing: crossing())))
        case 20...29: .organisation(organisationAct())
        case 55...62: .organisation(seatAct())
        case 30...33: .documents(documentsAct())
        case 34...38: .conferences(conferencesAct())
        case 39...44: .advocacy(advocacyAct())
        case 45, 46: .visibility(visibilityAct())
        case 52, 53: .news(.published(newsItem()))
        default: .planning(planningAct())
        }
    }

    private mutating func joining() -> MembersAct.Joining {
        let joining = MembersAct.Joining(municipality: name(Self.municipalities), remarks: [prose()], sources: [])
        round.joined.append(joining.municipality)
        return joining
    }

    private mutating func visibilityAct() -> VisibilityAct {
        // Mostly what has been asked to be withdrawn, or hardly anything would be shown again.
        if !hidden.isEmpty, dice.happens(55) {
            return .restored(.init(subject: dice.happens(80) ? dice.pick(hidden) : subject(), reason: prose()))
        }
        hidden.append(subject())
        return .withdrawn(.init(subject: hidden[hidden.count - 1], reason: prose()))
    }

    private mutating func crossing() -> Crossing {
        switch dice.below(6) {
        case 4: .editionInForce(name(RandomRound.editions), today)
        case 5: .legalForce(.init(name(RandomRound.editions), 1, name(Self.municipalities)), today)
        case 0: .editionPeriodEnded(name(Self.editions))
        case 1: .outerFramePeriodEnded(name(Self.frames))
        case 2: .newsPublished(name(Self.news), today.adding(days: -dice.below(9)))
        default: .documentPeriodEnded(name(Self.documents))
        }
    }

    /// An item that is about something now and then, which may not be there.
    ///
    /// Its first day is long past: what may be told of news has an oracle of its own.
    private mutating func newsItem() -> NewsItem.Facts {
        NewsItem.Facts(
            id: name(Self.news),
            title: prose(),
            lead: prose(),
            text: nil,
            from: Day(number: 0).adding(days: dice.below(9)),
            about: dice.happens(30) ? .document(name(Self.documents)) : nil,
            sources: []
        )
    }

    mutating func prose() -> Prose {
        texts += 1
        return .numbered(texts)
    }

    mutating func name<Entity>(_ names: [String]) -> Identifier<Entity> {
        guard let id = Identifier<Entity>(dice.pick(names)) else { preconditionFailure("a name of the list is an id") }
        return id
    }

    private mutating func settings() -> Settings {
        Settings(
            name: "Namn \(dice.below(9))",
            calledName: "Samarbetet",
            shortName: "S",
            description: nil,
            ratifyingBody: "kommunstyrelsen",
            seatsPerMunicipality: 1 + dice.below(3),
            remarks: [],
            sources: []
        )
    }

    private mutating func facts() -> Municipality.Facts {
        let id: Municipality.ID = name(Self.municipalities)
        // Codes that clash now and then.
        return Municipality.Facts(
            id: id,
            name: id.text,
            officialName: "\(id.text) kommun",
            code: dice.happens(8) ? "0001" : "1\(id.text.utf8.count)\(id.text.utf8.reduce(0) { ($0 + Int($1)) % 90 } + 10)",
            county: nil,
            countyCode: nil,
            landArea: dice.happens(50) ? dice.below(50_000) : nil,
            remarks: [],
            sources: []
        )
    }

    private mutating func population() -> MembersAct.PopulationRecorded {
        .init(
            municipality: dice.happens(80) ? name(Self.municipalities) : nil,
            count: dice.below(100_000),
            basis: dice.happens(50) ? .published : .derived,
            remarks: [],
            sources: []
        )
    }

    mutating func node(_ index: Int, under parent: Int?) -> Edition.Node {
        let ids = Self.nodes.compactMap { Edition.Node.ID($0) }
        return Edition.Node(
            id: ids[index],
            parent: parent.map { ids[$0] },
            level: parent == nil ? 0 : 1,
            title: prose(),
            text: nil,
            background: nil,
            networks: [],
            added: nil,
            remarks: [],
            sources: []
        )
    }

    mutating func text() -> Edition.Text {
        var nodes = [node(0, under: nil)]
        // Now and then a child whose parent is missing.
        if dice.happens(50) { nodes.append(node(1, under: dice.happens(90) ? 0 : 3)) }
        if dice.happens(30) { nodes.append(node(2, under: nil)) }
        return Edition.Text(
            id: name(Self.editions),
            title: "Program \(dice.below(99))",
            shortTitle: nil,
            validity: Edition.Validity(from: .day(today), to: nil),
            horizon: nil,
            replaces: nil,
            decidedBy: nil,
            levels: [Edition.Level(name: "Område", plural: "Områden"), Edition.Level(name: "Mål", plural: "Mål")],
            focus: nil,
            vision: nil,
            purpose: nil,
            principles: [],
            commitments: [],
            themes: [],
            nodes: nodes,
            frames: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    private mutating func frame() -> OuterFrame.Facts {
        let goals = ["1", "2", "3"].compactMap { OuterFrame.Goal.ID($0) }
        return OuterFrame.Facts(
            id: name(Self.frames),
            title: "Plan \(dice.below(9))",
            shortTitle: nil,
            owner: "Regionen",
            vision: nil,
            adopted: nil,
            inForce: nil,
            validTo: nil,
            validToInWords: nil,
            goals: goals.prefix(1 + dice.below(3)).map { OuterFrame.Goal(id: $0, text: prose()) },
            details: [],
            successor: nil,
            successorSources: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    private mutating func service() -> Edition.Service {
        Edition.Service(
            edition: name(Self.editions),
            node: name(Self.nodes),
            frame: name(Self.frames),
            goal: name(["1", "2", "3"]),
            reason: dice.happens(50) ? prose() : nil,
            sources: []
        )
    }

    // MARK: Bodies

    private mutating func organisationAct() -> OrganisationAct {
        switch dice.below(16) {
        case 0...2: .bodyRecorded(body())
        case 3...5:
            .presidencyRecorded(
                .init(
                    body: name(Self.bodies),
                    chair: name(Self.municipalities),
                    viceChair: dice.happens(60) ? name(Self.municipalities) : nil,
                    remarks: [],
                    sources: []
                )
            )
        case 6, 7, 12:
            .assigned(
                .init(
                    body: dice.happens(70) ? name(["ssk"]) : name(Self.bodies),
                    edition: dice.happens(70) ? name(["2019"]) : name(Self.editions),
                    node: dice.happens(60) ? name(["ett"]) : name(Self.nodes),
                    remarks: [prose()],
                    sources: []
                )
            )
        case 10, 13, 14, 15:
            .assignmentEnded(
                .init(
                    body: dice.happens(70) ? name(["ssk"]) : name(Self.bodies),
                    edition: dice.happens(70) ? name(["2019"]) : name(Self.editions),
                    node: dice.happens(90) ? name(["ett"]) : name(Self.nodes),
                    reason: dice.happens(50) ? prose() : nil
                )
            )
        case 8: .seen(.init(body: name(Self.bodies), remarks: [], sources: [Source("k")]))
        case 9: .closed(.init(body: name(Self.bodies), reason: prose(), sources: []))
        default: .peerRecorded(peer())
        }
    }

    /// The seat that was asked for last, and from when.
    private var lastTaken: (body: Body.ID, seat: Seat.ID, from: Day)?

    /// Mostly about the seats of two bodies, or hardly any would be held long enough for something to happen.
    private mutating func seatAct() -> OrganisationAct {
        let body: Body.ID = dice.happens(85) ? name(["ssk", "ks"]) : name(Self.bodies)
        let seat: Seat.ID = name(Self.seats)
        let (first, last) = (today.adding(days: 60 - dice.below(400)), today.adding(days: 60 - dice.below(200)))
        switch dice.below(15) {
        case 0...3:
            return .seatEstablished(
                .init(
                    body: body,
                    id: seat,
                    role: dice.pick(Seat.Role.allCases),
                    municipality: dice.happens(70) ? name(["haninge", "salem"]) : nil,
                    remarks: [],
                    sources: []
                )
            )
        case 4...7:
            lastTaken = (body, seat, first)
            return .seatTaken(
                .init(
                    body: body,
                    seat: seat,
                    person: Sample.person(dice.below(4)),
                    from: first,
                    until: dice.happens(40) ? first.adding(days: dice.below(200)) : nil,
                    remarks: dice.happens(20) ? [prose()] : []
                )
            )
        case 8, 12, 13, 14:
            // Mostly what has just been taken, or hardly anything would be held on the day.
            guard let taken = lastTaken, dice.happens(80) else {
                return .seatLeft(.init(body: body, seat: seat, last: last, remarks: []))
            }
            let day = taken.from.adding(days: dice.below(20))
            return .seatLeft(.init(body: taken.body, seat: taken.seat, last: day, remarks: []))
        case 9, 10:
            return .deputyAppointed(
                .init(
                    body: body,
                    seat: seat,
                    person: Sample.person(dice.below(4)),
                    from: first,
                    until: first.adding(days: dice.below(100)),
                    remarks: []
                )
            )
        default: return .seatClosed(.init(body: body, seat: seat, last: last, remarks: [prose()]))
        }
    }

    private mutating func body() -> Body.Facts {
        let id: Body.ID = name(Self.bodies)
        // Two that decide, now and then for the same municipality.
        let decides = ["ks", "kf"].contains(id.text)
        return Body.Facts(
            id: id,
            kind: decides ? .ratifyingBody : dice.pick(Body.Kind.allCases),
            name: "Organ \(dice.below(9))",
            municipality: decides ? name(["haninge", "salem"]) : dice.happens(20) ? name(Self.municipalities) : nil,
            municipalityIsInferred: nil,
            composition: dice.happens(30) ? prose() : nil,
            purpose: nil,
            meetingsPerYear: nil,
            // Now and then itself, or one that works for it.
            worksFor: dice.happens(35) ? name(Self.bodies) : nil,
            details: dice.happens(20) ? [Detail(text: prose(), sources: [])] : [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    private mutating func peer() -> Peer {
        Peer(
            id: name(Self.peers),
            name: "Samarbete \(dice.below(9))",
            municipalities: 2 + dice.below(9),
            form: "avtal",
            ratifiedBy: nil,
            seatsPerMunicipality: nil,
            chair: nil,
            decisionRule: nil,
            fee: nil,
            remarks: [],
            sources: []
        )
    }

    // MARK: Documents and conferences

    private mutating func documentsAct() -> DocumentsAct {
        switch dice.below(8) {
        case 0, 1:
            // Now and then the same file again, to the same document or another.
            let again = dice.happens(20) ? attached.last?.attachment : nil
            let attachment =
                again ?? Document.Attachment(commitment: prose().commitment, kind: .pdf, name: prose(), size: dice.below(1000))
            attached.append(.init(document: name(Self.documents), attachment: attachment, remarks: []))
            return .attached(attached[attached.count - 1])
        case 2 where !attached.isEmpty:
            let attaching = dice.pick(attached)
            return .detached(
                .init(document: attaching.document, commitment: attaching.attachment.commitment, reason: prose())
            )
        default: return .recorded(document())
        }
    }

    private mutating func document() -> Document.Facts {
        Document.Facts(
            id: name(Self.documents),
            title: "Dokument \(dice.below(9))",
            kind: "avtal",
            decidedBy: nil,
            decidedInWords: nil,
            validity: dice.happens(50) ? Document.Validity(from: nil, to: .day(today)) : nil,
            about: dice.happens(20) ? .day(today) : nil,
            edition: dice.happens(20) ? name(Self.editions) : nil,
            replaces: dice.happens(30) ? name(Self.documents) : nil,
            details: [],
            missing: [],
            remarks: dice.happens(30) ? [prose()] : [],
            sources: []
        )
    }

    private mutating func conferencesAct() -> ConferencesAct {
        switch dice.below(5) {
        case 0, 1: .seriesRecorded(seriesFacts())
        case 2:
            .rulesAgreed(
                .init(
                    series: name(Self.series),
                    purpose: prose(),
                    audience: nil,
                    theme: nil,
                    hosting: nil,
                    hosts: 1 + dice.below(3),
                    partners: [],
                    arranger: dice.happens(50) ? name(Self.bodies) : nil,
                    frequency: nil,
                    sources: []
                )
            )
        default: .conferenceRecorded(conference())
        }
    }

    private mutating func seriesFacts() -> ConferenceSeries.Facts {
        ConferenceSeries.Facts(
            id: name(Self.series),
            name: "Serie \(dice.below(9))",
            continues: dice.happens(30) ? name(Self.series) : nil,
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    private mutating func conference() -> Conference.Facts {
        Conference.Facts(
            series: name(Self.series),
            id: name(Self.conferences),
            date: .day(today),
            status: dice.pick(Conference.Status.allCases),
            form: nil,
            number: nil,
            hosts: dice.happens(40) ? [Conference.Host(name(Self.municipalities))] : [],
            place: nil,
            theme: dice.happens(40) ? prose() : nil,
            participants: nil,
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    // MARK: Advocacy

    private mutating func advocacyAct() -> AdvocacyAct {
        switch dice.below(9) {
        case 0, 1: .priorityRecorded(priority())
        case 2, 3:
            .priorityRenamed(
                .init(priority: name(Self.priorities), name: "Namn \(dice.below(4))", remarks: [], sources: [])
            )
        case 4: .outcomeNoted(.init(priority: name(Self.priorities), text: prose(), remarks: [], sources: []))
        case 5, 6: .statementMade(statement())
        default: .listAgreed(list())
        }
    }

    private mutating func priority() -> Priority.Facts {
        Priority.Facts(
            id: name(Self.priorities),
            name: "Namn \(dice.below(4))",
            alsoCalled: [],
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    private mutating func statement() -> Statement.Facts {
        Statement.Facts(
            id: name(Self.statements),
            title: "Yttrande \(dice.below(9))",
            kind: "remissvar",
            recipient: nil,
            recipientIsInferred: nil,
            reference: nil,
            priorities: dice.happens(50) ? [name(Self.priorities)] : [],
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    private mutating func list() -> PriorityList.Facts {
        PriorityList.Facts(
            id: name(Self.lists),
            title: "Lista \(dice.below(9))",
            decidedBy: nil,
            replaces: dice.happens(40) ? name(Self.lists) : nil,
            items: dice.happens(60) ? [name(Self.priorities)] : [],
            isRanked: dice.happens(50),
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    // MARK: Plans

    private mutating func planningAct() -> PlanningAct {
        switch dice.below(6) {
        case 0, 1, 2: .planRecorded(plan())
        case 3, 4:
            .activityReported(
                .init(
                    plan: name(Self.plans),
                    activity: name(Self.activities),
                    status: dice.pick(OperationalPlan.Status.allCases),
                    outcome: dice.happens(50) ? prose() : nil,
                    remarks: [],
                    sources: []
                )
            )
        default:
            .yearFollowedUp(
                .init(
                    plan: name(Self.plans),
                    document: dice.happens(40) ? name(Self.documents) : nil,
                    outcomes: [Detail(text: prose(), sources: [])],
                    remarks: [],
                    sources: []
                )
            )
        }
    }

    private mutating func plan() -> OperationalPlan.Facts {
        let ids = Self.activities.compactMap { OperationalPlan.Activity.ID($0) }
        return OperationalPlan.Facts(
            id: name(Self.plans),
            year: 2020 + dice.below(2),
            title: "Plan \(dice.below(9))",
            decidedBy: nil,
            decidedInWords: nil,
            // Now and then a part of the programme without an edition to be a part of.
            edition: dice.happens(40) ? name(Self.editions) : nil,
            document: dice.happens(20) ? name(Self.documents) : nil,
            budget: nil,
            activities: ids.prefix(1 + dice.below(3)).map { id in
                OperationalPlan.Activity(
                    id: id,
                    text: prose(),
                    node: dice.happens(20) ? name(Self.nodes) : nil,
                    responsible: dice.happens(20) ? [name(Self.bodies)] : [],
                    remarks: [],
                    sources: []
                )
            },
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }
}
