package import Markup

/// The outlines of areas that are known, by municipality code.
///
/// A cooperation whose municipalities aren't among them gets no map.
package enum Outlines {
    /// The rings of a municipality, with y downwards; nil if it isn't known.
    ///
    /// - Parameter code: four digits, '0136'.
    /// - Returns: the rings; the first point isn't repeated at the end.
    package static func rings(of code: String) -> [[Point]]? { rings[code] }

    /// Where the middle of a municipality's name stands best: as far inside its largest part as can be; nil if it isn't known.
    ///
    /// Wherever the map is drawn and however large, it is the same place, and it takes long to find.
    package static func middle(of code: String) -> Point? { middles[code] }

    private static let middles = rings.compactMapValues { rings in
        rings.map { Polygon.middle(of: $0) }.max { $0.room < $1.room }?.point
    }

    /// The codes that have outlines, in order.
    package static var codes: [String] { rings.keys.sorted() }

    private static let rings = SodertornOutlines.written.compactMapValues(decoded)

    /// Rings that are written as numbers; nil if they aren't whole.
    ///
    /// - Parameter written: rings apart by `;`, in each the first point and then the steps to the next, as `x,y` apart by blanks.
    /// - Returns: the rings.
    static func decoded(_ written: String) -> [[Point]]? {
        var rings: [[Point]] = []
        for text in written.utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            var ring: [Point] = []
            var last = Point(x: 0, y: 0)
            for pair in text.split(separator: UInt8(ascii: " ")) {
                let numbers = pair.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map(number)
                guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
                last = Point(x: last.x + x, y: last.y + y)
                ring.append(last)
            }
            guard ring.count >= 3 else { return nil }
            rings.append(ring)
        }
        return rings
    }

    private static func number(_ digits: Substring.UTF8View.SubSequence) -> Double? {
        Int(String(Substring(digits))).map(Double.init)
    }
}
