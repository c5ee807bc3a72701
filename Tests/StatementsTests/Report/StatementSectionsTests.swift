import Testing

@testable import Statements

/// The tables of an entity's page, as a reader sees them.
@Suite struct StatementSectionsTests {
  /// The page of the entity `Sub`, or of the only one.
  private static func page(_ files: [String: String]) throws -> String {
    let outcome = CSVGroup(files).outcome()
    let file = try #require(outcome.files.first { $0.path.contains("/entities/") })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  /// The cells of the table lines that begin with a label, without their blanks.
  private static func rows(_ page: String, _ label: String) -> [[String]] {
    page.split(separator: "\n").filter { $0.hasPrefix("| \(label) ") }.map { line in
      line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
  }

  @Test func theAnnouncementHasItsTwoTablesToTheLetter() throws {
    let page = try Self.page([
      "net-assets.csv":
        "entity,Cloud\nRMB'000,31 December 2010,31 December 2011,30 September 2012\nNet assets/(liabilities),95.3,(456.6),\"14,433.9\"\n",
      "net-losses.csv":
        "entity,Cloud\nRMB'000,Year ended 31 December 2010,Year ended 31 December 2011,Nine months ended 30 September 2012\nNet losses before tax,(1.8),\"(1,552.5)\",\"(18,882.4)\"\nNet losses after tax,(1.8),\"(1,552.5)\",\"(18,882.4)\"\n",
    ])
    #expect(
      Self.rows(page, "Net assets/(liabilities)") == [
        ["Net assets/(liabilities)", "95.3", "(456.6)", "(551.9)", "n.m.", "14,433.9", "14,890.5", "n.m."]
      ])
    for line in ["Loss before tax", "Loss after tax"] {
      #expect(
        Self.rows(page, line).first == [line, "(1.8)", "(1,552.5)", "(1,550.7)", "n.m.", "(18,882.4)", "n/c", "n/c"])
    }
    #expect(
      Self.rows(page, "RMB'000").prefix(2) == [
        ["RMB'000", "31 Dec 2010", "31 Dec 2011", "Change", "%", "30 Sep 2012", "Change", "%"],
        ["RMB'000", "12 months to 31 Dec 2010", "12 months to 31 Dec 2011", "Change", "%", "9 months to 30 Sep 2012", "Change", "%"],
      ])
    #expect(page.contains("| *Loss after tax per month (derived)* "))
    #expect(page.contains("*(25,176.5)*"), "18,882.4 × 12 ÷ 9")
    #expect(page.contains("- Net liabilities of 456.6 moved to net assets of 14,433.9: favourable"))
    #expect(!page.contains("12 months to 30 Sep 2012"), "there are no nine months of 2011 to derive the last twelve months from")
  }

  @Test(arguments: [13, 60])
  func manyMonthsStayReadableAndNoneIsDropped(count: Int) throws {
    let ends = (0..<count).map { CalendarDate.day(2020, 1, 31).adding(months: $0) }
    let heading = ends.map { "Month ended \(Figures.date($0))" }.joined(separator: ",")
    let figures = (0..<count).map { String(1000 + $0) }.joined(separator: ",")
    let page = try Self.page(["a.csv": "entity,A\ncurrency,CNY\n,\(heading)\nRevenue,\(figures)\n"])
    for (number, end) in ends.enumerated() {
      #expect(page.contains("1 month to \(Figures.shortDate(end))"))
      #expect(page.contains(" 1,\(number < 100 ? "0" : "")\(number < 10 ? "0" : "")\(number) "))
    }
    #expect(page.contains("The latest 6 of \(count) columns, with the comparative of the last; the \(count - 6) before them follow"))
    let last = try #require(ends.last)
    #expect(page.contains("Change against 1 month to \(Figures.shortDate(last.adding(months: -12)))"))
    #expect(Self.rows(page, "Revenue").allSatisfy { $0.count <= 13 }, "at most twelve columns of figures")
    // Twelve months earlier: twelve less.
    #expect(Self.rows(page, "Revenue").contains { $0.suffix(2).first == "12" })
  }

  @Test func aRestatedColumnIsMarkedAndKeepsItsOriginal() throws {
    let page = try Self.page([
      "2023.csv": "entity,A\ncurrency,CNY\n,Year ended 31 December 2023\nRevenue,120\nProfit before tax,40\n",
      "2024.csv":
        "entity,A\ncurrency,CNY\n,Year ended 31 December 2023 (restated),Year ended 31 December 2024\nRevenue,104,150\nProfit before tax,24,30\n",
    ])
    #expect(
      Self.rows(page, "RMB").first == [
        "RMB", "12 months to 31 Dec 2023 (as previously reported)", "12 months to 31 Dec 2023 (restated)", "12 months to 31 Dec 2024",
        "Change", "%",
      ])
    #expect(Self.rows(page, "Revenue").first == ["Revenue", "120", "104", "150", "46", "44.2 %"])
  }

  @Test func aBudgetStandsBesideAndIsNeverMixedIn() throws {
    let page = try Self.page([
      "a.csv": """
      entity,start,end,scenario,item,amount,currency
      A,2024-01-01,2024-12-31,actual,revenue,100,CNY
      A,2024-01-01,2024-12-31,actual,cost-of-sales,-90,CNY
      A,2024-01-01,2024-12-31,budget,revenue,120,CNY
      A,2024-01-01,2024-12-31,budget,cost-of-sales,-80,CNY
      A,2023-01-01,2023-12-31,budget,revenue,70,CNY

      """
    ])
    #expect(Self.rows(page, "Revenue")[0] == ["Revenue", "100"], "no budget in the series of what happened")
    #expect(Self.rows(page, "Revenue")[1] == ["Revenue", "100", "120", "(20)", "(16.7) %", "U"])
    #expect(Self.rows(page, "Cost of sales")[1] == ["Cost of sales", "(90)", "(80)", "(10)", "(12.5) %", "U"])
    #expect(page.contains("## Actual against budget"))
    #expect(page.contains("- Revenue came in 20, 16.7 % below budget: adverse"))
    #expect(page.contains("- Cost of sales came in 10, 12.5 % above budget: adverse"))
    #expect(Self.rows(page, "Revenue")[2].contains("70"), "a budget of which nothing happened is shown")
  }

  @Test func separateAccountsHaveTheirOwnTables() throws {
    let page = try Self.page([
      "group.csv": "entity,A\ncurrency,CNY\nbasis,consolidated\n,31 December 2023,31 December 2024\nNet assets,100,110\n",
      "own.csv": "entity,A\ncurrency,CNY\nbasis,separate\n,31 December 2023,31 December 2024\nNet assets,60,66\n",
    ])
    #expect(page.contains("## Separate accounts"))
    #expect(
      Self.rows(page, "Net assets").prefix(2) == [
        ["Net assets", "100", "110", "10", "10.0 %"], ["Net assets", "60", "66", "6", "10.0 %"],
      ])
  }

  @Test func roundedPartsHaveACastingDifference() throws {
    let page = try Self.page([
      "a.csv": "entity,A\ncurrency,CNY\n,Year ended 31 December 2024\nRevenue,1400.4\nCost of sales,-600.3\nGross profit,800.1\n",
      "settings.csv": "setting,value\npresentation unit,RMB'000\n",
      "b.csv": "entity,A\nRMB'000\n,31 December 2024\nCurrent assets,1.4\nNon-current assets,1.4\nTotal assets,2.9\n",
    ])
    #expect(page.contains("| *Casting difference: Total assets* |"))
    #expect(page.contains("rounded one by one"))
  }

  @Test(
    arguments: [
      ([4], "4"), ([4, 5], "4-5"), ([4, 7, 8, 9], "4, 7-9"), ([2, 4, 6, 8, 10, 12], "2, 4, 6, 8, 10, 12"),
      ([2, 4, 6, 8, 10, 12, 14], "2…14 (7)"),
    ] as [([Int], String)])
  func theLinesOfASourceAreShort(lines: [Int], words: String) {
    #expect(TableSources.runs(lines) == words)
  }

  @Test func theYearEndIsTakenFromTheTwelveMonthsOnFile() throws {
    let page = try Self.page([
      "a.csv":
        "entity,A\ncurrency,CNY\n,Year ended 31 March 2024,Six months ended 30 September 2024,Year ended 31 March 2025\nRevenue,100,60,130\n"
    ])
    #expect(page.contains("6 months to 31 Mar 2025 (derived)"))
    #expect(page.contains("the financial year is taken to end when the twelve months on file do"))
  }
}
