/// A figure with its decimals as the source gives them, exactly: 12.5 is not 12.50, and neither is a nearest binary number.
///
/// Acts are for ever and are hashed, so a figure that is copied into one is kept as the text it is, and not as a floating-point number
/// whose printed form may differ between versions.
package struct DecimalFigure: Hashable, Sendable {
    /// The figure without its decimal point: 125 for 12.5.
    package let digits: Int64
    /// How many of the digits stand after the point: 1 for 12.5.
    package let decimals: Int

    /// The most decimals that are kept.
    package static let mostDecimals = 9
    /// The greatest number of digits before and after the point, together.
    package static let mostDigits = 15

    /// A figure of digits of which some are decimals; nil when there are more than can be kept.
    package init?(digits: Int64, decimals: Int) {
        guard (0...Self.mostDecimals).contains(decimals), digits.magnitude < 1_000_000_000_000_000 else { return nil }
        self.digits = digits
        self.decimals = decimals
    }

    /// The figure written as `12.5` or `-0.32`; nil when the text is written in another way.
    package init?(_ text: some StringProtocol) {
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        let parts = text.utf8.dropFirst(isNegative ? 1 : 0).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count) else { return nil }
        var digits: Int64 = 0
        var count = 0
        for part in parts {
            guard !part.isEmpty else { return nil }
            for byte in part {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < Self.mostDigits else { return nil }
                digits = digits * 10 + Int64(byte - UInt8(ascii: "0"))
                count += 1
            }
        }
        // 007 and -0 would be second ways to write the same figure.
        if parts[0].count > 1, parts[0].first == UInt8(ascii: "0") { return nil }
        if isNegative, digits == 0 { return nil }
        self.init(digits: isNegative ? -digits : digits, decimals: parts.count == 2 ? parts[1].count : 0)
    }

    /// The figure nearest to a number, with so many decimals at most and no noughts last; nil when it is too great or no number.
    package init?(_ number: Double, decimals: Int) {
        guard number.isFinite, (0...Self.mostDecimals).contains(decimals) else { return nil }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (number * scale).rounded()
        guard scaled.magnitude < 1e15 else { return nil }
        var digits = Int64(scaled)
        var kept = decimals
        while kept > 0, digits % 10 == 0 {
            digits /= 10
            kept -= 1
        }
        self.init(digits: digits, decimals: kept)
    }

    /// The nearest binary number, to reckon with.
    package var number: Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return Double(digits) / scale
    }

    /// `12.5`, `-0.32`.
    package var text: String {
        let figures = String(digits.magnitude)
        let padded = String(repeating: "0", count: max(0, decimals + 1 - figures.utf8.count)) + figures
        let whole = padded.dropLast(decimals)
        return (digits < 0 ? "-" : "") + whole + (decimals > 0 ? "." + padded.suffix(decimals) : "")
    }
}

extension DecimalFigure: Codable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let figure = DecimalFigure(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a figure: \(text)")
        }
        self = figure
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
