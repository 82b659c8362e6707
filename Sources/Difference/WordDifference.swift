/// What is different between two texts, word by word, told so that anybody can read it.
///
/// Words that are almost alone between two changes belong to the change, and what is new or gone is whole sentences where it can be.
/// The time grows with the length of the texts, also when they have nothing in common (`EditScript`).
///
/// - Note: Texts are the same when their bytes are. Swift finds pieces equal that only are written with other code points (`é` as one or
///   as two), so compare the `utf8` of texts when that matters.
package struct WordDifference: Hashable, Sendable {
    /// A stretch of text.
    package enum Piece: Hashable, Sendable {
        /// Stands in both texts.
        case same(String)
        /// Stands in the old text only.
        case removed(String)
        /// Stands in the new text only.
        case inserted(String)
    }

    /// The stretches in order; in a change what is removed comes before what is inserted.
    ///
    /// Those that are the same or removed make the old text together, byte for byte; those that are the same or inserted make the new.
    package let pieces: [Piece]

    /// How many words the changes add, signs not counted.
    package let insertedWords: Int

    /// How many words the changes remove, signs not counted.
    package let removedWords: Int

    /// If there is no difference.
    package var isSame: Bool {
        pieces.allSatisfy { piece in
            if case .same = piece { true } else { false }
        }
    }

    /// Compares two texts.
    package init(from old: String, to new: String) {
        self.init(from: old, to: new, withLayout: true)
    }

    /// Compares two texts.
    ///
    /// Without layout it makes no difference what white space there is between two words, only if there is any. What is the same is
    /// then given with the white space of the old text.
    init(from old: String, to new: String, withLayout: Bool) {
        guard !old.utf8.elementsEqual(new.utf8) else {
            pieces = old.isEmpty ? [] : [.same(old)]
            (insertedWords, removedWords) = (0, 0)
            return
        }
        let (old, new) = (Words(old), Words(new))
        var numbering = Numbering(capacity: old.count + new.count)
        let (oldNumbers, newNumbers) = (numbering.numbers(of: old), numbering.numbers(of: new))
        let script = EditScript(from: oldNumbers, to: newNumbers, count: Int(numbering.count))
        let changes = Readable(script, old, oldNumbers, new, newNumbers).changes
        pieces = Self.pieces(Self.cuts(changes, old, new, withLayout: withLayout), old.bytes, new.bytes)
        removedWords = changes.reduce(0) { $0 + old.areWords[$1.old].count { $0 } }
        insertedWords = changes.reduce(0) { $0 + new.areWords[$1.new].count { $0 } }
    }

    /// A stretch of bytes in each text that is not the same.
    private struct Cut {
        var old: Range<Int>
        var new: Range<Int>
    }

    /// The changes with the white space that belongs to them, and those where only white space differs.
    private static func cuts(_ changes: [Readable.Change], _ old: Words, _ new: Words, withLayout: Bool) -> [Cut] {
        var cuts: [Cut] = []
        func add(_ cut: Cut) {
            if let last = cuts.last, last.old.upperBound == cut.old.lowerBound,
                last.new.upperBound == cut.new.lowerBound
            {
                cuts[cuts.count - 1] = Cut(
                    old: last.old.lowerBound..<cut.old.upperBound,
                    new: last.new.lowerBound..<cut.new.upperBound
                )
            } else {
                cuts.append(cut)
            }
        }
        func addGaps(_ count: Int, after word: Int, _ newWord: Int) {
            for offset in 0..<count {
                let (gap, newGap) = (old.gap(after: word + offset), new.gap(after: newWord + offset))
                let isSame = withLayout ? old.bytes[gap] == new.bytes[newGap] : gap.isEmpty == newGap.isEmpty
                if !isSame { add(Cut(old: gap, new: newGap)) }
            }
        }
        var (place, newPlace) = (-1, -1)
        for change in changes {
            addGaps(change.old.lowerBound - place, after: place, newPlace)
            add(
                Cut(
                    old: old.starts[change.old.lowerBound]..<old.starts[change.old.upperBound],
                    new: new.starts[change.new.lowerBound]..<new.starts[change.new.upperBound]
                )
            )
            (place, newPlace) = (change.old.upperBound, change.new.upperBound)
        }
        addGaps(old.count - place, after: place, newPlace)
        return cuts
    }

    private static func pieces(_ cuts: [Cut], _ old: [UInt8], _ new: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var position = 0
        for cut in cuts {
            let cut = withoutSpaceAround(cut, old, new)
            if position < cut.old.lowerBound {
                pieces.append(.same(String(decoding: old[position..<cut.old.lowerBound], as: UTF8.self)))
            }
            if !cut.old.isEmpty { pieces.append(.removed(String(decoding: old[cut.old], as: UTF8.self))) }
            if !cut.new.isEmpty {
                pieces.append(.inserted(String(decoding: new[cut.new], as: UTF8.self)))
            }
            position = cut.old.upperBound
        }
        if position < old.count {
            pieces.append(.same(String(decoding: old[position...], as: UTF8.self)))
        }
        return pieces
    }

    /// The same change without the white space that both sides of it end or begin with.
    private static func withoutSpaceAround(_ cut: Cut, _ old: [UInt8], _ new: [UInt8]) -> Cut {
        var cut = cut
        while let last = cut.old.last, let newLast = cut.new.last, old[last] == new[newLast],
            isSpace(old[last])
        {
            cut = Cut(old: cut.old.dropLast(), new: cut.new.dropLast())
        }
        while let first = cut.old.first, let newFirst = cut.new.first, old[first] == new[newFirst],
            isSpace(old[first])
        {
            cut = Cut(old: cut.old.dropFirst(), new: cut.new.dropFirst())
        }
        return cut
    }

    /// White space of one byte: a longer one may share its last byte with a letter.
    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
}
