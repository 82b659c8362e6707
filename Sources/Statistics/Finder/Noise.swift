import Glibc

/// How much the differences of one card vary by chance, and what a fall is worth against it.
///
/// Single series are short, so that their own variance says little: it is moderated with that of municipalities of the same
/// size (Smyth 2004).
/// Years resemble those before them, which an ordinary test takes for a trend; how much is told from all series together.
package struct Noise: Sendable {
    /// What is the same for every window of so many years.
    struct Window: Hashable, Sendable {
        let years: Int
        /// The years, less their mean.
        let centred: [Double]
        let sumOfSquares: Double
        /// What is left of a series when its line is taken away, as a matrix.
        private let detrending: [[Double]]
        let degrees: Double
        /// The median of χ² with those degrees of freedom.
        let chiSquareMedian: Double

        init(years: Int) {
            self.years = years
            let mean = Double(years - 1) / 2
            let centred = (0..<years).map { Double($0) - mean }
            let sumOfSquares = centred.reduce(0) { $0 + $1 * $1 }
            self.centred = centred
            self.sumOfSquares = sumOfSquares
            degrees = Double(years - 2)
            chiSquareMedian = ChiSquare.median(degrees: degrees)
            detrending = (0..<years).map { row in
                (0..<years).map { column in
                    (row == column ? 1 : 0) - 1 / Double(years) - centred[row] * centred[column] / sumOfSquares
                }
            }
        }

        /// The traces of MΣM: of its diagonal, and of the one beside it.
        func traces(_ autocorrelation: Double) -> (diagonal: Double, beside: Double) {
            var powers = [1.0]
            for _ in 1..<years { powers.append(powers[powers.count - 1] * autocorrelation) }
            let weighted = detrending.map { row in
                (0..<years).map { column in
                    var sum = 0.0
                    for index in 0..<years { sum += row[index] * powers[abs(index - column)] }
                    return sum
                }
            }
            func entry(_ row: Int, _ column: Int) -> Double {
                var sum = 0.0
                for index in 0..<years { sum += weighted[row][index] * detrending[index][column] }
                return sum
            }
            return (
                (0..<years).reduce(0) { $0 + entry($1, $1) },
                (0..<years - 1).reduce(0) { $0 + entry($1, $1 + 1) }
            )
        }

        /// The autocorrelation that makes residuals of so short series look as they do, by halving; from −0.5 to 0.95.
        func autocorrelation(seen: Double) -> Double {
            func expected(_ autocorrelation: Double) -> Double {
                let traces = traces(autocorrelation)
                return traces.beside / traces.diagonal
            }
            var (low, high) = (-0.5, 0.95)
            if expected(low) >= seen { return low }
            if expected(high) <= seen { return high }
            while true {
                let middle = (low + high) / 2
                if middle <= low || middle >= high { return middle }
                if expected(middle) < seen { low = middle } else { high = middle }
            }
        }

        /// The variance of the ordinary slope, when that of a year is one.
        func slopeVariance(_ autocorrelation: Double) -> Double {
            var powers = [1.0]
            for _ in 1..<years { powers.append(powers[powers.count - 1] * autocorrelation) }
            var sum = 0.0
            for row in 0..<years {
                for column in 0..<years { sum += centred[row] * powers[abs(row - column)] * centred[column] }
            }
            return sum / (sumOfSquares * sumOfSquares)
        }
    }

    /// The lag-1 correlation of what is left around the lines, over all series.
    package let seenAutocorrelation: Double
    /// Corrected for the short window, and never below zero.
    package let autocorrelation: Double
    /// How much the variance around the line is made smaller by the autocorrelation.
    package let varianceFactor: Double
    /// The variance of the slope when that of a year is one.
    package let slopeFactor: Double
    /// Of the test.
    package let degrees: Double
    /// By size class: how many series, and the deviation s₀.
    package let sizeClasses: [Int: (count: Int, deviation: Double)]
    /// One for each series.
    package let tests: [FinderRow.Test]

    /// The noise of series, and the test of each.
    ///
    /// - Parameters:
    ///   - differences: one series a municipality, as many years in all, at least three.
    ///   - classes: the size class of each.
    ///   - constants: the limits.
    package init(_ differences: [[Double]], sizeClasses classes: [Int], _ constants: FinderConstants) {
        self.init(differences, sizeClasses: classes, constants, Window(years: differences.first?.count ?? 3))
    }

    init(_ differences: [[Double]], sizeClasses classes: [Int], _ constants: FinderConstants, _ window: Window) {
        var (slopes, variances): ([Double], [Double]) = ([], [])
        var (beside, squares) = (0.0, 0.0)
        var residuals = [Double](repeating: 0, count: window.years)
        for series in differences {
            var (mean, slope) = (0.0, 0.0)
            for year in 0..<window.years {
                mean += series[year]
                slope += window.centred[year] * series[year]
            }
            mean /= Double(window.years)
            slope /= window.sumOfSquares
            var own = 0.0
            for year in 0..<window.years {
                residuals[year] = series[year] - mean - slope * window.centred[year]
                own += residuals[year] * residuals[year]
                if year > 0 { beside += residuals[year] * residuals[year - 1] }
            }
            squares += own
            slopes.append(slope)
            variances.append(own / window.degrees)
        }
        let seen = squares > 0 ? beside / squares : 0
        let autocorrelation = max(0, window.autocorrelation(seen: seen))
        let varianceFactor = window.traces(autocorrelation).diagonal / window.degrees
        let slopeFactor = window.slopeVariance(autocorrelation)
        var sizeClasses: [Int: (count: Int, deviation: Double)] = [:]
        for sizeClass in Set(classes) {
            var own = variances.indices.filter { classes[$0] == sizeClass }.map { variances[$0] }
            let count = own.count
            let variance = median(reordering: &own) * window.degrees / window.chiSquareMedian
            sizeClasses[sizeClass] = (count, variance.squareRoot())
        }
        let degrees = constants.priorDegrees + window.degrees
        let span = Double(window.years - 1)
        let factor = (slopeFactor / varianceFactor).squareRoot()
        tests = differences.indices.map { index in
            let deviation = sizeClasses[classes[index]]?.deviation ?? 0
            let moderated =
                (constants.priorDegrees * deviation * deviation + window.degrees * variances[index]) / degrees
            let error = moderated.squareRoot() * factor
            // Series that never vary, which only made-up values do, show nothing.
            let z = error > 0 ? slopes[index] / error : 0
            return FinderRow.Test(
                slope: slopes[index],
                variance: variances[index],
                classDeviation: deviation,
                moderatedVariance: moderated,
                standardError: error * span,
                z: z,
                degrees: degrees,
                probability: StudentT.cumulative(z, degrees: degrees)
            )
        }
        seenAutocorrelation = seen
        self.autocorrelation = autocorrelation
        self.varianceFactor = varianceFactor
        self.slopeFactor = slopeFactor
        self.degrees = degrees
        self.sizeClasses = sizeClasses
    }
}
