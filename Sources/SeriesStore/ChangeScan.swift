import Glibc
package import Statistics
import Synchronization

/// How a place's values have moved against the others' over some years.
package struct RelativeChange: Hashable, Sendable {
    package let keyFigure: KeyFigure.ID
    package let place: String
    /// The logarithm of how its values have changed, from the first year to the last, beside the median of all places.
    package let change: Double
    /// How far that is from the median change of the key figure, in spreads: median absolute deviations × 1.4826.
    package let distance: Double
}

/// What a scan of every key figure found.
package struct ChangeScan: Sendable {
    /// Series that are whole, above nought, and among enough others to be compared.
    package fileprivate(set) var seriesCount = 0
    /// Key figures that those are of.
    package fileprivate(set) var keyFigureCount = 0
    /// All changes together; a figure to know by whether two engines do the same.
    package fileprivate(set) var sum = 0.0
    /// Those that are large enough and far enough from the others', in the order of the key figures and the places.
    package fileprivate(set) var found: [RelativeChange] = []
}

extension StoreFile {
    /// Looks through every key figure for municipalities whose values have fallen beside the others'.
    ///
    /// A series counts when it has a value above nought every year, and a key figure when at least `least` series do. From the logarithm of
    /// each value the median of the key figure's series that year is taken away; the change is the median of the slopes between all pairs of
    /// years (Sen 1968), times the years between the first and the last. It is compared with the other changes of the same key figure by their
    /// median and their median absolute deviation; a key figure where that is nought is left out.
    ///
    /// It says where to look, not what is better: for that the finder weighs uncertainty, quality and what else is known.
    ///
    /// - Parameters:
    ///   - years: the window, at most 12 years.
    ///   - gender: whom the values are about.
    ///   - least: how many series a key figure must have.
    ///   - change: the largest change, as a logarithm, that is found; ln 0.95 for a fall of a twentieth.
    ///   - distance: the largest distance that is found; −2 for two spreads below the median.
    /// - Returns: how many were compared, and those that were found.
    package func changes(
        _ years: ClosedRange<Int>,
        _ gender: Gender = .total,
        least: Int = 100,
        change: Double = log(0.95),
        distance: Double = -2
    ) -> ChangeScan {
        precondition((2...12).contains(years.count), "a window has 2 to 12 years")
        let results = Mutex<[ChangeScan?]>(Array(repeating: nil, count: entries.count))
        inParallel(entries.count) { next in
            var scanner = ChangeScanner(years)
            while let index = next() {
                let scan = scanner.scan(self, index, gender, least: least, change: change, distance: distance)
                if let scan { results.withLock { $0[index] = scan } }
            }
        }
        // Summed in the order of the key figures, so that the answer is the same to the last bit however the work was shared.
        return results.withLock { $0 }.reduce(into: ChangeScan()) { whole, part in
            guard let part else { return }
            whole.seriesCount += part.seriesCount
            whole.keyFigureCount += part.keyFigureCount
            whole.sum += part.sum
            whole.found += part.found
        }
    }
}

/// One worker's room for a scan.
///
/// The series lie year by year, so that one year of many series is next to each other: the slopes and their sorting are then done for
/// many series at a time by the same instructions.
private struct ChangeScanner: ~Copyable {
    /// How many series are sorted at a time: their slopes fit in the nearest cache.
    private static let lanes = 64

    private let years: ClosedRange<Int>
    private let yearCount: Int
    private let pairs: [(first: Int, last: Int)]
    private let network: [(low: Int, high: Int)]
    private let slopes: UnsafeMutablePointer<Double>
    private let row: UnsafeMutablePointer<Double>
    private let states: UnsafeMutablePointer<UInt8>
    private var logarithms: [[Double]]
    private var places: [Int] = []
    private var changes: [Double] = []
    private var scratch: [Double] = []

    init(_ years: ClosedRange<Int>) {
        self.years = years
        yearCount = years.count
        let count = years.count
        pairs = (0..<count).flatMap { first in (first + 1..<count).map { (first, $0) } }
        network = sortingNetwork(pairs.count)
        slopes = .allocate(capacity: pairs.count * Self.lanes)
        row = .allocate(capacity: Cell.years.count)
        states = .allocate(capacity: Cell.years.count)
        logarithms = Array(repeating: [], count: count)
    }

    deinit {
        slopes.deallocate()
        row.deallocate()
        states.deallocate()
    }

