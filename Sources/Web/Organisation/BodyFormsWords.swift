extension Words {
    /// The forms that change bodies and networks.
    struct BodyForms: Sendable {
        let newBody: String
        let newBodyLead: String
        let newBodySubmit: String
        let newNetwork: String
        let newNetworkLead: String
        let newNetworkSubmit: String
        let created: String
        let editTitle: @Sendable (_ name: String) -> String
        let editLead: String
        let editSubmit: String
        let resume: String
        let resumeTitle: @Sendable (_ name: String) -> String
        let resumeLead: String
        let resumeSubmit: String
        let resumed: String
        let close: String
        let closeTitle: @Sendable (_ name: String) -> String
        let closeLead: String
        let closeSubmit: String
        let closeSaved: String
        let closeDay: String
        let isClosed: @Sendable (_ name: String) -> String
        let closedMeanwhile: String
        let openMeanwhile: String
        let kind: String
        let committee: String
        let managementGroup: String
        let secretariat: String
        let ratifyingBody: String
        let name: String
        let nameHelp: String
        let nameTaken: @Sendable (_ name: String) -> String
        let nameWithoutLetters: String
        let composition: String
        let meetings: String
        let hostHelp: String
        let sponsor: String
        let sponsorHelp: String
        let details: String
        let detailsHelp: String
        let missing: String
        let missingHelp: String
        let remarks: String
        let remarksHelp: String
        let sources: String
        let sourcesHelp: String
        let afterThis: @Sendable (_ day: String) -> String
        let presidencyTitle: @Sendable (_ name: String) -> String
        let presidencyLead: String
        let presidencySubmit: String
        let presidencySaved: String
        let presidencyDay: String
        let assignTitle: @Sendable (_ name: String) -> String
        let assignLead: @Sendable (_ edition: String) -> String
        let assignPart: String
        let assignSubmit: String
        let assigned: String
        let noEdition: String
        let assignmentsNow: String
        let noAssignments: String
        let endAssignment: String
        let endTitle: @Sendable (_ name: String, _ part: String) -> String
        let endLead: String
        let endDay: String
        let endReason: String
        let endReasonHelp: String
        let endSubmit: String
        let endSaved: String
    }
}

extension Words.BodyForms {
    static let swedish = Self(
        newBody: "Nytt organ",
        newBodyLead: "Fyll i det du vet nu. Resten kan du fylla i senare.",
        newBodySubmit: "Lägg upp organet",
        newNetwork: "Nytt nätverk",
        newNetworkLead: "Fyll i det du vet nu. Platserna och delen av programmet lägger du till sedan.",
        newNetworkSubmit: "Lägg upp nätverket",
        created: "Det är upplagt. Nu kan du lägga upp platserna.",
        editTitle: { "Ändra uppgifterna om \($0)" },
        editLead: "Det som stod förut finns kvar i historiken.",
        editSubmit: "Spara ändringen",
        resume: "Ta upp arbetet igen",
        resumeTitle: { "Ta upp arbetet igen: \($0)" },
        resumeLead: "Kontrollera uppgifterna. Platserna lägger du upp på nytt efteråt.",
        resumeSubmit: "Ta upp arbetet igen",
        resumed: "Det är registrerat att arbetet har tagits upp igen.",
        close: "Avsluta arbetet",
        closeTitle: { "Avsluta arbetet: \($0)" },
        closeLead:
            "Sidan och historiken finns kvar. De som har platser här har dem inte längre. Arbetet kan tas upp igen senare.",
        closeSubmit: "Avsluta arbetet",
        closeSaved: "Det är registrerat att arbetet är avslutat.",
        closeDay: "Avslutat från",
        isClosed: { "\($0) har avslutat sitt arbete. Ta upp arbetet igen innan du ändrar något." },
        closedMeanwhile: "Någon avslutade arbetet efter att du öppnade formuläret. Ta upp arbetet igen innan du ändrar något.",
        openMeanwhile: "Någon annan har redan tagit upp arbetet igen. Gå till sidan och välj Ändra.",
        kind: "Vad gör det?",
        committee: "Kommitté",
        managementGroup: "Ledningsgrupp",
        secretariat: "Kansli",
        ratifyingBody: "Beslutar för en kommun",
        name: "Namn",
        nameHelp: "Adressen till sidan görs av namnet och ändras inte om namnet ändras.",
        nameTaken: { "Det finns redan ett organ som heter \($0). Ändra det i stället, eller välj ett annat namn." },
        nameWithoutLetters: "Skriv ett namn med minst en bokstav eller siffra.",
        composition: "Vilka sitter där?",
        meetings: "Minsta antal möten per år",
        hostHelp: "Lämna tomt om ingen källa säger det.",
        sponsor: "Kommun vars direktör för nätverkets talan",
        sponsorHelp: "Den kommundirektör som tar upp nätverkets frågor i ledningsgruppen.",
        details: "Mer som källorna säger",
        detailsHelp: "En uppgift på varje rad. En rad som du ändrar behåller sina källor.",
        missing: "Det här lämnar källorna öppet",
        missingHelp: "En sak på varje rad.",
        remarks: "Anmärkningar",
        remarksHelp: "En anmärkning på varje rad. De visas för alla. Skriv inga namn på personer.",
        sources: "Källor",
        sourcesHelp: "En webbadress eller namnet på en handling på varje rad.",
        afterThis: { "Uppgifterna ändrades senast den \($0). Välj den dagen eller en senare." },
        presidencyTitle: { "Registrera ordförande: \($0)" },
        presidencyLead: "Ordförandeskapet gäller tills nästa registreras. De tidigare finns kvar i tabellen.",
        presidencySubmit: "Registrera valet",
        presidencySaved: "Valet är registrerat.",
        presidencyDay: "Ordförande från",
        assignTitle: { "Del av programmet: \($0)" },
        assignLead: { "Välj en del av \($0) som organet ska arbeta med." },
        assignPart: "Del av programmet",
        assignSubmit: "Lägg till uppdraget",
        assigned: "Uppdraget är tillagt.",
        noEdition: "Inget program gäller just nu, så det finns ingen del att välja.",
        assignmentsNow: "Uppdrag nu",
        noAssignments: "Inga uppdrag är registrerade.",
        endAssignment: "Avsluta uppdraget",
        endTitle: { "\($0) slutar arbeta med \($1)" },
        endLead: "Uppdraget finns kvar i historiken och på sidan för tidigare dagar.",
        endDay: "Arbetar inte med det från",
        endReason: "Varför?",
        endReasonHelp: "Visas för alla. Skriv inga personuppgifter.",
        endSubmit: "Avsluta uppdraget",
        endSaved: "Uppdraget är avslutat."
    )
}

