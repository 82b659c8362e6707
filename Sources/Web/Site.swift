package import Cooperation
package import DocumentTools
import HTTPTypes
package import Identity
import Journal
package import Logging
import Markup
import Publishing
package import Registry
import Statistics

/// The whole site: every capability's routes, joined to the registrar whose value they show.
package struct Site: Sendable {
    /// Takes the readings that pages are made of.
    let readings: Readings
    /// Tells how the installation is.
    let health: @Sendable () -> Health
    let assets: Assets
    /// Where readers reach the site, for the files that must name whole addresses.
    let address: PublicAddress
    /// What the members are compared by, the same whatever day is asked about.
    let statistics: ShownStatistics
    let shelf = SearchShelf()
    /// Makes documents, and reads those that are sent.
    let documentTools: DocumentTools
    /// Who may come in.
    let accounts: Accounts
    /// Where a browser keeps its session.
    let cookie: SignInCookie
    let downloads = Downloads()
    /// By which the same contribution sent twice is known again; another at each start.
    let contributionKey = Random.bytes(32)
    let contributionLimit = ContributionLimit()
    /// The address of the proxy in front, when there is one whose word is taken for where a request comes from.
    let trustedProxy: String?

    /// The site of a registrar.
    ///
    /// - Parameters:
    ///   - registrar: whose value is shown.
    ///   - accounts: who may come in.
    ///   - address: where readers reach the site.
    ///   - isTraining: whether the installation is a training copy.
    ///   - trustedProxy: the address of the proxy in front whose `X-Forwarded-For` is believed; nil for none.
    ///   - statistics: what the members are compared by.
    ///   - documentTools: the programs that make and read documents; none unless told.
    ///   - clock: tells what time it is.
    ///   - health: tells how the installation is, for `/halsa`.
    package init(
        registrar: Registrar,
        accounts: Accounts,
        address: PublicAddress = .local,
        isTraining: Bool = false,
        trustedProxy: String? = nil,
        statistics: ShownStatistics = ShownStatistics(StatisticsVintage(StatisticsTable())),
        documentTools: DocumentTools = DocumentTools(lookingIn: []),
        clock: @escaping @Sendable () -> Instant,
        health: @escaping @Sendable () -> Health
    ) async {
        self.address = address
        self.statistics = statistics
        self.documentTools = documentTools
        self.accounts = accounts
        self.trustedProxy = trustedProxy
        cookie = SignInCookie(isSecure: address.isSecure)
        readings = Readings(registrar: registrar, statistics: statistics, isTraining: isTraining, clock: clock)
        self.health = health
        assets = await Assets([
            .init(name: "site.css", mediaType: "text/css; charset=utf-8", bytes: PackageResources.site_css),
            .init(name: "sign.svg", mediaType: "image/svg+xml", bytes: PackageResources.sign_svg),
            .init(name: "live.js", mediaType: "text/javascript; charset=utf-8", bytes: PackageResources.live_js),
        ])
    }

    /// Every address of the site: the only list there is.
    package var routes: [Route] {
        startRoutes + programmeRoutes + planningRoutes + membersRoutes + organisationRoutes + documentsRoutes + conferencesRoutes
            + advocacyRoutes + newsRoutes + comparisonsRoutes + improvementsRoutes + standingRoutes
            + searchRoutes + aboutRoutes + openDataRoutes + accessibilityRoutes
            + historyRoutes + healthRoutes + signInRoutes + workRoutes
            + accountRoutes + peopleRoutes + seatsRoutes + bodyForms + municipalityForms + settingsForm + documentEditingRoutes
            + newsEditingRoutes + correctionRoutes + visibilityRoutes + draftRoutes
            + ratificationRoutes + trackForms + outboxRoutes + papersRoutes + annexRoutes
            + meetingsRoutes + scheduleRoutes + comparisonsOwnRoutes
            + draftingRoutes
    }

    /// What is said once, at a session's next page.
    var flashes: Flashes { readings.flashes }

    /// The front door of the site.
    package func frontDoor(logger: Logger) -> FrontDoor {
        let readings = readings
        return FrontDoor(
            FrontDoor.Site(
                routes: Routes(routes),
                assets: assets,
                stamp: { readings.stamp },
                viewer: { fields in viewer(fields) },
                isOwnOrigin: { origin, host in Origin.isSame(origin, host) || origin == address.text },
                instant: { readings.clock().microseconds },
                instead: { fault, asked in await instead(fault, asked) },
                trustedProxy: trustedProxy,
                isTraining: readings.isTraining,
                errorPage: { page, asked in errorPage(page, asked) }
            ),
            logger: logger
        )
    }

    /// Where the site's own files are, under names that change with their content.
    var assetAddresses: AssetAddresses {
        AssetAddresses(
            style: assets.address(of: "site.css") ?? "/",
            icon: assets.address(of: "sign.svg") ?? "/",
            live: assets.address(of: "live.js") ?? "/"
        )
    }

    /// One view in the form that was asked for.
    ///
    /// - Parameters:
    ///   - asked: what was asked.
    ///   - model: the page's model, which is also its JSON.
    ///   - shell: what stands around the page.
    ///   - reading: what the page is made of.
    ///   - table: the list as a file, for pages that have one.
    ///   - calendar: the page's days as a calendar, for pages that have one.
    ///   - history: what has been done about the page's subject, for pages that can be followed.
    ///   - content: the page's own markup.
    /// - Returns: the page, or the file beside it.
    /// - Throws: `Fault.notFound` for a file that the page doesn't have.
    func answer<Model: Encodable>(
        _ asked: Asked,
        _ model: Model,
        in shell: Shell,
        _ reading: Reading,
        table: () -> Table? = { nil },
        calendar: () -> Calendar? = { nil },
        history: () -> [HistoryLine] = { [] },
        content: (HTML) -> Void
    ) throws -> Answer {
        switch asked.format {
        case .json: return .file(.json, try JSONFile<Model>.encode(model, reading))
        case .csv:
            guard let table = table() else { throw Fault.notFound }
            return .file(.csv, table.csv)
        case .ics:
            guard let calendar = calendar() else { throw Fault.notFound }
            return .file(.ics, calendar.bytes)
        case .atom:
            guard let feed = AtomFeed(history(), shell, reading, address) else { throw Fault.notFound }
            return .file(.atom, feed.bytes)
        default:
            var answer = Answer.page(shell.page(reading, assets: assetAddresses, content: content))
            if shell.isLive { answer.fields[.contentSecurityPolicy] = Headers.livePolicy }
            return answer
        }
    }

    private func errorPage(_ page: ErrorPage, _ asked: Asked) -> Answer {
        let reading = readings.now(for: asked)
        let typed = asked.query[QueryName.day].flatMap { Day($0) == nil ? $0 : nil }
        let shell = Shell(
            title: page.heading,
            description: page.message,
            steps: asked.steps,
            hasHistory: typed != nil,
            typedDay: typed
        )
        return .page(
            shell.page(reading, assets: assetAddresses) { html in
                html.div(.class("document", "fault")) {
                    html.h1(page.heading)
                    html.p(page.message, .id("fel"), .class("lead"))
                    html.p(reading.words.faults.reference(page.requestID), .class("help"))
                    html.p(.class("go")) { html.a(reading.words.faults.toStart, to: reading.address()) }
                }
            },
            status: page.status,
            caching: .never
        )
    }
}
