// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

/// Targets without I/O also promise memory safety; the others call C.
let pureSettings = settings + [.strictMemorySafety()]

let trees: Target.Dependency = .product(name: "HashTreeCollections", package: "swift-collections")

/// The shipped example, one file a subject.
let exampleFiles = [
    "samverkan.txt", "kommuner.txt", "befolkning.csv", "rufs-2050.txt", "program-2007.txt", "program-2013.txt",
    "program-2019.txt", "program-2023.txt", "organisation.txt", "andra-samarbeten.txt", "dokument.txt",
    "konferensserier.txt", "konferenser.txt", "satsningar.txt", "yttranden.txt", "verksamhetsplaner.txt",
]

/// The shipped statistics, which are reference data and nothing to import.
let comparisonFiles = [
    "jamforelsetal.csv", "jamforelsetal-nyckeltal.csv", "jamforelsetal-omraden.csv", "jamforelsetal-liknande.csv",
    "tjanstekort.json",
]

let package = Package(
    name: "samverka",
    products: [.executable(name: "samverka", targets: ["samverka"])],
    dependencies: [
        // No traits: without them Hummingbird needs neither swift-configuration nor full Foundation with its 34 MB of ICU data.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CSpawn"),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

        .target(name: "Journal", dependencies: ["CSQLite", "CSodium"], swiftSettings: settings),
        .target(name: "Identity", dependencies: ["Journal", "CSodium", "CQREncode"], swiftSettings: settings),
        .target(name: "Cooperation", dependencies: [trees], swiftSettings: pureSettings),
        .target(name: "Import", dependencies: ["Cooperation"], swiftSettings: pureSettings),
        .target(
            name: "Registry",
            dependencies: [
                "Cooperation", "Import", "Journal", trees,
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(name: "Markup", swiftSettings: pureSettings),
        .target(name: "Charts", dependencies: ["Markup"], swiftSettings: pureSettings),
        .target(name: "Publishing", dependencies: ["Cooperation"], swiftSettings: pureSettings),
        .target(
            name: "DocumentTools",
            dependencies: ["CSpawn", "CZlib"],
            resources: [.embedInCode("Paper")],
            swiftSettings: settings
        ),
        .target(name: "Search", swiftSettings: pureSettings),
        .target(name: "Difference", swiftSettings: pureSettings),
        .target(name: "Statistics", dependencies: ["Search"], swiftSettings: pureSettings),
        .target(name: "Spreadsheets", dependencies: ["CXlsxWriter"], swiftSettings: settings),
        .target(name: "SeriesStore", dependencies: ["Statistics", "CZlib"], swiftSettings: settings),
        .target(name: "Kolada", dependencies: ["Journal", "SeriesStore", "Statistics", "CCurl"], swiftSettings: settings),
        .target(
            name: "Web",
            dependencies: [
                "Cooperation", "Difference", "DocumentTools", "Registry", "Journal", "Identity", "Markup", "Charts", "Publishing",
                "Search", "Spreadsheets", "Statistics", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Assets")],
            swiftSettings: settings
        ),
        .target(
            name: "Examples",
            path: "Examples",
            exclude: ["README.md"],
            sources: ["Example.swift"],
            resources: exampleFiles.map { .embedInCode("sodertorn/\($0)") }
                + comparisonFiles.map { .embedInCode("jamforelser/\($0)") },
            swiftSettings: settings
        ),
        .executableTarget(
            name: "samverka",
            dependencies: [
                "Cooperation", "DocumentTools", "Examples", "Identity", "Import", "Journal", "Kolada", "Registry", "SeriesStore",
                "Statistics", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),

        .testTarget(name: "JournalTests", dependencies: ["Journal"], swiftSettings: settings),
        .testTarget(name: "IdentityTests", dependencies: ["Identity", "Journal", "CSodium"], swiftSettings: settings),
        .testTarget(name: "CooperationTests", dependencies: ["Cooperation"], swiftSettings: settings),
        .testTarget(name: "ImportTests", dependencies: ["Import", "Cooperation"], swiftSettings: settings),
        .testTarget(
            name: "RegistryTests",
            dependencies: [
                "Registry", "Cooperation", "Examples", "Import", "Journal",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "Charts"], swiftSettings: settings),
        .testTarget(name: "ChartsTests", dependencies: ["Charts", "Markup"], swiftSettings: settings),
        .testTarget(name: "PublishingTests", dependencies: ["Publishing", "Cooperation"], swiftSettings: settings),
        .testTarget(
            name: "DocumentToolsTests",
            dependencies: ["DocumentTools"],
            exclude: ["requirements.txt"],
            swiftSettings: settings
        ),
        .testTarget(name: "SearchTests", dependencies: ["Search"], swiftSettings: settings),
        .testTarget(name: "DifferenceTests", dependencies: ["Difference"], swiftSettings: settings),
        .testTarget(
            name: "SpreadsheetsTests",
            dependencies: ["Spreadsheets"],
            exclude: ["requirements.txt"],
            swiftSettings: settings
        ),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics", "Search"], swiftSettings: settings),
        .testTarget(name: "KoladaTests", dependencies: ["Kolada", "SeriesStore", "Statistics"], swiftSettings: settings),
        .testTarget(name: "SeriesStoreTests", dependencies: ["SeriesStore", "Statistics"], swiftSettings: settings),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Registry", "Cooperation", "Difference", "DocumentTools", "Examples", "Identity", "Import", "Journal",
                "Markup", "Search", "Spreadsheets", "Statistics",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["__Pages__"],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)

// Built only when asked for, so that a newcomer's first build doesn't pay for it: Benchmarks/run sets the variable.
if Context.environment["SAMVERKA_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Cooperation", "Difference", "Examples", "Identity", "Import", "Journal", "Registry", "Statistics", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            path: "Benchmarks/Sources",
            swiftSettings: settings
        )
    )
    package.targets.append(
        .executableTarget(
            name: "statistics-benchmark",
            dependencies: ["SeriesStore", "Statistics"],
            path: "Benchmarks/statistics/Sources",
            swiftSettings: settings
        )
    )
}
