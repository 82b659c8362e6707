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
        }
    }
}

extension Body {
    /// The steps of the body's page: networks have addresses of their own.
    var steps: [String] { facts.kind == .network ? ["natverk", facts.id.text] : ["organisation", facts.id.text] }
}
