import Foundation
import Testing

/// The practice folder: each of its mistakes is found, and when each is mended as its finding says, nothing is left to mend.
@Suite struct PracticeTests {
  /// A mistake: what is found of it, and how it is mended.
  private struct Mistake {
    /// The beginning of the finding's line, and its id.
    let found: (place: String, id: String)
    let file: String
    /// The words as they are, or nil for a file that is missing.
    let words: String?
    /// The words as they should be.
    let mended: String
  }

  private static let mistakes = [
    Mistake(found: ("beacon-position.csv:6:4: error", "unreadable"), file: "beacon-position.csv", words: ",4,200", mended: ",\"4,200\""),
    Mistake(found: ("beacon-results.csv:5:3: error: ‘163OO’", "unreadable"), file: "beacon-results.csv", words: "163OO", mended: "(16300)"),
    Mistake(found: ("entities.csv:5:2: error", "unreadable"), file: "entities.csv", words: "subsidary", mended: "subsidiary"),
    Mistake(
      found: ("snuffer-results.csv:5:1: error", "unreadable"), file: "snuffer-results.csv", words: "\"Profit before",
      mended: "Profit before"),
    Mistake(found: ("snuffer.csv:3:3: error", "unreadable"), file: "snuffer.csv", words: "31/06/2025", mended: "30/06/2025"),
    Mistake(found: ("settings.csv:2:1: warning", "unmapped"), file: "settings.csv", words: "presentaton", mended: "presentation"),
    Mistake(
      found: ("wick-trial-balance.csv:7:6: info: the account ‘Counter sales’", "unmapped"), file: "accounts.csv", words: nil,
      mended: "account,item\n4000,revenue\n"),
    Mistake(found: ("events.csv:2:9: error", "price-times-shares"), file: "events.csv", words: "6500000", mended: "6000000"),
    Mistake(
      found: ("events.csv:2:4: error: there is no such entity", "untreated-event"), file: "events.csv", words: "Tradng", mended: "Trading"),
    Mistake(found: ("holdings.csv:5: error", "register-movement"), file: "holdings.csv", words: "450000", mended: "500000"),
    Mistake(
      found: ("wick-trial-balance.csv:2:5: error", "trial-balance"), file: "wick-trial-balance.csv", words: "1278300.50",
      mended: "1287300.50"),
    Mistake(found: ("beacon-results.csv:9:3: error", "tax-bridge"), file: "beacon-results.csv", words: "(630)", mended: "(360)"),
    Mistake(found: ("beacon-results.csv:2:1: warning", "gaap-mismatch"), file: "beacon-results.csv", words: "PRC GAAP", mended: "HKFRS"),
    Mistake(
      found: ("beacon-results.csv:2:1: warning", "basis-mismatch"), file: "beacon-results.csv", words: "combined", mended: "consolidated"),
    Mistake(found: ("beacon-position.csv:8:3: error", "balance"), file: "beacon-position.csv", words: "18,010", mended: "18,100"),
    Mistake(found: ("beacon-position.csv:", "subtotal"), file: "beacon-position.csv", words: "5,900", mended: "5,000"),
    Mistake(found: ("snuffer.csv:4:3: error", "balance"), file: "snuffer.csv", words: "3420000", mended: "3420"),
    Mistake(
      found: ("snuffer.csv:6:3: error", "rate-missing"), file: "rates.csv", words: "2025-06-30,2025-01-01,",
      mended: "2025-06-30,,USD,HKD,7.8500,closing\n2025-06-30,2025-01-01,"),
    Mistake(found: ("rates.csv:", "rate-outlier"), file: "rates.csv", words: "77.686", mended: "7.7686"),
    Mistake(
      found: ("beacon-position.csv:12:3: warning", "roll-forward"), file: "beacon-results.csv", words: "1340,1600\n",
      mended: "1340,1600\nDividends,-,(800)\n"),
    Mistake(
      found: ("wick-2024.csv:2:5: warning", "missing-statement"), file: "wick-2024.csv", words: "2023-12-31", mended: "2024-12-31"),
  ]

  @Test func mendingEachMistakeAsItsFindingSaysLeavesNothing() throws {
    let folder = try WorkFolder([:])
    #expect(try folder.run(["init", "--practice", "Inputs/lantern"]).status == 0)
    for (number, mistake) in Self.mistakes.enumerated() {
      let lines = try folder.run(["check"]).output.split(separator: "\n").map(String.init)
      let isFound = lines.contains {
        $0.hasPrefix("Inputs/lantern/" + mistake.found.place) && $0.hasSuffix("[\(mistake.found.id)]")
      }
      #expect(isFound, "\(number + 1): \(mistake.found), found: \(lines.filter { $0.hasPrefix("Inputs/") })")
      let path = "Inputs/lantern/" + mistake.file
      if let words = mistake.words {
        let text = try folder.text(path)
        #expect(text.contains(words), "\(mistake.file) has \(words)")
        try folder.write(path, text.replacingOccurrences(of: words, with: mistake.mended))
      } else {
        try folder.write(path, mistake.mended)
      }
    }
    let last = try folder.tieout("--strict")
    #expect(last.status == 0, "\(last.errors)")
  }
}
