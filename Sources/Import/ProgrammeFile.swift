import Cooperation

extension Plan {
    /// Reads `program: …`, one edition of the programme.
    mutating func readEdition(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Edition.self)
        let title = fields.requiredText("titel")
        let shortTitle = fields.text("kort titel")
        let horizon = fields.number("horisont", in: 1900...9999)
        let replaces = fields.one("ersätter")
        let decidedBy = fields.text("beslutas av")
        let validity = editionValidity(&fields, log)
        let entryIntoForce = entryIntoForce(&fields, log)
        let decisions = BoardDecisions(&fields, log)
        let known = fields.period("uppgifter från")
        let levels = fields.all("nivå").compactMap { level($0, log) }
        let texts = EditionTexts(&fields, log)
        let frames = fields.all("utgår från")
        let tree = fields.one("träd")
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        checkLevels(levels, log)
        let replaced: Edition.ID? = replaces.flatMap { line in fields.leaf(line).flatMap { fields.id($0, at: line.line) } }
        if let replaces, let replaced { references.append((.edition(replaced), replaces.line, log)) }
        let frameIDs = frames.compactMap { line -> OuterFrame.ID? in
            guard let id: OuterFrame.ID = fields.leaf(line).flatMap({ fields.id($0, at: line.line) }) else { return nil }
            references.append((.frame(id), line.line, log))
            return id
        }
        var reading = ProgrammeTree(levels: levels.map(\.level), inForce: entryIntoForce?.period, log: log)
        if let tree { reading.read(tree) }
        if let id { editionNodes[id] = reading.named }
        references += reading.references.map { (.frameGoal($0.frame, $0.goal), $0.line, log) }

        if let entryIntoForce, !decisions.known.isEmpty {
            log.add(
                entryIntoForce.line,
                "När det står vilka som har antagit programmet räknas dagen ut. Ta bort ”i kraft”, eller ”antagande”."
            )
        }
        for decision in decisions.known { references.append((.municipality(decision.municipality), decision.line, log)) }
        guard let happened = known ?? entryIntoForce?.period ?? decisions.first else {
            fields.needOne(of: ["i kraft", "antagande", "uppgifter från"], "Det framgår inte från när programmet är känt.")
            return
        }
        if let entryIntoForce, happened.last > entryIntoForce.period.last {
            log.add(
                entryIntoForce.line,
                "Programmet kan inte träda i kraft före \(happened.iso), då det blir känt. Ändra den ena dagen."
            )
        }
        guard let id, let title, let validity else { return }
        var request = RecordEdition(id: id, title: title, validity: validity)
        request.shortTitle = shortTitle
        request.horizon = horizon
        request.replaces = replaced
        request.decidedBy = decidedBy
        request.levels = levels.map(\.level)
        texts.fill(&request)
        request.nodes = reading.nodes
        request.frames = frameIDs
        request.missing = missing
        request.remarks = remarks
        request.sources = sources

