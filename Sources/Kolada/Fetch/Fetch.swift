import Glibc
package import SeriesStore
package import Statistics

/// Fetches statistics into an installation's folder.
package struct Fetch {
    /// What is wanted.
    package struct Wish: Hashable, Sendable {
        /// Where the source is.
        package var base = "https://api.kolada.se/v3"
        /// Every municipality and region, or only the members with those that are like them.
        package var takesAll = false
        /// The codes of the cooperation's members.
        package var members: [String]
        /// Nil for every key figure there is.
        package var keyFigures: Set<KeyFigure.ID>?
        /// Only what has changed since that day.
        package var since: PublicationDay?
        /// Takes in also what is less than there was.
        package var acceptsMissing = false
        /// Throws away what an interrupted fetch has brought.
        package var restarts = false

        package init(members: [String]) { self.members = members }

        /// What tells one fetch from another, so that it is known which pages belong to it.
        var purpose: String {
            let figures = keyFigures.map { $0.map(\.description).sorted().joined(separator: " ") } ?? "all"
            let places = takesAll ? "all" : "around"
            return [base, places, members.sorted().joined(separator: " "), figures, since?.description ?? "-"].joined(
                separator: "|"
            )
        }
    }

    /// What the fetch needs of the world.
    package struct Surroundings {
        /// Asks over the network.
        package var ask: (String) -> Result<Reply, ConnectionFault>
        /// Waits so many seconds.
        package var wait: (Double) -> Void
        /// Seconds on a clock that never goes back.
        package var seconds: () -> Double
        /// The day it is.
        package var today: PublicationDay
        /// The moment it is, in ISO 8601.
        package var moment: () -> String
        /// A number between 0 and 1, drawn at random.
        package var jitter: () -> Double
        /// Tells somebody how it goes.
        package var tell: (String) -> Void

        package init(
            ask: @escaping (String) -> Result<Reply, ConnectionFault>,
            wait: @escaping (Double) -> Void,
            seconds: @escaping () -> Double,
            today: PublicationDay,
            moment: @escaping () -> String,
            jitter: @escaping () -> Double,
            tell: @escaping (String) -> Void
        ) {
            self.ask = ask
            self.wait = wait
            self.seconds = seconds
            self.today = today
            self.moment = moment
            self.jitter = jitter
            self.tell = tell
        }
    }

    /// What a fetch came to.
    package struct Outcome: Sendable {
        package var catalogue: Catalogue
        package var changes: Changes?
        /// How many pages there were in all, and how many of them had been fetched before.
        package var pages: Int
        package var pagesBefore: Int
        /// The table of revisions; nil when nothing has been revised.
        package var revisions: String?
    }

    /// The shortest time from one question to the next: five a second.
    package static let pace = 0.2
    /// How much of what there was a new catalogue must have.
    private static let leastShare = 0.9

    private let wish: Wish
    private let folder: StatisticsFolder
    private let surroundings: Surroundings
    private var lastAsked = -Double.infinity
    private var lastTold = -Double.infinity

    /// Fetches what is wanted, goes on with what was broken off, and takes it in.
    ///
    /// It blocks, for hours perhaps: call it on a thread of its own.
    ///
    /// - Parameters:
    ///   - wish: what is wanted.
    ///   - folder: where it is to be.
    ///   - surroundings: the network, the clock, and so on.
    /// - Returns: what it came to.
    /// - Throws: `FetchFault`, `StoreError`, `PullFaults` or `StatisticsFaults`. What was in the folder is then as it was, and what has
    ///   been fetched so far is kept for the next time.
    package static func run(_ wish: Wish, into folder: StatisticsFolder, _ surroundings: Surroundings) throws -> Outcome {
        var fetch = Fetch(wish: wish, folder: folder, surroundings: surroundings)
        return try fetch.run()
    }

    private init(wish: Wish, folder: StatisticsFolder, surroundings: Surroundings) {
        self.wish = wish
        self.folder = folder
        self.surroundings = surroundings
    }

    private mutating func run() throws -> Outcome {
        guard let address = Address(wish.base), address.scheme == "https" || address.isLocal else {
            throw FetchFault.connection(.impossible("den ska börja med https://"), wish.base)
        }
        try folder.create()
        let old = try folder.openCatalogue()
        let series = try SeriesStore.open(in: folder.path)
        if wish.since != nil, series == nil { throw FetchFault.nothingToUpdate }
        let pages = try FetchFolder(
            folder.fetch,
            purpose: wish.purpose,
            today: surroundings.today,
            isFresh: { [today = surroundings.today] in today.isSoon(after: $0) },
            restarts: wish.restarts
        )
        if pages.before > 0 { tell("Fortsätter en påbörjad hämtning: \(spaced(pages.before)) sidor finns redan.") }

        let catalogue = try fetchCatalogue(pages)
        try check(catalogue, against: old)
        if let wanted = wish.keyFigures {
            let unknown = Plan.unknown(wanted, in: catalogue)
            guard unknown.isEmpty else { throw FetchFault.unknown(unknown) }
        }
        let questions = Plan.values(
            of: catalogue,
            keyFigures: wish.keyFigures,
            reach: wish.takesAll ? .all : .around(wish.members),
            members: wish.members,
            until: pages.began.year,
            since: wish.since
        )
        let files = try fetchAll(questions, pages)
        let outcome = try takeIn(files, answering: questions, catalogue, pages)
        pages.finish()
        return outcome
    }

    private mutating func fetchCatalogue(_ pages: FetchFolder) throws -> Catalogue {
        tell("Hämtar katalogen …")
        var figures: [CatalogueFigure] = []
        var places: [Catalogue.Place] = []
        var groups: [Catalogue.Group] = []
        for question in Plan.catalogue {
            for file in try fetch(question, pages) {
                let page: CataloguePages.File = (file, try DiskFile.read(file))
                switch question.subject {
                case .figures: figures += try CataloguePages.figures(page)
                case .places: places += try CataloguePages.places(page)
                case .groups, .values: groups += try CataloguePages.groups(page)
                }
            }
        }
        return Catalogue(fetched: pages.began, figures: figures, places: places, groups: groups)
    }

    private func check(_ new: Catalogue, against old: Catalogue?) throws(FetchFault) {
        let counts: [(words: String, old: Int, new: Int)] = [
            ("nyckeltal", old?.figures.count ?? 0, new.figures.count),
            ("kommuner och regioner", old?.places.count ?? 0, new.places.count),
            ("grupper", old?.groups.count ?? 0, new.groups.count),
        ]
        for (words, old, new) in counts {
            guard new > 0 else { throw .nothing("inga \(words)") }
            guard wish.acceptsMissing || Double(new) >= Self.leastShare * Double(old) else {
                throw .shrunk(what: words, from: old, to: new)
            }
        }
    }

    private mutating func fetchAll(_ questions: [Question], _ pages: FetchFolder) throws -> [String] {
        let began = surroundings.seconds()
        let before = questions.count { isAnswered($0, pages) }
        tell(questions.count == 1 ? "Hämtar värden: en fråga." : "Hämtar värden: \(spaced(questions.count)) frågor.")
        var files: [String] = []
        for (index, question) in questions.enumerated() {
            files += try fetch(question, pages)
            let now = surroundings.seconds()
            if now - lastTold >= 10 {
                lastTold = now
                let progress = Progress(done: index + 1, total: questions.count, before: before, seconds: now - began)
                tell(progress.inWords)
            }
        }
        return files
    }

    private func isAnswered(_ question: Question, _ pages: FetchFolder) -> Bool {
        let kept = pages.pages(of: question.address(at: wish.base))
        return !kept.isEmpty && kept.last?.next == nil
    }

    /// The files of a question's pages, those that are missing fetched.
    private mutating func fetch(_ question: Question, _ pages: FetchFolder) throws -> [String] {
        let first = question.address(at: wish.base)
        var seen: Set<String> = []
        var address: String? = first
        for page in pages.pages(of: first) {
            if let address { seen.insert(address) }
            address = page.next
        }
        while let asked = address {
            seen.insert(asked)
            let (body, next) = try answer(to: asked, about: question.subject)
            let following = try next.map { try NextPage.address($0, at: wish.base, after: seen) }
            try pages.keep(body, answering: first, next: following, fetched: surroundings.moment())
            address = following
        }
        return pages.pages(of: first).map(\.file)
    }

    /// Asks until there is a whole page, at no more than the pace that we keep to.
    private mutating func answer(to address: String, about subject: Question.Subject) throws(FetchFault) -> (
        [UInt8], next: String?
    ) {
        var attempt = 1
        while true {
            let early = lastAsked + Self.pace - surroundings.seconds()
            if early > 0 { surroundings.wait(early) }
            lastAsked = surroundings.seconds()
            let result = surroundings.ask(address)
            switch Judgement.of(result, to: address, about: subject, attempt: attempt, jitter: surroundings.jitter()) {
            case .page(let next, _):
                guard case .success(let reply) = result else { continue }
                return (reply.body, next)
            case .again(let seconds):
                if seconds >= 10 { tell("Kolada svarar inte som det ska. Försöker igen om \(Int(seconds)) sekunder.") }
                surroundings.wait(seconds)
                attempt += 1
            case .stop(let fault): throw fault
            }
        }
    }

    private func takeIn(
        _ files: [String],
        answering questions: [Question],
        _ catalogue: Catalogue,
        _ pages: FetchFolder
    ) throws -> Outcome {
        tell(files.count == 1 ? "Läser in sidan …" : "Läser in \(spaced(files.count)) sidor …")
        let pull = try Pull.read(files.map { Page(file: $0) }, spillFolder: folder.fetch)
        let draft = RevisionDraft(pages.path)
        let table = try draft.begin()
        let update = try SeriesStore.update(
            folder: folder.path,
            with: pull,
            vintage: Vintage(source: "Kolada", fetched: surroundings.moment()),
            scope: wish.since == nil ? Self.scope(of: questions) : nil,
            acceptsPartial: wish.acceptsMissing,
            revised: { table.add($0) }
        )
        var outcome = Outcome(catalogue: catalogue, changes: nil, pages: files.count, pagesBefore: pages.before)
        switch update {
        case .written(let changes):
            try table.finish()
            outcome.changes = changes
            outcome.revisions = try draft.name(in: folder.revisions, at: surroundings.moment(), isNew: changes.revised > 0)
        case .empty where wish.since != nil: break
        case .empty: throw FetchFault.nothing("inga värden")
        case .partial(let missing): throw FetchFault.less(missing)
        }
        draft.remove()
        try folder.replace(catalogue)
        return outcome
    }

    private static func scope(of questions: [Question]) -> Scope {
        var scope = Scope(keyFigures: [], places: [])
        for question in questions {
            guard case .values(let keyFigures, let places, let years) = question.subject else { continue }
            scope.keyFigures.formUnion(keyFigures)
            scope.places?.formUnion(places)
            scope.years = years
        }
        return scope
    }

    private func tell(_ words: String) { surroundings.tell(words) }
}

extension PublicationDay {
    /// Whether it is the other day, or one of the few days after it.
    fileprivate func isSoon(after other: PublicationDay) -> Bool {
        // Months counted as thirty-one days: near enough for a week.
        let distance = (year - other.year) * 372 + (month - other.month) * 31 + day - other.day
        return (0...FetchFolder.longestAge + 3).contains(distance)
    }
}
