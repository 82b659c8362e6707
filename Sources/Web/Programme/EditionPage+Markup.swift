import Charts
import Cooperation
import Markup

extension EditionPage {
    /// The whole edition, as a document to read.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.p(.class("labels")) { html.standing(standing, words) }
                html.h1(title, .content)
                html.p(words.sentence(on: self), .class("lead"))
                if let round, round.isRunning, round.number != nil { html.runningRound(round, reading) }
            }
            if hasIntroduction {
                html.div(.class("with-margin")) {
                    html.div(.class("column")) { writeIntroduction(html, words) }
                    html.aside(.class("margin"), .label(words.frame.facts)) { writeFacts(html, reading) }
                }
            } else {
                html.aside(.class("across"), .label(words.frame.facts)) { writeFacts(html, reading) }
            }
            writeTree(html, words)
            if !tree.isEmpty {
                html.section(.class("goals"), .label(words.programme.treeAsList)) {
                    for node in tree { html.goal(node, depth: 0, reading, edition: self) }
                }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    writeList(principles, words.programme.principles, id: "principer", html)
                    writeList(commitments, words.programme.commitments, id: "ataganden", html)
                    for frame in frames { frame.write(html, reading, edition: id) }
                    html.missing(missing, words)
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history(reading), reading)
                    if standing == .inForce, reading.isNow, reading.viewer.may(.prolongEdition) {
                        html.p(.class("go")) {
                            html.a(words.ratification.locking.prolongSubmit, to: reading.address("program", id, "forlang"))
                        }
                    }
                }
            }
        }
    }

    private var hasIntroduction: Bool {
        tree.isEmpty || visionTitle != nil || purpose != nil || focus != nil || !themes.isEmpty
    }

    private func writeFacts(_ html: HTML, _ reading: Reading) {
        html.facts(facts(reading), reading.words)
        html.remarks(entryRemarks, reading.words)
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        let programme = words.programme
        let isProposed = round?.isRunning ?? false
        // Who has decided is told by the round, until it has come to its end.
        var facts = isProposed ? [] : [Fact(programme.decidedBy, decidedBy?.withCapital, isContent: true)]
        facts += [
            Fact(programme.inForce, inForce.map(words.period) ?? (isProposed ? words.round.notYet : nil)),
            Fact(
                programme.valid,
                words.span(from: validFrom, to: validTo).withCapital,
                note: endIsInferred ? programme.validInferred : nil
            ),
        ]
        if let shortTitle { facts.append(Fact(programme.alsoCalled, shortTitle, isContent: true)) }
        if let horizon { facts.append(Fact(programme.horizon, "\(horizon)")) }
        if let replaces {
            facts.append(Fact(programme.replaces, replaces.title, address: reading.address("program", replaces.id)))
        }
        if let replacedBy {
            facts.append(Fact(programme.replacedBy, replacedBy.title, address: reading.address("program", replacedBy.id)))
        }
        if let round, !round.isRunning {
            facts.append(
                Fact(words.round.howAdopted, round.count(words), address: reading.address("ratificering", round.edition))
            )
        }
        if let document {
            facts.append(
                Fact(words.documents.document, document.title, address: reading.address("dokument", document.id))
            )
        }
        return facts
    }

    private func writeIntroduction(_ html: HTML, _ words: Words) {
        if tree.isEmpty { html.p(words.programme.textUnknown) }
        if let visionTitle {
            html.section(.class("vision"), .labelled(by: "vision")) {
                html.h2(words.programme.vision, .id("vision"))
                html.blockquote(.content) {
                    html.p(visionTitle)
                    if let visionSubtitle { html.p(visionSubtitle, .class("under")) }
                }
            }
        }
        if let purpose {
            html.section(.labelled(by: "syfte")) {
                html.h2(words.programme.purpose, .id("syfte"))
                html.paragraphs(purpose)
            }
        }
        if let focus {
            html.section(.labelled(by: "inriktning")) {
                html.h2(words.programme.focus, .id("inriktning"))
                html.paragraphs(focus.withCapital)
            }
        }
        if !themes.isEmpty {
            html.p(.class("theme")) {
                html.strong(words.programme.themes)
                html.text(": \(words.list(themes)).")
            }
        }
    }

    /// The tree drawn, for wide screens and for narrow.
    func writeTree(_ html: HTML, _ words: Words, heading: String? = nil) {
        guard !tree.isEmpty else { return }
        let counts = words.list(counts.map { "\($0.count) \(($0.count == 1 ? $0.level : $0.plural).lowercased())" })
        let description = words.programme.treeDescription(title, counts)
        html.section(.class("tree-section"), .labelled(by: "maltrad")) {
            html.h2(heading ?? words.programme.tree, .id("maltrad"))
            html.p("\(counts).", .content)
            html.figure(.class("drawing wide-only"), .content) {
                html.embed(
                    TreeDrawing(drawing, shape: .wide, title: words.programme.tree, description: description, id: "trad-bred")
                        .markup
                )
            }
            html.figure(.class("drawing narrow-only"), .content) {
                html.embed(
                    TreeDrawing(drawing, shape: .narrow, title: words.programme.tree, description: description, id: "trad-smal")
                        .markup
                )
            }
        }
    }

    private func writeList(_ items: [String], _ heading: String, id: ID, _ html: HTML) {
        guard !items.isEmpty else { return }
        html.section(.labelled(by: id)) {
            html.h2(heading, .id(id))
            html.ul(.content) { for item in items { html.li(item.withCapital) } }
        }
    }

    /// Every node on its own row, with its place in the tree, for a file.
    func table(_ words: Words) -> Table {
        var rows: [[String]] = []
        func add(_ node: Node, parent: String) {
            rows.append([
                node.id, parent, node.level, node.title ?? "", node.text ?? "", words.list(node.networks), node.added?.iso ?? "",
                node.services.map { "\($0.frame) \($0.goal)" }.joined(separator: "; "), node.remarks.joined(separator: " "),
            ])
            for child in node.children { add(child, parent: node.id) }
        }
        for node in tree { add(node, parent: "") }
        let programme = words.programme
        return Table(
            columns: [
                "id", "under", programme.level, programme.name, programme.wording, programme.networks, programme.addedColumn,
                programme.contributesTo, words.frame.remarks,
            ],
            rows: rows
        )
    }
}

