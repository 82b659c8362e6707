import Cooperation
import DocumentTools

extension DraftComparison {
    /// The difference as a document: what is added and what is struck is told in words too.
    func printed(_ reading: Reading) -> PrintedDocument {
        let words = reading.words.drafting
        var blocks: [PrintedDocument.Block] = [
            .paragraph([.plain(sentence(reading.words))]), .note([.plain(words.howToRead)]),
        ]
        if !front.isEmpty {
            blocks.append(.heading(level: 1, [.plain(words.frontHeading)]))
            blocks += front.flatMap(\.blocks)
        }
        if !parts.isEmpty {
            blocks.append(.heading(level: 1, [.plain(words.parts)]))
            for part in parts {
                blocks.append(.heading(level: 2, [.plain(part.name)]))
                blocks.append(.paragraph([.emphasised(part.becoming(words))]))
                blocks += part.fields.flatMap(\.blocks)
            }
        }
        return PrintedDocument(
            title: words.compareTitle,
            subtitle: "\(fromName) – \(toName)",
            language: reading.language.rawValue,
            author: reading.name,
            date: reading.words.date(reading.today),
            made: Instant(startOf: reading.today).microseconds / 1_000_000,
            header: reading.name,
            footer: words.compareTitle,
            blocks: blocks
        )
    }
}

extension DraftComparison.Field {
    fileprivate var blocks: [PrintedDocument.Block] {
        [
            .paragraph([.strong(name)]),
            .paragraph(
                pieces.map { piece in
                    switch piece.change {
                    case .same: .plain(piece.text)
                    case .removed: .removed(piece.text)
                    case .inserted: .inserted(piece.text)
                    }
                }
            ),
        ]
    }
}

extension DraftComparison.Part {
    /// What has become of the part, as a few words.
    fileprivate func becoming(_ words: Words.Drafting) -> String {
        switch change {
        case .kept: words.labelChanged
        case .moved: [words.labelMoved, origin].compactMap(\.self).joined(separator: ". ")
        case .new: words.labelNew
        case .gone: words.labelGone
        case .split: origin.map { words.splitFrom($0) } ?? words.labelSplit
        case .merged: origin.map { words.mergedOf($0) } ?? words.labelMerged
        }
    }
}
