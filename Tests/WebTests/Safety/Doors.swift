import Cooperation
import HTTPTypes
import Markup
import Registry
import Testing

@testable import Journal
@testable import Web

/// Who may pass each of the site's doors: a line for every route, with an example of its address.
///
/// Written by hand and from no table in the program, so that a permission that is widened by mistake is seen here.
struct Door: Sendable, CustomTestStringConvertible {
    /// Who may, and what they are answered.
    enum Rule: Sendable {
        /// Everybody there is.
        case everybody
        /// All who have signed in.
        case signedIn
        /// Those at some stage of the way in; all others are led elsewhere.
        case stage([Cast.Part])
        /// Those with some roles, also deputies for them; whether with a fresh second factor.
        case roles([Cast.Part], fresh: Bool)
    }

    let method: HTTPRequest.Method
    /// With `{leader}` where the id of the development leader is to stand, and so on.
    let target: String
    let rule: Rule
    /// What those who may are answered, for a form with nothing in it but its marks.
    let status: Int

    var testDescription: String { "\(method.rawValue) \(target)" }

    private static func read(_ target: String, _ rule: Rule = .everybody, _ status: Int = 200) -> Door {
        Door(method: .get, target: target, rule: rule, status: status)
    }

    private static func send(_ target: String, _ rule: Rule, _ status: Int = 422) -> Door {
        Door(method: .post, target: target, rule: rule, status: status)
    }

    /// The form and what is sent from it.
    private static func form(_ target: String, _ rule: Rule) -> [Door] { [read(target, rule), send(target, rule)] }

    // MARK: Groups

    private typealias Parts = [Cast.Part]
    private static let secretariat: Parts = [.developmentLeader, .deputy, .administrator]
    private static let keepers: Parts = secretariat + [.systemAdministrator]
    private static let registrars: Parts = [.registrar, .otherRegistrar]
    /// Those who see who sits where.
    private static let seers: Parts =
        keepers + registrars + [.chair, .otherChair, .viceChair, .member, .convener, .otherConvener]
    private static let factorless: Parts = [
        .seatless, .chair, .otherChair, .viceChair, .member, .substitute, .guest, .convener, .otherConvener,
    ]
    private static let signedIn = Cast.Part.allCases.filter(\.isSignedIn)
    private static let trusted = Rule.roles([.developmentLeader, .deputy, .systemAdministrator], fresh: true)
    private static let accounts = Rule.roles(keepers, fresh: true)
    private static let people = Rule.roles(keepers + registrars, fresh: false)
    private static let haninge = Rule.roles(keepers + [.registrar], fresh: false)
    private static let tyreso = Rule.roles(keepers + [.otherRegistrar], fresh: false)
    private static let everywhere = Rule.roles(keepers, fresh: false)

    // MARK: Lines

    static let all: [Door] = [
        pages, sent, waysIn, own, persons, seats, changes, bodies, municipalities, papers, drafts, rounds, corrections, meetings,
        comparisons, last,
    ].flatMap { $0 }

    /// What everybody reads.
    private static let pages: [Door] = [
        read("/"), read("/program"), read("/program/2019"), read("/program/2019/infrastruktur"), read("/plan"),
        read("/plan/2021"), read("/kommuner"), read("/kommuner/haninge"), read("/organisation"),
        read("/organisation/andra-samarbeten"), read("/organisation/samarbetskommitten"), read("/natverk"),
        read("/natverk/planeringschefer"), read("/dokument"), read("/dokument/samarbetsavtal"),
        read("/dokument/samarbetsavtal/filer/{file}"), read("/konferenser"), read("/konferenser/radslag"),
        read("/konferenser/radslag/2010"), read("/paverkan"), read("/paverkan/tvarforbindelse-sodertorn"),
        read("/yttranden"), read("/yttranden/2022-nationell-plan"), read("/jamforelser"), read("/jamforelser/N15419"),
        read("/jamforelser/forbattringar"), read("/jamforelser/forbattringar/grundskola/jarfalla", .everybody, 404),
        read("/jamforelser/kommuner/haninge"),
        read("/sok"), read("/om"), read("/oppna-data"), read("/tillganglighet"), read("/tillganglighet/tack"),
        read("/nyheter"), read("/nyheter/prov"), read("/historik"), read("/halsa"),
        read("/moten"), read("/moten/samarbetskommitten"), read("/moten/samarbetskommitten/2026-11-20"), read("/beslut"),
        read("/beslut/samarbetskommitten/2026-11-20/12"), read("/ratificering/2027/tidplan"),
    ]

