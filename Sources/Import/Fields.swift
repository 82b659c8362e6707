import Cooperation

/// The lines under one entry while they are being read.
///
/// There is no schema beside the code: the keys that the reading asks for are those that are known, and `finish` tells of
/// the others.
struct Fields {
    let entry: Entry
    let log: FaultLog
    private var asked: [String] = []

    init(_ entry: Entry, _ log: FaultLog) {
        self.entry = entry
        self.log = log
    }

    // MARK: Lines

    /// Every line with the key, in order.
    mutating func all(_ key: String) -> [Entry] {
        if !asked.contains(key) { asked.append(key) }
        return entry.children.filter { $0.key == key }
    }

    /// The line with the key; a second one is a fault.
    mutating func one(_ key: String) -> Entry? {
        let found = all(key)
        for extra in found.dropFirst() {
            log.add(extra.line, "”\(key)” står redan på rad \(found[0].line). Behåll en av raderna.")
        }
        return found.first
    }

    /// The line with the key; that there is none is a fault.
    mutating func required(_ key: String) -> Entry? {
        if let found = one(key) { return found }
        log.add(entry.line, "”\(key)” saknas under ”\(name)”. Lägg till raden ”\(key): …”.")
        return nil
    }

    /// Tells of the lines whose key nobody has asked for.
    func finish() {
        for child in entry.children where !asked.contains(child.key) {
            log.add(child.line, "Nyckeln ”\(child.key)” är okänd under ”\(name)”.\(suggestion(for: child.key, among: asked))")
        }
    }

    /// The entry as a reader knows it: `program: 2019`, or only the key where the value is a sentence.
    private var name: String {
        entry.value.isEmpty || entry.value.utf8.count > 32 ? entry.key : "\(entry.key): \(entry.value)"
    }

    /// Tells that none of several lines is there, of which one is needed; a line with a fault of its own counts as there.
    ///
    /// - Parameters:
    ///   - keys: the keys, any of which would do.
    ///   - message: what can't be known without them.
    func needOne(of keys: [String], _ message: String) {
        guard !entry.children.contains(where: { keys.contains($0.key) }) else { return }
        let lines = keys.map { "”\($0): …”" }
        let listed = lines.dropLast().joined(separator: ", ") + (lines.count > 1 ? " eller " : "") + (lines.last ?? "")
        log.add(entry.line, "\(message) Lägg till \(listed).")
    }

    // MARK: Texts

    mutating func text(_ key: String) -> String? { one(key).flatMap { leaf($0) } }

    mutating func requiredText(_ key: String) -> String? { required(key).flatMap { leaf($0) } }

    mutating func texts(_ key: String) -> [String] { all(key).compactMap { leaf($0) } }

    mutating func remarks() -> [String] { texts("anmärkning") }

    mutating func sources() -> [Source] { texts("källa").map { Source($0) } }

    /// The value of a line that has nothing under it.
    func leaf(_ line: Entry) -> String? {
        for child in line.children {
            log.add(child.line, "Under ”\(line.key)” kan inget mer stå. Ta bort ”\(child.key)” eller ändra indraget.")
        }
        return value(of: line)
    }

    /// The value of a line; that it is empty is a fault.
    func value(of line: Entry) -> String? {
        guard line.value.isEmpty else { return line.value }
        log.add(line.line, "”\(line.key)” har inget värde. Skriv det efter kolonet, eller ta bort raden.")
        return nil
    }

    // MARK: Other values

    mutating func flag(_ key: String) -> Bool {
        guard let line = one(key), let value = leaf(line) else { return false }
        switch value {
        case "ja": return true
        case "nej": return false
        default:
            log.add(line.line, "”\(value)” är inte ja eller nej. Skriv ”\(key): ja” eller ”\(key): nej”.")
            return false
        }
    }

    mutating func number(_ key: String, in range: ClosedRange<Int>, required isRequired: Bool = false) -> Int? {
        guard let line = isRequired ? required(key) : one(key), let value = leaf(line) else { return nil }
        guard let number = Int(value), range.contains(number) else {
            log.add(line.line, "”\(value)” är inte ett heltal mellan \(range.lowerBound) och \(range.upperBound).")
            return nil
        }
        return number
    }

    mutating func period(_ key: String) -> Period? {
        one(key).flatMap { line in leaf(line).flatMap { period($0, at: line.line) } }
    }

    mutating func requiredPeriod(_ key: String) -> Period? {
        required(key).flatMap { line in leaf(line).flatMap { period($0, at: line.line) } }
    }

    /// The period that a text stands for.
    func period(_ text: some StringProtocol, at line: Int) -> Period? {
        if let period = Period(text) { return period }
        log.add(line, "”\(text)” är inte en dag, en månad eller ett år som finns. Skriv som 2027-02-28, 2027-02 eller 2027.")
        return nil
    }

    /// The entry's own value as an id.
    func id<Entity>(as type: Entity.Type) -> Identifier<Entity>? {
        guard let value = value(of: entry) else { return nil }
        return id(value, at: entry.line)
    }

    /// The id that a text stands for.
    func id<Entity>(_ text: some StringProtocol, at line: Int) -> Identifier<Entity>? {
        if let id = Identifier<Entity>(text) { return id }
        let slug = addressName(of: String(text))
        let example = slug.isEmpty ? "" : " Skriv till exempel ”\(slug)”."
        log.add(line, "”\(text)” kan inte stå i en adress. Använd bara a–z, 0–9 och bindestreck, högst 64 tecken.\(example)")
        return nil
    }
}

/// A text as it could stand in an address: `Nynäshamn` becomes `nynashamn`.
private func addressName(of text: String) -> String {
    var name = ""
    for scalar in text.lowercased().unicodeScalars.prefix(64) {
        switch scalar {
        case "å", "ä": name += "a"
        case "ö": name += "o"
        case "é": name += "e"
        case "a"..."z", "0"..."9": name.unicodeScalars.append(scalar)
        default:
            if !name.isEmpty, name.utf8.last != UInt8(ascii: "-") { name += "-" }
        }
    }
    while name.utf8.last == UInt8(ascii: "-") { name.removeLast() }
    return name
}
