/// A total and the figures that should make it up, compared by what each may stand for as printed.
struct SumCheck {
  let total: Fact
  let parts: [(fact: Fact, isAdded: Bool)]

  /// What the parts add up to.
  var sum: Amount { parts.reduce(.zero) { $1.isAdded ? $0 + $1.fact.value : $0 - $1.fact.value } }

  /// Between what the sum of the parts lies.
  var sumInterval: Interval {
    parts.reduce(Interval(low: .zero, high: .zero)) { $1.isAdded ? $0 + $1.fact.interval : $0 - $1.fact.interval }
  }

  /// Whether rounding cannot explain the difference.
  var fails: Bool { !total.interval.meets(sumInterval) }

  /// The finding for a sum that does not hold.
  func finding(_ check: String, _ accounts: GroupAccounts, citation: Citation, remedy: Text) -> Finding {
    let display = accounts.display(of: total.entity)
    let fine = Display(unit: display.unit, places: display.places + 2)
    let cause = LikelyCause(self, accounts)
    var details: [Text] = []
    for part in parts {
      let name = Text.caption(accounts.catalogue[part.fact.item, of: part.fact.entity])
      details.append(
        part.isAdded
          ? "\(name): \(Money(part.fact.value, display)) at \(part.fact.placeText(accounts))"
          : "less \(name): \(Money(part.fact.value, display)) at \(part.fact.placeText(accounts))")
    }
    details.append(
      "as printed, the total lies in [\(Money(total.interval.low, fine)), \(Money(total.interval.high, fine))] and the sum in [\(Money(sumInterval.low, fine)), \(Money(sumInterval.high, fine))]"
    )
    if let cause { details.append(cause.text) }
    return Finding(
      .error, check,
      "\(line: total) is \(Money(total.value, display)) but its parts come to \(Money(sum, display)), a difference of \(Money(difference, display))",
      entity: total.entity, item: total.item, period: total.period, place: cause?.place ?? total.provenance.place,
      expected: sum.decimalText,
      actual: total.value.decimalText, difference: difference, tolerance: tolerance, details: details, citation: citation, remedy: remedy)
  }

  /// The sum that a total should be at its date or period, by one of its decompositions.
  ///
  /// Behind the tax charge, results that come net of tax are added where the statement has them and they make the sum hold.
  /// - Returns: nil where a part is not on file, or is in another currency.
  /// - Parameter accounts: borrowed, since an initialiser would copy it: of a ledger of 860,000 figures that was a twentieth of the checks' time.
  init?(_ accounts: borrowing GroupAccounts, _ total: borrowing Fact, parts: [(item: ItemID, isAdded: Bool)]) {
    var found: [(fact: Fact, isAdded: Bool)] = []
    found.reserveCapacity(parts.count)
    for part in parts {
      guard let fact = accounts.index.fact(total.entity, part.item, total.period), fact.currency == total.currency else { return nil }
      found.append((fact: fact, isAdded: part.isAdded))
    }
    guard !found.isEmpty else { return nil }
    let whole = SumCheck(total: copy total, parts: found)
    let incomeTax = accounts.items.incomeTax
    guard whole.fails, parts.contains(where: { $0.item == incomeTax }) else {
      self = whole
      return
    }
    var netOfTax: [Fact] = []
    for item in accounts.items.betweenTaxAndProfit {
      if let fact = accounts.index.fact(whole.total.entity, item, whole.total.period) { netOfTax.append(fact) }
    }
    let wider = [netOfTax] + netOfTax.map { [$0] }
    let holding = wider.map { more in SumCheck(total: whole.total, parts: found + more.map { (fact: $0, isAdded: true) }) }.first {
      !$0.fails
    }
    self = holding ?? whole
  }

  init(total: Fact, parts: [(fact: Fact, isAdded: Bool)]) {
    self.total = total
    self.parts = parts
  }
}

extension Fact {
  /// `net-assets.csv:4:4`, for a sentence.
  func placeText(_ accounts: GroupAccounts) -> Text {
    provenance.place.map { "\(code: accounts.address(of: $0))" } ?? "a calculation"
  }
}

extension GroupAccounts {
  /// `kingsoft-cloud/net-assets.csv:4:4`: path below Inputs, line and column, as far as a place has them.
  func address(of place: Place) -> String {
    guard sources.indices.contains(Int(place.fileIndex)) else { return name }
    var address = sources[Int(place.fileIndex)].path
    if place.lineNumber > 0 { address += ":\(place.lineNumber)" }
    if place.lineNumber > 0, place.columnNumber > 0 { address += ":\(place.columnNumber)" }
    return address
  }
}
