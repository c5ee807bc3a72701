@testable import Statements

/// A group as a user would hand it over: CSV files by name, taken through the whole pipeline.
///
/// ```swift
/// let group = CSVGroup(["entities.csv": "entity,role\nParent,parent\n"]).run()
/// ```
struct CSVGroup {
  /// The folder's name.
  static let name = "group"
  private let deliveries: [Delivery]

  /// The files by name, each with its text.
  init(_ files: [String: String]) {
    deliveries = files.keys.sorted().map { name in
      Delivery(path: "\(CSVGroup.name)/\(name)", bytes: Array((files[name] ?? "").utf8), digest: String(repeating: "0", count: 64))
    }
  }

  private init(deliveries: [Delivery]) {
    self.deliveries = deliveries
  }

  /// The same files, listed in another order.
  func shuffled(using generator: inout some RandomNumberGenerator) -> CSVGroup {
    CSVGroup(deliveries: deliveries.shuffled(using: &generator))
  }

  /// What the pipeline makes of them.
  func outcome() -> Pipeline.Outcome {
    Pipeline.run([CSVGroup.name: deliveries])
  }

  /// Its accounts with its transactions, without checks and reports: for tests over many groups.
  func accounts() -> GroupAccounts {
    var accounts = GroupAccounts(name: CSVGroup.name, intake: Intake(deliveries, catalogue: CSVGroup.catalogue))
    accounts.transactions = AllTreatments.transactions(in: accounts)
    return accounts
  }

  private static let catalogue = LineItemCatalogue.shipped()

  /// The one group of that outcome.
  func run() -> Pipeline.Group {
    outcome().groups[0]
  }
}

extension Pipeline.Group {
  /// The one transaction of a group that has one event.
  var transaction: EquityTransaction { accounts.transactions[0] }

  /// The findings of a check, in the order shown.
  func findings(of check: String) -> [Finding] {
    findings.filter { $0.check == check }
  }

  /// `net-assets.csv:4:4`, the place of a finding below the group's folder.
  func address(of finding: Finding) -> String? {
    finding.place.map(accounts.shortAddress)
  }

  /// A sentence as a terminal shows it.
  func words(_ text: Text?) -> String? {
    text.map(TextPrinter(.plain).string)
  }
}

extension CalendarDate {
  /// A day of a test, such as `day(2012, 9, 30)`.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    guard let date = CalendarDate(year: year, month: month, day: day) else { preconditionFailure("a test names a day that is none") }
    return date
  }
}

extension Amount {
  /// An amount of a test from its decimal digits: `Amount("-1552500.5")`.
  init(_ digits: String) {
    let parts = digits.split(separator: ".", maxSplits: 1)
    let decimals = parts.count > 1 ? parts[1] : ""
    guard let coefficient = Int128(parts[0] + decimals), let amount = Amount(coefficient: coefficient, exponent: -decimals.utf8.count)
    else { preconditionFailure("a test names an amount that is none") }
    self = amount
  }
}
