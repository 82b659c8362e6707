import Cooperation
import HTTPTypes
import Identity
import Journal
import Registry
import Statistics

/// Takes readings: finds the value that a request asks about, and lets it through the gate of visibility.
struct Readings: Sendable {
    let registrar: Registrar
    /// Which statistics are shown is a part of what kept pages are true of.
    let statistics: ShownStatistics
    let clock: @Sendable () -> Instant
    /// Whether the installation is a training copy, which every page says.
    let isTraining: Bool
    /// What is said once, at a session's next page.
    let flashes = Flashes()
    private let hindsight = Hindsight()

    init(
        registrar: Registrar,
        statistics: ShownStatistics,
        isTraining: Bool = false,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.registrar = registrar
        self.statistics = statistics
        self.isTraining = isTraining
        self.clock = clock
    }

    /// What kept pages are true of.
    var stamp: Stamp {
        let progress = registrar.progress
        return Stamp(
            journalPosition: progress.position,
            vaultRevision: progress.vaultRevision,
            vintage: statistics.vintage.number,
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
            return seen(reading(of: view, snapshot, asked.language, today, point), by: asked)
        } catch {
            throw .unavailable(words.faults.busyWithThePast)
        }
    }

    /// The signed heads, the earliest first.
    var heads: [SignedHead] { registrar.snapshot.heads }

    /// The live value, for pages that must be shown whatever was asked.
    func now(for asked: Asked) -> Reading { seen(now(in: asked.language), by: asked) }

    /// The live value, for a reader that nobody knows.
    func now(in language: PageLanguage) -> Reading {
        let snapshot = registrar.snapshot
        let today = clock().swedishDay
        let live = snapshot.cooperation
        let view = PublicView(of: live, known: snapshot.timeline, now: live, on: today, today: today)
        return reading(of: view, snapshot, language, today, PointInTime())
    }

    /// Everything, for those who change it: also what is withdrawn, or not to be shown until later.
    ///
    /// - Parameters:
    ///   - asked: who asks, and in which language.
    ///   - isShown: whether a page is made of it. What was just done is said once, and isn't used up by a look at who may.
    /// - Returns: the record as it is now, as whoever asks sees it.
    func whole(for asked: Asked, isShown: Bool = true) -> Reading {
        let snapshot = registrar.snapshot
        let today = clock().swedishDay
        let view = PublicView(unguarded: snapshot.cooperation, known: snapshot.timeline, on: today)
        return seen(reading(of: view, snapshot, asked.language, today, PointInTime()), by: asked, isShown: isShown)
    }

    private func reading(
        of view: PublicView,
        _ snapshot: Snapshot,
        _ language: PageLanguage,
        _ today: Day,
        _ point: PointInTime
    ) -> Reading {
        var reading = Reading(
            view,
            texts: snapshot.texts,
            people: snapshot.people,
            language: language,
            today: today,
            point: point,
            chainEnd: point.isNow ? snapshot.chainEnd : nil
        )
        reading.isTraining = isTraining
        return reading
    }

    /// A reading as whoever asked sees it.
    private func seen(_ reading: Reading, by asked: Asked, isShown: Bool = true) -> Reading {
        guard let session = asked.viewer.session else { return reading }
        var reading = reading
        reading.viewer = asked.viewer
        reading.drafts = registrar.snapshot.drafts
        // Said at a page that is read, not at what a form is answered with.
        if isShown, asked.method == .get, asked.format == .page { reading.flash = flashes.take(session.id) }
        // Another each time, or it could be found from the lengths of compressed pages that also hold what somebody else has chosen.
        let form = Hex.text(Random.bytes(16))
        reading.signOutTicket = FormTicket(
            id: form,
            token: FormToken.make(key: session.formKey, form: form),
            position: registrar.progress.position
        )
        return reading
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
