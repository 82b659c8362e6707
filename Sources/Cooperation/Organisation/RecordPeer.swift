/// Asks that another cooperation be recorded to compare with.
package struct RecordPeer: Request {
    package var id: Peer.ID
    package var name: String
    package var municipalities: Int
    package var form: String
    package var ratifiedBy: String?
    package var seatsPerMunicipality: String?
    package var chair: String?
    package var decisionRule: String?
    package var fee: String?
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A cooperation with its name, its size and its form; the rest is filled in afterwards.
    package init(id: Peer.ID, name: String, municipalities: Int, form: String) {
        self.id = id
        self.name = name
        self.municipalities = municipalities
        self.form = form
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !name.isBlank else { throw Refusal("organisation.blank", field: "name", "Skriv samarbetets namn.") }
        guard !form.isBlank else {
            throw Refusal("organisation.blank", field: "form", "Skriv vilken form samarbetet har.")
        }
        guard (2...290).contains(municipalities) else {
            throw Refusal("organisation.peer-size", field: "municipalities", "Antalet kommuner ska vara mellan 2 och 290.")
        }
        return try cooperation.accepting(
            .organisation(
                .peerRecorded(
                    Peer(
                        id: id,
                        name: name,
                        municipalities: municipalities,
                        form: form,
                        ratifiedBy: ratifiedBy,
                        seatsPerMunicipality: seatsPerMunicipality,
                        chair: chair,
                        decisionRule: decisionRule,
                        fee: fee,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}
