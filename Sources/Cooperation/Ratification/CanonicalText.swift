/// An edition's text in the form that is locked: plain words in reading order, the same wherever they are written.
///
/// It is what the boards decide on and what a board's annex is compared with, so it holds every word of the text and nothing that only
/// is layout. Lines end with a line feed; white space within a text is single spaces; a paragraph is a line. Each part stands under the
/// name of its level, and what is background says so. Once a text has been locked the form may never change, or its SHA-256 would.
package struct CanonicalText: Hashable, Sendable {
    /// A line of the text, and what it is.
    package enum Line: Hashable, Sendable {
        /// Heading of a level, 1 for the title of the whole.
        case heading(Int, String)
        case paragraph(String)
        /// One of several short texts.
        case item(String)
    }

    package let lines: [Line]

    /// The text of an edition.
    ///
    /// - Parameters:
    ///   - text: the edition.
    ///   - frames: the outer frames that it speaks of, as they were called when it was locked.
    ///   - words: what a commitment stands for.
    package init(_ text: Edition.Text, frames: [Proposal.ServedFrame], words: @escaping (Prose) -> String) {
        var writing = Writing(words: words)
        writing.add(.heading(1, text.title))
        writing.add(.paragraph("Gäller: \(text.validity.from.iso)\(text.validity.to.map { " till \($0.iso)" } ?? "")"))
        if let horizon = text.horizon { writing.add(.paragraph("Siktar mot: \(horizon)")) }
        if let vision = text.vision {
            writing.add(vision.title, under: "Vision")
            writing.add(vision.subtitle)
        }
        writing.add(text.purpose, under: "Syfte")
        writing.add(text.focus, under: "Inriktning")
        writing.add(text.principles, under: "Samarbetet kännetecknas av")
        writing.add(text.commitments, under: "Kommunerna ska verka för")
        writing.add(text.themes, under: "Genomgående teman")
        var depths: [Edition.Node.ID: Int] = [:]
        for node in text.nodes {
            let depth = (node.parent.flatMap { depths[$0] } ?? 0) + 1
            depths[node.id] = depth
            let level = text.levels.indices.contains(node.level) ? text.levels[node.level].name : ""
            writing.add(node, level: level, depth: depth, frames)
        }
        lines = writing.lines
    }

    /// The whole as text in UTF-8 with a line feed after each line: what the SHA-256 is taken of.
    package var plain: String {
        lines.map { line in
            switch line {
            case .heading(let level, let text): "\(String(repeating: "#", count: level)) \(text)\n"
            case .paragraph(let text): "\(text)\n"
            case .item(let text): "– \(text)\n"
            }
        }
        .joined()
    }

    /// The words alone, as a reader sees them: what a municipality's annex is compared with.
    package var reading: String {
        lines.map { line in
            switch line {
            case .heading(_, let text), .paragraph(let text): "\(text)\n"
            case .item(let text): "– \(text)\n"
            }
        }
        .joined()
    }
}

/// The lines as they are written, one after another.
private struct Writing {
    let words: (Prose) -> String
    private(set) var lines: [CanonicalText.Line] = []

    init(words: @escaping (Prose) -> String) {
        self.words = words
    }

    mutating func add(_ line: CanonicalText.Line) { lines.append(line) }

    mutating func add(_ prose: Prose?, under heading: String? = nil, marked mark: String = "") {
        guard let prose else { return }
        if let heading { add(.heading(2, heading)) }
        for paragraph in words(prose).paragraphs { add(.paragraph(mark + paragraph)) }
    }

    mutating func add(_ proses: [Prose], under heading: String) {
        guard !proses.isEmpty else { return }
        add(.heading(2, heading))
        for prose in proses { add(.item(words(prose).inOneLine)) }
    }

    /// A part with all that it says.
    mutating func add(_ node: Edition.Node, level: String, depth: Int, _ frames: [Proposal.ServedFrame]) {
        let title = node.title.map { words($0).inOneLine }
        add(.heading(min(depth + 1, 6), [level, title ?? ""].filter { !$0.isEmpty }.joined(separator: ": ")))
        add(node.text)
        add(node.background, marked: "Bakgrund: ")
        add(node.theme, marked: "Tema: ")
        add(node.politicalOwner, marked: "Ansvarig i politiken: ")
        add(node.officerOwner, marked: "Ansvarig tjänsteperson: ")
        if !node.networks.isEmpty { add(.paragraph("Nätverk: \(node.networks.joined(separator: ", "))")) }
        for serving in node.serves ?? [] {
            let frame = frames.first { $0.id == serving.frame }
            let goal = frame?.goals.first { $0.id == serving.goal }.map { words($0.text).inOneLine }
            let reason = serving.reason.map { ". \(words($0).inOneLine)" } ?? ""
            add(.item("Bidrar till \(frame?.name ?? serving.frame.text): \(goal ?? serving.goal.text)\(reason)"))
        }
    }
}

extension String {
    /// The paragraphs, divided by line ends, each with single spaces and none of them empty.
    fileprivate var paragraphs: [String] {
        split(whereSeparator: \.isNewline).map { String($0).inOneLine }.filter { !$0.isEmpty }
    }

    /// The words with single spaces between them.
    fileprivate var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
