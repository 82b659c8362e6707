extension Words {
    /// The pages of bodies and networks.
    struct Organisation: Sendable {
        let title: String
        let proposes: String
        let prepares: String
        let decides: @Sendable (_ body: String) -> String
        let decidesAlone: String
        let carriesOut: String
        let holdsTogether: String
        let notKnown: String
        let notKnownThen: String
        let drawing: String
        let drawingDescription: String
        let proposal: String
        let whoDoesWhat: String
        let part: String
        let deciders: String
        let proposers: String
        let preparers: String
        let holders: String
        let doers: String
        let decidersText: @Sendable (_ body: String) -> String
        let decidersAloneText: String
        let proposersText: String
        let preparersText: String
        let holdersText: String
        let doersText: String
        let steps: String
        let stepProposal: String
        let stepDecision: @Sendable (_ body: String) -> String
        let stepDecisionAlone: String
        let stepInForce: @Sendable (_ count: String) -> String
        let stepInForceAll: String
        let stepCarryOut: String
        let body: String
        let task: String
        let composition: String
        let compositionUnknown: String
        let meetings: String
        let atLeast: @Sendable (_ count: String) -> String
        let worksFor: String
        let municipality: String
        let host: String
        let inferred: String
        let knownSince: String
        let lastSeen: String
        let closed: String
        let closedBodies: String
        let closedSentence: @Sendable (_ name: String, _ period: String) -> String
        let otherBodies: String
        let proposesSentence: @Sendable (_ name: String) -> String
        let preparesSentence: @Sendable (_ name: String) -> String
        let holdsSentence: @Sendable (_ name: String) -> String
        let decidesSentence: @Sendable (_ name: String, _ municipality: String) -> String
        let carriesOutSentence: @Sendable (_ name: String) -> String
        let presidencies: String
        let presidency: String
        let presidencySentence: @Sendable (_ period: String, _ chair: String) -> String
        let presidencyWithVice: @Sendable (_ period: String, _ chair: String, _ vice: String) -> String
        let presidencyNow: String
        let presidencyThen: String
        let presidencyUnknown: String
        let time: String
        let chair: String
        let viceChair: String
        let source: String
        let details: String
        let programmeParts: String
        let programmePartsUnknown: String
        let inEdition: @Sendable (_ edition: String) -> String
        let goalsWithName: String
        let since: @Sendable (_ period: String) -> String
        let arranges: String
        let activities: String
        let activityOf: @Sendable (_ plan: String) -> String
        let sightings: String
        let sightingsText: String
        let networks: String
        let networksSentence: @Sendable (_ count: String) -> String
        let oneNetwork: String
        let networksClosed: String
        let networksText: String
        let networksLatest: @Sendable (_ period: String) -> String
        let noNetworks: String
        let network: String
        let worksWith: String
        let status: String
        let seenNow: String
        let unclear: String
        let unclearText: String
        let seenSentence: @Sendable (_ period: String) -> String
        let lastSeenSentence: @Sendable (_ period: String) -> String
        let lastSeenThen: @Sendable (_ period: String) -> String
        let allNetworks: String
        let worksWithThis: String
        let peers: String
        let peersLink: String
        let ownSize: @Sendable (_ name: String, _ count: String) -> String
        let peersSize: @Sendable (_ count: String, _ least: String, _ most: String) -> String
        let peersSameSize: @Sendable (_ count: String) -> String
        let onePeer: @Sendable (_ count: String) -> String
        let oneOfThem: String
        let peersAgreement: @Sendable (_ some: String) -> String
        let peersAgreementToo: @Sendable (_ some: String) -> String
        let peersText: String
        let noPeers: String
        let peer: String
        let peerMunicipalities: String
        let form: String
        let ratifiedBy: String
        let seats: String
        let rule: String
        let fee: String
        let ownRow: String
        let lastKnownChair: @Sendable (_ chair: String, _ period: String) -> String
        let seatsAndOffices: String
        let hasSeats: @Sendable (_ name: String, _ seats: String) -> String
        let decidesFor: @Sendable (_ name: String) -> String
        let chairOf: String
        let viceChairOf: String
        let hostOf: String
    }
}

