import Cooperation
import Markup

/// The front page, ready to show: what the cooperation is, what applies, and what comes next.
struct StartPage: Encodable, Sendable {
    /// A municipality in the row.
    struct Member: Encodable, Sendable {
        var id: String
        var name: String
    }

    /// Something with a known end that lies ahead.
    struct Ahead: Encodable, Sendable {
        var title: String
        var end: Period
        var endInWords: String?
        var isInferred: Bool
        var edition: String?
        var kind: String
    }

    var name: String
    var description: String?
    var formed: Bool
    var members: [Member]
    /// How many live in all the member municipalities, as a source gives it for one and the same day.
    var population: Int?
    var populationDay: Day?
    var current: EditionPage?
    /// The edition whose goals are shown: the current one, or the latest with known goals.
    var goals: EditionPage?
    var ahead: [Ahead]
    /// Whether the programme that applies ends soon, and nothing is known of the next.
    var awaitsProgramme: Bool
    /// The rounds of decisions that haven't come to their end; nil when there are none.
    var running: [ShownRound]?
    /// The latest first.
    var latest: [LatestEvent]
    /// The three latest, the latest first.
    var news: [NewsPage.Row]
    var waysIn: [WayIn]
    var earlier: [EditionPage.Reference]
    var remarks: [String]
    var sources: [Source]

    /// The front page.
    init(_ reading: Reading) {
        let cooperation = reading.cooperation
        name = reading.calledName
        formed = cooperation.settings != nil
        description = reading.text(cooperation.settings?.description)
        remarks = reading.texts(cooperation.settings?.remarks ?? [])
        sources = cooperation.settings?.sources ?? []
        let all = cooperation.members.members
        members = all.map { Member(id: $0.facts.id.text, name: $0.facts.name) }
        if !all.isEmpty, let total = cooperation.members.totalPopulationInOrder.last {
            population = total.figure.count
            populationDay = total.day
        }
        let programme = ProgrammePage(reading)
        current = programme.current
        running = programme.running
        goals = programme.current?.tree.isEmpty == false ? programme.current : programme.lastWithGoals
        let shown = programme.current?.id
        earlier = programme.editions.reversed()
            .filter { $0.id != shown && $0.standing != .notInForce }
            .map { EditionPage.Reference(id: $0.id, title: $0.title) }
        latest = reading.latestEvents(5)
        news = reading.cooperation.news.inOrder.prefix(3).map { NewsPage.Row($0, reading) }
        waysIn = reading.waysIn
        awaitsProgramme =
            programme.current.map { current in
                let isLast = programme.editions.last?.id == current.id
                guard isLast, let end = current.validTo else { return false }
                return end.last <= reading.day.adding(days: 365)
            } ?? false
        ahead = []
        if let current, current.standing == .inForce, let end = current.validTo {
            ahead.append(
                Ahead(
                    title: current.title,
                    end: end,
                    endInWords: nil,
                    isInferred: current.endIsInferred,
                    edition: current.id,
                    kind: "edition"
                )
            )
        }
        for frame in cooperation.outerFrames.inOrder where !frame.hasEnded(on: reading.day) {
            guard let end = frame.facts.validTo else { continue }
            ahead.append(
                Ahead(
                    title: frame.facts.shortTitle ?? frame.facts.title,
                    end: end,
                    endInWords: frame.facts.validToInWords,
                    isInferred: false,
                    edition: nil,
                    kind: "frame"
                )
            )
        }
        ahead.sort { ($0.end.last, $0.title) < ($1.end.last, $1.title) }
    }

