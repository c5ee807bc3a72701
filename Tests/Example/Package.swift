// swift-tools-version: 6.2
import PackageDescription

/// A program of somebody else's that uses the library as they would: by its public declarations alone.
let package = Package(
  name: "example",
  dependencies: [.package(name: "tieout", path: "../..")],
  targets: [.executableTarget(name: "Example", dependencies: [.product(name: "Statements", package: "tieout")])]
)
