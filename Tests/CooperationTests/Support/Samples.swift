import Cooperation

/// Requests that are accepted, for tests to begin from and to change.
enum Sample {
    static func municipality(_ name: String, code: String = "0136") throws -> RegisterMunicipality {
        RegisterMunicipality(
            id: try id(name),
            name: name.capitalizedFirst,
            officialName: "\(name.capitalizedFirst) kommun",
            code: code,
            county: "Stockholms län",
            countyCode: "01",
            landArea: 45_785
        )
    }

    static func membership(_ change: ChangeMembership.Change, _ name: String) throws -> ChangeMembership {
        ChangeMembership(change, try id(name), remarks: ["En anmärkning."], sources: [Source("https://example.se/")])
    }

    static func population(_ name: String?, _ count: Int) throws -> RecordPopulation {
        RecordPopulation(municipality: try name.map { try id($0) }, count: count)
    }

    static func settings(_ name: String = "Södertörnskommunerna") -> AgreeSettings {
        AgreeSettings(
            name: name,
            calledName: "Södertörnssamarbetet",
            shortName: "Södertörn",
            description: "Åtta kommuner.",
            ratifyingBody: "kommunstyrelsen",
            seatsPerMunicipality: 1
        )
    }

    static func node(_ name: String, under parent: String? = nil, level: Int) throws -> RecordEdition.Node {
        RecordEdition.Node(id: try id(name), parent: try parent.map { try id($0) }, level: level, title: "Rubrik \(name)")
    }

    /// An edition with an area, a goal under it, and two levels.
    static func edition(_ name: String, _ from: String = "2019", to end: String? = "2022") throws -> RecordEdition {
        var edition = RecordEdition(
            id: try id(name),
            title: "Program \(name)",
            validity: Edition.Validity(from: try period(from), to: try end.map { try period($0) })
        )
        edition.levels = [
            Edition.Level(name: "Område", plural: "Områden", hasPage: true), Edition.Level(name: "Mål", plural: "Mål"),
        ]
        edition.nodes = [try node("omrade", level: 0), try node("mal", under: "omrade", level: 1)]
        return edition
    }

    static func frame(_ name: String = "rufs", goals: [String] = ["1", "2"]) throws -> RecordOuterFrame {
        var frame = RecordOuterFrame(id: try id(name), title: "Plan \(name)", owner: "Regionen")
        frame.goals = try goals.map { (id: try id($0), text: "Mål \($0)") }
        frame.validTo = try period("2026")
        return frame
    }

    static func service(
        _ edition: String = "2019",
        _ node: String = "mal",
        _ frame: String = "rufs",
        _ goal: String = "1"
    ) throws -> ServeFrameGoal {
        ServeFrameGoal(
            edition: try id(edition),
            node: try id(node),
            frame: try id(frame),
            goal: try id(goal),
            reason: "Därför att."
        )
    }

    /// A cooperation with two members, one that takes part in projects, a frame and two editions of which one is in force.
    static func ledger() throws -> Ledger {
        try Ledger([
            ("2010-08-18", settings()),
            ("2010-08-18", try municipality("haninge", code: "0136")),
            ("2010-08-18", try municipality("salem", code: "0128")),
            ("2010-08-18", try municipality("nacka", code: "0182")),
            ("2010-08-18", try membership(.join, "haninge")),
            ("2010-08-18", try membership(.join, "salem")),
            ("2015", try membership(.associate, "nacka")),
            ("2018-10", try frame()),
            ("2019-01-01", try edition("2019")),
            ("2019-10-11", EnterIntoForce(try id("2019"))),
            ("2019-12-01", try service()),
            ("2019-12-31", try population("haninge", 92_095)),
            ("2023-01-01", try edition("2023", "2023", to: nil)),
        ])
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
