import Cooperation
import Markup

/// The accessibility statement that the Act on accessibility to digital public services asks for (lag 2018:1937, 13 §), ready to show.
///
/// What it says of the product is the product's own to say; whose site it is, is the cooperation's.
struct AccessibilityPage: Encodable, Sendable {
    /// The day the site was last checked, by the checks that the statement names.
    static let checked = Day(year: 2026, month: 11, day: 24)

    var cooperation: String
    var lastChecked: Day?
    var state: [String]
    var knownShortcomings: [String]

    /// The statement of a cooperation.
    init(_ reading: Reading) {
        cooperation = reading.calledName.withCapital
        lastChecked = Self.checked
        state = reading.words.accessibility.stateText
        knownShortcomings = reading.words.accessibility.knownTexts
    }

    /// The statement, and the form for shortcomings.
    func write(_ html: HTML, _ reading: Reading, form: ShortcomingForm) {
        let words = reading.words.accessibility
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                html.p(words.lead, .class("lead"))
                html.p(words.about(cooperation))
            }
            html.div(.class("column")) {
                section("lage", words.state, words.stateText, html)
                html.section(.labelled(by: "brister")) {
                    html.h2(words.known, .id("brister"))
                    html.ul { for text in words.knownTexts { html.li(text) } }
                }
                section("annat-satt", words.cannotUse, words.cannotUseText, html)
                html.section(.labelled(by: "anmal")) {
                    html.h2(words.report, .id("anmal"))
                    for text in words.reportText { html.p(text) }
                    form.write(html, reading)
                }
                html.section(.labelled(by: "provning")) {
                    html.h2(words.tested, .id("provning"))
                    if let lastChecked { html.p(words.testedText(reading.words.date(lastChecked))) }
                    html.ul { for text in words.testedTexts { html.li(text) } }
                }
                html.section(.labelled(by: "tillsyn")) {
                    html.h2(words.supervision, .id("tillsyn"))
                    html.p(words.supervisionText)
                    html.p(.class("go")) {
                        html.a(
                            words.supervisionLink,
                            to:
                                "https://www.digg.se/analys-och-uppfoljning/lagen-om-tillganglighet-till-digital-offentlig-service-dos-lagen/anmal-bristande-tillganglighet",
                            .rel(.external)
                        )
                    }
                }
            }
        }
    }

    /// What is said when a report has been kept.
    static func writeThanks(_ html: HTML, _ reading: Reading) {
        let words = reading.words.accessibility
        html.div(.class("document", "fault")) {
            html.h1(words.thanks)
            for (index, text) in words.thanksText.enumerated() {
                if index == 0 { html.p(text, .class("lead")) } else { html.p(text) }
            }
            html.p(.class("go")) { html.a(words.back, to: reading.address("tillganglighet")) }
        }
    }

    private func section(_ id: ID, _ heading: String, _ paragraphs: [String], _ html: HTML) {
        html.section(.labelled(by: id)) {
            html.h2(heading, .id(id))
            for paragraph in paragraphs { html.p(paragraph) }
        }
    }
}
