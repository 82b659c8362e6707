import Cooperation

extension Words {
    /// Seats, who holds them, and what stands empty.
    struct Seats: Sendable {
        let role: @Sendable (Seat.Role) -> String
        /// 'Ledamot för Haninge'.
        let forMunicipality: @Sendable (_ role: String, _ municipality: String) -> String
        /// 'Ledamot för Haninge i Samarbetskommittén'.
        let inBody: @Sendable (_ seat: String, _ body: String) -> String
        let deputyFor: @Sendable (_ seat: String) -> String
        let established: @Sendable (_ body: String, _ seat: String) -> String
        let taken: @Sendable (_ seat: String, _ day: String) -> String
        let takenUntil: @Sendable (_ seat: String, _ first: String, _ last: String) -> String
        let left: @Sendable (_ seat: String, _ day: String) -> String
        let deputy: @Sendable (_ seat: String, _ first: String, _ last: String) -> String
        let closed: @Sendable (_ seat: String, _ day: String) -> String
        let seatsOf: @Sendable (_ body: String) -> String
        let seatsLead: String
        let none: String
        let seat: String
        let holder: String
        let vacant: String
        let vacantFrom: String
        let standEmpty: String
        let missing: @Sendable (_ municipalities: String) -> String
        let nameNotShown: String
        let nameForgotten: String
        let from: @Sendable (_ day: String) -> String
        let fromTo: @Sendable (_ first: String, _ last: String) -> String
        let deputyUntil: @Sendable (_ name: String, _ day: String) -> String
        let allThere: String
        let setUp: String
        let add: String
        let change: String
        let appointDeputy: String
        let leave: String
        let close: String
        let holders: String
        let nobodyYet: String
        let deputies: String
        let person: String
        let firstDay: String
        let lastDay: String
        let untilFurther: String
        let isClosed: @Sendable (_ day: String) -> String
        let heldBy: @Sendable (_ name: String, _ day: String) -> String
        let vacantSince: @Sendable (_ day: String) -> String
        let changeTitle: @Sendable (_ seat: String) -> String
        let changeLead: String
        let changeSubmit: String
        let changed: String
        let newPerson: String
        let newName: String
        let newMail: String
        let newHelp: String
        let newMissing: String
        let untilHelp: String
        let remark: String
        let remarkHelp: String
        let deputyTitle: @Sendable (_ seat: String) -> String
        let deputyLead: String
        let deputySubmit: String
        let deputySaved: String
        let leaveTitle: @Sendable (_ seat: String) -> String
        let leaveLead: String
        let leaveSubmit: String
        let leaveSaved: String
        let closeTitle: @Sendable (_ seat: String) -> String
        let closeLead: String
        let closeSubmit: String
        let closeSaved: String
        let newTitle: @Sendable (_ body: String) -> String
        let newLead: String
        let newSubmit: String
        let newSaved: String
        let roleField: String
        let municipalityField: String
        let forAll: String
        let allTitle: @Sendable (_ body: String) -> String
        let allLead: String
        let allSubmit: String
        let allSaved: String
        let sinceField: String
        let sinceHelp: String
        let history: String
        let keep: String
        let seatsShort: String
    }
}

