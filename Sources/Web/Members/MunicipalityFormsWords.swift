extension Words {
    /// The forms that change municipalities.
    struct MunicipalityForms: Sendable {
        let new: String
        let newLead: String
        let newSubmit: String
        let created: String
        let editTitle: @Sendable (_ name: String) -> String
        let editLead: String
        let editSubmit: String
        let name: String
        let nameHelp: String
        let nameTaken: @Sendable (_ name: String) -> String
        let officialName: String
        let officialNameHelp: String
        let codeHelp: String
        let county: String
        let countyHelp: String
        let landArea: String
        let landAreaHelp: String
        let membership: String
        let membershipTitle: @Sendable (_ name: String) -> String
        let membershipLead: String
        let what: String
        let join: String
        let joinHelp: String
        let associate: String
        let associateHelp: String
        let leave: String
        let leaveHelp: String
        let membershipSubmit: String
        let membershipSaved: String
        let population: String
        let populationTitle: @Sendable (_ name: String) -> String
        let populationLead: String
        let count: String
        let countDay: String
        let countDayHelp: String
        let basis: String
        let publishedHelp: String
        let derivedHelp: String
        let populationSubmit: String
        let populationSaved: String
        let derivedHow: String
    }
}

extension Words.MunicipalityForms {
    static let swedish = Self(
        new: "Ny kommun",
        newLead: "Kommunen läggs upp i registret. Medlemskapet registrerar du sedan på kommunens sida.",
        newSubmit: "Lägg upp kommunen",
        created: "Kommunen är upplagd. Nu kan du registrera medlemskapet.",
        editTitle: { "Ändra uppgifterna om \($0)" },
        editLead: "Det som stod förut finns kvar i historiken.",
        editSubmit: "Spara ändringen",
        name: "Namn",
        nameHelp: "Som i löpande text, till exempel Haninge.",
        nameTaken: { "Det finns redan en kommun som heter \($0). Ändra den i stället." },
        officialName: "Fullständigt namn",
        officialNameHelp: "Till exempel Haninge kommun.",
        codeHelp: "Fyra siffror, till exempel 0136.",
        county: "Län",
        countyHelp: "Till exempel Stockholms län.",
        landArea: "Landareal i hektar",
        landAreaHelp: "En kvadratkilometer är 100 hektar.",
        membership: "Ändra medlemskapet",
        membershipTitle: { "Medlemskap: \($0)" },
        membershipLead: "Antalet medlemmar ändras från den dag du anger. Äldre sidor visar dem som var med då.",
        what: "Vad har hänt?",
        join: "Kommunen blev medlem",
        joinHelp: "Den beslutar och delar kostnaderna med de andra.",
        associate: "Kommunen började delta i projekt",
        associateHelp: "Den deltar utan att vara medlem.",
        leave: "Kommunen lämnade samarbetet",
        leaveHelp: "Sidan och historiken finns kvar.",
        membershipSubmit: "Registrera",
        membershipSaved: "Ändringen av medlemskapet är registrerad.",
        population: "Lägg till folkmängd",
        populationTitle: { "Folkmängd: \($0)" },
        populationLead: "Finns det redan ett tal för samma dag ersätts det av det här.",
        count: "Antal personer",
        countDay: "Uppgiften gäller den",
        countDayHelp: "Till exempel 2024-12-31. Dagen får inte ligga i framtiden.",
        basis: "Varifrån kommer talet?",
        publishedHelp: "Källan har publicerat just det här talet.",
        derivedHelp: "Talet är räknat fram ur andra. Skriv hur i en anmärkning.",
        populationSubmit: "Lägg till talet",
        populationSaved: "Folkmängden är tillagd.",
        derivedHow: "Skriv i en anmärkning hur talet är räknat fram."
    )
}

extension Words.MunicipalityForms {
    static let english = Self(
        new: "New municipality",
        newLead: "The municipality is set up in the register. You record its membership on its page afterwards.",
        newSubmit: "Set up the municipality",
        created: "The municipality has been set up. Now you can record its membership.",
        editTitle: { "Edit the facts about \($0)" },
        editLead: "What stood here before remains in the history.",
        editSubmit: "Save the change",
        name: "Name",
        nameHelp: "As in running text, for example Haninge.",
        nameTaken: { "There is a municipality named \($0) already. Edit that one instead." },
        officialName: "Name in full",
        officialNameHelp: "As the municipality itself writes it.",
        codeHelp: "Four figures, for example 0136.",
        county: "County",
        countyHelp: "As Statistics Sweden writes it.",
        landArea: "Land area in hectares",
        landAreaHelp: "A square kilometre is 100 hectares.",
        membership: "Change the membership",
        membershipTitle: { "Membership: \($0)" },
        membershipLead: "The number of members changes from the day you give. Older pages show those who were members then.",
        what: "What has happened?",
        join: "The municipality became a member",
        joinHelp: "It decides and shares the costs with the others.",
        associate: "The municipality began to take part in projects",
        associateHelp: "It takes part without being a member.",
        leave: "The municipality left the cooperation",
        leaveHelp: "Its page and its history remain.",
        membershipSubmit: "Record it",
        membershipSaved: "The change of membership is recorded.",
        population: "Add a population figure",
        populationTitle: { "Population: \($0)" },
        populationLead: "If there is a figure for the same day, this one takes its place.",
        count: "Number of people",
        countDay: "The figure is for",
        countDayHelp: "For example 2024-12-31. The day can't be in the future.",
        basis: "Where does the figure come from?",
        publishedHelp: "The source has published this very figure.",
        derivedHelp: "The figure is worked out from others. Write how in a remark.",
        populationSubmit: "Add the figure",
        populationSaved: "The figure has been added.",
        derivedHow: "Write in a remark how the figure was worked out."
    )
}
