import Foundation
import Statements
import Testing

/// The shared corpus lies beside the repository on the machine where the project is built; it is not part of it.
private let corpus = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/corpus/statements").path

/// Trial balances in the layouts that people export, and the check that they balance.
@Suite struct TrialBalanceTests {
  private func differences(_ group: Pipeline.Group) -> [String] {
    group.findings.filter { $0.check == "trial-balance" }.map {
      "\($0.place?.lineNumber ?? 0) \($0.period?.end.isoText ?? "") \($0.actual ?? "") \($0.expected ?? "") \($0.difference?.decimalText ?? "")"
    }
  }

  @Test func xeroPrintsTitlesSectionsAndTotals() {
    let group = group(
      """
      Trial Balance
      Demo Pier Limited
      As at 30 June 2026
      ,,,,
      Account,Account Type,Debit,Credit,YTD Debit,YTD Credit
      Revenue,,,,,
      Sales (200),Revenue,,500.00,,"4,000.00"
      Assets,,,,,
      Cash at bank (090),Bank,500.00,,"4,600.00",
      Strange Machine,Fixed Asset,,,400.00,
      Equity,,,,,
      Share capital,Equity,,,,"1,000.00"
      Total,,500.00,500.00,"5,000.00","5,000.00"
      """)
    #expect(
      group.factLines == [
        "Demo Pier Limited sales-200 2026-01-01/2026-06-30 4000", "Demo Pier Limited cash-at-bank-090 2026-06-30 4600",
        "Demo Pier Limited strange-machine 2026-06-30 400", "Demo Pier Limited share-capital 2026-06-30 1000",
      ])
    #expect(differences(group).isEmpty)
    // Of `Sales (200)` and two more it is not known what they are.
    #expect(group.findingLines() == ["warning unmapped 7:6"])
  }

  @Test func twoDatesSideBySideAreTwoTrialBalances() {
    let group = group(
      """
      entity,Pier
      Account code,Account name,31 December 2025,,31 December 2024,
      ,,Debit,Credit,Debit,Credit
      1000,Cash at bank,100,,90,
      2000,Trade payables,,100,,80
      """)
    #expect(
      group.factLines == [
        "Pier cash-and-cash-equivalents 2025-12-31 100", "Pier cash-and-cash-equivalents 2024-12-31 90",
        "Pier trade-payables 2025-12-31 100", "Pier trade-payables 2024-12-31 80",
      ])
    #expect(differences(group) == ["4 2024-12-31 90 80 10"])
  }

  @Test func aTotalsRowIsNeverAddedAndIsWhereTheDifferenceIsShown() {
    let group = group(
      "date,account,debit,credit\n2025-12-31,Cash at bank,10.00,\n2025-12-31,Share capital,,9.00\nTotal,,10.00,9.50\n")
    #expect(differences(group) == ["4 2025-12-31 10 9 1", "4 2025-12-31 9.5 9 0.5"])
  }

  @Test func rowsThatAddUpTheAccountsBelowThemAreNotAdded() {
    let group = group(
      """
      科目余额表
      单位名称:碼頭物流
      2025年12月31日
      科目编码,科目名称,期初余额,,本期发生额,,期末余额,
      ,,借方,贷方,借方,贷方,借方,贷方
      1002,银行存款,10,,,,30,
      100201,工行,4,,,,14,
      100202,建行,6,,,,16,
      1122,应收账款,5,,,,10,
      4001,实收资本,,15,,,,40
      合计,,15,15,,,40,40
      """)
    #expect(differences(group).isEmpty)
    #expect(
      group.factLines.map { $0.split(separator: " ").dropFirst().joined(separator: " ") } == [
        "工行 2025-12-31 14", "建行 2025-12-31 16", "trade-receivables 2025-12-31 10", "share-capital 2025-12-31 40",
      ])
  }

  @Test func creditsWithAMinusAndAColumnOfSidesAreCreditsToo() {
    let minus = group("date,account,debit,credit\n2025-12-31,Cash at bank,10,\n2025-12-31,Share capital,,-10\n")
    let sides = group("date,科目名称,方向,余额\n2025-12-31,银行存款,借,10\n2025-12-31,实收资本,贷,10\n")
    #expect(minus.findingLines().isEmpty && sides.findingLines().isEmpty)
    #expect(minus.factLines.map { $0.split(separator: " ").last } == ["10", "10"])
    #expect(sides.factLines.map { $0.split(separator: " ").last } == ["10", "10"])
  }

  @Test func roundedUnitsMayDifferByTheirRounding() {
    let group = group("RMB'000\ndate,account,debit,credit\n2025-12-31,Cash at bank,10.4,\n2025-12-31,Share capital,,10.3\n")
    #expect(group.findings.first { $0.check == "trial-balance" }?.severity == .warning)
    #expect(group.accounts.facts.first?.value.decimalText == "10400" && group.accounts.facts.first?.currency?.code == "CNY")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: corpus), "the shared corpus is not on this machine"),
    arguments: [
      ("does-not-balance", ["2  10886773.54 10936773.54 -50000"]),
      (
        "two-periods-does-not-balance",
        ["2 2025-07-31 939185 980250 -41065", "26 2025-08-31 956462.5 996800 -40337.5"]
      ),
      ("xero-export", []),
    ])
  func theTrialBalancesOfTheCorpusAreFoundOutOrLeftAlone(name: String, expected: [String]) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(corpus)/trial-balance/\(name).csv"))
    let group = group([("\(name).csv", Array(bytes))])
    #expect(differences(group) == expected)
    #expect(name != "xero-export" || group.findingLines().isEmpty)
  }

  /// In a ledger `Interest received` is income and `Interest paid` a cost, not flows of cash.
  @Test func whatIsReceivedIsCreditedAndWhatIsPaidDebited() {
    let read = ReadStatement(
      "entity,Alpha\ndate,2024-12-31\nAccount,Debit,Credit\nInterest received,,20\nInterest paid,60,\nCash at bank,,40\n")
    #expect(read.facts.map { $0.split(separator: " ").last.map(String.init) } == ["20", "-60", "-40"])
  }
}