    /// What everybody sends.
    private static let sent: [Door] = [
        send("/tillganglighet", .everybody), send("/logga-in", .everybody), send("/logga-in/lank/{link}", .everybody, 410),
    ]

    /// The way in.
    private static let waysIn: [Door] = [
        read("/logga-in", .stage([.anyone, .needsPassword, .needsFactor, .needsEnrolment])),
        read("/logga-in/lank/{link}", .everybody, 410),
        read("/logga-in/losenord", .stage([.needsPassword] + signedIn)),
        send("/logga-in/losenord", .stage([.needsPassword] + signedIn)),
        read("/logga-in/kod", .stage([.needsFactor])),
        send("/logga-in/kod", .stage([.needsFactor])),
        send("/logga-in/ny-app", .stage([.needsFactor]), 200),
        read("/logga-in/tvafaktor", .stage([.needsEnrolment] + factorless)),
        send("/logga-in/tvafaktor", .stage([.needsEnrolment] + factorless)),
        read("/logga-in/bekrafta", .signedIn),
        send("/logga-in/bekrafta", .signedIn),
    ]

    /// One's own.
    private static let own: [Door] = [
        read("/arbete", .signedIn), send("/arbete/plats", .signedIn, 403), read("/arbete/konto", .signedIn),
        // A draft that isn't there is thrown away already.
        send("/arbete/utkast/00000000000000000000000000000000/kasta", .signedIn, 303),
    ]

    /// People and their way in: of the secretariat, with a seat in Haninge, and with none.
    private static let persons: [Door] = [
        [
            read("/arbete/personer", .roles(seers, fresh: false)),
            read("/arbete/personer/{leader}", .roles(seers, fresh: false)),
            read("/arbete/personer/{leader}/lank", accounts, 303), read("/arbete/personer/{leader}/konto", accounts, 303),
            read("/arbete/personer/{member}/tvafaktor", accounts, 303),
            send("/arbete/personer/{leader}/lank", accounts, 200),
            send("/arbete/personer/{leader}/konto", accounts, 303),
            // Not the leader's, who asks for a new second factor above: two who confirm would give one.
            send("/arbete/personer/{member}/tvafaktor", accounts, 303),
        ],
        form("/arbete/personer/ny", people), form("/arbete/personer/{member}/andra", haninge),
        form("/arbete/personer/{seatless}/andra", people), form("/arbete/personer/{leader}/andra", everywhere),
        form("/arbete/personer/{leader}/ta-bort", accounts),
    ].flatMap { $0 }

    /// Seats: of a committee, of a municipality's own body, of a network, and those that open the system.
    private static let seats: [Door] = [
        [
            read("/organisation/samarbetskommitten/platser", .roles(seers, fresh: false)),
            read("/natverk/planeringschefer/platser", .roles(seers, fresh: false)),
            read("/organisation/samarbetskommitten/platser/prov-member", haninge),
            read("/organisation/samarbetskommitten/platser/prov-vicechair", tyreso),
            read("/organisation/kansliet/platser/prov-administrator", trusted),
            read("/organisation/kommunstyrelsen-haninge/platser/prov-registrar", trusted),
            read("/natverk/planeringschefer/platser/prov-convener", everywhere),
        ],
        form("/organisation/samarbetskommitten/platser/alla", .roles(secretariat, fresh: false)),
        form("/natverk/planeringschefer/platser/alla", .roles(secretariat, fresh: false)),
        form("/organisation/samarbetskommitten/platser/ny", everywhere),
        form("/organisation/kommunstyrelsen-haninge/platser/ny", haninge),
        form("/natverk/planeringschefer/platser/ny", everywhere),
    ].flatMap { $0 }

    /// What can be done with each of those seats.
    private static let changes: [Door] = ["byt", "stallforetradare", "lamna", "avsluta"].flatMap { (last: String) -> [Door] in
        let doors: [[Door]] = [
            form("/organisation/samarbetskommitten/platser/prov-member/\(last)", haninge),
            form("/organisation/samarbetskommitten/platser/prov-vicechair/\(last)", tyreso),
            form("/organisation/kansliet/platser/prov-administrator/\(last)", trusted),
            form("/organisation/kommunstyrelsen-haninge/platser/prov-registrar/\(last)", trusted),
            form("/natverk/planeringschefer/platser/prov-convener/\(last)", everywhere),
        ]
        return doors.flatMap { $0 }
    }

