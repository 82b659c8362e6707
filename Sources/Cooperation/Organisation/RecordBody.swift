/// Asks that a body be recorded, or replaced by what is true from a day.
package struct RecordBody: Request {
    package var id: Body.ID
    package var kind: Body.Kind
    package var name: String
    package var municipality: Municipality.ID?
    package var municipalityIsInferred: Bool?
    package var composition: Passage?
    package var purpose: Passage?
    package var meetingsPerYear: Int?
    package var worksFor: Body.ID?
    package var sponsor: Municipality.ID?
    package var details: [Detail.Plain] = []
    package var missing: [Passage] = []
    package var remarks: [Passage] = []
    package var sources: [Source] = []

    /// A body with a kind and a name; the rest is filled in afterwards.
    package init(id: Body.ID, kind: Body.Kind, name: String) {
        self.id = id
        self.kind = kind
        self.name = name
    }

    /// A body as it is recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: Body.Facts) {
        id = facts.id
        kind = facts.kind
        name = facts.name
        municipality = facts.municipality
        municipalityIsInferred = facts.municipalityIsInferred
        composition = facts.composition.map { .kept($0) }
        purpose = facts.purpose.map { .kept($0) }
        meetingsPerYear = facts.meetingsPerYear
        worksFor = facts.worksFor
        sponsor = facts.sponsor
        details = facts.details.map { Detail.Plain(of: $0) }
        missing = facts.missing.map { .kept($0) }
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !name.isBlank else { throw Refusal("organisation.blank", field: "name", "Skriv organets namn.") }
        if let meetingsPerYear, !(1...100).contains(meetingsPerYear) {
            throw Refusal("organisation.meetings", field: "meetingsPerYear", "Antalet möten per år ska vara mellan 1 och 100.")
        }
        if kind == .ratifyingBody, municipality == nil {
            throw Refusal("organisation.whose", field: "municipality", "Ange vilken kommun organet beslutar för.")
        }
        return try cooperation.accepting(
            .organisation(
                .bodyRecorded(
                    Body.Facts(
                        id: id,
                        kind: kind,
                        name: name,
                        municipality: municipality,
                        municipalityIsInferred: municipalityIsInferred,
                        composition: pen.write(composition),
                        purpose: pen.write(purpose),
                        meetingsPerYear: meetingsPerYear,
                        worksFor: worksFor,
                        sponsor: sponsor,
                        details: pen.write(details),
                        missing: pen.write(missing),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}

/// Asks that it be recorded which municipalities chair a body.
package struct RecordPresidency: Request {
    package var body: Body.ID
    package var chair: Municipality.ID
    package var viceChair: Municipality.ID?
    package var remarks: [Passage]
    package var sources: [Source]

    /// Chair and vice chair of a body, by their municipalities.
    package init(
        _ body: Body.ID,
        chair: Municipality.ID,
        viceChair: Municipality.ID?,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.body = body
        self.chair = chair
        self.viceChair = viceChair
        self.remarks = remarks.map { .written($0) }
        self.sources = sources
    }

    /// Chairs as they are recorded, with every text kept; what is to be otherwise is changed afterwards.
    package init(of presidency: Body.Presidency) {
        body = presidency.body
        chair = presidency.chair
        viceChair = presidency.viceChair
        remarks = presidency.remarks.map { .kept($0) }
        sources = presidency.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard chair != viceChair else {
            throw Refusal(
                "organisation.same-chair",
                field: "viceChair",
                "Ordföranden och vice ordföranden ska komma från olika kommuner."
            )
        }
        return try cooperation.accepting(
            .organisation(
                .presidencyRecorded(
                    .init(body: body, chair: chair, viceChair: viceChair, remarks: pen.write(remarks), sources: sources)
                )
            )
        )
    }
}

/// Asks that a body be said to work with a part of the programme.
package struct AssignBody: Request {
    package var body: Body.ID
    package var edition: Edition.ID
    package var node: Edition.Node.ID
    package var remarks: [String]
    package var sources: [Source]

    /// A body and the part of an edition that it works with.
    package init(
        _ body: Body.ID,
        to node: Edition.Node.ID,
        in edition: Edition.ID,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.body = body
        self.node = node
        self.edition = edition
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .organisation(
                .assigned(.init(body: body, edition: edition, node: node, remarks: pen.write(remarks), sources: sources))
            )
        )
    }
}

/// Asks that a body be said to work with a part of the programme no longer.
package struct EndAssignment: Request {
    package var body: Body.ID
    package var edition: Edition.ID
    package var node: Edition.Node.ID
    package var reason: String?

    /// A body and the part of an edition that it has worked with; the reason is plain text.
    package init(_ body: Body.ID, to node: Edition.Node.ID, in edition: Edition.ID, reason: String? = nil) {
        self.body = body
        self.node = node
        self.edition = edition
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .organisation(.assignmentEnded(.init(body: body, edition: edition, node: node, reason: pen.write(reason))))
        )
    }
}

/// Asks that it be recorded that a source shows a body at work.
package struct RecordSighting: Request {
    package var body: Body.ID
    package var remarks: [String]
    package var sources: [Source]

    /// A body, as a source shows it at work.
    package init(_ body: Body.ID, remarks: [String] = [], sources: [Source] = []) {
        self.body = body
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        try cooperation.accepting(
            .organisation(.seen(.init(body: body, remarks: pen.write(remarks), sources: sources)))
        )
    }
}

/// Asks that a body be recorded as having ended its work.
package struct CloseBody: Request {
    package var body: Body.ID
    package var reason: String
    package var sources: [Source]

    /// Ends a body; the reason is plain text and required.
    package init(_ body: Body.ID, reason: String, sources: [Source] = []) {
        self.body = body
        self.reason = reason
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else {
            throw Refusal("organisation.reason", field: "reason", "Skriv varför organet avslutas. Skälet visas för alla.")
        }
        return try cooperation.accepting(
            .organisation(.closed(.init(body: body, reason: pen.write(reason), sources: sources)))
        )
    }
}
