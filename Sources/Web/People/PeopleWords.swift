extension Words {
    /// The people that the workspace knows, and their accounts.
    struct People: Sendable {
        let title: String
        let lead: @Sendable (_ count: String) -> String
        let none: String
        let add: String
        let newTitle: String
        let newLead: String
        let newSubmit: String
        let newSaved: String
        let name: String
        let mail: String
        let mailHelp: String
        let telephone: String
        let telephoneHelp: String
        let showsName: String
        let showsNameHelp: String
        let editTitle: @Sendable (_ name: String) -> String
        let editSubmit: String
        let seats: String
        let noSeats: String
        let earlierSeats: String
        let account: String
        let accountNone: String
        let accountPassword: String
        let accountNoPassword: String
        let accountFactor: String
        let accountNoFactor: String
        let accountDisabled: String
        let lastSignedIn: @Sendable (_ when: String) -> String
        let neverSignedIn: String
        let makeLink: String
        let makeLinkText: String
        let linkTitle: @Sendable (_ name: String) -> String
        let linkLead: String
        let linkField: String
        let linkWarning: String
        let disable: String
        let enable: String
        let disabled: String
        let enabled: String
        let factorRequest: @Sendable (_ when: String) -> String
        let factorConfirmed: @Sendable (_ count: Int) -> String
        let confirmFactor: String
        let confirmedOnce: String
        let confirmedTwice: String
        let cannotConfirm: String
        let erase: String
        let eraseTitle: @Sendable (_ name: String) -> String
        let eraseLead: String
        let eraseReason: String
        let eraseSubmit: String
        let erased: String
        let stillSeated: String
        let back: String
    }
}

extension Words.People {
    static let swedish = Self(
        title: "Personer och platser",
        lead: { "\($0) personer är inlagda. Uppgifterna syns bara för den som är inloggad." },
        none: "Ingen person är inlagd än.",
        add: "Lägg till en person",
        newTitle: "Lägg till en person",
        newLead: "Skriv bara det som behövs för arbetet. Personnummer sparas aldrig.",
        newSubmit: "Lägg till personen",
        newSaved: "Personen är inlagd. Ge personen en plats inom 90 dagar, annars tas uppgifterna bort.",
        name: "Namn",
        mail: "E-postadress i arbetet",
        mailHelp: "Personen loggar in med den.",
        telephone: "Telefon i arbetet",
        telephoneHelp: "Till exempel 08-123 456 78.",
        showsName: "Namnet får visas för alla på sidan om platsen",
        showsNameHelp: "Gäller förtroendevalda och den som själv har sagt ja.",
        editTitle: { "Ändra uppgifter om \($0)" },
        editSubmit: "Spara uppgifterna",
        seats: "Platser nu och framöver",
        noSeats: "Personen har ingen plats.",
        earlierSeats: "Platser tidigare",
        account: "Inloggning",
        accountNone: "Personen har inget konto än. Skapa en länk så kan personen välja ett lösenord.",
        accountPassword: "Lösenord är valt.",
        accountNoPassword: "Inget lösenord är valt än.",
        accountFactor: "Tvåfaktor är på.",
        accountNoFactor: "Tvåfaktor är av.",
        accountDisabled: "Kontot är stängt. Personen kan inte logga in.",
        lastSignedIn: { "Loggade in senast den \($0)." },
        neverSignedIn: "Har aldrig loggat in.",
        makeLink: "Skapa en länk",
        makeLinkText: "Länken gäller i 15 minuter och fungerar en gång. Den låter personen välja ett nytt lösenord.",
        linkTitle: { "Länk till \($0)" },
        linkLead: "Ge länken till personen och till ingen annan. Den visas bara här och nu.",
        linkField: "Länken",
        linkWarning: "Den som har länken kan välja lösenord. Be personen öppna den medan ni talas vid.",
        disable: "Stäng kontot",
        enable: "Öppna kontot",
        disabled: "Kontot är stängt och personen är utloggad överallt.",
        enabled: "Kontot är öppet.",
        factorRequest: { "Begärde den \($0) att få ställa in en ny app för tvåfaktor." },
        factorConfirmed: { $0 == 0 ? "Ingen har bekräftat än. Två behövs." : "En har bekräftat. En till behövs." },
        confirmFactor: "Bekräfta att det är personen",
        confirmedOnce: "Du har bekräftat. En administratör till behöver bekräfta.",
        confirmedTwice: "Två har bekräftat. Personen ställer in en ny app vid nästa inloggning.",
        cannotConfirm: "Du kan inte bekräfta den här begäran. Du har redan gjort det, eller så är den din egen.",
        erase: "Ta bort personen",
        eraseTitle: { "Ta bort uppgifterna om \($0)" },
        eraseLead: "Namn, adress och telefon raderas för gott, också på äldre sidor. Platsernas historik finns kvar utan namn.",
        eraseReason: "Vilket beslut stöder raderingen?",
        eraseSubmit: "Ta bort uppgifterna",
        erased: "Uppgifterna är borttagna.",
        stillSeated: "Personen har en plats. Byt innehavare på platsen först.",
        back: "Till personen"
    )
}

