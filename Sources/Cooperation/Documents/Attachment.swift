extension Document {
    /// A file that belongs to a document.
    ///
    /// The act holds a salted commitment to the bytes, never a hash that somebody could try files against: what is erased must not be
    /// possible to recognise. The bytes lie beside the journal, as texts do.
    package struct Attachment: Hashable, Sendable, Codable {
        /// The commitment to the media type and the bytes.
        package var commitment: Commitment
        package var kind: FileKind
        /// What the file is called, with its suffix; a text, since a name may name a person.
        package var name: Prose
        /// How many bytes it has.
        package var size: Int

        /// The most files of one document.
        package static let mostOfDocument = 20
    }

    /// That a file was attached to a document.
    package struct Attaching: Hashable, Sendable, Codable {
        package var document: ID
        package var attachment: Attachment
        package var remarks: [Prose]
    }

    /// That a file doesn't belong to its document any longer.
    package struct Detaching: Hashable, Sendable, Codable {
        package var document: ID
        /// The commitment of the attachment.
        package var commitment: Commitment
        package var reason: Prose
    }

    /// The file with that commitment, when it is attached.
    package func attachment(_ commitment: Commitment) -> Attachment? {
        attachings.first { $0.fact.attachment.commitment == commitment }?.fact.attachment
    }
}

extension Act {
    /// The file that the act attached, also when it did so by correcting another; nil for every other act.
    package var attachment: Document.Attachment? {
        switch self {
        case .documents(.attached(let attaching)): attaching.attachment
        case .ratification(.decided(let decided)): decided.decision.extract
        case .ratification(.extracted(let extract)): extract.attachment
        case .ratification(.annexed(let annexing)): annexing.annex.attachment
        case .record(.corrected(let correction)): correction.extract ?? correction.replacement.attachment
        case .record(.struck(let strike)): strike.extract
        default: nil
        }
    }
}

/// Asks that a file be attached to a document.
package struct AttachFile: Request {
    package var document: Document.ID
    /// The name as it was sent; it is cleaned, and its suffix is set by the kind.
    package var name: String
    package var bytes: [UInt8]
    package var remarks: [String]

    /// Attaches those bytes under that name.
    package init(_ document: Document.ID, name: String, bytes: [UInt8], remarks: [String] = []) {
        self.document = document
        self.name = name
        self.bytes = bytes
        self.remarks = remarks
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard let attached = cooperation.documents[document] else { throw .unknownDocument(document) }
        let kind = try FileKind(of: bytes)
        // Asked here and not by the fold, so that the limit can be changed without changing what has been.
        guard attached.attachings.count < Document.Attachment.mostOfDocument else { throw .tooManyFiles(attached.facts.title) }
        let attachment = Document.Attachment(
            commitment: pen.write(bytes, media: kind.mediaType),
            kind: kind,
            name: pen.write(FileName.cleaned(name, as: kind)),
            size: bytes.count
        )
        return try cooperation.accepting(
            .documents(.attached(.init(document: document, attachment: attachment, remarks: pen.write(remarks))))
        )
    }
}

/// Asks that a file belong to its document no longer.
///
/// It is still kept, and is shown on the days when it did belong; to be rid of it for good it must be erased.
package struct DetachFile: Request {
    package var document: Document.ID
    package var commitment: Commitment
    package var reason: String

    /// Detaches the file with that commitment; the reason is plain text and required.
    package init(_ document: Document.ID, _ commitment: Commitment, reason: String) {
        self.document = document
        self.commitment = commitment
        self.reason = reason
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !reason.isBlank else {
            throw Refusal("documents.detach-reason", field: "reason", "Skriv varför filen tas bort. Skälet sparas för alltid.")
        }
        return try cooperation.accepting(
            .documents(.detached(.init(document: document, commitment: commitment, reason: pen.write(reason))))
        )
    }
}

extension Refusal {
    fileprivate static func tooManyFiles(_ title: String) -> Refusal {
        Refusal(
            "documents.too-many-files",
            field: "file",
            "\(title) har redan \(Document.Attachment.mostOfDocument) filer, och fler tas inte emot. Ta bort en som inte behövs."
        )
    }

    static func attachedAlready(_ title: String) -> Refusal {
        Refusal("documents.attached-already", field: "file", "Filen hör redan till \(title).")
    }

    static func unknownFile(_ title: String) -> Refusal {
        Refusal("documents.unknown-file", field: "file", "Filen hörde inte till \(title) den dagen. Kontrollera filen och dagen.")
    }
}
