/// The names of lines as tables and sentences have them, and how their figures are shown.
struct Names {
  private let report: GroupReport
  private let entity: EntityID

  init(_ report: GroupReport, _ entity: EntityID) {
    self.report = report
    self.entity = entity
  }

  /// A line's caption by the signs of its figures, for a cell of a table.
  func caption(_ item: ItemID, _ values: [Amount]) -> Text { Caption.of(report.accounts.catalogue[item, of: entity], values) }

  /// The same for a sentence.
  func captionText(_ item: ItemID, _ values: [Amount]) -> Text { caption(item, values) }

  /// How figures of a line are shown: as the table, and those by the share in units of currency with their own decimals.
  func display(of item: ItemID, _ table: Display, _ decimals: some Sequence<Int>) -> Display {
    guard report.accounts.catalogue[item].statement == .perShare else { return table }
    let places = decimals.max() ?? 2
    return Display(unit: MoneyUnit(currency: table.unit.currency, exponent: 0), places: min(max(places, 0), 4))
  }
}
