extension Words {
    /// Signing in, the second factor, and what to do when something is lost.
    struct SignIn: Sendable {
        let title: String
        let lead: String
        let mail: String
        let password: String
        let submit: String
        let help: String
        let helpText: [String]
        let wrong: String
        let tooMany: @Sendable (_ time: String) -> String
        let minutes: @Sendable (_ count: Int) -> String
        let seconds: @Sendable (_ count: Int) -> String
        let busy: String
        let storage: String
        let ended: String
        let endedDraft: String
        let signOut: String
        let signedOut: String
        let factorTitle: String
        let factorLead: String
        let code: String
        let codeHelp: String
        let confirm: String
        let codeWrong: String
        let lost: String
        let lostText: String
        let askForNew: String
        let asked: String
        let askedText: String
        let freshTitle: String
        let freshLead: String
        let enrolTitle: String
        let enrolLead: String
        let enrolSteps: [String]
        let enrolImage: String
        let enrolKey: String
        let enrolOpen: String
        let enrolSubmit: String
        let codesTitle: String
        let codesLead: String
        let codesGo: String
        let passwordTitle: String
        let passwordLead: String
        let passwordCurrent: String
        let passwordNew: String
        let passwordNewHelp: String
        let passwordSubmit: String
        let passwordSaved: String
        let tooShort: @Sendable (_ least: String) -> String
        let tooLong: String
        let tooCommon: String
        let containsMail: String
        let wrongCurrent: String
        let sameAsBefore: String
        let linkTitle: String
        let linkLead: String
        let linkSubmit: String
        let linkUsed: String
        let linkExpired: String
        let linkElsewhere: String
        let linkUnknown: String
        let linkHelp: String
        let notNow: String
    }
}

extension Words.SignIn {
    static let swedish = Self(
        title: "Logga in",
        lead: "För den som arbetar i samarbetet. Allt annat på webbplatsen kan du läsa utan att logga in.",
        mail: "E-postadress",
        password: "Lösenord",
        submit: "Logga in",
        help: "Kommer du inte in?",
        helpText: [
            "Be kansliet eller din systemadministratör om en ny länk. Med den väljer du ett nytt lösenord.",
            "Länken gäller i 15 minuter och fungerar en gång.",
        ],
        wrong: "E-postadressen och lösenordet hör inte ihop. Kontrollera båda och försök igen.",
        tooMany: { "För många försök. Vänta \($0) och försök sedan igen." },
        minutes: { $0 == 1 ? "en minut" : "\($0) minuter" },
        seconds: { $0 == 1 ? "en sekund" : "\($0) sekunder" },
        busy: "Många loggar in just nu. Försök igen om en liten stund.",
        storage: "Inloggningen fungerar inte just nu. Ingenting har ändrats. Försök igen om en stund.",
        ended: "Du har varit borta en stund och är utloggad. Logga in igen för att fortsätta där du var.",
        endedDraft: "Du har varit borta en stund och är utloggad. Det du skrev är sparat. Logga in igen så finns det kvar.",
        signOut: "Logga ut",
        signedOut: "Du är utloggad.",
        factorTitle: "Ange koden från din app",
        factorLead: "Öppna appen för tvåfaktor i din telefon. Skriv de sex siffror som visas för Samverka.",
        code: "Kod",
        codeHelp: "Sex siffror. Har du inte telefonen kan du skriva en av dina reservkoder.",
        confirm: "Bekräfta koden",
        codeWrong: "Koden stämmer inte, eller är redan använd. Vänta på nästa kod i appen och skriv den.",
        lost: "Har du varken telefonen eller någon reservkod?",
        lostText:
            "Begär att få ställa in en ny app. Två administratörer ska först bekräfta att det är du som frågar. Ring gärna kansliet.",
        askForNew: "Begär en ny app",
        asked: "Din begäran är sparad",
        askedText: "När två administratörer har bekräftat loggar du in som vanligt och ställer in appen på nytt.",
        freshTitle: "Bekräfta att det är du",
        freshLead: "Det du ska göra är känsligt. Ange en ny kod från din app innan du går vidare.",
        enrolTitle: "Ställ in tvåfaktor",
        enrolLead: "Din plats kräver en kod från telefonen utöver lösenordet. Det tar ett par minuter och görs en gång.",
        enrolSteps: [
            "Öppna en app för tvåfaktor i telefonen, till exempel den som din kommun använder.",
            "Läs av bilden med appen. Läser du sidan i telefonen kan du öppna appen med länken i stället, eller skriva in nyckeln.",
            "Skriv den kod på sex siffror som appen visar.",
        ],
        enrolImage: "Bild som appen för tvåfaktor läser av. Samma innehåll står som nyckel bredvid.",
        enrolKey: "Nyckel att skriva in",
        enrolOpen: "Öppna appen",
        enrolSubmit: "Slå på tvåfaktor",
        codesTitle: "Spara dina reservkoder",
        codesLead:
            "Med en reservkod kommer du in om telefonen är borta. Varje kod fungerar en gång. De visas bara nu, så skriv ut dem eller lägg dem där bara du kommer åt dem.",
        codesGo: "Jag har sparat koderna",
        passwordTitle: "Välj lösenord",
        passwordLead: "Några ord i rad är lätta att minnas och svåra att gissa.",
        passwordCurrent: "Lösenordet du har nu",
        passwordNew: "Nytt lösenord",
        passwordNewHelp: "Minst 12 tecken. Mellanslag, å, ä och ö går bra.",
        passwordSubmit: "Spara lösenordet",
        passwordSaved: "Lösenordet är sparat. Andra webbläsare där du var inloggad är utloggade.",
        tooShort: { "Lösenordet är för kort. Skriv minst \($0) tecken, gärna flera ord." },
        tooLong: "Lösenordet är för långt. Skriv högst 200 tecken.",
        tooCommon: "Det lösenordet är lätt att gissa. Välj ett annat, gärna flera ord.",
        containsMail: "Lösenordet får inte innehålla ditt namn eller din adress. Välj ett annat.",
        wrongCurrent: "Lösenordet du har nu stämmer inte. Skriv det igen.",
        sameAsBefore: "Det är samma lösenord som förut. Välj ett annat.",
        linkTitle: "Välkommen",
        linkLead: "Länken är din och fungerar en gång. Fortsätt för att välja ett lösenord.",
        linkSubmit: "Fortsätt",
        linkUsed: "Länken är redan använd. Be den som gav dig länken om en ny.",
        linkExpired: "Länken gäller inte längre. Be den som gav dig länken om en ny.",
        linkElsewhere: "Länken är redan öppnad i en annan webbläsare. Fortsätt där, eller be om en ny länk.",
        linkUnknown: "Länken stämmer inte. Kontrollera att hela adressen kom med, eller be om en ny.",
        linkHelp: "Länken fungerar inte",
        notNow: "Det går inte att göra just nu. Logga in på nytt och försök igen."
    )
}

