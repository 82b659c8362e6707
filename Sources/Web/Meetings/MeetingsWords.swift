extension Words {
    /// The meetings, their calendars and their decisions.
    struct Meetings: Sendable {
        let title: String
        let decisions: String
        let set: @Sendable (String, String) -> String
        let cancelled: @Sendable (String, String) -> String
        let decided: @Sendable (String, String, String) -> String
        let name: @Sendable (String, String) -> String
        let lead: @Sendable (String) -> String
        let none: String
        let noneThen: String
        let noneComing: String
        let coming: String
        let held: String
        let calendars: String
        let calendarsLead: String
        let calendar: String
        let nextMeeting: String
        let noCalendar: String
        let knownThrough: @Sendable (String) -> String
        let body: String
        let stage: String
        let day: String
        let place: String
        let papersDue: String
        let standing: String
        let meeting: String
        let isComing: String
        let isHeld: String
        let isCancelled: String
        let notSaid: String
        let committee: String
        let board: String
        let council: String
        let cancelledEvent: @Sendable (String) -> String
        let bodyTitle: @Sendable (String) -> String
        let bodyNext: @Sendable (String, String) -> String
        let bodyLast: @Sendable (String, String) -> String
        let bodyNone: @Sendable (String) -> String
        let meets: @Sendable (String, String) -> String
        let met: @Sendable (String, String) -> String
        let notHeld: @Sendable (String, String) -> String
        let papersBy: @Sendable (String) -> String
        let allOf: @Sendable (String) -> String
        let allDecisions: String
        let noDecisions: String
        let paragraph: @Sendable (String) -> String
        let paragraphHead: String
        let what: String
        let decidedBy: String
        let address: String
        let atTheLatest: @Sendable (String) -> String
        let decidedSentence: @Sendable (String, String) -> String
        let noText: String
        let registerLead: @Sendable (String) -> String
        let registerNone: String
        let registerNoneThen: String
        let addDecision: String
        let new: String
        let newTitle: String
        let newLead: String
        let newSubmit: String
        let newDone: String
        let stageHelp: String
        let stageMissing: @Sendable (String) -> String
        let papersHelp: String
        let changeTitle: @Sendable (String, String) -> String
        let changeLead: String
        let changeSubmit: String
        let cancelField: String
        let cancelDone: String
        let restoreDone: String
        let moveDone: @Sendable (String) -> String
        let enterCalendar: String
        let calendarTitle: @Sendable (String) -> String
        let calendarLead: String
        let file: String
        let fileHelp: String
        let rows: String
        let rowsHelp: @Sendable (String) -> String
        let paperDays: String
        let paperDaysHelp: String
        let isWhole: String
        let isWholeHelp: String
        let look: String
        let noCalendarSent: String
        let previewTitle: String
        let previewLead: @Sendable (_ count: Int, _ number: String) -> String
        let change: String
        let added: String
        let moved: String
        let movedFrom: @Sendable (String) -> String
        let changed: String
        let isCalledOff: String
        let restored: String
        let unchanged: String
        let notSent: String
        let neverKnown: String
        let passedOver: String
        let passedOverText: String
        let lineOf: @Sendable (String, String) -> String
        let record: @Sendable (_ count: Int, _ number: String) -> String
        let recordNothing: String
        let calendarDone: @Sendable (_ count: Int, _ number: String) -> String
        let newDecisionTitle: String
        let newDecisionLead: @Sendable (String, String) -> String
        let newDecisionSubmit: String
        let changeDecisionTitle: @Sendable (String) -> String
        let changeDecisionLead: String
        let paragraphHelp: String
        let paragraphTaken: @Sendable (String) -> String
        let decisionText: String
        let decisionTextHelp: String
        let decisionDone: String
        let workNoCalendar: @Sendable (String) -> String
        let workShortCalendar: @Sendable (String, String, String) -> String
        let workCalendarFor: @Sendable (String) -> String
        let workEnter: String
        let workSend: @Sendable (String) -> String
        let workSendText: @Sendable (String) -> String
        let workOpen: String
        let wayIn: @Sendable (String) -> String
    }
}

