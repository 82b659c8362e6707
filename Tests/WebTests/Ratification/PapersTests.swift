import Cooperation
import Difference
import FoundationEssentials
import HTTPTypes
import Registry
import Testing

@testable import DocumentTools
@testable import Web

@Suite("The papers that go with a proposal") struct PapersTests {
    private static let round = "/ratificering/\(RoundExample.edition)"

    private let exhibit: Exhibit
    private let proposal: Proposal
    private let haninge: Municipality
    private let tools = DocumentTools.found()

    init() async throws {
        exhibit = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"))
        proposal = try await RoundExample(exhibit).proposal
        let id = try #require(Municipality.ID("haninge"))
        haninge = try #require(exhibit.registrar.snapshot.cooperation.members[id])
    }

    private func papers() throws -> ProposalPapers { ProposalPapers(proposal, try exhibit.reading(), .local) }

    /// Every word of a document, block by block.
    private func words(of blocks: [PrintedDocument.Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(_, let runs), .paragraph(let runs), .note(let runs): [runs.map(Self.text).joined()]
            case .list(_, let items): items.flatMap { words(of: $0) }
            case .table(let table): (table.rows.flatMap { $0 } + table.header).map { $0.map(Self.text).joined() }
            case .drawing(_, let description): [description]
            }
        }
    }

    private static func text(_ run: PrintedDocument.Run) -> String {
        switch run {
        case .plain(let text), .strong(let text), .emphasised(let text), .inserted(let text), .removed(let text),
            .link(let text, address: _):
            text
        }
    }

    @Test("the locked text holds every word of the edition, and its checksum is that of the file that is fetched")
    func text() throws {
        let reading = try exhibit.reading()
        let canonical = reading.canonicalText(of: proposal)
        #expect(proposal.facts.digest == canonical.digest)
        let document = try papers().text
        let written = words(of: document.blocks).joined(separator: "\n")
        for node in proposal.facts.text.nodes {
            for prose in [node.title, node.text].compactMap({ $0 }) {
                #expect(written.contains(reading.text(prose)), "\(node.id)")
            }
        }
        #expect(document.footer.contains(canonical.digest))
        #expect(document.title == "Provprogram 2027–2030")
    }

    @Test("the cover letter says what is asked of the municipality, by whom and by which rule")
    func coverLetter() throws {
        let written = words(of: try papers().document(.coverLetter, for: haninge).blocks).joined(separator: "\n")
        #expect(written.contains("Till Kommunstyrelsen i Haninge"))
        #expect(written.contains("Kommittén beslutade om förslaget den 23 november 2026, § 12."))
        #expect(written.contains("http://localhost:8080\(Self.round)/haninge"))
        #expect(written.contains("Alla medlemmar måste anta förslaget. Ett tillägg hindrar inte."))
        #expect(written.contains(try #require(proposal.facts.digest)))
    }

    @Test("the proposal for decision can be decided on as it stands")
    func decision() throws {
        let written = words(of: try papers().document(.decision, for: haninge).blocks)
        #expect(
            written.contains(
                "Kommunstyrelsen i Haninge antar Provprogram 2027–2030 enligt bilaga, att gälla "
                    + "från och med 2027 till och med 2030."
            )
        )
    }

    @Test(
        "what has been printed and read again is the locked text, and one character changed is found",
        arguments: ["pdf", "docx"]
    )
    func annex(_ form: String) async throws {
        try #require(tools.canMakePDF && tools.canReadPDF && tools.canMakeDOCX, "typst, pandoc or pdftotext is missing")
        let reading = try exhibit.reading()
        let document = try papers().text
        func read(_ document: PrintedDocument) async throws -> String {
            form == "pdf"
                ? try await tools.text(of: tools.pdf(of: document), kind: .pdf)
                : try await tools.text(of: tools.docx(of: document), kind: .docx)
        }
        var annex = document
        let same = reading.comparison(of: try await read(annex), with: proposal)
        guard case .onlyLayout = same else {
            Issue.record("\(form): \(same)")
            return
        }
        let index = try #require(annex.blocks.firstIndex { if case .paragraph = $0 { true } else { false } })
        guard case .paragraph(let runs) = annex.blocks[index], case .plain(let text)? = runs.first else { return }
        annex.blocks[index] = .paragraph([.plain("Z" + text.dropFirst())])
        guard case .differs = reading.comparison(of: try await read(annex), with: proposal) else {
            Issue.record("\(form): the change wasn't found")
            return
        }
    }

    @Test("without the programs the page says what is missing, and a paper can't be fetched")
    func missing() async {
        let page = await exhibit.page(Self.round + "/1/haninge/handlingar")
        #expect(page.contains("typst") && page.contains("pandoc") && !page.contains("handlingar.zip"))
        _ = await exhibit.page(Self.round + "/1/haninge/handlingar.zip", status: .serviceUnavailable)
        _ = await exhibit.page(Self.round + "/1/haninge/handlingar/missiv.pdf", status: .serviceUnavailable)
        _ = await exhibit.page(Self.round + "/2/haninge/handlingar", status: .notFound)
        _ = await exhibit.page(Self.round + "/1/nacka/handlingar", status: .notFound)
    }

    // MARK: With the programs

    /// A round on a site that has the programs, and the registrar of Haninge.
    private func atHaninge() async throws -> (RoundExample, SignedInVisitor) {
        try #require(tools.canMakePDF && tools.canReadPDF && tools.canMakeDOCX, "typst, pandoc or pdftotext is missing")
        let site = try await Exhibit(files: Place.files(in: Place.package + "/Examples/sodertorn"), documentTools: tools)
        let round = try await RoundExample(site)
        return (round, try await site.visitor(.registrar, in: "kommunstyrelsen-haninge", for: "haninge"))
    }

    @Test("all papers are listed, and come in one file that is the same each time")
    func archive() async throws {
        let (round, _) = try await atHaninge()
        let folder = Self.round + "/1/haninge/handlingar"
        let page = await round.site.page(folder)
        #expect(page.holds("href=\"\(folder).zip\""))
        let reply = await round.site.door.ask(.get, folder + ".zip")
        #expect(reply.status == .ok && reply.fields[.contentType] == "application/zip")
        #expect(reply.fields[.contentDisposition]?.holds("handlingar-haninge-prov-2027-forslag-1.zip") == true)
        let names = ProposalPapers.Paper.allCases.flatMap { ["\($0.rawValue).pdf", "\($0.rawValue).docx"] }
        for name in names {
            #expect(page.holds("href=\"\(folder)/\(name)\""), "\(name)")
            let paper = await round.site.door.ask(.get, "\(folder)/\(name)").body
            #expect(!paper.isEmpty && reply.body.firstRange(of: paper) != nil, "\(name)")
        }
        let salem = await round.site.door.ask(.get, Self.round + "/1/salem/handlingar.zip")
        #expect(salem.status == .ok && salem.body != reply.body)
        #expect(await round.site.door.ask(.get, Self.round + "/2/haninge/handlingar.zip").status == .notFound)
    }

    @Test(
        "an annex is compared at the page: one character changed is found and shown, and another layout isn't",
        arguments: DocumentTools.ReadableKind.allCases
    )
    func upload(_ kind: DocumentTools.ReadableKind) async throws {
        let (round, registrar) = try await atHaninge()
        let track = Self.round + "/haninge"
        let locked = ProposalPapers(try round.proposal, try round.site.reading(), .local).text

        func send(_ document: PrintedDocument) async throws -> Track.Annex {
            let form = try await registrar.form(track + "/bilaga")
            let bytes = try await file(document, kind)
            let outcome = await registrar.send(form, file: "fil", name: "bilaga.\(kind.rawValue)", bytes)
            #expect(outcome.location == track, "\(outcome.faults)")
            return try #require(try round.track("haninge").annexes.last?.fact)
        }
        func comparison(of annex: Track.Annex) async -> String {
            await round.site.page("\(Self.round)/1/haninge/bilagor/\(annex.attachment.figures)")
        }

        // Paragraphs that stand further in, headings of another size, and other words at the head and foot of each page.
        var relaid = locked
        (relaid.header, relaid.footer) = ("Haninge kommun", "Bilaga 1 till KS 2027/123")
        relaid.blocks = relaid.blocks.map { block in
            switch block {
            case .heading(_, let runs): .heading(level: 1, runs)
            case .paragraph(let runs): .note(runs)
            default: block
            }
        }
        let same = await comparison(of: try await send(relaid))
        #expect(ReadPage(same).text.holds(Words.swedish.papers.onlyLayout) && !same.holds("<del>"), "\(ReadPage(same).text)")
        #expect(ReadPage(await registrar.page(track)).text.holds(Words.swedish.papers.onlyLayout))

        var changed = locked
        let found = changed.blocks.enumerated().reversed().lazy.compactMap { index, block -> (Int, String, String)? in
            guard case .paragraph(let runs) = block, case .plain(let text)? = runs.first,
                let word = text.split(separator: " ").map(String.init).first(where: { $0.count > 5 && $0.allSatisfy(\.isLetter) })
            else { return nil }
            return (index, text, word)
        }
        guard let (index, text, word) = found.first else {
            Issue.record("no paragraph has a long word")
            return
        }
        let other = "\(word.dropLast())z"
        let written = text.replacingAll(word, with: other)
        changed.blocks[index] = .paragraph([.plain(written)])
        let different = await comparison(of: try await send(changed))
        let told = ReadPage(different).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(told.holds("Bilagan skiljer sig från den låsta texten."))
        #expect(different.holds("<del>") && different.holds("<ins>"))
        #expect(told.holds("saknas i bilagan: \(word)") && told.holds("bara i bilagan: \(other)"), "\(word) in \(told)")
        #expect(ReadPage(await registrar.page(track)).text.holds("Bilagan skiljer sig från den låsta texten."))
    }

    /// A document as a file of a kind that can be read.
    private func file(_ document: PrintedDocument, _ kind: DocumentTools.ReadableKind) async throws -> [UInt8] {
        switch kind {
        case .pdf: return try await tools.pdf(of: document)
        case .docx: return try await tools.docx(of: document)
        case .odt:
            let docx = try await tools.docx(of: document)
            let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
            let pandoc = try #require(Program(named: "pandoc", lookingIn: folders))
            let folder = try TemporaryFolder()
            let outcome = try pandoc.run(
                ["--from=docx", "--to=odt", "--output=-"],
                input: docx,
                in: folder.path,
                epoch: document.made,
                bounds: .init(seconds: 60, memory: 1 << 30, output: 64 << 20)
            )
            try #require(outcome.ending == .exited(0))
            return outcome.output
        }
    }

    @Test("an annex that was made of our own text file is the same words, and a change in it is told alone")
    func ownTextFile() throws {
        let reading = try exhibit.reading()
        let plain = reading.canonicalText(of: proposal).plain
        #expect(reading.comparison(of: plain, with: proposal) == .identical)
        let relaid = plain.split(separator: "\n").joined(separator: "\n\n")
        guard case .onlyLayout = reading.comparison(of: relaid, with: proposal) else {
            Issue.record("the file's own signs were told as a difference")
            return
        }
        guard
            case .differs(let difference) = reading.comparison(
                of: relaid.replacingAll("Gäller: ", with: "Galler: "),
                with: proposal
            )
        else {
            Issue.record("the change wasn't found")
            return
        }
        #expect(difference.removedWords == 1 && difference.insertedWords == 1)
    }
}
