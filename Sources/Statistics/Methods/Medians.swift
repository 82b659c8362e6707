/// The median of some values, which are put in another order; the mean of the two in the middle when they are even in number.
///
/// By selection, since it is asked for hundreds of thousands of times in a run.
///
/// - Precondition: there is a value, and all are numbers.
func median(reordering values: inout [Double]) -> Double {
    let middle = values.count / 2
    let upper = select(middle, in: &values)
    if values.count % 2 == 1 { return upper }
    // What stands before the one selected is not larger.
    var lower = values[0]
    for index in 1..<max(1, middle) where values[index] > lower { lower = values[index] }
    return (lower + upper) / 2
}

/// The median of some values; nil when there is none.
package func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    var values = values
    return median(reordering: &values)
}

/// The median distance to the median, scaled so that it is the standard deviation where values lie as in a normal distribution.
///
/// A few odd values move it little. Nil when there is none.
package func medianDeviation(_ values: [Double]) -> Double? {
    guard let middle = median(values) else { return nil }
    // One over the normal distribution's upper quartile.
    return median(values.map { abs($0 - middle) }).map { $0 * 1.482602218505602 }
}

/// Hoare's selection: the value that would stand at a place if all were sorted; smaller ones end up before it.
private func select(_ place: Int, in values: inout [Double]) -> Double {
    var (low, high) = (0, values.count - 1)
    while high - low > 12 {
        let pivot = medianOfThree(values[low], values[(low + high) / 2], values[high])
        var (left, right) = (low, high)
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            if left <= right {
                values.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        if place <= right {
            high = right
        } else if place >= left {
            low = left
        } else {
            return values[place]
        }
    }
    var sorted = low + 1
    while sorted <= high {
        let value = values[sorted]
        var index = sorted
        while index > low, values[index - 1] > value {
            values[index] = values[index - 1]
            index -= 1
        }
        values[index] = value
        sorted += 1
    }
    return values[place]
}

private func medianOfThree(_ first: Double, _ second: Double, _ third: Double) -> Double {
    max(min(first, second), min(max(first, second), third))
}
