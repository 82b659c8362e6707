extension Words {
    /// What each kind of act did, as a sentence.
    struct Acts: Sendable {
        let agreed: String
        let registered: @Sendable (_ name: String) -> String
        let joined: @Sendable (_ name: String) -> String
        let associated: @Sendable (_ name: String) -> String
        let left: @Sendable (_ name: String) -> String
        let population: @Sendable (_ first: String, _ second: String) -> String
        let totalPopulation: @Sendable (_ name: String) -> String
        let text: @Sendable (_ name: String) -> String
        let inForce: @Sendable (_ name: String) -> String
        let extended: @Sendable (_ first: String, _ second: String) -> String
        let served: @Sendable (_ first: String, _ second: String) -> String
        let presidency: @Sendable (_ first: String, _ second: String) -> String
        let assigned: @Sendable (_ first: String, _ second: String) -> String
        let assignmentEnded: @Sendable (_ first: String, _ second: String) -> String
        let seen: @Sendable (_ name: String) -> String
        let closed: @Sendable (_ name: String) -> String
        let decided: @Sendable (_ name: String) -> String
        let attached: @Sendable (_ file: String, _ document: String) -> String
        let detached: @Sendable (_ file: String, _ document: String, _ reason: String) -> String
        let someFile: String
        let rules: @Sendable (_ name: String) -> String
        let held: @Sendable (_ name: String) -> String
        let cancelled: @Sendable (_ name: String) -> String
        let planned: @Sendable (_ name: String) -> String
        let stated: @Sendable (_ first: String, _ second: String) -> String
        let renamed: @Sendable (_ first: String, _ second: String) -> String
        let outcome: @Sendable (_ first: String, _ second: String) -> String
        let listed: @Sendable (_ name: String) -> String
        let reported: @Sendable (_ first: String, _ second: String) -> String
        let followedUp: @Sendable (_ name: String) -> String
        let withdrawn: String
        let restored: String
        let ended: @Sendable (_ name: String) -> String
        let corrected: @Sendable (_ first: String, _ second: String) -> String
        let struck: @Sendable (_ first: String, _ second: String) -> String
    }
}

extension Words.Acts {
    static let swedish = Self(
        agreed: "Kommunerna kom överens om samarbetet.",
        registered: { "Uppgifter om \($0) infördes." },
        joined: { "\($0) blev medlem." },
        associated: { "\($0) började delta i projekt." },
        left: { "\($0) lämnade samarbetet." },
        population: { "Folkmängden i \($0) infördes: \($1) personer." },
        totalPopulation: { "Folkmängden i alla kommunerna tillsammans infördes: \($0) personer." },
        text: { "Texten till \($0) infördes." },
        inForce: { "\($0) trädde i kraft." },
        extended: { "\($1) lades till i \($0)." },
        served: { "Ett mål i \($0) knöts till \($1)." },
        presidency: { "\($1) fick ordförandeskapet i \($0)." },
        assigned: { "\($0) började arbeta med \($1)." },
        assignmentEnded: { "\($0) slutade arbeta med \($1)." },
        seen: { "En källa visar \($0) i arbete." },
        closed: { "\($0) avslutade sitt arbete." },
        decided: { "\($0) beslutades." },
        attached: { "Filen \($0) bifogades till \($1)." },
        detached: { "Filen \($0) togs bort från \($1). Skäl: \($2)" },
        someFile: "utan känt namn",
        rules: { "Regler för \($0) bestämdes." },
        held: { "\($0) hölls." },
        cancelled: { "\($0) ställdes in." },
        planned: { "\($0) planerades." },
        stated: { "Samarbetet uttalade sig gemensamt (\($0)): \($1)." },
        renamed: { "\($0) fick namnet \($1)." },
        outcome: { "Det här blev det av \($0): \($1)" },
        listed: { "Listan \($0) antogs." },
        reported: { "I \($0) rapporterades aktiviteten \($1)." },
        followedUp: { "\($0) följdes upp." },
        withdrawn: "Uppgiften drogs tillbaka från allmänheten.",
        restored: "Uppgiften visades igen för allmänheten.",
        ended: { "Tiden för \($0) gick ut." },
        corrected: { "Post \($0) rättades. Skäl: \($1)" },
        struck: { "Post \($0) ströks. Skäl: \($1)" }
    )
}

extension Words.Acts {
    static let english = Self(
        agreed: "The municipalities agreed on the cooperation.",
        registered: { "Facts about \($0) were recorded." },
        joined: { "\($0) became a member." },
        associated: { "\($0) began to take part in projects." },
        left: { "\($0) left the cooperation." },
        population: { "The population of \($0) was recorded: \($1) people." },
        totalPopulation: { "The population of all members together was recorded: \($0) people." },
        text: { "The text of \($0) was recorded." },
        inForce: { "\($0) came into force." },
        extended: { "\($1) was added to \($0)." },
        served: { "A goal in \($0) was tied to \($1)." },
        presidency: { "\($1) took the chair of \($0)." },
        assigned: { "\($0) began to work with \($1)." },
        assignmentEnded: { "\($0) ceased to work with \($1)." },
        seen: { "A source shows \($0) at work." },
        closed: { "\($0) ended its work." },
        decided: { "\($0) was decided." },
        attached: { "The file \($0) was attached to \($1)." },
        detached: { "The file \($0) was removed from \($1). Reason: \($2)" },
        someFile: "of unknown name",
        rules: { "Rules for \($0) were agreed." },
        held: { "\($0) was held." },
        cancelled: { "\($0) was cancelled." },
        planned: { "\($0) was planned." },
        stated: { "The cooperation made a joint statement (\($0)): \($1)." },
        renamed: { "\($0) was renamed \($1)." },
        outcome: { "This came of \($0): \($1)" },
        listed: { "The list \($0) was agreed." },
        reported: { "In \($0), the activity \($1) was reported on." },
        followedUp: { "\($0) was followed up." },
        withdrawn: "This was withdrawn from the public.",
        restored: "This was shown to the public again.",
        ended: { "The period of \($0) ended." },
        corrected: { "Entry \($0) was corrected. Reason: \($1)" },
        struck: { "Entry \($0) was struck. Reason: \($1)" }
    )
}
