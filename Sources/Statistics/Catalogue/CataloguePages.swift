import FoundationEssentials

/// Reads the pages of the source's catalogue (`/v3/kpi`, `/v3/municipality`, `/v3/municipality_groups`).
///
/// What isn't as it should be is told with the file and the place, and nothing of such a page is used.
package enum CataloguePages {
    /// A page by the name that faults are told with.
    package typealias File = StatisticsTable.File

    /// The key figures on a page.
    package static func figures(_ file: File) throws(StatisticsFaults) -> [CatalogueFigure] {
        try entries(FigureEntry.self, file).figured(file)
    }

    /// The municipalities, regions and the country on a page.
    package static func places(_ file: File) throws(StatisticsFaults) -> [Catalogue.Place] {
        try read(PlaceEntry.self, file) { entry in
            guard entry.id.isCode else { return .failure("”\(entry.id)” är inte en kommunkod med fyra siffror.") }
            guard entry.type == "K" || entry.type == "L" else {
                return .failure("Typen ”\(entry.type)” är okänd. Den ska vara K eller L.")
            }
            return .success(.init(code: entry.id, name: RepairedText.repair(entry.title), isRegion: entry.type == "L"))
        }
    }

    /// The groups on a page.
    package static func groups(_ file: File) throws(StatisticsFaults) -> [Catalogue.Group] {
        try read(GroupEntry.self, file) { entry in
            guard entry.id.utf8.first == UInt8(ascii: "G"), Int(decimals: entry.id.utf8.dropFirst()) != nil else {
                return .failure("”\(entry.id)” är inte ett id för en grupp.")
            }
            for member in entry.members where !member.id.isCode {
                return .failure("Medlemmen ”\(member.id)” är inte en kommunkod med fyra siffror.")
            }
            return .success(.init(id: entry.id, title: RepairedText.repair(entry.title), members: entry.members.map(\.id)))
        }
    }

    /// The address of the page that follows on one; nil on the last.
    ///
    /// - Throws: when the page isn't one.
    package static func next(after file: File) throws(StatisticsFaults) -> String? {
        try envelope(Nothing.self, file).next
    }

    private struct Nothing: Decodable {
        init(from decoder: any Decoder) throws {}
    }
}

/// What became of an entry: the value, or what is wrong with it.
private enum Read<Value> {
    case success(Value)
    case failure(String)
}

private struct Envelope<Entry: Decodable>: Decodable {
    var values: [Entry]
    var next: String?

    private enum CodingKeys: String, CodingKey {
        case values, next = "next_url", formerNext = "next_page"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        values = try fields.decode([Entry].self, forKey: .values)
        // The second version's name for it is read too: who takes it for the last page stops after the first five thousand.
        next = try fields.decodeIfPresent(String.self, forKey: .next) ?? fields.decodeIfPresent(String.self, forKey: .formerNext)
    }
}

private struct PlaceEntry: Decodable {
    var id: String
    var title: String
    var type: String
}

private struct GroupEntry: Decodable {
    struct Member: Decodable {
        var id: String

        private enum CodingKeys: String, CodingKey {
            case id = "member_id", formerID = "id"
        }

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            if let id = try fields.decodeIfPresent(String.self, forKey: .formerID) {
                self.id = id
            } else {
                id = try fields.decode(String.self, forKey: .id)
            }
        }
    }

    var id: String
    var title: String
    var members: [Member]
}

private struct FigureEntry: Decodable {
    var id: String
    var title: String
    var description: String?
    var isDividedByGender: Bool
    var level: String
    var auspice: String?
    var operatingArea: String?
    var perspective: String?
    var preliminaryPublication: String?
    var publication: String?
    var publicationPeriod: String?
    var hasUnits: Bool

    private enum CodingKeys: String, CodingKey {
        case id, title, description, auspice, auspices, perspective
        case isDividedByGender = "is_divided_by_gender"
        case level = "municipality_type"
        case operatingArea = "operating_area"
        case preliminaryPublication = "prel_publication_date"
        case publication = "publication_date"
        case publicationPeriod = "publ_period"
        case hasUnits = "has_ou_data"
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.decode(String.self, forKey: .id)
        title = try fields.decode(String.self, forKey: .title)
        description = try fields.decodeIfPresent(String.self, forKey: .description)
        isDividedByGender = try fields.flag(.isDividedByGender)
        level = try fields.decode(String.self, forKey: .level)
        auspice =
            try fields.decodeIfPresent(String.self, forKey: .auspice) ?? fields.decodeIfPresent(String.self, forKey: .auspices)
        operatingArea = try fields.decodeIfPresent(String.self, forKey: .operatingArea)
        perspective = try fields.decodeIfPresent(String.self, forKey: .perspective)
        preliminaryPublication = try fields.decodeIfPresent(String.self, forKey: .preliminaryPublication)
        publication = try fields.decodeIfPresent(String.self, forKey: .publication)
        publicationPeriod = try fields.textOrNumber(.publicationPeriod)
        hasUnits = try fields.flag(.hasUnits)
    }
}

