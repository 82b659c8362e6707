/// Three to five round numbers that a scale is marked with.
struct Ticks {
    let values: [Double]

    var lower: Double { values.first ?? 0 }
    var upper: Double { values.last ?? 1 }

    /// Ticks that are 1, 2 or 5 times a power of ten apart, and reach from below the least value to above the largest.
    init(covering values: some Sequence<Double>) {
        var least = Double.infinity
        var largest = -Double.infinity
        for value in values where value.isFinite {
            // Beyond this, neighbouring whole steps can't be told apart in a Double.
            let value = min(max(value, -1e15), 1e15)
            least = min(least, value)
            largest = max(largest, value)
        }
        if least > largest { (least, largest) = (0, 1) }
        let smallest = max(abs(least), abs(largest)) * 1e-6
        if largest - least <= smallest {
            // A single value stands in the middle of a range of its own size.
            let margin = largest == 0 ? 1 : max(abs(largest) * 0.05, smallest)
            least -= margin
            largest += margin
        }
        self.values = Self.ticks(from: least, to: largest)
    }

    private static func ticks(from least: Double, to largest: Double) -> [Double] {
        for exponent in -12...16 {
            for factor in [1.0, 2, 5] {
                let first = (least / step(factor, exponent)).rounded(.down)
                let last = (largest / step(factor, exponent)).rounded(.up)
                if last - first <= 4 { return (Int(first)...Int(last)).map { value(Double($0), factor, exponent) } }
            }
        }
        return [least, largest]
    }

    private static func step(_ factor: Double, _ exponent: Int) -> Double { value(1, factor, exponent) }

    /// A multiple of a step.
    ///
    /// A negative power is divided by, since a tenth has no exact form and ten has.
    private static func value(_ multiple: Double, _ factor: Double, _ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        return exponent < 0 ? multiple * factor / power : multiple * factor * power
    }
}
