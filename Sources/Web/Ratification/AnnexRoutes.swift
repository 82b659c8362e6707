import Cooperation
import Difference
import DocumentTools
import HTTPTypes
import Markup

extension Site {
    /// The form by which a municipality's annex is compared with the locked text, and what came out.
    var annexRoutes: [Route] {
        compareAnnex("/ratificering/{edition}/{municipality}/bilaga")
            + compareAnnex("/ratificering/{edition}/{number}/{municipality}/bilaga") + [comparisonRoute]
    }

    private func compareAnnex(_ pattern: Pattern) -> [Route] {
        editing(
            [.recordTrack],
            pattern,
            bodyLimit: SentFile.bodyLimit(for: DocumentTools.mostBytes),
            needing: { asked, reading in
                Need(.recordTrack, about: .init(municipality: try reading.track(at: asked).place.municipality))
            },
            form: { context in
                let addressed = try context.reading.track(at: context.asked)
                let words = context.words.papers
                let kinds = DocumentTools.ReadableKind.allCases.map { ".\($0.rawValue)" }
                let field = FormField(
                    "fil",
                    words.annexFile,
                    .file(accepts: kinds, mostBytes: DocumentTools.mostBytes),
                    help: words.annexFileHelp
                )
                return EditForm(
                    title: words.annexTitle(addressed.municipality.facts.name),
                    lead: words.annexLead,
                    form: Form([field]),
                    submit: words.annexSubmit,
                    above: context.reading.above(addressed.place),
                    // An annex is compared with the text that the sender has seen.
                    isAbout: { act in
                        if case .ratification(.proposed(let facts)) = act {
                            facts.edition == addressed.place.edition
                        } else {
                            false
                        }
                    },
                    takesDrafts: false,
                    notice: documentTools.missing.filter { $0 != .typst }.map(\.message).first
                )
            },
            save: { form, context in
                let place = try context.reading.track(at: context.asked).place
                guard let file = form.file("fil") else { throw Fault.notFound }
                let text = try await read(file.bytes)
                return Edit(
                    AttachAnnex(place, name: file.name, bytes: file.bytes, text: text),
                    happened: context.today,
                    done: context.reading.address(steps: context.reading.steps(of: place)),
                    message: context.words.papers.annexCompared,
                    names: ["file": "fil"]
                )
            }
        )
    }

    /// The words of a file that was sent.
    ///
    /// - Throws: a `Refusal` that says what is wrong with it and what to do.
    private func read(_ bytes: [UInt8]) async throws -> String {
        let kind: DocumentTools.ReadableKind? =
            switch try FileKind(of: bytes) {
            case .pdf: .pdf
            case .docx: .docx
            case .odt: .odt
            default: nil
            }
        guard let kind else {
            throw Refusal("ratification.annex-kind", field: "file", "Bilagan ska vara en PDF, DOCX eller ODT. Välj en sådan fil.")
        }
        do throws(DocumentFault) {
            return try await documentTools.text(of: bytes, kind: kind)
        } catch {
            throw Refusal("ratification.annex-unread", field: "file", error.message)
        }
    }

    private var comparisonRoute: Route {
        Route(
            .get,
            "/ratificering/{edition}/{number}/{municipality}/bilagor/{file}",
            reads: [QueryName.day, QueryName.knownBy],
            isCached: true
        ) { asked in
            let reading = try readings.take(for: asked)
            let addressed = try reading.track(at: asked)
            guard let annex = addressed.track.annexes.first(where: { $0.fact.attachment.figures == asked["file"] })?.fact else {
                throw reading.notThen
            }
            let words = reading.words.papers
            let title = words.comparisonTitle(addressed.municipality.facts.name)
            let shell = Shell(title: title, description: title, steps: asked.steps, above: reading.above(addressed.place))
            return .page(
                shell.page(reading, assets: assetAddresses) { html in
                    html.div(.class("document")) {
                        html.h1(title)
                        html.comparison(reading.comparison(of: annex, with: addressed.proposal), reading)
                    }
                }
            )
        }
    }
}

extension HTML {
    /// What a comparison came to, and the texts word by word where they differ.
    fileprivate func comparison(_ comparison: SameText?, _ reading: Reading) {
        let words = reading.words.papers
        switch comparison {
        case nil: p(words.unknown, .class("lead"))
        case .identical: p("✓ \(words.identical)", .class("lead"))
        case .onlyLayout(let setAside):
            p("✓ \(words.onlyLayout)", .class("lead"))
            guard !setAside.isEmpty else { return }
            p(words.setAside)
            ul { for line in setAside { li(line, .content) } }
        case .differs(let difference):
            p(
                "≠ \(words.differs(reading.words.number(difference.removedWords), reading.words.number(difference.insertedWords)))",
                .class("lead")
            )
            p(words.howToRead, .class("help"))
            self.difference(
                DifferencePiece.all(of: difference, isShortened: true),
                struck: words.removed,
                added: words.inserted,
                end: reading.words.drafting.endOfChange
            )
        }
    }
}
