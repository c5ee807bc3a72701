/// Profit before tax and the tax charge make profit after tax; where no tax is given, both are the same figure.
///
/// Formula: profit before tax + income tax = profit after tax (tax negative); results that come net of tax are added where they are on file.
///
/// Severity: error where it does not hold; warning for a profit without tax; information for losses without tax.
///
/// Example: 100 with tax of (25.0) may be 75.6, and not 75.7.
///
/// Remedy: check the sign of the tax, and add discontinued operations if there are any.
///
/// Cites: IAS 1.82, IAS 12.77, 12.34-36.
enum TaxBridge: EntityCheck {
  static let id = "tax-bridge"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    bridge(accounts, entity) + nilTax(accounts, entity)
  }

  private static func bridge(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    let items = accounts.items
    return accounts.index.series(entity, items.profitAfterTax).compactMap { after in
      let parts = [(item: items.profitBeforeTax, isAdded: true), (item: items.incomeTax, isAdded: true)]
      guard let sum = SumCheck(accounts, after, parts: parts), sum.fails else { return nil }
      // Where the bridge leads to the result of continuing operations, discontinued ones are the rest.
      if let continuing = accounts.index.fact(entity, items.profitFromContinuingOperations, after.period),
        continuing.value != after.value, let bridge = SumCheck(accounts, continuing, parts: parts), !bridge.fails
      {
        return nil
      }
      return sum.finding(
        id, accounts, citation: Citation("IAS 1.82"), remedy: "check the sign of the tax, and add discontinued operations if there are any")
    }
  }

  /// Before tax equals after tax and no tax is given: worth knowing, and worth asking where there was a profit.
  private static func nilTax(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    let items = accounts.items
    let before = accounts.index.series(entity, items.profitBeforeTax)
    let untaxed = before.filter { fact in
      accounts.index.fact(entity, items.incomeTax, fact.period) == nil
        && accounts.index.fact(entity, items.profitAfterTax, fact.period)?.value == fact.value && fact.value.sign != 0
    }
    guard let latest = untaxed.last else { return [] }
    let profitable = untaxed.last { $0.value.sign > 0 }
    let subject = profitable ?? latest
    return [
      Finding(
        profitable == nil ? .info : .warning, id,
        "the result before tax equals the result after tax in \(untaxed.count) of \(before.count) periods: no tax, current or deferred",
        entity: entity, item: items.profitAfterTax, period: subject.period, place: subject.provenance.place,
        details: [
          profitable == nil
            ? "consistent with losses on which no deferred tax asset is recognised (IAS 12.34-36)"
            : "there was a profit, so a tax charge would be expected"
        ],
        citation: Citation("IAS 12.34-36"), remedy: "confirm that no tax was due and no deferred tax is recognised")
    ]
  }
}