extension Words.Seats {
    static let swedish = Self(
        role: {
            switch $0 {
            case .chair: "Ordförande"
            case .viceChair: "Vice ordförande"
            case .member: "Ledamot"
            case .substitute: "Ersättare"
            case .convener: "Sammankallande"
            case .registrar: "Registrator"
            case .developmentLeader: "Utvecklingsledare"
            case .administrator: "Administratör"
            case .systemAdministrator: "Systemadministratör"
            case .guest: "Gäst"
            }
        },
        forMunicipality: { "\($0) för \($1)" },
        inBody: { "\($0) i \($1)" },
        deputyFor: { "Ställföreträdare: \($0)" },
        established: { "\($0) fick en plats: \($1)." },
        taken: { "Platsen \($0) fick en ny innehavare från och med den \($1)." },
        takenUntil: { "Platsen \($0) fick en innehavare från och med den \($1) till och med den \($2)." },
        left: { "Platsen \($0) lämnades, med den \($1) som sista dag." },
        deputy: { "Platsen \($0) fick en ställföreträdare från och med den \($1) till och med den \($2)." },
        closed: { "Platsen \($0) avslutades, med den \($1) som sista dag." },
        seatsOf: { "Platser i \($0)" },
        seatsLead:
            "Här ser du vem som har varje plats. Välj en plats för att byta, utse en ställföreträdare eller se historiken.",
        none: "Inga platser är upplagda än.",
        seat: "Plats",
        holder: "Innehavare",
        vacant: "Ingen, platsen är tom",
        vacantFrom: "Tom sedan",
        standEmpty: "Saknar någon",
        missing: { "ingen från \($0)" },
        nameNotShown: "Tillsatt, namnet visas inte här",
        nameForgotten: "Namnet finns inte kvar",
        from: { "från \($0)" },
        fromTo: { "från \($0) till och med \($1)" },
        deputyUntil: { "Ställföreträdare: \($0), till och med \($1)" },
        allThere: "Alla kommuner har någon på plats.",
        setUp: "Lägg upp en plats för varje kommun",
        add: "Lägg upp en plats",
        change: "Byt innehavare",
        appointDeputy: "Utse en ställföreträdare",
        leave: "Lämna platsen tom",
        close: "Avsluta platsen",
        holders: "De som har haft platsen",
        nobodyYet: "Ingen har haft platsen än.",
        deputies: "Ställföreträdare",
        person: "Person",
        firstDay: "Första dagen",
        lastDay: "Sista dagen",
        untilFurther: "tills vidare",
        isClosed: { "Platsen är avslutad, med den \($0) som sista dag." },
        heldBy: { "\($0) har platsen sedan den \($1)." },
        vacantSince: { "Platsen är tom sedan den \($0)." },
        changeTitle: { "Byt innehavare: \($0)" },
        changeLead: "Den som har platsen nu lämnar den dagen innan. Det som väntar på platsen går över till den nya.",
        changeSubmit: "Byt innehavare",
        changed: "Bytet är registrerat.",
        newPerson: "En ny person (fyll i nedan)",
        newName: "Den nya personens namn",
        newMail: "Den nya personens e-postadress i arbetet",
        newHelp: "Fylls i bara när du har valt en ny person ovan.",
        newMissing: "Skriv den nya personens namn och e-postadress.",
        untilHelp: "Lämna tomt om platsen gäller tills vidare. En gäst eller konsult har alltid en sista dag.",
        remark: "Anmärkning",
        remarkHelp: "Till exempel vilket beslut bytet bygger på. Visas för alla. Skriv inga namn.",
        deputyTitle: { "Utse ställföreträdare: \($0)" },
        deputyLead:
            "Ställföreträdaren får göra samma saker som innehavaren under tiden, och allt sparas som gjort av en ställföreträdare.",
        deputySubmit: "Utse ställföreträdaren",
        deputySaved: "Ställföreträdaren är utsedd.",
        leaveTitle: { "Lämna platsen tom: \($0)" },
        leaveLead: "Platsen finns kvar och visas som tom tills någon tar över.",
        leaveSubmit: "Registrera att platsen lämnas",
        leaveSaved: "Det är registrerat att platsen lämnas.",
        closeTitle: { "Avsluta platsen: \($0)" },
        closeLead: "Efter sista dagen finns platsen inte längre. Historiken står kvar.",
        closeSubmit: "Avsluta platsen",
        closeSaved: "Platsen är avslutad.",
        newTitle: { "Ny plats i \($0)" },
        newLead: "En plats finns kvar när innehavaren byts. Det som väntar på platsen väntar på den som har den.",
        newSubmit: "Lägg upp platsen",
        newSaved: "Platsen är upplagd.",
        roleField: "Roll",
        municipalityField: "Kommun",
        forAll: "Ingen särskild, gemensam för alla",
        allTitle: { "Lägg upp platserna i \($0)" },
        allLead: "Varje kommun får en plats som ledamot. Kommuner som redan har en plats hoppas över.",
        allSubmit: "Lägg upp platserna",
        allSaved: "Platserna är upplagda. Fyll dem en i taget.",
        sinceField: "Platserna finns från",
        sinceHelp: "Från den dagen räknas en tom plats som vakant.",
        history: "Platser och innehavare",
        keep: "Sköt platserna",
        seatsShort: "Platser"
    )
}

