import Testing

@testable import Statements

@Suite struct TranslationTests {
  private static let entities = "entity,role,functional currency\nParent,parent,HKD\nSub,subsidiary,USD\n"
  private static let position = "entity,Sub\ncurrency,USD\n,2023-12-31,2024-12-31\nNet assets,1000,1350\nShare capital,500,500\n"
  private static let results = "entity,Sub\ncurrency,USD\n,Year ended 31 December 2024\nProfit after tax,300\n"
  private static let owners = "entity,start,end,item,amount,currency\nSub,2024-06-30,2024-06-30,capital-contributions,50,USD\n"
  private static let rates = """
    date,start,base,quote,rate,kind
    2023-12-31,,USD,HKD,7.80,closing
    2024-12-31,,USD,HKD,7.70,closing
    2024-12-31,2024-01-01,USD,HKD,7.75,average
    2024-06-30,,USD,HKD,7.76,spot

    """

  private static func group(_ changes: [String: String] = [:]) -> Pipeline.Group {
    let files = [
      "entities.csv": entities, "position.csv": position, "results.csv": results, "owners.csv": owners, "rates.csv": rates,
    ]
    return CSVGroup(files.merging(changes) { _, other in other }).run()
  }

  private static func translations(_ group: Pipeline.Group) -> [NetAssetsTranslation] {
    group.accounts.entities.find("Sub").map(group.accounts.netAssetsTranslations) ?? []
  }

  @Test func bothWaysGiveTheDifference() throws {
    let group = Self.group()
    let translation = try #require(Self.translations(group).first)
    // 1,350 × 7.70 − 1,000 × 7.80 − 300 × 7.75 − 50 × 7.76 = 10,395 − 7,800 − 2,325 − 388 = (118).
    #expect(translation.difference == Amount("-118"))
    #expect(translation.direct == Ratio(-118))
    #expect(translation.holds && translation.rounding == .zero)
    #expect(group.findings(of: "translation-difference").isEmpty && group.findings(of: "rate-missing").isEmpty)
    #expect(group.findings(of: "roll-forward").isEmpty, "the contribution of a day explains the movement")
  }

  @Test func positionsTakeTheClosingRateAndResultsTheAverageAndPartsOfEquityNone() throws {
    let accounts = Self.group().accounts
    var amounts: [String: String] = [:]
    for fact in accounts.facts where fact.period.end == .day(2024, 12, 31) {
      switch accounts.translated(fact) {
      case .translated(let figure): amounts[accounts.catalogue[fact.item].id] = figure.amount.decimalText
      case .notSingly: amounts[accounts.catalogue[fact.item].id] = "not singly"
      case .notNeeded, .missing: Issue.record("\(fact.label)")
      }
    }
    #expect(amounts == ["net-assets": "10395", "profit-after-tax": "2325", "share-capital": "not singly"])
  }

  @Test func theDifferenceTakesWhatRoundingLeaves() throws {
    let group = Self.group([
      "rates.csv": Self.rates.replacing("7.75,", with: "7.75001667,").replacing("7.76,", with: "7.7601,")
    ])
    let translation = try #require(Self.translations(group).first)
    // 300 × 7.75001667 = 2,325.005001 is booked as 2,325.01, and 50 × 7.7601 = 388.005 as 388.01: the difference is (118.02), not (118.01).
    #expect(translation.difference == Amount("-118.02"))
    #expect(translation.direct.flatMap { Amount($0, roundedTo: 2) } == Amount("-118.01"))
    #expect(translation.rounding == Amount("-0.01") && translation.holds)
  }

  @Test(arguments: [
    ("2023-12-31,,USD,HKD,7.80,closing\n", "no closing rate from USD to HKD on 31 December 2023 is on file"),
    (
      "2024-12-31,2024-01-01,USD,HKD,7.75,average\n",
      "no average rate from USD to HKD for the 12 months to 31 December 2024 is on file"
    ),
    ("2024-06-30,,USD,HKD,7.76,spot\n", "no spot rate from USD to HKD on 30 June 2024 is on file"),
  ])
  func aMissingRateIsNamedAndNothingStandsIn(line: String, message: String) throws {
    let group = Self.group(["rates.csv": Self.rates.replacing(line, with: "")])
    let findings = group.findings(of: "rate-missing")
    #expect(findings.map { group.words($0.message) } == [message])
    #expect(findings.first?.severity == .error && findings.first?.place != nil)
    #expect(try #require(Self.translations(group).first).difference == nil)
  }

