import Cooperation
import Markup

extension StudyPage {
    /// The study: its question, its steps in order with what is said at each, and its examples.
    func write(_ html: HTML, _ reading: Reading, history: [HistoryLine]) {
        let words = reading.words
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.p(words.studies.study, .class("kicker"))
                html.h1(study.title, .content)
                html.p(study.question, .class("lead"), .content)
                html.p(.class("labels")) { html.span(study.stands(words), .class("label", "proposed")) }
                if let ending {
                    html.div(.class("notice")) {
                        html.p { html.strong(words.studies.endedBecause) }
                        html.paragraphs(ending)
                    }
                }
                if study.isOverdue, let due = study.due { html.p(words.studies.lateSince(words.date(due)), .class("notice")) }
                edit(.question, html, reading)
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    for step in Study.Step.allCases where step != .question { write(step, html, reading) }
                    writeExamples(html, reading)
                    if study.next != nil {
                        html.begin(reading, .carryOutStudy, about: target, words.studies.end, at: steps + ["avsluta"])
                    }
                    html.remarks(remarks, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts(facts(reading), words)
                    html.p(.class("go")) {
                        html.a(words.studies.title, to: reading.address("jamforelser", "studier"))
                    }
                }
            }
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        var facts = [
            Fact(
                words.studies.responsible,
                study.responsible?.name,
                address: study.responsible.map { reading.address(steps: $0.steps) },
                isContent: true
            ), Fact(words.studies.begun, words.period(study.begun)),
        ]
        if let next = study.next { facts.append(Fact(words.studies.nextStep, words.studies.step(next))) }
        if let due = study.due { facts.append(Fact(words.studies.due, words.date(due))) }
        return facts
    }

    /// Where a step is written.
    private func edit(_ step: Study.Step, _ html: HTML, _ reading: Reading) {
        guard !study.isEnded || step == .question else { return }
        html.begin(
            reading,
            .carryOutStudy,
            about: step == .followUp ? awaitedTarget : target,
            reading.words.studies.add(step),
            at: steps + [step.address]
        )
    }

    private func write(_ step: Study.Step, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let id = ID(step.address)
        html.section(.labelled(by: id)) {
            html.h2(words.studies.step(step), .id(id))
            if let period = taken[step.rawValue] {
                write(content: step, html, reading)
                html.p(words.studies.takenOn(words.period(period)), .class("help"))
            } else {
                html.p(study.next == step ? words.studies.comesNext(step) : words.studies.notYet)
            }
            if isOpen(step) { edit(step, html, reading) }
        }
    }

    /// Whether a step can be taken, or taken again.
    private func isOpen(_ step: Study.Step) -> Bool {
        func has(_ step: Study.Step) -> Bool { taken[step.rawValue] != nil }
        return switch step {
        case .question, .measures, .peers: true
        case .analysis: has(.measures) && has(.peers)
        case .proposal, .themeDay: has(.analysis)
        case .decision: has(.proposal)
        case .followUp: has(.decision)
        }
    }

    private func write(content step: Study.Step, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        switch step {
        case .question: break
        case .measures:
            html.ul(.content) {
                for measure in measures {
                    html.li {
                        if let page = measure.page, let address = Address(page) {
                            html.a(measure.name, to: address)
                        } else {
                            html.text(measure.name)
                        }
                        html.text(" (\([measure.id, measure.unit].compactMap { $0 }.joined(separator: ", ")))")
                    }
                }
            }
            if let measuresReason { html.paragraphs(measuresReason) }
        case .peers:
            html.p(words.list(places.map(\.name)), .content)
            if let placesReason { html.paragraphs(placesReason) }
        case .analysis:
            if let analysis { html.paragraphs(analysis) }
            html.copied(values, words)
        case .proposal:
            if let proposal { html.paragraphs(proposal) }
            if !triedBy.isEmpty { html.p("\(words.studies.triedBy): \(words.list(triedBy))") }
        case .themeDay: link(themeDay, html)
        case .decision:
            link(decision, html)
            if let followsUp {
                html.p {
                    html.text("\(words.studies.followsUp): ")
                    html.a(followsUp.name, to: reading.address(steps: followsUp.steps), .content)
                }
            }
        case .followUp:
            for followUp in followUps {
                html.h3(words.period(followUp.day))
                html.paragraphs(followUp.text)
                html.copied(followUp.values, words)
            }
        }
    }

    private func link(_ link: Link?, _ html: HTML) {
        guard let link, let address = Address(link.page) else { return }
        html.p { html.a(link.title, to: address, .content) }
    }

    private func writeExamples(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "exempel")) {
            html.h2(words.themeDays.examples, .id("exempel"))
            html.p(examples.isEmpty ? words.themeDays.noExamples : words.themeDays.examplesLead)
            for example in examples { write(example, html, reading) }
            if !study.isEnded {
                html.begin(
                    reading,
                    .carryOutStudy,
                    about: target,
                    words.themeDays.newExample,
                    at: steps + ["exempel", "ny"]
                )
            }
        }
    }

    private func write(_ example: Example, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let days = words.themeDays
        html.section(.id(ID("exempel-\(example.id)"))) {
            html.h3("\(example.place): \(example.card)", .content)
            html.p(.class("labels")) {
                switch example.isConfirmed {
                case true?: html.span("● \(days.confirmed)", .class("label", "in-force"))
                case false?: html.span("× \(days.notConfirmed)", .class("label", "replaced"))
                case nil:
                    html.span(
                        "○ \(example.asked.map { days.asked(words.period($0)) } ?? days.notAsked)",
                        .class("label", "proposed")
                    )
                }
            }
            html.facts(
                [
                    Fact(days.change, "\(words.figure(written: example.change)) %"),
                    Fact(days.years, "\(example.firstYear)–\(example.lastYear)"),
                    Fact(
                        days.strength,
                        days.className(example.class),
                        note: percent(example.q).map { days.qInWords(words.figure($0)) }
                    ),
                    Fact(
                        days.card,
                        "\(example.card), \(days.version.lowercased()) \(example.cardVersion)",
                        address: example.cardPage.flatMap(Address.init),
                        isContent: true
                    ), Fact(words.studies.source, "\(example.source), \(words.date(example.fetched))", isContent: true),
                ],
                words
            )
            if !example.values.isEmpty { html.copied(example.values, words) }
            if let reason = example.reason { html.paragraphs(reason) }
            if let question = example.question { html.paragraphs(question) }
            if let answer = example.answer {
                html.p { html.strong(days.answer) }
                html.paragraphs(answer)
            }
            if !study.isEnded {
                html.begin(reading, .carryOutStudy, about: target, days.ask, at: steps + ["exempel", example.id, "fraga"])
                html.begin(
                    reading,
                    .answerAboutCase,
                    about: reading.target(ofCase: example.code, target),
                    days.answer,
                    at: steps + ["exempel", example.id, "svar"]
                )
            }
        }
    }

    /// A share as per cent: 0.04 is 4.
    private func percent(_ share: String) -> DecimalFigure? {
        // Up to so much is no less than it is; the little that is taken away is what a product of decimals may be too large by.
        DecimalFigure(share).flatMap { DecimalFigure(($0.number * 1_000 - 1e-9).rounded(.up) / 10, decimals: 1) }
    }
}

