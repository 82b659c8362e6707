import Glibc
import Testing

@testable import DocumentTools

/// What the tests work with, as the repository and the machine have it.
enum Desk {
    /// The repository's folder, also where the sources are reached by a link.
    static let root: String = {
        let whole = realpath(#filePath, nil)
        defer { free(whole) }
        let path = whole.map { String(cString: $0) } ?? #filePath
        return path.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    }()

    static let folders = (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init)

    /// The tools, with room for all tests at once.
    static let tools = DocumentTools(lookingIn: folders, typst: typst, mostWaiting: 1000, bounds: bounds)

    /// The installation's own typst, or the one of the test tools.
    static let typst: String? =
        getenv("SAMVERKA_TYPST").map { String(cString: $0) } ?? (python == nil ? nil : root + "/tools/typst")

    /// The Python with the test tools; `bin/test` puts it there.
    static let python = Program(at: root + "/.samverka/venv/bin/python")

    static let bounds = Program.Bounds(seconds: 60, memory: 1 << 30, output: 64 << 20)

    /// Runs a program of the machine's on some bytes.
    static func run(_ name: String, _ arguments: [String], on input: [UInt8] = []) throws -> [UInt8] {
        let program = try #require(Program(named: name, lookingIn: folders))
        let folder = try TemporaryFolder()
        let outcome = try program.run(arguments, input: input, in: folder.path, epoch: 0, bounds: bounds)
        try #require(outcome.ending == .exited(0), "\(name): \(String(decoding: outcome.log, as: UTF8.self))")
        return outcome.output
    }

    /// Runs some lines of Python with the test tools on some bytes.
    static func python(_ script: String, on input: [UInt8] = []) throws -> [UInt8] {
        let python = try #require(python)
        let folder = try TemporaryFolder()
        let outcome = try python.run(["-c", script], input: input, in: folder.path, epoch: 0, bounds: bounds)
        try #require(outcome.ending == .exited(0), "\(String(decoding: outcome.log, as: UTF8.self))")
        return outcome.output
    }

    /// What other programs find in a printed document, a line `name<TAB>value` for each thing.
    static func facts(_ bytes: [UInt8], _ ending: String) throws -> [String] {
        let python = try #require(python)
        let folder = try TemporaryFolder()
        try folder.write(bytes, as: "printed." + ending)
        let script = root + "/Tests/Process/printed.py"
        let outcome = try python.run([script, folder.path + "/printed." + ending], in: folder.path, epoch: 0, bounds: bounds)
        try #require(outcome.ending == .exited(0), "\(String(decoding: outcome.log, as: UTF8.self))")
        return String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// A small generator with the same sequence for the same seed on every machine.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}

extension [String] {
    /// The values of the lines that have a name.
    func values(_ name: String) -> [String] {
        filter { $0.hasPrefix(name + "\t") }.map { String($0.dropFirst(name.count + 1)) }
    }
}

extension Trait where Self == ConditionTrait {
    /// Only where PDF can be made and looked at.
    static var withPDF: Self {
        .enabled(
            if: Desk.tools.canMakePDF && Desk.tools.canReadPDF,
            "typst eller pdftotext saknas: kör bin/test, som installerar dem"
        )
    }

    /// Only where pandoc is.
    static var withPandoc: Self {
        .enabled(if: Desk.tools.canMakeDOCX, "pandoc saknas: kör bin/test, som installerar det")
    }

    /// Only where the programs that look at documents are.
    static var withJudges: Self {
        .enabled(if: Desk.python != nil, "provverktygen i .samverka/venv saknas: kör bin/test, som installerar dem")
    }
}

/// The letters of a text without its white space, to hold against what a reader of another program got.
///
/// How lines are broken is not part of the text, nor are the marks that pdftotext puts around what runs from right to left.
func letters(_ text: String) -> String {
    var letters = String.UnicodeScalarView()
    for scalar in text.unicodeScalars
    where !scalar.properties.isWhitespace && !(0x202A...0x202E).contains(scalar.value) && scalar.value != 0xAD {
        letters.append(scalar)
    }
    return String(letters)
}

/// Whether some texts stand in another, one after another.
func stand(_ parts: [String], in text: String) -> Bool {
    var rest = Array(letters(text).utf8)[...]
    for part in parts {
        let wanted = Array(letters(part).utf8)
        guard let place = rest.indices.first(where: { rest[$0...].starts(with: wanted) }) else {
            Issue.record("not found: \(part)")
            return false
        }
        rest = rest[(place + wanted.count)...]
    }
    return true
}

extension PrintedDocument {
    /// A document with everything that there is.
    static let specimen = PrintedDocument(
        title: "Verksamhetsplan 2027",
        subtitle: "Förslag till samarbetskommittén",
        author: "Södertörnssamarbetet",
        date: "26 november 2026",
        made: 1_795_000_000,
        header: "Södertörnssamarbetet · VP 2027",
        footer: "Beredningsversion",
        blocks: [
            .heading(level: 2, [.plain("Inledning")]),
            .paragraph([
                .plain("Kommunerna samverkar om "), .strong("kompetensförsörjning"), .plain(", "), .emphasised("bostäder"),
                .plain(" och klimat. Se "), .link("samarbetets sidor", address: "https://samverkan.example/program?sprak=sv#mal"),
                .plain("."),
            ]),
            .heading(level: 4, [.plain("Bakgrund")]),
            .paragraph([
                .plain("Målet är att "), .removed("minska"), .plain(" "), .inserted("halvera"), .plain(" utsläppen."),
            ]),
            .list(
                ordered: true,
                items: [
                    [.paragraph([.plain("Kartlägg")]), .list(ordered: false, items: [[.paragraph([.plain("Vägar")])]])],
                    [.paragraph([.plain("Besluta")])],
                ]
            ),
            .heading(level: 2, [.plain("Ekonomi")]),
            .table(
                Table(
                    caption: [.plain("Kostnader per kommun")],
                    header: [[.plain("Kommun")], [.plain("Belopp")]],
                    rows: [[[.plain("Haninge")], [.plain("412 000 kr")]], [[.plain("Nynäshamn")]]]
                )
            ),
            .note([.plain("Beloppen är preliminära.")]),
        ]
    )

    /// A document with some paragraphs.
    static func saying(_ texts: [String], title: String = "Prov") -> PrintedDocument {
        PrintedDocument(title: title, author: "Prov", made: 1_795_000_000, blocks: texts.map { .paragraph([.plain($0)]) })
    }

    /// Texts that would do something if anybody took them for anything but text.
    static let hostileTexts = [
        "#panic(\"hej\")", "#include \"/etc/passwd\"", "#import \"@preview/x:1.0.0\"", "$x^2$ $ y $", "*stjärna* _streck_ `kod`",
        "= Rubrik", "- streck", "+ plus", "/ Ord: sak", "@hänvisning <etikett>", "// kommentar", "/* kommentar */",
        "\\ \\n \\u{41}",
        "a -- b --- c ... ~ 'enkelt' \"dubbelt\"", "<script>alert(1)</script>", "</w:t></w:r></w:p>", "&lt;&amp;&#65;]]>",
        "<!ENTITY x SYSTEM \"file:///etc/passwd\">", "**fet** [länk](javascript:alert) ![bild](/etc/passwd)", "# rubrik",
        "\\input{/etc/passwd} \\newpage", "{{ mall }} {% if %}", "\"}],\"blocks\":[", "fi fl ffi", "a  b   c", "Åse Öberg, 100 %",
        "http://exempel.example/a_b_c?d=e", "[^1]: fot", "| a | b |", "--- a", "%!PS", "é e\u{301}", "Привет Ελλάδα Łódź",
    ]
}
