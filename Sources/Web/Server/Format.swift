/// The forms that one view comes in; the page itself has no suffix in its address.
package enum Format: String, Sendable, CaseIterable {
    case page = ""
    case json, csv, ics, atom, xml, svg, png, txt, pdf, docx, odt, xlsx, zip, sqlite, rdf, ttl, jsonld, geojson

    /// What the answer's `Content-Type` says.
    package var mediaType: String {
        switch self {
        case .page: "text/html; charset=utf-8"
        case .json: "application/json; charset=utf-8"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .ics: "text/calendar; charset=utf-8"
        case .atom: "application/atom+xml; charset=utf-8"
        case .xml: "application/xml; charset=utf-8"
        case .svg: "image/svg+xml; charset=utf-8"
        case .png: "image/png"
        case .txt: "text/plain; charset=utf-8"
        case .pdf: "application/pdf"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .odt: "application/vnd.oasis.opendocument.text"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .zip: "application/zip"
        case .sqlite: "application/vnd.sqlite3"
        case .rdf: "application/rdf+xml; charset=utf-8"
        case .ttl: "text/turtle; charset=utf-8"
        case .jsonld: "application/ld+json; charset=utf-8"
        case .geojson: "application/geo+json"
        }
    }

    /// Splits the last step of a path into what stands before a suffix that we know, and that suffix.
    static func split(_ step: String) -> (stem: String, format: Format) {
        guard let point = step.utf8.lastIndex(of: UInt8(ascii: ".")), point > step.startIndex else { return (step, .page) }
        guard let format = Format(rawValue: String(step[step.utf8.index(after: point)...])), format != .page
        else { return (step, .page) }
        return (String(step[..<point]), format)
    }
}
