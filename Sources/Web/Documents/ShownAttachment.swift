import Cooperation
import Markup

/// A file of a document, ready to show.
struct ShownAttachment: Encodable, Sendable {
    /// What the file is called; that it is erased, when its name is.
    var name: String
    var kind: FileKind
    var mediaType: String
    /// How many bytes it has.
    var size: Int
    /// When it was attached.
    var attached: Period
    /// 64 hexadecimal figures; the salt that it takes to check it stands in the export.
    var commitment: String
    /// The path of the file; nil when it has been erased.
    var path: String?
    /// The decision by which it was erased.
    var erased: String?
    var remarks: [String]

    /// The files of a document, in the order that they were attached.
    static func all(_ document: Document, _ reading: Reading) -> [ShownAttachment] {
        document.attachings.map { dated in
            let attachment = dated.fact.attachment
            var shown = ShownAttachment(
                name: reading.text(attachment.name),
                kind: attachment.kind,
                mediaType: attachment.kind.mediaType,
                size: attachment.size,
                attached: dated.period,
                commitment: attachment.commitment.hexadecimal,
                remarks: reading.texts(dated.fact.remarks)
            )
            if let decision = reading.erasure(of: attachment.commitment) {
                shown.erased = decision
            } else {
                shown.path = reading.address(steps: attachment.steps(in: document.facts.id)).text
            }
            return shown
        }
    }
}

extension Document.Attachment {
    /// How many figures of its commitment an address has: enough to tell files of one document apart, and no longer than it need be.
    static let figuresInAddress = 16

    /// The file's place in addresses.
    var figures: String { String(commitment.hexadecimal.prefix(Self.figuresInAddress)) }

    /// The steps of the file's address.
    func steps(in document: Document.ID) -> [String] { ["dokument", document.text, "filer", figures] }
}

extension Words {
    /// What a kind of file is called: 'PDF-fil'.
    func name(of kind: FileKind) -> String {
        switch kind {
        case .pdf: documents.filePDF
        case .docx: documents.fileDOCX
        case .odt: documents.fileODT
        case .xlsx: documents.fileXLSX
        case .png: documents.filePNG
        case .jpeg: documents.fileJPEG
        case .webp: documents.fileWebP
        }
    }

    /// How large something is: '1,2 MB', '340 kB', '12 byte'.
    func size(_ bytes: Int) -> String {
        // What rounds to a thousand is told in the next unit.
        switch bytes {
        case ..<1_000: documents.bytes(number(bytes))
        case ..<999_500: "\(number((bytes + 500) / 1_000))\u{A0}kB"
        default:
            // A round number needs no decimal: '20 MB'.
            (bytes + 50_000) / 100_000 % 10 == 0
                ? "\(number((bytes + 50_000) / 1_000_000))\u{A0}MB"
                : "\(decimal(hundredths: (bytes + 5_000) / 10_000, decimals: 1))\u{A0}MB"
        }
    }
}

extension HTML {
    /// The files of a document, each with what it is and how large; and for who may, the ways to remove one and to attach another.
    func attachments(_ attachments: [ShownAttachment], of document: String, _ reading: Reading) {
        let words = reading.words
        guard !attachments.isEmpty else { return attach(document, reading) }
        let mayChange = reading.isNow && reading.viewer.may(.attachFile)
        section(.class("attachments"), .labelled(by: "filer")) {
            h2(words.documents.files, .id("filer"))
            ul {
                for attachment in attachments {
                    li {
                        if let decision = attachment.erased {
                            p(words.frame.erased(decision))
                        } else if let path = attachment.path, let address = Address(path) {
                            a(attachment.name, to: address, .content)
                            text(" ")
                            small("\(words.name(of: attachment.kind)), \(words.size(attachment.size))")
                        }
                        for remark in attachment.remarks { p(remark, .content) }
                        if mayChange {
                            let figures = String(attachment.commitment.prefix(Document.Attachment.figuresInAddress))
                            text(" ")
                            editLink(
                                words.documentForms.detach,
                                of: attachment.name,
                                to: reading.address("dokument", document, "filer", figures, "ta-bort")
                            )
                        }
                    }
                }
            }
            attach(document, reading)
        }
    }
}
