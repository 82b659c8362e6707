import Charts
import DocumentTools
import Markup
import Statistics

extension KeyFigurePage {
    /// The key figure: how the values lie, what is chosen, the drawing, its table and its files.
    ///
    /// - Parameters:
    ///   - html: where.
    ///   - tools: whether a picture can be made.
    ///   - reading: what the page is made of.
    func write(_ html: HTML, _ tools: DocumentTools, _ reading: Reading) {
        let words = reading.words
        let shown = shownTable(words)
        html.article(.class("document", "comparison")) {
            html.header(.class("opening")) {
                html.h1(title, .content)
                html.p(lead(words), .class("lead"))
            }
            html.div(.class("with-margin")) {
                html.div(.class("column")) {
                    html.section(.labelled(by: "matt")) {
                        html.h2(words.comparisons.whatIsMeasured, .id("matt"))
                        html.paragraphs(explanation)
                        if let remark { html.remarks([remark], words) }
                    }
                    html.section(.labelled(by: "val")) {
                        html.h2(words.comparisons.chooseTitle, .id("val"))
                        writeForm(html, reading)
                    }
                }
                html.aside(.class("margin"), .label(words.frame.facts)) { writeFacts(html, words) }
            }
            writePictures(html, reading)
            html.chart(finding(words), note: drawingNote(shown, words)) {
                html.embed(DrawingShape.both { drawing(of: shown, shape: $0, words) })
            }
            writeFiles(html, tools, reading)
            writeTables(shown, html, reading)
            writeScenario(html, words)
            html.div(.class("register")) {
                for note in notes(shown, words) { html.p(note, .class("help")) }
            }
        }
    }

    private func writeFacts(_ html: HTML, _ words: Words) {
        let comparisons = words.comparisons
        html.facts(
            [
                Fact(comparisons.keyFigure, id),
                Fact(comparisons.unit, unit.isEmpty ? nil : unit, isContent: true),
                Fact(comparisons.subject, subject, isContent: true),
                perspective.map { Fact(comparisons.perspective, $0, isContent: true) },
                Fact(comparisons.years, years.count > 1 ? "\(years[0])–\(years[years.count - 1])" : "\(latestYear)"),
                Fact(comparisons.origin, origin, isContent: true),
                fetched.map { Fact(comparisons.fetchedTitle, words.fetched($0)) },
            ].compactMap(\.self),
            words
        )
    }

    // MARK: What is chosen

    private func writeForm(_ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        html.form(.get, to: reading.address("jamforelser", id), .class("questions")) {
            html.div(.class("question")) {
                html.label(comparisons.choose, for: "val-kommun")
                html.select(name: QueryName.municipality, .id("val-kommun")) {
                    html.option(comparisons.nobodyChosen, value: "", isSelected: chosen == nil)
                    let own = choices.prefix(members)
                    for choice in own { html.option(choice.name, value: choice.value, isSelected: choice.code == chosen?.code) }
                    if choices.count > members {
                        html.optgroup(comparisons.otherMunicipalities) {
                            for choice in choices.dropFirst(members) {
                                html.option(choice.name, value: choice.value, isSelected: choice.code == chosen?.code)
                            }
                        }
                    }
                }
            }
            html.div(.class("question")) {
                html.label(comparisons.chooseOthers, for: "val-jamfor")
                html.select(name: QueryName.others, .id("val-jamfor"), .described(by: "val-jamfor-hjalp")) {
                    let isOwn = if case .own = choice.others { true } else { false }
                    for (others, name) in [
                        (KeyFigureChoice.Others.members, comparisons.onlyMembers),
                        (.similar, comparisons.similarGroup.withCapital),
                        (.county, comparisons.wholeCounty), (.all, comparisons.allMunicipalities.withCapital),
                    ] {
                        html.option(name, value: others.text, isSelected: choice.others == others)
                    }
                    html.option(comparisons.ownGroup.withCapital, value: "egna", isSelected: isOwn)
                }
                html.p(comparisons.similarHelp, .id("val-jamfor-hjalp"), .class("help"))
            }
            html.div(.class("question")) {
                html.label(comparisons.ownField, for: "val-egna")
                html.p(comparisons.ownHelp, .id("val-egna-hjalp"), .class("help"))
                let own = if case .own(let codes) = choice.others { codes.joined(separator: ", ") } else { "" }
                html.input(
                    .text,
                    name: QueryName.ownChoice,
                    value: own,
                    .id("val-egna"),
                    .described(by: "val-egna-hjalp"),
                    .maximumLength(1_000),
                    .autocomplete("off")
                )
            }
            if genders.count > 1 {
                html.div(.class("question")) {
                    html.label(comparisons.gender, for: "val-kon")
                    html.select(name: QueryName.gender, .id("val-kon")) {
                        for gender in genders {
                            html.option(
                                comparisons.name(of: gender),
                                value: gender.addressText,
                                isSelected: gender == self.gender
                            )
                        }
                    }
                }
            }
            html.div(.class("question")) {
                html.label(comparisons.chooseYear, for: "val-ar")
                html.select(name: QueryName.year, .id("val-ar")) {
                    html.option(comparisons.theLatest("\(latestYear)"), value: "", isSelected: choice.year == nil)
                    for year in years.reversed() {
                        html.option("\(year)", value: "\(year)", isSelected: choice.year == year)
                    }
                }
            }
            html.input(.hidden, name: QueryName.picture, value: choice.picture.rawValue)
            if reading.language != .swedish {
                html.input(.hidden, name: PageLanguage.parameter, value: reading.language.rawValue)
            }
            html.div(.class("buttons")) { html.button(comparisons.show) }
        }
    }

