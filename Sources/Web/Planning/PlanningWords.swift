extension Words {
    /// The operational plans' pages.
    struct Planning: Sendable {
        let title: String
        let introduction: String
        let latest: @Sendable (_ year: String) -> String
        let none: String
        let noneThen: String
        let onlyDocument: @Sendable (_ years: String) -> String
        let notMentioned: @Sendable (_ years: String) -> String
        let year: String
        let plan: String
        let decidedBy: String
        let date: String
        let exactDate: String
        let activities: String
        let done: String
        let followedUpIn: String
        let noFollowUpKnown: String
        let noReportYet: String
        let hasActivities: @Sendable (_ year: String, _ count: String) -> String
        let hasOneActivity: @Sendable (_ year: String) -> String
        let hasUnknownActivities: @Sendable (_ year: String) -> String
        let followUpIsKnown: String
        let arePlanned: @Sendable (_ count: String, Int) -> String
        let areOngoing: @Sendable (_ count: String, Int) -> String
        let areDone: @Sendable (_ count: String, Int) -> String
        let areDelayed: @Sendable (_ count: String, Int) -> String
        let areCancelled: @Sendable (_ count: String, Int) -> String
        let areNotReported: @Sendable (_ count: String, Int) -> String
        let asReported: @Sendable (_ counts: String) -> String
        let nothingReported: String
        let doneIsNotEffect: String
        let statusPlanned: String
        let statusOngoing: String
        let statusDone: String
        let statusDelayed: String
        let statusCancelled: String
        let statusNotReported: String
        let forTheCooperation: String
        let forTheCooperationIntroduction: String
        let forHiddenPart: String
        let forHiddenPartIntroduction: String
        let nothingHere: String
        let activity: String
        let part: String
        let status: String
        let statusAsReported: String
        let count: String
        let outcome: String
        let reported: String
        let reportedWhen: @Sendable (_ period: String) -> String
        let responsible: String
        let earlierReports: String
        let edition: String
        let document: String
        let budget: String
        let kronor: @Sendable (_ amount: String) -> String
        let followUp: @Sendable (_ year: String) -> String
        let followedUpWhen: @Sendable (_ period: String) -> String
        let followedUpWhenIn: @Sendable (_ period: String) -> String
        let noFollowUp: String
        let details: String
        let otherYears: String
        let inPlans: String
    }
}

extension Words.Planning {
    static let swedish = Self(
        title: "Verksamhetsplaner",
        introduction: "En plan säger vad kommunerna ska göra under ett år för att nå målen i programmet.",
        latest: { "Den senaste kända planen gäller \($0)." },
        none: "Ingen plan är införd.",
        noneThen: "Den dagen fanns ingen plan enligt källorna.",
        onlyDocument: { "För \($0) är bara dokumentet känt. Källorna säger inte vad som står i planen." },
        notMentioned: { "Källorna nämner ingen plan för \($0)." },
        year: "År",
        plan: "Plan",
        decidedBy: "Beslutad av",
        date: "Datum",
        exactDate: "Datum (ISO 8601)",
        activities: "Aktiviteter",
        done: "Klara",
        followedUpIn: "Uppföljd i",
        noFollowUpKnown: "ingen uppföljning är känd",
        noReportYet: "ingen rapport är känd",
        hasActivities: { "Planen för \($0) har \($1) aktiviteter." },
        hasOneActivity: { "Planen för \($0) har en aktivitet." },
        hasUnknownActivities: { "Källorna säger inte vad planen för \($0) innehåller." },
        followUpIsKnown: "Vad som blev gjort står i uppföljningen.",
        arePlanned: { $1 == 1 ? "\($0) är planerad" : "\($0) är planerade" },
        areOngoing: { count, _ in "\(count) pågår" },
        areDone: { $1 == 1 ? "\($0) är genomförd" : "\($0) är genomförda" },
        areDelayed: { $1 == 1 ? "\($0) är försenad" : "\($0) är försenade" },
        areCancelled: { $1 == 1 ? "\($0) är inställd" : "\($0) är inställda" },
        areNotReported: { $1 == 1 ? "\($0) är inte rapporterad" : "\($0) är inte rapporterade" },
        asReported: { "\($0) enligt den senaste rapporten." },
        nothingReported: "Hur det har gått är inte rapporterat än.",
        doneIsNotEffect: "Att en aktivitet är klar säger inte vad den gav.",
        statusPlanned: "Planerad",
        statusOngoing: "Pågår",
        statusDone: "Klar",
        statusDelayed: "Försenad",
        statusCancelled: "Inställd",
        statusNotReported: "Ingen rapport",
        forTheCooperation: "För samarbetet som sådant",
        forTheCooperationIntroduction: "De här aktiviteterna hör inte till ett visst mål i programmet.",
        forHiddenPart: "Andra delar av programmet",
        forHiddenPartIntroduction: "Den del av programmet som de här aktiviteterna hör till visas inte.",
        nothingHere: "Planen har ingen känd aktivitet här.",
        activity: "Aktivitet",
        part: "Del av programmet",
        status: "Läge",
        statusAsReported: "Läge enligt senaste rapport",
        count: "Antal",
        outcome: "Vad det blev",
        reported: "Rapporterat",
        reportedWhen: { "Rapporterat \($0)" },
        responsible: "Ansvarig",
        earlierReports: "Tidigare rapporter",
        edition: "Program",
        document: "Dokument",
        budget: "Budget",
        kronor: { "\($0) kronor" },
        followUp: { "Så gick det \($0)" },
        followedUpWhen: { "Uppföljt \($0)." },
        followedUpWhenIn: { "Uppföljt \($0) i" },
        noFollowUp: "Källorna nämner ingen uppföljning av året.",
        details: "Det här är känt om planen",
        otherYears: "Andra år",
        inPlans: "Aktiviteter i verksamhetsplanerna"
    )
}

