import Cooperation

extension Words {
    /// The forms by which a programme is written, and by which it is said what is thought of it.
    struct DraftForms: Sendable {
        let save: String
        let title: String
        let titleHelp: String
        let shortTitle: String
        let validFrom: String
        let validTo: String
        let beginTitle: String
        let beginLead: String
        let beginSubmit: String
        let begun: String
        let origin: String
        let originCopy: String
        let originCopyHelp: String
        let originEmpty: String
        let originEmptyHelp: String
        let originFile: String
        let originFileHelp: String
        let copyOf: String
        let copyOfMissing: String
        let file: String
        let fileMissing: String

        // MARK: What stands before the parts

        let frontTitle: String
        let frontLead: String
        let horizon: String
        let horizonHelp: String
        let visionSubtitle: String
        let frames: String
        let framesHelp: String
        let levels: String
        let levelsHelp: String
        let levelsTooFew: @Sendable (_ count: Int) -> String

        // MARK: A part

        let newPartTitle: String
        let newPartLead: String
        let noLevels: String
        let addSubmit: String
        let changePartTitle: @Sendable (_ first: String) -> String
        let changePartLead: String
        let removePartTitle: @Sendable (_ first: String) -> String
        let removePartLead: String
        let removeConfirm: String
        let removeSubmit: String
        let removedToo: String
        let removed: String
        let noWords: String
        let under: String
        let underHelp: String
        let level: String
        let levelHelp: String
        let partTitle: String
        let partTitleHelp: String
        let partText: String
        let partTextHelp: String
        let background: String
        let backgroundHelp: String
        let ownerHelp: String
        let themeHelp: String
        let networks: String
        let predecessor: String
        let predecessorHelp: String
        let ancestryHelp: String
        let serves: String
        let servesHelp: String
        let whyServes: @Sendable (_ first: String) -> String

        // MARK: The outline

        let moveTitle: @Sendable (_ first: String) -> String
        let moveLead: String
        let before: String
        let beforeHelp: String
        let placesUnder: @Sendable (_ first: String) -> String
        let placesAtTop: String
        let moveSubmit: String
        let moved: @Sendable (_ first: String) -> String
        let changedMeanwhile: String
        let splitTitle: @Sendable (_ first: String) -> String
        let splitLead: String
        let titleOfPart: @Sendable (_ count: Int) -> String
        let textOfPart: @Sendable (_ count: Int) -> String
        let thirdPartHelp: String
        let splitSubmit: String
        let splitNeedsTwo: String
        let mergeTitle: String
        let mergeLead: String
        let mergeParts: String
        let mergeTitleHelp: String
        let mergeTextHelp: String
        let mergeSubmit: String
        let restoreTitle: @Sendable (_ first: String) -> String
        let restoreLead: String
        let restoreSubmit: String
        let restored: @Sendable (_ first: String) -> String

        // MARK: Inviting

        let openTitle: String
        let openLead: String
        let openLeadPublic: String
        let invitedBodies: String
        let invitedMunicipalities: String
        let invitedEverybody: String
        let invitedEverybodyHelp: String
        let until: String
        let untilHelp: String
        let invitation: String
        let invitationHelp: String
        let openSubmit: String
        let opened: @Sendable (_ first: String) -> String

        // MARK: Saying what one thinks

        let commentTitle: @Sendable (_ first: String) -> String
        let commentWholeTitle: String
        let leadInvited: @Sendable (_ first: String, _ second: String) -> String
        let leadPublic: @Sendable (_ first: String) -> String
        let notTakenIn: String
        let textNow: String
        let aboutWhich: String
        let wholePart: String
        let proposal: String
        let proposalHelp: String
        let opinion: String
        let opinionOrReason: String
        let opinionHelp: String
        let yourName: String
        let yourNameHelp: @Sendable (_ count: Int) -> String
        let sendContribution: String
        let contributed: String
        let tooMany: String
        let thanks: String
        let thanksTexts: [String]
        let released: String
        let takeDownTitle: String
        let takeDownLead: String
        let takeDownReason: String
        let takeDownHelp: String
        let takeDownSubmit: String
        let takenDown: String
        let answerTitle: String
        let answerLead: String
        let answerLeadTakenIn: String
        let whichPart: String
        let whichPartHelp: String
        let answerLeadChanged: String
        let outcome: String
        let helpAccepted: String
        let helpPartly: String
        let helpDeclined: String
        let helpNoted: String
        let answerReason: String
        let answerReasonHelp: String
        let otherwise: String
        let otherwiseHelp: String
        let answerSubmit: String
        let answered: String
    }
}

