/// A list as rows of cells: what a CSV file beside a page holds.
struct Table: Sendable {
    var columns: [String]
    var rows: [[String]]

    /// The table as RFC 4180 has it, in UTF-8 with a byte order mark, without which spreadsheets read å, ä and ö wrong.
    ///
    /// A cell that a spreadsheet would take for a formula gets an apostrophe before it; a number below zero is none.
    var csv: [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in [columns] + rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(cell, into: &bytes)
            }
            bytes += "\r\n".utf8
        }
        return bytes
    }

    /// Whether a cell is a number below zero: a minus sign, figures and at most one point among them.
    private static func isNegative(_ cell: String) -> Bool {
        let parts = cell.utf8.dropFirst().split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return cell.utf8.first == UInt8(ascii: "-") && parts.count <= 2
            && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private static func write(_ cell: String, into bytes: inout [UInt8]) {
        let isFormula = cell.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false && !isNegative(cell)
        let text = isFormula ? "'" + cell : cell
        guard text.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else {
            bytes += text.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
