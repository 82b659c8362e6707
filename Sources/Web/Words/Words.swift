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
    let bodyForms: BodyForms
    let seats: Seats
    let signIn: SignIn
    let work: Work
    let editing: Editing
    let account: Account
    let people: People
    let members: Members
    let municipalityForms: MunicipalityForms
    let documents: Documents
    let documentForms: DocumentForms
    let conferences: Conferences
    let advocacy: Advocacy
    let news: News
    let newsForms: NewsForms
    let studies: Studies
    let themeDays: ThemeDays
    let serviceCards: ServiceCards
    let ownMeasures: OwnMeasures
    let meetings: Meetings
    let drafting: Drafting
    let draftForms: DraftForms
    let ratification: Ratification
    let papers: Papers
    let comparisons: Comparisons
    let improvements: Improvements
    let standing: Standing
    let scenario: ScenarioTexts
    let search: Search
    let about: About
    let settingsForm: SettingsForm
    let openData: OpenData
    let accessibility: Accessibility
    let forms: Forms
    let history: History
    let corrections: Corrections
    let visibility: Visibility
    let round: Round
    let trackForms: TrackForms
    let outbox: Outbox
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
        bodyForms: BodyForms,
        seats: Seats,
        signIn: SignIn,
        work: Work,
        editing: Editing,
        account: Account,
        people: People,
        members: Members,
        municipalityForms: MunicipalityForms,
        documents: Documents,
        documentForms: DocumentForms,
        conferences: Conferences,
        advocacy: Advocacy,
        news: News,
        newsForms: NewsForms,
        studies: Studies,
        themeDays: ThemeDays,
        serviceCards: ServiceCards,
        ownMeasures: OwnMeasures,
        meetings: Meetings,
        drafting: Drafting,
        draftForms: DraftForms,
        ratification: Ratification,
        papers: Papers,
        comparisons: Comparisons,
        improvements: Improvements,
        standing: Standing,
        scenario: ScenarioTexts,
        search: Search,
        about: About,
        settingsForm: SettingsForm,
        openData: OpenData,
        accessibility: Accessibility,
        forms: Forms,
        history: History,
        corrections: Corrections,
        visibility: Visibility,
        round: Round,
        trackForms: TrackForms,
        outbox: Outbox,
        acts: Acts,
        faults: Faults
    ) {
        self.frame = frame
        self.dates = dates
        self.start = start
        self.programme = programme
        self.planning = planning
        self.organisation = organisation
        self.bodyForms = bodyForms
        self.seats = seats
        self.signIn = signIn
        self.work = work
        self.editing = editing
        self.account = account
        self.people = people
        self.members = members
        self.municipalityForms = municipalityForms
        self.documents = documents
        self.documentForms = documentForms
        self.conferences = conferences
        self.advocacy = advocacy
        self.news = news
        self.newsForms = newsForms
        self.studies = studies
        self.themeDays = themeDays
        self.serviceCards = serviceCards
        self.ownMeasures = ownMeasures
        self.meetings = meetings
        self.drafting = drafting
        self.draftForms = draftForms
        self.ratification = ratification
        self.papers = papers
        self.comparisons = comparisons
        self.improvements = improvements
        self.standing = standing
        self.scenario = scenario
        self.search = search
        self.about = about
        self.settingsForm = settingsForm
        self.openData = openData
        self.accessibility = accessibility
        self.forms = forms
        self.history = history
        self.corrections = corrections
        self.visibility = visibility
        self.round = round
        self.trackForms = trackForms
        self.outbox = outbox
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
        let notice: String
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
