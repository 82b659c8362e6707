import Cooperation
import DocumentTools
import HTTPTypes
import Markup

extension Site {
    /// The papers that go with a proposal to each municipality, and the locked text as PDF and for Word.
    ///
    /// A numbered proposal is the same on every day, so its files don't take one: they are kept, and not made anew for each day that
    /// somebody asks about.
    var papersRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(.get, "/ratificering/{edition}/{number}/{municipality}/handlingar", reads: reads, isCached: true) { asked in
                let reading = try readings.take(for: asked)
                let addressed = try reading.track(at: asked)
                let (proposal, municipality) = (addressed.proposal, addressed.municipality)
                let words = reading.words.papers
                let title = words.title(municipality.facts.name)
                let shell = Shell(
                    title: title,
                    description: words.lead(proposal.facts.text.title),
                    steps: asked.steps,
                    above: reading.above(addressed.place)
                )
                return .page(
                    shell.page(reading, assets: assetAddresses) { $0.papers(proposal, for: municipality, reading, documentTools) }
                )
            },
            Route(
                .get,
                "/ratificering/{edition}/{number}/{municipality}/handlingar",
                formats: [.zip],
                isCached: true,
                deadline: .seconds(90)
            ) { asked in
                let reading = try readings.take(for: asked)
                let addressed = try reading.track(at: asked)
                let (edition, number) = (addressed.place.edition, addressed.place.number)
                let name = "handlingar-\(addressed.place.municipality)-\(edition)-forslag-\(number).zip"
                return .attachment(.zip, try await allPapers(addressed, reading), name: name)
            },
            Route(
                .get,
                "/ratificering/{edition}/{number}/{municipality}/handlingar/{paper}",
                formats: [.pdf, .docx],
                isCached: true,
                deadline: .seconds(60)
            ) { asked in
                let reading = try readings.take(for: asked)
                let addressed = try reading.track(at: asked)
                let (proposal, municipality) = (addressed.proposal, addressed.municipality)
                guard let paper = ProposalPapers.Paper(asked["paper"]) else { throw Fault.notFound }
                let name = "\(paper.rawValue)-\(municipality.facts.id)"
                return try await printed(
                    ProposalPapers(proposal, reading, address).document(paper, for: municipality),
                    name,
                    asked
                )
            },
            Route(
                .get,
                "/ratificering/{edition}/{number}/text",
                formats: [.pdf, .docx],
                isCached: true,
                deadline: .seconds(60)
            ) { asked in
                let reading = try readings.take(for: asked)
                let proposal = try reading.proposal(at: asked)
                let name = "\(proposal.facts.edition)-forslag-\(proposal.facts.number)"
                return try await printed(ProposalPapers(proposal, reading, address).text, name, asked)
            },
        ]
    }

    /// The forms that papers can be had in here.
    var paperForms: [Format] { (documentTools.canMakePDF ? [.pdf] : []) + (documentTools.canMakeDOCX ? [.docx] : []) }

    /// Everything that a municipality gets, in each form that can be made here, as one archive.
    private func allPapers(_ addressed: AddressedTrack, _ reading: Reading) async throws -> [UInt8] {
        guard !paperForms.isEmpty else { throw Fault.unavailable(MissingTool.typst.message) }
        let papers = ProposalPapers(addressed.proposal, reading, address)
        var archive = Archive(day: addressed.proposal.locked.last.civil)
        for paper in ProposalPapers.Paper.allCases {
            let document = papers.document(paper, for: addressed.municipality)
            for form in paperForms {
                archive.add(
                    "\(paper.rawValue)-\(addressed.place.municipality).\(form.rawValue)",
                    try await bytes(of: document, as: form)
                )
            }
        }
        return archive.finished()
    }

    /// A document as the file that was asked for.
    func printed(_ document: PrintedDocument, _ name: String, _ asked: Asked) async throws -> Answer {
        .attachment(asked.format, try await bytes(of: document, as: asked.format), name: "\(name).\(asked.format.rawValue)")
    }

    private func bytes(of document: PrintedDocument, as form: Format) async throws -> [UInt8] {
        do throws(DocumentFault) {
            switch form {
            case .pdf: return try await documentTools.pdf(of: document)
            case .docx: return try await documentTools.docx(of: document)
            default: throw DocumentFault.empty
            }
        } catch {
            switch error {
            case .missing, .busy, .tooLate, .tooLarge: throw Fault.unavailable(error.message)
            // What is wrong with us is for the log, and the page says that it is.
            case .locked, .broken, .scanned, .empty, .failed: throw error
            }
        }
    }
}

extension HTML {
    /// The papers of a municipality, each in the forms that it comes in, and what can't be had.
    func papers(_ proposal: Proposal, for municipality: Municipality, _ reading: Reading, _ tools: DocumentTools) {
        let words = reading.words.papers
        let steps = [
            "ratificering", proposal.facts.edition.text, String(proposal.facts.number), municipality.facts.id.text, "handlingar",
        ]
        div(.class("document")) {
            h1(words.title(municipality.facts.name))
            p(words.lead(proposal.facts.text.title), .class("lead"))
            ul(.class("plain")) {
                for paper in ProposalPapers.Paper.allCases {
                    li {
                        strong(words.name(of: paper))
                        text(": ")
                        if tools.canMakePDF {
                            a(
                                "PDF",
                                to: reading.address(steps: steps + ["\(paper.rawValue).pdf"]),
                                .label("\(words.name(of: paper)), PDF")
                            )
                        }
                        if tools.canMakePDF, tools.canMakeDOCX { text(" \(reading.words.frame.and) ") }
                        if tools.canMakeDOCX {
                            a(
                                "Word (DOCX)",
                                to: reading.address(steps: steps + ["\(paper.rawValue).docx"]),
                                .label("\(words.name(of: paper)), Word (DOCX)")
                            )
                        }
                    }
                }
            }
            if tools.canMakePDF || tools.canMakeDOCX {
                p {
                    a(words.all, to: reading.address(steps: steps.dropLast() + ["handlingar.zip"]), .class("button"))
                    text(" ")
                    small(words.allHelp)
                }
            }
            for tool in tools.missing where tool != .pdftotext { p(tool.message, .class("notice")) }
            p(words.sameForAll, .class("help"))
        }
    }
}
