import SeriesStore
import Statistics
import Synchronization

@testable import Kolada

/// A source in memory that answers as Kolada does: values made of their own addresses, so that each can be told to be the right one.
final class MadeUpSource: Sendable {
    struct State {
        /// What is asked, in order.
        var asked: [String] = []
        /// What is answered instead the next times; nil for the right answer.
        var instead: [Result<Reply, ConnectionFault>?] = []
        /// Values that aren't as they are made, by 'kpi place year'.
        var changed: [String: String] = [:]
        /// Places that are left out of all answers.
        var withheld: Set<String> = []
        var answersNothing = false
        var pageLength = 5000
        /// What stands before the path in a page's link to the next.
        var linksTo = "http://kolada.test/v3"
        var figureCount = 20
    }

    static let base = "https://kolada.test/v3"
    let state = Mutex(State())

    var asked: [String] { state.withLock { $0.asked } }

    func ask(_ address: String) -> Result<Reply, ConnectionFault> {
        state.withLock { state in
            state.asked.append(address)
            if !state.instead.isEmpty, let other = state.instead.removeFirst() { return other }
            return .success(Reply(status: 200, body: Array(Self.answer(address, state).utf8)))
        }
    }

    private static func answer(_ address: String, _ state: State) -> String {
        let parts = address.dropFirst(base.utf8.count + 1).split(separator: "?")
        let page =
            parts.dropFirst().first.flatMap { $0.split(separator: "&").last }.flatMap {
                $0.hasPrefix("page=") ? Int($0.dropFirst(5)) : nil
            } ?? 1
        let path = parts[0].split(separator: "/").map(String.init)
        var entries: [String]
        switch path[0] {
        case "kpi": entries = (0..<state.figureCount).map(figure)
        case "municipality":
            entries = places.map { #"{"id":"\#($0)","title":"Plats \#($0)","type":"\#($0 < "0100" ? "L" : "K")"}"# }
        case "municipality_groups":
            entries = [
                #"{"id":"G7","title":"Länet (ovägt medel)","members":[{"member_id":"0126","member_title":"x"},{"member_id":"0127","member_title":"y"}]}"#
            ]
        default:
            entries = []
            for kpi in path[2].split(separator: ",") where !state.answersNothing {
                for place in path[4].split(separator: ",") where !state.withheld.contains(String(place)) {
                    for year in path[6].split(separator: ",") where Int(year) ?? 0 >= firstYear {
                        entries.append(object(String(kpi), String(place), String(year), state))
                    }
                }
            }
        }
        let pages = entries.pieces(of: state.pageLength)
        let here = page <= pages.count ? pages[page - 1] : []
        let next = page < pages.count ? #""\#(state.linksTo)/\#(parts[0])?page=\#(page + 1)""# : "null"
        return #"{"values":[\#(here.joined(separator: ","))],"next_url":\#(next),"previous_url":null,"count":\#(here.count)}"#
    }

    static let firstYear = 2023
    static let places = ["0000", "0001"] + (0..<30).map { "0" + String(120 + $0) }

    private static func figure(_ number: Int) -> String {
        let level = number % 5 == 4 ? "L" : number % 5 == 3 ? "A" : "K"
        return
            #"{"id":"N\#(10000 + number)","title":"Kostnad \#(number), kr/inv","description":"Källa: SCB.","is_divided_by_gender":true,"municipality_type":"\#(level)","auspice":null,"operating_area":"Skola","perspective":null,"prel_publication_date":null,"publication_date":null,"publ_period":null,"has_ou_data":false}"#
    }

    /// The value of a total.
    static func value(_ kpi: String, _ place: String, _ year: String) -> Double {
        Double((Int(kpi.dropFirst()) ?? 0) * 7 + (Int(place.filter(\.isNumber)) ?? 0) * 3 + (Int(year) ?? 0)) / 8
    }

    private static func object(_ kpi: String, _ place: String, _ year: String, _ state: State) -> String {
        let value = value(kpi, place, year)
        let total = state.changed["\(kpi) \(place) \(year)"] ?? #""status":"","value":\#(value)"#
        // The total stands last here and women first, as it sometimes does.
        return
            #"{"values":[{"gender":"K","count":1,"status":"Privacy","value":null,"isdeleted":false},{"gender":"T","count":1,\#(total),"isdeleted":false}],"kpi":"\#(kpi)","period":\#(year),"municipality":"\#(place)"}"#
    }
}