extension Words.People {
    static let english = Self(
        title: "People and seats",
        lead: { "\($0) people are known. Only those who have signed in can see them." },
        none: "No person is known yet.",
        add: "Add a person",
        newTitle: "Add a person",
        newLead: "Write only what is needed for the work. Personal numbers are never kept.",
        newSubmit: "Add the person",
        newSaved: "The person has been added. Give them a seat within 90 days, or they will be removed.",
        name: "Name",
        mail: "E-mail address at work",
        mailHelp: "The person signs in with it.",
        telephone: "Telephone at work",
        telephoneHelp: "For example 08-123 456 78.",
        showsName: "The name may be shown to everybody where the seat is shown",
        showsNameHelp: "For elected representatives and those who have agreed to it.",
        editTitle: { "Edit what is known of \($0)" },
        editSubmit: "Save",
        seats: "Seats now and ahead",
        noSeats: "The person has no seat.",
        earlierSeats: "Earlier seats",
        account: "Signing in",
        accountNone: "The person has no account yet. Make a link, and the person can choose a password.",
        accountPassword: "A password has been chosen.",
        accountNoPassword: "No password has been chosen yet.",
        accountFactor: "The second factor is on.",
        accountNoFactor: "The second factor is off.",
        accountDisabled: "The account is shut. The person can't sign in.",
        lastSignedIn: { "Last signed in on \($0)." },
        neverSignedIn: "Has never signed in.",
        makeLink: "Make a link",
        makeLinkText: "The link is good for 15 minutes and works once. It lets the person choose a new password.",
        linkTitle: { "A link for \($0)" },
        linkLead: "Give the link to the person and to nobody else. It is shown here and now only.",
        linkField: "The link",
        linkWarning: "Whoever has the link can choose a password. Ask the person to open it while you are talking.",
        disable: "Shut the account",
        enable: "Open the account",
        disabled: "The account is shut, and the person is signed out everywhere.",
        enabled: "The account is open.",
        factorRequest: { "Asked on \($0) to set up a new authenticator." },
        factorConfirmed: { $0 == 0 ? "Nobody has confirmed yet. Two are needed." : "One has confirmed. One more is needed." },
        confirmFactor: "Confirm that it is the person",
        confirmedOnce: "You have confirmed. One more administrator needs to.",
        confirmedTwice: "Two have confirmed. The person sets up a new app when signing in next.",
        cannotConfirm: "You can't confirm this request. You have done so already, or it is your own.",
        erase: "Remove the person",
        eraseTitle: { "Remove what is known of \($0)" },
        eraseLead:
            "Name, address and telephone are erased for good, on earlier pages too. The seats keep their history without the name.",
        eraseReason: "Which decision is the erasure based on?",
        eraseSubmit: "Remove it",
        erased: "It has been removed.",
        stillSeated: "The person holds a seat. Change the holder of the seat first.",
        back: "To the person"
    )
}
