import Cooperation

/// Every fixed text of the site in one language.
///
/// Its parts are memberwise values, so that a language that lacks a text doesn't compile. Texts with something in them are functions. What the
/// cooperation itself has written is never translated.
package final class Words: Sendable {
    let frame: Frame
    let dates: Dates
    let start: Start
    let programme: Programme
    let planning: Planning
    let organisation: Organisation
    let members: Members
    let documents: Documents
    let conferences: Conferences
    let advocacy: Advocacy
    let comparisons: Comparisons
    let search: Search
    let about: About
    let openData: OpenData
    let accessibility: Accessibility
    let history: History
    let acts: Acts
    let faults: Faults

    // A class, since every page hands its words on many times, and as a value each time would count hundreds of texts up and down.
    init(
        frame: Frame,
        dates: Dates,
        start: Start,
        programme: Programme,
        planning: Planning,
        organisation: Organisation,
        members: Members,
        documents: Documents,
        conferences: Conferences,
        advocacy: Advocacy,
        comparisons: Comparisons,
        search: Search,
        about: About,
        openData: OpenData,
        accessibility: Accessibility,
        history: History,
        acts: Acts,
        faults: Faults
    ) {
        self.frame = frame
        self.dates = dates
        self.start = start
        self.programme = programme
        self.planning = planning
        self.organisation = organisation
        self.members = members
        self.documents = documents
        self.conferences = conferences
        self.advocacy = advocacy
        self.comparisons = comparisons
        self.search = search
        self.about = about
        self.openData = openData
        self.accessibility = accessibility
        self.history = history
        self.acts = acts
        self.faults = faults
    }

    /// The words of a language.
    package static func of(_ language: PageLanguage) -> Words {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    /// What stands around every page.
    struct Frame: Sendable {
        let tagline: String
        let skipToContent: String
        let mainNavigation: String
        let start: String
        let programme: String
        let municipalities: String
        let plans: String
        let about: String
        let siteNavigation: String
        let followChanges: String
        let breadcrumbs: String
        let otherLanguage: String
        let otherLanguageLabel: String
        let files: String
        let filesLabel: @Sendable (_ page: String) -> String
        let sources: String
        let remarks: String
        let missing: String
        let missingIntroduction: String
        let unknown: String
        let erased: @Sendable (_ decision: String) -> String
        let lost: String
        let asOf: @Sendable (_ day: String) -> String
        let knownBy: @Sendable (_ day: String) -> String
        let asOfKnownBy: @Sendable (_ day: String, _ known: String) -> String
        let backToNow: String
        let dayShown: String
        let table: @Sendable (_ caption: String) -> String
        let viewAnotherDay: String
        let viewAnotherDayHelp: String
        let dayField: String
        let showDay: String
        let footer: @Sendable (_ name: String) -> String
        let openLicence: String
        let notFormed: String
        let nothingRecorded: String
        let notFilled: String
        let publishedBy: @Sendable (_ name: String) -> String
        let outsideLanguage: String
        let facts: String
        let and: String
    }

    /// How dates and numbers are written.
    struct Dates: Sendable {
        let months: [String]
        let cardinals: [String]
        let decimal: String
        let thousands: String
        let upTo: @Sendable (_ period: String) -> String
        let from: @Sendable (_ period: String) -> String
        let day: @Sendable (_ day: Int, _ month: String, _ year: Int) -> String
        let month: @Sendable (_ month: String, _ year: Int) -> String
    }
}
