// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nobody who only uses the library builds it: swift run -c release --package-path
// Benchmarks/Dates
let package = Package(
  name: "DateBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "Entente", path: "../..")],
  targets: [
    .target(name: "AllocationCount"),
    .executableTarget(
      name: "DateBenchmarks",
      dependencies: ["AllocationCount", .product(name: "Chronology", package: "Entente")]),
  ]
)
