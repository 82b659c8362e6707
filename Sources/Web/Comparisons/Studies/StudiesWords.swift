import Cooperation

extension Words {
    /// Studies, their improvement examples, and theme days.
    struct Studies: Sendable {
        let title: String
        let purpose: String
        let none: String
        let noneThen: String
        let study: String
        let new: String
        let newTitle: String
        let newLead: String
        let begin: String
        let begunDone: String
        let titleField: String
        let question: String
        let questionHelp: String
        let responsible: String
        let responsibleHelp: String
        let begun: String
        let nextStep: String
        let due: String
        let steps: String
        /// What each step is called, as a heading.
        let step: @Sendable (Study.Step) -> String
        /// What is missing, said of a step that comes next.
        let comesNext: @Sendable (Study.Step) -> String
        let notYet: String
        let done: String
        let ended: String
        let endedBecause: String
        let dueBy: @Sendable (_ day: String) -> String
        let lateSince: @Sendable (_ day: String) -> String
        let takenOn: @Sendable (_ day: String) -> String
        let add: @Sendable (Study.Step) -> String
        let formLead: @Sendable (Study.Step) -> String
        let formTitle: @Sendable (_ step: String, _ study: String) -> String
        let measure: String
        let keyFigures: String
        let keyFiguresHelp: @Sendable (_ most: String) -> String
        let keyFigureLine: String
        let ownMeasures: String
        let reason: String
        let reasonHelp: String
        let members: String
        let otherPlaces: String
        let otherPlacesHelp: String
        let otherPlaceLine: String
        let analysisField: String
        let analysisHelp: String
        let copyValues: String
        let copyValuesHelp: String
        let restsOn: String
        let nothingCopied: String
        let place: String
        let year: String
        let gender: String
        let genderName: @Sendable (CopiedValue.Gender) -> String
        let value: String
        let noValue: String
        let source: String
        let fetched: String
        let proposalField: String
        let proposalHelp: String
        let triedBy: String
        let decision: String
        let decisionHelp: String
        let noDecisions: String
        let followUpBy: String
        let followUpByHelp: String
        let followsUp: String
        let followUpField: String
        let followUpHelp: String
        let nextFollowUp: String
        let nextFollowUpHelp: String
        let end: String
        let endTitle: @Sendable (_ study: String) -> String
        let endLead: String
        let endSubmit: String
        let endReason: String
        let workFollowUp: @Sendable (_ study: String) -> String
        let workStep: @Sendable (_ step: String, _ study: String) -> String
        let workOpen: String
        let workAnswer: @Sendable (_ municipality: String, _ study: String) -> String
        let workAsked: @Sendable (_ day: String) -> String
        let workAnswerNow: String
        // Sentences of the history.
        let sentenceBegun: @Sendable (_ title: String) -> String
        let sentenceStep: @Sendable (_ step: String, _ title: String) -> String
        let sentenceEnded: @Sendable (_ title: String) -> String
        let sentenceCase: @Sendable (_ place: String, _ title: String) -> String
        let sentenceAsked: @Sendable (_ title: String) -> String
        let sentenceAnswered: @Sendable (_ title: String) -> String
        let sentenceThemeDay: @Sendable (_ title: String) -> String
    }

    /// Improvement examples and the programmes of theme days.
    struct ThemeDays: Sendable {
        let examples: String
        let examplesLead: String
        let noExamples: String
        let newExample: String
        let newExampleLead: String
        let foundExampleLead: String
        let exampleSubmit: String
        let card: String
        let version: String
        let place: String
        let placeHelp: String
        let firstYear: String
        let lastYear: String
        let years: String
        let change: String
        let changeHelp: String
        let strength: String
        let className: @Sendable (ImprovementCase.Class) -> String
        let q: String
        let qHelp: String
        let qInWords: @Sendable (_ percent: String) -> String
        let sourceField: String
        let fetchedHelp: String
        let notAsked: String
        let asked: @Sendable (_ day: String) -> String
        let confirmed: String
        let notConfirmed: String
        let answer: String
        let ask: String
        let askTitle: @Sendable (_ place: String) -> String
        let askLead: String
        let askField: String
        let askSubmit: String
        let answerTitle: @Sendable (_ place: String) -> String
        let answerLead: String
        let answerField: String
        let answerConfirmed: String
        let answerSubmit: String
        let title: String
        let themeDay: String
        let lead: @Sendable (_ arranger: String) -> String
        let none: String
        let new: String
        let newLead: String
        let changeTitle: String
        let submit: String
        let name: String
        let arranger: String
        let day: String
        let dayHelp: String
        let dayNotSet: String
        let heldOn: @Sendable (_ day: String) -> String
        let conference: String
        let programme: String
        let noProgramme: String
        let item: String
        let minutes: String
        let presenter: String
        let addItem: String
        let itemLead: String
        let itemSubmit: String
        let changeItem: @Sendable (_ title: String) -> String
        let presentedByMember: String
        let presentedByOther: String
        let presentedByOtherHelp: String
        let example: String
        let exampleHelp: String
        let itemPlace: String
        let itemPlaceHelp: String
        let removeItem: String
        let total: @Sendable (_ minutes: String) -> String
        let studies: String
        let notConfirmedHere: String
        let figureFault: String
    }
}

