import Cooperation

extension String {
    /// The text without line breaks and without characters that a terminal would obey.
    var oneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}

extension Instant {
    /// Day and time in Sweden: `2026-11-23 09:05`.
    var written: String {
        let (hour, minute) = swedishTime
        return "\(swedishDay.iso) \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
