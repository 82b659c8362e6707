import HashTreeCollections

/// Acts about which municipalities cooperate, and how many live there.
package enum MembersAct: Hashable, Sendable {
    /// A municipality's facts were registered, or replaced by what is true from then on.
    case registered(Municipality.Facts)
    /// A municipality became a member.
    case joined(Joining)
    /// A municipality began to take part in projects without being a member.
    case associated(Joining)
    /// A municipality left.
    case left(Leaving)
    /// How many lived in a municipality, or in all of them together, on a day.
    case populationRecorded(PopulationRecorded)

    /// A municipality comes to belong to the cooperation.
    package struct Joining: Hashable, Sendable, Codable {
        package var municipality: Municipality.ID
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// A municipality ceases to belong to the cooperation.
    package struct Leaving: Hashable, Sendable, Codable {
        package var municipality: Municipality.ID
        package var remarks: [Prose]
        package var sources: [Source]
    }

    /// A figure; the day it is for is the day the act happened.
    package struct PopulationRecorded: Hashable, Sendable, Codable {
        /// Nil for all members together.
        package var municipality: Municipality.ID?
        package var count: Int
        package var basis: Municipality.Population.Basis
        package var remarks: [Prose]
        package var sources: [Source]
    }
}

extension MembersAct: CapabilityAct {
    static let forms = [
        ActForm("members.registered") { .members(.registered($0)) },
        ActForm("members.joined") { .members(.joined($0)) },
        ActForm("members.associated") { .members(.associated($0)) },
        ActForm("members.left") { .members(.left($0)) },
        ActForm("members.population-recorded") { .members(.populationRecorded($0)) },
    ]

    var kind: String {
        switch self {
        case .registered: "members.registered"
        case .joined: "members.joined"
        case .associated: "members.associated"
        case .left: "members.left"
        case .populationRecorded: "members.population-recorded"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .registered(let facts): facts
        case .joined(let joining), .associated(let joining): joining
        case .left(let leaving): leaving
        case .populationRecorded(let recorded): recorded
        }
    }
}

extension Members {
    /// Why an act about members would mean nothing here; nil when it can be applied.
    func objection(to act: MembersAct) -> Refusal? {
        switch act {
        case .registered(let facts):
            let holder = municipalities.values.first { $0.facts.code == facts.code && $0.facts.id != facts.id }
            return holder.map { .codeTaken(facts.code, by: $0.facts.name) }
        case .joined(let joining):
            guard let municipality = municipalities[joining.municipality] else {
                return .unknownMunicipality(joining.municipality)
            }
            return municipality.standing?.kind == .member ? .alreadyMember(municipality.facts.name) : nil
        case .associated(let joining):
            guard let municipality = municipalities[joining.municipality] else {
                return .unknownMunicipality(joining.municipality)
            }
            return municipality.standing == nil ? nil : .alreadyBelongs(municipality.facts.name)
        case .left(let leaving):
            guard let municipality = municipalities[leaving.municipality] else {
                return .unknownMunicipality(leaving.municipality)
            }
            return municipality.standing == nil ? .doesNotBelong(municipality.facts.name) : nil
        case .populationRecorded(let recorded):
            guard let id = recorded.municipality else { return nil }
            return municipalities[id] == nil ? .unknownMunicipality(id) : nil
        }
    }

    /// The members after an act that meets no objection.
    mutating func apply(_ act: MembersAct, at period: Period) {
        switch act {
        case .registered(let facts):
            if var known = municipalities[facts.id] {
                known.facts = facts
                municipalities[facts.id] = known
            } else {
                municipalities[facts.id] = Municipality(facts: facts, memberships: [], population: [:])
            }
        case .joined(let joining):
            begin(.member, joining, at: period)
        case .associated(let joining):
            begin(.associate, joining, at: period)
        case .left(let leaving):
            guard var municipality = municipalities[leaving.municipality] else { return }
            end(&municipality, at: period, remarks: leaving.remarks, sources: leaving.sources)
            municipalities[leaving.municipality] = municipality
        case .populationRecorded(let recorded):
            let figure = Municipality.Population(
                count: recorded.count,
                basis: recorded.basis,
                remarks: recorded.remarks,
                sources: recorded.sources
            )
            if let id = recorded.municipality {
                municipalities[id]?.population[period.last] = figure
            } else {
                totalPopulation[period.last] = figure
            }
        }
    }

    private mutating func begin(_ kind: Municipality.Membership.Kind, _ joining: MembersAct.Joining, at period: Period) {
        guard var municipality = municipalities[joining.municipality] else { return }
        // An associate that becomes a member ends the one and begins the other on the same day.
        if municipality.standing != nil { end(&municipality, at: period, remarks: [], sources: []) }
        municipality.memberships.append(
            Municipality.Membership(kind: kind, from: period, to: nil, remarks: joining.remarks, sources: joining.sources)
        )
        municipalities[joining.municipality] = municipality
    }

    private func end(_ municipality: inout Municipality, at period: Period, remarks: [Prose], sources: [Source]) {
        guard let index = municipality.memberships.indices.last else { return }
        municipality.memberships[index].to = period
        municipality.memberships[index].remarks += remarks
        municipality.memberships[index].sources += sources
    }
}

extension Refusal {
    static func unknownMunicipality(_ id: Municipality.ID) -> Refusal {
        Refusal(
            "members.unknown-municipality",
            field: "municipality",
            "Kommunen ”\(id)” finns inte i registret den dagen. Registrera kommunen först, eller välj en annan dag."
        )
    }

    static func codeTaken(_ code: String, by name: String) -> Refusal {
        Refusal("members.code-taken", field: "code", "Kommunkoden \(code) hör redan till \(name). Kontrollera koden.")
    }

    static func alreadyMember(_ name: String) -> Refusal {
        Refusal("members.already-member", field: "municipality", "\(name) är redan medlem den dagen.")
    }

    static func alreadyBelongs(_ name: String) -> Refusal {
        Refusal("members.already-belongs", field: "municipality", "\(name) deltar redan i samverkan den dagen.")
    }

    static func doesNotBelong(_ name: String) -> Refusal {
        Refusal(
            "members.does-not-belong",
            field: "municipality",
            "\(name) deltar inte i samverkan den dagen och kan därför inte lämna den."
        )
    }
}
