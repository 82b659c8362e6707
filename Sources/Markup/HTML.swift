/// The writer of a page: its vocabulary is the elements of HTML.
///
/// Each element is written where it is called. With content in braces: `html.section(.id("mal")) { … }`; with text alone:
/// `html.h2("Mål", .id("mal"))`. An element closes itself, so a page is balanced by construction. Parts that return come as functions
/// on the writer: `extension HTML { func boardCard(_ board: BoardCard) { … } }`.
///
/// Left out on purpose: `style`, inline `script`, `iframe`, `object`, `embed`, `base`, and every attribute that holds code.
package struct HTML {
    package typealias Attribute = VocabularyAttribute<HTML>

    let sink: Sink

    /// Text between elements.
    package func text(_ text: String) {
        sink.write(text: text)
    }

    /// Puts in markup that is already written.
    package func embed(_ markup: Markup) {
        sink.embed(alreadyWritten: markup)
    }
}

extension HTML {
    /// An element that is ready to be called with its attributes and its content.
    package struct Element {
        let name: StaticString
        let sink: Sink

        /// Writes the element with what the closure writes in it.
        package func callAsFunction(_ attributes: HTML.Attribute..., content: () -> Void) {
            sink.open(name, attributes)
            content()
            sink.close(name)
        }

        /// Writes the element, whose attributes depend on what is in it, with what the closure writes.
        package func callAsFunction(with attributes: [HTML.Attribute], content: () -> Void) {
            sink.open(name, attributes)
            content()
            sink.close(name)
        }

        /// Writes the element with a text in it.
        package func callAsFunction(_ text: String, _ attributes: HTML.Attribute...) {
            sink.element(name, text: text, attributes)
        }

        /// Writes the element, whose attributes depend on where it stands, with a text in it.
        package func callAsFunction(_ text: String, with attributes: [HTML.Attribute]) {
            sink.element(name, text: text, attributes)
        }

        /// Writes the element without content.
        package func callAsFunction(_ attributes: HTML.Attribute...) {
            sink.open(name, attributes)
            sink.close(name)
        }
    }
}

/// The frame of a page and its parts.
extension HTML {
    package var body: Element { Element(name: "body", sink: sink) }
    package var header: Element { Element(name: "header", sink: sink) }
    package var nav: Element { Element(name: "nav", sink: sink) }
    package var main: Element { Element(name: "main", sink: sink) }
    package var footer: Element { Element(name: "footer", sink: sink) }
    package var section: Element { Element(name: "section", sink: sink) }
    package var article: Element { Element(name: "article", sink: sink) }
    package var aside: Element { Element(name: "aside", sink: sink) }
    package var search: Element { Element(name: "search", sink: sink) }
    package var div: Element { Element(name: "div", sink: sink) }
    package var hgroup: Element { Element(name: "hgroup", sink: sink) }
    package var h1: Element { Element(name: "h1", sink: sink) }
    package var h2: Element { Element(name: "h2", sink: sink) }
    package var h3: Element { Element(name: "h3", sink: sink) }
    package var h4: Element { Element(name: "h4", sink: sink) }
    package var h5: Element { Element(name: "h5", sink: sink) }
    package var h6: Element { Element(name: "h6", sink: sink) }
    package var address: Element { Element(name: "address", sink: sink) }
}

/// Running text and lists.
extension HTML {
    package var p: Element { Element(name: "p", sink: sink) }
    package var ul: Element { Element(name: "ul", sink: sink) }
    package var li: Element { Element(name: "li", sink: sink) }
    package var dl: Element { Element(name: "dl", sink: sink) }
    package var dt: Element { Element(name: "dt", sink: sink) }
    package var dd: Element { Element(name: "dd", sink: sink) }
    package var blockquote: Element { Element(name: "blockquote", sink: sink) }
    package var figure: Element { Element(name: "figure", sink: sink) }
    package var figcaption: Element { Element(name: "figcaption", sink: sink) }
    package var details: Element { Element(name: "details", sink: sink) }
    package var summary: Element { Element(name: "summary", sink: sink) }
    package var span: Element { Element(name: "span", sink: sink) }
    package var strong: Element { Element(name: "strong", sink: sink) }
    package var em: Element { Element(name: "em", sink: sink) }
    package var small: Element { Element(name: "small", sink: sink) }
    package var mark: Element { Element(name: "mark", sink: sink) }
    package var code: Element { Element(name: "code", sink: sink) }
    package var cite: Element { Element(name: "cite", sink: sink) }
    package var q: Element { Element(name: "q", sink: sink) }
    package var sub: Element { Element(name: "sub", sink: sink) }
    package var sup: Element { Element(name: "sup", sink: sink) }
    package var dfn: Element { Element(name: "dfn", sink: sink) }
    package var ins: Element { Element(name: "ins", sink: sink) }
    package var del: Element { Element(name: "del", sink: sink) }
    package var kbd: Element { Element(name: "kbd", sink: sink) }
    package var abbr: Element { Element(name: "abbr", sink: sink) }
    package var bdi: Element { Element(name: "bdi", sink: sink) }

