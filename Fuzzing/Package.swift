// swift-tools-version: 6.2
import PackageDescription

// A package of its own, because every module in it is built with sanitizers; Scripts/fuzz builds and runs it.
let package = Package(
  name: "EntenteFuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Entente", path: "..")],
  targets: [
    .target(name: "CLibFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "CLibFuzzer", .product(name: "EntenteKit", package: "Entente"),
        .product(name: "EntenteCommands", package: "Entente"),
      ]),
  ]
)