  @Test func anAverageOfOtherDaysIsNone() {
    let group = Self.group(["rates.csv": Self.rates.replacing("2024-01-01", with: "2024-10-01")])
    #expect(group.findings(of: "rate-missing").count == 1)
  }

  @Test func aHalfYearCutFromTheYearTakesBothAverages() throws {
    let group = Self.group([
      "position.csv": "entity,Sub\ncurrency,USD\n,2024-06-30,2024-12-31\nNet assets,1150,1350\n",
      "results.csv":
        "entity,Sub\ncurrency,USD\n,Six months ended 30 June 2024,Year ended 31 December 2024\nProfit after tax,100,300\n",
      "owners.csv": "entity,start,end,item,amount,currency\n",
      "rates.csv": Self.rates + "2024-06-30,,USD,HKD,7.79,closing\n2024-06-30,2024-01-01,USD,HKD,7.78,average\n",
    ])
    let translation = try #require(Self.translations(group).first)
    // 1,350 × 7.70 − 1,150 × 7.79 − (300 × 7.75 − 100 × 7.78) = 10,395 − 8,958.5 − 1,547 = (110.5); both sides move by nil unexplained.
    #expect(translation.difference == Amount("-110.5") && translation.holds)
    #expect(translation.lines.count == 4)
  }

  @Test func whatNoFileExplainsIsTakenAtTheClosingRateAndSaid() throws {
    let group = Self.group(["owners.csv": "entity,start,end,item,amount,currency\n"])
    let translation = try #require(Self.translations(group).first)
    #expect(!translation.leavesOnlyRounding && translation.holds)
    // 1,350 × 7.70 − 7,800 − 2,325 − 50 × 7.70 = (115).
    #expect(translation.difference == Amount("-115"))
  }

  @Test func aContributionWithoutADayLeavesTheDifferenceOpen() throws {
    let group = Self.group([
      "owners.csv": "entity,start,end,item,amount,currency\nSub,2024-01-01,2024-12-31,capital-contributions,50,USD\n"
    ])
    #expect(try #require(Self.translations(group).first).difference == nil)
    #expect(group.findings(of: "rate-missing").map(\.severity) == [.warning])
  }

  @Test func nothingIsTranslatedInTheReportsOwnCurrency() {
    let group = Self.group(["settings.csv": "setting,value\npresentation currency,USD\n"])
    #expect(Self.translations(group).isEmpty && group.findings(of: "rate-missing").isEmpty)
  }

  @Test func everyPartOfEquityIsALineOfAPosition() {
    let catalogue = LineItemCatalogue.shipped()
    for id in EquityComponents.ids.sorted() {
      #expect(catalogue.find(id: id).map { catalogue[$0].statement } == .position, "\(id)")
    }
  }

  @Test func twoRatesForOneUseAreNamed() {
    let group = Self.group(["rates.csv": Self.rates + "2024-12-31,,USD,HKD,7.71,closing\n2024-06-30,,USD,HKD,7.76,spot\n"])
    #expect(
      group.findings(of: "duplicate-rate").map { group.words($0.message) } == [
        "the closing rate from USD to HKD of 31 December 2024 is 7.71 here but 7.7 elsewhere"
      ])
  }

  @Test func twoWaysThatDoNotAgreeAreAnError() throws {
    let translation = try #require(Self.translations(Self.group()).first)
    #expect(TranslationDifference.finding(translation, .hongKongDollar) == nil)
    var lines = translation.lines
    let opening = lines.removeFirst()
    // A cent more of opening net assets than closing ones explain.
    lines.insert(
      NetAssetsTranslation.Line(
        role: opening.role, label: opening.label, own: opening.own + Amount("0.01"), rate: opening.rate, place: opening.place), at: 0)
    let broken = NetAssetsTranslation(movement: translation.movement, lines: lines, missing: [], undated: [])
    let found = try #require(TranslationDifference.finding(broken, .hongKongDollar))
    #expect(found.severity == .error && found.difference == Amount("-0.08"))
  }

  @Test func anEntityInTwoForeignCurrenciesHasASectionForEach() throws {
    let files = [
      "entities.csv": Self.entities, "position.csv": Self.position, "rates.csv": Self.rates,
      "euro.csv": "entity,Sub\ncurrency,EUR\n,Year ended 31 December 2024\nProfit after tax,300\n",
    ]
    let page = try #require(CSVGroup(files).outcome().files.first { $0.path == "group/entities/sub.md" })
    let words = String(decoding: page.bytes, as: UTF8.self)
    #expect(words.contains("## Translation to HKD from EUR") && words.contains("## Translation to HKD from USD"))
    #expect(words.contains("EUR, 12 months to 31 Dec 2024"))
  }
}
