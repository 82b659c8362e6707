import Cooperation
import FoundationEssentials
import Testing

@testable import Journal
@testable import Registry

@Suite("Files beside the journal") struct FileTests {
    private let folder = TemporaryFolder()
    private let clock: Clock
    private let document: Document.ID

    init() throws {
        clock = try Clock("2026-11-23")
        document = try #require(Document.ID("avtal"))
    }

    /// A file of that many bytes and more.
    private func pdf(_ filling: Int = 0) -> [UInt8] {
        Array("%PDF-1.7\n".utf8) + (0..<filling).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            + Array("\nstartxref\n9\n%%EOF\n".utf8)
    }

    private func open() async throws -> Registrar {
        let registrar = try await Registrar.open(folder, clock)
        _ = try await registrar.perform(
            RecordDocument(id: document, title: "Avtal", kind: "avtal"),
            happened: period("2020"),
            as: .importer
        )
        return registrar
    }

    @discardableResult
    private func attach(_ registrar: Registrar, _ bytes: [UInt8], name: String = "avtal.pdf", form: [UInt8]? = nil) async throws
        -> Document.Attachment
    {
        _ = try await registrar.perform(
            AttachFile(document, name: name, bytes: bytes),
            happened: period("2026-11-23"),
            as: .importer,
            form: form
        )
        return try #require(registrar.snapshot.cooperation.documents[document]?.attachings.last).fact.attachment
    }

    private func content(_ attachment: Document.Attachment) throws -> Digest {
        try #require(Digest(bytes: attachment.commitment.bytes))
    }

    @Test("a file is found by its commitment, also after a restart; it isn't held among the texts")
    func kept() async throws {
        var registrar = try await open()
        let bytes = pdf(3_000)
        let attachment = try await attach(registrar, bytes)
        for _ in 0..<2 {
            #expect(try await registrar.file(attachment.commitment) == .kept(media: "application/pdf", bytes: bytes))
            #expect(registrar.snapshot.texts.wording(of: attachment.name) == .text("avtal.pdf"))
            #expect(registrar.snapshot.texts.wording(of: Prose(attachment.commitment)) == .missing)
            registrar = try await Registrar.open(folder, clock)
        }
        let unknown = try #require(Commitment(bytes: [UInt8](repeating: 7, count: 32)))
        #expect(try await registrar.file(unknown) == nil)
        #expect(Verification.walk(file: folder.data.database, includingContents: true).contents == 2)
    }

    @Test("the same bytes are two files, so that neither can be recognised by the other")
    func salted() async throws {
        let registrar = try await open()
        let (one, two) = (try await attach(registrar, pdf()), try await attach(registrar, pdf()))
        #expect(one.commitment != two.commitment)
        let hash = Digest(of: pdf()).hex
        let payloads = try Journal(file: folder.data.database, mode: .readOnly).entries(after: 0, limit: 9)
            .map { String(decoding: $0.payload, as: UTF8.self) }
        #expect(!payloads.contains { $0.contains(hash) })
        // The same form is answered once.
        let form = Array("form".utf8)
        let three = try await attach(registrar, pdf(), form: form)
        #expect(try await attach(registrar, pdf(), form: form) == three)
    }

    @Test("a refused file leaves nothing behind")
    func refused() async throws {
        let registrar = try await open()
        for bytes in [[], Array("<html>".utf8), Array(pdf().dropLast(9))] {
            await #expect(throws: Refusal.self) { try await attach(registrar, bytes) }
        }
        #expect(Verification.walk(file: folder.data.database, includingContents: true).contents == 0)
        #expect(registrar.snapshot.position == 1)
    }