extension Words.Organisation {
    static let swedish = Self(
        title: "Organisation",
        proposes: "kommittén föreslår",
        prepares: "ledningsgruppen förbereder",
        decides: { "\($0) i varje kommun beslutar för sig" },
        decidesAlone: "varje kommun beslutar för sig",
        carriesOut: "nätverken genomför",
        holdsTogether: "kansliet håller ihop arbetet",
        notKnown: "Källorna säger inte hur samarbetet är organiserat.",
        notKnownThen: "Källorna säger inte hur samarbetet var organiserat den dagen.",
        drawing: "Så hänger det ihop",
        drawingDescription:
            "Överst står de som beslutar. Under dem står de som föreslår, förbereder, håller ihop och genomför. Pilarna visar hur arbetet går mellan dem. Samma innehåll står som text under bilden.",
        proposal: "förslag till program",
        whoDoesWhat: "Vem gör vad",
        part: "Del",
        deciders: "Beslutar",
        proposers: "Föreslår",
        preparers: "Förbereder",
        holders: "Håller ihop",
        doers: "Genomför",
        decidersText: { "\($0) i varje kommun beslutar för sin egen kommun. Ingen kan besluta åt en annan." },
        decidersAloneText: "Varje kommun beslutar för sig. Ingen kan besluta åt en annan.",
        proposersText: "Kommittén föreslår vad kommunerna ska enas om. Den beslutar inte åt någon kommun.",
        preparersText: "Ledningsgruppen förbereder det som kommittén ska ta upp.",
        holdersText: "Kansliet håller ihop arbetet.",
        doersText: "Nätverken genomför det som kommunerna har enats om.",
        steps: "Så blir ett program till",
        stepProposal: "Kommittén tar fram ett förslag till program.",
        stepDecision: { "\($0) i varje kommun beslutar för sig om att anta programmet." },
        stepDecisionAlone: "Varje kommun beslutar för sig om att anta programmet.",
        stepInForce: { "När alla \($0) har antagit programmet gäller det." },
        stepInForceAll: "När alla har antagit programmet gäller det.",
        stepCarryOut: "Nätverken gör det till planer, med aktiviteter och ansvariga.",
        body: "Organ",
        task: "Uppgift",
        composition: "Vilka som sitter där",
        compositionUnknown: "Källorna säger inte vilka som sitter där.",
        meetings: "Möten per år",
        atLeast: { "minst \($0)" },
        worksFor: "Arbetar åt",
        municipality: "Kommun",
        host: "Värdkommun",
        inferred: "härlett, ingen källa säger det rakt ut",
        knownSince: "Känt sedan",
        lastSeen: "Senast belagt",
        closed: "Avslutat",
        closedBodies: "Avslutade organ",
        closedSentence: { "\($0) avslutades \($1)." },
        otherBodies: "Andra organ",
        proposesSentence: { "\($0) föreslår vad kommunerna ska enas om, men beslutar inte åt någon kommun." },
        preparesSentence: { "\($0) förbereder det som kommittén ska ta upp." },
        holdsSentence: { "\($0) håller ihop arbetet." },
        decidesSentence: { "\($0) beslutar för \($1), och bara för den kommunen." },
        carriesOutSentence: { "\($0) är ett av nätverken som genomför programmet." },
        presidencies: "Ordförandeskap",
        presidency: "Senast kända ordförandeskap",
        presidencySentence: { "Senast kända ordförandeskap: \($0), \($1)." },
        presidencyWithVice: { "Senast kända ordförandeskap: \($0), \($1), med \($2) som vice ordförande." },
        presidencyNow: "Vilken kommun som leder i dag framgår inte av källorna.",
        presidencyThen: "Vilken kommun som ledde den dagen framgår inte av källorna.",
        presidencyUnknown: "Källorna säger inte vilka kommuner som har lett organet.",
        time: "Tid",
        chair: "Ordförande",
        viceChair: "Vice ordförande",
        source: "Källa",
        details: "Det här säger källorna också",
        programmeParts: "Del av programmet",
        programmePartsUnknown: "Källorna säger inte vilken del av programmet det arbetar med.",
        inEdition: { "i \($0)" },
        goalsWithName: "Mål som anger nätverket",
        since: { "sedan \($0)" },
        arranges: "Konferenser som det ordnar",
        activities: "Aktiviteter som det ansvarar för",
        activityOf: { "i \($0)" },
        sightings: "Belägg",
        sightingsText: "Här är de gånger som en källa visar arbetet, den senaste först.",
        networks: "Nätverken",
        networksSentence: { "\($0) nätverk är kända, och det är de som genomför programmet." },
        oneNetwork: "Ett nätverk är känt, och det är det som genomför programmet.",
        networksClosed: "De nätverk som är kända har alla avslutats.",
        networksText: "Listan har de nätverk som källorna nämner. Det kan finnas fler.",
        networksLatest: { "Den senaste källan som visar något av dem är från \($0)." },
        noNetworks: "Källorna nämner inga nätverk.",
        network: "Nätverk",
        worksWith: "Arbetar med",
        status: "Läge",
        seenNow: "Belagt i år",
        unclear: "Oklart",
        unclearText: "Oklart betyder att ingen källa från samma år visar nätverket. Om det finns kvar framgår inte.",
        seenSentence: { "Belagt \($0)." },
        lastSeenSentence: { "Senast belagt \($0). Om nätverket finns kvar i dag framgår inte." },
        lastSeenThen: { "Senast belagt \($0). Om nätverket fanns kvar den dagen framgår inte." },
        allNetworks: "Alla nätverk",
        worksWithThis: "Arbetar med den här delen",
        peers: "Andra samarbeten",
        peersLink: "Jämför med andra samarbeten",
        ownSize: { "\($0) har \($1) kommuner." },
        peersSize: { "De \($0) andra har mellan \($1) och \($2)." },
        peersSameSize: { "De andra har \($0)." },
        onePeer: { "Det andra har \($0)." },
        oneOfThem: "Ett",
        peersAgreement: { "\($0) av dem vilar på ett avtal." },
        peersAgreementToo: { "\($0) av dem vilar på ett avtal, liksom det här samarbetet." },
        peersText: "Överst står det egna samarbetet. Källorna är från olika år, så uppgifterna kan ha ändrats.",
        noPeers: "Källorna har inga andra samarbeten att jämföra med.",
        peer: "Samarbete",
        peerMunicipalities: "Kommuner",
        form: "Form",
        ratifiedBy: "Program antas av",
        seats: "Platser per kommun",
        rule: "Beslutsregel",
        fee: "Avgift",
        ownRow: "det här samarbetet",
        lastKnownChair: { "senast känt: \($0), \($1)" },
        seatsAndOffices: "Platser och uppdrag",
        hasSeats: { "\($0) har \($1) i kommittén." },
        decidesFor: { "För \($0) beslutar" },
        chairOf: "ordförande i",
        viceChairOf: "vice ordförande i",
        hostOf: "värd för"
    )
}

