import Cooperation
import Markup

/// Other cooperations to compare with, ready to show.
struct PeersPage: Encodable, Sendable {
    /// One cooperation.
    struct Row: Encodable, Sendable {
        var id: String
        var name: String
        var municipalities: Int
        var form: String?
        /// The agreement that it rests on, where the register of documents has it.
        var agreement: EditionPage.Reference?
        var ratifiedBy: String?
        var seatsPerMunicipality: String?
        var chair: String?
        var decisionRule: String?
        var fee: String?
        var remarks: [String]
        var sources: [Source]
    }

    /// What the own row is called on the page.
    static let ownID = "egna-samarbetet"

    /// This cooperation, as its own record has it; nil before it was formed.
    var own: Row?
    var calledName: String
    /// In Swedish alphabetical order.
    var peers: [Row]

    /// The page of other cooperations.
    init(_ reading: Reading) {
        let cooperation = reading.cooperation
        calledName = reading.calledName
        let all = cooperation.organisation.peersInOrder
        // A comparison that somebody has made may list this cooperation too: what the record itself says goes first.
        peers = all.filter { $0.name != reading.name }.map { Row($0, reading) }
        guard let settings = cooperation.settings else { return }
        let listed = all.first { $0.name == settings.name }.map { Row($0, reading) }
        let agreement = cooperation.documents.inOrder.last { $0.facts.kind.saysAgreement }
        let presidency = cooperation.organisation.bodies(.committee).first { $0.closing == nil }?.presidencies.last
        let chair = presidency.flatMap { latest in
            reading.reference(to: latest.fact.chair).map {
                reading.words.organisation.lastKnownChair($0.title, reading.words.period(latest.period))
            }
        }
        own = Row(
            id: Self.ownID,
            name: settings.name,
            municipalities: cooperation.members.members.count,
            form: listed?.form ?? agreement?.facts.kind,
            agreement: agreement.map { EditionPage.Reference(id: $0.facts.id.text, title: $0.facts.title) },
            ratifiedBy: settings.ratifyingBody,
            seatsPerMunicipality: "\(settings.seatsPerMunicipality)",
            chair: listed?.chair ?? chair,
            decisionRule: listed?.decisionRule,
            fee: listed?.fee,
            remarks: listed?.remarks ?? [],
            sources: (settings.sources + (listed?.sources ?? []) + (agreement?.facts.sources ?? [])
                + (chair == nil ? [] : presidency?.fact.sources ?? [])).unique
        )
    }

    /// What the comparison shows, in a few words.
    func sentence(_ words: Words) -> String {
        let organisation = words.organisation
        guard !peers.isEmpty else { return organisation.noPeers }
        var sentences: [String] = []
        if let own { sentences.append(organisation.ownSize(calledName.withCapital, words.count(own.municipalities))) }
        let sizes = peers.map(\.municipalities).sorted()
        if let least = sizes.first, let most = sizes.last {
            sentences.append(
                peers.count == 1
                    ? organisation.onePeer(words.count(least))
                    : least == most
                        ? organisation.peersSameSize(words.count(least))
                        : organisation.peersSize(words.count(peers.count), words.number(least), words.number(most))
            )
        }
        let agreements = peers.count { $0.form?.saysAgreement ?? false }
        if agreements > 0 {
            let count = agreements == 1 ? organisation.oneOfThem : words.countFirst(agreements)
            sentences.append(
                own?.form?.saysAgreement ?? false
                    ? organisation.peersAgreementToo(count) : organisation.peersAgreement(count)
            )
        }
        return sentences.joined(separator: " ")
    }

    /// All of them, this cooperation first.
    var rows: [Row] { (own.map { [$0] } ?? []) + peers }

