import Cooperation
import Markup

/// What the cooperation is and what the site is, ready to show.
struct AboutPage: Encodable, Sendable {
    var name: String
    var calledName: String
    var description: String?
    var ratifyingBody: String?
    var seatsPerMunicipality: Int?
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
}
