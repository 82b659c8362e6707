extension Catalogue {
    /// Who lives where: the key figure that the source counts inhabitants by.
    package static let population = KeyFigure.ID("N01951")

    /// When the coming values of the key figures are published, for those that have preliminary ones before.
    ///
    /// A key figure without preliminary values has no values of a year before they are final.
    package var publications: Publications {
        var coming: [KeyFigure.ID: Publications.Coming] = [:]
        for figure in figures {
            guard figure.preliminaryPublication != nil, let day = figure.publication, let year = figure.publicationPeriod else {
                continue
            }
            coming[figure.id] = Publications.Coming(year: year, day: day.description)
        }
        return Publications(coming)
    }

    /// How many live in each municipality: the newest count up to a year.
    ///
    /// - Parameters:
    ///   - values: where the counts are.
    ///   - year: the last year that may be used; nil for the newest there is.
    /// - Returns: the counts by the municipalities' codes; those without any aren't there.
    package func population(in values: some SeriesSource, until year: Int? = nil) -> [String: Double] {
        guard let population = Self.population else { return [:] }
        var counts: [String: Double] = [:]
        for place in municipalities {
            guard let series = values.series(population, .total, in: place.code) else { continue }
            let last = series.years.last { (year ?? .max) >= $0 && series[$0] != nil }
            counts[place.code] = last.flatMap { series[$0] }
        }
        return counts
    }
}