extension Words.Studies {
    static let swedish = Self(
        title: "Jämförelsestudier",
        purpose: "En studie går från en fråga till ett beslut som följs upp.",
        none: "Ingen studie har påbörjats än.",
        noneThen: "Den dagen fanns ingen studie.",
        study: "Studie",
        new: "Ny studie",
        newTitle: "En ny studie",
        newLead: "Börja med frågan. Mått, jämförelsekommuner och analys kommer sedan, ett steg i taget.",
        begin: "Börja studien",
        begunDone: "Studien är påbörjad.",
        titleField: "Rubrik",
        question: "Fråga",
        questionHelp: "Det som studien ska svara på, till exempel varför kommunernas kostnader skiljer sig åt.",
        responsible: "Ansvarar",
        responsibleHelp: "Det organ eller nätverk som gör studien.",
        begun: "Påbörjad",
        nextStep: "Nästa steg",
        due: "Senast",
        steps: "Studiens steg",
        step: { step in
            switch step {
            case .question: "Fråga"
            case .measures: "Mått"
            case .peers: "Jämförelsekommuner"
            case .analysis: "Varför skiljer vi oss?"
            case .proposal: "Förslag"
            case .themeDay: "Temadag"
            case .decision: "Beslut"
            case .followUp: "Uppföljning"
            }
        },
        comesNext: { step in
            switch step {
            case .question: "Frågan ska skrivas."
            case .measures: "Nu ska några få mått väljas."
            case .peers: "Nu ska de kommuner väljas som jämförs."
            case .analysis: "Nu ska det skrivas varför kommunerna skiljer sig åt."
            case .proposal: "Nu ska det skrivas vad som kan prövas, och av vem."
            case .themeDay: "Studien kan berättas om på en temadag, eller gå till beslut direkt."
            case .decision: "Nu väntar studien på ett beslut."
            case .followUp: "Nu ska det följas upp vad det blev av beslutet."
            }
        },
        notYet: "Inte gjort än.",
        done: "Klar",
        ended: "Avslutad",
        endedBecause: "Studien är avslutad",
        dueBy: { "Följs upp senast den \($0)." },
        lateSince: { "Uppföljningen är försenad. Den skulle ha gjorts senast den \($0)." },
        takenOn: { "Senast ändrat \($0)." },
        add: { step in
            switch step {
            case .question: "Ändra frågan"
            case .measures: "Välj mått"
            case .peers: "Välj kommuner"
            case .analysis: "Skriv analysen"
            case .proposal: "Skriv förslaget"
            case .themeDay: "Välj temadag"
            case .decision: "Lägg in beslutet"
            case .followUp: "Följ upp"
            }
        },
        formLead: { step in
            switch step {
            case .question: "Den nya frågan gäller direkt. Den gamla finns kvar i historiken."
            case .measures: "Få mått ger svar, många ger bara tabeller. Välj dem som svarar på frågan."
            case .peers: "Jämför med kommuner som har liknande förutsättningar."
            case .analysis: "Siffrorna säger att kommunerna skiljer sig åt. Här står varför."
            case .proposal: "Det som andra gör bättre är ett förslag först när någon kan pröva det."
            case .themeDay: "På temadagen berättar kommunerna för varandra vad som har fungerat."
            case .decision: "Beslutet ska finnas bland besluten, med möte och paragraf."
            case .followUp: "Skriv vad det har blivit av beslutet, också om det inte blev något."
            }
        },
        formTitle: { "\($0): \($1)" },
        measure: "Mått",
        keyFigures: "Nyckeltal",
        keyFiguresHelp: {
            "Ett på varje rad, med beteckningen först: N15008 Kostnad per elev. Högst \($0) mått tillsammans med kommunernas egna."
        },
        keyFigureLine: "Börja raden med nyckeltalets beteckning, som N15008, och skriv sedan vad det heter.",
        ownMeasures: "Kommunernas egna mått",
        reason: "Varför",
        reasonHelp: "Varför just de här.",
        members: "Medlemskommuner",
        otherPlaces: "Andra kommuner och grupper",
        otherPlacesHelp: "En på varje rad, med koden först: 0123 Järfälla.",
        otherPlaceLine: "Börja raden med kommunens eller gruppens kod, som 0123, och skriv sedan vad den heter.",
        analysisField: "Varför skiljer vi oss?",
        analysisHelp: "Lämna en tom rad mellan styckena.",
        copyValues: "Spara statistikens senaste värden tillsammans med texten",
        copyValuesHelp: "Då går det att se vad slutsatsen byggde på, också när statistiken har ändrats.",
        restsOn: "Värden som det bygger på",
        nothingCopied: "Inga värden är sparade tillsammans med texten.",
        place: "Kommun eller grupp",
        year: "År",
        gender: "Kön",
        genderName: { gender in
            switch gender {
            case .all: "alla"
            case .women: "kvinnor"
            case .men: "män"
            }
        },
        value: "Värde",
        noValue: "saknas",
        source: "Källa",
        fetched: "Hämtat",
        proposalField: "Förslag",
        proposalHelp: "Vad som kan prövas. Lämna en tom rad mellan styckena.",
        triedBy: "Kan prövas av",
        decision: "Beslut",
        decisionHelp: "Ett av besluten som är inlagda.",
        noDecisions: "Inga beslut är inlagda än. Lägg in mötet och paragrafen först.",
        followUpBy: "Följs upp senast",
        followUpByHelp: "Till exempel ett år efter beslutet.",
        followsUp: "Följer upp",
        followUpField: "Vad har det blivit av beslutet?",
        followUpHelp: "Lämna en tom rad mellan styckena.",
        nextFollowUp: "Nästa uppföljning senast",
        nextFollowUpHelp: "Lämna tomt när studien är klar.",
        end: "Avsluta studien",
        endTitle: { "Avsluta studien ”\($0)”" },
        endLead: "En studie som inte blir klar avslutas med ett skäl. Allt som är skrivet finns kvar.",
        endSubmit: "Avsluta studien",
        endReason: "Skäl",
        workFollowUp: { "Följ upp studien ”\($0)”" },
        workStep: { "\($0) i studien ”\($1)”" },
        workOpen: "Öppna",
        workAnswer: { "Svara för \($0) om exemplet i studien ”\($1)”" },
        workAsked: { "Frågan ställdes den \($0)." },
        workAnswerNow: "Svara",
        sentenceBegun: { "Studien ”\($0)” fick sin fråga." },
        sentenceStep: { "Steget ”\($0)” i studien ”\($1)” skrevs." },
        sentenceEnded: { "Studien ”\($0)” avslutades." },
        sentenceCase: { "Exemplet från \($0) valdes i studien ”\($1)”." },
        sentenceAsked: { "Kommunen tillfrågades om ett exempel i studien ”\($0)”." },
        sentenceAnswered: { "Kommunen svarade om ett exempel i studien ”\($0)”." },
        sentenceThemeDay: { "Temadagen ”\($0)” planerades." }
    )

