import Cooperation
import HTTPTypes
import NIOCore
import Registry

extension Site {
    /// The steering documents.
    var documentsRoutes: [Route] {
        let reads = [QueryName.day, QueryName.knownBy]
        return [
            Route(
                .get,
                "/dokument",
                reads: reads + [QueryName.kind],
                formats: [.page, .json, .csv],
                isCached: true
            ) { asked in
                let reading = try readings.take(for: asked)
                let page = DocumentsPage(reading, chosen: asked.query[QueryName.kind])
                let shell = Shell(
                    title: page.title(reading.words),
                    description: page.leadSentence(reading),
                    steps: ["dokument"],
                    query: page.kind.map { [(QueryName.kind, $0)] } ?? [],
                    place: .documents,
                    formats: [.json, .csv]
                )
                return try answer(asked, page, in: shell, reading, table: { page.table(reading.words) }) {
                    page.write($0, reading)
                }
            },
            Route(.get, "/dokument/{name}", reads: reads, formats: [.page, .json, .atom], isCached: true) { asked in
                let reading = try readings.take(for: asked)
                guard let id = Document.ID(asked["name"]), let document = reading.cooperation.documents[id] else {
                    throw reading.notThen
                }
                let page = DocumentPage(document, reading)
                let history = reading.history(of: .document(id))
                let shell = Shell(
                    title: page.title,
                    description: reading.words.sentence(on: page),
                    steps: ["dokument", page.id],
                    place: .documents,
                    above: [.init(name: reading.words.documents.title, steps: ["dokument"])],
                    formats: [.json, .atom],
                    subject: .document(id)
                )
                return try answer(asked, page, in: shell, reading, history: { history }) {
                    page.write($0, reading, history: history)
                }
            },
            Route(.get, "/dokument/{name}/filer/{file}", reads: reads, deadline: .seconds(30)) { asked in
                try await download(asked)
            },
        ]
    }

    /// A file of a document, through the same gate and on the same day as the document's page.
    private func download(_ asked: Asked) async throws -> Answer {
        let reading = try readings.take(for: asked)
        let words = reading.words.documents
        guard let id = Document.ID(asked["name"]), let document = reading.cooperation.documents[id] else {
            throw reading.notThen
        }
        let attachments = document.attachings.lazy.map(\.fact.attachment)
        guard let attachment = attachments.first(where: { $0.figures == asked["file"] }) else {
            throw reading.hasAttached(asked["file"], to: id) ? Fault.gone(words.fileDetached) : reading.notThen
        }
        return try await download(attachment, reading)
    }

    /// A file that may be seen, to be saved.
    func download(_ attachment: Document.Attachment, _ reading: Reading) async throws -> Answer {
        let words = reading.words.documents
        guard let room = downloads.room(for: attachment.size) else { throw Fault.unavailable(words.busyWithFiles) }
        switch try await readings.registrar.file(attachment.commitment) {
        case .kept(_, let bytes):
            // What the file is stands in the act; its name may have been erased by itself.
            var answer = Answer.download(
                mediaType: attachment.kind.mediaType,
                ByteBuffer(bytes: bytes),
                name: FileName.cleaned(reading.text(attachment.name), as: attachment.kind)
            )
            answer.hold = room
            return answer
        case .erased(let decision): throw Fault.gone(reading.words.frame.erased(decision))
        case nil: throw LostFile()
        }
    }
}

/// An act refers to a file that the store has never had: the installation is damaged.
struct LostFile: Error {}

extension Reading {
    /// Whether a file had been attached to a document by the day that is asked about, as far as the acts may be seen.
    fileprivate func hasAttached(_ figures: String, to document: Document.ID) -> Bool {
        view.acts(about: [.document(document)]).contains { $0.act.attachment?.figures == figures }
    }

    /// What a file was called when it was attached; nil when no act that may be seen says so.
    func nameOfFile(_ commitment: Commitment, of document: Document.ID) -> String? {
        view.acts(about: [.document(document)]).lazy.compactMap(\.act.attachment).first { $0.commitment == commitment }
            .map { text($0.name) }
    }
}
