import CZlib

/// A ZIP archive whose files are stored as they are, with the same bytes each time it is made of the same files.
///
/// The form is that of APPNOTE.TXT 6.3.3 §§ 4.3.7, 4.3.12 and 4.3.16: what any system opens without a program of its own. Files that are
/// compressed already, as PDF and DOCX are, gain nothing by being so once more.
package struct Archive {
    private var files: [UInt8] = []
    private var contents: [UInt8] = []
    private var count: UInt16 = 0
    private let day: UInt16

    /// An archive with nothing in it.
    ///
    /// - Parameter day: the day that its files are given, from 1980 on; an earlier one counts as the first of 1980.
    package init(day: (year: Int, month: Int, day: Int) = (1980, 1, 1)) {
        let isWritable = (1980...2107).contains(day.year) && (1...12).contains(day.month) && (1...31).contains(day.day)
        let (year, month, date) = isWritable ? day : (1980, 1, 1)
        self.day = UInt16((year - 1980) << 9 | month << 5 | date)
    }

    /// Adds a file.
    ///
    /// - Parameters:
    ///   - name: letters of ASCII, since old programs read others each in its own way.
    ///   - bytes: its content; all files together must be smaller than four gigabytes.
    package mutating func add(_ name: String, _ bytes: [UInt8]) {
        let place = UInt32(files.count)
        // Version 2.0, stored, at midnight.
        var facts = Self.little(20 as UInt16) + Self.little(0 as UInt16) + Self.little(0 as UInt16)
        facts += Self.little(0 as UInt16) + Self.little(day)
        facts += Self.little(UInt32(crc32(0, bytes, UInt32(bytes.count))))
        facts += Self.little(UInt32(bytes.count)) + Self.little(UInt32(bytes.count))
        facts += Self.little(UInt16(name.utf8.count)) + Self.little(0 as UInt16)
        files += "PK\u{3}\u{4}".utf8
        files += facts + name.utf8 + bytes
        contents += "PK\u{1}\u{2}".utf8
        contents += Self.little(20 as UInt16) + facts + [UInt8](repeating: 0, count: 10) + Self.little(place) + name.utf8
        count += 1
    }

    /// The archive with its table of contents.
    package func finished() -> [UInt8] {
        var end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
        end += Self.little(count) + Self.little(count)
        end += Self.little(UInt32(contents.count)) + Self.little(UInt32(files.count)) + [0, 0]
        return files + contents + end
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
