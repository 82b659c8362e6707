import Cooperation
import HTTPTypes

extension Site {
    /// The page of open data.
    var openDataRoutes: [Route] {
        [
            Route(
                .get,
                "/oppna-data",
                reads: [QueryName.day, QueryName.knownBy],
                formats: [.page, .json, .csv],
                isCached: true
            ) { asked in
                let reading = try readings.take(for: asked)
                let page = OpenDataPage(reading, routes: routes, tables: tables(reading))
                let shell = Shell(
                    title: reading.words.openData.title,
                    description: reading.words.openData.lead,
                    steps: ["oppna-data"],
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            }
        ]
    }

    /// The lists with files of their own, by the pattern of their address.
    private func tables(_ reading: Reading) -> [String: (title: String, table: Table)] {
        let words = reading.words
        return [
            "/program": (words.programme.title, ProgrammePage(reading).table(words)),
            "/plan": (words.planning.title, PlansPage(reading).table(words)),
            "/kommuner": (words.members.title, MembersPage(reading).table(words)),
            "/organisation": (words.organisation.title, OrganisationPage(reading).table(words)),
            "/organisation/andra-samarbeten": (words.organisation.peers, PeersPage(reading).table(words)),
            "/natverk": (words.organisation.networks, NetworksPage(reading).table(words)),
            "/dokument": (words.documents.title, DocumentsPage(reading).table(words)),
            "/konferenser": (words.conferences.title, ConferencesPage(reading).table(words)),
            "/yttranden": (words.start.statementsTitle, StatementsPage(reading, kind: nil).table(words)),
            "/moten": (words.meetings.title, reading.meetings.table(words)),
            "/beslut": (words.meetings.decisions, DecisionsPage(reading).table(words)),
            "/ratificering": (words.ratification.title, RoundsPage(reading).table(words)),
            "/nyheter": (words.news.title, NewsPage(reading).table(words)),
            "/jamforelser": (words.comparisons.title, ComparisonsPage(keyFigureList(reading), reading).table(words)),
            "/jamforelser/studier": (words.studies.title, StudiesPage(reading).table(words)),
            "/jamforelser/tjanstekort": (words.serviceCards.title, ServiceCardsPage(reading, statistics.vintage).table(words)),
            "/jamforelser/egna-matt": (words.ownMeasures.title, OwnMeasuresPage(reading).table(words)),
            // The finder takes its time, and the list says what it has, not how much.
            "/jamforelser/forbattringar": (
                words.improvements.title, Table(columns: ImprovementsPage.columns(words), rows: [])
            ),
            "/paverkan": (words.advocacy.title, AdvocacyPage(reading).table(words)),
            "/oppna-data": (words.openData.sources, Table(columns: [words.openData.source, words.openData.times], rows: [])),
        ]
    }
}
