import Cooperation
import Markup

extension AdvocacyPage {
    /// The latest list first, then how it is pursued, earlier lists and the register.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let advocacy = words.advocacy
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(advocacy.title)
                html.p(lead(reading), .class("lead"))
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    if let latest { writeLatest(latest, html, reading) }
                    html.section(.labelled(by: "arbetet")) {
                        html.h2(advocacy.how, .id("arbetet"))
                        for paragraph in advocacy.howText { html.p(paragraph) }
                        if statements > 0 {
                            html.p(.class("go")) {
                                html.a(
                                    advocacy.readStatements(words.count(statements), statements),
                                    to: reading.address("yttranden")
                                )
                            }
                        }
                    }
                    if !earlier.isEmpty {
                        html.section(.labelled(by: "tidigare")) {
                            html.h2(advocacy.earlierLists, .id("tidigare"))
                            for list in earlier { writeEarlier(list, html, reading) }
                        }
                    }
                }
                if let latest {
                    html.aside(.class("margin"), .label(words.frame.facts)) {
                        html.facts(facts(of: latest, reading), words)
                    }
                }
            }
            if !priorities.isEmpty { writeRegister(html, reading) }
        }
    }

    private func facts(of list: List, _ reading: Reading) -> [Fact] {
        let words = reading.words
        var facts = [
            Fact(words.advocacy.listAgreed, words.period(list.agreed)),
            Fact(words.advocacy.decidedBy, list.decidedBy?.withCapital, isContent: true),
            Fact(words.advocacy.priorities, words.number(list.items.count)),
        ]
        if let replaced = list.replaces {
            facts.append(Fact(words.advocacy.replaces, replaced.title, address: address(ofList: replaced.id, reading)))
        }
        return facts
    }

    private func address(ofList id: String, _ reading: Reading) -> Address {
        reading.address(steps: ["paverkan"], fragment: ID("lista-\(id)"))
    }

    private func writeLatest(_ list: List, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let id = ID("lista-\(list.id)")
        html.section(.labelled(by: id)) {
            html.h2(list.title, .id(id), .content)
            html.ol(.class("priorities", list.isRanked ? "ranked" : "unranked"), .content) {
                for item in list.items {
                    html.li {
                        if list.isRanked { html.span("\(item.place)", .class("place")) }
                        html.div {
                            html.p(.class("name")) { writeName(item, html, reading) }
                            if let outcome = item.outcome {
                                html.p(.class("came")) {
                                    html.span("\(words.period(outcome.date).withCapital): ", .class("key"), .language(reading))
                                    html.text(outcome.text)
                                }
                            } else {
                                html.p(words.advocacy.noOutcomeInList, .class("came", "unknown"), .language(reading))
                            }
                        }
                    }
                }
            }
            writeRest(of: list, html, words)
        }
    }

    private func writeEarlier(_ list: List, _ html: HTML, _ reading: Reading) {
        let words = reading.words
        let id = ID("lista-\(list.id)")
        html.section(.class("earlier-list"), .labelled(by: id)) {
            html.h3(list.title, .id(id), .content)
            html.p(.class("help")) {
                html.text("\(words.advocacy.listAgreed) \(words.period(list.agreed)). \(words.advocacy.decidedBy): ")
                html.span(list.decidedBy ?? words.frame.unknown, list.decidedBy == nil ? .language(reading) : .content)
                html.text(".")
                if let replaced = list.replaces {
                    html.text(" \(words.advocacy.replaces) ")
                    html.a(replaced.title, to: address(ofList: replaced.id, reading), .content)
                    html.text(".")
                }
            }
            html.ul(.class("items", list.isRanked ? "ranked" : "unranked"), .content) {
                for item in list.items {
                    html.li {
                        if list.isRanked { html.span("\(item.place)", .class("place")) }
                        html.span { writeName(item, html, reading) }
                    }
                }
            }
            writeRest(of: list, html, words)
        }
    }

    private func writeName(_ item: Item, _ html: HTML, _ reading: Reading) {
        html.a(item.name, to: reading.address("paverkan", item.id))
        if let now = item.nameNow { html.small(" (\(reading.words.advocacy.nowCalled(now)))", .language(reading)) }
    }

    private func writeRest(of list: List, _ html: HTML, _ words: Words) {
        html.advocacyDetails(list.details)
        html.remarks(list.remarks, words)
        if !list.missing.isEmpty {
            html.div(.class("left-open")) {
                html.p("\(words.frame.missing):", .class("key"))
                html.ul(.content) { for text in list.missing { html.li(text) } }
            }
        }
        html.sources((list.sources + list.items.flatMap { $0.outcome?.sources ?? [] }).unique, words)
    }

    private func writeRegister(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let advocacy = words.advocacy
        html.section(.class("roll"), .labelled(by: "alla")) {
            html.h2(advocacy.allPriorities, .id("alla"))
            html.scrollingTable(advocacy.allPriorities, words) {
                html.thead {
                    html.tr {
                        html.th(advocacy.priority, scope: .column)
                        html.th(advocacy.otherNames, scope: .column)
                        html.th(advocacy.inLatestList, scope: .column)
                        html.th(advocacy.latestOutcome, scope: .column)
                    }
                }
                html.tbody {
                    for row in priorities {
                        html.tr {
                            html.th(scope: .row, .content) { html.a(row.name, to: reading.address("paverkan", row.id)) }
                            html.td {
                                let names = row.otherNames
                                if names.isEmpty { html.small(advocacy.noneKnown) } else { html.span(names, .content) }
                            }
                            html.td(words.inList(row))
                            html.td(.class("day-cell")) {
                                if let outcome = row.outcome {
                                    html.text(words.period(outcome.date))
                                } else {
                                    html.small(advocacy.noneKnown)
                                }
                            }
                        }
                    }
                }
            }
            html.sources(priorities.flatMap(\.sources).unique, words)
        }
    }
}

extension VocabularyAttribute where Vocabulary == HTML {
    /// The site's own words inside the cooperation's: in the language of the page.
    fileprivate static func language(_ reading: Reading) -> Self { .lang(reading.language.markup) }
}
