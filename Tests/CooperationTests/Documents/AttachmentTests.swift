import Testing

@testable import Cooperation

@Suite("Files of a document") struct AttachmentTests {
    typealias Answer = Ledger.Answer

    private func ledger() throws -> Ledger {
        try Ledger([("2010-08-18", Sample.document("avtal")), ("2012", Sample.document("plan"))])
    }

    private func attach(_ name: String = "avtal.pdf", _ bytes: [UInt8] = SampleFile.pdf, to document: String = "avtal") throws
        -> AttachFile
    {
        AttachFile(try id(document), name: name, bytes: bytes)
    }

    private func names(_ ledger: Ledger, _ cooperation: Cooperation, _ document: String = "avtal") throws -> [String] {
        try #require(cooperation.documents[try id(document)]).attachings.map { ledger.texts[$0.fact.attachment.name] ?? "?" }
    }

    @Test("a file is attached with its kind, its size and a name as text, and belongs to the document from that day on")
    func attach() throws {
        var ledger = try ledger()
        try ledger.record(attach("C:\\avtal.exe"), period("2015-03-01"))
        try ledger.record(attach("bild", SampleFile.png), period("2016"))
        let document = try #require(ledger.live.documents[id("avtal")])
        let attachments = document.attachings.map(\.fact.attachment)
        #expect(attachments.map(\.kind) == [.pdf, .png])
        #expect(attachments.map(\.size) == [SampleFile.pdf.count, SampleFile.png.count])
        #expect(document.attachings.map(\.period.iso) == ["2015-03-01", "2016"])
        #expect(try names(ledger, ledger.live) == ["avtal.pdf", "bild.png"])
        #expect(try names(ledger, ledger.cooperation(asOf: "2015-03-01")) == ["avtal.pdf"])
        #expect(try names(ledger, ledger.cooperation(asOf: "2015-02-28")) == [])
        #expect(document.attachment(attachments[1].commitment) == attachments[1])
        #expect(ledger.records.compactMap(\.act.attachment) == attachments)
        // What the pen was given is the file and its media type; the act holds neither.
        let (act, written) = try ledger.act(attach(), period("2020"))
        #expect(written.first?.matter == .file(media: "application/pdf", bytes: SampleFile.pdf))
        #expect(try act.proses().map(\.commitment).contains(#require(written.first).commitment))
        // Recorded anew, the document keeps its files.
        try ledger.record(Sample.document("avtal"), period("2017"))
        #expect(try names(ledger, ledger.live) == ["avtal.pdf", "bild.png"])
    }

    @Test("and no longer from the day that it is detached")
    func detach() throws {
        var ledger = try ledger()
        try ledger.record(attach("a"), period("2015-03-01"))
        try ledger.record(attach("b"), period("2015-04-01"))
        let commitment = try #require(ledger.live.documents[id("avtal")]?.attachings.first).fact.attachment.commitment
        func detach(_ document: String = "avtal", reason: String = "Fel fil.") throws -> DetachFile {
            DetachFile(try id(document), commitment, reason: reason)
        }
        #expect(try ledger.refusal(detach(reason: " "), "2016") == Answer(code: "documents.detach-reason", field: "reason"))
        #expect(try ledger.refusal(detach("plan"), "2016") == Answer(code: "documents.unknown-file", field: "file"))
        #expect(try ledger.refusal(detach("inget"), "2016") == Answer(code: "documents.unknown", field: "document"))
        #expect(try ledger.refusal(detach(), "2015-02-01") == Answer(code: "documents.unknown-file", field: "file"))
        try ledger.record(detach(), period("2016-01-01"))
        #expect(try names(ledger, ledger.live) == ["b.pdf"])
        #expect(try names(ledger, ledger.cooperation(asOf: "2015-12-31")) == ["a.pdf", "b.pdf"])
        #expect(try ledger.refusal(detach(), "2017") == Answer(code: "documents.unknown-file", field: "file"))
        // What it rests on can't be struck.
        #expect(try ledger.code(StrikeRecord(Position(3), reason: "Fel."), "2017-01-01") == "record.would-void")
        #expect(try ledger.code(StrikeRecord(Position(5), reason: "Fel."), "2017-01-01") == nil)
        #expect(try ledger.code(StrikeRecord(Position(1), reason: "Fel."), "2017-01-01") == "record.would-void")
    }

