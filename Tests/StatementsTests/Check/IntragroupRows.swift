@testable import Statements

/// The cases of balances within the group, in one currency and in two.
extension AllChecksTests {
  static let intragroup: [Row] = [
    Row(check: "intragroup-balance", says: "12 may be 12.4", files: balances("Amount due to Parent,12.4")),
    Row(
      check: "intragroup-balance", says: "12 is not 12.6", files: balances("Amount due to Parent,12.6"), severity: .error,
      address: "parent.csv:5:2", difference: "-0.6", tolerance: "0.55"),
    Row(
      check: "intragroup-balance", says: "the other has no such line", files: balances("Inventories,3"), severity: .warning,
      address: "parent.csv:5:2"),
    Row(check: "intragroup-balance", says: "two currencies, one amount at the closing rate", files: translated("12.5", "2024-12-31")),
    Row(
      check: "intragroup-balance", says: "two currencies that differ at the closing rate", files: translated("13.5", "2024-12-31"),
      severity: .error, address: "parent.csv:5:2", difference: "-1.2", tolerance: "0.55"),
    Row(
      check: "intragroup-balance", says: "two currencies without a rate of the day", files: translated("12.5", "2024-12-30"),
      severity: .info, address: "parent.csv:5:2"),
  ]

  /// 12 yuan owed by a subsidiary that keeps its books in another currency; one unit of it costs 0.9778 yuan.
  private static func translated(_ amount: String, _ day: String) -> [String: String] {
    [
      "entities.csv": entities, "parent.csv": "entity,Parent\ncurrency,CNY\n,2024-12-31\nNet assets,100\nAmount due from Sub,12\n",
      "sub.csv": "entity,Sub\ncurrency,HKD\n,2024-12-31\nNet assets,100\nAmount due to Parent,\(amount)\n",
      "rates.csv": "date,base,quote,rate,kind\n\(day),HKD,CNY,0.9778,closing\n",
    ]
  }

  private static func balances(_ line: String) -> [String: String] {
    [
      "entities.csv": entities, "parent.csv": "entity,Parent\ncurrency,CNY\n,2024-12-31\nNet assets,100\nAmount due from Sub,12\n",
      "sub.csv": "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets,100\n\(line)\n",
    ]
  }
}
