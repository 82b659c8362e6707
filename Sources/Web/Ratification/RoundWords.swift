extension Words {
    /// The rounds of decisions: the status board, the tracks and the locked text.
    struct Round: Sendable {
        let lead: String
        let none: String
        let boardTitle: @Sendable (_ title: String) -> String
        let round: String
        let all: String
        let state: String
        let locked: String
        let inForce: String

        let adoptedBy: @Sendable (_ count: String, _ of: String) -> String
        let adoptedByAll: @Sendable (_ count: String) -> String
        let adoptedByNone: @Sendable (_ count: String) -> String
        let appliesSince: @Sendable (_ day: String) -> String
        let appliedFrom: @Sendable (_ day: String) -> String
        let appliesFrom: @Sendable (_ day: String) -> String
        let notSentYet: String
        let planned: String
        let waitingFor: @Sendable (_ names: String) -> String
        let waitingForMany: @Sendable (_ count: String) -> String
        let haveAdded: @Sendable (_ names: String) -> String
        let haveSentBack: @Sendable (_ names: String) -> String
        let haveRejected: @Sendable (_ names: String) -> String
        let needsCommonText: @Sendable (_ reasons: String) -> String
        let awaitsForce: @Sendable (_ names: String) -> String
        let daysUnknown: String

        let statePlanned: String
        let stateNotSent: String
        let stateOpen: String
        let stateCommonText: String
        let stateAwaitsForce: String
        let stateAdopted: String
        let stateInForce: String
        let stateEnded: String

        let adopted: String
        let adoptedWithAddition: String
        let sentBack: String
        let rejected: String
        let annulled: String
        let waiting: String
        let registered: String
        let prepared: String
        let preparedFor: @Sendable (_ day: String) -> String
        let notSent: String
        let noLongerMember: String
        let carried: @Sendable (_ number: String) -> String

        let table: String
        let map: String
        let mapNote: String
        let decision: String
        let day: String
        let byDay: @Sendable (_ day: String) -> String
        let paragraph: String
        let caseNumber: String
        let additionOrQuestion: String
        let adjusted: String
        let posted: String
        let lastAppealDay: String
        let legalForce: String
        let legalForceAt: @Sendable (_ day: String) -> String
        let appealed: String
        let extract: String
        let onPresentedExtract: String
        let notYet: String
        let latestDay: String

        let rule: String
        let everyMember: String
        let everyMemberWithoutAddition: String
        let quorum: @Sendable (_ members: String, _ share: String) -> String
        let atAdoption: String
        let atLegalForce: String
        let notBefore: @Sendable (_ day: String) -> String
        let atLastDecision: String
        let restartEveryone: String
        let restartSome: String
        let nobodySets: String

        let proposal: @Sendable (_ number: String) -> String
        let lockedText: String
        let lockedOn: @Sendable (_ number: String, _ day: String) -> String
        let by: String
        let committeeParagraph: @Sendable (_ body: String, _ paragraph: String) -> String
        let readText: String
        let digest: String
        let schedule: String
        let mustApplyBy: String
        let route: String
        let committee: String
        let board: String
        let council: String
        let seeSchedule: String
        let earlier: String

        let textTitle: @Sendable (_ number: String, _ title: String) -> String
        let textLead: String
        let check: String
        let checkText: String
        let checkSteps: [String]
        let matches: String
        let differs: String
        let neverLocked: String
        let asFile: String

        let trackTitle: @Sendable (_ municipality: String, _ title: String) -> String
        let trackOf: @Sendable (_ municipality: String) -> String
        let trackNotSent: @Sendable (_ municipality: String) -> String
        let trackSent: @Sendable (_ municipality: String, _ day: String) -> String
        let trackRegistered: @Sendable (_ municipality: String, _ caseNumber: String) -> String
        let trackPrepared: @Sendable (_ municipality: String) -> String
        let trackPreparedFor: @Sendable (_ municipality: String, _ day: String) -> String
        let trackDecided: @Sendable (_ sentence: String, _ day: String) -> String
        let trackDecidedIn: @Sendable (_ sentence: String, _ day: String, _ paragraph: String) -> String
        let trackDecidedBy: @Sendable (_ sentence: String, _ day: String) -> String
        let didAdopt: @Sendable (_ municipality: String) -> String
        let didAdd: @Sendable (_ municipality: String) -> String
        let didSendBack: @Sendable (_ municipality: String) -> String
        let didReject: @Sendable (_ municipality: String) -> String
        let notAdjusted: String
        let notPosted: String
        let isAppealed: String
        let isAnnulled: String
        let hasForce: @Sendable (_ day: String) -> String
        let mayBeAppealed: @Sendable (_ day: String, _ force: String) -> String
        let steps: String
        let isCorrected: String
        let corrections: String
        let correctedTo: @Sendable (_ said: String, _ says: String) -> String
        let struckFrom: @Sendable (_ said: String) -> String
        let reason: @Sendable (_ reason: String) -> String
        let correctedByWhom: @Sendable (_ who: String) -> String
        let correctedOnExtract: @Sendable (_ who: String) -> String
        let computed: String
        let lastAppealReason: @Sendable (_ day: String) -> String
        let forceReason: @Sendable (_ day: String) -> String
        let forceSuspended: String
        let whatToDo: String
        let papers: String
        let noPapers: String
        let fileReplaced: String
        let annexes: String
        let annexesText: String
        let addition: String
        let question: String
        let earlierDecisions: String
        let isReplaced: @Sendable (_ number: String, _ current: String) -> String
        let wasNotDecided: String
        let decisionStands: @Sendable (_ current: String) -> String
        let decisionFollowed: String
        let toProposal: @Sendable (_ number: String) -> String
        let otherTrack: String
        let suggested: String
        let howAdopted: String
        let seeBoard: String
    }
}