extension Words.Meetings {
    static let swedish = Self(
        title: "Möten",
        decisions: "Beslut",
        set: { "\($0) fick ett möte den \($1)." },
        cancelled: { "Mötet med \($0) den \($1) ställdes in." },
        decided: { "\($0) beslutade § \($1): \($2)." },
        name: { "\($0) den \($1)" },
        lead: { "Här står när organen i \($0) möts och vad de har beslutat." },
        none: "Inga möten är inlagda än.",
        noneThen: "Den dagen var inga möten inlagda.",
        noneComing: "Inget kommande möte är inlagt.",
        coming: "Kommande möten",
        held: "Möten som har varit",
        calendars: "Kommunernas kalendrar",
        calendarsLead: "Av kalendern syns när en kommun kan ta upp ett ärende.",
        calendar: "Kalender",
        nextMeeting: "Nästa möte",
        noCalendar: "ingen kalender är inlagd",
        knownThrough: { "inlagd till och med \($0)" },
        body: "Organ",
        stage: "Sammanträde",
        day: "Dag",
        place: "Plats",
        papersDue: "Handlingar senast",
        standing: "Läge",
        meeting: "Möte",
        isComing: "planerat",
        isHeld: "har varit",
        isCancelled: "inställt",
        notSaid: "inte angivet",
        committee: "Utskott",
        board: "Kommunstyrelse",
        council: "Kommunfullmäktige",
        cancelledEvent: { "Inställt: \($0)" },
        bodyTitle: { "Möten: \($0)" },
        bodyNext: { "\($0) möts nästa gång den \($1)." },
        bodyLast: { "\($0) möttes senast den \($1)." },
        bodyNone: { "Inga möten är inlagda för \($0)." },
        meets: { "\($0) möts den \($1)." },
        met: { "\($0) möttes den \($1)." },
        notHeld: { "\($0) skulle ha mötts den \($1), men mötet är inställt." },
        papersBy: { "Handlingar lämnas in senast den \($0)." },
        allOf: { "Alla möten: \($0)" },
        allDecisions: "Alla beslut",
        noDecisions: "Inga beslut är inlagda från mötet.",
        paragraph: { "§ \($0)" },
        paragraphHead: "Paragraf",
        what: "Vad beslutet gäller",
        decidedBy: "Beslutat av",
        address: "Adress",
        atTheLatest: { "senast den \($0)" },
        decidedSentence: { "\($0) beslutade det den \($1)." },
        noText: "Bara rubriken är inlagd.",
        registerLead: { "Här står beslut av organen och av kommunerna om programmet: \($0) stycken." },
        registerNone: "Inga beslut är inlagda än.",
        registerNoneThen: "Den dagen var inga beslut inlagda.",
        addDecision: "Lägg in ett beslut",
        new: "Nytt möte",
        newTitle: "Ett nytt möte",
        newLead: "Mötet syns för alla så snart det är inlagt.",
        newSubmit: "Lägg in mötet",
        newDone: "Mötet är inlagt.",
        stageHelp: "Behövs när mötet är en kommuns. Då räknas det in i tidplanen för ett program.",
        stageMissing: { "Välj vilket sammanträde det är i \($0)." },
        papersHelp: "Sista dagen att lämna handlingar till mötet.",
        changeTitle: { "Ändra mötet: \($0) den \($1)" },
        changeLead: "Flytta mötet genom att ändra dagen. Adressen till mötet är densamma efteråt.",
        changeSubmit: "Spara ändringen",
        cancelField: "Mötet är inställt",
        cancelDone: "Mötet är inställt.",
        restoreDone: "Mötet ska hållas igen.",
        moveDone: { "Mötet är flyttat till den \($0)." },
        enterCalendar: "Lägg in kalender",
        calendarTitle: { "Lägg in kalender: \($0)" },
        calendarLead: "Välj en fil eller skriv en rad för varje möte. Du får se vad som ändras innan något sparas.",
        file: "Fil med kalendern",
        fileHelp: "En tabell i CSV eller en kalender i iCalendar (.ics). Filen går före det du skriver.",
        rows: "Möten",
        rowsHelp: { "En rad för varje möte: \($0). Bara dag och organ måste finnas, som 2027-02-09;kommunstyrelse." },
        paperDays: "Dagar från sista dag för handlingar till mötet",
        paperDaysHelp: "Används för möten där sista dagen inte står.",
        isWhole: "Det här är hela kalendern",
        isWholeHelp: "Kryssa i om möten som saknas här inte ska hållas. Ett möte som har fått ny dag räknas då som flyttat.",
        look: "Granska kalendern",
        noCalendarSent: "Välj en fil eller skriv minst ett möte.",
        previewTitle: "Så här blir det",
        previewLead: { $0 == 1 ? "Ett möte är läst. Ingenting är sparat än." : "\($1) möten är lästa. Ingenting är sparat än." },
        change: "Ändring",
        added: "Nytt möte",
        moved: "Flyttat",
        movedFrom: { "Flyttat från den \($0)" },
        changed: "Ändrat",
        isCalledOff: "Ställs in",
        restored: "Ska hållas igen",
        unchanged: "Oförändrat",
        notSent: "Finns här men inte i det du skickade, står kvar",
        neverKnown: "Inställt och finns inte här, läggs inte in",
        passedOver: "Hoppades över",
        passedOverText: "Det här i filen är inte möten i utskott, kommunstyrelse eller kommunfullmäktige.",
        lineOf: { "Rad \($0): \($1)" },
        record: { $0 == 1 ? "Spara ett möte" : "Spara \($1) möten" },
        recordNothing: "Ingenting ändras",
        calendarDone: { $0 == 1 ? "Ett möte är sparat." : "\($1) möten är sparade." },
        newDecisionTitle: "Lägg in ett beslut från mötet",
        newDecisionLead: { "Beslutet togs av \($0) den \($1). Det får en egen adress som aldrig ändras." },
        newDecisionSubmit: "Lägg in beslutet",
        changeDecisionTitle: { "Ändra § \($0)" },
        changeDecisionLead: "Det som stod förut finns kvar i historiken.",
        paragraphHelp: "Numret i protokollet, som 12.",
        paragraphTaken: { "§ \($0) finns redan på mötet. Öppna den om den ska ändras." },
        decisionText: "Beslutet som det står i protokollet",
        decisionTextHelp: "Skriv inga personuppgifter. Lämna en tom rad mellan styckena.",
        decisionDone: "Beslutet är inlagt.",
        workNoCalendar: { "\($0) saknar kalender" },
        workShortCalendar: { "\($0): kalendern för \($1) slutar den \($2)" },
        workCalendarFor: { "Tidplanen för \($0) behöver den" },
        workEnter: "Lägg in",
        workSend: { "Skicka \($0) till kommunerna" },
        workSendText: { "Sista dagen för att \($0) ska hinna" },
        workOpen: "Öppna",
        wayIn: { "När organen möts och vad de beslutar. Antal möten: \($0)." }
    )
}

