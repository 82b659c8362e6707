import Cooperation
import Markup

/// That something on a municipality's track was corrected or struck, ready to show: what it said, who did it, and why.
struct TrackCorrection: Encodable, Sendable {
    /// Of the correction in the journal.
    var position: Int64
    /// The act that it corrects.
    var target: Int64
    /// The Swedish day it was recorded.
    var recorded: Day
    /// By what they acted as: 'Registrator i Kommunstyrelsen i Haninge'.
    var by: String
    /// What the act said until then.
    var said: String
    /// What it says since; nil when it was struck.
    var says: String?
    var reason: String
    /// The extract of the minutes that was shown to the secretariat; nil when the municipality itself corrected.
    var extract: ShownPaper?

    /// Everything that has been corrected on a track, the earliest first.
    ///
    /// - Parameters:
    ///   - place: the track.
    ///   - carriedFrom: the earlier proposal whose decision counts there; nil for none.
    ///   - reading: what may be seen, and the language.
    /// - Returns: the corrections, also of what has been struck.
    static func all(at place: RatificationAct.Place, carriedFrom: Int?, _ reading: Reading) -> [TrackCorrection] {
        reading.corrections(at: place, carriedFrom: carriedFrom).map { found in
            TrackCorrection(
                position: found.record.position.number,
                target: found.correction.target.number,
                recorded: found.record.recorded.swedishDay,
                by: reading.name(of: found.record.actor),
                said: reading.said(by: found.earlier.act, found.earlier.happened),
                says: found.correction.replacement.map { reading.said(by: $0, found.record.happened) },
                reason: reading.text(found.correction.reason),
                extract: found.correction.presentedExtract.map { ShownPaper($0, at: place, reading) }
            )
        }
    }

    /// The corrections as a part of the track's page; nothing when there are none.
    static func write(_ corrections: [TrackCorrection], _ html: HTML, _ reading: Reading) {
        guard !corrections.isEmpty else { return }
        let (words, round) = (reading.words, reading.words.round)
        html.section(.labelled(by: "rattelser")) {
            html.h2(round.corrections, .id("rattelser"))
            html.ol(.class("track-steps")) {
                for correction in corrections {
                    html.li {
                        html.p(words.date(correction.recorded), .class("kicker"))
                        html.p(.content) {
                            html.text(
                                correction.says.map { round.correctedTo(correction.said, $0) }
                                    ?? round.struckFrom(correction.said)
                            )
                        }
                        html.p(round.reason(correction.reason), .content)
                        html.p {
                            guard let extract = correction.extract else {
                                return html.text(round.correctedByWhom(correction.by))
                            }
                            html.text("\(round.correctedOnExtract(correction.by)): ")
                            extract.write(html, words)
                        }
                    }
                }
            }
        }
    }
}

extension RecordAct {
    /// What the act that is corrected says since; nil when it was struck.
    fileprivate var replacement: Act? { if case .corrected(let correction) = self { correction.replacement } else { nil } }
}

extension Reading {
    /// The extracts that were shown to the secretariat when it corrected a track.
    func presentedExtracts(at place: RatificationAct.Place, carriedFrom: Int?) -> [Document.Attachment] {
        corrections(at: place, carriedFrom: carriedFrom).compactMap(\.correction.presentedExtract)
    }

    /// The corrections of what stands on a track, the earliest first, each with what the act said until then.
    fileprivate func corrections(at place: RatificationAct.Place, carriedFrom: Int?) -> [FoundCorrection] {
        // What each act said last, as the corrections go by.
        var acts: [Position: (act: Act, happened: Period)] = [:]
        var found: [FoundCorrection] = []
        for record in view.acts(about: [.edition(place.edition)]).reversed() {
            guard case .record(let correction) = record.act else {
                acts[record.position] = (record.act, record.happened)
                continue
            }
            guard let earlier = acts[correction.target] else { continue }
            if let replacement = correction.replacement { acts[correction.target] = (replacement, record.happened) }
            guard let track = earlier.act.trackPlace, track.municipality == place.municipality,
                track.number == place.number || track.number == carriedFrom
            else { continue }
            found.append(FoundCorrection(record: record, correction: correction, earlier: earlier))
        }
        return found
    }

    /// What an act on a track says, with its day: a correction may change no more than that.
    fileprivate func said(by act: Act, _ happened: Period) -> String {
        if case .ratification(.decided(let decided)) = act {
            let decision = decided.decision
            let sentence = words.sentence(
                on: decision.outcome,
                by: name(of: .municipality(decided.place.municipality)),
                decided: decision.day,
                isLatestDay: decision.isLatestDay ?? false,
                paragraph: decision.paragraph
            )
            return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        }
        let sentence = sentence(on: act)
        return "\(sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence) (\(words.period(happened)))"
    }
}

/// A correction, with what the act that it corrects said until then.
private struct FoundCorrection {
    let record: Record
    let correction: RecordAct
    let earlier: (act: Act, happened: Period)
}
