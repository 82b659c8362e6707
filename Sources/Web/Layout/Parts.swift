import Cooperation
import Markup

/// Pieces that several pages have.
extension HTML {
    /// Sources, as links where a reader can follow them.
    func sources(_ sources: [Source], _ words: Words) {
        guard !sources.isEmpty else { return }
        details(.class("sources")) {
            summary("\(words.frame.sources) (\(words.number(sources.count)))")
            ul(.content) { for source in sources { li { self.source(source) } } }
        }
    }

    /// One source.
    func source(_ source: Source) {
        if source.isAddress, let address = Address(source.text) {
            a(source.shortText, to: address, .rel(.external))
        } else {
            text(source.text)
        }
    }

    /// Remarks, each a paragraph.
    func remarks(_ remarks: [String], _ words: Words) {
        guard !remarks.isEmpty else { return }
        div(.class("remarks"), .role(.note), .label(words.frame.remarks), .content) {
            for remark in remarks { p(remark) }
        }
    }

    /// What the sources leave open.
    func missing(_ missing: [String], _ words: Words) {
        guard !missing.isEmpty else { return }
        section(.class("missing"), .labelled(by: "saknas")) {
            h2(words.frame.missing, .id("saknas"))
            p(words.frame.missingIntroduction)
            ul(.content) { for text in missing { li(text) } }
        }
    }

    /// A list of facts in the margin; a fact without a value says so.
    func facts(_ facts: [Fact], _ words: Words) {
        dl(.class("facts")) {
            for fact in facts {
                div {
                    dt(fact.label)
                    dd {
                        if let value = fact.value {
                            if let address = fact.address {
                                a(value, to: address, .content)
                            } else if fact.isContent {
                                span(value, .content)
                            } else {
                                text(value)
                            }
                        } else {
                            em(words.frame.unknown, .class("unknown"))
                        }
                        if let note = fact.note {
                            text(" ")
                            small("(\(note))")
                        }
                    }
                }
            }
        }
    }

    /// A drawing under the sentence that says what it shows.
    ///
    /// - Parameters:
    ///   - finding: the title, which says the finding.
    ///   - note: how the drawing is read, and where it comes from.
    ///   - drawing: writes it.
    func chart(_ finding: String, note: String? = nil, drawing: () -> Void) {
        figure(.class("figure")) {
            figcaption(finding)
            drawing()
            if let note { p(note, .class("help")) }
        }
    }

    /// Several paragraphs of the cooperation's own text, divided by empty lines.
    func paragraphs(_ text: String) {
        for paragraph in text.paragraphs { p(paragraph, .content) }
    }

    /// A table that scrolls by itself where it is wider than the screen, also by the keyboard.
    func scrollingTable(_ caption: String, _ words: Words, content: () -> Void) {
        div(.class("scroll"), .role(.region), .label(words.frame.table(caption)), .tabIndex(0)) {
            table {
                self.caption(caption)
                content()
            }
        }
    }
}

/// A fact in the margin, as Swedish municipal documents have them.
struct Fact {
    var label: String
    /// Nil when the sources don't say.
    var value: String?
    var note: String?
    var address: Address?
    /// Whether the value is the cooperation's own words, which are never translated.
    var isContent: Bool

    init(_ label: String, _ value: String?, note: String? = nil, address: Address? = nil, isContent: Bool = false) {
        self.label = label
        self.value = value
        self.note = note
        self.address = address
        self.isContent = isContent
    }
}

extension VocabularyAttribute {
    /// The cooperation's own words: Swedish in every language of the site, and said to be, so that they are read aloud as Swedish.
    static var content: Self { .lang(.swedish) }
}

extension Source {
    /// The address without its scheme, cut where it grows too long to read.
    var shortText: String {
        var short = Substring(text)
        for scheme in ["https://", "http://"] where short.hasPrefix(scheme) { short = short.dropFirst(scheme.count) }
        if short.hasPrefix("www.") { short = short.dropFirst(4) }
        return short.utf8.count > 72 ? short.prefix(69) + "…" : String(short)
    }
}

extension String {
    /// The paragraphs of a text.
    var paragraphs: [String] {
        // Most texts are one paragraph, and splitting by letter would be slower than writing the page.
        guard utf8.contains(UInt8(ascii: "\n")) else { return [self] }
        return utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }.filter { !$0.isBlank }
    }
}