extension Words.Round {
    static let swedish = Self(
        lead: "Samarbetskommittén låser ett förslag. Sedan beslutar varje kommun för sig. Här ser du hur det går.",
        none: "Ingen omgång är inlagd än.",
        boardTitle: { "Besluten om \($0)" },
        round: "Förslag",
        all: "Alla beslutsomgångar",
        state: "Läge",
        locked: "Låst",
        inForce: "I kraft",
        adoptedBy: { "Antaget av \($0) av \($1) kommuner" },
        adoptedByAll: { "Antaget av alla \($0) kommuner" },
        adoptedByNone: { "Ingen av de \($0) kommunerna har antagit förslaget än" },
        appliesSince: { "Det gäller sedan den \($0)." },
        appliedFrom: { "Det gällde från den \($0)." },
        appliesFrom: { "Det börjar gälla den \($0)." },
        notSentYet: "Förslaget är låst men inte skickat till kommunerna än.",
        planned: "Inget förslag är låst än.",
        waitingFor: { "\($0) har inte beslutat än." },
        waitingForMany: { "\($0) kommuner har inte beslutat än." },
        haveAdded: { "\($0) har antagit med ett tillägg" },
        haveSentBack: { "\($0) har återremitterat" },
        haveRejected: { "\($0) har avslagit" },
        needsCommonText: { "\($0), så en gemensam text behövs." },
        awaitsForce: { "Laga kraft saknas för beslutet i \($0)." },
        daysUnknown: "Källan säger inte vilken dag varje kommun beslutade, bara att alla hade gjort det.",
        statePlanned: "Planeras",
        stateNotSent: "Inte skickat",
        stateOpen: "Väntar på beslut",
        stateCommonText: "Gemensam text behövs",
        stateAwaitsForce: "Väntar på laga kraft",
        stateAdopted: "Antaget",
        stateInForce: "I kraft",
        stateEnded: "Gäller inte längre",
        adopted: "Antaget",
        adoptedWithAddition: "Antaget med tillägg",
        sentBack: "Återremitterat",
        rejected: "Avslaget",
        annulled: "Upphävt av domstol",
        waiting: "Väntar på diarienummer",
        registered: "Väntar på beslut",
        prepared: "Bereds",
        preparedFor: { "Beslutas den \($0)" },
        notSent: "Inte skickat",
        noLongerMember: "inte längre medlem",
        carried: { "beslutet om förslag \($0) gäller" },
        table: "Kommunernas beslut",
        map: "Så har kommunerna beslutat",
        mapNote: "Tecknet vid namnet säger samma sak som tabellen.",
        decision: "Beslut",
        day: "Dag",
        byDay: { "senast den \($0)" },
        paragraph: "Paragraf",
        caseNumber: "Diarienummer",
        additionOrQuestion: "Tillägg eller fråga",
        adjusted: "Justerat",
        posted: "Anslaget",
        lastAppealDay: "Sista dag att överklaga",
        legalForce: "Laga kraft",
        legalForceAt: { "tidigast \($0)" },
        appealed: "överklagat, väntar på dom",
        extract: "Protokollsutdrag",
        onPresentedExtract: "inlagt av kansliet på uppvisat utdrag",
        notYet: "inte än",
        latestDay: "Dagen är den senaste möjliga",
        rule: "Så avgörs om det gäller",
        everyMember: "Alla medlemmar måste anta förslaget. Ett tillägg hindrar inte.",
        everyMemberWithoutAddition: "Alla medlemmar måste anta samma text, utan tillägg.",
        quorum: { "Minst \($0) kommuner måste anta förslaget, och i dem ska minst \($1) procent av invånarna bo." },
        atAdoption: "Ett beslut räknas från den dag det fattas.",
        atLegalForce: "Ett beslut räknas från den dag det antas ha vunnit laga kraft.",
        notBefore: { "Programmet börjar gälla tidigast den \($0)." },
        atLastDecision: "Programmet börjar gälla den dag då det sista beslutet som behövs räknas.",
        restartEveryone: "Behövs ett nytt förslag, så beslutar alla på nytt.",
        restartSome: "Behövs ett nytt förslag, så står ett rent ja kvar. De andra beslutar på nytt.",
        nobodySets: "Läget räknas ut ur besluten. Ingen kan ställa in det för hand.",
        proposal: { "Förslag \($0)" },
        lockedText: "Den låsta texten",
        lockedOn: { "Förslag \($0) låstes den \($1)." },
        by: "Låst genom",
        committeeParagraph: { "\($0), §\u{A0}\($1)" },
        readText: "Läs den låsta texten",
        digest: "Kontrollsumma (SHA-256)",
        schedule: "Tidplan",
        mustApplyBy: "Ska gälla senast",
        route: "Går genom",
        committee: "beredande utskott",
        board: "kommunstyrelsen",
        council: "kommunfullmäktige",
        seeSchedule: "Se tidplanen för varje kommun",
        earlier: "Tidigare förslag",
        textTitle: { "Förslag \($0) till \($1)" },
        textLead: "Det här är texten som kommunerna beslutar om, ord för ord.",
        check: "Kontrollera själv",
        checkText:
            "Alla kommuner ska besluta om samma text. Därför har texten en kontrollsumma, som ändras så fort en enda bokstav ändras.",
        checkSteps: [
            "Spara textfilen, utan att öppna och spara om den i ett annat program.",
            "Kör sha256sum på filen. I Windows heter kommandot certutil -hashfile, följt av filens namn och SHA256.",
            "Jämför svaret med kontrollsumman här. Är de lika, så är det samma text.",
        ],
        matches: "Texten här har just den kontrollsumma som låstes.",
        differs: "Texten här ger inte längre den kontrollsumma som låstes. Något i den har raderats eller ändrats efteråt.",
        neverLocked: "Texten låstes inte här. Kontrollsumman är räknat på texten som den är inlagd.",
        asFile: "Texten som fil",
        trackTitle: { "\($0) om \($1)" },
        trackOf: { "Ärendet i \($0)" },
        trackNotSent: { "Förslaget har inte skickats till \($0)." },
        trackSent: { "Förslaget skickades till \($0) den \($1). Diarienumret saknas." },
        trackRegistered: { "\($0) har diariefört förslaget som \($1) och ska besluta." },
        trackPrepared: { "\($0) bereder förslaget." },
        trackPreparedFor: { "\($0) ska besluta den \($1)." },
        trackDecided: { "\($0) den \($1)." },
        trackDecidedIn: { "\($0) den \($1), §\u{A0}\($2)." },
        trackDecidedBy: { "\($0) senast den \($1)." },
        didAdopt: { "\($0) antog förslaget" },
        didAdd: { "\($0) antog förslaget med ett tillägg" },
        didSendBack: { "\($0) återremitterade förslaget" },
        didReject: { "\($0) avslog förslaget" },
        notAdjusted: "Paragrafen är inte justerad än.",
        notPosted: "Justeringen är inte anslagen än.",
        isAppealed: "Beslutet är överklagat och har därför inte laga kraft.",
        isAnnulled: "Domstolen har upphävt beslutet, så kommunen måste besluta på nytt.",
        hasForce: { "Beslutet antas ha laga kraft sedan den \($0)." },
        mayBeAppealed: { "Det kan överklagas till och med den \($0) och antas få laga kraft den \($1)." },
        steps: "Det som har hänt",
        isCorrected: "rättat",
        corrections: "Rättelser",
        correctedTo: { "”\($0)” rättades till ”\($1)”." },
        struckFrom: { "”\($0)” ströks och räknas inte längre." },
        reason: { "Skäl: \($0)" },
        correctedByWhom: { "\($0) gjorde rättelsen." },
        correctedOnExtract: { "\($0) gjorde rättelsen på uppvisat protokollsutdrag" },
        computed: "Det som räknas ut",
        lastAppealReason: {
            "Tre veckor efter att justeringen anslogs den \($0). Är den dagen ledig, så flyttas den till nästa vardag."
        },
        forceReason: { "Dagen efter den sista dagen att överklaga, om ingen har överklagat till och med den \($0)." },
        forceSuspended: "Kan inte räknas ut så länge överklagandet är öppet.",
        whatToDo: "Gör det här härnäst",
        papers: "Handlingar",
        noPapers: "Inga handlingar är bifogade än.",
        fileReplaced: "Filen har ersatts av en annan.",
        annexes: "Bilagor som kommunen har skickat",
        annexesText: "Texten i varje bilaga jämförs ord för ord med den låsta texten.",
        addition: "Tillägg",
        question: "Fråga",
        earlierDecisions: "Tidigare beslut",
        isReplaced: { "Förslag \($0) har ersatts av förslag \($1)." },
        wasNotDecided: "Kommunen hann inte besluta om det, så här finns inget mer att lägga in.",
        decisionStands: { "Beslutet står kvar och räknas också för förslag \($0)." },
        decisionFollowed: "Det som händer med beslutet läggs in här, men det räknas inte för det nya förslaget.",
        toProposal: { "Se ärendet om förslag \($0)" },
        otherTrack: "Ärendet om ett annat förslag",
        suggested: "Föreslaget program",
        howAdopted: "Så antogs det",
        seeBoard: "Se hur kommunerna har beslutat"
    )
}

