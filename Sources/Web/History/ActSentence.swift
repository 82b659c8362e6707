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
        case .outerFrames(.recorded(let facts)): acts.registered(facts.shortTitle ?? facts.title)
        case .organisation(let act): sentence(on: act)
        case .documents(.recorded(let facts)): acts.decided(facts.title)
        case .conferences(let act): sentence(on: act)
        case .advocacy(let act): sentence(on: act)
        case .planning(.planRecorded(let facts)): acts.decided(facts.title)
        case .planning(.activityReported(let report)):
            acts.reported(name(of: .plan(report.plan)), name(of: report.activity, in: report.plan))
        case .planning(.yearFollowedUp(let followUp)): acts.followedUp(name(of: .plan(followUp.plan)))
        case .visibility(.withdrawn): acts.withdrawn
        case .visibility(.restored): acts.restored
        case .notice(.crossed(let notice)): acts.ended(name(of: notice.crossing.subject))
        case .record(.corrected(let correction)):
            acts.corrected(words.number(Int(correction.target.number)), text(correction.reason))
        case .record(.struck(let strike)): acts.struck(words.number(Int(strike.target.number)), text(strike.reason))
        }
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
        case .seen(let sighting): acts.seen(name(of: .body(sighting.body)))
        case .closed(let closing): acts.closed(name(of: .body(closing.body)))
        case .peerRecorded(let peer): acts.registered(peer.name)
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
