import Cooperation
import Testing

/// A journal in memory: it asks a request's rule and keeps the act, the way a registrar does.
struct Ledger {
    private(set) var timeline = Timeline()
    private(set) var texts: [Prose: String] = [:]

    var live: Cooperation { timeline.live }

    /// Every act in order of position.
    var records: [Record] { timeline.records }

    /// The place of the act that was recorded last.
    var last: Position { Position(Int64(timeline.count)) }

    /// The cooperation as of a day written as text.
    func cooperation(asOf text: String) throws -> Cooperation { timeline.cooperation(asOf: try day(text)) }

    /// What the public may see on a day written as text, as far as is known now.
    func view(on text: String) throws -> PublicView {
        PublicView(of: try cooperation(asOf: text), known: timeline, now: live, on: try day(text), today: try day(text))
    }

    /// A pen that numbers texts from a place on, instead of salting them.
    static func pen(from start: Int) -> Pen {
        var next = start
        return Pen { matter in
            next += 1
            return Pen.Written(commitment: Prose.numbered(next).commitment, salt: [], matter: matter)
        }
    }

    /// The act that a request asks for, as its rule sees the cooperation on that day.
    func act(_ request: any Request, _ happened: Period) throws(Refusal) -> (act: Act, written: [Pen.Written]) {
        var pen = Self.pen(from: texts.count)
        let basis = request.corrects.map { timeline.without($0) } ?? timeline
        let act = try request.act(in: basis.cooperation(asOf: happened.last), at: happened, pen: &pen)
        return (act, pen.written)
    }

    /// Records a request, or throws why it can't be done.
    mutating func record(_ request: any Request, _ happened: Period, on recorded: Day? = nil) throws(Refusal) {
        let (act, written) = try act(request, happened)
        let record = Record(
            position: Position(Int64(timeline.count + 1)),
            recorded: Instant(startOf: recorded ?? happened.last),
            happened: happened,
            actor: .importer,
            act: act
        )
        timeline = try timeline.appending(record)
        // A file counts as a text, so that no number is given twice.
        for text in written { texts[text.prose] = text.text ?? "(fil)" }
    }

    /// Records requests on days written as text.
    init(_ requests: [(String, any Request)] = []) throws {
        for (day, request) in requests { try record(request, try period(day)) }
    }

    /// The code and the field of the refusal that a request meets on a day; nil when it is accepted.
    func refusal(_ request: any Request, _ day: String) throws -> Answer {
        var tried = self
        let happened = try period(day)
        do {
            try tried.record(request, happened)
            return Answer(code: nil, field: nil)
        } catch {
            #expect(error.message.isWellWritten, "\(error.message)")
            return Answer(code: error.code, field: error.field)
        }
    }

    /// Whether a request is accepted on a day, or the code of the refusal.
    func code(_ request: any Request, _ day: String) throws -> String? { try refusal(request, day).code }

    struct Answer: Equatable {
        var code: String?
        var field: String?

        static let accepted = Answer(code: nil, field: nil)
    }
}

extension Timeline {
    /// Every act in order of position.
    var records: [Record] {
        var records: [Record] = []
        forEach { records.append($0) }
        return records
    }
}

extension String {
    /// Whether the text is a Swedish sentence or several: a capital first, a full stop last, and no gap.
    fileprivate var isWellWritten: Bool {
        guard let first = unicodeScalars.first else { return false }
        return (first.properties.isUppercase || first == "”" || ("0"..."9").contains(first)) && hasSuffix(".")
            && !contains("  ") && !contains("Optional") && !contains(" .")
    }
}

extension Prose {
    /// A text that is told from others by its number.
    static func numbered(_ number: Int) -> Prose {
        let bytes = (0..<32).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 7) }
        guard let commitment = Commitment(bytes: bytes) else { fatalError("32 bytes are a commitment") }
        return Prose(commitment)
    }
}

/// A day, a month or a year from a text that a test has written.
func period(_ text: String) throws -> Period { try #require(Period(text), "\(text)") }

/// A day from a text that a test has written.
func day(_ text: String) throws -> Day { try #require(Day(text), "\(text)") }

/// A figure from a text that a test has written.
func decimal(_ text: String) throws -> DecimalFigure { try #require(DecimalFigure(text), "\(text)") }

/// An id from a text that a test has written.
func id<Entity>(_ text: String) throws -> Identifier<Entity> { try #require(Identifier(text), "\(text)") }
