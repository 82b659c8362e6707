import Cooperation
import Markup
import Registry

extension Site {
    /// The forms that correct a recorded act, or strike it.
    var correctionRoutes: [Route] { correctRoutes + strikeRoutes }

    private var correctRoutes: [Route] {
        editing(
            [.correctRecord, .correctTrack],
            "/historik/{position}/ratta",
            bodyLimit: SentFile.bodyLimit(for: FileKind.mostBytes),
            needing: { try correctionNeed($0, $1) },
            form: { context in
                let words = context.words.corrections
                let target = try target(context.asked, context.reading)
                guard let contents = CorrectionForm(target.wording, context.reading) else {
                    return strikeForm(target, context, lead: words.onlyStrike)
                }
                let strike = context.reading.address("historik", "\(target.record.position.number)", "stryk")
                var form = EditForm(
                    title: title(target, context),
                    lead: lead(words.correctLead, target, context),
                    form: Form(contents.fields + extract(target, context) + [reason(context)], changing: contents.values),
                    submit: words.correctSubmit,
                    above: aboveHistory(context),
                    takesDrafts: false
                )
                form.isAbout = { Self.isCorrection($0, of: target.record.position) }
                form.aside = { html in
                    write(target, html, context)
                    html.p { html.a(words.strikeInstead, to: strike) }
                }
                return form
            },
            save: { form, context in
                let words = context.words.corrections
                let target = try target(context.asked, context.reading)
                guard let contents = CorrectionForm(target.wording, context.reading) else { return strike(target, form, context) }
                let done = done(target, context)
                guard target.isStruck || form.changed.contains(where: { $0 != Self.reasonField }) else {
                    return Edit([], done: done)
                }
                let (request, happened) = try contents.answer(form, context.today)
                return Edit(
                    [
                        .init(
                            CorrectRecord(
                                target.record.position,
                                with: request,
                                reason: form[Self.reasonField],
                                on: ground(of: target, form, context)
                            ),
                            happened
                        )
                    ],
                    done: done,
                    message: words.corrected(context.words.number(Int(target.record.position.number))),
                    names: contents.names.merging(Self.names) { first, _ in first }
                )
            }
        )
    }

    private var strikeRoutes: [Route] {
        editing(
            [.correctRecord, .correctTrack],
            "/historik/{position}/stryk",
            bodyLimit: SentFile.bodyLimit(for: FileKind.mostBytes),
            needing: { try correctionNeed($0, $1) },
            form: { context in
                strikeForm(try target(context.asked, context.reading), context, lead: context.words.corrections.strikeLead)
            },
            save: { form, context in strike(try target(context.asked, context.reading), form, context) }
        )
    }

    // MARK: What they share

    private static let reasonField = "skal"
    private static let extractField = "utdrag"
    private static let names = ["reason": reasonField, "extract": extractField]

    /// A recorded act that can be corrected.
    private struct Target: Sendable {
        var record: Record
        /// As it was last corrected.
        var wording: Record
        var isStruck: Bool

        /// The municipality's track that it stands on; nil for all else.
        var track: RatificationAct.Place? { wording.act.trackPlace ?? record.act.trackPlace }
    }

    private func target(_ asked: Asked, _ reading: Reading) throws(Fault) -> Target {
        let timeline = readings.registrar.snapshot.timeline
        guard let number = Int64(asked["position"]), "\(number)" == asked["position"],
            let record = timeline[Position(number)], let wording = timeline.wording(of: record.position)
        else { throw .notFound }
        switch record.act {
        case .record(let act):
            throw .notFoundBecause(reading.words.corrections.isCorrection(reading.words.number(Int(act.target.number))))
        // What time does by itself is right when the days are.
        case .notice: throw .notFoundBecause(reading.words.corrections.isNotice)
        case let act where act.revisedDraft != nil: throw .notFoundBecause(reading.words.corrections.isVersion)
        default: return Target(record: record, wording: wording, isStruck: timeline.isStruck(record.position))
        }
    }

    /// What it takes to correct an act: also the permission that doing it anew would take, where not everybody who corrects has that.
    ///
    /// What stands on a municipality's track is for its own registrar as well.
    private func correctionNeed(_ asked: Asked, _ reading: Reading) throws(Fault) -> Need {
        let target = try target(asked, reading)
        if let track = target.track { return Need(.correctTrack, about: .init(municipality: track.municipality)) }
        for act in [target.record.act, target.wording.act] {
            guard let permission = reading.permission(toDo: act) else { continue }
            guard reading.viewer.may(permission) else {
                throw .refused(reading.words.faults.noAccess)
            }
        }
        return Need(.correctRecord)
    }

    private static func isCorrection(_ act: Act, of position: Position) -> Bool {
        if case .record(let correction) = act { correction.target == position } else { false }
    }

