import FoundationEssentials

/// A file of service cards.
///
/// It is JSON that people write, with Swedish names as in the other files of statistics:
///
///     { "version": 1, "kort": [ {
///         "id": "grundskola", "namn": "Grundskola, årskurs 1–9",
///         "kostnad": { "nyckeltal": "N15008", "enhet": "kronor per elev", "antal": "N15808" },
///         "liknande": "grundskola", "brott": [2016],
///         "kvalitet": [ { "nyckeltal": "N15419", "bättre": "högre", "marginal": 3, "från": 2016, "skäl": "…" } ],
///         "vakt": { "nyckeltal": "N15001", "gräns": 2, "från": 2019, "skäl": "…" },
///         "skäl": "…" } ] }
///
/// 'antal', 'från', 'brott' and 'vakt' may be left out.
package struct ServiceCards: Hashable, Sendable {
    /// The form of the file.
    package static let version = 1

    package let cards: [ServiceCard]

    /// Those cards.
    package init(_ cards: [ServiceCard]) { self.cards = cards }

    /// Reads cards from a file, and checks that they can be used at all.
    ///
    /// - Throws: all faults of the first kind that there is one of, with what to do.
    package init(_ file: StatisticsTable.File) throws(ServiceCardFaults) {
        func faults(_ texts: [String]) -> ServiceCardFaults { ServiceCardFaults(file: file.name, faults: texts) }
        let decoder = JSONDecoder()
        let data = Data(file.bytes)
        let version: StoredVersion
        let stored: StoredCards
        do {
            version = try decoder.decode(StoredVersion.self, from: data)
        } catch {
            throw faults([Self.words(for: error)])
        }
        guard version.version == Self.version else {
            throw faults([
                "Filen har version \(version.version), och programmet läser version \(Self.version). Skriv om den i den formen, eller byt till en nyare utgåva av programmet."
            ])
        }
        do {
            stored = try decoder.decode(StoredCards.self, from: data)
        } catch {
            throw faults([Self.words(for: error)])
        }
        let cards = stored.kort.map(\.card)
        let found = Self.faults(of: cards)
        guard found.isEmpty else { throw faults(found) }
        self.cards = cards
    }

    /// The cards as a file, always with the same bytes for the same cards.
    package func file() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(StoredCards(version: Self.version, kort: cards.map(StoredCard.init))))
    }

    /// What is wrong in what the cards say.
    private static func faults(of cards: [ServiceCard]) -> [String] {
        var faults: [String] = []
        var seen: Set<ServiceCard.ID> = []
        if cards.isEmpty { faults.append("Filen har inga kort. Skriv minst ett under ”kort”.") }
        for card in cards {
            func add(_ text: String) { faults.append("Kortet ”\(card.id)”: \(text)") }
            let isAddress =
                !card.id.isEmpty && card.id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
            if !isAddress { add("”id” får bara ha små bokstäver a–z, siffror och understreck, eftersom det står i adresser.") }
            if !seen.insert(card.id).inserted { add("det finns två gånger. Behåll ett av dem.") }
            if card.title.isEmpty { add("”namn” saknas. Skriv vad verksamheten heter.") }
            if card.cost.unit.isEmpty { add("kostnaden saknar ”enhet”. Skriv till exempel kronor per elev.") }
            if card.reason.isEmpty { add("”skäl” saknas. Skriv varför verksamheten följs på det här sättet.") }
            for measure in card.quality {
                if !(measure.margin > 0 && measure.margin.isFinite) {
                    add("marginalen för \(measure.keyFigure) är \(written(measure.margin)). Skriv ett tal större än noll.")
                }
                if measure.reason.isEmpty {
                    add("\(measure.keyFigure) saknar ”skäl”. Skriv varför måttet och marginalen valdes.")
                }
            }
            if Set(card.quality.map(\.keyFigure)).count < card.quality.count {
                add("samma kvalitetsmått står två gånger. Behåll ett.")
            }
            if let guarding = card.guarding {
                if !(guarding.limit >= 0 && guarding.limit.isFinite) {
                    add("gränsen för \(guarding.keyFigure) är \(written(guarding.limit)). Skriv noll eller ett större tal.")
                }
                if guarding.reason.isEmpty { add("\(guarding.keyFigure) saknar ”skäl”. Skriv vad vakten vaktar mot.") }
            }
        }
        return faults
    }

    /// A number as Swedish writes it.
    private static func written(_ number: Double) -> String {
        let text = "\(number)".replacing("-", with: "−").replacing(".", with: ",")
        return text.hasSuffix(",0") ? String(text.dropLast(2)) : text
    }

    private static func words(for error: any Error) -> String {
        func place(_ path: [any CodingKey]) -> String {
            let words = path.map { key in key.intValue.map { "nummer \($0 + 1)" } ?? "”\(key.stringValue)”" }
            return words.isEmpty ? "" : " i \(words.joined(separator: ", "))"
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            return "”\(key.stringValue)” saknas\(place(context.codingPath)). Lägg till det."
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            return "Värdet\(place(context.codingPath)) är av fel slag. Skriv text inom citattecken och tal utan."
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            return "Värdet\(place(context.codingPath)) går inte att förstå. \(context.debugDescription)"
        default:
            return "Filen är inte riktig JSON. Kontrollera att alla klamrar, citattecken och kommatecken är på plats."
        }
    }
}

