/// Asks that a municipality's facts be registered, or replaced from a day.
package struct RegisterMunicipality: Request {
    package var id: Municipality.ID
    package var name: String
    package var officialName: String
    package var code: String
    package var county: String?
    package var countyCode: String?
    /// Hectares.
    package var landArea: Int?
    package var remarks: [Passage]
    package var sources: [Source]

    /// The municipality with those facts; texts are plain.
    package init(
        id: Municipality.ID,
        name: String,
        officialName: String,
        code: String,
        county: String? = nil,
        countyCode: String? = nil,
        landArea: Int? = nil,
        remarks: [String] = [],
        sources: [Source] = []
    ) {
        self.id = id
        self.name = name
        self.officialName = officialName
        self.code = code
        self.county = county
        self.countyCode = countyCode
        self.landArea = landArea
        self.remarks = remarks.map { .written($0) }
        self.sources = sources
    }

    /// The municipality as it is registered, with every text kept; what is to be otherwise is changed afterwards.
    package init(of facts: Municipality.Facts) {
        id = facts.id
        name = facts.name
        officialName = facts.officialName
        code = facts.code
        county = facts.county
        countyCode = facts.countyCode
        landArea = facts.landArea
        remarks = facts.remarks.map { .kept($0) }
        sources = facts.sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        for (field, value) in [("name", name), ("officialName", officialName)] where value.isBlank {
            throw Refusal("members.blank", field: field, "Fyll i kommunens namn. Det får inte vara tomt.")
        }
        guard code.utf8.count == 4, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw Refusal("members.code", field: "code", "Kommunkoden ”\(code)” är inte fyra siffror. Skriv den som 0136.")
        }
        if let landArea, landArea <= 0 {
            throw Refusal("members.land-area", field: "landArea", "Landarealen ska vara större än noll.")
        }
        return try cooperation.accepting(
            .members(
                .registered(
                    Municipality.Facts(
                        id: id,
                        name: name,
                        officialName: officialName,
                        code: code,
                        county: county,
                        countyCode: countyCode,
                        landArea: landArea,
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}
