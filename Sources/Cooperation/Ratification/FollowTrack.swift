/// Asks that a municipality's case number be recorded, or put right.
package struct RegisterCase: Request {
    /// The most characters in a case number.
    package static let longestCaseNumber = 40

    package var place: RatificationAct.Place
    package var caseNumber: String
    /// What somebody else than the municipality's registrar goes by, in words; nil for the registrar.
    package var ground: String?

    /// A municipality's case number for a proposal.
    package init(_ place: RatificationAct.Place, caseNumber: String, ground: String? = nil) {
        self.place = place
        self.caseNumber = caseNumber
        self.ground = ground
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !caseNumber.isBlank else {
            throw Refusal(
                "ratification.case-number",
                field: "caseNumber",
                "Skriv kommunens diarienummer, till exempel KS 2027/123."
            )
        }
        guard caseNumber.count <= Self.longestCaseNumber else {
            throw Refusal(
                "ratification.case-number",
                field: "caseNumber",
                "Diarienumret får ha högst \(Self.longestCaseNumber) tecken. Kontrollera det."
            )
        }
        let ground = ground.map { pen.write($0) }
        let registration = RatificationAct.Registration(place: place, caseNumber: caseNumber, ground: ground)
        return try cooperation.accepting(.ratification(.registered(registration)), at: period)
    }
}

/// Asks that it be recorded which meeting is to deal with a proposal.
package struct PrepareDecision: Request {
    package var place: RatificationAct.Place
    /// The day of the board's meeting, when it is known.
    package var meeting: Day?
    /// As for a case number.
    package var ground: String?

    /// That a municipality has prepared the matter, for a meeting on a day.
    package init(_ place: RatificationAct.Place, meeting: Day? = nil, ground: String? = nil) {
        self.place = place
        self.meeting = meeting
        self.ground = ground
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        let preparation = RatificationAct.Preparation(place: place, meeting: meeting, ground: ground.map { pen.write($0) })
        return try cooperation.accepting(.ratification(.prepared(preparation)), at: period)
    }
}

/// Asks that the extract of the minutes be attached to a decision, or replaced.
package struct AttachExtract: Request {
    package var place: RatificationAct.Place
    /// The name as it was sent.
    package var name: String
    package var bytes: [UInt8]

    /// The extract of a decision.
    package init(_ place: RatificationAct.Place, name: String, bytes: [UInt8]) {
        self.place = place
        self.name = name
        self.bytes = bytes
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        let attachment = try pen.attach(bytes, name: name)
        return try cooperation.accepting(.ratification(.extracted(.init(place: place, attachment: attachment))), at: period)
    }
}

/// Asks that a step after the decision be recorded; it happened on the day of the act.
package struct FollowDecision: Request {
    /// What has happened with a decision.
    package enum Step: String, Hashable, Sendable, CaseIterable {
        /// The paragraph was adjusted (kommunallagen 5 kap. 69 §).
        case adjusted
        /// The adjustment was posted on the notice board (kommunallagen 8 kap. 12 §).
        case posted
        /// Somebody appealed (kommunallagen 13 kap.).
        case appealed
        /// A court let the decision stand.
        case upheld
        /// A court annulled the decision.
        case annulled
    }

    package var place: RatificationAct.Place
    package var step: Step

    /// A step after the decision.
    package init(_ place: RatificationAct.Place, _ step: Step) {
        self.place = place
        self.step = step
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        let act: RatificationAct =
            switch step {
            case .adjusted: .adjusted(place)
            case .posted: .posted(place)
            case .appealed: .appealed(place)
            case .upheld: .appealEnded(.init(place: place, annulled: false))
            case .annulled: .appealEnded(.init(place: place, annulled: true))
            }
        return try cooperation.accepting(.ratification(act), at: period)
    }
}

/// Asks that a municipality's annex be kept together with the text that was read out of it.
package struct AttachAnnex: Request {
    /// The most characters that are kept of an annex.
    package static let longestText = 2_000_000

    package var place: RatificationAct.Place
    /// The name as it was sent.
    package var name: String
    package var bytes: [UInt8]
    /// What was read out of the file.
    package var text: String

    /// An annex and its text.
    package init(_ place: RatificationAct.Place, name: String, bytes: [UInt8], text: String) {
        self.place = place
        self.name = name
        self.bytes = bytes
        self.text = text
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard text.utf8.count <= Self.longestText else {
            throw Refusal(
                "ratification.annex-long",
                field: "file",
                "Filen har mer text än vad som kan jämföras. Bifoga bara programmets text, utan andra handlingar."
            )
        }
        guard !text.isBlank else {
            throw Refusal(
                "ratification.annex-text",
                field: "file",
                "Ingen text gick att läsa ur filen. Är den inskannad? Bifoga i så fall filen som den skickades, som PDF, DOCX eller ODT."
            )
        }
        let attachment = try pen.attach(bytes, name: name)
        let annex = Track.Annex(attachment: attachment, text: pen.write(text))
        return try cooperation.accepting(.ratification(.annexed(.init(place: place, annex: annex))), at: period)
    }
}
