import Cooperation
import Markup
import Registry

/// What stands around a page's own content, the same on every page.
struct Shell: Sendable {
    /// A place in the main menu.
    enum Place: Sendable, CaseIterable {
        case programme, plans, organisation, municipalities, conferences, advocacy, documents, search
    }

    /// A step on the way from the front page.
    struct Step: Sendable {
        var name: String
        var steps: [String]
    }

    /// What the page is called, in the window and among bookmarks.
    var title: String
    /// What stands before it in the window only: that something in a form is wrong.
    var titlePrefix = ""
    /// A sentence for search engines and link previews.
    var description: String
    /// The page's own address.
    var steps: [String]
    /// What the page's own address asks for beside day and language, such as a choice in a list.
    var query: [(name: String, value: String)] = []
    /// Where in the main menu the page belongs.
    var place: Place?
    /// The pages above, from the front page down, without the page itself.
    var above: [Step] = []
    /// The files beside the page.
    var formats: [Format] = []
    /// Whether the page can be shown as of another day.
    var hasHistory = true
    /// Whether the page asks again by itself whether something has happened, where scripts run.
    var isLive = false
    /// What was typed in the field for another day, when it can't be read.
    var typedDay: String?
    /// What the page shows, when that can be withdrawn from the public.
    var subject: Subject?

    /// The whole page.
    func page(_ reading: Reading, assets: AssetAddresses, content: (HTML) -> Void) -> Markup {
        let words = reading.words
        return Markup.page(language: reading.language.markup) { html in
            html.head {
                html.title(titlePrefix + (title == reading.name ? title : "\(title) – \(reading.name)"))
                html.meta(.description, description)
                html.meta(.colorScheme, "light dark")
                html.link(.stylesheet, assets.style)
                html.link(.icon, assets.icon, .mediaType("image/svg+xml"))
                if isLive { html.script(assets.live) }
                for format in formats {
                    if let type = format.linkType { html.link(.alternate, fileAddress(format, reading), .mediaType(type)) }
                }
            }
            html.body {
                html.a(words.frame.skipToContent, to: "#innehall", .class("skip"))
                trainingNotice(html, reading)
                signedInBar(html, reading)
                masthead(html, reading)
                banner(html, reading)
                html.main(.id("innehall"), .tabIndex(-1)) {
                    trail(html, reading)
                    if let flash = reading.flash { html.saved(flash) }
                    content(html)
                    if let subject { html.withdraw(subject, reading) }
                }
                foot(html, reading)
            }
        }
    }

    private func trainingNotice(_ html: HTML, _ reading: Reading) {
        guard reading.isTraining else { return }
        html.aside(.class("training"), .label(reading.words.frame.notice)) { html.p(reading.words.work.training) }
    }

    /// Who is signed in, as what, and the ways to the work and out.
    private func signedInBar(_ html: HTML, _ reading: Reading) {
        guard let who = reading.viewer.signedIn else { return }
        let words = reading.words.work
        html.aside(.class("signed-in"), .label(words.bar)) {
            html.div {
                html.p {
                    html.span(who.person.name, .content)
                    html.text(", ")
                    html.strong(who.capacity.map { reading.title(of: $0) } ?? words.noSeat, .content)
                }
                html.ul {
                    html.li { html.a(words.title, to: reading.addressNow(steps: ["arbete"])) }
                    if who.capacities.count > 1 {
                        html.li { html.a(words.change, to: "/arbete#platser") }
                    }
                    html.li {
                        html.form(.post, to: Address(steps: ["logga-ut"])) {
                            for pair in reading.signOutTicket?.pairs ?? [] {
                                html.input(.hidden, name: pair.name, value: pair.value)
                            }
                            html.button(reading.words.signIn.signOut, .submit, .class("quiet"))
                        }
                    }
                }
            }
        }
    }

    private func masthead(_ html: HTML, _ reading: Reading) {
        let words = reading.words
        html.header(.class("masthead")) {
            html.a(to: reading.address(), .class("brand")) {
                html.embed(Self.eight)
                html.span(reading.name, .content)
            }
            html.nav(.label(words.frame.mainNavigation)) {
                html.ul {
                    for place in Place.allCases {
                        html.li {
                            let steps = place.steps
                            if self.place == place {
                                html.a(
                                    place.name(words),
                                    to: reading.address(steps: steps),
                                    .current(steps == self.steps ? .page : .location)
                                )
                            } else {
                                html.a(place.name(words), to: reading.address(steps: steps))
                            }
                        }
                    }
                }
            }
        }
    }

    /// The sign of the product: eight that stand beside each other.
    private static let eight = Markup.svg(viewBox: ViewBox(width: 92, height: 12), .class("eight"), .ornament, .unfocusable) {
        svg in
        for index in 0..<8 { svg.circle(cx: 6 + Double(index) * 11.4, cy: 6, r: 4, .fill(.currentColor)) }
    }

    private func banner(_ html: HTML, _ reading: Reading) {
        guard !reading.isNow else { return }
        let words = reading.words
        html.aside(.class("then"), .label(words.frame.dayShown)) {
            html.p {
                html.strong(reading.sentenceOnPoint)
                html.text(" ")
                html.a(words.frame.backToNow, to: reading.addressNow(steps: steps, query: query))
            }
        }
    }

    private func trail(_ html: HTML, _ reading: Reading) {
        guard !steps.isEmpty else { return }
        html.nav(.class("trail"), .label(reading.words.frame.breadcrumbs)) {
            html.ol {
                html.li { html.a(reading.words.frame.start, to: reading.address()) }
                for step in above {
                    html.li { html.a(step.name, to: reading.address(steps: step.steps)) }
                }
                html.li { html.span(title, .current(.page)) }
            }
        }
    }

