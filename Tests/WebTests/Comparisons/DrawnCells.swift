/// The cells of a page's tables and the marks of its drawings, read from the bytes and nothing of the site's own.
enum DrawnCells {
    struct Mark: Equatable {
        var row: String
        var column: String
        var text: String
    }

    /// What each cell says, by its row and column: '0136 2022'.
    static func table(_ html: String) -> [String: String] {
        var cells: [String: String] = [:]
        for table in html.components(separatedBy: "<table").dropFirst() {
            let body = table.components(separatedBy: "</table>")[0]
            var columns: [String] = []
            for row in body.components(separatedBy: "<tr").dropFirst() {
                let parts = row.components(separatedBy: "<t").dropFirst()
                guard let key = attribute("data-rad", in: row.components(separatedBy: ">")[0]) else {
                    columns = parts.compactMap { attribute("data-kolumn", in: $0.components(separatedBy: ">")[0]) }
                    continue
                }
                let texts = parts.filter { $0.hasPrefix("d") }.map { part in
                    let rest = part.components(separatedBy: ">").dropFirst().joined(separator: ">")
                    return rest.components(separatedBy: "<")[0]
                }
                for (column, text) in zip(columns, texts) { cells["\(key) \(column)"] = text }
            }
        }
        return cells
    }

    /// The marks of the drawings of a shape, in order.
    static func marks(_ html: String, in shape: String) -> [Mark] {
        html.components(separatedBy: "<svg").dropFirst().flatMap { drawing -> [Mark] in
            let body = drawing.components(separatedBy: "</svg>")[0]
            guard body.components(separatedBy: ">")[0].holds(shape) else { return [] }
            return body.components(separatedBy: "data-rad=\"").dropFirst().compactMap { part in
                let parts = part.components(separatedBy: "<title>")
                guard parts.count > 1, let column = attribute("data-kolumn", in: parts[0]) else { return nil }
                return Mark(
                    row: part.components(separatedBy: "\"")[0],
                    column: column,
                    text: parts[1].components(separatedBy: "</title>")[0]
                )
            }
        }
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        let parts = tag.components(separatedBy: "\(name)=\"")
        return parts.count > 1 ? parts[1].components(separatedBy: "\"")[0] : nil
    }
}
