import Cooperation
import Registry
import Testing

@testable import Web

extension Exhibit {
    /// Records something that happened on a day, today unless another is given.
    func record(_ request: some Request, on day: String? = nil) async throws {
        let happened = try day.map { try #require(Day($0)) } ?? now.swedishDay
        _ = try await registrar.perform(request, happened: .day(happened), as: .importer)
    }

    /// A meeting of a body, whose id is its day; papers are due a fortnight before.
    func meet(_ body: String, _ day: String, _ stage: DecisionStage? = nil, papers: String? = nil) async throws {
        let held = try #require(Day(day))
        try await record(
            RecordMeeting(
                of: try #require(Body.ID(body)),
                id: try #require(Meeting.ID(day)),
                stage: stage,
                day: held,
                papersDue: try papers.map { try #require(Day($0)) } ?? held.adding(days: -14)
            ),
            on: min(held, now.swedishDay).iso
        )
    }

    /// A draft of a programme for 2027, that nobody outside the secretariat has seen.
    func beginDraft() async throws {
        try await record(
            BeginDraft(
                try #require(Edition.ID("2027")),
                title: "Provprogram 2027",
                validity: .init(from: try #require(Period("2027"))),
                from: .copy(of: try #require(Edition.ID("2019")))
            ),
            on: "2026-11-20"
        )
    }

    /// Meetings with a decision, a calendar, and a round with a schedule and a proposal that is locked and not sent.
    func beginRound() async throws {
        try await meet("samarbetskommitten", "2026-11-20")
        let reference = Meeting.Decision.Reference(
            body: try #require(Body.ID("samarbetskommitten")),
            meeting: try #require(Meeting.ID("2026-11-20")),
            paragraph: 12
        )
        try await record(
            RecordDecision(of: reference.body, meeting: reference.meeting, paragraph: 12, title: "Förslag till program"),
            on: "2026-11-20"
        )
        try await meet("kommunstyrelsen-haninge", "2026-12-14", .board)
        try await beginDraft()
        let edition = try #require(Edition.ID("2027"))
        let digest = String(repeating: "0", count: 64)
        try await record(LockProposal(edition, version: 1, digest: digest, by: reference, rule: EntryRule(.everyMember)))
        try await record(ScheduleRound(edition, inForceBy: try #require(Day("2027-06-30")), route: [.board]))
    }
}
