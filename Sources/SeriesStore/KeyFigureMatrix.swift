import CZlib
import Statistics

/// All cells of one key figure, as they were in a store and as a pull changes them.
struct KeyFigureMatrix {
    private(set) var places: [Code] = []
    private(set) var firstYear = 0
    private(set) var yearCount = 0
    /// A place's years after each other, place by place, gender by gender.
    private var values: [Double] = []
    private var states: [UInt8] = []
    /// Which page spoke of a cell last, counted from 1; nought when the pull doesn't speak of it.
    private var pages: [UInt32] = []
    private var oldValues: [Double] = []
    private var oldStates: [UInt8] = []
    /// Cells that pages in the same pull say different things of.
    private(set) var disagreements = 0
    /// The first and the last page that spoke of the key figure, counted from 1.
    private(set) var firstPage = UInt32.max
    private(set) var lastPage: UInt32 = 0

    private func slot(_ gender: Int, _ place: Int, _ year: Int) -> Int { (gender * places.count + place) * yearCount + year }

    /// A matrix of some cells, on top of what a store has.
    ///
    /// - Parameters:
    ///   - cells: those of one key figure; at least one, unless the store has some.
    ///   - old: the store and where the key figure is in it, if it is.
    /// - Throws: when the store's block is damaged.
    init(_ cells: ArraySlice<Cell>, over old: (file: StoreFile, index: Int)?) throws(StoreError) {
        var index = PlaceIndex()
        var years = (first: Int.max, last: Int.min)
        for cell in cells {
            index.insert(cell.place)
            years.first = min(years.first, cell.year)
            years.last = max(years.last, cell.year)
        }
        if let old {
            let entry = old.file.entries[old.index]
            for place in old.file.lists[entry.list] { index.insert(place) }
            years.first = min(years.first, entry.firstYear)
            years.last = max(years.last, entry.firstYear + entry.yearCount - 1)
        }
        places = index.sort()
        firstYear = years.first
        yearCount = years.last - years.first + 1
        let count = 3 * places.count * yearCount
        values = Array(repeating: .nan, count: count)
        states = Array(repeating: CellState.silent, count: count)
        pages = Array(repeating: 0, count: count)
        if let old {
            try take(old.file, old.index, index)
            oldValues = values
            oldStates = states
        }
        for cell in cells {
            let slot = slot(cell.gender, index.position(of: cell.place), cell.year - firstYear)
            let page = cell.page + 1
            firstPage = min(firstPage, page)
            lastPage = max(lastPage, page)
            let earlier = pages[slot]
            if earlier != 0, states[slot] != cell.state || (cell.state == CellState.value && values[slot] != cell.value) {
                disagreements += 1
            }
            if earlier > page { continue }
            pages[slot] = page
            states[slot] = cell.state
            values[slot] = cell.state == CellState.value ? cell.value : .nan
        }
        for slot in states.indices where states[slot] == CellState.deleted { states[slot] = CellState.silent }
    }

    private mutating func take(_ file: StoreFile, _ index: Int, _ positions: borrowing PlaceIndex) throws(StoreError) {
        let entry = file.entries[index]
        var row = [Double](repeating: .nan, count: entry.yearCount)
        var rowStates = [UInt8](repeating: CellState.silent, count: entry.yearCount)
        for gender in Gender.allCases where entry.part(of: gender) != nil {
            let isRead: Bool? = file.withRows(of: index, gender) { rows in
                for place in file.lists[entry.list] {
                    let isRead = row.withUnsafeMutableBufferPointer { row in
                        rowStates.withUnsafeMutableBufferPointer { states in
                            guard let row = row.baseAddress, let states = states.baseAddress else { return false }
                            return rows.decode(values: row, states: states)
                        }
                    }
                    guard isRead else { return nil }
                    let start = slot(gender.index, positions.position(of: place), entry.firstYear - firstYear)
                    values.replaceSubrange(start..<start + row.count, with: row)
                    states.replaceSubrange(start..<start + row.count, with: rowStates)
                }
                return true
            }
            if isRead == nil { throw .damaged(path: file.path, part: entry.keyFigure.description) }
        }
    }

