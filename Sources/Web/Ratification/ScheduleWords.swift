extension Words.Ratification {
    /// When a proposal must be sent, by the municipalities' calendars.
    struct Schedule: Sendable {
        let short: String
        let title: @Sendable (String) -> String
        let untitled: @Sendable (String) -> String
        let none: String
        let begin: String
        let noMembers: String
        let everybody: @Sendable (String, String) -> String
        let some: @Sendable (String, String, String) -> String
        let nobody: String
        let allSent: @Sendable (String) -> String
        let lackCalendar: @Sendable (String) -> String
        let lackMeeting: @Sendable (String) -> String
        let lackTime: @Sendable (String) -> String
        let onlyToday: @Sendable (String) -> String
        let sentLate: @Sendable (String) -> String
        let terms: @Sendable (String, String, String) -> String
        let countsLegalForce: String
        let countsDecision: String
        let preparation: @Sendable (String) -> String
        let byMunicipality: String
        let derived: String
        let assumed: @Sendable (String) -> String
        let municipality: String
        let lastDay: String
        let standing: String
        let meetings: String
        let possible: String
        let calendarTo: String
        let endsFirst: String
        let sitting: @Sendable (String, String) -> String
        let makesIt: String
        let isOnlyToday: String
        let isNoCalendar: String
        let isNoMeeting: String
        let isTooLate: @Sendable (String) -> String
        let isSent: @Sendable (String) -> String
        let isSentLate: @Sendable (String) -> String
        let isDecided: @Sendable (String) -> String
        let gaps: String
        let gapsText: @Sendable (String) -> String
        let gapUnknown: @Sendable (String, String) -> String
        let gapShort: @Sendable (String, String, String) -> String
        let event: @Sendable (String, String) -> String
        let inForceEvent: @Sendable (String) -> String
        let formTitle: @Sendable (String) -> String
        let formLead: String
        let inForceBy: String
        let inForceByHelp: String
        let route: String
        let routeHelp: String
        let preparationDays: String
        let preparationHelp: String
        let mustHaveLegalForce: String
        let legalForceHelp: String
        let submit: String
        let done: String
    }
}

extension Words.Ratification.Schedule {
    /// What stands in a cell that has nothing to say.
    var dash: String { "–" }
}

extension Words.Ratification.Schedule {
    static let swedish = Self(
        short: "Tidplan",
        title: { "Tidplan: \($0)" },
        untitled: { "Program \($0)" },
        none: "Ingen tidplan är satt än.",
        begin: "Sätt en tidplan",
        noMembers: "Det finns inga medlemmar att skicka till den dagen.",
        everybody: { "Skicka senast den \($0), då hinner alla \($1)." },
        some: { "Skicka senast den \($0), då hinner \($1) av \($2)." },
        nobody: "Ingen kommun hinner besluta i tid med de möten som är kända.",
        allSent: { "Förslaget är skickat till alla. Sista dagen för beslut är den \($0)." },
        lackCalendar: { "\($0) hinner bara om det finns möten som inte är inlagda. Kalendern saknas eller är slut." },
        lackMeeting: { "\($0) hinner bara om ett möte flyttas eller läggs till. Inget möte ligger i tid." },
        lackTime: { "\($0) hinner bara om handlingar tas emot efter sista dagen. Den har redan varit." },
        onlyToday: { "\($0) hinner bara om förslaget skickas i dag." },
        sentLate: { "\($0) har fått förslaget men inget känt möte ligger i tid." },
        terms: { "Programmet ska vara i kraft senast den \($0). Ärendet går genom \($1). Sista dagen för beslut är den \($2)." },
        countsLegalForce: "Då finns tid för justering, anslag och tre veckor för överklagande.",
        countsDecision: "Tid för laga kraft är inte inräknad.",
        preparation: { "Kommunen behöver \($0) dagar på sig innan handlingar lämnas in." },
        byMunicipality: "Kommun för kommun",
        derived:
            "Dagarna räknas fram ur kalendrarna varje gång sidan visas. Flyttas ett möte ändras de. Sista dagen är alltid en arbetsdag.",
        assumed: { "Där sista dag för handlingar inte är känd räknas \($0) dagar före mötet." },
        municipality: "Kommun",
        lastDay: "Skicka senast",
        standing: "Läge",
        meetings: "Möten på vägen",
        possible: "Kan besluta",
        calendarTo: "Kalendern känd till",
        endsFirst: "Sammanträdet som slutar först",
        sitting: { "\($0) \($1)" },
        makesIt: "hinner",
        isOnlyToday: "hinner om det skickas i dag",
        isNoCalendar: "kalender saknas",
        isNoMeeting: "inget möte i tid",
        isTooLate: { "för sent, skulle ha skickats den \($0)" },
        isSent: { "skickat den \($0), hinner" },
        isSentLate: { "skickat den \($0), inget möte i tid" },
        isDecided: { "beslutat den \($0)" },
        gaps: "Kalendrar som behöver fyllas på",
        gapsText: { "För att planen ska hålla behöver mötena vara kända fram till den \($0)." },
        gapUnknown: { "\($0): möten saknas för \($1)." },
        gapShort: { "\($0): kalendern för \($1) är känd till den \($2)." },
        event: { "Sista dag att skicka \($0) till \($1)" },
        inForceEvent: { "\($0) ska vara i kraft" },
        formTitle: { "Sätt tidplan: \($0)" },
        formLead: "Av tidplanen räknas fram när förslaget senast måste skickas till varje kommun.",
        inForceBy: "I kraft senast",
        inForceByHelp: "Dagen då det nya programmet behöver gälla.",
        route: "Vilka möten går ärendet genom?",
        routeHelp: "Det sista av dem beslutar.",
        preparationDays: "Dagar för kommunens egen beredning",
        preparationHelp: "Från att förslaget kommer till att handlingarna lämnas in.",
        mustHaveLegalForce: "Besluten ska ha vunnit laga kraft",
        legalForceHelp: "Räknar in justering, anslag och tre veckor för överklagande.",
        submit: "Spara tidplanen",
        done: "Tidplanen är satt."
    )
}

