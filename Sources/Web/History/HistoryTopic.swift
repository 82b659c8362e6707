import Cooperation

/// What a part of the history concerns: one topic for each part of the site.
enum HistoryTopic: String, CaseIterable, Sendable {
    case settings = "samarbetet"
    case programme = "program"
    case plans = "planer"
    case organisation = "organisation"
    case members = "kommuner"
    case documents = "dokument"
    case conferences = "konferenser"
    case advocacy = "paverkan"
    case news = "nyheter"
    case comparisons = "jamforelser"

    /// Whether an act about these subjects belongs to the topic; an act about none is about the cooperation itself.
    func holds(_ subjects: Set<Subject>) -> Bool {
        subjects.isEmpty ? self == .settings : subjects.contains { HistoryTopic($0) == self }
    }

    /// The topic's name, as the menu has it.
    func name(_ words: Words) -> String {
        switch self {
        case .settings: words.history.topicSettings
        case .programme: words.frame.programme
        case .plans: words.frame.plans
        case .organisation: words.organisation.title
        case .members: words.frame.municipalities
        case .documents: words.documents.title
        case .conferences: words.conferences.title
        case .advocacy: words.advocacy.title
        case .news: words.news.title
        case .comparisons: words.comparisons.title
        }
    }

    private init(_ subject: Subject) {
        switch subject {
        case .municipality: self = .members
        case .edition, .outerFrame, .draft: self = .programme
        case .body, .peer, .meeting: self = .organisation
        case .document: self = .documents
        case .series, .conference: self = .conferences
        case .statement, .priority, .priorityList: self = .advocacy
        case .plan: self = .plans
        case .newsItem: self = .news
        case .serviceCard, .ownMeasure, .study, .themeDay: self = .comparisons
        }
    }
}
