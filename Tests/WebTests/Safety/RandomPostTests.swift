import Cooperation
import HTTPTypes
import Markup
import Testing

@testable import Journal
@testable import Registry
@testable import Web

/// Anything at all sent to every address that takes something.
@Suite("Random posts", .serialized) struct RandomPostTests {
    /// All that a post could change: the acts' value and every byte in the vault.
    private struct State: Equatable {
        var position: Int64
        var form: [UInt8]
        var vault: [[UInt8]]

        init(_ site: Exhibit) throws {
            position = site.registrar.progress.position
            form = try site.registrar.snapshot.cooperation.canonicalForm()
            let journal = try Journal(file: site.path + "/samverka.sqlite", mode: .readOnly)
            vault = try journal.allVaultBytes()
        }
    }

    @Test("nothing that is sent breaks anything: what is refused changes nothing, what is taken is recorded whole")
    func anything() async throws {
        let cast = try await Cast.sodertorn()
        let site = cast.site
        let routes = site.door.site.routes
        let walk = await FormWalk(most: 2, routes: routes) { await cast.get(.developmentLeader, $0) }
        // Not what would end the sender's own session, or shut the sender's account.
        let doors = Door.all.filter { door in
            door.method == .post && !door.endsSessions && !door.target.hasPrefix("/logga-in") && !door.target.hasSuffix("/konto")
        }
        var dice = Dice(Effort.isFull ? 8 : 7)
        var state = try State(site)
        var (accepted, refused) = (0, 0)
        for number in 0..<Effort.count(10_000, otherwise: 100) {
            let door = dice.pick(doors)
            let target = try door.address(cast)
            let form =
                walk.forms.first { $0.form.action == target }
                ?? walk.forms.first { found in
                    Self.pattern(found.form.action, routes) == Self.pattern(target, routes)
                }
            let part: Cast.Part = dice.happens(85) ? .developmentLeader : dice.pick(Cast.Part.allCases)
            let request = Garbage(form, cast.ticket(part), site.now.swedishDay.iso, number, &dice)
            var fields = cast.fields(part)
            for (name, value) in request.fields { fields[name] = value }
            let reply = await site.door.ask(.post, target, fields: fields, body: request.body)
            let place = "\(number): \(part) POST \(door.target) \(request.kind)"
            #expect(reply.status.code < 500, "\(place): \(reply.status.code)")
            let now = try State(site)
            if reply.status == .seeOther && !reply.leadsToSignIn || reply.status == .ok {
                accepted += 1
                if now.position != state.position {
                    let report = Verification.walk(file: site.path + "/samverka.sqlite", includingContents: true)
                    #expect(report.isWhole && report.tip.position == now.position, "\(place)")
                }
            } else {
                refused += 1
                #expect(
                    now.position == state.position && now.form == state.form,
                    "\(place): \(reply.status.code), and yet recorded"
                )
                #expect(now.vault == state.vault, "\(place): \(reply.status.code), and yet the vault has changed")
            }
            state = now
        }
        #expect(accepted > 5 && refused > 20, "\(accepted) taken, \(refused) refused")
        let reread = try await ReadJournal(Journal(file: site.path + "/samverka.sqlite", mode: .readOnly))
        #expect(try reread.snapshot.cooperation.canonicalForm() == state.form, "what was answered is what is on disk")
    }

    @Test("a change of seat that is refused keeps nobody new in the vault, and one that is taken keeps them once")
    func newPerson() async throws {
        let cast = try await Cast.sodertorn()
        let before = try State(cast.site)
        let marks = cast.ticket(.developmentLeader)
        for last in ["byt", "stallforetradare"] {
            for (from, until) in [("1800-01-01", "1800-02-01"), ("2026-11-23", "2026-11-01"), ("2026-11-23", "2099-01-01")] {
                if last == "byt", until == "2099-01-01" { continue }
                let reply = await cast.post(
                    .developmentLeader,
                    "/organisation/samarbetskommitten/platser/prov-member/\(last)",
                    marks + [
                        ("person", "ny"), ("namn", "Prov ny"), ("e-post", "ny@prov.example"), ("fran", from), ("till", until),
                    ]
                )
                #expect(reply.status == .unprocessableContent, "\(last) \(from) \(until): \(reply.status.code)")
                #expect(try State(cast.site) == before, "\(last) \(from) \(until)")
            }
        }
        let right = marks + [("person", "ny"), ("namn", "Prov ny"), ("e-post", "ny@prov.example"), ("fran", "2026-11-23")]
        for _ in 0..<2 {
            let target = "/organisation/samarbetskommitten/platser/prov-member/byt"
            #expect(await cast.post(.developmentLeader, target, right).status == .seeOther)
        }
        let now = try State(cast.site)
        #expect(now.position == before.position + 1)
        #expect(cast.site.registrar.snapshot.people.all.filter { $0.mail == "ny@prov.example" }.count == 1)
    }

    private static func pattern(_ target: String, _ routes: Routes) -> String? {
        guard let path = try? DecodedPath(String(target.prefix { $0 != "?" })), case .found(let found) = routes.match(.post, path)
        else { return nil }
        return found.route.pattern.description
    }
}