    mutating func scan(
        _ file: StoreFile,
        _ index: Int,
        _ gender: Gender,
        least: Int,
        change: Double,
        distance: Double
    ) -> ChangeScan? {
        guard gather(file, index, gender), places.count >= least else { return nil }
        let count = places.count
        for year in 0..<yearCount {
            let median = median(of: logarithms[year])
            logarithms[year].withUnsafeMutableBufferPointer { for series in 0..<count { $0[series] -= median } }
        }
        changes.removeAll(keepingCapacity: true)
        for start in stride(from: 0, to: count, by: Self.lanes) { addChanges(start, min(Self.lanes, count - start)) }
        let middle = median(of: changes)
        let spread = 1.4826 * median(of: changes.map { abs($0 - middle) })
        guard spread > 0 else { return nil }
        var scan = ChangeScan()
        scan.seriesCount = count
        scan.keyFigureCount = 1
        for series in 0..<count {
            scan.sum += changes[series]
            let z = (changes[series] - middle) / spread
            guard changes[series] <= change, z <= distance else { continue }
            let place = file.lists[file.entries[index].list][places[series]].description
            scan.found.append(
                RelativeChange(keyFigure: file.keyFigures[index], place: place, change: changes[series], distance: z)
            )
        }
        return scan
    }

    /// Takes in the whole series; false when there are none.
    private mutating func gather(_ file: StoreFile, _ index: Int, _ gender: Gender) -> Bool {
        let entry = file.entries[index]
        places.removeAll(keepingCapacity: true)
        for year in 0..<yearCount { logarithms[year].removeAll(keepingCapacity: true) }
        let offset = years.lowerBound - entry.firstYear
        guard offset >= 0, offset + yearCount <= entry.yearCount else { return false }
        let isRead: Bool? = file.withRows(of: index, gender) { rows in
            let list = file.lists[entry.list]
            for place in list.indices {
                guard list[place].isMunicipality else {
                    guard rows.skip(1) else { return nil }
                    continue
                }
                guard rows.decode(values: row, states: states) else { return nil }
                var isWhole = true
                // What is missing is not a number, and not above nought either.
                for year in 0..<yearCount where !(row[offset + year] > 0) { isWhole = false }
                guard isWhole else { continue }
                places.append(place)
                for year in 0..<yearCount { logarithms[year].append(row[offset + year]) }
            }
            return true
        }
        guard isRead != nil else { return false }
        for year in 0..<yearCount {
            logarithms[year].withUnsafeMutableBufferPointer { for series in $0.indices { $0[series] = log($0[series]) } }
        }
        return true
    }

    private mutating func addChanges(_ start: Int, _ count: Int) {
        let lanes = Self.lanes
        for (number, pair) in pairs.enumerated() {
            let slope = slopes + number * lanes
            let length = Double(pair.last - pair.first)
            logarithms[pair.first].withUnsafeBufferPointer { first in
                logarithms[pair.last].withUnsafeBufferPointer { last in
                    for lane in 0..<count { slope[lane] = (last[start + lane] - first[start + lane]) / length }
                    for lane in count..<lanes { slope[lane] = 0 }
                }
            }
        }
        for (low, high) in network {
            let (low, high) = (slopes + low * lanes, slopes + high * lanes)
            for lane in 0..<lanes {
                let (one, other) = (low[lane], high[lane])
                low[lane] = one < other ? one : other
                high[lane] = one < other ? other : one
            }
        }
        let span = Double(yearCount - 1)
        let (lower, upper) = (slopes + (pairs.count - 1) / 2 * lanes, slopes + pairs.count / 2 * lanes)
        for lane in 0..<count { changes.append(span * ((lower[lane] + upper[lane]) / 2)) }
    }

    private mutating func median(of values: [Double]) -> Double {
        scratch.removeAll(keepingCapacity: true)
        scratch += values
        return scratch.withUnsafeMutableBufferPointer { scratch in
            let upper = select(scratch, scratch.count / 2)
            if scratch.count % 2 == 1 { return upper }
            // The lower of the two in the middle is the greatest of those before the upper.
            var lower = -Double.infinity
            for index in 0..<scratch.count / 2 { lower = max(lower, scratch[index]) }
            return (lower + upper) / 2
        }
    }
}

/// Moves the number of a rank, counted from 0, to its place, with none greater before it and none less after it (Hoare 1961).
private func select(_ values: UnsafeMutableBufferPointer<Double>, _ rank: Int) -> Double {
    var (low, high) = (0, values.count - 1)
    while low < high {
        let pivot = values[(low + high) / 2]
        var (left, right) = (low, high)
        while left <= right {
            while values[left] < pivot { left += 1 }
            while values[right] > pivot { right -= 1 }
            guard left <= right else { break }
            values.swapAt(left, right)
            left += 1
            right -= 1
        }
        if rank <= right { high = right } else if rank >= left { low = left } else { break }
    }
    return values[rank]
}

/// Pairs to compare, in order, so that so many numbers are sorted whatever they are (Batcher 1968).
private func sortingNetwork(_ count: Int) -> [(low: Int, high: Int)] {
    var network: [(low: Int, high: Int)] = []
    var size = 1
    while size < count {
        var step = size
        while step >= 1 {
            for start in stride(from: step % size, to: count - step, by: 2 * step) {
                for index in 0..<min(step, count - start - step)
                where (start + index) / (2 * size) == (start + index + step) / (2 * size) {
                    network.append((start + index, start + index + step))
                }
            }
            step /= 2
        }
        size *= 2
    }
    return network
}
