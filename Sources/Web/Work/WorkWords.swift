extension Words {
    /// The workspace.
    struct Work: Sendable {
        let title: String
        let nothing: String
        let nothingText: String
        let waiting: @Sendable (_ count: Int, _ written: String) -> String
        let late: @Sendable (_ count: Int, _ written: String) -> String
        let due: @Sendable (_ day: String) -> String
        let dueLate: @Sendable (_ day: String) -> String
        let noDay: String
        let actingAs: @Sendable (_ name: String) -> String
        let noSeat: String
        let noSeatText: String
        let seats: String
        let seatsLead: String
        let actAs: String
        let actingNow: String
        let until: @Sendable (_ day: String) -> String
        let switched: @Sendable (_ seat: String) -> String
        let account: String
        let people: String
        let shortcuts: String
        let training: String
        let bar: String
        let change: String

        let vacancy: @Sendable (_ municipality: String, _ body: String) -> String
        let vacancies: @Sendable (_ body: String, _ municipalities: String) -> String
        let vacancyAge: @Sendable (_ days: Int, _ written: String) -> String
        let fill: String
        let noSeats: @Sendable (_ body: String) -> String
        let noSeatsText: String
        let setUp: String
        let presidency: @Sendable (_ body: String) -> String
        let presidencyText: String
        let choose: String
        let ending: @Sendable (_ seat: String) -> String
        let endingText: String
        let renew: String
        let draft: @Sendable (_ path: String) -> String
        let draftText: @Sendable (_ when: String) -> String
        let goOn: String
        let factorRequest: @Sendable (_ name: String) -> String
        let factorRequestText: String
        let confirm: String
    }
}

extension Words.Work {
    static let swedish = Self(
        title: "Arbete",
        nothing: "Ingenting väntar på dig",
        nothingText: "När något ska göras syns det här. Du kan alltid läsa och ändra på sidorna som vanligt.",
        waiting: { $0 == 1 ? "En sak väntar på dig." : "\($1) saker väntar på dig." },
        late: { $0 == 1 ? "En av dem är försenad." : "\($1) av dem är försenade." },
        due: { "Senast den \($0)" },
        dueLate: { "Försenat, skulle vara klart den \($0)" },
        noDay: "När du hinner",
        actingAs: { "Inloggad som \($0)" },
        noSeat: "Du har ingen plats just nu",
        noSeatText: "Dina platser har gått ut. Kontakta kansliet om du ska ha en ny. Ditt konto kan du fortfarande sköta.",
        seats: "Dina platser",
        seatsLead: "Det du gör sparas som gjort från platsen du har valt.",
        actAs: "Byt till den här platsen",
        actingNow: "Du arbetar härifrån nu",
        until: { "till och med den \($0)" },
        switched: { "Du arbetar nu som: \($0)." },
        account: "Ditt konto",
        people: "Personer och platser",
        shortcuts: "Genvägar",
        training: "Övningskopia. Inget du gör här påverkar den riktiga webbplatsen, och inga brev skickas.",
        bar: "Inloggad",
        change: "Byt plats",
        vacancy: { "\($0) saknar någon i \($1)" },
        vacancies: { "\($0) saknar någon från \($1)" },
        vacancyAge: { days, written in
            days == 0
                ? "Platsen har stått tom sedan i dag."
                : days == 1
                    ? "Platsen har stått tom i en dag."
                    : "Platsen har stått tom i \(written) dagar."
        },
        fill: "Fyll platsen",
        noSeats: { "Platserna i \($0) är inte upplagda" },
        noSeatsText: "Då syns inte vem som sitter där, eller om någon saknas.",
        setUp: "Lägg upp platserna",
        presidency: { "Nytt val av ordförande saknas: \($0)" },
        presidencyText: "Ordföranden väljs varje år, och det har gått mer än ett år sedan det senaste valet här.",
        choose: "Registrera valet",
        ending: { "Platsen går snart ut: \($0)" },
        endingText: "Efter den dagen står platsen tom, om ingen tar över.",
        renew: "Se platsen",
        draft: { "Ett utkast är inte skickat: \($0)" },
        draftText: { "Sparat den \($0)." },
        goOn: "Fortsätt",
        factorRequest: { "\($0) ber att få ställa in en ny app för tvåfaktor" },
        factorRequestText: "Kontrollera att det verkligen är personen som frågar, till exempel genom att ringa.",
        confirm: "Se begäran"
    )
}

extension Words.Work {
    static let english = Self(
        title: "Work",
        nothing: "Nothing is waiting for you",
        nothingText: "When something is to be done it is seen here. You can always read and edit on the pages as usual.",
        waiting: { $0 == 1 ? "One thing is waiting for you." : "\($1) things are waiting for you." },
        late: { $0 == 1 ? "One of them is late." : "\($1) of them are late." },
        due: { "By \($0)" },
        dueLate: { "Late, should have been done by \($0)" },
        noDay: "When you have time",
        actingAs: { "Signed in as \($0)" },
        noSeat: "You have no seat just now",
        noSeatText:
            "Your seats have ended. Contact the secretariat if you are to have a new one. You can still see to your account.",
        seats: "Your seats",
        seatsLead: "What you do is recorded as done from the seat you have chosen.",
        actAs: "Change to this seat",
        actingNow: "You are working from here now",
        until: { "until \($0)" },
        switched: { "You now act as: \($0)." },
        account: "Your account",
        people: "People and seats",
        shortcuts: "Shortcuts",
        training: "A copy for training. Nothing you do here touches the real site, and no mail is sent.",
        bar: "Signed in",
        change: "Change seat",
        vacancy: { "\($0) has nobody in \($1)" },
        vacancies: { "\($0) has nobody from \($1)" },
        vacancyAge: { days, written in
            days == 0
                ? "The seat has been empty since today."
                : days == 1
                    ? "The seat has been empty for one day."
                    : "The seat has been empty for \(written) days."
        },
        fill: "Fill the seat",
        noSeats: { "The seats of \($0) have not been set up" },
        noSeatsText: "So it isn't seen who sits there, or whether somebody is missing.",
        setUp: "Set up the seats",
        presidency: { "A new choice of chair is missing: \($0)" },
        presidencyText: "The chair is chosen every year, and more than a year has passed since the last choice here.",
        choose: "Record the choice",
        ending: { "A seat is about to end: \($0)" },
        endingText: "After that day the seat is empty, unless somebody takes over.",
        renew: "See the seat",
        draft: { "A draft has not been sent: \($0)" },
        draftText: { "Saved on \($0)." },
        goOn: "Go on",
        factorRequest: { "\($0) asks to set up a new authenticator" },
        factorRequestText: "See that it really is the person who asks, for example by calling.",
        confirm: "See the request"
    )
}
