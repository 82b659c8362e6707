extension Words {
    /// The forms by which a municipality's track is recorded.
    struct TrackForms: Sendable {
        let register: String
        let registerAgain: String
        let registerLead: String
        let registerHelp: String
        let registerDay: String
        let ground: String
        let groundHelp: String
        let groundNeeded: String
        let prepare: String
        let prepareLead: String
        let meeting: String
        let meetingHelp: String
        let knownMeetings: @Sendable (_ days: String) -> String
        let preparedDay: String
        let decide: String
        let decideAgain: String
        let decideLead: String
        let decideLeadShown: String
        let outcome: String
        let adoptedHelp: String
        let addedHelp: String
        let sentBackHelp: String
        let rejectedHelp: String
        let decisionDay: String
        let decisionDayHelp: String
        let paragraphHelp: String
        let text: String
        let textHelp: String
        let extractHelp: String
        let extractNeeded: String
        let decideSubmit: String
        let attach: String
        let attachAgain: String
        let attachLead: String
        let attachDay: String
        let adjust: String
        let adjustLead: String
        let adjustDay: String
        let post: String
        let postLead: String
        let postDay: String
        let appeal: String
        let appealLead: String
        let appealDay: String
        let judge: String
        let judgeLead: String
        let judgment: String
        let upheld: String
        let upheldHelp: String
        let annulled: String
        let annulledHelp: String
        let judgeDay: String
        let submit: String
        let saved: String
        let savedDecision: String
    }
}

extension Words.TrackForms {
    static let swedish = Self(
        register: "Lägg in diarienummer",
        registerAgain: "Ändra diarienumret",
        registerLead: "Skriv det nummer som kommunen har gett ärendet.",
        registerHelp: "Till exempel KS 2027/123.",
        registerDay: "Dagen då ärendet diariefördes",
        ground: "Vad bygger uppgiften på?",
        groundHelp:
            "Till exempel: mejl från kommunens registrator den 12 januari 2027. Det visas för alla. Skriv inga namn.",
        groundNeeded: "Skriv vad uppgiften bygger på. Kansliet lägger bara in det som kommunen har meddelat.",
        prepare: "Ange mötet som ska besluta",
        prepareLead: "Här anger du att ärendet är berett, och när styrelsen ska besluta.",
        meeting: "Mötets dag",
        meetingHelp: "Lämna tomt om dagen inte är känd.",
        knownMeetings: { "Kända möten: \($0)." },
        preparedDay: "Dagen då ärendet bereddes",
        decide: "Lägg in beslutet",
        decideAgain: "Lägg in det nya beslutet",
        decideLead: "Fyll i så som det står i protokollet. Läget för hela omgången räknas om när du sparar.",
        decideLeadShown: "Kansliet lägger in beslutet på ett uppvisat utdrag. Det syns vid beslutet att det är så.",
        outcome: "Vad beslutade kommunen?",
        adoptedHelp: "Precis som texten är.",
        addedHelp: "Texten antas, och kommunen skriver något eget bredvid. Tillägget visas för alla.",
        sentBackHelp: "Kommunen vill ha svar eller en ändring först. Den beslutar igen senare.",
        rejectedHelp: "Kommunen säger nej.",
        decisionDay: "Mötets dag",
        decisionDayHelp: "Dagen då beslutet fattades.",
        paragraphHelp: "Bara siffran: § 45 skrivs 45.",
        text: "Tillägget eller frågan",
        textHelp: "Så som det står i protokollet. Behövs bara vid tillägg och återremiss. Skriv inga personuppgifter.",
        extractHelp: "Protokollsutdraget visas för alla. Ta bort personnummer och annat som inte ska spridas.",
        extractNeeded: "Bifoga utdraget. Kansliet kan bara lägga in det som det har sett i ett utdrag.",
        decideSubmit: "Registrera beslutet",
        attach: "Bifoga protokollsutdraget",
        attachAgain: "Byt protokollsutdraget",
        attachLead: "Utdraget visas vid beslutet. Ett nytt tar det gamlas plats.",
        attachDay: "Dagen då utdraget kom",
        adjust: "Lägg in justeringen",
        adjustLead: "Ange när paragrafen justerades. Det ska ske senast fjorton dagar efter mötet.",
        adjustDay: "Dagen då paragrafen justerades",
        post: "Lägg in anslaget",
        postLead: "Ange när det kom upp på anslagstavlan att protokollet är justerat. Då räknas sista dagen att överklaga ut.",
        postDay: "Dagen då det anslogs",
        appeal: "Lägg in ett överklagande",
        appealLead: "Så länge ett överklagande är öppet har beslutet inte laga kraft.",
        appealDay: "Dagen då överklagandet kom in",
        judge: "Lägg in domen",
        judgeLead:
            "Ange hur domstolen avgjorde överklagandet. Lägg in det när avgörandet självt har fått laga kraft; till dess kan det överklagas.",
        judgment: "Vad kom domstolen fram till?",
        upheld: "Beslutet står fast",
        upheldHelp: "Också när överklagandet avvisas, avskrivs eller tas tillbaka.",
        annulled: "Beslutet upphävs",
        annulledHelp: "Kommunen måste besluta på nytt.",
        judgeDay: "Dagen då avgörandet fick laga kraft",
        submit: "Spara",
        saved: "Det är sparat. Alla registratorer och kommitténs ordförande ser det.",
        savedDecision: "Beslutet är registrerat. Alla registratorer och kommitténs ordförande ser det."
    )
}

