/// Asks that something the cooperation argues for be recorded, or replaced by what is true from a day.
package struct RecordPriority: Request {
    package var id: Priority.ID
    package var name: String
    package var alsoCalled: [String] = []
    package var details: [Detail.Plain] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A priority with a name; the rest is filled in afterwards.
    package init(id: Priority.ID, name: String) {
        self.id = id
        self.name = name
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !name.isBlank else { throw .blankPriority }
        return try cooperation.accepting(
            .advocacy(
                .priorityRecorded(
                    Priority.Facts(
                        id: id,
                        name: name,
                        alsoCalled: alsoCalled,
                        details: pen.write(details),
                        missing: pen.write(missing),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}

/// Asks that a priority get a new name; it keeps the old one in its history.
package struct RenamePriority: Request {
    package var priority: Priority.ID
    package var name: String
    package var remarks: [String]
    package var sources: [Source]

    /// A new name for a priority.
    package init(_ priority: Priority.ID, to name: String, remarks: [String] = [], sources: [Source] = []) {
        self.priority = priority
        self.name = name
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !name.isBlank else { throw .blankPriority }
        return try cooperation.accepting(
            .advocacy(
                .priorityRenamed(.init(priority: priority, name: name, remarks: pen.write(remarks), sources: sources))
            )
        )
    }
}

/// Asks that something that came of a priority be noted.
package struct NoteOutcome: Request {
    package var priority: Priority.ID
    package var text: String
    package var remarks: [String]
    package var sources: [Source]

    /// What came of a priority, in words.
    package init(of priority: Priority.ID, _ text: String, remarks: [String] = [], sources: [Source] = []) {
        self.priority = priority
        self.text = text
        self.remarks = remarks
        self.sources = sources
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !text.isBlank else { throw Refusal("advocacy.blank", field: "text", "Skriv vad det blev.") }
        return try cooperation.accepting(
            .advocacy(
                .outcomeNoted(
                    .init(priority: priority, text: pen.write(text), remarks: pen.write(remarks), sources: sources)
                )
            )
        )
    }
}

/// Asks that a list of priorities be recorded as agreed.
package struct AgreePriorityList: Request {
    package var id: PriorityList.ID
    package var title: String
    package var decidedBy: String?
    package var replaces: PriorityList.ID?
    /// In the list's own order.
    package var items: [Priority.ID] = []
    package var isRanked = false
    package var details: [Detail.Plain] = []
    package var missing: [String] = []
    package var remarks: [String] = []
    package var sources: [Source] = []

    /// A list with a title; the rest is filled in afterwards.
    package init(id: PriorityList.ID, title: String) {
        self.id = id
        self.title = title
    }

    package func act(in cooperation: Cooperation, at period: Period, pen: inout Pen) throws(Refusal) -> Act {
        guard !title.isBlank else { throw Refusal("advocacy.blank", field: "title", "Skriv listans rubrik.") }
        guard Set(items).count == items.count else {
            throw Refusal("advocacy.item-twice", field: "items", "Samma satsning står två gånger i listan. Ta bort den ena.")
        }
        return try cooperation.accepting(
            .advocacy(
                .listAgreed(
                    PriorityList.Facts(
                        id: id,
                        title: title,
                        decidedBy: decidedBy,
                        replaces: replaces,
                        items: items,
                        isRanked: isRanked,
                        details: pen.write(details),
                        missing: pen.write(missing),
                        remarks: pen.write(remarks),
                        sources: sources
                    )
                )
            )
        )
    }
}

extension Refusal {
    static let blankPriority = Refusal("advocacy.blank", field: "name", "Skriv satsningens namn.")
}
