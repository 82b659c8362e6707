import Cooperation
import Markup

extension OpenDataPage {
    /// What can be had, how, and where it comes from.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.openData
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                html.p(words.lead, .class("lead"))
            }
            section("licens", words.licence, words.licenceText, html)
            section("hamta", words.howTo, words.howToTexts, html)
            html.section(.labelled(by: "listor")) {
                html.h2(words.lists, .id("listor"))
                html.p(words.listsText)
                writeLists(html, reading)
            }
            html.section(.labelled(by: "sidor")) {
                html.h2(words.objects, .id("sidor"))
                html.p(words.objectsText)
                writeKinds(html, reading)
            }
            section("folj", words.followed, words.followedText, html)
            section("allt", words.whole, words.wholeText, html)
            html.section(.labelled(by: "kallor")) {
                html.h2(words.sources, .id("kallor"))
                if sources.isEmpty {
                    html.p(words.noSources)
                } else {
                    html.p(words.sourcesText)
                    writeSources(html, reading)
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

    private func writeLists(_ html: HTML, _ reading: Reading) {
        let words = reading.words.openData
        html.scrollingTable(words.lists, reading.words) {
            html.thead {
                html.tr {
                    html.th(words.list, scope: .column)
                    html.th(words.files, scope: .column)
                    html.th(words.fields, scope: .column)
                }
            }
            html.tbody {
                for list in lists {
                    html.tr {
                        html.th(scope: .row) { html.a(list.title, to: reading.address(steps: list.steps)) }
                        html.td {
                            for (index, format) in list.formats.enumerated() {
                                if index > 0 { html.text(" ") }
                                let last = (list.steps.last ?? "index") + ".\(format)"
                                html.a(
                                    format.uppercased(),
                                    to: reading.address(steps: list.steps.dropLast() + [last]),
                                    .class("file"),
                                    .label("\(format.uppercased()): \(list.title)")
                                )
                            }
                        }
                        html.td(list.fields.joined(separator: ", "), .class("remark-cell"))
                    }
                }
            }
        }
    }

    private func writeKinds(_ html: HTML, _ reading: Reading) {
        let words = reading.words.openData
        html.scrollingTable(words.objects, reading.words) {
            html.thead {
                html.tr {
                    html.th(words.address, scope: .column)
                    html.th(words.files, scope: .column)
                }
            }
            html.tbody {
                for kind in kinds {
                    html.tr {
                        html.th(scope: .row) { html.code(kind.pattern) }
                        html.td(kind.formats.map { $0.uppercased() }.joined(separator: " "))
                    }
                }
            }
        }
    }

    private func writeSources(_ html: HTML, _ reading: Reading) {
        let words = reading.words.openData
        html.scrollingTable(words.sources, reading.words) {
            html.thead {
                html.tr {
                    html.th(words.source, scope: .column)
                    html.th(words.times, scope: .column, .class("number"))
                }
            }
            html.tbody {
                for row in sources {
                    html.tr {
                        // The whole of it, not cut as elsewhere: here the sources are what the list is of.
                        html.th(scope: .row, .class("source-cell")) {
                            if row.source.isAddress, let address = Address(row.source.text) {
                                html.a(row.source.text, to: address, .rel(.external))
                            } else {
                                html.text(row.source.text)
                            }
                        }
                        html.td(reading.words.number(row.facts), .class("number"))
                    }
                }
            }
        }
    }
}
