/// The tax charge is a plausible share of the profit before tax: from nil to 40 %.
///
/// Losses, incentives and deferred tax take it beyond, which the notes reconcile (IAS 12.81(c)); a charge larger than the profit, or a
/// credit as large, may be a figure in another unit.
///
/// Formula: −income tax ÷ profit before tax, for periods with a profit.
///
/// Severity: information; warning beyond 100 % either way.
///
/// Example: tax of (40.1) on a profit of 100.0 is 40.1 %.
///
/// Remedy: compare the tax with the computation, and the units and the sign of the two figures.
///
/// Cites: IAS 12.81(c), 86.
enum EffectiveTaxRate: EntityCheck {
  static let id = "effective-tax-rate"
  private static let highest = Ratio(coefficient: 40, exponent: -2)

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    let rates = accounts.index.series(entity, accounts.items.profitBeforeTax).compactMap { rate(accounts, $0) }
    let implausible = rates.filter { $0.rate.sign < 0 || $0.rate > highest }
    let wild = implausible.filter { $0.rate.magnitude > .one }
    let mild = implausible.filter { $0.rate.magnitude <= .one }
    return wild.map { finding(.warning, accounts, $0, of: 1, rates.count) }
      + (mild.last.map { [finding(.info, accounts, $0, of: mild.count, rates.count)] } ?? [])
  }

  private typealias TaxRate = (tax: Fact, profit: Fact, rate: Ratio)

  private static func rate(_ accounts: GroupAccounts, _ profit: Fact) -> TaxRate? {
    guard profit.value.sign > 0, let tax = accounts.index.fact(profit.entity, accounts.items.incomeTax, profit.period),
      tax.currency == profit.currency
    else { return nil }
    return (tax, profit, -tax.value.ratio / profit.value.ratio)
  }

  private static func finding(_ severity: Severity, _ accounts: GroupAccounts, _ found: TaxRate, of count: Int, _ all: Int) -> Finding {
    let display = accounts.display(of: found.tax.entity)
    return Finding(
      severity, id, "tax of the \(found.tax.period) is \(percent: found.rate) of the profit before tax",
      entity: found.tax.entity, item: found.tax.item, period: found.tax.period, place: found.tax.provenance.place, expected: "0 % to 40 %",
      actual: "\((found.rate * Ratio(100)).text(places: 1)) %",
      details: [
        "\(Money(found.tax.value, display)) on \(Money(found.profit.value, display)) at \(found.profit.placeText(accounts))",
        "outside that range in \(count) of \(all) periods with a profit",
      ], citation: Citation("IAS 12.81(c)"),
      remedy: "compare the tax with the computation, and the units and the sign of the two figures")
  }
}
