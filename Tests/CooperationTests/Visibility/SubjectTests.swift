import FoundationEssentials
import Testing

@testable import Cooperation

@Suite("Subjects") struct SubjectTests {
    /// One of each kind that the whole sample has.
    static let known = [
        "members/haninge", "programme/2019", "frames/rufs", "organisation/ssk", "peers/nordost", "documents/avtal",
        "conferences/radslag", "conferences/radslag/2019", "statements/artikel", "priorities/leden", "priority-lists/2021",
        "plans/2021", "news/motet", "drafts/2027", "meetings/ssk/2020-02-09", "service-cards/grundskola", "own-measures/ko",
        "studies/skola", "theme-days/2024",
    ]

    /// One of each kind that it hasn't.
    static let unknown = [
        "members/vaxholm", "programme/1999", "frames/plan", "organisation/avtal", "peers/ssk", "documents/ssk",
        "conferences/2019", "conferences/radslag/2018", "conferences/konferens/2019", "statements/2021", "priorities/artikel",
        "priority-lists/leden", "plans/2019", "news/avtal", "drafts/2019", "meetings/ssk/2020-02-10", "service-cards/ko",
        "own-measures/skola", "studies/ko", "theme-days/2025",
    ]

    @Test("are written as they are read, also as JSON", arguments: known + unknown + ["frames/rufs-2050"])
    func texts(_ text: String) throws {
        let subject = try #require(Subject(text))
        #expect(subject.text == text)
        let json = Data("[\"\(text)\"]".utf8)
        #expect(try JSONDecoder().decode([Subject].self, from: json) == [subject])
        #expect(String(decoding: try canonicalJSON([subject]), as: UTF8.self) == "[\"\(text)\"]")
    }

