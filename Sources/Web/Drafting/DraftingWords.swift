import Cooperation

extension Words {
    /// The programme while it is being written.
    struct Drafting: Sendable {
        let draft: @Sendable (_ first: String) -> String
        let begun: @Sendable (_ first: String) -> String
        let revised: @Sendable (_ first: String) -> String
        let opened: @Sendable (_ first: String, _ second: String) -> String
        let contributed: @Sendable (_ first: String) -> String
        let released: @Sendable (_ first: String) -> String
        let takenDown: @Sendable (_ first: String) -> String
        let answered: @Sendable (_ first: String) -> String

        // MARK: The draft to read

        let label: String
        let isLocked: @Sendable (_ first: String) -> String
        let openToAll: @Sendable (_ first: String) -> String
        let openToInvited: @Sendable (_ first: String) -> String
        let closed: @Sendable (_ first: String) -> String
        let notOpened: String
        let commentOnWhole: String
        let ways: String
        let changeFront: String
        let merge: String
        let compareWithInForce: String
        let compareWith: @Sendable (_ first: String) -> String
        let versions: String
        let opening: String
        let contributions: String
        let checks: String
        let responses: String
        let parts: String
        let noParts: String
        let addPart: String
        let version: String
        let levels: String
        let restsOn: String
        let change: String
        let up: String
        let down: String
        let move: String
        let split: String
        let addUnder: String
        let remove: String
        let comment: String
        let contributionCount: @Sendable (_ count: Int, _ written: String) -> String
        let politicalOwner: String
        let officerOwner: String
        let theme: String
        let serves: String
        let comesFrom: String
        let ancestry: String
        let fieldTitle: String
        let fieldText: String
        let fieldBackground: String
        let theWhole: String

        // MARK: Versions and what differs between them

        let versionNumber: @Sendable (_ first: String) -> String
        let versionInText: @Sendable (_ number: String) -> String
        let versionsLead: @Sendable (_ count: Int, _ written: String) -> String
        let allVersions: String
        let saved: String
        let who: String
        let what: String
        let sinceBefore: String
        let sinceThen: String
        let showDifference: String
        let restore: String
        let versionLead: @Sendable (_ first: String, _ second: String) -> String
        let editionInForce: String
        let compareTitle: String
        let compareFrom: String
        let compareTo: String
        let nothingDiffers: @Sendable (_ first: String, _ second: String) -> String
        let differs: @Sendable (_ first: String, _ second: String, _ third: String) -> String
        let partsNew: @Sendable (_ count: Int, _ written: String) -> String
        let partsGone: @Sendable (_ count: Int, _ written: String) -> String
        let partsMoved: @Sendable (_ count: Int, _ written: String) -> String
        let partsSplit: @Sendable (_ count: Int, _ written: String) -> String
        let partsMerged: @Sendable (_ count: Int, _ written: String) -> String
        let partsChanged: @Sendable (_ count: Int, _ written: String) -> String
        let frontChanged: String
        let lacksParts: @Sendable (_ edition: String) -> String
        let wordsDiffer: @Sendable (_ first: String, _ second: String) -> String
        let howToRead: String
        let frontHeading: String
        let unchangedParts: @Sendable (_ first: String) -> String
        let labelChanged: String
        let labelMoved: String
        let labelNew: String
        let labelGone: String
        let labelSplit: String
        let labelMerged: String
        let stood: @Sendable (_ first: String, _ second: String) -> String
        let theTop: String
        let splitFrom: @Sendable (_ first: String) -> String
        let mergedOf: @Sendable (_ first: String) -> String
        let struck: String
        let added: String
        let endOfChange: String
        let didBegin: String
        let didFront: String
        let didRewrite: @Sendable (_ first: String) -> String
        let didAdd: @Sendable (_ first: String) -> String
        let didRemove: @Sendable (_ first: String) -> String
        let didMove: @Sendable (_ first: String) -> String
        let didSplit: @Sendable (_ first: String, _ second: String) -> String
        let didMerge: @Sendable (_ first: String, _ second: String) -> String
        let didRestore: @Sendable (_ first: String) -> String
        let didAdopt: @Sendable (_ first: String) -> String

