import Cooperation

extension Plan {
    /// Reads `konferensserie: …`, a conference that comes back.
    mutating func readSeries(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: ConferenceSeries.self)
        let name = fields.requiredText("namn")
        let known = fields.requiredPeriod("känd från")
        let continues = fields.reference("fortsätter", to: ConferenceSeries.self)
        let details = fields.details()
        let rules = conferenceRules(&fields, of: id, log)
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        if let continues { references.append((.series(continues.id), continues.line, log)) }
        tellEarlier(rules, than: known, "serien blev känd", log)
        guard let id, let name, let known else { return }
        var request = RecordConferenceSeries(id: id, name: name)
        request.continues = continues?.id
        request.details = details
        request.missing = missing
        request.remarks = remarks
        request.sources = sources
        let origin = log.origin(entry)
        let recorded = PlannedRequest(request: request, period: known, origin: origin)
        add(Named(id: id, period: known, after: continues?.id, origin: origin, requests: [recorded] + rules), to: \.series, log)
    }

    /// `regler: 2019-10-11`, what was agreed about the series that day.
    private mutating func conferenceRules(_ fields: inout Fields, of series: ConferenceSeries.ID?, _ log: FaultLog)
        -> [PlannedRequest]
    {
        fields.all("regler").compactMap { line in
            // The series' own name may have a fault; what stands under the line is still checked.
            var request = series.map { AgreeConferenceRules(series: $0) }
            var arranger: (id: Body.ID, line: Int)?
            let period = fields.dated(line) { below in
                let purpose = below.text("syfte")
                let audience = below.text("målgrupp")
                let theme = below.text("tema")
                let hosting = below.text("värdskap")
                let hosts = below.number("antal värdkommuner", in: 1...50)
                let partners = below.texts("arrangeras med")
                arranger = below.reference("arrangeras av")
                let frequency = below.text("hur ofta")
                let sources = below.sources()
                request?.purpose = purpose
                request?.audience = audience
                request?.theme = theme
                request?.hosting = hosting
                request?.hosts = hosts
                request?.partners = partners
                request?.arranger = arranger?.id
                request?.frequency = frequency
                request?.sources = sources
            }
            if let arranger { references.append((.body(arranger.id), arranger.line, log)) }
            guard let request, let period else { return nil }
            return PlannedRequest(request: request, period: period, origin: log.origin(line))
        }
    }

    /// Reads `konferens: radslag/2019`, one time that it was held, cancelled or planned.
    mutating func readConference(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let pair: (ConferenceSeries.ID, Conference.ID)? = fields.value(of: entry).flatMap {
            fields.pair($0, at: entry.line, example: "radslag/2019")
        }
        let date = fields.requiredPeriod("datum")
        let known = fields.period("uppgifter från")
        let status = fields.choice(
            "läge",
            [("genomförd", Conference.Status.held), ("inställd", .cancelled), ("planerad", .planned)],
            required: true
        )
        let form = fields.choice("form", [("fysisk", Conference.Form.inPerson), ("digital", .digital)])
        let number = fields.text("nummer")
        let hosts = conferenceHosts(&fields, log)
        let place = fields.text("plats")
        let theme = fields.text("tema")
        let participants = fields.text("deltagare")
        let details = fields.details()
        let missing = fields.texts("saknas")
        let remarks = fields.remarks()
        let sources = fields.sources()
        fields.finish()

        if let pair { references.append((.series(pair.0), entry.line, log)) }
        guard let (series, id) = pair, let date, let status else { return }
        var request = RecordConference(series: series, id: id, date: date, status: status)
        request.form = form
        request.number = number
        request.hosts = hosts
        request.place = place
        request.theme = theme
        request.participants = participants
        request.details = details
        request.missing = missing
        request.remarks = remarks
        request.sources = sources
        take("Conference/\(series)/\(id)", "\(series)/\(id)", log.origin(entry), log)
        conferences.append(PlannedRequest(request: request, period: known ?? date, origin: log.origin(entry)))
    }

    private mutating func conferenceHosts(_ fields: inout Fields, _ log: FaultLog) -> [Conference.Host] {
        let hosts = fields.all("värd").compactMap { line -> (host: Conference.Host, line: Int)? in
            var below = Fields(line, log)
            let isInferred = below.flag("härlett")
            below.finish()
            guard let text = fields.value(of: line), let id: Municipality.ID = fields.id(text, at: line.line) else { return nil }
            references.append((.municipality(id), line.line, log))
            return (Conference.Host(id, isInferred: isInferred ? true : nil), line.line)
        }
        fields.tellTwice(hosts.map { ($0.host.municipality, $0.line) })
        return hosts.map(\.host)
    }
}