    @Test("what isn't a file that is taken, or has no document, is refused and nothing is written")
    func refused() throws {
        let ledger = try ledger()
        #expect(try ledger.refusal(attach("a", []), "2015") == Answer(code: "documents.file-empty", field: "file"))
        #expect(
            try ledger.refusal(attach("a.pdf", Array("<html>".utf8)), "2015")
                == Answer(code: "documents.file-kind", field: "file")
        )
        #expect(try ledger.refusal(attach(to: "inget"), "2015") == Answer(code: "documents.unknown", field: "document"))
        #expect(try ledger.refusal(attach(), "2009") == Answer(code: "documents.unknown", field: "document"))
        #expect(try ledger.refusal(attach(), "2010-08-18") == .accepted)
    }

    @Test("twenty files are taken for each document")
    func many() throws {
        var ledger = try ledger()
        for number in 1...Document.Attachment.mostOfDocument { try ledger.record(attach("\(number)"), period("2015")) }
        let tooMany = Answer(code: "documents.too-many-files", field: "file")
        #expect(try ledger.refusal(attach(), "2016") == tooMany)
        #expect(try ledger.refusal(attach(to: "plan"), "2016") == .accepted)
        let first = try #require(ledger.live.documents[id("avtal")]?.attachings.first).fact.attachment.commitment
        // One in the place of another is no more than before.
        #expect(try ledger.refusal(CorrectRecord(Position(3), with: attach(), reason: "Fel fil."), "2015") == .accepted)
        try ledger.record(DetachFile(id("avtal"), first, reason: "Fel."), period("2016"))
        #expect(try ledger.refusal(attach(), "2017") == .accepted)
    }

    @Test("the same file can't be attached twice; a recorded act that says so means nothing")
    func twice() throws {
        var ledger = try ledger()
        try ledger.record(attach(), period("2015"))
        let record = try #require(ledger.records.last)
        #expect(ledger.live.objection(to: record.act)?.code == "documents.attached-already")
        var cooperation = ledger.live
        cooperation.apply(record.act, at: record.happened, position: Position(9))
        #expect(cooperation.hasVoidActs)
        #expect(cooperation.documents == ledger.live.documents)
    }

    @Test("a document without files has the canonical form that it had before there were any")
    func canonical() throws {
        var ledger = try Ledger([("2010", Sample.document("avtal"))])
        let before = try ledger.live.canonicalForm()
        try ledger.record(attach(), period("2015-03-01"))
        let attachment = try #require(ledger.live.documents[id("avtal")]?.attachings.first).fact.attachment
        let after = String(decoding: try ledger.live.canonicalForm(), as: UTF8.self)
        #expect(
            after == String(decoding: before, as: UTF8.self) + """
                attachment 2015-03-01 {"attachment":{"commitment":"\(attachment.commitment.hexadecimal)","kind":"pdf",\
                "name":"\(attachment.name.commitment.hexadecimal)","size":\(attachment.size)},"document":"avtal","remarks":[]}

                """
        )
        try ledger.record(DetachFile(id("avtal"), attachment.commitment, reason: "Fel."), period("2016"))
        #expect(try ledger.live.canonicalForm() == before)
    }

    @Test("what is withdrawn takes its files with it, on every day, and what was done with them")
    func withdrawn() throws {
        var ledger = try ledger()
        try ledger.record(attach(), period("2015"))
        let subject = Subject.document(try id("avtal"))
        #expect(try ledger.view(on: "2016-01-01").acts(about: [subject]).count == 2)
        try ledger.record(ChangeVisibility(subject, isShown: false, reason: "Skäl."), period("2020-01-01"))
        for text in ["2016-01-01", "2020-01-01"] {
            let view = try ledger.view(on: text)
            #expect(view.cooperation.documents[try id("avtal")] == nil)
            #expect(view.acts(about: [subject]).isEmpty)
        }
    }
}
