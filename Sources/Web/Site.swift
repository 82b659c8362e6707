package import Cooperation
import HTTPTypes
package import Logging
import Markup
import Publishing
package import Registry
package import Statistics

/// The whole site: every capability's routes, joined to the registrar whose value they show.
package struct Site: Sendable {
    /// Takes the readings that pages are made of.
    let readings: Readings
    /// Tells how the installation is.
    let health: @Sendable () -> Health
    let assets: Assets
    /// Where readers reach the site, for the files that must name whole addresses.
    let address: PublicAddress
    /// What the members are compared by; it comes with the program, and is the same whatever day is asked about.
    let statistics: StatisticsTable
    let shelf = SearchShelf()

    /// The site of a registrar.
    ///
    /// - Parameters:
    ///   - registrar: whose value is shown.
    ///   - address: where readers reach the site.
    ///   - statistics: what the members are compared by.
    ///   - clock: tells what time it is.
    ///   - health: tells how the installation is, for `/halsa`.
    package init(
        registrar: Registrar,
        address: PublicAddress = .local,
        statistics: StatisticsTable = StatisticsTable(),
        clock: @escaping @Sendable () -> Instant,
        health: @escaping @Sendable () -> Health
    ) async {
        self.address = address
        self.statistics = statistics
        readings = Readings(registrar: registrar, clock: clock)
        self.health = health
        assets = await Assets([
            .init(name: "site.css", mediaType: "text/css; charset=utf-8", bytes: PackageResources.site_css),
            .init(name: "sign.svg", mediaType: "image/svg+xml", bytes: PackageResources.sign_svg),
        ])
    }

    /// Every address of the site: the only list there is.
    package var routes: [Route] {
        startRoutes + programmeRoutes + planningRoutes + membersRoutes + organisationRoutes + documentsRoutes + conferencesRoutes
            + advocacyRoutes + comparisonsRoutes + searchRoutes + aboutRoutes + openDataRoutes + accessibilityRoutes
            + historyRoutes + healthRoutes
    }

    /// The front door of the site.
    package func frontDoor(logger: Logger) -> FrontDoor {
        let readings = readings
        return FrontDoor(
            FrontDoor.Site(
                routes: Routes(routes),
                assets: assets,
                stamp: { readings.stamp },
                errorPage: { page, asked in errorPage(page, asked) }
            ),
            logger: logger
        )
    }

    /// Where the site's own files are, under names that change with their content.
    var assetAddresses: AssetAddresses {
        AssetAddresses(style: assets.address(of: "site.css") ?? "/", icon: assets.address(of: "sign.svg") ?? "/")
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
        default: return .page(shell.page(reading, assets: assetAddresses, content: content))
        }
    }

    private func errorPage(_ page: ErrorPage, _ asked: Asked) -> Answer {
        let reading = readings.now(in: asked.language)
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
