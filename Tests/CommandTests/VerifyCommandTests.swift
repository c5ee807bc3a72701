import Foundation
import Testing

/// `tieout verify` through the real binary: each kind of difference is named for what it is.
@Suite struct VerifyCommandTests {
  private func reported() throws -> WorkFolder {
    let folder = try WorkFolder([
      "Inputs/pier/a.csv": CommandTests.statement, "Inputs/pier/entities.csv": "entity,role\nHarbour,parent\nPier,subsidiary\n",
    ])
    #expect(try folder.tieout().status == 0)
    #expect(try folder.run(["verify"]).status == 0)
    return folder
  }

  private func alter(_ folder: WorkFolder, _ path: String, _ old: String, _ new: String) throws {
    let text = try folder.text(path)
    #expect(text.contains(old), "\(path): \(text)")
    try folder.write(path, text.replacingOccurrences(of: old, with: new))
  }

  /// Standard error of a `verify` that ends with 1 and prints nothing else.
  private func errors(_ folder: WorkFolder) throws -> String {
    let run = try folder.run(["verify"])
    #expect(run.status == 1 && run.output.isEmpty)
    return run.errors
  }

  @Test func aFigureOfATableIsNamedByItsRowAndColumn() throws {
    let folder = try reported()
    try alter(folder, "Reports/pier/entities/pier.md", "|         100 |", "|         101 |")
    let errors = try errors(folder)
    #expect(errors.hasPrefix("Reports/pier/entities/pier.md:"), "\(errors)")
    #expect(errors.contains("  row ‘Total assets’, column ‘31 Dec 2024’\n  found:    101\n  expected: 100\n"), "\(errors)")
  }

  @Test func aFieldOfADataFileIsNamedByItsRecordAndColumn() throws {
    let folder = try reported()
    try alter(folder, "Reports/pier/data/facts.csv", ",100000,", ",100001,")
    let errors = try errors(folder)
    #expect(errors.hasPrefix("Reports/pier/data/facts.csv:3: error: the report is not what the inputs give [verify]\n"), "\(errors)")
    #expect(
      errors.contains("row ‘Pier, total-assets, Total assets, 2024-12-31, 100000’, column ‘value’\n  found:    100001\n"), "\(errors)")
  }

  @Test func anInputThatChangedIsNamedWithItsDigests() throws {
    let folder = try reported()
    try alter(folder, "Inputs/pier/a.csv", "60,60", "60,61")
    let errors = try errors(folder)
    #expect(errors.contains("the digest is not that of Inputs/pier/a.csv: the file has changed since"), "\(errors)")
    #expect(errors.components(separatedBy: "  found:    ").count == 2)
  }

  @Test func aWrongDigestOnAPageIsNamedAsSuch() throws {
    let folder = try reported()
    let page = try folder.text("Reports/pier/intake.md")
    let section = try #require(page.components(separatedBy: "## ").first { $0.hasPrefix("a.csv") })
    let digest: String = try #require(section.components(separatedBy: "`").first { $0.count == 64 })
    try folder.write("Reports/pier/intake.md", page.replacingOccurrences(of: digest, with: String(digest.reversed())))
    #expect(try errors(folder).contains("the digest of Inputs/pier/a.csv on this page was altered"))
  }

  @Test func anotherVersionIsNamed() throws {
    let folder = try reported()
    try alter(folder, "Reports/README.md", "tieout 0", "tieout 9")
    let errors = try errors(folder)
    #expect(errors.contains("the reports were written by another version") && errors.contains("  found:    tieout 9"), "\(errors)")
  }

  @Test func pagesThatAreMissingOrTooManyAreNamed() throws {
    let folder = try reported()
    try folder.write("Reports/pier/entities/quay.md", try folder.text("Reports/pier/entities/pier.md"))
    try folder.write("Reports/pier/entities/notes.md", "somebody's own page\n")
    try folder.remove("Reports/pier/checks.md")
    let errors = try errors(folder)
    #expect(errors.contains("Reports/pier/checks.md: error: the report is missing"), "\(errors)")
    #expect(errors.contains("Reports/pier/entities/quay.md: error: no input gives this page"))
    #expect(!errors.contains("notes.md"))
  }

  @Test func filesThatCameOrWentAreNamed() throws {
    let folder = try reported()
    try folder.write("Inputs/pier/b.csv", CommandTests.statement.replacingOccurrences(of: "Pier", with: "Quay"))
    #expect(try errors(folder).contains("Inputs/pier/b.csv is not among the files that the reports rest on"))
    try folder.remove("Inputs/pier/b.csv")
    try folder.remove("Inputs/pier/entities.csv")
    #expect(try errors(folder).contains("entities.csv, which is no longer in Inputs/"))
  }

  @Test func aChangeThatIsUnderWayIsNamedAndTheNextRunFinishesIt() throws {
    let folder = try reported()
    try folder.write("Reports/.tieout/pending", "")
    #expect(try errors(folder).contains("a run was broken off"))
    #expect(try folder.tieout().status == 0)
    #expect(!folder.exists("Reports/.tieout"))
    #expect(try folder.run(["verify"]).status == 0)
  }
}
