import Cooperation

extension ConferenceRow {
    /// The sentence that answers what people come with: when and where it was held, or that it wasn't.
    func sentence(named name: String, _ words: Words) -> String {
        let conferences = words.conferences
        switch standing {
        case .held:
            let happened = words.happening(of: self)
            return form == .digital ? conferences.wasHeldDigitally(name, happened) : conferences.wasHeld(name, happened)
        case .cancelled: return conferences.wasCancelled(name, words.time(date))
        case .planned: return conferences.isPlanned(name, words.aim(date))
        case .uncertain: return conferences.wasPlanned(name, words.aim(date))
        }
    }
}

extension Words {
    /// When something was, as an adverb: 'den 10 april 2019', 'i april 2019', '2019'.
    func time(_ period: Period) -> String {
        switch period.precision {
        case .day: conferences.onDay(self.period(period))
        case .month: conferences.inMonth(self.period(period))
        case .year: conferences.inYear(self.period(period))
        }
    }

    /// What something is planned for, after 'till': 'den 26 oktober 2027', 'oktober 2027', '2027'.
    func aim(_ period: Period) -> String {
        period.precision == .day ? conferences.theDay(self.period(period)) : self.period(period)
    }

    /// When a conference was held, and where or by whom: 'den 10 april 2019 i Salem'.
    func happening(of row: ConferenceRow) -> String {
        let when = time(row.date)
        let hosts = row.knownHosts
        if hosts.count == 1, row.place != nil, row.form != .digital { return "\(when) \(conferences.inMunicipality(hosts[0]))" }
        if hosts.count == 1 { return "\(when) \(conferences.withHost(hosts[0]))" }
        if !hosts.isEmpty { return "\(when) \(conferences.withHosts(list(hosts)))" }
        let inferred = row.inferredHosts
        if inferred.count == 1 { return "\(when), \(conferences.inferred) \(conferences.withHost(inferred[0]))" }
        if !inferred.isEmpty { return "\(when), \(conferences.inferred) \(conferences.withHosts(list(inferred)))" }
        return when
    }
}