/// Something sent as a form that may be one.
private struct Garbage {
    var body: [UInt8]
    var kind = ""
    var fields: [(HTTPField.Name, String)] = []

    init(_ found: FormWalk.Found?, _ ticket: [(name: String, value: String)], _ today: String, _ number: Int, _ dice: inout Dice)
    {
        var form = found?.filled(number, today: today).marked(dice.happens(90) ? ticket : []).pairs ?? ticket
        // A choice among those there are, so that some are taken.
        if let found {
            for index in form.indices {
                let options = found.options(of: form[index].name)
                if !options.isEmpty { form[index].value = dice.pick(options) }
            }
            if form.contains(where: { $0.name == "person" && $0.value == "ny" }) {
                form =
                    form.filter { !["namn", "e-post"].contains($0.name) }
                    + [("namn", "Prov \(number)"), ("e-post", "prov\(number)@prov.example")]
            }
        }
        let own = Set(ticket.map(\.name))
        for _ in 0..<dice.below(4) {
            guard let index = form.indices.randomElement(using: &dice), !own.contains(form[index].name) || dice.happens(10) else {
                continue
            }
            switch dice.below(7) {
            case 0: form.remove(at: index)
            case 1: form.append(form[index])
            case 2: form.append((form[index].name, Self.text(&dice)))
            case 3: form.insert((form[index].name, Self.text(&dice)), at: 0)
            case 4:
                let unit: String = dice.pick(["a", "å", "<", "\u{0}", "😀"])
                let count: Int = dice.pick([300, 5_000, 60_000])
                form[index].value = String(repeating: unit, count: count)
            case 5: form[index].value = Self.text(&dice)
            default: form[index].name += dice.pick(["[]", "[a]", ".a", "\u{0}", " ", "%5B%5D"])
            }
        }
        body = ShownForm.encode(form)
        switch dice.below(12) {
        case 0:
            kind = "cut off"
            body = Array(body.prefix(dice.below(body.count + 1)))
        case 1:
            kind = "with bytes changed"
            for _ in 0..<3 where !body.isEmpty { body[dice.below(body.count)] = UInt8(dice.below(256)) }
        case 2:
            kind = "nothing but bytes"
            body = (0..<dice.below(2_000)).map { _ in UInt8(dice.below(256)) }
        case 3:
            kind = "with invalid UTF-8"
            body += "&anmarkning=%ff%fe%c0%80&namn=%ed%a0%80".utf8
        case 4:
            kind = "as JSON"
            fields = [(.contentType, "application/json")]
            body = Array("{\"namn\":\"x\",\"nyckel\":[[[[[[[[[[[[".utf8)
        case 5:
            kind = "as parts"
            fields = [(.contentType, "multipart/form-data; boundary=gräns")]
        case 6:
            kind = "as right parts"
            fields = [(.contentType, "multipart/form-data; boundary=x1x")]
            body = []
            for pair in form {
                body += "--x1x\r\nContent-Disposition: form-data; name=\"\(pair.name)\"\r\n\r\n\(pair.value)\r\n".utf8
            }
            body += "--x1x--\r\n".utf8
        case 7:
            kind = "as UTF-16"
            fields = [(.contentType, "application/x-www-form-urlencoded; charset=utf-16")]
            body = String(decoding: body, as: UTF8.self).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
        case 8:
            kind = "with a thousand fields"
            body += String(repeating: "&a=b", count: 1_000).utf8
        default: kind = "as a form"
        }
    }

    private static func text(_ dice: inout Dice) -> String {
        switch dice.below(4) {
        case 0: dice.pick(NaughtyStrings.all)
        case 1: String(dice.below(2_000_000) - 1_000_000)
        case 2:
            dice.pick([
                "2026-02-30", "9999-12-31", "0000-00-00", "-1", "1e9", "null", "ja", "ny", "alla", "i dag", "2026-11-23",
                "1800-01-01",
            ])
        default:
            String(String.UnicodeScalarView((0..<dice.below(40)).compactMap { _ in Unicode.Scalar(UInt32(dice.below(0x3000))) }))
        }
    }
}

extension Journal {
    /// Every byte that the vault holds, in an order that is always the same.
    fileprivate func allVaultBytes() throws(JournalError) -> [[UInt8]] {
        var all: [[UInt8]] = []
        for purpose in [People.purpose, Shortcoming.purpose] {
            for record in try vaultRecords(for: purpose).sorted(by: { $0.id.lexicographicallyPrecedes($1.id) }) {
                all += [
                    record.id, Array(record.owner.utf8), Array(record.purpose.utf8), Array("\(record.keepUntil)".utf8),
                    record.bytes,
                ]
            }
        }
        return all
    }
}
