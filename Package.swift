// swift-tools-version: 6.2
import PackageDescription

/// The settings every target of ours is built with.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The modules in which tests spend their time: Scripts/test has them optimised.
///
/// Only there, because a package with such flags cannot be depended on. Assertions and `@testable` stay as they are. Not the
/// tests themselves, whose expectations take the optimiser longer than they run; and file by file, so that a change compiles
/// what it touches alone.
let optimised: Set<String> =
  Context.environment["ENTENTE_OPTIMISED"] == nil
  ? []
  : [
    "Chronology", "Networks", "Diplomacy", "DiplomacyAnalysis", "DiplomacyFormats", "DiplomacyStore",
    "DiplomacyDrawing",
  ]

/// Scripts/fuzz builds without the program that draws: libFuzzer brings a `main` into every program.
let isFuzzed = Context.environment["ENTENTE_FUZZING"] != nil

/// `Scripts/docs api` builds the reference with the plugin for it, which nobody else needs to fetch.
let isDocumented = Context.environment["ENTENTE_REFERENCE"] != nil

/// A module of the package, in `Sources/`.
func module(_ name: String, _ dependencies: Target.Dependency?..., exclude: [String] = []) -> Target {
  let speed: [SwiftSetting] =
    optimised.contains(name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
  return .target(
    name: name, dependencies: dependencies.compactMap(\.self), exclude: exclude,
    swiftSettings: settings + speed)
}

/// The tests of a module, in `Tests/`.
func tests(_ name: String, _ dependencies: Target.Dependency..., resources: [Resource] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "Entente",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "entente", targets: ["entente"]),
    .executable(name: "entente-draw", targets: ["entente-draw"]),
    // For Fuzzing, which is a package of its own.
    .library(name: "EntenteCommands", targets: ["EntenteCommands"]),
    .library(name: "EntenteKit", targets: ["EntenteKit"]),
    .library(name: "Diplomacy", targets: ["Diplomacy"]),
    .library(name: "Chronology", targets: ["Chronology"]),
    .library(name: "Networks", targets: ["Networks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ] + (isDocumented ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")] : []),
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CCgraph", pkgConfig: "libcgraph",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CFontconfig", pkgConfig: "fontconfig",
      providers: [.apt(["libfontconfig-dev"]), .brew(["fontconfig"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CPango", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CRSVG", pkgConfig: "librsvg-2.0",
      providers: [.apt(["librsvg2-dev"]), .brew(["librsvg"])]),

    .target(
      name: "CGraphvizDrawing", dependencies: ["CGraphviz", "CFontconfig"],
      linkerSettings: [.linkedLibrary("m"), .linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CFileSystem"),
    .target(name: "CMemory"),
    // Reading the DOT language: Graphviz' library of graphs alone, without what lays out and draws.
    .target(name: "CGraphReading", dependencies: ["CCgraph"]),
    // The parts of the page `explorer.html` (Sources/DiplomacyDrawing/Explorer/Page) inside the program, so that they are found
    // wherever it is installed: C has them with `#embed`, which names what it takes, so that a change builds anew. Resources
    // with `.embedInCode` would do the same as lists of numbers in Swift, of which 150 kB take the compiler 22 s; C takes them in no time.
    .target(name: "CExplorerPage"),
    .executableTarget(name: "entente-draw", dependencies: ["CGraphvizDrawing", "CPango", "CRSVG"]),

    module("Chronology"),
    module("Networks"),
    module("Diplomacy", "Chronology"),
    // A module names all that it reaches, and not only the next below: otherwise the package manager does not build it anew
    // when a stored property of a type changes that it gets through another.
    module("DiplomacyAnalysis", "Chronology", "Diplomacy", "Networks"),
    module(
      "DiplomacyFormats", "Chronology", "Diplomacy", "CFileSystem", "CGraphReading", "CLibXML2", "CZlib",
      "CZip",
      .product(name: "Yams", package: "Yams")),
    module(
      "DiplomacyStore", "Chronology", "Diplomacy", "DiplomacyFormats",
      .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift")),
    module(
      "DiplomacyReports", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats"),
    // `entente-draw` is not linked in, but built along and then found beside the program.
    module(
      "DiplomacyDrawing", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "CGraphReading", "CGraphvizDrawing", "CExplorerPage", isFuzzed ? nil : "entente-draw",
      exclude: ["Explorer/Page"]),
    module(
      "EntenteKit", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "DiplomacyStore", "DiplomacyReports", "DiplomacyDrawing"),
    module(
      "EntenteCommands", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "DiplomacyStore", "DiplomacyReports", "DiplomacyDrawing", "EntenteKit",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    .executableTarget(
      name: "entente", dependencies: ["CMemory", "EntenteCommands"], swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ChronologyTests", "Chronology", "TestSupport", resources: [.copy("Fixtures")]),
    tests("NetworksTests", "Networks", "TestSupport", resources: [.copy("Fixtures")]),
    tests("DiplomacyTests", "Chronology", "Diplomacy", "TestSupport"),
    tests(
      "DiplomacyAnalysisTests", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis",
      "DiplomacyFormats", "TestSupport"),
    tests(
      "DiplomacyFormatsTests", "Chronology", "Diplomacy", "DiplomacyFormats", "TestSupport",
      resources: [.copy("Fixtures")]),
    tests(
      "DiplomacyStoreTests", "Chronology", "Diplomacy", "DiplomacyFormats", "DiplomacyStore",
      "DiplomacyReports",
      "TestSupport", .product(name: "GRDB", package: "GRDB.swift")),
    tests(
      "DiplomacyReportsTests", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "DiplomacyReports", "TestSupport"),
    tests(
      "DiplomacyDrawingTests", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "DiplomacyDrawing", "CGraphvizDrawing", "TestSupport"),
    // The page in a browser, compared with what the library says.
    tests(
      "ExplorerTests", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "DiplomacyDrawing", "TestSupport"),
    tests(
      "EntenteKitTests", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "DiplomacyStore", "DiplomacyReports", "DiplomacyDrawing", "EntenteKit", "TestSupport"),
    tests(
      "EntenteCommandsTests", "Chronology", "Diplomacy", "Networks", "DiplomacyAnalysis", "DiplomacyFormats",
      "DiplomacyStore", "DiplomacyReports", "DiplomacyDrawing", "EntenteKit", "EntenteCommands",
      "TestSupport", "entente",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
  ]
)
