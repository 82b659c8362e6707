import FoundationEssentials
import Testing

@testable import Cooperation

/// Acts with everything filled in and with as little as can be, and the JSON that journals hold of them for ever.
///
/// `#1` stands for the commitment to the text with that number. A line here is never changed; a field that is added is optional, and
/// absent from these.
enum StoredForm {
    private static let sources = [Source("https://example.se/a"), Source("Avtalet, å ä ö")]
    private static let details = [Detail(text: .numbered(3), sources: [Source("k")]), Detail(text: .numbered(4), sources: [])]
    private static let tail =
        ##""details":[{"sources":["k"],"text":"#3"},{"sources":[],"text":"#4"}]"##
    private static let written = ##""sources":["https://example.se/a","Avtalet, å ä ö"]"##

    /// Each act and its payload.
    static func table() throws -> [(act: Act, json: String)] {
        try organisation() + seats() + documents() + conferences() + advocacy() + planning() + news() + settings() + notices()
            + meetings() + drafting() + ratification() + comparisons()
    }

    private static func organisation() throws -> [(act: Act, json: String)] {
        let full = Body.Facts(
            id: try id("ssk"),
            kind: .managementGroup,
            name: "Samarbetskommittén",
            municipality: try id("haninge"),
            municipalityIsInferred: true,
            composition: .numbered(1),
            purpose: .numbered(2),
            meetingsPerYear: 6,
            worksFor: try id("lg"),
            details: details,
            missing: [.numbered(5)],
            remarks: [.numbered(6)],
            sources: sources
        )
        let least = Body.Facts(
            id: try id("ssk"),
            kind: .committee,
            name: "S",
            municipality: nil,
            municipalityIsInferred: nil,
            composition: nil,
            purpose: nil,
            meetingsPerYear: nil,
            worksFor: nil,
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
        let peer = Peer(
            id: try id("nordost"),
            name: "Nordost",
            municipalities: 6,
            form: "samarbetsavtal",
            ratifiedBy: "kommunfullmäktige",
            seatsPerMunicipality: "två",
            chair: "roterar",
            decisionRule: "enighet",
            fee: "5 kr per invånare",
            remarks: [.numbered(1)],
            sources: sources
        )
        let small = Peer(
            id: try id("nordost"),
            name: "N",
            municipalities: 2,
            form: "f",
            ratifiedBy: nil,
            seatsPerMunicipality: nil,
            chair: nil,
            decisionRule: nil,
            fee: nil,
            remarks: [],
            sources: []
        )
        let assignment = Body.Assignment(
            body: try id("ssk"),
            edition: try id("2019"),
            node: try id("mal"),
            remarks: [.numbered(1)],
            sources: sources
        )
        return [
            (
                .organisation(.bodyRecorded(full)),
                ##"{"composition":"#1",\##(tail),"id":"ssk","kind":"management-group","meetingsPerYear":6,"missing":["#5"],"municipality":"haninge","municipalityIsInferred":true,"name":"Samarbetskommittén","purpose":"#2","remarks":["#6"],\##(written),"worksFor":"lg"}"##
            ),
            (
                .organisation(.bodyRecorded(least)),
                ##"{"details":[],"id":"ssk","kind":"committee","missing":[],"name":"S","remarks":[],"sources":[]}"##
            ),
            (
                .organisation(
                    .presidencyRecorded(
                        .init(
                            body: try id("ssk"),
                            chair: try id("haninge"),
                            viceChair: try id("salem"),
                            remarks: [.numbered(1)],
                            sources: sources
                        )
                    )
                ),
                ##"{"body":"ssk","chair":"haninge","remarks":["#1"],\##(written),"viceChair":"salem"}"##
            ),
            (
                .organisation(
                    .presidencyRecorded(
                        .init(body: try id("ssk"), chair: try id("haninge"), viceChair: nil, remarks: [], sources: [])
                    )
                ),
                ##"{"body":"ssk","chair":"haninge","remarks":[],"sources":[]}"##
            ),
            (
                .organisation(.assigned(assignment)),
                ##"{"body":"ssk","edition":"2019","node":"mal","remarks":["#1"],\##(written)}"##
            ),
            (
                .organisation(
                    .assignmentEnded(
                        .init(body: try id("ssk"), edition: try id("2019"), node: try id("mal"), reason: .numbered(1))
                    )
                ), ##"{"body":"ssk","edition":"2019","node":"mal","reason":"#1"}"##
            ),
            (
                .organisation(
                    .assignmentEnded(.init(body: try id("ssk"), edition: try id("2019"), node: try id("mal"), reason: nil))
                ), ##"{"body":"ssk","edition":"2019","node":"mal"}"##
            ),
            (
                .organisation(.seen(.init(body: try id("ssk"), remarks: [.numbered(1)], sources: sources))),
                ##"{"body":"ssk","remarks":["#1"],\##(written)}"##
            ),
            (
                .organisation(.closed(.init(body: try id("ssk"), reason: .numbered(1), sources: sources))),
                ##"{"body":"ssk","reason":"#1",\##(written)}"##
            ),
            (
                .organisation(.peerRecorded(peer)),
                ##"{"chair":"roterar","decisionRule":"enighet","fee":"5 kr per invånare","form":"samarbetsavtal","id":"nordost","municipalities":6,"name":"Nordost","ratifiedBy":"kommunfullmäktige","remarks":["#1"],"seatsPerMunicipality":"två",\##(written)}"##
            ),
            (
                .organisation(.peerRecorded(small)),
                ##"{"form":"f","id":"nordost","municipalities":2,"name":"N","remarks":[],"sources":[]}"##
            ),
        ]
    }

    private static func seats() throws -> [(act: Act, json: String)] {
        let person = "0123456789abcdef0123456789abcdef"
        let known = ##""person":"0123456789abcdef0123456789abcdef""##
        let sponsored = Body.Facts(
            id: try id("ssk"),
            kind: .network,
            name: "N",
            municipality: nil,
            municipalityIsInferred: nil,
            composition: nil,
            purpose: nil,
            meetingsPerYear: nil,
            worksFor: nil,
            sponsor: try id("salem"),
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
        func seat(_ role: Seat.Role) throws -> Seat.Facts {
            Seat.Facts(body: try id("ssk"), id: try id("plats"), role: role, municipality: nil, remarks: [], sources: [])
        }
        var full = try seat(.viceChair)
        full.municipality = try id("haninge")
        full.remarks = [.numbered(1)]
        full.sources = sources
        var tenure = Seat.Tenure(
            body: try id("ssk"),
            seat: try id("haninge"),
            person: try id(person),
            from: try day("2026-11-01"),
            until: nil,
            remarks: []
        )
        let open = tenure
        tenure.until = try day("2027-12-31")
        tenure.remarks = [.numbered(1), .numbered(2)]
        var deputyship = Seat.Deputyship(
            body: try id("ssk"),
            seat: try id("haninge"),
            person: try id(person),
            from: try day("2026-12-01"),
            until: try day("2026-12-31"),
            remarks: []
        )
        let short = deputyship
        deputyship.remarks = [.numbered(1)]
        let last = try day("2026-12-31")
        let remarks = [Prose.numbered(1)]
        return [
            (
                .organisation(.bodyRecorded(sponsored)),
                ##"{"details":[],"id":"ssk","kind":"network","missing":[],"name":"N","remarks":[],"sources":[],"sponsor":"salem"}"##
            ),
            (
                .organisation(.seatEstablished(full)),
                ##"{"body":"ssk","id":"plats","municipality":"haninge","remarks":["#1"],"role":"vice-chair",\##(written)}"##
            ),
            (
                .organisation(.seatTaken(tenure)),
                ##"{"body":"ssk","from":"2026-11-01",\##(known),"remarks":["#1","#2"],"seat":"haninge","until":"2027-12-31"}"##
            ),
            (
                .organisation(.seatTaken(open)),
                ##"{"body":"ssk","from":"2026-11-01",\##(known),"remarks":[],"seat":"haninge"}"##
            ),
            (
                .organisation(.seatLeft(.init(body: try id("ssk"), seat: try id("haninge"), last: last, remarks: remarks))),
                ##"{"body":"ssk","last":"2026-12-31","remarks":["#1"],"seat":"haninge"}"##
            ),
            (
                .organisation(.seatLeft(.init(body: try id("ssk"), seat: try id("haninge"), last: last, remarks: []))),
                ##"{"body":"ssk","last":"2026-12-31","remarks":[],"seat":"haninge"}"##
            ),
            (
                .organisation(.deputyAppointed(deputyship)),
                ##"{"body":"ssk","from":"2026-12-01",\##(known),"remarks":["#1"],"seat":"haninge","until":"2026-12-31"}"##
            ),
            (
                .organisation(.deputyAppointed(short)),
                ##"{"body":"ssk","from":"2026-12-01",\##(known),"remarks":[],"seat":"haninge","until":"2026-12-31"}"##
            ),
            (
                .organisation(.seatClosed(.init(body: try id("ssk"), seat: try id("haninge"), last: last, remarks: remarks))),
                ##"{"body":"ssk","last":"2026-12-31","remarks":["#1"],"seat":"haninge"}"##
            ),
            (
                .organisation(.seatClosed(.init(body: try id("ssk"), seat: try id("haninge"), last: last, remarks: []))),
                ##"{"body":"ssk","last":"2026-12-31","remarks":[],"seat":"haninge"}"##
            ),
        ]
            + (try zip(
                Seat.Role.allCases,
                [
                    "chair", "vice-chair", "member", "substitute", "convener", "registrar", "development-leader", "administrator",
                    "system-administrator", "guest",
                ]
            ).map { role, text in
                (
                    .organisation(.seatEstablished(try seat(role))),
                    ##"{"body":"ssk","id":"plats","remarks":[],"role":"\##(text)","sources":[]}"##
                )
            })
    }

    private static func documents() throws -> [(act: Act, json: String)] {
        func document(_ validity: Document.Validity?) throws -> Document.Facts {
            Document.Facts(
                id: try id("avtal"),
                title: "T",
                kind: "avtal",
                decidedBy: nil,
                decidedInWords: nil,
                validity: validity,
                about: nil,
                edition: nil,
                replaces: nil,
                details: [],
                missing: [],
                remarks: [],
                sources: []
            )
        }
        var full = try document(
            Document.Validity(from: try period("2019"), to: try period("2022-12"), isUntilFurtherNotice: false, isInferred: true)
        )
        full.title = "Samarbetsavtal"
        full.decidedBy = "de åtta kommunerna"
        full.decidedInWords = "före den 16 maj 2023"
        full.about = try period("2020")
        full.edition = try id("2019")
        full.replaces = try id("aldre")
        full.details = details
        full.missing = [.numbered(5)]
        full.remarks = [.numbered(6)]
        full.sources = sources
        return [
            (
                .documents(.recorded(full)),
                ##"{"about":"2020","decidedBy":"de åtta kommunerna","decidedInWords":"före den 16 maj 2023",\##(tail),"edition":"2019","id":"avtal","kind":"avtal","missing":["#5"],"remarks":["#6"],"replaces":"aldre",\##(written),"title":"Samarbetsavtal","validity":{"from":"2019","isInferred":true,"isUntilFurtherNotice":false,"to":"2022-12"}}"##
            ),
            (
                .documents(.recorded(try document(Document.Validity(isUntilFurtherNotice: true)))),
                ##"{"details":[],"id":"avtal","kind":"avtal","missing":[],"remarks":[],"sources":[],"title":"T","validity":{"isUntilFurtherNotice":true}}"##
            ),
            (
                .documents(.recorded(try document(nil))),
                ##"{"details":[],"id":"avtal","kind":"avtal","missing":[],"remarks":[],"sources":[],"title":"T"}"##
            ),
            (
                .documents(.attached(.init(document: try id("avtal"), attachment: attachment, remarks: [.numbered(3)]))),
                ##"{"attachment":{"commitment":"#1","kind":"docx","name":"#2","size":1234},"document":"avtal","remarks":["#3"]}"##
            ),
            (
                .documents(
                    .detached(.init(document: try id("avtal"), commitment: Prose.numbered(1).commitment, reason: .numbered(2)))
                ),
                ##"{"commitment":"#1","document":"avtal","reason":"#2"}"##
            ),
        ]
    }

    private static let attachment = Document.Attachment(
        commitment: Prose.numbered(1).commitment,
        kind: .docx,
        name: .numbered(2),
        size: 1234
    )

    private static func conferences() throws -> [(act: Act, json: String)] {
        var series = ConferenceSeries.Facts(
            id: try id("radslag"),
            name: "Rådslag",
            continues: nil,
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
        let least = series
        series.continues = try id("aldre")
        series.details = details
        series.missing = [.numbered(5)]
        series.remarks = [.numbered(6)]
        series.sources = sources
        let rules = ConferenceSeries.Rules(
            series: try id("radslag"),
            purpose: .numbered(1),
            audience: .numbered(2),
            theme: .numbered(3),
            hosting: .numbered(4),
            hosts: 2,
            partners: ["Högskolan", "KTH"],
            arranger: try id("ssk"),
            frequency: .numbered(5),
            sources: sources
        )
        let none = ConferenceSeries.Rules(
            series: try id("radslag"),
            purpose: nil,
            audience: nil,
            theme: nil,
            hosting: nil,
            hosts: nil,
            partners: [],
            arranger: nil,
            frequency: nil,
            sources: []
        )
        var conference = Conference.Facts(
            series: try id("radslag"),
            id: try id("2019"),
            date: try period("2019"),
            status: .cancelled,
            form: nil,
            number: nil,
            hosts: [],
            place: nil,
            theme: nil,
            participants: nil,
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
        let bare = conference
        conference.date = try period("2019-04-10")
        conference.status = .held
        conference.form = .inPerson
        conference.number = "den 13:e"
        conference.hosts = [Conference.Host(try id("salem")), Conference.Host(try id("haninge"), isInferred: true)]
        conference.place = "Stora Murgrönan"
        conference.theme = .numbered(1)
        conference.participants = "drygt 100"
        conference.details = details
        conference.missing = [.numbered(5)]
        conference.remarks = [.numbered(6)]
        conference.sources = sources
        return [
            (
                .conferences(.seriesRecorded(series)),
                ##"{"continues":"aldre",\##(tail),"id":"radslag","missing":["#5"],"name":"Rådslag","remarks":["#6"],\##(written)}"##
            ),
            (
                .conferences(.seriesRecorded(least)),
                ##"{"details":[],"id":"radslag","missing":[],"name":"Rådslag","remarks":[],"sources":[]}"##
            ),
            (
                .conferences(.rulesAgreed(rules)),
                ##"{"arranger":"ssk","audience":"#2","frequency":"#5","hosting":"#4","hosts":2,"partners":["Högskolan","KTH"],"purpose":"#1","series":"radslag",\##(written),"theme":"#3"}"##
            ),
            (.conferences(.rulesAgreed(none)), ##"{"partners":[],"series":"radslag","sources":[]}"##),
            (
                .conferences(.conferenceRecorded(conference)),
                ##"{"date":"2019-04-10",\##(tail),"form":"in-person","hosts":[{"municipality":"salem"},{"isInferred":true,"municipality":"haninge"}],"id":"2019","missing":["#5"],"number":"den 13:e","participants":"drygt 100","place":"Stora Murgrönan","remarks":["#6"],"series":"radslag",\##(written),"status":"held","theme":"#1"}"##
            ),
            (
                .conferences(.conferenceRecorded(bare)),
                ##"{"date":"2019","details":[],"hosts":[],"id":"2019","missing":[],"remarks":[],"series":"radslag","sources":[],"status":"cancelled"}"##
            ),
        ]
    }

    private static func advocacy() throws -> [(act: Act, json: String)] {
        let statement = Statement.Facts(
            id: try id("yttrande"),
            title: "Yttrande",
            kind: "remissvar",
            recipient: "Trafikverket",
            recipientIsInferred: true,
            reference: "TRV 2013/29212",
            priorities: [try id("leden"), try id("banan")],
            details: details,
            missing: [.numbered(5)],
            remarks: [.numbered(6)],
            sources: sources
        )
        let brief = Statement.Facts(
            id: try id("yttrande"),
            title: "Y",
            kind: "k",
            recipient: nil,
            recipientIsInferred: nil,
            reference: nil,
            priorities: [],
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
        let priority = Priority.Facts(
            id: try id("leden"),
            name: "Leden",
            alsoCalled: ["Vägen"],
            details: details,
            missing: [.numbered(5)],
            remarks: [.numbered(6)],
            sources: sources
        )
        let list = PriorityList.Facts(
            id: try id("2021"),
            title: "Satsningar",
            decidedBy: "Samarbetskommittén",
            replaces: try id("2013"),
            items: [try id("leden"), try id("banan")],
            isRanked: true,
            details: details,
            missing: [.numbered(5)],
            remarks: [.numbered(6)],
            sources: sources
        )
        let empty = PriorityList.Facts(
            id: try id("2021"),
            title: "S",
            decidedBy: nil,
            replaces: nil,
            items: [],
            isRanked: false,
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
        return [
            (
                .advocacy(.statementMade(statement)),
                ##"{\##(tail),"id":"yttrande","kind":"remissvar","missing":["#5"],"priorities":["leden","banan"],"recipient":"Trafikverket","recipientIsInferred":true,"reference":"TRV 2013/29212","remarks":["#6"],\##(written),"title":"Yttrande"}"##
            ),
            (
                .advocacy(.statementMade(brief)),
                ##"{"details":[],"id":"yttrande","kind":"k","missing":[],"priorities":[],"remarks":[],"sources":[],"title":"Y"}"##
            ),
            (
                .advocacy(.priorityRecorded(priority)),
                ##"{"alsoCalled":["Vägen"],\##(tail),"id":"leden","missing":["#5"],"name":"Leden","remarks":["#6"],\##(written)}"##
            ),
            (
                .advocacy(
                    .priorityRenamed(.init(priority: try id("leden"), name: "Ny", remarks: [.numbered(1)], sources: sources))
                ),
                ##"{"name":"Ny","priority":"leden","remarks":["#1"],\##(written)}"##
            ),
            (
                .advocacy(
                    .outcomeNoted(
                        .init(priority: try id("leden"), text: .numbered(1), remarks: [.numbered(2)], sources: sources)
                    )
                ),
                ##"{"priority":"leden","remarks":["#2"],\##(written),"text":"#1"}"##
            ),
            (
                .advocacy(.listAgreed(list)),
                ##"{"decidedBy":"Samarbetskommittén",\##(tail),"id":"2021","isRanked":true,"items":["leden","banan"],"missing":["#5"],"remarks":["#6"],"replaces":"2013",\##(written),"title":"Satsningar"}"##
            ),
            (
                .advocacy(.listAgreed(empty)),
                ##"{"details":[],"id":"2021","isRanked":false,"items":[],"missing":[],"remarks":[],"sources":[],"title":"S"}"##
            ),
        ]
    }

    private static func planning() throws -> [(act: Act, json: String)] {
        var plan = OperationalPlan.Facts(
            id: try id("2021"),
            year: 2021,
            title: "P",
            decidedBy: nil,
            decidedInWords: nil,
            edition: nil,
            document: nil,
            budget: nil,
            activities: [],
            details: [],
            missing: [],
            remarks: [],
            sources: []
        )
        let least = plan
        plan.title = "Verksamhetsplan"
        plan.decidedBy = "Samarbetskommittén"
        plan.decidedInWords = "mitten av januari 2021"
        plan.edition = try id("2019")
        plan.document = try id("vp-2021")
        plan.budget = 1_500_000
        plan.activities = [
            .init(
                id: try id("driva"),
                text: .numbered(1),
                node: try id("mal"),
                responsible: [try id("ssk"), try id("lg")],
                remarks: [.numbered(2)],
                sources: sources
            ),
            .init(id: try id("mer"), text: .numbered(7), node: nil, responsible: [], remarks: [], sources: []),
        ]
        plan.details = details
        plan.missing = [.numbered(5)]
        plan.remarks = [.numbered(6)]
        plan.sources = sources
        let report = OperationalPlan.Report(
            plan: try id("2021"),
            activity: try id("driva"),
            status: .delayed,
            outcome: .numbered(1),
            remarks: [.numbered(2)],
            sources: sources
        )
        let short = OperationalPlan.Report(
            plan: try id("2021"),
            activity: try id("driva"),
            status: .planned,
            outcome: nil,
            remarks: [],
            sources: []
        )
        let followUp = OperationalPlan.FollowUp(
            plan: try id("2021"),
            document: try id("ar-2021"),
            outcomes: details,
            remarks: [.numbered(1)],
            sources: sources
        )
        let none = OperationalPlan.FollowUp(plan: try id("2021"), document: nil, outcomes: [], remarks: [], sources: [])
        return [
            (
                .planning(.planRecorded(plan)),
                ##"{"activities":[{"id":"driva","node":"mal","remarks":["#2"],"responsible":["ssk","lg"],\##(written),"text":"#1"},{"id":"mer","remarks":[],"responsible":[],"sources":[],"text":"#7"}],"budget":1500000,"decidedBy":"Samarbetskommittén","decidedInWords":"mitten av januari 2021",\##(tail),"document":"vp-2021","edition":"2019","id":"2021","missing":["#5"],"remarks":["#6"],\##(written),"title":"Verksamhetsplan","year":2021}"##
            ),
            (
                .planning(.planRecorded(least)),
                ##"{"activities":[],"details":[],"id":"2021","missing":[],"remarks":[],"sources":[],"title":"P","year":2021}"##
            ),
            (
                .planning(.activityReported(report)),
                ##"{"activity":"driva","outcome":"#1","plan":"2021","remarks":["#2"],\##(written),"status":"delayed"}"##
            ),
            (
                .planning(.activityReported(short)),
                ##"{"activity":"driva","plan":"2021","remarks":[],"sources":[],"status":"planned"}"##
            ),
            (
                .planning(.yearFollowedUp(followUp)),
                ##"{"document":"ar-2021","outcomes":[{"sources":["k"],"text":"#3"},{"sources":[],"text":"#4"}],"plan":"2021","remarks":["#1"],\##(written)}"##
            ),
            (.planning(.yearFollowedUp(none)), ##"{"outcomes":[],"plan":"2021","remarks":[],"sources":[]}"##),
        ]
    }

    private static func news() throws -> [(act: Act, json: String)] {
        var item = NewsItem.Facts(
            id: try id("motet"),
            title: .numbered(1),
            lead: .numbered(2),
            text: nil,
            from: try day("2024-05-01"),
            about: nil,
            sources: []
        )
        let least = item
        item.text = .numbered(3)
        item.about = .conference(try id("radslag"), try id("2019"))
        item.sources = sources
        return [
            (
                .news(.published(item)),
                ##"{"about":"conferences/radslag/2019","from":"2024-05-01","id":"motet","lead":"#2",\##(written),"text":"#3","title":"#1"}"##
            ),
            (
                .news(.published(least)),
                ##"{"from":"2024-05-01","id":"motet","lead":"#2","sources":[],"title":"#1"}"##
            ),
        ]
    }

    private static func settings() throws -> [(act: Act, json: String)] {
        var settings = Settings(
            name: "Namn",
            calledName: "Kallas",
            shortName: "Kort",
            description: nil,
            ratifyingBody: "kommunstyrelsen",
            seatsPerMunicipality: 1,
            remarks: [],
            sources: []
        )
        let rest =
            ##""name":"Namn","ratifyingBody":"kommunstyrelsen","remarks":[],"seatsPerMunicipality":1,"shortName":"Kort","sources":[]"##
        var table = [(act: Act.settings(.agreed(settings)), json: ##"{"calledName":"Kallas",\##(rest)}"##)]
        settings.levels = ["Område", "Mål"]
        let levels = ##""levels":["Område","Mål"]"##
        table.append((.settings(.agreed(settings)), ##"{"calledName":"Kallas",\##(levels),\##(rest)}"##))
        let shares = [CostKey.Share(try id("haninge"), thousandths: 625), CostKey.Share(try id("salem"), thousandths: 375)]
        for (key, json) in [
            (CostKey.equal, ##"{"kind":"equal"}"##), (.population, ##"{"kind":"population"}"##),
            (
                .fixed(shares),
                ##"{"kind":"fixed","shares":[{"municipality":"haninge","thousandths":625},{"municipality":"salem","thousandths":375}]}"##
            ),
        ] {
            settings.costKey = key
            table.append((.settings(.agreed(settings)), ##"{"calledName":"Kallas","costKey":\##(json),\##(levels),\##(rest)}"##))
        }
        return table
    }

    private static func notices() throws -> [(act: Act, json: String)] {
        let ended = Act.notice(.crossed(.init(crossing: .documentPeriodEnded(try id("vp-2021")))))
        let withdrawn = Act.visibility(
            .withdrawn(.init(subject: .conference(try id("radslag"), try id("2019")), reason: .numbered(1)))
        )
        let out = Act.notice(.crossed(.init(crossing: .newsPublished(try id("motet"), try day("2024-05-01")))))
        return [
            (out, ##"{"crossing":"news-published/motet/2024-05-01"}"##),
            (ended, ##"{"crossing":"document-period-ended/vp-2021"}"##),
            (withdrawn, ##"{"reason":"#1","subject":"conferences/radslag/2019"}"##),
        ]
    }
}

@Suite("Acts as journals hold them") struct StoredFormTests {
    @Test("every act is written as it has been since it came, and read from that")
    func written() throws {
        let table = try StoredForm.table()
        for (act, json) in table {
            let stored = expanded(json)
            #expect(abbreviated(String(decoding: try act.encodedPayload(), as: UTF8.self)) == json, "\(act.kind)")
            #expect(try Act(kind: act.kind, payload: Array(stored.utf8)) == act, "\(act.kind)")
            // And inside a correction.
            let correction = Act.record(.corrected(.init(target: Position(9), replacement: act, reason: .numbered(8))))
            let inside = ##"{"reason":"#8","replacement":{"kind":"\##(act.kind)","payload":\##(json)},"target":9}"##
            #expect(abbreviated(String(decoding: try correction.encodedPayload(), as: UTF8.self)) == inside)
            #expect(try Act(kind: "record.corrected", payload: Array(expanded(inside).utf8)) == correction)
        }
        let capabilities = [
            "organisation.", "documents.", "conferences.", "advocacy.", "planning.", "news.", "meetings.", "drafting.",
            "ratification.", "comparisons.",
        ]
        let kinds = Set(Act.forms.keys.filter { kind in capabilities.contains { kind.hasPrefix($0) } })
        #expect(kinds.count == 65)
        #expect(kinds.isSubset(of: Set(table.map(\.act.kind))), "a kind has no stored form")
    }

    @Test("a later field is passed over, a missing one and one of another kind are not")
    func fields() throws {
        for (act, json) in try StoredForm.table() {
            let later = ##"{"aLaterField":{"x":[1,null]},"## + expanded(json).dropFirst()
            #expect(try Act(kind: act.kind, payload: Array(later.utf8)) == act, "\(act.kind)")
            #expect(throws: DecodingError.self, "\(act.kind)") { try Act(kind: act.kind, payload: Array("{}".utf8)) }
        }
        let table: [(String, String)] = [
            (
                "organisation.body-recorded",
                ##"{"details":[],"id":"a","kind":"board","missing":[],"name":"S","remarks":[],"sources":[]}"##
            ),
            (
                "organisation.body-recorded",
                ##"{"details":[],"id":"Å","kind":"network","missing":[],"name":"S","remarks":[],"sources":[]}"##
            ),
            (
                "conferences.conference-recorded",
                ##"{"date":"2019","details":[],"hosts":[],"id":"a","missing":[],"remarks":[],"series":"a","sources":[],"status":"moved"}"##
            ),
            (
                "conferences.conference-recorded",
                ##"{"date":"2019-13","details":[],"hosts":[],"id":"a","missing":[],"remarks":[],"series":"a","sources":[],"status":"held"}"##
            ),
            (
                "organisation.seat-established",
                ##"{"body":"ssk","id":"plats","remarks":[],"role":"ledamot","sources":[]}"##
            ),
            (
                "organisation.seat-taken",
                ##"{"body":"ssk","from":"2026-02-30","person":"a","remarks":[],"seat":"haninge"}"##
            ),
            ("organisation.seat-left", ##"{"body":"ssk","last":"2026","remarks":[],"seat":"haninge"}"##),
            ("planning.activity-reported", ##"{"activity":"a","plan":"a","remarks":[],"sources":[],"status":"klar"}"##),
            ("notice.crossed", ##"{"crossing":"document-period-ended"}"##),
            (
                "documents.attached",
                ##"{"attachment":{"commitment":"#1","kind":"exe","name":"#2","size":1},"document":"a","remarks":[]}"##
            ),
            (
                "documents.attached",
                ##"{"attachment":{"commitment":"12","kind":"pdf","name":"#2","size":1},"document":"a","remarks":[]}"##
            ),
            ("news.published", ##"{"from":"2024-05","id":"a","lead":"","sources":[],"title":""}"##),
            (
                "settings.agreed",
                ##"{"calledName":"K","costKey":{"kind":"lika"},"name":"N","ratifyingBody":"k","remarks":[],"seatsPerMunicipality":1,"shortName":"S","sources":[]}"##
            ),
            (
                "settings.agreed",
                ##"{"calledName":"K","costKey":{"kind":"fixed"},"name":"N","ratifyingBody":"k","remarks":[],"seatsPerMunicipality":1,"shortName":"S","sources":[]}"##
            ),
        ]
        for (kind, payload) in table {
            #expect(throws: DecodingError.self, "\(payload)") { try Act(kind: kind, payload: Array(expanded(payload).utf8)) }
        }
    }

    @Test("every field of every act is there to be told apart")
    func distinct() throws {
        // Nothing is lost on the way: acts that differ are written differently.
        let table = try StoredForm.table()
        #expect(Set(table.map { $0.act.kind + $0.json }).count == table.count)
        #expect(Set(table.map(\.act)).count == table.count)
    }

    private func abbreviated(_ text: String) -> String {
        (1...8).reduce(text) { $0.replacing(Prose.numbered($1).commitment.hexadecimal, with: "#\($1)") }
    }

    private func expanded(_ text: String) -> String {
        (1...8).reduce(text) { $0.replacing("#\($1)\"", with: Prose.numbered($1).commitment.hexadecimal + "\"") }
    }
}
