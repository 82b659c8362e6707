/// Asks that a body have a seat from a day.
package struct EstablishSeat: Request {
    package var body: Body.ID
    package var id: Seat.ID
    package var role: Seat.Role
    package var municipality: Municipality.ID?
    package var remarks: [String]
    package var sources: [Source]

    /// A seat of a body, for a municipality or for all.
    package init(
        _ id: Seat.ID,
        in body: Body.ID,
        role: Seat.Role,
        for municipality: Municipality.ID? = nil,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.id = id
        self.body = body
        self.role = role
        self.municipality = municipality
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .organisation(
                .seatEstablished(
                    .init(
                        body: body,
                        id: id,
                        role: role,
                        municipality: municipality,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}

/// Asks that somebody hold a seat from a day; whoever holds it leaves it the day before.
package struct TakeSeat: Request {
    package var seat: Seat.Reference
    package var person: Person.ID
    package var from: Day
    package var until: Day?
    package var remarks: [Passage]

    /// A seat, its next holder, the first day and the last when it is known.
    package init(_ seat: Seat.Reference, by person: Person.ID, from: Day, until: Day? = nil, remarks: [String] = []) {
        self.seat = seat
        self.person = person
        self.from = from
        self.until = until
        self.remarks = remarks.map { .written($0) }
    }

    /// A seat as it was taken, with every text kept; what is to be otherwise is changed afterwards.
    package init(of tenure: Seat.Tenure) {
        seat = tenure.reference
        person = tenure.person
        from = tenure.from
        until = tenure.until
        remarks = tenure.remarks.map { .kept($0) }
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        if let until, until < from { throw .endsBeforeItBegins }
        return try cooperation.accepting(
            .organisation(
                .seatTaken(
                    .init(
                        body: seat.body,
                        seat: seat.seat,
                        person: person,
                        from: from,
                        until: until,
                        remarks: pen.write(remarks)
                    )
                )
            )
        )
    }
}

/// Asks that a seat be left without a successor.
package struct LeaveSeat: Request {
    package var seat: Seat.Reference
    package var last: Day
    package var remarks: [Passage]

    /// A seat and its holder's last day.
    package init(_ seat: Seat.Reference, last: Day, remarks: [String] = []) {
        self.seat = seat
        self.last = last
        self.remarks = remarks.map { .written($0) }
    }

    /// A seat as it was left, with every text kept; what is to be otherwise is changed afterwards.
    package init(of leaving: Seat.Leaving) {
        seat = Seat.Reference(body: leaving.body, seat: leaving.seat)
        last = leaving.last
        remarks = leaving.remarks.map { .kept($0) }
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .organisation(.seatLeft(.init(body: seat.body, seat: seat.seat, last: last, remarks: pen.write(remarks))))
        )
    }
}

/// Asks that somebody stand in for a seat's holder for a time.
package struct AppointDeputy: Request {
    package var seat: Seat.Reference
    package var person: Person.ID
    package var from: Day
    package var until: Day
    package var remarks: [String]

    /// A seat, who stands in, the first and the last day.
    package init(_ seat: Seat.Reference, _ person: Person.ID, from: Day, until: Day, remarks: [String] = []) {
        self.seat = seat
        self.person = person
        self.from = from
        self.until = until
        self.remarks = remarks
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard from <= until else { throw .endsBeforeItBegins }
        guard from.adding(days: Self.mostDays) >= until else {
            throw Refusal(
                "organisation.deputy-too-long",
                field: "until",
                "En ställföreträdare utses för högst ett år. Välj en tidigare sista dag, eller byt vem som har platsen."
            )
        }
        return try cooperation.accepting(
            .organisation(
                .deputyAppointed(
                    .init(
                        body: seat.body,
                        seat: seat.seat,
                        person: person,
                        from: from,
                        until: until,
                        remarks: pen.write(remarks)
                    )
                )
            )
        )
    }

    /// A deputy is for a time; longer than this and the seat has in truth another holder.
    private static let mostDays = 366
}

/// Asks that a seat be no more after a day.
package struct CloseSeat: Request {
    package var seat: Seat.Reference
    package var last: Day
    package var remarks: [String]

    /// A seat and its last day.
    package init(_ seat: Seat.Reference, last: Day, remarks: [String] = []) {
        self.seat = seat
        self.last = last
        self.remarks = remarks
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .organisation(.seatClosed(.init(body: seat.body, seat: seat.seat, last: last, remarks: pen.write(remarks))))
        )
    }
}

extension Body {
    /// Why a seat couldn't be established here; nil when it can.
    func objection(toEstablishing seat: Seat.Facts, members: Members) -> Refusal? {
        guard closing == nil else { return .closed(facts.name) }
        if let known = self.seat(seat.id), known.closing == nil { return .seatExists(facts.name) }
        if let municipality = seat.municipality, members[municipality] == nil { return .unknownMunicipality(municipality) }
        if facts.kind == .ratifyingBody {
            // Whoever acts from here acts for the municipality that decides here, and for no other.
            guard seat.municipality == nil || seat.municipality == facts.municipality else {
                return .seatOfOtherMunicipality(facts.name)
            }
            return nil
        }
        let isSomeMunicipalitys = wantsAllMembers && seat.role.representsMunicipality || seat.role == .registrar
        return isSomeMunicipalitys && seat.municipality == nil ? .seatWithoutMunicipality : nil
    }
}

extension Seat {
    /// Why a person couldn't hold the seat, or stand in for its holder, from a day; nil when it could be so.
    func objection(to person: Person.ID, from day: Day, in body: Body) -> Refusal? {
        // The journal can't forget: what could be a name must never come into it.
        guard person.isHexadecimal else { return .noPerson }
        if day < since { return .beforeSeat(since) }
        guard let closing, day > closing.last else { return nil }
        return .seatClosed(body.facts.name, closing.last)
    }
}

extension Refusal {
    static let endsBeforeItBegins = Refusal(
        "organisation.ends-before-begins",
        field: "until",
        "Sista dagen är före första dagen. Byt plats på dem, eller lämna sista dagen tom."
    )

    static let seatWithoutMunicipality = Refusal(
        "organisation.seat-whose",
        field: "municipality",
        "Välj vilken kommun platsen är för."
    )

    static func seatOfOtherMunicipality(_ body: String) -> Refusal {
        Refusal(
            "organisation.seat-other-municipality",
            field: "municipality",
            "\(body) beslutar för en annan kommun. Välj den kommunen, eller lämna fältet tomt."
        )
    }

    static let noPerson = Refusal(
        "organisation.person",
        field: "person",
        "Välj en person som är upplagd. Lägg upp personen först om den saknas."
    )

    static let guestWithoutEnd = Refusal(
        "organisation.guest-until",
        field: "until",
        "En gäst eller konsult har alltid en sista dag. Ange den."
    )

    static func guestTooLong() -> Refusal {
        Refusal(
            "organisation.guest-too-long",
            field: "until",
            "En gäst eller konsult får tillgång för högst ett år i taget. Välj en tidigare sista dag."
        )
    }

    static func unknownSeat(_ id: Seat.ID, _ body: String) -> Refusal {
        Refusal("organisation.unknown-seat", field: "seat", "\(body) har ingen plats ”\(id)” den dagen. Lägg upp platsen först.")
    }

    static func seatExists(_ body: String) -> Refusal {
        Refusal("organisation.seat-exists", field: "id", "\(body) har redan en sådan plats. Ändra den i stället.")
    }

    static func seatClosed(_ body: String, _ last: Day) -> Refusal {
        Refusal(
            "organisation.seat-closed",
            field: "seat",
            "Platsen i \(body) är avslutad, med \(last.iso) som sista dag. Lägg upp den på nytt om den behövs igen."
        )
    }

    static func seatNotHeld(on day: Day) -> Refusal {
        Refusal("organisation.seat-vacant", field: "last", "Ingen har platsen den \(day.iso). Välj en dag då någon har den.")
    }

    static func beforeSeat(_ since: Day, field: String = "from") -> Refusal {
        Refusal("organisation.before-seat", field: field, "Platsen finns från \(since.iso). Välj den dagen eller en senare.")
    }
}
