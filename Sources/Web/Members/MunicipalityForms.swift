import Cooperation
import Markup
import Registry

extension Site {
    /// The forms that change municipalities: what is registered of them, their membership, and how many live there.
    var municipalityForms: [Route] { newMunicipalityForm + changeMunicipalityForm + membershipForm + populationForm }

    private var newMunicipalityForm: [Route] {
        editing(
            [.recordMunicipality],
            "/kommuner/ny",
            // About no municipality: for those who may record all of them.
            needing: { _, _ in Need(.recordMunicipality) },
            form: { context in
                let words = context.words.municipalityForms
                let code = FormField("kommunkod", context.words.members.code, help: words.codeHelp, most: 4)
                return EditForm(
                    title: words.new,
                    lead: words.newLead,
                    form: Form(municipalityFields(nil, context, and: [code]), values: ["fran": [context.today.iso]]),
                    submit: words.newSubmit,
                    above: municipalitiesAbove(nil, context.reading),
                    place: .municipalities
                )
            },
            save: { form, context in
                let words = context.words.municipalityForms
                let (members, name) = (context.cooperation.members, form["namn"])
                if members.all.contains(where: { $0.facts.name == name }) {
                    throw Refusal("members.name-taken", field: "namn", words.nameTaken(name))
                }
                guard let id = Municipality.ID(naming: name, unless: { members[$0] != nil || $0.text == "ny" }) else {
                    throw Refusal("members.name", field: "namn", context.words.bodyForms.nameWithoutLetters)
                }
                var request = RegisterMunicipality(id: id, name: name, officialName: "", code: form["kommunkod"])
                // The first two figures of a municipality's code are its county's (SCB, kommunkoder).
                request.countyCode = String(form["kommunkod"].prefix(2))
                try fill(&request, form, nil, context.reading)
                var edit = Edit(
                    request,
                    happened: form.day("fran") ?? context.today,
                    done: context.reading.address("kommuner"),
                    message: words.created,
                    names: Self.municipalityNames
                )
                edit.leadsToRecorded = true
                return edit
            }
        )
    }

    private var changeMunicipalityForm: [Route] {
        editing(
            [.recordMunicipality],
            "/kommuner/{name}/andra",
            needing: { asked, reading in
                Need(.recordMunicipality, about: .init(municipality: try municipality(asked, reading).facts.id))
            },
            form: { context in
                let facts = try municipality(context.asked, context.reading).facts
                let words = context.words.municipalityForms
                return EditForm(
                    title: words.editTitle(facts.name),
                    lead: words.editLead,
                    form: Form(
                        municipalityFields(facts, context),
                        changing: [
                            "namn": [facts.name], "fullt-namn": [facts.officialName], "lan": facts.county.map { [$0] } ?? [],
                            "landareal": facts.landArea.map { [String($0)] } ?? [],
                            "anmarkningar": context.reading.lines(facts.remarks), "kallor": facts.sources.map(\.text),
                            "fran": [context.today.iso],
                        ]
                    ),
                    submit: words.editSubmit,
                    above: municipalitiesAbove(facts, context.reading),
                    place: .municipalities,
                    about: [.municipality(facts.id)],
                    isAbout: { $0.isRegistration(of: facts.id) }
                )
            },
            save: { form, context in
                let facts = try municipality(context.asked, context.reading).facts
                let day = form.day("fran") ?? context.today
                try refuse(day, before: { $0.isRegistration(of: facts.id) }, context)
                var request = RegisterMunicipality(of: facts)
                try fill(&request, form, facts, context.reading)
                return Edit(
                    form.isChanged(besides: "fran") ? [.init(request, .day(day))] : [],
                    done: context.reading.address("kommuner", facts.id.text),
                    names: Self.municipalityNames
                )
            }
        )
    }

    private static let municipalityNames = [
        "name": "namn", "officialName": "fullt-namn", "code": "kommunkod", "landArea": "landareal", "happened": "fran",
    ]

    private func municipalityFields(_ facts: Municipality.Facts?, _ context: EditContext, and code: [FormField] = [])
        -> [FormField]
    {
        let (words, forms) = (context.words.municipalityForms, context.words.bodyForms)
        return [
            FormField("namn", words.name, help: words.nameHelp),
            FormField("fullt-namn", words.officialName, help: words.officialNameHelp),
        ] + code + [
            FormField("lan", words.county, help: words.countyHelp, isRequired: false),
            FormField("landareal", words.landArea, .number(1...10_000_000), help: words.landAreaHelp, isRequired: false),
            .list(
                "anmarkningar",
                forms.remarks,
                holding: context.reading.lines(facts?.remarks ?? []),
                help: forms.remarksHelp
            ), .list("kallor", forms.sources, holding: facts?.sources.map(\.text) ?? [], help: forms.sourcesHelp),
            FormField("fran", context.words.editing.dayField, .day, help: context.words.editing.dayHelp),
        ]
    }

    private func fill(_ request: inout RegisterMunicipality, _ form: Form, _ facts: Municipality.Facts?, _ reading: Reading)
        throws
    {
        request.name = form["namn"]
        request.officialName = form["fullt-namn"]
        request.county = form.given("lan")
        request.landArea = form.number("landareal")
        request.remarks = try form.passages("anmarkningar", keeping: facts?.remarks ?? [], reading)
        request.sources = form.sources("kallor")
    }

    // MARK: Membership