extension Words.Planning {
    static let english = Self(
        title: "Operational plans",
        introduction: "A plan says what the municipalities are to do in a year to reach the goals of the programme.",
        latest: { "The latest plan that is known is for \($0)." },
        none: "No plan has been recorded.",
        noneThen: "According to the sources there was no plan on that day.",
        onlyDocument: { "For \($0) only the document is known. The sources don't say what the plan contains." },
        notMentioned: { "The sources mention no plan for \($0)." },
        year: "Year",
        plan: "Plan title",
        decidedBy: "Decided by",
        date: "Date",
        exactDate: "Date (ISO 8601)",
        activities: "Activities",
        done: "Completed",
        followedUpIn: "Followed up in",
        noFollowUpKnown: "no follow-up is known",
        noReportYet: "no report is known",
        hasActivities: { "The plan for \($0) has \($1) activities." },
        hasOneActivity: { "The plan for \($0) has one activity." },
        hasUnknownActivities: { "The sources don't say what the plan for \($0) contains." },
        followUpIsKnown: "What was done stands in the follow-up.",
        arePlanned: { $1 == 1 ? "\($0) is planned" : "\($0) are planned" },
        areOngoing: { $1 == 1 ? "\($0) is ongoing" : "\($0) are ongoing" },
        areDone: { $1 == 1 ? "\($0) has been carried out" : "\($0) have been carried out" },
        areDelayed: { $1 == 1 ? "\($0) is delayed" : "\($0) are delayed" },
        areCancelled: { $1 == 1 ? "\($0) has been cancelled" : "\($0) have been cancelled" },
        areNotReported: { $1 == 1 ? "\($0) has not been reported" : "\($0) have not been reported" },
        asReported: { "\($0), according to the latest report." },
        nothingReported: "How they have gone has not been reported yet.",
        doneIsNotEffect: "That an activity is completed does not say what it achieved.",
        statusPlanned: "Planned",
        statusOngoing: "Ongoing",
        statusDone: "Completed",
        statusDelayed: "Delayed",
        statusCancelled: "Cancelled",
        statusNotReported: "No report",
        forTheCooperation: "For the cooperation as such",
        forTheCooperationIntroduction: "These activities belong to no goal of the programme in particular.",
        forHiddenPart: "Other parts of the programme",
        forHiddenPartIntroduction: "The part of the programme that these activities belong to is not shown.",
        nothingHere: "The plan has no known activity here.",
        activity: "Activity",
        part: "Part of the programme",
        status: "Status",
        statusAsReported: "Status as last reported",
        count: "Number",
        outcome: "What came of it",
        reported: "Reported",
        reportedWhen: { "Reported \($0)" },
        responsible: "Responsible",
        earlierReports: "Earlier reports",
        edition: "Programme",
        document: "Document",
        budget: "The year’s budget",
        kronor: { "SEK \($0)" },
        followUp: { "How \($0) went" },
        followedUpWhen: { "Followed up \($0)." },
        followedUpWhenIn: { "Followed up \($0) in" },
        noFollowUp: "The sources mention no follow-up of the year.",
        details: "What is known of the plan",
        otherYears: "Other years",
        inPlans: "Activities in the operational plans"
    )
}