    private func writePictures(_ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        html.nav(.class("choices"), .label(comparisons.choosePicture)) {
            html.ul {
                for picture in pictures {
                    html.li {
                        let address = reading.address(
                            steps: ["jamforelser", id],
                            query: choice.with { $0.picture = picture }.query(reading)
                        )
                        if picture == choice.picture {
                            html.a(comparisons.name(of: picture), to: address, .current(.page))
                        } else {
                            html.a(comparisons.name(of: picture), to: address)
                        }
                    }
                }
            }
        }
    }

    private func writeFiles(_ html: HTML, _ tools: DocumentTools, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        func address(_ format: Format) -> Address {
            reading.address(steps: ["jamforelser", "\(id).\(format.rawValue)"], query: query(reading))
        }
        html.p(.class("help", "chart-files")) {
            html.text("\(comparisons.thePicture) ")
            html.a("SVG", to: address(.svg), .label(comparisons.pictureAs("SVG")))
            if tools.canMakePNG {
                html.text(", ")
                html.a("PNG", to: address(.png), .label(comparisons.pictureAs("PNG")))
            }
            html.text(". \(comparisons.theFigures) ")
            html.a("CSV", to: address(.csv), .label(comparisons.figuresAs("CSV")))
            html.text(", ")
            html.a("XLSX", to: address(.xlsx), .label(comparisons.figuresAs("XLSX")))
            html.text(", ")
            html.a("JSON", to: address(.json), .label(comparisons.figuresAs("JSON")))
            html.text(".")
            if !tools.canMakePNG { html.text(" \(comparisons.noPNG)") }
        }
    }

    // MARK: The tables

    private func writeTables(_ shown: ShownTable, _ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        html.section(.labelled(by: "tabell")) {
            html.h2(comparisons.figuresTitle, .id("tabell"))
            // A ranking is one list, whoever stands in it.
            if choice.picture == .ranking {
                shown.write(html, chosen: chosen?.code, reading)
            } else {
                var first = shown
                first.rows.removeAll { $0.part == .others }
                first.write(html, chosen: chosen?.code, reading)
            }
            writeOthers(shown, html, reading)
        }
    }

    private func writeOthers(_ shown: ShownTable, _ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        if choice.others == .similar { writeLikeness(html, reading) }
        var others = shown
        others.rows = shown.rows.filter { $0.part == .others }
        guard choice.picture != .ranking, !others.rows.isEmpty, let group else { return }
        others.caption = comparisons.othersIn(group.name)
        if others.rows.count > 30 {
            html.details {
                html.summary("\(others.caption) (\(reading.words.number(others.rows.count)))")
                others.write(html, chosen: chosen?.code, reading)
            }
        } else {
            html.h3(others.caption)
            others.write(html, chosen: chosen?.code, reading)
        }
    }

    private func writeLikeness(_ html: HTML, _ reading: Reading) {
        let comparisons = reading.words.comparisons
        guard let chosen else {
            html.p(comparisons.chooseForSimilar)
            return
        }
        guard let likeness else {
            html.p(comparisons.noSimilar(chosen.name))
            return
        }
        html.p(comparisons.similarNote)
        html.p {
            html.text("\(comparisons.similarTo(chosen.name)): ")
            html.text(reading.words.list(rows.filter(\.isSimilar).map(\.name)))
            html.text(". \(comparisons.group): ")
            html.span(likeness.title, .content)
            html.text(". \(comparisons.sourceIs(likeness.source))")
        }
    }
}
