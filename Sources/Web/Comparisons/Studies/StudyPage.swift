import Cooperation
import Markup

/// One study with its steps, ready to show.
struct StudyPage: Encodable, Sendable {
    /// A measure that is compared.
    struct Measure: Encodable, Sendable {
        var id: String
        var name: String
        var unit: String?
        /// The path of its page.
        var page: String?
    }

    /// A value that a text rests on, as it was copied.
    struct Value: Encodable, Sendable, Hashable {
        var measure: String
        var place: String
        var placeName: String
        var year: Int
        var gender: CopiedValue.Gender
        /// As it was written, with a point before the decimals; nil where there was none.
        var value: String?
        var source: String
        var fetched: Day
    }

    /// A follow-up.
    struct FollowUp: Encodable, Sendable {
        var day: Period
        var text: String
        var values: [Value]
        var next: Day?
    }

    /// An improvement example.
    struct Example: Encodable, Sendable {
        var id: String
        /// The municipality's code and name.
        var code: String
        var place: String
        var card: String
        var cardPage: String?
        var cardVersion: Int
        var firstYear: Int
        var lastYear: Int
        /// In per cent, as it was written.
        var change: String
        var `class`: ImprovementCase.Class
        /// 0–1, as it was written.
        var q: String
        var source: String
        var fetched: Day
        var reason: String?
        var asked: Period?
        var question: String?
        var answered: Period?
        var answer: String?
        /// Nil until the municipality has answered.
        var isConfirmed: Bool?
        /// The values that it rests on.
        var values: [Value]
    }

    /// Something with a page of its own.
    struct Link: Encodable, Sendable {
        var title: String
        /// The path of its page.
        var page: String
    }

    var study: StudiesPage.Row
    /// When each step was taken, the latest time.
    var taken: [String: Period]
    var measures: [Measure]
    var measuresReason: String?
    var places: [ComparedPlace]
    var placesReason: String?
    var analysis: String?
    var values: [Value]
    var proposal: String?
    var triedBy: [String]
    var themeDay: Link?
    var decision: Link?
    var followUpBy: Day?
    var followsUp: BodyLink?
    var followUps: [FollowUp]
    var examples: [Example]
    var ending: String?
    var remarks: [String]
    var sources: [Source]
    private var responsibleID: Body.ID
    private var awaitedID: Body.ID

    private enum CodingKeys: String, CodingKey {
        case study, taken, measures, measuresReason, places, placesReason, analysis, values, proposal, triedBy, themeDay,
            decision,
            followUpBy, followsUp, followUps, examples, ending, remarks, sources
    }