extension Words.SignIn {
    static let english = Self(
        title: "Sign in",
        lead: "For those who work in the cooperation. Everything else on the site can be read without signing in.",
        mail: "E-mail address",
        password: "Password",
        submit: "Sign in",
        help: "Can't get in?",
        helpText: [
            "Ask the secretariat or your system administrator for a new link. With it you choose a new password.",
            "The link is good for 15 minutes and works once.",
        ],
        wrong: "The address and the password don't belong together. Check both and try again.",
        tooMany: { "Too many attempts. Wait \($0) and try again." },
        minutes: { $0 == 1 ? "one minute" : "\($0) minutes" },
        seconds: { $0 == 1 ? "one second" : "\($0) seconds" },
        busy: "Many are signing in just now. Try again in a little while.",
        storage: "Signing in doesn't work just now. Nothing has been changed. Try again in a while.",
        ended: "You have been away for a while and are signed out. Sign in again to go on where you were.",
        endedDraft: "You have been away for a while and are signed out. What you wrote is saved. Sign in again and it is there.",
        signOut: "Sign out",
        signedOut: "You are signed out.",
        factorTitle: "Give the code from your app",
        factorLead: "Open the authenticator on your telephone. Write the six figures that it shows for Samverka.",
        code: "Code",
        codeHelp: "Six figures. Without the telephone you can write one of your recovery codes.",
        confirm: "Confirm the code",
        codeWrong: "The code is wrong, or has been used. Wait for the next one in the app and write that.",
        lost: "Do you have neither the telephone nor a recovery code?",
        lostText:
            "Ask to set up a new app. Two administrators must first confirm that it is you who ask. You may also call the secretariat.",
        askForNew: "Ask for a new app",
        asked: "Your request is saved",
        askedText: "When two administrators have confirmed, you sign in as usual and set up the app anew.",
        freshTitle: "Confirm that it is you",
        freshLead: "What you are about to do is sensitive. Give a new code from your app before you go on.",
        enrolTitle: "Set up a second factor",
        enrolLead: "Your seat requires a code from the telephone beside the password. It takes a few minutes and is done once.",
        enrolSteps: [
            "Open an authenticator on your telephone, for example the one your municipality uses.",
            "Read the picture with the app. If you read this on the telephone you can open the app by the link instead, or type the key.",
            "Write the code of six figures that the app shows.",
        ],
        enrolImage: "A picture that the authenticator reads. The same content stands as a key beside it.",
        enrolKey: "Key to type in",
        enrolOpen: "Open the app",
        enrolSubmit: "Turn on the second factor",
        codesTitle: "Save your recovery codes",
        codesLead:
            "With a recovery code you get in when the telephone is gone. Each code works once. They are shown only now, so print them or put them where only you can reach them.",
        codesGo: "I have saved the codes",
        passwordTitle: "Choose a password",
        passwordLead: "A few words in a row are easy to remember and hard to guess.",
        passwordCurrent: "The password you have now",
        passwordNew: "New password",
        passwordNewHelp: "At least 12 characters. Spaces are fine.",
        passwordSubmit: "Save the password",
        passwordSaved: "The password is saved. Other browsers where you were signed in are signed out.",
        tooShort: { "The password is too short. Write at least \($0) characters, several words if you like." },
        tooLong: "The password is too long. Write at most 200 characters.",
        tooCommon: "That password is easy to guess. Choose another, several words if you like.",
        containsMail: "The password must not contain your name or your address. Choose another.",
        wrongCurrent: "The password you have now is not right. Write it again.",
        sameAsBefore: "That is the same password as before. Choose another.",
        linkTitle: "Welcome",
        linkLead: "The link is yours and works once. Go on to choose a password.",
        linkSubmit: "Go on",
        linkUsed: "The link has been used. Ask whoever gave it to you for a new one.",
        linkExpired: "The link is no longer good. Ask whoever gave it to you for a new one.",
        linkElsewhere: "The link has been opened in another browser. Go on there, or ask for a new link.",
        linkUnknown: "The link is not right. See that the whole address came along, or ask for a new one.",
        linkHelp: "The link doesn't work",
        notNow: "That can't be done just now. Sign in again and try once more."
    )
}
