extension Words.Ratification {
    /// The forms by which a proposal is locked and sent, and an edition prolonged.
    struct Locking: Sendable {
        let title: @Sendable (String) -> String
        let lead: String
        let leadAgain: String
        let submit: String
        let submitAgain: String
        let done: String
        let locked: String
        let text: String
        let version: String
        let parts: String
        let saved: String
        let digest: String
        let read: String
        let findings: @Sendable (_ count: String) -> String
        let showFindings: String
        let decision: String
        let enteredDecision: String
        let rule: String
        let decisionHelp: String
        let meetingDay: String
        let meetingDayHelp: String
        let eitherDecision: String
        let noDecision: String
        let noDay: String
        let dayAhead: String
        let noParagraph: String
        let noTitle: String
        let noCommittee: String
        let paragraphTaken: @Sendable (String) -> String
        let consent: String
        let everyMember: String
        let everyMemberHelp: String
        let withoutAddition: String
        let withoutAdditionHelp: String
        let quorum: String
        let quorumHelp: String
        let quorumMembers: String
        let quorumOnly: String
        let quorumPopulation: String
        let quorumShareHelp: String
        let quorumMissing: String
        let quorumUnused: String
        let effect: String
        let fromDecision: String
        let fromLegalForce: String
        let legalForceHelp: String
        let notBefore: String
        let notBeforeHelp: String
        let restart: String
        let restartEveryone: String
        let restartSome: String
        let restartHelp: String
        let restartHelpFirst: String
        let sendTitle: @Sendable (String) -> String
        let sendLead: String
        let sendNobody: String
        let sendMissing: String
        let sendSubmit: String
        let sendDone: @Sendable (_ count: Int, _ number: String) -> String
        let whatIsSent: String
        let proposal: String
        let lockedOn: String
        let eachGets: String
        let prolongTitle: @Sendable (String) -> String
        let prolongLead: String
        let prolongTo: String
        let prolongSubmit: String
        let prolongDone: String
    }
}

extension Words.Ratification.Locking {
    static let swedish = Self(
        title: { "Lås förslaget: \($0)" },
        lead: "Den låsta texten är den som kommunerna beslutar om. Den kan inte ändras sedan.",
        leadAgain: "Det nya förslaget ersätter det förra. Den låsta texten kan inte ändras sedan.",
        submit: "Lås förslaget",
        submitAgain: "Lås ett nytt förslag",
        done: "Förslaget är låst. Nu kan det skickas till kommunerna.",
        locked: "Det här låses",
        text: "Text",
        version: "Arbetsversion",
        parts: "Antal mål och områden",
        saved: "Sparad",
        digest: "Textens kontrollsumma (SHA-256):",
        read: "Läs utkastet",
        findings: { "Kontrollen av utkastet har anmärkningar att se över först. Antal: \($0)." },
        showFindings: "Visa kontrollen",
        decision: "Kommitténs beslut",
        enteredDecision: "Beslut som är inlagt",
        rule: "Regeln för när programmet gäller",
        decisionHelp: "Välj beslutet, eller lägg in det här nedanför.",
        meetingDay: "Mötets dag",
        meetingDayHelp: "Fyll i dag, paragraf och rubrik om beslutet inte är inlagt än.",
        eitherDecision: "Välj ett beslut eller lägg in ett nytt, inte båda.",
        noDecision: "Välj kommitténs beslut, eller skriv mötets dag, paragraf och rubrik.",
        noDay: "Skriv vilken dag kommittén hade mötet.",
        dayAhead: "Mötet har inte hållits än. Välj en dag som har varit.",
        noParagraph: "Skriv paragrafens nummer, som 12.",
        noTitle: "Skriv vad beslutet gäller.",
        noCommittee: "Det finns ingen kommitté. Lägg in den under Organisation först.",
        paragraphTaken: { "§ \($0) finns redan på mötet. Välj beslutet i listan i stället." },
        consent: "Vad krävs för att programmet ska gälla?",
        everyMember: "Alla medlemmar har antagit det",
        everyMemberHelp: "Egna tillägg får finnas.",
        withoutAddition: "Alla medlemmar har antagit det utan tillägg",
        withoutAdditionHelp: "Ett tillägg gör att en gemensam text behövs.",
        quorum: "Tillräckligt många har antagit det",
        quorumHelp: "Ange hur många nedan.",
        quorumMembers: "Minst så många medlemmar",
        quorumOnly: "Bara när tillräckligt många räcker.",
        quorumPopulation: "Minst så många procent av invånarna",
        quorumShareHelp: "De som har antagit programmet ska ha minst den andelen. Tomt betyder att det inte räknas.",
        quorumMissing: "Skriv hur många medlemmar som måste ha antagit programmet.",
        quorumUnused: "Antal och andel används bara när tillräckligt många räcker. Töm fälten eller välj det.",
        effect: "När räknas ett beslut?",
        fromDecision: "Från dagen då kommunen beslutade",
        fromLegalForce: "Från dagen då beslutet antas ha vunnit laga kraft",
        legalForceHelp: "Ett överklagat beslut räknas inte förrän domstolen har sagt sitt.",
        notBefore: "Gäller tidigast",
        notBeforeHelp: "Tomt betyder från dagen då det sista som krävs är klart.",
        restart: "Vilka beslutar på nytt om ett senare förslag ersätter det här?",
        restartEveryone: "Alla",
        restartSome: "De som inte har antagit det utan tillägg",
        restartHelp: "Svaret gäller också nu, när det här förslaget ersätter det förra.",
        restartHelpFirst: "Det ni kommer överens om nu följer med förslaget.",
        sendTitle: { "Skicka förslaget: \($0)" },
        sendLead: "Ett ärende öppnas för varje kommun du väljer. Alla som återstår är förvalda.",
        sendNobody: "Förslaget är skickat till alla medlemmar.",
        sendMissing: "Välj minst en kommun att skicka till.",
        sendSubmit: "Skicka förslaget",
        sendDone: { $0 == 1 ? "Förslaget är skickat till en kommun." : "Förslaget är skickat till \($1) kommuner." },
        whatIsSent: "Det här skickas",
        proposal: "Förslag",
        lockedOn: "Låst",
        eachGets: "Varje kommun får den låsta texten och en egen sida för ärendet.",
        prolongTitle: { "Förläng: \($0)" },
        prolongLead: "Programmet gäller längre än det var tänkt, efter beslut av kommittén.",
        prolongTo: "Gäller till och med",
        prolongSubmit: "Förläng programmet",
        prolongDone: "Programmet är förlängt."
    )
}

