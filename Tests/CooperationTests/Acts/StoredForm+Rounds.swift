@testable import Cooperation

extension StoredForm {
    private static let sources = [Source("k")]

    static func meetings() throws -> [(act: Act, json: String)] {
        let meeting = Meeting.Facts(
            body: try id("ssk"),
            id: try id("2027-02-09"),
            stage: .board,
            day: try day("2027-02-09"),
            place: "Haninge",
            papersDue: try day("2027-01-26"),
            isCancelled: true,
            remarks: [.numbered(1)],
            sources: sources
        )
        var decision = Meeting.Decision(
            body: try id("ssk"),
            meeting: try id("2027-02-09"),
            paragraph: 12,
            title: .numbered(1),
            text: .numbered(2),
            about: .meeting(try id("ssk"), try id("2027-02-09")),
            sources: sources
        )
        var table: [(act: Act, json: String)] = [
            (
                .meetings(.recorded(meeting)),
                ##"{"body":"ssk","day":"2027-02-09","id":"2027-02-09","isCancelled":true,"papersDue":"2027-01-26","place":"Haninge","remarks":["#1"],"sources":["k"],"stage":"board"}"##
            ),
            (
                .meetings(.decided(decision)),
                ##"{"about":"meetings/ssk/2027-02-09","body":"ssk","meeting":"2027-02-09","paragraph":12,"sources":["k"],"text":"#2","title":"#1"}"##
            ),
        ]
        (decision.text, decision.about, decision.sources) = (nil, nil, [])
        var least = meeting
        (least.stage, least.place, least.papersDue, least.isCancelled, least.remarks) = (nil, nil, nil, nil, [])
        table.append(
            (.meetings(.recorded(least)), ##"{"body":"ssk","day":"2027-02-09","id":"2027-02-09","remarks":[],"sources":["k"]}"##)
        )
        table.append(
            (.meetings(.decided(decision)), ##"{"body":"ssk","meeting":"2027-02-09","paragraph":12,"sources":[],"title":"#1"}"##)
        )
        return table
    }

    /// A part with everything filled in.
    private static func node() throws -> Edition.Node {
        Edition.Node(
            id: try id("mal"),
            parent: try id("omrade"),
            level: 1,
            title: .numbered(1),
            text: .numbered(2),
            background: .numbered(3),
            networks: ["Planering"],
            added: nil,
            remarks: [],
            sources: [],
            predecessors: [.init(try id("2019"), try id("mal"))],
            ancestry: .numbered(4),
            politicalOwner: .numbered(5),
            officerOwner: .numbered(6),
            theme: .numbered(7),
            serves: [.init(frame: try id("rufs"), goal: try id("1"), reason: .numbered(8))]
        )
    }

    /// A text with a part, and as little else as can be.
    private static func text() throws -> Edition.Text {
        Edition.Text(
            id: try id("2027"),
            title: "P",
            shortTitle: nil,
            validity: .init(from: try period("2027")),
            horizon: nil,
            replaces: nil,
            decidedBy: nil,
            levels: [.init(name: "Område", plural: "Områden")],
            focus: nil,
            vision: nil,
            purpose: nil,
            principles: [],
            commitments: [],
            themes: [],
            nodes: [try node()],
            frames: [],
            missing: [],
            remarks: [],
            sources: []
        )
    }

    static func drafting() throws -> [(act: Act, json: String)] {
        let (edition, one): (Edition.ID, Contribution.ID) = (try id("2027"), try id("c1"))
        let front = DraftChange.Front(
            title: "P",
            shortTitle: "S",
            validity: .init(from: try period("2027"), to: try period("2030")),
            horizon: 2040,
            levels: [.init(name: "Område", plural: "Områden", hasPage: true)],
            focus: .numbered(1),
            vision: .init(title: .numbered(2), subtitle: .numbered(3)),
            purpose: .numbered(4),
            principles: [.numbered(5)],
            commitments: [.numbered(6)],
            themes: [.numbered(7)],
            frames: [try id("rufs")]
        )
        var bare = try node()
        (bare.parent, bare.background, bare.predecessors, bare.serves) = (nil, nil, nil, nil)
        (bare.ancestry, bare.politicalOwner, bare.officerOwner, bare.theme) = (nil, nil, nil, nil)
        func revised(_ change: DraftChange) -> Act { .drafting(.revised(.init(edition: edition, change: change))) }
        func contributed(_ sender: Contribution.Sender, _ isFull: Bool) throws -> Act {
            .drafting(
                .contributed(
                    .init(
                        edition: edition,
                        id: one,
                        node: isFull ? try id("mal") : nil,
                        field: isFull ? .background : nil,
                        text: .numbered(1),
                        proposed: isFull ? .numbered(2) : nil,
                        basis: isFull ? .numbered(3) : nil,
                        sender: sender
                    )
                )
            )
        }
        func opened(_ isFull: Bool) throws -> Act {
            .drafting(
                .opened(
                    .init(
                        edition: edition,
                        bodies: isFull ? [try id("planering")] : [],
                        municipalities: isFull,
                        isPublic: !isFull,
                        until: try day("2027-03-01"),
                        invitation: isFull ? .numbered(1) : nil
                    )
                )
            )
        }
        let answer = Contribution.Answer(edition: edition, contribution: one, outcome: .partly, reason: .numbered(1))
        let wording = DraftChange.adopted(one, node: try id("mal"), field: .title, text: .numbered(2))
        return [
            (
                .drafting(.begun(.init(text: try text(), base: try id("2019")))),
                ##"{"base":"2019","text":{"commitments":[],"frames":[],"id":"2027","levels":[{"name":"Område","plural":"Områden"}],"missing":[],"nodes":[{"ancestry":"#4","background":"#3","id":"mal","level":1,"networks":["Planering"],"officerOwner":"#6","parent":"omrade","politicalOwner":"#5","predecessors":[{"edition":"2019","node":"mal"}],"remarks":[],"serves":[{"frame":"rufs","goal":"1","reason":"#8"}],"sources":[],"text":"#2","theme":"#7","title":"#1"}],"principles":[],"remarks":[],"sources":[],"themes":[],"title":"P","validity":{"from":"2027"}}}"##
            ),
            (
                .drafting(.begun(.init(text: try text(), base: nil))),
                ##"{"text":{"commitments":[],"frames":[],"id":"2027","levels":[{"name":"Område","plural":"Områden"}],"missing":[],"nodes":[{"ancestry":"#4","background":"#3","id":"mal","level":1,"networks":["Planering"],"officerOwner":"#6","parent":"omrade","politicalOwner":"#5","predecessors":[{"edition":"2019","node":"mal"}],"remarks":[],"serves":[{"frame":"rufs","goal":"1","reason":"#8"}],"sources":[],"text":"#2","theme":"#7","title":"#1"}],"principles":[],"remarks":[],"sources":[],"themes":[],"title":"P","validity":{"from":"2027"}}}"##
            ),
            (
                revised(.front(front)),
                ##"{"change":{"front":{"commitments":["#6"],"focus":"#1","frames":["rufs"],"horizon":2040,"levels":[{"hasPage":true,"name":"Område","plural":"Områden"}],"principles":["#5"],"purpose":"#4","shortTitle":"S","themes":["#7"],"title":"P","validity":{"from":"2027","to":"2030"},"vision":{"subtitle":"#3","title":"#2"}},"kind":"front"},"edition":"2027"}"##
            ),
            (
                revised(.rewritten(try node())),
                ##"{"change":{"kind":"rewritten","node":{"ancestry":"#4","background":"#3","id":"mal","level":1,"networks":["Planering"],"officerOwner":"#6","parent":"omrade","politicalOwner":"#5","predecessors":[{"edition":"2019","node":"mal"}],"remarks":[],"serves":[{"frame":"rufs","goal":"1","reason":"#8"}],"sources":[],"text":"#2","theme":"#7","title":"#1"}},"edition":"2027"}"##
            ),
            (
                revised(.added(bare, before: try id("omrade"))),
                ##"{"change":{"before":"omrade","kind":"added","node":{"id":"mal","level":1,"networks":["Planering"],"remarks":[],"sources":[],"text":"#2","title":"#1"}},"edition":"2027"}"##
            ),
            (
                revised(.added(bare, before: nil)),
                ##"{"change":{"kind":"added","node":{"id":"mal","level":1,"networks":["Planering"],"remarks":[],"sources":[],"text":"#2","title":"#1"}},"edition":"2027"}"##
            ),
            (revised(.removed(try id("mal"))), ##"{"change":{"id":"mal","kind":"removed"},"edition":"2027"}"##),
            (
                revised(.moved(try id("mal"), under: try id("omrade"), before: try id("andra"))),
                ##"{"change":{"before":"andra","id":"mal","kind":"moved","under":"omrade"},"edition":"2027"}"##
            ),
            (
                revised(.moved(try id("mal"), under: nil, before: nil)),
                ##"{"change":{"id":"mal","kind":"moved"},"edition":"2027"}"##
            ),
            (
                revised(.split(try id("mal"), into: [bare])),
                ##"{"change":{"id":"mal","kind":"split","nodes":[{"id":"mal","level":1,"networks":["Planering"],"remarks":[],"sources":[],"text":"#2","title":"#1"}]},"edition":"2027"}"##
            ),
            (
                revised(.merged([try id("mal"), try id("andra")], into: bare)),
                ##"{"change":{"ids":["mal","andra"],"kind":"merged","node":{"id":"mal","level":1,"networks":["Planering"],"remarks":[],"sources":[],"text":"#2","title":"#1"}},"edition":"2027"}"##
            ),
            (revised(.restored(version: 3)), ##"{"change":{"kind":"restored","version":3},"edition":"2027"}"##),
            (
                revised(wording),
                ##"{"change":{"contribution":"c1","field":"title","id":"mal","kind":"adopted","text":"#2"},"edition":"2027"}"##
            ),
            (
                try opened(true),
                ##"{"bodies":["planering"],"edition":"2027","invitation":"#1","isPublic":false,"municipalities":true,"until":"2027-03-01"}"##
            ),
            (try opened(false), ##"{"bodies":[],"edition":"2027","isPublic":true,"municipalities":false,"until":"2027-03-01"}"##),
            (
                try contributed(.invited(body: try id("planering"), municipality: try id("haninge")), true),
                ##"{"basis":"#3","edition":"2027","field":"background","id":"c1","node":"mal","proposed":"#2","sender":{"invited":{"body":"planering","municipality":"haninge"}},"text":"#1"}"##
            ),
            (
                try contributed(.invited(body: try id("planering"), municipality: nil), false),
                ##"{"edition":"2027","id":"c1","sender":{"invited":{"body":"planering"}},"text":"#1"}"##
            ),
            (
                try contributed(.anyone(name: "n1"), false),
                ##"{"edition":"2027","id":"c1","sender":{"anyone":{"name":"n1"}},"text":"#1"}"##
            ),
            (try contributed(.anyone(name: nil), false), ##"{"edition":"2027","id":"c1","sender":{"anyone":{}},"text":"#1"}"##),
            (.drafting(.released(.init(edition: edition, contribution: one))), ##"{"contribution":"c1","edition":"2027"}"##),
            (
                .drafting(.takenDown(.init(edition: edition, contribution: one, reason: .numbered(1)))),
                ##"{"contribution":"c1","edition":"2027","reason":"#1"}"##
            ),
            (
                .drafting(.answered(.init(answer: answer, change: wording))),
                ##"{"answer":{"contribution":"c1","edition":"2027","outcome":"partly","reason":"#1"},"change":{"contribution":"c1","field":"title","id":"mal","kind":"adopted","text":"#2"}}"##
            ),
            (
                .drafting(.answered(.init(answer: answer, change: nil))),
                ##"{"answer":{"contribution":"c1","edition":"2027","outcome":"partly","reason":"#1"}}"##
            ),
        ]
    }

    static func ratification() throws -> [(act: Act, json: String)] {
        let place = RatificationAct.Place(try id("2027"), 2, try id("haninge"))
        let file = Document.Attachment(commitment: Prose.numbered(5).commitment, kind: .pdf, name: .numbered(6), size: 12)
        let least = Track.Decision(outcome: .sentBack, day: try day("2027-04-05"), sources: [])
        let decision = Track.Decision(
            outcome: .adoptedWithAddition,
            day: try day("2027-04-05"),
            isLatestDay: true,
            paragraph: 45,
            text: .numbered(1),
            extract: file,
            isOnPresentedExtract: true,
            sources: sources
        )
        func proposed(_ rule: EntryRule, _ isFull: Bool) throws -> Act {
            .ratification(
                .proposed(
                    .init(
                        edition: try id("2027"),
                        number: 2,
                        text: try text(),
                        version: isFull ? 3 : nil,
                        digest: isFull ? Prose.numbered(2).commitment.hexadecimal : nil,
                        decision: isFull ? .init(body: try id("ssk"), meeting: try id("2027-02-09"), paragraph: 12) : nil,
                        rule: rule,
                        remarks: [],
                        sources: []
                    )
                )
            )
        }
        let quorum = EntryRule(
            .quorum(members: 6, populationThousandths: 750),
            at: .legalForce,
            notBefore: try day("2027-01-01"),
            restart: .thoseWithoutAdoption
        )
        func scheduled(_ remarks: [Prose]) throws -> Act {
            .ratification(
                .scheduled(
                    .init(
                        edition: try id("2027"),
                        inForceBy: try day("2027-07-01"),
                        route: [.committee, .board, .council],
                        preparationDays: 10,
                        countsLegalForce: true,
                        remarks: remarks
                    )
                )
            )
        }
        let prolonged = ProgrammeAct.Prolongation(
            edition: try id("2019"),
            to: try period("2027-06"),
            decision: .init(body: try id("ssk"), meeting: try id("2027-02-09"), paragraph: 12),
            remarks: [.numbered(1)],
            sources: sources
        )
        return [
            (
                .programme(.prolonged(prolonged)),
                ##"{"decision":{"body":"ssk","meeting":"2027-02-09","paragraph":12},"edition":"2019","remarks":["#1"],"sources":["k"],"to":"2027-06"}"##
            ),
            (
                try scheduled([.numbered(1)]),
                ##"{"countsLegalForce":true,"edition":"2027","inForceBy":"2027-07-01","preparationDays":10,"remarks":["#1"],"route":["committee","board","council"]}"##
            ),
            (
                try proposed(quorum, true),
                ##"{"decision":{"body":"ssk","meeting":"2027-02-09","paragraph":12},"digest":"#2","edition":"2027","number":2,"remarks":[],"rule":{"consent":{"kind":"quorum","members":6,"populationThousandths":750},"effect":"legal-force","notBefore":"2027-01-01","restart":"those-without-adoption"},"sources":[],"text":{"commitments":[],"frames":[],"id":"2027","levels":[{"name":"Område","plural":"Områden"}],"missing":[],"nodes":[{"ancestry":"#4","background":"#3","id":"mal","level":1,"networks":["Planering"],"officerOwner":"#6","parent":"omrade","politicalOwner":"#5","predecessors":[{"edition":"2019","node":"mal"}],"remarks":[],"serves":[{"frame":"rufs","goal":"1","reason":"#8"}],"sources":[],"text":"#2","theme":"#7","title":"#1"}],"principles":[],"remarks":[],"sources":[],"themes":[],"title":"P","validity":{"from":"2027"}},"version":3}"##
            ),
            (
                try proposed(.init(.everyMember), false),
                ##"{"edition":"2027","number":2,"remarks":[],"rule":{"consent":{"kind":"every-member"},"effect":"adoption","restart":"everyone"},"sources":[],"text":{"commitments":[],"frames":[],"id":"2027","levels":[{"name":"Område","plural":"Områden"}],"missing":[],"nodes":[{"ancestry":"#4","background":"#3","id":"mal","level":1,"networks":["Planering"],"officerOwner":"#6","parent":"omrade","politicalOwner":"#5","predecessors":[{"edition":"2019","node":"mal"}],"remarks":[],"serves":[{"frame":"rufs","goal":"1","reason":"#8"}],"sources":[],"text":"#2","theme":"#7","title":"#1"}],"principles":[],"remarks":[],"sources":[],"themes":[],"title":"P","validity":{"from":"2027"}}}"##
            ),
            (
                try proposed(.init(.everyMemberWithoutAddition), false),
                ##"{"edition":"2027","number":2,"remarks":[],"rule":{"consent":{"kind":"every-member-without-addition"},"effect":"adoption","restart":"everyone"},"sources":[],"text":{"commitments":[],"frames":[],"id":"2027","levels":[{"name":"Område","plural":"Områden"}],"missing":[],"nodes":[{"ancestry":"#4","background":"#3","id":"mal","level":1,"networks":["Planering"],"officerOwner":"#6","parent":"omrade","politicalOwner":"#5","predecessors":[{"edition":"2019","node":"mal"}],"remarks":[],"serves":[{"frame":"rufs","goal":"1","reason":"#8"}],"sources":[],"text":"#2","theme":"#7","title":"#1"}],"principles":[],"remarks":[],"sources":[],"themes":[],"title":"P","validity":{"from":"2027"}}}"##
            ),
            (
                .ratification(
                    .sent(.init(edition: try id("2027"), number: 2, municipalities: [try id("haninge"), try id("salem")]))
                ),
                ##"{"edition":"2027","municipalities":["haninge","salem"],"number":2}"##
            ),
            (
                .ratification(.registered(.init(place: place, caseNumber: "KS 2027/123"))),
                ##"{"caseNumber":"KS 2027/123","place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (
                .ratification(.prepared(.init(place: place, meeting: try day("2027-04-05")))),
                ##"{"meeting":"2027-04-05","place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (
                .ratification(.prepared(.init(place: place, meeting: nil))),
                ##"{"place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (
                .ratification(.decided(.init(place: place, decision: decision))),
                ##"{"decision":{"day":"2027-04-05","extract":{"commitment":"#5","kind":"pdf","name":"#6","size":12},"isLatestDay":true,"isOnPresentedExtract":true,"outcome":"adopted-with-addition","paragraph":45,"sources":["k"],"text":"#1"},"place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (
                .ratification(.decided(.init(place: place, decision: least))),
                ##"{"decision":{"day":"2027-04-05","outcome":"sent-back","sources":[]},"place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (
                .ratification(.extracted(.init(place: place, attachment: file))),
                ##"{"attachment":{"commitment":"#5","kind":"pdf","name":"#6","size":12},"place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (.ratification(.adjusted(place)), ##"{"edition":"2027","municipality":"haninge","number":2}"##),
            (.ratification(.posted(place)), ##"{"edition":"2027","municipality":"haninge","number":2}"##),
            (.ratification(.appealed(place)), ##"{"edition":"2027","municipality":"haninge","number":2}"##),
            (
                .ratification(.appealEnded(.init(place: place, annulled: true))),
                ##"{"annulled":true,"place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (
                .ratification(.appealEnded(.init(place: place, annulled: false))),
                ##"{"annulled":false,"place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
            (
                .ratification(.annexed(.init(place: place, annex: .init(attachment: file, text: .numbered(7))))),
                ##"{"annex":{"attachment":{"commitment":"#5","kind":"pdf","name":"#6","size":12},"text":"#7"},"place":{"edition":"2027","municipality":"haninge","number":2}}"##
            ),
        ]
    }
}