extension Words.DraftForms {
    static let swedish = Self(
        save: "Spara",
        title: "Titel",
        titleHelp: "Till exempel Södertörns utvecklingsprogram 2027–2030.",
        shortTitle: "Kort titel",
        validFrom: "Gäller från",
        validTo: "Gäller till",
        beginTitle: "Börja skriva ett nytt program",
        beginLead: "Utkastet syns bara för dem som har en plats i samarbetet, tills du öppnar det för alla.",
        beginSubmit: "Börja skriva",
        begun: "Utkastet är påbörjat.",
        origin: "Vad ska utkastet börja med?",
        originCopy: "En kopia av ett program",
        originCopyHelp: "Varje del minns vad den kommer från.",
        originEmpty: "Tomt, med samma nivåer",
        originEmptyHelp: "Du skriver allt från början.",
        originFile: "En fil",
        originFileHelp: "En textfil i samma form som programmet läses in med.",
        copyOf: "Kopia av",
        copyOfMissing: "Välj vilket program utkastet ska vara en kopia av.",
        file: "Fil med programmet",
        fileMissing: "Välj en fil, eller börja på ett annat sätt.",
        frontTitle: "Ändra det som står före delarna",
        frontLead: "Det du sparar blir en ny version. Den gamla finns kvar.",
        horizon: "Visionen siktar mot år",
        horizonHelp: "Till exempel 2040.",
        visionSubtitle: "Raden under visionen",
        frames: "Planer som programmet utgår från",
        framesHelp: "Delarna kan sedan bidra till målen i dem.",
        levels: "Nivåer, uppifrån och ner",
        levelsHelp: "En nivå på varje rad. Skriv flertal efter ett semikolon där det är ett annat ord: Område; Områden.",
        levelsTooFew: { "Utkastet har delar på \($0) nivåer. Skriv minst så många, eller flytta delarna först." },
        newPartTitle: "Lägg till en del",
        newPartLead: "Delen hamnar sist under den du väljer. Flytta den sedan om den ska stå någon annanstans.",
        noLevels: "Utkastet har inga nivåer än. Skriv dem först, under Ändra titel, vision och annat.",
        addSubmit: "Lägg till",
        changePartTitle: { "Ändra \($0)" },
        changePartLead: "Det du sparar blir en ny version. Den gamla finns kvar.",
        removePartTitle: { "Ta bort \($0)" },
        removePartLead: "Delen och allt under den tas bort. Du kan gå tillbaka till en tidigare version.",
        removeConfirm: "Ja, ta bort delen och allt under den",
        removeSubmit: "Ta bort delen",
        removedToo: "Det här tas också bort",
        removed: "Delen är borttagen. Den finns kvar i tidigare versioner.",
        noWords: "Skriv en rubrik eller en text.",
        under: "Står under",
        underHelp: "Lämna tomt för att den ska stå överst.",
        level: "Nivå",
        levelHelp: "En lägre nivå än den som delen står under.",
        partTitle: "Rubrik",
        partTitleHelp: "Ett mål som är en mening behöver ingen rubrik.",
        partText: "Text",
        partTextHelp: "Det som kommunerna beslutar om.",
        background: "Bakgrund",
        backgroundHelp: "Varför delen behövs.",
        ownerHelp: "En roll, aldrig ett namn.",
        themeHelp: "Till exempel hur hållbarhet märks här.",
        networks: "Nätverk som arbetar med delen",
        predecessor: "Kommer från",
        predecessorHelp: "Välj den del i det förra programmet som den bygger på. Lämna tomt om den är ny.",
        ancestryHelp: "Skriv varför delen är ny, eller vad som har ändrats.",
        serves: "Bidrar till de här målen",
        servesHelp: "Skriv gärna varför för vart och ett, i fälten under.",
        whyServes: { "Varför: \($0)" },
        moveTitle: { "Flytta \($0)" },
        moveLead: "Allt som står under delen följer med.",
        before: "Före",
        beforeHelp: "Välj den del som ska komma direkt efter. Lämna tomt för att den ska stå sist.",
        placesUnder: { "Under \($0)" },
        placesAtTop: "Överst",
        moveSubmit: "Flytta",
        moved: { "”\($0)” är flyttad." },
        changedMeanwhile: "Någon annan ändrade utkastet samtidigt, så inget flyttades. Försök igen.",
        splitTitle: { "Dela \($0)" },
        splitLead: "Den första delen behåller platsen och det som står under den. Alla minns vad de kommer från.",
        titleOfPart: { "Rubrik på del \($0)" },
        textOfPart: { "Text i del \($0)" },
        thirdPartHelp: "Lämna tomt om det räcker med två.",
        splitSubmit: "Dela",
        splitNeedsTwo: "Skriv en rubrik eller text också i del 2.",
        mergeTitle: "Slå ihop delar",
        mergeLead: "De hamnar på den första delens plats, med allt som står under dem.",
        mergeParts: "Delar på samma nivå",
        mergeTitleHelp: "Lämna tomt för den första delens rubrik.",
        mergeTextHelp: "Lämna tomt för att sätta delarnas texter efter varandra.",
        mergeSubmit: "Slå ihop",
        restoreTitle: { "Gå tillbaka till version \($0)" },
        restoreLead:
            "Utkastet blir som det var då, i en ny version. Det som har skrivits sedan dess finns kvar bland versionerna.",
        restoreSubmit: "Gå tillbaka",
        restored: { "Utkastet är nu som i version \($0)." },
        openTitle: "Bjud in till synpunkter",
        openLead: "Välj vilka som får säga vad de tycker, och hur länge.",
        openLeadPublic:
            "Utkastet har visats för alla, och det går inte att ta tillbaka. Flytta sista dagen för att avsluta rundan.",
        invitedBodies: "Organ och nätverk",
        invitedMunicipalities: "Kommunernas registratorer och ordförande",
        invitedEverybody: "Alla, utan inloggning",
        invitedEverybodyHelp: "Utkastet blir offentligt på webbplatsen. Det som allmänheten skriver läser kansliet först.",
        until: "Sista dag",
        untilHelp: "Den dagen räknas med. Skriv till exempel 2027-02-28.",
        invitation: "Vad vill ni veta?",
        invitationHelp: "Texten står överst i utkastet.",
        openSubmit: "Bjud in",
        opened: { "Utkastet tar emot synpunkter till och med den \($0)." },
        commentTitle: { "Vad tycker du om \($0)?" },
        commentWholeTitle: "Vad tycker du om utkastet?",
        leadInvited: { "Du skriver som \($0). Utkastet tar emot synpunkter till och med den \($1)." },
        leadPublic: { "Du behöver inte säga vem du är. Kansliet läser det du skriver innan det visas. Sista dag är den \($0)." },
        notTakenIn: "Utkastet tar inte emot synpunkter i dag.",
        textNow: "Så lyder det nu",
        aboutWhich: "Vad gäller det?",
        wholePart: "Delen som helhet",
        proposal: "Så borde det lyda",
        proposalHelp: "Ändra direkt i texten om du vill föreslå en annan lydelse. Låt den annars stå.",
        opinion: "Vad tycker du?",
        opinionOrReason: "Vad tycker du, eller varför ska texten ändras?",
        opinionHelp: "Det räcker om du har ändrat i texten ovanför.",
        yourName: "Ditt namn",
        yourNameHelp: { "Namnet ser bara kansliet. Det raderas \($0) dagar efter sista dagen." },
        sendContribution: "Skicka synpunkten",
        contributed: "Synpunkten är skickad.",
        tooMany: "Det har kommit många synpunkter från din uppkoppling den senaste timmen. Vänta en stund och skicka igen.",
        thanks: "Tack för din synpunkt",
        thanksTexts: [
            "Synpunkten är sparad. Kansliet läser den innan den visas.",
            "När den är besvarad står svaret under Ni sa, vi gjorde.",
        ],
        released: "Synpunkten är släppt igenom.",
        takeDownTitle: "Ta bort en synpunkt",
        takeDownLead: "Ta bara bort hot, påhopp och det som handlar om annat. Kritik ska besvaras.",
        takeDownReason: "Varför tas den bort?",
        takeDownHelp: "Skälet sparas. Det visas inte för allmänheten.",
        takeDownSubmit: "Ta bort synpunkten",
        takenDown: "Synpunkten är borttagen.",
        answerTitle: "Besvara en synpunkt",
        answerLead: "Svaret visas för alla som ser utkastet.",
        answerLeadTakenIn:
            "Svaret är redan givet, och utkastet har fått en lydelse efter det. Den ändras bara om du skriver en annan här. Avslår du nu, så ändra delen själv.",
        whichPart: "Vilken del får texten?",
        whichPartHelp: "Delen har delats sedan synpunkten skrevs. Valet behövs när synpunkten tas in, helt eller delvis.",
        answerLeadChanged: "Texten har ändrats sedan synpunkten skrevs. Läs skillnaden innan du svarar.",
        outcome: "Vad blir det av den?",
        helpAccepted: "Texten får precis den lydelse som föreslås.",
        helpPartly: "Texten får en annan lydelse, som du skriver nedan.",
        helpDeclined: "Texten står som den är.",
        helpNoted: "Du har läst den, och texten behöver inte ändras.",
        answerReason: "Svar",
        answerReasonHelp: "Förklara så att den som har skrivit förstår.",
        otherwise: "Så blir texten",
        otherwiseHelp: "Används bara när synpunkten delvis tas in.",
        answerSubmit: "Besvara",
        answered: "Synpunkten är besvarad."
    )
}

