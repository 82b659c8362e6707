package import Cooperation

/// What a set of files asks for.
///
/// Nothing is taken from files in which anything is wrong: either all of it is read, or all faults are told. Whether the
/// requests can be done is for their own rules to say; `PlannedRequest.fault` gives a refusal its place.
///
/// - Parameters:
///   - files: the files, in any order.
///   - cooperation: what the files are read into, so that they may speak of what is already there.
/// - Returns: the requests, each thing before what speaks of it.
/// - Throws: every fault in the files, at most fifty for each.
package func read(
    _ files: [SourceFile],
    into cooperation: Cooperation = Cooperation()
) throws(ImportFaults) -> [PlannedRequest] {
    var plan = Plan()
    var logs: [FaultLog] = []
    for file in files {
        let log = FaultLog(file: file.name)
        logs.append(log)
        let name = file.name.lowercased()
        if name.utf8.suffix(4).elementsEqual(".txt".utf8) {
            for entry in Outline.entries(of: file, log) {
                plan.read(entry, log)
            }
        } else if name.utf8.suffix(4).elementsEqual(".csv".utf8) {
            plan.readPopulation(file, log)
        } else {
            log.add(1, "Filen känns inte igen. Namnet ska sluta på .txt eller .csv.")
        }
    }
    plan.checkReferences(into: cooperation)
    let faults = logs.flatMap(\.inOrder)
    guard faults.isEmpty else {
        throw ImportFaults(faults: faults, filesWithMore: logs.filter(\.hasMore).map(\.file))
    }
    return plan.inOrder
}

extension Plan {
    static let kinds = [
        "samverkan", "kommun", "yttre ram", "program", "organ", "nätverk", "annan samverkan", "dokument", "konferensserie",
        "konferens", "yttrande", "satsning", "prioriteringslista", "verksamhetsplan", "nyhet",
    ]

    fileprivate mutating func read(_ entry: Entry, _ log: FaultLog) {
        named[entry.key, default: []].insert(entry.value)
        switch entry.key {
        case "samverkan": readCooperation(entry, log)
        case "kommun": readMunicipality(entry, log)
        case "yttre ram": readFrame(entry, log)
        case "program": readEdition(entry, log)
        case "organ", "nätverk": readBody(entry, log)
        case "annan samverkan": readPeer(entry, log)
        case "dokument": readDocument(entry, log)
        case "konferensserie": readSeries(entry, log)
        case "konferens": readConference(entry, log)
        case "yttrande": readStatement(entry, log)
        case "satsning": readPriority(entry, log)
        case "prioriteringslista": readPriorityList(entry, log)
        case "verksamhetsplan": readPlan(entry, log)
        case "nyhet": readNewsItem(entry, log)
        default:
            let known = Self.kinds.map { "”\($0)”" }.joined(separator: ", ")
            let near = suggestion(for: entry.key, among: Self.kinds)
            log.add(entry.line, "”\(entry.key)” kan inte stå först på en rad utan indrag. Där kan stå \(known).\(near)")
        }
    }
}
