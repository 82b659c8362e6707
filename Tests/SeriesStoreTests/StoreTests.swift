import Glibc
import Statistics
import Testing

@testable import SeriesStore

@Suite struct StoreTests {
    /// A source's sayings, at random: few subjects, so that pulls meet each other.
    private func sayings(_ count: Int, _ dice: inout Dice) -> [Subject: Saying] {
        let keyFigures = ["N00001", "N00511", "N00512", "N15008", "N99999", "U00000", "U15008", "U99999"]
        let places = ["0000", "0001", "1", "0114", "0126", "126", "0127", "2584", "G1", "G96274"]
        let statuses = ["Missing", "Not applicable", "Privacy", "Okänd"]
        var all: [Subject: Saying] = [:]
        for _ in 0..<count {
            let subject = Subject(
                keyFigure: keyFigures.randomElement(using: &dice) ?? "",
                place: places.randomElement(using: &dice) ?? "",
                gender: ["T", "K", "M"].randomElement(using: &dice) ?? "",
                year: Int.random(in: 1994...2030, using: &dice)
            )
            let number = Int.random(in: -10_000...10_000_000, using: &dice)
            switch Int.random(in: 0..<10, using: &dice) {
            case 0, 1: all[subject] = .status(statuses.randomElement(using: &dice) ?? "")
            case 2: all[subject] = .value("\(Double.random(in: -1...1, using: &dice))")
            case 3: all[subject] = .deleted
            case 4: all[subject] = .value("\(number)")
            default: all[subject] = .value("\(number / 100).\(10 + abs(number) % 90)")
            }
        }
        return all
    }

    private func pages(_ sayings: [Subject: Saying], _ count: Int, _ dice: inout Dice) -> [Page] {
        let shuffled = sayings.sorted { $0.key < $1.key }.shuffled(using: &dice).map { ($0.key, $0.value) }
        let size = max(1, shuffled.count / count)
        return stride(from: 0, to: shuffled.count, by: size).enumerated().map { number, start in
            page(json(Array(shuffled[start..<min(start + size, shuffled.count)])), "sida \(number).json")
        }
    }

