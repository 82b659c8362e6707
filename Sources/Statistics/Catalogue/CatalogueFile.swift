/// The catalogue as one file: lines of fields with tabs between, in UTF-8.
///
/// The first line has the name of the format with its version, the CRC-32 of all that follows, and how many bytes that is. Then a line for
/// each thing: `D` the day of the fetch, `F` a key figure, `P` a place, `G` a group. A tab, a line break and a backslash in a text are
/// written `\t`, `\n` and `\\`. An empty field says that the source has none.
extension Catalogue {
    private static let name = "samverka-katalog-1"

    /// The file's bytes.
    package var encoded: [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(figures.count * 600)
        Self.write(["D", fetched.description], to: &body)
        for figure in figures {
            Self.write(
                [
                    "F", figure.id.description, figure.title, figure.description, figure.isDividedByGender ? "1" : "0",
                    figure.level.rawValue, figure.auspice ?? "", figure.operatingArea, figure.perspective ?? "",
                    figure.preliminaryPublication?.description ?? "", figure.publication?.description ?? "",
                    figure.publicationPeriod.map(String.init) ?? "", figure.hasUnits ? "1" : "0",
                ],
                to: &body
            )
        }
        for place in places { Self.write(["P", place.code, place.name, place.isRegion ? "L" : "K"], to: &body) }
        for group in groups { Self.write(["G", group.id, group.title, group.members.joined(separator: " ")], to: &body) }
        return Array("\(Self.name)\t\(CyclicCheck.of(body[...]))\t\(body.count)\n".utf8) + body
    }

    private static func write(_ fields: [String], to body: inout [UInt8]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { body.append(UInt8(ascii: "\t")) }
            for byte in field.utf8 {
                switch byte {
                case UInt8(ascii: "\t"): body += "\\t".utf8
                case UInt8(ascii: "\n"): body += "\\n".utf8
                case UInt8(ascii: "\\"): body += "\\\\".utf8
                default: body.append(byte)
                }
            }
        }
        body.append(UInt8(ascii: "\n"))
    }

    /// Reads a file.
    ///
    /// - Parameter file: the file as it lay on the disk.
    /// - Throws: when it isn't such a file, or isn't whole.
    package init(_ file: StatisticsTable.File) throws(StatisticsFaults) {
        var reader = CatalogueFileReader(file)
        guard let end = file.bytes.firstIndex(of: UInt8(ascii: "\n")) else {
            throw reader.faults("Filen är ingen katalog. Hämta statistiken igen med samverka statistics fetch.", line: 1)
        }
        let head = file.bytes[..<end].split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
        guard head.first == Self.name, head.count == 3 else {
            throw reader.faults("Filen är ingen katalog som den här versionen läser. Hämta statistiken igen.", line: 1)
        }
        guard head[2] == String(file.bytes.count - end - 1), head[1] == String(CyclicCheck.of(file.bytes[(end + 1)...])) else {
            throw reader.faults("Filen är inte hel. Hämta statistiken igen med samverka statistics fetch.", line: 1)
        }
        self = try reader.catalogue(from: end + 1)
    }
}

private struct CatalogueFileReader {
    private let file: StatisticsTable.File
    private var line = 1
    private var fields: [ArraySlice<UInt8>] = []

    init(_ file: StatisticsTable.File) { self.file = file }

    mutating func catalogue(from start: Int) throws(StatisticsFaults) -> Catalogue {
        var day: PublicationDay?
        var figures: [CatalogueFigure] = []
        var places: [Catalogue.Place] = []
        var groups: [Catalogue.Group] = []
        // A few texts stand in thousands of lines: each is made once.
        var kept: [ArraySlice<UInt8>: String] = [:]
        var start = start
        while start < file.bytes.count {
            takeLine(&start)
            line += 1
            switch fields.first?.first {
            case UInt8(ascii: "D") where fields.count == 2: day = PublicationDay(text(1))
            case UInt8(ascii: "F") where fields.count == 13:
                guard let id = KeyFigure.ID(text(1)), let level = CatalogueFigure.Level(rawValue: text(5)) else {
                    throw unreadable
                }
                figures.append(
                    CatalogueFigure(
                        id: id,
                        title: text(2),
                        description: text(3),
                        isDividedByGender: text(4) == "1",
                        level: level,
                        auspice: fields[6].isEmpty ? nil : shared(6, &kept),
                        operatingArea: shared(7, &kept),
                        perspective: fields[8].isEmpty ? nil : shared(8, &kept),
                        preliminaryPublication: fields[9].isEmpty ? nil : PublicationDay(text(9)),
                        publication: fields[10].isEmpty ? nil : PublicationDay(text(10)),
                        publicationPeriod: Int(decimals: fields[11]),
                        hasUnits: text(12) == "1"
                    )
                )
            case UInt8(ascii: "P") where fields.count == 4:
                places.append(.init(code: text(1), name: text(2), isRegion: text(3) == "L"))
            case UInt8(ascii: "G") where fields.count == 4:
                let members = fields[3].split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
                groups.append(.init(id: text(1), title: text(2), members: members))
            default: throw unreadable
            }
        }
        guard let day else { throw unreadable }
        return Catalogue(fetched: day, figures: figures, places: places, groups: groups)
    }

    private mutating func takeLine(_ start: inout Int) {
        fields.removeAll(keepingCapacity: true)
        var index = start
        while index < file.bytes.count, file.bytes[index] != UInt8(ascii: "\n") {
            if file.bytes[index] == UInt8(ascii: "\t") {
                fields.append(file.bytes[start..<index])
                start = index + 1
            }
            index += 1
        }
        fields.append(file.bytes[start..<index])
        start = index + 1
    }

    private func shared(_ number: Int, _ kept: inout [ArraySlice<UInt8>: String]) -> String {
        if let text = kept[fields[number]] { return text }
        let text = text(number)
        kept[fields[number]] = text
        return text
    }

    private func text(_ number: Int) -> String {
        let field = fields[number]
        guard field.contains(UInt8(ascii: "\\")) else { return String(decoding: field, as: UTF8.self) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in field {
            switch (isEscaped, byte) {
            case (false, UInt8(ascii: "\\")): isEscaped = true
            case (false, _): bytes.append(byte)
            case (true, _):
                bytes.append(
                    byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte == UInt8(ascii: "t") ? UInt8(ascii: "\t") : byte
                )
                isEscaped = false
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private var unreadable: StatisticsFaults {
        faults("Raden går inte att läsa. Hämta statistiken igen med samverka statistics fetch.", line: line)
    }

    func faults(_ message: String, line: Int) -> StatisticsFaults {
        StatisticsFaults(faults: [StatisticsFault(file: file.name, line: line, message: message)])
    }
}

/// The check sum that zip and PNG use, CRC-32, over all bytes.
enum CyclicCheck {
    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let table = table
        return ~bytes.reduce(UInt32.max) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
    }
}