    private var membershipForm: [Route] {
        editing(
            [.changeMembership],
            "/kommuner/{name}/medlemskap",
            needing: { asked, reading in
                Need(.changeMembership, about: .init(municipality: try municipality(asked, reading).facts.id))
            },
            form: { context in
                let municipality = try municipality(context.asked, context.reading)
                let (words, forms) = (context.words.municipalityForms, context.words.bodyForms)
                // All that could have been on some day: the rule knows what could be on the day that is given.
                let choices: [FormField.Choice] = [
                    .init(ChangeMembership.Change.join.rawValue, words.join, help: words.joinHelp),
                    .init(ChangeMembership.Change.associate.rawValue, words.associate, help: words.associateHelp),
                    .init(ChangeMembership.Change.leave.rawValue, words.leave, help: words.leaveHelp),
                ]
                return EditForm(
                    title: words.membershipTitle(municipality.facts.name),
                    lead: words.membershipLead,
                    form: Form(
                        [
                            FormField("handelse", words.what, .radio(choices)),
                            FormField("fran", context.words.editing.dayField, .day, help: context.words.editing.dayHelp),
                            .list("anmarkningar", forms.remarks, holding: [], help: forms.remarksHelp),
                            .list("kallor", forms.sources, holding: [], help: forms.sourcesHelp),
                        ],
                        values: ["fran": [context.today.iso]]
                    ),
                    submit: words.membershipSubmit,
                    above: municipalitiesAbove(municipality.facts, context.reading),
                    place: .municipalities,
                    isAbout: { $0.isMembership(of: municipality.facts.id) },
                    takesDrafts: false
                )
            },
            save: { form, context in
                let id = try municipality(context.asked, context.reading).facts.id
                guard let change = ChangeMembership.Change(rawValue: form["handelse"]) else { throw Fault.notFound }
                return Edit(
                    ChangeMembership(change, id, remarks: form.all("anmarkningar"), sources: form.sources("kallor")),
                    happened: form.day("fran") ?? context.today,
                    done: context.reading.address("kommuner", id.text),
                    message: context.words.municipalityForms.membershipSaved,
                    names: ["municipality": "handelse", "happened": "fran"]
                )
            }
        )
    }

    // MARK: Population

    private var populationForm: [Route] {
        editing(
            [.recordMunicipality],
            "/kommuner/{name}/folkmangd",
            needing: { asked, reading in
                Need(.recordMunicipality, about: .init(municipality: try municipality(asked, reading).facts.id))
            },
            form: { context in
                let municipality = try municipality(context.asked, context.reading)
                let (words, forms) = (context.words.municipalityForms, context.words.bodyForms)
                let basis: [FormField.Choice] = [
                    .init(
                        Municipality.Population.Basis.published.rawValue,
                        context.words.members.published.withCapital,
                        help: words.publishedHelp
                    ),
                    .init(
                        Municipality.Population.Basis.derived.rawValue,
                        context.words.members.derived.withCapital,
                        help: words.derivedHelp
                    ),
                ]
                return EditForm(
                    title: words.populationTitle(municipality.facts.name),
                    lead: words.populationLead,
                    form: Form(
                        [
                            FormField("antal", words.count, .number(0...20_000_000)),
                            FormField("dag", words.countDay, .day, help: words.countDayHelp),
                            FormField("underlag", words.basis, .radio(basis)),
                            .list("anmarkningar", forms.remarks, holding: [], help: forms.remarksHelp),
                            .list("kallor", forms.sources, holding: [], help: forms.sourcesHelp),
                        ],
                        values: ["underlag": [Municipality.Population.Basis.published.rawValue]]
                    ),
                    submit: words.populationSubmit,
                    above: municipalitiesAbove(municipality.facts, context.reading),
                    place: .municipalities,
                    isAbout: { act in
                        if case .members(.populationRecorded(let other)) = act {
                            other.municipality == municipality.facts.id
                        } else {
                            false
                        }
                    },
                    takesDrafts: false
                )
            },
            save: { form, context in
                let id = try municipality(context.asked, context.reading).facts.id
                guard let count = form.number("antal"), let day = form.day("dag"),
                    let basis = Municipality.Population.Basis(rawValue: form["underlag"])
                else { throw Fault.notFound }
                if basis == .derived, form.all("anmarkningar").isEmpty {
                    throw Refusal("members.derived-how", field: "anmarkningar", context.words.municipalityForms.derivedHow)
                }
                return Edit(
                    RecordPopulation(
                        municipality: id,
                        count: count,
                        basis: basis,
                        remarks: form.all("anmarkningar"),
                        sources: form.sources("kallor")
                    ),
                    happened: day,
                    done: context.reading.address(steps: ["kommuner", id.text], fragment: "folkmangd"),
                    message: context.words.municipalityForms.populationSaved,
                    names: ["count": "antal", "day": "dag", "municipality": "dag", "happened": "dag"]
                )
            }
        )
    }

    // MARK: What they share

    private func municipality(_ asked: Asked, _ reading: Reading) throws -> Municipality {
        guard let id = Municipality.ID(asked["name"]), let municipality = reading.cooperation.members[id] else {
            throw Fault.notFound
        }
        return municipality
    }

    private func municipalitiesAbove(_ facts: Municipality.Facts?, _ reading: Reading) -> [Shell.Step] {
        [Shell.Step(name: reading.words.members.title, steps: ["kommuner"])]
            + (facts.map { [.init(name: $0.name, steps: ["kommuner", $0.id.text])] } ?? [])
    }
}

extension Act {
    /// Whether the act registered a municipality's facts.
    fileprivate func isRegistration(of municipality: Municipality.ID) -> Bool {
        if case .members(.registered(let facts)) = self { facts.id == municipality } else { false }
    }

    /// Whether the act changed a municipality's membership.
    fileprivate func isMembership(of municipality: Municipality.ID) -> Bool {
        switch self {
        case .members(.joined(let joining)), .members(.associated(let joining)): joining.municipality == municipality
        case .members(.left(let leaving)): leaving.municipality == municipality
        default: false
        }
    }
}
