import Cooperation
import DocumentTools
import Markup

/// The papers that a municipality gets with a proposal: a cover letter, a proposal for its board's decision, and the locked text.
///
/// They go into a Swedish municipality's own register, so they are in Swedish whatever language the page is in. They are the same each time
/// they are made: what they say is what stood when the proposal was locked and sent, and the file's own time is the day it was locked.
struct ProposalPapers: Sendable {
    /// One of the papers.
    enum Paper: String, CaseIterable, Sendable {
        case coverLetter = "missiv"
        case decision = "forslag-till-beslut"
        case text = "programmet"

        /// The paper with that name in addresses.
        init?(_ name: String) { self.init(rawValue: name) }
    }

    private let proposal: Proposal
    private let reading: Reading
    private let address: PublicAddress
    private let words = Words.of(.swedish)

    init(_ proposal: Proposal, _ reading: Reading, _ address: PublicAddress) {
        self.proposal = proposal
        self.reading = reading
        self.address = address
    }

    /// A paper for a municipality.
    func document(_ paper: Paper, for municipality: Municipality) -> PrintedDocument {
        switch paper {
        case .coverLetter: coverLetter(for: municipality)
        case .decision: decision(for: municipality)
        case .text: text
        }
    }

    /// The locked text alone: the annex of every board's decision.
    ///
    /// What it is stands at the foot of each page, so that the pages hold nothing but the text and can be compared with it.
    var text: PrintedDocument {
        let canonical = reading.canonicalText(of: proposal)
        var document = document(title: proposal.facts.text.title, subtitle: nil, blocks: canonical.blocks)
        document.date = nil
        document.footer =
            "Förslag \(proposal.facts.number), låst den \(words.period(proposal.locked)). SHA-256: \(proposal.facts.digest ?? canonical.digest)"
        return document
    }

    private func coverLetter(for municipality: Municipality) -> PrintedDocument {
        let facts = proposal.facts
        var blocks: [PrintedDocument.Block] = [
            paragraph("Till \(board(of: municipality))"),
            .heading(level: 1, [.plain("Förslag till \(facts.text.title)")]),
            paragraph(
                "\(committee) föreslår att \(facts.text.title) antas. \(decided) Programmet är avsett att gälla \(validity). "
                    + "Varje kommun beslutar för sig, och ingen kan besluta i en annan kommuns ställe."
            ),
            .heading(level: 1, [.plain("Det här ber vi er göra")]),
            .list(
                ordered: true,
                items: [
                    [paragraph("Registrera ärendet hos er. Skriv in ert diarienummer på adressen nedan.")],
                    [
                        paragraph(
                            "Ta upp ärendet i \(board(of: municipality)). Ett färdigt förslag till beslut följer med.\(latest)"
                        )
                    ],
                    [
                        paragraph(
                            "Lägg in beslutet när det är fattat, med paragraf och protokollsutdrag, och sedan dagarna då paragrafen "
                                + "justerades och justeringen anslogs."
                        )
                    ],
                ]
            ),
        ]
        if let page = page(of: municipality) {
            blocks.append(.paragraph([.plain("Ärendet i Samverka: "), .link(page, address: page)]))
        }
        blocks += [
            .heading(level: 1, [.plain("När programmet börjar gälla")]),
            paragraph(rule),
            .heading(level: 1, [.plain("Texten är låst")]),
            paragraph(
                "Alla kommuner beslutar om samma text. Den har kontrollsumman \(facts.digest ?? "som saknas") (SHA-256). Antar ni programmet med "
                    + "ett tillägg eller återremitterar det, så lägg in tilläggets eller frågans lydelse. Då ser alla vad som skiljer."
            ),
            .heading(level: 1, [.plain("Bilagor")]),
            .list(
                ordered: false,
                items: [[paragraph("Förslag till beslut")], [paragraph("\(facts.text.title), förslag \(facts.number)")]]
            ),
        ]
        return document(
            title: "Missiv: förslag till \(facts.text.title)",
            subtitle: municipality.facts.officialName,
            blocks: blocks
        )
    }

