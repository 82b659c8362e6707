import Charts
import Cooperation
import Markup

extension PriorityPage {
    /// What came of it, and everything that has happened on the way.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let advocacy = words.advocacy
        html.article(.class("document")) {
            html.header(.class("opening")) {
                html.h1(name, .content)
                if outcome == nil {
                    html.p(lead(words), .class("lead"))
                } else {
                    html.p(lead(words), .class("lead"), .content)
                }
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    writeStory(html, reading)
                    html.advocacyDetails(details)
                    html.remarks(remarks, words)
                    html.missing(missing, words)
                    html.sources(sources, words)
                    html.history(history, reading)
                }
                html.aside(.class("margin"), .label(words.frame.facts)) { html.facts(facts(reading), words) }
            }
            html.advocacyNeighbours(previous, next, under: "paverkan", label: advocacy.otherPriorities, reading)
        }
    }

    private func facts(_ reading: Reading) -> [Fact] {
        let words = reading.words
        let advocacy = words.advocacy
        var facts = [Fact(advocacy.knownSince, words.period(since))]
        if let latestList {
            let standing =
                place.map { advocacy.placed("\($0)", "\(latestListCount)") }
                ?? (isInLatestList ? advocacy.isListed : advocacy.isNotListed)
            let address = reading.address(steps: ["paverkan"], fragment: ID("lista-\(latestList.id)"))
            facts.append(Fact(advocacy.inLatestList, standing.withCapital, address: address))
        }
        if !formerNames.isEmpty { facts.append(Fact(advocacy.formerNames, words.list(formerNames), isContent: true)) }
        if !alsoCalled.isEmpty { facts.append(Fact(advocacy.alsoCalled, words.list(alsoCalled), isContent: true)) }
        return facts
    }

    private func writeStory(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.section(.labelled(by: "historien")) {
            html.h2(finding(words), .id("historien"))
            writeTimeline(html, reading)
            html.ol(.class("story")) {
                for event in story {
                    html.li(.class(event.kind == .outcome ? "came" : "step")) {
                        html.p(.class("kicker")) {
                            html.time(words.period(event.date).withCapital, datetime: event.date.iso)
                            html.text(" · ")
                            if event.kind == .statement {
                                html.span(event.label, .content)
                            } else {
                                html.text(event.label)
                            }
                        }
                        html.p {
                            if let address = event.address(reading) {
                                html.a(event.text, to: address, .content)
                            } else {
                                html.span(event.text, .content)
                            }
                            if let note = event.note {
                                html.text(" ")
                                html.small {
                                    html.text("(")
                                    if event.kind == .statement { html.span(note, .content) } else { html.text(note) }
                                    html.text(")")
                                }
                            }
                        }
                        html.remarks(event.remarks, words)
                        html.sources(event.sources, words)
                    }
                }
            }
        }
    }

    /// The story drawn, where there is enough of it for a drawing to say more than the list.
    private func writeTimeline(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        let advocacy = words.advocacy
        guard story.count > 3, let first = story.first, let last = story.last, first.date.last.year < last.date.last.year
        else { return }
        let years = first.date.last.year...max(last.date.last.year, reading.day.year)
        let marks = { (kind: Event.Kind, mark: TimelineDrawing.Mark, label: (Event) -> String) in
            story.filter { $0.kind == kind }
                .map { TimelineDrawing.Item.mark(mark, $0.date.moment, label($0), isHighlighted: kind == .outcome) }
        }
        let rows = [
            TimelineDrawing.Row(advocacy.names, names),
            TimelineDrawing.Row(advocacy.lists, marks(.listed, .decided) { $0.place == nil ? "" : $0.label }),
            TimelineDrawing.Row(advocacy.spoken, marks(.statement, .held) { $0.label }),
            TimelineDrawing.Row(advocacy.outcomes, marks(.outcome, .decided) { words.period($0.date) }),
        ]
        html.figure {
            html.embed(
                DrawingShape.both(or: .column) { shape in
                    TimelineDrawing(
                        years: years,
                        rows: rows.filter { !$0.items.isEmpty },
                        shape: shape,
                        title: finding(words),
                        description: advocacy.storyDescription(name),
                        id: "tidslinje"
                    ).markup
                }
            )
        }
    }

    /// From when to when it had each name.
    private var names: [TimelineDrawing.Item] {
        let changes = story.filter { $0.kind == .known || $0.kind == .renamed }
        return changes.indices.map { index in
            let end = index + 1 < changes.count ? changes[index + 1].date.moment : nil
            return .span(from: changes[index].date.moment, to: end, changes[index].text)
        }
    }
}

extension PriorityPage.Event {
    /// Where what it tells of stands.
    fileprivate func address(_ reading: Reading) -> Address? {
        guard let id else { return nil }
        return switch kind {
        case .statement: reading.address("yttranden", id)
        case .listed: reading.address(steps: ["paverkan"], fragment: ID("lista-\(id)"))
        case .known, .renamed, .outcome: nil
        }
    }
}

extension Period {
    /// When it was, as a drawing has it; a month stands in its middle.
    fileprivate var moment: Moment {
        let (year, month, day) = last.civil
        return switch precision {
        case .day: .day(year: year, month: month, day: day)
        case .month: .day(year: year, month: month, day: 15)
        case .year: .year(year)
        }
    }
}