    /// Tells of each cell that the store had and that now says something else, and counts the rest.
    func compare(_ keyFigure: KeyFigure.ID, _ changes: inout Changes, _ revised: ((Revision) -> Void)?) {
        for gender in Gender.allCases {
            for place in places.indices {
                let start = slot(gender.index, place, 0)
                for year in 0..<yearCount where pages[start + year] != 0 {
                    let slot = start + year
                    let old = oldStates.isEmpty ? CellState.silent : oldStates[slot]
                    if old == CellState.silent {
                        if states[slot] != CellState.silent { changes.added += 1 }
                    } else if old != states[slot] || (old == CellState.value && oldValues[slot] != values[slot]) {
                        let revision = Revision(
                            keyFigure: keyFigure,
                            place: places[place].description,
                            gender: gender,
                            year: firstYear + year,
                            before: Revision.Content(old, oldValues[slot]),
                            after: Revision.Content(states[slot], values[slot])
                        )
                        changes.add(revision)
                        revised?(revision)
                    } else {
                        changes.unchanged += 1
                    }
                }
            }
        }
    }

    /// How many values the store had where a pull should have spoken but doesn't, and of how many.
    ///
    /// A pull that has no value at all where there were some is short of all of them: that a whole key figure is withdrawn is told by
    /// `isdeleted`, not by an answer with nothing in it.
    func shortfall(_ scope: Scope) -> (missing: Int, of: Int) {
        if oldStates.isEmpty { return (0, 0) }
        var (missing, total, values) = (0, 0, 0)
        for gender in 0..<3 {
            for place in places.indices where scope.places.map({ $0.contains(places[place].description) }) ?? true {
                for year in 0..<yearCount where scope.years.map({ $0.contains(firstYear + year) }) ?? true {
                    let slot = slot(gender, place, year)
                    if pages[slot] != 0, states[slot] == CellState.value { values += 1 }
                    guard oldStates[slot] == CellState.value else { continue }
                    total += 1
                    if pages[slot] == 0 { missing += 1 }
                }
            }
        }
        return (values == 0 ? total : missing, total)
    }

    /// The matrix as a block of the file; nil when nothing is left in it.
    func encoded(_ keyFigure: Code) throws(StoreError) -> EncodedBlock? {
        // Years and places that nothing is said of any more are left out.
        var spokenPlaces = [Bool](repeating: false, count: places.count)
        var spokenYears = (first: Int.max, last: Int.min)
        var genders: UInt8 = 0
        var (cells, valueCount) = (0, 0)
        for gender in 0..<3 {
            for place in places.indices {
                let start = slot(gender, place, 0)
                for year in 0..<yearCount where states[start + year] != CellState.silent {
                    spokenPlaces[place] = true
                    spokenYears.first = min(spokenYears.first, year)
                    spokenYears.last = max(spokenYears.last, year)
                    genders |= 1 << UInt8(gender)
                    cells += 1
                    if states[start + year] == CellState.value {
                        valueCount += 1
                        guard values[start + year].isFinite else { throw .notFinite(keyFigure: keyFigure.description) }
                    }
                }
            }
        }
        if cells == 0 { return nil }
        let rows = places.indices.filter { spokenPlaces[$0] }
        let years = spokenYears.last - spokenYears.first + 1
        var block = EncodedBlock(
            keyFigure: keyFigure,
            places: rows.map { places[$0] },
            firstYear: firstYear + spokenYears.first,
            yearCount: years,
            genders: genders,
            cells: cells,
            values: valueCount
        )
        block.encode(values, states) { gender, row in slot(gender, rows[row], spokenYears.first) }
        return block
    }
}