        let origin = log.origin(entry)
        var requests = [PlannedRequest(request: request, period: happened, origin: origin)]
        if let entryIntoForce {
            let entered = EnterIntoForce(id, remarks: entryIntoForce.remarks, sources: entryIntoForce.sources)
            let line = PlannedRequest.Origin(file: log.file, line: entryIntoForce.line)
            requests.append(PlannedRequest(request: entered, period: entryIntoForce.period, origin: line))
        }
        requests += decisions.requests(for: id, from: happened, rule: EntryRule(.everyMember), log)
        requests += reading.additions(to: id, from: happened)
        add(Named(id: id, period: happened, origin: origin, requests: requests), to: \.editions, log)
    }

    /// `gäller: 2019 till 2022`, or only the beginning.
    private func editionValidity(_ fields: inout Fields, _ log: FaultLog) -> Edition.Validity? {
        guard let line = fields.required("gäller") else { return nil }
        var below = Fields(line, log)
        let isInferred = below.flag("härlett")
        below.finish()
        guard let value = fields.value(of: line) else { return nil }
        let words = value.unicodeScalars.split(separator: " ").map { String($0) }
        switch words.count {
        case 1:
            if isInferred { log.add(line.line, "Inget slut anges, så det kan inte vara härlett. Ta bort ”härlett: ja”.") }
            return fields.period(words[0], at: line.line).map { Edition.Validity(from: $0, to: nil, endIsInferred: nil) }
        case 3 where words[1] == "till":
            guard let from = fields.period(words[0], at: line.line), let to = fields.period(words[2], at: line.line) else {
                return nil
            }
            guard to.last >= from.first else {
                log.add(line.line, "Programmet kan inte sluta gälla innan det börjar. Kontrollera åren.")
                return nil
            }
            return Edition.Validity(from: from, to: to, endIsInferred: isInferred ? true : nil)
        default:
            log.add(line.line, "”\(value)” är inte en tid. Skriv ”2019 till 2022”, eller bara ”2019” när slutet inte är bestämt.")
            return nil
        }
    }

    private func entryIntoForce(
        _ fields: inout Fields,
        _ log: FaultLog
    ) -> (period: Period, line: Int, remarks: [String], sources: [Source])? {
        guard let line = fields.one("i kraft") else { return nil }
        var below = Fields(line, log)
        let remarks = below.remarks()
        let sources = below.sources()
        below.finish()
        guard let value = fields.value(of: line), let period = fields.period(value, at: line.line) else { return nil }
        return (period, line.line, remarks, sources)
    }

    private func level(_ entry: Entry, _ log: FaultLog) -> (level: Edition.Level, line: Int)? {
        var fields = Fields(entry, log)
        let plural = fields.text("flertal")
        let hasPage = fields.flag("egen sida")
        fields.finish()
        guard let name = fields.value(of: entry) else { return nil }
        // 'Mål' and 'Delmål' are the same in the plural, so leaving it out is the common case.
        return (Edition.Level(name: name, plural: plural ?? name, hasPage: hasPage ? true : nil), entry.line)
    }

    /// A level's name becomes a key in the tree, so it has to be one that means nothing else there.
    private func checkLevels(_ levels: [(level: Edition.Level, line: Int)], _ log: FaultLog) {
        var lines: [String: Int] = [:]
        for (level, line) in levels {
            if ProgrammeTree.keys.contains(level.name) {
                log.add(line, "Nivån kan inte heta ”\(level.name)”, eftersom det betyder något annat i trädet.")
            } else if level.name.utf8.contains(UInt8(ascii: ":")) {
                log.add(line, "Nivån ”\(level.name)” kan inte ha kolon i sitt namn.")
            } else if let earlier = lines[level.name] {
                log.add(line, "Nivån ”\(level.name)” står redan på rad \(earlier). Ge varje nivå sitt eget namn.")
            }
            lines[level.name] = line
        }
    }
}

/// The programme's own words outside the goal tree.
private struct EditionTexts {
    let focus: String?
    let visionTitle: String?
    let visionSubtitle: String?
    let purpose: String?
    let principles: [String]
    let commitments: [String]
    let themes: [String]

    init(_ fields: inout Fields, _ log: FaultLog) {
        focus = fields.text("inriktning")
        let vision = fields.one("vision")
        visionTitle = vision.flatMap { fields.value(of: $0) }
        var below = vision.map { Fields($0, log) }
        visionSubtitle = below?.text("undertext")
        below?.finish()
        purpose = fields.text("syfte")
        principles = fields.texts("princip")
        commitments = fields.texts("åtagande")
        themes = fields.texts("genomgående tema")
    }

    func fill(_ request: inout RecordEdition) {
        request.focus = focus
        request.visionTitle = visionTitle
        request.visionSubtitle = visionSubtitle
        request.purpose = purpose
        request.principles = principles
        request.commitments = commitments
        request.themes = themes
    }
}
