import Cooperation
import Markup
import Registry

extension Site {
    /// The forms of steering documents and their files.
    var documentEditingRoutes: [Route] { newDocumentRoutes + changeDocumentRoutes + attachRoutes + detachRoutes }

    private var newDocumentRoutes: [Route] {
        editing(
            [.recordDocument],
            "/dokument/ny",
            needing: { _, _ in Need(.recordDocument) },
            form: { context in
                let (words, questions) = (context.words.documentForms, DocumentForm(nil, context.reading))
                var fields = questions.fields
                // It is asked for beside the rest of when and by whom.
                fields.insert(questions.decided, at: 2)
                return EditForm(
                    title: words.newTitle,
                    lead: words.newLead,
                    form: Form(fields),
                    submit: words.newSubmit,
                    above: [.init(name: context.words.documents.title, steps: ["dokument"])],
                    place: .documents
                )
            },
            save: { form, context in
                let documents = context.cooperation.documents
                let isTaken = { (id: Document.ID) in documents[id] != nil || id.text == "ny" }
                guard let decided = form.period("beslutat"),
                    let id = Document.ID(naming: form["titel"], unless: isTaken)
                        ?? Document.ID(naming: "dokument", unless: isTaken)
                else { throw Fault.notFound }
                var edit = Edit(
                    [.init(try DocumentForm(nil, context.reading).request(for: id, form), decided)],
                    done: context.reading.address("dokument"),
                    message: context.words.documentForms.newSaved,
                    names: DocumentForm.names
                )
                edit.leadsToRecorded = true
                return edit
            }
        )
    }

    private var changeDocumentRoutes: [Route] {
        editing(
            [.recordDocument],
            "/dokument/{name}/andra",
            needing: { asked, reading in
                _ = try document(asked, reading)
                return Need(.recordDocument)
            },
            form: { context in
                let (words, reading) = (context.words.documentForms, context.reading)
                let document = try document(context.asked, reading)
                let questions = DocumentForm(document.facts, reading)
                let day = FormField("dag", context.words.editing.dayField, .day, help: context.words.editing.dayHelp)
                var values = questions.values
                values["dag"] = [context.today.iso]
                let first = reading.firstRecord(of: document.facts.id)
                return EditForm(
                    title: words.changeTitle(document.facts.title),
                    lead: words.changeLead,
                    form: Form(questions.fields + [day], changing: values),
                    submit: words.changeSubmit,
                    above: aboveFile(document, reading),
                    place: .documents,
                    about: [.document(document.facts.id)],
                    aside: { html in
                        html.p(words.wasDecided(context.words.period(document.decided)))
                        if let first, reading.viewer.may(.correctRecord) {
                            html.p {
                                html.a(words.correctDay, to: reading.address("historik", "\(first.position.number)", "ratta"))
                            }
                        }
                    }
                )
            },
            save: { form, context in
                let reading = context.reading
                let document = try document(context.asked, reading)
                let id = document.facts.id
                let done = reading.address("dokument", id.text)
                let day = form.day("dag") ?? context.today
                guard form.isChanged(besides: "dag") else { return Edit([], done: done) }
                // Under what was recorded for a later day, the change would never be seen.
                if let latest = latestDay(of: id), day < latest {
                    throw Refusal(
                        "documents.before",
                        field: "dag",
                        context.words.documentForms.before(context.words.date(latest))
                    )
                }
                var names = DocumentForm.names
                names["happened"] = "dag"
                return Edit(
                    [.init(try DocumentForm(document.facts, reading).request(for: id, form), .day(day))],
                    done: done,
                    names: names
                )
            }
        )
    }

    // MARK: Files