    /// The front page.
    func write(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.article(.class("document", "front")) {
            html.header(.class("opening")) {
                html.div(.class("beside-map")) {
                    html.div {
                        html.h1(name.withCapital, .content)
                        html.p(opening(reading), .class("lead"))
                        if let description { html.paragraphs(description) }
                    }
                    MembersMap(reading)?.writeSmall(html, words)
                }
                writeMembers(html, reading)
            }
            html.div(.class("now")) {
                html.section(.labelled(by: "galler")) {
                    html.h2(reading.isNow ? words.start.whatApplies : words.start.whatApplied, .id("galler"))
                    if let current {
                        html.p(.class("labels")) { html.standing(current.standing, words) }
                        html.p(words.sentence(on: current))
                        if let focus = current.focus {
                            html.p {
                                html.span("\(words.programme.focus): ", .class("key"))
                                html.span("\(focus).", .content)
                            }
                        }
                        html.p(.class("go")) { html.a(words.start.readProgramme, to: reading.address("program", current.id)) }
                    } else {
                        html.p(reading.view.hidesEditionInForce ? words.programme.hidden : words.programme.noneThen)
                    }
                    for round in running ?? [] { html.runningRound(round, reading) }
                }
                html.section(.labelled(by: "senast")) {
                    html.h2(words.start.latest, .id("senast"))
                    writeLatest(html, words)
                    html.p(.class("go")) { html.a(words.start.latestHistory, to: reading.address("historik")) }
                }
                html.section(.labelled(by: "framat")) {
                    html.h2(words.start.comingUp, .id("framat"))
                    if ahead.isEmpty { html.p(words.start.nothingAhead) }
                    for item in ahead { write(item, html, words) }
                    if awaitsProgramme { html.p(words.start.nextProgramme) }
                }
            }
            if !news.isEmpty {
                html.section(.labelled(by: "nyheter")) {
                    html.h2(words.news.title, .id("nyheter"))
                    html.newsList(news, reading, under: .h2)
                    html.p(.class("go")) { html.a(words.news.all, to: reading.address("nyheter")) }
                }
            }
            if let goals {
                if goals.id != current?.id { html.p(words.programme.lastKnownTree(goals.title), .class("notice")) }
                goals.writeTree(html, words, heading: words.start.goalsOf(goals.shortTitle ?? goals.title))
                html.p(.class("go")) {
                    html.a("\(words.start.readProgramme): \(goals.title)", to: reading.address("program", goals.id))
                }
            }
            if !waysIn.isEmpty { writeWaysIn(html, words) }
            if !earlier.isEmpty {
                html.section(.labelled(by: "tidigare")) {
                    html.h2(words.start.history, .id("tidigare"))
                    html.ul {
                        for edition in earlier {
                            html.li { html.a(edition.title, to: reading.address("program", edition.id), .content) }
                        }
                    }
                }
            }
            html.remarks(remarks, words)
            html.sources(sources, words)
        }
    }

    private func writeLatest(_ html: HTML, _ words: Words) {
        guard !latest.isEmpty else { return html.p(words.start.nothingLatest) }
        html.ul(.class("latest")) {
            for event in latest {
                html.li {
                    html.p(words.period(event.happened), .class("kicker"))
                    html.p(.content) {
                        if let page = event.page.flatMap(Address.init) {
                            html.a(event.sentence, to: page)
                        } else {
                            html.text(event.sentence)
                        }
                    }
                }
            }
        }
    }

    private func writeWaysIn(_ html: HTML, _ words: Words) {
        html.nav(.class("ways-in"), .labelled(by: "mer")) {
            html.h2(words.start.waysIn, .id("mer"))
            html.ul {
                for way in waysIn {
                    html.li {
                        if let page = way.page.flatMap(Address.init) { html.a(way.title, to: page) }
                        html.p(way.sentence)
                    }
                }
            }
        }
    }

    private func opening(_ reading: Reading) -> String {
        let words = reading.words
        guard !members.isEmpty else { return formed ? words.members.noMembers : reading.notFormed }
        let count = words.countFirst(members.count)
        guard let population, let day = populationDay else { return words.start.members(count) }
        return words.start.together(count, words.number(population), words.date(day))
    }

    private func writeMembers(_ html: HTML, _ reading: Reading) {
        guard !members.isEmpty else { return }
        let words = reading.words
        html.nav(.class("row-of-members"), .label(words.start.whoCooperates)) {
            html.ul {
                for member in members { html.li { html.a(member.name, to: reading.address("kommuner", member.id), .content) } }
            }
        }
    }

    private func write(_ item: Ahead, _ html: HTML, _ words: Words) {
        let end = item.endInWords ?? words.period(item.end)
        html.p(
            item.edition == nil ? words.start.frameEnding(item.title, end) : words.start.editionEnding(item.title, end)
        )
        if item.isInferred { html.p(words.start.editionEndInferred, .class("help")) }
    }
}
