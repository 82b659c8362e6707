import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

/// A round of decisions at a site of the eight of Södertörn: a draft that is a copy of an edition, locked by the committee and sent to all.
struct RoundExample: Sendable {
    static let edition = "prov-2027"
    /// An extract of minutes.
    static let pdf = Array("%PDF-1.7\nett utdrag\nstartxref\n9\n%%EOF\n".utf8)

    let site: Exhibit
    let edition: Edition.ID

    /// The round, locked and sent today.
    ///
    /// - Parameters:
    ///   - site: where.
    ///   - rule: by which it comes into force.
    ///   - isSent: whether it is sent to anybody.
    /// - Throws: what the rules say.
    init(_ site: Exhibit, rule: EntryRule = EntryRule(.everyMember), isSent: Bool = true) async throws {
        self.site = site
        edition = try #require(Edition.ID(Self.edition))
        let years = Edition.Validity(from: try #require(Period("2027")), to: Period("2030"))
        let ground = try #require(Edition.ID("2019"))
        try await record(BeginDraft(edition, title: "Provprogram 2027–2030", validity: years, from: .copy(of: ground)))
        try await lock(rule: rule, paragraph: 12)
        if isSent { try await record(SendProposal(edition, number: 1)) }
    }

    /// Locks the draft as it stands by a paragraph of the committee's meeting today.
    func lock(rule: EntryRule = EntryRule(.everyMember), paragraph: Int) async throws {
        let today = site.now.swedishDay
        let (body, meeting) = (try #require(Body.ID("samarbetskommitten")), try #require(Meeting.ID(today.iso)))
        try await record(RecordMeeting(of: body, id: meeting, day: today))
        try await record(RecordDecision(of: body, meeting: meeting, paragraph: paragraph, title: "Förslag till program"))
        let draft = try #require(site.registrar.snapshot.cooperation.drafting[edition]).current
        try await record(
            LockProposal(
                edition,
                version: draft.number,
                digest: try locked.digest,
                by: .init(body: body, meeting: meeting, paragraph: paragraph),
                rule: rule
            )
        )
    }

    /// The draft in the form that is locked.
    private var locked: CanonicalText {
        get throws {
            let reading = try site.reading()
            return reading.canonicalText(of: try #require(reading.cooperation.drafting[edition]).current.text)
        }
    }

    /// The proposal that counts.
    var proposal: Proposal { get throws { try #require(site.registrar.snapshot.cooperation.ratification[edition]?.current) } }

    /// A municipality's track of the proposal that counts.
    func track(_ municipality: String) throws -> Track {
        let (proposal, id) = (try proposal, try #require(Municipality.ID(municipality)))
        return try #require(proposal[id])
    }

    /// Where a municipality's track is.
    func place(_ municipality: String) throws -> RatificationAct.Place {
        .init(edition, try proposal.facts.number, try #require(Municipality.ID(municipality)))
    }

    /// Records something that happened today, or on another day.
    func record(_ request: some Request, on day: Day? = nil) async throws {
        _ = try await site.registrar.perform(request, happened: .day(day ?? site.now.swedishDay), as: .importer)
    }

    /// Records a board's decision of today.
    func decide(
        _ municipality: String,
        _ outcome: Track.Outcome = .adopted,
        paragraph: Int = 45,
        text: String? = nil,
        withExtract: Bool = false
    )
        async throws
    {
        var request = RecordBoardDecision(try place(municipality), outcome, on: site.now.swedishDay, paragraph: paragraph)
        request.text = text.map { .written($0) }
        if withExtract { request.extract = ("Utdrag.pdf", Self.pdf) }
        try await record(request)
    }

    /// Lets some days pass.
    func wait(days: Int64) {
        site.set(Instant(microseconds: site.now.microseconds + days * 86_400_000_000))
    }

    /// The eight, in their order.
    static let all = ["botkyrka", "haninge", "huddinge", "nykvarn", "nynashamn", "salem", "sodertalje", "tyreso"]
}

extension SignedInVisitor {
    /// Sends a form with a file, as browsers do.
    func send(_ form: ShownForm, file: String, name: String = "utdrag.pdf", _ bytes: [UInt8]?) async -> Outcome {
        var body: [UInt8] = []
        for pair in form.pairs {
            body += "--grans\r\nContent-Disposition: form-data; name=\"\(pair.name)\"\r\n\r\n\(pair.value)\r\n".utf8
        }
        body += "--grans\r\nContent-Disposition: form-data; name=\"\(file)\"; filename=\"\(bytes == nil ? "" : name)\"\r\n".utf8
        body += "Content-Type: application/pdf\r\n\r\n".utf8
        body += (bytes ?? []) + Array("\r\n--grans--\r\n".utf8)
        var fields: HTTPFields = [:]
        fields[.cookie] = "samverka=\(token)"
        fields[.contentType] = "multipart/form-data; boundary=grans"
        let reply = await exhibit.door.ask(.post, form.action, fields: fields, body: body)
        return .init(status: reply.status, location: reply.fields[.location], page: reply.text)
    }
}
