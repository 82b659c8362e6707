/// The shipped example: what the sources tell of the Södertörn municipalities' cooperation.
///
/// The files lie in the program itself, so that an empty data folder can be filled wherever the program is run.
package enum Example {
    /// The example's files, by name.
    package static let sodertorn: [(name: String, bytes: [UInt8])] = [
        ("samverkan.txt", PackageResources.samverkan_txt),
        ("kommuner.txt", PackageResources.kommuner_txt),
        ("befolkning.csv", PackageResources.befolkning_csv),
        ("rufs-2050.txt", PackageResources.rufs_2050_txt),
        ("program-2007.txt", PackageResources.program_2007_txt),
        ("program-2013.txt", PackageResources.program_2013_txt),
        ("program-2019.txt", PackageResources.program_2019_txt),
        ("program-2023.txt", PackageResources.program_2023_txt),
        ("organisation.txt", PackageResources.organisation_txt),
        ("andra-samarbeten.txt", PackageResources.andra_samarbeten_txt),
        ("dokument.txt", PackageResources.dokument_txt),
        ("konferensserier.txt", PackageResources.konferensserier_txt),
        ("konferenser.txt", PackageResources.konferenser_txt),
        ("satsningar.txt", PackageResources.satsningar_txt),
        ("yttranden.txt", PackageResources.yttranden_txt),
        ("verksamhetsplaner.txt", PackageResources.verksamhetsplaner_txt),
    ]

    /// Statistics to compare with, as the files of a table of statistics.
    package static let comparisons:
        (
            values: (name: String, bytes: [UInt8]), keyFigures: (name: String, bytes: [UInt8]),
            areas: (name: String, bytes: [UInt8]), peers: (name: String, bytes: [UInt8])
        ) = (
            ("jamforelsetal.csv", PackageResources.jamforelsetal_csv),
            ("jamforelsetal-nyckeltal.csv", PackageResources.jamforelsetal_nyckeltal_csv),
            ("jamforelsetal-omraden.csv", PackageResources.jamforelsetal_omraden_csv),
            ("jamforelsetal-liknande.csv", PackageResources.jamforelsetal_liknande_csv)
        )

    /// The services that examples of improvement are sought in, as a file of service cards.
    package static let serviceCards: (name: String, bytes: [UInt8]) = ("tjanstekort.json", PackageResources.tjanstekort_json)
}
