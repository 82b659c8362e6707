/// Benjamini and Hochberg's q values of 1995: how large a share of what is as clear or clearer is chance, at most and on average.
///
/// - Parameter probabilities: of so clear a result when nothing has happened, one for each test, in any order.
/// - Returns: one for each, in the same order.
package func falseDiscoveryRates(_ probabilities: [Double]) -> [Double] {
    let order = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    var rates = [Double](repeating: 1, count: probabilities.count)
    var smallest = 1.0
    for rank in order.indices.reversed() {
        let index = order[rank]
        smallest = min(smallest, probabilities[index] * (Double(probabilities.count) / Double(rank + 1)))
        rates[index] = smallest
    }
    return rates
}
