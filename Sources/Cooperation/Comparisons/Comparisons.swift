import HashTreeCollections

/// What is made of the statistics: how services are compared, municipalities' own measures, studies and theme days.
package struct Comparisons: Hashable, Sendable {
    var cards: TreeDictionary<ServiceCard.ID, ServiceCard> = [:]
    var measures: TreeDictionary<OwnMeasure.ID, OwnMeasure> = [:]
    var studies: TreeDictionary<Study.ID, Study> = [:]
    var themeDays: TreeDictionary<ThemeDay.ID, ThemeDay> = [:]

    package subscript(id: ServiceCard.ID) -> ServiceCard? { cards[id] }
    package subscript(id: OwnMeasure.ID) -> OwnMeasure? { measures[id] }
    package subscript(id: Study.ID) -> Study? { studies[id] }
    package subscript(id: ThemeDay.ID) -> ThemeDay? { themeDays[id] }
    package subscript(reference: ImprovementCase.Reference) -> ImprovementCase? {
        studies[reference.study]?[reference.example]
    }

    /// Every card, also those no longer used, in Swedish alphabetical order.
    package var cardsInOrder: [ServiceCard] { cards.values.inSwedishOrder(by: \.facts.name, then: \.facts.id) }

    /// Every own measure, in Swedish alphabetical order.
    package var measuresInOrder: [OwnMeasure] { measures.values.inSwedishOrder(by: \.facts.name, then: \.facts.id) }

    /// A municipality's own measures, in Swedish alphabetical order.
    package func measures(of municipality: Municipality.ID) -> [OwnMeasure] {
        measuresInOrder.filter { $0.facts.municipality == municipality }
    }

    /// Every study, the latest begun first.
    package var studiesInOrder: [Study] {
        studies.values.sorted { ($0.begun.last, $0.facts.id) > ($1.begun.last, $1.facts.id) }
    }

    /// Every theme day, the latest first; those without a day before the others.
    package var themeDaysInOrder: [ThemeDay] {
        themeDays.values.sorted {
            ($0.facts.day.map(\.number) ?? .max, $0.since.last, $0.facts.id)
                > ($1.facts.day.map(\.number) ?? .max, $1.since.last, $1.facts.id)
        }
    }

    /// The studies that are to be presented on a theme day, the latest begun first.
    package func studies(on themeDay: ThemeDay.ID) -> [Study] {
        studiesInOrder.filter { $0.presentation?.fact.themeDay == themeDay }
    }

    /// The examples that can be put on a theme day's programme.
    package var casesToPresent: [ImprovementCase] { studiesInOrder.flatMap(\.cases).filter(\.canBePresented) }
}
