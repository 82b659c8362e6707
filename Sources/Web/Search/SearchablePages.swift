import Cooperation
import Markup
import Search
import Statistics

/// Every page as the search knows it: made of what a reading lets be seen, so that nothing else can be found.
struct SearchablePages {
    private let reading: Reading
    private(set) var pages: [SearchPage] = []

    /// The pages of a reading, and of the statistics about those that are in it.
    init(_ reading: Reading, _ keyFigures: KeyFigureList) {
        self.reading = reading
        addCooperation()
        addProgramme()
        addRounds()
        addDecisions()
        addMembers()
        addOrganisation()
        addDocuments()
        addConferences()
        addAdvocacy()
        addPlanning()
        addNews()
        addComparisons(keyFigures)
        addStudies()
    }

    private var words: Words { reading.words }

    private mutating func add(
        _ address: Address,
        _ title: String,
        _ kind: String,
        texts: [String?],
        keywords: [String?] = [],
        date: Day? = nil
    ) {
        guard let address = address.text else { return }
        pages.append(
            SearchPage(
                address: address,
                title: title,
                kind: kind,
                texts: texts.compactMap { $0 },
                keywords: keywords.compactMap { $0 },
                date: date?.number
            )
        )
    }

    private func texts(_ details: [Detail]) -> [String] { details.map { reading.text($0.text) } }

    // MARK: What is searched

    private mutating func addCooperation() {
        guard let settings = reading.cooperation.settings else { return }
        add(
            reading.address("om"),
            words.about.title(reading.calledName),
            words.search.page,
            texts: [reading.text(settings.description)] + reading.texts(settings.remarks)
                + words.about.siteText + words.about.pastText + words.about.filesText + words.about.trustText,
            keywords: [settings.name, settings.shortName, settings.ratifyingBody]
        )
        let accessibility = words.accessibility
        add(
            reading.address("tillganglighet"),
            accessibility.title,
            words.search.page,
            texts: [accessibility.lead] + accessibility.stateText + accessibility.knownTexts + accessibility.cannotUseText
                + [accessibility.supervisionText] + accessibility.reportText
        )
        add(
            reading.address("historik"),
            words.history.title,
            words.search.page,
            texts: [words.history.lead] + words.history.introduction + words.history.howToSteps
        )
    }

    private mutating func addProgramme() {
        for edition in reading.cooperation.programme.inOrder {
            let text = edition.text
            let page = reading.address("program", text.id.text)
            // What has a page of its own is found there, and not a second time on the edition's.
            let own = Set(edition.nodesWithPages.map(\.id))
            let inside = Set(edition.nodesWithPages.flatMap { edition.branch(from: $0.id) }.map(\.id))
            add(
                page,
                text.title,
                words.search.edition,
                texts: [
                    reading.text(text.focus), reading.text(text.vision?.title), reading.text(text.vision?.subtitle),
                    reading.text(text.purpose),
                ] + reading.texts(text.principles) + reading.texts(text.commitments) + reading.texts(text.themes)
                    + text.nodes.filter { !inside.contains($0.id) }.flatMap { nodeTexts($0) } + reading.texts(text.missing)
                    + reading.texts(text.remarks) + reading.texts(edition.entry?.remarks ?? []),
                keywords: [text.shortTitle, text.decidedBy, text.id.text, text.horizon.map { "\($0)" }],
                date: edition.inForce?.last
            )
            for id in own {
                guard let node = edition.node(id) else { continue }
                add(
                    reading.address("program", text.id.text, id.text),
                    reading.text(node.title) ?? reading.text(node.text) ?? id.text,
                    words.search.programmePart,
                    texts: edition.branch(from: id).flatMap { nodeTexts($0) },
                    keywords: [text.shortTitle, text.title],
                    date: edition.inForce?.last
                )
            }
        }
        for frame in reading.cooperation.outerFrames.inOrder {
            let facts = frame.facts
            add(
                reading.address(of: .outerFrame(facts.id)),
                facts.title,
                words.search.outerFrame,
                texts: [reading.text(facts.vision)] + facts.goals.map { reading.text($0.text) } + reading.texts(facts.details)
                    + [reading.text(facts.successor)] + reading.texts(facts.missing) + reading.texts(facts.remarks),
                keywords: [facts.shortTitle, facts.owner],
                date: facts.adopted?.last
            )
        }
    }

    /// The rounds whose text was locked here; those of the past are found as their editions.
    private mutating func addRounds() {
        for round in reading.cooperation.ratification.inOrder {
            guard let proposal = round.current, proposal.facts.version != nil else { continue }
            add(
                reading.address("ratificering", round.edition.text),
                words.round.boardTitle(reading.titleOfRound(round.edition)),
                words.round.round,
                texts: proposal.facts.text.nodes.flatMap { nodeTexts($0) }
                    + proposal.allTracks.map { reading.text($0.latestDecision?.text) }.compactMap(\.self),
                keywords: [round.edition.text] + proposal.allTracks.map(\.caseNumber),
                date: proposal.locked.last
            )
        }
    }

