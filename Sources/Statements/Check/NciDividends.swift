/// The dividends that the group pays to non-controlling interests are their part of what its subsidiaries pay.
///
/// Compared where every subsidiary that others hold a part of gives its dividends of the period, and no interest changes in it.
///
/// Formula: dividends to NCI = Σ over subsidiaries of their interest × its dividends.
///
/// Severity: warning.
///
/// Example: 20 % of dividends of (50.0) are (10.0); the group shows (12.0).
///
/// Remedy: compare the dividends with the minutes of the subsidiaries, and with the registers of their days.
///
/// Cites: IFRS 12.B10(a), IAS 1.106(d)(iii).
enum NciDividends: Check {
  static let id = "nci-dividends"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    guard let parent = accounts.entities.parent, let item = accounts.catalogue.find(id: "dividends-to-nci") else { return [] }
    let subsidiaries = accounts.partlyHeldSubsidiaries
    guard !subsidiaries.isEmpty else { return [] }
    return accounts.index.series(parent, item).compactMap { stated -> Finding? in
      guard let start = stated.period.start else { return nil }
      var shares = NciShares(against: stated)
      let display = accounts.display(of: parent, beside: subsidiaries)
      for subsidiary in subsidiaries {
        guard let dividends = accounts.index.fact(subsidiary, accounts.items.dividends, stated.period),
          dividends.currency == stated.currency,
          let before = accounts.ownership.effectiveInterest(in: subsidiary, at: .endOf(start)),
          before == accounts.ownership.effectiveInterest(in: subsidiary, at: .endOf(stated.period.end))
        else { return nil }
        shares.add(
          (Ratio.one - before) * dividends.value.ratio, of: dividends,
          "\(quoted: accounts.entities[subsidiary].name): \(percent: Ratio.one - before) of \(Money(dividends.value, display)) at \(dividends.placeText(accounts))"
        )
      }
      guard let (expected, difference) = shares.difference else { return nil }
      return Finding(
        .warning, id,
        "\(line: stated) of the \(stated.period) are \(Money(stated.value, display)), and their part of the subsidiaries' dividends is \(Money(expected, display))",
        entity: parent, item: item, period: stated.period, place: stated.provenance.place, expected: expected.decimalText,
        actual: stated.value.decimalText, difference: difference, tolerance: shares.tolerance, details: shares.details,
        citation: Citation("IFRS 12.B10(a)"),
        remedy: "compare the dividends with the minutes of the subsidiaries, and with the registers of their days")
    }
  }
}