        // MARK: Checks

        let nothingFound: String
        let found: @Sendable (_ count: Int, _ written: String) -> String
        let stopsLocking: String
        let stopsNothing: String
        let wholeLIX: @Sendable (_ first: String) -> String
        let groupEmpty: String
        let groupEmptyWhy: String
        let groupUnowned: String
        let groupUnownedWhy: String
        let groupUnserved: String
        let groupUnservedWhy: String
        let groupUnexplained: String
        let groupUnexplainedWhy: String
        let groupHard: String
        let groupHardWhy: String
        let findingEmpty: String
        let findingUnowned: String
        let findingNoPolitician: String
        let findingNoOfficer: String
        let findingUnserved: String
        let findingUnexplained: String
        let findingUnexplainedGoal: String
        let findingHard: @Sendable (_ first: String, _ second: String) -> String
        let toDraft: String

        // MARK: Comments and what came of them

        let queue: String
        let queueLead: String
        let unanswered: String
        let unansweredLead: String
        let answeredOnes: String
        let takenDownOnes: String
        let takenDownLead: String
        let noneHere: String
        let release: String
        let takeDown: String
        let answer: String
        let answerAnew: String
        let named: @Sendable (_ first: String, _ second: String) -> String
        let removedBecause: @Sendable (_ first: String) -> String
        let thePublic: String
        let proposedText: String
        let proposedThen: String
        let changedSince: String
        let changedAfterwards: String
        let partGone: String
        let partGoneWhatToDo: String
        let followedSplit: @Sendable (_ parts: String) -> String
        let followedMerged: @Sendable (_ parts: String) -> String
        let followedBoth: @Sendable (_ parts: String) -> String
        let outcomeAccepted: String
        let outcomePartly: String
        let outcomeDeclined: String
        let outcomeNoted: String
        let countAccepted: @Sendable (_ first: String) -> String
        let countPartly: @Sendable (_ first: String) -> String
        let countDeclined: @Sendable (_ first: String) -> String
        let countNoted: @Sendable (_ first: String) -> String
        let waitingCount: @Sendable (_ first: String) -> String
        let came: @Sendable (_ count: Int, _ written: String) -> String
        let cameOfThem: @Sendable (_ first: String) -> String
        let nothingCame: String
        let nothingYet: String
        let responsesAbout: @Sendable (_ first: String) -> String
        let youSaid: @Sendable (_ first: String, _ second: String) -> String
        let notAnswered: String
        let about: String
        let sender: String
        let sentColumn: String
        let saidColumn: String
        let outcomeColumn: String
        let reasonColumn: String
        let answeredColumn: String

        // MARK: The programme's page, and the workspace

        let begin: String
        let tellUs: @Sendable (_ first: String) -> String
        let isBeingWritten: String
        let readDraft: @Sendable (_ first: String) -> String
        let workQueued: @Sendable (_ count: Int, _ written: String) -> String
        let workUnanswered: @Sendable (_ count: Int, _ written: String) -> String
        let workChecks: @Sendable (_ count: Int, _ written: String) -> String
        let workOpen: @Sendable (_ first: String) -> String
        let read: String
        let look: String
        let readAndComment: String
    }
}

