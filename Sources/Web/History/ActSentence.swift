import Cooperation

extension Reading {
    /// What an act did, as a sentence.
    ///
    /// Names are those the view holds now; what it doesn't hold is called by its id.
    func sentence(on act: Act) -> String {
        let acts = words.acts
        return switch act {
        case .settings(.agreed): acts.agreed
        case .members(let act): sentence(on: act)
        case .programme(.recorded(let text)): acts.text(text.title)
        case .programme(.enteredIntoForce(let entry)): acts.inForce(name(of: .edition(entry.edition)))
        case .programme(.extended(let added)):
            acts.extended(
                name(of: .edition(added.edition)),
                text(added.node.title) ?? text(added.node.text) ?? added.node.id.text
            )
        case .programme(.served(let service)):
            acts.served(name(of: .edition(service.edition)), name(of: .outerFrame(service.frame)))
        case .programme(.prolonged(let prolongation)):
            words.ratification.prolonged(name(of: .edition(prolongation.edition)), words.period(prolongation.to))
        case .outerFrames(.recorded(let facts)): acts.registered(facts.shortTitle ?? facts.title)
        case .organisation(let act): sentence(on: act)
        case .documents(.recorded(let facts)): acts.decided(facts.title)
        case .documents(.attached(let attaching)):
            acts.attached(text(attaching.attachment.name), name(of: .document(attaching.document)))
        case .documents(.detached(let detaching)):
            acts.detached(
                nameOfFile(detaching.commitment, of: detaching.document) ?? acts.someFile,
                name(of: .document(detaching.document)),
                text(detaching.reason)
            )
        case .conferences(let act): sentence(on: act)
        case .advocacy(let act): sentence(on: act)
        case .planning(.planRecorded(let facts)): acts.decided(facts.title)
        case .planning(.activityReported(let report)):
            acts.reported(name(of: .plan(report.plan)), name(of: report.activity, in: report.plan))
        case .planning(.yearFollowedUp(let followUp)): acts.followedUp(name(of: .plan(followUp.plan)))
        case .news(.published(let facts)): words.news.written(text(facts.title))
        case .meetings(let act): sentence(on: act)
        case .drafting(let act): sentence(on: act)
        case .ratification(let act): sentence(on: act)
        case .comparisons(let act): sentence(on: act)
        case .visibility(.withdrawn): acts.withdrawn
        case .visibility(.restored): acts.restored
        case .notice(.crossed(let notice)): sentence(on: notice.crossing)
        case .record(.corrected(let correction)):
            acts.corrected(words.number(Int(correction.target.number)), text(correction.reason))
        case .record(.struck(let strike)): acts.struck(words.number(Int(strike.target.number)), text(strike.reason))
        }
    }

    private func sentence(on crossing: Crossing) -> String {
        let name = name(of: crossing.subject)
        return switch crossing {
        case .editionPeriodEnded, .outerFramePeriodEnded, .documentPeriodEnded: words.acts.ended(name)
        case .newsPublished: words.news.cameOut(name)
        case .editionInForce: words.acts.inForce(name)
        case .legalForce(let place, _): words.ratification.legalForce(self.name(of: .municipality(place.municipality)))
        }
    }

    private func sentence(on act: MeetingsAct) -> String {
        let meetings = words.meetings
        switch act {
        case .recorded(let facts):
            let body = name(of: .body(facts.body))
            return facts.isCancelled == true
                ? meetings.cancelled(body, words.date(facts.day)) : meetings.set(body, words.date(facts.day))
        case .decided(let decision):
            return meetings.decided(name(of: .body(decision.body)), String(decision.paragraph), text(decision.title))
        }
    }

    private func sentence(on act: ComparisonsAct) -> String {
        let (studies, title) = (words.studies, name(of: act.subject))
        func step(_ step: Study.Step) -> String { studies.sentenceStep(studies.step(step), title) }
        return switch act {
        case .cardRecorded(let facts): words.serviceCards.sentenceRecorded(facts.name)
        case .cardRetired: words.serviceCards.sentenceRetired(title)
        case .ownMeasureRecorded(let facts): words.ownMeasures.sentenceRecorded(facts.name)
        case .ownValueRecorded(let value): words.ownMeasures.sentenceValue(String(value.year), title)
        case .studyBegun(let facts): studies.sentenceBegun(facts.title)
        case .measuresChosen: step(.measures)
        case .peersChosen: step(.peers)
        case .analysed: step(.analysis)
        case .proposed: step(.proposal)
        case .presented: step(.themeDay)
        case .decided: step(.decision)
        case .followedUp: step(.followUp)
        case .ended: studies.sentenceEnded(title)
        case .caseChosen(let facts): studies.sentenceCase(facts.place.name, title)
        case .caseAsked: studies.sentenceAsked(title)
        case .caseAnswered: studies.sentenceAnswered(title)
        case .themeDayRecorded(let facts): studies.sentenceThemeDay(facts.title)
        }
    }

