import Testing

@testable import Statements

/// What is compared with what: positions with the last year end, results with the same stretch of the year before.
@Suite struct ComparisonTests {
  @Test(arguments: [
    // the figure, its comparative, the change, the percentage to one decimal or why there is none
    ("110", "100", "10", "10.0"), ("90", "100", "-10", "-10.0"), ("-150", "-100", "-50", "-50.0"), ("-50", "-100", "50", "50.0"),
    ("100", "100", "0", "0.0"), ("0", "100", "-100", "-100.0"), ("0", "-100", "100", "100.0"), ("-456.6", "95.3", "-551.9", "sign change"),
    ("14433.9", "-456.6", "14890.5", "sign change"), ("5", "0", "5", "nil base"), ("-5", "0", "-5", "nil base"),
    ("0", "0", "0", "both nil"),
    ("1099.9", "100", "999.9", "999.9"), ("1100", "100", "1000", "too large"), ("-1552.5", "-1.8", "-1550.7", "too large"),
    ("-1100", "-100", "-1000", "too large"),
  ])
  func whatMayBeSaidOfAChange(current: String, prior: String, change: String, percent: String) {
    let outcome = Comparison.outcome(Amount(current), Amount(prior))
    guard case .compared(let found, let ratio, let note) = outcome else {
      Issue.record("like with like is compared")
      return
    }
    #expect(found == Amount(change), "the change is always computable")
    let noteWords =
      switch note {
      case .signChange: "sign change"
      case .tooLarge: "too large"
      case .nilBase: "nil base"
      case .bothNil: "both nil"
      case nil: "no note"
      }
    #expect((ratio?.text ?? noteWords) == percent)
    #expect((ratio == nil) == (note != nil), "either a percentage or why there is none")
  }

  private static func comparisons(_ item: String, yearEnd: String = "31 December", _ files: [String: String]) throws -> [Comparison] {
    let entities = "entity,role,functional currency,year end\nParent,parent,CNY,\nSub,subsidiary,CNY,\(yearEnd)\n"
    let accounts = CSVGroup(files.merging(["entities.csv": entities]) { first, _ in first }).run().accounts
    return accounts.comparisons(of: try #require(accounts.entities.find("Sub")), try #require(accounts.catalogue.find(id: item)))
  }

  @Test(
    arguments: [
      // dates on file, the year end, what the last stands against
      ("2023-12-31,2024-12-31", "31 December", "2023-12-31"),
      ("2023-12-31,2024-03-31,2024-06-30", "31 December", "2023-12-31"),  // the last year end, not the last quarter
      ("2023-06-30,2024-03-31,2024-06-30", "31 December", "2023-06-30"),  // no year end on file: the same day of the year before
      ("2024-03-31,2024-05-31,2024-06-30", "31 December", "2024-05-31"),  // neither: the latest before
      ("2011-06-30,2011-12-31,2012-03-31", "30 June", "2011-06-30"), ("2023-12-31,2024-01-01", "31 December", "2023-12-31"),
      ("2024-06-30", "31 December", nil),
    ] as [(String, String, String?)])
  func aPositionStandsAgainstTheLastYearEnd(dates: String, yearEnd: String, prior: String?) throws {
    let figures = dates.split(separator: ",").indices.map { _ in "1" }.joined(separator: ",")
    let found = try Self.comparisons(
      "net-assets", yearEnd: yearEnd, ["position.csv": "entity,Sub\n,\(dates)\nNet assets,\(figures)\n"])
    let last = try #require(found.last)
    #expect(last.prior?.period.isoText == prior)
    switch last.outcome {
    case .compared: #expect(prior != nil)
    case .noPrior: #expect(prior == nil)
    case .notComparable: Issue.record("positions of one currency are comparable")
    }
  }

  @Test(
    arguments: [
      // periods on file, what the last stands beside, whether it is compared
      ("Year ended 31 December 2023,Year ended 31 December 2024", "2023-01-01/2023-12-31", true),
      (
        "Nine months ended 30 September 2011,Year ended 31 December 2011,Nine months ended 30 September 2012", "2011-01-01/2011-09-30", true
      ),
      // nine months against twelve: side by side, nothing computed
      ("Year ended 31 December 2011,Nine months ended 30 September 2012", "2011-01-01/2011-12-31", false),
      ("Nine months ended 30 September 2011,Six months ended 30 September 2012", "2011-01-01/2011-09-30", false),
      // the quarter before is as long and is not the same stretch of the year before
      ("Three months ended 31 March 2024,Three months ended 30 June 2024", "2024-01-01/2024-03-31", false),
      // February of a leap year is still February
      ("1 February 2011 to 28 February 2011,1 February 2012 to 29 February 2012", "2011-02-01/2011-02-28", true),
      ("Year ended 31 December 2024", nil, false),
    ] as [(String, String?, Bool)])
  func aResultStandsAgainstTheSameStretchOfTheYearBefore(periods: String, prior: String?, isCompared: Bool) throws {
    let figures = periods.split(separator: ",").indices.map { _ in "1" }.joined(separator: ",")
    let found = try Self.comparisons("revenue", ["results.csv": "entity,Sub\n,\(periods)\nRevenue,\(figures)\n"])
    let last = try #require(found.last)
    #expect(last.prior?.period.isoText == prior)
    switch last.outcome {
    case .compared: #expect(isCompared)
    case .notComparable: #expect(!isCompared && prior != nil)
    case .noPrior: #expect(prior == nil)
    }
  }

  @Test func twoCurrenciesAreNotCompared() throws {
    let found = try Self.comparisons(
      "revenue",
      [
        "first.csv": "entity,Sub\ncurrency,CNY\n,Year ended 31 December 2023\nRevenue,1\n",
        "second.csv": "entity,Sub\ncurrency,USD\n,Year ended 31 December 2024\nRevenue,1\n",
      ])
    try #require(found.count == 2)
    #expect(found[1].prior?.currency == .renminbi)
    guard case .notComparable = found[1].outcome else {
      Issue.record("a change of currency is no change of revenue")
      return
    }
  }

  @Test func budgetsAndSeparateAccountsStandBesideNothing() throws {
    let found = try Self.comparisons(
      "revenue",
      [
        "actual.csv": "entity,Sub\n,Year ended 31 December 2023,Year ended 31 December 2024\nRevenue,1,2\n",
        "budget.csv": "entity,Sub\nscenario,budget\n,Year ended 31 December 2024\nRevenue,9\n",
        "own.csv": "entity,Sub\nbasis,separate\n,Year ended 31 December 2024\nRevenue,8\n",
      ])
    #expect(found.map(\.current.value) == [Amount("1"), Amount("2")])
  }
}