    static let english = Self(
        title: "Comparison studies",
        purpose: "A study goes from a question to a decision that is followed up.",
        none: "No study has been begun yet.",
        noneThen: "There was no study on that day.",
        study: "Study",
        new: "New study",
        newTitle: "A new study",
        newLead: "Begin with the question. Measures, peers and analysis come later, one step at a time.",
        begin: "Begin the study",
        begunDone: "The study has been begun.",
        titleField: "Heading",
        question: "Question",
        questionHelp: "What the study is to answer, such as why the municipalities’ costs differ.",
        responsible: "Carried out by",
        responsibleHelp: "The body or network that makes the study.",
        begun: "Begun",
        nextStep: "Next step",
        due: "No later than",
        steps: "The steps of the study",
        step: { step in
            switch step {
            case .question: "Question"
            case .measures: "Measures"
            case .peers: "Peers"
            case .analysis: "Why do we differ?"
            case .proposal: "Proposal"
            case .themeDay: "Theme day"
            case .decision: "Decision"
            case .followUp: "Follow-up"
            }
        },
        comesNext: { step in
            switch step {
            case .question: "The question is to be written."
            case .measures: "Now a few measures are to be chosen."
            case .peers: "Now the municipalities to compare are to be chosen."
            case .analysis: "Now it is to be written why the municipalities differ."
            case .proposal: "Now it is to be written what could be tried, and by whom."
            case .themeDay: "The study can be presented on a theme day, or go to a decision at once."
            case .decision: "Now the study waits for a decision."
            case .followUp: "Now what came of the decision is to be followed up."
            }
        },
        notYet: "Not done yet.",
        done: "Done",
        ended: "Ended",
        endedBecause: "The study has ended",
        dueBy: { "To be followed up no later than \($0)." },
        lateSince: { "The follow-up is late. It should have been done no later than \($0)." },
        takenOn: { "Last changed \($0)." },
        add: { step in
            switch step {
            case .question: "Edit the question"
            case .measures: "Choose measures"
            case .peers: "Choose municipalities"
            case .analysis: "Write the analysis"
            case .proposal: "Write the proposal"
            case .themeDay: "Choose a theme day"
            case .decision: "Add the decision"
            case .followUp: "Follow up"
            }
        },
        formLead: { step in
            switch step {
            case .question: "The new question applies at once. The old one stays in the history."
            case .measures: "A few measures give answers, many give only tables. Choose those that answer the question."
            case .peers: "Compare with municipalities that have similar conditions."
            case .analysis: "The figures say that the municipalities differ. Here it says why."
            case .proposal: "What others do better is a proposal only when somebody can try it."
            case .themeDay: "On the theme day the municipalities tell each other what has worked."
            case .decision: "The decision is to be among the decisions, with its meeting and paragraph."
            case .followUp: "Write what has come of the decision, also if nothing has."
            }
        },
        formTitle: { "\($0): \($1)" },
        measure: "Measure",
        keyFigures: "Key figures",
        keyFiguresHelp: {
            "One on each line, with its id first: N15008 Cost per pupil. At most \($0) together with the municipalities’ own."
        },
        keyFigureLine: "Begin the line with the id of the key figure, such as N15008, and then write what it is called.",
        ownMeasures: "The municipalities’ own measures",
        reason: "Why",
        reasonHelp: "Why these.",
        members: "Members",
        otherPlaces: "Other municipalities and groups",
        otherPlacesHelp: "One on each line, with its code first: 0123 Järfälla.",
        otherPlaceLine:
            "Begin the line with the code of the municipality or group, such as 0123, and then write what it is called.",
        analysisField: "Why do we differ?",
        analysisHelp: "Leave an empty line between paragraphs.",
        copyValues: "Keep the latest values of the statistics together with the text",
        copyValuesHelp: "Then it can be seen what the conclusion rested on, also when the statistics have changed.",
        restsOn: "Values that it rests on",
        nothingCopied: "No values are kept together with the text.",
        place: "Municipality or group",
        year: "Year",
        gender: "Gender",
        genderName: { gender in
            switch gender {
            case .all: "all"
            case .women: "women"
            case .men: "men"
            }
        },
        value: "Value",
        noValue: "missing",
        source: "Source",
        fetched: "Fetched",
        proposalField: "Proposal",
        proposalHelp: "What could be tried. Leave an empty line between paragraphs.",
        triedBy: "Could be tried by",
        decision: "Decision",
        decisionHelp: "One of the decisions that have been added.",
        noDecisions: "No decisions have been added yet. Add the meeting and the paragraph first.",
        followUpBy: "Followed up no later than",
        followUpByHelp: "Such as a year after the decision.",
        followsUp: "Followed up by",
        followUpField: "What has come of the decision?",
        followUpHelp: "Leave an empty line between paragraphs.",
        nextFollowUp: "Next follow-up no later than",
        nextFollowUpHelp: "Leave it empty when the study is done.",
        end: "End the study",
        endTitle: { "End the study “\($0)”" },
        endLead: "A study that isn’t completed is ended with a reason. All that is written stays.",
        endSubmit: "End the study",
        endReason: "Reason",
        workFollowUp: { "Follow up the study “\($0)”" },
        workStep: { "\($0) in the study “\($1)”" },
        workOpen: "Open",
        workAnswer: { "Answer for \($0) about the example in the study “\($1)”" },
        workAsked: { "The question was asked on \($0)." },
        workAnswerNow: "Answer",
        sentenceBegun: { "The study “\($0)” got its question." },
        sentenceStep: { "The step “\($0)” of the study “\($1)” was written." },
        sentenceEnded: { "The study “\($0)” was ended." },
        sentenceCase: { "The example from \($0) was chosen in the study “\($1)”." },
        sentenceAsked: { "The municipality was asked about an example in the study “\($0)”." },
        sentenceAnswered: { "The municipality answered about an example in the study “\($0)”." },
        sentenceThemeDay: { "The theme day “\($0)” was planned." }
    )
}

