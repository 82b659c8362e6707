package import Markup
import NIOCore

/// Style sheets, scripts and pictures, in memory from the start.
///
/// A file's address holds a fingerprint of its bytes, so it can be kept for ever; a page made by another version asks for another
/// address. A fingerprint that we don't have is not found, rather than answered with the wrong bytes.
package struct Assets: Sendable {
    /// A file as it comes with the program.
    package struct File: Sendable {
        package let name: String
        package let mediaType: String
        package let bytes: [UInt8]

        package init(name: String, mediaType: String, bytes: [UInt8]) {
            self.name = name
            self.mediaType = mediaType
            self.bytes = bytes
        }
    }

    private let prepared: [String: Prepared]
    private let paths: [String: String]

    /// Compresses the files and gives them their addresses.
    package init(_ files: [File]) async {
        var prepared: [String: Prepared] = [:]
        var paths: [String: String] = [:]
        for file in files {
            let answer = Answer(mediaType: file.mediaType, body: ByteBuffer(bytes: file.bytes), caching: .immutable)
            let path = Self.path(file.name, Fingerprint(answer.body).shortText)
            prepared[path] = await Prepared(answer, language: .swedish, stamp: nil, compression: 9, isPrivate: false)
            paths[file.name] = path
        }
        self.prepared = prepared
        self.paths = paths
    }

    /// No files at all.
    package static let none = Assets()

    private init() {
        prepared = [:]
        paths = [:]
    }

    /// The address of a file, by the name it has in the source; nil if there is no such file.
    package func address(of name: String) -> Address? {
        paths[name].flatMap { Address($0) }
    }

    func file(at path: String) -> Prepared? {
        prepared[path]
    }

    /// `site.css` becomes `/tillgangar/site.3f2a….css`.
    private static func path(_ name: String, _ print: String) -> String {
        guard let point = name.lastIndex(of: ".") else { return "/tillgangar/\(name).\(print)" }
        return "/tillgangar/\(name[..<point]).\(print)\(name[point...])"
    }
}
