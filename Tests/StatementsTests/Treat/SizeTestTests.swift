import Testing

@testable import Statements

@Suite struct SizeTestTests {
  private static func percent(_ text: String) -> Ratio { Amount(text).ratio / Ratio(100) }

  // MARK: Classes

  @Test(arguments: [
    ("4.9999", true, NotifiableClass.belowAll), ("5", true, .discloseable), ("24.99", true, .discloseable), ("25", true, .major),
    ("74.999999", true, .major), ("75", true, .verySubstantialDisposal), ("100", true, .verySubstantialDisposal),
    ("5", false, .discloseable), ("75", false, .major), ("99.99", false, .major), ("100", false, .verySubstantialAcquisition),
  ])
  func aRatioOnTheEdgeBelongsToTheHigherClass(percent: String, isDisposal: Bool, expected: NotifiableClass) {
    #expect(NotifiableClass(highest: Self.percent(percent), isDisposal: isDisposal) == expected)
  }

  /// Highest ratio, consideration in HK$, day of the deal, connected at the subsidiary only, what is asked.
  private static let connected: [(String, String?, CalendarDate, Bool, ConnectedClass?)] = [
    ("0.0999", nil, .day(2012, 11, 30), false, .exempt), ("0.1", nil, .day(2012, 11, 30), false, .announced),
    ("0.99", nil, .day(2012, 11, 30), true, .exempt), ("1", nil, .day(2012, 11, 30), true, .announced),
    ("4.99", "999999.99", .day(2012, 11, 30), false, .exempt), ("4.99", "1000000", .day(2012, 11, 30), false, .announced),
    ("4.99", "2999999.99", .day(2014, 6, 30), false, .announced), ("4.99", "2999999.99", .day(2014, 7, 1), false, .exempt),
    ("4.99", "3000000", .day(2014, 7, 1), false, .announced), ("5", "2999999", .day(2014, 7, 1), false, .announced),
    ("24.99", "9999999.99", .day(2012, 11, 30), false, .announced), ("24.99", "10000000", .day(2012, 11, 30), false, .approved),
    ("25", "1", .day(2020, 1, 1), false, .approved), ("25", "1", .day(2020, 1, 1), true, .announced),
    ("25", "1", .day(2012, 11, 30), true, .approved), ("4.99", nil, .day(2012, 11, 30), false, .announced),
    ("0.01", "1", .day(2010, 6, 2), false, nil), ("0.01", "1", .day(2010, 6, 3), false, .exempt),
  ]

  @Test(arguments: connected.indices) func chapter14AIsThatOfTheDay(index: Int) {
    let (percent, dollars, date, atSubsidiaryLevel, expected) = Self.connected[index]
    let found = ConnectedClass(
      highest: Self.percent(percent), hongKongDollars: dollars.map { Amount($0).ratio }, ConnectedRegime(on: date),
      atSubsidiaryLevel: atSubsidiaryLevel)
    #expect(found == expected, "\(Self.connected[index])")
  }

  // MARK: Deals

  private static let tests = "measure,issuer,subsidiary,currency,date\n"

  /// The announcement of 30 November 2012: registers of percentages, 91,000,000 shares at US$0.02.
  private static func announcement(_ sizeTests: String) -> [String: String] {
    [
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nCloud,subsidiary,CNY\nKSC,outside,\nXiaomi,outside,\n",
      "holdings.csv": "date,entity,holder,percent\n2012-11-30,Cloud,KSC,19.49%\n2012-11-30,Cloud,Parent,80.51%\n",
      "position.csv": "entity,Cloud\ncurrency,CNY\n,2012-09-30\nTotal assets,20000000\nNet assets,14433900\n",
      "events.csv":
        "event,date,status,entity,kind,to,shares,price,currency,control after\nIssue,2012-11-30,signed,Cloud,issue,Xiaomi,91000000,0.02,USD,yes\n",
      "rates.csv": "date,base,quote,rate\n2012-11-30,USD,CNY,6.2338\n2012-11-30,USD,HKD,7.7505\n",
      "size-tests.csv": sizeTests,
    ]
  }