    private func decision(for municipality: Municipality) -> PrintedDocument {
        let facts = proposal.facts
        return document(
            title: "Förslag till beslut: \(facts.text.title)",
            subtitle: board(of: municipality),
            blocks: [
                .heading(level: 1, [.plain("Förslag till beslut")]),
                .list(
                    ordered: true,
                    items: [
                        [paragraph("\(board(of: municipality)) antar \(facts.text.title) enligt bilaga, att gälla \(validity).")],
                        [paragraph("Beslutet gäller under förutsättning att programmet träder i kraft. \(rule)")],
                        [paragraph("Beslutet skickas till kansliet för \(reading.calledName) som protokollsutdrag.")],
                    ]
                ),
                .heading(level: 1, [.plain("Ärendet")]),
                paragraph(
                    "\(committee) har tagit fram ett förslag till \(facts.text.title). \(decided) Utvecklingsprogrammet anger vad kommunerna är "
                        + "överens om för perioden. Kommittén beslutar inte för kommunerna; programmet träder i kraft genom kommunernas egna "
                        + "beslut."
                ),
                .heading(level: 1, [.plain("Handlingar")]),
                .list(
                    ordered: false,
                    items: [
                        [paragraph("Missiv från \(reading.calledName)")],
                        [
                            paragraph(
                                "\(facts.text.title), förslag \(facts.number), med kontrollsumman \(facts.digest ?? "som saknas") (SHA-256)"
                            )
                        ],
                    ]
                ),
                .heading(level: 1, [.plain("Ekonomi och barnets bästa")]),
                .note([
                    .plain(
                        "Kommunen fyller själv i vad beslutet betyder för ekonomin och för barn, så som det brukar beskrivas i kommunen."
                    )
                ]),
            ]
        )
    }

    // MARK: What they share

    private func document(title: String, subtitle: String?, blocks: [PrintedDocument.Block]) -> PrintedDocument {
        PrintedDocument(
            title: title,
            subtitle: subtitle,
            author: reading.name,
            date: words.period(proposal.locked),
            made: Instant(startOf: proposal.locked.last).microseconds / 1_000_000,
            header: reading.name,
            footer: "\(proposal.facts.text.title), förslag \(proposal.facts.number)",
            blocks: blocks
        )
    }

    private func paragraph(_ text: String) -> PrintedDocument.Block { .paragraph([.plain(text)]) }

    private func board(of municipality: Municipality) -> String {
        if let board = reading.cooperation.organisation.ratifyingBody(of: municipality.facts.id) { return board.facts.name }
        let body = reading.cooperation.settings?.ratifyingBody ?? "kommunstyrelsen"
        return "\(body.prefix(1).uppercased())\(body.dropFirst()) i \(municipality.facts.name)"
    }

    private var committee: String {
        proposal.facts.decision.map { reading.name(of: .body($0.body)) }
            ?? reading.cooperation.organisation.bodies(.committee).first?.facts.name ?? "Samarbetskommittén"
    }

    private var decided: String {
        guard let decision = proposal.facts.decision, let meeting = reading.cooperation.meetings[decision.body, decision.meeting]
        else {
            return ""
        }
        return "Kommittén beslutade om förslaget den \(words.date(meeting.facts.day)), § \(decision.paragraph)."
    }

    private var validity: String {
        let validity = proposal.facts.text.validity
        let from = "från och med \(words.period(validity.from))"
        return validity.to.map { "\(from) till och med \(words.period($0))" } ?? from
    }

    /// The last day to decide for the schedule to hold, when there is a schedule.
    private var latest: String {
        guard let schedule = reading.cooperation.ratification[proposal.facts.edition]?.schedule else { return "" }
        return " Vi hoppas på ett beslut senast den \(words.date(BackPlan.Terms(schedule).lastDecisionDay))."
    }

    private func page(of municipality: Municipality) -> String? {
        let path = reading.addressNow(steps: ["ratificering", proposal.facts.edition.text, municipality.facts.id.text]).text
        return path.map { address.text + $0 }
    }

    /// The rule for entry into force, in sentences.
    private var rule: String { words.entry(by: proposal.facts.rule).joined(separator: " ") }
}
