extension StatementBlock.Line {
  /// The unit with a scale that stands beside the first of its figures that has one.
  var unitOfFirstSeries: MoneyUnit? {
    ofSeries.lazy.compactMap { said in said?.exponent.map { MoneyUnit(currency: said?.currency, exponent: $0) } }.first
  }
}

/// Lines that speak of a unit or a currency and are not understood: what the figures are taken as is asked, never passed over.
extension Preamble {
  /// One warning for each such line; none where another line gives both the unit and the currency.
  func unreadUnitFindings(_ entity: EntityID?) -> [Finding] {
    if let unit, unit.value.currency ?? currency?.value != nil { return [] }
    var seen: Set<String> = []
    return unreadUnits.filter { seen.insert($0.value).inserted }.map { said in
      let taken = unit?.value ?? MoneyUnit(currency: currency?.value, exponent: 0)
      return Finding(
        .warning, "unit-assumed",
        unit == nil
          ? "\(quoted: said.value) speaks of a unit or a currency and is not understood: the figures are taken as they stand, in units of currency"
          : "\(quoted: said.value) speaks of a unit or a currency and is not understood: the figures are taken as \(code: taken.heading)",
        entity: entity, place: said.place, expected: "a unit such as EUR'000, or a currency such as EUR", actual: said.value,
        remedy: "write it as `unit,EUR'000` or `currency,EUR` on a line above the table")
    }
  }
}
