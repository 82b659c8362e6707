import FoundationEssentials
import Import
import Testing

/// One thing that the shared data says: where a reader would look for it, and what ought to stand there.
struct Datum {
    enum Place {
        /// The page with that address.
        case page(String)
        /// The page that a register leads to by a name; its address begins so.
        case named(String, register: String, under: String)
    }

    enum Need {
        /// Words somewhere on the page.
        case words(String)
        /// A value in the list of facts, with or without a note in brackets after it.
        case fact(String)
        /// A row of a table that has these values in its cells; a cell may go on after the value.
        case row([String])
        /// Words under a heading.
        case under(String, String)
        /// A link to that address.
        case link(String)
    }

    let name: String
    let place: Place
    var needs: [Need]

    init(_ name: String, on place: Place, _ needs: [Need?]) {
        self.name = name
        self.place = place
        self.needs = needs.compactMap { $0 }
    }
}

/// Every file of the shared data, and how each of its rows is found on the site.
enum SharedData {
    static let folder = Place.package + "/../shared/data"

    static var isHere: Bool { FileManager.default.fileExists(atPath: folder + "/municipalities.csv") }

    /// How the rows of a file are found.
    static let readers: [String: @Sendable (String) throws -> [Datum]] = [
        "municipalities.csv": municipalities,
        "population.csv": population,
        "steering_documents.csv": documents,
        "conferences.csv": conferences,
        "statements.csv": statements,
        "infrastructure_priorities.csv": priorities,
        "networks.csv": networks,
        "peers.csv": peers,
        "comparison_areas.csv": comparisonAreas,
        "programmes.json": programmes,
        "programme_2019_2022.json": programme,
        "rufs_2050.json": frame,
        "verksamhetsplan_2021.json": plan,
    ]

    /// Files that are read by statistics, which have tests of their own.
    static let statistics: Set<String> = ["statistics_example.csv", "statistics_example_peers.json"]

    // MARK: Where the site words it otherwise

    /// The data's word and the site's; a value that isn't here stands on the site as it is.
    static let siteWords = [
        "genomförd": "hölls", "inställd": "ställdes in", "planerad": "okänt om den hölls",
        "fysisk": "på plats", "digital": "digitalt",
        "published": "publicerad", "derived": "härledd",
        "full": "är medlem i", "associate_in_projects": "deltar i projekt",
        "ersatt": "ersatt",
        "tills vidare (uppgift saknas)": "tills vidare",
        "mitten av januari 2021, digital planeringskonferens": "i mitten av januari 2021, på en digital planeringskonferens",
        "2023 (före 2023-05-16)": "före den 16 maj 2023",
        "kommunstyrelse": "kommunstyrelsen", "årligen inom kommittén": "väljer ordförande och vice ordförande inom sig varje år",
    ]

    /// Sources without an address, and addresses that the data writes in another way.
    static let siteSources = [
        "seed": "Södertörns utvecklingsprogram 2035 (2019–2022), programtexten",
        "seed footnote 1": "Södertörns utvecklingsprogram 2035 (2019–2022), programtexten, fotnot 1",
        "Södertörns utvecklingsprogram 2035 (000_2d78078933fff35d.txt)":
            "Södertörns utvecklingsprogram 2035 (2019–2022), programtexten",
    ]

    static func site(_ word: String) -> String { siteWords[word] ?? word }