    private static let office = Rule.roles(secretariat, fresh: false)
    private static let committee = Rule.roles(secretariat + [.chair], fresh: false)
    private static let board = Rule.roles(secretariat + [.registrar], fresh: false)
    private static let network = Rule.roles(secretariat + [.convener], fresh: false)

    /// What is recorded of a committee, of a municipality's own body, and of a network.
    private static let bodies: [Door] = [
        form("/organisation/ny", office), form("/natverk/ny", office),
        form("/organisation/samarbetskommitten/andra", committee), form("/organisation/kommunstyrelsen-haninge/andra", board),
        form("/natverk/planeringschefer/andra", network), form("/organisation/ledningsgruppen/avsluta", office),
        form("/natverk/planeringschefer/avsluta", office), form("/organisation/samarbetskommitten/ordforande", committee),
        form("/natverk/planeringschefer/ordforande", network), form("/organisation/samarbetskommitten/uppdrag", committee),
        form("/natverk/planeringschefer/uppdrag", network),
        form("/natverk/planeringschefer/uppdrag/2019/infrastruktur/avsluta", network),
        [
            // No committee works with a part of the programme, and only what has ended is taken up again.
            read("/organisation/samarbetskommitten/uppdrag/2019/infrastruktur/avsluta", committee, 404),
            send("/organisation/samarbetskommitten/uppdrag/2019/infrastruktur/avsluta", committee),
            read("/organisation/samarbetskommitten/ta-upp", office, 404), send("/organisation/samarbetskommitten/ta-upp", office),
            read("/natverk/planeringschefer/ta-upp", office, 404), send("/natverk/planeringschefer/ta-upp", office),
        ],
    ].flatMap { $0 }

    /// What is recorded of municipalities.
    private static let municipalities: [Door] = [
        form("/kommuner/ny", office), form("/kommuner/haninge/andra", board), form("/kommuner/haninge/folkmangd", board),
        form("/kommuner/haninge/medlemskap", office),
    ].flatMap { $0 }

    /// Documents and their files, and news.
    private static let papers: [Door] = [
        form("/dokument/ny", office), form("/dokument/samarbetsavtal/andra", office),
        form("/dokument/samarbetsavtal/bifoga", office), form("/dokument/samarbetsavtal/filer/{file}/ta-bort", office),
        form("/nyheter/ny", office), form("/nyheter/prov/andra", office),
    ].flatMap { $0 }

    private static let readers = Rule.roles(
        secretariat + registrars + [.chair, .otherChair, .viceChair, .member, .substitute, .convener, .otherConvener],
        fresh: false
    )

    /// The programme while it is being written; the cast's draft is open to everybody.
    private static let drafts: [Door] = [
        form("/program/ny", office), form("/program/2027/utkast/framsida", office), form("/program/2027/utkast/ny-del", office),
        form("/program/2027/utkast/infrastruktur/dela", office), form("/program/2027/utkast/infrastruktur/ta-bort", office),
        form("/program/2027/utkast/sla-ihop", office), form("/program/2027/utkast/inbjudan", office),
        form("/program/2027/utkast/synpunkter/\(Cast.contribution)/ta-bort", office),
        form("/program/2027/utkast/synpunkter/\(Cast.contribution)/besvara", office),
        form("/program/2027/utkast/synpunkt", .everybody), form("/program/2027/utkast/infrastruktur/synpunkt", .everybody),
        [
            read("/program/2027/utkast"), read("/program/2027/utkast/jamfor"), read("/program/2027/utkast/tack"),
            read("/program/2027/synpunkter"), read("/program/2027/utkast/versioner", readers),
            read("/program/2027/utkast/versioner/1", readers), read("/program/2027/utkast/kontroll", office),
            read("/program/2027/utkast/synpunkter", office),
            // A form that merges, and in which nothing must be answered: all of it has been emptied by somebody else.
            read("/program/2027/utkast/infrastruktur/andra", office),
            send("/program/2027/utkast/infrastruktur/andra", office, 409),
            // What is at the top, alone there, or as it is already stays so.
            read("/program/2027/utkast/overgripande-mal/flytta", office),
            send("/program/2027/utkast/overgripande-mal/flytta", office, 303),
            send("/program/2027/utkast/overgripande-mal/upp", office, 303),
            send("/program/2027/utkast/overgripande-mal/ner", office, 303),
            read("/program/2027/utkast/versioner/1/aterstall", office),
            send("/program/2027/utkast/versioner/1/aterstall", office, 303),
            // What has been let through already is not let through again.
            send("/program/2027/utkast/synpunkter/\(Cast.contribution)/slapp", office, 303),
        ],
    ].flatMap { $0 }

