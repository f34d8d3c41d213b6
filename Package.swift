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
  ? [] : ["Chronology", "Networks", "Diplomacy", "DiplomacyAnalysis", "DiplomacyFormats"]

/// Scripts/fuzz builds without the program that draws: libFuzzer brings a `main` into every program.
let isFuzzed = Context.environment["ENTENTE_FUZZING"] != nil

/// `Scripts/docs api` builds the reference with the plugin for it, which nobody else needs to fetch.
let isDocumented = Context.environment["ENTENTE_REFERENCE"] != nil

/// A module of the package, in `Sources/`.
func module(_ name: String, _ dependencies: Target.Dependency?...) -> Target {
  let speed: [SwiftSetting] =
    optimised.contains(name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : []
  return .target(
    name: name, dependencies: dependencies.compactMap(\.self), swiftSettings: settings + speed)
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
  ] + (isDocumented ? [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")] : []),
  targets: [
    .systemLibrary(
      name: "CGraphviz", pkgConfig: "libgvc",
      providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
    .systemLibrary(
      name: "CFontconfig", pkgConfig: "fontconfig",
      providers: [.apt(["libfontconfig-dev"]), .brew(["fontconfig"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),

    .target(
      name: "CGraphvizDrawing", dependencies: ["CGraphviz", "CFontconfig"],
      linkerSettings: [.linkedLibrary("m"), .linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CFileSystem"),
    .executableTarget(name: "entente-draw", dependencies: ["CGraphvizDrawing"]),

    module("Chronology"),
    module("Networks"),
    module("Diplomacy", "Chronology"),
    module("DiplomacyAnalysis", "Diplomacy", "Networks"),
    module(
      "DiplomacyFormats", "Diplomacy", "CFileSystem", "CLibXML2",
      .product(name: "Yams", package: "Yams")),
    module("DiplomacyReports", "DiplomacyAnalysis", "DiplomacyFormats"),
    // `entente-draw` is not linked in, but built along and then found beside the program.
    module("DiplomacyDrawing", "DiplomacyFormats", "CGraphvizDrawing", isFuzzed ? nil : "entente-draw"),
    module("EntenteKit", "DiplomacyReports", "DiplomacyDrawing"),
    module(
      "EntenteCommands", "EntenteKit",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
    .executableTarget(name: "entente", dependencies: ["EntenteCommands"], swiftSettings: settings),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("ChronologyTests", "Chronology", "TestSupport"),
    tests("NetworksTests", "Networks", "TestSupport", resources: [.copy("Fixtures")]),
    tests("DiplomacyTests", "Diplomacy", "TestSupport"),
    tests("DiplomacyAnalysisTests", "DiplomacyAnalysis", "DiplomacyFormats", "TestSupport"),
    tests("DiplomacyFormatsTests", "DiplomacyFormats", "TestSupport", resources: [.copy("Fixtures")]),
    tests("DiplomacyReportsTests", "DiplomacyReports", "TestSupport"),
    tests("DiplomacyDrawingTests", "DiplomacyDrawing", "CGraphvizDrawing", "TestSupport"),
    tests("EntenteKitTests", "EntenteKit", "TestSupport"),
    tests(
      "EntenteCommandsTests", "EntenteCommands", "TestSupport", "entente",
      .product(name: "ArgumentParser", package: "swift-argument-parser")),
  ]
)