extension Words.DraftForms {
    static let english = Self(
        save: "Save",
        title: "Title",
        titleHelp: "For example Södertörn development programme 2027–2030.",
        shortTitle: "Short title",
        validFrom: "In force since",
        validTo: "In force until",
        beginTitle: "Begin to write a new programme",
        beginLead: "The draft is seen only by those who have a seat in the cooperation, until you open it to everybody.",
        beginSubmit: "Begin writing",
        begun: "The draft has been begun.",
        origin: "What should the draft begin with?",
        originCopy: "A copy of a programme",
        originCopyHelp: "Every part remembers what it comes out of.",
        originEmpty: "Empty, with the same levels",
        originEmptyHelp: "You write everything anew.",
        originFile: "A file",
        originFileHelp: "A text file in the form that programmes are imported in.",
        copyOf: "Copy of",
        copyOfMissing: "Choose which programme the draft should be a copy of.",
        file: "File with the programme",
        fileMissing: "Choose a file, or begin in another way.",
        frontTitle: "Change what stands before the parts",
        frontLead: "What you save becomes a new version. The old one is still there.",
        horizon: "The vision looks to the year",
        horizonHelp: "For example 2040.",
        visionSubtitle: "The line under the vision",
        frames: "Plans that the programme rests on",
        framesHelp: "The parts can then contribute to the aims in them.",
        levels: "Levels, top down",
        levelsHelp: "One level on each line. Write the plural after a semicolon where it is another word: Area; Areas.",
        levelsTooFew: { "The draft has parts on \($0) levels. Write at least as many, or move the parts first." },
        newPartTitle: "Add a part",
        newPartLead: "The part comes last under the one you choose. Move it afterwards if it should stand elsewhere.",
        noLevels: "The draft has no levels yet. Write them first, under Change title, vision and more.",
        addSubmit: "Add",
        changePartTitle: { "Change \($0)" },
        changePartLead: "What you save becomes a new version. The old one is still there.",
        removePartTitle: { "Remove \($0)" },
        removePartLead: "The part and all under it are removed. You can go back to an earlier version.",
        removeConfirm: "Yes, remove the part and all under it",
        removeSubmit: "Remove the part",
        removedToo: "This is removed too",
        removed: "The part has been removed. It is still there in earlier versions.",
        noWords: "Write a heading or a wording.",
        under: "Stands under",
        underHelp: "Leave it empty to have it at the top.",
        level: "Level",
        levelHelp: "A lower level than that of what it stands under.",
        partTitle: "Heading",
        partTitleHelp: "An aim that is a sentence needs no heading.",
        partText: "Wording",
        partTextHelp: "What the municipalities decide on.",
        background: "Background",
        backgroundHelp: "Why the part is needed.",
        ownerHelp: "A role, never a name.",
        themeHelp: "For example how sustainability is seen here.",
        networks: "Networks that work with the part",
        predecessor: "Comes out of",
        predecessorHelp: "Choose the part in the earlier programme that it builds on. Leave it empty if it is new.",
        ancestryHelp: "Write why the part is new, or what has been changed.",
        serves: "Contributes to these aims",
        servesHelp: "Please write why for each, in the fields below.",
        whyServes: { "Why: \($0)" },
        moveTitle: { "Move \($0)" },
        moveLead: "All that stands under the part comes along.",
        before: "Before",
        beforeHelp: "Choose the part that should come directly after. Leave it empty to have it last.",
        placesUnder: { "Below \($0)" },
        placesAtTop: "At the top",
        moveSubmit: "Move",
        moved: { "”\($0)” has been moved." },
        changedMeanwhile: "Somebody else changed the draft meanwhile, so nothing was moved. Try again.",
        splitTitle: { "Split \($0)" },
        splitLead: "The first part keeps the place and what stands under it. All remember what they come out of.",
        titleOfPart: { "Heading of part \($0)" },
        textOfPart: { "Wording of part \($0)" },
        thirdPartHelp: "Leave it empty if two are enough.",
        splitSubmit: "Split",
        splitNeedsTwo: "Write a heading or a wording in part 2 too.",
        mergeTitle: "Merge parts",
        mergeLead: "They come in the place of the first, with all that stands under them.",
        mergeParts: "Parts on the same level",
        mergeTitleHelp: "Leave it empty for the heading of the first part.",
        mergeTextHelp: "Leave it empty to put the wordings after each other.",
        mergeSubmit: "Merge",
        restoreTitle: { "Go back to version \($0)" },
        restoreLead:
            "The draft becomes what it was then, in a new version. What has been written since is still there among the versions.",
        restoreSubmit: "Go back",
        restored: { "The draft is now as in version \($0)." },
        openTitle: "Invite comments",
        openLead: "Choose who may say what they think, and for how long.",
        openLeadPublic: "The draft has been seen by everybody, and that can't be undone. Move the last day to end the round.",
        invitedBodies: "Bodies and networks",
        invitedMunicipalities: "The registrars and chairs of the municipalities",
        invitedEverybody: "Everybody, without signing in",
        invitedEverybodyHelp: "The draft becomes public on the site. What the public writes is read by the secretariat first.",
        until: "Last day",
        untilHelp: "That day counts too. Write for example 2027-02-28.",
        invitation: "What do you want to know?",
        invitationHelp: "The text stands at the top of the draft.",
        openSubmit: "Invite",
        opened: { "The draft takes comments until \($0)." },
        commentTitle: { "What do you think of \($0)?" },
        commentWholeTitle: "What do you think of the draft?",
        leadInvited: { "You write as \($0). The draft takes comments until \($1)." },
        leadPublic: {
            "You needn't say who you are. The secretariat reads what you write before it is seen by others. The last day is \($0)."
        },
        notTakenIn: "The draft takes no comments today.",
        textNow: "How it reads now",
        aboutWhich: "What is it about?",
        wholePart: "The part as a whole",
        proposal: "How it should read",
        proposalHelp: "Change the text directly if you want to propose another wording. Leave it otherwise.",
        opinion: "What do you think?",
        opinionOrReason: "What do you think, or why should the wording be changed?",
        opinionHelp: "It is enough if you have changed the text above.",
        yourName: "Your name",
        yourNameHelp: { "Only the secretariat sees the name. It is erased \($0) days after the last one." },
        sendContribution: "Send the comment",
        contributed: "The comment has been sent.",
        tooMany: "Many comments have come from your connection in the last hour. Wait a while and send it again.",
        thanks: "Thank you for your comment",
        thanksTexts: [
            "The comment is saved. The secretariat reads it before it is seen by others.",
            "When it is answered, the answer stands under You said, we did.",
        ],
        released: "The comment has been let through.",
        takeDownTitle: "Take down a comment",
        takeDownLead: "Only take down threats, attacks and what is about other things. Criticism should be answered.",
        takeDownReason: "Why is it taken down?",
        takeDownHelp: "The reason is kept. The public doesn't see it.",
        takeDownSubmit: "Take down the comment",
        takenDown: "The comment has been taken down.",
        answerTitle: "Answer a comment",
        answerLead: "The answer is seen by all who see the draft.",
        answerLeadTakenIn:
            "It has been answered already, and the draft has got a wording by that. It changes only if you write another here. If you decline now, change the part yourself.",
        whichPart: "Which part gets the wording?",
        whichPartHelp:
            "The part has been split since the comment was written. Choose when the comment is taken in, wholly or partly.",
        answerLeadChanged: "The wording has been changed since the comment was written. Read the difference before you answer.",
        outcome: "What comes of it?",
        helpAccepted: "The wording becomes exactly what is proposed.",
        helpPartly: "The wording becomes another, which you write below.",
        helpDeclined: "The wording stays what it is.",
        helpNoted: "You have read it, and the wording needs no change.",
        answerReason: "Answer text",
        answerReasonHelp: "Explain so that whoever wrote it understands.",
        otherwise: "How the wording becomes",
        otherwiseHelp: "Used only when the comment is partly taken in.",
        answerSubmit: "Answer",
        answered: "The comment has been answered."
    )
}

extension Words.DraftForms {
    /// What an outcome means for a proposal.
    func outcomeHelp(_ outcome: Contribution.Answer.Outcome) -> String {
        switch outcome {
        case .accepted: helpAccepted
        case .partly: helpPartly
        case .declined: helpDeclined
        case .noted: helpNoted
        }
    }
}
