import Charts
import Cooperation
import Markup

/// The years that conferences are known from, and those in between that no source mentions.
struct KnownYears: Equatable {
    /// In order, each once.
    let known: [Int]

    /// The years that conferences are known from, in any order.
    init(_ years: [Int]) {
        known = Set(years).sorted()
    }

    /// The years in between that no source mentions; nil when there are more than can be told one by one.
    var gaps: [Int]? {
        guard let first = known.first, let last = known.last, last - first < 100 else { return nil }
        let all = Set(known)
        return (first...last).filter { !all.contains($0) }
    }

    /// How many years there are from the first to the last.
    var span: Int { (known.last ?? 0) - (known.first ?? 0) + 1 }

    /// What the years show of something, such as 'konferenser' or 'Södertörns Rådslag', as a heading.
    func finding(on subject: String, _ words: Words) -> String? {
        let conferences = words.conferences
        guard let first = known.first, let last = known.last else { return nil }
        if first == last { return conferences.findingOne(subject, "\(first)") }
        let span = "\(first)–\(last)"
        if self.span == known.count { return conferences.findingAll(subject, span) }
        if let gaps, gaps.count <= 4, gaps.count * 2 < known.count {
            return conferences.findingAllBut(subject, span, words.list(gaps.map { "\($0)" }))
        }
        return conferences.findingSome(subject, conferences.someYears(words.count(known.count), words.count(self.span)), span)
    }

    /// The years one by one, in a sentence.
    func sentence(_ words: Words) -> String { words.conferences.knownYears(words.list(known.map { "\($0)" })) }

    /// What the sources don't say: nothing of the years in between, and nothing later.
    func silences(until day: Day, _ words: Words) -> [String] {
        guard let last = known.last else { return [] }
        var sentences: [String] = []
        switch span - known.count {
        case 0: break
        case 1: if let gap = gaps?.first { sentences.append(words.conferences.silentYear("\(gap)")) }
        default: sentences.append(words.conferences.silentYears)
        }
        if last < day.year { sentences.append(words.conferences.nothingAfter("\(last)")) }
        return sentences
    }
}

/// Conferences in time, one row for each series, under a heading that says what is seen.
struct ConferenceTimeline {
    /// The rows from the top; one alone needs no name.
    let series: [(name: String, rows: [ConferenceRow])]
    /// What is known from the years: 'konferenser', 'Södertörns Rådslag'.
    let subject: String
    /// Whether the marks carry the names of the hosts, and a sentence tells the years one by one: for a series alone.
    let isDetailed: Bool

    /// Writes the heading, the drawing, and in words what it can't show.
    func write(_ html: HTML, _ reading: Reading, preface: () -> Void = {}) {
        let words = reading.words
        let all = series.flatMap(\.rows)
        let years = KnownYears(all.map(\.year))
        guard let finding = years.finding(on: subject, words) else { return }
        html.section(.labelled(by: "tidslinje")) {
            html.h2(finding, .id("tidslinje"))
            preface()
            draw(all, years, finding, html, reading)
            let sentences = (isDetailed ? [years.sentence(words)] : []) + years.silences(until: reading.day, words)
            if !sentences.isEmpty { html.p(sentences.joined(separator: " ")) }
        }
    }

    /// Draws every year from the first that is known to the one that is asked about.
    private func draw(_ all: [ConferenceRow], _ years: KnownYears, _ finding: String, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        // A year that was mistyped would make a drawing of thousands of years.
        guard let first = years.known.first, let last = years.known.last, years.span <= Self.longest else { return }
        let rows = series.map { series in
            TimelineDrawing.Row(
                self.series.count == 1 ? "" : series.name,
                series.rows.map { .mark($0.mark, .during($0.date), label(of: $0, words)) }
            )
        }
        let key = meanings(of: all, words)
        let description = series.map { inWords($0.name, $0.rows, words) }.joined(separator: " ")
        html.embed(
            DrawingShape.both { shape in
                TimelineDrawing(
                    years: first...max(last, min(reading.day.year, first + Self.longest)),
                    rows: rows,
                    key: key,
                    shape: shape,
                    title: finding,
                    description: description,
                    id: "tidslinjen"
                ).markup
            }
        )
    }

    /// How many years a drawing holds at most.
    private static let longest = 100

    private func label(of row: ConferenceRow, _ words: Words) -> String {
        isDetailed ? words.list(row.hosts.map { $0.isInferred ? "\($0.name) (\(words.conferences.inferred))" : $0.name }) : ""
    }

    /// What the marks mean, those that are there.
    private func meanings(of rows: [ConferenceRow], _ words: Words) -> [(mark: TimelineDrawing.Mark, text: String)] {
        let conferences = words.conferences
        let meanings: [(mark: TimelineDrawing.Mark, text: String)] = [
            (.held, conferences.held), (.digital, conferences.heldDigitally), (.planned, conferences.keyPlanned),
            (.cancelled, conferences.cancelled),
        ]
        let used = Set(rows.map(\.mark))
        return meanings.filter { used.contains($0.mark) }
    }

    /// What a row shows, in words.
    private func inWords(_ name: String, _ rows: [ConferenceRow], _ words: Words) -> String {
        let years = rows.reversed().map { row in
            row.standing == .held ? words.period(row.date) : "\(words.period(row.date)) (\(words.conferences.name(row.standing)))"
        }
        return "\(name): \(years.isEmpty ? words.conferences.noKnownTime : years.joined(separator: ", "))."
    }
}

extension ConferenceRow {
    /// Its shape in a drawing of time.
    var mark: TimelineDrawing.Mark {
        switch standing {
        case .held: form == .digital ? .digital : .held
        case .cancelled: .cancelled
        case .planned, .uncertain: .planned
        }
    }
}
