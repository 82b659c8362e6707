/// How one row of the file, the years of one key figure, gender and place, becomes bytes and comes back.
///
/// A row is nothing at all when the source is silent about every year. Otherwise, in this order:
///
/// 1. a byte: how many decimals the values have (0 to 15), or `raw`; its highest bit says that some year has no value;
/// 2. when it does, three bits a year: the `CellState`s, from the lowest bit on;
/// 3. unless raw and if there is any value: a byte with the width in bits, and the least value as a signed number of the smallest decimal,
///    in groups of seven bits with the lowest first;
/// 4. the values there are, in order: each value's distance from the least in `width` bits from the lowest bit on, or raw as eight bytes.
///
/// A number of the smallest decimal below 2⁵³ divided by a power of ten up to 10¹⁵ is the double that its decimal text is read to, bit for
/// bit, so nothing is lost; the writer tries it for each value, and what doesn't come back as it was is written raw.
enum RowCoding {
    static let raw: UInt8 = 0x1F
    private static let maximumDecimals = 15
    private static let absent: UInt8 = 0x80
    /// Any width up to this one is read with one load of eight bytes.
    private static let maximumWidth = 56

    /// How long a row of so many years can be.
    static func maximumLength(years: Int) -> Int { 16 + (years * 3 + 7) / 8 + years * 8 }

    /// Writes a row.
    ///
    /// - Parameters:
    ///   - values: one a year; what stands where there is none is ignored.
    ///   - states: one a year.
    ///   - count: how many years.
    ///   - output: room for `maximumLength`, in noughts; eight bytes more are touched.
    ///   - integers: room for as many numbers as years.
    ///   - powers: `powersOfTen`.
    /// - Returns: the row's length.
    static func encode(
        _ values: UnsafePointer<Double>,
        _ states: UnsafePointer<UInt8>,
        count: Int,
        to output: UnsafeMutablePointer<UInt8>,
        integers: UnsafeMutablePointer<Int64>,
        powers: UnsafePointer<Double>
    ) -> Int {
        var present = 0
        var spoken = false
        for year in 0..<count {
            if states[year] == CellState.value { present += 1 }
            if states[year] != CellState.silent { spoken = true }
        }
        if !spoken { return 0 }
        let decimals = Self.decimals(values, states, count: count, integers: integers, powers: powers)
        var at = 1
        output[0] = UInt8(decimals ?? Int(raw))
        if present < count {
            output[0] |= absent
            for year in 0..<count { or(UInt64(states[year]), at: year * 3, into: output + at) }
            at += (count * 3 + 7) / 8
        }
        guard decimals != nil else {
            for year in 0..<count where states[year] == CellState.value {
                UnsafeMutableRawPointer(output + at).storeBytes(of: values[year].bitPattern.littleEndian, as: UInt64.self)
                at += 8
            }
            return at
        }
        if present == 0 { return at }
        var least = integers[0]
        var greatest = integers[0]
        for index in 1..<max(present, 1) {
            least = min(least, integers[index])
            greatest = max(greatest, integers[index])
        }
        let width = 64 - UInt64(greatest - least).leadingZeroBitCount
        output[at] = UInt8(width)
        at += 1
        var rest = UInt64(bitPattern: least << 1 ^ least >> 63)
        while rest >= 0x80 {
            output[at] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest >>= 7
            at += 1
        }
        output[at] = UInt8(rest)
        at += 1
        for index in 0..<present { or(UInt64(integers[index] - least), at: index * width, into: output + at) }
        return at + (present * width + 7) / 8
    }

    /// The fewest decimals with which all the values come back as they are, and the values as numbers of the smallest; nil when there are
    /// none such.
    private static func decimals(
        _ values: UnsafePointer<Double>,
        _ states: UnsafePointer<UInt8>,
        count: Int,
        integers: UnsafeMutablePointer<Int64>,
        powers: UnsafePointer<Double>
    ) -> Int? {
        var decimals = 0
        for year in 0..<count where states[year] == CellState.value {
            while integer(values[year], powers[decimals]) == nil {
                decimals += 1
                if decimals > maximumDecimals { return nil }
            }
        }
        var present = 0
        var least = Int64.max
        var greatest = Int64.min
        for year in 0..<count where states[year] == CellState.value {
            guard let integer = integer(values[year], powers[decimals]) else { return nil }
            integers[present] = integer
            least = min(least, integer)
            greatest = max(greatest, integer)
            present += 1
        }
        if present > 0, UInt64(greatest - least) >> maximumWidth != 0 { return nil }
        return decimals
    }