    private mutating func addDecisions() {
        for (meeting, decision) in reading.cooperation.meetings.decisions {
            let fact = decision.fact
            add(
                reading.address("beslut", fact.body.text, fact.meeting.text, "\(fact.paragraph)"),
                reading.text(fact.title),
                words.meetings.decisions,
                texts: [reading.text(fact.text), reading.name(of: .body(fact.body))],
                keywords: ["§ \(fact.paragraph)"],
                date: meeting.facts.day
            )
        }
    }

    private func nodeTexts(_ node: Edition.Node) -> [String] {
        [reading.text(node.title), reading.text(node.text), reading.text(node.background)].compactMap { $0 } + node.networks
            + reading.texts(node.remarks)
    }

    private mutating func addMembers() {
        for municipality in reading.cooperation.members.all {
            let facts = municipality.facts
            add(
                reading.address(of: .municipality(facts.id)),
                facts.officialName,
                words.search.municipality,
                texts: reading.texts(facts.remarks) + municipality.memberships.flatMap { reading.texts($0.remarks) }
                    + municipality.populationInOrder.flatMap { reading.texts($0.figure.remarks) },
                keywords: [facts.name, facts.code, facts.county]
                    + municipality.populationInOrder.map { "\($0.figure.count)" }
            )
        }
    }

    private mutating func addOrganisation() {
        let organisation = reading.cooperation.organisation
        for body in Body.Kind.allCases.flatMap({ organisation.bodies($0) }) {
            let facts = body.facts
            let chairs = body.presidencies.flatMap { dated in
                [dated.fact.chair, dated.fact.viceChair].compactMap { $0 }.map { reading.name(of: .municipality($0)) }
                    + reading.texts(dated.fact.remarks)
            }
            add(
                reading.address(of: .body(facts.id)),
                facts.name,
                facts.kind == .network ? words.search.network : words.search.body,
                texts: [reading.text(facts.purpose), reading.text(facts.composition)] + texts(facts.details)
                    + reading.texts(facts.missing) + reading.texts(facts.remarks) + chairs
                    + body.assignments.flatMap { reading.texts($0.fact.remarks) }
                    + body.sightings.flatMap { reading.texts($0.fact.remarks) } + [reading.text(body.closing?.fact.reason)],
                keywords: [facts.municipality.map { reading.name(of: .municipality($0)) }]
            )
        }
        for peer in organisation.peersInOrder {
            add(
                reading.address(of: .peer(peer.id)),
                peer.name,
                words.search.peer,
                texts: [peer.form, peer.ratifiedBy, peer.chair, peer.decisionRule, peer.fee] + reading.texts(peer.remarks)
            )
        }
    }

    private mutating func addDocuments() {
        for document in reading.cooperation.documents.inOrder {
            let facts = document.facts
            add(
                reading.address(of: .document(facts.id)),
                facts.title,
                words.search.document,
                texts: [facts.decidedInWords] + texts(facts.details) + reading.texts(facts.missing)
                    + reading.texts(facts.remarks),
                keywords: [facts.kind, facts.decidedBy, document.decided.iso]
                    + document.attachings.map { reading.text($0.fact.attachment.name) },
                date: document.decided.last
            )
        }
    }

    private mutating func addConferences() {
        for series in reading.cooperation.conferences.inOrder {
            let facts = series.facts
            let rules = series.rules
            add(
                reading.address(of: .series(facts.id)),
                facts.name,
                words.search.series,
                texts: [
                    reading.text(rules?.purpose), reading.text(rules?.audience), reading.text(rules?.theme),
                    reading.text(rules?.hosting), reading.text(rules?.frequency),
                ] + texts(facts.details) + reading.texts(facts.missing) + reading.texts(facts.remarks),
                keywords: rules?.partners ?? []
            )
            for conference in series.inOrder {
                let held = conference.facts
                add(
                    reading.address(of: .conference(held.series, held.id)),
                    reading.name(of: .conference(held.series, held.id)),
                    words.search.conference,
                    texts: [reading.text(held.theme), held.place, held.participants] + texts(held.details)
                        + reading.texts(held.missing) + reading.texts(held.remarks),
                    keywords: [held.number, held.date.iso] + held.hosts.map { reading.name(of: .municipality($0.municipality)) },
                    date: held.date.last
                )
            }
        }
    }

