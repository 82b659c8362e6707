/// Powers of ten that a double holds exactly, 10⁰ to 10²².
///
/// They lie for ever in one place, so that the readers' inner loops reach them without a check.
nonisolated(unsafe) let powersOfTen: UnsafePointer<Double> = {
    let powers = UnsafeMutablePointer<Double>.allocate(capacity: 23)
    var power = 1.0
    for exponent in 0..<23 {
        powers[exponent] = power
        power *= 10
    }
    return UnsafePointer(powers)
}()

/// Reads one decimal number to the double nearest to it, and goes past it.
///
/// Up to fifteen figures or so with few decimals are exact in one multiplication or division (Clinger 1990); the rest go to the standard
/// library, which rounds correctly too. The grammar is JSON's, so that neither '.5', '007', 'NaN' nor '0x1p3' is a number.
///
/// - Parameters:
///   - at: where the number begins, in bytes that end in a nought; afterwards the first byte after it.
///   - powers: `powersOfTen`.
///   - point: what stands before the decimals.
/// - Returns: nil for what is no number or too large for a double.
@inline(__always)
func readDecimal(_ at: inout UnsafePointer<UInt8>, _ powers: UnsafePointer<Double>, point: UInt8 = UInt8(ascii: ".")) -> Double? {
    let start = at
    var p = at
    let isNegative = p.pointee == UInt8(ascii: "-")
    if isNegative { p += 1 }
    var mantissa: UInt64 = 0
    let firstFigure = p
    while true {
        let figure = p.pointee &- UInt8(ascii: "0")
        if figure > 9 { break }
        mantissa = mantissa &* 10 &+ UInt64(figure)
        p += 1
    }
    var figures = p - firstFigure
    if figures == 0 || (figures > 1 && firstFigure.pointee == UInt8(ascii: "0")) { return nil }
    var exponent = 0
    if p.pointee == point {
        p += 1
        let firstDecimal = p
        while true {
            let figure = p.pointee &- UInt8(ascii: "0")
            if figure > 9 { break }
            mantissa = mantissa &* 10 &+ UInt64(figure)
            p += 1
        }
        let decimals = p - firstDecimal
        if decimals == 0 { return nil }
        figures += decimals
        exponent = -decimals
    }
    if p.pointee | 0x20 == UInt8(ascii: "e") {
        p += 1
        let isSmall = p.pointee == UInt8(ascii: "-")
        if isSmall || p.pointee == UInt8(ascii: "+") { p += 1 }
        let firstFigure = p
        var power = 0
        while true {
            let figure = p.pointee &- UInt8(ascii: "0")
            if figure > 9 { break }
            power = min(power * 10 + Int(figure), 100_000)
            p += 1
        }
        if p == firstFigure { return nil }
        exponent += isSmall ? -power : power
    }
    at = p
    // Nineteen figures can't have overflowed the mantissa, and below 2⁵³ it is exact as a double.
    if figures <= 19, mantissa <= 1 << 53, exponent >= -22, exponent <= 22 {
        let magnitude = Double(mantissa)
        let value = exponent < 0 ? magnitude / powers[-exponent] : magnitude * powers[exponent]
        return isNegative ? -value : value
    }
    return readLongDecimal(start, p, point)
}

@inline(never)
private func readLongDecimal(_ start: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>, _ point: UInt8) -> Double? {
    var text = String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
    if point != UInt8(ascii: "."), let comma = text.utf8.firstIndex(of: point) { text.replaceSubrange(comma...comma, with: ".") }
    return Double(text).flatMap { $0.isFinite ? $0 : nil }
}
