package import Cooperation
import Import

/// A municipality's calendar as somebody has sent it: its meetings, or what is wrong with it.
///
/// The pages don't read files themselves: how a file is read stays in `Import`, which they know nothing of.
package struct SentCalendar: Sendable {
    /// What is wrong, all of it, in words for the reader.
    package struct Faults: Error, Sendable {
        package let messages: [String]
    }

    /// The meetings, in the order of the file.
    package let rows: [CalendarUpdate.Row]
    /// The names of the events that were left out, each with its line.
    package let passedOver: [(line: Int, name: String)]

    /// The meetings in a file, which is a table or an iCalendar file.
    ///
    /// - Parameters:
    ///   - name: what the file is called.
    ///   - bytes: its content.
    /// - Throws: all faults, when there is one.
    package init(named name: String, _ bytes: [UInt8]) throws(Faults) {
        do {
            let calendar = try MeetingCalendar(SourceFile(name: name, bytes: bytes))
            rows = calendar.rows.map {
                CalendarUpdate.Row(
                    stage: $0.stage,
                    day: $0.day,
                    papersDue: $0.papersDue,
                    place: $0.place,
                    isCancelled: $0.isCancelled
                )
            }
            passedOver = calendar.passedOver.map { ($0.line, $0.name) }
        } catch {
            throw Faults(messages: error.faults.map { "Rad \($0.line): \($0.message)" })
        }
    }

    /// The head of the table, for those who write it by hand.
    package static let tableHead = "datum;organ;handlingar senast;plats;inställt"

    /// Meetings as the table that is read.
    ///
    /// A place with the sign that parts the columns is quoted, as the table wants it.
    package static func table(_ rows: [CalendarUpdate.Row]) -> String {
        let lines = rows.map { row in
            let organ =
                switch row.stage {
                case .committee: "utskott"
                case .board: "kommunstyrelse"
                case .council: "kommunfullmäktige"
                case nil: ""
                }
            let place = row.place.map { $0.utf8.contains { ";\"".utf8.contains($0) } ? quoted($0) : $0 } ?? ""
            return [row.day.iso, organ, row.papersDue?.iso ?? "", place, row.isCancelled ? "ja" : ""].joined(separator: ";")
        }
        return ([tableHead] + lines).joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