extension Words.Drafting {
    static let swedish = Self(
        draft: { "Utkast till \($0)" },
        begun: { "Ett utkast till \($0) påbörjades." },
        revised: { "Utkastet till \($0) ändrades." },
        opened: { "Utkastet till \($0) öppnades för synpunkter till och med den \($1)." },
        contributed: { "En synpunkt på utkastet till \($0) kom in." },
        released: { "En synpunkt på utkastet till \($0) släpptes igenom." },
        takenDown: { "En synpunkt på utkastet till \($0) togs bort." },
        answered: { "En synpunkt på utkastet till \($0) besvarades." },
        label: "Utkast",
        isLocked: { "Utkastet är låst som förslag \($0), och kommunerna beslutar om det." },
        openToAll: { "Alla kan säga vad de tycker om utkastet till och med den \($0)." },
        openToInvited: { "De som är inbjudna kan lämna synpunkter till och med den \($0)." },
        closed: { "Utkastet tog emot synpunkter till och med den \($0)." },
        notOpened: "Utkastet skrivs. Ingen har bjudits in att lämna synpunkter än.",
        commentOnWhole: "Kommentera helheten",
        ways: "Utkastets sidor",
        changeFront: "Ändra titel, vision och annat före delarna",
        merge: "Slå ihop delar",
        compareWithInForce: "Jämför med programmet som gäller",
        compareWith: { "Jämför med \($0)" },
        versions: "Versioner",
        opening: "Bjud in",
        contributions: "Synpunkter",
        checks: "Kontroll före låsning",
        responses: "Ni sa, vi gjorde",
        parts: "Delar",
        noParts: "Utkastet har inga delar än.",
        addPart: "Lägg till en del",
        version: "Version",
        levels: "Nivåer",
        restsOn: "Utgår från",
        change: "Ändra",
        up: "Flytta upp",
        down: "Flytta ner",
        move: "Flytta",
        split: "Dela",
        addUnder: "Lägg till under",
        remove: "Ta bort",
        comment: "Kommentera",
        contributionCount: { $0 == 1 ? "En synpunkt på den här delen" : "\($1) synpunkter på den här delen" },
        politicalOwner: "Ansvarig i politiken",
        officerOwner: "Ansvarig tjänsteperson",
        theme: "Så märks de genomgående temana",
        serves: "Bidrar till",
        comesFrom: "Kommer från",
        ancestry: "Om ursprunget",
        fieldTitle: "Rubriken",
        fieldText: "Texten",
        fieldBackground: "Bakgrunden",
        theWhole: "Utkastet som helhet",
        versionNumber: { "Version \($0)" },
        versionInText: { "version \($0)" },
        versionsLead: {
            $0 == 1 ? "Utkastet har sparats en gång." : "Utkastet har sparats \($1) gånger. Varje version finns kvar."
        },
        allVersions: "Alla versioner",
        saved: "Sparad",
        who: "Vem",
        what: "Vad som gjordes",
        sinceBefore: "Skillnad mot versionen före",
        sinceThen: "Vad som har ändrats sedan dess",
        showDifference: "Visa skillnaden",
        restore: "Gå tillbaka till den här versionen",
        versionLead: { "Sparad \($0) av \($1)." },
        editionInForce: "Programmet som gäller",
        compareTitle: "Jämför versioner",
        compareFrom: "Från",
        compareTo: "Till",
        nothingDiffers: { "Ingenting skiljer \($0) från \($1)." },
        differs: { "Det här är annorlunda i \($1) än i \($0): \($2)." },
        partsNew: { $0 == 1 ? "en ny del" : "\($1) nya delar" },
        partsGone: { $0 == 1 ? "en borttagen del" : "\($1) borttagna delar" },
        partsMoved: { $0 == 1 ? "en flyttad del" : "\($1) flyttade delar" },
        partsSplit: { $0 == 1 ? "en del som har kommit ur en delning" : "\($1) delar som har kommit ur en delning" },
        partsMerged: { $0 == 1 ? "en sammanslagen del" : "\($1) sammanslagna delar" },
        partsChanged: { $0 == 1 ? "en del med ändrad text" : "\($1) delar med ändrad text" },
        frontChanged: "det som står före delarna",
        lacksParts: { "Delarna går inte att jämföra, eftersom målen i \($0) inte är inlagda." },
        wordsDiffer: { "Tillagda ord: \($0). Strukna ord: \($1)." },
        howToRead: "Det som är tillagt är understruket. Det som är struket är överstruket.",
        frontHeading: "Före delarna",
        unchangedParts: { "Oförändrade delar som inte visas: \($0)." },
        labelChanged: "Ändrad",
        labelMoved: "Flyttad",
        labelNew: "Ny",
        labelGone: "Borttagen",
        labelSplit: "Delad",
        labelMerged: "Sammanslagen",
        stood: { "Hade nummer \($0) och stod under: \($1)." },
        theTop: "ingen annan del",
        splitFrom: { "Har brutits ut ur: \($0)." },
        mergedOf: { "Har slagits ihop av: \($0)." },
        struck: "struket:",
        added: "tillagt:",
        endOfChange: "slut på ändringen.",
        didBegin: "Utkastet påbörjades",
        didFront: "Det som står före delarna ändrades",
        didRewrite: { "\($0) ändrades" },
        didAdd: { "\($0) lades till" },
        didRemove: { "\($0) togs bort" },
        didMove: { "\($0) flyttades" },
        didSplit: { "\($0) delades i \($1)" },
        didMerge: { "\($0) delar slogs ihop till \($1)" },
        didRestore: { "Utkastet sattes tillbaka till version \($0)" },
        didAdopt: { "\($0) ändrades efter en synpunkt" },
        nothingFound: "Inget behöver ses över innan utkastet låses.",
        found: { $0 == 1 ? "En sak bör ses över innan utkastet låses." : "\($1) saker bör ses över innan utkastet låses." },
        stopsLocking: "Utkastet kan inte låsas så länge en del saknar både rubrik och text.",
        stopsNothing: "Inget av det hindrar att utkastet låses. Det är råd.",
        wholeLIX: { "Hela utkastet har LIX \($0). Under 40 är lätt att läsa, över 50 är svårt." },
        groupEmpty: "Delar utan ord",
        groupEmptyWhy: "En del som saknar både rubrik och text går inte att besluta om.",
        groupUnowned: "Mål utan ansvarig",
        groupUnownedWhy: "Den som svarar för en del svarar också för det som står under den.",
        groupUnserved: "Andras mål som ingen del bidrar till",
        groupUnservedWhy: "Programmet utgår från en plan, men ingen del bidrar till de här målen i den.",
        groupUnexplained: "Nytt utan förklaring",
        groupUnexplainedWhy: "Välj vilken del i det förra programmet den kommer från. Eller skriv varför den är ny.",
        groupHard: "Svårt att läsa",
        groupHardWhy: "LIX mäter hur långa meningar och ord är. Den svåraste meningen står här. Dela den eller byt långa ord.",
        findingEmpty: "Saknar rubrik och text",
        findingUnowned: "Ingen ansvarig",
        findingNoPolitician: "Ingen ansvarig i politiken",
        findingNoOfficer: "Ingen ansvarig tjänsteperson",
        findingUnserved: "Ingen del bidrar",
        findingUnexplained: "Ny del, utan skäl",
        findingUnexplainedGoal: "Nytt delmål, utan föregångare",
        findingHard: { "LIX \($1) i \($0)" },
        toDraft: "Till utkastet",
        queue: "Väntar på att läsas",
        queueLead: "Det som allmänheten skriver syns först när du har släppt igenom det. Hot och påhopp tas bort.",
        unanswered: "Väntar på svar",
        unansweredLead: "Var och en ska få veta vad som blev av det som den skrev.",
        answeredOnes: "Besvarade",
        takenDownOnes: "Borttagna",
        takenDownLead: "De syns bara här. Skälet sparas.",
        noneHere: "Inga just nu.",
        release: "Släpp igenom",
        takeDown: "Ta bort synpunkten",
        answer: "Besvara",
        answerAnew: "Ändra svaret",
        named: { "\($0), som kallar sig \($1)" },
        removedBecause: { "Borttagen. Skäl: \($0)" },
        thePublic: "Allmänheten",
        proposedText: "Förslag till ny lydelse",
        proposedThen: "Visa mot texten som den var då",
        changedSince: "Texten har ändrats sedan synpunkten skrevs.",
        changedAfterwards: "Texten har ändrats sedan dess.",
        partGone: "Delen finns inte längre i utkastet.",
        partGoneWhatToDo:
            "Tas synpunkten in någon annanstans, så ändra den delen först. Svara sedan att synpunkten delvis tas in, och skriv i skälet var det står.",
        followedSplit: { "Delen har delats sedan synpunkten skrevs. Synpunkten gäller nu \($0)." },
        followedMerged: { "Delen har slagits ihop med andra sedan synpunkten skrevs. Synpunkten gäller nu \($0)." },
        followedBoth: { "Delen har delats och slagits ihop sedan synpunkten skrevs. Synpunkten gäller nu \($0)." },
        outcomeAccepted: "Tas in",
        outcomePartly: "Tas delvis in",
        outcomeDeclined: "Avslås",
        outcomeNoted: "Noterad",
        countAccepted: { "\($0) har tagits in" },
        countPartly: { "\($0) har delvis tagits in" },
        countDeclined: { "\($0) har avslagits" },
        countNoted: { "\($0) har noterats" },
        waitingCount: { "\($0) väntar på svar" },
        came: { $0 == 1 ? "En synpunkt har kommit in." : "\($1) synpunkter har kommit in." },
        cameOfThem: { "Av dem: \($0)." },
        nothingCame: "Inga synpunkter kom in.",
        nothingYet: "Inga synpunkter har kommit in än.",
        responsesAbout: { "Här står vad som kom in om utkastet till \($0), och vad som blev av det." },
        youSaid: { "\($0) sa den \($1)" },
        notAnswered: "Inte besvarad än.",
        about: "Gäller",
        sender: "Från vem",
        sentColumn: "Kom in",
        saidColumn: "Synpunkt",
        outcomeColumn: "Vad vi gjorde",
        reasonColumn: "Skäl",
        answeredColumn: "Besvarad",
        begin: "Börja skriva ett nytt program",
        tellUs: { "Tyck till om utkastet till och med den \($0)." },
        isBeingWritten: "Ett nytt program skrivs.",
        readDraft: { "Läs utkastet till \($0)" },
        workQueued: { $0 == 1 ? "En synpunkt väntar på att läsas" : "\($1) synpunkter väntar på att läsas" },
        workUnanswered: { $0 == 1 ? "En synpunkt väntar på svar" : "\($1) synpunkter väntar på svar" },
        workChecks: { $0 == 1 ? "En sak bör ses över innan utkastet låses" : "\($1) saker bör ses över innan utkastet låses" },
        workOpen: { "Utkastet tar emot synpunkter till och med den \($0)" },
        read: "Läs",
        look: "Se över",
        readAndComment: "Läs och kommentera"
    )
}

