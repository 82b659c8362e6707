import Cooperation
import Statistics

/// What of a key figure is looked at, whole in the address, so that it can be shared: `?kommun=haninge&jamfor=liknande&bild=rang`.
struct KeyFigureChoice: Equatable, Sendable {
    /// Whom the members are held against.
    enum Others: Equatable, Sendable {
        case members
        /// Those that RKA has found to be like the one that is looked at.
        case similar
        case county
        case all
        /// Those with these codes.
        case own([String])

        /// What the address calls it.
        var text: String {
            switch self {
            case .members: "medlemmar"
            case .similar: "liknande"
            case .county: "lan"
            case .all: "alla"
            case .own(let codes): "egna:" + codes.joined(separator: ",")
            }
        }
    }

    /// How the values are drawn.
    enum Picture: String, CaseIterable, Sendable {
        case lines = "linje"
        case dots = "punkter"
        case ranking = "rang"
        case genders = "kon"
        case map = "karta"
    }

    /// The code of the municipality that is looked at.
    var municipality: String?
    var others = Others.members
    var gender = Gender.total
    /// The year of everything but lines; nil for the latest.
    var year: Int?
    var picture = Picture.lines

    /// The most municipalities that somebody may choose: beyond this, all is the choice.
    static let mostOwn = 60

    /// What an address asks for.
    ///
    /// - Throws: what is wrong, in words, when a part of it isn't among the choices.
    init(_ query: Query, _ vintage: StatisticsVintage, _ reading: Reading) throws(Fault) {
        let words = reading.words.comparisons
        func text(_ name: String) -> String? { query[name].flatMap { $0.isBlank ? nil : $0 } }
        if let name = text(QueryName.municipality) {
            guard let code = Self.code(of: name, vintage, reading) else {
                throw .notFoundBecause(words.noSuchPlace(String(name.prefix(40))))
            }
            municipality = code
        }
        let own = text(QueryName.ownChoice)
        switch text(QueryName.others) {
        case nil: others = own == nil ? .members : .own(try Self.codes(own ?? "", vintage, reading))
        case "medlemmar": others = .members
        case "liknande": others = .similar
        case "lan": others = .county
        case "alla": others = .all
        case "egna": others = .own(try Self.codes(own ?? "", vintage, reading))
        case let given? where given.hasPrefix("egna:"):
            others = .own(try Self.codes(String(given.dropFirst(5)), vintage, reading))
        case let given?:
            throw .badRequest(words.noSuchChoice(String(given.prefix(40)), "medlemmar, liknande, lan, alla, egna:0126,0127"))
        }
        if let given = text(QueryName.gender) {
            guard let found = Gender.allCases.first(where: { $0.addressText == given }) else {
                throw .badRequest(
                    words.noSuchChoice(String(given.prefix(40)), Gender.allCases.map(\.addressText).joined(separator: ", "))
                )
            }
            gender = found
        }
        if let given = text(QueryName.year) {
            guard let found = Int(given), (1900...2199).contains(found) else {
                throw .badRequest(words.noYear(String(given.prefix(40))))
            }
            year = found
        }
        if let given = text(QueryName.picture) {
            guard let found = Picture(rawValue: given) else {
                throw .badRequest(
                    words.noSuchChoice(String(given.prefix(40)), Picture.allCases.map(\.rawValue).joined(separator: ", "))
                )
            }
            picture = found
        }
    }

    /// The names in the address that a page of a key figure reads.
    static let names = [
        QueryName.municipality, QueryName.others, QueryName.ownChoice, QueryName.gender, QueryName.year, QueryName.picture,
    ]

    /// The choice as an address has it: only what isn't as it is without.
    func query(_ reading: Reading) -> [(name: String, value: String)] {
        var query: [(name: String, value: String)] = []
        if let municipality { query.append((QueryName.municipality, Self.addressName(of: municipality, reading))) }
        if others != .members { query.append((QueryName.others, others.text)) }
        if gender != .total { query.append((QueryName.gender, gender.addressText)) }
        if let year { query.append((QueryName.year, "\(year)")) }
        if picture != .lines { query.append((QueryName.picture, picture.rawValue)) }
        return query
    }

    /// The same choice with something else changed.
    func with(_ change: (inout Self) -> Void) -> Self {
        var other = self
        change(&other)
        return other
    }

    /// A municipality as an address calls it: a member by its name there, another by its code.
    static func addressName(of code: String, _ reading: Reading) -> String {
        reading.cooperation.members.members.first { $0.facts.code == code }?.facts.id.text ?? code
    }

    /// The code of a municipality by its code, its name or what the address calls it; nil when there is none such.
    private static func code(of name: String, _ vintage: StatisticsVintage, _ reading: Reading) -> String? {
        let members = reading.cooperation.members.members
        if let member = members.first(where: { $0.facts.id.text == name || $0.facts.code == name || $0.facts.name == name }) {
            return member.facts.code
        }
        if vintage.isMunicipality(name) { return name }
        let lowercased = name.lowercased()
        return vintage.municipalities.first { vintage.name(of: $0).lowercased() == lowercased }
    }

    private static func codes(_ text: String, _ vintage: StatisticsVintage, _ reading: Reading) throws(Fault) -> [String] {
        let words = reading.words.comparisons
        var codes: [String] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == ";" }) {
            let name = String(part).trimmedOfSpaces
            guard !name.isEmpty else { continue }
            guard let code = code(of: name, vintage, reading) else {
                throw .notFoundBecause(words.noSuchPlace(String(name.prefix(40))))
            }
            if !codes.contains(code) { codes.append(code) }
        }
        guard !codes.isEmpty else { throw .badRequest(words.nobodyNamed) }
        guard codes.count <= mostOwn else { throw .badRequest(words.tooManyNamed(reading.words.number(mostOwn))) }
        return codes
    }
}

extension Gender {
    /// What addresses call it.
    var addressText: String {
        switch self {
        case .total: "alla"
        case .women: "kvinnor"
        case .men: "man"
        }
    }
}

extension String {
    /// The text without blanks around it.
    fileprivate var trimmedOfSpaces: String {
        let space = UInt8(ascii: " ")
        guard let start = utf8.firstIndex(where: { $0 != space }), let end = utf8.lastIndex(where: { $0 != space }) else {
            return ""
        }
        return String(self[start...end])
    }
}

extension QueryName {
    /// Whom the members are held against.
    static let others = "jamfor"
    /// The municipalities that somebody has chosen, as a form sends them.
    static let ownChoice = "egna"
    static let gender = "kon"
    static let year = "ar"
    static let picture = "bild"
    /// What key figures are searched for.
    static let keyFigureSearch = "sok"
    static let area = "omrade"
    static let perspective = "perspektiv"
}
