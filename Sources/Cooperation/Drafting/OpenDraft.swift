/// Asks that some be invited to say what they think of a draft, until a day.
package struct OpenDraft: Request {
    package var edition: Edition.ID
    package var bodies: [Body.ID]
    package var municipalities: Bool
    package var isPublic: Bool
    package var until: Day
    package var invitation: Passage?

    /// An invitation to networks, to the municipalities, and to everybody when it is public.
    package init(_ edition: Edition.ID, bodies: [Body.ID], municipalities: Bool, isPublic: Bool, until: Day) {
        self.edition = edition
        self.bodies = bodies
        self.municipalities = municipalities
        self.isPublic = isPublic
        self.until = until
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard until >= period.last else {
            throw Refusal("draft.until", field: "until", "Sista dagen har redan varit. Välj i dag eller en senare dag.")
        }
        guard isPublic || municipalities || !bodies.isEmpty else {
            throw Refusal("draft.nobody-invited", field: "bodies", "Välj vilka som bjuds in: nätverk, kommunerna eller alla.")
        }
        // What everybody has been let see can't be made unseen by a later invitation; to end it, its last day is moved.
        if !isPublic, cooperation.drafting[edition]?.publicSince != nil {
            throw Refusal(
                "draft.public-already",
                field: "isPublic",
                "Utkastet har redan visats för alla. Flytta sista dagen om rundan ska avslutas."
            )
        }
        return try cooperation.accepting(
            .drafting(
                .opened(
                    .init(
                        edition: edition,
                        bodies: bodies,
                        municipalities: municipalities,
                        isPublic: isPublic,
                        until: until,
                        invitation: invitation.flatMap { pen.unlessBlank($0) }
                    )
                )
            )
        )
    }
}
