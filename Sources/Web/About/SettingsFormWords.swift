extension Words {
    /// The form of what the cooperation has agreed about itself.
    struct SettingsForm: Sendable {
        let title: String
        let lead: String
        let submit: String
        let name: String
        let nameHelp: String
        let calledName: String
        let calledNameHelp: String
        let shortName: String
        let shortNameHelp: String
        let description: String
        let descriptionHelp: String
        let ratifyingBody: String
        let ratifyingBodyHelp: String
        let seats: String
        let measuresInStudy: String
        let measuresInStudyHelp: @Sendable (_ usual: String) -> String
        let levels: String
        let levelsHelp: String
        let costs: String
        let costsNotAgreed: String
        let costsEqual: String
        let costsByPopulation: String
        let costsFixed: String
        let shares: String
        let sharesHelp: String
        let sharesElsewhere: String
        let shareUnreadable: @Sendable (_ line: String) -> String
    }
}

extension Words.SettingsForm {
    static let swedish = Self(
        title: "Ändra uppgifterna om samarbetet",
        lead: "Här står det kommunerna har kommit överens om. Det som stod förut finns kvar i historiken.",
        submit: "Spara ändringen",
        name: "Samarbetets namn",
        nameHelp: "Det fullständiga namnet. Det står överst på varje sida.",
        calledName: "Namn i löpande text",
        calledNameHelp: "I bestämd form, som i ”webbplatsen sköts av Södertörnssamarbetet”.",
        shortName: "Kort namn",
        shortNameHelp: "Till rubriker där det är ont om plats.",
        description: "Vad samarbetet är",
        descriptionHelp: "Några meningar för den som inte känner till det.",
        ratifyingBody: "Vem antar ett program i varje kommun?",
        ratifyingBodyHelp: "I bestämd form, till exempel kommunstyrelsen.",
        seats: "Platser per kommun i kommittén",
        measuresInStudy: "Högsta antal mått i en jämförelsestudie",
        measuresInStudyHelp: { "Lämna tomt för \($0), som gäller när inget annat är bestämt." },
        levels: "Vad heter nivåerna i ett program?",
        levelsHelp: "Den översta först, en på varje rad. En ny utgåva börjar med dem. De utgåvor som finns ändras inte.",
        costs: "Hur delar kommunerna på kostnaderna?",
        costsNotAgreed: "Det är inte bestämt, eller framgår inte",
        costsEqual: "Lika",
        costsByPopulation: "Efter folkmängd",
        costsFixed: "Med fasta andelar",
        shares: "Fasta andelar i procent",
        sharesHelp: "En kommun på varje rad, till exempel Haninge 12,5. Fylls i bara när andelarna är fasta.",
        sharesElsewhere: "Andelar kan bara skrivas när kommunerna har fasta andelar. Välj det ovanför, eller ta bort andelarna.",
        shareUnreadable: {
            "Raden ”\($0)” går inte att läsa. Skriv en kommun som finns i registret och procent med högst en decimal, som Haninge 12,5."
        }
    )
}

extension Words.SettingsForm {
    static let english = Self(
        title: "Edit the facts about the cooperation",
        lead: "This is what the municipalities have agreed. What stood here before remains in the history.",
        submit: "Save the change",
        name: "The cooperation's name",
        nameHelp: "The name in full. It stands at the top of each page.",
        calledName: "Name in running text",
        calledNameHelp: "In Swedish, in definite form.",
        shortName: "Short name",
        shortNameHelp: "For headings where there is little room.",
        description: "What the cooperation is",
        descriptionHelp: "A few sentences for those who don't know it.",
        ratifyingBody: "Who adopts a programme in each municipality?",
        ratifyingBodyHelp: "In Swedish, in definite form.",
        seats: "Seats on the committee for each municipality",
        measuresInStudy: "The most measures in a comparison study",
        measuresInStudyHelp: { "Leave it empty for \($0), which applies when nothing else is agreed." },
        levels: "What are the levels of a programme called?",
        levelsHelp: "The topmost first, one on each line. A new edition begins with them. Those that exist stay as they are.",
        costs: "How do the municipalities share the costs?",
        costsNotAgreed: "It has not been agreed, or isn't known",
        costsEqual: "Equally",
        costsByPopulation: "By population",
        costsFixed: "In fixed shares",
        shares: "Fixed shares in per cent",
        sharesHelp: "One municipality on each line, for example Haninge 12.5. Only when the shares are fixed.",
        sharesElsewhere: "Shares can only be written when they are fixed. Choose that above, or remove the shares.",
        shareUnreadable: {
            "The line “\($0)” can't be read. Write a municipality of the register and per cent with at most one decimal, as Haninge 12.5."
        }
    )
}