    private func sentence(on act: DraftingAct) -> String {
        let drafting = words.drafting
        let title = cooperation.drafting[act.edition]?.current.text.title ?? act.edition.text
        return switch act {
        case .begun(let beginning): drafting.begun(beginning.text.title)
        case .revised: drafting.revised(title)
        case .opened(let opening): drafting.opened(title, words.date(opening.until))
        case .contributed: drafting.contributed(title)
        case .released: drafting.released(title)
        case .takenDown: drafting.takenDown(title)
        case .answered: drafting.answered(title)
        }
    }

    private func sentence(on act: RatificationAct) -> String {
        let ratification = words.ratification
        let edition = name(of: .edition(act.edition))
        // Of the first there is mostly no other, and of later ones it must be told.
        let title = act.place.flatMap { $0.number > 1 ? ratification.numbered(edition, words.number($0.number)) : nil } ?? edition
        let municipality = act.place.map { name(of: .municipality($0.municipality)) } ?? ""
        return switch act {
        case .scheduled(let schedule): ratification.scheduled(title, words.date(schedule.inForceBy))
        case .proposed(let facts): ratification.proposed(facts.text.title, words.number(facts.number))
        case .sent(let sending): ratification.sent(title, words.number(sending.municipalities.count))
        case .registered(let registration):
            ratification.registered(municipality, registration.caseNumber) + onGround(registration.ground)
        case .prepared(let preparation): ratification.prepared(municipality) + onGround(preparation.ground)
        case .decided(let decided):
            switch decided.decision.outcome {
            case .adopted: ratification.adopted(municipality, title)
            case .adoptedWithAddition: ratification.adoptedWithAddition(municipality, title)
            case .sentBack: ratification.sentBack(municipality, title)
            case .rejected: ratification.rejected(municipality, title)
            }
        case .extracted: ratification.extracted(municipality)
        case .adjusted: ratification.adjusted(municipality)
        case .posted: ratification.posted(municipality)
        case .appealed: ratification.appealed(municipality)
        case .appealEnded(let ending): ending.annulled ? ratification.annulled(municipality) : ratification.upheld(municipality)
        case .annexed: ratification.annexed(municipality)
        }
    }

    /// What the secretariat went by when it recorded what a municipality had done; empty when the municipality did so itself.
    private func onGround(_ ground: Prose?) -> String {
        ground.map { " \(words.ratification.onGround(text($0)))" } ?? ""
    }

    private func sentence(on act: MembersAct) -> String {
        let acts = words.acts
        return switch act {
        case .registered(let facts): acts.registered(facts.name)
        case .joined(let joining): acts.joined(name(of: .municipality(joining.municipality)))
        case .associated(let joining): acts.associated(name(of: .municipality(joining.municipality)))
        case .left(let leaving): acts.left(name(of: .municipality(leaving.municipality)))
        case .populationRecorded(let recorded):
            recorded.municipality.map { acts.population(name(of: .municipality($0)), words.number(recorded.count)) }
                ?? acts.totalPopulation(words.number(recorded.count))
        }
    }

    private func sentence(on act: OrganisationAct) -> String {
        let acts = words.acts
        return switch act {
        case .bodyRecorded(let facts): acts.registered(facts.name)
        case .presidencyRecorded(let presidency):
            acts.presidency(name(of: .body(presidency.body)), name(of: .municipality(presidency.chair)))
        case .assigned(let assignment):
            acts.assigned(name(of: .body(assignment.body)), name(of: assignment.node, in: assignment.edition))
        case .assignmentEnded(let ending):
            acts.assignmentEnded(name(of: .body(ending.body)), name(of: ending.node, in: ending.edition))
        case .seen(let sighting): acts.seen(name(of: .body(sighting.body)))
        case .closed(let closing): acts.closed(name(of: .body(closing.body)))
        case .peerRecorded(let peer): acts.registered(peer.name)
        case .seatEstablished(let facts): words.seats.established(name(of: .body(facts.body)), title(of: facts))
        case .seatTaken(let tenure):
            tenure.until.map {
                words.seats.takenUntil(title(of: tenure.reference), words.date(tenure.from), words.date($0))
            } ?? words.seats.taken(title(of: tenure.reference), words.date(tenure.from))
        case .seatLeft(let leaving):
            words.seats.left(title(of: .init(body: leaving.body, seat: leaving.seat)), words.date(leaving.last))
        case .deputyAppointed(let deputy):
            words.seats.deputy(
                title(of: .init(body: deputy.body, seat: deputy.seat)),
                words.date(deputy.from),
                words.date(deputy.until)
            )
        case .seatClosed(let closing):
            words.seats.closed(title(of: .init(body: closing.body, seat: closing.seat)), words.date(closing.last))
        }
    }

