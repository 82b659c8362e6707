@testable import Cooperation

/// Acts of every kind in random order, some of which mean nothing where they stand.
struct RandomHistory {
    private var dice: Dice
    private var texts = 0
    /// The day it is when the next act is recorded.
    private(set) var today: Day

    private static let municipalities = ["haninge", "salem", "nacka", "tyreso", "nykvarn"]
    private static let editions = ["2007", "2013", "2019", "2023"]
    private static let frames = ["rufs", "plan"]
    private static let nodes = ["ett", "tva", "tre", "fyra"]

    init(seed: UInt64, from today: Day) {
        dice = Dice(seed)
        self.today = today
    }

    /// The next act, some days after the last one.
    mutating func next(after count: Int) -> Record {
        if dice.happens(60) { today = today.adding(days: dice.below(25)) }
        let act: Act =
            if count > 4, dice.happens(12) {
                .record(
                    dice.happens(70)
                        ? .corrected(.init(target: target(count), replacement: plainAct(), reason: prose()))
                        : .struck(.init(target: target(count), reason: prose()))
                )
            } else {
                plainAct()
            }
        return Record(
            position: Position(Int64(count + 1)),
            recorded: Instant(microseconds: Instant(startOf: today).microseconds + Int64(count)),
            happened: period(),
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

    private mutating func plainAct() -> Act {
        switch dice.below(20) {
        case 0: .settings(.agreed(settings()))
        case 1...3: .members(.registered(facts()))
        case 4, 5: .members(.joined(.init(municipality: name(Self.municipalities), remarks: [prose()], sources: [])))
        case 6: .members(.associated(.init(municipality: name(Self.municipalities), remarks: [], sources: [])))
        case 7, 8: .members(.left(.init(municipality: name(Self.municipalities), remarks: [], sources: [Source("k")])))
        case 9...11: .members(.populationRecorded(population()))
        case 12, 13: .programme(.recorded(text()))
        case 14: .programme(.enteredIntoForce(.init(edition: name(Self.editions), remarks: [], sources: [])))
        case 15: .programme(.extended(.init(edition: name(Self.editions), node: node(dice.below(4), under: nil))))
        case 16: .programme(.served(service()))
        case 17: .outerFrames(.recorded(frame()))
        case 18:
            dice.happens(60)
                ? .visibility(.withdrawn(.init(subject: subject(), reason: prose())))
                : .visibility(.restored(.init(subject: subject(), reason: prose())))
        default:
            .notice(
                .crossed(
                    .init(
                        crossing: dice.happens(50)
                            ? .editionPeriodEnded(name(Self.editions)) : .outerFramePeriodEnded(name(Self.frames))
                    )
                )
            )
        }
    }

    private mutating func prose() -> Prose {
        texts += 1
        return .numbered(texts)
    }

    private mutating func name<Entity>(_ names: [String]) -> Identifier<Entity> {
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

    private mutating func node(_ index: Int, under parent: Int?) -> Edition.Node {
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

    private mutating func text() -> Edition.Text {
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

    private mutating func subject() -> Subject {
        switch dice.below(3) {
        case 0: .municipality(name(Self.municipalities))
        case 1: .edition(name(Self.editions))
        default: .outerFrame(name(Self.frames))
        }
    }
}
