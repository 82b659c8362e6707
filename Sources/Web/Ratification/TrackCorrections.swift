import Cooperation

/// How what has been recorded on a municipality's track is corrected.
///
/// A file that was attached by itself is struck and attached anew, and so is what is about the whole round.
extension CorrectionForm {
    /// The questions about an act on a track; nil when it can't be corrected in a form.
    init?(_ act: RatificationAct, _ happened: Period, _ reading: Reading) {
        switch act {
        case .registered(let registration): self.init(registration, happened, reading)
        case .prepared(let preparation): self.init(preparation, happened, reading)
        case .decided(let decided): self.init(decided, happened, reading)
        case .adjusted(let place): self.init(FollowDecision(place, .adjusted), happened, reading.words.trackForms.adjustDay)
        case .posted(let place): self.init(FollowDecision(place, .posted), happened, reading.words.trackForms.postDay)
        case .appealed(let place): self.init(FollowDecision(place, .appealed), happened, reading.words.trackForms.appealDay)
        case .appealEnded(let ending): self.init(ending, happened, reading)
        case .scheduled, .proposed, .sent, .extracted, .annexed: return nil
        }
    }

    private init(_ registration: RatificationAct.Registration, _ happened: Period, _ reading: Reading) {
        let words = reading.words
        self.init(
            [
                FormField("diarienummer", words.round.caseNumber, most: RegisterCase.longestCaseNumber),
                FormField("dag", words.trackForms.registerDay, .day),
            ],
            ["diarienummer": [registration.caseNumber], "dag": [happened.last.iso]],
            names: ["caseNumber": "diarienummer", "day": "dag", "happened": "dag"]
        ) { form, _ in
            (RegisterCase(registration.place, caseNumber: form["diarienummer"]), .day(form.day("dag") ?? happened.last))
        }
    }

    private init(_ preparation: RatificationAct.Preparation, _ happened: Period, _ reading: Reading) {
        let words = reading.words.trackForms
        self.init(
            [
                FormField("mote", words.meeting, .day, help: words.meetingHelp, isRequired: false),
                FormField("dag", words.preparedDay, .day),
            ],
            ["mote": preparation.meeting.map { [$0.iso] } ?? [], "dag": [happened.last.iso]],
            names: ["meeting": "mote", "day": "dag", "happened": "dag"]
        ) { form, _ in
            (PrepareDecision(preparation.place, meeting: form.day("mote")), .day(form.day("dag") ?? happened.last))
        }
    }

    private init(_ decided: RatificationAct.BoardDecision, _ happened: Period, _ reading: Reading) {
        let (words, round) = (reading.words.trackForms, reading.words.round)
        let decision = decided.decision
        let outcomes: [(Track.Outcome, String)] = [
            (.adopted, round.adopted), (.adoptedWithAddition, round.adoptedWithAddition), (.sentBack, round.sentBack),
            (.rejected, round.rejected),
        ]
        self.init(
            [
                FormField("utfall", words.outcome, .radio(outcomes.map { .init($0.rawValue, $1) })),
                FormField("dag", words.decisionDay, .day),
                FormField("sista-dag", round.latestDay, .check, isRequired: false),
                FormField(
                    "paragraf",
                    round.paragraph,
                    .number(1...RecordDecision.greatestParagraph),
                    help: words.paragraphHelp,
                    isRequired: false
                ),
                FormField(
                    "text",
                    words.text,
                    .text(rows: 8),
                    help: words.textHelp,
                    isRequired: false,
                    most: RecordBoardDecision.longestText
                ), Self.sources(decision.sources, reading.words),
            ],
            [
                "utfall": [decision.outcome.rawValue], "dag": [decision.day.iso],
                "sista-dag": decision.isLatestDay == true ? [Form.yes] : [],
                "paragraf": decision.paragraph.map { ["\($0)"] } ?? [], "text": reading.shown(decision.text),
                "kallor": decision.sources.map(\.text),
            ],
            names: ["outcome": "utfall", "day": "dag", "happened": "dag", "paragraph": "paragraf", "text": "text"]
        ) { form, _ in
            var request = RecordBoardDecision(of: decided)
            request.outcome = .init(rawValue: form["utfall"]) ?? decision.outcome
            request.day = form.day("dag") ?? decision.day
            request.isLatestDay = form.isChecked("sista-dag")
            request.paragraph = form.number("paragraf")
            let hasText = request.outcome == .adoptedWithAddition || request.outcome == .sentBack
            request.text = hasText ? try form.passage("text", keeping: decision.text, reading) : nil
            request.sources = form.sources("kallor")
            return (request, .day(request.day))
        }
    }

    private init(_ request: FollowDecision, _ happened: Period, _ label: String) {
        self.init(
            [FormField("dag", label, .day)],
            ["dag": [happened.last.iso]],
            names: ["day": "dag", "happened": "dag"]
        ) { form, _ in (request, .day(form.day("dag") ?? happened.last)) }
    }

    private init(_ ending: RatificationAct.AppealEnding, _ happened: Period, _ reading: Reading) {
        let words = reading.words.trackForms
        self.init(
            [
                FormField(
                    "dom",
                    words.judgment,
                    .radio([
                        .init(FollowDecision.Step.upheld.rawValue, words.upheld),
                        .init(FollowDecision.Step.annulled.rawValue, words.annulled),
                    ])
                ), FormField("dag", words.judgeDay, .day),
            ],
            [
                "dom": [(ending.annulled ? FollowDecision.Step.annulled : .upheld).rawValue], "dag": [happened.last.iso],
            ],
            names: ["day": "dag", "happened": "dag"]
        ) { form, _ in
            let step = FollowDecision.Step(rawValue: form["dom"]) ?? .upheld
            return (FollowDecision(ending.place, step), .day(form.day("dag") ?? happened.last))
        }
    }
}