    /// A day as the site writes it: `2010-08-18` is '18 augusti 2010', `2021-01` 'januari 2021'.
    static func date(_ text: String) -> String {
        let months = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
            "december",
        ]
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard (2...3).contains(parts.count), (1...12).contains(parts[1]) else { return site(text) }
        return (parts.count == 3 ? "\(parts[2]) " : "") + "\(months[parts[1] - 1]) \(parts[0])"
    }

    /// A number with its thousands apart.
    static func number(_ text: String) -> String {
        let figures = Array(text)
        return figures.indices.map { ($0 > 0 && (figures.count - $0) % 3 == 0 ? " " : "") + String(figures[$0]) }.joined()
    }

    /// Every source in a text, as a link or by its name.
    static func sources(_ text: String) -> [Datum.Need] {
        text.components(separatedBy: "; ").flatMap { part -> [Datum.Need] in
            if let named = siteSources[part] { return [.words(named)] }
            let words = part.split { $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }.map(String.init)
            return words.compactMap { word in
                if word.hasPrefix("github:") { return .link("https://github.com/" + word.dropFirst("github:".count)) }
                return word.hasPrefix("http") ? .link(word) : nil
            }
        }
    }

    /// A name as it stands in addresses.
    static func slug(_ name: String) -> String {
        name.lowercased().replacingAll("å", with: "a").replacingAll("ä", with: "a").replacingAll("ö", with: "o")
            .replacingAll(" ", with: "-")
    }

    // MARK: Reading

    private static func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder + "/" + file)))
    }

    private static func rows(_ file: String) throws -> [[String: String]] {
        let table = try CSVTable(SourceFile(name: file, bytes: bytes(file)))
        return table.rows.map { row in
            Dictionary(uniqueKeysWithValues: zip(table.columns, row.fields).filter { !$0.1.isEmpty })
        }
    }

    private static func json<Value: Decodable>(_ file: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes(file)))
    }

    // MARK: Tables

    private static func municipalities(_ file: String) throws -> [Datum] {
        try rows(file).map { row in
            let name = try #require(row["short_name"])
            let area = row["land_area_km2"]?.replacingAll(".", with: ",")
            return Datum(
                name,
                on: .page("/kommuner/\(slug(name))"),
                [
                    row["official_name"].map { .words($0) }, row["code"].map { .fact($0) }, row["county"].map { .fact($0) },
                    area.map { .fact("\($0) km²") }, row["member"].map { .words("\(name) \(site($0))") },
                    // The county's code is the beginning of the municipality's.
                    row["county_code"].map { code in
                        row["code"]?.hasPrefix(code) == true ? .words(code) : .words("länskod \(code)")
                    },
                ] + sources(row["source"] ?? "")
            )
        }
    }

    private static func population(_ file: String) throws -> [Datum] {
        // What a derived figure was made of, as the remark beside it says.
        let origins = [
            "sum of the eight": "Summan av de åtta kommunernas folkmängd", "503 200 minus 6 999": "503 200 minus 6 999",
            "520 824 minus 2 555": "520 824 minus 2 555", "2024 value minus total change 392": "392",
            "2024 value minus folkökning 2024": "Folkmängden 2024 minus folkökningen 2024",
            "2019 value minus folkökning 2019": "Folkmängden 2019 minus folkökningen 2019",
            "derived": "Folkmängden 2016 plus folkökningen 2017",
        ]
        return try rows(file).map { row in
            let name = try #require(row["name"])
            let origin = row["kind"] == "derived" ? row["source"].map { $0.components(separatedBy: ": ")[0] } : nil
            return Datum(
                "\(name) \(row["date"] ?? "")",
                on: .page(row["code"] == "SODERTORN" ? "/kommuner" : "/kommuner/\(slug(name))"),
                [
                    .row([date(row["date"] ?? ""), number(row["population"] ?? ""), site(row["kind"] ?? "")]),
                    origin.map { .words(origins[$0] ?? $0) },
                ] + sources(row["source"] ?? "")
            )
        }
    }

    private static func documents(_ file: String) throws -> [Datum] {
        // Days that other rows of the data tell more of.
        let inWords = [
            "Södertörns utvecklingsprogram 2035": "senast den 11 oktober 2019",
            "Verksamhetsplan inkl. handlingsplan och budget 2021": "i mitten av januari 2021",
        ]
        return try rows(file).map { row in
            let title = try #require(row["title"])
            var needs: [Datum.Need?] = [row["type"].map { .fact($0) }, row["decided_by"].map { .fact($0) }]
            needs.append(row["date"].map { .fact(inWords[title] ?? date($0)) })
            if let valid = row["valid"] {
                let words = site(valid).components(separatedBy: " (")
                needs.append(row["type"] == "årsredovisning" ? .fact(valid) : .fact(words[0]))
                if words.count > 1 { needs.append(.words("härlett")) }
            }
            return Datum(
                title,
                on: .named(title, register: "/dokument", under: "/dokument/"),
                needs + sources(row["source"] ?? "")
            )
        }
    }

    private static func conferences(_ file: String) throws -> [Datum] {
        let series = [
            "Södertörns Rådslag": "radslag", "Södertörnskonferensen": "sodertornskonferensen",
            "Nyckeltalskonferens": "nyckeltalskonferens",
        ]
        return try rows(file).map { row in
            let (name, day) = (try #require(row["series"]), try #require(row["date"]))
            let hosts = row["host_municipalities"]?.components(separatedBy: " (")
            return Datum(
                "\(name) \(day)",
                on: .page("/konferenser/\(try #require(series[name]))/\(day.prefix(4))"),
                [
                    .words(name), .fact(date(day)), row["status"].map { .words(site($0)) }, hosts.map { .fact($0[0]) },
                    hosts.flatMap { $0.count > 1 ? .words("sannolikt") : nil }, row["place"].map { .fact($0) },
                    row["form"].map { .fact(site($0)) }, row["theme"].map { .fact($0) }, row["participants"].map { .fact($0) },
                ] + sources(row["source"] ?? "")
            )
        }
    }

    private static func statements(_ file: String) throws -> [Datum] {
        try rows(file).map { row in
            let (title, day) = (try #require(row["title"]), try #require(row["date"]))
            // The office, not the person who held it.
            let recipient = row["recipient"].map { name in
                name.hasPrefix("Infrastrukturminister ") ? ["infrastrukturministern"] : name.components(separatedBy: " (")
            }
            return Datum(
                "\(title) \(day)",
                on: .named(title, register: "/yttranden", under: "/yttranden/\(day.prefix(4))"),
                [
                    .words(title), .fact(date(day)), row["type"].map { .fact($0) }, recipient.map { .fact($0[0]) },
                    recipient.flatMap { $0.count > 1 ? .words("sannolikt") : nil }, row["reference"].map { .fact($0) },
                ] + sources(row["source"] ?? "")
            )
        }
    }

    private static func priorities(_ file: String) throws -> [Datum] {
        try rows(file).flatMap { row -> [Datum] in
            let object = try #require(row["object"])
            let amounts = ["4,6", "10,3", "13,3"].filter { row["note"]?.contains($0) == true }
            let isCut = row["note"]?.hasPrefix("källtexten avhuggen") == true
            return [
                Datum(
                    object,
                    on: .named(object, register: "/paverkan", under: "/paverkan/"),
                    [.words(object), row["programme"].map { .words($0) }, isCut ? .words("avhuggen") : nil]
                        + (row["aliases"].map { [.words($0.components(separatedBy: " (")[0])] } ?? [])
                        + amounts.map { .words($0) }
                        + sources(row["source"] ?? "")
                ),
                Datum(
                    "\(object) i listan",
                    on: .page("/paverkan"),
                    [
                        row["programme"].map {
                            .under("prioriterade infrastruktursatsningar i \($0)", "\(row["order"] ?? "") \(object)")
                        },
                        isCut ? .words("fler objekt kan följa") : nil,
                    ]
                ),
            ]
        }
    }

    private static func networks(_ file: String) throws -> [Datum] {
        // The roles in our own words.
        let roles = [
            "planeringschefer": [
                "att hålla samman arbetet med prioriterade infrastruktursatsningar", "Södertörns utvecklingsprogram 2013",
            ],
            "naringslivschefer": ["utvecklingsprogrammen från 2013 och 2019"],
            "kommunikationschefer": ["utvecklingsprogrammet från 2019"],
            "ekonomidirektorer": [
                "att arrangera Temadag Effektiv verksamhetsutveckling", "vilka områden som skulle jämföras med nyckeltal",
            ],
            "klimatstrateger": ["utvecklingsprogrammet från 2013"],
            "yh": ["utvecklingsprogrammet från 2013"],
            "hallbarhetsstrateger": [
                "Gemensamma klimat- och miljökrav när kommunerna upphandlar transporter, tillsammans med BioDriv Öst"
            ],
        ]
        return try rows(file).map { row in
            let id = try #require(row["id"])
            let area = row["focus_area"]?.components(separatedBy: " (SUP ")
            let edition = area.map { $0.count > 1 ? "2013" : "2019" }
            return Datum(
                id,
                on: .page("/natverk/\(id)"),
                [
                    row["name"].map { .words($0) }, row["known_from"].map { .fact($0) }, row["known_to"].map { .fact($0) },
                    area.map { .words($0[0]) }, area.flatMap { area in edition.map { .link("/program/\($0)/\(slug(area[0]))") } },
                ] + (roles[id] ?? ["rollen för \(id)"]).map { .words($0) } + sources(row["source"] ?? "")
            )
        }
    }

    private static func peers(_ file: String) throws -> [Datum] {
        let columns = [
            "name", "municipalities", "form", "ratified_by", "seats_per_municipality", "chair", "decision_rule", "fee",
        ]
        return try rows(file).flatMap { row -> [Datum] in
            let name = try #require(row["name"])
            let page = Datum.Place.page("/organisation/andra-samarbeten")
            guard row["source"] == "seed" else {
                return [Datum(name, on: page, [.row(columns.compactMap { row[$0] })] + sources(row["source"] ?? ""))]
            }
            // Our own row says what the record has: the register's word for the agreement, and who chairs just now.
            let own = ["name", "municipalities", "seats_per_municipality"].compactMap { row[$0] }
            return [
                Datum(
                    name,
                    on: page,
                    [
                        .row(own + ["avtal"] + (row["ratified_by"].map { [site($0)] } ?? [])),
                        row["form"].map { _ in .link("/dokument/samarbetsavtal") },
                    ]
                ),
                Datum(
                    "\(name), ordförande",
                    on: .page("/organisation/samarbetskommitten"),
                    [row["chair"].map { .words(site($0)) }]
                ),
            ]
        }
    }

    private static func comparisonAreas(_ file: String) throws -> [Datum] {
        try rows(file).map { row in
            let area = try #require(row["area"])
            return Datum(area, on: .page("/natverk/ekonomidirektorer"), [.words(area)] + sources(row["source"] ?? ""))
        }
    }

    // MARK: Programmes

    private struct AnyArea: Decodable {
        var title: String
        var goal: String?
        var network: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let title = try? container.decode(String.self) {
                self.title = title
            } else {
                let area = try container.decode([String: String?].self)
                title = (area["title"] ?? nil) ?? ""
                goal = area["goal"] ?? nil
                network = area["network"] ?? nil
            }
        }
    }

    /// One source or several.
    private struct Sources: Decodable {
        var all: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            all = try (try? container.decode([String].self)) ?? [container.decode(String.self)]
        }

        var needs: [Datum.Need] { all.flatMap(sources) }
    }

    private struct Programme: Decodable {
        var id: String
        var title: String
        var from: Int
        var to: Int?
        var to_inferred: Int?
        var areas: [AnyArea]?
        var added: String?
        var ratified_all_by: String?
        var ratified_all_before: String?
        var stated_focus: String?
        var new_principle: String?
        var source: Sources
    }

    private static func programmes(_ file: String) throws -> [Datum] {
        try json(file, as: [Programme].self).map { programme in
            let areas = programme.areas ?? []
            return Datum(
                programme.id,
                on: .page("/program/\(programme.from)"),
                [
                    .words(programme.title), .words("\(programme.from)"), programme.to.map { .words("\(programme.from)–\($0)") },
                    programme.to_inferred.map { .words("\(programme.from)–\($0)") },
                    programme.to_inferred.map { .words("slutåret \($0) är härlett") },
                    programme.ratified_all_by.map { .words(date($0)) }, programme.ratified_all_before.map { .words(date($0)) },
                    programme.stated_focus.map { .words($0) }, programme.new_principle.map { .words($0) },
                ] + areas.map { .words($0.title) } + areas.compactMap { $0.goal.map { .words($0) } }
                    + areas.compactMap { $0.network.map { .words($0) } }
                    // 'Klimat (2009)': what came later, and when.
                    + (programme.added?.split { $0 == "(" || $0 == ")" }.map { .words(ShownPage.plain(String($0))) } ?? [])
                    + programme.source.needs
            )
        }
    }

    private struct Edition: Decodable {
        struct Vision: Decodable {
            var title: String
            var subtitle: String
        }
        struct Area: Decodable {
            struct Focus: Decodable {
                var id: String
                var title: String
                var goal: String
                var subgoals: [String]
                var remark: String?
            }
            var title: String
            var focus_areas: [Focus]
        }
        var title: String
        var short: String
        var valid_from: Int
        var valid_to: Int
        var horizon: Int
        var status: String
        var source: Sources
        var vision: Vision
        var purpose: String
        var principles: [String]
        var commitments: [String]
        var cross_cutting: [String]
        var overall_goal: String
        var areas: [Area]
        var level_labels: [String: String]
    }

    private static func programme(_ file: String) throws -> [Datum] {
        let edition = try json(file, as: Edition.self)
        let focuses = edition.areas.flatMap(\.focus_areas)
        var words = [edition.title, edition.short, "\(edition.valid_from)–\(edition.valid_to)", "\(edition.horizon)"]
        words += [site(edition.status), edition.vision.title, edition.vision.subtitle, edition.purpose, edition.overall_goal]
        words += edition.principles + edition.commitments + edition.cross_cutting + edition.areas.map(\.title)
        words += focuses.flatMap { [$0.title, $0.goal] + $0.subgoals }
        words += edition.level_labels.filter { $0.key != "note" }.map(\.value)
        // The note on the figure, in our own words.
        words.append("Programmets figur över målen kallar fokusområdenas fyra mål för ”Delmål”")
        let whole = Datum(
            edition.title,
            on: .page("/program/2019"),
            words.map { .words($0) } + edition.source.needs + [.link("/program/2013"), .link("/program/2023")]
        )
        return [whole]
            + focuses.map { focus in
                Datum(
                    focus.title,
                    on: .page("/program/2019/\(focus.id)"),
                    ([focus.title, focus.goal] + focus.subgoals).map { .words($0) }
                        + [
                            focus.remark.map { _ in
                                .words("Programmet anger tre delmål för varje fokusområde. Källtexten innehåller två")
                            }
                        ]
                )
            }
    }

    private struct Frame: Decodable {
        struct Successor: Decodable {
            var planned_adoption: String
            var source: Sources
        }
        var title: String
        var owner: String
        var vision: String
        var adopted: String
        var in_force: String
        var valid_to: String
        var subgoals: Int
        var subgoals_per_goal: Int
        var subgoal_year: Int
        var regional_priorities: Int
        var goals: [String]
        var successor: Successor
        var source: Sources
    }

    private static func frame(_ file: String) throws -> [Datum] {
        let frame = try json(file, as: Frame.self)
        // The numbers as the site has them, in words up to twelve.
        let cardinals = [4: "fyra", 9: "nio"]
        let perGoal = cardinals[frame.subgoals_per_goal] ?? ""
        return [
            Datum(
                frame.title,
                on: .page("/program/2019"),
                [
                    .words(frame.title), .words(frame.owner), .words(frame.vision), .fact(date(frame.adopted)),
                    .fact(date(frame.in_force)), .words(frame.valid_to),
                    .words(
                        "Planen har \(frame.subgoals) delmål, \(perGoal) för varje mål. De ska vara nådda till \(frame.subgoal_year)"
                    ),
                    .words("\(cardinals[frame.regional_priorities] ?? "") regionala prioriteringar"),
                    .words("antas av regionfullmäktige i \(date(String(frame.successor.planned_adoption.prefix(7))))"),
                ] + frame.goals.enumerated().map { .row(["\($0 + 1). \($1)"]) } + frame.successor.source.needs
                    + frame.source.needs
            )
        ]
    }

    // MARK: The plan

    private struct Year: Decodable {
        struct Activity: Decodable {
            var text: String
            var focus_area: String?
            var outcome: String
            var status: String
            var source: Sources
        }
        struct Previous: Decodable {
            var outcomes: [String]
            var source: Sources
        }
        var year: Int
        var title: String
        var decided_by: String
        var decided: String
        var followed_up_in: String
        var budget: Int?
        var activities: [Activity]
        var previous_year_2020: Previous
    }

    private static func plan(_ file: String) throws -> [Datum] {
        let year = try json(file, as: Year.self)
        let statuses = ["genomförd": "klar", "pågår/okänd för hösten": "pågår"]
        // What came of it, in our own words: the data's are paraphrases too.
        let outcomes = [
            "Prioriterade infrastruktursatsningar beslutade i januari; gemensamma yttranden om länsplan och nationell plan förberedda":
                "Prioriterade infrastruktursatsningar beslutades i januari. Gemensamma yttranden om länsplanen och den nationella planen förbereddes.",
            "Arbete bedrivet under året; tema på konferensen": "Arbetet bedrevs under året och var ett tema på konferensen.",
            "Genomförda": "Aktiviteterna genomfördes.",
            "Genomförd digitalt 2021-04-21, fler än 170 deltagare":
                "Konferensen genomfördes digitalt den 21 april 2021, med fler än 170 deltagare.",
            "Minst fem till och med april 2021": "Minst fem remisser hade besvarats till och med april 2021.",
            "Möte 2021-04-13; nytt planerat till hösten": "Ett möte hölls den 13 april 2021. Ett nytt var planerat till hösten.",
            "tre remisser besvarade gemensamt": "Tre remisser besvarades gemensamt.",
            "underlag till kommande remisser": "Samarbetet tog fram underlag till kommande remisser.",
            "webbinarium om klimatkrav och uppföljning i byggentreprenader":
                "Ett webbinarium hölls om klimatkrav och uppföljning i byggentreprenader.",
            "möten med Region Stockholm, Trafikförvaltningen, Trafikverket, Svenska kraftnät":
                "Samarbetet mötte Region Stockholm, Trafikförvaltningen, Trafikverket och Svenska kraftnät.",
            "analyser av hur näringslivet drabbats av coronakrisen":
                "Samarbetet analyserade hur näringslivet hade drabbats av coronakrisen.",
            "Södertörnskonferensen och medverkan i Almedalen inställda":
                "Södertörnskonferensen och medverkan i Almedalen ställdes in.",
        ]
        let followUp = year.followed_up_in.components(separatedBy: ", beslutad ")
        let whole = Datum(
            year.title,
            on: .page("/plan/\(year.year)"),
            [
                .words(year.title), .fact(year.decided_by), .fact(site(year.decided)), .words(followUp[0]),
                .words(date(followUp[1])),
                year.budget.map { .words(number("\($0)")) } ?? .under(year.title, ""),
                // No source says what it cost, and the page says so.
                year.budget == nil ? .words("planens egen text, och dess budget") : nil,
            ]
        )
        let activities = year.activities.map { activity in
            Datum(
                activity.text,
                on: .page("/plan/\(year.year)"),
                [
                    statuses[activity.status].map { .under(activity.text, $0) },
                    .under(activity.text, outcomes[activity.outcome] ?? activity.outcome),
                    activity.focus_area.map { .link("/program/2019/\($0)") },
                ] + activity.source.needs
            )
        }
        let before = year.previous_year_2020
        return [whole] + activities
            + [
                Datum(
                    "året före",
                    on: .page("/plan/\(year.year - 1)"),
                    before.outcomes.map { .words(outcomes[$0] ?? $0) } + before.source.needs
                )
            ]
    }
}