    /// Holds a store against what the sources have said, cell by cell, and against nothing more.
    private func check(_ store: StoreFile, _ known: [Subject: Saying], _ location: SourceLocation = #_sourceLocation) throws {
        let spoken = known.filter { $0.value != .deleted }
        #expect(store.cellCount == spoken.count, sourceLocation: location)
        #expect(store.keyFigures.map(\.description) == Set(spoken.keys.map(\.keyFigure)).sorted(), sourceLocation: location)
        var found = 0
        for keyFigure in store.keyFigures {
            let of = spoken.keys.filter { $0.keyFigure == keyFigure.description }
            #expect(store.places(of: keyFigure) == Set(of.map(\.place)).sorted(), sourceLocation: location)
            #expect(
                store.genders(of: keyFigure) == Gender.allCases.filter { gender in of.contains { genders[$0.gender] == gender } }
            )
            let years = try #require(store.years(of: keyFigure))
            #expect(years.lowerBound == of.map(\.year).min() && years.upperBound - 1 == of.map(\.year).max())
            for (letter, gender) in genders {
                let panel = store.panel(of: keyFigure, gender, years: 1990..<2035)
                for place in store.places(of: keyFigure) {
                    let series = store.series(keyFigure, gender, in: place)
                    for year in 1990..<2035 {
                        let said = spoken[Subject(keyFigure: keyFigure.description, place: place, gender: letter, year: year)]
                        if said != nil { found += 1 }
                        let absence: Absence?
                        var value: Double?
                        switch said {
                        case .value(let text): (value, absence) = (Double(text), nil)
                        case .status("Missing"): absence = .missing
                        case .status("Not applicable"): absence = .notApplicable
                        case .status("Privacy"): absence = .privacy
                        case .status: absence = .other
                        case nil, .deleted: absence = .silent
                        }
                        #expect(series?[year]?.bitPattern == value?.bitPattern, sourceLocation: location)
                        #expect(
                            (series ?? Series(firstYear: year, values: [.nan])).absence(year) == absence,
                            sourceLocation: location
                        )
                        guard let panel, let row = panel.places.firstIndex(of: place) else { continue }
                        let at = row * panel.years.count + year - 1990
                        #expect(panel.values[at].isNaN ? value == nil : panel.values[at].bitPattern == value?.bitPattern)
                        if value == nil { #expect(panel.absences[at] == absence, sourceLocation: location) }
                    }
                }
            }
        }
        #expect(found == spoken.count, sourceLocation: location)
    }

    /// Several pulls after each other into the same store, against a dictionary to which the same is done.
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func becomesWhatTheSourcesSay(_ seed: UInt64) throws {
        var dice = Dice(seed)
        let folder = try Folder()
        var known: [Subject: Saying] = [:]
        for _ in 0..<4 {
            let pulled = sayings(Int.random(in: 1...400, using: &dice), &dice)
            let update = try folder.take(pages(pulled, Int.random(in: 1...7, using: &dice), &dice))
            guard case .written(let changes) = update else {
                Issue.record("\(update)")
                return
            }
            var revised: [Subject] = []
            for (subject, saying) in pulled {
                let (before, after) = (known[subject] ?? .deleted, saying)
                if before != .deleted, !isSame(before, after) { revised.append(subject) }
                known[subject] = saying
            }
            #expect(
                changes.revisions.map {
                    let letter = $0.gender == .total ? "T" : $0.gender == .women ? "K" : "M"
                    return Subject(keyFigure: $0.keyFigure.description, place: $0.place, gender: letter, year: $0.year)
                }.sorted() == revised.sorted()
            )
            #expect(changes.revised == revised.count)
            try check(try folder.store(), known)
        }
    }

    private func isSame(_ one: Saying, _ other: Saying) -> Bool {
        switch (one, other) {
        case (.value(let one), .value(let other)): Double(one) == Double(other)
        case (.status(let one), .status(let other)): Absence.state(one) == Absence.state(other)
        default: one == other
        }
    }

    @Test func isTheSameFileHoweverTheWorkIsDone() throws {
        var dice = Dice(7)
        let pulled = sayings(2000, &dice)
        let pages = pages(pulled, 20, &dice)
        let one = try Folder()
        let other = try Folder()
        let vintage = Vintage(source: "Prov", fetched: "2026-11-23")
        _ = try SeriesStore.update(folder: one.path, with: one.pull(pages), vintage: vintage)
        // Nothing may stay in memory.
        _ = try SeriesStore.update(folder: other.path, with: other.pull(pages, memory: 0), vintage: vintage)
        #expect(try one.read("series") == other.read("series"))
        #expect(one.names == ["series", "series.lock"])
        #expect(other.names == ["series", "series.lock"])
    }

    @Test func theLastPageHasTheLastWord() throws {
        let folder = try Folder()
        let subject = Subject(keyFigure: "N15008", place: "0126", gender: "T", year: 2020)
        let update = try folder.take((0..<50).map { page(json([(subject, .value("\($0)"))]), "sida \($0)") })
        guard case .written(let changes) = update else {
            Issue.record("\(update)")
            return
        }
        #expect(changes.disagreements == 49)
        #expect(try folder.store().value(id("N15008"), in: "0126", year: 2020) == 49)
    }

    @Test func codesAreTextFromEndToEnd() throws {
        let folder = try Folder()
        let places = ["0001", "1", "0126", "126"]
        try folder.take([
            page(
                json(
                    places.enumerated().map {
                        (Subject(keyFigure: "N15008", place: $0.element, gender: "T", year: 2020), .value("\($0.offset)"))
                    }
                )
            )
        ])
        let store = try folder.store()
        #expect(store.places(of: try id("N15008")) == ["0001", "0126", "1", "126"])
        for (number, place) in places.enumerated() {
            #expect(store.value(try id("N15008"), in: place, year: 2020) == Double(number))
        }
        #expect(store.series(try id("N15008"), .total, in: "0026") == nil)
        // A region is never ranked among municipalities, nor is what looks like one.
        #expect(store.ranking(of: try id("N15008")).map(\.place) == ["0126"])
    }

    @Test func saysWhereValuesCameFrom() throws {
        let folder = try Folder()
        func take(_ keyFigure: String, _ day: String, _ pages: [String]) throws {
            let subject = Subject(keyFigure: keyFigure, place: "0126", gender: "T", year: 2020)
            let pull = try folder.pull(pages.map { page(json([(subject, .value("1"))]), $0) })
            _ = try SeriesStore.update(folder: folder.path, with: pull, vintage: Vintage(source: "Kolada", fetched: day))
        }
        try take("N15008", "2026-11-23", ["p1.json"])
        try take("N15009", "2026-11-24", ["p1.json", "p2.json"])
        let store = try folder.store()
        #expect(store.vintage(of: try id("N15008")) == Vintage(source: "Kolada", fetched: "2026-11-23", file: "p1.json"))
        #expect(store.vintage(of: try id("N15009")) == Vintage(source: "Kolada", fetched: "2026-11-24", file: ""))
        #expect(store.vintage(of: try id("N15010")) == nil)
    }

    // MARK: Pulls that bring too little

    @Test func nothingIsNoUpdate() throws {
        let folder = try Folder()
        try folder.take([page(json([(Subject(keyFigure: "N15008", place: "0126", gender: "T", year: 2020), .value("1"))]))])
        let before = try folder.read("series")
        for pages in [[], [page(#"{"values":[],"next_url":null,"previous_url":null,"count":0}"#)]] {
            guard case .empty = try folder.take(pages) else {
                Issue.record("something was written")
                return
            }
        }
        #expect(try folder.read("series") == before)
    }

    private func four(_ keyFigure: String, _ text: String = "1") -> [(Subject, Saying)] {
        ["0126", "0127"].flatMap { place in
            [2020, 2021].map { (Subject(keyFigure: keyFigure, place: place, gender: "T", year: $0), .value(text)) }
        }
    }

    @Test func lessThanWasAskedForIsTold() throws {
        let folder = try Folder()
        try folder.take([page(json(four("N00001") + four("N00002") + four("N00003")))])
        let before = try folder.read("series")
        let asked = try Set([id("N00001"), id("N00002"), id("N00003"), id("N00004")])
        // One whole, one in part, one not at all, and one that there was nothing of.
        let pull = [page(json(four("N00001", "2") + four("N00002", "2").dropLast()))]
        func missing(_ scope: Scope?) throws -> [Shortfall] {
            switch try folder.take(pull, scope: scope) {
            case .partial(let missing): missing
            case .written, .empty: []
            }
        }
        #expect(
            try missing(Scope(keyFigures: asked)) == [
                Shortfall(keyFigure: id("N00002"), missing: 1, of: 4), Shortfall(keyFigure: id("N00003"), missing: 4, of: 4),
            ]
        )
        #expect(try folder.read("series") == before)
        #expect(folder.names == ["series", "series.lock"])
        // What wasn't asked for isn't missed.
        #expect(try missing(Scope(keyFigures: asked.subtracting([id("N00003")]), years: 2021...2021)).map(\.missing) == [1])
        #expect(try missing(Scope(keyFigures: [id("N00003")], places: ["0180"])).isEmpty)
        guard case .written = try folder.take(pull, scope: Scope(keyFigures: asked), acceptsPartial: true) else {
            Issue.record("nothing was written")
            return
        }
        let store = try folder.store()
        #expect(store.value(try id("N00001"), in: "0126", year: 2020) == 2)
        #expect(store.value(try id("N00002"), in: "0127", year: 2021) == 1)
        #expect(store.value(try id("N00003"), in: "0127", year: 2021) == 1)
    }

    @Test func allWithdrawnAtOnceIsTold() throws {
        let folder = try Folder()
        try folder.take([page(json(four("N00001")))])
        let pull = [page(json(four("N00001").map { ($0.0, .status("Missing")) }))]
        guard case .partial(let missing) = try folder.take(pull, scope: Scope(keyFigures: [try id("N00001")])) else {
            Issue.record("it was taken for good")
            return
        }
        #expect(missing.map(\.missing) == [4])
    }

    @Test func whatIsTakenBackIsGone() throws {
        let folder = try Folder()
        try folder.take([page(json(four("N00001") + four("N00002")))])
        guard case .written(let changes) = try folder.take([page(json(four("N00001").map { ($0.0, .deleted) }))]) else {
            Issue.record("nothing was written")
            return
        }
        #expect(changes.withdrawn == 4)
        #expect(changes.revisions.allSatisfy { $0.before == .value(1) && $0.after == .absent(.silent) })
        #expect(try folder.store().keyFigures == [id("N00002")])
    }

    @Test func aFaultAnywhereTakesNothingIn() throws {
        let folder = try Folder()
        let faults = try #require(throws: PullFaults.self) {
            try folder.pull([
                page(json(four("N00001")), "hel.json"), page("{", "klippt.json"), page(#"{"error":"stängt"}"#, "vägrat.json"),
                page("kpi,municipality\n", "tabell.csv"),
            ])
        }
        #expect(faults.faults.map(\.file) == ["klippt.json", "vägrat.json", "tabell.csv"])
        #expect(folder.names.isEmpty)
    }

    @Test func aFileThatIsNotThereIsTold() throws {
        let folder = try Folder()
        let error = try #require(throws: StoreError.self) { try folder.pull([Page(file: "\(folder.path)/finns-inte.json")]) }
        #expect(error.description.contains("finns-inte.json"))
        #expect(throws: StoreError.self) { try folder.pull([Page(file: folder.path)]) }
    }

    // MARK: What happens to the file

    @Test func aReaderGoesOnWithTheFileThatItHas() throws {
        let folder = try Folder()
        try folder.take([page(json(four("N00001", "1")))])
        let old = try folder.store()
        try folder.take([page(json(four("N00001", "2")))])
        #expect(old.value(try id("N00001"), in: "0126", year: 2020) == 1)
        #expect(try folder.store().value(id("N00001"), in: "0126", year: 2020) == 2)
    }

    private struct Stopped: Error {}

    /// Ends the writing at each step and at many lengths: the old file stands, and the next attempt succeeds.
    @Test func anEndAnywhereLeavesTheOldFile() throws {
        let folder = try Folder()
        var dice = Dice(8)
        let old = sayings(300, &dice)
        try folder.take(pages(old, 3, &dice))
        let before = try folder.read("series")
        let pulled = sayings(300, &dice)
        let pull = try folder.pull(pages(pulled, 3, &dice))
        let vintage = Vintage(source: "Prov", fetched: "2026-11-24")
        for step in StoreWriter.Step.allCases {
            #expect(throws: Stopped.self) {
                try SeriesStore.update(folder: folder.path, with: pull, vintage: vintage) { reached, _ in
                    if reached == step { throw Stopped() }
                }
            }
            // After the renaming the new file is there, whole, though perhaps not for ever.
            if step == .synchronizeFolder { break }
            #expect(try folder.read("series") == before)
            #expect(folder.names == ["series", "series.lock"])
        }
        _ = try folder.store().verify()
        var known = old
        known.merge(pulled) { $1 }
        try check(try folder.store(), known)
    }

    @Test func whatAKilledWriterLeftIsWrittenOver() throws {
        let folder = try Folder()
        try folder.write("series.new", Array(repeating: 7, count: 100_000))
        try folder.take([page(json(four("N00001")))])
        #expect(folder.names == ["series", "series.lock"])
        try folder.store().verify()
    }

    @Test func twoDoNotWriteAtOnce() throws {
        let folder = try Folder()
        let pull = try folder.pull([page(json(four("N00001")))])
        let vintage = Vintage(source: "Prov", fetched: "2026-11-24")
        var inner: (any Error)?
        _ = try SeriesStore.update(folder: folder.path, with: pull, vintage: vintage) { step, _ in
            guard step == .head else { return }
            do { _ = try SeriesStore.update(folder: folder.path, with: pull, vintage: vintage) } catch { inner = error }
        }
        #expect(inner as? StoreError == .busy(path: folder.path))
        try folder.store().verify()
    }

    /// Each byte of a small store changed: it is told, or nothing that is read has changed.
    @Test func aChangedByteIsNeverReadAsAValue() throws {
        let folder = try Folder()
        try folder.take([
            page(
                json(
                    four("N00001", "1.5") + four("U00002", "0.12345678") + [
                        (Subject(keyFigure: "N00001", place: "0126", gender: "K", year: 2019), .status("Privacy"))
                    ]
                )
            )
        ])
        let bytes = try folder.read("series")
        let original = try folder.store()
        func all(_ store: StoreFile) -> [Series?] {
            original.keyFigures.flatMap { keyFigure in
                Gender.allCases.flatMap { gender in ["0126", "0127"].map { store.series(keyFigure, gender, in: $0) } }
            }
        }
        let expected = all(original).map { $0.map { "\($0)" } }
        var (refused, damaged) = (0, 0)
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= UInt8(1 << (place % 8))
            try folder.write("series", changed)
            do {
                let store = try folder.store()
                let found = all(store).map { $0.map { "\($0)" } }
                for (found, expected) in zip(found, expected) where found != nil { #expect(found == expected) }
                if found != expected {
                    damaged += 1
                    #expect(!store.damaged.isEmpty)
                    #expect(throws: StoreError.self) { try store.verify() }
                    // It isn't carried over into a new file either.
                    #expect(throws: StoreError.self) { try folder.take([page(json(four("N00003")))]) }
                }
            } catch is StoreError {
                refused += 1
            }
        }
        #expect(refused > 200)
        #expect(damaged > 30)
        for length in [0, 1, 63, 64, bytes.count / 2, bytes.count - 1] {
            try folder.write("series", Array(bytes.prefix(length)))
            #expect(throws: StoreError.self) { try folder.store() }
        }
    }

    @Test func anotherVersionIsRefused() throws {
        let folder = try Folder()
        try folder.take([page(json(four("N00001")))])
        var bytes = try folder.read("series")
        bytes[8] = 2
        try folder.write("series", bytes)
        let error = try #require(throws: StoreError.self) { try folder.store() }
        #expect(error.description.contains("version 2"))
    }
}
