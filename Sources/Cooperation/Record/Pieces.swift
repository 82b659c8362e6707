/// A growing list in pieces, so that a copy that is appended to copies one piece and not everything.
package struct Pieces<Element: Sendable>: Sendable {
    private static var pieceLength: Int { 1024 }

    private var full: [[Element]] = []
    private var tail: [Element] = []

    /// How many elements there are.
    package var count: Int { full.count * Self.pieceLength + tail.count }

    mutating func append(_ element: Element) {
        tail.append(element)
        if tail.count == Self.pieceLength {
            full.append(tail)
            tail = []
        }
    }

    /// The element in that place, counted from 0; nil outside the list.
    package subscript(index: Int) -> Element? {
        guard index >= 0, index < count else { return nil }
        let piece = index / Self.pieceLength
        return piece < full.count ? full[piece][index % Self.pieceLength] : tail[index % Self.pieceLength]
    }

    /// Calls a closure with each element in order.
    package func forEach(_ body: (Element) -> Void) {
        for piece in full { for element in piece { body(element) } }
        for element in tail { body(element) }
    }
}
