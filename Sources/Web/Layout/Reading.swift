package import Cooperation
package import Markup
package import Registry

/// What a page is made of: the cooperation as its reader may see it on the day that is asked about, the texts, and the language.
///
/// A value. A page is a function of it, and so the same reading always gives the same page.
package struct Reading: Sendable {
    /// What may be seen, on the day that is asked about.
    package let view: PublicView
    package let language: PageLanguage
    package let words: Words
    /// The Swedish day it is.
    package let today: Day
    /// The days that were asked for.
    package let point: PointInTime
    /// The end of the chain, hexadecimal; nil in a reading of the past, whose pages must be the same for ever.
    package let chainEnd: String?
    private let texts: any Contents
    /// Everybody the vault knows; who may be shown is asked of each.
    private let people: People
    /// Who is looking.
    package internal(set) var viewer = Viewer.anyone
    /// What has been written in forms and not sent; empty for who hasn't signed in.
    var drafts = Drafts()
    /// What was just done, to be said once.
    var flash: String?
    /// Whether the installation is a training copy.
    var isTraining = false
    /// The marks of the form that signs out, which stands on every page of the signed-in and may be sent any number of times.
    var signOutTicket: FormTicket?

    /// A reading of a view.
    package init(
        _ view: PublicView,
        texts: any Contents,
        people: People = People.none,
        language: PageLanguage,
        today: Day,
        point: PointInTime = PointInTime(),
        chainEnd: String? = nil
    ) {
        self.view = view
        self.texts = texts
        self.people = people
        self.language = language
        words = .of(language)
        self.today = today
        self.point = point
        self.chainEnd = chainEnd
    }

    /// What somebody is called; nil when the vault doesn't know them, or the name is only for those who have signed in.
    func name(of person: Person.ID) -> String? {
        guard let person = people[person], person.showsName || viewer.may(.seePeople) else { return nil }
        return person.name
    }

    /// Somebody in full; nil for who may not see people.
    func person(_ id: Person.ID) -> Person? { viewer.may(.seePeople) ? people[id] : nil }

    /// Everybody that the vault knows; nobody for who may not see people.
    var everybody: [Person] { viewer.may(.seePeople) ? people.all : [] }

    /// What may be seen of the cooperation.
    package var cooperation: Cooperation { view.cooperation }

    /// The day that is asked about; today when none is.
    package var day: Day { view.day }

    /// Whether the page shows the live value, and no earlier day.
    var isNow: Bool { point.isNow }

    /// How many acts are counted.
    package var position: Int64 { view.position }

    /// The cooperation's name; the program's own when it has none yet.
    package var name: String { (cooperation.settings ?? view.latestSettings)?.name ?? "Samverka" }

    /// The shortest name the cooperation has.
    package var shortName: String { (cooperation.settings ?? view.latestSettings)?.shortName ?? name }

    /// What the cooperation is called in running text.
    package var calledName: String { (cooperation.settings ?? view.latestSettings)?.calledName ?? name }

    /// A text in words; an erased one says that it is.
    package func text(_ prose: Prose) -> String {
        switch texts.wording(of: prose) {
        case .text(let text): text
        case .erased(let decision): words.frame.erased(decision)
        case .missing: words.frame.lost
        }
    }

    /// The decision by which a file was erased; nil when it hasn't been.
    package func erasure(of commitment: Commitment) -> String? {
        if case .erased(let decision) = texts.wording(of: Prose(commitment)) { decision } else { nil }
    }

    /// Whether a text has been erased or can't be found, so that something else stands in its place.
    func isErased(_ prose: Prose) -> Bool {
        if case .text = texts.wording(of: prose) { false } else { true }
    }

    /// What somebody is called on pages for everybody; nil when the vault doesn't know them, or the name isn't to be shown.
    func publicName(of person: Person.ID) -> String? {
        people[person].flatMap { $0.showsName ? $0.name : nil }
    }

    /// A text in words; nil when there is none.
    package func text(_ prose: Prose?) -> String? {
        prose.map { text($0) }
    }

    /// Several texts in words.
    package func texts(_ proses: [Prose]) -> [String] {
        proses.map { text($0) }
    }

    /// A page's address, with the day and the language that the reader has chosen kept.
    package func address(_ steps: String...) -> Address {
        address(steps: steps)
    }

    /// A page's address by its steps, as `address(_:)`.
    package func address(
        steps: [String],
        query own: [(name: String, value: String)] = [],
        fragment: ID? = nil
    ) -> Address {
        Address(steps: steps, query: own + query(keepingDay: true, language: language), fragment: fragment)
    }

    /// The same page as it is today.
    func addressNow(steps: [String], query own: [(name: String, value: String)] = []) -> Address {
        Address(steps: steps, query: own + query(keepingDay: false, language: language))
    }

    /// The same page in another language.
    func address(
        steps: [String],
        query own: [(name: String, value: String)] = [],
        in language: PageLanguage
    ) -> Address {
        Address(steps: steps, query: own + query(keepingDay: true, language: language))
    }

    private func query(keepingDay: Bool, language: PageLanguage) -> [(name: String, value: String)] {
        var query: [(name: String, value: String)] = []
        if keepingDay, let day = point.day { query.append((QueryName.day, day.iso)) }
        if keepingDay, let day = point.knownBy { query.append((QueryName.knownBy, day.iso)) }
        if language != .swedish { query.append((PageLanguage.parameter, language.rawValue)) }
        return query
    }
}

/// The names by which addresses ask for the past.
enum QueryName {
    /// The page as it was on that day.
    static let day = "datum"
    /// Only what was known on that day.
    static let knownBy = "kant"
    /// Only what concerns one part of the site.
    static let topic = "amne"
    /// What is searched for.
    static let search = "fraga"
    /// The municipality that is looked at among the others.
    static let municipality = "kommun"
    /// Which of several pages of a long list.
    static let page = "sida"
}

extension Reading {
    /// Why the cooperation isn't there yet.
    var notFormed: String {
        if position == 0 { return point.isNow ? words.frame.notFilled : words.frame.nothingRecorded }
        return words.frame.notFormed
    }
}