  private static func result(_ files: [String: String], _ number: Int = 0) throws -> SizeTestResult {
    let accounts = CSVGroup(files).run().accounts
    return try #require(SizeTestFigures.result(of: accounts.transactions[number], in: accounts))
  }

  private static func ratio(_ test: PercentageRatio.Test, _ result: SizeTestResult) throws -> PercentageRatio {
    try #require(result.ratios.first { $0.test == test })
  }

  private static func words(_ texts: [Text]) -> [String] { texts.map(TextPrinter(.plain).string) }

  @Test func theConsiderationOfTheAnnouncementBoundsTheMarketCapitalisation() throws {
    let result = try Self.result(Self.announcement(Self.tests + "revenue,1000,,HKD,2011-12-31\n"))
    let ratio = try Self.ratio(.consideration, result)
    // US$1,820,000 × 7.7505.
    #expect(ratio.numerator?.range.upperBound == Amount("14105910").ratio)
    #expect(ratio.issuerFigure(at: Self.percent("5")) == Amount("282118200").ratio)
    #expect(ratio.issuerFigure(at: Self.percent("0.1")) == Amount("14105910000").ratio)
    #expect(ratio.value == nil && ratio.currency == .hongKongDollar)
    #expect(Self.words(ratio.missing) == ["the issuer's market capitalisation is not on file"])
    #expect(result.hongKongDollars == Amount("14105910").ratio && result.isDeemed)
  }

  @Test func anInterestThatIsOnlyBoundedBoundsTheRatios() throws {
    let result = try Self.result(
      Self.announcement(
        Self.tests + "total assets,1000000000,,CNY,2011-12-31\nmarket capitalisation,282118200,,HKD,2012-11-29\n"))
    // From hardly a dilution to one half: 0 to 30.51 points of 20,000,000.
    #expect(try Self.ratio(.assets, result).value == Ratio.zero...Self.percent("0.6102"))
    #expect(try Self.ratio(.consideration, result).value == Self.percent("5")...Self.percent("5"))
    #expect(result.notifiable() == .discloseable ... .discloseable)
    #expect(result.lacksARatio, "profits and revenue are not on file")
  }

  private static func issue(_ sizeTests: String, _ change: (inout IssueGroup) -> Void = { _ in }) throws -> SizeTestResult {
    var group = IssueGroup()
    group.others["size-tests.csv"] = tests + sizeTests
    change(&group)
    return try result(group.files)
  }

  @Test func theSubsidiarysFigureCountsAtTheChangeOfTheInterest() throws {
    // 90 of 100 to 90 of 125 shares: 18 points of 500.
    let result = try Self.issue("total assets,1800,500,CNY,2024-12-31\n")
    #expect(result.partTaken == Self.percent("18")...Self.percent("18"))
    let ratio = try Self.ratio(.assets, result)
    #expect(ratio.value == Self.percent("5")...Self.percent("5"))
    #expect(ratio.numerator?.places.map(\.columnNumber) == [3] && ratio.denominator?.places.map(\.columnNumber) == [2])
    #expect(result.notifiable() == .discloseable ... .discloseable)
  }

  @Test func allOfItCountsWhereTheSubsidiaryLeavesConsolidation() throws {
    let result = try Self.issue("total assets,2000,1500,CNY,2024-12-31\n") {
      $0.events = IssueGroup.event("125,,500,CNY,,no")
    }
    #expect(result.partTaken == .one ... .one)
    #expect(result.notifiable() == .verySubstantialDisposal ... .verySubstantialDisposal)
  }

  @Test func onlySharesBeyondTheAllotteesPartCount() throws {
    let result = try Self.issue("market capitalisation,10000,,CNY,2024-12-31\n") {
      $0.events = $0.events.replacing("Newcomer", with: "Others")
    }
    // Others hold a tenth: 25 − 2.5 of 25 shares at 20.
    #expect(try Self.ratio(.consideration, result).numerator?.range == Ratio(450)...Ratio(450))
  }

