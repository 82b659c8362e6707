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
    let members: Members
    let about: About
    let history: History
    let faults: Faults

    // A class, since every page hands its words on many times, and as a value each time would count hundreds of texts up and down.
    init(
        frame: Frame,
        dates: Dates,
        start: Start,
        programme: Programme,
        members: Members,
        about: About,
        history: History,
        faults: Faults
    ) {
        self.frame = frame
        self.dates = dates
        self.start = start
        self.programme = programme
        self.members = members
        self.about = about
        self.history = history
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
        let about: String
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

    /// The front page.
    struct Start: Sendable {
        let together: @Sendable (_ count: String, _ population: String, _ day: String) -> String
        let members: @Sendable (_ count: String) -> String
        let whatApplies: String
        let whatApplied: String
        let goals: String
        let goalsOf: @Sendable (_ edition: String) -> String
        let readProgramme: String
        let whoCooperates: String
        let allMunicipalities: String
        let comingUp: String
        let frameEnding: @Sendable (_ frame: String, _ end: String) -> String
        let editionEnding: @Sendable (_ edition: String, _ end: String) -> String
        let editionEndInferred: String
        let nothingAhead: String
        let history: String
    }

    /// The programme's pages.
    struct Programme: Sendable {
        let title: String
        let introduction: String
        let appliesSince: @Sendable (_ title: String, _ since: String) -> String
        let replacedSince: @Sendable (_ title: String, _ since: String, _ by: String) -> String
        let replacedOnly: @Sendable (_ title: String) -> String
        let hidden: String
        let lapsed: @Sendable (_ title: String, _ end: String) -> String
        let notInForce: @Sendable (_ title: String) -> String
        let none: String
        let noneThen: String
        let labelInForce: String
        let labelReplaced: String
        let labelLapsed: String
        let labelNotInForce: String
        let textUnknown: String
        let lastKnownTree: @Sendable (_ title: String) -> String
        let editions: String
        let edition: String
        let standing: String
        let valid: String
        let validInferred: String
        let inForce: String
        let decidedBy: String
        let horizon: String
        let replaces: String
        let replacedBy: String
        let vision: String
        let purpose: String
        let focus: String
        let overallGoal: String
        let tree: String
        let treeDescription: @Sendable (_ title: String, _ counts: String) -> String
        let treeAsList: String
        let treeNotKnown: String
        let principles: String
        let commitments: String
        let themes: String
        let networks: String
        let networksUnknown: String
        let added: @Sendable (_ period: String) -> String
        let background: String
        let page: @Sendable (_ level: String) -> String
        let previous: String
        let next: String
        let frames: @Sendable (_ frame: String) -> String
        let frameIntroduction: @Sendable (_ owner: String) -> String
        let frameVision: String
        let frameAdopted: String
        let frameInForce: String
        let frameValid: String
        let frameEnding: String
        let frameEnded: String
        let frameSuccessor: String
        let frameGoal: String
        let servedBy: String
        let contributesTo: String
        let addedColumn: String
        let servedByNobody: String
        let noMapping: String
        let serves: @Sendable (_ frame: String) -> String
        let servesNothing: @Sendable (_ frame: String) -> String
        let why: String
        let level: String
        let name: String
        let wording: String
    }

    /// The municipalities' pages.
    struct Members: Sendable {
        let title: String
        let introduction: @Sendable (_ count: String) -> String
        let noMembers: String
        let municipality: String
        let code: String
        let county: String
        let landArea: String
        let memberSince: String
        let memberUntil: String
        let population: String
        let populationDay: String
        let share: String
        let total: String
        let sumOfLatest: String
        let totalPublished: String
        let associates: String
        let associatesIntroduction: String
        let former: String
        let isMember: @Sendable (_ name: String, _ cooperation: String, _ since: String) -> String
        let isAssociate: @Sendable (_ name: String, _ cooperation: String, _ since: String) -> String
        let hasLeft: @Sendable (_ name: String, _ cooperation: String, _ until: String) -> String
        let isNothing: @Sendable (_ name: String, _ cooperation: String) -> String
        let populationOverTime: String
        let populationSentence: @Sendable (_ name: String, _ count: String, _ day: String) -> String
        let populationUnknown: String
        let day: String
        let basis: String
        let published: String
        let derived: String
        let squareKilometres: String
        let membership: String
        let others: String
    }

    /// The page about the cooperation and the site.
    struct About: Sendable {
        let title: @Sendable (_ name: String) -> String
        let cooperation: String
        let decides: @Sendable (_ body: String) -> String
        let seats: @Sendable (_ seats: String) -> String
        let seatNames: @Sendable (_ inWords: String, _ count: Int) -> String
        let formed: String
        let site: String
        let siteText: [String]
        let past: String
        let pastText: [String]
        let files: String
        let filesText: [String]
        let trust: String
        let trustText: [String]
        let numberOfActs: @Sendable (_ count: String) -> String
        let chainEnd: String
    }

    /// The page about the journal's history.
    struct History: Sendable {
        let title: String
        let lead: String
        let introduction: [String]
        let heads: String
        let noHeads: String
        let day: String
        let acts: String
        let hash: String
        let howTo: String
        let howToSteps: [String]
        let chainEnd: @Sendable (_ count: String) -> String
    }

    /// What is said when a page can't be shown.
    struct Faults: Sendable {
        let toStart: String
        let reference: @Sendable (_ id: String) -> String
        let noSuchDay: @Sendable (_ written: String) -> String
        let notADay: @Sendable (_ written: String) -> String
        let futureDay: @Sendable (_ day: String) -> String
        let notThen: @Sendable (_ day: String) -> String
        let busyWithThePast: String
        let notFound: (heading: String, text: String)
        let gone: String
        let badRequest: String
        let unreadable: @Sendable (_ part: Fault.Part) -> String
        let signInNeeded: (heading: String, text: String)
        let refused: String
        let noAccess: String
        let conflict: String
        let wrongMethod: (heading: String, text: String)
        let tooLong: (heading: String, text: String)
        let tooLarge: (heading: String, text: String)
        let unavailable: String
        let tooSlow: String
        let broken: (heading: String, text: String)
    }
}