extension Words.ThemeDays {
    static let swedish = Self(
        examples: "Förbättringsexempel",
        examplesLead: "Statistiken säger var det är värt att fråga. Det blir ett exempel när kommunen själv har bekräftat det.",
        noExamples: "Inget exempel är valt i studien.",
        newExample: "Välj ett exempel",
        newExampleLead: "Skriv det som förbättringsfinnaren visar. Det sparas som det var den dag då statistiken hämtades.",
        foundExampleLead:
            "Formuläret är ifyllt med det som förbättringsfinnaren visar. Skriv varför ni väljer exemplet, och spara.",
        exampleSubmit: "Välj exemplet",
        card: "Tjänstekort",
        version: "Version",
        place: "Kommun",
        placeHelp: "Kommunens kod och namn: 0123 Järfälla.",
        firstYear: "Första året",
        lastYear: "Sista året",
        years: "År",
        change: "Förändring jämfört med liknande kommuner",
        changeHelp: "I procent, med minus när kostnaden har minskat: −11,7.",
        strength: "Bedömning",
        className: { kind in
            switch kind {
            case .a: "A: förbättringsexempel"
            case .b: "B: möjligt exempel"
            case .c: "C: billigare men sämre"
            case .d: "D: övriga"
            }
        },
        q: "Andel som kan vara slump (q)",
        qHelp: "Mellan 0 och 1: 0,04.",
        qInWords: { "Av sådana fynd kan upp till \($0) procent vara slump." },
        sourceField: "Källa",
        fetchedHelp: "Den dag då statistiken hämtades.",
        notAsked: "Kommunen är inte tillfrågad",
        asked: { "Kommunen tillfrågades den \($0)" },
        confirmed: "Bekräftat av kommunen",
        notConfirmed: "Inte bekräftat av kommunen",
        answer: "Kommunens svar",
        ask: "Fråga kommunen",
        askTitle: { "Fråga om exemplet från \($0)" },
        askLead: "Notera att kommunen är tillfrågad. Själva frågan skickar du på ditt eget sätt.",
        askField: "Det som frågades",
        askSubmit: "Spara frågan",
        answerTitle: { "Svar om exemplet från \($0)" },
        answerLead: "Skriv det som kommunen själv säger om varför kostnaden har minskat.",
        answerField: "Kommunens svar",
        answerConfirmed: "Kommunen bekräftar att det är en förbättring att berätta om",
        answerSubmit: "Spara svaret",
        title: "Temadagar",
        themeDay: "Temadag",
        lead: { "Jämförelser och goda exempel. \($0) arrangerar." },
        none: "Ingen temadag är planerad än.",
        new: "Ny temadag",
        newLead: "Lägg in temadagen först. Programmet byggs sedan av de exempel som är bekräftade.",
        changeTitle: "Ändra temadagen",
        submit: "Spara temadagen",
        name: "Namn",
        arranger: "Arrangerar",
        day: "Dag",
        dayHelp: "Lämna tomt om dagen inte är bestämd.",
        dayNotSet: "Dagen är inte bestämd.",
        heldOn: { "Hålls den \($0)." },
        conference: "Bland konferenserna",
        programme: "Program",
        noProgramme: "Programmet är inte lagt än.",
        item: "Punkt",
        minutes: "Minuter",
        presenter: "Berättar",
        addItem: "Lägg till en punkt",
        itemLead: "Den som berättar är en kommun eller ett organ. Namn på personer ska inte stå här.",
        itemSubmit: "Spara punkten",
        changeItem: { "Ändra punkten ”\($0)”" },
        presentedByMember: "Medlemskommun eller organ",
        presentedByOther: "Annan kommun",
        presentedByOtherHelp: "Namnet på en kommun utanför samarbetet.",
        example: "Exempel",
        exampleHelp: "Bara exempel som kommunen själv har bekräftat.",
        itemPlace: "Plats i programmet",
        itemPlaceHelp: "1 är först.",
        removeItem: "Ta bort punkten",
        total: { "Tillsammans \($0) minuter." },
        studies: "Studier som berättas om",
        notConfirmedHere: "Kommunen bekräftar inte längre exemplet",
        figureFault: "Skriv ett tal, med komma före decimalerna: −11,7."
    )

