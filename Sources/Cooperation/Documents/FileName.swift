/// The name that a file is kept and fetched under.
package enum FileName {
    /// The most letters of a name, counted as Unicode scalars, the suffix too.
    package static let most = 120

    /// A name as it was sent, made fit to be shown and saved.
    ///
    /// Only what stands after the last slash is kept, without marks that don't show, turn the direction of writing or have a meaning in a
    /// path. What the file ends with is decided by its kind: a PDF that was called `avtal.exe` is `avtal.pdf`.
    package static func cleaned(_ sent: String, as kind: FileKind) -> String {
        let last = sent.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last.map { String($0) } ?? ""
        var name = String.UnicodeScalarView()
        for scalar in last.unicodeScalars {
            if scalar.properties.isWhitespace {
                if let end = name.last, end != " " { name.append(" ") }
            } else if "<>:\"|?*".unicodeScalars.contains(scalar) {
                name.append("_")
            } else if scalar.isShown {
                name.append(scalar)
            }
        }
        let suffix = ".\(kind.suffix)"
        var stem = trimmed(withoutSuffix(trimmed(name)))
        if stem.count > most - suffix.unicodeScalars.count {
            stem = trimmed(String.UnicodeScalarView(stem.prefix(most - suffix.unicodeScalars.count)))
        }
        return (stem.isEmpty ? "fil" : String(stem)) + suffix
    }

    /// Without blanks and points at either end: a name that begins with a point is hidden, and one that ends with one is cut.
    private static func trimmed(_ name: String.UnicodeScalarView) -> String.UnicodeScalarView {
        let isTrimmed = { (scalar: Unicode.Scalar) in scalar == " " || scalar == "." }
        var rest = name.drop(while: isTrimmed)
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return String.UnicodeScalarView(rest)
    }

    private static func withoutSuffix(_ name: String.UnicodeScalarView) -> String.UnicodeScalarView {
        guard let point = name.lastIndex(of: ".") else { return name }
        let suffix = String(name[name.index(after: point)...]).lowercased()
        return suffixes.contains(suffix) ? String.UnicodeScalarView(name[..<point]) : name
    }

    /// What names end with that is no part of them; 'Avtal 2010.08.18' ends with a day.
    private static let suffixes: Set<String> = [
        "pdf", "docx", "odt", "xlsx", "png", "jpg", "jpeg", "jpe", "webp", "doc", "docm", "dotx", "xls", "xlsm", "ods", "ppt",
        "pptx",
        "rtf", "txt", "htm", "html", "xhtml", "svg", "xml", "js", "zip", "exe", "com", "bat", "cmd", "scr", "lnk", "hta", "vbs",
        "ps1",
        "msi", "jar", "php", "gif", "tif", "tiff", "heic",
    ]
}

extension Unicode.Scalar {
    /// Whether it is neither a control, a mark of direction, nor another that doesn't show.
    fileprivate var isShown: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