  @Test func lossesCountByTheirAmountAndAnIssuersLossIsSaid() throws {
    let result = try Self.issue("profit,-1000,-500,CNY,2024-12-31\n")
    let ratio = try Self.ratio(.profits, result)
    #expect(ratio.value == Self.percent("9")...Self.percent("9"))
    #expect(ratio.notes.count == 2)
    #expect(result.notifiable() == .discloseable ... .discloseable && result.notifiable(without: [.profits]) == nil)
  }

  @Test func aMissingRateIsNamed() throws {
    let result = try Self.issue("total assets,1000,,HKD,2024-12-31\nmarket capitalisation,10000,,HKD,2024-12-31\n") {
      $0.position += "Total assets,1500\n"
    }
    #expect(
      Self.words(try Self.ratio(.assets, result).missing) == [
        "no closing rate from CNY to HKD for 31 December 2024 is on file, for the figure at group/position.csv:5:2"
      ])
    #expect(
      Self.words(try Self.ratio(.consideration, result).missing) == [
        "no rate from CNY to HKD on 1 January 2025 is on file, for the consideration"
      ])
    #expect(result.highest() == nil && result.hongKongDollars == nil)
  }

  @Test func aResultThatIsNoYearIsNone() throws {
    let result = try Self.issue("revenue,1000,,CNY,2024-12-31\n") {
      $0.others["results.csv"] = "entity,Sub\ncurrency,CNY\n,Nine months ended 30 September 2024\nRevenue,100\n"
    }
    #expect(
      Self.words(try Self.ratio(.revenue, result).missing) == ["revenue of ‘Sub’ of a whole year before the deal is not on file"])
    #expect(try Self.ratio(.revenue, result).dealFigure(at: Self.percent("5")) == Ratio(50))
  }

  @Test func theLatestLineOnOrBeforeTheDealCounts() throws {
    let result = try Self.issue(
      "total assets,1000,500,CNY,2023-12-31\ntotal assets,1800,500,CNY,2024-12-31\ntotal assets,1,500,CNY,2025-12-31\n")
    #expect(try Self.ratio(.assets, result).value == Self.percent("5")...Self.percent("5"))
  }

  @Test func anIssuersNilComparesWithNothing() throws {
    #expect(try Self.ratio(.assets, Self.issue("total assets,0,500,CNY,2024-12-31\n")).value == nil)
  }

  @Test func aGroupWithoutSizeTestsHasNone() {
    let accounts = IssueGroup().run().accounts
    #expect(SizeTestFigures.result(of: accounts.transactions[0], in: accounts) == nil)
  }

  @Test func aFigureThatMayBeAnotherSubsidiarysIsLeftAside() throws {
    let result = try Self.issue("total assets,1800,500,CNY,2024-12-31\n") {
      $0.events += "Round B,2025-06-01,completed,Other,issue,Newcomer,25,,500,CNY,,\n"
    }
    let ratio = try Self.ratio(.assets, result)
    #expect(ratio.numerator == nil && ratio.notes.count == 1)
  }

  @Test func onlyTheMainBoardIsHeld() throws {
    var group = IssueGroup()
    group.others["settings.csv"] = "setting,value\nlisting regime,GEM\n"
    let page = try #require(CSVGroup(group.files).outcome().files.first { $0.path == "group/equity-transactions.md" })
    let words = String(decoding: page.bytes, as: UTF8.self)
    #expect(words.contains("The listing regime is given as ‘GEM’") && !words.contains("14.07(1)"))
    group.others["settings.csv"] = "setting,value\nlisting regime,HKEX Main Board\n"
    let other = try #require(CSVGroup(group.files).outcome().files.first { $0.path == "group/equity-transactions.md" })
    #expect(String(decoding: other.bytes, as: UTF8.self).contains("14.07(1)"))
  }
}
