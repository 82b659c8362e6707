import Cooperation

extension Plan {
    /// Reads `kommun: …`, a municipality with its facts and how it has belonged.
    mutating func readMunicipality(_ entry: Entry, _ log: FaultLog) {
        var fields = Fields(entry, log)
        let id = fields.id(as: Municipality.self)
        let name = fields.requiredText("namn")
        let officialName = fields.requiredText("officiellt namn")
        let code = fields.figures("kod", count: 4, required: true)
        let county = fields.text("län")
        let countyCode = fields.figures("länskod", count: 2)
        let landArea = fields.hectares("landareal")
        let registered = fields.period("uppgifter från")
        let remarks = fields.remarks()
        let sources = fields.sources()
        let changes = memberships(&fields, of: id, log)
        fields.finish()

        guard let first = registered ?? changes.first?.period else {
            let keys = [MembershipLine.joined.rawValue, MembershipLine.associated.rawValue, "uppgifter från"]
            fields.needOne(of: keys, "Det framgår inte från när kommunen finns med.")
            return
        }
        if let earliest = changes.first, first.last > earliest.period.last {
            log.add(
                earliest.origin.line,
                "Kommunen kan inte delta före \(first.iso), då uppgifterna om den börjar gälla. Ändra den ena dagen."
            )
        }
        guard let id, let name, let officialName, let code else { return }
        let request = RegisterMunicipality(
            id: id,
            name: name,
            officialName: officialName,
            code: code,
            county: county,
            countyCode: countyCode,
            landArea: landArea,
            remarks: remarks,
            sources: sources
        )
        let origin = log.origin(entry)
        let registration = PlannedRequest(request: request, period: first, origin: origin)
        add(Named(id: id, period: first, origin: origin, requests: [registration] + changes), to: \.municipalities, log)
    }

    /// The lines about membership, in the order they are written, which must be that of time.
    private func memberships(_ fields: inout Fields, of id: Municipality.ID?, _ log: FaultLog) -> [PlannedRequest] {
        let keys = MembershipLine.allCases.map(\.rawValue)
        for key in keys { _ = fields.all(key) }
        var changes: [PlannedRequest] = []
        var standing: MembershipLine?
        for line in fields.entry.children {
            guard let change = MembershipLine(rawValue: line.key), let value = fields.value(of: line) else { continue }
            var below = Fields(line, log)
            let remarks = below.remarks()
            let sources = below.sources()
            below.finish()
            guard let period = fields.period(value, at: line.line) else { continue }
            if !change.isPossible(after: standing) {
                log.add(line.line, change.objection(after: standing))
            } else if let earlier = changes.last?.period, period.last < earlier.last {
                log.add(line.line, "Raderna om medlemskap ska stå i tidsordning. \(period.iso) är före \(earlier.iso).")
            }
            standing = change
            // The name in addresses has a fault of its own; what stands here is still checked.
            guard let id else { continue }
            let request = ChangeMembership(change.change, id, remarks: remarks, sources: sources)
            changes.append(PlannedRequest(request: request, period: period, origin: log.origin(line)))
        }
        return changes
    }
}

/// The lines that say how a municipality belongs.
private enum MembershipLine: String, CaseIterable {
    case joined = "medlem från"
    case left = "medlem till"
    case associated = "deltar i projekt från"
    case dissociated = "deltar i projekt till"

    var change: ChangeMembership.Change {
        switch self {
        case .joined: .join
        case .associated: .associate
        case .left, .dissociated: .leave
        }
    }

    func isPossible(after standing: MembershipLine?) -> Bool {
        switch self {
        case .joined: standing != .joined
        case .left: standing == .joined
        case .associated: standing != .joined && standing != .associated
        case .dissociated: standing == .associated
        }
    }

    func objection(after standing: MembershipLine?) -> String {
        switch self {
        case .joined: "Kommunen är redan medlem. Skriv ”medlem till” först."
        case .associated where standing == .joined: "Kommunen är redan medlem. Skriv ”medlem till” först."
        case .associated: "Kommunen deltar redan i projekt. Skriv ”deltar i projekt till” först."
        case .left: "Kommunen är inte medlem då. Skriv ”medlem från” på en rad före."
        case .dissociated: "Kommunen deltar inte i projekt då. Skriv ”deltar i projekt från” på en rad före."
        }
    }
}

extension Fields {
    /// A code of a certain number of figures.
    fileprivate mutating func figures(_ key: String, count: Int, required isRequired: Bool = false) -> String? {
        guard let line = isRequired ? required(key) : one(key), let value = leaf(line) else { return nil }
        guard value.utf8.count == count, value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            log.add(
                line.line,
                "”\(value)” är inte \(count) siffror. Skriv som \(count == 4 ? "0136" : "01"), med inledande nolla."
            )
            return nil
        }
        return value
    }

    /// An area in square kilometres, written with a decimal comma, as hectares.
    fileprivate mutating func hectares(_ key: String) -> Int? {
        guard let line = one(key), let value = leaf(line) else { return nil }
        let parts = value.utf8.split(separator: UInt8(ascii: ","), maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? String(Substring(parts[1])) : "0"
        if let whole = Self.figures(String(Substring(parts[0]))), (1...2).contains(decimals.utf8.count), whole < 1_000_000,
            let fraction = Self.figures(decimals)
        {
            return whole * 100 + (decimals.utf8.count == 1 ? fraction * 10 : fraction)
        }
        log.add(
            line.line,
            "”\(value)” är inte en areal. Skriv kvadratkilometer med decimalkomma och högst två decimaler, som 457,85."
        )
        return nil
    }

    /// The number that some figures make; nil when there are none, or anything else, or a sign.
    private static func figures(_ text: String) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
