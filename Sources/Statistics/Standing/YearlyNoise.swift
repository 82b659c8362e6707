/// How much the values of one key figure swing from year to year by chance, municipality by municipality.
///
/// Measured around a straight line through the last years, so that a steady rise is no noise. A short series says little of
/// itself, and is therefore moderated with those of municipalities of the same size, in the way of the finder's test. A small
/// municipality thereby swings as small ones do, even when it has happened to be steady.
package struct YearlyNoise: Sendable {
    /// The fewest years that a series has to have to say something of its noise.
    package static let fewestYears = 5
    /// The most years that are looked at, back from the last.
    package static let mostYears = 8
    /// How many degrees of freedom the noise of a size class weighs.
    private static let priorDegrees = 6.0

    /// By municipality: the standard deviation of a year's value, in the key figure's own unit.
    private let deviations: [String: (deviation: Double, degrees: Double)]
    /// By size class.
    private let classes: [Int: Double]
    private let population: [String: Double]
    private let constants: FinderConstants
    /// The year from which values can be compared, when it leaves too few years to know the noise.
    package let tooCloseBreak: Int?

    /// The noise in series up to a year.
    ///
    /// - Parameters:
    ///   - series: by the municipalities' codes.
    ///   - year: the last that is looked at.
    ///   - comparableFrom: the first year whose values are counted as those of the last, when earlier are not.
    ///   - population: by code; one without is taken as small, which is the cautious way.
    ///   - constants: where the size classes begin.
    package init(
        _ series: [String: Series],
        upTo year: Int,
        comparableFrom: Int? = nil,
        population: [String: Double] = [:],
        constants: FinderConstants = FinderConstants()
    ) {
        let first = max(year - Self.mostYears + 1, comparableFrom ?? Int.min)
        tooCloseBreak = comparableFrom.flatMap { year - $0 + 1 < Self.fewestYears ? $0 : nil }
        var own: [String: (variance: Double, degrees: Double)] = [:]
        var scaled: [Int: [Double]] = [:]
        var medians: [Int: Double] = [:]
        for (code, values) in series where first <= year {
            guard let (variance, degrees) = Self.variance(values, first...year) else { continue }
            own[code] = (variance, degrees)
            let middle = medians[Int(degrees)] ?? ChiSquare.median(degrees: degrees)
            medians[Int(degrees)] = middle
            scaled[constants.sizeClass(population[code] ?? 0), default: []].append(variance * degrees / middle)
        }
        let classVariances = scaled.compactMapValues { median($0) }
        deviations = own.reduce(into: [:]) { result, entry in
            let prior = classVariances[constants.sizeClass(population[entry.key] ?? 0)] ?? entry.value.variance
            let degrees = Self.priorDegrees + entry.value.degrees
            let moderated = (Self.priorDegrees * prior + entry.value.degrees * entry.value.variance) / degrees
            result[entry.key] = (moderated.squareRoot(), degrees)
        }
        classes = classVariances.mapValues { $0.squareRoot() }
        self.population = population
        self.constants = constants
    }

    /// The standard deviation of a year's value; nil when neither the municipality nor its size class has years enough.
    package func deviation(of code: String) -> Double? {
        deviations[code]?.deviation ?? classes[constants.sizeClass(population[code] ?? 0)]
    }

    /// How far from its value a year's value may lie by chance alone, on either side, in four cases of five.
    package func margin(of code: String) -> Double? {
        guard let deviation = deviation(of: code) else { return nil }
        return deviation * StudentT.quantile(0.9, degrees: deviations[code]?.degrees ?? Self.priorDegrees)
    }

    /// The variance around the line; nil with too few years.
    private static func variance(_ series: Series, _ years: ClosedRange<Int>) -> (Double, Double)? {
        var (count, sumTimes, sum): (Double, Double, Double) = (0, 0, 0)
        let known = years.clamped(to: series.firstYear...max(series.firstYear, series.years.upperBound))
        for year in known {
            guard let value = series[year], value.isFinite else { continue }
            count += 1
            sumTimes += Double(year)
            sum += value
        }
        guard count >= Double(fewestYears) else { return nil }
        let (middle, mean) = (sumTimes / count, sum / count)
        var (products, squares, total): (Double, Double, Double) = (0, 0, 0)
        for year in known {
            guard let value = series[year], value.isFinite else { continue }
            let time = Double(year) - middle
            products += time * (value - mean)
            squares += time * time
            total += (value - mean) * (value - mean)
        }
        return (max(0, total - products * products / squares) / (count - 2), count - 2)
    }
}
