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
    ]
}