    /// The page of a study.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - reading: what the page is made of.
    ///   - hasPage: whether a key figure has a page of its own here.
    init(_ study: Study, _ reading: Reading, hasPage: (String) -> Bool = { _ in false }) {
        let cooperation = reading.cooperation
        self.study = StudiesPage.Row(study, reading)
        responsibleID = study.facts.responsible
        awaitedID = study.awaited
        taken = Dictionary(
            Study.Step.allCases.compactMap { step in study.taken(step).map { (step.rawValue, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
        measures = (study.measures?.fact.measures ?? []).compactMap { Measure($0, reading, hasPage: hasPage) }
        measuresReason = reading.text(study.measures?.fact.reason)
        places = study.peers?.fact.places ?? []
        placesReason = reading.text(study.peers?.fact.reason)
        analysis = reading.text(study.analysis?.fact.text)
        values = Value.all(study.analysis?.fact.values ?? [], reading)
        proposal = reading.text(study.proposal?.fact.text)
        triedBy = (study.proposal?.fact.municipalities ?? []).compactMap { cooperation.members[$0]?.facts.name }
        themeDay = (study.presentation?.fact.themeDay).flatMap { id in
            cooperation.comparisons[id].map {
                Link(title: $0.facts.title, page: "/jamforelser/temadag/\($0.facts.id)")
            }
        }
        decision = (study.outcome?.fact.decision).flatMap { reference in
            cooperation.meetings[reference].flatMap { decision in
                reading.address(steps: reference.steps).text.map {
                    Link(
                        title: "\(reading.words.meetings.paragraph(reading.words.number(reference.paragraph))) "
                            + reading.text(decision.fact.title),
                        page: $0
                    )
                }
            }
        }
        followUpBy = study.due
        followsUp = (study.outcome?.fact.responsible).flatMap { cooperation.organisation[$0] }.map { BodyLink($0) }
        followUps = study.followUps.map {
            FollowUp(
                day: $0.period,
                text: reading.text($0.fact.text),
                values: Value.all($0.fact.values, reading),
                next: $0.fact.next
            )
        }
        examples = study.cases.map { Example($0, reading) }
        ending = study.ending.map { reading.text($0.fact.reason) }
        remarks = reading.texts(study.facts.remarks)
        sources = study.facts.sources
    }

    /// The question, and where it stands.
    func lead(_ words: Words) -> String { study.question }

    /// Whom the permission to take the next steps is asked about.
    var target: Permission.Target { .init(body: responsibleID) }
    /// Whom the permission to follow it up is asked about.
    var awaitedTarget: Permission.Target { .init(body: awaitedID) }
    var steps: [String] { ["jamforelser", "studier", study.id] }

    /// Everything that it rests on, as a table for a file.
    func table(_ words: Words) -> Table {
        let columns = words.studies
        return Table(
            columns: [
                columns.measure, "kod", columns.place, columns.year, columns.gender, columns.value, columns.source,
                columns.fetched, columns.steps,
            ],
            rows: values.map { $0.cells(words) + [columns.step(.analysis)] }
                + followUps.flatMap { followUp in followUp.values.map { $0.cells(words) + [columns.step(.followUp)] } }
                + examples.flatMap { example in
                    example.values.map { $0.cells(words) + ["\(words.themeDays.examples): \(example.place), \(example.card)"] }
                }
        )
    }
}

extension StudyPage.Measure {
    /// A measure; nil for a municipality's own that may not be seen.
    fileprivate init?(_ measure: Study.Measure, _ reading: Reading, hasPage: (String) -> Bool) {
        id = measure.measure.text
        unit = measure.unit
        switch measure.measure {
        case .keyFigure(let keyFigure):
            name = measure.name
            page = hasPage(keyFigure) ? "/jamforelser/\(keyFigure)" : nil
        case .own(let own):
            guard let known = reading.cooperation.comparisons[own] else { return nil }
            name = known.facts.name
            unit = known.facts.unit
            page = "/jamforelser/egna-matt/\(own)"
        }
    }
}

extension StudyPage: OnOthersTerms {
    /// What is copied from the statistics and reckoned from them is on their source's terms.
    var terms: String? {
        values.isEmpty && examples.isEmpty && followUps.allSatisfy(\.values.isEmpty)
            ? nil : Words.swedish.comparisons.ownReckoning("Kolada")
    }
}

extension StudyPage.Value {
    /// The values that may be seen: not those of a municipality's own measure that may not.
    fileprivate static func all(_ values: [CopiedValue], _ reading: Reading) -> [Self] {
        values.compactMap { value in
            if case .own(let id) = value.measure, reading.cooperation.comparisons[id] == nil { return nil }
            return Self(
                measure: value.measure.text,
                place: value.place,
                placeName: value.placeName,
                year: value.year,
                gender: value.gender,
                value: value.value?.text,
                source: value.source.text,
                fetched: value.fetched
            )
        }
    }

    fileprivate func cells(_ words: Words) -> [String] {
        [measure, place, placeName, "\(year)", words.studies.genderName(gender), value ?? "", source, fetched.iso]
    }
}

extension StudyPage.Example {
    fileprivate init(_ example: ImprovementCase, _ reading: Reading) {
        let facts = example.facts
        id = facts.id.text
        code = facts.place.code
        place = facts.place.name
        let known = reading.cooperation.comparisons[facts.card]
        card = known?.facts.name ?? facts.card.text
        cardPage = known.map { "/jamforelser/tjanstekort/\($0.facts.id)" }
        cardVersion = facts.cardVersion
        firstYear = facts.firstYear
        lastYear = facts.lastYear
        change = facts.change.text
        `class` = facts.class
        q = facts.q.text
        source = facts.source.text
        fetched = facts.fetched
        reason = reading.text(facts.reason)
        asked = example.asked?.period
        question = reading.text(example.asked?.fact.text)
        answered = example.answer?.period
        answer = reading.text(example.answer?.fact.text)
        isConfirmed = example.answer?.fact.isConfirmed
        values = StudyPage.Value.all(facts.values, reading)
    }
}

extension Words {
    /// A figure as it was written, in the language's own way: '−11,7'.
    func figure(_ figure: DecimalFigure) -> String { self.figure(figure.number, decimals: figure.decimals) }

    /// A figure that is kept as text; the text itself where it is none.
    func figure(written text: String) -> String { DecimalFigure(text).map { figure($0) } ?? text }
}