extension KeyedDecodingContainer {
    /// True, false, 0, 1, null or nothing, as the versions have it.
    fileprivate func flag(_ key: Key) throws -> Bool {
        if let flag = try? decodeIfPresent(Bool.self, forKey: key) { return flag }
        return try decodeIfPresent(Int.self, forKey: key).map { $0 != 0 } ?? false
    }

    fileprivate func textOrNumber(_ key: Key) throws -> String? {
        if let number = try? decodeIfPresent(Int.self, forKey: key) { return String(number) }
        return try decodeIfPresent(String.self, forKey: key)
    }
}

extension [FigureEntry] {
    fileprivate func figured(_ file: StatisticsTable.File) throws(StatisticsFaults) -> [CatalogueFigure] {
        try checked(file) { entry in
            guard let id = KeyFigure.ID(entry.id) else {
                return .failure("”\(entry.id)” är inte ett nyckeltal. Det ska vara N eller U och fem siffror.")
            }
            let title = RepairedText.repair(entry.title)
            guard !title.isEmpty else { return .failure("\(id) har ingen titel.") }
            guard let level = CatalogueFigure.Level(rawValue: entry.level) else {
                return .failure("\(id) har typen ”\(entry.level)”, som är okänd. Den ska vara K, L eller A.")
            }
            for day in [entry.preliminaryPublication, entry.publication] {
                if let day, !day.isEmpty, PublicationDay(day.prefix(10)) == nil {
                    return .failure("\(id) har publiceringsdagen ”\(day)”, som inte är en dag.")
                }
            }
            let period = entry.publicationPeriod.flatMap { Int(decimals: $0.utf8.prefix(4)) }
            return .success(
                CatalogueFigure(
                    id: id,
                    title: title,
                    description: RepairedText.repair(entry.description ?? ""),
                    isDividedByGender: entry.isDividedByGender,
                    level: level,
                    auspice: entry.auspice,
                    operatingArea: RepairedText.repair(entry.operatingArea ?? "Övrigt"),
                    perspective: entry.perspective.map(RepairedText.repair),
                    preliminaryPublication: entry.preliminaryPublication.flatMap { PublicationDay($0.prefix(10)) },
                    publication: entry.publication.flatMap { PublicationDay($0.prefix(10)) },
                    publicationPeriod: period.flatMap { (1900...2200).contains($0) ? $0 : nil },
                    hasUnits: entry.hasUnits
                )
            )
        }
    }
}

extension String {
    /// Whether it is four figures.
    fileprivate var isCode: Bool { utf8.count == 4 && Int(decimals: utf8) != nil }
}

extension Array where Element: Decodable {
    fileprivate func checked<Value>(
        _ file: StatisticsTable.File,
        _ check: (Element) -> Read<Value>
    ) throws(StatisticsFaults) -> [Value] {
        var values: [Value] = []
        var faults: [StatisticsFault] = []
        values.reserveCapacity(count)
        for (index, entry) in enumerated() {
            switch check(entry) {
            case .success(let value): values.append(value)
            case .failure(let message): faults.append(fault(file, "Post \(index + 1): \(message)"))
            }
        }
        guard faults.isEmpty else { throw StatisticsFaults(faults: faults) }
        return values
    }
}

extension CataloguePages {
    private static func read<Entry: Decodable, Value>(
        _ type: Entry.Type,
        _ file: File,
        _ check: (Entry) -> Read<Value>
    ) throws(StatisticsFaults) -> [Value] {
        try entries(type, file).checked(file, check)
    }

    private static func entries<Entry: Decodable>(_ type: Entry.Type, _ file: File) throws(StatisticsFaults) -> [Entry] {
        try envelope(type, file).values
    }

    private static func envelope<Entry: Decodable>(_ type: Entry.Type, _ file: File) throws(StatisticsFaults) -> Envelope<Entry> {
        if let place = firstFaultyByte(file.bytes) {
            throw StatisticsFaults(faults: [fault(file, "Byte \(place + 1) är inte UTF-8. Hämta sidan igen.")])
        }
        do {
            return try JSONDecoder().decode(Envelope<Entry>.self, from: Data(file.bytes))
        } catch let error as DecodingError {
            throw StatisticsFaults(faults: [fault(file, words(error))])
        } catch {
            throw StatisticsFaults(faults: [fault(file, "Sidan är inte JSON. Hämta den igen.")])
        }
    }

    /// Where the first byte is that isn't UTF-8, counted from 0.
    private static func firstFaultyByte(_ bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var place = 0
        while case .valid(let sign) = parser.parseScalar(from: &iterator) { place += sign.count }
        return place
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "Fältet ”\(key.stringValue)” saknas\(place(context.codingPath))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "Värdet är av fel slag\(place(context.codingPath))."
        case .dataCorrupted(let context):
            "Sidan är inte hel JSON\(place(context.codingPath)). Hämta den igen."
        @unknown default: "Sidan går inte att läsa. Hämta den igen."
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "" }
        let steps = path.map { key in key.intValue.map { "post \($0 + 1)" } ?? "”\(key.stringValue)”" }
        return " i " + steps.joined(separator: ", ")
    }
}

private func fault(_ file: StatisticsTable.File, _ message: String) -> StatisticsFault {
    StatisticsFault(file: file.name, line: 1, message: message)
}
