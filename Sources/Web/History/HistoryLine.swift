import Cooperation
import Markup

/// One act in words, as a page's history has it.
struct HistoryLine: Encodable, Sendable {
    /// Place in the journal.
    var position: Int64
    var kind: String
    /// What was done, as a sentence.
    var sentence: String
    var happened: Period
    /// The instant it was recorded, in microseconds since 1970-01-01T00:00Z.
    var recorded: Int64
    /// The path of the page that shows what the act is about; nil when no page does.
    var page: String?
    /// The act that corrected or struck it.
    var correctedBy: Int64?
    /// The municipality whose track it is about, and whose registrar may correct it; nil for all else.
    var track: Municipality.ID?
    /// Whether the act is of a kind that can be corrected.
    var canBeCorrected: Bool

    private enum CodingKeys: String, CodingKey {
        case position, kind, sentence, happened, recorded, page, correctedBy
    }

    /// An act in words.
    init(_ record: Record, _ reading: Reading) {
        position = record.position.number
        kind = record.act.kind
        sentence = reading.sentence(on: record.act)
        happened = record.happened
        recorded = record.recorded.microseconds
        page = reading.view.subject(of: record).flatMap { reading.address(of: $0).text }
        correctedBy = reading.view.correction(of: record.position)?.position.number
        track = record.act.trackPlace?.municipality
        canBeCorrected = record.act.canBeCorrected
    }

    /// The Swedish day it was recorded.
    var recordedDay: Day { Instant(microseconds: recorded).swedishDay }
}

extension Reading {
    /// What has been done about some subjects, the latest recorded first.
    func history(of subjects: Subject...) -> [HistoryLine] {
        view.acts(about: subjects).map { HistoryLine($0, self) }
    }
}

extension HTML {
    /// What has been done about the page's subject, folded away.
    func history(_ lines: [HistoryLine], _ reading: Reading) {
        guard !lines.isEmpty else { return }
        let words = reading.words
        details(.class("history")) {
            summary("\(words.history.title) (\(words.number(lines.count)))")
            ol {
                for line in lines {
                    li {
                        p(line.sentence, .content)
                        p(words.history.when(words.period(line.happened), words.date(line.recordedDay)), .class("help"))
                        if let by = line.correctedBy { p(words.history.corrected(words.number(Int(by))), .class("help")) }
                    }
                }
            }
        }
    }
}