    @Test("many are read while others are recorded, and a closed journal still lies whole in one file")
    func beside() async throws {
        let registrar = try await open()
        let attachment = try await attach(registrar, pdf(200_000))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let file = try await registrar.file(attachment.commitment)
                    #expect(file == .kept(media: "application/pdf", bytes: pdf(200_000)))
                }
                group.addTask {
                    _ = try await registrar.perform(figure(number), happened: period("2020-01-01"), as: .importer)
                }
            }
            try await group.waitForAll()
        }
        await registrar.close()
        #expect(!DurableFile.exists(folder.data.database + "-wal"))
        #expect(try await registrar.file(attachment.commitment) != nil)
    }

    @Test("a full disk takes no part of a file, and the file can be sent again when there is room")
    func full() async throws {
        var registrar = try await open()
        await registrar.close()
        let journal = try Journal(file: folder.data.database, mode: .readWrite(create: false))
        try journal.limitPages(to: 60)
        let read = try await ReadJournal(journal)
        registrar = Registrar(
            journal: journal,
            snapshot: read.snapshot,
            lastRecorded: read.lastRecorded,
            version: "1.0",
            erasuresFile: "",
            clock: clock.now
        )
        let (bytes, form) = (pdf(400_000), Array("form".utf8))
        await #expect(throws: Registrar.Unavailable.storageFull) { try await attach(registrar, bytes, form: form) }
        #expect(registrar.snapshot.position == 1)
        let report = Verification.walk(file: folder.data.database, includingContents: true)
        #expect(report.isWhole && report.contents == 0 && report.tip.position == 1)
        registrar = try await Registrar.open(folder, clock)
        let attachment = try await attach(registrar, bytes, form: form)
        #expect(try await registrar.file(attachment.commitment) == .kept(media: "application/pdf", bytes: bytes))
    }

    @Test("an erased file is gone for good, says by which decision, and the chain is as whole as before")
    func erased() async throws {
        var registrar = try await open()
        let secret = Array("ett hemligt namn i filen".utf8)
        let attachment = try await attach(registrar, pdf() + secret + pdf().dropFirst(9))
        let journal = try Journal(file: folder.data.database, mode: .readWrite(create: false))
        let count = try journal.erase([.content(content(attachment))], decision: "KS 2026/12", list: folder.data.erasures)
        #expect(count == 1)
        #expect(try await registrar.file(attachment.commitment) == .erased(decision: "KS 2026/12"))
        registrar = try await Registrar.open(folder, clock)
        #expect(registrar.snapshot.texts.wording(of: Prose(attachment.commitment)) == .erased(decision: "KS 2026/12"))
        #expect(registrar.snapshot.texts.wording(of: attachment.name) == .text("avtal.pdf"))
        let report = Verification.walk(file: folder.data.database, includingContents: true)
        #expect(report.isWhole && report.contents == 1 && report.erased == 1)
        let database = try #require(try DurableFile.read(folder.data.database))
        #expect(!database.contains(secret))
    }

    @Test("a backup has the files, and a changed byte in one is found")
    func backup() async throws {
        let registrar = try await open()
        let attachment = try await attach(registrar, pdf(50_000))
        let copy = folder.path + "/kopia.sqlite"
        try Journal(file: folder.data.database, mode: .readOnly).backup(to: copy)
        let stored = try Journal(file: copy, mode: .readOnly).content(content(attachment))
        #expect(stored == .kept(media: "application/pdf", bytes: pdf(50_000)))
        let connection = try SQLiteConnection(copy, mode: .readWrite)
        for change in ["bytes = CAST(bytes || x'00' AS BLOB)", "media = 'text/html'"] {
            try connection.run("BEGIN")
            try connection.run("UPDATE content SET \(change) WHERE media = 'application/pdf'")
            try connection.run("COMMIT")
            let report = Verification.walk(file: copy, includingContents: true)
            #expect(report.finding == .content(commitment: try content(attachment), .commitment), "\(change)")
            try connection.run(
                "UPDATE content SET bytes = $1, media = 'application/pdf' WHERE media <> 'text/plain; charset=utf-8'",
                .blob(pdf(50_000))
            )
            #expect(Verification.walk(file: copy, includingContents: true).isWhole)
        }
    }

    @Test("the public export lists files without their bytes, with what it takes to check them; those withdrawn not at all")
    func export() async throws {
        let registrar = try await open()
        let (one, two) = (try await attach(registrar, pdf(40)), try await attach(registrar, pdf(80), name: "två"))
        _ = try await registrar.perform(
            DetachFile(document, two.commitment, reason: "Fel fil."),
            happened: period("2026-11-23"),
            as: .importer
        )
        func export() async throws -> PublicExport {
            try await PublicExport(Journal(file: folder.data.database, mode: .readOnly), on: day("2026-11-23"))
        }
        let first = try await export()
        #expect(Set(first.files.keys) == [one.commitment.hexadecimal, two.commitment.hexadecimal])
        #expect(first.texts[one.commitment.hexadecimal] == nil)
        #expect(first.texts[one.name.commitment.hexadecimal]?.text == "avtal.pdf")
        let file = try #require(first.files[one.commitment.hexadecimal])
        let (salt, media) = (try #require(file.salt.flatMap { Digest(hex: $0) }), try #require(file.media))
        #expect(try NewContent(salt: salt.bytes, media: media, bytes: pdf(40)).commitment == content(one))
        let text = String(decoding: try first.json(), as: UTF8.self)
        #expect(!text.contains("startxref"))

        let journal = try Journal(file: folder.data.database, mode: .readWrite(create: false))
        #expect(try journal.erase([.content(content(one))], decision: "KS 1", list: folder.data.erasures) == 1)
        let second = try await export()
        #expect(second.files[one.commitment.hexadecimal]?.erased == "KS 1")
        #expect(second.files[one.commitment.hexadecimal]?.salt == nil && second.files[one.commitment.hexadecimal]?.media == nil)

        _ = try await registrar.perform(
            ChangeVisibility(.document(document), isShown: false, reason: "Prov."),
            happened: period("2026-11-23"),
            as: .importer
        )
        let third = try await export()
        #expect(third.files.isEmpty)
        let hidden = String(decoding: try third.json(), as: UTF8.self)
        #expect(!hidden.contains("avtal.pdf") && !hidden.contains(one.commitment.hexadecimal))
    }
}