    private mutating func addAdvocacy() {
        let advocacy = reading.cooperation.advocacy
        for statement in advocacy.statementsInOrder {
            let facts = statement.facts
            add(
                reading.address(of: .statement(facts.id)),
                facts.title,
                words.search.statement,
                texts: texts(facts.details) + reading.texts(facts.missing) + reading.texts(facts.remarks),
                keywords: [facts.kind, facts.recipient, facts.reference, statement.made.iso]
                    + facts.priorities.map { reading.name(of: .priority($0)) },
                date: statement.made.last
            )
        }
        for priority in advocacy.prioritiesInOrder {
            let facts = priority.facts
            add(
                reading.address(of: .priority(facts.id)),
                facts.name,
                words.search.priority,
                texts: priority.outcomes.map { reading.text($0.fact.text) } + texts(facts.details) + reading.texts(facts.missing)
                    + reading.texts(facts.remarks) + priority.renamings.flatMap { reading.texts($0.fact.remarks) },
                keywords: facts.alsoCalled + priority.formerNames
            )
        }
        for list in advocacy.listsInOrder {
            add(
                reading.address(of: .priorityList(list.facts.id)),
                list.facts.title,
                words.search.page,
                texts: texts(list.facts.details) + reading.texts(list.facts.missing) + reading.texts(list.facts.remarks),
                keywords: [list.facts.decidedBy],
                date: list.agreed.last
            )
        }
    }

    /// The key figures with their explanations; where there are thousands, with their titles only, since they have a search of their own.
    private mutating func addComparisons(_ list: KeyFigureList) {
        let isWhole = list.entries.count <= 500
        for entry in list.entries {
            let keyFigure = entry.figure.keyFigure
            add(
                reading.address("jamforelser", keyFigure.id.description),
                keyFigure.title,
                words.comparisons.keyFigure,
                texts: isWhole ? [keyFigure.explanation, keyFigure.remark] : [],
                keywords: isWhole
                    ? [keyFigure.id.description, keyFigure.subject, keyFigure.unit, keyFigure.origin, list.source]
                    : [keyFigure.id.description]
            )
        }
    }

    private mutating func addStudies() {
        let comparisons = reading.cooperation.comparisons
        for study in comparisons.studiesInOrder {
            let facts = study.facts
            let said = [
                study.measures?.fact.reason, study.peers?.fact.reason, study.analysis?.fact.text, study.proposal?.fact.text,
                study.ending?.fact.reason,
            ]
            add(
                reading.address(of: .study(facts.id)),
                facts.title,
                words.studies.study,
                texts: [reading.text(facts.question)] + said.map { reading.text($0) }
                    + study.followUps.map { reading.text($0.fact.text) }
                    + study.cases.flatMap { [reading.text($0.facts.reason), reading.text($0.answer?.fact.text)] },
                keywords: (study.measures?.fact.measures ?? []).map(\.measure.text) + study.cases.map(\.facts.place.name),
                date: study.begun.last
            )
        }
        for themeDay in comparisons.themeDaysInOrder {
            add(
                reading.address(of: .themeDay(themeDay.facts.id)),
                themeDay.facts.title,
                words.themeDays.themeDay,
                texts: themeDay.facts.items.map(\.title),
                date: themeDay.facts.day
            )
        }
        for card in comparisons.cardsInOrder {
            let facts = card.facts
            add(
                reading.address(of: .serviceCard(facts.id)),
                facts.name,
                words.serviceCards.title,
                texts: facts.quality.map(\.name) + reading.texts(facts.remarks),
                keywords: [facts.cost, facts.costName, facts.peers] + facts.quality.map(\.keyFigure)
            )
        }
        for measure in comparisons.measuresInOrder {
            let facts = measure.facts
            add(
                reading.address(of: .ownMeasure(facts.id)),
                facts.name,
                words.ownMeasures.measure,
                texts: [reading.text(facts.definition)] + reading.texts(facts.remarks),
                keywords: [facts.unit, reading.name(of: .municipality(facts.municipality))]
            )
        }
    }

    private mutating func addNews() {
        for item in reading.cooperation.news.inOrder {
            let facts = item.facts
            add(
                reading.address(of: .newsItem(facts.id)),
                reading.text(facts.title),
                words.search.newsItem,
                texts: [reading.text(facts.lead), reading.text(facts.text)],
                keywords: [
                    facts.about.flatMap { reading.cooperation.knows($0) ? reading.name(of: $0) : nil }, facts.from.iso,
                ],
                date: facts.from
            )
        }
    }

    private mutating func addPlanning() {
        for plan in reading.cooperation.planning.inOrder {
            let facts = plan.facts
            let followUp = plan.followUp?.fact
            add(
                reading.address(of: .plan(facts.id)),
                facts.title,
                words.search.plan,
                texts: facts.activities.flatMap { [reading.text($0.text)] + reading.texts($0.remarks) }
                    + plan.reports.flatMap { [reading.text($0.fact.outcome)] + reading.texts($0.fact.remarks) }.compactMap { $0 }
                    + texts(followUp?.outcomes ?? []) + texts(facts.details) + reading.texts(facts.missing)
                    + reading.texts(facts.remarks),
                keywords: [facts.decidedBy, facts.decidedInWords, "\(facts.year)"],
                date: plan.decided.last
            )
        }
    }
}