    @inline(__always)
    private static func integer(_ value: Double, _ power: Double) -> Int64? {
        let scaled = (value * power).rounded(.toNearestOrEven)
        // Minus nought is told from nought by its bits alone.
        guard abs(scaled) <= 0x1p53, (scaled / power).bitPattern == value.bitPattern else { return nil }
        let integer = Int64(scaled)
        return integer == 0 && value.sign == .minus ? nil : integer
    }

    @inline(__always)
    private static func or(_ bits: UInt64, at bit: Int, into output: UnsafeMutablePointer<UInt8>) {
        let place = UnsafeMutableRawPointer(output + (bit >> 3))
        let before = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
        place.storeBytes(of: (before | bits << UInt64(bit & 7)).littleEndian, as: UInt64.self)
    }

    /// Reads a row; false when its bytes can't be one, and then nothing of it may be used.
    ///
    /// - Parameters:
    ///   - row: the row's bytes; eight more can be fetched after them.
    ///   - length: how many they are.
    ///   - count: how many years.
    ///   - values: room for as many; not a number where there is none.
    ///   - states: room for as many.
    ///   - powers: `powersOfTen`.
    /// - Returns: whether the row could be read.
    @inline(__always)
    static func decode(
        _ row: UnsafePointer<UInt8>,
        length: Int,
        count: Int,
        values: UnsafeMutablePointer<Double>,
        states: UnsafeMutablePointer<UInt8>,
        powers: UnsafePointer<Double>
    ) -> Bool {
        if length == 0 {
            for year in 0..<count {
                values[year] = .nan
                states[year] = CellState.silent
            }
            return true
        }
        var at = 1
        var present = count
        if row[0] & absent == 0 {
            for year in 0..<count { states[year] = CellState.value }
        } else {
            guard 1 + (count * 3 + 7) / 8 <= length else { return false }
            for year in 0..<count {
                let state = UInt8(truncatingIfNeeded: word(row + at, year * 3) & 7)
                if state > CellState.silent { return false }
                states[year] = state
                if state != CellState.value { present -= 1 }
            }
            at += (count * 3 + 7) / 8
        }
        let decimals = row[0] & ~absent
        if decimals == raw {
            guard length == at + present * 8 else { return false }
            for year in 0..<count {
                if states[year] == CellState.value {
                    values[year] = Double(bitPattern: word(row + at, 0))
                    at += 8
                    // Nothing but states says that there is no value.
                    if !values[year].isFinite { return false }
                } else {
                    values[year] = .nan
                }
            }
            return true
        }
        guard decimals <= maximumDecimals else { return false }
        if present == 0 {
            for year in 0..<count { values[year] = .nan }
            return length == at
        }
        guard at + 2 <= length else { return false }
        let width = Int(row[at])
        guard width <= maximumWidth else { return false }
        at += 1
        var rest: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard at < length, shift < 63 else { return false }
            let byte = row[at]
            at += 1
            rest |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        let least = Int64(bitPattern: rest >> 1) ^ -Int64(rest & 1)
        guard length == at + (present * width + 7) / 8 else { return false }
        let mask: UInt64 = (1 << UInt64(width)) - 1
        let power = powers[Int(decimals)]
        let bits = row + at
        if present == count {
            for year in 0..<count {
                values[year] = Double(least &+ Int64(truncatingIfNeeded: word(bits, year * width) & mask)) / power
            }
            return true
        }
        var bit = 0
        for year in 0..<count {
            if states[year] == CellState.value {
                values[year] = Double(least &+ Int64(truncatingIfNeeded: word(bits, bit) & mask)) / power
                bit += width
            } else {
                values[year] = .nan
            }
        }
        return true
    }

    @inline(__always)
    private static func word(_ bytes: UnsafePointer<UInt8>, _ bit: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes + (bit >> 3)).loadUnaligned(as: UInt64.self)) >> UInt64(bit & 7)
    }
}