    /// The boards' decisions on a proposal: read by everybody, recorded by the municipality's registrar or the secretariat.
    private static let rounds: [Door] = {
        let address = "/ratificering/\(RoundExample.edition)"
        let pages = [
            "/ratificering", address, "\(address)/text", "\(address)/1/text", "\(address)/haninge", "\(address)/1/haninge",
            "\(address)/1/haninge/filer/{paper}", "\(address)/1/haninge/handlingar", "\(address)/1/haninge/bilagor/{annex}",
        ]
        let forms = TrackStep.allCases.flatMap { step in
            form("\(address)/haninge/\(step.rawValue)", board) + form("\(address)/salem/\(step.rawValue)", office)
        }
        // The site of the tests has none of the programs that make documents.
        let files = ["handlingar/missiv.pdf", "handlingar.zip"].map { read("\(address)/1/haninge/\($0)", .everybody, 503) }
        // What becomes of a decision is recorded also of a proposal with a number.
        let numbered = TrackStep.allCases.filter(\.isOfDecision).flatMap { form("\(address)/1/haninge/\($0.rawValue)", board) }
        return pages.map { read($0) } + files + forms + numbered
            + form("\(address)/haninge/bilaga", board) + form("\(address)/1/haninge/bilaga", board)
            + [read("/arbete/utskick", everywhere)]
    }()

    /// What the record says, what the public may see of it, and what the cooperation has agreed.
    private static let corrections: [Door] = [
        form("/historik/2/ratta", .roles(secretariat, fresh: true)), form("/historik/2/stryk", .roles(secretariat, fresh: true)),
        // What stands on a track is for its municipality's registrar too, and for no other's; what is about the round for no registrar.
        form("/historik/{on-haninge}/ratta", .roles(secretariat + [.registrar], fresh: true)),
        form("/historik/{on-haninge}/stryk", .roles(secretariat + [.registrar], fresh: true)),
        form("/historik/{on-tyreso}/ratta", .roles(secretariat + [.otherRegistrar], fresh: true)),
        form("/historik/{on-salem}/stryk", .roles(secretariat, fresh: true)),
        form("/historik/{on-round}/stryk", .roles(secretariat, fresh: true)),
        form("/om/andra", .roles([.developmentLeader, .deputy], fresh: true)), [read("/arbete/synlighet", office)],
        form("/arbete/synlighet/dra-tillbaka/documents/samarbetsavtal", office),
        form("/arbete/synlighet/visa/documents/samarbetsavtal", office),
        form("/arbete/synlighet/dra-tillbaka/conferences/radslag/2010", office),
        form("/arbete/synlighet/visa/conferences/radslag/2010", office),
    ].flatMap { $0 }

    private static let planners = Rule.roles(
        secretariat + registrars + [.chair, .otherChair, .convener, .otherConvener],
        fresh: false
    )

    /// Meetings and their decisions, and what a round of decisions is planned, locked and sent by.
    private static let meetings: [Door] = [
        // Without a body it is about one's own.
        form("/moten/ny", planners), form("/moten/samarbetskommitten/2026-11-20/andra", committee),
        form("/moten/kommunstyrelsen-haninge/2026-12-14/andra", board), form("/moten/kommunstyrelsen-haninge/kalender", board),
        form("/moten/samarbetskommitten/2026-11-20/beslut/ny", office),
        form("/beslut/samarbetskommitten/2026-11-20/12/andra", office), form("/ratificering/2027/tidplan/andra", office),
        form("/ratificering/2027/las", .roles([.developmentLeader, .deputy], fresh: true)),
        form("/ratificering/2027/skicka", office), form("/program/2019/forlang", office),
    ].flatMap { $0 }

    /// Those who carry out what the finance directors' network is responsible for.
    private static let comparers = Rule.roles(secretariat + [.otherConvener], fresh: false)
    /// Those who may begin something for a body of their own.
    private static let beginners = Rule.roles(
        secretariat + [.chair, .otherChair, .convener, .otherConvener],
        fresh: false
    )

