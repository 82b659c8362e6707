/// How the municipalities share what the cooperation costs.
package enum CostKey: Hashable, Sendable {
    /// Each municipality pays as much as another.
    case equal
    /// Each pays by how many live there.
    case population
    /// Each pays a share that has been agreed.
    case fixed([Share])

    /// What one municipality pays of the whole.
    package struct Share: Hashable, Sendable, Codable {
        package var municipality: Municipality.ID
        /// Of a thousand: 125 is an eighth.
        package var thousandths: Int

        /// The share of a municipality.
        package init(_ municipality: Municipality.ID, thousandths: Int) {
            self.municipality = municipality
            self.thousandths = thousandths
        }
    }

    /// The whole, which shares add up to.
    package static let whole = 1000

    /// Why the key can't be agreed; nil when it can.
    func objection(among members: Members) -> Refusal? {
        guard case .fixed(let shares) = self else { return nil }
        var named: Set<Municipality.ID> = []
        for share in shares {
            let name = members[share.municipality]?.facts.name ?? share.municipality.text
            guard named.insert(share.municipality).inserted else {
                return Refusal(
                    "settings.cost-key-twice",
                    field: "costKey",
                    "\(name.prefix(1).uppercased() + name.dropFirst()) har två andelar av kostnaderna. Ta bort den ena."
                )
            }
            guard (1...Self.whole).contains(share.thousandths) else {
                return Refusal(
                    "settings.cost-key-share",
                    field: "costKey",
                    "En andel av kostnaderna ska vara mellan 0,1 och 100 procent. Ta bort den kommun som inte betalar."
                )
            }
            // The first agreement is made before any municipality is registered.
            guard members.all.isEmpty || members[share.municipality] != nil else {
                return Refusal(
                    "settings.cost-key-municipality",
                    field: "costKey",
                    "Kommunen ”\(share.municipality)” finns inte den dagen och kan inte ha en andel av kostnaderna."
                )
            }
        }
        let sum = shares.reduce(0) { $0 + $1.thousandths }
        guard sum == Self.whole else {
            return Refusal(
                "settings.cost-key-sum",
                field: "costKey",
                "Andelarna av kostnaderna blir tillsammans \(sum / 10),\(sum % 10) procent. De ska bli 100 procent."
            )
        }
        return nil
    }
}

extension CostKey: Codable {
    private enum Keys: String, CodingKey { case kind, shares }

    private enum Kind: String, Codable { case equal, population, fixed }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        switch try container.decode(Kind.self, forKey: .kind) {
        case .equal: self = .equal
        case .population: self = .population
        case .fixed: self = .fixed(try container.decode([Share].self, forKey: .shares))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .equal: try container.encode(Kind.equal, forKey: .kind)
        case .population: try container.encode(Kind.population, forKey: .kind)
        case .fixed(let shares):
            try container.encode(Kind.fixed, forKey: .kind)
            try container.encode(shares, forKey: .shares)
        }
    }
}