    private func sentence(on act: ConferencesAct) -> String {
        let acts = words.acts
        switch act {
        case .seriesRecorded(let facts): return acts.registered(facts.name)
        case .rulesAgreed(let rules): return acts.rules(name(of: .series(rules.series)))
        case .conferenceRecorded(let facts):
            let name = name(of: .conference(facts.series, facts.id))
            return switch facts.status {
            case .held: acts.held(name)
            case .cancelled: acts.cancelled(name)
            case .planned: acts.planned(name)
            }
        }
    }

    private func sentence(on act: AdvocacyAct) -> String {
        let acts = words.acts
        return switch act {
        case .statementMade(let facts): acts.stated(facts.kind, facts.title)
        case .priorityRecorded(let facts): acts.registered(facts.name)
        case .priorityRenamed(let renaming):
            acts.renamed(nameBefore(renaming), renaming.name)
        case .outcomeNoted(let outcome): acts.outcome(name(of: .priority(outcome.priority)), text(outcome.text))
        case .listAgreed(let facts): acts.listed(facts.title)
        }
    }

    /// What a subject is called.
    func name(of subject: Subject) -> String {
        let name: String? =
            switch subject {
            case .municipality(let id): cooperation.members[id]?.facts.name
            case .edition(let id): cooperation.programme[id]?.text.title
            case .outerFrame(let id): cooperation.outerFrames[id].map { $0.facts.shortTitle ?? $0.facts.title }
            case .body(let id): cooperation.organisation[id]?.facts.name
            case .peer(let id): cooperation.organisation.peersInOrder.first { $0.id == id }?.name
            case .document(let id): cooperation.documents[id]?.facts.title
            case .series(let id): cooperation.conferences[id]?.facts.name
            case .conference(let series, let id):
                cooperation.conferences[series].map { series in
                    "\(series.facts.name) \(series[id].map { String($0.facts.date.last.year) } ?? id.text)"
                }
            case .statement(let id): cooperation.advocacy[id]?.facts.title
            case .priority(let id): cooperation.advocacy[id]?.facts.name
            case .priorityList(let id): cooperation.advocacy[id]?.facts.title
            case .plan(let id): cooperation.planning[id]?.facts.title
            case .newsItem(let id): text(cooperation.news[id]?.facts.title)
            case .draft(let id): cooperation.drafting[id].map { words.drafting.draft($0.current.text.title) }
            case .meeting(let body, let id):
                cooperation.meetings[body, id].map { words.meetings.name(self.name(of: .body(body)), words.date($0.facts.day)) }
            case .serviceCard(let id): cooperation.comparisons[id]?.facts.name
            case .ownMeasure(let id): cooperation.comparisons[id]?.facts.name
            case .study(let id): cooperation.comparisons[id]?.facts.title
            case .themeDay(let id): cooperation.comparisons[id]?.facts.title
            }
        return name ?? subject.text
    }

    private func name(of activity: OperationalPlan.Activity.ID, in plan: OperationalPlan.ID) -> String {
        text(cooperation.planning[plan]?.facts.activities.first { $0.id == activity }?.text) ?? activity.text
    }

    private func nameBefore(_ renaming: Priority.Renaming) -> String {
        guard let priority = cooperation.advocacy[renaming.priority],
            let index = priority.renamings.firstIndex(where: { $0.fact == renaming })
        else { return renaming.priority.text }
        return priority.formerNames[index]
    }

    private func name(of node: Edition.Node.ID, in edition: Edition.ID) -> String {
        let found = cooperation.programme[edition]?.node(node)
        return text(found?.title) ?? text(found?.text) ?? node.text
    }
}