extension Words.Meetings {
    static let english = Self(
        title: "Meetings",
        decisions: "Decisions",
        set: { "A meeting of \($0) was set for \($1)." },
        cancelled: { "The meeting of \($0) on \($1) was cancelled." },
        decided: { "\($0) decided § \($1): \($2)." },
        name: { "\($0) on \($1)" },
        lead: { "This is when the bodies of \($0) meet, and what they have decided." },
        none: "No meetings have been entered yet.",
        noneThen: "No meetings had been entered on that day.",
        noneComing: "No coming meeting has been entered.",
        coming: "Coming meetings",
        held: "Past meetings",
        calendars: "The calendars of the municipalities",
        calendarsLead: "A calendar shows when a municipality can take up a matter.",
        calendar: "Calendar",
        nextMeeting: "Next meeting",
        noCalendar: "no calendar has been entered",
        knownThrough: { "entered until \($0)" },
        body: "Body",
        stage: "Kind of meeting",
        day: "Day",
        place: "Place",
        papersDue: "Papers due",
        standing: "State",
        meeting: "Meeting",
        isComing: "planned",
        isHeld: "has been",
        isCancelled: "cancelled",
        notSaid: "not stated",
        committee: "Committee",
        board: "Executive board",
        council: "Council",
        cancelledEvent: { "Cancelled: \($0)" },
        bodyTitle: { "Meetings: \($0)" },
        bodyNext: { "The next meeting of \($0) is on \($1)." },
        bodyLast: { "The last meeting of \($0) was on \($1)." },
        bodyNone: { "No meetings have been entered for \($0)." },
        meets: { "\($0) meets on \($1)." },
        met: { "\($0) met on \($1)." },
        notHeld: { "\($0) was to have met on \($1), but the meeting is cancelled." },
        papersBy: { "Papers are handed in by \($0)." },
        allOf: { "All meetings: \($0)" },
        allDecisions: "All decisions",
        noDecisions: "No decisions have been entered from the meeting.",
        paragraph: { "Item \($0)" },
        paragraphHead: "Paragraph",
        what: "What it concerns",
        decidedBy: "Decided by",
        address: "Address",
        atTheLatest: { "by \($0)" },
        decidedSentence: { "\($0) decided this on \($1)." },
        noText: "Only the heading has been entered.",
        registerLead: { "These are decisions of the bodies, and of the municipalities on the programme: \($0) in all." },
        registerNone: "No decisions have been entered yet.",
        registerNoneThen: "No decisions had been entered on that day.",
        addDecision: "Enter a decision",
        new: "New meeting",
        newTitle: "A new meeting",
        newLead: "Everybody sees the meeting as soon as it has been entered.",
        newSubmit: "Enter the meeting",
        newDone: "The meeting has been entered.",
        stageHelp: "Needed for a meeting of a municipality. It is then counted in the schedule of a programme.",
        stageMissing: { "Choose which kind of meeting of \($0) it is." },
        papersHelp: "The last day to hand in papers for the meeting.",
        changeTitle: { "Change the meeting: \($0) on \($1)" },
        changeLead: "Move the meeting by changing the day. Its address stays the same.",
        changeSubmit: "Save the change",
        cancelField: "The meeting is cancelled",
        cancelDone: "The meeting is cancelled.",
        restoreDone: "The meeting is to be held again.",
        moveDone: { "The meeting has been moved to \($0)." },
        enterCalendar: "Enter a calendar",
        calendarTitle: { "Enter a calendar: \($0)" },
        calendarLead: "Choose a file, or write a line for each meeting. You see what changes before anything is saved.",
        file: "File with the calendar",
        fileHelp: "A table in CSV or a calendar in iCalendar (.ics). The file goes before what you write.",
        rows: "Meetings to enter",
        rowsHelp: { "A line for each meeting: \($0). Only the first two must be there, as 2027-02-09;kommunstyrelse." },
        paperDays: "Days from when papers are due to the meeting",
        paperDaysHelp: "Used for meetings that don't state when papers are due.",
        isWhole: "This is the whole calendar",
        isWholeHelp: "Tick if meetings missing here are not to be held. One that has a new day then counts as moved.",
        look: "Look it through",
        noCalendarSent: "Choose a file or write at least one meeting.",
        previewTitle: "What it comes to",
        previewLead: {
            $0 == 1
                ? "One meeting has been read. Nothing has been saved yet."
                : "\($1) meetings have been read. Nothing has been saved yet."
        },
        change: "Change",
        added: "New one",
        moved: "Moved",
        movedFrom: { "Moved from \($0)" },
        changed: "Changed",
        isCalledOff: "To be cancelled",
        restored: "To be held again",
        unchanged: "Unchanged",
        notSent: "Here but not in what you sent, stays",
        neverKnown: "Cancelled and not here, not entered",
        passedOver: "Passed over",
        passedOverText: "These in the file are no meetings of a committee, an executive board or a council.",
        lineOf: { "Line \($0): \($1)" },
        record: { $0 == 1 ? "Save one meeting" : "Save \($1) meetings" },
        recordNothing: "Nothing changes",
        calendarDone: { $0 == 1 ? "One meeting has been saved." : "\($1) meetings have been saved." },
        newDecisionTitle: "Enter a decision of the meeting",
        newDecisionLead: { "The decision was made by \($0) on \($1). It has an address of its own that never changes." },
        newDecisionSubmit: "Enter the decision",
        changeDecisionTitle: { "Change § \($0)" },
        changeDecisionLead: "What stood before stays in the history.",
        paragraphHelp: "The number in the minutes, as 12.",
        paragraphTaken: { "§ \($0) is already there. Open it to change it." },
        decisionText: "The decision as in the minutes",
        decisionTextHelp: "Write nothing about persons. Leave an empty line between paragraphs.",
        decisionDone: "The decision has been entered.",
        workNoCalendar: { "\($0) has no calendar" },
        workShortCalendar: { "\($0): the calendar of \($1) ends on \($2)" },
        workCalendarFor: { "The schedule of \($0) needs it" },
        workEnter: "Enter",
        workSend: { "Send \($0) to the municipalities" },
        workSendText: { "The last day for \($0) to make it" },
        workOpen: "Open",
        wayIn: { "When the bodies meet, and what they decide. Meetings: \($0)." }
    )
}
