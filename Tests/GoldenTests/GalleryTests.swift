import Foundation
import Statements
import Testing

/// The gallery of errors: each id with a case that breaks it, its exact words, and a case that just does not.
@Suite struct GalleryTests {
  @Test func everyIdHasItsCases() throws {
    let comments = try RuleComment.all()
    let missing = try comments.flatMap { comment in
      try GalleryCase.demanded(comment).filter { try GalleryCase(id: comment.id).files($0).isEmpty }.map {
        "Tests/GoldenTests/Gallery/\(comment.id)/\($0.rawValue)/ has no CSV file"
      }
    }
    #expect(missing == [], "put the files there, then `make accept`")
  }

  @Test(arguments: GalleryCase.all) func theWordsAreAsExpected(_ gallery: GalleryCase) throws {
    let text = try gallery.text()
    if GoldenTests.accepts { try Data(text.utf8).write(to: gallery.expected) }
    #expect(try String(contentsOf: gallery.expected, encoding: .utf8) == text)
    if GalleryCase.brokenByNoInputs.contains(gallery.id) { return }
    #expect(!text.isEmpty, "the case breaks nothing: no finding of \(gallery.id)")
  }

  @Test(arguments: GalleryCase.all) func theCaseThatJustHoldsHasNoSuchFinding(_ gallery: GalleryCase) throws {
    #expect(try gallery.findings(.holds) == "")
  }

  /// A treatment's case is treated, by that treatment alone.
  @Test(arguments: GalleryCase.all) func theTreatmentFits(_ gallery: GalleryCase) throws {
    guard try !gallery.files(.fits).isEmpty else { return }
    let transactions = try gallery.run(.fits).groups[0].accounts.transactions
    #expect(!transactions.isEmpty)
    #expect(transactions.allSatisfy { $0.treatment != .notDeterminable }, "the case gives all that the treatment needs")
  }
}
