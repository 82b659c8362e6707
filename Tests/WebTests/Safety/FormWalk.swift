import Cooperation
import HTTPTypes
import Journal
import Markup
import Registry
import Testing

@testable import Web

/// Pages found by following links, and the forms on them; a new page or form is found by itself.
struct FormWalk: Sendable {
    /// A form where it was found.
    struct Found: Sendable, CustomTestStringConvertible {
        /// The page's address.
        var page: String
        var form: ShownForm

        var testDescription: String { "\(page) to \(form.action)" }

        /// The fields that somebody writes in.
        var written: [ShownForm.Element] {
            form.elements.filter { element in
                guard element.attributes["name"] != nil else { return false }
                if element.name == "textarea" { return true }
                return element.name == "input"
                    && ["text", "email", "tel", "url", "search", "password", nil].contains(element.attributes["type"])
            }
        }
    }

    /// Where nobody goes: to leave or close the seat that the leader does everything from would end the test.
    private static let avoided = ["/prov-developmentleader", "/kansliet/avsluta"]

    private(set) var pages: [(target: String, text: String)] = []
    private(set) var forms: [Found] = []

    /// Follows links from some pages as somebody sees them.
    ///
    /// - Parameters:
    ///   - starts: where to begin.
    ///   - most: how many pages of each pattern are read; nil for all there are.
    ///   - routes: the site's, by which the patterns are known.
    ///   - read: asks for a page.
    init(
        from starts: [String] = ["/arbete", "/", "/logga-in", "/logga-in/losenord", "/logga-in/bekrafta"],
        most: Int?,
        routes: Routes,
        read: (String) async -> Reply
    ) async {
        var waiting = starts[...]
        var seen = Set(starts)
        var counts: [String: Int] = [:]
        var known: Set<String> = []
        while let target = waiting.popFirst() {
            guard let path = try? DecodedPath(String(target.prefix { $0 != "?" })),
                case .found(let found) = routes.match(.get, path)
            else { continue }
            let pattern = "\(found.route.pattern)\(found.format)"
            guard most.map({ counts[pattern, default: 0] < $0 }) ?? true else { continue }
            counts[pattern, default: 0] += 1
            let reply = await read(target)
            // A site without the programs that make documents says so.
            let isUnmade = [.pdf, .docx].contains(found.format) && reply.status == .serviceUnavailable
            #expect(reply.status.code < 500 || isUnmade, "\(target)")
            pages.append((target, reply.text))
            guard found.format == .page, reply.status == .ok else { continue }
            for form in ShownForm.all(reply.text) {
                // One form of each kind: the same questions, sent to the same route.
                let names = form.elements.compactMap { $0.attributes["name"] }.joined(separator: " ")
                guard let path = try? DecodedPath(String(form.action.prefix { $0 != "?" })),
                    case .found(let to) = routes.match(.post, path),
                    known.insert("\(to.route.pattern) \(names)").inserted
                else { continue }
                forms.append(Found(page: target, form: form))
            }
            for link in Self.links(reply.text) where seen.insert(link).inserted {
                if !Self.avoided.contains(where: link.holds) { waiting.append(link) }
            }
        }
    }

    /// The pages of the site that a page leads to, without those of another day.
    static func links(_ html: String) -> [String] {
        ["href=\"/", "src=\"/"].flatMap { start in
            html.components(separatedBy: start).dropFirst().compactMap { part -> String? in
                let link = "/" + part.prefix { $0 != "\"" && $0 != "#" }.description.replacingAll("&amp;", with: "&")
                return link.holds("datum=") || link.holds("kant=") ? nil : link
            }
        }
    }
}

extension FormWalk.Found {
    /// Fills what must be filled with what can be taken, as far as the names and the kinds of the fields tell.
    ///
    /// - Parameters:
    ///   - attempt: a number that makes what is written differ from time to time.
    ///   - today: the day it is.
    /// - Returns: the form.
    func filled(_ attempt: Int, today: String) -> ShownForm {
        var filled = form
        for element in form.elements {
            guard let name = element.attributes["name"] else { continue }
            if element.name == "select" {
                let options = options(of: name)
                if filled[name, default: ""].isEmpty, let last = options.last(where: { !$0.isEmpty }) {
                    filled.fill(name, [last])
                }
                continue
            }
            let isText = element.name == "textarea" || element.name == "input"
            guard isText, filled[name, default: ""].isEmpty else { continue }
            switch element.attributes["type"] {
            case "email": filled.fill(name, ["prov\(attempt)@prov.example"])
            case "tel": filled.fill(name, ["08-123 456 \(10 + attempt % 90)"])
            case "url": filled.fill(name, ["https://prov.example/\(attempt)"])
            case "text" where element.attributes["class"] == "short":
                filled.fill(name, [element.attributes["inputmode"] == "numeric" ? "7" : today])
            case "text", nil: filled.fill(name, ["Prov \(attempt)"])
            default: break
            }
        }
        return filled
    }

    /// The values that can be chosen in a field.
    func options(of name: String) -> [String] {
        guard let start = form.elements.firstIndex(where: { $0.name == "select" && $0.attributes["name"] == name }) else {
            return []
        }
        return form.elements[(start + 1)...].prefix { $0.name == "option" || $0.name == "optgroup" }
            .filter { $0.name == "option" }
            .map { $0.attributes["value"] ?? $0.text }
    }
}

extension ShownForm {
    /// The first value under a name, or another where there is none.
    subscript(_ name: String, default value: String) -> String { self[name] ?? value }

    /// The form with other marks: it has been opened anew.
    func marked(_ ticket: [(name: String, value: String)]) -> ShownForm {
        var form = self
        for pair in ticket { form.fill(pair.name, [pair.value]) }
        return form
    }
}
