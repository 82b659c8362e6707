import Cooperation
import Markup

/// What the cooperation is and what the site is, ready to show.
struct AboutPage: Encodable, Sendable {
    /// What a municipality pays of the costs.
    struct CostShare: Encodable, Sendable {
        var municipality: String
        var name: String
        /// Of a thousand.
        var thousandths: Int
    }

    var name: String
    var calledName: String
    var description: String?
    var ratifyingBody: String?
    var seatsPerMunicipality: Int?
    /// What the levels of a programme are called, the topmost first.
    var levels: [String]?
    /// How costs are shared: 'equal', 'population' or 'fixed'.
    var costSharing: String?
    /// The shares that have been agreed, in the order of the agreement.
    var costShares: [CostShare]?
    var formed: Period?
    var numberOfActs: Int64
    var chainEnd: String?
    var remarks: [String]
    var sources: [Source]

    /// The page about the cooperation.
    init(_ reading: Reading) {
        let settings = reading.cooperation.settings
        name = reading.name
        calledName = reading.calledName
        description = reading.text(settings?.description)
        ratifyingBody = settings?.ratifyingBody
        seatsPerMunicipality = settings?.seatsPerMunicipality
        levels = settings?.levels
        switch settings?.costKey {
        case nil: break
        case .equal: costSharing = "equal"
        case .population: costSharing = "population"
        case .fixed(let shares):
            costSharing = "fixed"
            costShares = shares.compactMap { share in
                guard let facts = reading.cooperation.members[share.municipality]?.facts else { return nil }
                return CostShare(municipality: facts.id.text, name: facts.name, thousandths: share.thousandths)
            }
        }
        formed = reading.cooperation.agreed
        numberOfActs = reading.position
        chainEnd = reading.chainEnd
        remarks = reading.texts(settings?.remarks ?? [])
        sources = settings?.sources ?? []
    }

    /// The cooperation and the site, in words.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let about = words.about
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(about.title(calledName))
                html.p(words.frame.tagline + ".", .class("lead"))
                html.edit(reading, .agreeSettings, of: calledName, at: ["om", "andra"])
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    html.section(.labelled(by: "samarbetet")) {
                        html.h2(about.cooperation, .id("samarbetet"))
                        if let description {
                            html.paragraphs(description)
                        } else if ratifyingBody == nil {
                            html.p(reading.notFormed)
                        }
                        if let ratifyingBody { html.p(about.decides(ratifyingBody)) }
                        if let seatsPerMunicipality { html.p(about.seats(words.seats(seatsPerMunicipality))) }
                        if let levels { html.p { writeLevels(levels, html, words) } }
                        writeCostSharing(html, reading)
                        html.remarks(remarks, words)
                        html.sources(sources, words)
                    }
                    section("webbplatsen", about.site, about.siteText, html)
                    section("en-annan-dag", about.past, about.pastText, html)
                    section("oppna-data", about.files, about.filesText, html)
                    section("historiken", about.trust, about.trustText, html)
                    html.p(.class("go")) { html.a(words.history.title, to: reading.address("historik")) }
                }
                html.aside(.class("margin"), .label(words.frame.facts)) {
                    html.facts([Fact(about.formed, formed.map(words.period))], words)
                    html.p(about.numberOfActs(words.number(Int(numberOfActs))))
                    if let chainEnd {
                        html.p(.class("chain")) {
                            html.span("\(about.chainEnd): ", .class("key"))
                            html.code(chainEnd)
                        }
                    }
                }
            }
        }
    }

    private func writeLevels(_ levels: [String], _ html: HTML, _ words: Words) {
        html.text("\(words.about.levels(words.count(levels.count), levels.count)) ")
        html.span("\(words.list(levels)).", .content)
    }

    private func writeCostSharing(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        switch costSharing {
        case nil: break
        case "equal": html.p(words.about.costsEqual)
        case "population": html.p(words.about.costsByPopulation)
        default:
            html.p(words.about.costsFixed)
            html.ul {
                for share in costShares ?? [] {
                    html.li {
                        html.a(share.name, to: reading.address("kommuner", share.municipality), .content)
                        html.text(": \(words.percent(thousandths: share.thousandths))")
                    }
                }
            }
        }
    }

    private func section(_ id: ID, _ heading: String, _ paragraphs: [String], _ html: HTML) {
        html.section(.labelled(by: id)) {
            html.h2(heading, .id(id))
            for paragraph in paragraphs { html.p(paragraph) }
        }
    }
}

extension Words {
    /// So many seats, in words: 'en plats'.
    func seats(_ count: Int) -> String {
        about.seatNames(self.count(count), count)
    }

    /// A share in per cent, with a decimal where there is one: '12,5 %'.
    func percent(thousandths: Int) -> String {
        let figures =
            thousandths % 10 == 0 ? number(thousandths / 10) : decimal(hundredths: thousandths * 10, decimals: 1)
        return about.percent(figures)
    }
}