/// A key figure's block, ready to be written.
struct EncodedBlock {
    let keyFigure: Code
    let places: [Code]
    let firstYear: Int
    let yearCount: Int
    let genders: UInt8
    let cells: Int
    let values: Int
    private(set) var bytes: [UInt8] = []
    private(set) var checksum: UInt32 = 0

    init(keyFigure: Code, places: [Code], firstYear: Int, yearCount: Int, genders: UInt8, cells: Int, values: Int) {
        self.keyFigure = keyFigure
        self.places = places
        self.firstYear = firstYear
        self.yearCount = yearCount
        self.genders = genders
        self.cells = cells
        self.values = values
    }

    mutating func encode(_ values: [Double], _ states: [UInt8], _ start: (_ gender: Int, _ row: Int) -> Int) {
        let count = genders.nonzeroBitCount
        let longest = RowCoding.maximumLength(years: yearCount)
        let capacity = 4 * count + count * places.count * (2 + longest) + 16
        let integers = UnsafeMutablePointer<Int64>.allocate(capacity: yearCount)
        defer { integers.deallocate() }
        var output = [UInt8](repeating: 0, count: capacity)
        var at = 4 * count
        output.withUnsafeMutableBufferPointer { buffer in
            values.withUnsafeBufferPointer { values in
                states.withUnsafeBufferPointer { states in
                    guard let base = buffer.baseAddress, let values = values.baseAddress, let states = states.baseAddress else {
                        return
                    }
                    var part = 0
                    for gender in 0..<3 where genders & 1 << UInt8(gender) != 0 {
                        let first = at
                        at += 2 * places.count
                        for row in places.indices {
                            let from = start(gender, row)
                            let length = RowCoding.encode(
                                values + from,
                                states + from,
                                count: yearCount,
                                to: base + at,
                                integers: integers,
                                powers: powersOfTen
                            )
                            UnsafeMutableRawPointer(base + first + 2 * row)
                                .storeBytes(of: UInt16(length).littleEndian, as: UInt16.self)
                            at += length
                        }
                        UnsafeMutableRawPointer(base + 4 * part).storeBytes(of: UInt32(at - first).littleEndian, as: UInt32.self)
                        part += 1
                    }
                }
            }
        }
        output.removeSubrange(at...)
        checksum = UInt32(truncatingIfNeeded: crc32_z(0, output, output.count))
        bytes = output
    }
}

/// Where each of some codes stands, found in a step or two.
///
/// A key figure's cells come place by place in no order that can be counted on, millions in all: a table with open addresses is several
/// times as fast here as a dictionary.
struct PlaceIndex: ~Copyable {
    private var codes: [Code] = []
    private var slots: [Int32]
    private var mask: Int

    init() {
        slots = Array(repeating: -1, count: 1024)
        mask = 1023
    }

    @inline(__always)
    private func slot(_ code: Code) -> Int {
        var slot = Int(truncatingIfNeeded: (code.bits &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while slots[slot] >= 0, codes[Int(slots[slot])] != code { slot = (slot + 1) & mask }
        return slot
    }

    @inline(__always)
    mutating func insert(_ code: Code) {
        let slot = slot(code)
        if slots[slot] >= 0 { return }
        slots[slot] = Int32(codes.count)
        codes.append(code)
        if codes.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: slots.count * 2)
        mask = slots.count - 1
        for (position, code) in codes.enumerated() { slots[slot(code)] = Int32(position) }
    }

    /// Puts the codes in order, and gives them.
    mutating func sort() -> [Code] {
        codes.sort()
        for slot in slots.indices { slots[slot] = -1 }
        for (position, code) in codes.enumerated() { slots[slot(code)] = Int32(position) }
        return codes
    }

    /// Where a code that is in the table stands.
    @inline(__always)
    func position(of code: Code) -> Int { Int(slots[slot(code)]) }
}
