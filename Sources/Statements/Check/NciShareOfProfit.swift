/// The profit attributable to non-controlling interests is their share of each subsidiary's profit, at the interests of its time.
///
/// Compared where the group's accounts and those of every subsidiary that others hold a part of cover the same period in one currency.
/// Profit on sales within the group, and fair values carried forward from an acquisition, move it too, so that a difference is asked.
///
/// Formula: profit to NCI = Σ over subsidiaries, Σ over the parts of the period, of their interest × the profit of that part.
///
/// Severity: warning.
///
/// Example: 20 % of a profit of 100.0 and 40 % of 50.0 are 40.0; the group shows 60.0.
///
/// Remedy: compare the shares with the consolidation, and add the entries that explain the rest.
///
/// Cites: IFRS 10.B94 (IAS 27 (2008).28), IAS 1.81B.
enum NciShareOfProfit: Check {
  static let id = "nci-share-of-profit"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    guard let parent = accounts.entities.parent else { return [] }
    let subsidiaries = accounts.partlyHeldSubsidiaries
    guard !subsidiaries.isEmpty else { return [] }
    return accounts.index.series(parent, accounts.items.profitToNCI).compactMap { stated -> Finding? in
      var shares = NciShares(against: stated)
      let display = accounts.display(of: parent, beside: subsidiaries)
      for subsidiary in subsidiaries {
        guard let profit = accounts.index.fact(subsidiary, accounts.items.profitAfterTax, stated.period),
          profit.currency == stated.currency, let owners = accounts.parts(of: profit)?.ofOwners,
          // To the cent, for show and for the sum of rounded shares.
          let own = Amount(profit.value.ratio - owners, roundedTo: 2)
        else { return nil }
        shares.add(
          profit.value.ratio - owners, of: profit,
          "\(quoted: accounts.entities[subsidiary].name): \(Money(own, display)) of \(Money(profit.value, display)) at \(profit.placeText(accounts))"
        )
      }
      guard let (expected, difference) = shares.difference else { return nil }
      return Finding(
        .warning, id,
        "\(line: stated) of the \(stated.period) is \(Money(stated.value, display)), and the shares of the subsidiaries' profits come to \(Money(expected, display))",
        entity: parent, item: accounts.items.profitToNCI, period: stated.period, place: stated.provenance.place,
        expected: expected.decimalText, actual: stated.value.decimalText, difference: difference, tolerance: shares.tolerance,
        details: shares.details,
        citation: accounts.standard(on: stated.period.end).attribution,
        remedy: "compare the shares with the consolidation, and add the entries that explain the rest")
    }
  }
}

extension GroupAccounts {
  /// The subsidiaries that others hold a part of on some day of a register or an event, or at the end.
  var partlyHeldSubsidiaries: [EntityID] {
    entities.ids.filter { entity in
      guard entity != entities.parent else { return false }
      let days = ownership.registerDates(of: entity) + events(of: entity).map(\.date) + [latestDate].compactMap { $0 }
      return days.contains { day in
        guard let interest = ownership.effectiveInterest(in: entity, at: .endOf(day)) else { return false }
        return interest.sign > 0 && interest < .one
      }
    }
  }
}
