/// Finished markup: bytes that only the writers of this module can have made.
///
/// A view is a function from a model to `Markup`. Inside, it speaks to a writer, `HTML` or `SVG`, whose vocabulary is the elements;
/// what reaches the page through a `String` is always text, never markup:
///
/// ```swift
/// func view(_ page: ProgrammePage) -> Markup {
///     Markup { html in
///         html.section(.labelled(by: "rubrik")) {
///             html.h1(page.heading, .id("rubrik"))
///             html.ul {
///                 for goal in page.goals {
///                     html.li { html.a(goal.name, to: "/program/\(page.edition)/\(goal.id)") }
///                 }
///             }
///         }
///     }
/// }
/// ```
package struct Markup: Sendable, Equatable {
    /// The bytes in UTF-8.
    package let bytes: [UInt8]

    /// Writes a piece of a page.
    package init(reserving capacity: Int = 4_096, _ content: (HTML) -> Void) {
        let sink = Sink(reserving: capacity)
        content(HTML(sink: sink))
        bytes = sink.bytes
    }

    /// Writes a whole page, with its document type and its language.
    package static func page(
        language: Language,
        reserving capacity: Int = 32_768,
        _ content: (HTML) -> Void
    ) -> Markup {
        let sink = Sink(reserving: capacity)
        sink.write("<!DOCTYPE html>\n<html lang=\"")
        sink.write(language.tag)
        sink.write("\">")
        content(HTML(sink: sink))
        sink.write("</html>\n")
        return Markup(sink: sink)
    }

    /// Writes a drawing, which can stand alone as a file or be embedded in a page.
    package static func svg(
        viewBox: ViewBox,
        _ attributes: SVG.Attribute...,
        content: (SVG) -> Void
    ) -> Markup {
        let sink = Sink(reserving: 8_192)
        SVG.write(into: sink, viewBox: viewBox, attributes, content)
        return Markup(sink: sink)
    }

    /// Nothing at all.
    package static let empty = Markup { _ in }

    private init(sink: Sink) {
        bytes = sink.bytes
    }
}

/// The language of a page or of a part of it, as BCP 47 has it.
package struct Language: Sendable, ExpressibleByStringLiteral {
    let tag: StaticString

    package init(stringLiteral tag: StaticString) {
        self.tag = tag
    }

    package static let swedish: Language = "sv"
    package static let english: Language = "en"
}

/// Where the bytes are gathered.
///
/// A class, so that a view can write `html.p("…")` at any depth without handing the writer from closure to closure. It never leaves
/// the task that writes: it is not `Sendable`, and `Markup` takes nothing but the array out of it. Accesses to it are checked at run
/// time, as properties of classes are; therefore each function here does a good piece of work under one access.
final class Sink {
    private var output: Output

    init(reserving capacity: Int) {
        output = Output(reserving: capacity)
    }

    var bytes: [UInt8] { output.bytes }

    func write(_ constant: StaticString) { output.write(constant) }
    func write(_ byte: UInt8) { output.write(byte) }
    func write(text: String) { output.write(text: text) }
    func embed(alreadyWritten markup: Markup) { output.embed(alreadyWritten: markup) }
    func close(_ name: StaticString) { output.close(name) }

    func open<Vocabulary>(
        _ name: StaticString,
        _ attributes: [VocabularyAttribute<Vocabulary>],
        _ more: [VocabularyAttribute<Vocabulary>?] = []
    ) {
        output.open(name, attributes, more)
    }

    /// A whole element with nothing but text in it.
    func element<Vocabulary>(
        _ name: StaticString,
        text: String,
        _ attributes: [VocabularyAttribute<Vocabulary>],
        _ more: [VocabularyAttribute<Vocabulary>?] = []
    ) {
        output.open(name, attributes, more)
        output.write(text: text)
        output.close(name)
    }
}