    /// What is made of the statistics.
    private static let comparisons: [Door] = {
        let study = "/jamforelser/studier/prov"
        let pages = [
            "/jamforelser/studier", study, "/jamforelser/temadag/prov", "/jamforelser/tjanstekort",
            "/jamforelser/tjanstekort/prov", "/jamforelser/egna-matt", "/jamforelser/egna-matt/prov",
        ]
        let steps = [
            "andra", "matt", "kommuner", "analys", "forslag", "temadag", "beslut", "uppfoljning", "avsluta", "exempel/ny",
            "exempel/prov/fraga",
        ]
        return pages.map { read($0) } + steps.flatMap { form("\(study)/\($0)", comparers) }
            + form("\(study)/exempel/prov/svar", .roles(secretariat + [.otherConvener, .registrar], fresh: false))
            + form("/jamforelser/studier/ny", beginners) + form("/jamforelser/temadag/ny", beginners)
            + form("/jamforelser/tjanstekort/ny", beginners)
            + ["andra", "punkt/ny", "punkt/1/andra"].flatMap { form("/jamforelser/temadag/prov/\($0)", comparers) }
            + ["andra", "ta-ur-bruk"].flatMap { form("/jamforelser/tjanstekort/prov/\($0)", comparers) }
            + form("/jamforelser/egna-matt/ny", .roles(secretariat + registrars, fresh: false))
            + ["andra", "varde"].flatMap {
                form("/jamforelser/egna-matt/prov/\($0)", .roles(secretariat + [.registrar], fresh: false))
            }
    }()

    /// What ends sessions or shows secrets.
    private static let last: [Door] = [
        send("/arbete/konto/reservkoder", .signedIn, 0), send("/arbete/konto/logga-ut", .signedIn, 303),
        send("/logga-ut", .everybody, 303),
    ]

    /// The routes that end the sender's own session or sessions, and so can't be tried with everybody in one go.
    var endsSessions: Bool { target == "/logga-ut" || target.hasPrefix("/arbete/konto/") && method == .post }

