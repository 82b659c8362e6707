import Cooperation
import HTTPTypes
import Markup
import Registry

import struct Cooperation.Draft

extension Site {
    /// Every saved state of a draft, and the way back to one.
    var versionRoutes: [Route] {
        [
            Route.may(
                [.readDraft],
                .get,
                "/program/{edition}/utkast/versioner",
                needing: { try readNeed($0) }
            ) { asked, _ in
                let reading = readings.whole(for: asked)
                let draft = try draft(asked, reading)
                let page = DraftVersionsPage(draft, reading, timeline: readings.registrar.snapshot.timeline)
                return .page(inside(reading.words.drafting.versions, draft, reading, asked) { page.write($0, reading) })
            },
            Route.may(
                [.readDraft],
                .get,
                "/program/{edition}/utkast/versioner/{n}",
                needing: { asked in
                    _ = try version(asked, of: draft(asked, readings.whole(for: asked, isShown: false)))
                    return Need(.readDraft)
                }
            ) { asked, _ in
                let reading = readings.whole(for: asked)
                let draft = try draft(asked, reading)
                let version = try version(asked, of: draft)
                let page = DraftVersionPage(version, of: draft, reading, timeline: readings.registrar.snapshot.timeline)
                var above = above(draft, reading)
                above.append(.init(name: reading.words.drafting.versions, steps: draft.steps + ["versioner"]))
                let title = reading.words.drafting.versionNumber(reading.words.number(version.number))
                let shell = Shell(
                    title: title,
                    description: title,
                    steps: asked.steps,
                    place: .programme,
                    above: above,
                    hasHistory: false
                )
                return .page(shell.page(reading, assets: assetAddresses) { page.write($0, reading) })
            },
        ]
            + editing(
                [.writeDraft],
                "/program/{edition}/utkast/versioner/{n}/aterstall",
                needing: { asked, reading in
                    _ = try version(asked, of: draft(asked, reading))
                    return Need(.writeDraft)
                },
                form: { context in
                    let (words, reading) = (context.words.draftForms, context.reading)
                    let draft = try draft(context.asked, reading)
                    let number = reading.words.number(try version(context.asked, of: draft).number)
                    let edition = draft.edition
                    return EditForm(
                        title: words.restoreTitle(number),
                        lead: words.restoreLead,
                        form: Form([]),
                        submit: words.restoreSubmit,
                        above: above(draft, reading),
                        place: .programme,
                        isAbout: { $0.drafting(of: edition)?.change != nil },
                        takesDrafts: false
                    )
                },
                save: { _, context in
                    let reading = context.reading
                    let draft = try draft(context.asked, reading)
                    let number = try version(context.asked, of: draft).number
                    guard number != draft.current.number else { return Edit([], done: reading.address(steps: draft.steps)) }
                    return Edit(
                        ReviseDraft(draft.edition, .restore(version: number)),
                        happened: context.today,
                        done: reading.address(steps: draft.steps),
                        message: context.words.draftForms.restored(reading.words.number(number))
                    )
                }
            )
    }

    private func version(_ asked: Asked, of draft: Draft) throws(Fault) -> Draft.Version {
        guard let number = Int(asked["n"]), let version = draft.version(number) else { throw .notFound }
        return version
    }
}

/// The saved states of a draft, ready to show.
struct DraftVersionsPage: Sendable {
    /// One of them.
    struct Row: Sendable {
        var number: Int
        var saved: String
        var who: String
        var what: String
    }

    private let edition: String
    /// The latest first.
    private let rows: [Row]

