import Cooperation

/// What the boards decided about an edition, as a file tells of it: `antagande: haninge, huddinge` with what is known below.
struct BoardDecisions {
    /// A board's decision, and the line it stands on.
    struct Known {
        let municipality: Municipality.ID
        let outcome: Track.Outcome
        let period: Period
        /// Whether the source says only that it was by then.
        let isLatestDay: Bool
        let paragraph: Int?
        let caseNumber: String?
        let text: String?
        let sources: [Source]
        let line: Int
    }

    let known: [Known]
    let remarks: [String]
    let sources: [Source]

    private static let outcomes: [(word: String, outcome: Track.Outcome)] = [
        ("antaget", .adopted), ("antaget med tillägg", .adoptedWithAddition), ("återremitterat", .sentBack),
        ("avslaget", .rejected),
    ]

    /// Reads every `antagande` of an edition.
    init(_ fields: inout Fields, _ log: FaultLog) {
        var known: [Known] = []
        var remarks: [String] = []
        var sources: [Source] = []
        for line in fields.all("antagande") {
            var below = Fields(line, log)
            let day = below.requiredPeriod("dag")
            let isLatestDay = below.flag("senast")
            let paragraph = below.number("paragraf", in: 1...RecordDecision.greatestParagraph)
            let caseNumber = below.text("diarienummer")
            let outcome = Self.outcome(&below, log)
            let text = below.text("lydelse")
            remarks += below.remarks()
            let found = below.sources()
            for source in found where !sources.contains(source) { sources.append(source) }
            below.finish()
            guard let day, let names = fields.value(of: line) else { continue }
            for name in names.split(separator: ",").map({ $0.split(separator: " ").joined(separator: " ") }) {
                guard let id: Municipality.ID = fields.id(name, at: line.line) else { continue }
                known.append(
                    Known(
                        municipality: id,
                        outcome: outcome,
                        period: day,
                        isLatestDay: isLatestDay,
                        paragraph: paragraph,
                        caseNumber: caseNumber,
                        text: text,
                        sources: found,
                        line: line.line
                    )
                )
            }
        }
        self.known = known.sorted { ($0.period.last, $0.municipality) < ($1.period.last, $1.municipality) }
        self.remarks = remarks
        self.sources = sources
    }

    /// When the first of them decided; nil when nothing is known.
    var first: Period? { known.first?.period }

    /// What is to be recorded: the proposal, that it was sent, and each decision.
    ///
    /// Which days the proposal was locked and sent no source tells, so they count from when the edition was known.
    func requests(for edition: Edition.ID, from happened: Period, rule: EntryRule, _ log: FaultLog) -> [PlannedRequest] {
        guard let line = known.first?.line else { return [] }
        let origin = PlannedRequest.Origin(file: log.file, line: line)
        let proposal = RecordProposal(edition, rule: rule, remarks: remarks, sources: sources)
        var municipalities: [Municipality.ID] = []
        for decision in known where !municipalities.contains(decision.municipality) {
            municipalities.append(decision.municipality)
        }
        let sending = SendProposal(edition, number: 1, to: municipalities)
        var requests = [
            PlannedRequest(request: proposal, period: happened, origin: origin),
            PlannedRequest(request: sending, period: happened, origin: origin),
        ]
        for decision in known {
            let origin = PlannedRequest.Origin(file: log.file, line: decision.line)
            let place = RatificationAct.Place(edition, 1, decision.municipality)
            if let caseNumber = decision.caseNumber {
                requests.append(
                    PlannedRequest(request: RegisterCase(place, caseNumber: caseNumber), period: decision.period, origin: origin)
                )
            }
            var request = RecordBoardDecision(place, decision.outcome, on: decision.period.last, paragraph: decision.paragraph)
            request.isLatestDay = decision.isLatestDay
            request.text = decision.text.map { .written($0) }
            request.sources = decision.sources
            requests.append(PlannedRequest(request: request, period: decision.period, origin: origin))
        }
        return requests
    }

    private static func outcome(_ fields: inout Fields, _ log: FaultLog) -> Track.Outcome {
        guard let line = fields.one("utfall"), let word = fields.leaf(line) else { return .adopted }
        if let outcome = outcomes.first(where: { $0.word == word })?.outcome { return outcome }
        let listed = outcomes.map { "”\($0.word)”" }.joined(separator: ", ")
        log.add(line.line, "”\(word)” är inget utfall. Skriv något av \(listed).")
        return .adopted
    }
}
