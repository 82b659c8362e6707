import Cooperation
import HTTPTypes
import NIOCore

extension Site {
    /// The rounds of decisions, as everybody sees them.
    ///
    /// | Address | What |
    /// |---|---|
    /// | `/ratificering` | all rounds |
    /// | `/ratificering/{edition}` | the status board |
    /// | `/ratificering/{edition}/text` | the locked text that counts |
    /// | `/ratificering/{edition}/{municipality}` | one municipality's track of the proposal that counts |
    /// | `/ratificering/{edition}/{number}/{municipality}` | its track of the proposal with that number |
    /// | `/ratificering/{edition}/{number}/text` | the locked text of one proposal |
    /// | `/ratificering/{edition}/{number}/{municipality}/filer/{file}` | a paper |
    ///
    /// The forms stand in `trackForms`.
    var ratificationRoutes: [Route] { roundRoutes + trackRoutes + lockedTextRoutes }

    private var roundRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/ratificering", reads: reads, formats: [.page, .json, .csv], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let page = RoundsPage(reading)
                let shell = Shell(
                    title: reading.words.ratification.title,
                    description: page.leadSentence(reading.words),
                    steps: ["ratificering"],
                    place: .programme,
                    above: [.init(name: reading.words.programme.title, steps: ["program"])],
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/ratificering/{edition}", reads: reads, formats: [.page, .json, .csv, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let round = try reading.round(at: asked)
                let page = RoundPage(round, reading)
                let history = reading.history(of: .edition(round.edition)).filter { $0.kind.isAboutRounds }
                var shell = Shell(
                    title: reading.words.round.boardTitle(page.round.title),
                    description: page.sentence,
                    steps: ["ratificering", page.round.edition],
                    place: .programme,
                    above: [.init(name: reading.words.ratification.title, steps: ["ratificering"])],
                    formats: history.isEmpty ? [.json, .csv] : [.json, .csv, .atom]
                )
                shell.isLive = reading.isNow
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    history: { history },
                    content: { page.write($0, reading, history: history) }
                )
            },
        ]
    }

    private var trackRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            track("/ratificering/{edition}/{municipality}"), track("/ratificering/{edition}/{number}/{municipality}"),
            Route(
                .get,
                "/ratificering/{edition}/{number}/{municipality}/filer/{file}",
                reads: reads,
                deadline: .seconds(30)
            ) { asked in
                let reading = try readings.take(for: asked)
                return try await download(try paper(asked, reading), reading)
            },
        ]
    }

    private func track(_ pattern: Pattern) -> Route {
        let reads = [QueryName.day, QueryName.knownBy]
        return Route(.get, pattern, reads: reads, formats: [.page, .json], isCached: true) { asked in
            let reading = try readings.take(for: asked)
            let proposal = try reading.proposal(at: asked)
            guard let municipality = reading.municipality(asked["municipality"]) else { throw reading.notThen }
            let place = RatificationAct.Place(proposal.facts.edition, proposal.facts.number, municipality.facts.id)
            let page = TrackPage(municipality, proposal, reading)
            // One that it hasn't been sent to has a page while it waits for it, and not for a proposal that nobody will send any more.
            guard page.isSent || page.replacedBy == nil && municipality.isMember(on: reading.day) else { throw reading.notThen }
            var shell = Shell(
                title: reading.words.round.trackTitle(page.track.name, page.title),
                description: page.sentence,
                steps: reading.steps(of: place),
                place: .programme,
                above: reading.above(roundOf: place.edition),
                formats: [.json]
            )
            shell.isLive = reading.isNow
            return try answer(asked, page, in: shell, reading) { page.write($0, reading, history: []) }
        }
    }

    private var lockedTextRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        let handler: Route.Handler = { asked in
            let reading = try readings.take(for: asked)
            let proposal = try reading.proposal(at: asked)
            let page = LockedTextPage(proposal, reading)
            if asked.format == .txt { return .file(.txt, Array(page.text.utf8)) }
            let shell = Shell(
                title: reading.words.round.textTitle(reading.words.number(page.number), page.title),
                description: reading.words.round.textLead,
                steps: ["ratificering", page.edition] + (asked.values["number"].map { [$0] } ?? []) + ["text"],
                place: .programme,
                above: reading.above(roundOf: proposal.facts.edition),
                formats: [.json, .txt]
            )
            return try answer(asked, page, in: shell, reading) { page.write($0, reading) }
        }
        return [
            Route(
                .get,
                "/ratificering/{edition}/text",
                reads: reads,
                formats: [.page, .json, .txt],
                isCached: true,
                handler: handler
            ),
            Route(
                .get,
                "/ratificering/{edition}/{number}/text",
                reads: reads,
                formats: [.page, .json, .txt],
                isCached: true,
                handler: handler
            ),
        ]
    }

    /// A file that lies on a track; one that lay there once is said to be gone.
    private func paper(_ asked: Asked, _ reading: Reading) throws(Fault) -> Document.Attachment {
        let addressed = try reading.track(at: asked)
        let figures = asked["file"]
        if let attachment = addressed.track.papers.first(where: { $0.figures == figures }) { return attachment }
        if let attachment = reading.presentedExtracts(at: addressed.place, carriedFrom: addressed.track.carriedFrom)
            .first(where: { $0.figures == figures })
        {
            return attachment
        }
        let wasThere = reading.view.acts(about: [.edition(addressed.place.edition)]).contains { record in
            guard case .ratification(let act) = record.act, act.place?.municipality == addressed.place.municipality else {
                return false
            }
            return record.act.attachment?.figures == figures
        }
        throw wasThere ? .gone(reading.words.round.fileReplaced) : reading.notThen
    }
}

extension Track {
    /// Every file that lies on the track now.
    fileprivate var papers: [Document.Attachment] {
        (latestDecision.map { [$0] } ?? []).compactMap(\.extract) + earlier.compactMap(\.extract) + annexes.map(\.fact.attachment)
    }
}

extension String {
    /// Whether a kind of act belongs to a round of decisions, and not to the edition's own life; corrections may belong to either.
    fileprivate var isAboutRounds: Bool { hasPrefix("ratification.") || hasPrefix("notice.") || hasPrefix("record.") }
}
