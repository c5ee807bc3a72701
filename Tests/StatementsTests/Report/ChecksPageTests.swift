import Testing

@testable import Statements

/// The page of findings as the person who signs reads it.
@Suite struct ChecksPageTests {
  private static func page(_ files: [String: String]) throws -> [String] {
    let file = try #require(CSVGroup(files).outcome().files.first { $0.path == "group/checks.md" })
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func position(_ entity: String, netAssets: String) -> String {
    "entity,\(entity)\nunit,HK$\n,2024-12-31\nTotal assets,100\nTotal liabilities,40\nNet assets,\(netAssets)\n"
  }

  @Test func theContentsCountAndLinkEveryEntity() throws {
    let lines = try Self.page(["a.csv": Self.position("Pier (HK) Ltd.", netAssets: "55"), "b.csv": Self.position("碼頭", netAssets: "70")])
    let contents = lines.filter { $0.hasPrefix("| [") }
    #expect(
      contents.count == 2 && contents[0].contains("[Pier (HK) Ltd.](#pier-hk-ltd)") && contents[1].contains("[碼頭](#碼頭)"), "\(contents)")
    #expect(lines.contains("## Pier (HK) Ltd.") && lines.contains("## 碼頭"))
  }

  @Test func theGreaterDifferenceNeedsAttentionFirst() throws {
    let lines = try Self.page(["a.csv": Self.position("Pier", netAssets: "55"), "b.csv": Self.position("Quay", netAssets: "75")])
    let rows = lines.filter { $0.hasPrefix("| E") }
    #expect(rows.count == 2 && rows[0].contains("Quay") && rows[1].contains("Pier"), "\(rows)")
  }

  @Test func aFindingHasItsAmountsAndWhereToReadMore() throws {
    let lines = try Self.page(["a.csv": Self.position("Pier", netAssets: "55")])
    #expect(lines.contains("  = expected 60.0, found 55.0, difference (5.0), rounding explains 1.5, in HK$"))
    #expect(lines.contains("  = in plain words: tieout explain balance"))
    #expect(lines.contains { $0.hasPrefix("| `balance` | Net assets are total assets less total liabilities") })
  }

  @Test func noneIsLeftOutAndWhatIsNotRankedIsCounted() throws {
    let rows = (1...30).map { "Pier,Holder \($0),1O1" }.joined(separator: "\n")
    let lines = try Self.page(["holdings.csv": "entity,holder,shares\n\(rows)\n"])
    #expect(lines.filter { $0.hasPrefix("### E") }.count == 30)
    #expect(lines.contains("18 more errors and warnings stand below."))
  }

  @Test func anAcceptedFindingIsShownWithReasonAuthorAndExpiry() throws {
    let files = [
      "a.csv": Self.position("Pier", netAssets: "55"),
      "acceptances.csv": "check,entity,reason,by,until\nbalance,Pier,*Known* since May,The CFO,2025-06-30\n",
    ]
    let lines = try Self.page(files)
    #expect(lines.contains("**no warnings, no errors**"))
    let row = try #require(lines.first { $0.hasPrefix("| E1") })
    for words in [#"\*Known\* since May"#, "The CFO", "30 June 2025", "acceptances.csv:2"] {
      #expect(row.contains(words), "\(words) in \(row)")
    }
    #expect(lines.contains { $0.hasPrefix("### E1 · balance") && $0.hasSuffix("error, accepted") })
    #expect(lines.contains("  = accepted: *Known* since May - The CFO, until 30 June 2025"))
    #expect(lines.contains("Nothing: what can be checked ties, or somebody has accepted it."))
  }

  /// The rows of findings of a page of the group.
  private static func rows(_ path: String, of outcome: Pipeline.Outcome) throws -> [String] {
    let file = try #require(outcome.files.first { $0.path == "group/\(path)" })
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init).filter { $0.hasPrefix("| E") }
  }

  @Test func namesAreCountedForEachEntityAndEveryTableOfSeveralSaysWhich() throws {
    let files = ["a.csv": Self.position("Pier", netAssets: "55"), "b.csv": Self.position("Quay", netAssets: "75"), "c.csv": "a,\"b\nc\n"]
    let outcome = CSVGroup(files).outcome()
    for path in ["README.md", "checks.md"] {
      let rows = try Self.rows(path, of: outcome)
      #expect(rows.count == 3 && rows.allSatisfy { $0.hasPrefix("| E1 ") }, "\(path): \(rows)")
      for about in ["| Pier, 31 Dec 2024 ", "| Quay, 31 Dec 2024 ", "| the group "] {
        #expect(rows.count { $0.contains(about) } == 1, "\(about) in \(rows)")
      }
    }
    #expect(try Self.rows("intake.md", of: outcome).map { $0.contains("| the group ") } == [true])
    let pages = try ["pier", "quay"].map { try Self.rows("entities/\($0).md", of: outcome) }
    #expect(pages.allSatisfy { $0.count == 1 && $0[0].hasPrefix("| E1 ") && !$0[0].contains("31 Dec 2024") }, "\(pages)")
  }

  /// An entity may be called as a heading of the page is.
  @Test func anEntitysPageLinksItsOwnSection() throws {
    let files = [
      "a.csv": Self.position("Accepted", netAssets: "55"), "b.csv": Self.position("Checks", netAssets: "55"),
      "acceptances.csv": "check,entity,reason,by,until\nbalance,Checks,known,The CFO,\n",
    ]
    let outcome = CSVGroup(files).outcome()
    for name in ["accepted", "checks"] {
      let page = try #require(outcome.files.first { $0.path == "group/entities/\(name).md" })
      #expect(String(decoding: page.bytes, as: UTF8.self).contains("[checks](../checks.md#\(name)-1)"))
    }
  }

  @Test func anchorsAreThoseOfReadersOfMarkdown() {
    var anchors = Anchors(["Checks"])
    #expect(anchors.next("Pier & Quay, Ltd.") == "pier--quay-ltd")
    #expect(anchors.next("Checks") == "checks-1")
    #expect(anchors.next("金山雲 2") == "金山雲-2")
  }
}
