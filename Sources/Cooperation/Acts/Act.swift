/// One thing that somebody did: what the journal holds and everything else is derived from.
///
/// An act is for ever. Its kind and its JSON form are part of the product: fields are only ever added, and an added field is
/// optional.
package indirect enum Act: Hashable, Sendable {
    case settings(SettingsAct)
    case members(MembersAct)
    case programme(ProgrammeAct)
    case outerFrames(OuterFramesAct)
    case organisation(OrganisationAct)
    case documents(DocumentsAct)
    case conferences(ConferencesAct)
    case advocacy(AdvocacyAct)
    case planning(PlanningAct)
    case news(NewsAct)
    case meetings(MeetingsAct)
    case drafting(DraftingAct)
    case ratification(RatificationAct)
    case comparisons(ComparisonsAct)
    case visibility(VisibilityAct)
    case notice(NoticeAct)
    case record(RecordAct)

    /// The acts of every capability, found by kind.
    static let forms: [String: ActForm] = ActForm.table([
        SettingsAct.forms, MembersAct.forms, ProgrammeAct.forms, OuterFramesAct.forms, OrganisationAct.forms,
        DocumentsAct.forms, ConferencesAct.forms, AdvocacyAct.forms, PlanningAct.forms, NewsAct.forms, MeetingsAct.forms,
        DraftingAct.forms, RatificationAct.forms, ComparisonsAct.forms, VisibilityAct.forms,
        NoticeAct.forms, RecordAct.forms,
    ])

    /// The capability's own act.
    private var inner: any CapabilityAct {
        switch self {
        case .settings(let act): act
        case .members(let act): act
        case .programme(let act): act
        case .outerFrames(let act): act
        case .organisation(let act): act
        case .documents(let act): act
        case .conferences(let act): act
        case .advocacy(let act): act
        case .planning(let act): act
        case .news(let act): act
        case .meetings(let act): act
        case .drafting(let act): act
        case .ratification(let act): act
        case .comparisons(let act): act
        case .visibility(let act): act
        case .notice(let act): act
        case .record(let act): act
        }
    }

    /// The stable name of what was done: `members.joined`.
    package var kind: String { inner.kind }

    /// The fields, as they are encoded.
    var payload: any Codable & Sendable { inner.payload }
}

/// The acts of one capability: a kind and a payload for each case.
protocol CapabilityAct: Hashable, Sendable {
    /// One form for each case.
    static var forms: [ActForm] { get }

    /// The stable name of what was done.
    var kind: String { get }

    /// The fields, as they are encoded.
    var payload: any Codable & Sendable { get }
}

/// How acts of one kind are read.
struct ActForm: Sendable {
    let kind: String
    let decode: @Sendable (PayloadReader) throws -> Act

    /// The form of a kind whose payload is made into an act by that function.
    init<Payload: Decodable & Sendable>(_ kind: String, _ make: @escaping @Sendable (Payload) -> Act) {
        self.kind = kind
        decode = { reader in make(try reader.read(Payload.self)) }
    }

    /// All forms by kind.
    static func table(_ capabilities: [[ActForm]]) -> [String: ActForm] {
        Dictionary(capabilities.joined().map { ($0.kind, $0) }) { first, _ in first }
    }
}