extension HTML {
    /// A label that says where an edition stands; a sign and a word, not a colour alone.
    func standing(_ standing: EditionPage.Standing, _ words: Words) {
        switch standing {
        case .inForce: span("✓ \(words.label(standing))", .class("label", "in-force"))
        case .replaced: span("→ \(words.label(standing))", .class("label", "replaced"))
        case .lapsed: span("… \(words.label(standing))", .class("label", "lapsed"))
        case .notInForce: span("○ \(words.label(standing))", .class("label", "proposed"))
        }
    }

    /// A node of the goal tree with everything under it.
    func goal(_ node: EditionPage.Node, depth: Int, _ reading: Reading, edition: EditionPage) {
        let words = reading.words
        let isLeaf = node.children.isEmpty
        let writeBody = {
            if let background = node.background { div(.class("background")) { paragraphs(background) } }
            if let added = node.added { p(words.programme.added(words.period(added)), .class("help")) }
            if !node.networks.isEmpty {
                p(.class("networks")) {
                    span("\(words.programme.networks): ", .class("key"))
                    networks(node.networks, edition.networks, reading)
                }
            }
            for service in node.services { self.service(service, words) }
            remarks(node.remarks, words)
        }
        if isLeaf, depth > 1 {
            p(.class("leaf"), .content) {
                span("\(node.level): ", .class("key"))
                text(node.name)
            }
            if let title = node.title, let text = node.text, title != text { p(text, .content) }
            writeBody()
            return
        }
        div(node.branch == nil ? .class("node") : .class("node", "branch", node.sign?.toneClass ?? "tone-0")) {
            p(node.level, .class("kicker"), .content)
            heading(node, depth: depth, reading, edition: edition.id)
            if node.title != nil, let text = node.text { paragraphs(text) }
            writeBody()
            let leaves = node.children.filter(\.children.isEmpty)
            if depth >= 1, leaves.count == node.children.count, !leaves.isEmpty {
                ol(.class("leaves")) {
                    for leaf in leaves { li { goal(leaf, depth: depth + 2, reading, edition: edition) } }
                }
            } else {
                for child in node.children { goal(child, depth: depth + 1, reading, edition: edition) }
            }
        }
    }

