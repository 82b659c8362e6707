/// How far a fetch has come, in words.
package struct Progress: Hashable, Sendable {
    package var done: Int
    package var total: Int
    /// How many were done when this run began: those took no time.
    package var before: Int
    package var seconds: Double

    package init(done: Int, total: Int, before: Int, seconds: Double) {
        self.done = done
        self.total = total
        self.before = before
        self.seconds = seconds
    }

    /// 'Fråga 120 av 3 050. Ungefär 12 minuter kvar.'
    package var inWords: String {
        let start = "Fråga \(spaced(done)) av \(spaced(total))."
        guard done < total, done - before >= 5 else { return start }
        let left = Int((seconds / Double(done - before) * Double(total - done)).rounded(.up))
        switch left {
        case ..<60: return "\(start) Mindre än en minut kvar."
        case ..<5400: return "\(start) Ungefär \(left < 90 ? "en minut" : "\((left + 30) / 60) minuter") kvar."
        default: return "\(start) Ungefär \((left + 1800) / 3600) timmar kvar."
        }
    }
}

/// A whole number with hard spaces between its thousands.
func spaced(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number.magnitude).reversed().enumerated() {
        if index > 0, index.isMultiple(of: 3) { text = "\u{A0}" + text }
        text = String(digit) + text
    }
    return number < 0 ? "−" + text : text
}
