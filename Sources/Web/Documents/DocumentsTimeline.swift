import Charts
import Cooperation
import Markup

/// When documents applied, as a drawing with the finding as its title.
struct DocumentsTimeline {
    private let finding: String
    private let rows: [TimelineDrawing.Row]
    private let years: ClosedRange<Int>
    private let hasMarks: Bool
    private let hasOpenEnds: Bool

    /// The drawing of some documents; nil when there are too few for time to say anything.
    init?(_ documents: [DocumentsPage.Row], _ reading: Reading) {
        guard documents.count > 1 else { return nil }
        let words = reading.words.documents
        var hasMarks = false
        var hasOpenEnds = false
        var items: [String: [TimelineDrawing.Item]] = [:]
        var kinds: [String] = []
        var (first, last) = (reading.day.year, reading.day.year)
        // The oldest first, so that the kinds stand in the order in which the cooperation got them.
        for document in documents.reversed() {
            if items[document.kind] == nil { kinds.append(document.kind) }
            let isValid = document.standing == .valid
            guard let (from, to) = document.span else {
                hasMarks = true
                first = min(first, document.decided.first.year)
                items[document.kind, default: []].append(
                    .mark(.decided, Moment(document.decided, at: .middle), document.title, isHighlighted: isValid)
                )
                continue
            }
            first = min(first, from.first.year)
            last = max(last, to?.last.year ?? last)
            if to == nil { hasOpenEnds = true }
            items[document.kind, default: []].append(
                .span(
                    from: Moment(from, at: .beginning),
                    to: to.map { Moment($0, at: .end) },
                    document.onlyYear ?? document.title,
                    isHighlighted: isValid
                )
            )
        }
        let oldest =
            documents
            .compactMap { row in row.standing == .valid ? row.span.map { (title: row.title, from: $0.from) } : nil }
            .min { ($0.from.last, $0.title) < ($1.from.last, $1.title) }
        finding = oldest.map { words.longest($0.title, reading.words.period($0.from)) } ?? words.noneApplies
        rows = kinds.map { TimelineDrawing.Row($0.withCapital, items[$0] ?? []) }
        years = first...max(first, last)
        self.hasMarks = hasMarks
        self.hasOpenEnds = hasOpenEnds
    }

    /// The drawing, for wide screens and for narrow.
    func write(_ html: HTML, _ words: Words) {
        html.section(.class("over-time"), .labelled(by: "over-tid")) {
            html.h2(finding, .id("over-tid"))
            html.p(words.documents.timelineDescription)
            html.figure(.content) {
                html.embed(
                    DrawingShape.both { shape in
                        TimelineDrawing(
                            years: years,
                            rows: rows,
                            key: hasMarks ? [(.decided, words.documents.markMeans)] : [],
                            shape: shape,
                            title: finding,
                            description: words.documents.timelineDescription,
                            id: "dokument-over-tid"
                        ).markup
                    }
                )
            }
            if hasOpenEnds { html.p(words.documents.arrow, .class("help")) }
        }
    }
}

extension DocumentsPage.Row {
    /// From when to when it applied; nil when that isn't known, or when it is a report.
    fileprivate var span: (from: Period, to: Period?)? {
        guard about == nil, let validity else { return nil }
        let end = validity.to ?? replacedSince
        // It is replaced by something that isn't shown: when is not for the reader to know.
        if end == nil, standing == .replaced { return nil }
        return (validity.from ?? decided, end)
    }
}

extension DocumentsPage.Row {
    /// The year it applies to, when it applies to one that its title names too: the row says the rest.
    fileprivate var onlyYear: String? {
        guard let from = validity?.from, from == validity?.to, from.precision == .year else { return nil }
        let year = from.iso
        return title.split(separator: " ").contains { $0 == year } ? year : nil
    }
}

extension Moment {
    fileprivate enum Part { case beginning, middle, end }

    /// A period as a moment on an axis; of a month the day that the drawing needs.
    fileprivate init(_ period: Period, at part: Part) {
        let (year, month, _) = period.last.civil
        switch (period.precision, part) {
        case (.year, _): self = .year(year)
        case (.month, .middle): self = .day(year: year, month: month, day: 15)
        case (_, .beginning): self = .day(year: year, month: month, day: period.first.civil.day)
        case (_, _): self = .day(year: year, month: month, day: period.last.civil.day)
        }
    }
}
