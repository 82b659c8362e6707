import Cooperation
import Markup

/// A body that a page points to.
struct BodyLink: Encodable, Sendable, Hashable {
    var id: String
    var name: String
    var kind: Body.Kind

    /// A body by its name and where it stands.
    init(_ body: Body) {
        id = body.facts.id.text
        name = body.facts.name
        kind = body.facts.kind
    }

    /// The steps of its page.
    var steps: [String] { kind == .network ? ["natverk", id] : ["organisation", id] }
}

extension EditionPage.Reference {
    /// A municipality that a page points to.
    init(_ municipality: Municipality) {
        self.init(id: municipality.facts.id.text, title: municipality.facts.name)
    }
}

extension Reading {
    /// A municipality that may be seen, to point to.
    func reference(to id: Municipality.ID?) -> EditionPage.Reference? {
        id.flatMap { cooperation.members[$0] }.map { EditionPage.Reference($0) }
    }

    /// Every body that may be seen: kind by kind, each in Swedish alphabetical order.
    var bodies: [Body] { Body.Kind.allCases.flatMap { cooperation.organisation.bodies($0) } }
}

extension HTML {
    /// Bodies in a list, each with its link.
    func bodies(_ bodies: [BodyLink], _ reading: Reading) {
        ul {
            for body in bodies { li { a(body.name, to: reading.address(steps: body.steps), .content) } }
        }
    }

    /// Where a row's facts come from, short enough for a cell: each source by its host, the whole address behind the link.
    func sourceCell(_ sources: [Source], _ words: Words) {
        guard !sources.isEmpty else {
            em(words.frame.unknown, .class("unknown"))
            return
        }
        for (index, source) in sources.enumerated() {
            if index > 0 { text(", ") }
            if source.isAddress, let address = Address(source.text) {
                a(source.named, to: address, .rel(.external))
            } else {
                span(source.text, .content)
            }
        }
    }
}

extension HTML {
    /// Where one statement comes from, on a line under it.
    func sourceLine(_ sources: [Source], _ words: Words) {
        guard !sources.isEmpty else { return }
        p(.class("source-line")) {
            text("\(words.organisation.source): ")
            sourceCell(sources, words)
        }
    }
}

extension Source {
    /// The host of an address: 'sodertornskommunerna.se'; the name of a document as it is.
    var named: String {
        guard isAddress else { return text }
        var rest = Substring(text).utf8[...]
        for scheme in ["https://", "http://"] where rest.starts(with: scheme.utf8) { rest = rest.dropFirst(scheme.utf8.count) }
        if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
        return String(Substring(rest.prefix { $0 != UInt8(ascii: "/") }))
    }
}
