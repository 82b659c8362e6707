import Cooperation
import HTTPTypes
import Registry
import Testing

@testable import Web

@Suite("A calendar is looked through before it is recorded") struct CalendarFormTests {
    private static let target = "/moten/kommunstyrelsen-haninge/kalender"

    private static func site() async throws -> Exhibit {
        try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
    }

    private static func days(_ site: Exhibit) throws -> [String] {
        site.registrar.snapshot.cooperation.meetings.meetings(of: try #require(Body.ID("kommunstyrelsen-haninge")))
            .map { "\($0.facts.id) \($0.facts.day) \($0.facts.papersDue?.iso ?? "–")\($0.isHeld ? "" : " x")" }
    }

    @Test("rows by hand are shown with what they change, and recorded when they are confirmed as they were shown")
    func rows() async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge")
        let before = site.registrar.progress.position
        var outcome = try await visitor.send(
            Self.target,
            ["rader": ["2027-02-01;kommunstyrelse\n2027-01-18;utskott;2027-01-04;Haninge"], "dagar": ["10"]]
        )
        #expect(outcome.status == .ok)
        #expect(site.registrar.progress.position == before)
        let text = ReadPage(outcome.page).text
        for part in ["2 möten är lästa. Ingenting är sparat än.", "Nytt möte: 2.", "22 januari 2027", "4 januari 2027"] {
            #expect(text.holds(part), "\(part)")
        }
        var form = try outcome.form
        // The browser sends the button that was pressed; without it, it is shown again.
        #expect(await visitor.send(form).status == .ok)
        form.fill("granskat", [try #require(form.mark)])
        // Something else than was shown is shown first.
        var other = form
        other.fill("rader", [(other["rader"] ?? "") + "\n2027-03-01;kommunstyrelse;;;"])
        outcome = await visitor.send(other)
        #expect(outcome.status == .ok && ReadPage(outcome.page).text.holds("Nytt möte: 3."))
        #expect(site.registrar.progress.position == before)
        outcome = await visitor.send(form)
        #expect(outcome.location == "/moten/kommunstyrelsen-haninge", "\(outcome.faults)")
        #expect(try Self.days(site) == ["2027-01-18 2027-01-18 2027-01-04", "2027-02-01 2027-02-01 2027-01-22"])
        #expect(await visitor.page("/moten/kommunstyrelsen-haninge").holds("2 möten är sparade."))
        // Sent twice it is done once.
        #expect(await visitor.send(form).location == "/moten/kommunstyrelsen-haninge")
        #expect(site.registrar.progress.position == before + 2)
    }

    @Test("a whole calendar moves and cancels; the rest is passed over by name")
    func files() async throws {
        let site = try await Self.site()
        for (day, stage) in [("2027-02-01", DecisionStage.board), ("2027-03-01", .board), ("2027-04-05", .board)] {
            try await site.meet("kommunstyrelsen-haninge", day, stage)
        }
        let visitor = try await site.visitor(.administrator)
        let events = [
            "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270208\r\nSUMMARY:Kommunstyrelsen\r\nEND:VEVENT",
            "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270210\r\nSUMMARY:Julbord & dans\r\nEND:VEVENT",
            "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270405\r\nSUMMARY:Kommunstyrelsen\r\nEND:VEVENT",
        ]
        let file = (["BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//prov//SV"] + events + ["END:VCALENDAR\r\n"]).joined(
            separator: "\r\n"
        )
        let form = try await visitor.form(Self.target)
        let pairs = form.pairs.filter { !["hela", "rader"].contains($0.name) } + [("hela", "ja"), ("rader", "")]
        var outcome = await visitor.send(form.action, pairs, file: ("fil", "kalender.ics", Array(file.utf8)))
        let text = ReadPage(outcome.page).text
        for part in ["Flyttat från den 1 februari 2027", "Julbord & dans", "Oförändrat: 1.", "Ställs in"] {
            #expect(text.holds(part), "\(part) \(outcome.status) \(outcome.faults)")
        }
        var confirmed = try outcome.form
        confirmed.fill("granskat", [try #require(confirmed.mark)])
        outcome = await visitor.send(confirmed)
        #expect(outcome.status == .seeOther, "\(outcome.faults)")
        #expect(
            try Self.days(site) == [
                "2027-02-01 2027-02-08 2027-01-25", "2027-03-01 2027-03-01 2027-02-15 x", "2027-04-05 2027-04-05 2027-03-22",
            ]
        )
    }

    @Test(
        "what can't be read is said with its line, and nothing is recorded",
        arguments: ["", "2027-02-30;kommunstyrelse", "2027-02-01;julbord", "datum;organ", "hej", "2027-02-01;ks;2027-03-01"]
    )
    func unreadable(_ rows: String) async throws {
        let site = try await Self.site()
        let visitor = try await site.visitor(.administrator)
        let before = site.registrar.progress.position
        let outcome = try await visitor.send(Self.target, ["rader": [rows]])
        #expect(outcome.status == .unprocessableContent && !outcome.faults.isEmpty)
        #expect(site.registrar.progress.position == before)
        #expect(try outcome.form["rader"] == rows)
    }
}

extension ShownForm {
    /// What the button of a preview sends.
    fileprivate var mark: String? { elements.first { $0.attributes["name"] == "granskat" }?.attributes["value"] }
}

extension SignedInVisitor {
    /// Sends a form with a file, as a browser does.
    func send(
        _ action: String,
        _ pairs: [(name: String, value: String)],
        file: (field: String, name: String, bytes: [UInt8])
    ) async -> Outcome {
        let boundary = "----prov7f3a"
        var body: [UInt8] = []
        for pair in pairs {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(pair.name)\"\r\n\r\n\(pair.value)\r\n".utf8
        }
        body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n".utf8
        body += "Content-Type: application/octet-stream\r\n\r\n".utf8 + file.bytes + "\r\n--\(boundary)--\r\n".utf8
        var fields = HTTPFields()
        fields[.cookie] = "samverka=\(token)"
        fields[.contentType] = "multipart/form-data; boundary=\(boundary)"
        let reply = await exhibit.door.ask(.post, action, fields: fields, body: body)
        return Outcome(status: reply.status, location: reply.fields[.location], page: reply.text)
    }
}