/// Why a file of service cards can't be read.
package struct ServiceCardFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let faults: [String]

    package var description: String { faults.map { "\(file): \($0)" }.joined(separator: "\n") }
}

// The form in the file; its names are those that people write.

private struct StoredVersion: Codable { var version: Int }

private struct StoredCards: Codable {
    var version: Int
    var kort: [StoredCard]
}

private struct StoredCard: Codable {
    struct Cost: Codable {
        var nyckeltal: StoredKeyFigure
        var enhet: String
        var antal: StoredKeyFigure?
    }

    struct Quality: Codable {
        var nyckeltal: StoredKeyFigure
        var bättre: StoredDirection
        var marginal: Double
        var från: Int?
        var skäl: String
    }

    struct Guard: Codable {
        var nyckeltal: StoredKeyFigure
        var gräns: Double
        var från: Int?
        var skäl: String
    }

    var id: String
    var namn: String
    var kostnad: Cost
    var liknande: String
    var kvalitet: [Quality]
    var vakt: Guard?
    var brott: [Int]?
    var skäl: String

    init(_ card: ServiceCard) {
        id = card.id
        namn = card.title
        kostnad = Cost(
            nyckeltal: StoredKeyFigure(id: card.cost.keyFigure),
            enhet: card.cost.unit,
            antal: card.cost.count.map(StoredKeyFigure.init)
        )
        liknande = card.area
        kvalitet = card.quality.map {
            Quality(
                nyckeltal: StoredKeyFigure(id: $0.keyFigure),
                bättre: StoredDirection(direction: $0.better),
                marginal: $0.margin,
                från: $0.firstYear,
                skäl: $0.reason
            )
        }
        vakt = card.guarding.map {
            Guard(nyckeltal: StoredKeyFigure(id: $0.keyFigure), gräns: $0.limit, från: $0.firstYear, skäl: $0.reason)
        }
        brott = card.breaks.isEmpty ? nil : card.breaks
        skäl = card.reason
    }

    var card: ServiceCard {
        ServiceCard(
            id: id,
            title: namn,
            cost: ServiceCard.Cost(kostnad.nyckeltal.id, unit: kostnad.enhet, count: kostnad.antal?.id),
            area: liknande,
            quality: kvalitet.map {
                ServiceCard.Quality(
                    $0.nyckeltal.id,
                    better: $0.bättre.direction,
                    margin: $0.marginal,
                    firstYear: $0.från,
                    reason: $0.skäl
                )
            },
            guarding: vakt.map { ServiceCard.Guard($0.nyckeltal.id, limit: $0.gräns, firstYear: $0.från, reason: $0.skäl) },
            breaks: (brott ?? []).sorted(),
            reason: skäl
        )
    }
}

private struct StoredKeyFigure: Codable {
    var id: KeyFigure.ID

    init(id: KeyFigure.ID) { self.id = id }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let id = KeyFigure.ID(text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "”\(text)” är inte ett nyckeltal. Skriv en bokstav, N eller U, och fem siffror, som N15008."
            )
        }
        self.id = id
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(id.description)
    }
}

private struct StoredDirection: Codable {
    var direction: Direction

    init(direction: Direction) { self.direction = direction }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let direction = Direction(rawValue: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "”\(text)” är ingen riktning. Skriv ”högre” eller ”lägre”, efter vilket som är bättre."
            )
        }
        self.direction = direction
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(direction.rawValue)
    }
}