extension Words.Round {
    static let english = Self(
        lead: "The committee locks a proposal. Then each member decides for itself. Here you see how it goes.",
        none: "No round has been recorded yet.",
        boardTitle: { "The decisions on \($0)" },
        round: "Proposal",
        all: "All rounds of decisions",
        state: "Status",
        locked: "Locked",
        inForce: "In force",
        adoptedBy: { "Adopted by \($0) of \($1) members" },
        adoptedByAll: { "Adopted by all \($0) members" },
        adoptedByNone: { "None of the \($0) members has adopted the proposal yet" },
        appliesSince: { "It has applied since \($0)." },
        appliedFrom: { "It applied from \($0)." },
        appliesFrom: { "It applies from \($0)." },
        notSentYet: "The proposal is locked, but hasn't been sent to the members yet.",
        planned: "No proposal has been locked yet.",
        waitingFor: { "Yet to decide: \($0)." },
        waitingForMany: { "\($0) members have yet to decide." },
        haveAdded: { "adopted with an addition by \($0)" },
        haveSentBack: { "sent back by \($0)" },
        haveRejected: { "rejected by \($0)" },
        needsCommonText: { "A common text is needed: \($0)." },
        awaitsForce: { "Without legal force yet: \($0)." },
        daysUnknown: "The source doesn't say on which day each member decided, only that all of them had.",
        statePlanned: "Planned",
        stateNotSent: "Not sent",
        stateOpen: "Awaits decisions",
        stateCommonText: "A common text is needed",
        stateAwaitsForce: "Awaits legal force",
        stateAdopted: "Adopted",
        stateInForce: "In force",
        stateEnded: "No longer in force",
        adopted: "Adopted",
        adoptedWithAddition: "Adopted with an addition",
        sentBack: "Sent back",
        rejected: "Rejected",
        annulled: "Annulled by a court",
        waiting: "Awaits a case number",
        registered: "Awaits a decision",
        prepared: "Being prepared",
        preparedFor: { "To be decided on \($0)" },
        notSent: "Not sent",
        noLongerMember: "no longer a member",
        carried: { "the decision on proposal \($0) stands" },
        table: "The members' decisions",
        map: "How the members have decided",
        mapNote: "The sign beside a name says the same as the table.",
        decision: "Decision",
        day: "Day",
        byDay: { "by \($0)" },
        paragraph: "Paragraph",
        caseNumber: "Case number",
        additionOrQuestion: "Addition or question",
        adjusted: "Minutes adjusted",
        posted: "Posted",
        lastAppealDay: "Last day to appeal",
        legalForce: "Legal force",
        legalForceAt: { "at the earliest \($0)" },
        appealed: "appealed, awaits a judgment",
        extract: "Extract of the minutes",
        onPresentedExtract: "recorded by the secretariat from an extract it was shown",
        notYet: "not yet",
        latestDay: "The last day that it can have been",
        rule: "How it is settled whether it applies",
        everyMember: "Every member must adopt the proposal. An addition is no hindrance.",
        everyMemberWithoutAddition: "Every member must adopt the same text, without an addition.",
        quorum: { "At least \($0) members must adopt the proposal, where at least \($1) per cent of the people live." },
        atAdoption: "A decision counts from when it is made.",
        atLegalForce: "A decision counts from when it is presumed to have legal force.",
        notBefore: { "It applies from \($0) at the earliest." },
        atLastDecision: "It applies from when the last decision that is needed counts.",
        restartEveryone: "If a new proposal is needed, everybody decides anew.",
        restartSome: "If a new proposal is needed, a plain yes stands. The others decide anew.",
        nobodySets: "The status is computed from the decisions. Nobody can set it by hand.",
        proposal: { "Proposal \($0)" },
        lockedText: "The locked text",
        lockedOn: { "Proposal \($0) was locked on \($1)." },
        by: "Locked by",
        committeeParagraph: { "\($0), paragraph \($1)" },
        readText: "Read the locked text",
        digest: "Fingerprint (SHA-256)",
        schedule: "Schedule",
        mustApplyBy: "To apply by",
        route: "Passes",
        committee: "the preparing committee",
        board: "the executive board",
        council: "the council",
        seeSchedule: "See the schedule of each member",
        earlier: "Earlier proposals",
        textTitle: { "Proposal \($0) for \($1)" },
        textLead: "This is the text that the members decide on, word for word.",
        check: "Check for yourself",
        checkText:
            "All members must decide on the same text. So it has a fingerprint, which changes as soon as a single letter does.",
        checkSteps: [
            "Save the text file, without opening and saving it in some program.",
            "Run sha256sum on the file. In Windows the command is certutil -hashfile, the file's name, and SHA256.",
            "Compare the answer to the fingerprint here. If they agree, it is the same text.",
        ],
        matches: "The text here has just the fingerprint that was locked.",
        differs:
            "The text here no longer gives the fingerprint that was locked. Something in it was erased or changed afterwards.",
        neverLocked: "The text was not locked here. The fingerprint is that of the text as it stands.",
        asFile: "The text as a file",
        trackTitle: { "\($0) on \($1)" },
        trackOf: { "The case in \($0)" },
        trackNotSent: { "The proposal hasn't been sent to \($0)." },
        trackSent: { "The proposal was sent to \($0) on \($1). There is no case number." },
        trackRegistered: { "\($0) has registered the proposal as \($1) and is to decide." },
        trackPrepared: { "\($0) is preparing the proposal." },
        trackPreparedFor: { "\($0) is to decide on \($1)." },
        trackDecided: { "\($0) on \($1)." },
        trackDecidedIn: { "\($0) on \($1), paragraph \($2)." },
        trackDecidedBy: { "\($0) by \($1)." },
        didAdopt: { "\($0) adopted the proposal" },
        didAdd: { "\($0) adopted the proposal with an addition" },
        didSendBack: { "\($0) sent the proposal back" },
        didReject: { "\($0) rejected the proposal" },
        notAdjusted: "The minutes haven't been adjusted yet.",
        notPosted: "The adjustment hasn't been posted yet.",
        isAppealed: "The decision has been appealed, so it has no legal force.",
        isAnnulled: "The court has annulled the decision, so a new one must be made.",
        hasForce: { "The decision is presumed to have had legal force since \($0)." },
        mayBeAppealed: { "It can be appealed until \($0), and is presumed to get legal force on \($1)." },
        steps: "What has happened",
        isCorrected: "corrected",
        corrections: "Corrections",
        correctedTo: { "“\($0)” was corrected to “\($1)”." },
        struckFrom: { "“\($0)” was struck, and counts no longer." },
        reason: { "Reason: \($0)" },
        correctedByWhom: { "\($0) made the correction." },
        correctedOnExtract: { "\($0) made the correction on a presented extract of the minutes" },
        computed: "What is computed",
        lastAppealReason: {
            "Three weeks after the adjustment was posted on \($0). If that is no working day, the next that is."
        },
        forceReason: { "The first after the last one for an appeal, if nobody has appealed until \($0)." },
        forceSuspended: "Can't be computed as long as the appeal is open.",
        whatToDo: "To do next",
        papers: "Papers",
        noPapers: "No papers have been attached yet.",
        fileReplaced: "The file has been replaced by another.",
        annexes: "Annexes that were sent in",
        annexesText: "The text in each annex is compared word by word to the locked text.",
        addition: "Addition",
        question: "Question",
        earlierDecisions: "Earlier decisions",
        isReplaced: { "Proposal \($0) has been replaced by proposal \($1)." },
        wasNotDecided: "The municipality had not decided on it, so there is nothing more to record here.",
        decisionStands: { "The decision stands and counts for proposal \($0) as well." },
        decisionFollowed: "What becomes of the decision is recorded here, but it does not count for the new proposal.",
        toProposal: { "See the case about proposal \($0)" },
        otherTrack: "The case about another proposal",
        suggested: "Proposed",
        howAdopted: "How it was adopted",
        seeBoard: "See how the members have decided"
    )
}
