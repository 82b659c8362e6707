import Cooperation
import Markup

/// A part of the site, and what is in it.
struct WayIn: Encodable, Sendable {
    var title: String
    var page: String?
    /// What is found there, in a sentence.
    var sentence: String
}

extension Reading {
    /// The parts of the site that hold something on the day that is asked about.
    var waysIn: [WayIn] {
        let start = words.start
        let advocacy = cooperation.advocacy
        let networks = cooperation.organisation.bodies(.network).count
        let conferences = cooperation.conferences.all.count
        let statements = advocacy.statementsInOrder.count
        let documents = cooperation.documents.inOrder.count
        let plans = cooperation.planning.inOrder.count
        let meetings = cooperation.meetings.inOrder.count
        let news = cooperation.news.inOrder.count
        let ways: [(count: Int, title: String, steps: [String], sentence: (String) -> String)] = [
            (plans, words.planning.title, ["plan"], start.plans),
            (networks, words.organisation.title, ["organisation"], start.networks),
            (conferences, words.conferences.title, ["konferenser"], start.conferences),
            (advocacy.latestList?.facts.items.count ?? 0, words.advocacy.title, ["paverkan"], start.priorities),
            (statements, start.statementsTitle, ["yttranden"], start.statements),
            (documents, words.documents.title, ["dokument"], start.documents),
            (meetings, words.meetings.title, ["moten"], words.meetings.wayIn),
            (news, words.news.title, ["nyheter"], words.news.wayIn),
        ]
        return ways.filter { $0.count > 0 }.map { way in
            WayIn(title: way.title, page: address(steps: way.steps).text, sentence: way.sentence(words.count(way.count)))
        }
    }
}
