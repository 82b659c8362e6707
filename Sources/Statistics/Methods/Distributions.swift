import Glibc

/// The normal distribution with mean 0 and deviation 1.
package enum Normal {
    /// The share below a value.
    package static func cumulative(_ value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }
}

/// Student's t distribution.
package enum StudentT {
    /// The share below a value, right to about 13 figures.
    ///
    /// By the regularised incomplete beta function. The smaller tail is computed, so that small shares keep their figures. The
    /// degrees of freedom are above zero.
    package static func cumulative(_ value: Double, degrees: Double) -> Double {
        let square = value * value
        let tail =
            IncompleteBeta.regularised(degrees / 2, 0.5, at: degrees / (degrees + square), and: square / (degrees + square)) / 2
        return value <= 0 ? tail : 1 - tail
    }

    /// The value that a share, above 0 and below 1, lies below; by halving.
    package static func quantile(_ share: Double, degrees: Double) -> Double {
        precondition(share > 0 && share < 1)
        var (low, high) = (-1.0, 1.0)
        while cumulative(low, degrees: degrees) > share { low *= 2 }
        while cumulative(high, degrees: degrees) < share { high *= 2 }
        while true {
            let middle = (low + high) / 2
            if middle <= low || middle >= high { return middle }
            if cumulative(middle, degrees: degrees) < share { low = middle } else { high = middle }
        }
    }
}

/// The regularised incomplete beta function.
enum IncompleteBeta {
    /// I_x(a, b).
    ///
    /// By its continued fraction, evaluated as Lentz does (Numerical Recipes § 6.4; DLMF 8.17.22). The rest, 1 − x, is given
    /// apart, since it loses its figures where x is close to 1.
    static func regularised(_ a: Double, _ b: Double, at share: Double, and rest: Double) -> Double {
        if share <= 0 { return 0 }
        if rest <= 0 { return 1 }
        let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(share) + b * log(rest))
        return share < (a + 1) / (a + b + 2)
            ? front * continuedFraction(a, b, share) / a
            : 1 - front * continuedFraction(b, a, rest) / b
    }

    private static func continuedFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func kept(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / kept(1 - (a + b) * x / (a + 1))
        var result = d
        for step in 1...1000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / kept(1 + even * d)
            c = kept(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / kept(1 + odd * d)
            c = kept(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return result
    }
}

/// The χ² distribution.
package enum ChiSquare {
    /// The share below a value, by the series of the incomplete gamma function (DLMF 8.11.4), which is quick near the middle.
    package static func cumulative(_ value: Double, degrees: Double) -> Double {
        guard value > 0 else { return 0 }
        let (a, x) = (degrees / 2, value / 2)
        var term = 1 / a
        var sum = term
        var divisor = a
        while term > sum * 1e-17 {
            divisor += 1
            term *= x / divisor
            sum += term
        }
        return sum * exp(a * log(x) - x - logGamma(a))
    }

    /// The value that half of the distribution lies below.
    ///
    /// Wilson and Hilferty's cube is the first guess, and halving between two values the rest. There is at least one degree of
    /// freedom.
    package static func median(degrees: Double) -> Double {
        let share = 1 - 2 / (9 * degrees)
        let guess = degrees * share * share * share
        var (low, high) = (guess * 0.5, guess * 1.5)
        while true {
            let middle = (low + high) / 2
            if middle <= low || middle >= high { return middle }
            if cumulative(middle, degrees: degrees) < 0.5 { low = middle } else { high = middle }
        }
    }
}

/// The logarithm of the gamma function of a positive number.
private func logGamma(_ value: Double) -> Double {
    // Stirling's series is good to the last figures from ten on; below, the recurrence leads there.
    var shift = 1.0
    var x = value
    while x < 15 {
        shift *= x
        x += 1
    }
    let square = 1 / (x * x)
    let series = (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188.0)))) / x
    return (x - 0.5) * log(x) - x + log(2 * Double.pi) / 2 + series - log(shift)
}