    /// Networks by their names, each with its link when it has a page.
    private func networks(_ names: [String], _ pages: [BodyLink], _ reading: Reading) {
        for (index, name) in names.enumerated() {
            if index > 0 { text(index == names.count - 1 ? " \(reading.words.frame.and) " : ", ") }
            if let page = pages.first(where: { $0.name == name }) {
                a(name, to: reading.address(steps: page.steps), .content)
            } else {
                span(name, .content)
            }
        }
    }

    private func heading(_ node: EditionPage.Node, depth: Int, _ reading: Reading, edition: String) {
        let content = {
            if let sign = node.sign, node.hasPage { embed(sign.ornament) }
            if node.hasPage {
                a(node.name, to: reading.address("program", edition, node.id))
            } else {
                text(node.name)
            }
        }
        let id = ID(node.id)
        switch depth {
        case 0: h2(.id(id), .content, content: content)
        case 1: h3(.id(id), .content, content: content)
        case 2: h4(.id(id), .content, content: content)
        case 3: h5(.id(id), .content, content: content)
        default: h6(.id(id), .content, content: content)
        }
    }

    /// That a goal serves a goal of an outer frame.
    func service(_ service: EditionPage.Service, _ words: Words) {
        p(.class("service")) {
            span("\(words.programme.serves(service.frame)): ", .class("key"))
            span(service.goalText, .content)
            if let reason = service.reason {
                text(". \(words.programme.why): ")
                span(reason, .content)
            }
        }
    }
}

extension EditionPage.Frame {
    /// The frame, its goals and which of the edition's goals serve each.
    func write(_ html: HTML, _ reading: Reading, edition: String) {
        let words = reading.words
        let programme = words.programme
        html.section(.class("frame"), .labelled(by: ID("ram-\(id)"))) {
            html.h2(programme.frames(shortTitle), .id(ID("ram-\(id)")))
            html.p("\(title). \(programme.frameIntroduction(owner))")
            if hasEnded { html.p(programme.frameEnded, .class("notice")) }
            if isEnding { html.p(programme.frameEnding, .class("notice")) }
            html.facts(
                [
                    Fact(programme.frameVision, vision, isContent: true),
                    Fact(programme.frameAdopted, adopted.map(words.period)),
                    Fact(programme.frameInForce, inForce.map(words.period)),
                    Fact(
                        programme.frameValid,
                        (validToInWords ?? validTo.map(words.period)).map { words.dates.upTo($0).withCapital }
                    ),
                ],
                words
            )
            if !hasMapping { html.p(programme.noMapping, .class("notice")) }
            html.scrollingTable(programme.frames(shortTitle), words) {
                html.thead {
                    html.tr {
                        html.th(programme.frameGoal, scope: .column)
                        html.th(programme.servedBy, scope: .column)
                    }
                }
                html.tbody {
                    for goal in goals {
                        html.tr {
                            html.th(scope: .row, .content) { html.text(goal.numberedText) }
                            html.td { write(servers: goal.servedBy, html, reading, edition: edition) }
                        }
                    }
                }
            }
            if !details.isEmpty { html.ul(.content) { for detail in details { html.li(detail) } } }
            if let successor {
                html.h3(programme.frameSuccessor)
                html.paragraphs(successor)
                html.sources(successorSources, words)
            }
            html.remarks(remarks, words)
            if !missing.isEmpty { html.ul(.class("open"), .content) { for text in missing { html.li(text) } } }
            html.sources(sources, words)
        }
    }

    private func write(servers: [Goal.Server], _ html: HTML, _ reading: Reading, edition: String) {
        guard !servers.isEmpty else {
            html.em(hasMapping ? reading.words.programme.servedByNobody : reading.words.frame.unknown, .class("unknown"))
            return
        }
        html.ul(.content) {
            for server in servers {
                html.li {
                    html.a(server.name, to: reading.address(steps: ["program", edition], fragment: ID(server.id)))
                    if let reason = server.reason { html.text(" – \(reason)") }
                }
            }
        }
    }
}