extension Words.TrackForms {
    static let english = Self(
        register: "Record the case number",
        registerAgain: "Change the case number",
        registerLead: "Write the number that the case has been given.",
        registerHelp: "For example KS 2027/123.",
        registerDay: "When the case was registered",
        ground: "How is this known?",
        groundHelp: "For example: mail from the registrar on 12 January 2027. Everybody sees it. Write no names.",
        groundNeeded: "Write how this is known. The secretariat only records what it has been told.",
        prepare: "Say which meeting is to decide",
        prepareLead: "Here you say that the case has been prepared, and when the board is to decide.",
        meeting: "Date of the meeting",
        meetingHelp: "Leave it empty if the date isn't known.",
        knownMeetings: { "Known meetings: \($0)." },
        preparedDay: "When the case was prepared",
        decide: "Record the decision",
        decideAgain: "Record the new decision",
        decideLead: "Fill in as the minutes have it. The status of the whole round is computed anew when you save.",
        decideLeadShown:
            "The secretariat records the decision from an extract it has been shown. That will stand beside the decision.",
        outcome: "What was decided?",
        adoptedHelp: "Just as the text stands.",
        addedHelp: "The text is adopted, with something of the board's own beside it. Everybody sees the addition.",
        sentBackHelp: "An answer or a change is wanted first. The board decides again later.",
        rejectedHelp: "The board says no.",
        decisionDay: "Date of the meeting when decided",
        decisionDayHelp: "When the decision was made.",
        paragraphHelp: "The figure only: write 45 for paragraph 45.",
        text: "The addition or the question",
        textHelp: "As the minutes have it. Needed only for an addition and when sent back. Write nothing about persons.",
        extractHelp: "Everybody sees the extract. Take out personal numbers and whatever else shouldn't be spread.",
        extractNeeded: "Attach the extract. The secretariat can only record what it has seen in one.",
        decideSubmit: "Register the decision",
        attach: "Attach the extract of the minutes",
        attachAgain: "Replace the extract of the minutes",
        attachLead: "The extract stands beside the decision. A new one replaces the old.",
        attachDay: "When the extract came",
        adjust: "Record the adjustment",
        adjustLead: "Say when the paragraph was adjusted. It must be done within fourteen days.",
        adjustDay: "When the paragraph was adjusted",
        post: "Record the posting",
        postLead:
            "Say when it came up on the notice board that the minutes had been adjusted. The last date for an appeal follows.",
        postDay: "When it was posted",
        appeal: "Record an appeal",
        appealLead: "As long as an appeal is open the decision has no legal force.",
        appealDay: "When the appeal came in",
        judge: "Record the judgment",
        judgeLead:
            "Say how the court ended the appeal. Record it when the ruling itself has legal force; until then it can be appealed.",
        judgment: "What did the court find?",
        upheld: "The decision stands",
        upheldHelp: "Also when the appeal is dismissed, struck off or withdrawn.",
        annulled: "The decision is annulled",
        annulledHelp: "The board must decide anew.",
        judgeDay: "When the ruling got legal force",
        submit: "Save",
        saved: "Saved. All registrars and the chair of the committee see it.",
        savedDecision: "The decision is registered. All registrars and the chair of the committee see it."
    )
}
