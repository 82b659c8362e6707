extension Words {
    /// What is said when a page can't be shown.
    struct Faults: Sendable {
        let toStart: String
        let reference: @Sendable (_ id: String) -> String
        let noSuchDay: @Sendable (_ written: String) -> String
        let notADay: @Sendable (_ written: String) -> String
        let futureDay: @Sendable (_ day: String) -> String
        let notThen: @Sendable (_ day: String) -> String
        let busyWithThePast: String
        let notFound: (heading: String, text: String)
        let gone: String
        let badRequest: String
        let unreadable: @Sendable (_ part: Fault.Part) -> String
        let signInNeeded: (heading: String, text: String)
        let freshFactor: (heading: String, text: String)
        let fromElsewhere: (heading: String, text: String)
        let otherSeat: String
        let refused: String
        let noAccess: String
        let notKept: String
        let written: String
        let conflict: String
        let wrongMethod: (heading: String, text: String)
        let tooLong: (heading: String, text: String)
        let tooLarge: (heading: String, text: String)
        let unavailable: String
        let tooSlow: String
        let broken: (heading: String, text: String)
    }
}

extension Words.Faults {
    static let swedish = Self(
        toStart: "Gå till startsidan",
        reference: { "Ange numret \($0) om du hör av dig om felet." },
        noSuchDay: { "Dagen \($0) finns inte. Skriv en dag som finns, till exempel 2027-02-28." },
        notADay: { "”\($0)” är inte en dag. Skriv dagen som år-månad-dag, till exempel 2027-02-28." },
        futureDay: { "Dagen \($0) har inte varit än. Välj en dag som har varit, eller i dag." },
        notThen: { "Den \($0) fanns inte det som sidan handlar om." },
        busyWithThePast: "Många frågar om äldre dagar just nu. Vänta en stund och försök igen.",
        notFound: (
            "Sidan finns inte", "Adressen leder inte till någon sida. Den kan vara felskriven, eller så har sidan bytt namn."
        ),
        gone: "Sidan är borttagen",
        badRequest: "Det gick inte att läsa",
        unreadable: { part in
            switch part {
            case .address: "Något i adressen är felskrivet. Kontrollera den, eller börja från startsidan."
            case .query: "Det som står efter frågetecknet i adressen är felskrivet. Ta bort det och försök igen."
            case .form: "Formuläret gick inte att läsa. Gå tillbaka, ladda om sidan och försök igen. Ingenting har ändrats."
            case .body: "Det som skickades kom inte fram i sin helhet. Försök igen. Ingenting har ändrats."
            case .value(let name): "Värdet för ”\(name)” i adressen går inte att läsa. Ta bort det och försök igen."
            }
        },
        signInNeeded: ("Du behöver logga in", "Sidan visas för den som är inloggad."),
        freshFactor: ("Bekräfta att det är du", "Ange en kod från din app innan du går vidare."),
        fromElsewhere: (
            "Formuläret kom inte från den här webbplatsen",
            "Ingenting har ändrats. Öppna sidan på nytt här och skicka därifrån."
        ),
        otherSeat: "En annan av dina platser ger rätt till det här. Byt plats på sidan Arbete och försök igen.",
        refused: "Det går inte",
        noAccess: "Ditt uppdrag ger inte tillgång till sidan.",
        notKept: "Det du skrev är inte sparat. Kopiera det härifrån om du vill ha det kvar.",
        written: "Det du skrev",
        conflict: "Någon annan hann före",
        wrongMethod: ("Så kan adressen inte användas", "Sidan går att läsa, men den tar inte emot det som skickades."),
        tooLong: ("Adressen är för lång", "Adressen är längre än vad vi tar emot. Korta den och försök igen."),
        tooLarge: ("Det som skickades är för stort", "Skicka mindre åt gången. Ingenting har ändrats."),
        unavailable: "Just nu går det inte",
        tooSlow: "Det tog för lång tid att ta fram sidan. Vänta en stund och försök igen.",
        broken: ("Något gick fel hos oss", "Felet är antecknat. Ingenting har ändrats. Försök igen om en stund.")
    )
}

extension Words.Faults {
    static let english = Self(
        toStart: "Go to the front page",
        reference: { "Give the number \($0) if you contact us about the fault." },
        noSuchDay: { "The day \($0) doesn't exist. Write a day that does, for instance 2027-02-28." },
        notADay: { "“\($0)” is not a day. Write the day as year-month-day, for instance 2027-02-28." },
        futureDay: { "The day \($0) has not been yet. Choose a day that has been, or today." },
        notThen: { "What this page is about did not exist on \($0)." },
        busyWithThePast: "Many are asking about earlier days right now. Wait a moment and try again.",
        notFound: (
            "There is no such page", "The address leads to no page. It may be misspelt, or the page may have a new name."
        ),
        gone: "The page has been removed",
        badRequest: "That could not be read",
        unreadable: { part in
            switch part {
            case .address: "Something in the address is misspelt. Check it, or begin at the front page."
            case .query: "What stands after the question mark in the address is misspelt. Remove it and try again."
            case .form: "The form could not be read. Go back, reload the page and try again. Nothing has been changed."
            case .body: "What was sent did not arrive whole. Try again. Nothing has been changed."
            case .value(let name): "The value of “\(name)” in the address can't be read. Remove it and try again."
            }
        },
        signInNeeded: ("You need to sign in", "The page is for those who have signed in."),
        freshFactor: ("Confirm that it is you", "Give a code from your app before you go on."),
        fromElsewhere: (
            "The form didn't come from this site",
            "Nothing has been changed. Open the page here again and send from there."
        ),
        otherSeat: "Another of your seats allows this. Change seat on the page Work and try again.",
        refused: "That isn't allowed",
        noAccess: "Your role gives no access to this page.",
        notKept: "What you wrote is not saved. Copy it from here if you want to keep it.",
        written: "What you wrote",
        conflict: "Somebody else was faster",
        wrongMethod: ("The address can't be used like that", "The page can be read, but it doesn't take what was sent."),
        tooLong: ("The address is too long", "The address is longer than we accept. Shorten it and try again."),
        tooLarge: ("What was sent is too large", "Send less at a time. Nothing has been changed."),
        unavailable: "That isn't possible right now",
        tooSlow: "The page took too long to make. Wait a moment and try again.",
        broken: (
            "Something went wrong on our side", "The fault has been noted. Nothing has been changed. Try again in a moment."
        )
    )
}