    private func foot(_ html: HTML, _ reading: Reading) {
        let words = reading.words.frame
        html.footer(.class("foot")) {
            html.div(.class("foot-tools")) {
                if hasHistory { dayForm(html, reading) }
                if !formats.isEmpty {
                    html.div(.class("files")) {
                        html.h2(words.files)
                        html.ul {
                            for format in formats where format != .atom {
                                html.li {
                                    html.a(
                                        format.rawValue.uppercased(),
                                        to: fileAddress(format, reading),
                                        .label("\(format.rawValue.uppercased()): \(words.filesLabel(title))")
                                    )
                                }
                            }
                        }
                        if formats.contains(.atom) {
                            html.p {
                                html.a(
                                    "\(words.followChanges) (Atom)",
                                    to: fileAddress(.atom, reading),
                                    .label("\(words.followChanges): \(title) (Atom)")
                                )
                            }
                        }
                    }
                }
                html.div(.class("tongue")) {
                    let other: PageLanguage = reading.language == .swedish ? .english : .swedish
                    html.p {
                        html.a(
                            words.otherLanguage,
                            to: reading.address(steps: steps, query: query, in: other),
                            .lang(other.markup),
                            .hrefLang(other.markup)
                        )
                    }
                    if reading.language == .english { html.p(words.outsideLanguage) }
                }
            }
            html.nav(.class("site-links"), .label(words.siteNavigation)) {
                html.ul {
                    for (name, step) in [
                        (words.about, "om"), (reading.words.news.title, "nyheter"),
                        (reading.words.comparisons.title, "jamforelser"),
                        (reading.words.history.title, "historik"),
                        (reading.words.openData.title, "oppna-data"), (reading.words.accessibility.title, "tillganglighet"),
                        (reading.words.signIn.title, "logga-in"),
                    ] where step != "logga-in" || reading.viewer.isAnyone {
                        html.li { html.a(name, to: reading.address(step)) }
                    }
                }
            }
            html.p(words.footer(reading.calledName.withCapital))
            html.p(words.openLicence)
        }
    }

    private func dayForm(_ html: HTML, _ reading: Reading) {
        let words = reading.words.frame
        let isWrong = typedDay != nil
        html.form(.get, to: Address(steps: steps), .class("day")) {
            html.h2(words.viewAnotherDay, .id("annan-dag"))
            html.label(words.dayField, for: "datum")
            html.p(words.viewAnotherDayHelp, .id("datum-hjalp"), .class("help"))
            let value = typedDay ?? reading.point.day?.iso ?? ""
            if isWrong {
                html.input(
                    .text,
                    name: QueryName.day,
                    value: value,
                    .id("datum"),
                    .described(by: "datum-hjalp", "fel"),
                    .invalid,
                    .size(12),
                    .maximumLength(20),
                    .autocomplete("off")
                )
            } else {
                html.input(
                    .text,
                    name: QueryName.day,
                    value: value,
                    .id("datum"),
                    .described(by: "datum-hjalp"),
                    .size(12),
                    .maximumLength(20),
                    .autocomplete("off")
                )
            }
            for pair in query { html.input(.hidden, name: pair.name, value: pair.value) }
            if let known = reading.point.knownBy { html.input(.hidden, name: QueryName.knownBy, value: known.iso) }
            if reading.language != .swedish {
                html.input(.hidden, name: PageLanguage.parameter, value: reading.language.rawValue)
            }
            html.button(words.showDay)
        }
    }

    /// Where one of the files beside the page is.
    func fileAddress(_ format: Format, _ reading: Reading) -> Address {
        let stem = steps.isEmpty ? ["index"] : steps
        let last = (stem.last ?? "") + "." + format.rawValue
        return reading.address(steps: stem.dropLast() + [last], query: query)
    }
}

extension Shell.Place {
    fileprivate var steps: [String] {
        switch self {
        case .programme: ["program"]
        case .plans: ["plan"]
        case .organisation: ["organisation"]
        case .municipalities: ["kommuner"]
        case .conferences: ["konferenser"]
        case .advocacy: ["paverkan"]
        case .documents: ["dokument"]
        case .search: ["sok"]
        }
    }

    fileprivate func name(_ words: Words) -> String {
        switch self {
        case .programme: words.frame.programme
        case .plans: words.frame.plans
        case .organisation: words.organisation.title
        case .municipalities: words.frame.municipalities
        case .conferences: words.conferences.title
        case .advocacy: words.advocacy.title
        case .documents: words.documents.title
        case .search: words.search.title
        }
    }
}

extension Reading {
    /// What day the page shows, when it isn't today.
    var sentenceOnPoint: String {
        switch (point.day, point.knownBy) {
        case (let day?, let known?): words.frame.asOfKnownBy(words.date(day), words.date(known))
        case (let day?, nil): words.frame.asOf(words.date(day))
        case (nil, let known?): words.frame.knownBy(words.date(known))
        case (nil, nil): ""
        }
    }
}

/// Where the site's own files are.
struct AssetAddresses: Sendable {
    var style: Address
    var icon: Address
    /// The script of pages that are live.
    var live: Address
}

extension PageLanguage {
    /// The language as markup has it.
    var markup: Language { self == .swedish ? .swedish : .english }
}

extension Format {
    /// The media type that a link to the file states; nil for the page itself.
    fileprivate var linkType: StaticString? {
        switch self {
        case .json: "application/json"
        case .csv: "text/csv"
        case .atom: "application/atom+xml"
        case .ics: "text/calendar"
        default: nil
        }
    }
}

extension String {
    /// The text with its first letter as a capital.
    var withCapital: String { prefix(1).uppercased() + dropFirst() }
}
