extension Words {
    /// What is sent when something happens on a track, and what waits on the tracks.
    struct Outbox: Sendable {
        let title: String
        let lead: String
        let training: String
        let none: String
        let count: @Sendable (_ count: Int, _ written: String) -> String
        let recipients: String
        let recipientCount: @Sendable (_ count: String) -> String
        let nobody: String
        let subject: String
        let message: String
        let paper: String
        let number: @Sendable (_ position: String) -> String
        let seeBoard: @Sendable (_ address: String) -> String
        let paperAt: @Sendable (_ name: String, _ address: String) -> String
        let why: String
        let news: String
        let newsLead: String
        let newer: String
        let older: String
        let pages: String

        let caseNumberMissing: @Sendable (_ title: String) -> String
        let meetingMissing: @Sendable (_ title: String) -> String
        let decisionDue: @Sendable (_ title: String, _ day: String) -> String
        let extractMissing: @Sendable (_ title: String) -> String
        let adjustmentMissing: @Sendable (_ title: String) -> String
        let postingMissing: @Sendable (_ title: String) -> String
        let caseNumbersMissing: @Sendable (_ names: String) -> String
        let decisionsDue: @Sendable (_ names: String) -> String
        let extractsMissing: @Sendable (_ names: String) -> String
        let adjustmentsMissing: @Sendable (_ names: String) -> String
        let postingsMissing: @Sendable (_ names: String) -> String
        let commonTextNeeded: @Sendable (_ title: String) -> String
        let notSent: @Sendable (_ title: String) -> String
        let see: String
    }
}

extension Words.Outbox {
    static let swedish = Self(
        title: "Utskick",
        lead:
            "Det som händer i en beslutsomgång meddelas alla registratorer och kommitténs ordförande. Här är det som ska skickas.",
        training: "Det här är en övningskopia. Härifrån skickas ingenting.",
        none: "Inget har hänt i någon beslutsomgång än, så det finns inget att skicka.",
        count: { $0 == 1 ? "Ett meddelande." : "\($1) meddelanden." },
        recipients: "Till",
        recipientCount: { "\($0) mottagare" },
        nobody: "ingen, eftersom det inte finns någon plats för registrator",
        subject: "Ärende",
        message: "Meddelande",
        paper: "Handling",
        number: { "Post \($0)" },
        seeBoard: { "Se läget i alla kommuner: \($0)" },
        paperAt: { "Handling: \($0), \($1)" },
        why: "Du får det här eftersom du är registrator eller ordförande i samarbetskommittén.",
        news: "Nytt i beslutsomgångarna",
        newsLead: "Det som har hänt de senaste två veckorna, det nyaste först.",
        newer: "Nyare meddelanden",
        older: "Äldre meddelanden",
        pages: "Fler meddelanden",
        caseNumberMissing: { "Diarienummer saknas för \($0)" },
        meetingMissing: { "Mötet som ska besluta om \($0) är inte angivet" },
        decisionDue: { "Beslutet om \($0) från mötet den \($1) är inte inlagt" },
        extractMissing: { "Protokollsutdraget om \($0) saknas" },
        adjustmentMissing: { "Justeringen av beslutet om \($0) är inte inlagd" },
        postingMissing: { "Anslaget om \($0) är inte inlagt" },
        caseNumbersMissing: { "Diarienummer saknas: \($0)" },
        decisionsDue: { "Mötet har varit, men beslutet är inte inlagt: \($0)" },
        extractsMissing: { "Protokollsutdrag saknas: \($0)" },
        adjustmentsMissing: { "Justeringen är inte inlagd: \($0)" },
        postingsMissing: { "Anslaget är inte inlagt: \($0)" },
        commonTextNeeded: { "En gemensam text behövs för \($0)" },
        notSent: { "Förslaget till \($0) är låst men inte skickat" },
        see: "Se läget"
    )
}

extension Words.Outbox {
    static let english = Self(
        title: "Outbox",
        lead:
            "What happens in a round is told to all registrars and the chair of the committee. Here stands whatever will be sent.",
        training: "A copy for training. Nothing will be sent.",
        none: "Nothing has happened in any round yet, so there is nothing to send.",
        count: { $0 == 1 ? "One message." : "\($1) messages." },
        recipients: "To",
        recipientCount: { "\($0) recipients" },
        nobody: "nobody, since there is no seat for a registrar",
        subject: "Subject",
        message: "Message",
        paper: "Paper",
        number: { "Entry \($0)" },
        seeBoard: { "See the status everywhere: \($0)" },
        paperAt: { "Paper: \($0), \($1)" },
        why: "You get this as a registrar, or as chair of the committee.",
        news: "News in the rounds of decisions",
        newsLead: "The last two weeks, the latest first.",
        newer: "Newer messages",
        older: "Older messages",
        pages: "More messages",
        caseNumberMissing: { "There is no case number for \($0)" },
        meetingMissing: { "It isn't said which meeting is to decide on \($0)" },
        decisionDue: { "The decision on \($0) by the meeting on \($1) hasn't been recorded" },
        extractMissing: { "The extract of the minutes on \($0) is missing" },
        adjustmentMissing: { "The adjustment of the decision on \($0) hasn't been recorded" },
        postingMissing: { "The posting on \($0) hasn't been recorded" },
        caseNumbersMissing: { "Without a case number: \($0)" },
        decisionsDue: { "Met, but the decision hasn't been recorded: \($0)" },
        extractsMissing: { "Without an extract of the minutes: \($0)" },
        adjustmentsMissing: { "The adjustment hasn't been recorded: \($0)" },
        postingsMissing: { "The posting hasn't been recorded: \($0)" },
        commonTextNeeded: { "A common text is needed for \($0)" },
        notSent: { "The proposal for \($0) is locked but not sent" },
        see: "See the status"
    )
}
