import FoundationEssentials
import HTTPTypes
import Testing

@testable import Web

@Suite("Forty questions with known answers") struct SearchQuestionsTests {
    /// What the search answered a question with.
    struct Answered {
        var question: Questions.Question
        /// The ten best, the best first, without the place on a page.
        var found: [String]

        private var hits: Int { Set(found).intersection(question.answers).count }
        /// How many of the answers are among the ten best.
        var recall: Double { Double(hits) / Double(question.answers.count) }
        /// How many of the ten best are answers; of fewer, if fewer were found.
        var precision: Double { found.isEmpty ? 0 : Double(hits) / Double(found.count) }
    }

    private struct File: Decodable {
        struct Page: Decodable {
            struct Hit: Decodable { var address: String }
            var hits: [Hit]
        }
        var page: Page
    }

    private func answered() async throws -> [Answered] {
        let site = try await Exhibit.sodertorn.value
        var answered: [Answered] = []
        for question in Questions.all {
            let query = question.query.utf8.map { "%" + String($0 + 0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let reply = await site.door.ask(.get, "/sok.json?fraga=\(query)")
            #expect(reply.status == .ok)
            let file = try JSONDecoder().decode(File.self, from: Data(reply.body))
            let found = file.page.hits.prefix(10).map { String($0.address.prefix { $0 != "#" }) }
            answered.append(Answered(question: question, found: found.unique))
        }
        return answered
    }

    @Test("are answered: nine in ten of the answers are among the ten best, and each question has one")
    func questions() async throws {
        let answered = try await answered()
        #expect(answered.count == 40)
        for answer in answered {
            #expect(answer.recall > 0, "\(answer.question.query): \(answer.found)")
        }
        let recall = answered.reduce(0) { $0 + $1.recall } / Double(answered.count)
        let precision = answered.reduce(0) { $0 + $1.precision } / Double(answered.count)
        #expect(recall >= 0.9, "recall \(recall)")
        #expect(precision >= 0.6, "precision \(precision)")
        Attachment.record(Array(Self.report(answered, recall, precision).utf8), named: "search.md")
        if Effort.isRecording {
            try Data(Self.report(answered, recall, precision).utf8).write(to: URL(filePath: "\(Place.package)/docs/search.md"))
        }
    }

    @Test("docs/search.md has the figures as they are", .disabled(if: Effort.isRecording))
    func documented() async throws {
        let answered = try await answered()
        let recall = answered.reduce(0) { $0 + $1.recall } / Double(answered.count)
        let precision = answered.reduce(0) { $0 + $1.precision } / Double(answered.count)
        let written = try Data(contentsOf: URL(filePath: "\(Place.package)/docs/search.md"))
        #expect(String(decoding: written, as: UTF8.self) == Self.report(answered, recall, precision))
    }

    /// The figures as they are published.
    private static func report(_ answered: [Answered], _ recall: Double, _ precision: Double) -> String {
        let figure = { (value: Double) in
            let hundredths = Int((value * 100).rounded())
            return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        }
        let rows = answered.map { answer in
            let missed = answer.question.answers.subtracting(answer.found).sorted().map { "`\($0)`" }.joined(separator: ", ")
            return
                "| \(answer.question.query) | \(answer.question.kind) | \(answer.question.answers.count) | \(answer.found.count) | "
                + "\(figure(answer.recall)) | \(figure(answer.precision)) | \(missed) |"
        }
        return """
            # The search, measured

            Forty questions with known answers (`Tests/WebTests/Search/Questions.swift`), asked of the shipped example. What answers a question was
            decided by reading the record, before the search was asked: every page that is mainly about the matter, and not those that only
            mention it. *Recall* is the share of the answers among the ten best hits, *precision* the share of the ten best (or of all, when fewer
            were found) that are answers. A question with one answer and nine more hits has precision 0.10 and is well answered if the answer stands
            first; the order isn't in these figures.

            **Recall at 10: \(figure(recall)). Precision at 10: \(figure(precision)).** Means over the questions; written by
            `SAMVERKA_RECORD=1 swift test --filter SearchQuestionsTests`, and held by the same test.

            | question | what is hard | answers | hits of ten | recall | precision | missed |
            |---|---|---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }
}
