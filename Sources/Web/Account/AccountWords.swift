extension Words {
    /// One's own account, and others' for those who keep them.
    struct Account: Sendable {
        let title: String
        let lead: String
        let password: String
        let changePassword: String
        let factor: String
        let factorOn: @Sendable (_ left: String) -> String
        let factorOff: String
        let setUpFactor: String
        let newCodes: String
        let sessions: String
        let sessionsLead: String
        let thisBrowser: String
        let lastSeen: @Sendable (_ when: String) -> String
        let end: String
        let endOthers: String
        let ended: String
        let me: String
        let meText: String
        let name: String
        let mail: String
        let telephone: String
    }
}

extension Words.Account {
    static let swedish = Self(
        title: "Ditt konto",
        lead: "Lösenord, tvåfaktor och var du är inloggad.",
        password: "Lösenord",
        changePassword: "Byt lösenord",
        factor: "Tvåfaktor",
        factorOn: { "Tvåfaktor är på. Du har \($0) reservkoder kvar." },
        factorOff: "Tvåfaktor är av.",
        setUpFactor: "Slå på tvåfaktor",
        newCodes: "Skapa nya reservkoder",
        sessions: "Där du är inloggad",
        sessionsLead: "Känner du inte igen en rad: logga ut den och byt lösenord.",
        thisBrowser: "den här webbläsaren",
        lastSeen: { "Användes senast den \($0)." },
        end: "Logga ut där",
        endOthers: "Logga ut överallt utom här",
        ended: "Där är du nu utloggad.",
        me: "Det som sparas om dig",
        meText: "Uppgifterna tas bort två år efter din sista dag på en plats. Be kansliet om något är fel.",
        name: "Namn",
        mail: "E-post",
        telephone: "Telefon"
    )
}

extension Words.Account {
    static let english = Self(
        title: "Your account",
        lead: "Password, second factor and where you are signed in.",
        password: "Password",
        changePassword: "Change the password",
        factor: "Second factor",
        factorOn: { "The second factor is on. You have \($0) recovery codes left." },
        factorOff: "The second factor is off.",
        setUpFactor: "Turn on the second factor",
        newCodes: "Make new recovery codes",
        sessions: "Where you are signed in",
        sessionsLead: "If you don't know one of them: sign it out and change your password.",
        thisBrowser: "this browser",
        lastSeen: { "Last used on \($0)." },
        end: "Sign out there",
        endOthers: "Sign out everywhere but here",
        ended: "You are now signed out there.",
        me: "What is kept about you",
        meText: "It is removed two years after your last day in a seat. Ask the secretariat if something is wrong.",
        name: "Name",
        mail: "E-mail",
        telephone: "Telephone"
    )
}
