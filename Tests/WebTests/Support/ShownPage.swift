import FoundationEssentials

@testable import Web

/// What a reader finds on a page: its words, its facts, its tables, what stands under each heading and where its links lead.
///
/// Letters are lower-case and white space is one space, so that a word at the beginning of a sentence is the same as elsewhere.
/// Only the page's own part is read: the menu and the foot say the same on every page.
struct ShownPage: Sendable {
    let text: String
    /// The values in the margin's list of facts.
    let facts: [String]
    let rows: [[String]]
    /// Each heading with the text up to the next one.
    let sections: [(heading: String, text: String)]
    /// Each link with its text.
    let links: [(text: String, address: String)]

    init(_ html: String) {
        let main = html.components(separatedBy: "<main").dropFirst().first?.components(separatedBy: "</main>").first ?? ""
        let read = ReadPage("<main" + main)
        text = Self.plain(read.text)
        facts = read.texts(of: "dd").map(Self.plain)
        rows = read.tables.flatMap { $0 }.map { $0.map(Self.plain) }
        var sections: [(heading: String, text: String)] = []
        var isHeading = false
        for piece in read.pieces {
            switch piece {
            case .open("h1"), .open("h2"), .open("h3"), .open("h4"):
                isHeading = true
                sections.append(("", ""))
            case .close("h1"), .close("h2"), .close("h3"), .close("h4"): isHeading = false
            case .text(let text) where !sections.isEmpty:
                if isHeading {
                    sections[sections.count - 1].heading += text
                } else {
                    sections[sections.count - 1].text += text
                }
            case .open, .close: if !sections.isEmpty { sections[sections.count - 1].text += " " }
            default: break
            }
        }
        self.sections = sections.map { (Self.plain($0.heading), Self.plain($0.text)) }
        links = main.components(separatedBy: "<a ").dropFirst().compactMap { part in
            guard let address = part.components(separatedBy: "href=\"").dropFirst().first?.prefix(while: { $0 != "\"" }),
                let end = part.utf8.firstIndex(of: UInt8(ascii: ">"))
            else { return nil }
            let inside = part[part.utf8.index(after: end)...].components(separatedBy: "</a>").first ?? ""
            return (Self.plain(ReadPage(inside).text), String(address).replacingAll("&amp;", with: "&"))
        }
    }

    /// A text in lower-case letters with one space between words, and without what only says where a word may be divided.
    static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars where scalar != "\u{AD}" {
            if scalar.properties.isWhitespace {
                if let last = plain.last, last != " " { plain.append(" ") }
            } else {
                plain.append(scalar)
            }
        }
        if plain.last == " " { plain.removeLast() }
        return String(plain)
    }
}

extension String {
    /// Whether the text is another, or begins with it as words of its own.
    func isOrBeginsWith(_ other: String) -> Bool {
        utf8.elementsEqual(other.utf8) || utf8.starts(with: (other + " ").utf8)
    }
}