    private var attachRoutes: [Route] {
        editing(
            [.attachFile],
            "/dokument/{name}/bifoga",
            bodyLimit: SentFile.bodyLimit(for: FileKind.mostBytes),
            needing: { asked, reading in
                _ = try document(asked, reading)
                return Need(.attachFile)
            },
            form: { context in
                let words = context.words.documentForms
                let document = try document(context.asked, context.reading)
                let fields = [
                    FormField(
                        "fil",
                        words.file,
                        .file(accepts: FileKind.allCases.map { ".\($0.suffix)" }, mostBytes: FileKind.mostBytes),
                        help: words.fileHelp
                    ),
                    FormField("dag", words.since, .day, help: context.words.editing.dayHelp),
                    FormField("anmarkningar", context.words.frame.remarks, .lines(mostLines: 10), isRequired: false, most: 500),
                ]
                return EditForm(
                    title: words.attachTitle(document.facts.title),
                    lead: words.attachLead,
                    form: Form(fields, values: ["dag": [context.today.iso]]),
                    submit: words.attachSubmit,
                    above: aboveFile(document, context.reading),
                    place: .documents,
                    takesDrafts: false
                )
            },
            save: { form, context in
                let document = try document(context.asked, context.reading)
                guard let file = form.file("fil") else { throw Fault.notFound }
                return Edit(
                    AttachFile(document.facts.id, name: file.name, bytes: file.bytes, remarks: form.all("anmarkningar")),
                    happened: form.day("dag") ?? context.today,
                    done: context.reading.address("dokument", document.facts.id.text),
                    message: context.words.documentForms.attached,
                    names: ["file": "fil", "happened": "dag", "document": "dag"]
                )
            }
        )
    }

    private var detachRoutes: [Route] {
        editing(
            [.attachFile],
            "/dokument/{name}/filer/{file}/ta-bort",
            needing: { asked, reading in
                _ = try document(asked, reading)
                return Need(.attachFile)
            },
            form: { context in
                let (words, reading) = (context.words.documentForms, context.reading)
                let document = try document(context.asked, reading)
                let attachment = try attachment(context.asked, reading)
                let field = FormField(
                    "skal",
                    context.words.editing.reasonField,
                    .text(rows: 3),
                    help: context.words.editing.reasonHelp,
                    most: 1_000
                )
                return EditForm(
                    title: words.detachTitle(reading.text(attachment.name)),
                    lead: words.detachLead,
                    form: Form([field]),
                    submit: words.detachSubmit,
                    above: aboveFile(document, reading),
                    place: .documents,
                    takesDrafts: false
                )
            },
            save: { form, context in
                let document = try document(context.asked, context.reading)
                let attachment = try attachment(context.asked, context.reading)
                return Edit(
                    DetachFile(document.facts.id, attachment.commitment, reason: form["skal"]),
                    happened: context.today,
                    done: context.reading.address("dokument", document.facts.id.text),
                    message: context.words.documentForms.detached,
                    names: ["reason": "skal"]
                )
            }
        )
    }

    // MARK: What they share

    private func document(_ asked: Asked, _ reading: Reading) throws(Fault) -> Document {
        guard let id = Document.ID(asked["name"]), let document = reading.cooperation.documents[id] else { throw .notFound }
        return document
    }

    private func attachment(_ asked: Asked, _ reading: Reading) throws(Fault) -> Document.Attachment {
        let attachments = try document(asked, reading).attachings.map(\.fact.attachment)
        guard let attachment = attachments.first(where: { $0.figures == asked["file"] }) else { throw .notFound }
        return attachment
    }

    /// The last day from which something that is recorded of a document holds.
    private func latestDay(of id: Document.ID) -> Day? {
        readings.registrar.snapshot.timeline.lastDay { act in
            if case .documents(.recorded(let facts)) = act { facts.id == id } else { false }
        }
    }

    private func aboveFile(_ document: Document, _ reading: Reading) -> [Shell.Step] {
        [
            .init(name: reading.words.documents.title, steps: ["dokument"]),
            .init(name: document.facts.title, steps: ["dokument", document.facts.id.text]),
        ]
    }
}

extension Reading {
    /// The act that recorded a document first, of those that count.
    fileprivate func firstRecord(of id: Document.ID) -> Record? {
        let positions = view.acts(about: [.document(id)]).map { record in
            if case .record(let act) = record.act { act.target } else { record.position }
        }
        let counted = Set(positions).compactMap { view.counted($0) }.filter { record in
            if case .documents(.recorded(let facts)) = record.act { facts.id == id } else { false }
        }
        return counted.min { ($0.happened.last, $0.position) < ($1.happened.last, $1.position) }
    }
}

extension HTML {
    /// The ways to attach a file, for who may.
    func attach(_ document: String, _ reading: Reading) {
        guard reading.isNow, reading.viewer.may(.attachFile) else { return }
        p { a(reading.words.documentForms.attach, to: reading.address("dokument", document, "bifoga"), .class("edit")) }
    }
}
