/// What ought to be looked at before a draft is locked.
///
/// None of it stops anything but a part without words, which can't be locked.
package struct DraftChecks: Sendable {
    /// One thing to look at.
    package enum Finding: Hashable, Sendable {
        /// A part has neither a title nor a text.
        case empty(Edition.Node.ID)
        /// Nobody answers for a goal, and for nothing that it stands under: in politics, among the officers, or neither.
        case unowned(Edition.Node.ID, inPolitics: Bool, amongOfficers: Bool)
        /// A goal of somebody else's plan that the programme rests on, and that no part serves.
        case unserved(OuterFrame.ID, OuterFrame.Goal.ID)
        /// A part comes from none of an earlier programme's, and it isn't said why.
        case unexplained(Edition.Node.ID, isLowest: Bool)
        /// A text is hard to read: its value, and the sentence that is hardest.
        case hardToRead(Edition.Node.ID, Contribution.Field, index: Int, sentence: String)
    }

    /// In the order of the parts; goals of outer frames stand last.
    package let findings: [Finding]
    /// How hard the whole is to read; nil when it is too short to tell.
    package let readability: Readability?

    /// Looks at a draft.
    ///
    /// - Parameters:
    ///   - text: the draft as it stands.
    ///   - cooperation: knows the outer frames and the programme that applies.
    ///   - day: the day it is.
    ///   - wording: the words of a text; nil when they can't be had.
    package init(
        of text: Edition.Text,
        in cooperation: Cooperation,
        on day: Day,
        wording: (Prose) -> String?
    ) {
        var findings: [Finding] = []
        let parents = Set(text.nodes.compactMap(\.parent))
        let lowest = text.nodes.map(\.level).max()
        let comesAfterAnother = cooperation.programme.latestInForce(on: day).map {
            $0.text.id != text.id && !$0.text.nodes.isEmpty
        }
        let asksForAncestry = comesAfterAnother ?? false || text.nodes.contains { !($0.predecessors ?? []).isEmpty }
        var owners: [Edition.Node.ID: (politics: Bool, officers: Bool)] = [:]
        var all: [String] = []
        for node in text.nodes {
            let words = Contribution.Field.allCases.map { field in (field, node.text(in: field).flatMap(wording) ?? "") }
            all += words.map(\.1)
            if node.title.flatMap(wording)?.isBlank ?? true, node.text.flatMap(wording)?.isBlank ?? true {
                findings.append(.empty(node.id))
            }
            let above = node.parent.flatMap { owners[$0] } ?? (false, false)
            let own = (above.politics || node.politicalOwner != nil, above.officers || node.officerOwner != nil)
            owners[node.id] = own
            // What stands above others is answered for by theirs.
            if !parents.contains(node.id), !own.0 || !own.1 {
                findings.append(.unowned(node.id, inPolitics: !own.0, amongOfficers: !own.1))
            }
            if asksForAncestry, (node.predecessors ?? []).isEmpty, node.ancestry == nil {
                findings.append(.unexplained(node.id, isLowest: node.level == lowest && node.parent != nil))
            }
            for (field, text) in words where field != .title {
                let readability = Readability(text)
                if readability.isHard, let sentence = readability.hardestSentence {
                    findings.append(.hardToRead(node.id, field, index: readability.index, sentence: sentence))
                }
            }
        }
        let served = Set(text.nodes.flatMap { $0.serves ?? [] }.map { [$0.frame.text, $0.goal.text] })
        for frame in text.frames {
            for goal in cooperation.outerFrames[frame]?.facts.goals ?? [] where !served.contains([frame.text, goal.id.text]) {
                findings.append(.unserved(frame, goal.id))
            }
        }
        self.findings = findings
        all += [text.purpose, text.focus].compactMap { $0.flatMap(wording) }
        let whole = Readability(all.joined(separator: "\n"))
        readability = whole.words >= Readability.fewestWords ? whole : nil
    }

    /// Whether anything stops the draft from being locked.
    package var stopsLocking: Bool {
        findings.contains { if case .empty = $0 { true } else { false } }
    }
}
