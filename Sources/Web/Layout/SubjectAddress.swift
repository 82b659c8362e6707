import Cooperation
import Markup

extension Reading {
    /// The page that shows a subject, or the place on a page that does.
    func address(of subject: Subject) -> Address {
        switch subject {
        case .municipality(let id): address("kommuner", id.text)
        case .edition(let id): address("program", id.text)
        case .outerFrame: address("program")
        case .body(let id): address(steps: cooperation.organisation[id]?.steps ?? ["organisation", id.text])
        case .peer(let id): address(steps: ["organisation", "andra-samarbeten"], fragment: ID(id.text))
        case .document(let id): address("dokument", id.text)
        case .series(let id): address("konferenser", id.text)
        case .conference(let series, let id): address("konferenser", series.text, id.text)
        case .statement(let id): address("yttranden", id.text)
        case .priority(let id): address("paverkan", id.text)
        case .priorityList(let id): address(steps: ["paverkan"], fragment: ID("lista-\(id)"))
        case .plan(let id): address("plan", id.text)
        case .newsItem(let id): address("nyheter", id.text)
        case .draft(let id): address("program", id.text, "utkast")
        case .meeting(let body, let id): address("moten", body.text, id.text)
        case .serviceCard(let id): address("jamforelser", "tjanstekort", id.text)
        case .ownMeasure(let id): address("jamforelser", "egna-matt", id.text)
        case .study(let id): address("jamforelser", "studier", id.text)
        case .themeDay(let id): address("jamforelser", "temadag", id.text)
        }
    }
}

extension Reading {
    /// Where somebody who changes things is led: to a page, or, instead of the page of something withdrawn, to where that is told.
    func reachable(_ page: Address) -> Address {
        guard isWithdrawn(page) else { return page }
        return viewer.may(.changeVisibility) ? address("arbete", "synlighet") : address("arbete")
    }

    /// Whether an address is the page of something that has been withdrawn, where nobody finds anything.
    func isWithdrawn(_ page: Address) -> Bool {
        cooperation.withdrawnSubjects.contains { $0.hasOwnPage && address(of: $0).path == page.path }
    }
}

extension Address {
    /// The address without its query and its place on the page.
    fileprivate var path: Substring? { text?.prefix { $0 != "?" && $0 != "#" } }
}

extension Subject {
    /// Whether it has a page of its own, and isn't a part of another's.
    fileprivate var hasOwnPage: Bool {
        switch self {
        case .outerFrame, .peer, .priorityList: false
        case .municipality, .edition, .body, .document, .series, .conference, .statement, .priority, .plan, .newsItem, .draft,
            .meeting, .serviceCard, .ownMeasure, .study, .themeDay:
            true
        }
    }
}

extension Body {
    /// The steps of the body's page: networks have addresses of their own.
    var steps: [String] { facts.kind == .network ? ["natverk", facts.id.text] : ["organisation", facts.id.text] }
}