    private func reason(_ context: EditContext) -> FormField {
        FormField(
            Self.reasonField,
            context.words.editing.reasonField,
            .text(rows: 3),
            help: context.words.editing.reasonHelp,
            most: 1_000
        )
    }

    /// The extract that the secretariat corrects a track by; nothing for the municipality's own registrar, nor for all else.
    private func extract(_ target: Target, _ context: EditContext) -> [FormField] {
        guard target.track != nil, context.recordsOnPresentedExtract else { return [] }
        return [
            FormField(
                Self.extractField,
                context.words.round.extract,
                .file(accepts: FileKind.allCases.map { ".\($0.suffix)" }, mostBytes: FileKind.mostBytes),
                help: context.words.trackForms.extractHelp,
                missing: context.words.corrections.extractNeeded
            )
        ]
    }

    /// What a correction rests on; nil where nothing need be said.
    private func ground(of target: Target, _ form: Form, _ context: EditContext) -> TrackGround? {
        guard target.track != nil else { return nil }
        guard context.recordsOnPresentedExtract else { return .municipality }
        return .presentedExtract(form.file(Self.extractField).map { ($0.name, $0.bytes) })
    }

    private func lead(_ lead: String, _ target: Target, _ context: EditContext) -> String {
        guard target.track != nil, context.recordsOnPresentedExtract else { return lead }
        return "\(lead) \(context.words.corrections.onPresentedExtract)"
    }

    /// Where a correction can be seen.
    private func done(_ target: Target, _ context: EditContext) -> Address {
        guard let track = target.track else { return context.reading.address("historik") }
        return context.reading.address(steps: context.reading.steps(of: track))
    }

    private func title(_ target: Target, _ context: EditContext) -> String {
        context.words.corrections.title(context.words.number(Int(target.record.position.number)))
    }

    private func aboveHistory(_ context: EditContext) -> [Shell.Step] {
        [.init(name: context.words.history.title, steps: ["historik"])]
    }

    private func strikeForm(_ target: Target, _ context: EditContext, lead: String) -> EditForm {
        EditForm(
            title: title(target, context),
            lead: self.lead(lead, target, context),
            form: Form(extract(target, context) + [reason(context)]),
            submit: context.words.corrections.strikeSubmit,
            above: aboveHistory(context),
            isAbout: { Self.isCorrection($0, of: target.record.position) },
            takesDrafts: false,
            aside: { write(target, $0, context) }
        )
    }

    private func strike(_ target: Target, _ form: Form, _ context: EditContext) -> Edit {
        Edit(
            StrikeRecord(
                target.record.position,
                reason: form[Self.reasonField],
                on: ground(of: target, form, context)
            ),
            happened: context.today,
            done: done(target, context),
            message: context.words.corrections.struck(context.words.number(Int(target.record.position.number))),
            names: Self.names
        )
    }

    /// The act in words, as it stands now.
    private func write(_ target: Target, _ html: HTML, _ context: EditContext) {
        let words = context.words
        html.p(context.reading.sentence(on: target.wording.act), .content)
        html.p(
            words.history.when(words.period(target.wording.happened), words.date(target.record.recorded.swedishDay)),
            .class("help")
        )
        if target.isStruck { html.p(words.corrections.isStruck) }
    }
}

extension Reading {
    /// The permission to do what an act did, where it is for fewer than those who may correct the record.
    fileprivate func permission(toDo act: Act) -> Permission? {
        let seat: Seat.Reference
        switch act {
        case .settings: return .agreeSettings
        case .organisation(.seatEstablished(let facts)): return facts.role.changing
        case .organisation(.seatTaken(let tenure)): seat = tenure.reference
        case .organisation(.seatLeft(let leaving)): seat = .init(body: leaving.body, seat: leaving.seat)
        case .organisation(.deputyAppointed(let deputy)): seat = .init(body: deputy.body, seat: deputy.seat)
        case .organisation(.seatClosed(let closing)): seat = .init(body: closing.body, seat: closing.seat)
        default: return nil
        }
        return cooperation.organisation.seat(seat)?.facts.role.changing ?? .changeTrustedSeat
    }
}

extension HTML {
    /// 'Rätta' beside an act of the history, for who may.
    func correct(_ line: HistoryLine, _ reading: Reading) {
        let target = Permission.Target(municipality: line.track)
        let permission: Permission = line.track == nil ? .correctRecord : .correctTrack
        guard reading.isNow, line.canBeCorrected, reading.viewer.may(permission, about: target) else { return }
        let number = "\(line.position)"
        text(" ")
        editLink(
            reading.words.corrections.correct,
            of: reading.words.corrections.entry(reading.words.number(Int(line.position))),
            to: reading.address("historik", number, "ratta")
        )
    }
}

extension Act {
    /// Whether it can be corrected: not a correction itself, nor what time has done, nor a version of a draft.
    var canBeCorrected: Bool {
        switch self {
        case .record, .notice: false
        default: revisedDraft == nil
        }
    }
}
