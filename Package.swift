// swift-tools-version: 6.2
import PackageDescription

/// Strict everywhere: Swift 6 concurrency, every warning an error, `any` written out, each file importing what it uses.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "tieout",
  products: [
    .executable(name: "tieout", targets: ["tieout"]),
    .library(name: "Statements", targets: ["Statements"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "DelimitedText", dependencies: ["CLibCSV"], swiftSettings: strict),
    .target(
      name: "CTables",
      exclude: [
        "LineItems.csv", "Labels.csv", "LabelKeys.tsv", "TraditionalSimplified.csv", "Explanations.csv", "Wording.zh-Hans.csv",
        "Wording.zh-Hant.csv",
      ]),
    .target(name: "Statements", dependencies: ["DelimitedText", "CTables", "BigInt"], swiftSettings: strict),
    .target(
      name: "History",
      dependencies: [
        "Statements", .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "tieout",
      dependencies: [
        "DelimitedText", "Statements", "History", "CLinux",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText"], swiftSettings: strict),
    .testTarget(name: "StatementsTests", dependencies: ["Statements", "DelimitedText"], swiftSettings: strict),
    .testTarget(
      name: "GoldenTests", dependencies: ["Statements", "DelimitedText", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["Cases", "Gallery", "NotWords.txt"],
      swiftSettings: strict),
    .testTarget(
      name: "HistoryTests", dependencies: ["History", "Statements", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["tieout", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

// The fuzz target has no main of its own: libFuzzer brings one, so it is there only for `make fuzz`.
if Context.environment["TIEOUT_FUZZ"] != nil {
  package.targets.append(.executableTarget(name: "fuzz", dependencies: ["Statements"], path: "Tests/Fuzz", swiftSettings: strict))
}

// Seeded errors in statements that hold together; built only by `make mutate`. The zoo's files and the
// random numbers are links to those of the tests.
if Context.environment["TIEOUT_MUTATE"] != nil {
  package.targets.append(
    .executableTarget(name: "mutate", dependencies: ["Statements", "DelimitedText"], path: "Tests/Mutate", swiftSettings: strict))
}

// Samples cut short at every byte and damaged at random; built only by `make damage`. Its files are links to those of the tests.
if Context.environment["TIEOUT_DAMAGE"] != nil {
  package.targets.append(.executableTarget(name: "damage", dependencies: ["Statements"], path: "Tests/Damage", swiftSettings: strict))
}