    /// The address with what only the site knows.
    func address(_ cast: Cast) throws -> String {
        var text = target
        let marks: [(String, Cast.Part)] = [
            ("{leader}", .developmentLeader), ("{member}", .member), ("{seatless}", .seatless),
        ]
        for (mark, part) in marks where text.holds(mark) {
            text = text.replacingAll(mark, with: try cast.player(part).person.id.text)
        }
        if text.holds("{file}") {
            let attached = cast.site.registrar.snapshot.timeline.latestAttachment
            text = text.replacingAll("{file}", with: try #require(attached?.figures))
        }
        if text.holds("{annex}") {
            let (edition, haninge) = (Edition.ID(RoundExample.edition), Municipality.ID("haninge"))
            let round = cast.site.registrar.snapshot.cooperation.ratification[try #require(edition)]
            let annex = round?.current?[try #require(haninge)]?.annexes.last
            text = text.replacingAll("{annex}", with: try #require(annex?.fact.attachment.figures))
        }
        for municipality in ["haninge", "tyreso", "salem"] where text.holds("{on-\(municipality)}") {
            let position = cast.site.registrar.snapshot.timeline.firstPosition {
                $0.trackPlace?.municipality.text == municipality
            }
            text = text.replacingAll("{on-\(municipality)}", with: "\(try #require(position))")
        }
        if text.holds("{on-round}") {
            let position = cast.site.registrar.snapshot.timeline.firstPosition {
                if case .ratification(.sent) = $0 { true } else { false }
            }
            text = text.replacingAll("{on-round}", with: "\(try #require(position))")
        }
        if text.holds("{paper}") {
            let paper = cast.site.registrar.snapshot.timeline.latestPaper
            text = text.replacingAll("{paper}", with: try #require(paper?.figures))
        }
        return text.replacingAll("{link}", with: String(repeating: "A", count: 43))
    }

    // MARK: What is expected

    /// What somebody is answered.
    enum Expected: Equatable {
        case status(Int)
        /// To the way in, at this step of it.
        case signIn(String)
        /// Somewhere, but not here.
        case elsewhere
    }

    /// Those that it is tried with: everybody in the long run; on an ordinary day those who may, and some of the others.
    var askers: [Cast.Part] {
        if Effort.isFull { return Cast.Part.allCases }
        if case .everybody = rule { return [.anyone, .needsFactor, .seatless, .developmentLeader] }
        return Cast.Part.allCases.enumerated().filter { number, part in
            mayPass(part) || part.whenFresh.map(mayPass) ?? false || (number + target.utf8.count) % 3 == 0
        }.map(\.element)
    }

    /// Whether somebody may pass.
    func mayPass(_ part: Cast.Part) -> Bool {
        switch rule {
        case .everybody: true
        case .signedIn: part.isSignedIn
        case .stage(let parts): parts.contains(part)
        case .roles(let parts, let fresh): parts.contains(part) || !fresh && part.whenFresh.map(parts.contains) ?? false
        }
    }

    /// What somebody is answered who reads, or sends a form that is theirs.
    func expected(of part: Cast.Part) -> Expected {
        if mayPass(part) { return .status(status) }
        switch rule {
        case .everybody, .stage: return .elsewhere
        case .signedIn: return .signIn("/logga-in?")
        case .roles(let parts, _):
            guard part.isSignedIn else { return .signIn("/logga-in?") }
            return part.whenFresh.map(parts.contains) ?? false ? .signIn("/logga-in/bekrafta?") : .status(403)
        }
    }

    /// Whether a reply is what was expected.
    func agrees(_ reply: Reply, _ answer: Expected) -> Bool {
        switch answer {
        case .status(0): reply.status == .ok || reply.leadsToSignIn || reply.status == .conflict
        case .status(303): reply.status == .seeOther && (!reply.leadsToSignIn || target == "/logga-ut")
        case .status(let code): reply.status.code == code
        case .signIn(let step): reply.status == .seeOther && reply.location?.hasPrefix(step) ?? false
        case .elsewhere: reply.status == .seeOther
        }
    }
}

extension Timeline {
    /// The latest file that has been attached to a document.
    fileprivate var latestAttachment: Document.Attachment? {
        (1...count).reversed().lazy.compactMap { number in
            if case .documents(.attached(let attaching))? = self[Position(Int64(number))]?.act {
                attaching.attachment
            } else {
                nil
            }
        }.first
    }

    /// The place of the first act that a condition holds for.
    fileprivate func firstPosition(_ isWanted: (Act) -> Bool) -> Int64? {
        (1...count).lazy.map { Int64($0) }.first { self[Position($0)].map { isWanted($0.act) } ?? false }
    }

    /// The latest file that came to a municipality's track.
    fileprivate var latestPaper: Document.Attachment? {
        (1...count).reversed().lazy.compactMap { self[Position(Int64($0))]?.act.attachment }.first
    }
}

extension Cast {
    /// The eight of Södertörn, with everybody there, and a document that has a file.
    static func sodertorn() async throws -> Cast {
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        let document = try #require(Document.ID("samarbetsavtal"))
        let file = Array("%PDF-1.7\nett avtal\nstartxref\n9\n%%EOF\n".utf8)
        _ = try await site.registrar.perform(
            AttachFile(document, name: "Avtal.pdf", bytes: file, remarks: []),
            happened: .day(site.now.swedishDay),
            as: .importer
        )
        let today = site.now.swedishDay
        try await site.beginRound()
        try await site.beginComparing()
        let news = PublishNews(id: try #require(NewsItem.ID("prov")), title: "Prov", lead: "En nyhet.", from: today)
        _ = try await site.registrar.perform(news, happened: .day(today), as: .importer)
        try await openDraft(site)
        let round = try await RoundExample(site)
        try await round.record(AttachAnnex(round.place("haninge"), name: "Bilaga.pdf", bytes: RoundExample.pdf, text: "Bilagan."))
        try await round.decide("haninge", withExtract: true)
        return try await Cast(site)
    }

    /// What somebody has said of the cast's draft, and been let through.
    static let contribution = String(repeating: "0", count: 31) + "1"

    /// Opens the draft of the round to everybody, with a comment.
    private static func openDraft(_ site: Exhibit) async throws {
        let (day, edition) = (site.now.swedishDay, try #require(Edition.ID("2027")))
        let open = OpenDraft(edition, bodies: [], municipalities: false, isPublic: true, until: day.adding(days: 30))
        let id = try #require(Contribution.ID(contribution))
        let contribute = Contribute(
            edition,
            id: id,
            on: Edition.Node.ID("infrastruktur"),
            text: "Prov",
            from: .anyone(name: nil)
        )
        let requests: [any Request] = [open, contribute, ReleaseContribution(edition, id)]
        _ = try await site.registrar.perform(requests.map { .init($0, .day(day)) }, as: .importer)
    }
}