extension Words.Seats {
    static let english = Self(
        role: {
            switch $0 {
            case .chair: "Chair"
            case .viceChair: "Vice chair"
            case .member: "Member"
            case .substitute: "Substitute"
            case .convener: "Convener"
            case .registrar: "Registrar"
            case .developmentLeader: "Development leader"
            case .administrator: "Administrator"
            case .systemAdministrator: "System administrator"
            case .guest: "Guest"
            }
        },
        forMunicipality: { "\($0) for \($1)" },
        inBody: { "\($0), \($1)" },
        deputyFor: { "Deputy: \($0)" },
        established: { "\($0) was given a seat: \($1)." },
        taken: { "The seat \($0) has a new holder from \($1)." },
        takenUntil: { "The seat \($0) has a holder from \($1) to \($2)." },
        left: { "The seat \($0) was left, with \($1) as the last day." },
        deputy: { "The seat \($0) has a deputy from \($1) to \($2)." },
        closed: { "The seat \($0) was closed, with \($1) as the last day." },
        seatsOf: { "Seats of \($0)" },
        seatsLead: "Here you see who holds each seat. Choose a seat to change its holder, appoint a deputy or see its history.",
        none: "No seats have been set up yet.",
        seat: "Seat",
        holder: "Holder",
        vacant: "Nobody, the seat is empty",
        vacantFrom: "Empty since",
        standEmpty: "Nobody from",
        missing: { "nobody from \($0)" },
        nameNotShown: "Held, the name is not shown here",
        nameForgotten: "The name is no longer kept",
        from: { "from \($0)" },
        fromTo: { "from \($0) to \($1)" },
        deputyUntil: { "Deputy: \($0), until \($1)" },
        allThere: "Every municipality has somebody here.",
        setUp: "Set up a seat for each municipality",
        add: "Set up a seat",
        change: "Change the holder",
        appointDeputy: "Appoint a deputy",
        leave: "Leave the seat empty",
        close: "Close the seat",
        holders: "Those who have held the seat",
        nobodyYet: "Nobody has held the seat yet.",
        deputies: "Deputies",
        person: "Person",
        firstDay: "First day",
        lastDay: "Last day",
        untilFurther: "until further notice",
        isClosed: { "The seat is closed, with \($0) as the last day." },
        heldBy: { "\($0) has held the seat since \($1)." },
        vacantSince: { "The seat has been empty since \($0)." },
        changeTitle: { "Change the holder: \($0)" },
        changeLead: "Whoever holds the seat now leaves it the day before. What waits for the seat passes to the new holder.",
        changeSubmit: "Change the holder",
        changed: "The change is recorded.",
        newPerson: "A new person (fill in below)",
        newName: "The new person's name",
        newMail: "The new person's e-mail address at work",
        newHelp: "Only when you chose a new person above.",
        newMissing: "Write the new person's name and e-mail address.",
        untilHelp: "Leave it empty if the seat is held until further notice. A guest or consultant always has a last day.",
        remark: "Remark",
        remarkHelp: "For example which decision the change rests on. Shown to everybody. Don't write any names.",
        deputyTitle: { "Appoint a deputy: \($0)" },
        deputyLead: "The deputy may do what the holder may during that time, and all of it is recorded as done by a deputy.",
        deputySubmit: "Appoint the deputy",
        deputySaved: "The deputy has been appointed.",
        leaveTitle: { "Leave the seat empty: \($0)" },
        leaveLead: "The seat remains and is shown as empty until somebody takes over.",
        leaveSubmit: "Record that the seat is left",
        leaveSaved: "It is recorded that the seat is left.",
        closeTitle: { "Close the seat: \($0)" },
        closeLead: "After the last day there is no such seat. Its history remains.",
        closeSubmit: "Close the seat",
        closeSaved: "The seat is closed.",
        newTitle: { "New seat in \($0)" },
        newLead: "A seat remains when its holder changes. What waits for the seat waits for whoever holds it.",
        newSubmit: "Set up the seat",
        newSaved: "The seat has been set up.",
        roleField: "Role",
        municipalityField: "Municipality",
        forAll: "None in particular, for all of them",
        allTitle: { "Set up the seats of \($0)" },
        allLead: "Each municipality gets a seat as a member. Those that have one already are passed over.",
        allSubmit: "Set up the seats",
        allSaved: "The seats have been set up. Fill them one by one.",
        sinceField: "The seats exist from",
        sinceHelp: "From that day an empty seat counts as vacant.",
        history: "Seats and holders",
        keep: "Keep the seats",
        seatsShort: "Seats"
    )
}

extension Reading {
    /// What a seat is called within its body: 'Ledamot för Haninge'.
    func title(of seat: Seat.Facts) -> String {
        let role = words.seats.role(seat.role)
        return seat.municipality.map { words.seats.forMunicipality(role, name(of: .municipality($0))) } ?? role
    }

    /// What a seat is called wherever it stands: 'Ledamot för Haninge i Samarbetskommittén'.
    func title(of reference: Seat.Reference) -> String {
        let body = name(of: .body(reference.body))
        guard let seat = cooperation.organisation.seat(reference) else { return words.seats.inBody(reference.seat.text, body) }
        return words.seats.inBody(title(of: seat.facts), body)
    }

    /// What somebody acts as, in words.
    func title(of capacity: Capacity) -> String {
        let seat = title(of: capacity.seat)
        return capacity.isDeputy ? words.seats.deputyFor(seat) : seat
    }
}
