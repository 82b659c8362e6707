import Cooperation
import Markup

/// What has been agreed about a series of conferences, ready to show.
struct SeriesRules: Encodable, Sendable {
    /// The body that arranges it.
    struct Arranger: Encodable, Sendable {
        var id: String
        var name: String
        /// The steps of its page.
        var steps: [String]

        private enum CodingKeys: CodingKey { case id, name }
    }

    /// When it was agreed.
    var agreed: Period
    var purpose: String?
    var audience: String?
    var theme: String?
    var hosting: String?
    /// How many municipalities are hosts together.
    var hosts: Int?
    /// Those outside the cooperation that it is arranged with.
    var partners: [String]
    var arranger: Arranger?
    var frequency: String?
    var sources: [Source]

    /// Rules that were agreed at a time.
    init(_ rules: ConferenceSeries.Rules, agreed: Period, _ reading: Reading) {
        self.agreed = agreed
        purpose = reading.text(rules.purpose)
        audience = reading.text(rules.audience)
        theme = reading.text(rules.theme)
        hosting = reading.text(rules.hosting)
        hosts = rules.hosts
        partners = rules.partners
        arranger = rules.arranger.flatMap { reading.cooperation.organisation[$0] }.map {
            Arranger(id: $0.facts.id.text, name: $0.facts.name, steps: $0.steps)
        }
        frequency = reading.text(rules.frequency)
        sources = rules.sources
    }

    /// The rules that a series has, on the day that is asked about; nil when no source tells of any.
    init?(of series: ConferenceSeries, _ reading: Reading) {
        guard let rules = series.rules, let agreed = series.agreed else { return nil }
        self.init(rules, agreed: agreed, reading)
    }

    /// The rules that a series had when a time began; nil when no source tells of any so early.
    init?(of series: ConferenceSeries, at time: Period, _ reading: Reading) {
        if let rules = series.rules, let agreed = series.agreed, agreed.last <= time.first {
            self.init(rules, agreed: agreed, reading)
            return
        }
        guard series.rules != nil else { return nil }
        // The series keeps only its latest rules. Those before stand in the acts.
        var found: (rules: ConferenceSeries.Rules, agreed: Period)?
        for record in reading.view.acts(about: [.series(series.facts.id)]).reversed()
        where reading.view.correction(of: record.position) == nil {
            let act = if case .record(.corrected(let correction)) = record.act { correction.replacement } else { record.act }
            guard case .conferences(.rulesAgreed(let rules)) = act, rules.series == series.facts.id,
                record.happened.last <= time.first, found.map({ $0.agreed.last <= record.happened.last }) ?? true
            else { continue }
            found = (rules, record.happened)
        }
        guard let found else { return nil }
        self.init(found.rules, agreed: found.agreed, reading)
    }

    /// What has been agreed, each part under its heading.
    ///
    /// - Parameters:
    ///   - html: where it is written.
    ///   - words: the language of the headings.
    ///   - withFrequency: whether it says how often, which a page may say elsewhere.
    func write(_ html: HTML, _ words: Words, withFrequency: Bool = true) {
        let conferences = words.conferences
        for (heading, text) in [
            (conferences.purpose, purpose), (conferences.audience, audience), (conferences.themeDecision, theme),
            (conferences.hosting, hosting), (conferences.frequency, withFrequency ? frequency : nil),
        ] {
            guard let text else { continue }
            html.h3(heading)
            html.paragraphs(text)
        }
    }

    /// Who arranges it, as facts in the margin.
    func facts(_ reading: Reading) -> [Fact] {
        let conferences = reading.words.conferences
        var facts: [Fact] = []
        if let arranger {
            facts.append(
                Fact(conferences.arranger, arranger.name, address: reading.address(steps: arranger.steps), isContent: true)
            )
        }
        if hosts != nil || arranger == nil {
            facts.append(Fact(conferences.hostsEachTime, hosts.map { reading.words.count($0).withCapital }))
        }
        if !partners.isEmpty {
            facts.append(Fact(conferences.partners, reading.words.list(partners), isContent: true))
        }
        return facts
    }
}