    init(_ draft: Draft, _ reading: Reading, timeline: Timeline) {
        edition = draft.edition.text
        rows = draft.versions.reversed().map { Row($0, of: draft, reading, timeline) }
    }

    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        html.div(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.versions)
                html.p(words.versionsLead(rows.count, reading.words.number(rows.count)), .class("lead"))
            }
            if rows.count > 1 { writeChoice(html, reading) }
            html.section(.labelled(by: "alla")) {
                html.h2(words.allVersions, .id("alla"))
                html.scrollingTable(words.versions, reading.words) {
                    html.thead {
                        html.tr {
                            for heading in [words.version, words.saved, words.who, words.what, words.sinceBefore] {
                                html.th(heading, scope: .column)
                            }
                        }
                    }
                    html.tbody { for row in rows { write(row, html, reading) } }
                }
            }
        }
    }

    private func write(_ row: Row, _ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        let number = reading.words.number(row.number)
        html.tr {
            html.th(scope: .row) {
                html.a(
                    words.versionNumber(number),
                    to: reading.address("program", edition, "utkast", "versioner", String(row.number))
                )
            }
            html.td(row.saved)
            html.td(row.who)
            html.td(row.what, .content)
            html.td {
                if row.number > 1 {
                    html.a(
                        words.showDifference,
                        to: reading.address(
                            steps: ["program", edition, "utkast", "jamfor"],
                            query: [
                                (DraftComparison.from, String(row.number - 1)), (DraftComparison.to, String(row.number)),
                            ]
                        ),
                        .label("\(words.showDifference): \(words.versionNumber(number))")
                    )
                }
            }
        }
    }

    /// Any two of them beside each other.
    private func writeChoice(_ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        html.section(.labelled(by: "jamfor")) {
            html.h2(words.compareTitle, .id("jamfor"))
            html.form(.get, to: Address(steps: ["program", edition, "utkast", "jamfor"]), .class("questions")) {
                choice(DraftComparison.from, words.compareFrom, chosen: rows.last?.number, html, reading)
                choice(DraftComparison.to, words.compareTo, chosen: rows.first?.number, html, reading)
                if reading.language != .swedish {
                    html.input(.hidden, name: PageLanguage.parameter, value: reading.language.rawValue)
                }
                html.div(.class("buttons")) { html.button(words.showDifference) }
            }
        }
    }

    private func choice(_ name: String, _ label: String, chosen: Int?, _ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        html.div(.class("question")) {
            html.label(label, for: ID("val-\(name)"))
            html.select(name: name, .id(ID("val-\(name)"))) {
                if name == DraftComparison.from, reading.cooperation.programme.latestInForce(on: reading.today) != nil {
                    html.option(words.editionInForce, value: DraftComparison.inForce)
                }
                for row in rows {
                    html.option(
                        "\(words.versionNumber(reading.words.number(row.number))), \(row.saved)",
                        value: String(row.number),
                        isSelected: row.number == chosen
                    )
                }
            }
        }
    }
}

extension DraftVersionsPage.Row {
    init(_ version: Draft.Version, of draft: Draft, _ reading: Reading, _ timeline: Timeline) {
        number = version.number
        let record = timeline[version.position]
        saved = record.map { reading.words.moment($0.recorded) } ?? reading.words.period(version.saved)
        who = record.map { reading.name(of: $0.actor) } ?? reading.words.editing.somebody
        what = reading.sentence(on: version, of: draft)
    }
}

/// One saved state, ready to show.
struct DraftVersionPage: Sendable {
    private let row: DraftVersionsPage.Row
    private let page: DraftPage
    private let isCurrent: Bool

    init(_ version: Draft.Version, of draft: Draft, _ reading: Reading, timeline: Timeline) {
        row = .init(version, of: draft, reading, timeline)
        page = DraftPage(version, of: draft, reading)
        isCurrent = version.number == draft.current.number
    }

    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.drafting
        let number = reading.words.number(row.number)
        html.article(.class("document", "draft")) {
            html.header(.class("opening")) {
                html.h1(words.versionNumber(number))
                html.p(words.versionLead(row.saved, row.who), .class("lead"))
                html.p(row.what, .content)
                html.ul(.class("actions")) {
                    if row.number > 1 {
                        html.li { compare(words.sinceBefore, row.number - 1, row.number, html, reading) }
                    }
                    if !isCurrent {
                        html.li { compare(words.sinceThen, row.number, nil, html, reading) }
                        if reading.viewer.may(.writeDraft) {
                            html.li {
                                html.a(
                                    words.restore,
                                    to: reading.address(
                                        "program",
                                        page.edition,
                                        "utkast",
                                        "versioner",
                                        String(row.number),
                                        "aterstall"
                                    )
                                )
                            }
                        }
                    }
                }
            }
            page.writeText(html, reading)
        }
    }

    private func compare(_ text: String, _ from: Int, _ to: Int?, _ html: HTML, _ reading: Reading) {
        let query = [(DraftComparison.from, String(from))] + (to.map { [(DraftComparison.to, String($0))] } ?? [])
        html.a(text, to: reading.address(steps: ["program", page.edition, "utkast", "jamfor"], query: query))
    }
}

extension Reading {
    /// What was done to come to a version, in words.
    func sentence(on version: Draft.Version, of draft: Draft) -> String {
        let words = words.drafting
        let before = draft.version(version.number - 1)?.text ?? version.text
        func name(_ id: Edition.Node.ID) -> String {
            (version.text.node(id) ?? before.node(id)).map { "”\(self.name(of: $0))”" } ?? id.text
        }
        return switch version.change {
        case nil: words.didBegin
        case .front: words.didFront
        case .rewritten(let node): words.didRewrite(name(node.id))
        case .added(let node, _): words.didAdd(name(node.id))
        case .removed(let id): words.didRemove(name(id))
        case .moved(let id, _, _): words.didMove(name(id))
        case .split(let id, let parts):
            words.didSplit(before.node(id).map { "”\(self.name(of: $0))”" } ?? name(id), self.words.number(parts.count))
        case .merged(let ids, let whole): words.didMerge(self.words.number(ids.count), name(whole.id))
        case .restored(let number): words.didRestore(self.words.number(number))
        case .adopted(_, let id, _, _): words.didAdopt(name(id))
        }
    }
}
