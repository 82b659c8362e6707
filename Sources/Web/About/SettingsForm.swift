import Cooperation
import Registry

extension Site {
    /// The form of what the cooperation has agreed about itself.
    var settingsForm: [Route] {
        editing(
            [.agreeSettings],
            "/om/andra",
            needing: { _, _ in Need(.agreeSettings) },
            form: { context in
                let (words, forms, reading) = (context.words.settingsForm, context.words.bodyForms, context.reading)
                let settings = context.cooperation.settings
                let description = reading.shown(settings?.description)
                let remarks = reading.lines(settings?.remarks ?? [])
                let sources = settings?.sources.map(\.text) ?? []
                let levels = settings?.levels ?? []
                let sharing = CostSharing(settings?.costKey)
                let shares = CostSharing.lines(of: settings?.costKey, context.cooperation.members, context.words)
                let levelsField = FormField(
                    "nivaer",
                    words.levels,
                    .lines(mostLines: Settings.mostLevels),
                    help: words.levelsHelp,
                    isRequired: false,
                    most: Settings.longestLevel
                )
                let waysToShare: [FormField.Choice] = CostSharing.allCases.map { .init($0.rawValue, $0.label(words)) }
                func one(_ text: String?) -> [String] { text.map { [$0] } ?? [] }
                return EditForm(
                    title: words.title,
                    lead: words.lead,
                    form: Form(
                        [
                            FormField("namn", words.name, help: words.nameHelp),
                            FormField("kallas", words.calledName, help: words.calledNameHelp),
                            FormField("kort-namn", words.shortName, help: words.shortNameHelp, most: 60),
                            .text("beskrivning", words.description, holding: description, help: words.descriptionHelp),
                            FormField("antar", words.ratifyingBody, help: words.ratifyingBodyHelp),
                            FormField("platser", words.seats, .number(1...100)),
                            FormField(
                                "matt",
                                words.measuresInStudy,
                                .number(1...Settings.mostMeasuresThatCanBeAgreed),
                                help: words.measuresInStudyHelp(context.words.number(Settings.measuresInStudyUnlessAgreed)),
                                isRequired: false
                            ),
                            levelsField, FormField("kostnader", words.costs, .radio(waysToShare)),
                            .list("andelar", words.shares, holding: shares, help: words.sharesHelp),
                            .list("anmarkningar", forms.remarks, holding: remarks, help: forms.remarksHelp),
                            .list("kallor", forms.sources, holding: sources, help: forms.sourcesHelp),
                            FormField("fran", context.words.editing.dayField, .day, help: context.words.editing.dayHelp),
                        ],
                        changing: [
                            "namn": one(settings?.name), "kallas": one(settings?.calledName),
                            "kort-namn": one(settings?.shortName), "beskrivning": description,
                            "antar": one(settings?.ratifyingBody),
                            "platser": one(settings.map { String($0.seatsPerMunicipality) }),
                            "matt": one(settings?.mostMeasuresInStudy.map { String($0) }),
                            "nivaer": levels, "kostnader": [sharing.rawValue], "andelar": shares,
                            "anmarkningar": remarks, "kallor": sources, "fran": [context.today.iso],
                        ]
                    ),
                    submit: words.submit,
                    above: [Shell.Step(name: context.words.about.title(reading.calledName), steps: ["om"])],
                    isAbout: { if case .settings = $0 { true } else { false } }
                )
            },
            save: { form, context in
                let settings = context.cooperation.settings
                let day = form.day("fran") ?? context.today
                try refuse(day, before: { if case .settings = $0 { true } else { false } }, context)
                var request =
                    settings.map { AgreeSettings(of: $0) }
                    ?? AgreeSettings(name: "", calledName: "", shortName: "", ratifyingBody: "", seatsPerMunicipality: 1)
                request.name = form["namn"]
                request.calledName = form["kallas"]
                request.shortName = form["kort-namn"]
                request.description = try form.passage("beskrivning", keeping: settings?.description, context.reading)
                request.ratifyingBody = form["antar"]
                request.seatsPerMunicipality = form.number("platser") ?? request.seatsPerMunicipality
                request.mostMeasuresInStudy = form.number("matt")
                request.levels = form.all("nivaer").isEmpty ? nil : form.all("nivaer")
                request.costKey = try costKey(form, context)
                request.remarks = try form.passages("anmarkningar", keeping: settings?.remarks ?? [], context.reading)
                request.sources = form.sources("kallor")
                return Edit(
                    form.isChanged(besides: "fran") ? [.init(request, .day(day))] : [],
                    done: context.reading.address("om"),
                    names: [
                        "name": "namn", "calledName": "kallas", "shortName": "kort-namn", "ratifyingBody": "antar",
                        "seatsPerMunicipality": "platser", "mostMeasuresInStudy": "matt", "levels": "nivaer",
                        "costKey": "andelar", "happened": "fran",
                    ]
                )
            }
        )
    }

    /// How costs are shared, as it was answered.
    private func costKey(_ form: Form, _ context: EditContext) throws(Refusal) -> CostKey? {
        let (words, lines) = (context.words.settingsForm, form.all("andelar"))
        guard form["kostnader"] == CostSharing.fixed.rawValue else {
            // Somebody who has written shares means them.
            guard lines.isEmpty else { throw Refusal("settings.cost-key-other", field: "andelar", words.sharesElsewhere) }
            return switch CostSharing(rawValue: form["kostnader"]) {
            case .equal: .equal
            case .population: .population
            case .fixed, .notAgreed, nil: nil
            }
        }
        var shares: [CostKey.Share] = []
        for line in lines {
            guard let share = CostSharing.share(line, among: context.cooperation.members) else {
                throw Refusal("settings.cost-key-line", field: "andelar", words.shareUnreadable(FormText.shortened(line)))
            }
            shares.append(share)
        }
        return .fixed(shares)
    }
}
