/// The amount from which a change is worth a word.
///
/// The setting `materiality` overrules. Else it is 0.5 % of total assets for positions, and for results the greater of 5 % of the result
/// before tax and 1 % of revenue; where none of these is on file, 0.5 % of net assets or 5 % of the result after tax.
///
/// It is at least one step of what is shown, and rounded to it, so that a reader can apply it to the figures of the table.
///
/// Units: units of currency. Cites: IAS 1.7 (material).
struct Materiality: Sendable {
  /// What it is measured by.
  enum Base: Hashable, Sendable {
    case setting, totalAssets, netAssets, profitBeforeTax, revenue, profitAfterTax
  }

  let threshold: Amount
  let base: Base

  /// What the figures of one column make material; nil where nothing is on file to measure by, and each change is then worth a word.
  ///
  /// - Parameter display: how the figures are shown; the setting holds for those in the presentation currency.
  init?(_ accounts: GroupAccounts, isPosition: Bool, display: Display, figure: (ItemID) -> Amount?) {
    let decimals = display.decimals
    if let set = accounts.settings.materiality, display.unit.currency == accounts.presentationCurrency {
      (threshold, base) = (set.magnitude, .setting)
      return
    }
    let items = accounts.items
    func part(_ item: ItemID, perMille: Int, _ base: Base) -> (Ratio, Base)? {
      figure(item).flatMap { $0.sign == 0 ? nil : ($0.magnitude.ratio * Ratio(perMille) / Ratio(1000), base) }
    }
    let candidates =
      isPosition
      ? [part(items.totalAssets, perMille: 5, .totalAssets)].compactMap { $0 }
      : [part(items.profitBeforeTax, perMille: 50, .profitBeforeTax), part(items.revenue, perMille: 10, .revenue)].compactMap { $0 }
    let fallback = isPosition ? part(items.netAssets, perMille: 5, .netAssets) : part(items.profitAfterTax, perMille: 50, .profitAfterTax)
    guard let found = candidates.max(by: { $0.0 < $1.0 }) ?? fallback else { return nil }
    guard let step = Amount(coefficient: 1, exponent: -decimals), let rounded = Amount(found.0, roundedTo: decimals) else { return nil }
    (threshold, base) = (max(rounded, step), found.1)
  }

  /// Whether a change reaches it.
  func isReached(by change: Amount) -> Bool { change.magnitude >= threshold }
}
