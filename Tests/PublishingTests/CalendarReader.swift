/// A part of a calendar, as a reader of iCalendar sees it: the calendar itself, an event, the time zone.
struct CalendarPart {
    var name: String
    var lines: [Line] = []
    var parts: [CalendarPart] = []

    /// A content line when it has been unfolded.
    struct Line {
        var name: String
        var parameters: String
        var value: [UInt8]
    }

    /// The values of a property, as they stand.
    func values(_ name: String) -> [String] {
        lines.filter { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// The only value of a property, as it stands, with its parameters before it.
    func value(_ name: String) -> String? {
        let found = lines.filter { $0.name == name }
        return found.count == 1 ? found[0].parameters + ":" + String(decoding: found[0].value, as: UTF8.self) : nil
    }

    /// The only value of a property, as the bytes of the text that it stands for.
    func text(_ name: String) throws -> [UInt8]? {
        let found = lines.filter { $0.name == name }
        return found.count == 1 ? try CalendarReader.texts(found[0].value).first : nil
    }

    /// The parts within with that name.
    func all(_ name: String) -> [CalendarPart] {
        parts.filter { $0.name == name }
    }
}

/// A small strict reader of iCalendar.
enum CalendarReader {
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    /// The calendar.
    static func read(_ bytes: [UInt8]) throws -> CalendarPart {
        var open: [CalendarPart] = []
        var whole: CalendarPart?
        for line in try unfolded(bytes) {
            let line = try contentLine(line)
            let value = String(decoding: line.value, as: UTF8.self)
            guard whole == nil else { throw Fault(description: "\(line.name) after the end") }
            switch line.name {
            case "BEGIN": open.append(CalendarPart(name: value))
            case "END":
                guard let part = open.popLast(), part.name == value else { throw Fault(description: "END:\(value) ends nothing") }
                if open.isEmpty { whole = part } else { open[open.count - 1].parts.append(part) }
            default:
                guard !open.isEmpty else { throw Fault(description: "\(line.name) before the beginning") }
                open[open.count - 1].lines.append(line)
            }
        }
        guard let whole else { throw Fault(description: "no end") }
        return whole
    }

    /// The lines as they are sent, without CR and LF.
    static func sent(_ bytes: [UInt8]) throws -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: 0x0D) {
            guard rest.index(after: end) < rest.endIndex, rest[end + 1] == 0x0A else { throw Fault(description: "CR without LF") }
            lines.append(rest[..<end])
            rest = rest[(end + 2)...]
        }
        guard rest.isEmpty else { throw Fault(description: "the last line has no end") }
        for line in lines {
            guard line.count <= 75 else { throw Fault(description: "a line of \(line.count) octets") }
            guard !line.isEmpty else { throw Fault(description: "an empty line") }
            guard let text = String(validating: line, as: UTF8.self) else { throw Fault(description: "a parted character") }
            for scalar in text.unicodeScalars where scalar.value != 9 && scalar.properties.generalCategory == .control {
                throw Fault(description: "U+\(String(scalar.value, radix: 16))")
            }
        }
        return lines
    }

    /// The lines when they have been unfolded.
    static func unfolded(_ bytes: [UInt8]) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for line in try sent(bytes) {
            if line.first == 0x20 || line.first == 0x09 {
                guard !lines.isEmpty else { throw Fault(description: "a fold before the first line") }
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(Array(line))
            }
        }
        return lines
    }

    /// The texts that a value stands for: one, or more with commas between.
    static func texts(_ value: [UInt8]) throws -> [[UInt8]] {
        var texts: [[UInt8]] = [[]]
        var rest = value[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\\"):
                switch rest.popFirst() {
                case UInt8(ascii: "n"), UInt8(ascii: "N"): texts[texts.count - 1].append(0x0A)
                case let next? where "\\;,".utf8.contains(next): texts[texts.count - 1].append(next)
                default: throw Fault(description: "an escape of nothing")
                }
            case UInt8(ascii: ","): texts.append([])
            case UInt8(ascii: ";"): throw Fault(description: "a semicolon that is not escaped")
            default: texts[texts.count - 1].append(byte)
            }
        }
        return texts
    }

    private static func contentLine(_ line: [UInt8]) throws -> CalendarPart.Line {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw Fault(description: "a line without a colon") }
        let name = line[..<colon].prefix { $0 != UInt8(ascii: ";") }
        guard !name.isEmpty, name.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "-") })
        else { throw Fault(description: "the name \(String(decoding: name, as: UTF8.self))") }
        return CalendarPart.Line(
            name: String(decoding: name, as: UTF8.self),
            parameters: String(decoding: line[name.count..<colon], as: UTF8.self),
            value: Array(line[(colon + 1)...])
        )
    }
}