    static let english = Self(
        examples: "Improvement examples",
        examplesLead:
            "The statistics say where it is worth asking. It becomes an example when the municipality itself has confirmed it.",
        noExamples: "No example has been chosen in the study.",
        newExample: "Choose an example",
        newExampleLead: "Write what the improvement finder shows. It is kept as it was on the day the statistics were fetched.",
        foundExampleLead:
            "The form is filled in with what the improvement finder shows. Write why you choose the example, and save.",
        exampleSubmit: "Choose the example",
        card: "Service card",
        version: "Version",
        place: "Municipality",
        placeHelp: "The municipality’s code and name: 0123 Järfälla.",
        firstYear: "First year",
        lastYear: "Last year",
        years: "Years",
        change: "Change compared with similar municipalities",
        changeHelp: "In per cent, with a minus when the cost has fallen: −11.7.",
        strength: "Assessment",
        className: { kind in
            switch kind {
            case .a: "A: improvement example"
            case .b: "B: possible example"
            case .c: "C: cheaper but worse"
            case .d: "D: others"
            }
        },
        q: "Share that may be chance (q)",
        qHelp: "Between 0 and 1: 0.04.",
        qInWords: { "Of such finds up to \($0) per cent may be chance." },
        sourceField: "Source",
        fetchedHelp: "The day the statistics were fetched.",
        notAsked: "The municipality has not been asked",
        asked: { "The municipality was asked on \($0)" },
        confirmed: "Confirmed by the municipality",
        notConfirmed: "Not confirmed by the municipality",
        answer: "The municipality’s answer",
        ask: "Ask the municipality",
        askTitle: { "Ask about the example from \($0)" },
        askLead: "Note that the municipality has been asked. The question itself you send in your own way.",
        askField: "What was asked",
        askSubmit: "Save the question",
        answerTitle: { "Answer about the example from \($0)" },
        answerLead: "Write what the municipality itself says of why the cost has fallen.",
        answerField: "The municipality’s answer",
        answerConfirmed: "The municipality confirms that it is an improvement to tell of",
        answerSubmit: "Save the answer",
        title: "Theme days",
        themeDay: "Theme day",
        lead: { "Comparisons and good examples, arranged by \($0)." },
        none: "No theme day has been planned yet.",
        new: "New theme day",
        newLead: "Add the theme day first. Its programme is then made of the examples that are confirmed.",
        changeTitle: "Edit the theme day",
        submit: "Save the theme day",
        name: "Name",
        arranger: "Arranged by",
        day: "Day",
        dayHelp: "Leave it empty if the day isn’t settled.",
        dayNotSet: "The day isn’t settled.",
        heldOn: { "Held on \($0)." },
        conference: "Among the conferences",
        programme: "Programme",
        noProgramme: "There is no programme yet.",
        item: "Point",
        minutes: "Minutes",
        presenter: "Presented by",
        addItem: "Add a point",
        itemLead: "Whoever presents is a municipality or a body. Names of people are not to stand here.",
        itemSubmit: "Save the point",
        changeItem: { "Edit the point “\($0)”" },
        presentedByMember: "Member or body",
        presentedByOther: "Another municipality",
        presentedByOtherHelp: "The name of a municipality outside the cooperation.",
        example: "Example",
        exampleHelp: "Only examples that the municipality itself has confirmed.",
        itemPlace: "Place in the programme",
        itemPlaceHelp: "1 is first.",
        removeItem: "Take the point away",
        total: { "Together \($0) minutes." },
        studies: "Studies that are presented",
        notConfirmedHere: "The municipality no longer confirms the example",
        figureFault: "Write a number, with a point before the decimals: −11.7."
    )
}
