extension Words {
    /// The boards' decisions on a proposal.
    struct Ratification: Sendable {
        let title: String
        let scheduled: @Sendable (_ title: String, _ day: String) -> String
        let proposed: @Sendable (_ title: String, _ number: String) -> String
        let sent: @Sendable (_ title: String, _ count: String) -> String
        let registered: @Sendable (_ municipality: String, _ caseNumber: String) -> String
        let prepared: @Sendable (_ municipality: String) -> String
        let onGround: @Sendable (_ ground: String) -> String
        let adopted: @Sendable (_ municipality: String, _ title: String) -> String
        let adoptedWithAddition: @Sendable (_ municipality: String, _ title: String) -> String
        let sentBack: @Sendable (_ municipality: String, _ title: String) -> String
        let rejected: @Sendable (_ municipality: String, _ title: String) -> String
        let extracted: @Sendable (_ municipality: String) -> String
        let adjusted: @Sendable (_ municipality: String) -> String
        let posted: @Sendable (_ municipality: String) -> String
        let appealed: @Sendable (_ municipality: String) -> String
        let upheld: @Sendable (_ municipality: String) -> String
        let annulled: @Sendable (_ municipality: String) -> String
        let annexed: @Sendable (_ municipality: String) -> String
        let legalForce: @Sendable (_ municipality: String) -> String
        let numbered: @Sendable (_ title: String, _ number: String) -> String
        let prolonged: @Sendable (_ title: String, _ day: String) -> String
        let schedule: Schedule
        let locking: Locking
    }
}

extension Words.Ratification {
    static let swedish = Self(
        title: "Beslutsomgångar",
        scheduled: { "Tidplanen för \($0) sattes: i kraft senast den \($1)." },
        proposed: { "Förslag \($1) till \($0) låstes." },
        sent: { "Förslaget till \($0) skickades till \($1) kommuner." },
        registered: { "\($0) gav förslaget diarienummer \($1)." },
        prepared: { "\($0) beredde förslaget." },
        onGround: { "Kansliet lade in uppgiften. Den bygger på: ”\($0)”" },
        adopted: { "\($0) antog \($1)." },
        adoptedWithAddition: { "\($0) antog \($1) med ett tillägg." },
        sentBack: { "\($0) återremitterade \($1)." },
        rejected: { "\($0) avslog \($1)." },
        extracted: { "Protokollsutdraget från \($0) bifogades." },
        adjusted: { "Paragrafen i \($0) justerades." },
        posted: { "Justeringen i \($0) anslogs." },
        appealed: { "Beslutet i \($0) överklagades." },
        upheld: { "Domstolen lät beslutet i \($0) stå fast." },
        annulled: { "Domstolen upphävde beslutet i \($0)." },
        annexed: { "Bilagan från \($0) jämfördes med den låsta texten." },
        legalForce: { "Beslutet i \($0) antas ha vunnit laga kraft." },
        numbered: { "\($0) (förslag \($1))" },
        prolonged: { "\($0) förlängdes till och med \($1)." },
        schedule: .swedish,
        locking: .swedish
    )
}

extension Words.Ratification {
    static let english = Self(
        title: "Rounds of decisions",
        scheduled: { "The schedule of \($0) was set: in force by \($1)." },
        proposed: { "Proposal \($1) for \($0) was locked." },
        sent: { "The proposal for \($0) was sent to \($1) municipalities." },
        registered: { "\($0) gave the proposal the case number \($1)." },
        prepared: { "\($0) prepared the proposal." },
        onGround: { "The secretariat recorded it. It rests on: “\($0)”" },
        adopted: { "\($0) adopted \($1)." },
        adoptedWithAddition: { "\($0) adopted \($1) with an addition." },
        sentBack: { "\($0) sent \($1) back." },
        rejected: { "\($0) rejected \($1)." },
        extracted: { "The extract of the minutes of \($0) was attached." },
        adjusted: { "The paragraph of \($0) was adjusted." },
        posted: { "The adjustment of \($0) was posted." },
        appealed: { "The decision of \($0) was appealed." },
        upheld: { "The court let the decision of \($0) stand." },
        annulled: { "The court annulled the decision of \($0)." },
        annexed: { "The annex of \($0) was compared with the locked text." },
        legalForce: { "The decision of \($0) is presumed to have legal force." },
        numbered: { "\($0) (proposal \($1))" },
        prolonged: { "\($0) was prolonged until \($1)." },
        schedule: .english,
        locking: .english
    )
}
