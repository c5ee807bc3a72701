/// The figures that earlier runs reported and that stand otherwise now: the part of `restated` that needs the history.
enum RestatedSince {
  static func findings(in accounts: GroupAccounts, named: [Finding]) -> [Finding] {
    accounts.earlier.keys.compactMap { key in
      guard let current = accounts.index.fact(key.entity, key.item, key.period),
        let before = EarlierFigures.standing(accounts.earlier[key], against: current), before.differs(from: current),
        let last = accounts.earlier[key].last
      else { return nil }
      // Where the files themselves hold the figure as it was reported, the restatement is named already.
      let isNamed = named.contains {
        $0.entity == key.entity && $0.item == key.item && $0.period == key.period && $0.expected == before.value.decimalText
      }
      return isNamed ? nil : finding(accounts, before, last, current)
    }
  }

  private static func finding(
    _ accounts: GroupAccounts, _ before: ReportedFigure, _ last: ReportedFigure, _ current: Fact
  ) -> Finding {
    let display = accounts.display(of: current.entity)
    let isSameCell = accounts.origin(of: current).isSameCell(as: before.origin)
    let saysSo = current.provenance.place.map(accounts.restatedPlaces.contains) ?? false
    let saidSo = !saysSo && last.signOff == .column && last.isAsWritten(current)
    let showsUnit = before.currency != current.currency
    let unit = MoneyUnit(currency: before.currency, exponent: display.unit.exponent)
    let earlier = Money(before.value, Display(unit: unit, places: display.places), showsUnit: showsUnit)
    let now = Money(current.value, display, showsUnit: showsUnit)
    var details: [Text] = [
      "first reported in run \(before.run) of \(before.day), from \(code: before.origin.address)"
    ]
    if isSameCell { details.append("the cell is the same: it is read otherwise than it was") }
    if saidSo { details.append("its column or file said that it is restated in an earlier run") }
    details += moved(accounts, current)
    return Finding(
      saysSo || saidSo ? .info : isSameCell ? .warning : .error, "restated",
      "\(line: current) of \(current.period) was reported as \(earlier) and is \(now)", entity: current.entity, item: current.item,
      period: current.period, place: current.provenance.place, expected: before.value.decimalText, actual: current.value.decimalText,
      difference: before.currency == current.currency ? current.value - before.value : nil,
      tolerance: before.tolerance(with: current.decimals), details: details, citation: Citation("IAS 8.42"),
      remedy: saysSo || saidSo
        ? "say in the notes why it was restated"
        : "head the column or the table `(restated)`, or write `restated` into the column `scenario` of its rows, and keep what was reported beside it; or give the reason in a line `restated` of an acceptances file"
    )
  }

  /// What rests on the figure: comparatives, openings, events.
  private static func moved(_ accounts: GroupAccounts, _ figure: Fact) -> [Text] {
    let series = accounts.index.series(figure.entity, figure.item)
    let nextYear = figure.period.end.adding(months: 12)
    var moved: [Text] = []
    for later in series where later.period.end == nextYear && later.period.isAsLong(as: figure.period) {
      moved.append("it is the comparative of \(later.period), at \(later.placeText(accounts))")
    }
    if figure.period.isInstant {
      let dayAfter = figure.period.end.adding(days: 1)
      for item in [accounts.items.openingEquity, accounts.items.cashAtBeginning] {
        for opening in accounts.index.series(figure.entity, item)
        where opening.period.start == dayAfter && opens(accounts, item, with: figure.item) {
          moved.append("it opens \(opening.period), at \(opening.placeText(accounts))")
        }
      }
      if let next = series.first(where: { $0.period.end > figure.period.end }), next.period.end != nextYear {
        moved.append("the movement to \(next.period) begins with it, at \(next.placeText(accounts))")
      }
    }
    for transaction in accounts.transactions
    where figure.item == accounts.items.netAssets && transaction.event.entity == figure.entity
      && transaction.netAssetsDate == figure.period.end
    {
      moved.append("the event \(quoted: transaction.event.name) of \(transaction.event.date) rests on it")
    }
    return moved
  }

  /// Whether a balance is the one with which a statement of movements opens.
  private static func opens(_ accounts: GroupAccounts, _ opening: ItemID, with item: ItemID) -> Bool {
    if opening == accounts.items.openingEquity { return item == accounts.items.netAssets || item == accounts.items.closingEquity }
    return accounts.catalogue[item].id == "cash-and-cash-equivalents" || item == accounts.items.cashAtEnd
  }
}