    @Test("every kind has a text of its own, and comes back as the same kind")
    func kinds() throws {
        let name = "a-1"
        let all: [Subject] = [
            .municipality(try id(name)), .edition(try id(name)), .outerFrame(try id(name)), .body(try id(name)),
            .peer(try id(name)), .document(try id(name)), .series(try id(name)), .conference(try id(name), try id(name)),
            .statement(try id(name)), .priority(try id(name)), .priorityList(try id(name)), .plan(try id(name)),
            .newsItem(try id(name)), .draft(try id(name)), .meeting(try id(name), try id(name)),
            .serviceCard(try id(name)), .ownMeasure(try id(name)), .study(try id(name)), .themeDay(try id(name)),
        ]
        #expect(Set(all.map(\.text)).count == all.count)
        for subject in all { #expect(Subject(subject.text) == subject) }
        // Those of the sample are one of each kind, or a kind would be tried nowhere.
        let firsts = { (texts: [String]) in Set(texts.map { "\($0.split(separator: "/").count)\($0.split(separator: "/")[0])" }) }
        #expect(firsts(Self.known) == firsts(all.map(\.text)) && firsts(Self.unknown) == firsts(all.map(\.text)))
    }

    @Test(
        "and as nothing else",
        arguments: [
            "", "/", "members", "members/", "members/Haninge", "members/a/b", "seats/haninge", "/haninge", "organisation",
            "organisation/", "organisation/a/b", "organisation/Ä", "peers/a/", "documents//", "documents/a/2019", "conferences",
            "conferences/", "conferences//2019", "conferences/radslag/", "conferences/radslag/2019/",
            "conferences/radslag/2019/a",
            "conferences/Rådslag/2019", "conferences/radslag/Å", "statements/a b", "priorities/a/1", "priority-lists/",
            "prioritylists/a", "plans/2021/driva", "Plans/2021", "plan/2021", " plans/2021", "news/", "news/a/b", "plans/2021 ",
            "plans/2021\n", "drafts", "drafts/", "drafts/2027/1", "draft/2027", "meetings", "meetings/ssk", "meetings/ssk/",
            "meetings//2020", "meetings/ssk/2020/12", "meetings/Ssk/2020",
        ]
    )
    func noSubjects(_ text: String) throws {
        #expect(Subject(text) == nil)
        let json = try JSONEncoder().encode([text])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Subject].self, from: json) }
    }

    @Test("each act says what it is about")
    func acts() throws {
        let expected: [String: Set<String>] = [
            "settings.agreed": [], "members.registered": ["members/haninge"], "members.joined": ["members/haninge"],
            "members.associated": ["members/haninge"], "members.left": ["members/haninge"],
            "members.population-recorded": ["members/haninge"], "programme.recorded": ["programme/2019"],
            "programme.entered-into-force": ["programme/2019"], "programme.extended": ["programme/2019"],
            "programme.served": ["programme/2019", "frames/rufs"], "frames.recorded": ["frames/rufs"],
            "organisation.body-recorded": ["organisation/ssk"], "organisation.presidency-recorded": ["organisation/ssk"],
            "organisation.assignment-ended": ["organisation/ssk", "programme/2019"],
            "organisation.assigned": ["organisation/ssk", "programme/2019"], "organisation.seen": ["organisation/ssk"],
            "organisation.closed": ["organisation/ssk"], "organisation.seat-established": ["organisation/ssk"],
            "organisation.seat-taken": ["organisation/ssk"], "organisation.seat-left": ["organisation/ssk"],
            "organisation.deputy-appointed": ["organisation/ssk"], "organisation.seat-closed": ["organisation/ssk"],
            "organisation.peer-recorded": ["peers/nordost"],
            "documents.recorded": ["documents/avtal"], "documents.attached": ["documents/avtal"],
            "documents.detached": ["documents/avtal"], "conferences.series-recorded": ["conferences/radslag"],
            "conferences.rules-agreed": ["conferences/radslag"],
            "conferences.conference-recorded": ["conferences/radslag", "conferences/radslag/2019"],
            "advocacy.statement-made": ["statements/yttrande"], "advocacy.priority-recorded": ["priorities/leden"],
            "advocacy.priority-renamed": ["priorities/leden"], "advocacy.outcome-noted": ["priorities/leden"],
            "advocacy.list-agreed": ["priority-lists/2021"], "planning.plan-recorded": ["plans/2021"],
            "planning.activity-reported": ["plans/2021"], "planning.year-followed-up": ["plans/2021"],
            "news.published": ["news/motet"], "programme.prolonged": ["programme/2019"],
            "meetings.recorded": ["meetings/ssk/2027-02-09"], "meetings.decided": ["meetings/ssk/2027-02-09"],
            "drafting.begun": ["drafts/2027"], "drafting.revised": ["drafts/2027"], "drafting.opened": ["drafts/2027"],
            "drafting.contributed": ["drafts/2027"], "drafting.released": ["drafts/2027"],
            "drafting.taken-down": ["drafts/2027"], "drafting.answered": ["drafts/2027"],
            "ratification.scheduled": ["programme/2027"], "ratification.proposed": ["programme/2027"],
            "ratification.sent": ["programme/2027"], "ratification.registered": ["programme/2027", "members/haninge"],
            "ratification.prepared": ["programme/2027", "members/haninge"],
            "ratification.decided": ["programme/2027", "members/haninge"],
            "ratification.extracted": ["programme/2027", "members/haninge"],
            "ratification.adjusted": ["programme/2027", "members/haninge"],
            "ratification.posted": ["programme/2027", "members/haninge"],
            "ratification.appealed": ["programme/2027", "members/haninge"],
            "ratification.appeal-ended": ["programme/2027", "members/haninge"],
            "ratification.annexed": ["programme/2027", "members/haninge"], "visibility.withdrawn": [], "visibility.restored": [],
            "record.struck": [], "comparisons.card-recorded": ["service-cards/grundskola"],
            "comparisons.card-retired": ["service-cards/grundskola"],
            "comparisons.own-measure-recorded": ["own-measures/ko"], "comparisons.own-value-recorded": ["own-measures/ko"],
            "comparisons.study-begun": ["studies/skola"], "comparisons.measures-chosen": ["studies/skola"],
            "comparisons.peers-chosen": ["studies/skola"], "comparisons.study-analysed": ["studies/skola"],
            "comparisons.study-proposed": ["studies/skola"], "comparisons.study-presented": ["studies/skola"],
            "comparisons.study-decided": ["studies/skola"], "comparisons.study-followed-up": ["studies/skola"],
            "comparisons.study-ended": ["studies/skola"], "comparisons.case-chosen": ["studies/skola"],
            "comparisons.case-asked": ["studies/skola"], "comparisons.case-answered": ["studies/skola"],
            "comparisons.theme-day-recorded": ["theme-days/2027"],
        ]
        var tried: Set<String> = []
        for act in try ActCodingTests.acts() {
            // Crossings are told below, and a correction is about what it says instead.
            if case .notice = act { continue }
            if case .record(.corrected(let correction)) = act {
                #expect(act.subjects == correction.replacement.subjects, "\(correction.replacement.kind)")
                continue
            }
            tried.insert(act.kind)
            if case .visibility(let change) = act {
                #expect(act.subjects == [change.subject], "\(act.kind)")
                continue
            }
            let subjects = Set(act.subjects.map(\.text))
            // A figure for all together is about none.
            if case .members(.populationRecorded(let figure)) = act, figure.municipality == nil {
                #expect(subjects.isEmpty)
                continue
            }
            #expect(subjects == expected[act.kind], "\(act.kind)")
        }
        #expect(tried == Set(expected.keys))
        #expect(tried.union(["notice.crossed", "record.corrected"]) == Set(Act.forms.keys), "a kind is told nowhere")
    }

    @Test(
        "each crossing too",
        arguments: [
            ("edition-period-ended/2019", "programme/2019"), ("frame-period-ended/rufs", "frames/rufs"),
            ("document-period-ended/avtal", "documents/avtal"), ("news-published/motet/2024-05-01", "news/motet"),
            ("edition-in-force/2027/2027-05-01", "programme/2027"),
            ("legal-force/2027/1/haninge/2027-05-01", "programme/2027"),
        ]
    )
    func crossings(_ text: String, _ subject: String) throws {
        let crossing = try #require(Crossing(text))
        #expect(Act.notice(.crossed(.init(crossing: crossing))).subjects.map(\.text) == [subject])
    }
}

extension VisibilityAct {
    fileprivate var subject: Subject {
        switch self {
        case .withdrawn(let change), .restored(let change): change.subject
        }
    }
}
