import Cooperation
import Markup
import Registry

extension Site {
    /// The form by which an edition is made to apply for longer, by a decision of the committee.
    var prolongForm: [Route] {
        editing(
            [.prolongEdition],
            "/program/{edition}/forlang",
            needing: { asked, reading in
                _ = try recordedEdition(asked, reading)
                return Need(.prolongEdition)
            },
            form: { context in
                let (words, reading) = (context.words, context.reading)
                let texts = words.ratification.locking
                let edition = try recordedEdition(context.asked, reading)
                let id = edition.text.id
                return EditForm(
                    title: texts.prolongTitle(edition.text.title),
                    lead: texts.prolongLead,
                    form: Form(
                        [FormField("till", texts.prolongTo, .period)] + CommitteeDecision(reading).fields
                            + [
                                FormField(
                                    "anmarkningar",
                                    words.frame.remarks,
                                    .lines(mostLines: 10),
                                    isRequired: false,
                                    most: 500
                                )
                            ]
                    ),
                    submit: texts.prolongSubmit,
                    above: [
                        .init(name: words.programme.title, steps: ["program"]),
                        .init(name: edition.text.title, steps: ["program", id.text]),
                    ],
                    place: .programme,
                    isAbout: { act in
                        if case .programme(.prolonged(let other)) = act { other.edition == id } else { false }
                    }
                )
            },
            save: { form, context in
                let edition = try recordedEdition(context.asked, context.reading)
                guard let to = form.period("till") else { throw Fault.notFound }
                var (decision, requests) = try CommitteeDecision(context.reading).read(form) { dayKnown(of: $0) }
                requests.append(
                    .init(
                        ProlongEdition(edition.text.id, to: to, by: decision, remarks: form.all("anmarkningar")),
                        .day(context.today)
                    )
                )
                var names = CommitteeDecision.names
                names["to"] = "till"
                return Edit(
                    requests,
                    done: context.reading.address("program", edition.text.id.text),
                    message: context.words.ratification.locking.prolongDone,
                    names: names
                )
            }
        )
    }

    private func recordedEdition(_ asked: Asked, _ reading: Reading) throws(Fault) -> Edition {
        guard let id = Edition.ID(asked["edition"]), let edition = reading.cooperation.programme[id] else {
            throw reading.notThen
        }
        return edition
    }
}
