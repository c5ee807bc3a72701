/// Accumulated reserves of a subsidiary and the owners' part of them: what moves with an interest, or is recycled when control is lost.
///
/// A subsidiary's own statement shows the whole reserve, of which the owners have their effective interest; a statement that shows
/// non-controlling interests beside it shows the owners' part. Units: the presentation currency, to the cent.
/// Cites: IAS 21.48B-48C, IFRS 10.B94 and B99.
struct Reserves {
  private let found: [EquityTransaction.ReserveMovement]
  private let items: WellKnownItems

  /// The reserves of the last position on or before an event, those in another currency than its presentation left out.
  ///
  /// - Parameters:
  ///   - interest: the owners' effective interest immediately before, of 1.
  ///   - before: what is carried, with the rate at which it was translated.
  ///   - earlier: the transactions of the same subsidiary before this one, whose re-attributions are taken off what a file carries.
  init(
    _ event: EquityEvent, _ accounts: GroupAccounts, _ interest: Ratio, _ before: CarryingAmountsBefore, after earlier: [EquityTransaction]
  ) {
    items = accounts.items
    found = accounts.items.accumulatedReserves.compactMap { item in
      guard let fact = accounts.index.series(event.entity, item).last(where: { $0.period.isInstant && $0.period.end <= event.date }),
        fact.value.sign != 0
      else { return nil }
      // What is carried in the reports' currency is the group's own; a translation reserve in another is of what lies below.
      let isOwn = fact.currency == accounts.presentationCurrency
      let rate = isOwn ? nil : before.rate
      guard isOwn || before.rate == nil || item != accounts.items.translationReserve else { return nil }
      // Beside the group's non-controlling interests a reserve is the owners'; in the subsidiary's own statement it is all of it.
      let hasNCI =
        !before.isAttributable && accounts.index.fact(event.entity, accounts.items.nonControllingInterests, fact.period) != nil
      let share = hasNCI ? Ratio.one : interest
      guard let carried = Amount(fact.value.ratio * share * (rate?.rate ?? .one), roundedTo: 2) else { return nil }
      let moved = hasNCI ? earlier.filter { CarryingAmountsBefore.isLater($0, than: fact, accounts) } : []
      let ofOwners = moved.flatMap(\.reservesReattributed).filter { $0.item == item }.reduce(carried) { $0 + $1.amount }
      return EquityTransaction.ReserveMovement(
        item: item, ofOwnersBefore: ofOwners, amount: .zero,
        basis: hasNCI ? "as carried beside non-controlling interests" : "\(percent: interest, places: 6) of the whole reserve",
        place: fact.provenance.place)
    }
  }

  /// What moves between owners and NCI: the fraction of the interest that is given up, or NCI's part of what is gained.
  func reattributed(from before: Ratio, to after: Ratio) -> [EquityTransaction.ReserveMovement] {
    guard !before.isZero, before != after else { return [] }
    return found.compactMap { reserve in
      var moved = reserve
      guard let amount = Amount(reserve.ofOwnersBefore.ratio * (after - before) / before, roundedTo: 2), amount.sign != 0 else {
        return nil
      }
      moved.amount = amount
      return moved
    }
  }

  /// What goes to profit or loss when control is lost: the owners' part of the reserves that are recycled, and nothing of NCI's.
  var recycled: [EquityTransaction.ReserveMovement] {
    found.filter { items.recycledReserves.contains($0.item) && $0.ofOwnersBefore.sign != 0 }.map { reserve in
      var recycled = reserve
      recycled.amount = reserve.ofOwnersBefore
      return recycled
    }
  }
}