extension Words.Organisation {
    static let english = Self(
        title: "Organisation",
        proposes: "the committee proposes",
        prepares: "the management group prepares",
        decides: { "\($0) of each municipality decides for itself" },
        decidesAlone: "each municipality decides for itself",
        carriesOut: "the networks carry out",
        holdsTogether: "the secretariat holds the work together",
        notKnown: "The sources don't say how the cooperation is organised.",
        notKnownThen: "The sources don't say how the cooperation was organised on that day.",
        drawing: "How it hangs together",
        drawingDescription:
            "Those who decide stand at the top. Below them stand those who propose, prepare, hold together and carry out. The arrows show how the work goes between them. The same content stands as text below the drawing.",
        proposal: "proposed programme",
        whoDoesWhat: "Who does what",
        part: "Part",
        deciders: "Decides",
        proposers: "Proposes",
        preparers: "Prepares",
        holders: "Holds together",
        doers: "Carries out",
        decidersText: { "\($0) of each municipality decides for its own municipality. None can decide for another." },
        decidersAloneText: "Each municipality decides for itself. None can decide for another.",
        proposersText: "The committee proposes what the municipalities are to agree on. It decides for none of them.",
        preparersText: "The management group prepares what the committee is to deal with.",
        holdersText: "The secretariat holds the work together.",
        doersText: "The networks carry out what the municipalities have agreed on.",
        steps: "How a programme comes about",
        stepProposal: "The committee drafts a proposed programme.",
        stepDecision: { "\($0) of each municipality decides for itself whether to adopt the programme." },
        stepDecisionAlone: "Each municipality decides for itself whether to adopt the programme.",
        stepInForce: { "When all \($0) have adopted the programme, it applies." },
        stepInForceAll: "When all have adopted the programme, it applies.",
        stepCarryOut: "The networks turn it into plans, with activities and those responsible.",
        body: "Body",
        task: "Task",
        composition: "Who sits there",
        compositionUnknown: "The sources don't say who sits there.",
        meetings: "Meetings a year",
        atLeast: { "at least \($0)" },
        worksFor: "Works for",
        municipality: "Municipality",
        host: "Host municipality",
        inferred: "inferred, no source says so outright",
        knownSince: "Known since",
        lastSeen: "Last seen",
        closed: "Ended",
        closedBodies: "Bodies that have ended their work",
        closedSentence: { "\($0) ended its work \($1)." },
        otherBodies: "Other bodies",
        proposesSentence: { "\($0) proposes what the municipalities are to agree on, but decides for none of them." },
        preparesSentence: { "\($0) prepares what the committee is to deal with." },
        holdsSentence: { "\($0) holds the work together." },
        decidesSentence: { "\($0) decides for \($1), and for that municipality alone." },
        carriesOutSentence: { "\($0) is one of the networks that carry out the programme." },
        presidencies: "Chairs",
        presidency: "Latest known chair",
        presidencySentence: { "Latest known chair: \($0), \($1)." },
        presidencyWithVice: { "Latest known chair: \($0), \($1), with \($2) as vice chair." },
        presidencyNow: "The sources don't say which municipality is in the chair today.",
        presidencyThen: "The sources don't say which municipality was in the chair on that day.",
        presidencyUnknown: "The sources don't say which municipalities have chaired the body.",
        time: "Time",
        chair: "Chair",
        viceChair: "Vice chair",
        source: "Source",
        details: "What the sources also say",
        programmeParts: "Part of the programme",
        programmePartsUnknown: "The sources don't say which part of the programme it works with.",
        inEdition: { "in \($0)" },
        goalsWithName: "Goals that name the network",
        since: { "since \($0)" },
        arranges: "Conferences that it arranges",
        activities: "Activities that it is responsible for",
        activityOf: { "in \($0)" },
        sightings: "Evidence",
        sightingsText: "These are the times that a source shows the work, the latest first.",
        networks: "The networks",
        networksSentence: { "\($0) networks are known, and they carry out the programme." },
        oneNetwork: "One network is known, and it carries out the programme.",
        networksClosed: "The networks that are known have all ended their work.",
        networksText: "The list has the networks that the sources mention. There may be more.",
        networksLatest: { "The latest source that shows any of them is from \($0)." },
        noNetworks: "The sources mention no networks.",
        network: "Network",
        worksWith: "Works with",
        status: "Status",
        seenNow: "Seen this year",
        unclear: "Unclear",
        unclearText:
            "Unclear means that no source from the same year shows the network. Whether it remains is not stated.",
        seenSentence: { "Seen \($0)." },
        lastSeenSentence: { "Last seen \($0). Whether the network remains today is not stated." },
        lastSeenThen: { "Last seen \($0). Whether the network remained on that day is not stated." },
        allNetworks: "All networks",
        worksWithThis: "Work with this part",
        peers: "Other cooperations",
        peersLink: "Compare with other cooperations",
        ownSize: { "\($0) has \($1) municipalities." },
        peersSize: { "The other \($0) have between \($1) and \($2)." },
        peersSameSize: { "The others have \($0)." },
        onePeer: { "The other has \($0)." },
        oneOfThem: "One",
        peersAgreement: { "\($0) of them rest on an agreement." },
        peersAgreementToo: { "\($0) of them rest on an agreement, as this one does." },
        peersText:
            "This cooperation stands at the top. The sources are from different years, so the facts may have changed.",
        noPeers: "The sources have no other cooperations to compare with.",
        peer: "Cooperation",
        peerMunicipalities: "Municipalities",
        form: "Legal form",
        ratifiedBy: "Programme adopted by",
        seats: "Seats per municipality",
        rule: "Decision rule",
        fee: "Fee",
        ownRow: "this cooperation",
        lastKnownChair: { "latest known: \($0), \($1)" },
        seatsAndOffices: "Seats and offices",
        hasSeats: { "\($0) has \($1) on the committee." },
        decidesFor: { "The decisions of \($0) are made by" },
        chairOf: "chair of",
        viceChairOf: "vice chair of",
        hostOf: "host of"
    )
}