    /// The comparison as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.organisation
        return Table(
            columns: [
                "id", columns.peer, columns.peerMunicipalities, columns.form, columns.ratifiedBy, columns.seats, columns.chair,
                columns.rule, columns.fee, words.frame.remarks, words.frame.sources,
            ],
            rows: rows.map { row in
                [
                    row.id, row.name, "\(row.municipalities)", row.form ?? "", row.ratifiedBy ?? "",
                    row.seatsPerMunicipality ?? "", row.chair ?? "", row.decisionRule ?? "", row.fee ?? "",
                    row.remarks.joined(separator: " "), row.sources.map(\.text).joined(separator: " "),
                ]
            }
        )
    }

    /// The comparison, this cooperation first.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.organisation.peers)
                html.p(sentence(words), .class("lead"))
                if !peers.isEmpty { html.p(words.organisation.peersText) }
            }
            if !peers.isEmpty {
                html.section(.class("dense"), .label(words.organisation.peers)) {
                    writeTable(html, reading)
                    html.sources(rows.flatMap(\.sources).unique, words)
                }
            }
            html.p(.class("go")) { html.a(words.organisation.title, to: reading.address("organisation")) }
        }
    }

    private func writeTable(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let columns = words.organisation
        html.scrollingTable(columns.peers, words) {
            html.thead {
                html.tr {
                    html.th(columns.peer, scope: .column)
                    html.th(columns.peerMunicipalities, scope: .column, .class("number"))
                    html.th(columns.form, scope: .column)
                    html.th(columns.ratifiedBy, scope: .column)
                    html.th(columns.seats, scope: .column)
                    html.th(columns.chair, scope: .column)
                    html.th(columns.rule, scope: .column)
                    html.th(columns.fee, scope: .column)
                }
            }
            html.tbody { for row in rows { write(row, html, reading) } }
        }
    }

    private func write(_ row: Row, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let content = {
            html.th(scope: .row, .class("peer-cell")) {
                html.span(row.name, .content)
                if row.id == Self.ownID { html.small(" (\(words.organisation.ownRow))") }
                for remark in row.remarks { html.small(" \(remark)", .content) }
                html.small {
                    html.text(" \(words.organisation.source): ")
                    if row.id == Self.ownID {
                        html.a(words.frame.about, to: reading.address("om"))
                        if let agreement = row.agreement {
                            html.text(", ")
                            html.a(agreement.title, to: reading.address("dokument", agreement.id), .content)
                        }
                    } else {
                        html.sourceCell(row.sources, words)
                    }
                }
            }
            html.td(words.number(row.municipalities), .class("number"))
            for value in [row.form, row.ratifiedBy, row.seatsPerMunicipality] { html.td { html.value(value, words) } }
            html.td { html.value(row.chair, words, isContent: row.id != Self.ownID) }
            for value in [row.decisionRule, row.fee] { html.td { html.value(value, words) } }
        }
        if row.id == Self.ownID {
            html.tr(.id(ID(row.id)), .class("own-row"), content: content)
        } else {
            html.tr(.id(ID(row.id)), content: content)
        }
    }
}

extension PeersPage.Row {
    /// A cooperation as one row.
    init(_ peer: Peer, _ reading: Reading) {
        id = peer.id.text
        name = peer.name
        municipalities = peer.municipalities
        form = peer.form
        ratifiedBy = peer.ratifiedBy
        seatsPerMunicipality = peer.seatsPerMunicipality
        chair = peer.chair
        decisionRule = peer.decisionRule
        fee = peer.fee
        remarks = reading.texts(peer.remarks)
        sources = peer.sources
    }
}

extension HTML {
    /// A value in the cooperation's own words; an unknown one is said to be.
    fileprivate func value(_ value: String?, _ words: Words, isContent: Bool = true) {
        guard let value else {
            em(words.frame.unknown, .class("unknown"))
            return
        }
        if isContent { span(value, .content) } else { text(value) }
    }
}

extension String {
    /// Whether the word for an agreement is part of the text: 'samarbetsavtal per mandatperiod'.
    fileprivate var saysAgreement: Bool {
        let word = Array("avtal".utf8)
        let bytes = Array(utf8)
        guard bytes.count >= word.count else { return false }
        return (0...(bytes.count - word.count)).contains { start in
            zip(word, bytes[start...]).allSatisfy { $0 == $1 | 0x20 }
        }
    }
}
