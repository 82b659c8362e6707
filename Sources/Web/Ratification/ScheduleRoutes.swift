import Cooperation
import HTTPTypes
import Markup
import Publishing
import Registry

extension Site {
    /// The schedule of a round, the form that sets it, and the forms by which a proposal is locked and sent.
    var scheduleRoutes: [Route] { schedulePages + scheduleForm + lockForm + sendForm + prolongForm }

    private var schedulePages: [Route] {
        [
            Route(
                .get,
                "/ratificering/{edition}/tidplan",
                reads: [QueryName.day, QueryName.knownBy],
                formats: [.page, .json, .csv, .ics],
                isCached: true
            ) { asked in
                let reading = try readings.take(for: asked)
                // Who may set the schedule may do so before there is anything for others to see.
                let mayPlan = reading.isNow && reading.viewer.may(.scheduleRound)
                let edition = try roundEdition(asked, mayPlan ? readings.whole(for: asked, isShown: false) : reading)
                let texts = reading.words.ratification.schedule
                let page = SchedulePage(edition, reading)
                let title = texts.title(page?.title ?? reading.titleOfRound(edition))
                let shell = Shell(
                    title: title,
                    description: page?.lead(reading.words) ?? texts.none,
                    steps: ["ratificering", edition.text, "tidplan"],
                    place: .programme,
                    above: reading.above(roundOf: edition),
                    formats: page == nil ? [] : [.json, .csv, .ics]
                )
                guard let page else {
                    guard asked.format == .page else { throw Fault.notFound }
                    return .page(
                        shell.page(reading, assets: assetAddresses) { html in
                            html.article(.class("document")) {
                                html.header(.class("opening")) {
                                    html.h1(title)
                                    html.p(texts.none, .class("lead"))
                                    html.begin(
                                        reading,
                                        .scheduleRound,
                                        texts.begin,
                                        at: ["ratificering", edition.text, "tidplan", "andra"]
                                    )
                                }
                            }
                        }
                    )
                }
                return try answer(
                    asked,
                    page,
                    in: shell,
                    reading,
                    table: { page.table(reading.words) },
                    calendar: { Calendar(page, reading, address) },
                    content: { page.write($0, reading) }
                )
            }
        ]
    }

    private var scheduleForm: [Route] {
        editing(
            [.scheduleRound],
            "/ratificering/{edition}/tidplan/andra",
            needing: { asked, reading in
                _ = try roundEdition(asked, reading)
                return Need(.scheduleRound)
            },
            form: { context in
                let (words, reading) = (context.words, context.reading)
                let texts = words.ratification.schedule
                let edition = try roundEdition(context.asked, reading)
                let schedule = reading.cooperation.ratification[edition]?.schedule
                let fields = [
                    FormField("i-kraft", texts.inForceBy, .day, help: texts.inForceByHelp),
                    FormField(
                        "vag",
                        texts.route,
                        .several(DecisionStage.allCases.map { .init($0.rawValue, words.name(of: $0)) }),
                        help: texts.routeHelp
                    ),
                    FormField("beredning", texts.preparationDays, .number(0...180), help: texts.preparationHelp),
                    FormField("laga-kraft", texts.mustHaveLegalForce, .check, help: texts.legalForceHelp, isRequired: false),
                    FormField("anmarkningar", words.frame.remarks, .lines(mostLines: 10), isRequired: false, most: 500),
                ]
                let recorded: [String: [String]] = [
                    "i-kraft": schedule.map { [$0.inForceBy.iso] } ?? [],
                    "vag": (schedule?.route ?? [.committee, .board]).map(\.rawValue),
                    "beredning": [String(schedule?.preparationDays ?? 0)],
                    "laga-kraft": schedule?.countsLegalForce ?? true ? [Form.yes] : [],
                    "anmarkningar": reading.lines(schedule?.remarks ?? []),
                ]
                return EditForm(
                    title: texts.formTitle(reading.titleOfRound(edition)),
                    lead: texts.formLead,
                    form: schedule == nil ? Form(fields, values: recorded) : Form(fields, changing: recorded),
                    submit: texts.submit,
                    above: reading.above(roundOf: edition)
                        + [.init(name: texts.short, steps: ["ratificering", edition.text, "tidplan"])],
                    place: .programme,
                    isAbout: { act in
                        if case .ratification(.scheduled(let other)) = act { other.edition == edition } else { false }
                    }
                )
            },
            save: { form, context in
                let edition = try roundEdition(context.asked, context.reading)
                let done = context.reading.address("ratificering", edition.text, "tidplan")
                let schedule = context.cooperation.ratification[edition]?.schedule
                if schedule != nil, form.changed.isEmpty { return Edit([], done: done) }
                var request = ScheduleRound(
                    edition,
                    inForceBy: form.day("i-kraft") ?? context.today,
                    route: form.all("vag").compactMap(DecisionStage.init),
                    preparationDays: form.number("beredning") ?? 0,
                    countsLegalForce: form.isChecked("laga-kraft")
                )
                request.remarks = try form.passages("anmarkningar", keeping: schedule?.remarks ?? [], context.reading)
                return Edit(
                    request,
                    happened: context.today,
                    done: done,
                    message: context.words.ratification.schedule.done,
                    names: ["inForceBy": "i-kraft", "route": "vag", "preparationDays": "beredning"]
                )
            }
        )
    }

    /// The edition of an address, when there is anything that a round could be about.
    func roundEdition(_ asked: Asked, _ reading: Reading) throws(Fault) -> Edition.ID {
        guard let id = Edition.ID(asked["edition"]), reading.hasRound(id) else { throw reading.notThen }
        return id
    }
}