extension Words.Ratification.Schedule {
    static let english = Self(
        short: "Schedule",
        title: { "Schedule: \($0)" },
        untitled: { "Programme \($0)" },
        none: "No schedule has been set yet.",
        begin: "Set a schedule",
        noMembers: "There are no members to send to on that day.",
        everybody: { "Send by \($0); then all \($1) make it." },
        some: { "Send by \($0); then \($1) of \($2) make it." },
        nobody: "No municipality can decide in time with the meetings that are known.",
        allSent: { "The proposal has been sent to all. The last day to decide is \($0)." },
        lackCalendar: {
            "\($0) can only make it with meetings that have not been entered. The calendar is missing or has ended."
        },
        lackMeeting: { "\($0) can only make it if a meeting is moved or added. No meeting is early enough." },
        lackTime: { "\($0) can only make it if papers are taken after the last day, which is over." },
        onlyToday: { "\($0) can only make it if the proposal is sent today." },
        sentLate: { "\($0) got the proposal, but no known meeting is early enough." },
        terms: { "The programme is to be in force by \($0). The matter goes through \($1). The last day to decide is \($2)." },
        countsLegalForce: "That leaves time for adjustment, posting and three weeks for appeals.",
        countsDecision: "Time for legal force is not counted.",
        preparation: { "A municipality needs \($0) days before papers are handed in." },
        byMunicipality: "Municipality by municipality",
        derived:
            "The days are worked out from the calendars each time the page is shown. If a meeting is moved, they change. The last day is a working day.",
        assumed: { "Where it is not known when papers are due, \($0) days before the meeting are counted." },
        municipality: "Municipality",
        lastDay: "Send by",
        standing: "State",
        meetings: "Meetings on the way",
        possible: "Can decide on",
        calendarTo: "Calendar known until",
        endsFirst: "Kind of meeting that ends first",
        sitting: { "\($0), \($1)" },
        makesIt: "makes it",
        isOnlyToday: "makes it if sent today",
        isNoCalendar: "no calendar",
        isNoMeeting: "no meeting in time",
        isTooLate: { "too late, should have been sent on \($0)" },
        isSent: { "sent on \($0), makes it" },
        isSentLate: { "sent on \($0), no meeting in time" },
        isDecided: { "decided on \($0)" },
        gaps: "Calendars that need more",
        gapsText: { "For the plan to hold, the meetings need to be known until \($0)." },
        gapUnknown: { "\($0): no meetings are known of \($1)." },
        gapShort: { "\($0): the calendar of \($1) is known until \($2)." },
        event: { "Last day to send \($0) to \($1)" },
        inForceEvent: { "\($0) is to be in force" },
        formTitle: { "Set the schedule: \($0)" },
        formLead: "From the schedule it is worked out when the proposal must be sent to each municipality.",
        inForceBy: "In force by",
        inForceByHelp: "The day when the new programme needs to apply.",
        route: "Which meetings does the matter pass?",
        routeHelp: "The last of them decides.",
        preparationDays: "Days for the municipality's own preparation",
        preparationHelp: "From when the proposal comes until papers are handed in.",
        mustHaveLegalForce: "The decisions must have legal force",
        legalForceHelp: "Counts adjustment, posting and three weeks for appeals.",
        submit: "Save the schedule",
        done: "The schedule has been set."
    )
}
