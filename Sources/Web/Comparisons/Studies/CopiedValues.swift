import Cooperation
import Statistics

extension Site {
    /// The values that a study can rest on now: of each measure, the latest year that any of its places has one for, for every place.
    ///
    /// One year for all places, so that different years are never compared as the same; where a place has none that year, that is copied.
    func valuesNow(of study: Study, _ reading: Reading) -> [CopiedValue] {
        let places = study.peers?.fact.places ?? []
        let found = (study.measures?.fact.measures ?? []).flatMap { measure -> [CopiedValue] in
            switch measure.measure {
            case .keyFigure(let id): values(ofKeyFigure: id, as: measure.measure, in: places, reading)
            case .own(let id): values(ofOwn: id, as: measure.measure, in: places, reading)
            }
        }
        return Array(found.prefix(AnalyseStudy.mostValues))
    }

    private func values(
        ofKeyFigure id: String,
        as reference: MeasureReference,
        in places: [ComparedPlace],
        _ reading: Reading
    ) -> [CopiedValue] {
        let vintage = statistics.vintage
        guard let keyFigure = KeyFigure.ID(id), vintage[keyFigure] != nil else { return [] }
        let series = places.map { vintage.values.series(keyFigure, .total, in: $0.code) }
        let latest = series.compactMap { series in series.flatMap { series in series.years.last { series[$0] != nil } } }.max()
        guard let year = latest else { return [] }
        return zip(places, series).map { place, series in
            CopiedValue(
                reference,
                place: place.code,
                placeName: place.name,
                year: year,
                value: series.flatMap { $0[year] }.flatMap { DecimalFigure($0, decimals: 6) },
                source: Source(vintage.source),
                // The table that ships with the program has no day of its own: it is copied from as it stands today.
                fetched: vintage.fetched.flatMap { Day($0.prefix(10)) } ?? reading.today
            )
        }
    }

    private func values(
        ofOwn id: OwnMeasure.ID,
        as reference: MeasureReference,
        in places: [ComparedPlace],
        _ reading: Reading
    ) -> [CopiedValue] {
        guard let measure = reading.cooperation.comparisons[id], measure.isDue(on: reading.today),
            let municipality = reading.cooperation.members[measure.facts.municipality],
            let place = places.first(where: { $0.code == municipality.facts.code }),
            let latest = measure.valuesInOrder.last(where: { $0.fact.value != nil })
        else { return [] }
        return [
            CopiedValue(
                reference,
                place: place.code,
                placeName: place.name,
                year: latest.fact.year,
                value: latest.fact.value,
                source: latest.fact.source,
                fetched: latest.period.last
            )
        ]
    }
}
