import Cooperation
import Markup

extension HistoryPage {
    /// What has been recorded, and how to see that nothing has been altered.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words.history
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(words.title)
                html.p(words.lead, .class("lead"))
            }
            html.section(.labelled(by: "poster")) {
                html.h2(heading(reading.words), .id("poster"))
                writeTopics(html, reading)
                if acts.isEmpty {
                    html.p(words.noActs)
                } else {
                    writeActs(html, reading)
                    writePages(html, reading)
                }
            }
            html.section(.labelled(by: "kontrollera")) {
                html.h2(words.howTo, .id("kontrollera"))
                for paragraph in words.introduction { html.p(paragraph) }
                if let chainEnd {
                    html.p {
                        html.text(words.chainEnd(reading.words.number(Int(position))) + " ")
                        html.code(chainEnd)
                        html.text(".")
                    }
                }
                html.ol(.class("steps")) { for step in words.howToSteps { html.li(step) } }
            }
            html.section(.labelled(by: "huvuden")) {
                html.h2(words.heads, .id("huvuden"))
                if heads.isEmpty { html.p(words.noHeads) } else { writeHeads(html, reading) }
            }
        }
    }

    private func heading(_ words: Words) -> String {
        topic.flatMap(HistoryTopic.init(rawValue:)).map { words.history.listOf($0.name(words)) } ?? words.history.list
    }

    private func writeTopics(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.nav(.class("choices"), .label(words.history.topics)) {
            html.ul {
                choice(words.history.all, nil, html, reading)
                for topic in HistoryTopic.allCases { choice(topic.name(words), topic, html, reading) }
            }
        }
    }

    private func choice(_ name: String, _ topic: HistoryTopic?, _ html: HTML, _ reading: Reading) {
        html.li {
            if topic?.rawValue == self.topic {
                html.a(name, to: HistoryPage.address(topic, 1, reading), .current(.page))
            } else {
                html.a(name, to: HistoryPage.address(topic, 1, reading))
            }
        }
    }

    private func writeActs(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.scrollingTable(heading(words), words) {
            html.thead {
                html.tr {
                    html.th(words.history.position, scope: .column, .class("number"))
                    html.th(words.history.happened, scope: .column)
                    html.th(words.history.recorded, scope: .column)
                    html.th(words.history.what, scope: .column)
                }
            }
            html.tbody {
                for line in acts {
                    html.tr(.id(ID("post-\(line.position)"))) {
                        html.th(words.number(Int(line.position)), scope: .row, .class("number"))
                        html.td(words.period(line.happened), .class("day-cell"))
                        html.td(words.date(line.recordedDay), .class("day-cell"))
                        html.td(.class("remark-cell")) {
                            if let page = line.page.flatMap(Address.init) {
                                html.a(line.sentence, to: page, .content)
                            } else {
                                html.span(line.sentence, .content)
                            }
                            if let by = line.correctedBy { html.small(" \(words.history.corrected(words.number(Int(by))))") }
                            html.correct(line, reading)
                        }
                    }
                }
            }
        }
    }

    private func writePages(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let first = (page - 1) * Self.length + 1
        html.p(
            words.history.shown(
                words.number(first),
                words.number(first + acts.count - 1),
                words.number(count)
            ),
            .class("help")
        )
        guard pages > 1 else { return }
        let topic = topic.flatMap(HistoryTopic.init(rawValue:))
        html.nav(.class("neighbours"), .label(words.history.pages)) {
            if page > 1 {
                html.a("← \(words.history.newer)", to: HistoryPage.address(topic, page - 1, reading), .rel(.previous))
            }
            if page < pages {
                html.a("\(words.history.older) →", to: HistoryPage.address(topic, page + 1, reading), .rel(.next))
            }
        }
    }

    private func writeHeads(_ html: HTML, _ reading: Reading) {
        let words = reading.words.history
        html.scrollingTable(words.heads, reading.words) {
            html.thead {
                html.tr {
                    html.th(words.day, scope: .column)
                    html.th(words.acts, scope: .column, .class("number"))
                    html.th(words.hash, scope: .column)
                }
            }
            html.tbody {
                for head in heads.prefix(Self.shownHeads) {
                    html.tr {
                        html.th(reading.words.date(head.day), scope: .row, .class("day-cell"))
                        html.td(reading.words.number(Int(head.position)), .class("number"))
                        html.td { html.code(head.hash) }
                    }
                }
            }
        }
    }

    /// A page of the history.
    static func address(_ topic: HistoryTopic?, _ page: Int, _ reading: Reading) -> Address {
        var query: [(name: String, value: String)] = []
        if let topic { query.append((QueryName.topic, topic.rawValue)) }
        if page > 1 { query.append((QueryName.page, "\(page)")) }
        return reading.address(steps: ["historik"], query: query)
    }
}