extension Words.Ratification.Locking {
    static let english = Self(
        title: { "Lock the proposal: \($0)" },
        lead: "The locked text is what the municipalities decide on. It can't be changed afterwards.",
        leadAgain: "The new proposal takes the place of the earlier one. The locked text can't be changed afterwards.",
        submit: "Lock the proposal",
        submitAgain: "Lock a new proposal",
        done: "The proposal is locked. It can now be sent to the municipalities.",
        locked: "What is locked",
        text: "Wording",
        version: "Working version",
        parts: "Goals and areas",
        saved: "Saved",
        digest: "Fingerprint of the wording (SHA-256):",
        read: "Read the draft",
        findings: { "The check of the draft has remarks to look at first. Number: \($0)." },
        showFindings: "Show the check",
        decision: "The decision of the committee",
        enteredDecision: "Decision that has been entered",
        rule: "The rule for when the programme applies",
        decisionHelp: "Choose the decision, or enter it below.",
        meetingDay: "Day of the meeting",
        meetingDayHelp: "Fill in day, paragraph and heading if the decision has not been entered.",
        eitherDecision: "Choose a decision or enter a new one, not both.",
        noDecision: "Choose the decision of the committee, or write its day, paragraph and heading.",
        noDay: "Write the day of the meeting.",
        dayAhead: "The meeting has not been held yet. Choose a day that has been.",
        noParagraph: "Write the number of the paragraph, as 12.",
        noTitle: "Write what the decision concerns.",
        noCommittee: "There is no committee. Enter it under Organisation first.",
        paragraphTaken: { "§ \($0) is already there. Choose the decision in the list instead." },
        consent: "What does it take for the programme to apply?",
        everyMember: "All members have adopted it",
        everyMemberHelp: "Additions of their own are allowed.",
        withoutAddition: "All members have adopted it without additions",
        withoutAdditionHelp: "An addition means that a common text is needed.",
        quorum: "Enough members have adopted it",
        quorumHelp: "State how many below.",
        quorumMembers: "At least so many members",
        quorumOnly: "Only where enough members will do.",
        quorumPopulation: "At least so many per cent of the inhabitants",
        quorumShareHelp: "Those who have adopted it must have that share. Empty means that it does not count.",
        quorumMissing: "Write how many members must have adopted the programme.",
        quorumUnused: "Number and share are only used where enough members will do. Empty the fields or choose that.",
        effect: "When does a decision count?",
        fromDecision: "From the day the municipality decided",
        fromLegalForce: "From the day it is presumed to have legal force",
        legalForceHelp: "An appealed decision does not count until the court has ruled.",
        notBefore: "Applies at the earliest from",
        notBeforeHelp: "Empty means from the day when the last that is needed is done.",
        restart: "Who decides again if a later proposal takes its place?",
        restartEveryone: "Everybody",
        restartSome: "Those who have not adopted it without additions",
        restartHelp: "The answer also holds now, when this proposal takes the place of the earlier one.",
        restartHelpFirst: "What you agree on now goes with the proposal.",
        sendTitle: { "Send the proposal: \($0)" },
        sendLead: "A matter is opened for each municipality you choose. All that remain are chosen.",
        sendNobody: "The proposal has been sent to all members.",
        sendMissing: "Choose at least one municipality to send to.",
        sendSubmit: "Send the proposal",
        sendDone: {
            $0 == 1 ? "The proposal has been sent to one municipality." : "The proposal has been sent to \($1) municipalities."
        },
        whatIsSent: "What is sent",
        proposal: "Proposal",
        lockedOn: "Locked",
        eachGets: "Each municipality gets the locked wording and a page of its own for the matter.",
        prolongTitle: { "Prolong: \($0)" },
        prolongLead: "The programme applies longer than was meant, by a decision of the committee.",
        prolongTo: "Applies until",
        prolongSubmit: "Prolong the programme",
        prolongDone: "The programme has been prolonged."
    )
}
