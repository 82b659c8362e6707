/// Data envelopment analysis: how small a share of its resources a unit would need, were it as good as the best mixtures of the
/// others.
///
/// For experts only. It is deterministic, so that every measurement error becomes efficiency; with few units many are best by
/// having nobody to be compared with; and a score changes when a unit is added. Charnes, Cooper and Rhodes 1978 for constant
/// returns to scale, Banker, Charnes and Cooper 1984 for variable.
package enum DataEnvelopment {
    package enum Returns: String, Hashable, Sendable, CaseIterable {
        case constant, variable
    }

    /// A unit with what it uses and what it gives, all above zero.
    package struct Unit: Hashable, Sendable {
        package var inputs: [Double]
        package var outputs: [Double]

        /// A unit that uses and gives so much.
        package init(inputs: [Double], outputs: [Double]) {
            self.inputs = inputs
            self.outputs = outputs
        }
    }

    /// The efficiency of each unit, from above 0 to 1, with its outputs kept and its inputs shrunk; nil where it can't be
    /// computed.
    package static func efficiencies(_ units: [Unit], _ returns: Returns) -> [Double?] {
        guard let first = units.first, !first.inputs.isEmpty, !first.outputs.isEmpty,
            units.allSatisfy({ unit in
                unit.inputs.count == first.inputs.count && unit.outputs.count == first.outputs.count
                    && (unit.inputs + unit.outputs).allSatisfy { $0 > 0 && $0.isFinite }
            })
        else { return units.map { _ in nil } }
        return units.indices.map { efficiency(of: $0, among: units, returns) }
    }

    /// By the programme's dual, in multipliers: the weights for outputs u, for inputs v, and, with variable returns, a free
    /// constant w.
    ///
    /// Largest u·y₀ + w with v·x₀ = 1 and u·y + w ≤ v·x for every unit. Divided by the unit's own values all its numbers are 1,
    /// and the equation may be an inequality, since larger v never hurts; so all begins at zero, which is allowed, and needs no
    /// first phase.
    private static func efficiency(of index: Int, among units: [Unit], _ returns: Returns) -> Double? {
        let own = units[index]
        let outputs = own.outputs.count
        let inputs = own.inputs.count
        let free = returns == .variable ? 2 : 0
        let columns = outputs + inputs + free
        var rows: [[Double]] = units.map { unit in
            zip(unit.outputs, own.outputs).map { $0 / $1 } + zip(unit.inputs, own.inputs).map { -$0 / $1 }
                + (free > 0 ? [1, -1] : [])
        }
        rows.append(Array(repeating: 0, count: outputs) + Array(repeating: 1, count: inputs) + Array(repeating: 0, count: free))
        let limits = Array(repeating: 0.0, count: units.count) + [1]
        let goal = Array(repeating: 1.0, count: outputs) + Array(repeating: 0, count: inputs) + (free > 0 ? [1, -1] : [])
        precondition(goal.count == columns)
        return Simplex.maximum(goal, rows, limits)
    }
}

/// The simplex method for a programme that may begin at zero.
enum Simplex {
    /// The largest value of a goal under inequalities, with no variable below zero; nil when it has no end.
    ///
    /// By Bland's rule of 1977, which never goes round in circles. No limit is below zero.
    static func maximum(_ goal: [Double], _ rows: [[Double]], _ limits: [Double]) -> Double? {
        let small = 1e-11
        let variables = goal.count
        var table = rows.enumerated().map { index, row in
            row + rows.indices.map { $0 == index ? 1 : 0 } + [limits[index]]
        }
        var bottom = goal.map { -$0 } + Array(repeating: 0, count: rows.count + 1)
        var basis = rows.indices.map { variables + $0 }
        let last = variables + rows.count
        while let entering = (0..<last).first(where: { bottom[$0] < -small }) {
            var leaving: Int?
            var smallest = Double.infinity
            for row in table.indices where table[row][entering] > small {
                let ratio = table[row][last] / table[row][entering]
                if ratio < smallest - small {
                    (leaving, smallest) = (row, ratio)
                } else if let chosen = leaving, abs(ratio - smallest) <= small, basis[row] < basis[chosen] {
                    leaving = row
                }
            }
            guard let row = leaving else { return nil }
            let pivot = table[row][entering]
            for column in 0...last { table[row][column] /= pivot }
            for other in table.indices where other != row {
                let factor = table[other][entering]
                if factor != 0 { for column in 0...last { table[other][column] -= factor * table[row][column] } }
            }
            let factor = bottom[entering]
            for column in 0...last { bottom[column] -= factor * table[row][column] }
            basis[row] = entering
        }
        return bottom[last]
    }
}
