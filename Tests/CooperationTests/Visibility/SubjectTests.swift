import FoundationEssentials
import Testing

@testable import Cooperation

@Suite("Subjects") struct SubjectTests {
    /// One of each kind that the whole sample has.
    static let known = [
        "members/haninge", "programme/2019", "frames/rufs", "organisation/ssk", "peers/nordost", "documents/avtal",
        "conferences/radslag", "conferences/radslag/2019", "statements/artikel", "priorities/leden", "priority-lists/2021",
        "plans/2021",
    ]

    /// One of each kind that it hasn't.
    static let unknown = [
        "members/vaxholm", "programme/1999", "frames/plan", "organisation/avtal", "peers/ssk", "documents/ssk",
        "conferences/2019", "conferences/radslag/2018", "conferences/konferens/2019", "statements/2021", "priorities/artikel",
        "priority-lists/leden", "plans/2019",
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
            "prioritylists/a", "plans/2021/driva", "Plans/2021", "plan/2021", " plans/2021", "plans/2021 ", "plans/2021\n",
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
            "organisation.assigned": ["organisation/ssk", "programme/2019"], "organisation.seen": ["organisation/ssk"],
            "organisation.closed": ["organisation/ssk"], "organisation.peer-recorded": ["peers/nordost"],
            "documents.recorded": ["documents/avtal"], "conferences.series-recorded": ["conferences/radslag"],
            "conferences.rules-agreed": ["conferences/radslag"],
            "conferences.conference-recorded": ["conferences/radslag", "conferences/radslag/2019"],
            "advocacy.statement-made": ["statements/yttrande"], "advocacy.priority-recorded": ["priorities/leden"],
            "advocacy.priority-renamed": ["priorities/leden"], "advocacy.outcome-noted": ["priorities/leden"],
            "advocacy.list-agreed": ["priority-lists/2021"], "planning.plan-recorded": ["plans/2021"],
            "planning.activity-reported": ["plans/2021"], "planning.year-followed-up": ["plans/2021"],
            "visibility.withdrawn": [], "visibility.restored": [], "record.struck": [],
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
            ("document-period-ended/avtal", "documents/avtal"),
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
