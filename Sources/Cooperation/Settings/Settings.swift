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

    package var remarks: [Prose]
    package var sources: [Source]
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
    package var description: String?
    package var ratifyingBody: String
    package var seatsPerMunicipality: Int
    package var remarks: [String]
    package var sources: [Source]

    /// The agreement with those terms; texts are plain.
    package init(
        name: String,
        calledName: String,
        shortName: String,
        description: String? = nil,
        ratifyingBody: String,
        seatsPerMunicipality: Int,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.name = name
        self.calledName = calledName
        self.shortName = shortName
        self.description = description
        self.ratifyingBody = ratifyingBody
        self.seatsPerMunicipality = seatsPerMunicipality
        self.remarks = remarks
        self.sources = sources
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
        return .settings(
            .agreed(
                Settings(
                    name: name,
                    calledName: calledName,
                    shortName: shortName,
                    description: pen.write(description),
                    ratifyingBody: ratifyingBody,
                    seatsPerMunicipality: seatsPerMunicipality,
                    remarks: pen.write(remarks),
                    sources: sources
                )
            )
        )
    }
}
