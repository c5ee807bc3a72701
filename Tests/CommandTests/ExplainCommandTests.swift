import Foundation
import Testing

/// `tieout explain` through the real binary.
@Suite struct ExplainCommandTests {
  @Test func aCheckATreatmentAndALineItemAreExplained() throws {
    let folder = try WorkFolder([:])
    for (arguments, first) in [
      (["explain", "balance"], "balance: check"), (["explain", "share-issue"], "share-issue: treatment"),
      (["explain", "unmapped"], "unmapped: found while a file is read"), (["explain", "Net", "assets"], "net-assets: line item"),
      (["explain", "少数股东权益"], "non-controlling-interests: line item"),
    ] {
      let run = try folder.run(arguments)
      #expect(run.status == 0 && run.errors.isEmpty)
      #expect(run.output.hasPrefix(first + "\n"), "\(run.output)")
    }
  }

  @Test func withoutANameEverythingIsListed() throws {
    let run = try WorkFolder([:]).run(["explain"])
    #expect(run.status == 0)
    for title in [
      "What is found while files are read\n", "\nChecks\n", "\nTreatments\n", "\nLine items: statement of financial position\n",
    ] {
      #expect(run.output.contains(title), "\(title)")
    }
  }

  @Test func aNameThatIsNotKnownIsAnErrorOfTheCommandLine() throws {
    let folder = try WorkFolder([:])
    let near = try folder.run(["explain", "rol-forward"])
    #expect(near.status == 64 && near.output.isEmpty)
    #expect(near.errors == "tieout: error: there is no check, treatment or line item ‘rol-forward’: did you mean ‘roll-forward’?\n")
    let far = try folder.run(["explain", "qqqqqq\u{1B}[31m"])
    #expect(far.status == 64)
    #expect(
      far.errors == "tieout: error: there is no check, treatment or line item ‘qqqqqq\\u{1B}[31m’: `tieout explain` lists all names\n")
  }
}