extension Reading {
    /// Whom the permission to answer about an example is asked about: its municipality, when that is a member, and the study's body.
    ///
    /// - Parameters:
    ///   - code: the municipality's code.
    ///   - target: the study's body.
    /// - Returns: the municipality and the body.
    func target(ofCase code: String, _ target: Permission.Target) -> Permission.Target {
        Permission.Target(
            municipality: cooperation.members.all.first { $0.facts.code == code }?.facts.id,
            body: target.body
        )
    }
}

extension Study.Step {
    /// The last step of the address where it is written, and its place on the page.
    var address: String {
        switch self {
        case .question: "andra"
        case .measures: "matt"
        case .peers: "kommuner"
        case .analysis: "analys"
        case .proposal: "forslag"
        case .themeDay: "temadag"
        case .decision: "beslut"
        case .followUp: "uppfoljning"
        }
    }
}

extension HTML {
    /// The values that a text rests on, as they were copied.
    func copied(_ values: [StudyPage.Value], _ words: Words) {
        let studies = words.studies
        guard !values.isEmpty else {
            p(studies.nothingCopied, .class("help"))
            return
        }
        details {
            summary("\(studies.restsOn) (\(words.number(values.count)))")
            scrollingTable(studies.restsOn, words) {
                thead {
                    tr {
                        th(studies.measure, scope: .column)
                        th(studies.place, scope: .column)
                        th(studies.year, scope: .column)
                        th(studies.gender, scope: .column)
                        th(studies.value, scope: .column, .class("number"))
                        th(studies.source, scope: .column)
                        th(studies.fetched, scope: .column)
                    }
                }
                tbody {
                    for value in values {
                        tr {
                            th(value.measure, scope: .row)
                            td(value.placeName, .content)
                            td("\(value.year)")
                            td(studies.genderName(value.gender))
                            td(value.value.map { words.figure(written: $0) } ?? studies.noValue, .class("number"))
                            td(value.source, .content)
                            td(words.date(value.fetched))
                        }
                    }
                }
            }
        }
    }
}
