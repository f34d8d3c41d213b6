// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who only uses the library builds it; Scripts/bench networks runs it.
let package = Package(
  name: "NetworkBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Entente", path: "../..")],
  targets: [
    .executableTarget(
      name: "NetworkBenchmarks", dependencies: [.product(name: "Networks", package: "Entente")])
  ]
)
