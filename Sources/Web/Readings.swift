import Cooperation
import Registry

/// Takes readings: finds the value that a request asks about, and lets it through the gate of visibility.
struct Readings: Sendable {
    let registrar: Registrar
    let clock: @Sendable () -> Instant
    private let hindsight = Hindsight()

    init(registrar: Registrar, clock: @escaping @Sendable () -> Instant) {
        self.registrar = registrar
        self.clock = clock
    }

    /// What kept pages are true of.
    var stamp: Stamp {
        let progress = registrar.progress
        return Stamp(
            journalPosition: progress.position,
            vaultRevision: progress.vaultRevision,
            vintage: 0,
            day: clock().swedishDay.number
        )
    }

    /// The reading that a request asks for.
    ///
    /// - Throws: `Fault` when a day can't be read or hasn't been, or when too many ask about the past.
    func take(for asked: Asked) throws(Fault) -> Reading {
        let snapshot = registrar.snapshot
        let today = clock().swedishDay
        let words = Words.of(asked.language)
        let point = PointInTime(
            day: try day(asked.query[QueryName.day], today: today, words),
            knownBy: try day(asked.query[QueryName.knownBy], today: today, words)
        )
        do {
            let view = try hindsight.view(point, of: snapshot, today: today)
            return reading(of: view, snapshot, asked.language, today, point)
        } catch {
            throw .unavailable(words.faults.busyWithThePast)
        }
    }

    /// The signed heads, the earliest first.
    var heads: [SignedHead] { registrar.snapshot.heads }

    /// The live value, for pages that must be shown whatever was asked.
    func now(in language: PageLanguage) -> Reading {
        let snapshot = registrar.snapshot
        let today = clock().swedishDay
        let view = PublicView(of: snapshot.cooperation, known: snapshot.timeline, now: snapshot.cooperation, on: today)
        return reading(of: view, snapshot, language, today, PointInTime())
    }

    private func reading(
        of view: PublicView,
        _ snapshot: Snapshot,
        _ language: PageLanguage,
        _ today: Day,
        _ point: PointInTime
    ) -> Reading {
        Reading(
            view,
            texts: snapshot.texts,
            language: language,
            today: today,
            point: point,
            chainEnd: point.isNow ? snapshot.chainEnd : nil
        )
    }

    /// A day from an address; nil when none was given.
    ///
    /// Today asks for the live value, as no day does.
    private func day(_ text: String?, today: Day, _ words: Words) throws(Fault) -> Day? {
        guard let text, !text.isBlank else { return nil }
        guard let day = Day(text) else {
            if let written = words.writtenDay(text) { throw .badRequest(words.faults.noSuchDay(written)) }
            throw .badRequest(words.faults.notADay(String(text.prefix(40))))
        }
        guard day <= today else { throw .badRequest(words.faults.futureDay(words.date(day))) }
        return day
    }
}

extension Words {
    /// What was written as a day but is none, in words: '30 februari 2027'.
    ///
    /// Nil when it isn't written as a day at all.
    func writtenDay(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        guard (1...12).contains(month), (1...9999).contains(year), (0...99).contains(day) else { return nil }
        return dates.day(day, dates.months[month - 1], year)
    }
}
