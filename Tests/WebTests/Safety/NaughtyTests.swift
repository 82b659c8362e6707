import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Web

/// Every string that breaks programs, in every field of every form there is.
@Suite("Naughty strings in every form", .serialized) struct NaughtyTests {
    /// What in a string could be taken for markup, made harmless without making it shorter.
    static func tamed(_ text: String) -> String {
        var tamed = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { tamed.append("<>&\"'=".unicodeScalars.contains(scalar) ? "x" : scalar) }
        return String(tamed)
    }

    /// Whether a string would be seen in a page if it weren't escaped: what the pages hold themselves tells nothing.
    static func isTelling(_ text: String) -> Bool {
        text.utf8.count >= 5 && (text.holds("<") || text.holds("\"") && text.holds("=")) && tamed(text) != text
            && !ours.contains(text)
    }

    /// What stands in the markup of our own forms and drawings.
    private static let ours: Set<String> = ["\" name=\"nyckel", "\" aria-hidden=\"true"]

    @Test("no string gives a fault of ours or becomes markup, in any form; what was kept is shown as text everywhere")
    func everyForm() async throws {
        let cast = try await Cast.sodertorn()
        let routes = cast.site.door.site.routes
        let walk = await FormWalk(most: Effort.count(6, otherwise: 2), routes: routes) { await cast.get(.developmentLeader, $0) }
        #expect(walk.forms.count >= 12, "the forms weren't found: \(walk.forms.map(\.testDescription))")
        // The form for shortcomings is everybody's, and the way in has forms for those who aren't in yet.
        var walks: [(part: Cast.Part, walk: FormWalk)] = [(.developmentLeader, walk)]
        let others: [(Cast.Part, [String])] = [
            (.anyone, ["/logga-in", "/tillganglighet"]), (.needsFactor, ["/logga-in/kod"]),
            (.needsPassword, ["/logga-in/losenord"]),
        ]
        for (part, starts) in others {
            let own = await FormWalk(from: starts, most: 1, routes: routes) { await cast.get(part, $0) }
            walks.append((part, own))
        }
        var tried: [(part: Cast.Part, found: FormWalk.Found, field: String)] = []
        var kinds: Set<String> = []
        for (part, walk) in walks {
            for page in walk.pages { kinds.formUnion(PageShape(page.text).kinds) }
            for found in walk.forms {
                // Those that end the session are tried by themselves.
                if found.form.action.hasPrefix("/logga-ut") || found.form.action.hasPrefix("/arbete/konto/") { continue }
                for element in found.written { tried.append((part, found, element.attributes["name"] ?? "")) }
            }
        }

        var dice = Dice(20_261_126)
        let strings = NaughtyStrings.all
        var (attempt, accepted, refused) = (0, 0, 0)
        for (index, one) in tried.enumerated() {
            let (part, found, field) = (one.part, one.found, one.field)
            // Every string once a day somewhere, and every field some strings; all of both in the long run.
            var sample = strings
            if !Effort.isFull { sample = (0..<Self.daily).map { strings[(index + $0 * tried.count) % strings.count] } }
            for string in sample.shuffled(using: &dice) {
                attempt += 1
                let (reply, shape) = await send(cast, part, found, field, string, attempt)
                let place = "\(found.testDescription) \(field) \(string.debugDescription)"
                #expect(reply.status.code < 500, "\(place): \(reply.status.code)")
                if reply.status == .seeOther { accepted += 1 } else { refused += 1 }
                if let location = reply.location { #expect(OnwardTests.fault(of: location) == nil, "\(place): \(location)") }
                if !reply.body.isEmpty {
                    #expect(
                        WrittenFile.fault(in: reply.body, of: .page) == nil,
                        "\(place): \(WrittenFile.fault(in: reply.body, of: .page) ?? "")"
                    )
                    if Self.isTelling(string) { #expect(!reply.text.holds(string), "\(place): shown as it stands") }
                }
                guard reply.status == .unprocessableContent else { continue }
                // The same form with the same text made harmless: if it is refused alike, it is shown in the same shape.
                let (other, otherShape) = await send(cast, part, found, field, Self.tamed(string), attempt)
                if other.status == reply.status, faults(other) == faults(reply) {
                    #expect(shape == otherShape, "\(place): the page has another shape")
                }
            }
        }
        #expect(accepted > 5 && refused > 5, "\(accepted) taken, \(refused) refused")
        await sweep(cast, kinds)
    }

    /// How many strings each field gets on an ordinary day.
    private static let daily = 5

    private func send(
        _ cast: Cast,
        _ part: Cast.Part,
        _ found: FormWalk.Found,
        _ field: String,
        _ string: String,
        _ attempt: Int
    ) async -> (Reply, PageShape) {
        var found = found
        // A form that merges is opened anew, or what it says would clash with what was said the time before.
        if found.form[FormName.ground] != nil {
            let page = await cast.get(part, found.page).text
            if let now = ShownForm.all(page).first(where: { $0.action == found.form.action }) { found.form = now }
        }
        var form = found.filled(attempt, today: cast.site.now.swedishDay.iso).marked(cast.ticket(part))
        if form["person"] != nil, found.form["person"] != nil, ["namn", "e-post"].contains(field) { form.fill("person", ["ny"]) }
        form.fill(field, [string])
        // As typed: a browser would make line ends alike, others needn't.
        var body: [UInt8] = []
        for pair in form.pairs {
            if !body.isEmpty { body.append(UInt8(ascii: "&")) }
            PercentEncoding.encode(pair.name, into: &body)
            body.append(UInt8(ascii: "="))
            PercentEncoding.encode(pair.value, into: &body)
        }
        let reply = await cast.site.door.ask(.post, found.form.action, fields: cast.fields(part), body: body)
        return (reply, PageShape(reply.text))
    }

    /// Which fields something was wrong with.
    private func faults(_ reply: Reply) -> [String] {
        reply.text.components(separatedBy: "href=\"#falt-").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }

    /// Reads all that shows what was kept, as those who keep it and as everybody, in every format there is.
    private func sweep(_ cast: Cast, _ kinds: Set<String>) async {
        let routes = cast.site.door.site.routes
        let telling = MarkFinder(Set(NaughtyStrings.all.filter(Self.isTelling)))
        let starts = [
            "/organisation/samarbetskommitten", "/natverk/planeringschefer", "/organisation/kansliet", "/historik",
            "/historik.json", "/historik.csv", "/historik.atom", "/arbete/personer", "/arbete", "/organisation/kansliet/platser",
            "/organisation/samarbetskommitten/platser", "/natverk/planeringschefer/platser", "/organisation/kansliet.json",
            "/organisation/kansliet.csv", "/organisation/kansliet.atom", "/organisation.csv", "/natverk.csv",
        ]
        // The persons have a page each, and each of them may have a name that breaks it.
        let people = cast.site.registrar.snapshot.people.all.map { "/arbete/personer/\($0.id)" }
        let searches = NaughtyStrings.all.prefix(Effort.count(10_000, otherwise: 40))
            .map { "/sok?" + String(decoding: ShownForm.encode([(QueryName.search, $0)]), as: UTF8.self) }
        for part in [Cast.Part.developmentLeader, .anyone] {
            let walk = await FormWalk(from: starts, most: Effort.count(40, otherwise: 3), routes: routes) {
                await cast.get(part, $0)
            }
            var reach = walk.pages.map(\.target) + searches + starts
            if part != .anyone { reach += people }
            for target in Set(reach).sorted() {
                let reply = await cast.get(part, target)
                // A site without the programs that make documents says so.
                let isUnmade = reply.status == .serviceUnavailable && (target.holds(".pdf") || target.holds(".docx"))
                #expect(reply.status.code < 500 || isUnmade, "\(part) \(target): \(reply.status.code)")
                guard reply.status == .ok,
                    let format = Format.allCases.first(where: { $0.mediaType == reply.fields[.contentType] })
                else { continue }
                let fault = WrittenFile.fault(in: reply.body, of: format)
                #expect(fault == nil, "\(part) \(target): \(fault ?? "")")
                guard format == .page else { continue }
                #expect(PageShape(reply.text).kinds.subtracting(kinds).filter { !Self.isOrdinary($0) } == [], "\(part) \(target)")
                for string in telling.found(in: reply.body) {
                    Issue.record("\(part) \(target) shows \(string.debugDescription) as it stands")
                }
            }
        }
    }

    /// Whether a page may well have an element although none of those first read had it: nothing in it runs or reaches out.
    private static func isOrdinary(_ tag: String) -> Bool {
        let words = tag.split(separator: " ").map(String.init)
        let elements: Set<String> = [
            "p", "span", "strong", "em", "mark", "ul", "ol", "li", "dl", "dt", "dd", "div", "section", "header", "table",
            "caption",
            "thead", "tbody", "tr", "th", "td", "h1", "h2", "h3", "h4", "a", "time", "details", "summary", "nav", "aside",
            "figure",
            "figcaption", "input", "label", "fieldset", "legend", "option", "select", "textarea", "button", "form",
        ]
        let attributes: Set<String> = [
            "class", "id", "href", "scope", "lang", "dir", "datetime", "aria-label", "aria-labelledby", "aria-describedby",
            "aria-current", "role", "tabindex", "open", "type", "name", "value", "for", "required", "selected", "checked", "rows",
            "autocomplete", "inputmode", "hreflang", "rel", "colspan", "rowspan", "title", "autofocus", "method", "action",
        ]
        guard let name = words.first else { return false }
        if name.hasPrefix("/") { return true }
        return elements.contains(name) && words.dropFirst().allSatisfy(attributes.contains)
    }
}