extension Words.BodyForms {
    static let english = Self(
        newBody: "New body",
        newBodyLead: "Fill in what you know now. The rest can be filled in later.",
        newBodySubmit: "Set up the body",
        newNetwork: "New network",
        newNetworkLead: "Fill in what you know now. You add the seats and the part of the programme afterwards.",
        newNetworkSubmit: "Set up the network",
        created: "It has been set up. Now you can set up its seats.",
        editTitle: { "Edit the facts about \($0)" },
        editLead: "What stood here before remains in the history.",
        editSubmit: "Save the change",
        resume: "Take up the work again",
        resumeTitle: { "Take up the work again: \($0)" },
        resumeLead: "See that the facts are right. You set up the seats anew afterwards.",
        resumeSubmit: "Take up the work again",
        resumed: "It is recorded that the work has been taken up again.",
        close: "End the work",
        closeTitle: { "End the work: \($0)" },
        closeLead:
            "The page and its history remain. Those who have seats here have them no longer. The work can be taken up again later.",
        closeSubmit: "End the work",
        closeSaved: "It is recorded that the work has ended.",
        closeDay: "Ended from",
        isClosed: { "\($0) has ended its work. Take the work up again before you change anything." },
        closedMeanwhile: "Somebody ended the work after you opened the form. Take it up again before you change anything.",
        openMeanwhile: "Somebody else has taken up the work already. Go to the page and choose Edit.",
        kind: "What does it do?",
        committee: "Committee",
        managementGroup: "Management group",
        secretariat: "Secretariat",
        ratifyingBody: "Decides for a municipality",
        name: "Name",
        nameHelp: "The address of the page is made of the name, and stays if the name changes.",
        nameTaken: { "There is a body named \($0) already. Edit that one instead, or choose another name." },
        nameWithoutLetters: "Write a name with at least one letter or figure.",
        composition: "Who sits there?",
        meetings: "Fewest meetings a year",
        hostHelp: "Leave it empty if no source says so.",
        sponsor: "Municipality whose chief executive speaks for it",
        sponsorHelp: "The chief executive who takes the network's matters to the management group.",
        details: "More that the sources say",
        detailsHelp: "One fact on each line. A line that you change keeps its sources.",
        missing: "What the sources leave open",
        missingHelp: "One thing on each line.",
        remarks: "Remarks",
        remarksHelp: "One remark on each line. They are shown to everybody. Don't write the names of persons.",
        sources: "Sources",
        sourcesHelp: "A web address or the name of a document on each line.",
        afterThis: { "The facts were last changed on \($0). Choose that day or a later one." },
        presidencyTitle: { "Record the chair: \($0)" },
        presidencyLead: "The chair holds until the next one is recorded. Earlier ones remain in the table.",
        presidencySubmit: "Record the choice",
        presidencySaved: "The choice is recorded.",
        presidencyDay: "Chair from",
        assignTitle: { "Part of the programme: \($0)" },
        assignLead: { "Choose a part of \($0) that the body is to work with." },
        assignPart: "Part of the programme",
        assignSubmit: "Add the assignment",
        assigned: "The assignment has been added.",
        noEdition: "No programme is in force just now, so there is no part to choose.",
        assignmentsNow: "Assignments now",
        noAssignments: "No assignments have been recorded.",
        endAssignment: "End the assignment",
        endTitle: { "\($0) ceases to work with \($1)" },
        endLead: "The assignment remains in the history, and on the page as of earlier days.",
        endDay: "Does not work with it from",
        endReason: "Why?",
        endReasonHelp: "Shown to everybody. Don't write anything about persons.",
        endSubmit: "End the assignment",
        endSaved: "The assignment has ended."
    )
}
