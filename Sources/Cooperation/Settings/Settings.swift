/// What a cooperation has agreed about itself: its name, and the words and numbers that are data rather than code.
package struct Settings: Hashable, Sendable, Codable {
    /// The name in full: 'Södertörnskommunerna'.
    package var name: String

    /// What the cooperation is called in running text, in definite form: 'Södertörnssamarbetet'.
    package var calledName: String

    /// The shortest name, for headings: 'Södertörn'.
    package var shortName: String

    /// What the cooperation is, in a few sentences.
    package var description: Prose?

    /// The body that adopts a programme in each municipality, in definite form: 'kommunstyrelsen'.
    package var ratifyingBody: String

    /// How many seats each municipality has in the committee.
    package var seatsPerMunicipality: Int

    /// What the levels of a programme are called, from the top: what a new edition begins with; nil when it hasn't been agreed.
    package var levels: [String]?

    /// How what the cooperation costs is shared; nil when it hasn't been agreed.
    package var costKey: CostKey?

    /// The most measures in a comparison study; nil when it hasn't been agreed.
    package var mostMeasuresInStudy: Int? = nil

    package var remarks: [Prose]
    package var sources: [Source]

    /// The most measures in a study as it is, agreed or not.
    package var measuresInStudy: Int { mostMeasuresInStudy ?? Self.measuresInStudyUnlessAgreed }
    /// The most measures in a study where nothing has been agreed.
    package static let measuresInStudyUnlessAgreed = 8
    /// The most measures in a study that can be agreed.
    package static let mostMeasuresThatCanBeAgreed = 50

    /// The most levels that a programme can be agreed to have.
    package static let mostLevels = 10
    /// The most characters in what a level is called.
    package static let longestLevel = 60
}

/// Acts about the cooperation as such.
package enum SettingsAct: Hashable, Sendable {
    /// The cooperation was formed, or what it has agreed about itself was changed: the whole of it as it is from then on.
    case agreed(Settings)
}

extension SettingsAct: CapabilityAct {
    static let forms = [ActForm("settings.agreed") { .settings(.agreed($0)) }]

    var kind: String {
        switch self {
        case .agreed: "settings.agreed"
        }
    }

    var payload: any Codable & Sendable {
        switch self {
        case .agreed(let settings): settings
        }
    }
}

/// Asks that the cooperation's agreement about itself be recorded, whole.
package struct AgreeSettings: Request {
    package var name: String
    package var calledName: String
    package var shortName: String
    package var description: Passage?
    package var ratifyingBody: String
    package var seatsPerMunicipality: Int
    package var levels: [String]?
    package var costKey: CostKey?
    package var mostMeasuresInStudy: Int?
    package var remarks: [Passage]
    package var sources: [Source]

    /// The agreement with those terms; texts are plain.
    package init(
        name: String,
        calledName: String,
        shortName: String,
        description: String? = nil,
        ratifyingBody: String,
        seatsPerMunicipality: Int,
        levels: [String]? = nil,
        costKey: CostKey? = nil,
        mostMeasuresInStudy: Int? = nil,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.name = name
        self.calledName = calledName
        self.shortName = shortName
        self.description = description.map { .written($0) }
        self.ratifyingBody = ratifyingBody
        self.seatsPerMunicipality = seatsPerMunicipality
        self.levels = levels
        self.costKey = costKey
        self.mostMeasuresInStudy = mostMeasuresInStudy
        self.remarks = remarks.map { .written($0) }
        self.sources = sources
    }

    /// The agreement as it is, with every text kept; what is to be otherwise is changed afterwards.
    package init(of settings: Settings) {
        name = settings.name
        calledName = settings.calledName
        shortName = settings.shortName
        description = settings.description.map { .kept($0) }
        ratifyingBody = settings.ratifyingBody
        seatsPerMunicipality = settings.seatsPerMunicipality
        levels = settings.levels
        costKey = settings.costKey
        mostMeasuresInStudy = settings.mostMeasuresInStudy
        remarks = settings.remarks.map { .kept($0) }
        sources = settings.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        for (field, value) in [
            ("name", name), ("calledName", calledName), ("shortName", shortName), ("ratifyingBody", ratifyingBody),
        ] {
            guard !value.isBlank else {
                throw Refusal("settings.blank", field: field, "Fyll i uppgiften. Den får inte vara tom.")
            }
        }
        guard (1...100).contains(seatsPerMunicipality) else {
            throw Refusal(
                "settings.seats",
                field: "seatsPerMunicipality",
                "Antalet platser per kommun ska vara mellan 1 och 100."
            )
        }
        guard (1...Settings.mostMeasuresThatCanBeAgreed).contains(mostMeasuresInStudy ?? 1) else {
            throw Refusal(
                "settings.measures-in-study",
                field: "mostMeasuresInStudy",
                "Antalet mått i en jämförelsestudie ska vara mellan 1 och \(Settings.mostMeasuresThatCanBeAgreed)."
            )
        }
        if let levels { try check(levels) }
        if let objection = costKey?.objection(among: cooperation.members) { throw objection }
        return .settings(
            .agreed(
                Settings(
                    name: name,
                    calledName: calledName,
                    shortName: shortName,
                    description: pen.write(description),
                    ratifyingBody: ratifyingBody,
                    seatsPerMunicipality: seatsPerMunicipality,
                    levels: levels,
                    costKey: costKey,
                    mostMeasuresInStudy: mostMeasuresInStudy,
                    remarks: pen.write(remarks),
                    sources: sources
                )
            )
        )
    }

    private func check(_ levels: [String]) throws(Refusal) {
        guard (1...Settings.mostLevels).contains(levels.count) else {
            throw Refusal(
                "settings.levels",
                field: "levels",
                "Ett program ska ha mellan en och \(Settings.mostLevels) nivåer. Skriv vad varje nivå heter, den översta först."
            )
        }
        guard levels.allSatisfy({ !$0.isBlank && $0.count <= Settings.longestLevel }) else {
            throw Refusal(
                "settings.level-name",
                field: "levels",
                "Varje nivå ska ha ett namn med högst \(Settings.longestLevel) tecken."
            )
        }
        guard Set(levels.map { $0.lowercased() }).count == levels.count else {
            throw Refusal("settings.level-twice", field: "levels", "Två nivåer heter likadant. Ge dem olika namn.")
        }
    }
}