    /// A list in order; `start` where it goes on from another one.
    package func ol(start: Int? = nil, _ attributes: Attribute..., content: () -> Void) {
        sink.open("ol", attributes, [start.map { Attribute("start", .whole($0)) }])
        content()
        sink.close("ol")
    }

    /// Text as it stands, line by line.
    package func pre(_ text: String, _ attributes: Attribute...) {
        sink.open("pre", attributes)
        // The first line feed in `pre` and `textarea` is not part of the text; without one of ours, one of the text's would be lost.
        sink.write(UInt8(ascii: "\n"))
        sink.write(text: text)
        sink.close("pre")
    }

    package func br() { sink.write("<br>") }
    package func hr(_ attributes: Attribute...) { sink.open("hr", attributes) }
    /// A place where a long word may be broken.
    package func wbr() { sink.write("<wbr>") }

    /// A day or a moment, written for people and for machines.
    package func time(_ text: String, datetime: String, _ attributes: Attribute...) {
        sink.element("time", text: text, attributes, [Attribute("datetime", .text(datetime))])
    }

    /// A value with its number for machines.
    package func data(_ text: String, value: String, _ attributes: Attribute...) {
        sink.element("data", text: text, attributes, [Attribute("value", .text(value))])
    }
}

/// Links and images.
extension HTML {
    /// A link with a text.
    ///
    /// A refused address leaves the text without a link.
    package func a(_ text: String, to address: Address, _ attributes: Attribute...) {
        sink.element("a", text: text, attributes, [Self.href(address)])
    }

    /// A link with content.
    package func a(to address: Address, _ attributes: Attribute..., content: () -> Void) {
        sink.open("a", attributes, [Self.href(address)])
        content()
        sink.close("a")
    }

    /// An image; what it shows must be said, with an empty text if it is only an ornament.
    package func img(_ source: Address, alt: String, width: Int, height: Int, _ attributes: Attribute...) {
        sink.open(
            "img",
            attributes,
            [
                source.text.map { Attribute("src", .text($0)) }, Attribute("alt", .text(alt)),
                Attribute("width", .whole(width)), Attribute("height", .whole(height)),
            ]
        )
    }

    /// A drawing in the page.
    package func svg(viewBox: ViewBox, _ attributes: SVG.Attribute..., content: (SVG) -> Void) {
        SVG.write(into: sink, viewBox: viewBox, attributes, content)
    }

    static func href(_ address: Address) -> Attribute? {
        address.text.map { Attribute("href", .text($0)) }
    }
}

extension VocabularyAttribute where Vocabulary == HTML {
    package static var hidden: Self { Self("hidden", .none) }
    package static var open: Self { Self("open", .none) }
    /// Where the reader's machine shows a remark; never the only place for what must be read.
    package static func title(_ text: String) -> Self { Self("title", .text(text)) }
    package static func rel(_ relation: HTML.Relation) -> Self { Self("rel", .constant(relation.name)) }
    package static func hrefLang(_ language: Language) -> Self { Self("hreflang", .constant(language.tag)) }
    /// The linked file is to be saved, under this name.
    package static func download(_ name: String) -> Self { Self("download", .text(name)) }
    package static func mediaType(_ type: StaticString) -> Self { Self("type", .constant(type)) }
    package static var lazy: Self { Self("loading", .constant("lazy")) }
    package static var noTranslation: Self { Self("translate", .constant("no")) }
}
