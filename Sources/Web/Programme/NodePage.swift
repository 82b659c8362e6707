import Charts
import Cooperation
import Markup

/// A part of the programme that has a page of its own, such as a focus area, ready to show.
struct NodePage: Encodable, Sendable {
    var edition: EditionPage.Reference
    var standing: EditionPage.Standing
    /// The edition that applies in its place.
    var replacedBy: EditionPage.Reference?
    var replacedSince: Period?
    var node: EditionPage.Node
    /// The node above, and what its level is called.
    var parent: EditionPage.Reference?
    var parentLevel: String?
    var previous: EditionPage.Reference?
    var next: EditionPage.Reference?
    /// The networks that its goals name and the bodies that have been assigned to it, those with pages of their own.
    var bodies: [BodyLink]
    /// The networks that its goals name, but that have no pages.
    var otherNetworks: [String]
    /// The outer frames that the edition takes as its starting point.
    var frames: [String]
    /// What the operational plans make of it.
    var activities: [NodeActivity] = []

    /// The page of a node; nil when the edition has no such node with a page.
    init?(_ edition: EditionPage, node id: String, _ reading: Reading) {
        guard let (node, above) = edition.find(id), node.hasPage else { return nil }
        self.edition = EditionPage.Reference(id: edition.id, title: edition.title)
        standing = edition.standing
        replacedBy = edition.replacedBy
        replacedSince = edition.replacedSince
        self.node = node
        parent = above.last.map { EditionPage.Reference(id: $0.id, title: $0.name) }
        parentLevel = above.last?.level
        let siblings = edition.nodesWithPages
        if let index = siblings.firstIndex(where: { $0.id == id }) {
            let reference = { (node: EditionPage.Node) in EditionPage.Reference(id: node.id, title: node.name) }
            previous = index > 0 ? reference(siblings[index - 1]) : nil
            next = index + 1 < siblings.count ? reference(siblings[index + 1]) : nil
        }
        frames = edition.frames.map(\.shortTitle)
        let named = Self.networks(of: node)
        bodies = edition.networks.filter { named.contains($0.name) }
        otherNetworks = named.filter { name in !edition.networks.contains { $0.name == name } }
        guard let edition = Edition.ID(edition.id) else { return }
        let inside = Set(Self.ids(of: node))
        for body in reading.cooperation.organisation.bodies(assignedTo: inside, of: edition) {
            let link = BodyLink(body)
            if body.closing == nil, !bodies.contains(link) { bodies.append(link) }
        }
    }

    /// The part, as a document to read.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document", "branch", node.sign?.toneClass ?? "tone-0")) {
            html.header(.class("opening")) {
                html.p(.class("kicker"), .content) {
                    html.text("\(node.level), ")
                    html.a(edition.title, to: reading.address("program", edition.id))
                }
                html.h1(.content) {
                    if let sign = node.sign { html.embed(sign.ornament) }
                    html.text(node.name)
                }
                html.p(.class("labels")) { html.standing(standing, words) }
                if let replacedBy {
                    html.p(.class("notice")) {
                        html.text(
                            replacedSince.map { words.programme.replacedSince(edition.title, words.period($0), replacedBy.title) }
                                ?? words.programme.replacedOnly(edition.title)
                        )
                        html.text(" ")
                        html.a("\(words.start.readProgramme): \(replacedBy.title)", to: reading.address("program", replacedBy.id))
                    }
                }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if node.title != nil, let text = node.text { html.paragraphs(text) }
                    if let background = node.background { html.paragraphs(background) }
                    for child in node.children { writeGoal(child, level: 2, html, words) }
                    html.activities(activities, reading)
                    html.remarks(node.remarks, words)
                    html.sources(node.sources, words)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(facts(reading), words)
                    if !bodies.isEmpty || !otherNetworks.isEmpty {
                        html.nav(.class("others"), .labelled(by: "arbetar-med")) {
                            html.h2(words.organisation.worksWithThis, .id("arbetar-med"))
                            html.ul {
                                for body in bodies {
                                    html.li { html.a(body.name, to: reading.address(steps: body.steps), .content) }
                                }
                                for name in otherNetworks { html.li(name, .content) }
                            }
                        }
                    }
                }
            }
            if previous != nil || next != nil {
                html.nav(.class("neighbours"), .label(node.level)) {
                    if let previous {
                        html.a(
                            "← \(previous.title)",
                            to: reading.address("program", edition.id, previous.id),
                            .rel(.previous),
                            .content
                        )
                    }
                    if let next {
                        html.a("\(next.title) →", to: reading.address("program", edition.id, next.id), .rel(.next), .content)
                    }
                }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        var facts = [Fact(words.programme.edition, edition.title, address: reading.address("program", edition.id))]
        if let parent, let parentLevel { facts.append(Fact(parentLevel, parent.title, isContent: true)) }
        if bodies.isEmpty, otherNetworks.isEmpty { facts.append(Fact(words.programme.networks, nil)) }
        for frame in frames where services(of: node).allSatisfy({ $0.frame != frame }) {
            facts.append(Fact(words.programme.serves(frame), nil))
        }
        return facts
    }

    private static func networks(of node: EditionPage.Node) -> [String] {
        node.children.reduce(node.networks) { found, child in
            found + networks(of: child).filter { !found.contains($0) }
        }
    }

    private static func ids(of node: EditionPage.Node) -> [Edition.Node.ID] {
        (Edition.Node.ID(node.id).map { [$0] } ?? []) + node.children.flatMap { ids(of: $0) }
    }

    private func services(of node: EditionPage.Node) -> [EditionPage.Service] {
        node.services + node.children.flatMap { services(of: $0) }
    }

    private func writeGoal(_ goal: EditionPage.Node, level: Int, _ html: HTML, _ words: Words) {
        html.section(.class("goal")) {
            html.p(goal.level, .class("kicker"), .content)
            let id = ID(goal.id)
            switch level {
            case 2: html.h2(goal.name, .id(id), .content)
            case 3: html.h3(goal.name, .id(id), .content)
            default: html.h4(goal.name, .id(id), .content)
            }
            if goal.title != nil, let text = goal.text { html.paragraphs(text) }
            if let background = goal.background { html.paragraphs(background) }
            if let added = goal.added { html.p(words.programme.added(words.period(added)), .class("help")) }
            for service in goal.services { html.service(service, words) }
            html.remarks(goal.remarks, words)
            let leaves = goal.children.allSatisfy { $0.children.isEmpty && $0.title == nil }
            if leaves, !goal.children.isEmpty {
                html.ol(.class("leaves")) {
                    for leaf in goal.children {
                        html.li {
                            html.p(.class("leaf"), .id(ID(leaf.id)), .content) {
                                html.span("\(leaf.level): ", .class("key"))
                                html.text(leaf.name)
                            }
                            if let background = leaf.background { html.paragraphs(background) }
                            for service in leaf.services { html.service(service, words) }
                            html.remarks(leaf.remarks, words)
                        }
                    }
                }
            } else {
                for child in goal.children { writeGoal(child, level: level + 1, html, words) }
            }
            html.sources(goal.sources, words)
        }
    }
}