extension Words.Drafting {
    static let english = Self(
        draft: { "Draft of \($0)" },
        begun: { "A draft of \($0) was begun." },
        revised: { "The draft of \($0) was changed." },
        opened: { "The draft of \($0) was opened for comments until \($1)." },
        contributed: { "A comment on the draft of \($0) came in." },
        released: { "A comment on the draft of \($0) was let through." },
        takenDown: { "A comment on the draft of \($0) was taken down." },
        answered: { "A comment on the draft of \($0) was answered." },
        label: "Draft",
        isLocked: { "The draft is locked as proposal \($0), and the municipalities decide on it." },
        openToAll: { "Everybody can say what they think of the draft until \($0)." },
        openToInvited: { "Those invited can comment until \($0)." },
        closed: { "The draft took comments until \($0)." },
        notOpened: "The draft is being written. Nobody has been invited to comment yet.",
        commentOnWhole: "Comment on the whole",
        ways: "Pages about the draft",
        changeFront: "Change title, vision and what else stands before the parts",
        merge: "Merge parts",
        compareWithInForce: "Compare with the programme in force",
        compareWith: { "Compare with \($0)" },
        versions: "Versions",
        opening: "Invite",
        contributions: "Comments",
        checks: "Checks before locking",
        responses: "You said, we did",
        parts: "Parts",
        noParts: "The draft has no parts yet.",
        addPart: "Add a part",
        version: "Version number",
        levels: "Levels",
        restsOn: "Rests on",
        change: "Change",
        up: "Move up",
        down: "Move down",
        move: "Move",
        split: "Split",
        addUnder: "Add under",
        remove: "Remove",
        comment: "Comment",
        contributionCount: { $0 == 1 ? "One comment on this part" : "\($1) comments on this part" },
        politicalOwner: "Responsible in politics",
        officerOwner: "Responsible officer",
        theme: "How the cross-cutting themes show",
        serves: "Contributes to",
        comesFrom: "Comes from",
        ancestry: "About its origin",
        fieldTitle: "The heading",
        fieldText: "The wording",
        fieldBackground: "The background",
        theWhole: "The draft as a whole",
        versionNumber: { "Version no. \($0)" },
        versionInText: { "version no. \($0)" },
        versionsLead: {
            $0 == 1 ? "The draft has been saved once." : "The draft has been saved \($1) times. Every version is still there."
        },
        allVersions: "All versions",
        saved: "Saved",
        who: "Who",
        what: "What was done",
        sinceBefore: "Difference from the version before",
        sinceThen: "What has been changed since then",
        showDifference: "Look at the difference",
        restore: "Go back to this version",
        versionLead: { "Saved \($0) by \($1)." },
        editionInForce: "The programme in force",
        compareTitle: "Compare versions",
        compareFrom: "Begin with",
        compareTo: "Compare to",
        nothingDiffers: { "Nothing differs between \($0) and \($1)." },
        differs: { "This is different in \($1) than in \($0): \($2)." },
        partsNew: { $0 == 1 ? "one new part" : "\($1) new parts" },
        partsGone: { $0 == 1 ? "one removed part" : "\($1) removed parts" },
        partsMoved: { $0 == 1 ? "one moved part" : "\($1) moved parts" },
        partsSplit: { $0 == 1 ? "one part that came out of a split" : "\($1) parts that came out of a split" },
        partsMerged: { $0 == 1 ? "one merged part" : "\($1) merged parts" },
        partsChanged: { $0 == 1 ? "one part with changed wording" : "\($1) parts with changed wording" },
        frontChanged: "what stands before the parts",
        lacksParts: { "The parts can't be compared, since the goals of \($0) have not been entered." },
        wordsDiffer: { "Words added: \($0). Words struck: \($1)." },
        howToRead: "What is added is underlined. What is struck is struck through.",
        frontHeading: "Before the parts",
        unchangedParts: { "Unchanged parts that are left out: \($0)." },
        labelChanged: "Changed",
        labelMoved: "Moved",
        labelNew: "New",
        labelGone: "Removed",
        labelSplit: "Split up",
        labelMerged: "Merged",
        stood: { "Had number \($0) and stood under: \($1)." },
        theTop: "no other part",
        splitFrom: { "Was split from: \($0)." },
        mergedOf: { "Was merged of: \($0)." },
        struck: "struck:",
        added: "added:",
        endOfChange: "end of change.",
        didBegin: "The draft was begun",
        didFront: "What stands before the parts was changed",
        didRewrite: { "\($0) was changed" },
        didAdd: { "\($0) was added" },
        didRemove: { "\($0) was removed" },
        didMove: { "\($0) was moved" },
        didSplit: { "\($0) was split in \($1)" },
        didMerge: { "\($0) parts were merged into \($1)" },
        didRestore: { "The draft was set back to version \($0)" },
        didAdopt: { "\($0) was changed after a comment" },
        nothingFound: "Nothing needs looking at before the draft is locked.",
        found: {
            $0 == 1
                ? "One thing should be looked at before the draft is locked."
                : "\($1) things should be looked at before the draft is locked."
        },
        stopsLocking: "The draft can't be locked while a part lacks both heading and wording.",
        stopsNothing: "None of it stops the draft from being locked. It is advice.",
        wholeLIX: { "The whole draft has LIX \($0). Below 40 is easy to read, above 50 is hard." },
        groupEmpty: "Parts without words",
        groupEmptyWhy: "A part that lacks both heading and wording can't be decided on.",
        groupUnowned: "Aims without anybody responsible",
        groupUnownedWhy: "Whoever answers for a part answers for what stands under it too.",
        groupUnserved: "Aims of others that no part contributes to",
        groupUnservedWhy: "The programme rests on a plan, but no part contributes to these aims in it.",
        groupUnexplained: "New without explanation",
        groupUnexplainedWhy: "Choose which part in the earlier programme it comes out of. Or write why it is new.",
        groupHard: "Hard to read",
        groupHardWhy:
            "LIX measures how long sentences and words are. The hardest sentence stands here. Split it or change long words.",
        findingEmpty: "Lacks heading and wording",
        findingUnowned: "Nobody responsible",
        findingNoPolitician: "Nobody responsible in politics",
        findingNoOfficer: "No responsible officer",
        findingUnserved: "No part contributes",
        findingUnexplained: "New part, without reason",
        findingUnexplainedGoal: "New sub-aim, without predecessor",
        findingHard: { "LIX \($1) in \($0)" },
        toDraft: "To the draft",
        queue: "Wait to be read",
        queueLead: "What the public writes is seen first when you have let it through. Threats and attacks are taken down.",
        unanswered: "Wait for an answer",
        unansweredLead: "Everybody should learn what came of what they wrote.",
        answeredOnes: "Answered",
        takenDownOnes: "Taken down",
        takenDownLead: "They are seen only here. The reason is kept.",
        noneHere: "None just now.",
        release: "Let through",
        takeDown: "Take down",
        answer: "Answer",
        answerAnew: "Change the answer",
        named: { "\($0), who goes by \($1)" },
        removedBecause: { "Taken down. Reason: \($0)" },
        thePublic: "The public",
        proposedText: "Proposed wording",
        proposedThen: "Against the wording as it was then",
        changedSince: "The wording has been changed since the comment was written.",
        changedAfterwards: "The wording has been changed since then.",
        partGone: "The part is no longer in the draft.",
        partGoneWhatToDo:
            "If the comment is taken in elsewhere, change that part first. Then answer that it is partly taken in, and say in the reason where.",
        followedSplit: { "The part has been split since the comment was written. The comment is now about \($0)." },
        followedMerged: { "The part has been merged with others since the comment was written. The comment is now about \($0)." },
        followedBoth: { "The part has been split and merged since the comment was written. The comment is now about \($0)." },
        outcomeAccepted: "Taken in",
        outcomePartly: "Partly taken in",
        outcomeDeclined: "Declined",
        outcomeNoted: "Noted",
        countAccepted: { "\($0) were taken in" },
        countPartly: { "\($0) were partly taken in" },
        countDeclined: { "\($0) were declined" },
        countNoted: { "\($0) were noted" },
        waitingCount: { "\($0) wait for an answer" },
        came: { $0 == 1 ? "One comment has come in." : "\($1) comments have come in." },
        cameOfThem: { "Among them: \($0)." },
        nothingCame: "No comments came in.",
        nothingYet: "No comments have come in yet.",
        responsesAbout: { "Here stands what came in about the draft of \($0), and what came of it." },
        youSaid: { "\($0) said on \($1)" },
        notAnswered: "Not answered yet.",
        about: "About",
        sender: "Whose",
        sentColumn: "Came in",
        saidColumn: "Comment text",
        outcomeColumn: "What we did",
        reasonColumn: "Reason",
        answeredColumn: "Answered on",
        begin: "Begin to write a new programme",
        tellUs: { "Say what you think of the draft until \($0)." },
        isBeingWritten: "A new programme is being written.",
        readDraft: { "Read the draft of \($0)" },
        workQueued: { $0 == 1 ? "One comment waits to be read" : "\($1) comments wait to be read" },
        workUnanswered: { $0 == 1 ? "One comment waits for an answer" : "\($1) comments wait for an answer" },
        workChecks: {
            $0 == 1
                ? "One thing should be looked at before the draft is locked"
                : "\($1) things should be looked at before the draft is locked"
        },
        workOpen: { "The draft takes comments until \($0)" },
        read: "Read",
        look: "Look over",
        readAndComment: "Read and comment"
    )
}

extension Words.Drafting {
    /// What a text of a part is called.
    func field(_ field: Contribution.Field) -> String {
        switch field {
        case .title: fieldTitle
        case .text: fieldText
        case .background: fieldBackground
        }
    }

    /// What came of a comment.
    func outcome(_ outcome: Contribution.Answer.Outcome) -> String {
        switch outcome {
        case .accepted: outcomeAccepted
        case .partly: outcomePartly
        case .declined: outcomeDeclined
        case .noted: outcomeNoted
        }
    }

    /// How many that became of.
    func outcomeCount(_ outcome: Contribution.Answer.Outcome, _ count: String) -> String {
        switch outcome {
        case .accepted: countAccepted(count)
        case .partly: countPartly(count)
        case .declined: countDeclined(count)
        case .noted: countNoted(count)
        }
    }
}
