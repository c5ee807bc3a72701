import Foundation
import Statements
import Testing

/// Registers: numbers and dates by the column, names nearly alike, headers, and every refusal in one run.
@Suite struct RegisterTests {
  /// A file, and what is found in it, infos among them.
  static let cases: [(file: String, findings: [String])] = [
    ("entity,holder,shares\nPier,Harbour,1234\n", []),
    ("entity,holder,shares\nPier,Harbour,\"1,234\"\n", []),
    ("entity,holder,shares\nPier,Harbour,1.234\n", ["info separator-assumed 2:3"]),
    ("entity,holder,shares\nPier,Harbour,\"1,234\"\nPier,Founders,1.234\n", ["error unreadable 3:3"]),
    ("entity,holder,shares\nPier,Harbour,\"1,234.5\"\nPier,Founders,\"1.234,5\"\n", ["error unreadable 3:3"]),
    ("date,entity,holder,shares\n30/09/2012,Pier,Harbour,1\n01/02/2013,Pier,Harbour,1\n", []),
    ("date,entity,holder,shares\n01/02/2013,Pier,Harbour,1\n", ["error unreadable 2:1"]),
    ("date,entity,holder,shares\n30/09/2012,Pier,Harbour,1\n09/30/2012,Pier,Harbour,1\n", ["error unreadable 3:1"]),
    (
      "date,entity,holder,shares\n31/02/2012,Pier,Harbour,x\n,Pier,,-1\n",
      ["error unreadable 2:1", "error unreadable 2:4", "error unreadable 3:3", "error unreadable 3:4"]
    ),
    ("entity,holder,percent\nPier,Harbour,80%\nPier,Founders,0.2\n", ["error unreadable 3:3"]),
    ("entity,holder,percent\nPier,Harbour,180%\n", ["error unreadable 2:3"]),
    ("entity,holder,percent\nPier,Harbour,0.8\nPier,Founders,0.2\n", ["info period-assumed 2:3"]),
    ("entity,holder,shares,shares\nPier,Harbour,1,2\n", ["error unreadable 1:4"]),
    ("entity,holder,shares\nPier,Harbour,1\nentity,holder,shares\nPier,Founders,2\n", ["error unreadable 3:0"]),
    ("entity,holder,shares\nPier,Harbour,1,7\n", ["error unreadable 2:4"]),
    ("entity,holder,shares\nPier,Harbour\n", ["error unreadable 2:0"]),
    ("date,base,quote,rate\n2025-12-31,USD,CNY,\"7,123\"\n", ["error unreadable 2:4"]),
    ("date,base,quote,rate\n2025-12-31,USD,CNY,0\n2025-12-31,dollars!,CNY,7.1\n", ["error unreadable 2:4", "error unreadable 3:2"]),
    ("Rates of the year\n\nRate,Quote,Base,Date\n7.12,CNY,USD,2025-12-31\n", []),
    ("account,item\n4000-4999,revenue\n4500-4600,cost-of-sales\n5000-4000,revenue\n", ["error unreadable 3:1", "error unreadable 4:1"]),
    ("measure,issuer,subsidiary\ntotal assets,100,5\nvolume,1,1\n", ["error unreadable 3:1"]),
    ("check,reason,until\nbalance,known,soon\n", ["error unreadable 2:3"]),
  ]

  @Test(arguments: cases)
  func aRegisterIsReadOrEachBadCellIsNamed(file: String, findings: [String]) {
    let group = group(file)
    let ours: Set = ["unreadable", "separator-assumed", "period-assumed", "unmapped"]
    let found = group.findings.filter { ours.contains($0.check) && $0.place?.lineNumber != 0 }
    #expect(
      found.map { "\($0.severity.rawValue) \($0.check) \($0.place?.lineNumber ?? 0):\($0.place?.columnNumber ?? 0)" } == findings,
      "\(file)")
    for finding in found where finding.severity == .error { #expect(finding.remedy != nil) }
  }

  @Test func aGroupingSeparatorIsTakenForOneAndNotForADecimalMark() {
    #expect(group("entity,holder,shares\nPier,Harbour,1.234\n").accounts.holdings.first?.shares == Ratio(1234))
    #expect(
      group("entity;holder;shares;percent\nPier;Harbour;1,234;12,5\n").accounts.holdings.first?.shares
        == Ratio(numerator: 1234, denominator: 1000))
  }

  @Test func namesThatDifferInCaseOrWidthAreOneAndNearOnesAreSaid() {
    let group = group([
      ("a.csv", "entity,role\nHarbour Holdings,parent\nPier Logistics,subsidiary\n"),
      ("b.csv", "entity,holder,shares\nＰＩＥＲ　logistics,harbour  holdings,8\nPier Logistcs,Harbour Holdings Limited,2\n"),
    ])
    #expect(group.findings.filter { $0.check == "unmapped" }.map(\.expected) == ["Pier Logistics", "Harbour Holdings"])
    #expect(
      group.accounts.entities.entities.map(\.name) == ["Harbour Holdings", "Pier Logistics", "Pier Logistcs", "Harbour Holdings Limited"])
  }

  @Test func theTableOfTheEuropeanCentralBankIsATableOfRates() {
    let group = group("Date, USD, JPY, CNY, \n13 April 2026, 1.1684, 186.750, N/A, \n")
    #expect(group.accounts.sources[0].form == "rates")
    #expect(group.findingLines(info: true).isEmpty)
  }

  @Test func ratiosUnderThreeCapitalsAreNoRates() {
    #expect(group("Date,EPS,NAV\n2025-12-31,1.17,2\n").accounts.sources[0].form != "rates")
  }

  @Test func theUsersAccountsOverruleTheTables() {
    let group = group([
      ("accounts.csv", "label,item\nTurnover,other-income\n"),
      ("long.csv", "entity,period,item,amount\nPier,FY2025,Turnover,5\n"),
    ])
    #expect(group.factLines == ["Pier other-income 2025-01-01/2025-12-31 5"])
  }
}
