import Cooperation
import DocumentTools
import HTTPTypes
import Spreadsheets
import Statistics

extension Site {
    /// The members beside each other.
    ///
    /// The statistics are of the latest fetch, so there is no other day to ask about.
    var comparisonsRoutes: [Route] {
        [
            Route(
                .get,
                "/jamforelser",
                reads: [QueryName.keyFigureSearch, QueryName.area, QueryName.perspective, QueryName.page],
                formats: [.page, .json, .csv],
                isCached: true
            ) { asked in
                let reading = readings.now(for: asked)
                func text(_ name: String) -> String? { asked.query[name].flatMap { $0.isBlank ? nil : String($0.prefix(200)) } }
                let question = ComparisonsPage.Question(
                    words: text(QueryName.keyFigureSearch) ?? "",
                    area: text(QueryName.area),
                    perspective: text(QueryName.perspective)
                )
                let number = try asked.parameter(QueryName.page, as: Int.self) ?? 1
                let page = ComparisonsPage(keyFigureList(reading), answering: question, page: number, reading)
                let shell = Shell(
                    title: reading.words.comparisons.title,
                    description: page.lead(reading.words),
                    steps: ["jamforelser"],
                    query: question.query + (page.page > 1 ? [(QueryName.page, "\(page.page)")] : []),
                    formats: [.json, .csv],
                    hasHistory: false
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(
                .get,
                "/jamforelser/{id}",
                reads: KeyFigureChoice.names,
                formats: [.page, .json, .csv, .xlsx, .svg, .png],
                isCached: true
            ) { asked in
                let reading = readings.now(for: asked)
                let words = reading.words
                let vintage = reading.withOwnCards(statistics.vintage)
                guard let id = KeyFigure.ID(asked["id"].uppercased()), let figure = vintage[id] else { throw Fault.notFound }
                if vintage.damaged.contains(id) { throw Fault.unavailable(words.comparisons.damagedFigure) }
                let choice = try KeyFigureChoice(asked.query, vintage, reading)
                let all = statistics.municipalities(vintage)
                guard let page = KeyFigurePage(figure, vintage, choice, of: all, reading) else { throw Fault.notFound }
                let shell = Shell(
                    title: page.title,
                    description: page.lead(words),
                    steps: ["jamforelser", page.id],
                    query: page.query(reading),
                    above: [.init(name: words.comparisons.title, steps: ["jamforelser"])],
                    formats: [.json, .csv, .xlsx, .svg] + (documentTools.canMakePNG ? [.png] : []),
                    hasHistory: false
                )
                guard asked["id"] == page.id else {
                    let isPage = asked.format == .page
                    return .moved(
                        to: isPage
                            ? reading.address(steps: shell.steps, query: shell.query)
                            : shell.fileAddress(asked.format, reading)
                    )
                }
                switch asked.format {
                case .svg: return .file(.svg, page.drawingFile(words))
                case .png: return .file(.png, try await picture(of: page.drawingFile(words), reading))
                case .xlsx:
                    return .attachment(.xlsx, try page.workbook(reading).bytes(), name: "\(page.id).xlsx", caching: .exact)
                default: break
                }
                return try answer(asked, page, in: shell, reading, table: { page.table(words) }) {
                    page.write($0, documentTools, reading)
                }
            },
        ]
    }

    /// The key figures that the members have values for.
    func keyFigureList(_ reading: Reading) -> KeyFigureList {
        statistics.list(for: reading.cooperation.members.members.map(\.facts.code))
    }

    /// A drawing as a picture.
    ///
    /// - Throws: `Fault.unavailable` with what is missing, when it can't be made just now.
    private func picture(of drawing: [UInt8], _ reading: Reading) async throws(Fault) -> [UInt8] {
        do {
            return try await documentTools.png(ofDrawing: drawing)
        } catch {
            switch error {
            case .missing: throw .unavailable(reading.words.comparisons.noPNG)
            default: throw .unavailable(reading.words.comparisons.noPNGNow)
            }
        }
    }
}
